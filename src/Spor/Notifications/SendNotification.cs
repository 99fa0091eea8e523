using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Notifications;

/// <summary>Somebody who works with children sends their worry about one child. It says nothing of whether the child is known.</summary>
/// <param name="BornOn">Of an unborn child the expected day.</param>
public sealed record SendNotification(
    Notifier Notifier,
    string? ChildName,
    CprNumber? Cpr,
    DateOnly? BornOn,
    string? Description,
    string? Contact
) : ICommand<SendNotification>
{
    public static Verb<SendNotification> Verb { get; } =
        new("send-notification", Capability.Partnering, (c, now) => NotificationRules.Send(c, now.Author.Key, now.Time, now.NewId()));
}

/// <summary>What was sent becomes no notification here, with the reason.</summary>
public sealed record SetSentAside(long SentId, SetAsideBecause Because, string? Reason) : ICommand<SetSentAside>
{
    public static Verb<SetSentAside> Verb { get; } =
        new(
            "set-sent-notification-aside",
            Capability.Casework,
            (c, now) => NotificationRules.SetAside(c, now.Facts.FindOpened<SentNotificationFact>(c.SentId), now.Today)
        )
        {
            Shown = (c, now) => now.Facts.Find<SentNotificationFact>(c.SentId),
        };
}

public static partial class NotificationRules
{
    /// <param name="by">The key of who sends.</param>
    /// <param name="now">Local wall-clock time.</param>
    public static Decision Send(SendNotification c, string by, DateTime now, long id)
    {
        var wrong = new List<Refusal>();
        if (!c.Notifier.IsProfessional())
            wrong.Add(new("sent-by-professional", nameof(c.Notifier)));
        if (c.ChildName is null)
            wrong.Add(new("sent-without-child", nameof(c.ChildName)));
        if (c.Description is null)
            wrong.Add(new("notification-empty", nameof(c.Description)));
        if (c.Contact is null)
            wrong.Add(new("sent-without-contact", nameof(c.Contact)));
        if (c.Cpr is { } cpr && c.BornOn is { } said && cpr.BornOn != said)
            wrong.Add(new("cpr-and-birthday-differ", nameof(c.BornOn)));
        // Of an unborn child it is the expected day.
        if (c.BornOn > DateOnly.FromDateTime(now).AddMonths(LongestExpected))
            wrong.Add(new("expected-day-unlikely", nameof(c.BornOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.SentNotification,
            new SentNotificationFact
            {
                Id = id,
                // An event keeps whole seconds, and the row must be the event.
                SentAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
                By = by,
                Notifier = c.Notifier,
                BornOn = c.BornOn ?? c.Cpr?.BornOn,
                ChildName = c.ChildName,
                Cpr = c.Cpr?.Digits,
                Description = c.Description,
                Contact = c.Contact,
            }
        );
    }

    /// <param name="sent">With its texts opened; null if it is not there.</param>
    public static Decision SetAside(SetSentAside c, SentNotificationFact? sent, DateOnly today)
    {
        if (sent is null)
            return new Refusal("thing-not-there");
        if (!sent.Waits)
            return new Refusal("sent-dealt-with");
        if (c.Reason is null)
            return new Refusal("sent-aside-without-reason", nameof(c.Reason));
        var row = (SentNotificationFact)sent.Copy();
        (row.SetAside, row.SetAsideOn, row.SetAsideReason) = (c.Because, today, c.Reason);
        return new Corrected(FactKinds.SentNotification, row);
    }
}
