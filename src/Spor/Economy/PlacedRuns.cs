using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Economy;

/// <summary>A run of days on which a child is placed in one form and on one step (<c>measures.md</c> 2.6).</summary>
public readonly record struct PlacedRun(DateOnly From, DateOnly To, PlacedAt At);

/// <summary>Where every child has been placed, run by run: worked out once and shared by all that counts placements on some day.</summary>
public sealed class PlacedRuns
{
    readonly IReadOnlyList<ChildFile> children;
    readonly Catalogue catalogue;
    readonly Blocks<PlacedRun[]> runs;

    PlacedRuns(IReadOnlyList<ChildFile> children, Catalogue catalogue, Blocks<PlacedRun[]> runs) =>
        (this.children, this.catalogue, this.runs) = (children, catalogue, runs);

    public static PlacedRuns Of(Register register)
    {
        var (children, catalogue) = (register.Children, register.Catalogue);
        return new(children, catalogue, Blocks.Made(children.Count, i => Of(children[i], catalogue)));
    }

    /// <summary>Those of a register in which a few children are others.</summary>
    internal PlacedRuns With(Register register, IReadOnlyList<int> changed) =>
        new(register.Children, catalogue, runs.With(changed.Select(i => (i, Of(register.Children[i], catalogue)))));

    static PlacedRun[] Of(ChildFile file, Catalogue catalogue)
    {
        var found = Placements.Runs(
            file,
            catalogue,
            (m, day) => new PlacedAt(catalogue.On(m.Code, m.From)?.Form ?? PlacementForm.None, catalogue.On(m.Code, day)?.Step ?? 0)
        );
        return found.Count == 0 ? [] : [.. found.Select(r => new PlacedRun(r.From, r.To, r.Said))];
    }

    /// <summary>Those who have been placed, in the register's order, each with the runs, earliest first.</summary>
    public IEnumerable<(ChildFile File, PlacedRun[] Runs)> Each()
    {
        var i = 0;
        foreach (var of in runs)
        {
            if (of.Length > 0)
                yield return (children[i], of);
            i++;
        }
    }

    /// <summary>Where a child is on a day; null = not placed.</summary>
    public static PlacedAt? On(PlacedRun[] runs, DateOnly day)
    {
        foreach (var run in runs)
            if (run.From <= day && day <= run.To)
                return run.At;
        return null;
    }

    /// <summary>Child-days placed, by form.</summary>
    public Dictionary<PlacementForm, long> Days(IReadOnlyList<(DateOnly First, DateOnly Last)> spans)
    {
        var days = Books.Forms.ToDictionary(f => f, _ => 0L);
        foreach (var (_, of) in Each())
        foreach (var run in of)
        foreach (var (first, last) in spans)
            days[run.At.Form] += FullYears.Overlap(run.From, run.To, first, last);
        return days;
    }
}
