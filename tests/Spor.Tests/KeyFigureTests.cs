using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
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

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_figure_that_counts_children_rests_on_as_many_as_it_says(string example, string to, string from)
    {
        var ours = PlainFigures.Of(FiguresTests.Read(example).ToRegister(), new(DateOnly.Parse(from), DateOnly.Parse(to)));
        foreach (
            var of in new[]
            {
                CaseFigures.ChildrenWithCase,
                NotificationFigures.NotifiedChildren,
                LadderFigures.OnLadder,
                LadderFigures.MovedDown,
                LadderFigures.MovedUp,
                LadderFigures.Movements,
                PlacementFigures.Placed,
            }
        )
        foreach (var f in ours.Where(f => f.Of == of))
            Assert.Equal(f.Value, f.Rests);
        Assert.All(
            // What nobody has reported has no value, and rests on nobody.
            ours.Where(f => f.Of is { AboutChildren: true, Unit: FigureUnit.Count } && f is not { Value: null, Rests: 0 }),
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
            var parts = PlainFigures.Of(register, new(a, b), filter).Where(f => f.Of == of).ToList();
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
        Assert.Equal(75, Targets.On(PlacementFigures.FamilyShare.Code, new(2026, 10, 31))!.Percent);
        Assert.All(Targets.All, t => Assert.NotNull(KeyFigures.Find(t.Figure)));
    }
}
