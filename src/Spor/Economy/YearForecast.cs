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
        var months = delivered.ConvertAll(books.Ledger.Sums);
        var budget = books.Register.Budget.Where(b => b.Month.Year == year).ToList();
        long ahead = 0;
        var withoutPrice = 0;
        var steps = new Dictionary<int, long>();
        var accounts = new Dictionary<string, long>();
        foreach (var m in books.Ahead)
            if (m.Ore is { } ore)
            {
                ahead += ore;
                steps[m.Step] = steps.GetValueOrDefault(m.Step) + ore;
                var account = m.Account ?? MonthMoney.NoAccount;
                accounts[account] = accounts.GetValueOrDefault(account) + ore;
            }
            else
                withoutPrice++;
        IReadOnlyDictionary<TKey, ForecastLine> By<TKey>(
            Func<LedgerMonth, IEnumerable<KeyValuePair<TKey, long>>> ofMonth,
            Dictionary<TKey, long> granted,
            Func<BudgetFact, TKey> ofBudget,
            IEnumerable<TKey> always
        )
            where TKey : notnull
        {
            var (actual, planned) = (
                MonthMoney.Sums(months.SelectMany(ofMonth), m => m.Key, m => m.Value, always),
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
            new(months.Sum(m => m.TotalOre), ahead, budget.Count == 0 ? null : budget.Sum(b => b.AmountOre)),
            withoutPrice,
            By(
                m => m.BySteps,
                steps,
                b => books.Ledger.StepOf(b) ?? MonthMoney.None,
                [.. Enumerable.Range(0, Ladder.Steps), MonthMoney.None]
            ),
            By(m => m.ByAccounts, accounts, b => b.Account, [])
        );
    }
}

/// <summary>What the year has committed that no ledger line has met (<c>measures.md</c> 2.24).</summary>
/// <param name="NoLine">Measure-months of the delivered months, with what is granted of them.</param>
/// <param name="Rest">Of the other months.</param>
public sealed record Commitments((int Count, long Ore) NoLine, (int Count, long Ore) Rest)
{
    public long NoLineOre => NoLine.Ore;
    public long RestOre => Rest.Ore;
    public long TotalOre => NoLineOre + RestOre;

    public static Commitments Of(Books books)
    {
        var (count, ore) = (0, 0L);
        foreach (var month in Books.Months(books.Day.Year, 12).Where(books.Ledger.Delivered))
        {
            var (granted, met) = (books.Costs.In(month), books.Met(month));
            (count, ore) = (count + granted.WithAmount - met.Count, ore + granted.TotalOre - met.Ore);
        }
        var rest = books.Ahead.Where(m => m.Ore is not (null or 0)).ToList();
        return new((count, ore), (rest.Count, rest.Sum(m => m.Ore!.Value)));
    }
}
