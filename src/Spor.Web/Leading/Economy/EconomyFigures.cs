using Spor.Economy;
using Spor.Facts;
using Spor.Figures.Disclosure;

namespace Spor.Web.Leading.Economy;

/// <summary>The money figures of one day, each worked out when a page first asks for it.</summary>
public sealed class EconomyFigures(Books books)
{
    /// <summary>Of a snapshot, on the day that a page is about.</summary>
    public static Derived<DateOnly, EconomyFigures> On { get; } = new(14, (s, day) => new(s.Get(Books.On, day)));

    /// <summary>What is hidden of the year whose last published day this is.</summary>
    public static Derived<DateOnly, MoneyPlan> Plan { get; } = new(6, (s, day) => new(s.Get(Books.On, day), s.Get(PublishedTables.Of)));

    readonly Lazy<YearForecast> forecast = new(() => YearForecast.Of(books));
    readonly Lazy<Commitments> commitments = new(() => Commitments.Of(books));
    readonly Lazy<LedgerMatching?> matching = new(() => LedgerMatching.Of(books, Books.Months(books.Day.Year, 12)));
    readonly Lazy<PriceVolumeMix<int>> bySteps = new(() => PriceVolumeMix.BySteps(books));
    readonly Lazy<PriceVolumeMix<string>> byCodes = new(() => PriceVolumeMix.ByCodes(books));
    readonly Lazy<FullYears> running = new(() => FullYears.Running(books));
    readonly Lazy<FullYears> yearBefore = new(() => FullYears.OfYear(books, books.Day.Year - 1));
    readonly Lazy<FullYears> expected = new(() => ExpectedOf(books));
    readonly Lazy<UnitPrices> unitPrices = new(() => UnitPrices.Of(books));
    readonly Lazy<Expectation?> beyond = new(() => Expectation.Of(books));
    readonly Lazy<IReadOnlyList<OddPrice>> oddPrices = new(() => OddPrice.In(books));

    public Books Books => books;
    public YearForecast Forecast => forecast.Value;
    public Commitments Commitments => commitments.Value;

    /// <summary>Of the day's calendar year; null while no month of it is delivered.</summary>
    public LedgerMatching? Matching => matching.Value;
    public PriceVolumeMix<int> BySteps => bySteps.Value;
    public PriceVolumeMix<string> ByCodes => byCodes.Value;

    /// <summary>From 1 January to the day.</summary>
    public FullYears Running => running.Value;

    /// <summary>Of the whole calendar year before the day's.</summary>
    public FullYears YearBefore => yearBefore.Value;

    /// <summary>Of the whole of the day's year, if what is granted runs as granted.</summary>
    public FullYears Expected => expected.Value;
    public UnitPrices UnitPrices => unitPrices.Value;
    public Expectation? Beyond => beyond.Value;
    public IReadOnlyList<OddPrice> OddPrices => oddPrices.Value;

    /// <summary>What is actual in a delivered month, and granted ahead in another.</summary>
    public (long Ore, bool IsActual) Of(DateOnly month) =>
        books.Ledger.Delivered(month)
            ? (books.Ledger.In(month).Sum(l => l.AmountOre), true)
            : (books.Ahead.Where(m => m.First == month).Sum(m => m.Ore ?? 0), false);

    /// <summary>Null in a year without a budget.</summary>
    public long? BudgetOf(DateOnly month) =>
        Forecast.Whole.BudgetOre is null ? null : books.Register.Budget.Where(b => b.Month == month).Sum(b => b.AmountOre);

    static FullYears ExpectedOf(Books books)
    {
        var days = new Dictionary<Spor.Interventions.PlacementForm, long>(FullYears.Running(books).Days);
        // Days ahead: each child once a day, under the form of its dearest placement that month; a form seldom changes ahead.
        foreach (var child in books.Ahead.Where(m => m.Form != Spor.Interventions.PlacementForm.None).GroupBy(m => (m.Child.Id, m.First)))
        {
            var last = MeasureMonths.LastOf(child.Key.First);
            var ran = Enumerable
                .Range(0, last.Day)
                .Select(child.Key.First.AddDays)
                .Where(d => d > books.Day)
                .Count(d => child.Any(m => m.Runs(d)));
            if (ran > 0)
                days[child.OrderByDescending(m => m.Step).First().Form] += ran;
        }
        return new(books.Day.Year, days);
    }
}
