using Spor.Workforce;

namespace Spor.Figures.Engine;

/// <summary>
/// From when to when a child is of which team: as <see cref="Group"/> says it of one day. It is a track like others, and the first, so that
/// a group of a team is a question about marks.
/// </summary>
static class Membership
{
    public static Track Track { get; } = new(MarkKind.Spans, Write, Lanes.Teams);

    /// <summary>From when to when somebody has an active case of the child, in the team that the person belongs to then.</summary>
    public static Shared<List<(int Team, int From, int To)>> Assigned { get; } = new(AssignedTo);

    /// <summary>The days on which anybody has an active case of the child, case by case.</summary>
    public static Shared<List<(long Case, int From, int To)>> HadBy { get; } = new(Had);

    static List<(long Case, int From, int To)> Had(Life life)
    {
        var list = new List<(long, int, int)>();
        foreach (var c in life.File.Cases)
        {
            int from = c.OpenedOn.DayNumber,
                to = End(c.ClosedOn);
            foreach (var a in life.File.Assignments)
                if (a.CaseId == c.Id)
                    foreach (var post in life.Register.Staff.Posts(a.EmployeeId))
                        if (During(from, to, a, post) is (var begins, var ends) && begins <= ends)
                            list.Add((c.Id, begins, ends));
        }
        return list;
    }

    /// <summary>An assignment counts on the days its person is employed.</summary>
    static (int From, int To) During(int from, int to, AssignmentFact a, EmploymentFact post) =>
        (Math.Max(Math.Max(from, a.From.DayNumber), post.From.DayNumber), Math.Min(Math.Min(to, End(a.To)), End(post.To)));

    static List<(int Team, int From, int To)> AssignedTo(Life life)
    {
        var list = new List<(int, int, int)>();
        foreach (var c in life.File.Cases)
        foreach (var a in life.File.Assignments)
        {
            if (a.CaseId != c.Id)
                continue;
            foreach (var post in life.Register.Staff.Posts(a.EmployeeId))
                if (
                    post.TeamId is { } id
                    && life.TeamLane(id) is >= 0 and var team
                    && During(c.OpenedOn.DayNumber, End(c.ClosedOn), a, post) is (var from, var to)
                    && from <= to
                )
                    list.Add((team, from, to));
        }
        return list;
    }

    static void Write(Life life, MarkWriter marks)
    {
        var mine = new List<(int Team, int From, int To)>(life.Get(Assigned));
        // While nobody has the child, the team of its district.
        if (life.File.Child.DistrictId is { } district)
        {
            var had = life.Get(HadBy).ConvertAll(h => (h.From, h.To));
            SpanSet.Union(had);
            foreach (var (from, to) in SpanSet.Without(0, DateOnly.MaxValue.DayNumber, had))
            foreach (var row in life.DistrictTeams(district))
                if (row.Team >= 0)
                    mine.Add((row.Team, Math.Max(from, row.From), Math.Min(to, row.To)));
        }
        WriteUnion(mine, marks);
    }

    /// <summary>Of each lane its days, each day once.</summary>
    internal static void WriteUnion(List<(int Lane, int From, int To)> spans, MarkWriter marks)
    {
        foreach (var lane in spans.Where(s => s.From <= s.To).GroupBy(s => s.Lane))
        {
            var days = lane.Select(s => (s.From, s.To)).ToList();
            SpanSet.Union(days);
            foreach (var (from, to) in days)
                marks.Span(from, to, lane.Key);
        }
    }

    internal static int End(DateOnly? to) => (to ?? DateOnly.MaxValue).DayNumber;
}
