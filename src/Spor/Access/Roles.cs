using Spor.Decisions;
using Spor.Workforce;

namespace Spor.Access;

public enum ViewerRole
{
    Caseworker,
    ProfessionalCoordinator,
    TeamLeader,
    Head,
    Controller,
    Analyst,
    Coordinator,
}

/// <summary>Whose children a role sees.</summary>
public enum Reach
{
    /// <summary>None: figures without names, or its own conferences.</summary>
    Nobody,

    /// <summary>One's own, those of one's team, those of a colleague whom one covers, and those that wait for anybody.</summary>
    Team,

    Municipality,
}

/// <summary>What a role is. A new one is a line in <see cref="Roles.All"/>, and somebody who has it.</summary>
/// <param name="Danish">As it stands under somebody's name.</param>
/// <param name="Level">How far the role's own authority to decide goes; the committee's decisions are entered by the head of
/// department.</param>
/// <param name="Post">The post in a team that gives the role for as long as it is held; null if it is given otherwise.</param>
public sealed record RoleDeclaration(
    ViewerRole Role,
    string Danish,
    Reach Reach,
    IReadOnlyList<Capability> May,
    AuthorityLevel Level = AuthorityLevel.Caseworker,
    Role? Post = null
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
        Capability.Settings,
        Capability.Research,
        Capability.Import,
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
            Role.Leader
        ),
        new(ViewerRole.Head, "Afdelingsleder", Reach.Municipality, Whole, AuthorityLevel.Leader),
        new(ViewerRole.Controller, "Controller", Reach.Nobody, [.. Figures, Capability.Reports]),
        new(ViewerRole.Analyst, "Analytiker på denne maskine", Reach.Municipality, Whole, AuthorityLevel.Leader),
        new(ViewerRole.Coordinator, "Samordner", Reach.Nobody, [Capability.Start, Capability.Coordination]),
    ];

    public static RoleDeclaration Of(ViewerRole role) => All.First(r => r.Role == role);

    /// <summary>The role that a post gives; null for posts that open nothing.</summary>
    public static RoleDeclaration? OfPost(Role post) => All.FirstOrDefault(r => r.Post == post);
}
