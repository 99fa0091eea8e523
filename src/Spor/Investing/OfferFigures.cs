using System.Globalization;
using System.Text.Json.Nodes;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Investing;

/// <summary>What works for whom as JSON (<c>measures.md</c> 2.90 to 2.92), by code of the catalogue.</summary>
public static class OfferFigures
{
    public static JsonObject Of(Register register, DateOnly day, DateOnly baseline)
    {
        var offers = new JsonObject();
        foreach (var of in OfferOutcome.Of(register, baseline, day, m => register.Catalogue.Spelled(m.Code)))
        {
            if (offers[of.Offer] is not JsonObject groups)
                offers[of.Offer] = groups = [];
            groups[of.Group?.Danish() ?? "all"] = One(of);
        }
        return new()
        {
            ["at"] = day.ToString("O", CultureInfo.InvariantCulture),
            ["baseline"] = baseline.ToString("O", CultureInfo.InvariantCulture),
            ["offers"] = offers,
        };
    }

    static JsonObject One(OfferOutcome of) =>
        new()
        {
            ["children"] = of.Children,
            ["days"] = of.Days,
            ["cost"] = new JsonObject
            {
                ["ore"] = of.Ore,
                ["children"] = of.Priced,
                ["measure_months_without_price"] = of.Unpriced,
                ["ore_a_child"] = of.OreAChild,
                ["range"] = Range(of.CostRange, 0),
            },
            ["goal_progress"] = new JsonObject
            {
                ["mean"] = of.Progress,
                ["measures"] = of.Measures,
                ["children"] = of.Measured,
                ["range"] = Range(of.ProgressRange, 2),
            },
            ["ore_a_goal_point"] = new JsonObject
            {
                ["ore"] = of.OreAPoint,
                ["children"] = of.Costed,
                ["range"] = Range(of.PointRange, 0),
            },
            ["a_year_after"] = new JsonObject
            {
                ["lower"] = of.After.Lower,
                ["same"] = of.After.Same,
                ["higher"] = of.After.Higher,
                ["no_step"] = of.After.Out,
                ["grown"] = of.After.Grown,
            },
            ["again_within_a_year"] = new JsonArray(of.After.Again.Yes, of.After.Again.Of),
        };

    static JsonArray? Range(Ratio of, int decimals) =>
        of is { Low: { } low, High: { } high } ? new(Math.Round((decimal)low, decimals), Math.Round((decimal)high, decimals)) : null;
}
