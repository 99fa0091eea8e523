namespace Spor.Requirements;

/// <summary>What somebody does, in one go.</summary>
public enum ActKind
{
    AssessNotification,
    Acknowledge,
    FinishAssessment,
    HearChild,
    FinishPlan,
    FollowUp,
    Visit,
    Revisit,
    FinishYouthPlan,
    AssessTargetGroup,
    InformParents,
    WriteNote,
}

/// <summary>One act of one person, and the requirements that it fulfils: a list of what is to be done has a line for each act, not for each
/// requirement.</summary>
/// <param name="First">The one that is due first; what the line says.</param>
/// <param name="Also">The others, by due day.</param>
public sealed record PersonsAct(ActKind Kind, Requirement First, IReadOnlyList<Requirement> Also)
{
    public static ActKind KindOf(Rule rule) =>
        rule switch
        {
            Rule.NotificationAssessed => ActKind.AssessNotification,
            Rule.NotificationAcknowledged => ActKind.Acknowledge,
            Rule.AssessmentCompleted => ActKind.FinishAssessment,
            Rule.ChildHeard => ActKind.HearChild,
            Rule.PlanInForce => ActKind.FinishPlan,
            Rule.SupervisionVisit => ActKind.Visit,
            Rule.PlacementRevisited => ActKind.Revisit,
            Rule.YouthPlan => ActKind.FinishYouthPlan,
            Rule.TargetGroupAssessed => ActKind.AssessTargetGroup,
            Rule.ParentsInformed => ActKind.InformParents,
            Rule.CaseCurrent => ActKind.WriteNote,
            _ => ActKind.FollowUp,
        };

    /// <summary>The open requirements of one child as acts, in the order of the first of each.</summary>
    /// <param name="open">In the order that a list has them.</param>
    public static IReadOnlyList<PersonsAct> Of(IEnumerable<Requirement> open) =>
        [
            .. open.GroupBy(r => (KindOf(r.Rule), r.ChildId, r.SubjectId))
                .Select(g => new PersonsAct(g.Key.Item1, g.First(), [.. g.Skip(1).OrderBy(r => r.Due)])),
        ];
}
