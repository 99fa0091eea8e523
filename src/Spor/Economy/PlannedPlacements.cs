using Spor.Interventions;

namespace Spor.Economy;

/// <summary>
/// The year's full-year placements against those that its budget was made for, and the deviation from the budget of placements split by
/// them (<c>measures.md</c> 2.98).
/// </summary>
/// <param name="Plan">By form; only what is written.</param>
/// <param name="Split">From the budget to the forecast; null where a form is not written, or the year has no budget of placements.</param>
public sealed record PlannedPlacements(int Year, IReadOnlyDictionary<PlacementForm, decimal> Plan, PriceVolumeMix<PlacementForm>? Split)
{
    /// <summary>All forms together; null where one is not written.</summary>
    public decimal? All => Books.Forms.All(Plan.ContainsKey) ? Plan.Values.Sum() : null;

    /// <param name="expected">Of the whole year, if what is granted runs as granted.</param>
    /// <param name="plan">By form, of the books' year.</param>
    public static PlannedPlacements? Of(Books books, FullYears expected, IReadOnlyDictionary<PlacementForm, decimal> plan)
    {
        var year = books.Day.Year;
        if (plan.Count == 0)
            return null;
        var days = Books.DaysIn(year);
        var delivered = Books.Months(year, 12).Where(books.Ledger.Delivered).ToList();
        var budget = Sums(books.Register.Budget.Where(b => b.Month.Year == year), books.Ledger.FormOf, b => b.AmountOre);
        var actual = Sums(delivered.SelectMany(books.Ledger.In), books.Ledger.FormOf, l => l.AmountOre);
        var ahead = Sums(books.Ahead.Where(m => m.Ore is not null), m => m.Form, m => m.Ore!.Value);
        var split =
            Books.Forms.All(plan.ContainsKey) && Books.Forms.Any(f => budget[f] != 0)
                ? PriceVolumeMix.Split(
                    Books.Forms.ToDictionary(
                        f => f,
                        f => new Volume((long)Math.Round(plan[f] * days, MidpointRounding.AwayFromZero), budget[f])
                    ),
                    Books.Forms.ToDictionary(f => f, f => new Volume(expected.Days[f], actual[f] + ahead[f])),
                    days,
                    days
                )
                : null;
        return new(year, plan, split);
    }

    static Dictionary<PlacementForm, long> Sums<T>(IEnumerable<T> of, Func<T, PlacementForm> form, Func<T, long> ore) =>
        MonthMoney.Sums(of, form, ore, Books.Forms);
}
