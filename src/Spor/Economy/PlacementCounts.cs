using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Children placed at the ends of months (<c>measures.md</c> 2.6), by form.</summary>
public sealed class PlacementCounts
{
    readonly Dictionary<DateOnly, int[]> counts;

    PlacementCounts(Dictionary<DateOnly, int[]> counts) => this.counts = counts;

    public static PlacementCounts Of(PlacedRuns placed, IEnumerable<DateOnly> ends)
    {
        var counts = ends.ToDictionary(e => e, _ => new int[Enum.GetValues<PlacementForm>().Length]);
        foreach (var (_, runs) in placed.Each())
        foreach (var (end, count) in counts)
            if (PlacedRuns.On(runs, end) is { Form: var form })
            {
                count[(int)form]++;
                // All together are counted where no form is.
                count[(int)PlacementForm.None]++;
            }
        return new(counts);
    }

    /// <summary>Earliest first.</summary>
    public IEnumerable<DateOnly> Ends => counts.Keys.Order();

    /// <param name="form">Null = of any.</param>
    public int At(DateOnly end, PlacementForm? form) => counts[end][(int)(form ?? PlacementForm.None)];
}
