using Spor.Interventions;

namespace Spor.Economy;

/// <summary>A measure whose monthly cost lies so far from others of its kind that its price is probably in the wrong unit.</summary>
/// <param name="MonthOre">What a whole month of it comes to, at its price.</param>
/// <param name="UsualOre">The middle one of its kind.</param>
public sealed record OddPrice(MeasureMonth Of, long MonthOre, long UsualOre)
{
    /// <summary>So many of a kind before anything is called unusual.</summary>
    public const int Fewest = 10;

    /// <summary>So many times more, or less, than the middle one.</summary>
    public const int Times = 15;

    /// <summary>Among the measures of the last month that has ended; the price of a day typed as that of a month is 30 times too
    /// little.</summary>
    public static IReadOnlyList<OddPrice> In(Books books)
    {
        if (books.MonthsOfYear.Count == 0)
            return [];
        var month = books.MonthsOfYear[^1];
        var odd = new List<OddPrice>();
        foreach (var kind in books.LastMonthGranted.GroupBy(m => books.Catalogue.Spelled(m.Measure.Code)))
        {
            var costs = kind.Select(m =>
                    (
                        Month: m,
                        Ore: m.Measure.PriceOre is { } price and > 0 && m.Measure.Unit is { } unit and not PriceUnit.Once
                            ? Spending.AWholeMonth(price, unit, m.Measure.QuantityHundredths, month)
                            : null
                    )
                )
                .Where(c => c.Ore > 0)
                .OrderBy(c => c.Ore)
                .ToList();
            if (costs.Count < Fewest)
                continue;
            var usual = costs[costs.Count / 2].Ore!.Value;
            odd.AddRange(
                costs.Where(c => c.Ore > usual * Times || c.Ore * Times < usual).Select(c => new OddPrice(c.Month, c.Ore!.Value, usual))
            );
        }
        return odd;
    }
}
