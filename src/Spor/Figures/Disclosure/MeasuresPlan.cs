using Spor.Economy;

namespace Spor.Figures.Disclosure;

/// <summary>
/// What of measures, or providers, beside each other may be told to those who may not see the children behind (<c>measures.md</c> 3). A
/// row is told of a whole published year alone, so that no two periods can be subtracted, and where many children have the measure. On a
/// step one row is never left out alone, since the step's own number would give it away.
/// </summary>
public sealed class MeasuresPlan
{
    readonly HashSet<string> told;

    /// <param name="lines">Every row, with the step it adds up in on other pages; null of what adds up in none.</param>
    public MeasuresPlan(IReadOnlyList<(MeasuresBeside Line, int? Step)> lines)
    {
        told = [.. lines.Where(l => l.Line.Children >= PublishedTables.Many).Select(l => l.Line.Key)];
        foreach (var step in lines.Where(l => l.Step is not null).GroupBy(l => l.Step))
            if (
                step.Count(l => !told.Contains(l.Line.Key)) == 1
                && step.Where(l => told.Contains(l.Line.Key)).ToList() is { Count: > 0 } shown
            )
                told.Remove(shown.MinBy(l => l.Line.Children).Line.Key);
    }

    public bool Tells(MeasuresBeside line) => told.Contains(line.Key);

    /// <summary>Few have it no longer, or so few have it that another year's number tells who changed.</summary>
    public static bool HidesChildrenOn(MeasuresBeside line) =>
        line.ChildrenOn is > 0 and < PublishedTables.Many || IsFew(line.Children - line.ChildrenOn);

    /// <summary>Those that began and those that ended give each other away.</summary>
    public static bool HidesFlows(MeasuresBeside line) => IsFew(line.Started) || IsFew(line.Ended);

    public static bool HidesUnpriced(MeasuresBeside line) => IsFew(line.Unpriced);

    public static bool HidesProgress(MeasuresBeside line) => line.Progress is { } p && p.Progress.Count < PublishedTables.Many;

    static bool IsFew(int n) => n is > 0 and < Suppression.Fewest;
}
