using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Baselines;

namespace Spor.Web.Leading.Management;

static class ManagementEndpoints
{
    public static void MapManagement(this WebApplication app)
    {
        app.MapGet("/ledelse", ShowManagement).RequireAuthorization(Policies.Figures);
        app.MapGet("/ledelse/tal/{code}/{part?}", ShowFigure).RequireAuthorization(Policies.Figures);
        app.MapTables(
            "/ledelse",
            Policies.Figures,
            (context, viewing) =>
            {
                var services = context.RequestServices;
                return ManagementTables.Of(ManagementView.Of(viewing, context.Request.Query, services.GetRequiredService<KeptBaselines>()));
            }
        );
        app.MapTables(
            "/ledelse/tal",
            Policies.Figures,
            (context, viewing) =>
            {
                var services = context.RequestServices;
                if (KeyFigures.Find(context.Request.Query["tal"].ToString()) is not { } of)
                    return null;
                var view = ManagementView.Of(viewing, context.Request.Query, services.GetRequiredService<KeptBaselines>());
                return ManagementTables.OfFigure(view, of, context.Request.Query["del"] is [{ Length: > 0 } part] ? part : null);
            },
            instead: "/ledelse"
        );
        app.MapGet("/ledelse/tal.svg", SendSvg).RequireAuthorization(Policies.Figures);
        app.MapGet("/ledelse/tal.png", SendPng).RequireAuthorization(Policies.Figures);
        app.MapOwnView();
    }

    static IResult ShowManagement(HttpContext context, Viewing viewing, KeptBaselines kept) =>
        new RazorComponentResult<ManagementPage>(new { View = ManagementView.Of(viewing, context.Request.Query, kept) });

    static IResult ShowFigure(string code, string? part, HttpContext context, Viewing viewing, KeptBaselines kept)
    {
        if (KeyFigures.Find(code) is not { } of)
            return Results.NotFound();
        var view = ManagementView.Of(viewing, context.Request.Query, kept);
        if (part is not null && view.Series.Of(of, part).All(f => f is null))
            return Results.NotFound();
        // From step to step small numbers give each other away in more ways than this page looks at; the ladder's page does.
        if (of == LadderFigures.Movements && !view.SeesBehind)
            return Results.Redirect("/trappen");
        return new RazorComponentResult<FigurePage>(new { View = view, Row = view.Row(of, part) });
    }

    static IResult SendSvg(HttpContext context, Viewing viewing, KeptBaselines kept) =>
        Send(
            context,
            viewing,
            kept,
            "svg",
            "image/svg+xml",
            (view, row) => FigurePicture.Of(view, row).ToSvg(Text.SendSentence(view, row))
        );

    static IResult SendPng(HttpContext context, Viewing viewing, KeptBaselines kept) =>
        Send(context, viewing, kept, "png", "image/png", (view, row) => FigurePicture.Of(view, row).ToPng());

    /// <summary>One figure as a picture: what its own page tells the viewer.</summary>
    static IResult Send(
        HttpContext context,
        Viewing viewing,
        KeptBaselines kept,
        string ending,
        string type,
        Func<ManagementView, FigureRow, byte[]> draw
    )
    {
        if (KeyFigures.Find(context.Request.Query["tal"].ToString()) is not { } of)
            return Results.NotFound();
        var part = context.Request.Query["del"] is [{ Length: > 0 } asked] ? asked : null;
        var view = ManagementView.Of(viewing, context.Request.Query, kept);
        if ((part is not null && view.Series.Of(of, part).All(f => f is null)) || (of == LadderFigures.Movements && !view.SeesBehind))
            return Results.NotFound();
        return Results.Bytes(draw(view, view.Row(of, part)), type, $"{of.Code}-{Form.Iso(view.Query.To)}.{ending}");
    }
}
