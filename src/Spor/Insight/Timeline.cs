using Spor.Facts;
using Spor.Workforce;

namespace Spor.Insight;

/// <summary>The ladder and the caseload at one day of a series, with the movements since the day before it in the series.</summary>
/// <param name="Ladder">Children per step; index 0 = no step.</param>
/// <param name="Movements">2.5 from the previous day of the series to this one; null for the first.</param>
/// <param name="ChildrenByTeam">In the order of <see cref="Timeline.Teams"/>.</param>
public sealed record TimelinePoint(
    DateOnly Day,
    int[] Ladder,
    int[,]? Movements,
    int ActiveCases,
    int ChildrenWithCase,
    int UnassignedCases,
    double Fte,
    int[] ChildrenByTeam,
    double[] FteByTeam
)
{
    public double? PerFte => Fte > 0 ? ChildrenWithCase / Fte : null;

    public double? PerFteOf(int team) => FteByTeam[team] > 0 ? ChildrenByTeam[team] / FteByTeam[team] : null;
}

/// <summary>
/// The ladder (2.4, 2.5) and the caseload (2.1, 2.2) at many days at once. Slim columns are built once for a register; a series is then one pass
/// over them with difference arrays. Its figures are those of <see cref="Ladder"/> and <see cref="Caseload"/>, which a test holds equal.
/// </summary>
public sealed class Timeline
{
    readonly record struct Run(int From, int To, int Child, byte Step);

    readonly record struct Span(int From, int To);

    readonly record struct TeamSpan(int From, int To, int Team);

    readonly int children;
    readonly Run[] steps;
    readonly Span[] cases,
        assignedCases,
        childrenWithCase;
    readonly TeamSpan[] teamChildren;
    readonly Staff staff;

    public IReadOnlyList<(long TeamId, string Name)> Teams { get; }

    /// <summary>The day the first case opened; null without any.</summary>
    public DateOnly? FirstCase { get; }

    public Timeline(Register register)
    {
        children = register.Children.Count;
        staff = register.Staff;
        Teams = [.. register.Teams.GroupBy(t => t.TeamId).Select(g => (g.Key, g.OrderBy(t => t.From).Last().Name))];
        var teamIndex = Teams.Select((t, i) => (t.TeamId, i)).ToDictionary(t => t.TeamId, t => t.i);

        var stepRuns = new List<Run>(children * 2);
        var caseSpans = new List<Span>(children);
        var assigned = new List<Span>(children);
        var withCase = new List<Span>(children);
        var teamSpans = new List<TeamSpan>(children);
        var scratch = new List<Span>();
        var mine = new List<TeamSpan>();
        var first = int.MaxValue;
        for (var at = 0; at < children; at++)
        {
            var file = register.Children[at];
            foreach (var run in Ladder.Runs(file, register.Catalogue))
                stepRuns.Add(new(run.From.DayNumber, run.To.DayNumber, at, (byte)run.Step));
            if (file.Cases.Length == 0)
                continue;
            mine.Clear();
            foreach (var c in file.Cases)
            {
                Span period = new(c.OpenedOn.DayNumber, End(c.ClosedOn));
                first = Math.Min(first, period.From);
                caseSpans.Add(period);
                scratch.Clear();
                foreach (var a in file.Assignments)
                {
                    if (a.CaseId != c.Id || Cut(new(a.From.DayNumber, End(a.To)), period) is not { } during)
                        continue;
                    // It counts on the days its person is employed.
                    foreach (var e in register.Staff.Posts(a.EmployeeId))
                    {
                        if (Cut(new(e.From.DayNumber, End(e.To)), during) is not { } there)
                            continue;
                        scratch.Add(there);
                        if (e.TeamId is { } id && teamIndex.TryGetValue(id, out var team))
                            mine.Add(new(there.From, there.To, team));
                    }
                }
                Union(scratch, assigned);
            }
            scratch.Clear();
            foreach (var c in file.Cases)
                scratch.Add(new(c.OpenedOn.DayNumber, End(c.ClosedOn)));
            Union(scratch, withCase);
            if (mine.Count > 1)
                mine.Sort((a, b) => a.Team != b.Team ? a.Team.CompareTo(b.Team) : a.From.CompareTo(b.From));
            for (var i = 0; i < mine.Count; i++)
            {
                var span = mine[i];
                while (i + 1 < mine.Count && mine[i + 1].Team == span.Team && mine[i + 1].From <= span.To)
                    span = span with { To = Math.Max(span.To, mine[++i].To) };
                teamSpans.Add(span);
            }
        }
        (steps, cases, assignedCases, childrenWithCase, teamChildren) = (
            [.. stepRuns],
            [.. caseSpans],
            [.. assigned],
            [.. withCase],
            [.. teamSpans]
        );
        FirstCase = first == int.MaxValue ? null : DateOnly.FromDayNumber(first);
    }

    static int End(DateOnly? to) => (to ?? DateOnly.MaxValue).DayNumber;

    static Span? Cut(Span a, Span b)
    {
        int from = Math.Max(a.From, b.From),
            to = Math.Min(a.To, b.To);
        return from <= to ? new(from, to) : null;
    }

    static void Union(List<Span> spans, List<Span> into)
    {
        if (spans.Count > 1)
            spans.Sort((a, b) => a.From.CompareTo(b.From));
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            while (i + 1 < spans.Count && spans[i + 1].From <= span.To)
                span = span with { To = Math.Max(span.To, spans[++i].To) };
            into.Add(span);
        }
    }

    /// <summary>The last day of every month from the first case to a day, and the day itself.</summary>
    public IReadOnlyList<DateOnly> MonthEnds(DateOnly until)
    {
        var days = new List<DateOnly>();
        if (FirstCase is { } first)
            for (var month = new DateOnly(first.Year, first.Month, 1); month.AddMonths(1).AddDays(-1) < until; month = month.AddMonths(1))
                days.Add(month.AddMonths(1).AddDays(-1));
        days.Add(until);
        return days;
    }

    /// <summary>The figures at each day; the days rise.</summary>
    public IReadOnlyList<TimelinePoint> At(IReadOnlyList<DateOnly> days)
    {
        var n = days.Count;
        if (n == 0)
            return [];
        // For a day number: the index of the first day of the series on or after it.
        int start = days[0].DayNumber,
            end = days[^1].DayNumber;
        var index = new int[end - start + 2];
        for (int i = 0, d = start; d <= end + 1; d++)
        {
            while (i < n && days[i].DayNumber < d)
                i++;
            index[d - start] = i;
        }
        int From(int day) =>
            day <= start ? 0
            : day > end ? n
            : index[day - start];
        // One past the last index of the series on or before a day.
        int After(int day) =>
            day < start ? 0
            : day >= end ? n
            : index[day - start + 1];

        var ladder = new int[(n + 1) * Ladder.Steps];
        var moved = new int[(n + 1) * Ladder.Steps * Ladder.Steps];
        int child = -1,
            lastAfter = 0,
            lastStep = 0;
        void Leave(int at, int step)
        {
            if (at > 0 && at < n)
                moved[(at * Ladder.Steps + step) * Ladder.Steps]++;
        }
        foreach (var run in steps)
        {
            int lo = From(run.From),
                hi = After(run.To);
            if (run.Child != child)
            {
                if (lastStep > 0)
                    Leave(lastAfter, lastStep);
                (child, lastAfter, lastStep) = (run.Child, 0, 0);
            }
            if (lo >= hi)
                continue;
            ladder[lo * Ladder.Steps + run.Step]++;
            ladder[hi * Ladder.Steps + run.Step]--;
            var fromStep = 0;
            if (lastStep > 0)
            {
                if (lastAfter == lo)
                    fromStep = lastStep;
                else
                    Leave(lastAfter, lastStep);
            }
            if (lo > 0)
                moved[(lo * Ladder.Steps + fromStep) * Ladder.Steps + run.Step]++;
            (lastAfter, lastStep) = (hi, run.Step);
        }
        if (lastStep > 0)
            Leave(lastAfter, lastStep);

        int[] Count(Span[] spans)
        {
            var change = new int[n + 1];
            foreach (var span in spans)
            {
                int lo = From(span.From),
                    hi = After(span.To);
                if (lo < hi)
                {
                    change[lo]++;
                    change[hi]--;
                }
            }
            for (var i = 1; i <= n; i++)
                change[i] += change[i - 1];
            return change;
        }
        int[] active = Count(cases),
            assigned = Count(assignedCases),
            withCase = Count(childrenWithCase);
        var byTeam = new int[(n + 1) * Teams.Count];
        foreach (var span in teamChildren)
        {
            int lo = From(span.From),
                hi = After(span.To);
            if (lo < hi)
            {
                byTeam[lo * Teams.Count + span.Team]++;
                byTeam[hi * Teams.Count + span.Team]--;
            }
        }

        var points = new TimelinePoint[n];
        var steady = new int[Ladder.Steps];
        var teams = new int[Teams.Count];
        for (var i = 0; i < n; i++)
        {
            var before = (int[])steady.Clone();
            for (var s = 1; s < Ladder.Steps; s++)
                steady[s] += ladder[i * Ladder.Steps + s];
            steady[0] = children - steady.AsSpan(1).ToArray().Sum();
            for (var t = 0; t < teams.Length; t++)
                teams[t] += byTeam[i * teams.Length + t];
            int[,]? movements = null;
            if (i > 0)
            {
                movements = new int[Ladder.Steps, Ladder.Steps];
                for (var a = 0; a < Ladder.Steps; a++)
                {
                    var stayed = before[a];
                    for (var b = 0; b < Ladder.Steps; b++)
                    {
                        var count = moved[(i * Ladder.Steps + a) * Ladder.Steps + b];
                        movements[a, b] = count;
                        stayed -= count;
                    }
                    // A child whose run ends and whose next begins on the same step the day after is not counted as moved.
                    movements[a, a] += stayed;
                }
            }
            var day = days[i];
            var employed = staff.On(day).Select(p => p.Of).Where(e => e.Role == Role.Caseworker).ToList();
            points[i] = new(
                day,
                (int[])steady.Clone(),
                movements,
                active[i],
                withCase[i],
                active[i] - assigned[i],
                employed.Sum(e => e.FteTenThousandths) / 10000.0,
                (int[])teams.Clone(),
                [.. Teams.Select(t => employed.Where(e => e.TeamId == t.TeamId).Sum(e => e.FteTenThousandths) / 10000.0)]
            );
        }
        return points;
    }
}
