using Spor.Assessments;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>Proposing a decision and granting it, and what that starts.</summary>
public class ProposalTests
{
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
        var waiting = Assert.IsType<DecisionProposalFact>(((Recorded)Propose(dear, file, Caseworker).Events[0]).Fact);
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
}
