using Spor.Access;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Notifications;

/// <summary>The receipt to the one who notified, given in another way than by a letter from Spor.</summary>
public sealed record AcknowledgeNotification(long ChildId, long NotificationId, DateOnly On, NoteKind Way, string? Note)
    : IAboutChild,
        ICommand<AcknowledgeNotification>
{
    public static Verb<AcknowledgeNotification> Verb { get; } =
        new(
            "acknowledge-notification",
            Capability.Casework,
            (c, now) =>
                NotificationRules.Acknowledge(
                    c,
                    now.Facts.FindOpened<NotificationFact>(c.NotificationId),
                    now.Author.EmployeeId,
                    now.Today,
                    now.NewId
                )
        );
}

/// <summary>Feedback to a professional, given in another way than by a letter from Spor.</summary>
public sealed record GiveFeedback(long ChildId, long NotificationId, DateOnly On, NoteKind Way, string? Note)
    : IAboutChild,
        ICommand<GiveFeedback>
{
    public static Verb<GiveFeedback> Verb { get; } =
        new(
            "give-feedback",
            Capability.Casework,
            (c, now) =>
                NotificationRules.Feedback(
                    c,
                    now.Facts.FindOpened<NotificationFact>(c.NotificationId),
                    now.Author.EmployeeId,
                    now.Today,
                    now.NewId
                )
        );
}

public static partial class NotificationRules
{
    /// <summary>The receipt, also when a letter was sent. A second receipt never moves the day of the first.</summary>
    public static Decision Acknowledge(AcknowledgeNotification c, NotificationFact? n, long? author, DateOnly today, Func<long> ids)
    {
        if (n is null || n.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = Days(c.On, n, today);
        if (n.Notifier == Notifier.Anonymous)
            wrong.Add(new("anonymous-has-no-acknowledgement"));
        if (n.AcknowledgedOn is not null)
            wrong.Add(new("acknowledged-already", nameof(c.On)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = (NotificationFact)n.Copy();
        row.AcknowledgedOn = c.On;
        return Decision.Of([new Corrected(FactKinds.Notification, row), .. Note(c.ChildId, n.Id, c.On, c.Way, c.Note, author, ids)]);
    }

    public static Decision Feedback(GiveFeedback c, NotificationFact? n, long? author, DateOnly today, Func<long> ids)
    {
        if (n is null || n.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = Days(c.On, n, today);
        if (!n.Notifier.IsProfessional())
            wrong.Add(new("feedback-for-professionals"));
        if (n.AssessedAt is null || c.On < DateOnly.FromDateTime(n.AssessedAt.Value))
            wrong.Add(new("feedback-before-assessed", nameof(c.On)));
        if (n.FeedbackOn is not null)
            wrong.Add(new("feedback-given-already", nameof(c.On)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = (NotificationFact)n.Copy();
        row.FeedbackOn = c.On;
        return Decision.Of([new Corrected(FactKinds.Notification, row), .. Note(c.ChildId, n.Id, c.On, c.Way, c.Note, author, ids)]);
    }

    static List<Refusal> Days(DateOnly on, NotificationFact n, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (on > today)
            wrong.Add(new("day-in-future", "On"));
        if (on < n.ReceivedOn)
            wrong.Add(new("answered-before-received", "On"));
        return wrong;
    }

    static IEnumerable<DomainEvent> Note(
        long child,
        long notification,
        DateOnly on,
        NoteKind way,
        string? text,
        long? author,
        Func<long> ids
    ) =>
        text is null
            ? []
            :
            [
                new Recorded(
                    FactKinds.JournalNote,
                    new JournalNoteFact
                    {
                        Id = ids(),
                        ChildId = child,
                        On = on,
                        Kind = way,
                        AboutKind = FactKinds.Notification.Name,
                        AboutId = notification,
                        EmployeeId = author,
                        Body = text,
                    }
                ),
            ];
}
