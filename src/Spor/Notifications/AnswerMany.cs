using Spor.Access;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Notifications;

/// <summary>Receipts, or feedback, given to many on one day in one way. Each is asked about by the rule of the single one.</summary>
/// <param name="What">The receipt or the feedback; an assessment is made one by one.</param>
/// <param name="Children">The children that the notifications are about.</param>
/// <param name="Note">Stands in the journal of each child.</param>
public sealed record AnswerMany(
    Waits What,
    IReadOnlyList<long> Children,
    IReadOnlyList<long> Notifications,
    DateOnly On,
    NoteKind Way,
    string? Note
) : IAboutChildren, ICommand<AnswerMany>
{
    public static Verb<AnswerMany> Verb { get; } =
        new(
            "acknowledge-many",
            Capability.Casework,
            (c, now) => NotificationRules.Answer(c, now.Facts.FindOpened<NotificationFact>, now.Author.EmployeeId, now.Today, now.NewId)
        )
        {
            OtherName = "give-feedback-to-many",
            OtherWhen = (c, _) => c.What == Waits.Feedback,
        };
}

public static partial class NotificationRules
{
    /// <param name="find">The open row of a notification with its texts; null if there is none.</param>
    public static Decision Answer(AnswerMany c, Func<long, NotificationFact?> find, long? author, DateOnly today, Func<long> ids)
    {
        if (c.Notifications.Count == 0)
            return new Refusal("answers-to-nobody", nameof(c.Notifications));
        var (events, wrong) = (new List<DomainEvent>(), new List<Refusal>());
        foreach (var id in c.Notifications.Distinct())
        {
            var n = find(id);
            // What is not about a child that was named, and so asked about, is not there.
            if (n is not null && !c.Children.Contains(n.ChildId))
                n = null;
            var one =
                c.What == Waits.Feedback
                    ? Feedback(new(n?.ChildId ?? 0, id, c.On, c.Way, c.Note), n, author, today, ids)
                    : Acknowledge(new(n?.ChildId ?? 0, id, c.On, c.Way, c.Note), n, author, today, ids);
            wrong.AddRange(one.Refusals.Where(r => !wrong.Exists(w => w.Code == r.Code)));
            events.AddRange(one.Events);
        }
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of(events);
    }
}
