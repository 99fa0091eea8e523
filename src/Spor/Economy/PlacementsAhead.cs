using System.Globalization;
using System.Text.Json.Nodes;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>The forecast of placements as JSON (<c>measures.md</c> 2.60 and 2.61), for groups and never for a child.</summary>
public static class PlacementsAhead
{
    static readonly PlacementForm?[] Forms = [.. Books.Forms.Select(f => (PlacementForm?)f), null];

    /// <param name="move">Places moved: written beside the forecast, which stays as it is.</param>
    public static JsonObject Of(Register register, DateOnly day, PlacementMove? move = null)
    {
        var forecast = PlacementForecast.Of(register, day);
        var moved = move is null ? null : forecast?.With(move);
        return new()
        {
            ["at"] = Name(day),
            ["forecast"] = forecast is null ? null : Forecast(register, forecast),
            ["moved"] = moved is null ? null : Forecast(register, moved),
            ["back_test"] = PlacementBackTest.Of(register, PlacementFit.MonthEnd(PlacementFit.LastEnd(day), -PlacementBackTest.Months))
                is { } test
                ? BackTest(test)
                : null,
        };
    }

    static string Name(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    static JsonObject ByForm(Func<PlacementForm?, JsonNode?> value) =>
        new(Forms.Select(f => KeyValuePair.Create(f?.Danish() ?? "all", value(f))));

    static JsonArray Three(Expected of) =>
        new(Math.Round((decimal)of.Middle, 2), Math.Round((decimal)of.Low, 2), Math.Round((decimal)of.High, 2));

    static JsonObject Forecast(Register register, PlacementForecast forecast)
    {
        var months = new JsonObject();
        for (var m = 1; m <= forecast.Months; m++)
        {
            var month = m;
            months[Name(forecast.EndOf(m))] = ByForm(f => Three(forecast.At(month, f)));
        }
        var soFar = FullYears.SoFar(register, forecast.From);
        var year = soFar.Year;
        return new()
        {
            ["from"] = Name(forecast.From),
            ["learned_from_months"] = forecast.LearnedFrom,
            ["draws"] = forecast.Draws,
            ["seed"] = PlacementForecast.Seed,
            ["months"] = months,
            ["full_years"] = new JsonObject
            {
                ["year"] = year,
                ["by_form"] = ByForm(f => Three(forecast.FullYears(year, f is { } form ? soFar.Days[form] : soFar.AllDays, f))),
            },
        };
    }

    static JsonObject BackTest(PlacementBackTest test)
    {
        var errors = test.Errors.ToDictionary(e => e.Form?.Danish() ?? "all");
        return new()
        {
            ["made_on"] = Name(test.MadeOn),
            ["mean_absolute_error"] = ByForm(f =>
            {
                var e = errors[f?.Danish() ?? "all"];
                return new JsonObject
                {
                    ["forecast"] = e.Forecast,
                    ["last_level"] = e.Level,
                    ["last_years_trend"] = e.Trend,
                    ["no_larger"] = e.Holds,
                    ["months_within_range"] = e.Within,
                };
            }),
        };
    }
}
