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
/// Who is employed when, and so who has a case on a day: the one answer to both (<c>measures.md</c>, rows that overlap, and 2.2). Of one person's rows with
/// the same role and team the one that began last holds, of those that began on one day the last in the file; rows with another role or team are posts held
/// beside each other.
/// </summary>
public sealed class Staff
{
    readonly Dictionary<long, Post[]> posts;

    /// <param name="employments">In the order of the file: of two rows that begin on one day the later one holds.</param>
    public Staff(IEnumerable<EmploymentFact> employments) =>
        posts = employments
            .GroupBy(e => e.EmployeeId)
            .ToDictionary(
                person => person.Key,
                person => (Post[])[.. person.GroupBy(e => (e.Role, e.TeamId)).SelectMany(InForce).OrderBy(p => p.From).ThenBy(p => p.Of.Id)]
            );

    /// <summary>A person's posts, earliest first; a row that another one interrupts is there in pieces.</summary>
    public IReadOnlyList<Post> PostsOf(long employeeId) => posts.TryGetValue(employeeId, out var found) ? found : [];

    /// <summary>Everybody's posts on a day.</summary>
    public IEnumerable<Post> On(DateOnly day) => posts.Values.SelectMany(p => p).Where(p => p.RunsOn(day));

    /// <summary>Everybody's posts, on all days.</summary>
    public IEnumerable<Post> All => posts.Values.SelectMany(p => p);

    /// <summary>Whether somebody is employed on a day, in any role.</summary>
    public bool Employs(long employeeId, DateOnly day)
    {
        foreach (var post in PostsOf(employeeId))
            if (post.RunsOn(day))
                return true;
        return false;
    }

    /// <summary>Whether somebody is employed on some day from one to another; null = without an end.</summary>
    public bool EmploysBetween(long employeeId, DateOnly from, DateOnly? to)
    {
        foreach (var post in PostsOf(employeeId))
            if (post.From <= (to ?? DateOnly.MaxValue) && from <= post.To)
                return true;
        return false;
    }

    /// <summary>The teams that somebody is in on a day.</summary>
    public IEnumerable<long> TeamsOf(long employeeId, DateOnly day)
    {
        foreach (var post in PostsOf(employeeId))
            if (post.RunsOn(day) && post.Of.TeamId is { } team)
                yield return team;
    }

    /// <summary>2.2: an assignment counts on the days on which it runs and its person is employed.</summary>
    public bool Counts(AssignmentFact assignment, DateOnly day) => assignment.RunsOn(day) && Employs(assignment.EmployeeId, day);

    /// <summary>The assignments of one case that count on a day, earliest first; none if the case is not active.</summary>
    public IEnumerable<AssignmentFact> Having(ChildFile file, CaseFact of, DateOnly day)
    {
        if (!of.ActiveAt(day))
            yield break;
        foreach (var a in file.Assignments)
            if (a.CaseId == of.Id && Counts(a, day))
                yield return a;
    }

    /// <summary>The assignments of all the child's active cases that count on a day, earliest first: who has the child.</summary>
    public IEnumerable<AssignmentFact> Having(ChildFile file, DateOnly day)
    {
        foreach (var a in file.Assignments)
            if (Counts(a, day) && Array.Exists(file.Cases, c => c.Id == a.CaseId && c.ActiveAt(day)))
                yield return a;
    }

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
}
