using Spor.Web.Access;

namespace Spor.Web.Case.Interventions;

static class InterventionEndpoints
{
    public static void MapInterventions(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/indsats/ny", StartInterventionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/ny", StartInterventionForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/aendr", ChangeInterventionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/aendr", ChangeInterventionForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/afslut", EndInterventionForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/afslut", EndInterventionForm.Save).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/indsats/{measure:long}/tilsyn", RecordVisitForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/indsats/{measure:long}/tilsyn", RecordVisitForm.Save).RequireAuthorization(Policies.Casework);
    }
}
