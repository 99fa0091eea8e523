using Spor.FollowUps;
using Spor.Plans;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.FollowUps;

static class FollowUpEndpoints
{
    public static void MapFollowUps(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/opfoelgning/{measure:long}", RecordFollowUpForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/opfoelgning/{measure:long}", RecordFollowUpForm.Save).Does<RecordFollowUp>();
        app.MapGet("/barn/{child:long}/maal", MeasureGoalsForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/maal", MeasureGoalsForm.Save).Does<MeasureGoals>();
    }
}
