using Spor.Assessments;
using Spor.Facts;
using Spor.Notifications;

namespace Spor.Letters;

/// <summary>
/// What a notifier may be told (Serviceloven § 155 b, Barnets lov § 138): everybody that the notification was received; those who notify as
/// professionals also whether an investigation or a measure was started. Which measure, Spor never writes by itself.
/// </summary>
public static class Telling
{
    /// <summary>Those with a professional's duty to notify.</summary>
    public static bool IsProfessional(Notifier notifier) => notifier is Notifier.School or Notifier.DayCare or Notifier.HealthVisitor or Notifier.Hospital
        or Notifier.Doctor or Notifier.Police or Notifier.Municipality;

    /// <summary>The sentence for a professional notifier; null until the notification is assessed, and for everybody else.</summary>
    public static string? ToNotifier(NotificationFact n, ChildFile file)
    {
        if (!IsProfessional(n.Notifier) || n.AssessedAt is not { } at) return null;
        var assessed = DateOnly.FromDateTime(at);
        var investigates = n.Outcome is NotificationOutcome.Screening or NotificationOutcome.Clarification or NotificationOutcome.Assessment
            || file.Assessments.Any(a => a.NotificationId == n.Id || (a.Kind is AssessmentKind.Assessment && a.KnownOn >= n.ReceivedOn));
        var measure = file.Interventions.Any(m => m.From >= assessed);
        return (investigates, measure, n.Outcome) switch
        {
            (true, true, _) => "Vi har sat en undersøgelse og en indsats i gang.",
            (true, false, _) => "Vi har sat en undersøgelse i gang.",
            (false, true, _) => "Vi har sat en indsats i gang.",
            (_, _, NotificationOutcome.ExistingCase) => "Underretningen indgår i en sag, som vi har i forvejen.",
            _ => "Vi har ikke sat en undersøgelse eller en indsats i gang på grund af din underretning.",
        };
    }
}
