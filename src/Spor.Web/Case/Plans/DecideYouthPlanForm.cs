using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>At 16 it is decided whether a youth plan is needed; in a placement there must be one (BL 108).</summary>
static class DecideYouthPlanForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                Page(
                    state,
                    viewing,
                    acting.NewForm(
                        (nameof(DecideYouthPlan.DecidedOn), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(DecideYouthPlan.Needed), Mandatory(state, viewing) ? "ja" : null)
                    )
                )
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new DecideYouthPlan(
                    form.NeededDay(nameof(DecideYouthPlan.DecidedOn)),
                    form.YesNo(nameof(DecideYouthPlan.Needed)),
                    form.Text(nameof(DecideYouthPlan.Reason))
                )
                {
                    ChildId = child,
                };
                var done = acting.Do(command, form);
                if (!done.Saved)
                    return Page(state, viewing, form);
                return command.Needed == true
                    ? Acting.Saved(Routes.Plan(child, done.New<PlanFact>()!.Id), "plan-begun")
                    : Acting.Saved(Routes.PlansAndGoals(child) + "#undersoegelser", "youth-plan-not-needed");
            }
        );

    static bool Mandatory(ChildState state, Viewing viewing) =>
        Youth.DecisionOn(state.File, viewing.Register.Catalogue, viewing.WorkClock.Today) == YouthDecision.Mandatory;

    static IResult Page(ChildState state, Viewing viewing, FormState form) =>
        ForChild.Page<DecideYouthPlanPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Mandatory = Mandatory(state, viewing),
            }
        );
}
