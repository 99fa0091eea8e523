using System.Collections.Concurrent;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Web.Leading.Forecast;

/// <summary>What is worked out of one day, once.</summary>
public sealed class ForecastFigures(Register register, DateOnly day)
{
    readonly Lazy<PlacementForecast?> forecast = new(() => PlacementForecast.Of(register, day));
    readonly Lazy<PlacementBackTest?> test = new(() =>
        PlacementBackTest.Of(register, PlacementFit.MonthEnd(PlacementFit.LastEnd(day), -PlacementBackTest.Months))
    );
    readonly Lazy<PlacementCounts> past = new(() =>
        PlacementCounts.Of(
            register,
            Enumerable
                .Range(-PlacementForecast.Window, PlacementForecast.Window + 1)
                .Select(m => PlacementFit.MonthEnd(PlacementFit.LastEnd(day), m))
        )
    );
    readonly Lazy<FullYears> soFar = new(() => FullYears.SoFar(register, PlacementFit.LastEnd(day)));
    readonly ConcurrentDictionary<(int Month, PlacementForm Form), Expected> expected = [];

    public PlacementForecast? Forecast => forecast.Value;
    public PlacementBackTest? Test => test.Value;

    /// <summary>The month-ends of two years up to that of the forecast, with the children who were placed.</summary>
    public PlacementCounts Past => past.Value;

    /// <summary>Of the year of the first month ahead, up to the forecast's own month-end.</summary>
    public FullYears SoFar => soFar.Value;

    /// <summary>What <see cref="Forecast"/> expects of a month; all its draws are looked through once.</summary>
    /// <param name="form">Null = of any.</param>
    public Expected At(int month, PlacementForm? form) =>
        expected.GetOrAdd((month, form ?? PlacementForm.None), _ => Forecast!.At(month, form));
}
