using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.YourCase;

/// <summary>The child's case for the family to read, on paper: who has it, what is decided and why, what helps, the goals, and what
/// happens next.</summary>
static class YourCaseEndpoints
{
    public static string Of(long child) => $"{Routes.Child(child)}/dit-barns-sag";

    public static void MapYourCase(this WebApplication app) =>
        app.MapGet("/barn/{child:long}/dit-barns-sag", Show).RequireAuthorization(Policies.Casework);

    static IResult Show(long child, Viewing viewing, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child, viewing.AsOf) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "dit-barns-sag", [child]);
                return new RazorComponentResult<YourCasePage>(new { State = state, File = file });
            }
        );
}
