using System.Numerics;
using Spor.Economy;
using Spor.Facts;

namespace Spor.Investing;

/// <summary>What is asked of a social investment.</summary>
/// <param name="EffectHundredths">Percent of the participants for whom it works, in hundredths.</param>
/// <param name="CostOre">For each participant and year.</param>
/// <param name="CostYears">Years from year 0 on in which it costs.</param>
public sealed record SocialAsked(string TargetGroup, int Participants, long EffectHundredths, long CostOre, int CostYears);

/// <summary>What a kind of help is spared by, year by year, and for whom.</summary>
/// <param name="Rate">Null: the price is missing, and nothing is computed of it.</param>
/// <param name="Ore">Years 0 to 10.</param>
public sealed record SparedHelp(Consequence Of, SocialRateFact? Rate, IReadOnlyList<long> Ore);

/// <summary>A year of the calculation, in øre.</summary>
/// <param name="Municipality">Its part of what is spared.</param>
/// <param name="SoFar">Net of this year and those before, for all three together.</param>
/// <param name="SoFarMunicipality">The same for the municipality, which pays the effort alone.</param>
public readonly record struct SocialYear(
    int Year,
    long Cost,
    long Spared,
    long Municipality,
    long Region,
    long State,
    long SoFar,
    long SoFarMunicipality
)
{
    public long Net => Spared - Cost;
}

/// <summary>
/// A social investment (<c>measures.md</c> 2.96): participants × effect × what is spared × price, for years 0 to 10, against what the
/// effort costs. A consequence without a row of the municipality's is named and not computed.
/// </summary>
public sealed class SocialInvestment
{
    public SocialAsked Asked { get; }
    public IReadOnlyList<SparedHelp> Help { get; }
    public IReadOnlyList<SocialYear> Years { get; }

    /// <summary>Whose price is missing.</summary>
    public IReadOnlyList<Consequence> Missing => [.. Help.Where(h => h.Rate is null).Select(h => h.Of)];

    public long CostOre => Years.Sum(y => y.Cost);
    public long SparedOre => Years.Sum(y => y.Spared);
    public long NetOre => SparedOre - CostOre;
    public long NetOreOfMunicipality => Years.Sum(y => y.Municipality) - CostOre;

    /// <summary>The first year from whose end the net so far stays at or above 0; null where it does not within the years.</summary>
    public int? BreakEven => EvenFrom(y => y.SoFar);

    /// <summary>The same for the municipality alone.</summary>
    public int? BreakEvenOfMunicipality => EvenFrom(y => y.SoFarMunicipality);

    int? EvenFrom(Func<SocialYear, long> soFar)
    {
        int? from = null;
        foreach (var y in Years)
            from = soFar(y) < 0 ? null : from ?? y.Year;
        return from;
    }

    SocialInvestment(SocialAsked asked, IReadOnlyList<SparedHelp> help, IReadOnlyList<SocialYear> years) =>
        (Asked, Help, Years) = (asked, help, years);

    /// <summary>Target groups that the municipality has a row of, by name.</summary>
    public static IReadOnlyList<string> TargetGroups(IReadOnlyList<SocialRateFact> rates) =>
        [
            .. rates
                .Select(r => r.TargetGroup)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Create(Kernel.Danish.Culture, true)),
        ];

    /// <param name="rates">Every row of the municipality's.</param>
    /// <param name="day">Those in force that day hold.</param>
    public static SocialInvestment Of(IReadOnlyList<SocialRateFact> rates, SocialAsked asked, DateOnly day)
    {
        var help = Codes<Consequence>
            .All.Select(of =>
            {
                var rate = SocialRateFact.On(rates, asked.TargetGroup, of, day);
                return new SparedHelp(
                    of,
                    rate,
                    rate is null
                        ? new long[SocialRateFact.Years]
                        :
                        [
                            .. rate.Spared.Select(spared =>
                                new Fraction(
                                    (BigInteger)asked.Participants * asked.EffectHundredths * spared * rate.PriceOre,
                                    10_000L * 1_000
                                ).Rounded()
                            ),
                        ]
                );
            })
            .ToList();
        var years = new List<SocialYear>();
        long soFar = 0,
            own = 0;
        for (var year = 0; year < SocialRateFact.Years; year++)
        {
            long municipality = 0,
                region = 0,
                state = 0;
            foreach (var h in help.Where(h => h.Rate is not null))
            {
                long Part(long hundredths) => new Fraction((BigInteger)h.Ore[year] * hundredths, 10_000).Rounded();
                var (m, r) = (Part(h.Rate!.MunicipalityHundredths), Part(h.Rate.RegionHundredths));
                // The state has what is left, so that the three are what was spared.
                (municipality, region, state) = (municipality + m, region + r, state + h.Ore[year] - m - r);
            }
            var cost = year < asked.CostYears ? asked.Participants * asked.CostOre : 0;
            var spared = municipality + region + state;
            soFar += spared - cost;
            own += municipality - cost;
            years.Add(new(year, cost, spared, municipality, region, state, soFar, own));
        }
        return new(asked, help, years);
    }
}
