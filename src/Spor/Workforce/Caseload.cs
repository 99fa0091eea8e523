using Spor.Facts;
using Spor.Workforce;

namespace Spor.Workforce;

/// <param name="Children">Children with an active case that the employee has on the day.</param>
public sealed record EmployeeLoad(long EmployeeId, string? Name, Role Role, long? TeamId, double Fte, int Children, double? Ceiling);

/// <summary>Who has how many children on a day (<c>measures.md</c> 2.2).</summary>
public sealed record CaseloadAt(DateOnly Day, IReadOnlyList<EmployeeLoad> Employees);

public static class Caseload
{
    public static CaseloadAt At(Register register, DateOnly day) => new(day, Employees(register, day));

    public static IReadOnlyList<EmployeeLoad> Employees(Register register, DateOnly day)
    {
        var employed = register.Staff.On(day).Select(p => p.Of).ToList();
        var byEmployee = new Dictionary<long, int>();
        foreach (var file in register.Children)
        foreach (var employee in register.Staff.WhoHas(file, day))
            byEmployee[employee] = byEmployee.GetValueOrDefault(employee) + 1;
        return
        [
            .. employed
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
                }),
        ];
    }

    /// <summary>The ceiling of a team in force on a day, children per full-time equivalent; null if it has none then. Of rows that overlap
    /// the one that began last.</summary>
    public static double? CeilingOn(Register register, long teamId, DateOnly day)
    {
        TeamFact? found = null;
        foreach (var t in register.Teams)
            if (t.TeamId == teamId && t.From <= day && (t.To is null || day <= t.To) && !(t.From < found?.From))
                found = t;
        return found?.Ceiling;
    }

    /// <summary>Every team there has been by a day, under its latest name.</summary>
    public static IReadOnlyList<(long Id, string Name)> TeamsOn(Register register, DateOnly day) =>
        [
            .. register
                .Teams.GroupBy(t => t.TeamId)
                .Where(g => g.Any(t => t.From <= day))
                .Select(g => (g.Key, g.OrderBy(t => t.From).Last().Name)),
        ];
}
