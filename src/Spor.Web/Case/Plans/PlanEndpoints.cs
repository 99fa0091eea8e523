using Spor.Plans;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Plans;

static class PlanEndpoints
{
    public static void MapPlans(this WebApplication app)
    {
        const string Plan = "/barn/{child:long}/plan/{plan:long}";
        Both<StartPlan>(app, "/barn/{child:long}/plan/ny", StartPlanForm.Show, StartPlanForm.Save);
        Both<DecideYouthPlan>(app, "/barn/{child:long}/ungeplan", DecideYouthPlanForm.Show, DecideYouthPlanForm.Save);
        app.MapGet(Plan, ShowPlan.Show).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet(Plan + "/udskriv", PrintPlan.Show).RequireAuthorization(Policies.Casework).AsKnown();
        Both<EditPlan>(app, Plan + "/ret", EditPlanForm.Show, EditPlanForm.Save);
        Both<WriteGoal>(app, Plan + "/maal/ny", WriteGoalForm.ShowNew, WriteGoalForm.SaveNew);
        Both<WriteGoal>(app, Plan + "/maal/{goal:long}", WriteGoalForm.Show, WriteGoalForm.Save);
        Both<WriteTask>(app, Plan + "/aftale/ny", WriteTaskForm.ShowNew, WriteTaskForm.SaveNew);
        Both<WriteTask>(app, Plan + "/aftale/{task:long}", WriteTaskForm.Show, WriteTaskForm.Save);
        app.MapPost(Plan + "/aftale/{task:long}/gjort", TickTaskForm.Save).Does<TickTask>();
        Both<FinishPlan>(app, Plan + "/faerdig", PlanStepForms.ShowFinish, PlanStepForms.Finish);
        Both<ClosePlan>(app, Plan + "/luk", PlanStepForms.ShowClose, PlanStepForms.Close);
        Both<RevisePlan>(app, Plan + "/revider", PlanStepForms.ShowRevise, PlanStepForms.Revise);
    }

    static void Both<C>(WebApplication app, string pattern, Delegate show, Delegate save)
        where C : class, ICommand<C>
    {
        app.MapGet(pattern, show).RequireAuthorization(Policies.Casework);
        app.MapPost(pattern, save).Does<C>();
    }
}
