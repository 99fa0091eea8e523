using Spor.Plans;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>Who does what by when.</summary>
static class WriteTaskForm
{
    public static IResult ShowNew(long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(child, plan, viewing, reader, at => Page(at, null, acting.NewForm()));

    public static IResult SaveNew(long child, long plan, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(child, plan, viewing, reader, at => Save(at, null, posted, viewing, acting));

    public static IResult Show(long child, long plan, long task, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at => at.Tasks.FirstOrDefault(t => t.Id == task) is { } of ? Page(at, of, acting.NewForm([.. Known(of)])) : Results.NotFound()
        );

    public static IResult Save(
        long child,
        long plan,
        long task,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader
    ) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at => at.Tasks.FirstOrDefault(t => t.Id == task) is { } of ? Save(at, of, posted, viewing, acting) : Results.NotFound()
        );

    static (string Field, string? Value)[] Known(PlanActionFact a) =>
        [
            (nameof(WriteTask.What), a.What),
            (nameof(WriteTask.Who), a.Who),
            (nameof(WriteTask.GoalId), a.GoalId is { } g ? PlanAt.Number(g) : null),
            (nameof(WriteTask.DueOn), a.DueOn is { } due ? Form.Iso(due) : null),
            (nameof(WriteTask.DoneOn), a.DoneOn is { } done ? Form.Iso(done) : null),
        ];

    static IResult Save(PlanAt at, PlanActionFact? of, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new WriteTask(
            of?.Id,
            form.Id(nameof(WriteTask.GoalId)),
            form.Text(nameof(WriteTask.What)),
            form.Text(nameof(WriteTask.Who)),
            form.NeededDay(nameof(WriteTask.DueOn)),
            of is null ? null : form.Day(nameof(WriteTask.DoneOn))
        )
        {
            ChildId = at.ChildId,
            PlanId = at.Plan.Id,
        };
        var done = acting.Do(command, form, (PlanActionFact now) => Known(now));
        if (done.Saved)
            return Acting.Saved(at.Url + "#aftaler", "task");
        return Page(at, of, form);
    }

    static IResult Page(PlanAt at, PlanActionFact? of, FormState form) =>
        ForChild.Page<WriteTaskPage>(
            form,
            new
            {
                At = at,
                Of = of,
                Form = form,
            }
        );
}

/// <summary>Ticks off what was agreed, from the plan or from the day's list.</summary>
static class TickTaskForm
{
    /// <summary>Where the button stood.</summary>
    public const string From = "fra";
    public const string MyDay = "min-dag";

    public static IResult Save(
        long child,
        long plan,
        long task,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader
    ) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(new TickTask(child, plan, task), form);
                return !done.Saved ? ShowPlan.Page(at, form)
                    : form.Value(From) == MyDay ? Acting.Saved("/min-dag#aftaler", "task-done")
                    : Acting.Saved(at.Url + "#aftaler", "task-done");
            }
        );
}
