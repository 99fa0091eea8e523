using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Lateness;

static class LatenessEndpoints
{
    public const string Path = "/ledelse/dage-over-fristen";

    public static void MapLateness(this WebApplication app)
    {
        app.MapGet(
                Path,
                IResult (HttpContext context, Viewing viewing) =>
                    new RazorComponentResult<LatenessPage>(new { View = new LatenessView(viewing, context.Request.Query) })
            )
            .RequireAuthorization(Policies.Figures);
        app.MapTables(Path, Policies.Figures, (context, viewing) => new LatenessView(viewing, context.Request.Query).ToTables());
    }
}
