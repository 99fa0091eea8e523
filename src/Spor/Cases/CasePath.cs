using Spor.Assessments;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Cases;

/// <summary>The steps of a child's case in the order they are usually taken.</summary>
public enum CaseStep
{
    Notification,
    Assessed,
    Assessment,
    Plan,
    Decision,
    Measure,
    FollowUp,
    Closing,
}

public enum CaseStepState
{
    Done,

    /// <summary>Begun, and something is left of it.</summary>
    UnderWay,
    Later,

    /// <summary>The case went on without it.</summary>
    NotTaken,
}

/// <summary>One step of the case as far as it has come.</summary>
/// <param name="On">The day that says most about it: when it was done or begun, or is expected.</param>
/// <param name="Of">The fact it is about; null where there is none.</param>
/// <param name="Next">What is to be done next in the case belongs to this step.</param>
public sealed record CaseStation(CaseStep Step, CaseStepState State, DateOnly? On, Fact? Of, bool Next);

/// <summary>How far a child's case has come, from its facts alone. The child's page draws it.</summary>
public static class CasePath
{
    /// <summary>Every step of one case, also those that are not taken.</summary>
    /// <param name="file">The child's; its texts may be closed.</param>
    /// <param name="of">The case. What happened before the one before it was closed is not of this case.</param>
    /// <param name="next">What is to be done next; null if nothing is.</param>
    public static IReadOnlyList<CaseStation> Of(ChildFile file, CaseFact of, NextStep? next, DateOnly day)
    {
        var since = file.Cases.Where(c => c.Id != of.Id && c.ClosedOn < of.OpenedOn).Max(c => c.ClosedOn) ?? DateOnly.MinValue;
        var until = of.ClosedOn is { } closed && closed < day ? closed : day;
        bool Within(DateOnly on) => on > since && on <= until;

        var notification = Array.FindLast(file.Notifications, n => Within(n.ReceivedOn));
        var assessment = Array.FindLast(file.Assessments, a => Within(a.KnownOn));
        var plan = Array.FindLast(file.Plans, p => Within(p.DecidedOn) && p.Needed != false);
        var proposal = Array.FindLast(
            file.Proposals,
            p => p.State is ProposalState.Waiting or ProposalState.SentBack && Within(p.ProposedOn)
        );
        var decision = Array.FindLast(file.Decisions, d => Within(d.On));
        var measure =
            Array.FindLast(file.Interventions, m => Within(m.From) && m.RunsOn(until))
            ?? Array.FindLast(file.Interventions, m => Within(m.From));
        var followUp = Array.FindLast(file.FollowUps, f => Within(f.On));
        var running = measure is not null && measure.RunsOn(until);
        (CaseStep Step, CaseStepState? State, DateOnly? On, Fact? Of)[] found =
        [
            (CaseStep.Notification, notification is null ? null : CaseStepState.Done, notification?.ReceivedOn, notification),
            (
                CaseStep.Assessed,
                notification is null ? null
                : notification.AssessedAt is null ? CaseStepState.UnderWay
                : CaseStepState.Done,
                notification?.AssessedAt is { } at ? DateOnly.FromDateTime(at) : null,
                notification
            ),
            (
                CaseStep.Assessment,
                assessment is null ? null
                : assessment.FinishedOn is null ? CaseStepState.UnderWay
                : CaseStepState.Done,
                assessment?.FinishedOn ?? assessment?.KnownOn,
                assessment
            ),
            (
                CaseStep.Plan,
                plan is null ? null
                : plan.FinishedOn is null && plan.ClosedOn is null ? CaseStepState.UnderWay
                : CaseStepState.Done,
                plan?.FinishedOn ?? plan?.DecidedOn,
                plan
            ),
            (
                CaseStep.Decision,
                proposal is not null ? CaseStepState.UnderWay
                : decision is null ? null
                : CaseStepState.Done,
                proposal?.ProposedOn ?? decision?.On,
                (Fact?)proposal ?? decision
            ),
            (
                CaseStep.Measure,
                measure is null ? null
                : running ? CaseStepState.UnderWay
                : CaseStepState.Done,
                running ? measure!.From : measure?.To,
                measure
            ),
            (CaseStep.FollowUp, followUp is null ? null : CaseStepState.Done, followUp?.On, followUp),
            (
                CaseStep.Closing,
                of.ClosedOn <= day ? CaseStepState.Done : null,
                of.ClosedOn <= day ? of.ClosedOn
                : running ? measure!.ExpectedTo
                : null,
                of
            ),
        ];
        var last = Array.FindLastIndex(found, s => s.State is not null);
        var due = next is null ? null : StepOf(next);
        return
        [
            .. found.Select(
                (s, i) =>
                    new CaseStation(s.Step, s.State ?? (i < last ? CaseStepState.NotTaken : CaseStepState.Later), s.On, s.Of, due == s.Step)
            ),
        ];
    }

    /// <summary>The step that something to be done belongs to; null for what belongs to none.</summary>
    static CaseStep? StepOf(NextStep next) =>
        next switch
        {
            { Requirement: { } owed } => owed.Rule switch
            {
                Rule.NotificationAssessed or Rule.NotificationAcknowledged => CaseStep.Assessed,
                Rule.AssessmentCompleted or Rule.TargetGroupAssessed or Rule.PlacementRevisited => CaseStep.Assessment,
                Rule.ChildHeard => CaseStep.Decision,
                Rule.PlanInForce or Rule.YouthPlan => CaseStep.Plan,
                Rule.FirstFollowUp or Rule.NextFollowUp or Rule.PlacementFollowUp or Rule.PreventiveFollowUp or Rule.SupervisionVisit =>
                    CaseStep.FollowUp,
                Rule.ParentsInformed => CaseStep.Closing,
                _ => null,
            },
            { Duty: not null } => CaseStep.Decision,
            { Owed.Kind: OwedKind.Answer or OwedKind.DecisionLetter } => CaseStep.Decision,
            { Owed.Kind: OwedKind.Feedback } => CaseStep.Assessed,
            _ => null,
        };
}
