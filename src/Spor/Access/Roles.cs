using Spor.Decisions;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Access;

public enum ViewerRole
{
    [Code("rådgiver")]
    Caseworker,

    [Code("faglig koordinator")]
    ProfessionalCoordinator,

    [Code("teamleder")]
    TeamLeader,

    [Code("afdelingsleder")]
    Head,

    [Code("controller")]
    Controller,

    [Code("analytiker på denne maskine")]
    Analyst,

    [Code("samordner")]
    Coordinator,

    [Code("modtagelse")]
    Intake,

    [Code("byråd og udvalg")]
    Council,

    [Code("ekstern gennemgang")]
    Auditor,

    [Code("administrator")]
    Administrator,

    [Code("databeskyttelsesrådgiver")]
    DataProtectionOfficer,

    [Code("samarbejdspartner")]
    Partner,
}

/// <summary>Whose children a role sees.</summary>
public enum Reach
{
    /// <summary>None: figures without names, or its own conferences.</summary>
    Nobody,

    /// <summary>One's own, those of one's team, those of a colleague whom one covers, and those that wait for anybody.</summary>
    Team,

    /// <summary>Everybody with a notification that is not answered yet.</summary>
    Waiting,

    /// <summary>The cases drawn for this very role, and no other.</summary>
    Sampled,

    Municipality,
}

/// <summary>What a role is. A new one is a line in <see cref="Roles.All"/>, and somebody who has it.</summary>
/// <param name="Danish">As it stands under somebody's name.</param>
/// <param name="Level">How far the role's own authority to decide goes; the committee's decisions are entered by the head of
/// department.</param>
/// <param name="Second">So wide that a second person must confirm it before it counts.</param>
/// <param name="Leads">Answers for the children: opens the protected ones, names who else may, and is told of what was taken.</param>
/// <param name="Given">Can be given by an administrator; the rest come of a post, a list or the machine.</param>
/// <param name="Post">The post in a team that gives the role for as long as it is held; null if it is given otherwise.</param>
public sealed record RoleDeclaration(
    ViewerRole Role,
    string Danish,
    Reach Reach,
    IReadOnlyList<Capability> May,
    AuthorityLevel Level = AuthorityLevel.Caseworker,
    Role? Post = null,
    bool Second = false,
    bool Leads = false,
    bool Given = true
);

/// <summary>Every role there is, each told once. Policies, the menu, the access matrix and who gets a role by a post are made from
/// this.</summary>
public static class Roles
{
    static readonly Capability[] Figures = [Capability.Start, Capability.Figures];
    static readonly Capability[] Work = [.. Figures, Capability.Children, Capability.Team, Capability.Casework];
    static readonly Capability[] Whole =
    [
        .. Work,
        Capability.Leadership,
        Capability.Reports,
        Capability.Economy,
        Capability.Settings,
        Capability.Research,
        Capability.Import,
        Capability.Looks,
        Capability.Erasure,
        Capability.SeeRoles,
        Capability.Roles,
    ];

    public static IReadOnlyList<RoleDeclaration> All { get; } =
    [
        new(ViewerRole.Caseworker, "Rådgiver", Reach.Team, Work, Post: Role.Caseworker),
        new(
            ViewerRole.ProfessionalCoordinator,
            "Faglig koordinator",
            Reach.Team,
            [.. Work, Capability.Leadership],
            AuthorityLevel.ProfessionalCoordinator,
            Role.ProfessionalCoordinator
        ),
        new(
            ViewerRole.TeamLeader,
            "Teamleder",
            Reach.Team,
            [.. Work, Capability.Leadership, Capability.Reports],
            AuthorityLevel.Team,
            Role.Leader,
            Leads: true
        ),
        new(ViewerRole.Head, "Afdelingsleder", Reach.Municipality, Whole, AuthorityLevel.Leader, Second: true, Leads: true),
        new(ViewerRole.Controller, "Controller", Reach.Nobody, [.. Figures, Capability.Reports, Capability.Economy]),
        new(ViewerRole.Analyst, "Analytiker på denne maskine", Reach.Municipality, Whole, AuthorityLevel.Leader, Leads: true, Given: false),
        new(ViewerRole.Coordinator, "Samordner", Reach.Nobody, [Capability.Start, Capability.Coordination], Given: false),
        new(ViewerRole.Intake, "Modtagelse", Reach.Waiting, [.. Figures, Capability.Children, Capability.Casework]),
        new(ViewerRole.Council, "Byråd og udvalg", Reach.Nobody, Figures),
        new(ViewerRole.Auditor, "Ekstern gennemgang", Reach.Sampled, [Capability.Start, Capability.Children]),
        new(
            ViewerRole.Administrator,
            "Administrator",
            Reach.Nobody,
            [Capability.Start, Capability.Settings, Capability.SeeRoles, Capability.Roles],
            Second: true
        ),
        new(
            ViewerRole.DataProtectionOfficer,
            "Databeskyttelsesrådgiver",
            Reach.Nobody,
            [Capability.Start, Capability.Looks, Capability.Erasure, Capability.SeeRoles],
            Second: true
        ),
        new(ViewerRole.Partner, "Samarbejdspartner", Reach.Nobody, [Capability.Start, Capability.Partnering]),
    ];

    public static RoleDeclaration Of(ViewerRole role) => All.First(r => r.Role == role);

    /// <summary>The role that a post gives; null for posts that open nothing.</summary>
    public static RoleDeclaration? OfPost(Role post) => All.FirstOrDefault(r => r.Post == post);
}
