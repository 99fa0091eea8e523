using Spor.Cases;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Case.OwnTasks;

/// <summary>What somebody has written down to remember, as lines of work.</summary>
static class OwnTaskLines
{
    /// <summary>The children about whom somebody has written down what to remember.</summary>
    public static Derived<Picked> Picks => WithTasks;

    static readonly Derived<Picked> WithTasks = Picked.Of(c => Array.Exists(c.File.Of<OwnTaskFact>(), t => t.DoneOn is null));

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(WithTasks);

    /// <summary>The viewer's own about children whom they see, and those of somebody who has left about children whom they have
    /// now.</summary>
    public static IEnumerable<(ChildState Child, OwnTaskFact Task)> About(Viewing viewing) =>
        viewing.Viewer.EmployeeId is not { } me
            ? []
            : viewing
                .Snapshot.Get(WithTasks)
                .Children.Where(viewing.IsVisible)
                .SelectMany(c => c.File.Of<OwnTaskFact>().Where(t => IsFor(t, c, me, viewing.Register, viewing.Today)).Select(t => (c, t)));

    /// <summary>Whether an open task is for somebody to do.</summary>
    public static bool IsFor(OwnTaskFact t, ChildState child, long me, Register register, DateOnly day) =>
        t.DoneOn is null && (t.EmployeeId == me || (!register.Staff.IsEmployed(t.EmployeeId, day) && child.AssignedTo.Contains(me)));

    /// <summary>The viewer's own about no child.</summary>
    public static IEnumerable<OwnReminderFact> Reminders(Viewing viewing) =>
        viewing.Viewer.EmployeeId is not { } me
            ? []
            : viewing.Register.Of<OwnReminderFact>().Where(r => r.EmployeeId == me && r.DoneOn is null);

    /// <param name="task">Its text open.</param>
    /// <param name="from">The page the line stands on.</param>
    public static WorkLine Line(OwnTaskFact task, ChildState child, string from, Viewing viewing) =>
        new(task.What ?? Text.Untold, null, null)
        {
            Due = task.DueOn,
            Child = child,
            Tag = Text.Tag,
            Quiet = task.EmployeeId == viewing.Viewer.EmployeeId ? "" : viewing.EmployeeName(task.EmployeeId),
            Button = Button(Routes.EndOwnTask(task.ChildId, task.Id), task.What, from, viewing),
        };

    /// <param name="reminder">Its text open.</param>
    public static WorkLine Line(OwnReminderFact reminder, string from, Viewing viewing) =>
        new(reminder.What ?? Text.Untold, null, null)
        {
            Due = reminder.DueOn,
            Tag = Text.Tag,
            Button = Button(Routes.EndReminder(reminder.Id), reminder.What, from, viewing),
        };

    static Microsoft.AspNetCore.Components.RenderFragment? Button(string action, string? what, string from, Viewing viewing) =>
        !viewing.MayWork || viewing.AsOf is not null
            ? null
            : b =>
            {
                b.OpenComponent<EndTask>(0);
                b.AddComponentParameter(1, nameof(EndTask.Action), action);
                b.AddComponentParameter(2, nameof(EndTask.What), what ?? Text.Untold);
                b.AddComponentParameter(3, nameof(EndTask.From), from);
                b.CloseComponent();
            };
}
