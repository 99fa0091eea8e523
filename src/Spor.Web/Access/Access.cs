using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Spor.Access;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Insight;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Web.Access;

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

/// <summary>Who is looking.</summary>
/// <param name="Key">Stands in the journal and the access log; never a name.</param>
/// <param name="CoordinatorId">Of a coordinator of network conferences, who sees the conferences it has and nothing else.</param>
public sealed record Viewer(string Key, string Name, ViewerRole Role, long? EmployeeId, long? TeamId, long? CoordinatorId = null)
{
    /// <summary>The head of department and the local analyst see every child.</summary>
    public bool SeesAll => Role is ViewerRole.Head or ViewerRole.Analyst;

    /// <summary>May do casework on the children it sees: not the controller, who sees figures only.</summary>
    public bool MayWork => Policies.Workers.Contains(Role.ToString());

    /// <summary>How far the viewer's own authority to decide goes; the committee's decisions are entered by the head of department.</summary>
    public AuthorityLevel Level =>
        Role switch
        {
            ViewerRole.ProfessionalCoordinator => AuthorityLevel.ProfessionalCoordinator,
            ViewerRole.TeamLeader => AuthorityLevel.Team,
            ViewerRole.Head or ViewerRole.Analyst => AuthorityLevel.Leader,
            _ => AuthorityLevel.Caseworker,
        };

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var claims = new List<Claim> { new("key", Key), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString()) };
        if (EmployeeId is { } e)
            claims.Add(new("employee", e.ToString(CultureInfo.InvariantCulture)));
        if (TeamId is { } t)
            claims.Add(new("team", t.ToString(CultureInfo.InvariantCulture)));
        if (CoordinatorId is { } c)
            claims.Add(new("coordinator", c.ToString(CultureInfo.InvariantCulture)));
        return new(new ClaimsIdentity(claims, scheme, ClaimTypes.Name, ClaimTypes.Role));
    }

    public static Viewer? Of(ClaimsPrincipal user)
    {
        if (user.FindFirstValue("key") is not { } key || !Enum.TryParse<ViewerRole>(user.FindFirstValue(ClaimTypes.Role), out var role))
            return null;
        long? Number(string type) => long.TryParse(user.FindFirstValue(type), CultureInfo.InvariantCulture, out var n) ? n : null;
        return new(key, user.FindFirstValue(ClaimTypes.Name) ?? key, role, Number("employee"), Number("team"), Number("coordinator"));
    }
}

/// <summary>What a role may do. Every endpoint asks for one of these, or says that anybody may come; a test walks them.</summary>
public static class Policies
{
    /// <summary>The front door, which sends everybody to where their day begins.</summary>
    public const string Start = nameof(Start);

    /// <summary>Pages about children; which children, <see cref="Viewing.MaySee"/> says.</summary>
    public const string Children = nameof(Children);

    /// <summary>Figures of the municipality, small ones suppressed for those who may not see the children behind.</summary>
    public const string Figures = nameof(Figures);

    /// <summary>Deadlines and caseload of a team.</summary>
    public const string Team = nameof(Team);
    public const string Import = nameof(Import);

    /// <summary>Doing casework; on which children, <see cref="Viewing.MaySee"/> says.</summary>
    public const string Casework = nameof(Casework);

    /// <summary>What leaders do: allocation, absence, granting above a caseworker's level.</summary>
    public const string Leadership = nameof(Leadership);

    /// <summary>Settings of the municipality: authority levels, letter templates, parameters.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The desk of a coordinator of network conferences: its own conferences, and of those only what <see cref="Conferences.Blind"/> lets through.</summary>
    public const string Coordination = nameof(Coordination);

    /// <summary>Taking a de-identified extract of everything.</summary>
    public const string Research = nameof(Research);

    /// <summary>Keeping baselines, printing reports, planning the annual wheel.</summary>
    public const string Reports = nameof(Reports);

    /// <summary>Those whom <see cref="Reports"/> lets in.</summary>
    public static bool MayReport(Viewer viewer) => May(viewer.Role, Capability.Reports);

    internal static readonly string[] Workers =
    [
        nameof(ViewerRole.Caseworker),
        nameof(ViewerRole.ProfessionalCoordinator),
        nameof(ViewerRole.TeamLeader),
        nameof(ViewerRole.Head),
        nameof(ViewerRole.Analyst),
    ];

    /// <summary>Who sees figures of the municipality.</summary>
    static readonly string[] Readers = [.. Workers, nameof(ViewerRole.Controller)];
    static readonly string[] Leaders =
    [
        nameof(ViewerRole.ProfessionalCoordinator),
        nameof(ViewerRole.TeamLeader),
        nameof(ViewerRole.Head),
        nameof(ViewerRole.Analyst),
    ];
    static readonly string[] Heads = [nameof(ViewerRole.Head), nameof(ViewerRole.Analyst)];
    static readonly string[] Reporters =
    [
        nameof(ViewerRole.TeamLeader),
        nameof(ViewerRole.Controller),
        nameof(ViewerRole.Head),
        nameof(ViewerRole.Analyst),
    ];

    /// <summary>The roles that have a capability; its name is also the policy's.</summary>
    static string[] RolesWith(Capability capability) =>
        capability switch
        {
            Capability.Children or Capability.Casework => Workers,
            Capability.Figures => Readers,
            Capability.Leadership => Leaders,
            Capability.Reports => Reporters,
            Capability.Coordination => [nameof(ViewerRole.Coordinator)],
            _ => Heads,
        };

    /// <summary>Whether a role may do verbs of a capability.</summary>
    public static bool May(ViewerRole role, Capability capability) => RolesWith(capability).Contains(role.ToString());

    public static void Add(AuthorizationBuilder builder)
    {
        builder
            // An endpoint that forgot its policy, or an address that is none, is not for a coordinator either.
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(Readers).Build())
            .AddPolicy(Start, p => p.RequireRole([.. Readers, nameof(ViewerRole.Coordinator)]))
            .AddPolicy(Team, p => p.RequireRole(Workers));
        foreach (var capability in Enum.GetValues<Capability>())
            builder.AddPolicy(capability.ToString(), p => p.RequireRole(RolesWith(capability)));
    }
}

/// <summary>What the viewer may see, and the names of things on the page.</summary>
public sealed partial class Viewing
{
    public Viewer Viewer { get; }

    /// <summary>May do casework on the children it sees.</summary>
    public bool MayWork => Viewer.MayWork;

    /// <summary>
    /// The row filter: a caseworker and a team leader see the children they have, and those of their team; the head of department sees all. A child that nobody has and
    /// no district places, with an open notification, is seen by everybody who works: somebody must act within 24 hours.
    /// </summary>
    public bool MaySee(ChildState state) =>
        AsOf is not null
            ? Newest.Overview.Find(state.File.Id) is { } now && Newest.MaySee(now)
            : Viewer.Role is not ViewerRole.Coordinator
                && (
                    Viewer.SeesAll
                    || (Viewer.EmployeeId is { } me && state.AssignedTo.Contains(me))
                    || (Viewer.TeamId is { } team && Register.Staff.IsOfTeam(state.File, team, Today))
                    || (Viewer.MayWork && ChildList.WaitsForAnybody(state, Register, Today))
                    // Nobody's child is every leader's until somebody has it.
                    || (MayLead && state is { Case: not null, AssignedTo.Count: 0, Child.DistrictId: null })
                    || (Register.Absences.Count > 0 && CoversFor.Any(state.AssignedTo.Contains))
                );

    /// <summary>The viewer as verbs know who does them.</summary>
    public Author Author =>
        new(
            Viewer.Key,
            Viewer.EmployeeId,
            Viewer.Level,
            capability => Policies.May(Viewer.Role, capability),
            child => Overview.Find(child) is { } state && MaySee(state)
        )
        {
            CoordinatorId = Viewer.CoordinatorId,
            Name = Viewer.Name,
        };

    /// <summary>May do what leaders do: allocate, cover absence, grant above a caseworker's level.</summary>
    public bool MayLead =>
        Viewer.Role is ViewerRole.ProfessionalCoordinator or ViewerRole.TeamLeader or ViewerRole.Head or ViewerRole.Analyst;

    /// <summary>The colleagues whom the viewer covers today.</summary>
    public IReadOnlyList<long> CoversFor =>
        Viewer.EmployeeId is { } me
            ? [.. Register.Absences.Where(a => a.CoverId == me && a.RunsOn(Today)).Select(a => a.EmployeeId).Distinct()]
            : [];

    public IEnumerable<ChildState> Visible => Overview.Children.Where(MaySee);

    /// <summary>The children whose active case the viewer has.</summary>
    public IEnumerable<ChildState> Mine => Viewer.EmployeeId is { } me ? Overview.Of(me) : [];

    /// <summary>A child's name in a list or an export: masked if it is protected.</summary>
    public static string ListName(ChildFact child) => child.Protected ? "Beskyttet navn" : child.Name;

    /// <summary>Who wrote an entry, as people say it.</summary>
    public string AuthorName(string key) =>
        DemoMode && DemoPeople.Of(Register, Register.Municipality?.ExtractDay ?? Today).FirstOrDefault(p => p.Key == key) is { } person
            ? person.Name
        : DemoPeople.CoordinatorOf(key, Register) is { Name: { } name } ? name
        : key == LocalAnalyst.Key ? LocalAnalyst.Name
        : key;

    public string TeamName(long? teamId) => teamId is { } id ? Register.Teams.LastOrDefault(t => t.TeamId == id)?.Name ?? "" : "";

    public string DistrictName(long? districtId) =>
        districtId is { } id ? Register.Districts.LastOrDefault(d => d.DistrictId == id)?.Name ?? "" : "";

    public string EmployeeName(long? employeeId) => employeeId is { } id ? Register.Staff.Name(id) ?? "" : "";
}
