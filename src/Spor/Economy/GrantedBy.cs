using Spor.Facts;

namespace Spor.Economy;

/// <summary>What the measures of one provider, paragraph, account, child or family cost in the year (<c>measures.md</c> 2.99): actual,
/// granted and expected apart. All of them, and <see cref="Rest"/>, are the year's forecast (2.23).</summary>
/// <param name="Key">Null: what belongs to none.</param>
/// <param name="Children">Whose measures they are.</param>
/// <param name="GrantedOre">2.12 of the delivered months.</param>
/// <param name="ActualOre">The ledger's lines of the same months.</param>
/// <param name="AheadOre">What is granted in the other months of the year.</param>
/// <param name="Unpriced">Measure-months of the whole year without a price: what is missing in the amounts.</param>
public sealed record GrantedBy(string? Key, IReadOnlyList<ChildFile> Children, long GrantedOre, long ActualOre, long AheadOre, int Unpriced)
{
    public long ExpectedOre => ActualOre + AheadOre;

    /// <summary>By key, those of none last.</summary>
    /// <param name="key">What a measure-month is put under; null = under none.</param>
    public static IReadOnlyList<GrantedBy> Of(Books books, Func<MeasureMonth, string?> key)
    {
        var delivered = Books.Months(books.Day.Year, 12).Where(books.Ledger.Delivered).ToList();
        var sums = new Dictionary<string, Sum>(StringComparer.Ordinal);
        var none = new Sum();
        Sum At(string? k) =>
            k is null ? none
            : sums.TryGetValue(k, out var sum) ? sum
            : sums[k] = new();
        var files = books.Register.Children.ToDictionary(f => f.Id);
        foreach (var month in delivered)
        {
            var running = books.Granted[month].ToDictionary(m => m.Measure.Id);
            foreach (var m in running.Values)
                At(key(m)).Granted(m);
            foreach (var line in books.Ledger.In(month))
            {
                if (books.Ledger.MeasureOf(line) is not { } measure)
                {
                    none.Actual += line.AmountOre;
                    continue;
                }
                // A line of a month in which its measure does not run is under what the measure itself says.
                var of = running.TryGetValue(measure.Id, out var ran)
                    ? ran
                    : new MeasureMonth(files[measure.ChildId], measure, month, null, 0, line.Account, Interventions.PlacementForm.None);
                var sum = At(key(of));
                sum.Actual += line.AmountOre;
                sum.Children.Add(of.Child);
            }
        }
        foreach (var m in books.Ahead)
            At(key(m)).Ahead(m);
        return
        [
            .. sums.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Of(s.Key)),
            .. none.IsNothing ? Array.Empty<GrantedBy>() : [none.Of(null)],
        ];
    }

    sealed class Sum
    {
        public readonly HashSet<ChildFile> Children = [];
        public long Actual;
        long granted,
            ahead;
        int unpriced;

        public bool IsNothing => Children.Count == 0 && Actual == 0;

        public void Granted(MeasureMonth m) => granted += Counted(m);

        public void Ahead(MeasureMonth m) => ahead += Counted(m);

        long Counted(MeasureMonth m)
        {
            Children.Add(m.Child);
            unpriced += m.Ore is null ? 1 : 0;
            return m.Ore ?? 0;
        }

        public GrantedBy Of(string? key) => new(key, [.. Children.OrderBy(c => c.Id)], granted, Actual, ahead, unpriced);
    }
}
