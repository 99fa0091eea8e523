namespace Spor.Figures.Disclosure;

/// <summary>
/// What a page hides from those who may not see the children behind (<c>measures.md</c> 3): it hands over the cells it will show, those
/// that could be worked out from them, and their sums; what is small is hidden, and as much beside it as it takes that nothing shown gives
/// it away. No page has a rule of its own.
/// </summary>
public sealed class DisclosurePlan
{
    readonly Dictionary<string, CountCell> cells = [];
    readonly List<CountGroup> sums = [];
    readonly List<(string Key, string[] With)> ties = [];

    /// <summary>True if what rests on so many children is too small to be shown by itself. 0 is shown.</summary>
    public static bool IsSmall(int rests) => rests is > 0 and < Suppression.Fewest;

    /// <summary>A cell.</summary>
    /// <param name="value">What it adds to its sums; of kroner the children behind, for kroner of two children are as secret as the
    /// two.</param>
    /// <param name="rests">The children behind it.</param>
    /// <param name="rank">The lowest is given up first.</param>
    /// <param name="shown">False for what is on no page and must not be worked out either: those who said no.</param>
    /// <param name="weights">What each kind of children adds; null where the kinds are not known.</param>
    public void Add(string key, long value, int rests, int rank = 0, bool shown = true, long[]? weights = null) =>
        cells[key] = new(key, value, rests, weights ?? [], rank, shown);

    /// <summary>Cells that add up to another; null = to what is nowhere shown.</summary>
    public void Sum(string? total, IEnumerable<string> parts) => sums.Add(new(total, [.. parts]));

    /// <summary>Hidden for a reason of its own, and not to be worked out.</summary>
    public void Guard(string key) => cells[key].Guarded = true;

    /// <summary>Hidden, and of no help to work anything out.</summary>
    public void Withhold(string key)
    {
        cells[key] = cells[key] with { Rests = 0, Value = 0, Weights = new long[cells[key].Weights.Length] };
        cells[key].Hidden = true;
    }

    /// <summary>Hidden where one of the others is: from it they could be worked out.</summary>
    public void Tie(string key, params string[] with) => ties.Add((key, with));

    public bool Has(string key) => cells.ContainsKey(key);

    public long Value(string key) => cells[key].Value;

    /// <summary>Decides; once, when everything is handed over.</summary>
    public DisclosurePlan Settle()
    {
        bool changed;
        do
        {
            Suppression.Apply([.. cells.Values], sums);
            changed = false;
            foreach (var (key, with) in ties)
                if (!cells[key].Hidden && Array.Exists(with, w => cells[w].Hidden))
                    (cells[key].Hidden, changed) = (true, true);
        } while (changed);
        return this;
    }

    /// <summary>False too for what was not handed over.</summary>
    public bool Hides(string key) => cells.TryGetValue(key, out var cell) && cell.Hidden;

    public CountCell this[string key] => cells[key];
}
