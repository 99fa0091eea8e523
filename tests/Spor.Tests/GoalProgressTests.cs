using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Plans;

namespace Spor.Tests;

public sealed class GoalProgressTests
{
    static readonly DateOnly A = new(2025, 1, 1),
        B = new(2025, 12, 31);

    /// <summary>A child with one plan and these scores on one goal, placed in institution until the middle of the year and then on the step
    /// that follows.</summary>
    static ChildFile Child(long id, string? afterwards, params (DateOnly On, int Score)[] scores)
    {
        var facts = new List<ChildsFact>
        {
            new PlanFact
            {
                Id = 1,
                ChildId = id,
                DecidedOn = new(2024, 6, 1),
            },
            new GoalFact
            {
                Id = 2,
                ChildId = id,
                PlanId = 1,
            },
            // The next version of the plan carries the goal on; its scores stay with the first.
            new PlanFact
            {
                Id = 3,
                ChildId = id,
                DecidedOn = new(2025, 3, 1),
            },
            new GoalFact
            {
                Id = 4,
                ChildId = id,
                PlanId = 3,
                ContinuesId = 2,
            },
            new InterventionFact
            {
                Id = 5,
                ChildId = id,
                Code = "kontaktperson",
                From = new(2024, 6, 1),
                To = afterwards is null ? null : new(2025, 6, 30),
            },
        };
        if (afterwards is not null)
            facts.Add(
                new InterventionFact
                {
                    Id = 6,
                    ChildId = id,
                    Code = afterwards,
                    From = new(2025, 7, 1),
                }
            );
        facts.AddRange(
            scores.Select(
                (s, i) =>
                    new MeasurementFact
                    {
                        Id = 10 + i,
                        ChildId = id,
                        GoalId = 2,
                        On = s.On,
                        Score = s.Score,
                    }
            )
        );
        return ChildFile.Build(new ChildFact { Id = id, BornOn = new(2014, 1, 1) }, facts);
    }

    static readonly string Lower = Catalogue.Default.Codes.First(c =>
        Catalogue.Default.On(c, B)!.Value.Step < Catalogue.Default.On("kontaktperson", B)!.Value.Step
        && Catalogue.Default.On(c, B)!.Value.Step > 1
    );
    static readonly string Higher = Catalogue.Default.Codes.First(c =>
        Catalogue.Default.On(c, B)!.Value.Step > Catalogue.Default.On("kontaktperson", B)!.Value.Step
    );

    static (Progress Down, Progress Stayed, Progress Up) ByMovement(IReadOnlyList<ChildFile> children, DateOnly a, DateOnly b)
    {
        var register = new Register { Catalogue = Catalogue.Default, Children = children };
        var found = Of(KeyFigures.EngineOf(register, b).Ask(KeyFigures.Kept, [new(a, b)]));
        Assert.Equal(PlainGoals.ByMovement(children, Catalogue.Default, a, b), found);
        return found;
    }

    static (Progress Down, Progress Stayed, Progress Up) Of(FigureAnswer answer)
    {
        Progress One((Figure Goals, Figure Change) way) =>
            new(answer.Count(way.Goals), answer.Of(way.Goals).Rests, answer.Of(way.Change).Value);
        return (One(GoalFigures.Down), One(GoalFigures.Stayed), One(GoalFigures.Up));
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void The_engine_says_what_each_goal_says_alone(string example, string until)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var engine = KeyFigures.EngineOf(register, DateOnly.Parse(until));
        var random = new Random(3);
        for (var n = 0; n < 12; n++)
        {
            var b = engine.Until.AddDays(-random.Next(900));
            var a = b.AddDays(-random.Next(1, 700));
            Assert.Equal(PlainGoals.ByMovement(register.Children, register.Catalogue, a, b), Of(engine.Ask(KeyFigures.Kept, [new(a, b)])));
        }
    }

    [Fact]
    public void A_goals_progress_is_its_last_score_up_to_the_day_minus_its_first()
    {
        ChildFile[] child = [Child(1, null, (new(2024, 7, 1), 3), (new(2025, 2, 1), 6), (new(2026, 2, 1), 9))];
        Assert.Equal(3, ByMovement(child, A, B).Stayed.Mean);
        Assert.Equal(6, ByMovement(child, A, new(2026, 2, 1)).Stayed.Mean);
        Assert.Null(ByMovement(child, new(2024, 6, 2), new(2024, 12, 31)).Stayed.Mean);
    }

    [Fact]
    public void Goals_stand_with_the_way_their_child_went_and_once_however_many_versions_the_plan_has()
    {
        var (down, stayed, up) = ByMovement(
            [
                Child(1, Lower, (new(2024, 7, 1), 3), (new(2025, 10, 1), 7)),
                Child(2, Lower, (new(2024, 7, 1), 5), (new(2025, 10, 1), 4)),
                Child(3, null, (new(2024, 7, 1), 2), (new(2025, 10, 1), 2)),
                Child(4, Higher, (new(2024, 7, 1), 6), (new(2025, 10, 1), 4)),
                // One score only, and scores that stop before the period.
                Child(5, Lower, (new(2025, 10, 1), 9)),
                Child(6, Lower, (new(2024, 7, 1), 1), (new(2024, 8, 1), 9)),
            ],
            A,
            B
        );
        Assert.Equal(new Progress(2, 2, 1.5), down);
        Assert.Equal(new Progress(1, 1, 0), stayed);
        Assert.Equal(new Progress(1, 1, -2), up);
    }

    [Fact]
    public void Nobody_without_a_step_on_both_days_counts()
    {
        var (down, stayed, up) = ByMovement([Child(1, null, (new(2024, 7, 1), 3), (new(2025, 10, 1), 7))], new(2024, 1, 1), B);
        Assert.Equal((0, 0, 0), (down.Goals, stayed.Goals, up.Goals));
        Assert.Null(down.Mean);
    }
}
