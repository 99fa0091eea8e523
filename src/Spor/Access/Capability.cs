namespace Spor.Access;

/// <summary>What a role may do or look at. Every verb and every page names one; which roles have which is said in one place.</summary>
public enum Capability
{
    /// <summary>Looking at children; which, the scope of the role says.</summary>
    Children,

    /// <summary>Doing casework on the children one sees.</summary>
    Casework,

    /// <summary>What leaders do: allocation, absence, granting above a caseworker's level.</summary>
    Leadership,

    /// <summary>Settings of the municipality: authority levels, letter templates, the list of coordinators.</summary>
    Settings,

    /// <summary>Keeping baselines, printing reports, planning the annual wheel.</summary>
    Reports,

    /// <summary>Figures of the municipality, and one's own views of them.</summary>
    Figures,

    /// <summary>Taking a de-identified extract of everything.</summary>
    Research,

    /// <summary>Taking in what another system reports.</summary>
    Import,

    /// <summary>The desk of a coordinator of network conferences: its own conferences and nothing else.</summary>
    Coordination,
}
