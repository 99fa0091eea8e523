using Spor.Access;
using Spor.Economy;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Reports;

/// <summary>The year's forecast as it stood when a month had ended, kept by Spor itself once for each month and never changed; in øre. A
/// month that somebody closes is kept beside it (<see cref="MonthClosedFact"/>).</summary>
public sealed class ForecastKeptFact : Fact
{
    public static FactKind<ForecastKeptFact> Described { get; } =
        new(
            "forecast-kept",
            "gemt prognose",
            "gemte prognoser",
            c =>
                c.Value(f => f.Month, "Måned")
                    .Happened(f => f.On, "Gemt den")
                    .Money(f => f.ActualOre, "Brugt i årets leverede måneder")
                    .Money(f => f.GrantedOre, "Bevilget for resten af året")
                    .Money(f => f.BudgetOre, "Årets budget")
        );

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; set; }
    public DateOnly On { get; set; }
    public long ActualOre { get; set; }
    public long GrantedOre { get; set; }
    public long? BudgetOre { get; set; }
    public long ForecastOre => ActualOre + GrantedOre;

    /// <summary>Of a year, the earliest month first.</summary>
    public static IReadOnlyList<ForecastKeptFact> Of(Register register, int year) =>
        [.. register.Of<ForecastKeptFact>().Where(m => m.Month.Year == year).OrderBy(m => m.Month)];
}

/// <summary>Keeps the year's forecast as it stands now that a month has ended. Spor does it by itself, once for each month.</summary>
/// <param name="Month">Its first day.</param>
public sealed record KeepForecast(DateOnly Month) : ICommand<KeepForecast>
{
    public static Verb<KeepForecast> Verb { get; } =
        new(
            "keep-forecast",
            Capability.Economy,
            (c, now) => Decide(c.Month, now.Register, now.Today, now.Facts.All<ForecastKeptFact>(), now.NewId)
        );

    /// <summary>The month whose forecast is to be kept on a day; null when there is no money to forecast, or it is kept already.</summary>
    public static DateOnly? Due(Register register, DateOnly today) =>
        Books.LastEnded(today) is var month
        && (register.Ledger.Count > 0 || register.Budget.Count > 0)
        && !Array.Exists(register.Of<ForecastKeptFact>(), k => k.Month == month)
            ? month
            : null;

    /// <param name="kept">Every forecast that was kept.</param>
    public static Decision Decide(DateOnly month, Register register, DateOnly today, IReadOnlyList<ForecastKeptFact> kept, Func<long> next)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var ended = Books.LastEnded(today);
        if (first > ended)
            return new Refusal("month-not-over", nameof(Month));
        // What was known at the end of an earlier month is not known any more: bills and measures of it have come since.
        if (first < ended)
            return new Refusal("forecast-too-late", nameof(Month));
        if (kept.Any(k => k.Month == first))
            return new Refusal("forecast-kept-already", nameof(Month));
        if (register.Ledger.Count == 0 && register.Budget.Count == 0)
            return new Refusal("nothing-to-forecast", nameof(Month));
        var last = MeasureMonths.LastOf(first);
        var forecast = YearForecast.Of(new(register, last, last.AddYears(-1))).Whole;
        return Decision.Of([
            new Recorded(
                FactKinds.ForecastKept,
                new ForecastKeptFact
                {
                    Id = next(),
                    Month = first,
                    On = today,
                    ActualOre = forecast.ActualOre,
                    GrantedOre = forecast.GrantedOre,
                    BudgetOre = forecast.BudgetOre,
                }
            ),
        ]);
    }
}
