using Spor.Facts;
using Spor.Interventions;

namespace Spor.Insight;

/// <summary>Calculated spending of one month in øre, by step 0 to 6, and the measures it could not price.</summary>
public sealed record MonthSpending(long[] OreByStep, IReadOnlyList<InterventionFact> WithoutPrice);

/// <summary>Calculated spending (<c>measures.md</c> 2.12).</summary>
public static class Spending
{
    /// <summary>The month that contains <paramref name="month"/>. Rounded to whole øre per measure, then summed.</summary>
    public static MonthSpending In(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var ore = new long[Ladder.Steps];
        var unpriced = new List<InterventionFact>();
        foreach (var file in children)
            foreach (var m in file.Interventions)
            {
                if (m.From > last) break;
                if (m.To < first) continue;
                if (OreIn(m, first, last) is not { } sum) { unpriced.Add(m); continue; }
                ore[StepIn(m, catalogue, last)] += sum;
            }
        return new(ore, unpriced);
    }

    /// <summary>What one running measure costs in a month; null if it has no price, or no quantity where the unit needs one.</summary>
    internal static long? OreIn(InterventionFact m, DateOnly first, DateOnly last)
    {
        if (m.PriceOre is not { } price || m.Unit is not { } unit || (unit == PriceUnit.Hour && m.QuantityHundredths is null)) return null;
        var from = m.From > first ? m.From : first;
        var to = m.To < last ? m.To.Value : last;
        Int128 days = to.DayNumber - from.DayNumber + 1;
        return unit switch
        {
            PriceUnit.Day => (long)(price * days),
            PriceUnit.Week => Rounded(price * days, 7),
            PriceUnit.Month => Rounded(price * days, last.Day),
            PriceUnit.Hour => Rounded(price * days * m.QuantityHundredths!.Value, 700),
            _ => m.From >= first ? price : 0,
        };
    }

    /// <summary>Half away from zero.</summary>
    static long Rounded(Int128 sum, int by) => (long)((2 * sum + (sum < 0 ? -by : by)) / (2 * by));

    /// <summary>The step a measure's cost of a month belongs to. A row that ended with the measure inside the month still says its step.</summary>
    internal static int StepIn(InterventionFact m, Catalogue catalogue, DateOnly last) =>
        (catalogue.On(m.Code, last) ?? catalogue.On(m.Code, m.To < last ? m.To.Value : last))?.Step ?? 0;
}
