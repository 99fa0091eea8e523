using Spor.Facts;
using Spor.Workforce;

namespace Spor.Insight;

/// <param name="PerFte">Children per full-time equivalent of caseworkers; null without any.</param>
/// <param name="Ceiling">The ceiling in force, children per full-time equivalent; null if the team has none.</param>
public sealed record TeamLoad(long TeamId, string Name, int Children, double Fte, double? PerFte, double? Ceiling);

/// <param name="Children">Children with an active case that the employee has on the day.</param>
public sealed record EmployeeLoad(long EmployeeId, string? Name, Role Role, long? TeamId, double Fte, int Children, double? Ceiling);

/// <summary>Caseload at a day (<c>measures.md</c> 2.1 and 2.2).</summary>
/// <param name="Fte">Full-time equivalents of caseworkers, unrounded.</param>
/// <param name="PerFte">Children per full-time equivalent; null without any.</param>
/// <param name="UnassignedCases">Active cases that nobody employed that day has.</param>
public sealed record CaseloadAt(
    DateOnly Day,
    int ActiveCases,
    int Children,
    double Fte,
    double? PerFte,
    int UnassignedCases,
    IReadOnlyList<TeamLoad> Teams,
    IReadOnlyList<EmployeeLoad> Employees
);

public static class Caseload
{
    public static CaseloadAt At(Register register, DateOnly day)
    {
        var employed = register.Staff.On(day).Select(p => p.Of).ToList();
        var byTeam = new Dictionary<long, int>();
        var byEmployee = new Dictionary<long, int>();
        int active = 0,
            children = 0,
            unassigned = 0;
        var teamsOfChild = new HashSet<long>();
        var employeesOfChild = new HashSet<long>();
        foreach (var file in register.Children)
        {
            teamsOfChild.Clear();
            employeesOfChild.Clear();
            var any = false;
            foreach (var c in file.Cases)
            {
                if (!c.ActiveAt(day))
                    continue;
                any = true;
                active++;
                var assigned = false;
                foreach (var a in file.Assignments)
                {
                    if (a.CaseId != c.Id || !register.Staff.Counts(a, day))
                        continue;
                    assigned = true;
                    employeesOfChild.Add(a.EmployeeId);
                    foreach (var team in register.Staff.TeamsOf(a.EmployeeId, day))
                        teamsOfChild.Add(team);
                }
                if (!assigned)
                    unassigned++;
            }
            if (any)
                children++;
            foreach (var team in teamsOfChild)
                byTeam[team] = byTeam.GetValueOrDefault(team) + 1;
            foreach (var employee in employeesOfChild)
                byEmployee[employee] = byEmployee.GetValueOrDefault(employee) + 1;
        }

        var teams = register
            .Teams.GroupBy(t => t.TeamId)
            .Select(g => g.OrderBy(t => t.From).Last())
            .Select(t =>
            {
                var fte = Fte(employed.Where(e => e.TeamId == t.TeamId));
                var count = byTeam.GetValueOrDefault(t.TeamId);
                return new TeamLoad(t.TeamId, t.Name, count, fte, fte > 0 ? count / fte : null, CeilingOn(register, t.TeamId, day));
            })
            .Where(t => Knows(register, t.TeamId, day, t.Fte, t.Children))
            .ToList();

        var employees = employed
            .GroupBy(e => e.EmployeeId)
            .Select(g =>
            {
                var e = g.OrderBy(x => x.Role == Role.Caseworker ? 0 : 1).First();
                return new EmployeeLoad(
                    g.Key,
                    e.Name,
                    e.Role,
                    e.TeamId,
                    g.Where(x => x.Role == Role.Caseworker).Sum(x => x.FteTenThousandths) / 10000.0,
                    byEmployee.GetValueOrDefault(g.Key),
                    e.TeamId is { } team ? CeilingOn(register, team, day) : null
                );
            })
            .ToList();

        var total = Fte(employed);
        return new(day, active, children, total, total > 0 ? children / total : null, unassigned, teams, employees);
    }

    /// <summary>A team is there on a day if it has a row then, or people, or children.</summary>
    internal static bool Knows(Register register, long teamId, DateOnly day, double fte, int children) =>
        fte > 0 || children > 0 || register.Teams.Any(r => r.TeamId == teamId && r.From <= day && (r.To is null || day <= r.To));

    /// <summary>The ceiling of a team in force on a day, children per full-time equivalent; null if it has none then. Of rows that overlap the one that began last.</summary>
    public static double? CeilingOn(Register register, long teamId, DateOnly day)
    {
        TeamFact? found = null;
        foreach (var t in register.Teams)
            if (t.TeamId == teamId && t.From <= day && (t.To is null || day <= t.To) && !(t.From < found?.From))
                found = t;
        return found?.Ceiling;
    }

    static double Fte(IEnumerable<EmploymentFact> employed) =>
        employed.Where(e => e.Role == Role.Caseworker).Sum(e => e.FteTenThousandths) / 10000.0;
}
