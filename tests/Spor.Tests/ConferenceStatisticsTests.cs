using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Law;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>2.17 and what is said of it on its own page, over children made by hand.</summary>
public sealed class ConferenceStatisticsTests
{
    static readonly DateOnly From = new(2025, 11, 1),
        To = new(2026, 10, 31);

    static ChildFile Child(long id, string script, Func<long, IEnumerable<ChildsFact>> more, long? district = null)
    {
        var file = Script.File(script, id);
        file.Child.DistrictId = district;
        return ChildFile.Build(file.Child, [.. file.All.OfType<ChildsFact>(), .. more(id)], alone: true);
    }

    static NetworkConferenceFact Conference(
        long child,
        int n,
        string offered,
        string? held = null,
        OfferAnswer? answer = OfferAnswer.Yes,
        bool? privateTime = null,
        bool? approved = null,
        string? replaced = null,
        long? replacedId = null
    ) =>
        new()
        {
            Id = child * 100 + n,
            ChildId = child,
            OfferedOn = Script.Day(offered),
            HeldOn = held is null ? null : Script.Day(held),
            Answer = answer,
            PrivateTimeUsed = privateTime,
            PlanApproved = approved,
            ReplacedMeasureCode = replaced,
            ReplacedInterventionId = replacedId,
        };

    static Register Register(params ChildFile[] children) => new() { Catalogue = Catalogue.Default, Children = children };

    [Fact]
    public void A_conference_counts_in_the_months_it_was_offered_and_held_and_as_what_came_of_it()
    {
        var register = Register(
            // New case: offered 40 days after it opened. Held a month later.
            Child(
                1,
                "case 2026-01-01 -",
                c => [Conference(c, 1, "2026-02-10", "2026-03-05", privateTime: true, approved: true, replaced: "kontaktperson")]
            ),
            // An old case, a family that said no, and one whose plan was not accepted.
            Child(
                2,
                "case 2020-01-01 -",
                c =>
                    [
                        Conference(c, 1, "2026-02-11", answer: OfferAnswer.No),
                        Conference(c, 2, "2026-03-01", "2026-03-20", privateTime: false, approved: false),
                    ]
            ),
            // Offered before the period, held in it, and held in a new case although the case is old by then.
            Child(3, "case 2025-06-01 -", c => [Conference(c, 1, "2025-10-20", "2025-12-24")])
        );
        var f = ConferenceStatistics.Of(KeyFigures.EngineOf(register, To), From, To, To);
        Assert.Equal(
            new ConferenceCounts(
                Offered: 3,
                Accepted: 2,
                Held: 3,
                PlansApproved: 1,
                InNewCases: 1,
                HeldInNewCases: 2,
                PrivateTime: 1,
                Replaced: 1,
                PrivateTimeUnknown: 1
            ),
            f.All.Figures
        );
        Assert.Equal(12, f.Months.Count);
        ConferenceCounts Month(int year, int month) => f.Months.Single(m => m.From == new DateOnly(year, month, 1)).Figures;
        Assert.Equal(new ConferenceCounts(2, 1, 0, 0, 1), Month(2026, 2));
        Assert.Equal(new ConferenceCounts(1, 1, 2, 1, 0, 1, 1, 1), Month(2026, 3));
        Assert.Equal(new ConferenceCounts(0, 0, 1, 0, 0, 1, 0, 0, 1), Month(2025, 12));
        Assert.Equal(f.All.Figures, f.Months.Select(m => m.Figures).Aggregate(Plus));
    }

    static ConferenceCounts Plus(ConferenceCounts a, ConferenceCounts b) =>
        new(
            a.Offered + b.Offered,
            a.Accepted + b.Accepted,
            a.Held + b.Held,
            a.PlansApproved + b.PlansApproved,
            a.InNewCases + b.InNewCases,
            a.HeldInNewCases + b.HeldInNewCases,
            a.PrivateTime + b.PrivateTime,
            a.Replaced + b.Replaced,
            a.PrivateTimeUnknown + b.PrivateTimeUnknown
        );

    [Fact]
    public void A_period_may_begin_and_end_inside_a_month()
    {
        var register = Register(
            Child(
                1,
                "case 2026-01-01 -",
                c => [Conference(c, 1, "2026-02-10"), Conference(c, 2, "2026-03-31"), Conference(c, 3, "2026-02-09")]
            )
        );
        var f = ConferenceStatistics.Of(KeyFigures.EngineOf(register, To), new(2026, 2, 10), new(2026, 3, 30), To);
        Assert.Equal(
            [(new DateOnly(2026, 2, 10), new DateOnly(2026, 2, 28), 1), (new(2026, 3, 1), new(2026, 3, 30), 0)],
            f.Months.Select(m => (m.From, m.To, m.Figures.Offered))
        );
    }

    [Fact]
    public void Teams_and_districts_have_their_own_children_and_the_filter_narrows_both()
    {
        ChildFile Of(long id, long? district, long employee) =>
            Child(
                id,
                "case 2026-01-01 -",
                c =>
                    [
                        Conference(c, 1, "2026-02-10", "2026-03-05"),
                        new AssignmentFact
                        {
                            Id = c * 100 + 50,
                            ChildId = c,
                            CaseId = c * 1000 + 1,
                            EmployeeId = employee,
                            From = new(2026, 1, 1),
                        },
                    ],
                district
            );
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children = [Of(1, 7, 21), Of(2, 8, 22), Of(3, null, 22)],
            Teams =
            [
                new TeamFact
                {
                    Id = 1,
                    TeamId = 1,
                    Name = "Øst",
                    From = new(2020, 1, 1),
                },
                new TeamFact
                {
                    Id = 2,
                    TeamId = 2,
                    Name = "Vest",
                    From = new(2020, 1, 1),
                },
            ],
            Districts =
            [
                new DistrictFact
                {
                    Id = 7,
                    DistrictId = 7,
                    Name = "Nord",
                    TeamId = 1,
                    From = new(2020, 1, 1),
                },
                new DistrictFact
                {
                    Id = 8,
                    DistrictId = 8,
                    Name = "Syd",
                    TeamId = 2,
                    From = new(2020, 1, 1),
                },
            ],
            Employments =
            [
                new EmploymentFact
                {
                    Id = 31,
                    EmployeeId = 21,
                    TeamId = 1,
                    Role = Role.Caseworker,
                    From = new(2020, 1, 1),
                },
                new EmploymentFact
                {
                    Id = 32,
                    EmployeeId = 22,
                    TeamId = 2,
                    Role = Role.Caseworker,
                    From = new(2020, 1, 1),
                },
            ],
        };
        var f = ConferenceStatistics.Of(KeyFigures.EngineOf(register, To), From, To, To);
        Assert.Equal([("Øst", 1), ("Vest", 2)], f.Teams.Select(t => (t.Name, t.Figures.Held)));
        Assert.Equal([("Nord", 7L, 1), ("Syd", 8L, 1), ("", (long?)null, 1)], f.Districts.Select(d => (d.Name, d.Id, d.Figures.Held)));
        var west = ConferenceStatistics.Of(KeyFigures.EngineOf(register, To), From, To, To, new(TeamId: 2));
        Assert.Equal((2, 1, 2), (west.All.Figures.Held, west.Teams.Count, west.Months.Sum(m => m.Figures.Held)));
        Assert.Equal([("Nord", 0), ("Syd", 1), ("", 1)], west.Districts.Select(d => (d.Name, d.Figures.Held)));
        Assert.Equal(
            [("Syd", 1)],
            ConferenceStatistics
                .Of(KeyFigures.EngineOf(register, To), From, To, To, new(DistrictId: 8))
                .Districts.Select(d => (d.Name, d.Figures.Held))
        );
    }

    [Fact]
    public void The_measures_that_plans_took_the_place_of_are_counted_by_name()
    {
        var register = Register(
            Child(
                1,
                "case 2020-01-01 -; measure kontaktperson 2026-01-01 2026-03-05",
                c => [Conference(c, 1, "2026-02-10", "2026-03-05", replacedId: 1000 + 2)]
            ),
            Child(
                2,
                "case 2020-01-01 -",
                c =>
                    [
                        Conference(c, 1, "2026-02-10", "2026-03-05", replaced: "kontaktperson"),
                        Conference(c, 2, "2026-05-10", "2026-06-05", replaced: "kontaktperson"),
                    ]
            ),
            Child(
                3,
                "case 2020-01-01 -",
                c =>
                    [
                        Conference(c, 1, "2026-02-10", "2026-03-05", replaced: "netværkspleje"),
                        Conference(c, 2, "2026-02-10", replaced: "netværkspleje"),
                    ]
            )
        );
        Assert.Equal(
            [new ReplacedMeasure("Fast kontaktperson", 3, 3, 2), new ReplacedMeasure("Netværksplejefamilie", 4, 1, 1)],
            ConferenceStatistics.Of(KeyFigures.EngineOf(register, To), From, To, To).Replaced
        );
    }

    [Fact]
    public void A_child_stands_on_a_step_a_year_before_on_the_day_and_a_year_after_and_waits_until_the_year_has_passed()
    {
        DateOnly from = new(2025, 1, 1),
            today = new(2026, 10, 31);
        string measure = "measure kontaktperson";
        var register = Register(
            // Step 1 before, 3 on the day, 1 after. The second conference does not count again.
            Child(
                1,
                $"case 2020-01-01 -; {measure} 2025-01-15 2025-08-01",
                c => [Conference(c, 1, "2025-02-01", "2025-03-01"), Conference(c, 2, "2026-02-01", "2026-03-01")]
            ),
            // Step 3 all along.
            Child(2, $"case 2020-01-01 -; {measure} 2023-01-15 -", c => [Conference(c, 1, "2025-02-01", "2025-03-01")]),
            // No case a year before; up from 1 to 3.
            Child(3, $"case 2024-06-01 -; {measure} 2025-12-01 -", c => [Conference(c, 1, "2025-02-01", "2025-03-01")]),
            // The case closed before the year had passed.
            Child(4, "case 2020-01-01 2025-09-01", c => [Conference(c, 1, "2025-02-01", "2025-03-01")]),
            // Held 31 October 2025: the year has passed on the day itself. A day later it has not.
            Child(5, "case 2020-01-01 -", c => [Conference(c, 1, "2025-10-01", "2025-10-31")]),
            Child(6, "case 2020-01-01 -", c => [Conference(c, 1, "2025-10-01", "2025-11-01")]),
            Child(7, "case 2020-01-01 -", c => [Conference(c, 1, "2025-10-01")])
        );
        var steps = ConferenceStatistics.Of(KeyFigures.EngineOf(register, today), from, today, today).Steps;
        Assert.Equal((5, 1), (steps.Passed, steps.Waiting));
        Assert.Equal([1, 3, 0, 1, 0, 0, 0], steps.Before);
        Assert.Equal([0, 3, 0, 2, 0, 0, 0], steps.On);
        Assert.Equal([1, 2, 0, 2, 0, 0, 0], steps.After);
        Assert.Equal((1, 2, 1, 1), (steps.Down, steps.Same, steps.Up, steps.WithoutStep));
        Assert.Equal([0, 1, 0, 0, 0, 0, 0], steps.WaitingBefore);
        Assert.Equal([0, 1, 0, 0, 0, 0, 0], steps.WaitingOn);
    }

    [Fact]
    public void Evaluations_are_averaged_for_each_question_and_by_whom()
    {
        ConferenceEvaluationFact Evaluation(long child, int n, EvaluatedBy by, int? heard, int? useful, string on = "2026-03-06") =>
            new()
            {
                Id = child * 100 + 60 + n,
                ChildId = child,
                ConferenceId = child * 100 + 1,
                On = Script.Day(on),
                By = by,
                Heard = heard,
                Useful = useful,
            };
        var register = Register(
            Child(
                1,
                "case 2020-01-01 -",
                c =>
                    [
                        Conference(c, 1, "2026-02-10", "2026-03-05"),
                        Evaluation(c, 1, EvaluatedBy.Child, 5, null),
                        Evaluation(c, 2, EvaluatedBy.Family, 3, 4),
                        Evaluation(c, 3, EvaluatedBy.Family, 4, 4, "2026-12-24"),
                    ]
            ),
            Child(2, "case 2020-01-01 -", c => [Conference(c, 1, "2026-02-10", "2026-03-05"), Evaluation(c, 1, EvaluatedBy.Child, 4, 1)]),
            // Held before the period: not among them.
            Child(3, "case 2020-01-01 -", c => [Conference(c, 1, "2025-02-10", "2025-03-05"), Evaluation(c, 1, EvaluatedBy.Child, 1, 1)])
        );
        var found = ConferenceStatistics.Of(KeyFigures.EngineOf(register, To), From, To, To).Evaluations;
        EvaluationFigure Of(EvaluationQuestion q, EvaluatedBy by) => found.Single(e => e.Question == q && e.By == by);
        Assert.Equal(9, found.Count);
        Assert.Equal(new(EvaluationQuestion.Heard, EvaluatedBy.Child, 2, 4.5, 2), Of(EvaluationQuestion.Heard, EvaluatedBy.Child));
        Assert.Equal(new(EvaluationQuestion.Useful, EvaluatedBy.Child, 1, 1, 1), Of(EvaluationQuestion.Useful, EvaluatedBy.Child));
        Assert.Equal(new(EvaluationQuestion.Heard, EvaluatedBy.Family, 2, 3.5, 1), Of(EvaluationQuestion.Heard, EvaluatedBy.Family));
        Assert.Equal(
            new(EvaluationQuestion.Decided, EvaluatedBy.Professional, 0, null, 0),
            Of(EvaluationQuestion.Decided, EvaluatedBy.Professional)
        );
    }

    [Fact]
    public void The_key_figures_say_the_same_by_the_slow_way_and_the_quick_way()
    {
        var register = Register(
            Child(
                1,
                "case 2026-01-01 -",
                c => [Conference(c, 1, "2026-02-10", "2026-03-05", privateTime: true, approved: true, replaced: "kontaktperson")]
            ),
            Child(
                2,
                "case 2020-01-01 -",
                c =>
                    [
                        Conference(c, 1, "2026-03-01", "2026-03-20", privateTime: true, replacedId: 77),
                        Conference(c, 2, "2026-05-01", "2026-05-20", privateTime: false),
                    ]
            )
        );
        var slow = PlainFigures.Of(register, FigurePeriod.Of(From, To));
        var quick = KeyFigures.EngineOf(register, To).Ask(KeyFigures.All, [FigurePeriod.Of(From, To)]).Figures[0];
        foreach (
            var (of, value, rests) in new[]
            {
                (ConferenceFigures.HeldInNewCases, 1, 1),
                (ConferenceFigures.PrivateTime, 2, 2),
                (ConferenceFigures.Replaced, 2, 2),
                (ConferenceFigures.Held, 3, 2),
            }
        )
        {
            Assert.Equal((value, rests), ((int)slow.Single(f => f.Of == of).Value!.Value, slow.Single(f => f.Of == of).Rests));
            Assert.Equal((value, rests), ((int)quick.Single(f => f.Of == of).Value!.Value, quick.Single(f => f.Of == of).Rests));
        }
    }

    [Fact]
    public void The_target_is_a_row_with_its_source()
    {
        var target = Targets.MonthlyOn(ConferenceFigures.HeldInNewCases.Code, To)!;
        Assert.Equal((5, 10, "S"), (target.Least, target.Most, target.Mark));
        Assert.Contains("Assens", target.Source, StringComparison.Ordinal);
        Assert.Null(Targets.MonthlyOn(ConferenceFigures.Offered.Code, To));
        // The rows in percent are read apart from it.
        Assert.Equal(75, Targets.On("family-share", To)!.Percent);
        Assert.DoesNotContain(Targets.All, t => t.Figure == target.Figure);
    }
}
