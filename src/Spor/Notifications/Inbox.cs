using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Notifications;

/// <summary>What a notification still waits for.</summary>
public enum Waits
{
    Assessment,
    Acknowledgement,
    Feedback,
}

/// <param name="DueAt">Of the assessment: the minute its 24 hours end (local).</param>
/// <param name="Left">Of the assessment: elapsed time left; negative when it is overdue.</param>
/// <param name="DueOn">Of the acknowledgement: its last day.</param>
/// <param name="Today">The day it was asked on.</param>
public sealed record Waiting(NotificationFact Notification, Waits For, DateTime? DueAt, TimeSpan? Left, DateOnly? DueOn, DateOnly Today)
{
    public bool Overdue => Left < TimeSpan.Zero || DueOn < Today;

    /// <summary>
    /// Of the acknowledgement: weekdays (<see cref="Weekdays"/>) left after today; negative when it is overdue. Counted when it is shown:
    /// an extract brings many that are ten years old.
    /// </summary>
    public int? WeekdaysLeft => DueOn is { } by ? Inbox.WeekdaysTo(Today, by) : null;

    /// <summary>How much of the time is gone, from 0 to 1; null where the law sets no day.</summary>
    public double? Gone =>
        Overdue ? 1
        : DueAt is { } at && Left is { } left ? Math.Clamp(1 - left / (at - Notification.ReceivedAt), 0, 1)
        : DueOn is { } by && Inbox.WeekdaysTo(Notification.ReceivedOn, by) is > 0 and var all
            ? Math.Clamp(1 - (double)Inbox.WeekdaysTo(Today, by) / all, 0, 1)
        : null;
}

/// <summary>What the inbox is made of. The figures of the law are those of the requirements (<see cref="Derive"/>).</summary>
public static class Inbox
{
    /// <summary>What fell due longer ago than this stands apart as old (days): an extract brings many a receipt that was never written
    /// down.</summary>
    public const int Current = 30;

    /// <summary>Feedback has no day in the law; what was assessed longer ago than this stands apart as old (days).</summary>
    public const int CurrentFeedback = 90;

    /// <summary>Not assessed, or lately received and not acknowledged to somebody who gave a name: somebody must do something with it
    /// now.</summary>
    public static bool IsOpen(NotificationFact n, DateOnly day) =>
        n.ReceivedOn <= day
        && (
            n.AssessedAt is null || (n.Notifier != Notifier.Anonymous && n.AcknowledgedOn is null && n.ReceivedOn >= day.AddDays(-Current))
        );

    /// <summary>True for what belongs on today's list and not among the old.</summary>
    public static bool IsCurrent(Waiting w, DateOnly today) =>
        w.For switch
        {
            Waits.Assessment => DateOnly.FromDateTime(w.DueAt!.Value) >= today.AddDays(-Current),
            Waits.Acknowledgement => w.DueOn >= today.AddDays(-Current),
            _ => DateOnly.FromDateTime(w.Notification.AssessedAt!.Value) >= today.AddDays(-CurrentFeedback),
        };

    /// <summary>The minute the 24 hours end, counted in elapsed hours over a change of the clock.</summary>
    public static DateTime DueAt(NotificationFact n, Bounds bounds) =>
        DanishCalendar.HoursAfter(n.ReceivedAt, bounds.On(n.ReceivedOn).Of(Rule.NotificationAssessed).Hours);

    /// <summary>Elapsed time from now to the end of the 24 hours.</summary>
    public static TimeSpan Left(NotificationFact n, DateTime now, Bounds bounds) =>
        DanishCalendar.ToUtc(n.ReceivedAt).AddHours(bounds.On(n.ReceivedOn).Of(Rule.NotificationAssessed).Hours)
        - DanishCalendar.ToUtc(now);

    public static DateOnly AcknowledgeBy(NotificationFact n, Bounds bounds) =>
        Weekdays.After(n.ReceivedOn, bounds.On(n.ReceivedOn).Of(Rule.NotificationAcknowledged).Weekdays);

    /// <summary>Whether its assessment came within the 24 hours; null while there is none.</summary>
    public static bool? InTime(NotificationFact n, Bounds bounds) => n.AssessedAt is { } at ? Left(n, at, bounds) >= TimeSpan.Zero : null;

    /// <summary>What one notification waits for, as known at a minute (local).</summary>
    public static IEnumerable<Waiting> Of(NotificationFact n, DateTime now, Bounds bounds)
    {
        if (n.ReceivedAt > now)
            yield break;
        var today = DateOnly.FromDateTime(now);
        if (n.AssessedAt is null || n.AssessedAt > now)
            yield return new(n, Waits.Assessment, DueAt(n, bounds), Left(n, now, bounds), null, today);
        if (n.Notifier != Notifier.Anonymous && n.AcknowledgedOn is null)
            yield return new(n, Waits.Acknowledgement, null, null, AcknowledgeBy(n, bounds), today);
        if (n.Notifier.IsProfessional() && n.AssessedAt <= now && n.FeedbackOn is null)
            yield return new(n, Waits.Feedback, null, null, null, today);
    }

    /// <summary>Weekdays from a day to another, the first not counted; negative if the other lies before.</summary>
    internal static int WeekdaysTo(DateOnly today, DateOnly by)
    {
        var (from, to, sign) = today <= by ? (today, by, 1) : (by, today, -1);
        var days = 0;
        while (from < to)
        {
            from = from.AddDays(1);
            if (Weekdays.Is(from))
                days++;
        }
        // Over a weekend no weekday has passed, and yet the last day has.
        return sign < 0 && days == 0 ? -1 : sign * days;
    }
}
