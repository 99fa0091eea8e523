namespace Spor.Access;

/// <summary>What somebody may do at all; on which children, <see cref="Viewer.MaySee"/> says. Every endpoint asks for one of
/// these.</summary>
public enum Capability
{
    /// <summary>The front door, which sends everybody to where their day begins.</summary>
    Start,

    /// <summary>Pages about children.</summary>
    Children,

    /// <summary>Figures of the municipality, small ones suppressed for those who may not see the children behind.</summary>
    Figures,

    /// <summary>Deadlines and caseload of a team.</summary>
    Team,

    /// <summary>Doing casework.</summary>
    Casework,

    /// <summary>What leaders do: allocation, absence, granting above a caseworker's level.</summary>
    Leadership,

    /// <summary>Keeping baselines, printing reports, planning the annual wheel.</summary>
    Reports,

    /// <summary>Keeping the municipality's books: matching the ledger, closing a month, rates, investment cases.</summary>
    Economy,

    /// <summary>Settings of the municipality: authority levels, letter templates, parameters.</summary>
    Settings,

    /// <summary>Taking a de-identified extract of everything.</summary>
    Research,
    Import,

    /// <summary>The log of who has looked at which child.</summary>
    Looks,

    /// <summary>Erasing what may be kept no longer; of a child whom one may not see, by its number alone.</summary>
    Erasure,

    /// <summary>The list of who has which role.</summary>
    SeeRoles,

    /// <summary>Giving, confirming and ending roles.</summary>
    Roles,

    /// <summary>The desk of a coordinator of network conferences: its own conferences, and of those only what
    /// <see cref="Conferences.Blind"/> lets through.</summary>
    Coordination,

    /// <summary>Working beside the department: one's own notifications and the questions put to oneself, and nothing of a case.</summary>
    Partnering,
}
