using Spor.Children;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Plain;

/// <summary>What is counted of an offer, read by hand: a day, a measure and a month at a time.</summary>
readonly record struct PlainOffer(
    int Children,
    long Days,
    int Priced,
    long Ore,
    int Unpriced,
    int Measures,
    double? Progress,
    double? OreAPoint,
    int Lower,
    int Same,
    int Higher,
    int Out,
    int Grown,
    int Again,
    int Left
);

/// <summary>What works for whom (<c>measures.md</c> 2.90 and 2.91), for one code and one target group.</summary>
static class PlainOffers
{
    public static PlainOffer Of(Register register, string code, TargetGroup? group, DateOnly after, DateOnly to)
    {
        var catalogue = register.Catalogue;
        var of = new PlainOffer();
        List<double> progress = [];
        double points = 0,
            pointOre = 0;
        foreach (var file in register.Children.Where(c => group is null || c.Child.TargetGroup == group))
        {
            var measures = file.Interventions.Where(m => catalogue.Spelled(m.Code) == code).ToList();
            var days = 0;
            for (var day = after.AddDays(1); day <= to; day = day.AddDays(1))
                days += measures.Exists(m => m.RunsOn(day)) ? 1 : 0;
            var priced = false;
            foreach (var m in measures)
            {
                foreach (var month in MonthsOf(m, after.AddDays(1), to))
                    if (OreIn(file, m, month) is { } ore)
                        of = of with { Ore = of.Ore + ore };
                    else
                        of = of with { Unpriced = of.Unpriced + 1 };
                priced |= MonthsOf(m, after.AddDays(1), to).Any(f => OreIn(file, m, f) is not null);
                if (m.From > to || m.To <= after)
                    continue;
                var changes = file
                    .Goals.Where(g => g.ContinuesId is null)
                    .Select(g => PlainGoalsOver(file, g.Id, m.From, m.To < to ? m.To.Value : to))
                    .Where(c => c is not null)
                    .Select(c => (double)c!.Value)
                    .ToList();
                if (changes.Count == 0)
                    continue;
                progress.Add(changes.Average());
                var whole = MonthsOf(m, new(m.From.Year, m.From.Month, 1), to).Select(f => OreIn(file, m, f)).ToList();
                if (whole.Count > 0 && whole.TrueForAll(o => o is not null))
                    (points, pointOre) = (points + changes.Average(), pointOre + whole.Sum(o => o!.Value));
            }
            of = of with { Children = of.Children + (days > 0 ? 1 : 0), Days = of.Days + days, Priced = of.Priced + (priced ? 1 : 0) };
            // The last that ended in the same period a year before, on the ladder that day.
            InterventionFact? last = null;
            foreach (var m in measures)
                if (m.To is { } t && t > after.AddMonths(-12) && t <= to.AddMonths(-12) && StepOf(m, t) >= 2)
                    if (last is null || t > last.To || (t == last.To && m.From >= last.From))
                        last = m;
            if (last?.To is not { } end)
                continue;
            var then = end.AddMonths(12);
            if (file.Child.BornOn.AddYears(18) <= then)
            {
                of = of with { Grown = of.Grown + 1 };
                continue;
            }
            int before = Ladder.StepAt(file, catalogue, end),
                now = Ladder.StepAt(file, catalogue, then),
                own = StepOf(last, end);
            of =
                now == 0 ? of with { Out = of.Out + 1 }
                : now < before ? of with { Lower = of.Lower + 1 }
                : now > before ? of with { Higher = of.Higher + 1 }
                : of with { Same = of.Same + 1 };
            bool Stands(DateOnly day) => file.Interventions.Any(m => m.RunsOn(day) && StepOf(m, day) >= own);
            if (Stands(end.AddDays(1)))
                continue;
            var again = false;
            for (var day = end.AddDays(2); day <= then; day = day.AddDays(1))
                again |= file.Interventions.Any(m => m.From == day && StepOf(m, day) >= own);
            of = of with { Left = of.Left + 1, Again = of.Again + (again ? 1 : 0) };
        }
        return of with
        {
            Measures = progress.Count,
            Progress = progress.Count == 0 ? null : progress.Average(),
            OreAPoint = points > 1e-9 ? pointOre / points : null,
        };

        int StepOf(InterventionFact m, DateOnly day) => catalogue.On(m.Code, day)?.Step ?? 0;
    }

    /// <summary>The first days of the whole months from a day to another in which a measure runs on some day.</summary>
    static IEnumerable<DateOnly> MonthsOf(InterventionFact m, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (day.Day == 1 && day.AddMonths(1).AddDays(-1) is var last && last <= to)
                for (var d = day; d <= last; d = d.AddDays(1))
                    if (m.RunsOn(d))
                    {
                        yield return day;
                        break;
                    }
    }

    static long? OreIn(ChildFile file, InterventionFact m, DateOnly month) =>
        Economy.Spending.OreIn(m, file.Prices, month, month.AddMonths(1).AddDays(-1));

    static int? PlainGoalsOver(ChildFile file, long goal, DateOnly from, DateOnly to)
    {
        var scores = file
            .Measurements.Where(s => s.GoalId == goal && from <= s.On && s.On <= to)
            .OrderBy(s => s.On)
            .ThenBy(s => s.Id)
            .GroupBy(s => s.On)
            .Select(d => d.Last())
            .ToList();
        return scores.Count < 2 ? null : scores[^1].Score - scores[0].Score;
    }
}
