using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Economy;

/// <summary>
/// The state's refund for expensive cases in a year (BL 198, before 2024 SEL 176): rates and the thresholds they hold above, at a price
/// level, with the regulation from that level to the year. A municipality fills them in; none is built in.
/// </summary>
public sealed class RefundRateFact : Fact
{
    public static FactKind<RefundRateFact> Described { get; } =
        new(
            "refund-rate",
            "sats for statsrefusion",
            "satser for statsrefusion",
            c =>
                c.Value(f => f.Year, "År")
                    .Value(f => f.PriceLevel, "Grænsernes prisniveau (år)")
                    .Hundredths(f => f.RegulationHundredths, "Regulering til året (procent)")
                    .Value(f => f.FirstPercent, "Første sats (procent)")
                    .Money(f => f.FirstAboveOre, "Første grænse")
                    .Value(f => f.SecondPercent, "Anden sats (procent)")
                    .Money(f => f.SecondAboveOre, "Anden grænse")
                    .Value(f => f.ThirdPercent, "Tredje sats (procent)")
                    .Money(f => f.ThirdAboveOre, "Tredje grænse")
                    .Line(f => f.Source, "Kilde"),
            keeping: Keeping.OpenInRegister
        );

    public int Year { get; set; }

    /// <summary>The year whose price level the thresholds are written in.</summary>
    public int PriceLevel { get; set; }

    /// <summary>Percent from the price level to the year, in hundredths: 4,50 % is 450.</summary>
    public long RegulationHundredths { get; set; }
    public int FirstPercent { get; set; }
    public long FirstAboveOre { get; set; }
    public int? SecondPercent { get; set; }
    public long? SecondAboveOre { get; set; }
    public int? ThirdPercent { get; set; }
    public long? ThirdAboveOre { get; set; }
    public string? Source { get; set; }

    /// <summary>The year's own thresholds: regulated, and rounded to whole kroner.</summary>
    public IReadOnlyList<Threshold> Thresholds
    {
        get
        {
            Threshold Of(int percent, long ore) =>
                new(percent, new Fraction((System.Numerics.BigInteger)ore * (10_000 + RegulationHundredths), 10_000 * 100).Rounded());
            List<Threshold> all = [Of(FirstPercent, FirstAboveOre)];
            if (SecondPercent is { } second && SecondAboveOre is { } above)
                all.Add(Of(second, above));
            if (ThirdPercent is { } third && ThirdAboveOre is { } top)
                all.Add(Of(third, top));
            return all;
        }
    }

    /// <summary>The row of a year; null where the municipality has not filled it in, and then nothing is computed.</summary>
    public static RefundRateFact? Of(Register register, int year) => Array.FindLast(register.Of<RefundRateFact>(), r => r.Year == year);
}

/// <summary>Fills in the rates of a year, or corrects them.</summary>
/// <param name="RegulationHundredths">Percent from the price level to the year, in hundredths.</param>
public sealed record SetRefundRate(
    int? Year,
    int? PriceLevel,
    long? RegulationHundredths,
    int? FirstPercent,
    long? FirstAboveOre,
    int? SecondPercent,
    long? SecondAboveOre,
    int? ThirdPercent,
    long? ThirdAboveOre,
    string? Source
) : ICommand<SetRefundRate>
{
    public static Verb<SetRefundRate> Verb { get; } =
        new(
            "set-refund-rate",
            Capability.Economy,
            (c, now) => RefundRules.Set(c, now.Facts.All<RefundRateFact>().FirstOrDefault(r => r.Year == c.Year), now.NewId)
        );
}

public static class RefundRules
{
    /// <summary>A threshold below this is typed in the wrong unit: thousands, or øre taken for kroner.</summary>
    public const long LeastOre = 100_000_00;

    /// <summary>So is one above this.</summary>
    public const long MostOre = 20_000_000_00;

    /// <param name="before">The row of the same year, which is corrected.</param>
    public static Decision Set(SetRefundRate c, RefundRateFact? before, Func<long> next)
    {
        var wrong = new List<Refusal>();
        if (c.Year is not (>= 2000 and <= 2100))
            wrong.Add(new("rate-year-missing", nameof(c.Year)));
        if (c.PriceLevel is not (>= 2000 and <= 2100))
            wrong.Add(new("rate-price-level-missing", nameof(c.PriceLevel)));
        if (c.RegulationHundredths is null)
            wrong.Add(new("rate-regulation-missing", nameof(c.RegulationHundredths)));
        else if (c.RegulationHundredths is < -2_000 or > 10_000)
            wrong.Add(new("rate-regulation-out-of-range", nameof(c.RegulationHundredths)));
        (int? Percent, long? Ore, string PercentField, string OreField)[] steps =
        [
            (c.FirstPercent, c.FirstAboveOre, nameof(c.FirstPercent), nameof(c.FirstAboveOre)),
            (c.SecondPercent, c.SecondAboveOre, nameof(c.SecondPercent), nameof(c.SecondAboveOre)),
            (c.ThirdPercent, c.ThirdAboveOre, nameof(c.ThirdPercent), nameof(c.ThirdAboveOre)),
        ];
        for (var i = 0; i < steps.Length; i++)
        {
            var (percent, ore, percentField, oreField) = steps[i];
            if (i > 0 && percent is null && ore is null)
                continue;
            if (percent is not (>= 1 and <= 100))
                wrong.Add(new("rate-percent-out-of-range", percentField));
            if (ore is not (>= LeastOre and <= MostOre))
                wrong.Add(new("rate-threshold-wrong-unit", oreField));
            else if (i > 0 && (ore <= steps[i - 1].Ore || percent <= steps[i - 1].Percent))
                wrong.Add(new("rate-thresholds-not-rising", oreField));
        }
        if (string.IsNullOrWhiteSpace(c.Source))
            wrong.Add(new("rate-source-missing", nameof(c.Source)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = new RefundRateFact
        {
            Id = before?.Id ?? next(),
            Year = c.Year!.Value,
            PriceLevel = c.PriceLevel!.Value,
            RegulationHundredths = c.RegulationHundredths!.Value,
            FirstPercent = c.FirstPercent!.Value,
            FirstAboveOre = c.FirstAboveOre!.Value,
            SecondPercent = c.SecondPercent,
            SecondAboveOre = c.SecondAboveOre,
            ThirdPercent = c.ThirdPercent,
            ThirdAboveOre = c.ThirdAboveOre,
            Source = c.Source!.Trim(),
        };
        return before is null ? new Recorded(FactKinds.RefundRate, row) : new Corrected(FactKinds.RefundRate, row);
    }
}
