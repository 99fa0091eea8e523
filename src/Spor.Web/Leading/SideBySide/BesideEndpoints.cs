using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.SideBySide;

static class BesideEndpoints
{
    public const string Path = "/side-om-side";

    public static void MapSideBySide(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Figures);
        app.MapTables(
            Path,
            Policies.Figures,
            (context, viewing) =>
                BesideView.Of(viewing, context.Request.Query, context.RequestServices.GetRequiredService<FactReader>()).ToTables()
        );
    }

    static IResult Show(HttpContext context, Viewing viewing, FactReader reader) =>
        new RazorComponentResult<BesidePage>(new { View = BesideView.Of(viewing, context.Request.Query, reader) });
}
