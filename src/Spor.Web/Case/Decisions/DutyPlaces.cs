using Spor.Decisions;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Decisions;

/// <summary>Where what a decision left to be done is done.</summary>
static class DutyPlaces
{
    /// <summary>Null where only somebody's word can tell that it is done.</summary>
    public static string? Of(AfterDuty d, long child) =>
        d.Where switch
        {
            "assessment" => Routes.PlansAndGoals(child) + "#undersoegelser",
            "conversation" => Routes.HearChild(child),
            "plan" => Routes.NewPlan(child),
            "youth-plan" => Routes.PlansAndGoals(child),
            "decision" => Routes.ProposeDecision(child),
            "youth-support" => $"{Routes.ProposeDecision(child)}?slags={ProposeDecisionForm.Slug(DecisionKind.YouthSupport)}",
            _ => null,
        };

    /// <summary>Where somebody says that it is done; null where other facts tell it.</summary>
    public static string? Mark(AfterDuty d, long child) => d is { ByHand: true, Id: { } id } ? $"{Routes.Child(child)}/opgave/{id}" : null;
}
