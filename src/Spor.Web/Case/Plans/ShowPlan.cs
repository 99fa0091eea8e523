using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

/// <summary>The plan: what it says, how far its goals are, who does what.</summary>
static class ShowPlan
{
    public static IResult Show(long child, long plan, Viewing viewing, Acting acting, ChildReader reader) =>
        PlanAt.Do(child, plan, viewing, reader, at => Page(at, acting.NewForm()));

    internal static IResult Page(PlanAt at, FormState form) => ForChild.Page<PlanPage>(form, new { At = at, Form = form });
}
