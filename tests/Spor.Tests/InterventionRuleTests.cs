using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>Starting, changing and ending a measure, and visiting a placed child.</summary>
public class InterventionRuleTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    const string Case = "case 2026-01-05 -; ";

    static readonly Actor Caseworker = new(12, AuthorityLevel.Caseworker),
        Head = new(13, AuthorityLevel.Leader);

    static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    static Func<long> Ids()
    {
        long n = 9000;
        return () => n++;
    }

    static StartIntervention A(string? code = "gruppe", DateOnly? from = null) =>
        new(1, code, null, from ?? Today, Today.AddDays(90), "Huset", null, 500_00, PriceUnit.Week, null, null);

    static Decision Start(StartIntervention c, string script = Case, Actor? actor = null) => Start(c, Script.File(script), actor);

    static Decision Start(StartIntervention c, ChildFile file, Actor? actor = null) =>
        InterventionRules.Start(c, file, Catalogue.Default, actor ?? Caseworker, Today, Ids());

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static ChildFile With(ChildFile file, Decision decision)
    {
        Assert.Equal([], Codes(decision));
        var facts = file
            .Cases.Cast<ChildsFact>()
            .Concat(file.Interventions)
            .Concat(file.Decisions)
            .Concat(file.Prices)
            .Concat(file.Visits)
            .Concat(file.FollowUps)
            .ToList();
        foreach (var e in decision.Events)
        {
            var fact = (ChildsFact)(e is Recorded r ? r.Fact : ((Corrected)e).Fact);
            facts.RemoveAll(f => f.Id == fact.Id && f.GetType() == fact.GetType());
            facts.Add(fact);
        }
        return ChildFile.Build(file.Child, facts);
    }

    [Fact]
    public void A_measure_on_step_2_starts_without_a_decision_and_the_ladder_and_the_spending_move()
    {
        var file = Script.File(Case);
        var after = With(file, Start(A()));
        Assert.Equal(
            ("gruppe", "30.1.2", null),
            (after.Interventions[0].Code, after.Interventions[0].LegalBasis, after.Interventions[0].DecisionId)
        );
        Assert.Equal((1, 2), (Ladder.StepAt(file, Catalogue.Default, Today), Ladder.StepAt(after, Catalogue.Default, Today)));
        Assert.Equal(500_00 * 30L / 7, PlainSpending.In([after], Catalogue.Default, Day("2026-11-01")).OreByStep[2], 1.0);
        var owed = new List<Requirement>();
        Derive.Of(after, Catalogue.Default, Today, owed);
        Assert.Contains(owed, r => r.Rule == Rule.PreventiveFollowUp && r.Due == Today.AddDays(91));
    }

    [Fact]
    public void A_measure_on_step_3_or_higher_needs_a_decision_that_is_made()
    {
        Assert.Equal(["decision-needed"], Codes(Start(A("hjem") with { SkipReason = "Hurtig hjælp." })));
        Assert.Equal(["thing-not-there"], Codes(Start(A("hjem") with { SkipReason = "Hurtig hjælp.", DecisionId = 4 })));
        const string Decided = Case + "decision 2026-10-20 §32.1.2; measure gruppe 2026-06-01 -";
        var decision = Script.File(Decided).Decisions[0].Id;
        Assert.Equal([], Codes(Start(A("hjem") with { DecisionId = decision }, Decided)));
        Assert.Equal(["start-before-decision"], Codes(Start(A("hjem", Day("2026-10-19")) with { DecisionId = decision }, Decided)));
    }

    [Fact]
    public void What_is_missing_or_wrong_is_said_all_at_once()
    {
        Assert.Equal(
            ["measure-missing", "end-before-start", "price-missing"],
            Codes(Start(A(null) with { ExpectedTo = Today.AddDays(-1), PriceOre = null }))
        );
        Assert.Equal(["measure-not-in-catalogue", "unit-missing"], Codes(Start(A("hest") with { Unit = null })));
        Assert.Equal(
            ["case-not-open", "price-negative", "quantity-missing"],
            Codes(Start(A() with { PriceOre = -1, Unit = PriceUnit.Hour }, "case 2020-01-01 2021-01-01"))
        );
        Assert.Equal(["start-far-ahead"], Codes(Start(A(from: Today.AddYears(2)) with { ExpectedTo = null })));
        Assert.Equal(["decision-needed", "steps-skipped-without-reason"], Codes(Start(A("familiebehandling"))));
    }

    [Fact]
    public void Two_placements_at_once_must_be_meant()
    {
        const string Placed = Case + "decision 2026-10-01 §46; measure plejefamilie 2026-02-01 - ";
        var c = A("døgninstitution") with { DecisionId = Script.File(Placed).Decisions[0].Id };
        Assert.Equal(["placement-overlaps"], Codes(Start(c, Placed, Head)));
        Assert.Equal([], Codes(Start(c with { OverlapAccepted = true }, Placed, Head)));
    }

    static readonly ChildFile Running = Script.File(Case + "measure hjem 2026-06-01 -");
    static InterventionFact Measure => (InterventionFact)Running.Interventions[0].Copy();

    static ChangeIntervention Change(DateOnly from, long? ore) =>
        new(1, Measure.Id, from, ore, ore is null ? null : PriceUnit.Day, null, null, null, null);

    static Decision Changed(ChangeIntervention c, ChildFile file, Actor? actor = null) =>
        InterventionRules.Change(c, Measure, file, Catalogue.Default, actor ?? Caseworker, Today, Ids());

    [Fact]
    public void A_new_price_holds_from_its_day_and_a_second_one_for_the_day_corrects_the_first()
    {
        var once = With(Running, Changed(Change(Day("2026-10-11"), 100_00), Running));
        Assert.Equal((Day("2026-10-11"), 100_00L), (once.Prices[0].From, once.Prices[0].PriceOre));
        Assert.Equal(
            (null, 100_00L),
            (
                InterventionRules.PriceOn(once.Interventions[0], once.Prices, Day("2026-10-10")).Ore,
                InterventionRules.PriceOn(once.Interventions[0], once.Prices, Day("2026-10-11")).Ore!.Value
            )
        );
        var twice = With(once, Changed(Change(Day("2026-10-11"), 200_00), once));
        Assert.Equal((once.Prices[0].Id, 200_00L), (Assert.Single(twice.Prices).Id, twice.Prices[0].PriceOre));
        Assert.Equal(200_00 * 30, PlainSpending.In([twice], Catalogue.Default, Day("2026-11-01")).OreByStep[3]);
    }

    [Fact]
    public void A_change_changes_something_while_the_measure_runs()
    {
        Assert.Equal(["nothing-changed"], Codes(Changed(Change(Today, null), Running)));
        Assert.Equal(["measure-not-running-then"], Codes(Changed(Change(Day("2026-05-31"), 100_00), Running)));
        Assert.Equal(["end-before-start"], Codes(Changed(Change(Today, null) with { ExpectedTo = Day("2026-05-31") }, Running)));
        Assert.Equal(
            ["thing-not-there"],
            Codes(InterventionRules.Change(Change(Today, 1), null, Running, Catalogue.Default, Caseworker, Today, Ids()))
        );
        var after = With(Running, Changed(Change(Today, null) with { ExpectedTo = Day("2027-05-31"), Provider = "Nyt hus" }, Running));
        Assert.Equal((Day("2027-05-31"), "Nyt hus"), (after.Interventions[0].ExpectedTo!.Value, after.Interventions[0].Provider));
        Assert.Empty(after.Prices);
    }

    static EndIntervention End(DateOnly to, NextStep next = NextStep.None, StartIntervention? start = null) =>
        new(1, Measure.Id, to, EndResult.Reached, next, "Det gik godt.", start);

    static Decision Do(EndIntervention c, ChildFile? file = null) =>
        InterventionRules.End(c, (file ?? Running).Interventions[0], file ?? Running, Catalogue.Default, Caseworker, Today, Ids());

    [Fact]
    public void A_measure_ends_with_its_result_and_the_next_starts_the_day_after_in_the_same_entry()
    {
        var after = With(Running, Do(End(Today, NextStep.Lower, A())));
        Assert.Equal(
            (Today, EndResult.Reached, "en lavere indsats"),
            (after.Interventions[0].To!.Value, after.Interventions[0].Result!.Value, after.Interventions[0].NextStep)
        );
        Assert.Equal((Today.AddDays(1), after.Interventions[0].Id), (after.Interventions[1].From, after.Interventions[1].FollowsId));
        Assert.Equal((3, 2), (Ladder.StepAt(after, Catalogue.Default, Today), Ladder.StepAt(after, Catalogue.Default, Today.AddDays(1))));
    }

    [Fact]
    public void An_end_is_not_ahead_not_before_the_start_and_not_twice()
    {
        Assert.Equal(["day-in-future"], Codes(Do(End(Today.AddDays(1)))));
        Assert.Equal(["end-before-start"], Codes(Do(End(Day("2026-05-31")))));
        Assert.Equal(["next-step-says-none"], Codes(Do(End(Today, NextStep.None, A()))));
        Assert.Equal(["decision-needed"], Codes(Do(End(Today, NextStep.Other, A("kontaktperson")))));
        const string Decided = Case + "decision 2026-10-20 §32.1.3; measure hjem 2026-06-01 -";
        var file = Script.File(Decided);
        Assert.Equal(
            ["next-step-not-lower"],
            Codes(Do(End(Today, NextStep.Lower, A("kontaktperson") with { DecisionId = file.Decisions[0].Id }), file))
        );
        var ended = With(Running, Do(End(Today)));
        Assert.Equal(["measure-ended-already"], Codes(Do(End(Today), ended)));
        Assert.Equal(
            ["thing-not-there"],
            Codes(InterventionRules.End(End(Today), null, Running, Catalogue.Default, Caseworker, Today, Ids()))
        );
    }

    [Fact]
    public void A_placed_child_goes_home_only_by_a_decision()
    {
        var placed = Script.File(Case + "measure plejefamilie 2026-02-01 -");
        Assert.Equal(["return-home-not-decided"], Codes(Do(End(Today), placed)));
        Assert.Equal([], Codes(Do(End(Today, NextStep.Other), placed)));
        var grown = Script.File("born 2008-10-30; " + Case + "measure plejefamilie 2026-02-01 -");
        Assert.Equal([], Codes(Do(End(Today), grown)));
        var decided = ChildFile.Build(
            placed.Child,
            [
                .. placed.Cases,
                .. placed.Interventions,
                new ReturnHomeFact
                {
                    Id = 8,
                    ChildId = 1,
                    InterventionId = placed.Interventions[0].Id,
                    From = Today.AddDays(-9),
                    To = Today,
                },
            ]
        );
        Assert.Equal([], Codes(Do(End(Today), decided)));
    }

    [Fact]
    public void A_visit_is_at_a_placement_while_it_runs_and_says_what_was_said()
    {
        var placed = Script.File(Case + "measure plejefamilie 2026-02-01 2026-10-15");
        RecordVisit A(DateOnly on, bool? spoke = true, string? note = "Hun viste værelset.") =>
            new(1, placed.Interventions[0].Id, on, spoke, "Plejemor", note);
        Decision Do(RecordVisit c, ChildFile? of = null) =>
            InterventionRules.Visit(c, (of ?? placed).Interventions[0], Catalogue.Default, 12, Today, Ids());
        Assert.Equal(["measure-not-running-then"], Codes(Do(A(Day("2026-10-16")))));
        Assert.Equal(["day-in-future"], Codes(Do(A(Today.AddDays(1)))));
        Assert.Equal(["choice-missing", "visit-note-missing"], Codes(Do(A(Day("2026-10-01"), null, null))));
        Assert.Equal(["visit-without-conversation-needs-why"], Codes(Do(A(Day("2026-10-01"), false, null))));
        Assert.Equal(["not-a-placement"], Codes(Do(A(Day("2026-10-01")), Running)));
        Assert.Equal(["thing-not-there"], Codes(InterventionRules.Visit(A(Today), null, Catalogue.Default, 12, Today, Ids())));

        // The half-yearly visit is met by one with a conversation.
        bool Met(RecordVisit c)
        {
            var owed = new List<Requirement>();
            Derive.Of(With(placed, Do(c)), Catalogue.Default, Day("2026-10-10"), owed);
            return owed.Any(r => r.Rule == Rule.SupervisionVisit && r.Fulfilled == c.On);
        }
        Assert.True(Met(A(Day("2026-07-20"))));
        Assert.False(Met(A(Day("2026-07-20"), false, "Hun sov.")));
    }
}
