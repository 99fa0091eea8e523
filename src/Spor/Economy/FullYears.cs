using System.Numerics;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Child-days of placement in a part of a year, by form (<c>measures.md</c> 2.25).</summary>
/// <param name="Days">Each child-day under one form (2.6); only <see cref="Books.Forms"/>.</param>
public sealed record FullYears(int Year, IReadOnlyDictionary<PlacementForm, long> Days)
{
    public long AllDays => Days.Values.Sum();

    /// <summary>Full-year placements with two decimals; null = all forms together.</summary>
    public decimal Of(PlacementForm? form) => new Fraction(form is { } f ? Days[f] : AllDays, Books.DaysIn(Year)).Rounded(2);

    /// <summary>From 1 January of the day's year to the day.</summary>
    public static FullYears Running(Books books) => Between(books, new(books.Day.Year, 1, 1), books.Day);

    /// <summary>Of a whole calendar year (2.11).</summary>
    public static FullYears OfYear(Books books, int year) => Between(books, new(year, 1, 1), new(year, 12, 31));

    /// <param name="from">In the same calendar year as <paramref name="to"/>.</param>
    public static FullYears Between(Books books, DateOnly from, DateOnly to) => new(from.Year, books.Placed.Days([(from, to)]));

    /// <summary>Up to a month-end, of the calendar year that the day after it is in: of a new year nothing yet.</summary>
    public static FullYears SoFar(Register register, DateOnly end) => SoFar(PlacedRuns.Of(register), end);

    public static FullYears SoFar(PlacedRuns placed, DateOnly end) =>
        new(end.AddDays(1).Year, placed.Days([(new(end.AddDays(1).Year, 1, 1), end)]));

    /// <summary>Running full-year placements (<c>measures.md</c> 2.100): at each month-end of the day's year that has passed, the
    /// child-days of the twelve months up to it.</summary>
    public static IReadOnlyList<(DateOnly End, IReadOnlyDictionary<PlacementForm, decimal> Years)> Rolling(Books books)
    {
        var ends = Books.Months(books.Day.Year, 12).Select(MeasureMonths.LastOf).Where(e => e <= books.Day).ToList();
        if (ends.Count == 0)
            return [];
        // Month by month once, and then the last twelve of them at each end.
        var first = new DateOnly(books.Day.Year - 1, 2, 1);
        var months = Enumerable.Range(0, ends.Count + 11).Select(m => first.AddMonths(m)).ToList();
        var days = Books.Forms.ToDictionary(f => f, _ => new long[months.Count]);
        foreach (var (_, runs) in books.Placed.Each())
        foreach (var run in runs)
        {
            if (run.To < first || run.From > ends[^1])
                continue;
            for (var m = 0; m < months.Count; m++)
                days[run.At.Form][m] += Overlap(run.From, run.To, months[m], MeasureMonths.LastOf(months[m]));
        }
        return
        [
            .. ends.Select(
                (end, i) =>
                    (
                        end,
                        (IReadOnlyDictionary<PlacementForm, decimal>)
                            Books.Forms.ToDictionary(
                                f => f,
                                f =>
                                    new Fraction(
                                        days[f].Skip(i).Take(12).Sum(),
                                        end.DayNumber - end.AddDays(1).AddYears(-1).DayNumber + 1
                                    ).Rounded(2)
                            )
                    )
            ),
        ];
    }

    internal static long Overlap(DateOnly from, DateOnly to, DateOnly first, DateOnly last) =>
        Math.Max(0, Math.Min(to.DayNumber, last.DayNumber) - Math.Max(from.DayNumber, first.DayNumber) + 1L);
}

/// <summary>What a full year of placement costs.</summary>
/// <param name="Days">Child-days it is divided by.</param>
/// <param name="Year">Whose days a full year has.</param>
public readonly record struct UnitPrice(long SpendingOre, long Days, int Year)
{
    /// <summary>Whole øre for a full year; null without days.</summary>
    public long? PriceOre => Days == 0 ? null : new Fraction((BigInteger)SpendingOre * Books.DaysIn(Year), Days).Rounded();
}

/// <summary>Unit prices of the year by form, calculated (<c>measures.md</c> 2.26) and actual (2.27).</summary>
public sealed record UnitPrices(
    IReadOnlyDictionary<PlacementForm, UnitPrice> Calculated,
    IReadOnlyDictionary<PlacementForm, UnitPrice> Actual,
    int Year
)
{
    public UnitPrice AllCalculated => Together(Calculated);
    public UnitPrice AllActual => Together(Actual);

    UnitPrice Together(IReadOnlyDictionary<PlacementForm, UnitPrice> of) =>
        new(of.Values.Sum(p => p.SpendingOre), of.Values.Sum(p => p.Days), Year);

    public static UnitPrices Of(Books books)
    {
        var delivered = books.MonthsOfYear.Where(books.Ledger.Delivered).ToList();
        var actualDays = books.Placed.Days([.. delivered.Select(m => (m, MeasureMonths.LastOf(m)))]);
        UnitPrice Calculated(PlacementForm form)
        {
            var placed = books.MonthsOfYear.Select(m => books.Costs.In(m).Placed(form)).ToList();
            return new(placed.Sum(p => p.Ore), placed.Sum(p => p.Days), books.Year);
        }
        long Actual(PlacementForm form) => delivered.Sum(m => books.Ledger.Sums(m).ByForms.GetValueOrDefault(form));
        return new(
            Books.Forms.ToDictionary(f => f, Calculated),
            Books.Forms.ToDictionary(f => f, f => new UnitPrice(Actual(f), actualDays[f], books.Year)),
            books.Year
        );
    }
}
