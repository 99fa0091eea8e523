using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>A measure-month that the ledger names and that is granted something else than 0.</summary>
/// <param name="ActualOre">All lines that name the two, whatever their account.</param>
public readonly record struct MatchedPair(MeasureMonth Granted, long ActualOre)
{
    public long DifferenceOre => ActualOre - Granted.Ore!.Value;
}

/// <summary>A known measure and a month that the ledger names, in which it is granted nothing.</summary>
/// <param name="WithoutPrice">It runs, and cannot be priced.</param>
public readonly record struct NotGrantedPair(InterventionFact Measure, DateOnly Month, bool WithoutPrice, long ActualOre);

/// <summary>The ledger against what is granted, over delivered months (<c>measures.md</c> 2.22): what meets, and what does not in both
/// directions.</summary>
/// <param name="Without">Lines that name no measure.</param>
/// <param name="Unknown">Lines that name a measure that nobody knows.</param>
/// <param name="NoLine">Measure-months with an amount other than 0 that no line names.</param>
public sealed record LedgerMatching(
    IReadOnlyList<MatchedPair> Matched,
    IReadOnlyList<NotGrantedPair> NotGranted,
    IReadOnlyList<LedgerFact> Without,
    IReadOnlyList<LedgerFact> Unknown,
    IReadOnlyList<MeasureMonth> NoLine
)
{
    public int Equal => Matched.Count(p => p.DifferenceOre == 0);
    public long MatchedGrantedOre => Matched.Sum(p => p.Granted.Ore!.Value);
    public long MatchedActualOre => Matched.Sum(p => p.ActualOre);
    public long NotGrantedOre => NotGranted.Sum(p => p.ActualOre);
    public long NoMeasureOre => Without.Sum(l => l.AmountOre) + Unknown.Sum(l => l.AmountOre);
    public long NoLineOre => NoLine.Sum(m => m.Ore!.Value);

    /// <summary>Of those months that are delivered; null if none is.</summary>
    public static LedgerMatching? Of(Books books, IEnumerable<DateOnly> months)
    {
        var delivered = months.Where(books.Ledger.Delivered).ToList();
        if (delivered.Count == 0)
            return null;
        var matched = new List<MatchedPair>();
        var notGranted = new List<NotGrantedPair>();
        List<LedgerFact> without = [],
            unknown = [];
        var noLine = new List<MeasureMonth>();
        foreach (var month in delivered)
        {
            var running = books.Granted[month].ToDictionary(m => m.Measure.Id);
            var named = new HashSet<long>();
            foreach (var lines in books.Ledger.In(month).GroupBy(l => books.Ledger.MeasureOf(l)?.Id))
            {
                if (lines.Key is not { } id)
                {
                    foreach (var line in lines)
                        (NamesUnknown(line) ? unknown : without).Add(line);
                    continue;
                }
                var sum = lines.Sum(l => l.AmountOre);
                named.Add(id);
                if (running.TryGetValue(id, out var m) && m.Ore is not (null or 0))
                    matched.Add(new(m, sum));
                else
                    notGranted.Add(
                        new(
                            books.Ledger.MeasureOf(lines.First())!,
                            month,
                            running.TryGetValue(id, out var unpriced) && unpriced.Ore is null,
                            sum
                        )
                    );
            }
            noLine.AddRange(books.Granted[month].Where(m => m.Ore is not (null or 0) && !named.Contains(m.Measure.Id)));
        }
        return new(matched, notGranted, without, unknown, noLine);
    }

    internal static bool NamesUnknown(LedgerFact line) => line.NamesUnknown == true || line.InterventionId is not null;
}
