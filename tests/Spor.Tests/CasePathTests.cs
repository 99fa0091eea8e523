using Spor.Cases;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Tests;

public class CasePathTests
{
    static readonly DateOnly Today = new(2026, 10, 27);

    static readonly CaseFact Old =
            new()
            {
                Id = 1,
                OpenedOn = new(2023, 1, 1),
                ClosedOn = new(2023, 6, 1),
            },
        Now = new() { Id = 2, OpenedOn = new(2026, 6, 4) };

    static string Of(CaseFact of, Spor.Cases.NextStep? next, params ChildsFact[] facts) =>
        string.Join(
            ' ',
            CasePath
                .Of(ChildFile.Build(new ChildFact { Id = 1 }, facts, alone: true), of, next, Today)
                .Select(s => $"{s.Step}:{s.State}{(s.Next ? "!" : "")}")
        );

    [Fact]
    public void A_case_stands_where_its_facts_say_and_what_it_went_past_was_not_taken() =>
        Assert.Equal(
            "Notification:Done Assessed:Done Assessment:NotTaken Plan:UnderWay! Decision:Later Measure:Later FollowUp:Later Closing:Later",
            Of(
                Now,
                new(Today, new Requirement { Rule = Rule.PlanInForce }),
                Old,
                Now,
                new NotificationFact
                {
                    Id = 5,
                    ReceivedAt = new(2026, 6, 3, 9, 0, 0),
                    AssessedAt = new(2026, 6, 3, 15, 0, 0),
                },
                new PlanFact { Id = 6, DecidedOn = new(2026, 10, 1) }
            )
        );

    [Fact]
    public void What_belongs_to_the_case_before_is_not_of_this_one() =>
        Assert.Equal(
            "Notification:Later Assessed:Later Assessment:Later Plan:Later Decision:Later Measure:Later FollowUp:Later Closing:Later",
            Of(
                Now,
                null,
                Old,
                Now,
                new NotificationFact { Id = 5, ReceivedAt = new(2023, 1, 1, 9, 0, 0) },
                new InterventionFact
                {
                    Id = 7,
                    Code = "familiebehandling",
                    From = new(2023, 2, 1),
                    To = new(2023, 6, 1),
                }
            )
        );

    [Fact]
    public void A_running_measure_and_a_waiting_proposal_are_under_way_and_a_closed_case_is_done()
    {
        Assert.Equal(
            "Notification:NotTaken Assessed:NotTaken Assessment:NotTaken Plan:NotTaken Decision:UnderWay Measure:UnderWay FollowUp:Later "
                + "Closing:Later",
            Of(
                Now,
                null,
                Now,
                new DecisionRecordFact { Id = 8, On = new(2026, 7, 1) },
                new DecisionProposalFact
                {
                    Id = 9,
                    ProposedOn = new(2026, 10, 1),
                    State = ProposalState.Waiting,
                },
                new InterventionFact
                {
                    Id = 7,
                    Code = "familiebehandling",
                    From = new(2026, 7, 1),
                }
            )
        );
        Assert.EndsWith("FollowUp:NotTaken Closing:Done", Of(Old, null, Old, Now));
    }

    [Fact]
    public void What_one_act_fulfils_is_one_line_under_the_earliest_day()
    {
        static Requirement Owed(Rule rule, long subject, int inDays) =>
            new()
            {
                ChildId = 1,
                Rule = rule,
                SubjectId = subject,
                Due = Today.AddDays(inDays),
            };
        var acts = PersonsAct.Of([
            Owed(Rule.FirstFollowUp, 7, -3),
            Owed(Rule.AssessmentCompleted, 9, 1),
            Owed(Rule.PreventiveFollowUp, 7, 5),
            Owed(Rule.NextFollowUp, 8, 6),
        ]);
        Assert.Equal([ActKind.FollowUp, ActKind.FinishAssessment, ActKind.FollowUp], acts.Select(a => a.Kind));
        Assert.Equal((Rule.FirstFollowUp, Rule.PreventiveFollowUp), (acts[0].First.Rule, Assert.Single(acts[0].Also).Rule));
        Assert.Empty(acts[2].Also);
    }
}
