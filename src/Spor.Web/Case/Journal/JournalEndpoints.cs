using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Journal;

/// <summary>The child's journal. What is searched for travels by POST and is not logged.</summary>
static class JournalEndpoints
{
    public static void MapJournal(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/journal", Show).RequireAuthorization(Policies.Children).AsKnown();
        app.MapPost("/barn/{child:long}/journal", Search).RequireAuthorization(Policies.Children);
        app.MapGet("/barn/{child:long}/journal/udskriv", Print).RequireAuthorization(Policies.Children).AsKnown();
    }

    static IResult Show(long child, Viewing viewing, ChildReader reader, HttpContext context) =>
        With(child, viewing, reader, context, null, view => new RazorComponentResult<JournalPage>(new { View = view }));

    static IResult Search(long child, IFormCollection form, Viewing viewing, ChildReader reader, HttpContext context) =>
        With(
            child,
            viewing,
            reader,
            context,
            form["soeg"].ToString(),
            view => new RazorComponentResult<JournalPage>(new { View = view })
            {
                StatusCode = view.Problem is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            }
        );

    static IResult Print(long child, Viewing viewing, ChildReader reader, HttpContext context) =>
        With(child, viewing, reader, context, null, view => new RazorComponentResult<PrintJournalPage>(new { View = view }));

    static IResult With(
        long child,
        Viewing viewing,
        ChildReader reader,
        HttpContext context,
        string? typed,
        Func<JournalView, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                var view = new JournalView(state, file, viewing, context.Request.Query, typed);
                viewing.Log.Looked(viewing.Viewer.Key, "journal", [child], view.Slug is { } slug ? "slags=" + slug : null);
                return then(view);
            }
        );
}
