using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Day.Home;

static class HomeEndpoints
{
    public static void MapHome(this WebApplication app)
    {
        app.MapGet("/", Start).RequireAuthorization(Policies.Start);
        app.MapGet(
                "/sundhed",
                (Municipality municipality, WarmUp warm) =>
                    municipality.Held is null || !warm.Done
                        ? Results.Text("starter", statusCode: StatusCodes.Status503ServiceUnavailable)
                        : Results.Text("klar")
            )
            .AllowAnonymous();
        app.Map(
                "/fejl/{code:range(400,599)?}",
                (int? code, HttpContext context) =>
                    new RazorComponentResult<Home.Fault>(
                        new
                        {
                            Code = code ?? StatusCodes.Status500InternalServerError,
                            Trace = Activity.Current?.Id ?? context.TraceIdentifier,
                            Known = context.Features.Get<IExceptionHandlerFeature>()?.Error is { } e ? FaultText.Of(e) : null,
                        }
                    )
                    {
                        StatusCode = code ?? 500,
                    }
            )
            .AllowAnonymous()
            .DisableAntiforgery();
    }

    /// <summary>Each role starts where its day begins; an empty database at the import.</summary>
    static IResult Start(Viewing viewing) =>
        Results.Redirect(
            viewing.Register.Children.Count == 0 && viewing.Viewer.May(Capability.Import) ? "/import"
            : !viewing.Viewer.May(Capability.Figures) ? Routes.CoordinatorDesk
            : viewing.MayWork && !viewing.MayLead ? "/min-dag"
            : viewing.Viewer.TeamId is not null && viewing.Viewer.May(Capability.Reports) ? "/frister"
            : "/trappen"
        );
}
