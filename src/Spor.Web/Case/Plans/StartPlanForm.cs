using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>Begins a plan, for one child or jointly for siblings (BL 91).</summary>
static class StartPlanForm
{
    public static IResult Show(long child, string? type, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var today = viewing.WorkClock.Today;
                var kind = type is not null && Codes<PlanKind>.TryDanish(type, out var asked) ? asked : PlanLaw.OrdinaryOn(today);
                return Page(
                    state,
                    viewing,
                    reader,
                    acting.NewForm((nameof(StartPlan.Kind), kind.Danish()), (nameof(StartPlan.DecidedOn), Form.Iso(today)))
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new StartPlan(
                    form.NeededCode<PlanKind>(nameof(StartPlan.Kind)),
                    form.NeededDay(nameof(StartPlan.DecidedOn)),
                    form.Id(nameof(StartPlan.DecisionId)),
                    form.Text(nameof(StartPlan.Summary)),
                    form.Text(nameof(StartPlan.FamilySupport))
                )
                {
                    ChildId = child,
                    Siblings =
                    [
                        .. PlanAt.Siblings(state, viewing).Select(s => s.File.Id).Where(id => form.Has(PlanAt.AlsoFor, PlanAt.Number(id))),
                    ],
                };
                var done = acting.Do(command, form);
                if (!done.Saved)
                    return Page(state, viewing, reader, form);
                return Acting.Saved(Routes.Plan(child, done.AllNew<PlanFact>().First(p => p.ChildId == child).Id), "plan-begun");
            }
        );

    static IResult Page(ChildState state, Viewing viewing, ChildReader reader, FormState form) =>
        ForChild.Page<StartPlanPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Siblings = (IReadOnlyList<ChildState>)[.. PlanAt.Siblings(state, viewing)],
                Decisions = (IReadOnlyList<DecisionRecordFact>)[.. (reader.Read(state.File.Id)?.Decisions ?? []).Reverse()],
                Due = state.Open.Where(r => r.Rule == Requirements.Rule.PlanInForce).Select(r => (DateOnly?)r.Due).FirstOrDefault(),
            }
        );
}
