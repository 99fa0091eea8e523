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
                var command = new FinishPlan(form.NeededDay(nameof(FinishPlan.FinishedOn)));
                var saved = acting.Do(
                    "finish-plan",
                    at.Subject(form),
                    form,
                    (facts, _) => PlanRules.Finish(command, at.Targets(facts, form), viewing.WorkClock.Today)
                );
                return saved ? Acting.Saved(at.Url, "plan-finished") : Page(at, PlanStep.Finish, nameof(FinishPlan.FinishedOn), form);
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
                var command = new ClosePlan(form.NeededDay(nameof(ClosePlan.ClosedOn)), form.Text(nameof(ClosePlan.Reason)));
                var saved = acting.Do(
                    "close-plan",
                    at.Subject(form),
                    form,
                    (facts, _) => PlanRules.Close(command, at.Targets(facts, form, texts: true), viewing.WorkClock.Today)
                );
                return saved ? Acting.Saved(at.Url, "plan-closed") : Page(at, PlanStep.Close, nameof(ClosePlan.ClosedOn), form);
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
                var command = new RevisePlan(form.NeededDay(nameof(RevisePlan.DecidedOn)), form.Text(nameof(RevisePlan.Reason)));
                var saved = acting.Do(
                    "revise-plan",
                    at.Subject(form),
                    form,
                    (facts, ids) => PlanRules.Revise(command, at.Targets(facts, form, texts: true), viewing.WorkClock.Today, ids.Next)
                );
                if (!saved)
                    return Page(at, PlanStep.Revise, nameof(RevisePlan.DecidedOn), form);
                var next = reader.Read(child)!.Plans.Where(p => p.ReplacesId == plan).MaxBy(p => p.Id)!;
                return Acting.Saved(Routes.Plan(child, next.Id), "plan-revised");
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
