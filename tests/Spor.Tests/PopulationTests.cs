using Spor.Economy;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Law;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>How many people live where, typed in; and age groups of the municipality's own.</summary>
public class PopulationTests
{
    static readonly DateOnly Day = new(2026, 10, 31);

    static Decision Set(int? year, IReadOnlyList<int?> people, IReadOnlyList<PopulationFact>? before = null, bool district = true)
    {
        long id = 100;
        return PopulationRules.Set(new(year, null, people), before ?? [], district, () => ++id);
    }

    static string Said(Decision decision) => string.Join(' ', decision.Refusals.Select(r => r.Code));

    [Fact]
    public void What_cannot_be_a_number_of_people_is_refused_with_its_field()
    {
        Assert.Equal("population-year-missing", Said(Set(null, [5])));
        Assert.Equal("population-year-missing", Said(Set(26, [5])));
        Assert.Equal("population-district-unknown", Said(Set(2026, [5], district: false)));
        var wrong = Assert.Single(Set(2026, [5, -1]).Refusals);
        Assert.Equal(("population-out-of-range", "Age1"), (wrong.Code, wrong.Field));
        Assert.Equal("population-out-of-range", Said(Set(2026, [100_001])));
        Assert.Equal("population-unchanged", Said(Set(2026, [null, null])));
    }

    [Fact]
    public void What_was_told_is_corrected_what_is_emptied_is_taken_back_and_the_rest_is_new()
    {
        PopulationFact Told(long id, int age, int people) =>
            new()
            {
                Id = id,
                Year = 2026,
                Age = age,
                People = people,
            };
        var events = Set(2026, [300, 310, null, 330], [Told(1, 0, 300), Told(2, 1, 290), Told(3, 2, 280)]).Events;
        Assert.Equal(3, events.Count);
        Assert.Equal(310, ((PopulationFact)Assert.IsType<Corrected>(events[0]).Fact).People);
        Assert.Equal(3, Assert.IsType<Withdrawn>(events[1]).Id);
        var added = (PopulationFact)Assert.IsType<Recorded>(events[2]).Fact;
        Assert.Equal((2026, 3, 330), (added.Year, added.Age, added.People));
    }

    [Fact]
    public void The_municipality_sets_where_its_own_age_groups_end_from_a_day_on()
    {
        Assert.Equal([new AgeSpan(0, 14), new AgeSpan(15, 23)], AgeSpan.Own(Bounds.National, Day));
        var own = Bounds.With([
            new ParameterFact
            {
                Id = 1,
                Code = Parameters.OwnAgesYoungest.Code,
                From = new(2026, 7, 1),
                Number = 12,
            },
        ]);
        Assert.Equal([new AgeSpan(0, 12), new AgeSpan(13, 23)], AgeSpan.Own(own, Day));
        Assert.Equal([new AgeSpan(0, 14), new AgeSpan(15, 23)], AgeSpan.Own(own, new(2026, 6, 30)));
        // One that would end before it begins is not there.
        var none = Bounds.With([
            new ParameterFact
            {
                Id = 1,
                Code = Parameters.OwnAgesOldest.Code,
                From = new(2020, 1, 1),
                Number = 10,
            },
        ]);
        Assert.Equal([new AgeSpan(0, 14)], AgeSpan.Own(none, Day));
        Assert.Equal(new AgeSpan(15, 23), AgeSpan.Read("15-23", Bounds.National, Day));
        Assert.Null(AgeSpan.Read("0-5", Bounds.National, Day));
        Assert.Null(AgeSpan.Read("3-9", Bounds.National, Day));
    }

    [Fact]
    public void A_municipality_may_have_up_to_six_age_groups_of_its_own()
    {
        var ends = new[] { 2, 5, 9, 13, 17, 22 };
        var codes = Parameters.OwnAgesOlder.Prepend(Parameters.OwnAgesOldest).Prepend(Parameters.OwnAgesYoungest);
        var rows = codes.Select(
            (p, i) =>
                new ParameterFact
                {
                    Id = i + 1,
                    Code = p.Code,
                    From = new(2026, 1, 1),
                    Number = ends[i],
                }
        );
        var own = Bounds.With([.. rows]);
        Assert.Equal(["0-2", "3-5", "6-9", "10-13", "14-17", "18-22"], AgeSpan.Own(own, Day).Select(a => a.Code));
        Assert.Equal(2, AgeSpan.Own(own, new(2025, 12, 31)).Count);
        Assert.All(Parameters.OwnAgesOlder, p => Assert.Equal(0, Bounds.National.On(Day).Number(p)));
    }

    [Fact]
    public void Figures_of_an_own_age_group_are_the_plain_ones_of_its_children_and_rates_are_of_its_inhabitants()
    {
        var example = FiguresTests.Read("aakaer").ToRegister();
        var engine = KeyFigures.EngineOf(example, Day);
        var period = FigurePeriod.Of(new(2025, 11, 1), Day);
        foreach (var ages in AgeSpan.Own(Bounds.National, Day))
        {
            var group = Group.None with { Ages = ages };
            var answer = engine.Ask(
                [CaseFigures.ChildrenWithCase, PlacementFigures.Placed, NotificationFigures.Notifications],
                [period],
                group
            );
            var children = example.Children.Where(c =>
                c.Child.AgeAt(Day) is var age && (ages.First == 0 || age >= ages.First) && age <= ages.Last
            );
            Assert.Equal(children.Count(c => c.Cases.Any(x => x.ActiveAt(Day))), answer.Of(CaseFigures.ChildrenWithCase).Value);
            Assert.Equal(
                children.Sum(c => c.Notifications.Count(n => n.ReceivedOn >= period.From && n.ReceivedOn <= period.To)),
                answer.Of(NotificationFigures.Notifications).Value
            );
            Assert.Equal((ages.First, ages.Last), RateFigures.AgesOf(group));
        }
        Assert.Null(RateFigures.AgesOf(new Group(Gender: Spor.Children.Gender.Girl) { Ages = new(0, 14) }));
    }
}
