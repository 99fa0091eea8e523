using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Frame.Forms;

/// <summary>Keeping what is being typed, by the button or while one types.</summary>
static class DraftEndpoints
{
    public static void MapDrafts(this WebApplication app)
    {
        app.MapPost("/kladde", Save).RequireAuthorization(Policies.Casework);
        app.MapPost("/kladde/slet", Forget).RequireAuthorization(Policies.Casework);
    }

    // The form's address comes from the form, so only one of Spor's own pages may be gone back to.
    static string? FormOf(IFormCollection form) => LocalPath.Of(form["spor-form"].ToString()) is { Length: > 1 } path ? path : null;

    static IResult Save(IFormCollection form, Drafts drafts, Viewing viewing, HttpContext context)
    {
        if (FormOf(form) is not { } path)
            return Results.BadRequest();
        var kept = drafts.Save(viewing.Viewer.Key, path, FormState.Of(form).ToDraft());
        if (context.Request.Headers["X-Spor-Part"] == "draft")
            return kept ? Results.NoContent() : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        // What was typed comes back whole on the page that says so.
        return kept ? Results.Redirect(path) : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    static IResult Forget(IFormCollection form, Drafts drafts, Viewing viewing)
    {
        if (FormOf(form) is not { } path)
            return Results.BadRequest();
        drafts.Forget(viewing.Viewer.Key, path);
        return Results.Redirect(path);
    }
}
