using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Web.Deadlines;

namespace Spor.Web;

static class DeadlineEndpoints
{
    public static void MapDeadlines(this WebApplication app)
    {
        app.MapGet("/frister", ShowDeadlines).RequireAuthorization(Policies.Team);
        app.MapGet("/frister.csv", ExportDeadlines).RequireAuthorization(Policies.Team);
    }

    static RazorComponentResult<DeadlinesPage> ShowDeadlines(HttpContext context, Viewing viewing, ComplianceCache compliance, AccessLog log)
    {
        var view = DeadlineView.Of(viewing, DeadlineQuery.Read(context.Request.Query, viewing), compliance, grouped: true);
        log.Looked(viewing.Viewer.Key, "list", [.. view.ShownIds], "frister" + view.Query.ToQuery());
        return new(new { View = view });
    }

    static FileContentHttpResult ExportDeadlines(HttpContext context, Viewing viewing, ComplianceCache compliance, AccessLog log)
    {
        var view = DeadlineView.Of(viewing, DeadlineQuery.Read(context.Request.Query, viewing), compliance, grouped: false);
        log.Looked(viewing.Viewer.Key, "export", [.. view.Rows.Select(r => r.Child.File.Id).Distinct()], "frister" + view.Query.ToQuery());
        return TypedResults.File(view.ToCsv(), "text/csv; charset=utf-8", $"frister-{Form.Iso(viewing.Today)}.csv");
    }
}
