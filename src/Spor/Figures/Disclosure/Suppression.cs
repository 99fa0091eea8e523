namespace Spor.Figures.Disclosure;

/// <summary>One count that is published, or could be worked out from others.</summary>
/// <param name="Weights">How much each kind of child adds to it (children alike in every count are one kind); empty where the kinds are not
/// known.</param>
/// <param name="Rests">How many children are behind it.</param>
/// <param name="Rank">The lowest is given up first where something must be.</param>
/// <param name="Published">False for a count that is not shown but must not be worked out either: those not in time, those who said
/// no.</param>
public sealed record CountCell(string Key, long Value, int Rests, long[] Weights, int Rank, bool Published)
{
    /// <summary>Small in itself, or hidden to keep another.</summary>
    public bool Hidden { get; set; }

    /// <summary>Hidden for a reason of its own (an earlier report), and so not to be worked out either.</summary>
    public bool Guarded { get; set; }
    public bool IsSmall => Rests is > 0 and < Suppression.Fewest;
}

/// <summary>Counts that add up to another.</summary>
/// <param name="Total">Null when the total is nowhere shown.</param>
public sealed record CountGroup(string? Total, IReadOnlyList<string> Parts);

/// <summary>
/// Hides what few children are behind, and so much beside it that nothing shown gives it away: first with company in each group that adds
/// up, then, as long as some small count can be written as sums and differences of counts shown, one of those is hidden too.
/// </summary>
public static class Suppression
{
    /// <summary>A figure on fewer children than this is not shown (<c>measures.md</c>, Small groups).</summary>
    public const int Fewest = 5;

    /// <summary>Exact arithmetic without fractions: a prime is as good as the rational numbers for small whole weights.</summary>
    const long Prime = 2147483647;

    /// <summary>Sets <see cref="CountCell.Hidden"/> on what is small or guarded, and on what would give it away.</summary>
    public static void Apply(IReadOnlyList<CountCell> cells, IReadOnlyList<CountGroup> groups)
    {
        var byKey = cells.ToDictionary(c => c.Key);
        foreach (var cell in cells)
            cell.Hidden |= cell.IsSmall || cell.Guarded;
        do
        {
            while (HideInGroups(byKey, groups)) { }
        } while (HideOneThatGivesAway(cells));
    }

    static bool HideInGroups(Dictionary<string, CountCell> cells, IReadOnlyList<CountGroup> groups)
    {
        var changed = false;
        void Hide(CountCell cell)
        {
            changed |= !cell.Hidden;
            cell.Hidden = true;
        }
        foreach (var (total, keys) in groups)
        {
            var parts = keys.Select(k => cells[k]).ToArray();
            // What is hidden is not to be added up again. Where the kinds of children are known, only as much is hidden as it takes.
            if (total is not null && cells[total] is { Hidden: true, Weights.Length: 0 } && !parts.Any(p => p.Hidden))
                foreach (var part in parts.Where(p => p.Value > 0))
                    Hide(part);
            if (total is null || cells[total].Hidden || !parts.Any(p => p.Hidden))
                continue;
            foreach (
                var next in parts
                    .Where(p => !p.Hidden && p.Value > 0)
                    .OrderBy(p => p.Value)
                    .ThenBy(p => p.Key, StringComparer.Ordinal)
                    .ToList()
            )
            {
                if (KeepTogether(parts))
                    break;
                Hide(next);
            }
            if (!KeepTogether(parts))
                Hide(cells[total]);
        }
        return changed;
    }

    /// <summary>
    /// True if what is hidden stays so for a reader who knows its sum, and of each part whether it is small: at least two, and more than
    /// one way to share the sum between them.
    /// </summary>
    static bool KeepTogether(CountCell[] parts)
    {
        int count = 0;
        long sum = 0,
            least = 0,
            most = 0;
        foreach (var p in parts)
        {
            if (!p.Hidden)
                continue;
            count++;
            sum += p.Value;
            // A count on few children may itself be larger than that: a child can be counted more than once.
            least += p.IsSmall ? 1 : Fewest;
            most += p.IsSmall && p.Value < Fewest ? Fewest - 1 : 1_000_000;
        }
        return count == 0 || (count > 1 && sum >= Fewest && least < sum && sum < most);
    }

    static bool HideOneThatGivesAway(IReadOnlyList<CountCell> cells)
    {
        var shown = cells.Where(c => c.Published && !c.Hidden && c.Value > 0).ToArray();
        if (Leak(shown, cells.Where(c => c.IsSmall || c.Guarded)) is not { } used)
            return false;
        used.OrderBy(c => c.Rank).ThenBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Hidden = true;
        return true;
    }

    /// <summary>The shown counts from which some small count can be worked out; null if none can.</summary>
    static List<CountCell>? Leak(CountCell[] shown, IEnumerable<CountCell> small)
    {
        shown = [.. shown.Where(c => c.Weights.Length > 0)];
        if (shown.Length == 0)
            return null;
        var width = shown[0].Weights.Length;
        // Rows in echelon form; beside each, which shown counts it is made of.
        var rows = new List<(long[] Row, long[] Made, int Pivot)>();
        void Reduce(long[] row, long[] made)
        {
            foreach (var r in rows)
            {
                var factor = row[r.Pivot];
                if (factor == 0)
                    continue;
                for (var i = r.Pivot; i < row.Length; i++)
                    if (r.Row[i] != 0)
                        row[i] = (row[i] + (Prime - factor) * r.Row[i]) % Prime;
                for (var i = 0; i < made.Length; i++)
                    if (r.Made[i] != 0)
                        made[i] = (made[i] + (Prime - factor) * r.Made[i]) % Prime;
            }
        }
        for (var n = 0; n < shown.Length; n++)
        {
            var row = (long[])shown[n].Weights.Clone();
            var made = new long[shown.Length];
            made[n] = 1;
            Reduce(row, made);
            var pivot = Array.FindIndex(row, x => x != 0);
            if (pivot < 0)
                continue;
            var inverse = Power(row[pivot], Prime - 2);
            for (var i = 0; i < width; i++)
                row[i] = row[i] * inverse % Prime;
            for (var i = 0; i < made.Length; i++)
                made[i] = made[i] * inverse % Prime;
            rows.Add((row, made, pivot));
            // By rising pivot, so that one pass from the left clears a row.
            rows.Sort((a, b) => a.Pivot.CompareTo(b.Pivot));
        }
        foreach (var cell in small)
        {
            if (cell.Weights.Length == 0)
                continue;
            var row = (long[])cell.Weights.Clone();
            var made = new long[shown.Length];
            Reduce(row, made);
            if (Array.TrueForAll(row, x => x == 0))
                return [.. shown.Where((_, i) => made[i] != 0)];
        }
        return null;
    }

    static long Power(long x, long n)
    {
        long result = 1;
        for (; n > 0; n >>= 1, x = x * x % Prime)
            if ((n & 1) == 1)
                result = result * x % Prime;
        return result;
    }
}
