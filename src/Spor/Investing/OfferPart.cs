using Spor.Children;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Investing;

/// <summary>One child's part in what is told of an offer.</summary>
/// <param name="Days">Days of the period on which a measure of it ran.</param>
/// <param name="Priced">A measure-month of the period has a price.</param>
/// <param name="Progress">Of each measure with a goal progress.</param>
/// <param name="Points">The progress of those of them that are priced from their first month on.</param>
/// <param name="PointOre">What those cost.</param>
/// <param name="Step">A year after; null of a child whose measure had not ended a year before.</param>
/// <param name="Again">Null of a child who had not left the step.</param>
sealed record OfferPart(
    int Days,
    bool Priced,
    long Ore,
    int Unpriced,
    IReadOnlyList<(Fraction Mean, int Goals)> Progress,
    IReadOnlyList<Fraction> Points,
    long PointOre,
    (int Before, int After)? Step,
    bool Grown,
    bool? Again
)
{
    public bool IsNothing => Days == 0 && Step is null && !Grown;

    public static OfferPart Of(
        Catalogue catalogue,
        ChildFile file,
        IReadOnlyList<InterventionFact> measures,
        DateOnly after,
        DateOnly to,
        IReadOnlyList<DateOnly> months
    )
    {
        var days = 0;
        var counted = after;
        bool priced = false;
        long ore = 0,
            pointOre = 0;
        var unpriced = 0;
        var progress = new List<(Fraction, int)>();
        var points = new List<Fraction>();
        foreach (var m in measures.Where(m => m.From <= to && !(m.To <= after)))
        {
            // Measures stand by their first day, so what is counted already is what lies before the last day counted.
            var last = m.To < to ? m.To.Value : to;
            if (last > counted)
            {
                var first = m.From > counted ? m.From : counted.AddDays(1);
                days += last.DayNumber - first.DayNumber + 1;
                counted = last;
            }
            foreach (var month in months.Where(f => m.From <= MeasureMonths.LastOf(f) && !(m.To < f)))
                if (Spending.OreIn(m, file.Prices, month, MeasureMonths.LastOf(month)) is { } cost)
                    (priced, ore) = (true, ore + cost);
                else
                    unpriced++;
            if (GoalsOfMeasures.Of(file, m, to) is not { } change)
                continue;
            progress.Add(change);
            if (CostUntil(file, m, to) is { } whole)
            {
                points.Add(change.Mean);
                pointOre += whole;
            }
        }
        var (step, grown, again) = Afterwards(catalogue, file, measures, after, to);
        return new(days, priced, ore, unpriced, progress, points, pointOre, step, grown, again);
    }

    /// <summary>What a measure cost from its first month to the last that has ended; null where a month has no price, or none has
    /// ended.</summary>
    static long? CostUntil(ChildFile file, InterventionFact m, DateOnly to)
    {
        long? sum = null;
        for (
            var month = new DateOnly(m.From.Year, m.From.Month, 1);
            MeasureMonths.LastOf(month) <= to && !(m.To < month);
            month = month.AddMonths(1)
        )
        {
            if (Spending.OreIn(m, file.Prices, month, MeasureMonths.LastOf(month)) is not { } ore)
                return null;
            sum = (sum ?? 0) + ore;
        }
        return sum;
    }

    static ((int, int)? Step, bool Grown, bool? Again) Afterwards(
        Catalogue catalogue,
        ChildFile file,
        IReadOnlyList<InterventionFact> measures,
        DateOnly after,
        DateOnly to
    )
    {
        DateOnly from = after.AddMonths(-12),
            until = to.AddMonths(-12);
        var last = measures
            .Where(m => m.To > from && m.To <= until && catalogue.On(m.Code, m.To.Value)?.Step >= 2)
            .OrderBy(m => m.To)
            .ThenBy(m => m.From)
            .LastOrDefault();
        if (last?.To is not { } ended)
            return (null, false, null);
        var then = ended.AddMonths(12);
        if (then >= file.Child.BornOn.AddYears(18))
            return (null, true, null);
        var own = catalogue.On(last.Code, ended)!.Value.Step;
        bool OnIt(InterventionFact m, DateOnly day) => catalogue.On(m.Code, day)?.Step >= own;
        var next = ended.AddDays(1);
        bool? again = Array.Exists(file.Interventions, m => m.RunsOn(next) && OnIt(m, next))
            ? null
            : Array.Exists(file.Interventions, m => m.From > next && m.From <= then && OnIt(m, m.From));
        return ((Ladder.StepAt(file, catalogue, ended), Ladder.StepAt(file, catalogue, then)), false, again);
    }
}

/// <summary>The parts of the children of an offer and a target group.</summary>
sealed class OfferSum
{
    readonly List<OfferPart> parts = [];
    readonly Dictionary<(bool, long), List<OfferPart>> families = [];

    public void Add((bool, long) family, OfferPart part)
    {
        parts.Add(part);
        if (!families.TryGetValue(family, out var of))
            families[family] = of = [];
        of.Add(part);
    }

    public OfferOutcome ToOutcome(string offer, TargetGroup? group)
    {
        Ratio Range(Func<OfferPart, double> top, Func<OfferPart, double> bottom, Func<OfferPart, bool> has) =>
            Ratio.Of([.. families.Values.Where(f => f.Exists(p => has(p))).Select(f => (f.Sum(top), f.Sum(bottom)))]);
        static Fraction Sum(IEnumerable<Fraction> of) => of.Aggregate((Fraction)0, (sum, f) => sum + f);
        static double About(IEnumerable<Fraction> of) => of.Sum(f => (double)f.Rounded(9));
        var measures = parts.Sum(p => p.Progress.Count);
        var points = Sum(parts.SelectMany(p => p.Points));
        var stepped = parts.Where(p => p.Step is not null).Select(p => p.Step!.Value).ToList();
        var left = parts.Where(p => p.Again is not null).ToList();
        return new(
            offer,
            group,
            parts.Count(p => p.Days > 0),
            parts.Sum(p => (long)p.Days),
            parts.Count(p => p.Priced),
            parts.Sum(p => p.Ore),
            parts.Sum(p => p.Unpriced),
            Range(p => p.Ore, p => p.Priced ? 1 : 0, p => p.Priced),
            measures == 0 ? null : (Sum(parts.SelectMany(p => p.Progress.Select(m => m.Mean))) / measures).Rounded(1),
            measures,
            parts.Count(p => p.Progress.Count > 0),
            Range(p => About(p.Progress.Select(m => m.Mean)), p => p.Progress.Count, p => p.Progress.Count > 0),
            points.Rounded(9) > 0 ? ((Fraction)parts.Sum(p => p.PointOre) / points).Rounded() : null,
            parts.Count(p => p.Points.Count > 0),
            points.Rounded(9) > 0 ? Range(p => p.PointOre, p => About(p.Points), p => p.Points.Count > 0) : default,
            new(
                stepped.Count(s => s.After > 0 && s.After < s.Before),
                stepped.Count(s => s.After == s.Before),
                stepped.Count(s => s.After > s.Before),
                stepped.Count(s => s.After == 0),
                parts.Count(p => p.Grown),
                new(left.Count(p => p.Again == true), left.Count)
            )
        );
    }
}
