using Spor.Web.Access;

namespace Spor.Web.Conferences.Agreements;

static class AgreementEndpoints
{
    public static void MapAgreements(this WebApplication app)
    {
        const string One = "/barn/{child:long}/aftale/{id:long}";
        app.MapGet(One, AgreementForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One, AgreementForm.Ask).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/gjort", AgreementForm.Tick).RequireAuthorization(Policies.Casework);
        app.MapPost(One + "/bortfald", AgreementForm.Drop).RequireAuthorization(Policies.Casework);
    }
}
