using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;

namespace Spor.Corrections;

/// <summary>What a correction does to requirements, gates and figures: seen before it is saved.</summary>
/// <param name="Gone">Requirements that are no more; gates among them.</param>
/// <param name="New">Requirements that were not there.</param>
/// <param name="Moved">Requirements with another deadline, or met where they were not, or the other way round: before and after.</param>
/// <param name="Step">The child's step today before and after; the same where it does not move.</param>
public sealed record Effects(
    IReadOnlyList<Requirement> Gone,
    IReadOnlyList<Requirement> New,
    IReadOnlyList<(Requirement Before, Requirement After)> Moved,
    (int Before, int After) Step
)
{
    public bool Any => Gone.Count + New.Count + Moved.Count > 0 || Step.Before != Step.After;

    /// <param name="file">Read alone, as it is.</param>
    /// <param name="events">What the correction would write.</param>
    public static Effects Of(ChildFile file, IEnumerable<DomainEvent> events, Catalogue catalogue, DateOnly today)
    {
        var after = file.After(events);
        var (then, next) = (By(file, catalogue, today), By(after, catalogue, today));
        var gone = new List<Requirement>();
        var came = new List<Requirement>();
        var moved = new List<(Requirement, Requirement)>();
        foreach (var key in then.Keys.Union(next.Keys).Order())
        {
            var (a, b) = (then.GetValueOrDefault(key, []), next.GetValueOrDefault(key, []));
            for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
                if (i >= b.Count)
                    gone.Add(a[i]);
                else if (i >= a.Count)
                    came.Add(b[i]);
                else if ((a[i].Due, a[i].State) != (b[i].Due, b[i].State))
                    moved.Add((a[i], b[i]));
        }
        return new(gone, came, moved, (StepOn(file, catalogue, today), StepOn(after, catalogue, today)));
    }

    /// <summary>The highest step of what runs; 0 if nothing on the ladder does.</summary>
    static int StepOn(ChildFile file, Catalogue catalogue, DateOnly day) =>
        file.Interventions.Where(m => m.RunsOn(day)).Select(m => catalogue.On(m.Code, day)?.Step ?? 0).DefaultIfEmpty(0).Max();

    static Dictionary<(Rule, long), List<Requirement>> By(ChildFile file, Catalogue catalogue, DateOnly today)
    {
        var all = new List<Requirement>();
        // What renews itself with every fact says nothing.
        Derive.Of(file, catalogue, today, all);
        return all.Where(r => r.Rule != Rule.CaseCurrent)
            .GroupBy(r => (r.Rule, r.SubjectId))
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Due).ToList());
    }
}
