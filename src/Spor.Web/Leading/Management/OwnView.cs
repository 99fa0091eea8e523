using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Reports;
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
        app.MapPost("/ledelse/min/gem", Save).Does<SaveView>();
        app.MapPost("/ledelse/min/slet", Remove).Does<RemoveView>();
        app.MapPost("/ledelse/min/faest", Pin).Does<SaveView>();
    }

    static IResult Show(HttpContext context, Viewing viewing, KeptBaselines kept, FactReader reader)
    {
        var views = Of(reader, viewing.Viewer.Key);
        if (context.Request.Query.Count == 0 && views.Count > 0)
            return Results.Redirect("/ledelse/min" + views[0].Query);
        return Page(viewing, context.Request.Query, kept, views, null);
    }

    static IResult Page(Viewing viewing, IQueryCollection query, KeptBaselines kept, IReadOnlyList<SavedViewFact> views, string? fault) =>
        new RazorComponentResult<OwnViewPage>(
            new
            {
                View = ManagementView.Of(viewing, query, kept),
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

    static IResult Save(IFormCollection form, Viewing viewing, KeptBaselines kept, FactReader reader, Acting acting)
    {
        // Read and written again, so that nothing but codes is ever kept.
        var query = ManagementQuery.Read(Question(form["visning"]), viewing, kept.At(viewing.Snapshot));
        return acting.Do(new SaveView(form["navn"], query.ToQuery()), FormState.Of(form)).Saved
            ? Results.Redirect("/ledelse/min" + query.ToQuery())
            : Page(viewing, Question(form["visning"]), kept, Of(reader, viewing.Viewer.Key), Text.NameMissing);
    }

    static IResult Remove(IFormCollection form, Acting acting) =>
        Form.Number(form["id"]) is { } id && acting.Do(new RemoveView(id), FormState.Of(form)).Saved
            ? Results.Redirect("/ledelse/min")
            : Results.NotFound();

    /// <summary>Adds a figure to the owner's first view, or makes one.</summary>
    static IResult Pin(IFormCollection form, Viewing viewing, KeptBaselines kept, FactReader reader, Acting acting)
    {
        var pin = form["tal"].ToString();
        if (KeyFigures.Find(pin.Split(':')[0]) is null)
            return Results.NotFound();
        var first = Of(reader, viewing.Viewer.Key).FirstOrDefault();
        var query = ManagementQuery.Read(Question(first?.Query), viewing, kept.At(viewing.Snapshot));
        if (!query.Pins.Contains(pin))
            query = query with { Pins = [.. query.Pins, pin] };
        acting.Do(new SaveView(first?.Name ?? Text.OwnTitle, query.ToQuery()), FormState.Of(form));
        return Results.Redirect("/ledelse/min" + query.ToQuery());
    }

    static QueryCollection Question(string? query) => new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));
}
