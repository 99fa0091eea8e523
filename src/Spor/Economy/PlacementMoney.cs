using Spor.Interventions;

namespace Spor.Economy;

/// <summary>An amount that is not certain, in øre: the mean of the draws, and the 2.5th and 97.5th percentile.</summary>
public readonly record struct ExpectedOre(long Middle, long Low, long High);

/// <summary>What the forecast of placements would change in the year's money, for a form (<c>measures.md</c> 2.97); beside the year's
/// forecast and no part of it.</summary>
/// <param name="Form">Null = all forms together.</param>
/// <param name="Granted">Full-year placements of the year if what is granted runs as granted.</param>
/// <param name="Ahead">Those that are expected.</param>
/// <param name="PriceOre">Of a full year; null of all together, and where nobody has been placed so this year.</param>
/// <param name="Ore">Null where a form has no price.</param>
public sealed record PlacementMoney(PlacementForm? Form, decimal Granted, Expected Ahead, long? PriceOre, ExpectedOre? Ore)
{
    /// <summary>By the ledger (2.27), else by what is granted (2.26).</summary>
    public static long? PriceOf(UnitPrices prices, PlacementForm form) => prices.Actual[form].PriceOre ?? prices.Calculated[form].PriceOre;

    /// <summary>Of a calendar year, by form and at last of all together, whose amount is the sum of the forms'.</summary>
    /// <param name="soFar">Child-days of the year up to the forecast's day.</param>
    /// <param name="granted">Of the whole year, if what is granted runs as granted.</param>
    public static IReadOnlyList<PlacementMoney> Of(PlacementForecast forecast, FullYears soFar, FullYears granted, UnitPrices prices)
    {
        var year = soFar.Year;
        ExpectedOre? Amount(params IReadOnlyList<PlacementForm> forms)
        {
            var of = forms.Select(f => (Form: f, Price: PriceOf(prices, f), Granted: granted.Of(f))).ToList();
            // A form that nobody is, was or is expected in needs no price.
            if (of.Exists(f => f.Price is null && (f.Granted != 0 || forecast.FullYears(year, soFar.Days[f.Form], f.Form).High > 0)))
                return null;
            of.RemoveAll(f => f.Price is null);
            var drawn = forecast.OfYear(year, soFar.Days, years => of.Sum(f => (years[f.Form] - (double)f.Granted) * f.Price!.Value));
            return new((long)Math.Round(drawn.Middle), (long)Math.Round(drawn.Low), (long)Math.Round(drawn.High));
        }
        var each = Books
            .Forms.Select(f => new PlacementMoney(
                f,
                granted.Of(f),
                forecast.FullYears(year, soFar.Days[f], f),
                PriceOf(prices, f),
                Amount(f)
            ))
            .ToList();
        ExpectedOre? all =
            each.TrueForAll(m => m.Ore is not null) && Amount([.. Books.Forms]) is { } sum
                ? sum with
                {
                    Middle = each.Sum(m => m.Ore!.Value.Middle),
                }
                : null;
        return [.. each, new(null, granted.Of(null), forecast.FullYears(year, soFar.AllDays, null), null, all)];
    }
}

/// <summary>What places moved change in a calendar year: full-year placements by form, and the money of them.</summary>
/// <param name="Years">With the places moved less without.</param>
/// <param name="Ore">Null where a form that changes has no price.</param>
public sealed record MovedMoney(int Year, IReadOnlyDictionary<PlacementForm, double> Years, long? Ore)
{
    /// <summary>The calendar years that the forecast holds to their end, the first from the day it is made on.</summary>
    public static IReadOnlyList<MovedMoney> Of(PlacementForecast without, PlacementForecast with, UnitPrices prices)
    {
        var last = without.EndOf(without.Months);
        var to = last == new DateOnly(last.Year, 12, 31) ? last.Year : last.Year - 1;
        var found = new List<MovedMoney>();
        for (var year = without.EndOf(1).Year; year <= to; year++)
        {
            var years = Books.Forms.ToDictionary(f => f, f => with.FullYears(year, 0, f).Middle - without.FullYears(year, 0, f).Middle);
            decimal? ore = 0;
            foreach (var (form, more) in years.Where(y => Math.Abs(y.Value) > 1e-9))
                ore += (decimal)more * PlacementMoney.PriceOf(prices, form);
            found.Add(new(year, years, ore is { } sum ? (long)Math.Round(sum, MidpointRounding.AwayFromZero) : null));
        }
        return found;
    }
}
