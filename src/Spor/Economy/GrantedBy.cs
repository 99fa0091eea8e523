using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>A measure in a year, on one account: granted, paid and granted ahead.</summary>
/// <param name="Account">Null without one.</param>
public sealed record YearOfMeasure(ChildFile Child, InterventionFact Measure, string? Account)
{
    /// <summary>2.12 of the delivered months.</summary>
    public long GrantedOre { get; private set; }

    /// <summary>The ledger's lines of the same months.</summary>
    public long ActualOre { get; private set; }

    /// <summary>What is granted in the other months of the year.</summary>
    public long AheadOre { get; private set; }

    /// <summary>Months of the whole year without a price.</summary>
    public int Unpriced { get; private set; }

    /// <summary>All that the year of the books costs, measure by measure.</summary>
    public static YearOfMeasures Of(Books books)
    {
        var rows = new Dictionary<(long Measure, string? Account), YearOfMeasure>();
        var files = books.Register.Children.ToDictionary(f => f.Id);
        var none = 0L;
        YearOfMeasure At(ChildFile child, InterventionFact m, string? account) =>
            rows.TryGetValue((m.Id, account), out var row) ? row : rows[(m.Id, account)] = new(child, m, account);
        void Granted(MeasureMonth m, bool ahead)
        {
            var row = At(m.Child, m.Measure, m.Account);
            row.Unpriced += m.Ore is null ? 1 : 0;
            row.GrantedOre += ahead ? 0 : m.Ore ?? 0;
            row.AheadOre += ahead ? m.Ore ?? 0 : 0;
        }
        foreach (var month in Books.Months(books.Day.Year, 12).Where(books.Ledger.Delivered))
        {
            var running = books.Granted[month].ToDictionary(m => m.Measure.Id);
            foreach (var m in running.Values)
                Granted(m, ahead: false);
            foreach (var line in books.Ledger.In(month))
                if (books.Ledger.MeasureOf(line) is not { } measure)
                    none += line.AmountOre;
                else
                {
                    // A line of a month in which its measure does not run is under what the measure itself says.
                    var account = running.TryGetValue(measure.Id, out var ran) ? ran.Account : line.Account;
                    At(files[measure.ChildId], measure, account).ActualOre += line.AmountOre;
                }
        }
        foreach (var m in books.Ahead)
            Granted(m, ahead: true);
        return new([.. rows.Values], none);
    }
}

/// <param name="OfNoneOre">What the ledger's lines of no known measure come to.</param>
public sealed record YearOfMeasures(IReadOnlyList<YearOfMeasure> Each, long OfNoneOre);

/// <summary>What the measures of one provider, paragraph, account, child or family cost in the year (<c>measures.md</c> 2.99): actual,
/// granted and expected apart. All of them, and what belongs to none, are the year's forecast (2.23).</summary>
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
    /// <param name="key">What a measure is put under; null = under none.</param>
    public static IReadOnlyList<GrantedBy> Of(YearOfMeasures year, Func<YearOfMeasure, string?> key)
    {
        var sums = new Dictionary<string, Sum>(StringComparer.Ordinal);
        var none = new Sum { Actual = year.OfNoneOre };
        foreach (var m in year.Each)
        {
            var sum =
                key(m) is not { } k ? none
                : sums.TryGetValue(k, out var known) ? known
                : sums[k] = new();
            sum.Add(m);
        }
        return
        [
            .. sums.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value.Of(s.Key)),
            .. none.IsNothing ? Array.Empty<GrantedBy>() : [none.Of(null)],
        ];
    }

    sealed class Sum
    {
        readonly HashSet<ChildFile> children = [];
        long granted,
            ahead;
        int unpriced;
        public long Actual;

        public bool IsNothing => children.Count == 0 && Actual == 0;

        public void Add(YearOfMeasure m)
        {
            children.Add(m.Child);
            granted += m.GrantedOre;
            Actual += m.ActualOre;
            ahead += m.AheadOre;
            unpriced += m.Unpriced;
        }

        public GrantedBy Of(string? key) => new(key, [.. children.OrderBy(c => c.Id)], granted, Actual, ahead, unpriced);
    }
}
