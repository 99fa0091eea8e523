using Microsoft.AspNetCore.Mvc;
using Spor.Cases;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Documents;

static class DocumentEndpoints
{
    /// <summary>All the files of one form, and the form (bytes).</summary>
    const long LargestForm = FileKind.Most * FileKind.Largest + (1 << 20);

    public static void MapDocuments(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/dokumenter", DocumentForm.Show).RequireAuthorization(Policies.Children).AsKnown();
        app.MapPost("/barn/{child:long}/dokumenter", DocumentForm.Search).RequireAuthorization(Policies.Children);
        app.MapGet("/barn/{child:long}/dokument/ny", DocumentForm.New).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/dokument/ny", DocumentForm.Save)
            .Does<AddDocuments>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .WithFormOptions(multipartBodyLengthLimit: LargestForm);
    }
}
