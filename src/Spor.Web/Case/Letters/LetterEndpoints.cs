using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Letters;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Letters;

static class LetterEndpoints
{
    public static void MapLetters(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/brev", ShowAll).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet("/barn/{child:long}/brev/ny", WriteLetterForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/brev/ny", WriteLetterForm.Save).Does<WriteLetter>();
        app.MapGet("/barn/{child:long}/brev/{letter:long}", Show).RequireAuthorization(Policies.Casework).AsKnown();
        app.MapGet("/barn/{child:long}/brev/{letter:long}/word", Word).RequireAuthorization(Policies.Casework);
        app.MapGet("/barn/{child:long}/brev/{letter:long}/ret", WriteLetterForm.Continue).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/brev/{letter:long}/ret", WriteLetterForm.SaveDraft).Does<WriteLetter>();
        app.MapGet(Routes.LetterTemplates, TemplatesShown).RequireAuthorization(Policies.Settings);
        app.MapGet(Routes.LetterTemplates + "/{code}", ChangeTemplateForm.Show).RequireAuthorization(Policies.Settings);
        app.MapPost(Routes.LetterTemplates + "/{code}", ChangeTemplateForm.Save).Does<ChangeTemplate>();
    }

    public static string All(long child) => Routes.Child(child) + "/brev";

    static IResult ShowAll(long child, Viewing viewing, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "breve", [child]);
                return reader.Read(child) is not { } file
                    ? Results.NotFound()
                    : new RazorComponentResult<LettersPage>(
                        new
                        {
                            State = state,
                            File = file,
                            Texts = Templates
                                .Defaults.Select(t => Templates.On(viewing.Register.LetterTemplates, t.Code, viewing.WorkClock.Today)!)
                                .ToList(),
                        }
                    );
            }
        );

    static IResult Show(long child, long letter, Viewing viewing, FactReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                Of(child, letter, viewing, reader) is { } found
                    ? new RazorComponentResult<LetterPage>(new { State = state, Letter = found })
                    : Results.NotFound()
        );

    static IResult Word(long child, long letter, Viewing viewing, FactReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                // Named as one looks for it afterwards: the kind and the child, whose name is no name where it is protected.
                Of(child, letter, viewing, reader) is { } found
                    ? Results.File(
                        Document.Write(Text.WordTitle, LetterPaper.Of(found, viewing.Register.Municipality?.Name)),
                        Document.ContentType,
                        FileKind.NameOf($"{Text.FileOf(found)}, {Viewing.ListName(state.Child)}.docx")
                    )
                    : Results.NotFound()
        );

    static LetterFact? Of(long child, long letter, Viewing viewing, FactReader reader)
    {
        if (reader.Find<LetterFact>(letter) is not { } found || found.ChildId != child)
            return null;
        viewing.Log.Looked(viewing.Viewer.Key, "brev", [child]);
        return found;
    }

    static IResult TemplatesShown(Viewing viewing) =>
        new RazorComponentResult<TemplatesPage>(
            new
            {
                Texts = Templates
                    .Defaults.Select(t => Templates.On(viewing.Register.LetterTemplates, t.Code, viewing.WorkClock.Today)!)
                    .ToList(),
                Coming = viewing.Register.LetterTemplates.Where(t => t.From > viewing.WorkClock.Today).ToList(),
            }
        );
}
