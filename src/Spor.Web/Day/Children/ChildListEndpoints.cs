using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Day.Children;

static class ChildListEndpoints
{
    /// <summary>A script that asks for the results alone says so with this header.</summary>
    const string PartHeader = "X-Spor-Part";

    public static void MapChildList(this WebApplication app)
    {
        app.MapGet("/boern", ListChildren).RequireAuthorization(Policies.Children);
        app.MapTables(
            "/boern",
            Policies.Children,
            (context, viewing) =>
            {
                var query = ChildQuery.Read(context.Request.Query, viewing);
                return ChildListView.Listed(viewing, query).ToTables("boern" + query.ToQuery(withPage: false));
            }
        );
        app.MapGet("/boern/soeg", () => Results.Redirect("/boern")).RequireAuthorization(Policies.Children);
        app.MapPost("/boern/soeg", SearchChildren).RequireAuthorization(Policies.Children);
        app.MapPost(
                "/boern/soeg.csv",
                (IFormCollection form, Viewing viewing, Showing log, Database database) =>
                    ExportSearch(form, viewing, log, database, excel: false)
            )
            .RequireAuthorization(Policies.Children);
        app.MapPost(
                "/boern/soeg.xlsx",
                (IFormCollection form, Viewing viewing, Showing log, Database database) =>
                    ExportSearch(form, viewing, log, database, excel: true)
            )
            .RequireAuthorization(Policies.Children);
    }

    static IResult ListChildren(HttpContext context, Viewing viewing, Showing log)
    {
        var query = ChildQuery.Read(context.Request.Query, viewing);
        var view = ChildListView.Listed(viewing, query);
        log.Looked(
            viewing.Viewer.Key,
            query.Filter.On is null && query.Filter.A is null ? "list" : "drill-down",
            Ids(view.Rows),
            "boern" + (query with { Page = view.Page }).ToQuery()
        );
        return new RazorComponentResult<ChildListPage>(new { View = view });
    }

    static IResult SearchChildren(IFormCollection form, HttpContext context, Viewing viewing, Showing log, Database database)
    {
        var view = Search(form, viewing, database);
        if (view.TermProblem is null)
            log.Looked(viewing.Viewer.Key, "search", Ids(view.Rows), view.Page > 1 ? $"side={view.Page}" : null);
        return context.Request.Headers.ContainsKey(PartHeader)
            ? new RazorComponentResult<ChildResults>(new { View = view })
            : new RazorComponentResult<ChildListPage>(new { View = view })
            {
                StatusCode = view.TermProblem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            };
    }

    static IResult ExportSearch(IFormCollection form, Viewing viewing, Showing log, Database database, bool excel) =>
        TableExport.File(Search(form, viewing, database).ToTables("search"), "", viewing, log, excel);

    static ChildListView Search(IFormCollection form, Viewing viewing, Database database) =>
        ChildListView.Searched(
            viewing,
            form["q"],
            Form.Whole(form["side"]) ?? 1,
            digits => database.Keys.Hash(Spor.Children.CprNumber.HashedOf(digits)),
            hash => FormerNumbers.Of(database, hash)
        );

    static long[] Ids(IEnumerable<ChildState> children) => [.. children.Select(c => c.File.Id)];
}
