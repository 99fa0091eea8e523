using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Forecast;

static class ForecastEndpoints
{
    public const string Path = "/prognose";

    public static void MapForecast(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapGet(Path + ".docx", Word).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapTables(Path, Policies.Figures, (context, viewing) => Read(context, viewing).View.ToTables());
    }

    /// <summary>A word: what was typed of places to move cannot be read.</summary>
    static (ForecastView View, string? Wrong) Read(HttpContext context, Viewing viewing)
    {
        if (!viewing.SeesBehindAll)
            viewing = viewing.Published;
        var query = context.Request.Query;
        string Typed(string name) => query[name].ToString().Trim();
        var asked = new MoveAsked(Typed("fra"), Typed("til"), Typed("pladser"), Typed("maaneder"));
        PlacementMove? move = null;
        string? wrong = null;
        // A form of few children would be told by what is moved from it: who may not see them is told of all forms together.
        if (viewing.SeesBehindAll && asked.Places.Length > 0)
        {
            if (PlacementMove.TryRead($"{asked.From}:{asked.To}:{asked.Places}:{asked.Months}", out var read))
                move = read;
            else
                wrong = Text.NotMove;
        }
        var figures = viewing.Snapshot.Get(ForecastFigures.On, viewing.Today);
        var moved = move is null ? null : figures.Forecast?.With(move);
        if (move is not null && figures.Forecast is not null && moved is null)
            wrong = Text.NobodyThere;
        return (new(viewing, figures, asked, moved), wrong);
    }

    static IResult Word(HttpContext context, Viewing viewing) =>
        Read(context, viewing).View is { Of: { } of } view
            ? TypedResults.File(Document.Write(Text.Title, view.ToBlocks()), Document.ContentType, $"prognose-{Form.Iso(of.From)}.docx")
            : Results.Redirect(Path + context.Request.QueryString);

    static IResult Show(HttpContext context, Viewing viewing)
    {
        var (view, wrong) = Read(context, viewing);
        return new RazorComponentResult<ForecastPage>(new { View = view, Wrong = wrong })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}

/// <summary>What was typed of places to move; it stays in the form.</summary>
public sealed record MoveAsked(string From, string To, string Places, string Months);
