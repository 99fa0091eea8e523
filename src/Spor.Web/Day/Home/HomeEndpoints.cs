using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Access.RoleList;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;
using Spor.Web.Running;

namespace Spor.Web.Day.Home;

static class HomeEndpoints
{
    public static void MapHome(this WebApplication app)
    {
        app.MapGet("/", Start).RequireAuthorization(Policies.Start).ShowsNoChild();
        app.Map(
                "/fejl/{code:range(400,599)?}",
                (int? code, HttpContext context, FaultLog log) =>
                {
                    var handled = context.Features.Get<IExceptionHandlerPathFeature>();
                    // What the database's own exceptions mean is said, also where a page met them itself.
                    var fault = handled?.Error is { } thrown ? Faults.Typed(thrown) ?? thrown : null;
                    var known = fault is null ? null : FaultText.Of(fault);
                    var status =
                        code
                        ?? (fault is StorageException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
                    var draft = status == StatusCodes.Status413PayloadTooLarge ? Typed.OfDraft(context) : null;
                    var number = Activity.Current?.Id ?? context.TraceIdentifier;
                    if (fault is not null)
                        log.Tell(fault, known is not null, number, Endpoint(handled!.Endpoint));
                    return new RazorComponentResult<Home.Fault>(
                        new
                        {
                            Code = status,
                            Trace = number,
                            Known = known,
                            Draft = draft is not null,
                            Typed = fault is null ? draft : Typed.Of(context, handled!.Path + context.Request.QueryString),
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

    static string Endpoint(Endpoint? of) => (of as RouteEndpoint)?.RoutePattern.RawText ?? "?";

    /// <summary>Each role starts where its day begins; an empty database at the import.</summary>
    static IResult Start(Viewing viewing) =>
        Results.Redirect(
            viewing.Register.Children.Count == 0 && viewing.Viewer.May(Capability.Import) ? "/import"
            : viewing.Viewer.May(Capability.Coordination) ? Routes.CoordinatorDesk
            : viewing.Viewer.May(Capability.Partnering) && !viewing.Viewer.May(Capability.Figures) ? Case.Partners.PartnerEndpoints.Desk
            : !viewing.Viewer.May(Capability.Figures) ? (viewing.Viewer.May(Capability.SeeRoles) ? RoleEndpoints.Path : "/boern")
            : viewing.MayWork && !viewing.MayLead ? "/min-dag"
            : viewing.Viewer.TeamId is not null && viewing.Viewer.May(Capability.Reports) ? "/frister"
            : "/trappen"
        );
}
