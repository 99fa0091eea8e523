using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Day.Deadlines;

static class DeadlineEndpoints
{
    public static void MapDeadlines(this WebApplication app)
    {
        app.MapGet("/frister", ShowDeadlines).RequireAuthorization(Policies.Team);
        app.MapTables(
            "/frister",
            Policies.Team,
            (context, viewing) => DeadlineView.Read(viewing, DeadlineQuery.Read(context.Request.Query, viewing), grouped: false).ToTables()
        );
    }

    static IResult ShowDeadlines(HttpContext context, Viewing viewing, Showing log)
    {
        var view = DeadlineView.Read(viewing, DeadlineQuery.Read(context.Request.Query, viewing), grouped: true);
        log.Looked(viewing.Viewer.Key, "list", [.. view.ShownIds], view.Query.Href(view.Query.Group, view.Query.Page).Split('#')[0][1..]);
        return new RazorComponentResult<DeadlinesPage>(new { View = view });
    }
}
