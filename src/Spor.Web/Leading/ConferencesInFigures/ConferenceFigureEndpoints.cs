using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Baselines;

namespace Spor.Web.Leading.ConferencesInFigures;

static class ConferenceFigureEndpoints
{
    public static void MapConferenceFigures(this WebApplication app)
    {
        app.MapGet(Routes.ConferenceFigures, ShowFigures).RequireAuthorization(Policies.Figures);
        app.MapTables(
            Routes.ConferenceFigures,
            Policies.Figures,
            (context, viewing) =>
                ConferenceTables.Of(
                    ConferenceView.Of(viewing, context.Request.Query, context.RequestServices.GetRequiredService<KeptBaselines>())
                )
        );
    }

    static IResult ShowFigures(HttpContext context, Viewing viewing, KeptBaselines kept) =>
        new RazorComponentResult<ConferenceFiguresPage>(new { View = ConferenceView.Of(viewing, context.Request.Query, kept) });
}
