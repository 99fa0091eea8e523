using System.Collections.Concurrent;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Web.Leading.Economy;

namespace Spor.Web.Leading.Forecast;

/// <summary>What is worked out of one day, once.</summary>
public sealed class ForecastFigures
{
    /// <summary>After an entry that is not about money the books are the same, and so is this.</summary>
    public static Derived<DateOnly, ForecastFigures> On { get; } =
        new(
            2,
            (s, day, before) => s.Get(EconomyFigures.On, day) is var money && ReferenceEquals(before?.money, money) ? before! : new(money)
        );

    readonly EconomyFigures money;
    readonly Lazy<PlacementForecast?> forecast;
    readonly Lazy<PlacementForecast?> near;
    readonly Lazy<PlacementBackTest?> test;
    readonly Lazy<PlacementCounts> past;
    readonly Lazy<FullYears> soFar;
    readonly Lazy<IReadOnlyList<PlacementMoney>> ofYear;
    readonly ConcurrentDictionary<(int Month, PlacementForm Form), Expected> expected = [];

    ForecastFigures(EconomyFigures money)
    {
        this.money = money;
        var (books, day) = (money.Books, money.Books.Day);
        var end = PlacementFit.LastEnd(day);
        forecast = new(() => PlacementForecast.Of(books.Placed, day));
        near = new(() =>
            forecast.IsValueCreated ? forecast.Value : PlacementForecast.Of(books.Placed, day, end.Month == 12 ? 12 : 12 - end.Month)
        );
        test = new(() => PlacementBackTest.Of(books.Placed, PlacementFit.MonthEnd(end, -PlacementBackTest.Months)));
        past = new(() =>
            PlacementCounts.Of(
                books.Placed,
                Enumerable.Range(-PlacementForecast.Window, PlacementForecast.Window + 1).Select(m => PlacementFit.MonthEnd(end, m))
            )
        );
        soFar = new(() => FullYears.SoFar(books.Placed, end));
        ofYear = new(OfYear);
    }

    public PlacementForecast? Forecast => forecast.Value;

    /// <summary>The same as far as the end of the year of its first month, which is quicker to draw.</summary>
    public PlacementForecast? Near => near.Value;
    public PlacementBackTest? Test => test.Value;

    /// <summary>The month-ends of two years up to that of the forecast, with the children who were placed.</summary>
    public PlacementCounts Past => past.Value;

    /// <summary>Of the year of the first month ahead, up to the forecast's own month-end.</summary>
    public FullYears SoFar => soFar.Value;

    /// <summary>What a full year of a form costs this year.</summary>
    public UnitPrices Prices => money.UnitPrices;

    /// <summary>What the forecast would change in the money of the books' year, by form and at last of all together; empty without a
    /// forecast, and when nothing of the year is left.</summary>
    public IReadOnlyList<PlacementMoney> Money => ofYear.Value;

    /// <summary>Works out what the monthly follow-up and the page show, so that the first reader need not wait for it.</summary>
    public void Warm() => _ = (Money, Test, Past, SoFar);

    /// <summary>What <see cref="Forecast"/> expects of a month; all its draws are looked through once.</summary>
    /// <param name="form">Null = of any.</param>
    public Expected At(int month, PlacementForm? form) =>
        expected.GetOrAdd((month, form ?? PlacementForm.None), _ => Forecast!.At(month, form));

    IReadOnlyList<PlacementMoney> OfYear() =>
        SoFar.Year == money.Books.Day.Year && Near is { } of ? PlacementMoney.Of(of, SoFar, money.Expected, money.UnitPrices) : [];
}
