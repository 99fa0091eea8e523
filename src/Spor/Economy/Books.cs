using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>
/// The municipality's books as they stand on a day, beside a baseline: the ledger, the budget, what is granted, and the months that the
/// money figures are of (<c>measures.md</c>, words of the money figures). Every money figure is a pure function of it.
/// </summary>
public sealed class Books
{
    /// <summary>The books of a snapshot's day against the same day a year before: what the pages about money stand on.</summary>
    public static Derived<DateOnly, Books> On { get; } = new(14, (s, day) => new(s.Register, day, day.AddYears(-1), s.Get(SharedBooks.Of)));

    /// <summary>The forms of placement that money is divided by.</summary>
    public static IReadOnlyList<PlacementForm> Forms { get; } = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];

    readonly SharedBooks shared;
    readonly Lazy<IReadOnlyList<MeasureMonth>> ahead;
    readonly Lazy<IReadOnlyList<MeasureMonth>> lastMonth;

    /// <param name="shared">What the books of other days have worked out already, of this register or of one with the same money.</param>
    public Books(Register register, DateOnly day, DateOnly baseline, SharedBooks? shared = null)
    {
        (Register, Day, Baseline) = (register, day, baseline);
        this.shared = shared = shared is not null && day.Year <= shared.Year ? shared : new(register, day.Year);
        Ledger = new(shared.Lines, day);
        var ended = LastEnded(day);
        (Year, LastMonth) = (ended.Year, ended.Month);
        YearBefore = baseline.Year < Year ? baseline.Year : Year - 1;
        MonthsOfYear = Months(Year, LastMonth);
        MonthsBefore = Months(YearBefore, LastMonth);
        MonthsShown = [.. Months(YearBefore, 12), .. MonthsOfYear];
        Granted = new(this);
        // For one day's books alone it does not pay to work out what every month costs.
        var costs = shared.IsKept ? shared : null;
        lastMonth = new(() => MonthsOfYear.Count == 0 ? [] : MeasureMonths.In(register, [MonthsOfYear[^1]], costs: costs?.Costs));
        ahead = new(() => MeasureMonths.In(register, [.. Months(day.Year, 12).Where(m => !Ledger.Delivered(m))], AsExpected, costs?.Costs));
    }

    public Register Register { get; }
    public Catalogue Catalogue => Register.Catalogue;
    public DateOnly Day { get; }
    public DateOnly Baseline { get; }
    public LedgerLines Ledger { get; }

    /// <summary>The calendar year of the last month that has ended by the day.</summary>
    public int Year { get; }

    /// <summary>The number of the last month that has ended by the day.</summary>
    public int LastMonth { get; }
    public int YearBefore { get; }

    /// <summary>January to the last month that has ended, as their first days.</summary>
    public IReadOnlyList<DateOnly> MonthsOfYear { get; }

    /// <summary>The same months of the year before.</summary>
    public IReadOnlyList<DateOnly> MonthsBefore { get; }

    /// <summary>All twelve of the year before's calendar year, and those of the year.</summary>
    public IReadOnlyList<DateOnly> MonthsShown { get; }

    /// <summary>What every measure costs in every month, and what the months come to.</summary>
    public CostTable Costs => shared.Costs;

    /// <summary>Where every child has been placed.</summary>
    public PlacedRuns Placed => shared.Placed;

    /// <summary>The measure-months of <see cref="MonthsShown"/>, by month; of any other month none. A walk through all measures of a year:
    /// for sums ask <see cref="Costs"/>.</summary>
    public GrantedMonths Granted { get; }

    /// <summary>The measure-months of the last month that has ended.</summary>
    public IReadOnlyList<MeasureMonth> LastMonthGranted => lastMonth.Value;

    /// <summary>How many measure-months of a month the ledger names that are granted something else than 0, and what is granted of
    /// them.</summary>
    public (int Count, long Ore) Met(DateOnly month)
    {
        var (count, ore) = (0, 0L);
        foreach (var (measure, child) in Ledger.Named(month))
            if (Costs.OreOf(Register.Children[child], child, measure.Id, month) is { } of and not 0)
                (count, ore) = (count + 1, ore + of);
        return (count, ore);
    }

    /// <summary>What 2.23 counts as granted in the months of the day's year that are not delivered.</summary>
    public IReadOnlyList<MeasureMonth> Ahead => ahead.Value;

    public static IReadOnlyList<DateOnly> Months(int year, int count) =>
        [.. Enumerable.Range(1, count).Select(m => new DateOnly(year, m, 1))];

    public static int DaysIn(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    /// <summary>The first day of the last month whose last day is not after a day.</summary>
    public static DateOnly LastEnded(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return MeasureMonths.LastOf(first) > day ? first.AddMonths(-1) : first;
    }

    /// <summary>
    /// True if the money figures of another register are these: its ledger, budget, accounts and catalogue are the same, and of every child
    /// whose file is new the measures, their prices, what was decided and which lines were settled are. So a note on a child does not cost
    /// the year's books. What looks at more of a child than that (refunds, districts) is not asked from here.
    /// </summary>
    public bool StandFor(Register other) => shared.Changed(other) is { Count: 0 };

    /// <summary>The last day of a measure as the rest of the year is expected on the day: decided, and to its expected end; null if it is
    /// no part of it.</summary>
    End? AsExpected(ChildFile file, InterventionFact m)
    {
        if (m.From > Day && !IsDecided(file, m, Day))
            return null;
        return m.To is not null || !(m.ExpectedTo > Day) || m.ExpectedTo < m.From ? new(m.To) : new(m.ExpectedTo);
    }

    /// <summary>Apart, so that nothing is allocated for the many measures that have begun.</summary>
    internal static bool IsDecided(ChildFile file, InterventionFact m, DateOnly day) =>
        Array.Exists(file.Decisions, d => d.Id == m.DecisionId && d.On <= day);

    /// <summary>Measure-months, worked out year by year when they are asked for.</summary>
    public sealed class GrantedMonths(Books books)
    {
        readonly ConcurrentDictionary<int, Lazy<ILookup<DateOnly, MeasureMonth>>> years = [];

        public IEnumerable<MeasureMonth> this[DateOnly month] =>
            books.MonthsShown.Contains(month)
                ? years
                    .GetOrAdd(
                        month.Year,
                        year =>
                            new(() =>
                                MeasureMonths
                                    .In(
                                        books.Register,
                                        [.. books.MonthsShown.Where(m => m.Year == year)],
                                        costs: books.shared.IsKept ? books.Costs : null
                                    )
                                    .ToLookup(m => m.First)
                            )
                    )
                    .Value[month]
                : [];
    }
}
