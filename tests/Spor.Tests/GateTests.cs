using Spor.Assessments;
using Spor.Decisions;
using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>What must be in order before a decision, asked when it is proposed and again when it is granted.</summary>
public class GateTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly Actor Caseworker = new(12, AuthorityLevel.Caseworker),
        Coordinator = new(13, AuthorityLevel.ProfessionalCoordinator),
        Head = new(null, AuthorityLevel.Leader);

    /// <summary>A girl of 14 with everything in order for a placement; the parts can be left out.</summary>
    const string Case = "case 2026-01-05 -; ",
        Talk = "talk 2026-10-01; ",
        Bfu = "bfu 2026-01-10 2026-05-01; ",
        Plan = "plan child 2026-05-01 2026-09-01";
    static readonly ChildFile Ready = Script.File(Case + Talk + Bfu + Plan);

    static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    static DecisionProposalFact A(DecisionKind kind, string? measure = null, DateOnly? on = null) =>
        new()
        {
            ChildId = 1,
            Kind = kind,
            ProposedOn = on ?? Today,
            LegalBasis = DecisionLaw.Of(kind, on ?? Today).Bases[0].Code,
            MeasureCode = measure,
            From = measure is null ? null : (on ?? Today).AddDays(7),
            ExpectedTo = (on ?? Today).AddDays(180),
            PriceOre = measure is null ? null : 300_00,
            Unit = measure is null ? null : PriceUnit.Day,
            CustodyConsentOn = (on ?? Today).AddDays(-3),
            YoungConsentOn = (on ?? Today).AddDays(-3),
            PartiesHeardOn = (on ?? Today).AddDays(-2),
            ChildPartyHeardOn = (on ?? Today).AddDays(-2),
            Purpose = "Ro.",
            Reasons = "Fordi.",
            ComplaintGuidance = true,
            PlanNeeded = true,
            PlanReason = "Flere mål.",
            SiblingsConsidered = true,
            SkipReason = "Akut behov for ro.",
        };

    static string[] Codes(DecisionProposalFact p, ChildFile file) => [.. Gates.For(p, file, Catalogue.Default, Today).Select(r => r.Code)];

    static string[] Codes(DecisionProposalFact p, string script) => Codes(p, Script.File(script));

    static string[] Placement(string script, Action<DecisionProposalFact>? but = null) =>
        Codes(With(A(DecisionKind.Placement, "plejefamilie"), but), script);

    static string[] Support(Action<DecisionProposalFact>? but = null, string script = Case + Talk) =>
        Codes(With(A(DecisionKind.Support, "hjem"), but), script);

    static DecisionProposalFact With(DecisionProposalFact p, Action<DecisionProposalFact>? but)
    {
        but?.Invoke(p);
        return p;
    }

    [Fact]
    public void A_decision_with_everything_in_order_passes()
    {
        Assert.Equal([], Support());
        Assert.Equal([], Placement(Case + Talk + Bfu));
        Assert.Equal([], Codes(A(DecisionKind.PlacementWithoutConsent, "plejefamilie"), Ready));
        Assert.Equal([], Codes(A(DecisionKind.Preventive, "gruppe"), Case));
        Assert.Equal([], Codes(A(DecisionKind.Refusal), Case));
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
        var duty = Assert.Single(DecisionDuties.Of(Script.File(Young), Catalogue.Default, Today));
        Assert.Equal((Day("2026-09-01"), null), (duty.DueOn, duty.DoneOn));
        Assert.Empty(
            DecisionDuties.Of(Script.File("born 2012-03-01; " + Case + "measure plejefamilie 2026-02-01 -"), Catalogue.Default, Today)
        );
    }

    // --- proposing and granting

    static Func<long> Ids(long from = 9000) => () => from++;

    static ProposeDecision Proposed(DecisionProposalFact p) =>
        new(p.ChildId, p.Kind, p.ProposedOn)
        {
            LegalBasis = p.LegalBasis,
            MeasureCode = p.MeasureCode,
            From = p.From,
            ExpectedTo = p.ExpectedTo,
            PriceOre = p.PriceOre,
            Unit = p.Unit,
            QuantityHundredths = p.QuantityHundredths,
            Purpose = p.Purpose,
            Reasons = p.Reasons,
            CustodyConsentOn = p.CustodyConsentOn,
            YoungConsentOn = p.YoungConsentOn,
            PartiesHeardOn = p.PartiesHeardOn,
            ChildPartyHeardOn = p.ChildPartyHeardOn,
            HearingSkipReason = p.HearingSkipReason,
            ComplaintGuidance = p.ComplaintGuidance,
            PlanNeeded = p.PlanNeeded,
            PlanReason = p.PlanReason,
            SiblingsConsidered = p.SiblingsConsidered,
            Acute = p.Acute,
            AcuteReason = p.AcuteReason,
            SkipReason = p.SkipReason,
            ReplacesInterventionId = p.ReplacesInterventionId,
            ReplacedResult = p.ReplacedResult,
            StatementOn = p.StatementOn,
            PlanRevisedOn = p.PlanRevisedOn,
        };

    static Decision Propose(
        DecisionProposalFact p,
        ChildFile file,
        Actor actor,
        DecisionProposalFact? earlier = null,
        params AuthorityLimitFact[] limits
    ) =>
        DecisionRules.Propose(Proposed(p) with { ProposalId = earlier?.Id }, file, Catalogue.Default, limits, actor, earlier, Today, Ids());

    /// <summary>The child after a decision's events.</summary>
    static ChildFile After(ChildFile file, Decision decision)
    {
        Assert.Equal([], decision.Refusals.Select(r => r.Code));
        var facts = file
            .Cases.Cast<ChildsFact>()
            .Concat(file.Conversations)
            .Concat(file.Assessments)
            .Concat(file.Plans)
            .Concat(file.Interventions)
            .Concat(file.Decisions)
            .Concat(file.Proposals)
            .Concat(file.Duties)
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
    public void Within_ones_level_it_is_granted_at_once_and_the_ladder_the_spending_and_the_requirements_change()
    {
        var file = Script.File(Case + Talk);
        var on = Today.AddDays(7);
        var before = new List<Requirement>();
        Derive.Of(file, Catalogue.Default, on, before);
        Assert.Equal(1, Ladder.StepAt(file, Catalogue.Default, on));
        Assert.DoesNotContain(before, r => r.Rule == Rule.FirstFollowUp);

        var after = After(file, Propose(A(DecisionKind.Support, "hjem"), file, Caseworker));
        Assert.Equal(
            (ProposalState.Granted, 12L, Today),
            (after.Proposals[0].State, after.Proposals[0].DecidedBy, after.Proposals[0].DecidedOn)
        );
        Assert.Equal(
            (AuthorityLevel.Caseworker, DecisionKind.Support, after.Proposals[0].Id),
            (after.Decisions[0].Level!.Value, after.Decisions[0].Kind!.Value, after.Decisions[0].ProposalId!.Value)
        );
        Assert.Equal(after.Decisions[0].Id, after.Interventions[0].DecisionId);
        Assert.Equal(3, Ladder.StepAt(after, Catalogue.Default, on));
        Assert.Equal(300_00 * 25, PlainSpending.In([after], Catalogue.Default, Day("2026-11-01")).OreByStep[3]);
        var now = new List<Requirement>();
        Derive.Of(after, Catalogue.Default, on, now);
        Assert.Contains(now, r => r.Rule == Rule.ChildHeard && r.State == RequirementState.OnTime);
        Assert.Contains(now, r => r.Rule == Rule.FirstFollowUp && r.Due == on.AddMonths(3));
    }

    [Fact]
    public void Above_ones_level_it_waits_and_only_somebody_with_the_level_grants_it()
    {
        var file = Script.File(Case + Talk);
        // 1,500 kroner a day is more than a caseworker or a team may grant.
        var dear = With(A(DecisionKind.Support, "hjem"), p => p.PriceOre = 1_500_00);
        var waiting = Assert.IsType<DecisionProposalFact>(((Recorded)Assert.Single(Propose(dear, file, Caseworker).Events)).Fact);
        Assert.Equal((ProposalState.Waiting, AuthorityLevel.ProfessionalCoordinator), (waiting.State, waiting.NeededLevel));
        Decision Grant(
            Actor by,
            ProposalAnswer what = ProposalAnswer.Grant,
            DateOnly? on = null,
            DateOnly? from = null,
            string? answer = null,
            DateOnly? today = null
        ) =>
            DecisionRules.Decide(
                new(1, waiting.Id, what, on ?? Today, from, answer),
                (DecisionProposalFact)waiting.Copy(),
                file,
                Catalogue.Default,
                by,
                today ?? Today,
                Ids(9100)
            );
        Assert.Equal("not-your-authority", Assert.Single(Grant(Caseworker).Refusals).Code);
        Assert.Equal(ProposalState.Granted, After(file, Grant(Coordinator)).Proposals[0].State);
        Assert.Equal(["answer-missing"], Grant(Head, ProposalAnswer.Reject).Refusals.Select(r => r.Code));
        Assert.Equal(ProposalState.Rejected, After(file, Grant(Head, ProposalAnswer.Reject, answer: "For dyrt.")).Proposals[0].State);
        Assert.Equal(ProposalState.SentBack, After(file, Grant(Head, ProposalAnswer.SendBack, answer: "Skriv mere.")).Proposals[0].State);
        Assert.Equal(ProposalState.Withdrawn, After(file, Grant(Caseworker, ProposalAnswer.Withdraw)).Proposals[0].State);
        Assert.Equal(
            "not-your-authority",
            Assert.Single(Grant(Caseworker with { EmployeeId = 99 }, ProposalAnswer.Withdraw).Refusals).Code
        );

        // It waited so long that the conversation is too old, and the first day has passed.
        var late = Day("2027-05-01");
        Assert.Equal(["child-not-heard", "start-before-decision"], Grant(Coordinator, on: late, today: late).Refusals.Select(r => r.Code));
        Assert.Equal(
            ["child-not-heard", "end-before-start"],
            Grant(Coordinator, on: late, from: late, today: late).Refusals.Select(r => r.Code)
        );
    }

    [Fact]
    public void What_is_decided_already_is_not_decided_again_and_what_is_not_there_not_at_all()
    {
        var file = Script.File(Case + Talk);
        DecisionProposalFact Of(ProposalState state) => With(A(DecisionKind.Support, "hjem"), p => (p.Id, p.State) = (50, state));
        Decision Grant(DecisionProposalFact? p) =>
            DecisionRules.Decide(new(1, 50, ProposalAnswer.Grant, Today, null, null), p, file, Catalogue.Default, Head, Today, Ids());
        Assert.Equal("proposal-not-waiting", Assert.Single(Grant(Of(ProposalState.Granted)).Refusals).Code);
        Assert.Equal("thing-not-there", Assert.Single(Grant(null).Refusals).Code);
        Assert.Equal(
            "day-missing",
            Assert
                .Single(
                    DecisionRules
                        .Decide(
                            new(1, 50, ProposalAnswer.Grant, null, null, null),
                            Of(ProposalState.Waiting),
                            file,
                            Catalogue.Default,
                            Head,
                            Today,
                            Ids()
                        )
                        .Refusals
                )
                .Code
        );
        // What was sent back comes again as the same proposal.
        var again = Propose(A(DecisionKind.Support, "hjem"), file, Caseworker, Of(ProposalState.SentBack));
        Assert.Equal(50, Assert.IsType<DecisionProposalFact>(((Corrected)again.Events[0]).Fact).Id);
        Assert.Equal(
            ["proposal-not-waiting"],
            Propose(A(DecisionKind.Support, "hjem"), file, Caseworker, Of(ProposalState.Waiting)).Refusals.Select(r => r.Code)
        );
    }

    [Fact]
    public void The_committees_decision_is_entered_by_the_head_with_the_committees_day()
    {
        var p = With(A(DecisionKind.PlacementWithoutConsent, "plejefamilie"), x => x.Id = 50);
        Assert.Equal(
            AuthorityLevel.Committee,
            ((DecisionProposalFact)((Recorded)Propose(p, Ready, Coordinator).Events[0]).Fact).NeededLevel
        );
        p.NeededLevel = AuthorityLevel.Committee;
        var day = Today.AddDays(-1);
        var after = After(
            Ready,
            DecisionRules.Decide(new(1, 50, ProposalAnswer.Grant, day, null, null), p, Ready, Catalogue.Default, Head, Today, Ids())
        );
        Assert.Equal((day, AuthorityLevel.Committee), (after.Decisions[0].On, after.Decisions[0].Level!.Value));
        Assert.Equal(
            "not-your-authority",
            Assert
                .Single(
                    DecisionRules
                        .Decide(
                            new(1, 50, ProposalAnswer.Grant, day, null, null),
                            With((DecisionProposalFact)p.Copy(), x => x.State = ProposalState.Waiting),
                            Ready,
                            Catalogue.Default,
                            Coordinator,
                            Today,
                            Ids()
                        )
                        .Refusals
                )
                .Code
        );
    }

    [Fact]
    public void A_measure_that_another_takes_over_from_ends_the_day_before_with_its_result()
    {
        var file = Script.File(Case + Talk + "measure plejefamilie 2026-02-01 -");
        var old = file.Interventions[0].Id;
        Assert.Equal(
            ["result-missing"],
            Propose(With(A(DecisionKind.Support, "hjem"), p => p.ReplacesInterventionId = old), file, Caseworker)
                .Refusals.Select(r => r.Code)
        );
        Assert.Equal(
            ["replaced-not-running"],
            Propose(
                With(A(DecisionKind.Support, "hjem"), p => (p.ReplacesInterventionId, p.ReplacedResult) = (77, EndResult.Reached)),
                file,
                Caseworker
            )
                .Refusals.Select(r => r.Code)
        );
        var after = After(
            file,
            Propose(
                With(A(DecisionKind.Support, "hjem"), p => (p.ReplacesInterventionId, p.ReplacedResult) = (old, EndResult.Reached)),
                file,
                Caseworker
            )
        );
        Assert.Equal((Today.AddDays(6), EndResult.Reached), (after.Interventions[0].To!.Value, after.Interventions[0].Result!.Value));
        Assert.Equal(old, after.Interventions[1].FollowsId);
        Assert.Equal((5, 3), (Ladder.StepAt(after, Catalogue.Default, Today), Ladder.StepAt(after, Catalogue.Default, Today.AddDays(7))));
    }

    [Fact]
    public void Two_placements_at_once_must_be_meant()
    {
        var file = Script.File(Case + Talk + Bfu + "measure plejefamilie 2026-02-01 -");
        var p = A(DecisionKind.Placement, "døgninstitution");
        Assert.Equal(["placement-overlaps"], Propose(p, file, Head).Refusals.Select(r => r.Code));
        Assert.False(
            DecisionRules
                .Propose(Proposed(p) with { OverlapAccepted = true }, file, Catalogue.Default, [], Head, null, Today, Ids())
                .Refused
        );
        Assert.False(
            Propose(
                With(p, x => (x.ReplacesInterventionId, x.ReplacedResult) = (file.Interventions[0].Id, EndResult.Partly)),
                file,
                Head
            ).Refused
        );
    }

    [Fact]
    public void An_acute_placement_says_what_must_be_done_afterwards_and_by_when_and_the_casework_fulfils_it()
    {
        var file = Script.File(Case + "talk 2026-10-20 reason");
        var acute = With(
            A(DecisionKind.Placement, "plejefamilie"),
            p => (p.Acute, p.AcuteReason, p.PartiesHeardOn, p.ChildPartyHeardOn, p.From) = (true, "Vold i hjemmet.", null, null, Today)
        );
        var after = After(file, Propose(acute, file, Head));
        var duties = DecisionDuties.Of(after, Catalogue.Default, Today);
        Assert.Equal(["hear-parties", "hear-child", "finish-assessment"], duties.Select(d => d.Code));
        Assert.Equal(Today.AddMonths(4), duties[2].DueOn);
        Assert.All(duties, d => Assert.Null(d.DoneOn));
        Assert.True(duties[0].ByHand);

        // Seen from the casework, or said.
        var later = Today.AddDays(20);
        var done = ChildFile.Build(
            after.Child,
            [
                .. after.Cases,
                .. after.Decisions,
                .. after.Duties,
                .. after.Interventions,
                new AssessmentFact
                {
                    Id = 1,
                    ChildId = 1,
                    Kind = AssessmentKind.Assessment,
                    KnownOn = Today,
                    FinishedOn = later,
                },
                new ConversationFact
                {
                    Id = 2,
                    ChildId = 1,
                    On = Today.AddDays(2),
                },
            ]
        );
        Assert.Equal([null, Today.AddDays(2), later], DecisionDuties.Of(done, Catalogue.Default, later).Select(d => d.DoneOn));
        var hear = after.Duties.Single(d => d.Code == "hear-parties");
        Decision Finish(DateOnly on, DecisionDutyFact? duty) => DecisionRules.Finish(new(1, hear.Id, on, null), duty, after, Today);
        Assert.Equal(Today, ((DecisionDutyFact)((Corrected)Finish(Today, hear).Events[0]).Fact).DoneOn);
        Assert.Equal("duty-done-before-decision", Assert.Single(Finish(Today.AddDays(-1), hear).Refusals).Code);
        Assert.Equal("day-in-future", Assert.Single(Finish(Today.AddDays(1), hear).Refusals).Code);
        Assert.Equal("duty-done-already", Assert.Single(Finish(Today, With2(hear, d => d.DoneOn = Today)).Refusals).Code);
        Assert.Equal("thing-not-there", Assert.Single(Finish(Today, null).Refusals).Code);
    }

    static DecisionDutyFact With2(DecisionDutyFact d, Action<DecisionDutyFact> but)
    {
        var copy = (DecisionDutyFact)d.Copy();
        but(copy);
        return copy;
    }

    [Fact]
    public void A_plan_that_is_needed_is_owed_three_months_after_the_decision()
    {
        var file = Script.File(Case + Talk);
        var after = After(file, Propose(A(DecisionKind.Support, "hjem"), file, Caseworker));
        Assert.Equal(("make-plan", Today.AddMonths(3)), (after.Duties[0].Code, after.Duties[0].DueOn));
        Assert.Empty(After(file, Propose(With(A(DecisionKind.Support, "hjem"), p => p.PlanNeeded = false), file, Caseworker)).Duties);
    }

    // --- authority

    [Fact]
    public void The_narrowest_row_that_fits_says_the_level()
    {
        AuthorityRow Row(AuthorityLevel level, DecisionKind? kind, string? code, long? most) =>
            new(level, kind, code, most, DateOnly.MinValue, null, 1, "", "S");
        AuthorityRow[] rows =
        [
            Row(AuthorityLevel.Leader, null, null, null),
            Row(AuthorityLevel.Caseworker, DecisionKind.Support, null, 10_000_00),
            Row(AuthorityLevel.Team, DecisionKind.Support, null, 30_000_00),
            Row(AuthorityLevel.ProfessionalCoordinator, null, "kontaktperson", 5_000_00),
            Row(AuthorityLevel.Leader, DecisionKind.Support, "familiedøgn", null),
        ];
        AuthorityLevel Of(string? code, long? ore, DecisionKind kind = DecisionKind.Support) =>
            Authority.Needed(rows, kind, code, ore, Today);
        Assert.Equal(
            [AuthorityLevel.Caseworker, AuthorityLevel.Team, AuthorityLevel.Leader],
            [Of("hjem", 10_000_00), Of("hjem", 10_000_01), Of("hjem", 30_000_01)]
        );
        Assert.Equal(
            [AuthorityLevel.ProfessionalCoordinator, AuthorityLevel.Team],
            [Of("kontaktperson", 5_000_00), Of("kontaktperson", 12_000_00)]
        );
        Assert.Equal(AuthorityLevel.Leader, Of("familiedøgn", 1));
        Assert.Equal(AuthorityLevel.Leader, Of(null, null, DecisionKind.ReturnHome));
        Assert.Equal(AuthorityLevel.Leader, Authority.Needed([], DecisionKind.Support, "hjem", 1, Today));
    }

    [Fact]
    public void The_municipalitys_own_row_stands_in_place_of_the_default_one_from_its_day()
    {
        var own = new AuthorityLimitFact
        {
            Id = 1,
            Level = AuthorityLevel.Caseworker,
            Kind = DecisionKind.Support,
            MostOreAMonth = 50_000_00,
            From = Today,
        };
        AuthorityLevel On(DateOnly day) => Authority.Needed(Authority.On([own], day), DecisionKind.Support, "hjem", 45_000_00, day);
        Assert.Equal((AuthorityLevel.ProfessionalCoordinator, AuthorityLevel.Caseworker), (On(Today.AddDays(-1)), On(Today)));
        // Its last day is over, and the default holds again.
        own.To = Today;
        Assert.Equal(AuthorityLevel.ProfessionalCoordinator, On(Today.AddDays(1)));
        Assert.Contains(Authority.Default, r => !r.Verified);
    }

    [Fact]
    public void The_head_sets_a_limit_from_today_on_and_not_against_the_law()
    {
        string[] Codes(SetAuthorityLimit c) =>
            [.. DecisionRules.SetLimit(c, [], Catalogue.Default, Today, Ids()).Refusals.Select(r => r.Code)];
        var good = new SetAuthorityLimit(AuthorityLevel.Caseworker, DecisionKind.Support, null, 20_000_00, Today, null);
        Assert.Equal([], Codes(good));
        Assert.Equal(["committee-decides-by-law"], Codes(good with { Kind = DecisionKind.PlacementWithoutConsent }));
        Assert.Equal(["committee-decides-by-law"], Codes(good with { Level = AuthorityLevel.Committee }));
        Assert.Equal(
            ["measure-not-in-catalogue", "limit-negative", "limit-not-backwards", "end-before-start"],
            Codes(good with { MeasureCode = "hest", MostOreAMonth = -1, From = Today.AddDays(-1), To = Today.AddDays(-2) })
        );
        // The same row on the same day again is a correction.
        var row = (AuthorityLimitFact)((Recorded)DecisionRules.SetLimit(good, [], Catalogue.Default, Today, Ids()).Events[0]).Fact;
        var again = (AuthorityLimitFact)
            ((Corrected)DecisionRules.SetLimit(good with { MostOreAMonth = null }, [row], Catalogue.Default, Today, Ids()).Events[0]).Fact;
        Assert.Equal((row.Id, null), (again.Id, again.MostOreAMonth));
    }

    [Theory]
    [InlineData(1_000_00, PriceUnit.Day, null, 31_000_00)]
    [InlineData(7_000_00, PriceUnit.Week, null, 31_000_00)]
    [InlineData(9_000_00, PriceUnit.Month, null, 9_000_00)]
    [InlineData(700_00, PriceUnit.Hour, 1000L, 31_000_00)]
    [InlineData(5_000_00, PriceUnit.Once, null, 5_000_00)]
    public void The_amount_a_month_is_the_spending_of_a_whole_month(long price, PriceUnit unit, long? quantity, long ore)
    {
        Assert.Equal(ore, Authority.OreAMonth(price, unit, quantity, Day("2026-10-20")));
        var m = new InterventionFact
        {
            Id = 2,
            Code = "hjem",
            From = Day("2026-10-01"),
            PriceOre = price,
            Unit = unit,
            QuantityHundredths = quantity,
        };
        Assert.Equal(ore, Spending.OreIn(m, [], Day("2026-10-01"), Day("2026-10-31")));
    }

    [Fact]
    public void A_new_price_holds_from_its_day()
    {
        var m = new InterventionFact
        {
            Id = 2,
            Code = "hjem",
            From = Day("2026-09-10"),
            To = Day("2026-11-05"),
            PriceOre = 100_00,
            Unit = PriceUnit.Day,
        };
        InterventionPriceFact[] prices =
        [
            new()
            {
                Id = 3,
                InterventionId = 1,
                From = Day("2026-09-01"),
                PriceOre = 1,
                Unit = PriceUnit.Day,
            },
            new()
            {
                Id = 4,
                InterventionId = 2,
                From = Day("2026-10-11"),
                PriceOre = 200_00,
                Unit = PriceUnit.Day,
            },
            new()
            {
                Id = 5,
                InterventionId = 2,
                From = Day("2026-11-01"),
                PriceOre = 3_000_00,
                Unit = PriceUnit.Month,
            },
        ];
        long? In(string first) => Spending.OreIn(m, prices, Day(first), Day(first).AddMonths(1).AddDays(-1));
        Assert.Equal((21 * 100_00, 10 * 100_00 + 21 * 200_00, 3_000_00 * 5 / 30), (In("2026-09-01"), In("2026-10-01"), In("2026-11-01")));
        // Days without a price make the month one without a price.
        m.PriceOre = null;
        Assert.Equal((null, null, 3_000_00 * 5 / 30), (In("2026-09-01"), In("2026-10-01"), In("2026-11-01")));
    }
}
