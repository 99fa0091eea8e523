using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Insight;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Quality;

static class QualityEndpoints
{
    public static void AddQuality(this IServiceCollection services) => services.AddSingleton<QualityCache>();

    public static void MapQuality(this WebApplication app)
    {
        app.MapGet("/datakvalitet", ShowQuality).RequireAuthorization(Policies.Team);
        app.MapTables(
            "/datakvalitet",
            Policies.Team,
            (context, viewing) =>
                new QualityView(
                    viewing,
                    context.RequestServices.GetRequiredService<QualityCache>().Of(viewing.Register, viewing.Today)
                ).ToTables(context.Request.Query["tabel"].ToString())
        );
    }

    static RazorComponentResult<QualityPage> ShowQuality(HttpContext context, Viewing viewing, QualityCache cache, AccessLog log)
    {
        var view = new QualityView(viewing, cache.Of(viewing.Register, viewing.Today));
        var typed = context.Request.Query["vis"].ToString().Trim();
        Flaw? chosen = Codes<Flaw>.TryDanish(typed, out var flaw) ? flaw : null;
        if (chosen is { } one)
            log.Looked(
                viewing.Viewer.Key,
                "drill-down",
                [.. view.ChildrenOf(one).Take(QualityView.MostRows).Select(c => c.State.File.Id)],
                "datakvalitet?vis=" + one.Danish()
            );
        return new(
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

/// <summary>The flaws of the newest register, looked for once.</summary>
sealed class QualityCache
{
    sealed record Held(Register Register, DateOnly Day, Lazy<DataQuality> Quality);

    volatile Held? held;

    public DataQuality Of(Register register, DateOnly day)
    {
        var now = held;
        if (now is null || !ReferenceEquals(now.Register, register) || now.Day != day)
            held = now = new(register, day, new(() => DataQuality.Of(register, day)));
        return now.Quality.Value;
    }
}
