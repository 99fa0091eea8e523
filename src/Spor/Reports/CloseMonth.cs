using Spor.Access;
using Spor.Economy;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Reports;

/// <summary>A month of the ledger is closed: what was told of it is kept with a baseline, and the forecast of the year as it was then. In
/// øre.</summary>
public sealed class MonthClosedFact : Fact
{
    public static FactKind<MonthClosedFact> Described { get; } =
        new(
            "month-closed",
            "lukket måned",
            "lukkede måneder",
            c =>
                c.Value(f => f.Month, "Måned")
                    .Happened(f => f.On, "Lukket den")
                    .Refers<BaselineFact>(f => f.BaselineId, "Basislinje", bond: Bond.Outlives)
                    .Money(f => f.MonthOre, "Brugt i måneden")
                    .Money(f => f.ActualOre, "Brugt i årets leverede måneder")
                    .Money(f => f.GrantedOre, "Bevilget for resten af året")
                    .Money(f => f.BudgetOre, "Årets budget")
        );

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; set; }
    public DateOnly On { get; set; }
    public long? BaselineId { get; set; }

    /// <summary>Actual spending of the month as it was told when it closed.</summary>
    public long MonthOre { get; set; }
    public long ActualOre { get; set; }
    public long GrantedOre { get; set; }
    public long? BudgetOre { get; set; }
    public long ForecastOre => ActualOre + GrantedOre;

    /// <summary>The latest closing of each month of a year, the earliest month first.</summary>
    public static IReadOnlyList<MonthClosedFact> Of(Register register, int year) =>
        [
            .. register
                .Of<MonthClosedFact>()
                .Where(m => m.Month.Year == year)
                .GroupBy(m => m.Month)
                .Select(g => g.OrderBy(m => m.On).ThenBy(m => m.Id).Last())
                .OrderBy(m => m.Month),
        ];
}

/// <summary>Closes a month: its figures are kept as a baseline. A closed month that has changed since can be closed again.</summary>
/// <param name="Month">Its first day.</param>
public sealed record CloseMonth(DateOnly Month) : ICommand<CloseMonth>
{
    public static Verb<CloseMonth> Verb { get; } =
        new(
            "close-month",
            Capability.Economy,
            (c, now) =>
                ClosingRules.Close(
                    c.Month,
                    now.Register,
                    now.Today,
                    now.Facts.EntryNo,
                    now.Facts.All<MonthClosedFact>(),
                    [.. now.Facts.All<BaselineFact>().Select(now.Facts.Opened)],
                    now.NewId
                )
        );
}

public static class ClosingRules
{
    /// <param name="closed">Every closing there has been.</param>
    /// <param name="kept">The baselines, names opened.</param>
    public static Decision Close(
        DateOnly month,
        Register register,
        DateOnly today,
        long headNo,
        IReadOnlyList<MonthClosedFact> closed,
        IReadOnlyList<BaselineFact> kept,
        Func<long> next
    )
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var last = MeasureMonths.LastOf(first);
        if (last > today)
            return new Refusal("month-not-over", nameof(CloseMonth.Month));
        var books = new Books(register, last, last.AddYears(-1));
        if (MonthMoney.ActualIn(books, first) is not { } actual)
            return new Refusal("month-not-delivered", nameof(CloseMonth.Month));
        var before = closed.Where(c => c.Month == first).OrderBy(c => c.On).ThenBy(c => c.Id).LastOrDefault();
        if (before?.MonthOre == actual.TotalOre)
            return new Refusal("month-closed-already", nameof(CloseMonth.Month));
        var forecast = YearForecast.Of(books).Whole;
        var name = "Økonomi " + Danish.Month(first);
        for (var again = 2; kept.Any(b => string.Equals(b.Name, name, StringComparison.OrdinalIgnoreCase)); again++)
            name = $"Økonomi {Danish.Month(first)}, lukket {again}. gang";
        var baseline = new BaselineFact
        {
            Id = next(),
            Day = last,
            EntryNo = headNo,
            Name = name,
        };
        return Decision.Of([
            new Recorded(FactKinds.Baseline, baseline),
            new Recorded(
                FactKinds.MonthClosed,
                new MonthClosedFact
                {
                    Id = next(),
                    Month = first,
                    On = today,
                    BaselineId = baseline.Id,
                    MonthOre = actual.TotalOre,
                    ActualOre = forecast.ActualOre,
                    GrantedOre = forecast.GrantedOre,
                    BudgetOre = forecast.BudgetOre,
                }
            ),
        ]);
    }
}
