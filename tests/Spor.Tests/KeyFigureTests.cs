using Spor.Children;
using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Tests;

public class KeyFigureTests
{
    public static TheoryData<string, string, string> Examples =>
        new() { { "aakaer", "2026-10-31", "2025-10-31" }, { "lergaard", "2017-01-31", "2016-06-07" } };

    static double? Value(IReadOnlyList<KeyFigure> figures, FigureDefinition of, string? part = null) =>
        figures.Single(f => f.Of == of && f.Part == part).Value;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Key_figures_say_what_the_figures_file_says(string example, string to, string from)
    {
        var register = FiguresTests.Read(example).ToRegister();
        DateOnly a = DateOnly.Parse(from),
            b = DateOnly.Parse(to);
        var file = Figures.Of(register, b, a);
        // The figures file compares the day with the baseline: the period begins the day after it.
        var ours = KeyFigures.Of(register, a.AddDays(1), b);
        double? Of(FigureDefinition of, string? part = null) => Value(ours, of, part);

        Assert.Equal(file.Caseload.ActiveCases, Of(KeyFigures.ActiveCases));
        Assert.Equal(file.Caseload.Children, Of(KeyFigures.ChildrenWithCase));
        Assert.Equal(file.Caseload.UnassignedCases, Of(KeyFigures.Unassigned));
        Assert.Equal(file.Caseload.PerFte, Of(KeyFigures.CaseloadPerFte));
        Assert.Equal(file.Caseload.Fte, Of(KeyFigures.Fte));
        foreach (var team in file.Caseload.Teams)
        {
            Assert.Equal(team.PerFte, Of(KeyFigures.CaseloadPerFte, KeyFigures.Id(team.TeamId)));
            Assert.Equal(team.Ceiling, Of(KeyFigures.Ceiling, KeyFigures.Id(team.TeamId)));
        }
        for (var s = 1; s < Ladder.Steps; s++)
            Assert.Equal(file.LadderNow[s], Of(KeyFigures.OnLadder, KeyFigures.Id(s)));
        for (var i = 0; i < Ladder.Steps; i++)
        for (var j = 0; j < Ladder.Steps; j++)
            Assert.Equal(file.Movements[i, j], Of(KeyFigures.Movements, $"{i}-{j}"));
        Assert.Equal(Ladder.Down(file.Movements), Of(KeyFigures.MovedDown));
        Assert.Equal(Ladder.Up(file.Movements), Of(KeyFigures.MovedUp));
        Assert.Equal(file.Mix.Foster, Of(KeyFigures.Placed, PlacementForm.Foster.Danish()));
        Assert.Equal(file.Mix.Institution, Of(KeyFigures.Placed, PlacementForm.Institution.Danish()));
        Assert.Equal(file.Mix.Own, Of(KeyFigures.Placed, PlacementForm.Own.Danish()));
        Assert.Equal(file.Mix.FamilySharePercent, (int)Math.Round(Of(KeyFigures.FamilyShare)!.Value, MidpointRounding.AwayFromZero));
        Assert.Equal(file.NewPlacements, Of(KeyFigures.NewPlacements));
        Assert.Equal(file.MonthsPlaced, Of(KeyFigures.MonthsPlaced));
        Assert.Equal(
            file.NotPlacedAYearAfter.Before == 0 ? null : 100.0 * file.NotPlacedAYearAfter.NotPlaced / file.NotPlacedAYearAfter.Before,
            Of(KeyFigures.NotPlacedYearAfter)
        );
        Assert.Equal(file.FullYearLastYear, Of(KeyFigures.FullYear));
        Assert.Equal(file.Notifications.Count, Of(KeyFigures.Notifications));
        Assert.Equal(file.Notifications.Children, Of(KeyFigures.NotifiedChildren));
        foreach (var n in Codes<Notifier>.All)
            Assert.Equal(file.Notifications.ByNotifier.GetValueOrDefault(n), Of(KeyFigures.Notifications, n.Danish()));
        Assert.Equal(file.Conferences.Offered, Of(KeyFigures.ConferencesOffered));
        Assert.Equal(file.Conferences.Accepted, Of(KeyFigures.ConferencesAccepted));
        Assert.Equal(file.Conferences.Held, Of(KeyFigures.ConferencesHeld));
        Assert.Equal(100.0 * file.Turnover.Rate, Of(KeyFigures.Turnover));
        foreach (var rule in Codes<Rule>.All)
        {
            var law = NationalLaw.Of(rule, b).IsLaw;
            Assert.Equal(
                file.Unmet[(int)rule],
                Of(law ? KeyFigures.OverdueLaw : KeyFigures.OverdueModel, rule.Danish())
                    + Of(law ? KeyFigures.MissedLaw : KeyFigures.MissedModel, rule.Danish())
            );
            if (rule == Rule.CaseCurrent)
                continue;
            var (onTime, due) = file.Compliance[(int)rule];
            Assert.Equal(
                due == 0 ? null : 100.0 * onTime / due,
                Of(law ? KeyFigures.ComplianceLaw : KeyFigures.ComplianceModel, rule.Danish())
            );
        }
        // The month is the last that has ended by the day, so the figures file's month is asked for by its own last day.
        var lastMonth = KeyFigures.Of(register, a, new DateOnly(b.Year, b.Month, 1).AddDays(-1));
        for (var s = 0; s < Ladder.Steps; s++)
            Assert.Equal(file.PreviousMonth.OreByStep[s], Value(lastMonth, KeyFigures.SpendingInMonth, KeyFigures.Id(s)));
        Assert.Equal(file.PreviousMonth.WithoutPrice.Count, Value(lastMonth, KeyFigures.Unpriced));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_figure_that_counts_children_rests_on_as_many_as_it_says(string example, string to, string from)
    {
        var ours = KeyFigures.Of(FiguresTests.Read(example).ToRegister(), DateOnly.Parse(from), DateOnly.Parse(to));
        foreach (
            var of in new[]
            {
                KeyFigures.ChildrenWithCase,
                KeyFigures.NotifiedChildren,
                KeyFigures.OnLadder,
                KeyFigures.MovedDown,
                KeyFigures.MovedUp,
                KeyFigures.Movements,
                KeyFigures.Placed,
            }
        )
        foreach (var f in ours.Where(f => f.Of == of))
            Assert.Equal(f.Value, f.Rests);
        Assert.All(
            ours.Where(f => f.Of is { AboutChildren: true, Unit: FigureUnit.Count }),
            f => Assert.True(f.Value >= f.Rests && (f.Value > 0) == (f.Rests > 0), f.Of.Code + " " + f.Part)
        );
    }

    [Fact]
    public void Parts_that_add_up_do_so_in_every_group()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        DateOnly a = new(2025, 10, 31),
            b = new(2026, 10, 31);
        foreach (
            var filter in new Group[]
            {
                new(),
                new(TeamId: register.Teams[0].TeamId),
                new(Age: AgeGroup.From14To17),
                new(Gender: Gender.Girl),
                new(DistrictId: register.Districts[0].DistrictId, TargetGroup: TargetGroup.Vulnerable),
            }
        )
        foreach (var of in KeyFigures.All.Where(f => f.AddsUp))
        {
            var parts = KeyFigures.Of(register, a, b, filter).Where(f => f.Of == of).ToList();
            Assert.Equal(parts.Single(p => p.Part is null).Value, parts.Where(p => p.Part is not null).Sum(p => p.Value));
        }
    }

    [Fact]
    public void Every_child_is_in_one_group_of_age_or_too_old()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        var day = new DateOnly(2026, 10, 31);
        var grouped = Codes<AgeGroup>.All.SelectMany(age => new Group(Age: age).Of(register, day)).ToList();
        Assert.Equal(grouped.Count, grouped.Distinct().Count());
        Assert.All(register.Children.Except(grouped), c => Assert.True(c.Child.AgeAt(day) >= 23));
        foreach (var age in Codes<AgeGroup>.All)
        {
            var (first, last) = Group.Years(age);
            Assert.All(new Group(Age: age).Of(register, day), c => Assert.InRange(c.Child.AgeAt(day), first, last));
        }
    }

    [Fact]
    public void Codes_are_unique_and_every_figure_has_a_number_in_the_definitions()
    {
        Assert.Equal(KeyFigures.All.Count, KeyFigures.All.Select(f => f.Code).Distinct().Count());
        var measures = File.ReadAllText(Path.Combine(FiguresTests.Root, "docs", "measures.md"));
        Assert.All(
            KeyFigures.All,
            f => Assert.True(f.Measure == "1" || measures.Contains("| " + f.Measure + " |", StringComparison.Ordinal), f.Code)
        );
        Assert.Equal(75, Targets.On(KeyFigures.FamilyShare.Code, new(2026, 10, 31))!.Percent);
        Assert.All(Targets.All, t => Assert.NotNull(KeyFigures.Find(t.Figure)));
    }
}
