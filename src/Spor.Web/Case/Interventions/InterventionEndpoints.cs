using Spor.Interventions;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Interventions;

static class InterventionEndpoints
{
    public static void MapInterventions(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/indsats/ny", StartInterventionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/ny", StartInterventionForm.Save).Does<StartIntervention>();
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/aendr", ChangeInterventionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/aendr", ChangeInterventionForm.Save).Does<ChangeIntervention>();
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/afslut", EndInterventionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/afslut", EndInterventionForm.Save).Does<EndIntervention>();
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/tilsyn", RecordVisitForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/tilsyn", RecordVisitForm.Save).Does<RecordVisit>();
    }
}
