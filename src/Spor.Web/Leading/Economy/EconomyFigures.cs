using Spor.Economy;
using Spor.Facts;
using Spor.Figures.Disclosure;

namespace Spor.Web.Leading.Economy;

/// <summary>The money figures of one day, each worked out when a page first asks for it.</summary>
public sealed class EconomyFigures(Books books)
{
    /// <summary>Of a snapshot, on the day that a page is about. After an entry that is not about money they are the same.</summary>
    public static Derived<DateOnly, EconomyFigures> On { get; } =
        new(14, (s, day, before) => before is not null && before.Books.StandFor(s.Register) ? before : new(s.Get(Books.On, day)));

    /// <summary>What is hidden of the year whose last published day this is.</summary>
    public static Derived<DateOnly, MoneyPlan> Plan { get; } = new(6, (s, day) => new(s.Get(Books.On, day), s.Get(PublishedTables.Of)));

    /// <summary>Works out what the monthly follow-up shows, so that the first reader need not wait for it.</summary>
    public void Warm()
    {
        _ = (Forecast, Commitments, Matching, BySteps, ByCodes, Running, YearBefore, Expected, UnitPrices, Beyond, OddPrices);
        _ = (Rolling, Likely, NoLine, Different, WithoutMeasure, Measures);
        _ = (months.Value, budgets.Value, granted.Value, FirstMonth, Negative, WithoutPrice);
    }

    readonly Lazy<YearForecast> forecast = new(() => YearForecast.Of(books));
    readonly Lazy<Commitments> commitments = new(() => Commitments.Of(books));
    readonly Lazy<LedgerMatching?> matching = new(() => LedgerMatching.Of(books, Books.Months(books.Day.Year, 12)));
    readonly Lazy<PriceVolumeMix<int>> bySteps = new(() => PriceVolumeMix.BySteps(books));
    readonly Lazy<PriceVolumeMix<string>> byCodes = new(() => PriceVolumeMix.ByCodes(books));
    readonly Lazy<FullYears> running = new(() => FullYears.Running(books));
    readonly Lazy<IReadOnlyList<(DateOnly End, IReadOnlyDictionary<Spor.Interventions.PlacementForm, decimal> Years)>> rolling = new(() =>
        FullYears.Rolling(books)
    );
    readonly Lazy<FullYears> yearBefore = new(() => FullYears.OfYear(books, books.Day.Year - 1));
    readonly Lazy<FullYears> expected = new(() => ExpectedOf(books));
    readonly Lazy<UnitPrices> unitPrices = new(() => UnitPrices.Of(books));
    readonly Lazy<Expectation?> beyond = new(() => Expectation.Of(books));
    readonly Lazy<IReadOnlyList<OddPrice>> oddPrices = new(() => OddPrice.In(books));

    // Each a walk through all lines of the books, which a page asks for again and again.
    readonly Lazy<Dictionary<DateOnly, (long Ore, bool IsActual)>> months = new(() => MonthsOf(books));
    readonly Lazy<Dictionary<DateOnly, long>> budgets = new(() =>
        books
            .Register.Budget.Where(b => b.Month.Year == books.Day.Year)
            .GroupBy(b => b.Month)
            .ToDictionary(g => g.Key, g => g.Sum(b => b.AmountOre))
    );
    readonly Lazy<Dictionary<DateOnly, long>> granted = new(() =>
        Books
            .Months(books.Day.Year, 12)
            .Where(m => MeasureMonths.LastOf(m) <= books.Day)
            .ToDictionary(m => m, m => MonthMoney.GrantedIn(books, m).TotalOre)
    );
    readonly Lazy<DateOnly?> firstMonth = new(() =>
        books.Register.Budget.Select(b => (DateOnly?)b.Month).Append(books.Ledger.FirstMonth).Min()
    );
    readonly Lazy<IReadOnlyList<LedgerFact>> negative = new(() =>
        [.. Books.Months(books.Day.Year, 12).SelectMany(m => books.Ledger.Sums(m).Negative)]
    );
    readonly Lazy<IReadOnlyList<MeasureMonth>> withoutPrice = new(() => [.. books.LastMonthGranted.Where(m => m.Ore is null)]);

    public Books Books => books;
    public YearForecast Forecast => forecast.Value;
    public Commitments Commitments => commitments.Value;

    /// <summary>Of the day's calendar year; null while no month of it is delivered.</summary>
    public LedgerMatching? Matching => matching.Value;

    // What a page lists of it, found and put in order once for all who ask.
    IReadOnlyList<LikelyMatch>? likely;
    IReadOnlyList<MeasureMonth>? noLine;
    IReadOnlyList<MatchedPair>? different;
    IReadOnlyList<LedgerFact>? withoutMeasure;

    public IReadOnlyList<LikelyMatch> Likely =>
        LazyInitializer.EnsureInitialized(ref likely, () => Matching is { } m ? LikelyMatches.Of(m) : []);

    /// <summary>The latest first, then the dearest.</summary>
    public IReadOnlyList<MeasureMonth> NoLine =>
        LazyInitializer.EnsureInitialized(
            ref noLine,
            () => Matching is { } m ? [.. m.NoLine.OrderByDescending(l => l.First).ThenByDescending(l => l.Ore)] : []
        );

    /// <summary>Those that differ, the most first.</summary>
    public IReadOnlyList<MatchedPair> Different =>
        LazyInitializer.EnsureInitialized(
            ref different,
            () => Matching is { } m ? [.. m.Matched.Where(p => p.DifferenceOre != 0).OrderByDescending(p => Math.Abs(p.DifferenceOre))] : []
        );

    /// <summary>Lines that name no known measure, the latest first.</summary>
    public IReadOnlyList<LedgerFact> WithoutMeasure =>
        LazyInitializer.EnsureInitialized(
            ref withoutMeasure,
            () =>
                Matching is { } m
                    ? [.. m.Unknown.Concat(m.Without).OrderByDescending(l => l.Month).ThenByDescending(l => Math.Abs(l.AmountOre))]
                    : []
        );

    public PriceVolumeMix<int> BySteps => bySteps.Value;
    public PriceVolumeMix<string> ByCodes => byCodes.Value;

    /// <summary>From 1 January to the day.</summary>
    public FullYears Running => running.Value;

    /// <summary>Of the twelve months up to each month-end of the year.</summary>
    public IReadOnlyList<(DateOnly End, IReadOnlyDictionary<Spor.Interventions.PlacementForm, decimal> Years)> Rolling => rolling.Value;

    /// <summary>Of the whole calendar year before the day's.</summary>
    public FullYears YearBefore => yearBefore.Value;

    /// <summary>Of the whole of the day's year, if what is granted runs as granted.</summary>
    public FullYears Expected => expected.Value;

    public UnitPrices UnitPrices => unitPrices.Value;
    public Expectation? Beyond => beyond.Value;
    public IReadOnlyList<OddPrice> OddPrices => oddPrices.Value;

    /// <summary>What is actual in a delivered month of the day's year, and granted ahead in another.</summary>
    public (long Ore, bool IsActual) Of(DateOnly month) => months.Value[month];

    /// <summary>Of a month of the day's year; null in a year without a budget.</summary>
    public long? BudgetOf(DateOnly month) => Forecast.Whole.BudgetOre is null ? null : budgets.Value.GetValueOrDefault(month);

    /// <summary>What the measures of a month of the day's year cost as granted; null of a month that has not ended by the day.</summary>
    public long? GrantedIn(DateOnly month) => granted.Value.TryGetValue(month, out var ore) ? ore : null;

    /// <summary>The first month with a line or a budget; null without any.</summary>
    public DateOnly? FirstMonth => firstMonth.Value;

    /// <summary>Lines below zero in the delivered months of the day's year.</summary>
    public IReadOnlyList<LedgerFact> Negative => negative.Value;

    /// <summary>Lines of the same months that name a measure nobody knows.</summary>
    public int UnknownLines => Books.Months(books.Day.Year, 12).Sum(m => books.Ledger.Sums(m).Unknown);

    /// <summary>Measures of the year's last ended month that cannot be priced.</summary>
    public IReadOnlyList<MeasureMonth> WithoutPrice => withoutPrice.Value;

    /// <summary>The year's measures, each with what is granted, paid and granted ahead: what the year's cost is put together by.</summary>
    public YearOfMeasures Measures => LazyInitializer.EnsureInitialized(ref measures, () => YearOfMeasure.Of(books));

    YearOfMeasures? measures;

    static Dictionary<DateOnly, (long Ore, bool IsActual)> MonthsOf(Books books)
    {
        var ahead = new Dictionary<DateOnly, long>();
        foreach (var m in books.Ahead)
            ahead[m.First] = ahead.GetValueOrDefault(m.First) + (m.Ore ?? 0);
        return Books
            .Months(books.Day.Year, 12)
            .ToDictionary(
                m => m,
                m => books.Ledger.Delivered(m) ? (books.Ledger.Sums(m).TotalOre, true) : (ahead.GetValueOrDefault(m), false)
            );
    }

    static FullYears ExpectedOf(Books books)
    {
        var days = new Dictionary<Spor.Interventions.PlacementForm, long>(FullYears.Running(books).Days);
        // Days ahead: each child once a day, under the form of its dearest placement that month; a form seldom changes ahead.
        foreach (var child in books.Ahead.Where(m => m.Form != Spor.Interventions.PlacementForm.None).GroupBy(m => (m.Child.Id, m.First)))
        {
            var (first, last) = (child.Key.First, MeasureMonths.LastOf(child.Key.First));
            var from = books.Day >= first ? books.Day.AddDays(1) : first;
            var ran = 0u;
            var dearest = child.First();
            foreach (var m in child)
            {
                for (var on = m.Measure.From > from ? m.Measure.From : from; on <= last && !(m.To < on); on = on.AddDays(1))
                    ran |= 1u << on.Day - 1;
                if (m.Step > dearest.Step)
                    dearest = m;
            }
            if (ran != 0)
                days[dearest.Form] += System.Numerics.BitOperations.PopCount(ran);
        }
        return new(books.Day.Year, days);
    }
}
