using Spor.Facts;
using Spor.Workforce;

namespace Spor.Plain;

/// <param name="PerFte">Children per full-time equivalent of caseworkers; null without any.</param>
/// <param name="Ceiling">The ceiling in force, children per full-time equivalent; null if the team has none.</param>
sealed record PlainTeam(long TeamId, string Name, int Children, double Fte, double? PerFte, double? Ceiling);

/// <summary>Caseload at a day (<c>measures.md</c> 2.1 and 2.2).</summary>
/// <param name="Fte">Full-time equivalents of caseworkers, unrounded.</param>
/// <param name="PerFte">Children per full-time equivalent; null without any.</param>
/// <param name="UnassignedCases">Active cases with no assignment running.</param>
sealed record PlainLoad(
    DateOnly Day,
    int ActiveCases,
    int Children,
    double Fte,
    double? PerFte,
    int UnassignedCases,
    IReadOnlyList<PlainTeam> Teams
);

static class PlainCaseload
{
    public static PlainLoad At(Register register, DateOnly day)
    {
        var employed = register.Staff.On(day).Select(p => p.Of).ToList();
        var byTeam = new Dictionary<long, int>();
        int active = 0,
            children = 0,
            unassigned = 0;
        var teamsOfChild = new HashSet<long>();
        foreach (var file in register.Children)
        {
            teamsOfChild.Clear();
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
        }

        var teams = register
            .Teams.GroupBy(t => t.TeamId)
            .Select(g => g.OrderBy(t => t.From).Last())
            .Select(t =>
            {
                var fte = Fte(employed.Where(e => e.TeamId == t.TeamId));
                var count = byTeam.GetValueOrDefault(t.TeamId);
                return new PlainTeam(
                    t.TeamId,
                    t.Name,
                    count,
                    fte,
                    fte > 0 ? count / fte : null,
                    Caseload.CeilingOn(register, t.TeamId, day)
                );
            })
            .Where(t => Knows(register, t.TeamId, day, t.Fte, t.Children))
            .ToList();

        var total = Fte(employed);
        return new(day, active, children, total, total > 0 ? children / total : null, unassigned, teams);
    }

    /// <summary>A team is there on a day if it has a row then, or people, or children.</summary>
    internal static bool Knows(Register register, long teamId, DateOnly day, double fte, int children) =>
        fte > 0 || children > 0 || register.Teams.Any(r => r.TeamId == teamId && r.From <= day && (r.To is null || day <= r.To));

    static double Fte(IEnumerable<EmploymentFact> employed) =>
        employed.Where(e => e.Role == Role.Caseworker).Sum(e => e.FteTenThousandths) / 10000.0;
}
