using Spor.Facts;
using Spor.Notifications;

namespace Spor.Web.Case.History;

static class NotificationSayings
{
    public static readonly Saying<NotificationFact> Notification = new(
        (n, _) => $"Underretningen modtaget {Words.Minute(n.ReceivedAt)}",
        (n, _) =>
            $"En underretning fra {Words.From(n.Notifier)} blev modtaget {Words.Minute(n.ReceivedAt)}"
            + (n.AssessedAt is { } at ? $" og vurderet {Words.Minute(at)}" : "")
            + (n.Outcome is { } o ? $". Resultat: {Words.Result(o)}" : "")
    );
}
