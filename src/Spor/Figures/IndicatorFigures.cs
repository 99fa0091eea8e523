using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Figures;

/// <summary>Mean months of the placements running in a month, as FLIS publishes it.</summary>
/// <param name="Months">Sum of the courses' months ÷ children; null without any.</param>
public readonly record struct FlisDuration(double? Months, int Children);

/// <summary>
/// What the twelve indicators of the national ladder tool rest on at one cut-off day. The tool's own definitions are not published where we
/// could find them (<c>domain.md</c> 2.4): the ones here are ours, and every page that shows them says so.
/// </summary>
/// <param name="Ladder">1, 3, 4, 5, 6 and 10: children per step on the day; index 0 = no step.</param>
/// <param name="LadderBefore">The same a year before.</param>
/// <param name="OnStep4">4: children on step 4 by the form of their highest-step placement, index = <see cref="PlacementForm"/>; only those
/// in foster care are in network foster care.</param>
/// <param name="Movements">7, 8 and 9: row = step a year before, column = step on the day.</param>
/// <param name="InstitutionMonths">2: mean over the children on step 6 of (days of the unbroken run on step 6 to the day, both included) ÷
/// 30.4375; null without any.</param>
/// <param name="PreventionOre">11: calculated spending on steps 2 and 3 in the twelve months that end with the day's month.</param>
/// <param name="PlacementOre">11: on steps 4 to 6.</param>
/// <param name="WithoutPrice">11: measures on steps 2 to 6 that could not be priced in one of those months, each counted once.</param>
/// <param name="FollowUps">12: the law's follow-ups due in the year that ends on the day: met on time, all, and the children they are
/// about.</param>
/// <param name="Flis">FLIS 200_0210_006: average months; index 0 = every form, else by <see cref="PlacementForm"/>.</param>
/// <param name="NotPlaced">FLIS 200_0210_007: of the children placed a year before, those not placed on the day (2.10).</param>
public sealed record IndicatorPoint(
    DateOnly Day,
    int[] Ladder,
    int[] LadderBefore,
    int[] OnStep4,
    int[,] Movements,
    double? InstitutionMonths,
    long PreventionOre,
    long PlacementOre,
    int WithoutPrice,
    (int OnTime, int Due, int Children) FollowUps,
    FlisDuration[] Flis,
    (int NotPlaced, int PlacedAYearBefore) NotPlaced
)
{
    /// <summary>7: children on step 6 a year before who are not on it on the day.</summary>
    public int LeftInstitution => LadderBefore[6] - Movements[6, 6];

    /// <summary>8: from step 3 to step 4, 5 or 6.</summary>
    public int FromHomeUp => Movements[3, 4] + Movements[3, 5] + Movements[3, 6];

    /// <summary>9: from step 3 to step 1 or 2. Those who left the ladder are not counted.</summary>
    public int FromHomeDown => Movements[3, 1] + Movements[3, 2];
}

/// <summary>The twelve indicators and FLIS's two (<c>measures.md</c>, the twelve indicators). The period of each is the year up to the
/// cut-off day.</summary>
public static class IndicatorFigures
{
    const int Institution = 6,
        Network = 4;

    /// <summary>A child's courses of one form alone: a move to another form ends one.</summary>
    static readonly Track CoursesOfForm = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var form in Codes<PlacementForm>.All.Where(f => f != PlacementForm.None))
            {
                var spans = life
                    .File.Interventions.Where(m => life.Catalogue.On(m.Code, m.From) is { IsPlacement: true } row && row.Form == form)
                    .Select(m => (m.From.DayNumber, Membership.End(m.To)))
                    .ToList();
                SpanSet.Union(spans);
                foreach (var (from, to) in spans)
                    marks.Span(from, to, PlacementFigures.Lane(form));
            }
        },
        PlacementFigures.FormLanes
    );

    /// <summary>
    /// Measures on steps 2 to 6 from the first day of a run of months without a price to its last. One with two such runs would count twice
    /// where a period has days of both: a hit takes it away again.
    /// </summary>
    static readonly Track NotPriced = new(
        MarkKind.Touching,
        (life, marks) =>
        {
            foreach (var (first, runs) in SpendingFigures.UnpricedRuns(life))
            {
                if (!(life.Catalogue.On(first.Code, first.From)?.Step >= 2))
                    continue;
                for (var i = 0; i < runs.Count; i++)
                {
                    marks.Span(runs[i].First, runs[i].Last);
                    if (i > 0)
                        marks.Twice(runs[i].First, runs[i - 1].Last);
                }
            }
        },
        hits: true
    );

    /// <summary>Days on step 4, by the form that the child is placed in.</summary>
    static readonly Track Step4 = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var run in Ladder.Runs(life.File, life.Catalogue).Where(r => r.Step == Network))
            foreach (var form in Placements.FormRuns(life.File, life.Catalogue))
            {
                var from = run.From > form.From ? run.From : form.From;
                var to = run.To < form.To ? run.To : form.To;
                if (from <= to)
                    marks.Span(from, to, PlacementFigures.Lane(form.Form));
            }
        },
        PlacementFigures.FormLanes
    );

    static Figure Own(string code, string name, string definition, FigureUnit unit, Reading reading) =>
        new(code, name, definition, "2.10", unit, reading);

    static double? MonthsEach(Asked asked, long days, int children) => children == 0 ? null : days / PlacementFigures.DaysAMonth / children;

    static readonly Figure InstitutionMonths = Own(
        "institution-months",
        "Måneder på institution",
        "Dage i træk på trin 6 til dagen, i gennemsnit, delt med 30,4375.",
        FigureUnit.Months,
        LadderFigures.Steps.MeanAge(PlacementFigures.DaysAMonth, Institution - 1)
    );
    static readonly Figure OnStep4 = Own(
        "step-4-forms",
        "Børn på trin 4 efter form",
        "Børn på trin 4 på dagen, efter den form, de er anbragt i.",
        FigureUnit.Count,
        Step4.Counted()
    );
    static readonly Figure FlisMonths = Own(
        "flis-months",
        "Måneder anbragt, FLIS",
        "Måneder i de forløb, der er i gang i dagens måned, delt med børnene.",
        FigureUnit.Months,
        PlacementFigures.InCourse.DaysIn(Window.Month, FigureTime.Day, MonthsEach, fromStart: true)
    );
    static readonly Figure FlisMonthsOfForm = Own(
        "flis-months-form",
        "Måneder anbragt i en form, FLIS",
        "Måneder i de forløb i én form, der er i gang i dagens måned, delt med børnene.",
        FigureUnit.Months,
        CoursesOfForm.DaysIn(Window.Month, FigureTime.Day, MonthsEach, fromStart: true)
    );
    static readonly Figure FollowUps = Own(
        "follow-ups-due",
        "Lovens opfølgninger med frist",
        "Første og næste opfølgning med frist i perioden.",
        FigureUnit.Count,
        RequirementFigures.Due.Counted(r => r is (int)Rule.FirstFollowUp or (int)Rule.NextFollowUp)
    );
    static readonly Figure Unpriced = Own(
        "unpriced-12-months",
        "Indsatser uden pris i tolv måneder",
        "Indsatser på trin 2 til 6, der i en af de tolv måneder ikke kunne prissættes.",
        FigureUnit.Count,
        new OwnReading(
            FigureTime.Period,
            asked => new(asked.Channel(NotPriced, 0) - asked.Channel(NotPriced, 0, hit: true), asked.ChildrenIn(NotPriced, 0)),
            NotPriced.Counted()
        )
    );

    /// <summary>What the indicators read.</summary>
    public static IReadOnlyList<Figure> Asked { get; } =
    [
        LadderFigures.OnLadder,
        LadderFigures.Movements,
        OnStep4,
        InstitutionMonths,
        SpendingFigures.InTwelveMonths,
        Unpriced,
        FollowUps,
        RequirementFigures.OnTimeByRule,
        FlisMonths,
        FlisMonthsOfForm,
        PlacementFigures.PlacedAYearBefore,
        PlacementFigures.NoLongerPlaced,
    ];

    /// <summary>At every cut-off day from the first case to the engine's last, earliest first, in one pass over the children.</summary>
    public static IReadOnlyList<IndicatorPoint> Series(FigureEngine engine)
    {
        if (engine.FirstCase is not { } first || first > engine.Until)
            return [];
        var days = CutOffs.Between(first, engine.Until);
        return days.Count == 0 ? [] : At(engine, days);
    }

    /// <summary>At some days, earliest first.</summary>
    public static IReadOnlyList<IndicatorPoint> At(FigureEngine engine, IReadOnlyList<DateOnly> days)
    {
        var answer = engine.Ask(Asked, [.. days.Select(d => new FigurePeriod(d.AddMonths(-12), d))]);
        return [.. days.Select((day, i) => Point(answer, day, i))];
    }

    static IndicatorPoint Point(FigureAnswer answer, DateOnly day, int i)
    {
        var moves = LadderFigures.MovesOf(answer, i);
        int[] before = new int[Ladder.Steps],
            now = new int[Ladder.Steps];
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            (before[a], now[b]) = (before[a] + moves[a, b], now[b] + moves[a, b]);
        long Ore(int from, int to) =>
            Enumerable.Range(from, to - from + 1).Sum(s => (long)(answer.Part(SpendingFigures.InTwelveMonths, s, i).Value ?? 0));
        var due = answer.Of(FollowUps, i);
        FlisDuration Flis(Answered of) => new(of.Value, of.Rests);
        return new(
            day,
            now,
            before,
            [.. Codes<PlacementForm>.All.Select(f => f == PlacementForm.None ? 0 : answer.Count(OnStep4, PlacementFigures.Lane(f), i))],
            moves,
            answer.Of(InstitutionMonths, i).Value,
            Ore(2, 3),
            Ore(4, 6),
            answer.Count(Unpriced, i),
            (
                answer.Count(RequirementFigures.OnTimeByRule, (int)Rule.FirstFollowUp, i)
                    + answer.Count(RequirementFigures.OnTimeByRule, (int)Rule.NextFollowUp, i),
                (int)(due.Value ?? 0),
                due.Rests
            ),
            [
                Flis(answer.Of(FlisMonths, i)),
                .. Codes<PlacementForm>
                    .All.Where(f => f != PlacementForm.None)
                    .Select(f => Flis(answer.Part(FlisMonthsOfForm, PlacementFigures.Lane(f), i))),
            ],
            (answer.Count(PlacementFigures.NoLongerPlaced, i), answer.Count(PlacementFigures.PlacedAYearBefore, i))
        );
    }
}
