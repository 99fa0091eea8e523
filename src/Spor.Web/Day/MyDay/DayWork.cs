using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Corrections;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.Cases;
using Spor.Web.Case.Child;
using Spor.Web.Case.Decisions;
using Spor.Web.Case.OwnTasks;
using Spor.Web.Conferences.Agreements;
using Spor.Web.Conferences.Desk;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Day.MyDay;

/// <summary>When something on Min dag is to be done.</summary>
public enum DayGroup
{
    Overdue,
    Today,
    ThisWeek,

    /// <summary>Within <see cref="DayWork.Ahead"/> days, and what has no day.</summary>
    Later,
    Beyond,

    /// <summary>Due so long ago that it was hardly ever known here.</summary>
    Old,
}

/// <summary>What one caseworker has to do: the page lists it, and the menu counts the same lines.</summary>
static class DayWork
{
    /// <summary>How far ahead the page looks unless asked for all (days).</summary>
    public const int Ahead = 30;

    /// <summary>What was due longer ago than this stands folded: mostly what an import brought and nobody wrote down (days).</summary>
    public const int OldAfter = LeftoverRules.OldAfter;

    /// <summary>Every line, without its texts: enough to count and to sort.</summary>
    public static IEnumerable<WorkLine> Closed(Viewing viewing) =>
        Lines(viewing, static t => t, static a => a, static t => t, static r => r);

    /// <summary>The number in the menu: overdue, today and this week. Null for those who have no children of their own.</summary>
    public static int? Pressing(Viewing viewing) =>
        viewing.Viewer.EmployeeId is not null
            ? Closed(viewing).Count(l => GroupOf(l, viewing.Today) is DayGroup.Overdue or DayGroup.Today or DayGroup.ThisWeek)
            : LeaderDay.Pressing(viewing);

    /// <param name="facts">Opens the texts of what was agreed.</param>
    public static IReadOnlyList<WorkLine> Of(Viewing viewing, FactReader facts) =>
        [.. Lines(viewing, facts.Opened, facts.Opened, facts.Opened, facts.Opened)];

    static IEnumerable<WorkLine> Lines(
        Viewing viewing,
        Func<IEnumerable<PlanActionFact>, IEnumerable<PlanActionFact>> openTasks,
        Func<IEnumerable<AgreementFact>, IEnumerable<AgreementFact>> openAgreements,
        Func<IEnumerable<OwnTaskFact>, IEnumerable<OwnTaskFact>> openOwn,
        Func<IEnumerable<OwnReminderFact>, IEnumerable<OwnReminderFact>> openReminders
    )
    {
        var (today, mine) = (viewing.Today, viewing.Mine.ToList());
        var child = mine.ToDictionary(c => c.File.Id);
        var own = OwnTaskLines.About(viewing).ToList();
        var about = own.Select(t => t.Child).DistinctBy(c => c.File.Id).ToDictionary(c => c.File.Id);
        return mine.SelectMany(c => CaseWork.Acts(c, viewing).Where(l => !InBand(l, c, viewing)).Concat(CaseWork.Duties(c, viewing)))
            .Concat(
                openTasks(mine.SelectMany(c => c.File.PlanActions.Where(a => CaseWork.Waits(a, c.File, today))))
                    .Select(t => CaseWork.Task(t, child[t.ChildId], true, viewing))
            )
            .Concat(
                openAgreements(mine.SelectMany(c => ConferenceRules.ToKeep(c.File)))
                    .Select(a => CaseWork.Agreement(a, child[a.ChildId], AgreementForm.MyDay, viewing))
            )
            .Concat(openOwn(own.Select(t => t.Task)).Select(t => OwnTaskLines.Line(t, about[t.ChildId], "/min-dag", viewing)))
            .Concat(openReminders(OwnTaskLines.Reminders(viewing)).Select(r => OwnTaskLines.Line(r, "/min-dag", viewing)))
            .Concat(Todos.Handovers(viewing).Select(h => Handover(h.Child, h.Handover, viewing)))
            .Concat(Todos.Moves(viewing).Select(m => Move(m.Child, m.Move, viewing)))
            .Concat(HandoverList.Lines(viewing))
            .Concat(NewNeeded.In(viewing).Select(n => Coordinator(n.Child, n.Conference, n.Last)))
            .Concat(Covered(viewing));
    }

    /// <summary>A notification whose clock runs stands in the band on top with the team's, and not in the list too.</summary>
    static bool InBand(WorkLine line, ChildState child, Viewing viewing) =>
        line.Owed is { Rule: Rule.NotificationAssessed, SubjectId: var id }
        && Array.Find(child.File.Notifications, n => n.Id == id) is { } n
        && Inbox
            .Of(n, viewing.WorkClock.Now, viewing.Register.Bounds)
            .Any(w => w.For == Waits.Assessment && Inbox.IsCurrent(w, viewing.WorkClock.Today));

    static WorkLine Handover(ChildState child, HandoverFact h, Viewing viewing) =>
        new(Text.ReadHandover, "Læs", CaseEndpoints.Handover(child.File.Id, h.Id))
        {
            Pressing = true,
            Since = "siden " + Danish.Short(h.On),
            Child = child,
            Quiet = Case.Cases.Text.HandedLine(h, viewing.EmployeeName(h.FromEmployeeId), viewing.Today),
        };

    static WorkLine Move(ChildState child, MoveFact m, Viewing viewing) =>
        new(Text.FinishMove, "Åbn", Routes.Move(child.File.Id))
        {
            Pressing = m.MovedOn <= viewing.Today,
            Since = Danish.Short(m.MovedOn),
            Child = child,
            Quiet = Case.Cases.Text.MoveLeft(MoveSteps.Of(m, child.File, viewing.Today)).TrimEnd('.'),
        };

    static WorkLine Coordinator(ChildState child, NetworkConferenceFact conference, CoordinationFact last) =>
        new(Text.ChooseCoordinator, "Vælg", Routes.ChooseCoordinator(child.File.Id, conference.Id))
        {
            Pressing = true,
            Since = "siden " + Danish.Short(last.To!.Value),
            Child = child,
            Quiet = Spor.Web.Conferences.Desk.Text.TodoLine(last).TrimEnd('.'),
        };

    /// <summary>Of the children of an absent colleague: what cannot wait until the end of the week.</summary>
    static IEnumerable<WorkLine> Covered(Viewing viewing) =>
        viewing.CoversFor.SelectMany(colleague =>
            viewing
                .Overview.Of(colleague)
                .Where(c => viewing.IsVisible(c) && !viewing.Mine.Contains(c))
                .SelectMany(c => CaseWork.Acts(c, viewing))
                .Where(l => GroupOf(l, viewing.Today) is DayGroup.Overdue or DayGroup.Today or DayGroup.ThisWeek)
                .Select(l => l with { Tag = Text.CoversFor(viewing.EmployeeName(colleague)) })
        );

    public static DayGroup GroupOf(WorkLine line, DateOnly today) =>
        line.Due is not { } due
            ? line.Pressing
                ? DayGroup.Today
                : DayGroup.Later
            : due < today.AddDays(-OldAfter) && line.Owed is not null
                ? DayGroup.Old
                : due < today
                    ? DayGroup.Overdue
                    : due == today
                        ? DayGroup.Today
                        : due <= EndOfWeek(today)
                            ? DayGroup.ThisWeek
                            : due <= today.AddDays(Ahead)
                                ? DayGroup.Later
                                : DayGroup.Beyond;

    /// <summary>The Sunday of the week.</summary>
    public static DateOnly EndOfWeek(DateOnly today) => today.AddDays((7 - (int)today.DayOfWeek) % 7);

    /// <summary>What runs by the clock first, then by day; of two on a day the law before the municipality's own.</summary>
    public static IEnumerable<WorkLine> InOrder(IEnumerable<WorkLine> lines) =>
        lines
            .OrderBy(l =>
                l.At
                ?? (
                    l.Due is { } due ? due.ToDateTime(TimeOnly.MaxValue)
                    : l.Pressing ? DateTime.MinValue
                    : DateTime.MaxValue
                )
            )
            .ThenBy(l => l.Owed is { } r && NationalLaw.Of(r.Rule, r.Trigger).IsLaw ? 0 : 1)
            .ThenBy(l => l.Child?.File.Id);
}
