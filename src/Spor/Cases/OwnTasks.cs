using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>Writes down what one will remember about a child.</summary>
/// <param name="DueOn">Null = some day.</param>
public sealed record WriteOwnTask(long ChildId, string? What, DateOnly? DueOn) : IAboutChild, ICommand<WriteOwnTask>
{
    public static Verb<WriteOwnTask> Verb { get; } =
        new("write-own-task", Capability.Casework, (c, now) => OwnTaskRules.Write(c, now.Author.EmployeeId, now.Today, now.NewId()));
}

/// <summary>It is done, or came to nothing. Whoever has the child may say so: a task does not leave with its author.</summary>
/// <param name="Done">False: it is withdrawn.</param>
public sealed record EndOwnTask(long ChildId, long TaskId, bool Done) : IAboutChild, ICommand<EndOwnTask>
{
    public static Verb<EndOwnTask> Verb { get; } =
        new(
            "finish-own-task",
            Capability.Casework,
            (c, now) => OwnTaskRules.End(c, Array.Find(now.File.Of<OwnTaskFact>(), t => t.Id == c.TaskId), now.Today)
        )
        {
            OtherName = "withdraw-own-task",
            OtherWhen = (c, _) => !c.Done,
        };
}

/// <summary>Writes down what one will remember that is about no child.</summary>
public sealed record WriteReminder(string? What, DateOnly? DueOn) : ICommand<WriteReminder>
{
    public static Verb<WriteReminder> Verb { get; } =
        new("write-reminder", Capability.Casework, (c, now) => OwnTaskRules.Write(c, now.Author.EmployeeId, now.Today, now.NewId()));
}

/// <param name="Done">False: it is withdrawn.</param>
public sealed record EndReminder(long ReminderId, bool Done) : ICommand<EndReminder>
{
    public static Verb<EndReminder> Verb { get; } =
        new(
            "finish-reminder",
            Capability.Casework,
            (c, now) => OwnTaskRules.End(c, now.Facts.Find<OwnReminderFact>(c.ReminderId), now.Author.EmployeeId, now.Today)
        )
        {
            OtherName = "withdraw-reminder",
            OtherWhen = (c, _) => !c.Done,
        };
}

/// <summary>Opens an address to one's own calendar; one that is open is closed.</summary>
public sealed record OpenCalendar : ICommand<OpenCalendar>
{
    public static Verb<OpenCalendar> Verb { get; } =
        new(
            "open-calendar",
            Capability.Casework,
            (_, now) => OwnTaskRules.Open(now.Facts.All<CalendarFeedFact>(), now.Author.EmployeeId, now.Today, now.NewId())
        );
}

/// <summary>Closes it: from now on the address answers nobody.</summary>
public sealed record CloseCalendar(long FeedId) : ICommand<CloseCalendar>
{
    public static Verb<CloseCalendar> Verb { get; } =
        new(
            "close-calendar",
            Capability.Casework,
            (c, now) => OwnTaskRules.Close(now.Facts.Find<CalendarFeedFact>(c.FeedId), now.Author.EmployeeId, now.Today)
        );
}

public static class OwnTaskRules
{
    public static Decision Write(WriteOwnTask c, long? author, DateOnly today, long id) =>
        Wrong(c.What, c.DueOn, author, today) is { Count: > 0 } wrong
            ? Decision.No(wrong)
            : new Recorded(
                FactKinds.OwnTask,
                new OwnTaskFact
                {
                    Id = id,
                    ChildId = c.ChildId,
                    EmployeeId = author!.Value,
                    DueOn = c.DueOn,
                    What = c.What,
                }
            );

    public static Decision Write(WriteReminder c, long? author, DateOnly today, long id) =>
        Wrong(c.What, c.DueOn, author, today) is { Count: > 0 } wrong
            ? Decision.No(wrong)
            : new Recorded(
                FactKinds.OwnReminder,
                new OwnReminderFact
                {
                    Id = id,
                    EmployeeId = author!.Value,
                    DueOn = c.DueOn,
                    What = c.What,
                }
            );

    static List<Refusal> Wrong(string? what, DateOnly? due, long? author, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (author is null)
            wrong.Add(new("own-task-without-job"));
        if (what is null)
            wrong.Add(new("own-task-empty", nameof(WriteOwnTask.What)));
        if (due < today)
            wrong.Add(new("own-task-in-past", nameof(WriteOwnTask.DueOn)));
        return wrong;
    }

    /// <param name="task">Null if it is not there.</param>
    public static Decision End(EndOwnTask c, OwnTaskFact? task, DateOnly today)
    {
        if (task is not { DoneOn: null })
            return new Refusal("thing-not-there");
        if (!c.Done)
            return new Withdrawn(FactKinds.OwnTask, task.Id);
        var now = (OwnTaskFact)task.Copy();
        now.DoneOn = today;
        return new Corrected(FactKinds.OwnTask, now);
    }

    /// <param name="reminder">Null if it is not there.</param>
    public static Decision End(EndReminder c, OwnReminderFact? reminder, long? author, DateOnly today)
    {
        if (reminder is not { DoneOn: null } || reminder.EmployeeId != author)
            return new Refusal("thing-not-there");
        if (!c.Done)
            return new Withdrawn(FactKinds.OwnReminder, reminder.Id);
        var now = (OwnReminderFact)reminder.Copy();
        now.DoneOn = today;
        return new Corrected(FactKinds.OwnReminder, now);
    }

    public static Decision Open(IEnumerable<CalendarFeedFact> feeds, long? author, DateOnly today, long id)
    {
        if (author is not { } me)
            return new Refusal("own-task-without-job");
        return Decision.Of([
            .. feeds.Where(f => f.EmployeeId == me && f.ClosedOn is null).Select(f => Closed(f, today)),
            new Recorded(
                FactKinds.CalendarFeed,
                new CalendarFeedFact
                {
                    Id = id,
                    EmployeeId = me,
                    From = today,
                }
            ),
        ]);
    }

    /// <param name="feed">Null if it is not there.</param>
    public static Decision Close(CalendarFeedFact? feed, long? author, DateOnly today) =>
        feed is not { ClosedOn: null } || feed.EmployeeId != author ? new Refusal("thing-not-there") : Closed(feed, today);

    static Corrected Closed(CalendarFeedFact feed, DateOnly today)
    {
        var now = (CalendarFeedFact)feed.Copy();
        // The clock of a demo may stand before the day it was opened on.
        now.ClosedOn = today < feed.From ? feed.From : today;
        return new(FactKinds.CalendarFeed, now);
    }
}
