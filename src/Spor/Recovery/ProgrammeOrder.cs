using Spor.Facts;
using Spor.Interventions;

namespace Spor.Recovery;

/// <summary>The old cases of a programme in the order of the leader's rule, with what was promised about each.</summary>
public static class ProgrammeOrder
{
    /// <param name="point">The point of the course at which they are looked at.</param>
    public static IReadOnlyList<CourseCase> Sort(
        IEnumerable<CourseCase> cases,
        RecoveryOrder order,
        IReadOnlyList<RecoveryElement> elements,
        Catalogue catalogue,
        DateOnly day,
        int point
    )
    {
        int Lacking(CourseCase c) => elements.Count(e => c.IsLeft(e, point));
        bool Placed(CourseCase c) => Array.Exists(c.File.Interventions, m => m.RunsOn(day) && Courses.IsPlacement(m, catalogue));
        var sorted = order switch
        {
            RecoveryOrder.PlacedFirst => cases.OrderByDescending(Placed).ThenByDescending(Lacking),
            RecoveryOrder.MostMissing => cases.OrderByDescending(Lacking),
            RecoveryOrder.NearestDone => cases.OrderBy(Lacking),
            RecoveryOrder.YoungestChildren => cases.OrderByDescending(c => c.File.Child.BornOn),
            _ => cases.OrderBy(c => c.Case.OpenedOn),
        };
        return [.. sorted.ThenBy(c => c.Case.OpenedOn).ThenBy(c => c.Case.Id)];
    }

    /// <summary>The promise about a case that holds on a day: the one made last; null if none was made.</summary>
    public static RecoveryPromiseFact? PromiseOf(ChildFile file, long caseId, long programmeId, DateOnly day) =>
        Array.FindLast(file.Of<RecoveryPromiseFact>(), p => p.CaseId == caseId && p.ProgrammeId == programmeId && p.MadeOn <= day);

    /// <summary>The promises that stood for a week when it began or were made in it, each case's last: whoever moves a promise while its
    /// week runs has not kept it.</summary>
    public static IEnumerable<RecoveryPromiseFact> PromisesOf(ChildFile file, long programmeId, DateOnly monday, DateOnly day) =>
        file.Of<RecoveryPromiseFact>()
            .Where(p => p.ProgrammeId == programmeId && p.Week == monday && p.MadeOn <= day)
            .GroupBy(p => p.CaseId)
            .Select(g => g.Last())
            .Where(p =>
                !Array.Exists(
                    file.Of<RecoveryPromiseFact>(),
                    later =>
                        later.CaseId == p.CaseId
                        && later.ProgrammeId == programmeId
                        && (later.MadeOn, later.Id).CompareTo((p.MadeOn, p.Id)) > 0
                        && later.MadeOn < monday
                )
            );

    /// <summary>Whether what was promised is in order, or the case is no longer active, at a point of the course.</summary>
    public static bool IsKept(
        RecoveryPromiseFact promise,
        CourseCase of,
        IReadOnlyList<RecoveryElement> elements,
        int point,
        DateOnly day
    ) =>
        !of.Case.ActiveAt(day)
        || (
            RecoveryElements.Unpack(promise.Element ?? "") is [var one, ..]
                ? !of.States[point].Lacks(one)
                : !elements.Any(e => of.IsLeft(e, point))
        );
}
