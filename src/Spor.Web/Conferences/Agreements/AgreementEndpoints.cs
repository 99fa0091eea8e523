using Spor.Conferences;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Agreements;

static class AgreementEndpoints
{
    public static void MapAgreements(this WebApplication app)
    {
        const string One = "/barn/{child:long}/aftale/{id:long}";
        app.MapGet(One, AgreementForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(One, AgreementForm.Ask).Does<AskAgreement>();
        app.MapPost(One + "/gjort", AgreementForm.Tick).Does<Spor.Conferences.TickAgreement>();
        app.MapPost(One + "/bortfald", AgreementForm.Drop).Does<DropAgreement>();
    }
}
