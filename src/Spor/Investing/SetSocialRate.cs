using System.Globalization;
using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Investing;

/// <summary>Fills in what is spared of a kind of help, its price and who pays, or corrects the row from the same day.</summary>
/// <param name="PriceOre">Øre for a full year.</param>
/// <param name="Spared">Thousandths of a full year, year 0 first; null = 0.</param>
public sealed record SetSocialRate(
    string? TargetGroup,
    Consequence? Consequence,
    DateOnly? From,
    long? PriceOre,
    int? PriceLevel,
    long? MunicipalityHundredths,
    long? RegionHundredths,
    long? StateHundredths,
    IReadOnlyList<long?> Spared,
    string? Source
) : ICommand<SetSocialRate>
{
    public static Verb<SetSocialRate> Verb { get; } =
        new("set-social-rate", Capability.Economy, (c, now) => SocialRateRules.Set(c, now.Facts.All<SocialRateFact>(), now.NewId));

    /// <summary>The field of a year.</summary>
    public static string FieldOf(int year) => $"Year{year}";
}

public static class SocialRateRules
{
    /// <summary>Kroner for a full year: what lies outside is written in thousands, or a price a day.</summary>
    public const long LeastOre = 1_000_00,
        MostOre = 10_000_000_00;

    /// <summary>Nobody is spared more than so many full years of one kind of help in a year, in thousandths.</summary>
    public const long MostSpared = 5_000;

    public static Decision Set(SetSocialRate c, IEnumerable<SocialRateFact> known, Func<long> next)
    {
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.TargetGroup))
            wrong.Add(new("social-target-missing", nameof(c.TargetGroup)));
        if (c.Consequence is null)
            wrong.Add(new("social-consequence-missing", nameof(c.Consequence)));
        if (c.From is null)
            wrong.Add(new("social-from-missing", nameof(c.From)));
        if (c.PriceOre is not { } price)
            wrong.Add(new("social-price-missing", nameof(c.PriceOre)));
        else if (price is < LeastOre or > MostOre)
            wrong.Add(new("social-price-wrong-unit", nameof(c.PriceOre)));
        if (c.PriceLevel is not (>= 2000 and <= 2100))
            wrong.Add(new("social-price-level-missing", nameof(c.PriceLevel)));
        long[] parts = [c.MunicipalityHundredths ?? 0, c.RegionHundredths ?? 0, c.StateHundredths ?? 0];
        if (Array.Exists(parts, p => p is < 0 or > 100_00) || parts.Sum() != 100_00)
            wrong.Add(new("social-parts-not-whole", nameof(c.MunicipalityHundredths)));
        for (var year = 0; year < c.Spared.Count; year++)
            if (c.Spared[year] is < -MostSpared or > MostSpared)
                wrong.Add(new("social-spared-out-of-range", SetSocialRate.FieldOf(year)));
        if (string.IsNullOrWhiteSpace(c.Source))
            wrong.Add(new("social-source-missing", nameof(c.Source)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var before = known.LastOrDefault(k =>
            k.Of == c.Consequence
            && k.From == c.From
            && string.Equals(k.TargetGroup, c.TargetGroup!.Trim(), StringComparison.OrdinalIgnoreCase)
        );
        var row = new SocialRateFact
        {
            Id = before?.Id ?? next(),
            TargetGroup = c.TargetGroup!.Trim(),
            Of = c.Consequence!.Value,
            From = c.From!.Value,
            PriceOre = c.PriceOre!.Value,
            PriceLevel = c.PriceLevel!.Value,
            MunicipalityHundredths = parts[0],
            RegionHundredths = parts[1],
            StateHundredths = parts[2],
            SparedThousandths = string.Join(
                ' ',
                Enumerable
                    .Range(0, SocialRateFact.Years)
                    .Select(y => (c.Spared.ElementAtOrDefault(y) ?? 0).ToString(CultureInfo.InvariantCulture))
            ),
            Source = c.Source!.Trim(),
        };
        return before is null ? new Recorded(FactKinds.SocialRate, row) : new Corrected(FactKinds.SocialRate, row);
    }
}
