using Spor.Assessments;
using Spor.Facts;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Web.Frame.Forms;

/// <summary>From what is owed to the page where it is done.</summary>
public static class DutyLinks
{
    /// <param name="file">The child's, as the requirement was derived from.</param>
    /// <returns>Null where nothing can be done about it any more.</returns>
    public static string? For(Requirement owed, ChildFile file) =>
        owed.State is not (RequirementState.Overdue or RequirementState.Upcoming)
            ? null
            : owed.Rule switch
            {
                Rule.NotificationAssessed => Routes.AssessNotification(owed.ChildId, owed.SubjectId),
                Rule.NotificationAcknowledged => Routes.WriteLetter(
                    owed.ChildId,
                    "acknowledgement",
                    FactKinds.Notification.Name,
                    owed.SubjectId
                ),
                Rule.AssessmentCompleted => Routes.Assessment(owed.ChildId, owed.SubjectId),
                Rule.ChildHeard => Array.Find(file.Decisions, d => d.Id == owed.SubjectId)?.Kind is { } kind
                    ? Routes.HearChildAbout(owed.ChildId, ConversationMatters.Of(kind)[0].Danish())
                    : Routes.HearChild(owed.ChildId),
                Rule.PlanInForce => Unfinished(file, youth: false) is { } plan
                    ? Routes.Plan(owed.ChildId, plan.Id)
                    : Routes.NewPlan(owed.ChildId),
                Rule.YouthPlan => Unfinished(file, youth: true) is { } plan
                    ? Routes.Plan(owed.ChildId, plan.Id)
                    : Routes.NewYouthPlan(owed.ChildId),
                Rule.FirstFollowUp or Rule.NextFollowUp or Rule.PlacementFollowUp or Rule.PreventiveFollowUp => Routes.FollowUp(
                    owed.ChildId,
                    owed.SubjectId
                ),
                Rule.SupervisionVisit => Routes.Visit(owed.ChildId, owed.SubjectId),
                Rule.PlacementRevisited => Open(file, AssessmentKind.Revisit) ?? Routes.NewAssessment(owed.ChildId, AssessmentKind.Revisit),
                Rule.TargetGroupAssessed => Open(file, AssessmentKind.TargetGroup)
                    ?? Routes.NewAssessment(owed.ChildId, AssessmentKind.TargetGroup),
                Rule.ParentsInformed => Routes.WriteLetter(owed.ChildId, "closing"),
                Rule.CaseCurrent => Routes.WriteNote(owed.ChildId),
                _ => null,
            };

    static PlanFact? Unfinished(ChildFile file, bool youth) =>
        Array.FindLast(
            file.Plans,
            p => p.FinishedOn is null && p.ClosedOn is null && p.Needed != false && (!youth || p.Kind == PlanKind.YouthPlan)
        );

    static string? Open(ChildFile file, AssessmentKind kind) =>
        Array.FindLast(file.Assessments, a => a.Kind == kind && a.FinishedOn is null) is { } begun
            ? Routes.Assessment(file.Id, begun.Id)
            : null;
}
