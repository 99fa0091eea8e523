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
        app.MapGet("/barn/{child:long}/plan/ny", StartPlanForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/plan/ny", StartPlanForm.Save).Does<StartPlan>();
        app.MapGet("/barn/{child:long}/ungeplan", DecideYouthPlanForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/ungeplan", DecideYouthPlanForm.Save).Does<DecideYouthPlan>();
        app.MapGet(Plan, ShowPlan.Show).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet(Plan + "/udskriv", PrintPlan.Show).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet(Plan + "/ret", EditPlanForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/ret", EditPlanForm.Save).Does<EditPlan>();
        app.MapGet(Plan + "/maal/ny", WriteGoalForm.ShowNew).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/maal/ny", WriteGoalForm.SaveNew).Does<WriteGoal>();
        app.MapGet(Plan + "/maal/{goal:long}", WriteGoalForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/maal/{goal:long}", WriteGoalForm.Save).Does<WriteGoal>();
        app.MapGet(Plan + "/aftale/ny", WriteTaskForm.ShowNew).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/aftale/ny", WriteTaskForm.SaveNew).Does<WriteTask>();
        app.MapGet(Plan + "/aftale/{task:long}", WriteTaskForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/aftale/{task:long}", WriteTaskForm.Save).Does<WriteTask>();
        app.MapPost(Plan + "/aftale/{task:long}/gjort", TickTaskForm.Save).Does<TickTask>();
        app.MapGet(Plan + "/faerdig", PlanStepForms.ShowFinish).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/faerdig", PlanStepForms.Finish).Does<FinishPlan>();
        app.MapGet(Plan + "/luk", PlanStepForms.ShowClose).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/luk", PlanStepForms.Close).Does<ClosePlan>();
        app.MapGet(Plan + "/revider", PlanStepForms.ShowRevise).RequireAuthorization(Policies.Casework);
        app.MapPost(Plan + "/revider", PlanStepForms.Revise).Does<RevisePlan>();
    }
}
