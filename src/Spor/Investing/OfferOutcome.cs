using System.Numerics;
using Spor.Children;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Supervision;

namespace Spor.Investing;

/// <summary>
/// What is known of an offer for those who got it in a period (<c>measures.md</c> 2.90 to 2.92): to adjust the range of offers by, never to
/// rank children or those who work with them.
/// </summary>
/// <param name="Offer">A code of the catalogue, or a provider's name.</param>
/// <param name="Group">Null = all target groups together.</param>
/// <param name="Days">Distinct child-days of the period on which one ran.</param>
/// <param name="Priced">Children with a measure-month that has a price, in the period's whole months.</param>
/// <param name="Unpriced">Measure-months without one.</param>
/// <param name="Progress">Mean goal progress (2.35), one decimal; null without any.</param>
/// <param name="Measured">Children behind it.</param>
/// <param name="OreAPoint">What a point of goal progress cost; null where there was none to divide by.</param>
/// <param name="Costed">Children behind that.</param>
/// <param name="After">Where those stood a year after, whose measure had ended a year before the period's end.</param>
public sealed record OfferOutcome(
    string Offer,
    TargetGroup? Group,
    int Children,
    long Days,
    int Priced,
    long Ore,
    int Unpriced,
    Ratio CostRange,
    decimal? Progress,
    int Measures,
    int Measured,
    Ratio ProgressRange,
    long? OreAPoint,
    int Costed,
    Ratio PointRange,
    AYearAfter After
)
{
    public decimal Months => new Fraction((BigInteger)Days * 10_000, 304_375).Rounded(1);

    /// <summary>Whole øre; null where no month had a price.</summary>
    public long? OreAChild => Priced == 0 ? null : new Fraction(Ore, Priced).Rounded();

    /// <summary>Every offer that somebody got in the period: over all target groups first, then each.</summary>
    /// <param name="after">A: the period is the days after it.</param>
    /// <param name="to">B: its last day.</param>
    /// <param name="offer">What a measure is put under; null = not looked at.</param>
    public static IReadOnlyList<OfferOutcome> Of(Register register, DateOnly after, DateOnly to, Func<InterventionFact, string?> offer)
    {
        var months = new List<DateOnly>();
        var from = after.AddDays(1);
        for (
            var month = from.Day == 1 ? from : new DateOnly(from.Year, from.Month, 1).AddMonths(1);
            MeasureMonths.LastOf(month) <= to;
            month = month.AddMonths(1)
        )
            months.Add(month);
        var sums = new SortedDictionary<string, Dictionary<int, OfferSum>>(StringComparer.Ordinal);
        foreach (var file in register.Children)
        foreach (var measures in file.Interventions.Where(m => offer(m) is not null).GroupBy(m => offer(m)!))
        {
            var part = OfferPart.Of(register.Catalogue, file, [.. measures], after, to, months);
            if (part.IsNothing)
                continue;
            if (!sums.TryGetValue(measures.Key, out var ofOffer))
                sums[measures.Key] = ofOffer = [];
            foreach (var group in new[] { All, (int)file.Child.TargetGroup })
            {
                if (!ofOffer.TryGetValue(group, out var sum))
                    ofOffer[group] = sum = new();
                sum.Add(file.Child.FamilyId is { } family ? (true, family) : (false, file.Id), part);
            }
        }
        return
        [
            .. from ofOffer in sums
            from sum in ofOffer.Value.OrderBy(s => s.Key)
            select sum.Value.ToOutcome(ofOffer.Key, sum.Key == All ? null : (TargetGroup)sum.Key),
        ];
    }

    const int All = -1;
}

/// <summary>Children whose measure of the offer had ended a year before the period's end (<c>measures.md</c> 2.91), each once.</summary>
/// <param name="Out">Neither a measure on the ladder nor an active case.</param>
/// <param name="Grown">18 or older a year after, and in none of the others.</param>
/// <param name="Again">Of those who had left the step: who was on it or higher again within the year.</param>
public readonly record struct AYearAfter(int Lower, int Same, int Higher, int Out, int Grown, Share Again)
{
    public int Followed => Lower + Same + Higher + Out;
}
