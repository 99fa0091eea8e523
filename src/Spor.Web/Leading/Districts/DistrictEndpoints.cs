using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Districts;

static class DistrictEndpoints
{
    public const string Path = "/distrikter";

    /// <summary>The books of two days that were chosen.</summary>
    static readonly Derived<(DateOnly From, DateOnly To), DistrictFigures> Figures = new(
        8,
        (s, days) => new(new(s.Register, days.To, days.From, s.Get(SharedBooks.Of)))
    );

    public static void MapDistricts(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapTables(Path, Policies.Figures, (context, viewing) => Read(context, viewing).View?.ToTables());
        app.MapGet(Path + ".docx", Word).RequireAuthorization(Policies.Figures).ShowsNoChild();
    }

    /// <summary>No view and no word: there are no districts. A word: what was typed is no day, or not in order.</summary>
    static (DistrictView? View, string? Unknown) Read(HttpContext context, Viewing viewing)
    {
        if (!viewing.SeesBehindAll)
            viewing = viewing.Published;
        if (viewing.Register.Districts.Count == 0)
            return (null, null);
        var to = viewing.Today;
        var from = to.AddYears(-1);
        string typedFrom = context.Request.Query["fra"].ToString().Trim(),
            typedTo = context.Request.Query["til"].ToString().Trim();
        string? unknown = null;
        // Two pages a few days apart would tell of the few children between: who may not see them gets the year that is published.
        if (viewing.SeesBehindAll && typedFrom.Length + typedTo.Length > 0)
        {
            var (f, t) = (typedFrom.Length == 0 ? from : Form.Day(typedFrom), typedTo.Length == 0 ? to : Form.Day(typedTo));
            if (f is { } first && t is { } last && first < last && last <= viewing.Today && first.Year < last.Year)
                (from, to) = (first, last);
            else
                unknown = Text.NotDays;
        }
        return (new(viewing, viewing.Snapshot.Get(Figures, (from, to))), unknown);
    }

    static IResult Show(HttpContext context, Viewing viewing)
    {
        var (view, unknown) = Read(context, viewing);
        return new RazorComponentResult<DistrictPage>(new { View = view, Unknown = unknown })
        {
            StatusCode = unknown is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    static IResult Word(HttpContext context, Viewing viewing) =>
        Read(context, viewing).View is { } view
            ? TypedResults.File(
                Document.Write(Text.Title, view.ToBlocks()),
                Document.ContentType,
                $"distrikter-{Form.Iso(view.Books.Day)}.docx"
            )
            : Results.Redirect(Path + context.Request.QueryString);
}
