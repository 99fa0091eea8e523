using Spor.Assessments;
using Spor.Decisions;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>What must be in order before a decision, asked when it is proposed and again when it is granted.</summary>
public class GateTests
{
    [Fact]
    public void A_decision_with_everything_in_order_passes()
    {
        Assert.Equal([], Support());
        Assert.Equal([], Placement(Case + Talk + Bfu));
        Assert.Equal([], Codes(A(DecisionKind.PlacementWithoutConsent, "plejefamilie"), Ready));
        Assert.Equal([], Codes(A(DecisionKind.Preventive, "gruppe"), Case));
        Assert.Equal([], Codes(A(DecisionKind.Refusal), Case + Talk));
        // The child is heard before it is refused, too.
        Assert.Equal(["child-not-heard"], Codes(A(DecisionKind.Refusal), Case));
    }

    [Fact]
    public void No_decision_on_steps_3_to_6_without_the_child_heard_or_left_out_with_a_reason()
    {
        Assert.Equal(["child-not-heard"], Support(script: Case));
        Assert.Equal(["child-not-heard"], Support(script: Case + "talk 2026-10-01 leftout"));
        Assert.Equal([], Support(script: Case + "talk 2026-10-01 reason"));
        Assert.Equal(["child-not-heard"], Placement(Case + Bfu));
    }

    [Fact]
    public void The_gates_window_is_the_requirements_own()
    {
        var window = NationalLaw.Of(Rule.ChildHeard, Today).Days;
        Assert.Equal([], Support(script: Case + $"talk {Today.AddDays(-window):yyyy-MM-dd}"));
        Assert.Equal(["child-not-heard"], Support(script: Case + $"talk {Today.AddDays(-window - 1):yyyy-MM-dd}"));
    }

    [Fact]
    public void No_placement_without_a_finished_assessment_of_the_case_unless_it_is_acute()
    {
        Assert.Equal(["placement-without-assessment"], Placement(Case + Talk));
        Assert.Equal(["placement-without-assessment"], Placement(Case + Talk + "bfu 2026-08-01 -"));
        Assert.Equal(["placement-without-assessment"], Placement("case 2020-01-01 2021-01-01; bfu 2020-01-02 2020-04-01; " + Case + Talk));
        Assert.Equal([], Placement(Case + Talk, p => (p.Acute, p.AcuteReason) = (true, "Vold.")));
        Assert.Equal(["acute-without-reason"], Placement(Case + Talk, p => p.Acute = true));
    }

    [Fact]
    public void An_assessment_of_more_than_a_year_ago_carries_a_placement_with_a_reason_only()
    {
        const string Long = "case 2020-01-05 -; " + Talk + "bfu 2020-01-10 2020-05-01; ";
        Assert.Equal(["assessment-is-old"], Placement(Long));
        Assert.Equal([], Placement(Long, p => p.OldAssessmentReason = "Intet er ændret."));
        var last = Today.AddMonths(-Spor.Law.Parameters.AssessmentAge.On(Today)!.Number);
        Assert.Equal([], Placement($"case 2020-01-05 -; {Talk} bfu 2020-01-10 {last:yyyy-MM-dd}"));
        Assert.Equal(["assessment-is-old"], Placement($"case 2020-01-05 -; {Talk} bfu 2020-01-10 {last.AddDays(-1):yyyy-MM-dd}"));
    }

    [Fact]
    public void A_talk_at_a_visit_is_no_hearing() =>
        Assert.Equal(["child-not-heard"], Placement(Case + Bfu + "talk 2026-06-01 - visit; talk 2026-10-20 - followup"));

    [Fact]
    public void A_parents_own_matter_makes_no_child_a_party()
    {
        foreach (
            var kind in new[] { DecisionKind.EconomicSupport, DecisionKind.OrderToParents, DecisionKind.Other, DecisionKind.Disability }
        )
            Assert.Null(DecisionLaw.Of(kind, Today).PartyAge);
        Assert.Equal([], Codes(With(A(DecisionKind.EconomicSupport), p => p.ChildPartyHeardOn = null), "born 2013-01-01; " + Case));
        Assert.Equal(
            ["child-is-a-party"],
            Codes(With(A(DecisionKind.OrderToYoung), p => p.ChildPartyHeardOn = null), "born 2013-01-01; " + Case + Talk)
        );
    }

    [Fact]
    public void No_placement_without_consent_unless_the_plan_is_ready_before()
    {
        var p = A(DecisionKind.PlacementWithoutConsent, "plejefamilie");
        Assert.Equal(["plan-not-ready"], Codes(p, Case + Talk + Bfu));
        Assert.Equal(["plan-not-ready"], Codes(p, Case + Talk + Bfu + "plan child 2026-05-01 2026-09-01 2026-10-15"));
        Assert.Equal(["plan-not-ready"], Codes(p, Case + Talk + Bfu + "plan child 2026-05-01 -"));
    }

    [Theory]
    [InlineData("2011-10-30", true)]
    [InlineData("2011-10-31", false)]
    public void From_fifteen_the_young_person_consents_too(string born, bool asked) =>
        Assert.Equal(asked ? ["young-consent-missing"] : [], Placement($"born {born}; " + Case + Talk + Bfu, p => p.YoungConsentOn = null));

    [Fact]
    public void Consent_is_given_before_the_decision()
    {
        Assert.Equal(["custody-consent-missing"], Support(p => p.CustodyConsentOn = null));
        Assert.Equal(["custody-consent-missing"], Support(p => p.CustodyConsentOn = Today.AddDays(1)));
        // The right way is named: support without consent is not the committee's.
        string[] Way(DecisionKind kind, string measure) =>
            [
                .. Gates
                    .For(With(A(kind, measure), p => p.CustodyConsentOn = null), Ready, Catalogue.Default, Today)
                    .Where(r => r.Code == "custody-consent-missing")
                    .Select(r => r.Named!),
            ];
        Assert.Equal(["støtte uden samtykke"], Way(DecisionKind.Support, "hjem"));
        Assert.Equal(["anbringelse uden samtykke"], Way(DecisionKind.Placement, "plejefamilie"));
        // Without it, it is § 47, which the committee decides; consent is then not asked for.
        Assert.Equal(
            [],
            Codes(
                With(A(DecisionKind.PlacementWithoutConsent, "plejefamilie"), p => (p.CustodyConsentOn, p.YoungConsentOn) = (null, null)),
                Ready
            )
        );
        Assert.Equal(
            AuthorityLevel.Committee,
            Authority.Needed(Authority.Default, DecisionKind.PlacementWithoutConsent, "plejefamilie", 0, Today)
        );
    }

    [Theory]
    [InlineData("2016-10-30", true)]
    [InlineData("2016-10-31", false)]
    public void A_child_of_ten_is_a_party_and_is_heard_as_one(string born, bool party) =>
        Assert.Equal(party ? ["child-is-a-party"] : [], Support(p => p.ChildPartyHeardOn = null, $"born {born}; " + Case + Talk));

    [Fact]
    public void Before_2024_the_child_is_a_party_from_twelve()
    {
        var on = new DateOnly(2023, 6, 15);
        string[] Then(string born) =>
            Codes(
                With(A(DecisionKind.Support, "hjem", on), p => p.ChildPartyHeardOn = null),
                $"born {born}; case 2023-01-01 -; talk 2023-06-01"
            );
        Assert.Equal(["child-is-a-party"], Then("2011-06-15"));
        Assert.Equal([], Then("2011-06-16"));
        // And the law of that day says which sections there are.
        Assert.Equal("52.3.1", A(DecisionKind.Support, "hjem", on).LegalBasis);
        Assert.Equal(
            ["legal-basis-not-for-kind"],
            Codes(
                With(A(DecisionKind.Support, "hjem", on), p => p.LegalBasis = "32.1.2"),
                "born 2012-06-16; case 2023-01-01 -; talk 2023-06-01"
            )
        );
    }

    [Fact]
    public void The_parties_are_heard_before_or_not_with_a_reason()
    {
        Assert.Equal(["parties-not-heard"], Support(p => p.PartiesHeardOn = null));
        Assert.Equal(
            ["child-is-a-party", "hearing-after-decision"],
            Support(p => (p.PartiesHeardOn, p.ChildPartyHeardOn) = (Today.AddDays(1), Today.AddDays(1)))
        );
        Assert.Equal(
            [],
            Support(p => (p.PartiesHeardOn, p.ChildPartyHeardOn, p.HearingSkipReason) = (null, null, "Fuldt ud imødekommet."))
        );
    }

    [Fact]
    public void Reasons_purpose_duration_plan_and_guidance_are_part_of_it()
    {
        Assert.Equal(
            ["plan-need-not-decided", "purpose-missing", "reasons-missing", "expected-duration-missing", "complaint-guidance-missing"],
            Support(p => (p.PlanNeeded, p.Purpose, p.Reasons, p.ExpectedTo, p.ComplaintGuidance) = (null, null, null, null, false))
        );
        Assert.Equal(["plan-reason-missing"], Support(p => p.PlanReason = null));
    }

    [Fact]
    public void A_placement_considers_the_siblings_in_the_assessment_or_here()
    {
        Assert.Equal(["siblings-not-considered"], Placement(Case + Talk + Bfu, p => p.SiblingsConsidered = null));
        var file = Script.File(Case + Talk + Bfu);
        file.Assessments[0].SiblingsConsidered = true;
        Assert.Equal([], Codes(With(A(DecisionKind.Placement, "plejefamilie"), p => p.SiblingsConsidered = null), file));
    }

    [Fact]
    public void More_than_one_step_up_asks_for_a_reason()
    {
        Assert.Equal(["steps-skipped-without-reason"], Support(p => p.SkipReason = null));
        Assert.Equal([], Support(p => p.SkipReason = null, Case + Talk + "measure gruppe 2026-02-01 -"));
        Assert.Equal([], Placement(Case + Talk + Bfu + "measure døgninstitution 2026-02-01 -", p => p.SkipReason = null));
    }

    [Fact]
    public void The_measure_fits_the_kind_of_decision_and_has_days_and_a_price()
    {
        Assert.Equal(["measure-missing"], Support(p => p.MeasureCode = null));
        Assert.Equal(["measure-not-for-kind"], Support(p => p.MeasureCode = "plejefamilie"));
        Assert.Equal(["measure-not-for-kind"], Placement(Case + Talk + Bfu, p => p.MeasureCode = "hjem"));
        Assert.Equal(["measure-not-in-catalogue"], Support(p => p.MeasureCode = "hest"));
        Assert.Equal(["start-missing", "price-missing"], Support(p => (p.From, p.PriceOre) = (null, null)));
        Assert.Equal(["unit-missing"], Support(p => p.Unit = null));
        Assert.Equal(["price-negative"], Support(p => p.PriceOre = -1));
        Assert.Equal(["quantity-missing"], Support(p => p.Unit = PriceUnit.Hour));
        Assert.Equal(["end-before-start"], Support(p => p.ExpectedTo = p.From!.Value.AddDays(-1)));
        Assert.Equal(["start-before-decision"], Support(p => p.From = Today.AddDays(-1)));
        Assert.Equal([], Placement(Case + Talk + Bfu, p => (p.From, p.Acute, p.AcuteReason) = (Today.AddDays(-1), true, "Vold.")));
        Assert.Equal(
            ["day-in-future", "start-before-decision"],
            Support(p => p.DecidedOn = Today.AddDays(20)).Where(c => c != "child-not-heard")
        );
        Assert.Equal(["case-not-open"], Support(script: Talk));
    }

    const string Placed = Case + Talk + Bfu + "plan child 2026-01-06 2026-03-01; measure plejefamilie 2026-02-01 -";

    static DecisionProposalFact Home(ChildFile file, Action<DecisionProposalFact>? but = null) =>
        With(
            A(DecisionKind.ReturnHome),
            p =>
            {
                (p.From, p.ExpectedTo, p.StatementOn, p.PlanRevisedOn, p.ReplacesInterventionId) = (
                    Today,
                    Today.AddMonths(6).AddDays(-1),
                    Today.AddDays(-9),
                    Today.AddDays(-5),
                    file.Interventions[0].Id
                );
                but?.Invoke(p);
            }
        );

    [Fact]
    public void Going_home_is_decided_before_with_the_places_statement_a_revised_plan_and_at_most_six_months()
    {
        var file = Script.File(Placed);
        Assert.Equal([], Codes(Home(file), file));
        Assert.Equal(["return-period-too-long"], Codes(Home(file, p => p.ExpectedTo = Today.AddMonths(6)), file));
        Assert.Equal(["place-statement-missing"], Codes(Home(file, p => p.StatementOn = null), file));
        Assert.Equal(["plan-not-revised"], Codes(Home(file, p => p.PlanRevisedOn = Today.AddDays(1)), file));
        Assert.Equal(
            ["return-before-decision"],
            Codes(Home(file, p => (p.From, p.ExpectedTo) = (Today.AddDays(-1), Today.AddMonths(3))), file)
        );
        Assert.Equal(["placement-not-running"], Codes(Home(file, p => p.ReplacesInterventionId = 77), file));
        Assert.Equal(
            ["plan-not-ready"],
            Codes(Home(file), Placed.Replace("plan child 2026-01-06 2026-03-01; ", "", StringComparison.Ordinal))
                .Where(c => c != "placement-not-running")
        );
    }

    [Fact]
    public void In_special_cases_a_child_goes_home_without_a_period_and_says_why()
    {
        var file = Script.File(Placed);
        Decision Going(string? reason) =>
            DecisionRules.Propose(
                Proposed(Home(file, p => (p.ExpectedTo, p.NoPeriodReason) = (null, reason))),
                file,
                Catalogue.Default,
                [],
                Head,
                null,
                Today,
                Ids()
            );
        Assert.Equal(["expected-duration-missing"], Going(null).Refusals.Select(r => r.Code));
        var decision = Going("Mor er rask, og barnet har været hjemme hver dag.");
        var home = decision.Events.OfType<Recorded>().Select(e => e.Fact).OfType<ReturnHomeFact>().Single();
        Assert.Equal(
            (home.From, home.From),
            (home.To, decision.Events.OfType<Corrected>().Select(e => e.Fact).OfType<InterventionFact>().Single().To)
        );
    }

    [Fact]
    public void The_period_of_going_home_continues_the_placement_and_ends_it()
    {
        var file = Script.File(Placed);
        var decision = DecisionRules.Propose(Proposed(Home(file)), file, Catalogue.Default, [], Head, null, Today, Ids());
        var home = decision.Events.OfType<Recorded>().Select(e => e.Fact).OfType<ReturnHomeFact>().Single();
        var placement = decision.Events.OfType<Corrected>().Select(e => e.Fact).OfType<InterventionFact>().Single();
        Assert.Equal((Today, Today.AddMonths(6).AddDays(-1)), (home.From, home.To));
        Assert.Equal(home.To, placement.To);
        Assert.True(placement.RunsOn(home.From));
    }

    [Fact]
    public void Youth_support_is_decided_with_the_youth_plan_revised_first_and_begins_at_eighteen()
    {
        const string Young = "born 2009-03-01; " + Case + Talk + "measure plejefamilie 2026-02-01 -; ";
        var p = With(A(DecisionKind.YouthSupport, "kontaktperson"), x => (x.From, x.PlanRevisedOn) = (Day("2027-03-01"), Today));
        p.ExpectedTo = Day("2028-03-01");
        Assert.Equal([], Codes(p, Young + "plan youth 2026-05-01 2026-09-01"));
        Assert.Equal(["youth-plan-not-ready"], Codes(p, Young + "plan child 2026-05-01 2026-09-01"));
        Assert.Equal(
            ["youth-support-too-early"],
            Codes(With((DecisionProposalFact)p.Copy(), x => x.From = Day("2027-02-28")), Young + "plan youth 2026-05-01 2026-09-01")
        );
        Assert.Equal(
            ["youth-plan-not-revised"],
            Codes(With((DecisionProposalFact)p.Copy(), x => x.PlanRevisedOn = null), Young + "plan youth 2026-05-01 2026-09-01")
        );
        // A placed young person of 17 owes it at the latest half a year before 18.
        var duty = Assert.Single(DecisionDuties.Of(Script.File(Young), Catalogue.Default, Today), d => d.Code == "youth-support");
        Assert.Equal((Day("2026-09-01"), null), (duty.DueOn, duty.DoneOn));
        Assert.Empty(
            DecisionDuties.Of(Script.File("born 2012-03-01; " + Case + "measure plejefamilie 2026-02-01 -"), Catalogue.Default, Today)
        );
    }
}
