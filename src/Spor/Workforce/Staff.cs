using Spor.Children;
using Spor.Facts;

namespace Spor.Workforce;

/// <summary>An employment on the days on which it is the one that holds.</summary>
/// <param name="To">The last day; <see cref="DateOnly.MaxValue"/> while it runs.</param>
public readonly record struct Post(EmploymentFact Of, DateOnly From, DateOnly To)
{
    public bool RunsOn(DateOnly day) => From <= day && day <= To;
}

/// <summary>
/// Who is employed where, who has whose case and which team serves a district, on any day: the one place that answers it. Of one register.
/// </summary>
public sealed class Staff(IReadOnlyList<EmploymentFact> employments, IReadOnlyList<DistrictFact> districts)
{
    static readonly EmploymentFact[] NoPosts = [];
    readonly Dictionary<long, EmploymentFact[]> posts = employments.GroupBy(e => e.EmployeeId).ToDictionary(g => g.Key, g => g.ToArray());

    // By first day; of those that begin on the same day, as they were delivered.
    readonly Dictionary<long, DistrictFact[]> rows = districts
        .GroupBy(d => d.DistrictId)
        .ToDictionary(g => g.Key, g => g.OrderBy(d => d.From).ToArray());

    readonly Lazy<Post[]> inForce = new(() =>
        [
            .. employments
                .GroupBy(e => (e.EmployeeId, e.Role, e.TeamId))
                .SelectMany(InForce)
                .OrderBy(p => p.Of.EmployeeId)
                .ThenBy(p => p.From),
        ]
    );

    /// <summary>
    /// Every post on the days on which it holds: of one person's rows with the same role and team the one that began last, of those that
    /// began on one day the last in the file. Rows with another role or team are held beside each other. A row that another interrupts is
    /// there in pieces.
    /// </summary>
    public IReadOnlyList<Post> InForceAlways => inForce.Value;

    /// <summary>The posts that hold on a day: what full-time equivalents are counted from.</summary>
    public IEnumerable<Post> On(DateOnly day) => inForce.Value.Where(p => p.RunsOn(day));

    /// <summary>Every row of employment somebody has held, holds or will hold.</summary>
    public IReadOnlyList<EmploymentFact> Posts(long employeeId) => posts.GetValueOrDefault(employeeId, NoPosts);

    /// <summary>What somebody is called, also after the last day; null if nobody has that number or the name was never delivered.</summary>
    public string? Name(long employeeId) => Array.FindLast(posts.GetValueOrDefault(employeeId, NoPosts), e => e.Name is not null)?.Name;

    public bool IsEmployed(long employeeId, DateOnly day)
    {
        foreach (var e in posts.GetValueOrDefault(employeeId, NoPosts))
            if (e.RunsOn(day))
                return true;
        return false;
    }

    /// <summary>Employed in a team on a day, in any role.</summary>
    public bool IsInTeam(long employeeId, long teamId, DateOnly day)
    {
        foreach (var e in posts.GetValueOrDefault(employeeId, NoPosts))
            if (e.TeamId == teamId && e.RunsOn(day))
                return true;
        return false;
    }

    /// <summary>The teams somebody is employed in on a day, each once.</summary>
    public IEnumerable<long> TeamsOf(long employeeId, DateOnly day) =>
        Posts(employeeId).Where(e => e.TeamId is not null && e.RunsOn(day)).Select(e => e.TeamId!.Value).Distinct();

    /// <summary>An assignment counts only on days on which its person is employed (<c>measures.md</c> 2.2): somebody who has left has no
    /// case.</summary>
    public bool Counts(AssignmentFact assignment, DateOnly day) => assignment.RunsOn(day) && IsEmployed(assignment.EmployeeId, day);

    /// <summary>Somebody has this case on a day.</summary>
    public bool IsAssigned(CaseFact of, ChildFile file, DateOnly day)
    {
        foreach (var a in file.Assignments)
            if (a.CaseId == of.Id && Counts(a, day))
                return true;
        return false;
    }

    /// <summary>Who has an active case of a child on a day, latest assignment first; each once.</summary>
    public long[] WhoHas(ChildFile file, DateOnly day)
    {
        List<AssignmentFact>? found = null;
        foreach (var a in file.Assignments)
            if (IsOfActiveCase(a, file, day) && Counts(a, day))
                (found ??= []).Add(a);
        return found is null ? [] : [.. found.OrderByDescending(a => a.From).Select(a => a.EmployeeId).Distinct()];
    }

    /// <summary>Somebody has an active case of a child on a day.</summary>
    public bool Has(long employeeId, ChildFile file, DateOnly day)
    {
        foreach (var a in file.Assignments)
            if (a.EmployeeId == employeeId && IsOfActiveCase(a, file, day) && Counts(a, day))
                return true;
        return false;
    }

    /// <summary>Somebody gets an active case of a child on a later day, on which they are employed: an allocation dated ahead counts as
    /// one.</summary>
    public bool IsGivenAhead(ChildFile file, DateOnly day)
    {
        foreach (var a in file.Assignments)
            if (a.From > day && IsOfActiveCase(a, file, day) && Counts(a, a.From))
                return true;
        return false;
    }

    /// <summary>Nobody has an active case of a child on a day.</summary>
    public bool IsNobodys(ChildFile file, DateOnly day)
    {
        foreach (var a in file.Assignments)
            if (IsOfActiveCase(a, file, day) && Counts(a, day))
                return false;
        return true;
    }

    /// <summary>
    /// A child is of the team in which somebody has its active case that day; a child whom nobody has is of the team that serves its
    /// district that day.
    /// It may be of two teams.
    /// </summary>
    public bool IsOfTeam(ChildFile file, long teamId, DateOnly day)
    {
        var had = false;
        foreach (var a in file.Assignments)
        {
            if (!IsOfActiveCase(a, file, day) || !Counts(a, day))
                continue;
            if (IsInTeam(a.EmployeeId, teamId, day))
                return true;
            had = true;
        }
        return !had && TeamOfDistrict(file.Child.DistrictId, day) == teamId;
    }

    /// <summary>The team a child is said to be of where one is named: of whoever got its case last, else of its district; null without
    /// either.</summary>
    public long? TeamOf(ChildFile file, DateOnly day)
    {
        var had = WhoHas(file, day);
        foreach (var employee in had)
        foreach (var team in TeamsOf(employee, day))
            return team;
        return had.Length > 0 ? null : TeamOfDistrict(file.Child.DistrictId, day);
    }

    /// <summary>
    /// The team that serves a district on a day: of rows that overlap the one that began last; of a district without a row that day, the
    /// nearest row's.
    /// Null without a district, or if nothing is known of it.
    /// </summary>
    public long? TeamOfDistrict(long? districtId, DateOnly day)
    {
        if (districtId is not { } id || !rows.TryGetValue(id, out var of))
            return null;
        var row =
            Array.FindLast(of, d => d.From <= day && (d.To is null || day <= d.To)) ?? Array.FindLast(of, d => d.From <= day) ?? of[0];
        return row.TeamId;
    }

    /// <summary>The row of a district in force on a day; of rows that overlap the one that began last, then the last in the file. Null
    /// without one.</summary>
    public DistrictFact? RowOfDistrict(long? districtId, DateOnly day) =>
        districtId is { } id && rows.TryGetValue(id, out var of)
            ? Array.FindLast(of, d => d.From <= day && (d.To is null || day <= d.To))
            : null;

    // Each row but for the days on which one that began later runs.
    static IEnumerable<Post> InForce(IEnumerable<EmploymentFact> rows)
    {
        EmploymentFact[] ordered = [.. rows.OrderBy(e => e.From)];
        for (var i = 0; i < ordered.Length; i++)
        {
            // Null: nothing is left of the row.
            DateOnly? from = ordered[i].From;
            var last = ordered[i].To ?? DateOnly.MaxValue;
            for (var later = i + 1; later < ordered.Length && from <= last && ordered[later].From <= last; later++)
            {
                if (ordered[later].From > from)
                    yield return new(ordered[i], from.Value, ordered[later].From.AddDays(-1));
                DateOnly? free = ordered[later].To is { } to && to < DateOnly.MaxValue ? to.AddDays(1) : null;
                from = free > from || free is null ? free : from;
            }
            if (from <= last)
                yield return new(ordered[i], from.Value, last);
        }
    }

    static bool IsOfActiveCase(AssignmentFact a, ChildFile file, DateOnly day)
    {
        foreach (var c in file.Cases)
            if (c.Id == a.CaseId && c.ActiveAt(day))
                return true;
        return false;
    }
}
