using Spor.Facts;
using Spor.Notifications;

namespace Spor.Web.History;

static class NotificationSayings
{
    public static readonly Saying<NotificationFact> Notification = new("underretning", "underretninger",
        (n, _) => $"Underretningen modtaget {Words.Minute(n.ReceivedAt)}",
        (n, _) => $"En underretning ({n.Notifier.Danish()}) blev registreret som modtaget {Words.Minute(n.ReceivedAt)}"
            + (n.AssessedAt is { } at ? $" og vurderet {Words.Minute(at)}" : "") + (n.Outcome is { } o ? $", udfald: {o.Danish()}" : ""),
        ("modtaget", (n, _) => Words.Minute(n.ReceivedAt)),
        ("underretteren", (n, _) => n.Notifier.Danish()),
        ("vurderet", (n, _) => Words.Minute(n.AssessedAt)),
        ("kvitteret", (n, _) => Words.Day(n.AcknowledgedOn)),
        ("tilbagemeldt", (n, _) => Words.Day(n.FeedbackOn)),
        ("udfaldet", (n, _) => n.Outcome?.Danish()),
        ("årsagen", (n, _) => n.Causes));
}
