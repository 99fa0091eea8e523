using Spor.Facts;

namespace Spor.Investing;

/// <summary>The five groups of consequences that social investments in children are counted in: the ladder's steps 2 to 6.</summary>
public enum Consequence
{
    [Code("forebyggende indsatser")]
    Preventive,

    [Code("hjemmebaserede indsatser")]
    HomeBased,

    [Code("netværkspleje")]
    NetworkCare,

    [Code("plejefamilie")]
    FosterCare,

    [Code("institution")]
    Institution,
}

/// <summary>
/// What one participant for whom an effort works spares of a kind of help, year by year, and what a full year of it costs and whom: a dated
/// row that the municipality fills in with its source. None is built in.
/// </summary>
public sealed class SocialRateFact : Fact
{
    /// <summary>Years 0 to 10 after the effort begins.</summary>
    public const int Years = 11;

    public static FactKind<SocialRateFact> Described { get; } =
        new(
            "social-rate",
            "sats for sociale investeringer",
            "satser for sociale investeringer",
            c =>
                c.Value(f => f.TargetGroup, "Målgruppe")
                    .Value(f => f.Of, "Konsekvens")
                    .Value(f => f.From, "Gælder fra")
                    .Money(f => f.PriceOre, "Pris for et helt år")
                    .Value(f => f.PriceLevel, "Prisniveau (år)")
                    .Hundredths(f => f.MunicipalityHundredths, "Kommunens del (procent)")
                    .Hundredths(f => f.RegionHundredths, "Regionens del (procent)")
                    .Hundredths(f => f.StateHundredths, "Statens del (procent)")
                    .Value(f => f.SparedThousandths, "Sparede helår, år 0 til 10")
                    .Line(f => f.Source, "Kilde"),
            keeping: Keeping.OpenInRegister
        );

    /// <summary>As the source calls it: an age, a difficulty.</summary>
    public string TargetGroup { get; set; } = "";
    public Consequence Of { get; set; }
    public DateOnly From { get; set; }
    public long PriceOre { get; set; }
    public int PriceLevel { get; set; }
    public long MunicipalityHundredths { get; set; }
    public long RegionHundredths { get; set; }
    public long StateHundredths { get; set; }

    /// <summary>Thousandths of a full year for each of <see cref="Years"/> years, separated by spaces; less than 0 where more of it is
    /// needed.</summary>
    public string SparedThousandths { get; set; } = "";
    public string? Source { get; set; }

    public IReadOnlyList<long> Spared =>
        [.. SparedThousandths.Split(' ').Select(s => long.Parse(s, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The row in force on a day; null where the municipality has none.</summary>
    public static SocialRateFact? On(IReadOnlyList<SocialRateFact> rates, string targetGroup, Consequence of, DateOnly day) =>
        rates
            .Where(r => r.Of == of && r.From <= day && string.Equals(r.TargetGroup, targetGroup, StringComparison.OrdinalIgnoreCase))
            .OrderBy(r => r.From)
            .ThenBy(r => r.Id)
            .LastOrDefault();
}
