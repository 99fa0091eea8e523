using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.WhatWorks;

static class OfferEndpoints
{
    public const string Path = "/hvad-virker";

    public static void MapWhatWorks(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapTables(
            Path,
            Policies.Figures,
            (context, viewing) =>
                OfferView.Of(viewing, context.Request.Query, context.RequestServices.GetRequiredService<FactReader>()).ToTables()
        );
    }

    static IResult Show(HttpContext context, Viewing viewing, FactReader reader) =>
        new RazorComponentResult<OfferPage>(new { View = OfferView.Of(viewing, context.Request.Query, reader) });
}
