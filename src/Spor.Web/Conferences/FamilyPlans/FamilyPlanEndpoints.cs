using Spor.Conferences;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

static class FamilyPlanEndpoints
{
    public static void MapFamilyPlans(this WebApplication app)
    {
        const string Conference = "/barn/{child:long}/raadslagning/{id:long}";
        Both<HoldConference>(app, Conference + "/holdt", HoldConferenceForm.Show, HoldConferenceForm.Save);
        Both<WriteFamilyPlan>(app, Conference + "/plan", FamilyPlanForm.Show, FamilyPlanForm.Save);
        app.MapGet(Conference + "/plan/udskriv", PrintFamilyPlan.Show).RequireAuthorization(Policies.Casework);
        Both<ReviewFamilyPlan>(app, Conference + "/plan/svar", ReviewFamilyPlanForm.Show, ReviewFamilyPlanForm.Save);
        Both<FollowUpConference>(app, Conference + "/opfoelgning", FollowUpConferenceForm.Show, FollowUpConferenceForm.Save);
        Both<EvaluateConference>(app, Conference + "/evaluering", EvaluateConferenceForm.Show, EvaluateConferenceForm.Save);
        app.MapGet(Conference + "/evaluering/papir", EvaluateConferenceForm.Print).RequireAuthorization(Policies.Casework);
    }

    static void Both<C>(WebApplication app, string pattern, Delegate show, Delegate save)
        where C : class, ICommand<C>
    {
        app.MapGet(pattern, show).RequireAuthorization(Policies.Casework);
        app.MapPost(pattern, save).Does<C>();
    }
}
