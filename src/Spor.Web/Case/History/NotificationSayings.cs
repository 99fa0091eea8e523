using Spor.Facts;
using Spor.Notifications;

namespace Spor.Web.Case.History;

static class NotificationSayings
{
    public static readonly Saying<NotificationFact> Notification = new(
        "underretning",
        "underretninger",
        (n, _) => $"Underretningen modtaget {Words.Minute(n.ReceivedAt)}",
        (n, _) =>
            $"En underretning ({n.Notifier.Danish()}) blev registreret som modtaget {Words.Minute(n.ReceivedAt)}"
            + (n.AssessedAt is { } at ? $" og vurderet {Words.Minute(at)}" : "")
            + (n.Outcome is { } o ? $", udfald: {o.Danish()}" : ""),
        ("modtaget", (n, _) => Words.Minute(n.ReceivedAt)),
        ("underretteren", (n, _) => n.Notifier.Danish()),
        ("vurderet", (n, _) => Words.Minute(n.AssessedAt)),
        ("vurderet af", (n, w) => n.AssessedBy is { } by ? w.Employee(by) : null),
        ("med i vurderingen", (n, w) => n.SecondReader is { } second ? w.Employee(second) : null),
        ("fare for barnet", (n, _) => n.Danger?.Danish()),
        ("akut", (n, _) => Words.YesNo(n.Acute)),
        ("de første skridt", (n, _) => n.FirstSteps),
        ("begrundelsen", (n, _) => n.AssessmentReason),
        ("kvitteret", (n, _) => Words.Day(n.AcknowledgedOn)),
        ("tilbagemeldt", (n, _) => Words.Day(n.FeedbackOn)),
        ("udfaldet", (n, _) => n.Outcome?.Danish()),
        ("årsagen", (n, _) => n.Causes),
        ("bekymringen", (n, _) => n.Description),
        ("underretterens navn", (n, _) => n.NotifierName),
        ("underretterens kontakt", (n, _) => n.NotifierContact)
    );
}
