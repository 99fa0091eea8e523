using Spor.Cases;
using Spor.Conferences;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;
using Spor.Web.Case.Child;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Day.Calendar;

/// <summary>What kind of thing stands in a calendar.</summary>
public enum ItemKind
{
    Meeting,
    Visit,
    Deadline,
    Task,
}

/// <summary>One thing in somebody's calendar.</summary>
/// <param name="At">Null where only the day is known.</param>
/// <param name="Plain">What it is, in words that are the same whomever it is about. This and the day are all that leaves Spor.</param>
/// <param name="Thing">What it is about: a word and an id, for telling one from another. It never leaves Spor as it is.</param>
public sealed record CalendarItem(DateOnly Day, TimeOnly? At, ItemKind Kind, string Plain, string Thing)
{
    public TimeOnly? Until { get; init; }
    public ChildState? Child { get; init; }
    public string? Href { get; init; }

    /// <summary>The row whose text says more; opened on the page alone.</summary>
    public Fact? Row { get; init; }

    /// <summary>What stands in somebody's calendar between two days, both included, without any text of the record.</summary>
    /// <param name="children">Theirs.</param>
    public static IEnumerable<CalendarItem> Of(
        IEnumerable<ChildState> children,
        IEnumerable<(ChildState Child, OwnTaskFact Task)> tasks,
        IEnumerable<OwnReminderFact> reminders,
        Register register,
        DateOnly today,
        DateOnly from,
        DateOnly to
    ) =>
        children
            .SelectMany(c => OfChild(c, register, today))
            .Concat(
                tasks
                    .Where(t => t.Task.DueOn is not null)
                    .Select(t => new CalendarItem(t.Task.DueOn!.Value, null, ItemKind.Task, Text.OwnTask, $"own-{t.Task.Id}")
                    {
                        Child = t.Child,
                        Href = Routes.Child(t.Child.File.Id),
                        Row = t.Task,
                    })
            )
            .Concat(
                reminders
                    .Where(r => r.DueOn is not null)
                    .Select(r => new CalendarItem(r.DueOn!.Value, null, ItemKind.Task, Text.OwnTask, $"reminder-{r.Id}")
                    {
                        Href = "/min-dag",
                        Row = r,
                    })
            )
            .Where(i => i.Day >= from && i.Day <= to)
            .OrderBy(i => i.Day)
            .ThenBy(i => i.At ?? TimeOnly.MinValue)
            .ThenBy(i => i.Kind)
            .ThenBy(i => i.Thing, StringComparer.Ordinal);

    static IEnumerable<CalendarItem> OfChild(ChildState child, Register register, DateOnly today)
    {
        var file = child.File;
        foreach (var act in PersonsAct.Of(CaseWork.Open(child).MostUrgentFirst(r => r)))
            yield return new(
                act.First.Due,
                act.First.DueAt is { } at ? TimeOnly.FromDateTime(at) : null,
                act.Kind == ActKind.Visit ? ItemKind.Visit : ItemKind.Deadline,
                Text.Of(act.Kind),
                $"act-{file.Id}-{act.Kind}-{act.First.SubjectId}"
            )
            {
                Child = child,
                Href = DutyLinks.For(act.First, file) ?? Routes.Child(file.Id),
            };
        foreach (var duty in DecisionDuties.Open(file, register.Catalogue, today))
            yield return new(duty.DueOn, null, ItemKind.Deadline, Text.AfterDecision, $"duty-{file.Id}-{duty.Code}-{duty.DueOn:o}")
            {
                Child = child,
                Href = Routes.Child(file.Id) + "#krav",
            };
        foreach (var c in file.Conferences)
            if (c is { PlannedAt: { } planned, CancelledOn: null })
                yield return new(
                    DateOnly.FromDateTime(planned),
                    TimeOnly.FromDateTime(planned),
                    ItemKind.Meeting,
                    Text.Conference,
                    $"conference-{c.Id}"
                )
                {
                    Until = c.EndsAt is { } end ? TimeOnly.FromDateTime(end) : null,
                    Child = child,
                    Href = Routes.Conference(file.Id, c.Id),
                    Row = c,
                };
        foreach (var m in file.NetworkMeetings)
            if (m.CancelledOn is null)
                yield return new(m.On, null, ItemKind.Meeting, Text.NetworkMeeting, $"meeting-{m.Id}")
                {
                    Child = child,
                    Href = Routes.NetworkMeeting(file.Id, m.Id),
                    Row = m,
                };
        foreach (var task in file.PlanActions)
            if (CaseWork.Waits(task, file, today) && task.DueOn is { } due)
                yield return new(due, null, ItemKind.Task, Text.PlanTask, $"plan-{task.Id}")
                {
                    Child = child,
                    Href = Routes.Plan(file.Id, task.PlanId) + "#aftaler",
                    Row = task,
                };
        foreach (var agreement in ConferenceRules.ToKeep(file))
            if (agreement.DueOn is { } due)
                yield return new(due, null, ItemKind.Task, Text.Agreement, $"agreement-{agreement.Id}")
                {
                    Child = child,
                    Href = Routes.Agreement(file.Id, agreement.Id),
                    Row = agreement,
                };
    }
}
