using Spor.Plans;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>The plan is finished, closed, or begun anew.</summary>
static class PlanStepForms
{
    public static IResult ShowFinish(long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        Show(PlanStep.Finish, nameof(FinishPlan.FinishedOn), child, plan, viewing, acting, reader);

    public static IResult ShowClose(long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        Show(PlanStep.Close, nameof(ClosePlan.ClosedOn), child, plan, viewing, acting, reader);

    public static IResult ShowRevise(long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        Show(PlanStep.Revise, nameof(RevisePlan.DecidedOn), child, plan, viewing, acting, reader);

    static IResult Show(PlanStep step, string day, long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(child, plan, viewing, reader, at => Page(at, step, day, acting.NewForm((day, Form.Iso(viewing.WorkClock.Today)))));

    public static IResult Finish(long child, long plan, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var command = new FinishPlan(form.NeededDay(nameof(FinishPlan.FinishedOn)))
                {
                    ChildId = child,
                    PlanId = plan,
                    AlsoFor = at.Chosen(form),
                };
                var done = acting.Do(command, form);
                return done.Saved ? Acting.Saved(at.Url, "plan-finished") : Page(at, PlanStep.Finish, nameof(FinishPlan.FinishedOn), form);
            }
        );

    public static IResult Close(long child, long plan, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var command = new ClosePlan(form.NeededDay(nameof(ClosePlan.ClosedOn)), form.Text(nameof(ClosePlan.Reason)))
                {
                    ChildId = child,
                    PlanId = plan,
                    AlsoFor = at.Chosen(form),
                };
                var done = acting.Do(command, form);
                return done.Saved ? Acting.Saved(at.Url, "plan-closed") : Page(at, PlanStep.Close, nameof(ClosePlan.ClosedOn), form);
            }
        );

    public static IResult Revise(long child, long plan, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var command = new RevisePlan(form.NeededDay(nameof(RevisePlan.DecidedOn)), form.Text(nameof(RevisePlan.Reason)))
                {
                    ChildId = child,
                    PlanId = plan,
                    AlsoFor = at.Chosen(form),
                };
                var done = acting.Do(command, form);
                if (!done.Saved)
                    return Page(at, PlanStep.Revise, nameof(RevisePlan.DecidedOn), form);
                return Acting.Saved(Routes.Plan(child, done.AllNew<PlanFact>().First(p => p.ChildId == child).Id), "plan-revised");
            }
        );

    static IResult Page(PlanAt at, PlanStep step, string day, FormState form) =>
        ForChild.Page<PlanStepPage>(
            form,
            new
            {
                At = at,
                Step = step,
                DayName = day,
                Form = form,
            }
        );
}

public enum PlanStep
{
    Finish,
    Close,
    Revise,
}
