using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Web.Case.Economy;

/// <summary>One measure of a child and its money.</summary>
/// <param name="Prices">Each price with the day it holds from, the first first; none without a price.</param>
/// <param name="SpentOre">Calculated (2.12) to the end of the last month that has ended.</param>
/// <param name="ExpectedOre">Granted for the rest of the year, to its expected end.</param>
/// <param name="ActualOre">What the ledger's lines for it come to; null where none names it.</param>
/// <param name="Unpriced">Months without a price.</param>
public sealed record MeasureMoney(
    InterventionFact Measure,
    string Name,
    int Step,
    IReadOnlyList<(DateOnly From, long Ore, PriceUnit Unit, long? Quantity)> Prices,
    long YearOre,
    long SpentOre,
    long ExpectedOre,
    long? ActualOre,
    int Unpriced
);

/// <summary>What is granted to one child, measure by measure, with dated prices; expected and actual apart.</summary>
public sealed class ChildMoneyView
{
    public ChildMoneyView(ChildFile file, Books books)
    {
        Books = books;
        var months = books.MonthsOfYear;
        var actual = books
            .MonthsShown.Where(books.Ledger.Delivered)
            .SelectMany(books.Ledger.In)
            .Select(l => (Line: l, Measure: books.Ledger.MeasureOf(l)))
            .Where(l => l.Measure?.ChildId == file.Id)
            .ToLookup(l => l.Measure!.Id, l => l.Line.AmountOre);
        var granted = books.MonthsShown.SelectMany(m => books.Granted[m]).Where(m => m.Child.Id == file.Id).ToLookup(m => m.Measure.Id);
        var ahead = books
            .Ahead.Where(m => m.Child.Id == file.Id && m.First > (months.Count > 0 ? months[^1] : DateOnly.MinValue))
            .ToLookup(m => m.Measure.Id);
        Rows =
        [
            .. file
                .Interventions.Reverse()
                .Select(m => new MeasureMoney(
                    m,
                    books.Catalogue.NameOf(m.Code, m.From),
                    books.Catalogue.On(m.Code, m.RunsOn(books.Day) ? books.Day : m.From)?.Step ?? 0,
                    PricesOf(m, file.Prices),
                    granted[m.Id].Where(g => g.First.Year == books.Year).Sum(g => g.Ore ?? 0),
                    granted[m.Id].Sum(g => g.Ore ?? 0),
                    ahead[m.Id].Sum(g => g.Ore ?? 0),
                    actual.Contains(m.Id) ? actual[m.Id].Sum() : null,
                    granted[m.Id].Count(g => g.Ore is null)
                )),
        ];
    }

    public Books Books { get; }
    public IReadOnlyList<MeasureMoney> Rows { get; }

    /// <summary>The measures that cost something in the two years, or run.</summary>
    public IReadOnlyList<MeasureMoney> Lately =>
        [
            .. Rows.Where(r =>
                r.SpentOre != 0 || r.ExpectedOre != 0 || r.ActualOre is not null || r.Unpriced > 0 || r.Measure.RunsOn(Books.Day)
            ),
        ];

    public long YearOre => Lately.Sum(r => r.YearOre);
    public long SpentOre => Lately.Sum(r => r.SpentOre);
    public long ExpectedOre => Lately.Sum(r => r.ExpectedOre);
    public long ActualOre => Lately.Sum(r => r.ActualOre ?? 0);

    static List<(DateOnly, long, PriceUnit, long?)> PricesOf(InterventionFact m, InterventionPriceFact[] changes)
    {
        var prices = new List<(DateOnly, long, PriceUnit, long?)>();
        if (m.PriceOre is { } ore && m.Unit is { } unit)
            prices.Add((m.From, ore, unit, m.QuantityHundredths));
        prices.AddRange(
            changes
                .Where(p => p.InterventionId == m.Id && !(m.To < p.From))
                .Select(p => (p.From > m.From ? p.From : m.From, p.PriceOre, p.Unit, p.QuantityHundredths))
        );
        return prices;
    }
}
