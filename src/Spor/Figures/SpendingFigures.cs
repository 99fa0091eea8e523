using Spor.Economy;
using Spor.Figures.Engine;
using Spor.Interventions;

namespace Spor.Figures;

/// <summary>Calculated spending (<c>measures.md</c> 2.12).</summary>
public static class SpendingFigures
{
    /// <summary>What each measure costs in each month it runs, to the last day that may be asked about; null without a price.</summary>
    static readonly Shared<List<(InterventionFact Measure, DateOnly Month, long? Ore, int Step)>> Months = new(life =>
    {
        var list = new List<(InterventionFact, DateOnly, long?, int)>();
        foreach (var m in life.File.Interventions)
        {
            if (m.From > life.Until)
                break;
            var end = m.To is { } ended && ended < life.Until ? ended : life.Until;
            for (var first = new DateOnly(m.From.Year, m.From.Month, 1); first <= end; first = first.AddMonths(1))
            {
                var last = first.AddMonths(1).AddDays(-1);
                var ore = Spending.OreIn(m, life.File.Prices, first, last);
                list.Add((m, first, ore, ore is null ? 0 : Spending.StepIn(m, life.Catalogue, last)));
            }
        }
        return list;
    });

    /// <summary>A lane for each step from 0 to 6.</summary>
    static readonly Track Ore = new(
        MarkKind.Sums,
        (life, marks) =>
        {
            // A child's measures of one month and step are one sum: sorted and added up, which is quicker than grouped.
            var priced = new List<(DateOnly Month, int Step, long Ore)>();
            foreach (var m in life.Get(Months))
                if (m.Ore is { } ore and not 0)
                    priced.Add((m.Month, m.Step, ore));
            priced.Sort();
            long sum = 0;
            for (var i = 0; i < priced.Count; i++)
            {
                sum += priced[i].Ore;
                if (i + 1 < priced.Count && (priced[i].Month, priced[i].Step) == (priced[i + 1].Month, priced[i + 1].Step))
                    continue;
                marks.Sum(priced[i].Month, sum, priced[i].Step);
                sum = 0;
            }
        },
        Lanes.Of(FigurePart.Step, Enumerable.Range(0, Ladder.Steps).Select(s => (Lanes.Code(s), LadderFigures.StepName(s))))
    );

    static readonly Track WithoutPrice = new(
        MarkKind.Sums,
        (life, marks) =>
        {
            foreach (var month in life.Get(Months).Where(m => m.Ore is null).GroupBy(m => m.Month))
                marks.Sum(month.Key, month.Count());
        }
    );

    /// <summary>The month that spending is of on a day: its own if the day is the month's last, else the one before. The month's first
    /// day.</summary>
    public static DateOnly MonthOf(DateOnly day) => Window.EndedMonth.Of(new(day, day)).First;

    /// <summary>Each measure with months without a price: from the first day of each run of them to its last.</summary>
    internal static IEnumerable<(InterventionFact Measure, List<(DateOnly First, DateOnly Last)> Runs)> UnpricedRuns(Life life)
    {
        foreach (var measure in life.Get(Months).Where(m => m.Ore is null).GroupBy(m => m.Measure.Id))
        {
            var runs = new List<(DateOnly First, DateOnly Last)>();
            foreach (var (_, month, _, _) in measure)
            {
                var last = month.AddMonths(1).AddDays(-1);
                if (runs.Count > 0 && runs[^1].Last.AddDays(1) == month)
                    runs[^1] = runs[^1] with { Last = last };
                else
                    runs.Add((month, last));
            }
            yield return (measure.First().Measure, runs);
        }
    }

    public static Figure InMonth { get; } =
        new(
            "spending",
            "Beregnet udgift i måneden",
            "Hvad indsatserne koster i den seneste hele måned, der er slut på dagen, regnet ud fra pris og dage. Indsatser uden "
                + "pris er ikke med, men tælles for sig.",
            "2.12",
            FigureUnit.Ore,
            Ore.SumOf(Window.EndedMonth, FigureTime.Month)
        )
        {
            AddsUp = true,
            MadeOf = [RestsOn.Children, RestsOn.Measures, "priser", RestsOn.Catalogue],
        };
    public static Figure Unpriced { get; } =
        new(
            "measures-without-price",
            "Indsatser uden pris",
            "Indsatser i den seneste hele måned, der er slut på dagen, som mangler pris, eller som er prissat pr. time uden timetal.",
            "2.12",
            FigureUnit.Count,
            WithoutPrice.SumOf(Window.EndedMonth, FigureTime.Month)
        )
        {
            Wanted = Wanted.Down,
            MadeOf = [RestsOn.Children, RestsOn.Measures, "priser", RestsOn.Catalogue],
        };

    /// <summary>The twelve months that end with the day's, by step: what indicator 11 is made of.</summary>
    public static Figure InTwelveMonths { get; } =
        new(
            "spending-12-months",
            "Beregnet udgift i tolv måneder",
            "Hvad indsatserne koster i de tolv måneder, der slutter med dagens måned.",
            "2.12",
            FigureUnit.Ore,
            Ore.SumOf(Window.TwelveMonths, FigureTime.Period)
        );
}
