using Spor.Facts;

namespace Spor.Recovery;

/// <summary>One promise on the board.</summary>
/// <param name="Kept">Null while its week still runs and it is not kept yet.</param>
public sealed record BoardPromise(RecoveryPromiseFact Promise, CourseCase Of, bool? Kept);

/// <summary>What one person promised for the week before, and for this one. Kept promises are all it says of anybody.</summary>
public sealed record BoardLine(long EmployeeId, IReadOnlyList<BoardPromise> LastWeek, IReadOnlyList<BoardPromise> ThisWeek)
{
    public int Kept => LastWeek.Count(p => p.Kept == true);
}

/// <summary>The board of a week: last week's promises and what became of them, this week's, and the standing on both.</summary>
public sealed record RecoveryBoard(
    DateOnly Monday,
    IReadOnlyList<BoardLine> Lines,
    RecoveryStanding? Before,
    RecoveryStanding Now,
    RecoveryWeek? Week
)
{
    public int Promised => Lines.Sum(l => l.LastWeek.Count);
    public int Kept => Lines.Sum(l => l.Kept);

    /// <param name="monday">Of the week whose board it is; what is looked at is not later than the course.</param>
    public static RecoveryBoard Of(RecoveryTally tally, DateOnly monday)
    {
        var course = tally.Course;
        var points = course.Points.ToList();
        int PointOn(DateOnly day) => Math.Max(0, points.FindLastIndex(p => p <= day));
        var (last, now) = (PointOn(monday.AddDays(-1)), PointOn(monday.AddDays(6)));
        var before = Promises(tally, monday.AddDays(-7), last, points[last] >= monday.AddDays(-1));
        var these = Promises(tally, monday, now, points[now] >= monday.AddDays(6));
        return new(
            monday,
            [
                .. before
                    .Concat(these)
                    .Select(p => p.Promise.EmployeeId)
                    .Distinct()
                    .Select(e => new BoardLine(
                        e,
                        [.. before.Where(p => p.Promise.EmployeeId == e)],
                        [.. these.Where(p => p.Promise.EmployeeId == e)]
                    ))
                    .OrderBy(l => l.EmployeeId),
            ],
            last < now ? tally.Standings[last] : null,
            tally.Standings[now],
            now > 0 ? tally.Weeks[now - 1] : null
        );
    }

    static List<BoardPromise> Promises(RecoveryTally tally, DateOnly monday, int point, bool over)
    {
        var (course, elements) = (tally.Course, tally.Elements);
        var found = new List<BoardPromise>();
        foreach (var c in tally.Cases.Where(c => c.Old))
        foreach (var p in ProgrammeOrder.PromisesOf(c.File, course.Programme.Id, monday, course.Day))
            if (p.CaseId == c.Case.Id)
            {
                // A promise that was moved while its week ran was not kept, whatever came of it later.
                var last = ProgrammeOrder.PromiseOf(c.File, p.CaseId, p.ProgrammeId, monday.AddDays(6));
                var moved = last is not null && last.Week > p.Week;
                var kept = !moved && ProgrammeOrder.IsKept(p, c, elements, point, course.Points[point]);
                found.Add(new(p, c, kept || over ? kept : null));
            }
        return found;
    }
}
