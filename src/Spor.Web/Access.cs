using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Spor.Children;
using Spor.Facts;
using Spor.Insight;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Web;

public enum ViewerRole { Caseworker, TeamLeader, Head, Analyst }

/// <summary>Who is looking.</summary>
/// <param name="Key">Stands in the journal and the access log; never a name.</param>
public sealed record Viewer(string Key, string Name, ViewerRole Role, long? EmployeeId, long? TeamId)
{
    /// <summary>The head of department and the local analyst see every child.</summary>
    public bool SeesAll => Role is ViewerRole.Head or ViewerRole.Analyst;

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var claims = new List<Claim> { new("key", Key), new(ClaimTypes.Name, Name), new(ClaimTypes.Role, Role.ToString()) };
        if (EmployeeId is { } e) claims.Add(new("employee", e.ToString(CultureInfo.InvariantCulture)));
        if (TeamId is { } t) claims.Add(new("team", t.ToString(CultureInfo.InvariantCulture)));
        return new(new ClaimsIdentity(claims, scheme, ClaimTypes.Name, ClaimTypes.Role));
    }

    public static Viewer? Of(ClaimsPrincipal user)
    {
        if (user.FindFirstValue("key") is not { } key || !Enum.TryParse<ViewerRole>(user.FindFirstValue(ClaimTypes.Role), out var role)) return null;
        long? Number(string type) => long.TryParse(user.FindFirstValue(type), CultureInfo.InvariantCulture, out var n) ? n : null;
        return new(key, user.FindFirstValue(ClaimTypes.Name) ?? key, role, Number("employee"), Number("team"));
    }
}

/// <summary>What a role may do. Every endpoint asks for one of these, or says that anybody may come; a test walks them.</summary>
public static class Policies
{
    /// <summary>Pages about children; which children, <see cref="Viewing.MaySee"/> says.</summary>
    public const string Children = nameof(Children);
    /// <summary>Figures of the municipality, small ones suppressed for those who may not see the children behind.</summary>
    public const string Figures = nameof(Figures);
    /// <summary>Deadlines and caseload of a team.</summary>
    public const string Team = nameof(Team);
    public const string Import = nameof(Import);

    public static void Add(AuthorizationBuilder builder) => builder
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
        .AddPolicy(Children, p => p.RequireAuthenticatedUser())
        .AddPolicy(Figures, p => p.RequireAuthenticatedUser())
        .AddPolicy(Team, p => p.RequireAuthenticatedUser())
        .AddPolicy(Import, p => p.RequireRole(nameof(ViewerRole.Head), nameof(ViewerRole.Analyst)));
}

/// <summary>Keeps the overview of the newest register, so that a page costs what has changed since the last one.</summary>
public sealed class OverviewCache(RegisterCache registers)
{
    volatile Overview? current;
    readonly Lock gate = new();

    /// <summary>The head's register on a day; null = the day its extract describes.</summary>
    public Overview On(Func<Register, DateOnly> day)
    {
        var register = registers.Current;
        var on = day(register);
        if (current is { } held && ReferenceEquals(held.Register, register) && held.Day == on) return held;
        lock (gate)
        {
            if (current is { } before && ReferenceEquals(before.Register, register) && before.Day == on) return before;
            return current = Overview.Of(register, on, current);
        }
    }
}

/// <summary>Reads the register at start, so that the first visitor does not wait for it; <c>/sundhed</c> says when it is done.</summary>
sealed class WarmUp(IServiceProvider services, TimeProvider time, ILogger<WarmUp> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() =>
    {
        try
        {
            services.GetRequiredService<OverviewCache>().On(register => new Clock(time, register.Municipality?.ExtractDay).Today);
        }
        catch (StorageException e)
        {
            // The first page asks again, and then says in Danish what is wrong.
            log.LogError("The register could not be read at start: {Fault}", e.GetType().Name);
        }
    }, stoppingToken);
}

/// <summary>One page view: who looks, at which entry, on which day. Read once, so that all figures of a page agree.</summary>
public sealed class Viewing
{
    readonly Lazy<ILookup<long, long>> teams;

    public Viewing(IHttpContextAccessor http, OverviewCache overviews, SporOptions options, TimeProvider time)
    {
        // Facts are known up to the day an extract describes; a later today would show as overdue what was only not delivered yet.
        Overview = overviews.On(register => new Clock(time, register.Municipality?.ExtractDay).Today);
        Clock = new(time, Overview.Register.Municipality?.ExtractDay);
        DemoMode = options.DemoMode;
        Viewer = Viewer.Of(http.HttpContext!.User) ?? new("nobody", "", ViewerRole.Caseworker, -1, null);
        teams = new(() => ChildList.TeamsOfEmployees(Register, Today));
    }

    public Viewer Viewer { get; }
    public Overview Overview { get; }
    public Clock Clock { get; }
    public bool DemoMode { get; }
    public Register Register => Overview.Register;
    public DateOnly Today => Overview.Day;
    /// <summary>The teams each employee is in today.</summary>
    public ILookup<long, long> TeamsOfEmployees => teams.Value;

    /// <summary>The row filter: a caseworker and a team leader see the children they have, and those of their team; the head of department sees all.</summary>
    public bool MaySee(ChildState state) => Viewer.SeesAll
        || (Viewer.EmployeeId is { } me && state.AssignedTo.Contains(me))
        || (Viewer.TeamId is { } team && ChildList.IsOfTeam(state, team, Register, TeamsOfEmployees));

    public IEnumerable<ChildState> Visible => Overview.Children.Where(MaySee);
    /// <summary>The children whose active case the viewer has.</summary>
    public IEnumerable<ChildState> Mine => Viewer.EmployeeId is { } me ? Overview.Of(me) : [];

    /// <summary>A child's name in a list or an export: masked if it is protected.</summary>
    public static string ListName(ChildFact child) => child.Protected ? "Beskyttet navn" : child.Name;

    public string TeamName(long? teamId) => teamId is { } id ? Register.Teams.LastOrDefault(t => t.TeamId == id)?.Name ?? "" : "";
    public string DistrictName(long? districtId) => districtId is { } id ? Register.Districts.LastOrDefault(d => d.DistrictId == id)?.Name ?? "" : "";
    public string EmployeeName(long? employeeId) => employeeId is { } id ? Register.Employments.LastOrDefault(e => e.EmployeeId == id)?.Name ?? "" : "";
}
