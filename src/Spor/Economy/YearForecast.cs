using Spor.Interventions;

namespace Spor.Economy;

/// <summary>What a year, a step or an account is forecast to cost, in øre.</summary>
/// <param name="ActualOre">Of the delivered months.</param>
/// <param name="GrantedOre">Of the other months.</param>
/// <param name="BudgetOre">Null in a year without a budget.</param>
public readonly record struct ForecastLine(long ActualOre, long GrantedOre, long? BudgetOre)
{
    public long ForecastOre => ActualOre + GrantedOre;

    /// <summary>More than 0: dearer than the budget.</summary>
    public long? DeviationOre => ForecastOre - BudgetOre;
}

/// <summary>The forecast of the day's calendar year (<c>measures.md</c> 2.23): what is actual, and what is granted for the rest. What is
/// expected and not granted is no part of it.</summary>
/// <param name="Delivered">The year's delivered months, as their first days.</param>
/// <param name="WithoutPrice">Measure-months of the granted part that could not be priced.</param>
/// <param name="BySteps">0 to 6 and <see cref="MonthMoney.None"/>.</param>
public sealed record YearForecast(
    int Year,
    IReadOnlyList<DateOnly> Delivered,
    ForecastLine Whole,
    int WithoutPrice,
    IReadOnlyDictionary<int, ForecastLine> BySteps,
    IReadOnlyDictionary<string, ForecastLine> ByAccounts
)
{
    public static YearForecast Of(Books books)
    {
        var year = books.Day.Year;
        var delivered = Books.Months(year, 12).Where(books.Ledger.Delivered).ToList();
        var lines = delivered.SelectMany(books.Ledger.In).ToList();
        var priced = books.Ahead.Where(m => m.Ore is not null).ToList();
        var budget = books.Register.Budget.Where(b => b.Month.Year == year).ToList();
        IReadOnlyDictionary<TKey, ForecastLine> By<TKey>(
            Func<LedgerFact, TKey> ofLine,
            Func<MeasureMonth, TKey> ofMeasure,
            Func<BudgetFact, TKey> ofBudget,
            IEnumerable<TKey> always
        )
            where TKey : notnull
        {
            var (actual, granted, planned) = (
                MonthMoney.Sums(lines, ofLine, l => l.AmountOre, always),
                MonthMoney.Sums(priced, ofMeasure, m => m.Ore!.Value, []),
                MonthMoney.Sums(budget, ofBudget, b => b.AmountOre, [])
            );
            return actual
                .Keys.Union(granted.Keys)
                .Union(planned.Keys)
                .ToDictionary(
                    k => k,
                    k => new ForecastLine(
                        actual.GetValueOrDefault(k),
                        granted.GetValueOrDefault(k),
                        budget.Count == 0 ? null : planned.GetValueOrDefault(k)
                    )
                );
        }
        return new(
            year,
            delivered,
            new(lines.Sum(l => l.AmountOre), priced.Sum(m => m.Ore!.Value), budget.Count == 0 ? null : budget.Sum(b => b.AmountOre)),
            books.Ahead.Count - priced.Count,
            By(
                l => books.Ledger.StepOf(l) ?? MonthMoney.None,
                m => m.Step,
                b => books.Ledger.StepOf(b) ?? MonthMoney.None,
                [.. Enumerable.Range(0, Ladder.Steps), MonthMoney.None]
            ),
            By(l => l.Account, m => m.Account ?? MonthMoney.NoAccount, b => b.Account, [])
        );
    }
}

/// <summary>What the year has committed that no ledger line has met (<c>measures.md</c> 2.24).</summary>
/// <param name="NoLine">Of the delivered months.</param>
/// <param name="Rest">Of the other months.</param>
public sealed record Commitments(IReadOnlyList<MeasureMonth> NoLine, IReadOnlyList<MeasureMonth> Rest)
{
    public long NoLineOre => NoLine.Sum(m => m.Ore!.Value);
    public long RestOre => Rest.Sum(m => m.Ore!.Value);
    public long TotalOre => NoLineOre + RestOre;

    public static Commitments Of(Books books) =>
        new(
            LedgerMatching.Of(books, Books.Months(books.Day.Year, 12))?.NoLine ?? [],
            [.. books.Ahead.Where(m => m.Ore is not (null or 0))]
        );
}
