using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Access.RoleList;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Day.Home;

static class HomeEndpoints
{
    public static void MapHome(this WebApplication app)
    {
        app.MapGet("/", Start).RequireAuthorization(Policies.Start).ShowsNoChild();
        app.MapGet(
                "/sundhed",
                async (Municipality municipality, WarmUp warm) =>
                    municipality.Held is null || !warm.Done ? Results.Text("starter", statusCode: StatusCodes.Status503ServiceUnavailable)
                    : !await municipality.Looks.CanWrite()
                        ? Results.Text("loggen over opslag kan ikke skrives", statusCode: StatusCodes.Status503ServiceUnavailable)
                    : Results.Text("klar")
            )
            .AllowAnonymous();
        app.Map(
                "/fejl/{code:range(400,599)?}",
                (int? code, HttpContext context) =>
                {
                    var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                    var status =
                        code
                        ?? (
                            fault is LookNotWrittenException
                                ? StatusCodes.Status503ServiceUnavailable
                                : StatusCodes.Status500InternalServerError
                        );
                    return new RazorComponentResult<Home.Fault>(
                        new
                        {
                            Code = status,
                            Trace = Activity.Current?.Id ?? context.TraceIdentifier,
                            Known = fault is null ? null : FaultText.Of(fault),
                        }
                    )
                    {
                        StatusCode = status,
                    };
                }
            )
            .AllowAnonymous()
            .DisableAntiforgery();
    }

    /// <summary>Each role starts where its day begins; an empty database at the import.</summary>
    static IResult Start(Viewing viewing) =>
        Results.Redirect(
            viewing.Register.Children.Count == 0 && viewing.Viewer.May(Capability.Import) ? "/import"
            : viewing.Viewer.May(Capability.Coordination) ? Routes.CoordinatorDesk
            : !viewing.Viewer.May(Capability.Figures) ? (viewing.Viewer.May(Capability.SeeRoles) ? RoleEndpoints.Path : "/boern")
            : viewing.MayWork && !viewing.MayLead ? "/min-dag"
            : viewing.Viewer.TeamId is not null && viewing.Viewer.May(Capability.Reports) ? "/frister"
            : "/trappen"
        );
}
