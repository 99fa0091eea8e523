using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.ChangeTheory;
using Spor.Exchange.Office;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Baselines;
using Spor.Web.Leading.Management;

namespace Spor.Web.Leading.TheoryOfChange;

/// <summary>Theories of change: what is put in and done, what comes of it, and whether it changed what it was to change.</summary>
static class TheoryEndpoints
{
    public const string Root = "/forandringsteorier",
        NewPath = Root + "/ny";

    public static string Path(long id) => $"{Root}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static string PartPath(TheoryPartFact p) => $"{Path(p.TheoryId)}/del/{p.Id.ToString(CultureInfo.InvariantCulture)}";

    public static void MapTheories(this WebApplication app)
    {
        app.MapGet(Root, IResult (Viewing viewing) => new RazorComponentResult<TheoriesPage>(new { Viewing = viewing }))
            .RequireAuthorization(Policies.Leadership)
            .ShowsNoChild();
        app.MapGet(NewPath, TheoryForms.ShowNew).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(NewPath, TheoryForms.SaveNew).Does<SaveTheory>();
        app.MapGet(Root + "/{id:long}", TheoryForms.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapGet(Root + "/{id:long}/ret", TheoryForms.ShowChange).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/ret", TheoryForms.Change).Does<SaveTheory>();
        app.MapGet(Root + "/{id:long}/del/ny", PartForms.ShowNew).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/del/ny", PartForms.SaveNew).Does<SaveTheoryPart>();
        app.MapGet(Root + "/{id:long}/del/{part:long}", PartForms.Show).RequireAuthorization(Policies.Leadership).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/del/{part:long}", PartForms.Save).Does<SaveTheoryPart>();
        app.MapPost(Root + "/{id:long}/del/{part:long}/flyt", PartForms.Move).Does<MoveTheoryPart>();
        app.MapPost(Root + "/{id:long}/del/{part:long}/fjern", PartForms.Remove).Does<RemoveTheoryPart>();
        app.MapGet(Root + "/{id:long}.docx", Word).RequireAuthorization(Policies.Leadership).ShowsNoChild();
    }

    static IResult Word(long id, Viewing viewing, KeptBaselines kept) =>
        TheoryView.Of(id, viewing, kept) is { } view
            ? TypedResults.File(
                TheoryFiles.ToWord(view),
                Document.ContentType,
                $"forandringsteori-{id.ToString(CultureInfo.InvariantCulture)}.docx"
            )
            : Results.NotFound();
}
