using Spor.Facts;

namespace Spor.Requirements;

/// <summary>The rules of <c>measures.md</c> section 1, in its order.</summary>
public enum Rule
{
    [Code("notification-assessed")]
    NotificationAssessed,

    [Code("notification-acknowledged")]
    NotificationAcknowledged,

    [Code("assessment-completed")]
    AssessmentCompleted,

    [Code("child-heard")]
    ChildHeard,

    [Code("plan-in-force")]
    PlanInForce,

    [Code("first-follow-up")]
    FirstFollowUp,

    [Code("next-follow-up")]
    NextFollowUp,

    [Code("placement-follow-up")]
    PlacementFollowUp,

    [Code("preventive-follow-up")]
    PreventiveFollowUp,

    [Code("supervision-visit")]
    SupervisionVisit,

    [Code("placement-revisited")]
    PlacementRevisited,

    [Code("youth-plan")]
    YouthPlan,

    [Code("target-group-assessed")]
    TargetGroupAssessed,

    [Code("parents-informed")]
    ParentsInformed,

    [Code("case-current")]
    CaseCurrent,
}

public enum RequirementState
{
    OnTime,
    Late,
    Upcoming,
    Overdue,
    Missed,
}

/// <summary>Something owed by a date, as seen on one day. Derived, never stored. A lapsed requirement does not exist.</summary>
/// <param name="Due">The last day on which it is met in time.</param>
/// <param name="DueAt">The minute, local wall-clock time, for the 24-hour rule alone.</param>
/// <param name="Fulfilled">The day it was met, if it was.</param>
/// <param name="SubjectId">The notification, assessment, decision, measure, case or (of a course) first measure it is about.</param>
/// <param name="LeftOut">The child was not heard, and a reason is given.</param>
public readonly record struct Requirement(
    long ChildId,
    Rule Rule,
    RequirementState State,
    DateOnly Trigger,
    DateOnly Due,
    DateTime? DueAt,
    DateOnly? Fulfilled,
    long SubjectId,
    bool LeftOut
)
{
    /// <summary>The first day on which it exists: its trigger; of a course that was decided earlier its start; of a later round the day
    /// after it was missed.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The trigger of its first round, which is its own of all but later rounds.</summary>
    public DateOnly First { get; init; }

    /// <summary>1, or of a requirement in rounds the number of times it has come round without anybody.</summary>
    public int Round { get; init; } = 1;

    /// <summary>How many rounds a line of a list stands for (<see cref="Rounds.OnOneLine"/>); 1 everywhere else.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>Overdue and missed together: unmet at the day.</summary>
    public bool Unmet => State is RequirementState.Overdue or RequirementState.Missed;
}
