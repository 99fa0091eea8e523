using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Web.Case.History;

namespace Spor.Web.Case.Child;

/// <summary>What of a child's case a requirement is about: which measure, which notification.</summary>
static class Subjects
{
    /// <summary>»Plejefamilie fra 3. maj 2024«; null where the rule says it all.</summary>
    public static string? Of(Requirement owed, ChildFile file, Catalogue catalogue) =>
        owed.Rule switch
        {
            Rule.NotificationAssessed or Rule.NotificationAcknowledged => Array.Find(file.Notifications, n => n.Id == owed.SubjectId)
                is { } n
                ? $"Underretning fra {Words.From(n.Notifier)}, modtaget {Danish.Short(n.ReceivedOn)}"
                : null,
            Rule.AssessmentCompleted => $"Kendt fra {Danish.Short(owed.Trigger)}",
            Rule.ChildHeard => $"Afgørelsen {Danish.Short(owed.Trigger)}",
            Rule.FirstFollowUp
            or Rule.NextFollowUp
            or Rule.PlacementFollowUp
            or Rule.PreventiveFollowUp
            or Rule.SupervisionVisit
            or Rule.PlanInForce
            or Rule.PlacementRevisited
            or Rule.YouthPlan => Array.Find(file.Interventions, m => m.Id == owed.SubjectId) is { } m
                ? $"{catalogue.NameOf(m.Code, m.From)}, fra {Danish.Short(m.From)}"
                : null,
            _ => null,
        };
}
