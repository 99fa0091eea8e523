using Spor.Web.Access;

namespace Spor.Web.Case.FollowUps;

static class FollowUpEndpoints
{
    public static void MapFollowUps(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/opfoelgning/{measure:long}", RecordFollowUpForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/opfoelgning/{measure:long}", RecordFollowUpForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/maal", MeasureGoalsForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/maal", MeasureGoalsForm.Save).RequireAuthorization(Policies.Casework);
    }
}
