using Spor.Web.Access;

namespace Spor.Web.Case.Plans;

static class PlanEndpoints
{
    public static void MapPlans(this WebApplication app)
    {
        const string Plan = "/barn/{child:long}/plan/{plan:long}";
        Both(app, "/barn/{child:long}/plan/ny", StartPlanForm.Show, StartPlanForm.Save);
        Both(app, "/barn/{child:long}/ungeplan", DecideYouthPlanForm.Show, DecideYouthPlanForm.Save);
        app.MapGet(Plan, ShowPlan.Show).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet(Plan + "/udskriv", PrintPlan.Show).RequireAuthorization(Policies.Casework).AsKnown();
        Both(app, Plan + "/ret", EditPlanForm.Show, EditPlanForm.Save);
        Both(app, Plan + "/maal/ny", WriteGoalForm.ShowNew, WriteGoalForm.SaveNew);
        Both(app, Plan + "/maal/{goal:long}", WriteGoalForm.Show, WriteGoalForm.Save);
        Both(app, Plan + "/aftale/ny", WriteTaskForm.ShowNew, WriteTaskForm.SaveNew);
        Both(app, Plan + "/aftale/{task:long}", WriteTaskForm.Show, WriteTaskForm.Save);
        app.MapPost(Plan + "/aftale/{task:long}/gjort", TickTask.Save).RequireAuthorization(Policies.Casework);
        Both(app, Plan + "/faerdig", PlanStepForms.ShowFinish, PlanStepForms.Finish);
        Both(app, Plan + "/luk", PlanStepForms.ShowClose, PlanStepForms.Close);
        Both(app, Plan + "/revider", PlanStepForms.ShowRevise, PlanStepForms.Revise);
    }

    static void Both(WebApplication app, string pattern, Delegate show, Delegate save)
    {
        app.MapGet(pattern, show).RequireAuthorization(Policies.Casework);
        app.MapPost(pattern, save).RequireAuthorization(Policies.Casework);
    }
}
