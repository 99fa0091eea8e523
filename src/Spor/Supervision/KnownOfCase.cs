using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;

namespace Spor.Supervision;

/// <summary>What is owed of one kind within the year that a reader looks back, and how it went.</summary>
/// <param name="Open">Not met, and its day has not passed.</param>
public readonly record struct Owed(Rule Rule, int OnTime, int Late, int Unmet, int Open);

/// <summary>What the system knows of a case by step, so that a reader judges quality and counts no days.</summary>
public static class KnownOfCase
{
    /// <summary>A reader looks back so many months.</summary>
    public const int Months = 12;

    static ReadingStep StepOf(Rule rule) =>
        rule switch
        {
            Rule.NotificationAssessed or Rule.NotificationAcknowledged => ReadingStep.Notification,
            Rule.AssessmentCompleted or Rule.TargetGroupAssessed => ReadingStep.Assessment,
            Rule.ChildHeard => ReadingStep.Heard,
            Rule.PlanInForce or Rule.YouthPlan => ReadingStep.Plan,
            Rule.SupervisionVisit => ReadingStep.Visits,
            Rule.CaseCurrent => ReadingStep.Notes,
            Rule.ParentsInformed => ReadingStep.Decision,
            _ => ReadingStep.FollowUp,
        };

    public static ILookup<ReadingStep, Owed> Of(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        var owed = new List<Requirement>();
        Derive.Of(file, catalogue, day, owed);
        return owed.Where(r => r.Due > day.AddMonths(-Months))
            .GroupBy(r => r.Rule)
            .Select(g => new Owed(
                g.Key,
                g.Count(r => r.State == RequirementState.OnTime),
                g.Count(r => r.State == RequirementState.Late),
                g.Count(r => r.State is RequirementState.Overdue or RequirementState.Missed),
                g.Count(r => r.State == RequirementState.Upcoming)
            ))
            .ToLookup(o => StepOf(o.Rule));
    }
}
