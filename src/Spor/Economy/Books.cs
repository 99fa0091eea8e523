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
    public static Derived<DateOnly, Books> On { get; } = new(14, (s, day) => new(s.Register, day, day.AddYears(-1)));

    /// <summary>The forms of placement that money is divided by.</summary>
    public static IReadOnlyList<PlacementForm> Forms { get; } = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];

    readonly Lazy<ILookup<DateOnly, MeasureMonth>> granted;
    readonly Lazy<IReadOnlyList<MeasureMonth>> ahead;

    public Books(Register register, DateOnly day, DateOnly baseline)
    {
        (Register, Day, Baseline) = (register, day, baseline);
        Ledger = new(register, day);
        var ended = LastEnded(day);
        (Year, LastMonth) = (ended.Year, ended.Month);
        YearBefore = baseline.Year < Year ? baseline.Year : Year - 1;
        MonthsOfYear = Months(Year, LastMonth);
        MonthsBefore = Months(YearBefore, LastMonth);
        MonthsShown = [.. Months(YearBefore, 12), .. MonthsOfYear];
        granted = new(() => MeasureMonths.In(register, MonthsShown).ToLookup(m => m.First));
        ahead = new(() => MeasureMonths.In(register, [.. Months(day.Year, 12).Where(m => !Ledger.Delivered(m))], AsExpected));
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

    /// <summary>The measure-months of <see cref="MonthsShown"/>, by month.</summary>
    public ILookup<DateOnly, MeasureMonth> Granted => granted.Value;

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
    public bool StandFor(Register other)
    {
        if (
            !ReferenceEquals(other.Of<LedgerFact>(), Register.Of<LedgerFact>())
            || !ReferenceEquals(other.Of<BudgetFact>(), Register.Of<BudgetFact>())
            || !ReferenceEquals(other.Of<AccountFact>(), Register.Of<AccountFact>())
            || !ReferenceEquals(other.Catalogue, Register.Catalogue)
            || other.Children.Count != Register.Children.Count
        )
            return false;
        for (var i = 0; i < other.Children.Count; i++)
            if (other.Children[i] is var now && Register.Children[i] is var then && !ReferenceEquals(now, then) && !SameMoney(then, now))
                return false;
        return true;
    }

    static bool SameMoney(ChildFile a, ChildFile b) =>
        Same<Children.ChildFact>([a.Child], [b.Child])
        && Same(a.Interventions, b.Interventions)
        && Same(a.Prices, b.Prices)
        && Same(a.Decisions, b.Decisions)
        && Same(a.Of<LedgerMatchFact>(), b.Of<LedgerMatchFact>());

    static bool Same<T>(T[] a, T[] b)
        where T : Fact
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
            if (a[i].Id != b[i].Id || a[i].RecordedIn != b[i].RecordedIn)
                return false;
        return true;
    }

    /// <summary>A measure as the rest of the year is expected on the day: decided, and to its expected end; null if it is no part of
    /// it.</summary>
    InterventionFact? AsExpected(ChildFile file, InterventionFact m)
    {
        if (m.From > Day && !Array.Exists(file.Decisions, d => d.Id == m.DecisionId && d.On <= Day))
            return null;
        if (m.To is not null || !(m.ExpectedTo > Day) || m.ExpectedTo < m.From)
            return m;
        var expected = (InterventionFact)m.Copy();
        expected.To = m.ExpectedTo;
        return expected;
    }
}
