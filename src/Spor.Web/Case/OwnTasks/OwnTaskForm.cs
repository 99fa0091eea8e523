using Spor.Cases;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.OwnTasks;

/// <summary>One's own task about a child: written, done, withdrawn.</summary>
static class OwnTaskForm
{
    /// <summary>Where the button stood, to go back to.</summary>
    public const string From = "fra";

    /// <summary>The button that withdraws, beside the one that says it is done.</summary>
    public const string Withdraw = "fortryd";

    public static IResult Show(long child, Viewing viewing, Acting acting) =>
        ForChild.Do(child, viewing, state => Page(state, acting.NewForm()));

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new WriteOwnTask(child, form.Text(nameof(WriteOwnTask.What)), form.Day(nameof(WriteOwnTask.DueOn)));
                return acting.Do(command, form).Saved ? Acting.Saved(Routes.Child(child), "own-task") : Page(state, form);
            }
        );

    public static IResult End(long child, long id, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var back = LocalPath.Of(form.Value(From)) ?? Routes.Child(child);
                var done = !form.Filled(Withdraw);
                return acting.Do(new EndOwnTask(child, id, done), form).Saved
                    ? Acting.Saved(back, done ? "own-task-done" : "own-task-withdrawn")
                    : Page(state, form);
            }
        );

    static IResult Page(ChildState? state, FormState form) => ForChild.Page<OwnTaskPage>(form, new { State = state, Form = form });
}

/// <summary>One's own task about no child.</summary>
static class ReminderForm
{
    public static IResult Show(Acting acting) => Page(acting.NewForm());

    public static IResult Save(IFormCollection posted, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new WriteReminder(form.Text(nameof(WriteReminder.What)), form.Day(nameof(WriteReminder.DueOn)));
        return acting.Do(command, form).Saved ? Acting.Saved("/min-dag", "own-task") : Page(form);
    }

    public static IResult End(long id, IFormCollection posted, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = !form.Filled(OwnTaskForm.Withdraw);
        return acting.Do(new EndReminder(id, done), form).Saved
            ? Acting.Saved(LocalPath.Of(form.Value(OwnTaskForm.From)) ?? "/min-dag", done ? "own-task-done" : "own-task-withdrawn")
            : Page(form);
    }

    static IResult Page(FormState form) => ForChild.Page<OwnTaskPage>(form, new { State = (ChildState?)null, Form = form });
}
