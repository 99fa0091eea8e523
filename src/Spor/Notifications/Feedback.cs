using Spor.Assessments;
using Spor.Facts;

namespace Spor.Notifications;

/// <summary>What may be told the notifier.</summary>
/// <param name="Receipt">That it was received: everybody who gave a name.</param>
/// <param name="Allowed">More than the receipt: professionals alone, and once it is assessed.</param>
/// <param name="InvestigationStarted">A clarification or an assessment was started because of it or since.</param>
/// <param name="MeasureStarted">A measure was started since.</param>
/// <param name="AlreadyRunning">The child had an investigation or a measure running when it came.</param>
public sealed record MayTell(bool Receipt, bool Allowed, bool InvestigationStarted, bool MeasureStarted, bool AlreadyRunning)
{
    public bool Nothing => Allowed && !InvestigationStarted && !MeasureStarted && !AlreadyRunning;
}

/// <summary>Feedback to the one who notified (BL 138, before SEL 155 b): whether an investigation or a measure was started, not which, and
/// not why.</summary>
public static class Feedback
{
    public static MayTell MayTell(ChildFile file, NotificationFact n)
    {
        var receipt = n.Notifier != Notifier.Anonymous;
        if (!n.Notifier.IsProfessional() || n.AssessedAt is null)
            return new(receipt, false, false, false, false);
        static bool Looks(AssessmentFact a) => a.Kind is AssessmentKind.Clarification or AssessmentKind.Assessment;
        var on = n.ReceivedOn;
        return new(
            receipt,
            true,
            file.Assessments.Any(a => Looks(a) && (a.NotificationId == n.Id || (a.NotificationId is null && a.KnownOn >= on))),
            file.Interventions.Any(m => m.From >= on),
            file.Assessments.Any(a =>
                Looks(a) && a.NotificationId != n.Id && a.KnownOn < on && (a.FinishedOn is null || a.FinishedOn >= on)
            ) || file.Interventions.Any(m => m.From < on && m.RunsOn(on))
        );
    }
}
