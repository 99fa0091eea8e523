using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Reports;
using Spor.Workforce;

namespace Spor.Tests;

public class CouncilFiguresTests
{
    static readonly Register Aakaer = FiguresTests.Read("aakaer").ToRegister();
    static readonly CouncilQuestion Year = new(new(2025, 11, 1), new(2026, 10, 31), new(2025, 10, 31));
    static readonly Snapshot Published = new(Aakaer, new(2026, 10, 31)) { StandsStill = true };
    static readonly CouncilFigures Figures = CouncilFigures.Of(Published, Year, []);

    [Fact]
    public void The_period_before_is_as_long_and_ends_on_the_baselines_day()
    {
        Assert.Equal(new DateOnly(2024, 11, 1), Year.FromBefore);
        Assert.Equal(new DateOnly(2025, 1, 1), new CouncilQuestion(new(2026, 1, 1), new(2026, 6, 30), new(2025, 6, 30)).FromBefore);
        var odd = new CouncilQuestion(new(2026, 3, 5), new(2026, 3, 14), new(2026, 3, 4));
        Assert.Equal((new DateOnly(2026, 2, 23), 10, 10), (odd.FromBefore, odd.Days, odd.DaysBefore));
    }

    [Fact]
    public void Each_figure_is_the_one_that_its_definition_gives()
    {
        var key = PlainFigures.Of(Aakaer, FigurePeriod.Of(Year.From, Year.To)).ToDictionary(f => (f.Of.Code, f.Part), f => f.Value);
        double? Key(Figure of, string? part = null) => key[(of.Code, part)];
        Assert.Equal(Key(Spor.Figures.CaseFigures.ChildrenWithCase), Figures["case"].Now.Value);
        for (var s = 1; s < Ladder.Steps; s++)
            Assert.Equal(Key(Spor.Figures.LadderFigures.OnLadder, s.ToString()), Figures["step-" + s].Now.Value);
        Assert.Equal(Key(Spor.Figures.PlacementFigures.Placed), Figures["placed"].Now.Value);
        Assert.Equal(Key(Spor.Figures.PlacementFigures.NewPlacements), Figures["new-placements"].Now.Value);
        Assert.Equal(Key(Spor.Figures.NotificationFigures.Notifications), Figures["notifications"].Now.Value);
        Assert.Equal(Key(Spor.Figures.NotificationFigures.NotifiedChildren), Figures["notified"].Now.Value);
        Assert.Equal(Key(Spor.Figures.ConferenceFigures.Offered), Figures["conferences-offered"].Now.Value);
        Assert.Equal(
            Key(Spor.Figures.RequirementFigures.ComplianceLaw)!.Value,
            100.0 * (Figures["due-law"].Now.Value - Figures["late-law"].Now.Value) / Figures["due-law"].Now.Value,
            9
        );
        Assert.Equal(Key(Spor.Figures.PlacementFigures.MonthsPlaced), Figures.MonthsPlaced.Now);
        Assert.Equal(Key(Spor.Figures.WorkforceFigures.CaseloadPerFte), Figures.PerFte.Now);
        // Down and up are from the baseline's day, so the period of the key figure begins there.
        var between = PlainFigures.Of(Aakaer, new(Year.BaselineDay, Year.To));
        Assert.Equal(between.First(f => f.Of == Spor.Figures.LadderFigures.MovedDown).Value, Figures.Down.Now.Value);
        Assert.Equal(between.First(f => f.Of == Spor.Figures.LadderFigures.MovedUp).Value, Figures.Up.Now.Value);
    }

    [Fact]
    public void Nothing_on_fewer_than_five_children_is_shown()
    {
        // In one month there is little of much.
        var month = CouncilFigures.Of(Published, new(new(2026, 10, 1), new(2026, 10, 31), new(2026, 9, 30)), []);
        var shown = Figures
            .Lines.Concat(month.Lines)
            .SelectMany(l => new (string Key, CouncilCount Count)[] { (l.Key, l.Value.Before), (l.Key, l.Value.Now) })
            .ToList();
        Assert.DoesNotContain(shown, s => !s.Count.Hidden && s.Count.Rests is > 0 and < 5);
        Assert.Contains(shown, s => s.Count.Hidden);
    }

    /// <summary>Every figure on its day or of its year is told here where the pages tell it, and nowhere else.</summary>
    [Fact]
    public void The_report_hides_what_the_one_plan_hides()
    {
        var tables = Published.Get(Spor.Figures.Disclosure.PublishedTables.Of);
        var now = FigurePeriod.Of(Year.From, Year.To);
        var told = new (string Key, Figure Figure, string? Part)[]
        {
            ("case", Spor.Figures.CaseFigures.ChildrenWithCase, null),
            ("placed", PlacementFigures.Placed, null),
            ("new-placements", PlacementFigures.NewPlacements, null),
            ("notifications", NotificationFigures.Notifications, null),
            ("notified", NotificationFigures.NotifiedChildren, null),
            ("conferences-held", Spor.Figures.ConferenceFigures.Held, null),
        }
            .Concat(
                Enumerable
                    .Range(1, Ladder.Steps - 1)
                    .Select(s =>
                        (
                            $"step-{s}",
                            Spor.Figures.LadderFigures.OnLadder,
                            (string?)s.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
            )
            .Concat(CouncilFigures.Forms.Select(f => ($"form-{f}", PlacementFigures.Placed, (string?)f.Danish())))
            .ToList();
        foreach (var (key, figure, part) in told)
            Assert.Equal((key, tables.Hides(figure, part, Group.None, now)), (key, Figures[key].Now.Hidden));
        Assert.Equal(
            tables.Hides(Spor.Figures.LadderFigures.MovedDown, null, Group.None, new(Year.BaselineDay, Year.To)),
            Figures.Down.Now.Hidden
        );
        foreach (var rule in CouncilFigures.LawRules)
            Assert.Equal(
                !tables.Hides(RequirementFigures.ComplianceLaw, rule.Danish(), Group.None, now),
                Figures.TellsShare($"due-rule-{rule}", now: true)
            );
        Assert.True(told.Count(t => !Figures[t.Item1].Now.Hidden) > told.Count / 2);
    }

    [Fact]
    public void A_period_that_is_not_published_is_the_sum_of_months_that_are_or_of_many_or_is_hidden()
    {
        var half = CouncilFigures.Of(Published, new(new(2026, 1, 1), new(2026, 6, 30), new(2025, 6, 30)), []);
        var tables = Published.Get(Spor.Figures.Disclosure.PublishedTables.Of);
        // January and February are months; March to June lie in no longer run that is published whole: months again.
        var months = Enumerable
            .Range(1, 6)
            .Select(m => Spor.Figures.Disclosure.PublicPeriods.Run(new DateOnly(2026, m, 1).AddMonths(1).AddDays(-1), 1));
        Assert.All(months, m => Assert.False(tables.Hides(NotificationFigures.Notifications, null, Group.None, m)));
        Assert.False(half["notifications"].Now.Hidden);
        // A child who was notified in two months is one child of the half year, which is in no sum: told of many, and not of few.
        Assert.Equal(half["notified"].Now.Rests < 20, half["notified"].Now.Hidden);
        Assert.Equal(half.Down.Now.Rests < 20, half.Down.Now.Hidden);
        // A part is told where each of its months is.
        var rules = CouncilFigures.LawRules.Where(r => half[$"due-rule-{r}"].Now.Rests > 0).ToList();
        Assert.Contains(rules, r => !half.TellsShare($"due-rule-{r}", now: true));
        // A state has a day, and month-ends are published.
        Assert.False(half["case"].Now.Hidden);
    }

    [Fact]
    public void The_same_question_gives_the_same_figures_and_a_changed_one_is_found()
    {
        var printed = Figures.Stored();
        Assert.Equal([], CouncilFigures.Differences(printed, CouncilFigures.Of(Published, Year, []).Stored()));
        var changed = printed
            .Select(f => f.Key == "case@nu" ? f with { Value = f.Value + 1 } : f)
            .Where(f => f.Key != "placed@nu")
            .ToList();
        var differences = CouncilFigures.Differences(changed, printed);
        Assert.Equal(["case@nu", "placed@nu"], differences.Select(d => d.Key));
        Assert.Equal(
            (Figures["case"].Now.Value + 1.0, (double)Figures["case"].Now.Value),
            (differences[0].Printed!.Value!.Value, differences[0].Now!.Value!.Value)
        );
        Assert.Null(differences[1].Printed);
    }

    [Fact]
    public void After_a_correction_of_a_few_children_the_counts_of_the_day_stand_as_they_were_printed_and_are_not_hidden()
    {
        var stored = Figures.Stored().ToDictionary(f => f.Key);
        stored["placed@nu"] = stored["placed@nu"] with { Value = Figures["placed"].Now.Value - 1 };
        var foster = $"form-{Spor.Interventions.PlacementForm.Foster}@nu";
        stored[foster] = stored[foster] with { Value = stored[foster].Value - 1 };
        var again = CouncilFigures.Of(Published, Year, [new(Year, stored)]);
        Assert.False(again["placed"].Now.Hidden);
        Assert.Equal(Figures["placed"].Now.Value - 1, again["placed"].Now.Value);
        Assert.Equal(2, again.KeptAsPrinted);
        Assert.Empty(again.Corrected);
        // And the third report is as the second, so that nothing is told by printing once more.
        var third = CouncilFigures.Of(Published, Year, [new(Year, again.Stored().ToDictionary(f => f.Key)), new(Year, stored)]);
        Assert.Equal(again.Stored(), third.Stored());
    }

    [Fact]
    public void A_correction_of_five_or_more_is_told_with_what_stood_before()
    {
        var stored = Figures.Stored().ToDictionary(f => f.Key);
        stored["notified@nu"] = stored["notified@nu"] with { Value = Figures["notified"].Now.Value - 20 };
        var again = CouncilFigures.Of(Published, Year, [new(Year, stored)]);
        Assert.Equal(
            new CorrectedCount("notified@nu", Figures["notified"].Now.Value - 20, Figures["notified"].Now.Value),
            Assert.Single(again.Corrected)
        );
        Assert.Equal(0, again.KeptAsPrinted);
    }

    [Fact]
    public void A_caseload_is_tested_on_the_children_who_came_and_left_and_not_as_if_two_days_held_others()
    {
        // Thirty children on one caseworker, five of whom leave: half of what two Poisson counts would need is enough.
        Register With(int left) =>
            new()
            {
                Catalogue = Spor.Interventions.Catalogue.Default,
                Children =
                [
                    .. Enumerable.Range(1, 100).Select(i => Script.File(i <= left ? "case 2024-01-01 2026-03-31" : "case 2024-01-01 -", i)),
                ],
                Employments =
                [
                    new()
                    {
                        Id = 1,
                        EmployeeId = 1,
                        Role = Role.Caseworker,
                        From = new(2024, 1, 1),
                        FteTenThousandths = 10000,
                    },
                ],
            };
        var few = CouncilFigures.Of(new(With(2), Year.To), Year, []);
        Assert.Equal((98.0, Tendency.Unchanged), (few.PerFte.Now, few.PerFte.Tendency));
        var many = CouncilFigures.Of(new(With(12), Year.To), Year, []);
        Assert.Equal((88.0, Tendency.Fall, Tendency.Fall), (many.PerFte.Now, many.PerFte.Tendency, many["case"].Tendency));
    }

    [Fact]
    public void Corrections_are_what_changed_about_the_days_before_and_not_what_came_after()
    {
        var day = new DateOnly(2026, 6, 30);
        Register With(string script, params EmploymentFact[] staff)
        {
            var file = Script.File(script);
            return new()
            {
                Catalogue = Spor.Interventions.Catalogue.Default,
                Children = [file],
                Employments = staff,
            };
        }
        Register Now(Register r, long entry)
        {
            foreach (
                var f in r.Children.SelectMany(c => c.Cases.Cast<Fact>().Concat(c.Interventions).Concat(c.FollowUps)).Concat(r.Employments)
            )
                f.RecordedIn = entry;
            return r;
        }
        var then = With(
            "case 2025-01-01 -; measure hjem 2025-02-01 -; followup 2025-05-01",
            new EmploymentFact
            {
                Id = 1,
                EmployeeId = 1,
                From = new(2024, 1, 1),
                FteTenThousandths = 10000,
            }
        );
        Assert.Empty(CorrectedSince.Between(then, then, day));
        // Closed and ended after the day, and a follow-up after it: things that happened, not corrections.
        Assert.Empty(
            CorrectedSince.Between(
                then,
                Now(With("case 2025-01-01 2026-09-01; measure hjem 2025-02-01 2026-08-31; followup 2025-05-01", [.. then.Employments]), 9),
                day
            )
        );
        var found = CorrectedSince.Between(
            then,
            Now(
                With(
                    "case 2024-12-01 -; measure hjem 2025-02-01 2026-03-31; followup 2025-05-01; followup 2026-07-10; followup 2026-01-05"
                ),
                9
            ),
            day
        );
        Assert.Equal(
            ["case c", "employment w", "follow-up r", "intervention c"],
            found
                .Select(c => $"{c.Kind.Name} {(c.Before is null ? 'r' : c.Now is null ? 'w' : 'c')}")
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(9, found.First(c => c.Kind == FactKinds.Case).EntryNo);
    }
}
