using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Measures of one kind, or of one provider, in a period (<c>measures.md</c> 2.62).</summary>
/// <param name="Key">A code of the catalogue, or a provider's name.</param>
/// <param name="ChildrenOn">Children with such a measure that runs on the period's last day.</param>
/// <param name="Children">Children with one that runs on some day of the period.</param>
/// <param name="Ore">What they cost in the period's whole months; null where no such month has a price.</param>
/// <param name="Priced">Measure-months with a price in those months.</param>
/// <param name="Unpriced">Measure-months without one: what is missing in the amount.</param>
/// <param name="Progress">Goal progress (2.35); null where no goal was scored twice.</param>
public sealed record MeasuresBeside(
    string Key,
    int ChildrenOn,
    int Children,
    int Started,
    int Ended,
    long? Ore,
    int Priced,
    int Unpriced,
    CodeProgress? Progress
)
{
    /// <summary>Øre a month with a price.</summary>
    public long? OreAMonth =>
        Priced == 0 || Ore is not { } ore ? null : (long)Math.Round((decimal)ore / Priced, MidpointRounding.AwayFromZero);

    /// <summary>One line for each key that a measure of the period has.</summary>
    /// <param name="key">What a measure is put under; null = not looked at.</param>
    /// <param name="after">A: the period is the days after it.</param>
    /// <param name="to">B: its last day.</param>
    public static IReadOnlyList<MeasuresBeside> Of(Register register, DateOnly after, DateOnly to, Func<InterventionFact, string?> key)
    {
        bool InPeriod(DateOnly? day) => day > after && day <= to;
        bool Runs(InterventionFact m) => m.From <= to && !(m.To <= after);
        var months = new List<DateOnly>();
        var from = after.AddDays(1);
        var first = new DateOnly(from.Year, from.Month, 1);
        for (var month = first < from ? first.AddMonths(1) : first; MeasureMonths.LastOf(month) <= to; month = month.AddMonths(1))
            months.Add(month);
        var money = MeasureMonths
            .In(register, months, (_, m) => Runs(m) && key(m) is not null ? new End(m.To) : null)
            .ToLookup(m => key(m.Measure)!, StringComparer.Ordinal);
        var progress = GoalsOfMeasures.By(register, after, to, key);
        return
        [
            .. register
                .Children.SelectMany(f => f.Interventions.Where(Runs), (file, measure) => (File: file, Measure: measure))
                .Where(m => key(m.Measure) is not null)
                .GroupBy(m => key(m.Measure)!, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                {
                    var priced = money[g.Key].Where(m => m.Ore is not null).ToList();
                    return new MeasuresBeside(
                        g.Key,
                        g.Where(m => m.Measure.RunsOn(to)).DistinctBy(m => m.File.Id).Count(),
                        g.DistinctBy(m => m.File.Id).Count(),
                        g.Count(m => InPeriod(m.Measure.From)),
                        g.Count(m => InPeriod(m.Measure.To)),
                        priced.Count == 0 ? null : priced.Sum(m => m.Ore!.Value),
                        priced.Count,
                        money[g.Key].Count() - priced.Count,
                        progress.GetValueOrDefault(g.Key)
                    );
                }),
        ];
    }
}
