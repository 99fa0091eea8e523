using Spor.Facts;
using Spor.Interventions;

namespace Spor.Decisions;

/// <summary>
/// The municipality's yearly regulation of rates (takstregulering): from a day on what is granted is so much more, for all measures, for
/// those of an account, or for one. It is a rule, and no new grant: nobody decides it for the child.
/// </summary>
public sealed class RateRegulationFact : Fact
{
    public static FactKind<RateRegulationFact> Described { get; } =
        new(
            "rate-regulation",
            "takstregulering",
            "takstreguleringer",
            c =>
                c.Value(f => f.From, "Fra")
                    .Hundredths(f => f.PercentHundredths, "Procent")
                    .Measure(f => f.MeasureCode, "Indsats")
                    .Value(f => f.Account, "Konto, der begynder med")
        );

    public DateOnly From { get; set; }

    /// <summary>Percent, in hundredths: 2,90 % is 290. 0 = it was taken back.</summary>
    public long PercentHundredths { get; set; }

    /// <summary>The one measure it is for; null = not one alone.</summary>
    public string? MeasureCode { get; set; }

    /// <summary>How the accounts of the measures it is for begin, for example <c>5.28.22</c>; null = whatever account.</summary>
    public string? Account { get; set; }

    /// <summary>What may be paid from its day: rounded to whole øre, half up.</summary>
    public Price Of(Price price) =>
        price with
        {
            Ore = new Economy.Fraction((System.Numerics.BigInteger)price.Ore * (10_000 + PercentHundredths), 10_000).Rounded(),
        };

    /// <summary>Whether it is for a measure of the catalogue, and how narrowly it says so: 0 = it is not.</summary>
    internal int Fits(string code, string? account) =>
        MeasureCode is not null ? (string.Equals(MeasureCode, code, StringComparison.OrdinalIgnoreCase) ? int.MaxValue : 0)
        : Account is null ? 1
        : account?.StartsWith(Account, StringComparison.Ordinal) == true ? 1 + Account.Length
        : 0;
}

/// <summary>The municipality's regulations of rates.</summary>
public sealed class Regulations(IReadOnlyList<RateRegulationFact> own)
{
    public static Regulations None { get; } = new([]);

    /// <summary>Those of a measure after a day and to another, in order; of several from one day the narrowest.</summary>
    public IEnumerable<RateRegulationFact> Of(InterventionFact measure, Catalogue catalogue, DateOnly after, DateOnly to) =>
        own.Count == 0 || measure.Unit == PriceUnit.Once
            ? []
            : own.Where(r => after < r.From && r.From <= to && r.PercentHundredths > 0)
                .Select(r => (Rule: r, Fits: r.Fits(measure.Code, catalogue.On(measure.Code, r.From)?.Account)))
                .Where(r => r.Fits > 0)
                .GroupBy(r => r.Rule.From)
                .Select(g => g.MaxBy(r => (r.Fits, r.Rule.RecordedIn)).Rule)
                .OrderBy(r => r.From);
}
