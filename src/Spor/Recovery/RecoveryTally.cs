using Spor.Facts;

namespace Spor.Recovery;

/// <summary>Where a programme stands at one point. Arrays are by <see cref="RecoveryElement"/>.</summary>
/// <param name="OldActive">Old cases that are active.</param>
/// <param name="OldClosed">Old cases that are no longer active.</param>
/// <param name="InOrder">Active old cases of which nothing is left that was to recover.</param>
/// <param name="Left">To recover and still not in order.</param>
/// <param name="Done">To recover and now in order.</param>
/// <param name="GoneWithCase">To recover in a case that is no longer active.</param>
/// <param name="NoLongerRequired">To recover and no longer required.</param>
/// <param name="BacklogOld">New backlog in old cases.</param>
/// <param name="BacklogNew">New backlog in cases opened since.</param>
/// <param name="Opened">Cases opened since the first day.</param>
/// <param name="OpenedClosed">Of those no longer active.</param>
/// <param name="WithBacklog">Active cases opened since that lack something.</param>
public sealed record RecoveryStanding(
    DateOnly Day,
    int OldActive,
    int OldClosed,
    int InOrder,
    IReadOnlyList<int> Left,
    IReadOnlyList<int> Done,
    IReadOnlyList<int> GoneWithCase,
    IReadOnlyList<int> NoLongerRequired,
    IReadOnlyList<int> BacklogOld,
    IReadOnlyList<int> BacklogNew,
    int Opened,
    int OpenedClosed,
    int WithBacklog
)
{
    public int Old => OldActive + OldClosed;
    public int NotInOrder => OldActive - InOrder;
    public int LeftInAll => Left.Sum();

    /// <summary>Cases closed since the first day, old ones and those opened since.</summary>
    public int Closed => OldClosed + OpenedClosed;

    /// <summary>Every active case of the programme's place.</summary>
    public int Active => OldActive + Opened - OpenedClosed;
}

/// <summary>What happened in one week (or the part of one at either end).</summary>
/// <param name="Done">Elements that were left and came in order, by <see cref="RecoveryElement"/>.</param>
/// <param name="Fell">By how much the number left fell, whatever the reason; below 0 where it grew.</param>
public sealed record RecoveryWeek(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<int> Done,
    IReadOnlyList<int> Fell,
    int Opened,
    int ClosedOld,
    int ClosedNew
)
{
    /// <summary>Seven days: a part of a week tells nothing of the pace.</summary>
    public bool IsWhole => To.DayNumber - From.DayNumber == 7;
}

/// <summary>A course counted over some of its cases: those that whoever looks may see.</summary>
public sealed class RecoveryTally
{
    /// <summary>The pace is that of at most so many whole weeks, the newest.</summary>
    public const int PaceWeeks = 8;

    RecoveryTally(RecoveryCourse course, IReadOnlyList<CourseCase> cases) => (Course, Cases) = (course, cases);

    public RecoveryCourse Course { get; }
    public IReadOnlyList<CourseCase> Cases { get; }

    /// <summary>At each of the course's points.</summary>
    public required IReadOnlyList<RecoveryStanding> Standings { get; init; }

    /// <summary>Between the points.</summary>
    public required IReadOnlyList<RecoveryWeek> Weeks { get; init; }
    public RecoveryStanding Start => Standings[0];
    public RecoveryStanding Now => Standings[^1];
    public IReadOnlyList<RecoveryElement> Elements => Course.Programme.Chosen;

    /// <summary>The whole weeks that the pace is taken from, oldest first.</summary>
    public IReadOnlyList<RecoveryWeek> Paced => [.. Weeks.Where(w => w.IsWhole).TakeLast(PaceWeeks)];

    /// <summary>New cases a month (30.44 days) since the first day; null on the first day.</summary>
    public double? NewAMonth =>
        Course.Day.DayNumber - Course.Programme.From.DayNumber is > 0 and var days ? Now.Opened / (days / PublishedCheck.DaysAMonth) : null;

    public static RecoveryTally Of(RecoveryCourse course, Func<CourseCase, bool>? which = null)
    {
        var cases = which is null ? course.Cases : [.. course.Cases.Where(which)];
        var chosen = course.Programme.Chosen;
        var standings = course.Points.Select((day, p) => Standing(cases, chosen, day, p)).ToList();
        var weeks = new List<RecoveryWeek>();
        for (var p = 1; p < standings.Count; p++)
        {
            var (before, after) = (standings[p - 1], standings[p]);
            var done = new int[RecoveryElements.Count];
            foreach (var c in cases)
            foreach (var e in chosen)
                if (c.IsLeft(e, p - 1) && c.States[p][e] == ElementState.InOrder)
                    done[(int)e]++;
            weeks.Add(
                new(
                    before.Day,
                    after.Day,
                    done,
                    [.. before.Left.Select((n, e) => n - after.Left[e])],
                    after.Opened - before.Opened,
                    after.OldClosed - before.OldClosed,
                    after.OpenedClosed - before.OpenedClosed
                )
            );
        }
        return new(course, cases) { Standings = standings, Weeks = weeks };
    }

    static RecoveryStanding Standing(IReadOnlyList<CourseCase> cases, IReadOnlyList<RecoveryElement> chosen, DateOnly day, int p)
    {
        int[] left = new int[RecoveryElements.Count],
            done = new int[RecoveryElements.Count],
            gone = new int[RecoveryElements.Count],
            released = new int[RecoveryElements.Count],
            backlogOld = new int[RecoveryElements.Count],
            backlogNew = new int[RecoveryElements.Count];
        int active = 0,
            closed = 0,
            inOrder = 0,
            opened = 0,
            openedClosed = 0,
            withBacklog = 0;
        foreach (var c in cases)
        {
            if (c.Case.OpenedOn > day)
                continue;
            var isActive = c.Case.ActiveAt(day);
            var (lacks, backlog) = (false, false);
            foreach (var e in chosen)
                if (c.WasLacking(e))
                {
                    var into =
                        !isActive ? gone
                        : c.States[p].Lacks(e) ? left
                        : c.States[p][e] == ElementState.InOrder ? done
                        : released;
                    into[(int)e]++;
                    lacks |= ReferenceEquals(into, left);
                }
                else if (isActive && c.States[p].Lacks(e))
                {
                    (c.Old ? backlogOld : backlogNew)[(int)e]++;
                    backlog = true;
                }
            if (c.Old)
            {
                active += isActive ? 1 : 0;
                closed += isActive ? 0 : 1;
                inOrder += isActive && !lacks ? 1 : 0;
            }
            else
            {
                opened++;
                openedClosed += isActive ? 0 : 1;
                withBacklog += backlog ? 1 : 0;
            }
        }
        return new(day, active, closed, inOrder, left, done, gone, released, backlogOld, backlogNew, opened, openedClosed, withBacklog);
    }

    /// <summary>What came in order in the weeks of the pace, by team and element: of the team that the case was on that Sunday.</summary>
    public IReadOnlyDictionary<RecoveryFigures.TeamKey, int[]> DoneByTeam()
    {
        var found = new Dictionary<RecoveryFigures.TeamKey, int[]>();
        ForEachDone(
            (c, e, day) =>
            {
                foreach (var team in RecoveryScan.TeamsOf(Course.Register.Staff, c.File, c.Case, day))
                {
                    if (!found.TryGetValue(team, out var counts))
                        found[team] = counts = new int[RecoveryElements.Count];
                    counts[(int)e]++;
                }
            }
        );
        return found;
    }

    /// <summary>How many people had a case in which an element came in order in the weeks of the pace: those who work on it.</summary>
    public int PeopleOn(RecoveryElement element)
    {
        var people = new HashSet<long>();
        ForEachDone(
            (c, e, day) =>
            {
                if (e == element && RecoveryScan.WhoHas(Course.Register.Staff, c.File, c.Case, day) is [var first, ..])
                    people.Add(first);
            }
        );
        return people.Count;
    }

    void ForEachDone(Action<CourseCase, RecoveryElement, DateOnly> each)
    {
        var first = Paced is [var week, ..] ? Weeks.ToList().IndexOf(week) + 1 : Standings.Count;
        for (var p = first; p < Standings.Count; p++)
        {
            if (!Weeks[p - 1].IsWhole)
                continue;
            foreach (var c in Cases)
            foreach (var e in Elements)
                if (c.IsLeft(e, p - 1) && c.States[p][e] == ElementState.InOrder)
                    each(c, e, Standings[p].Day);
        }
    }
}
