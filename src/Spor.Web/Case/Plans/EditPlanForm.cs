using Spor.Plans;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>The plan's own words.</summary>
static class EditPlanForm
{
    public static IResult Show(long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at =>
                Page(
                    at,
                    acting.NewForm((nameof(EditPlan.Summary), at.Plan.Summary), (nameof(EditPlan.FamilySupport), at.Plan.FamilySupport))
                )
        );

    public static IResult Save(long child, long plan, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(
            child,
            plan,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var command = new EditPlan(form.Text(nameof(EditPlan.Summary)), form.Text(nameof(EditPlan.FamilySupport)))
                {
                    ChildId = child,
                    PlanId = plan,
                    AlsoFor = at.Chosen(form),
                };
                var done = acting.Do(
                    command,
                    form,
                    (PlanFact now) => [(nameof(EditPlan.Summary), now.Summary), (nameof(EditPlan.FamilySupport), now.FamilySupport)]
                );
                if (done.Saved)
                    return Acting.Saved(at.Url, "plan");
                return Page(at, form);
            }
        );

    static IResult Page(PlanAt at, FormState form) => ForChild.Page<EditPlanPage>(form, new { At = at, Form = form });
}
