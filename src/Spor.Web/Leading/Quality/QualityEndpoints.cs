using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Figures;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Quality;

static class QualityEndpoints
{
    /// <summary>Finds what is wrong, so that the first reader need not wait for it.</summary>
    public static void Warm(Snapshot snapshot) => snapshot.Get(Flaws);

    static readonly Derived<DataQuality> Flaws = new(s => DataQuality.Of(s.Register, s.Day, s.Get(KeyFigures.Engine)));

    public static void MapQuality(this WebApplication app)
    {
        app.MapGet("/datakvalitet", ShowQuality).RequireAuthorization(Policies.Team);
        app.MapTables(
            "/datakvalitet",
            Policies.Team,
            (context, viewing) => new QualityView(viewing, viewing.Snapshot.Get(Flaws)).ToTables(context.Request.Query["tabel"].ToString())
        );
    }

    static IResult ShowQuality(HttpContext context, Viewing viewing, Showing log)
    {
        var view = new QualityView(viewing, viewing.Snapshot.Get(Flaws));
        var typed = context.Request.Query["vis"].ToString().Trim();
        Flaw? chosen = Codes<Flaw>.TryDanish(typed, out var flaw) ? flaw : null;
        if (chosen is { } one)
            log.Looked(
                viewing.Viewer.Key,
                "drill-down",
                [.. view.ChildrenOf(one).Take(QualityView.MostRows).Select(c => c.State.File.Id)],
                "datakvalitet?vis=" + one.Danish()
            );
        return new RazorComponentResult<QualityPage>(
            new
            {
                View = view,
                Chosen = chosen,
                Unknown = typed.Length > 0 && chosen is null,
            }
        )
        {
            StatusCode = typed.Length > 0 && chosen is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}
