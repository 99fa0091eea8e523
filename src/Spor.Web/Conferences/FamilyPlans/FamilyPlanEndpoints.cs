using Spor.Web.Access;

namespace Spor.Web.Conferences.FamilyPlans;

static class FamilyPlanEndpoints
{
    public static void MapFamilyPlans(this WebApplication app)
    {
        const string Conference = "/barn/{child:long}/raadslagning/{id:long}";
        Both(app, Conference + "/holdt", HoldConferenceForm.Show, HoldConferenceForm.Save);
        Both(app, Conference + "/plan", FamilyPlanForm.Show, FamilyPlanForm.Save);
        app.MapGet(Conference + "/plan/udskriv", PrintFamilyPlan.Show).RequireAuthorization(Policies.Casework);
        Both(app, Conference + "/plan/svar", ReviewFamilyPlanForm.Show, ReviewFamilyPlanForm.Save);
        Both(app, Conference + "/opfoelgning", FollowUpConferenceForm.Show, FollowUpConferenceForm.Save);
        Both(app, Conference + "/evaluering", EvaluateConferenceForm.Show, EvaluateConferenceForm.Save);
        app.MapGet(Conference + "/evaluering/papir", EvaluateConferenceForm.Print).RequireAuthorization(Policies.Casework);
    }

    static void Both(WebApplication app, string pattern, Delegate show, Delegate save)
    {
        app.MapGet(pattern, show).RequireAuthorization(Policies.Casework);
        app.MapPost(pattern, save).RequireAuthorization(Policies.Casework);
    }
}
