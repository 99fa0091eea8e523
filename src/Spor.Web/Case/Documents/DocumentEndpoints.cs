using Spor.Cases;
using Spor.Web.Access;
using Spor.Web.Case.Notifications;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Documents;

static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/dokumenter", DocumentForm.Show).RequireAuthorization(Policies.Children).AsKnown();
        app.MapPost("/barn/{child:long}/dokumenter", DocumentForm.Search).RequireAuthorization(Policies.Children);
        app.MapGet("/barn/{child:long}/dokument/ny", DocumentForm.New).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/dokument/ny", DocumentForm.Save).Does<AddDocuments>().TakesFiles();
    }
}
