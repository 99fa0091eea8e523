using System.Diagnostics;
using Spor.Children;
using Spor.Economy;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Each flaw has a child that has it and one that has not.</summary>
public class DataQualityTests
{
    static readonly DateOnly Day = new(2025, 10, 31);

    static Register Of(params ChildFile[] files) =>
        new()
        {
            Catalogue = Catalogue.Default,
            Children = files,
            Employments =
            [
                new EmploymentFact
                {
                    Id = 1,
                    EmployeeId = 9,
                    Role = Role.Caseworker,
                    From = new(2020, 1, 1),
                },
            ],
        };

    static DataQuality Look(string script) => DataQuality.Of(Of(Script.File(script)), Day);

    static int Count(DataQuality found, Flaw flaw) => found.Findings.Single(f => f.Flaw == flaw).Count;

    static ChildFile Built(params ChildsFact[] facts)
    {
        var id = 10L;
        foreach (var f in facts)
            (f.ChildId, f.Id) = (1, f.Id == 0 ? ++id : f.Id);
        return ChildFile.Build(
            new ChildFact
            {
                Id = 1,
                BornOn = new(2012, 6, 15),
                DistrictId = 7,
            },
            facts
        );
    }

    static CaseFact Open => new() { Id = 2, OpenedOn = new(2024, 1, 1) };

    static InterventionFact Measure(string code, long? price = null, PriceUnit? unit = null, long? hours = null) =>
        new()
        {
            Code = code,
            From = new(2025, 1, 1),
            PriceOre = price,
            Unit = unit,
            QuantityHundredths = hours,
        };

    public static TheoryData<Flaw, string, int> Scripts =>
        new()
        {
            { Flaw.CaseWithoutCaseworker, "case 2024-01-01 -", 1 },
            { Flaw.CaseWithoutCaseworker, "case 2024-01-01 2025-10-30", 0 },
            { Flaw.MeasureWithoutStep, "case 2024-01-01 -; measure ukendt 2025-01-01 -", 1 },
            { Flaw.MeasureWithoutStep, "case 2024-01-01 -; measure hjem 2025-01-01 -; measure ukendt 2024-01-01 2025-10-30", 0 },
            {
                Flaw.OverlappingPlacements,
                "case 2024-01-01 -; measure plejefamilie 2024-02-01 2025-03-02; measure opholdssted 2025-03-01 -",
                1
            },
            {
                Flaw.OverlappingPlacements,
                "case 2024-01-01 -; measure plejefamilie 2024-02-01 2025-03-01; measure opholdssted 2025-03-01 -",
                0
            },
            { Flaw.OverlappingPlacements, "case 2024-01-01 -; measure plejefamilie 2024-02-01 -; measure hjem 2024-02-01 -", 0 },
            {
                Flaw.OverlappingPlacements,
                "case 2024-01-01 -; measure plejefamilie 2024-02-01 2024-05-01; measure opholdssted 2024-03-01 2024-06-01",
                0
            },
            { Flaw.MeasureWithoutDecision, "case 2024-01-01 -; measure hjem 2025-01-01 -", 1 },
            {
                Flaw.MeasureWithoutDecision,
                "case 2024-01-01 -; decision 2025-01-01; measure hjem 2025-01-01 - +; measure konsulent 2025-01-01 -",
                0
            },
            { Flaw.MeasureOnClosedCase, "case 2024-01-01 2025-05-01; measure hjem 2025-01-01 -", 1 },
            { Flaw.MeasureOnClosedCase, "case 2024-01-01 -; measure hjem 2025-01-01 -", 0 },
            { Flaw.DecisionOnOpenAssessment, "case 2024-01-01 -; bfu 2025-01-01 -; decision 2025-02-01", 1 },
            {
                Flaw.DecisionOnOpenAssessment,
                "case 2024-01-01 -; bfu 2025-01-01 2025-03-01; decision 2025-02-01; bfu 2025-06-01 -; screening 2025-01-01 -",
                0
            },
            { Flaw.NotificationWithoutOutcome, "notified 2025-10-16T10:00 -; notified 2024-11-01T10:00 -", 2 },
            { Flaw.NotificationWithoutOutcome, "notified 2025-10-18T10:00 -; notified 2024-10-31T10:00 -", 0 },
            { Flaw.ChildWithoutDistrict, "case 2024-01-01 -", 1 },
            { Flaw.ChildWithoutDistrict, "case 2024-01-01 2025-01-01", 0 },
            {
                Flaw.FollowUpOutsideMeasure,
                "case 2024-01-01 -; measure hjem 2025-01-01 2025-02-01; followup 2025-02-02; visit 2024-12-31",
                2
            },
            {
                Flaw.FollowUpOutsideMeasure,
                "case 2024-01-01 -; measure hjem 2025-01-01 2025-02-01; followup 2025-02-01; visit 2025-01-01",
                0
            },
            { Flaw.CadenceNotDecided, "case 2024-01-01 -; measure hjem 2025-01-01 -; followup 2025-02-01", 1 },
            {
                Flaw.CadenceNotDecided,
                "case 2024-01-01 -; measure hjem 2025-01-01 -; followup 2025-02-01; followup 2025-05-01 2025-12-01",
                0
            },
            {
                Flaw.CadenceNotDecided,
                "case 2023-01-01 -; measure hjem 2023-01-01 -; followup 2023-12-31; measure konsulent 2025-01-01 -; followup 2025-02-01",
                0
            },
            {
                Flaw.BeforeBirth,
                "born 2025-01-01; case 2024-03-26 -; talk 2024-12-31; measure plejefamilie 2024-12-31 -; visit 2024-12-31",
                4
            },
            {
                Flaw.BeforeBirth,
                "born 2025-01-01; case 2024-03-27 -; measure hjem 2024-06-01 -; talk 2024-12-31 reason; measure plejefamilie 2025-01-01 -",
                0
            },
            // What an import warns of and takes in all the same.
            { Flaw.DayAhead, "talk 2025-11-01; talk 2025-10-31; notified 2026-01-01T10:00 -; case 2025-11-01 -", 3 },
            { Flaw.DayAhead, "born 2026-09-01; case 2025-10-01 -", 1 },
            { Flaw.DayAhead, "born 2026-08-31; case 2025-10-01 -", 0 },
            { Flaw.DayAhead, "case 2024-01-01 -; measure hjem 2025-01-01 2026-05-01; talk 2025-10-31", 0 },
            {
                Flaw.DaysOutOfOrder,
                "plan child 2025-03-01 2025-06-01 2025-05-31; plan child 2025-03-01 - 2025-02-01; plan child 2025-03-01 2025-02-01 2025-02-02",
                3
            },
            { Flaw.DaysOutOfOrder, "plan child 2025-03-01 2025-04-01 2025-04-01; plan child 2025-03-01 - -", 0 },
            { Flaw.TooOld, "born 2001-10-31; case 2020-01-01 -", 1 },
            { Flaw.TooOld, "born 2001-11-01; case 2020-01-01 -", 0 },
            { Flaw.TooOld, "born 1999-01-01; case 2015-01-01 2020-01-01", 0 },
            {
                Flaw.EndIsNextStart,
                "case 2024-01-01 -; measure plejefamilie 2025-01-01 2025-02-01; measure opholdssted 2025-02-01 2025-03-01; "
                    + "measure plejefamilie 2025-03-01 2025-04-01; measure opholdssted 2025-04-02 -",
                2
            },
            {
                Flaw.EndIsNextStart,
                "case 2024-01-01 -; measure plejefamilie 2025-01-01 2025-02-01; measure opholdssted 2025-02-01 2025-03-01; "
                    + "measure plejefamilie 2025-03-02 2025-04-01; measure opholdssted 2025-04-02 -",
                0
            },
            { Flaw.LeftOutWithoutReason, "talk 2025-01-01 out", 1 },
            { Flaw.LeftOutWithoutReason, "talk 2025-01-01 reason; talk 2025-02-01", 0 },
        };

    static ChildFile Named(long id, string name, string? cpr, long? hash, DateOnly born) =>
        ChildFile.Build(
            new ChildFact
            {
                Id = id,
                FirstName = name,
                LastName = "Holm",
                Cpr = cpr,
                CprHash = hash,
                BornOn = born,
            },
            []
        );

    [Fact]
    public void Children_with_one_number_or_one_name_and_birthday_are_listed_and_stay_two()
    {
        DateOnly born = new(2012, 3, 4);
        var found = DataQuality.Of(
            Of(
                Named(1, "Ida", "6403129901", 77, born),
                Named(2, "Åse", "6403129901", 77, born),
                Named(3, "Per", null, null, born),
                Named(4, "PER", "6403129902", 78, born),
                // Two numbers tell two people apart.
                Named(5, "Eva", "6403129903", 79, born),
                Named(6, "Eva", "6403129904", 80, born),
                Named(7, "Bo", "6503129905", 81, born)
            ),
            Day
        );
        long[] At(Flaw flaw) => [.. found.Findings.Single(f => f.Flaw == flaw).At.Select(a => a.FactId)];
        Assert.Equal([1, 2], At(Flaw.SameNumber));
        Assert.Equal([3, 4], At(Flaw.TwinChild));
        Assert.Equal([7], At(Flaw.NumberUnlikeBirthday));
    }

    [Fact]
    public void A_measure_that_stands_there_twice_is_told_apart_from_two_that_run_together()
    {
        var found = DataQuality.Of(
            Of(
                Built(
                    Open,
                    Measure("hjem", 100, PriceUnit.Month),
                    Measure("hjem", 100, PriceUnit.Month),
                    Measure("aflastning", 100, PriceUnit.Month),
                    Measure("aflastning", 200, PriceUnit.Month),
                    Measure("kontaktperson", 100, PriceUnit.Month)
                )
            ),
            Day
        );
        Assert.Equal((1, 1), (Count(found, Flaw.TwinMeasure), Count(found, Flaw.OverlappingMeasures)));
    }

    [Fact]
    public void What_stands_there_twice_or_below_nothing_is_told_with_the_months_spending_with_it_and_without()
    {
        Effect Of(Flaw flaw, params InterventionFact[] measures)
        {
            var found = DataQuality.Of(DataQualityTests.Of(Built([Open, .. measures])), Day);
            Assert.Equal(1, Count(found, flaw));
            return found.SpendingWithout(flaw);
        }
        var dear = Measure("hjem", 30_000, PriceUnit.Month);
        dear.From = new(2025, 2, 1);
        Assert.Equal(
            new Effect(20_000, 10_000),
            Of(Flaw.TwinMeasure, Measure("hjem", 10_000, PriceUnit.Month), Measure("hjem", 10_000, PriceUnit.Month))
        );
        // The first of them is the one that may have ended.
        Assert.Equal(new Effect(40_000, 30_000), Of(Flaw.OverlappingMeasures, Measure("hjem", 10_000, PriceUnit.Month), dear));
        dear.Code = "opholdssted";
        Assert.Equal(new Effect(40_000, 30_000), Of(Flaw.OverlappingPlacements, Measure("plejefamilie", 10_000, PriceUnit.Month), dear));
        Assert.Equal(
            new Effect(5_000, 10_000),
            Of(Flaw.NegativePrice, Measure("hjem", 10_000, PriceUnit.Month), Measure("aflastning", -5_000, PriceUnit.Month))
        );
    }

    [Fact]
    public void A_child_that_is_there_twice_is_told_with_the_ladder_where_it_counts_once()
    {
        var born = new DateOnly(2012, 3, 4);
        ChildFile OnLadder(long id, string first) =>
            ChildFile.Build(
                new ChildFact
                {
                    Id = id,
                    FirstName = first,
                    LastName = "Holm",
                    BornOn = born,
                },
                [
                    new CaseFact
                    {
                        Id = id + 100,
                        ChildId = id,
                        OpenedOn = new(2024, 1, 1),
                    },
                ]
            );
        var found = DataQuality.Of(Of(OnLadder(1, "Ida"), OnLadder(2, "Ida"), OnLadder(3, "Bo")), Day);
        Assert.Equal(new Effect(3, 2), found.OnLadderOnce);
        Assert.Equal(0, Count(found, Flaw.EncodedTwice));
        Assert.Equal(1, Count(DataQuality.Of(Of(OnLadder(1, "SÃ¸ren"), OnLadder(2, "Søren")), Day), Flaw.EncodedTwice));
    }

    [Fact]
    public void Lines_of_the_ledger_that_name_a_measure_nobody_knows_are_told_by_account()
    {
        LedgerFact Line(string account, int month, bool? unknown) =>
            new()
            {
                Account = account,
                Month = new(2025, month, 1),
                NamesUnknown = unknown,
            };
        var found = SetupQuality.Of(
            new()
            {
                Catalogue = Catalogue.Default,
                Children = [],
                Ledger =
                [
                    Line("5.28.21.002", 3, true),
                    Line("5.28.21.002", 2, true),
                    Line("5.28.21.002", 1, null),
                    Line("5.28.22.002", 1, null),
                ],
            }
        );
        Assert.Equal([("5.28.21.002 (2 linjer)", new DateOnly(2025, 2, 1))], found.Single(f => f.Flaw == SetupFlaw.LedgerUnknown).Where);
    }

    [Fact]
    public void Lists_whose_rows_hold_on_the_same_day_are_told_with_the_first_day_and_those_that_follow_each_other_are_not()
    {
        EmploymentFact Post(long person, DateOnly from, DateOnly? to, int fte, long? team = 1) =>
            new()
            {
                EmployeeId = person,
                Role = Role.Caseworker,
                TeamId = team,
                From = from,
                To = to,
                FteTenThousandths = fte,
            };
        TeamFact Team(long id, DateOnly from, DateOnly? to) =>
            new()
            {
                TeamId = id,
                Name = "Team " + id,
                From = from,
                To = to,
            };
        var found = SetupQuality
            .Of(
                new()
                {
                    Catalogue = Catalogue.Default,
                    Children = [],
                    Employments =
                    [
                        Post(1, new(2024, 1, 1), new(2024, 12, 31), 10_000),
                        Post(1, new(2025, 1, 1), null, 10_000),
                        Post(2, new(2024, 1, 1), null, 5_000),
                        Post(2, new(2024, 6, 1), null, 5_000),
                        Post(3, new(2024, 1, 1), null, 10_000),
                        Post(3, new(2025, 1, 1), null, 1_000, team: 2),
                    ],
                    Teams =
                    [
                        Team(1, new(2024, 1, 1), new(2024, 12, 31)),
                        Team(1, new(2025, 1, 1), null),
                        Team(2, Day, null),
                        Team(2, Day, null),
                    ],
                }
            )
            .ToDictionary(f => f.Flaw, f => f.Where.Select(w => (w.Name, w.From)).ToList());
        Assert.Equal([("Medarbejder 2", new(2024, 6, 1))], found[SetupFlaw.Posts]);
        Assert.Equal([("Medarbejder 3", new(2025, 1, 1))], found[SetupFlaw.OverFullTime]);
        Assert.Equal([("Team 2", Day)], found[SetupFlaw.Ceilings]);
        Assert.Empty(found[SetupFlaw.Districts]);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_flaw_is_found_where_it_is_and_nowhere_else(Flaw flaw, string script, int count) =>
        Assert.Equal(count, Count(Look(script), flaw));

    [Fact]
    public void A_case_with_somebody_has_a_caseworker_and_those_without_weigh_on_the_caseload()
    {
        var with = Built(
            Open,
            new AssignmentFact
            {
                CaseId = 2,
                EmployeeId = 9,
                From = new(2024, 1, 1),
            }
        );
        var without = ChildFile.Build(
            new ChildFact { Id = 2, BornOn = new(2012, 1, 1) },
            [
                new CaseFact
                {
                    Id = 30,
                    ChildId = 2,
                    OpenedOn = new(2024, 1, 1),
                },
            ]
        );
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children = [with, without],
            Employments =
            [
                new EmploymentFact
                {
                    EmployeeId = 9,
                    Role = Role.Caseworker,
                    FteTenThousandths = 5000,
                    From = new(2024, 1, 1),
                },
            ],
        };
        var found = DataQuality.Of(register, Day);
        Assert.Equal([new FlawAt(1, 30)], found.Findings.Single(f => f.Flaw == Flaw.CaseWithoutCaseworker).At);
        Assert.Equal(new Effect(4, 2), found.Caseload);
        Assert.Equal(found.Caseload.Now, PlainCaseload.At(register, Day).PerFte);
    }

    [Fact]
    public void A_measure_without_a_price_is_told_apart_from_one_without_hours_and_the_mean_of_the_step_is_what_they_would_cost()
    {
        var found = DataQuality.Of(
            Of(
                Built(
                    Open,
                    Measure("hjem", 10000, PriceUnit.Month),
                    Measure("hjem"),
                    Measure("kontaktperson", 30000, PriceUnit.Hour),
                    Measure("aflastning", 500, null),
                    Measure("hjem", 30000, PriceUnit.Month)
                )
            ),
            Day
        );
        Assert.Equal((2, 1), (Count(found, Flaw.MeasureWithoutPrice), Count(found, Flaw.HoursMissing)));
        // October is over on its last day. Three of step 3 without: the mean of the two with is 200 kr.
        Assert.Equal(new DateOnly(2025, 10, 1), found.Month);
        Assert.Equal(new Effect(40000, 100000), found.Spending);
        Assert.Equal(
            found.Spending.Now,
            PlainSpending
                .In(
                    Of(Built(Open, Measure("hjem", 10000, PriceUnit.Month), Measure("hjem", 30000, PriceUnit.Month))).Children,
                    Catalogue.Default,
                    found.Month
                )
                .OreByStep.Sum()
        );
        Assert.Equal(new DateOnly(2025, 9, 1), DataQuality.Of(Of(), Day.AddDays(-1)).Month);
        Assert.Null(DataQuality.Of(Of(Built(Open, Measure("hjem"))), Day).Spending.Otherwise);
    }

    [Fact]
    public void A_step_of_the_municipalitys_own_is_told_with_the_children_it_moves()
    {
        var own = Catalogue.With(
            [
                new CatalogueFact
                {
                    Code = "efterskole",
                    Name = "Efterskole",
                    Step = 3,
                    Form = PlacementForm.Own,
                    From = new(2020, 1, 1),
                },
            ],
            []
        );
        var found = DataQuality.Of(
            new Register { Catalogue = own, Children = [Built(Open, Measure("efterskole")), Built(Open, Measure("hjem"))] },
            Day
        );
        Assert.Equal((1, 2), (Count(found, Flaw.StepUnlikeDefault), found.Findings.Single(f => f.Flaw == Flaw.StepUnlikeDefault).Of));
        Assert.Equal(new Effect(2, 1), found.OtherStep);
    }

    [Fact]
    public void A_child_with_a_measure_and_no_case_is_on_the_ladder_all_the_same()
    {
        var found = Look("case 2024-01-01 2025-05-01; measure hjem 2025-01-01 -");
        Assert.Equal(new Effect(1, 0), found.OnLadder);
    }

    [Fact]
    public void An_outcome_a_district_and_a_caseworker_are_all_it_takes()
    {
        var file = Built(
            Open,
            new AssignmentFact
            {
                CaseId = 2,
                EmployeeId = 9,
                From = new(2024, 1, 1),
            },
            new NotificationFact { ReceivedAt = new(2025, 9, 1, 10, 0, 0), Outcome = NotificationOutcome.ExistingCase }
        );
        EmploymentFact there = new() { EmployeeId = 9, From = new(2024, 1, 1) };
        Register With(EmploymentFact person) =>
            new()
            {
                Catalogue = Catalogue.Default,
                Children = [file],
                Employments = [person],
            };
        Assert.All(DataQuality.Of(With(there), Day).Findings, f => Assert.Equal(0, f.Count));
        // Whoever has left has no case.
        there.To = Day.AddDays(-1);
        Assert.Equal(1, Count(DataQuality.Of(With(there), Day), Flaw.CaseWithoutCaseworker));
    }

    [Fact]
    public void The_example_has_the_cases_without_a_caseworker_that_the_caseload_counts()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        var day = new DateOnly(2026, 10, 31);
        var found = DataQuality.Of(register, day);
        Assert.Equal(PlainCaseload.At(register, day).UnassignedCases, Count(found, Flaw.CaseWithoutCaseworker));
        Assert.Equal(
            PlainSpending.In(register.Children, register.Catalogue, new(2026, 10, 1)).WithoutPrice.Count,
            Count(found, Flaw.MeasureWithoutPrice) + Count(found, Flaw.HoursMissing)
        );
        Assert.All(found.Findings, f => Assert.True(f.Count <= f.Of || f.Flaw == Flaw.BeforeBirth, f.Flaw.ToString()));
    }
}
