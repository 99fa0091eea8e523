using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Insight;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Baselines;

namespace Spor.Web.Leading.Management;

/// <summary>A leader's own page: chosen figures and a filter, kept under a name. The address says it all, so a link opens exactly that
/// view.</summary>
static class OwnView
{
    public static void MapOwnView(this WebApplication app)
    {
        app.MapGet("/ledelse/min", Show).RequireAuthorization(Policies.Figures);
        app.MapPost("/ledelse/min/gem", Save).RequireAuthorization(Policies.Figures);
        app.MapPost("/ledelse/min/slet", Remove).RequireAuthorization(Policies.Figures);
        app.MapPost("/ledelse/min/faest", Pin).RequireAuthorization(Policies.Figures);
    }

    static IResult Show(HttpContext context, Viewing viewing, FigureCache cache, KeptBaselines kept, FactReader reader)
    {
        var views = Of(reader, viewing.Viewer.Key);
        if (context.Request.Query.Count == 0 && views.Count > 0)
            return Results.Redirect("/ledelse/min" + views[0].Query);
        return Page(viewing, ManagementQuery.Read(context.Request.Query, viewing, kept.At(viewing.Snapshot)), cache, views, null);
    }

    static IResult Page(Viewing viewing, ManagementQuery query, FigureCache cache, IReadOnlyList<SavedViewFact> views, string? fault) =>
        new RazorComponentResult<OwnViewPage>(
            new
            {
                View = new ManagementView(viewing, query, cache),
                Views = views,
                Fault = fault,
            }
        )
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>The owner's views, the oldest first.</summary>
    static List<SavedViewFact> Of(FactReader reader, string owner) =>
        [.. reader.All<SavedViewFact>().Where(v => v.Owner == owner).OrderBy(v => v.Id)];

    static IResult Save(IFormCollection form, Viewing viewing, FigureCache cache, KeptBaselines kept, FactReader reader, Database database)
    {
        // Read and written again, so that nothing but codes is ever kept.
        var query = ManagementQuery.Read(Question(form["visning"]), viewing, kept.At(viewing.Snapshot));
        var result = database.Journal.Act(
            new("save-view", viewing.Viewer.Key, Token: Token(form)),
            (facts, ids) =>
                SavedViews.Save(
                    viewing.Viewer.Key,
                    form["navn"],
                    query.ToQuery(),
                    facts.All<SavedViewFact>().Select(facts.Opened),
                    ids.Next()
                )
        );
        return result.Refused
            ? Page(viewing, query, cache, Of(reader, viewing.Viewer.Key), Text.NameMissing)
            : Results.Redirect("/ledelse/min" + query.ToQuery());
    }

    static IResult Remove(IFormCollection form, Viewing viewing, Database database)
    {
        if (Form.Number(form["id"]) is not { } id)
            return Results.NotFound();
        var result = database.Journal.Act(
            new("remove-view", viewing.Viewer.Key, Token: Token(form)),
            (facts, _) => SavedViews.Remove(viewing.Viewer.Key, facts.Find<SavedViewFact>(id))
        );
        return result.Refused ? Results.NotFound() : Results.Redirect("/ledelse/min");
    }

    /// <summary>Adds a figure to the owner's first view, or makes one.</summary>
    static IResult Pin(IFormCollection form, Viewing viewing, KeptBaselines kept, FactReader reader, Database database)
    {
        var pin = form["tal"].ToString();
        if (KeyFigures.Find(pin.Split(':')[0]) is null)
            return Results.NotFound();
        var first = Of(reader, viewing.Viewer.Key).FirstOrDefault();
        var query = ManagementQuery.Read(Question(first?.Query), viewing, kept.At(viewing.Snapshot));
        if (!query.Pins.Contains(pin))
            query = query with { Pins = [.. query.Pins, pin] };
        database.Journal.Act(
            new("save-view", viewing.Viewer.Key, Token: Token(form)),
            (facts, ids) =>
                SavedViews.Save(
                    viewing.Viewer.Key,
                    first?.Name ?? Text.OwnTitle,
                    query.ToQuery(),
                    facts.All<SavedViewFact>().Select(facts.Opened),
                    ids.Next()
                )
        );
        return Results.Redirect("/ledelse/min" + query.ToQuery());
    }

    static QueryCollection Question(string? query) => new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));

    static Guid? Token(IFormCollection form) => Guid.TryParse(form["spor-token"], out var token) ? token : null;
}
