using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Running;

/// <summary>For whoever keeps Spor running: <c>/sundhed</c> (ready or not, in a word), <c>/sundhed/lever</c> (the process answers),
/// <c>/sundhed/status</c> (everything, as JSON), and a page for a person.</summary>
static class RunningEndpoints
{
    public static void AddRunning(this IServiceCollection services) => services.AddSingleton<FaultLog>().AddSingleton<Health>();

    public static void MapRunning(this WebApplication app)
    {
        app.MapGet(
                "/sundhed",
                async (Health health) =>
                {
                    var checks = await health.Ask();
                    return Results.Text(Health.Say(checks), statusCode: StatusOf(checks));
                }
            )
            .AllowAnonymous();
        app.MapGet("/sundhed/lever", () => Results.Text(Text.Alive)).AllowAnonymous();
        app.MapGet(
                "/sundhed/status",
                async (Health health, Municipality municipality) =>
                {
                    var checks = await health.Ask();
                    return Results.Json(
                        new
                        {
                            ready = StatusOf(checks) == StatusCodes.Status200OK,
                            program = StoredReports.Program,
                            entry = municipality.Held?.EntryNo,
                            checks = checks.Select(c => new
                            {
                                c.Code,
                                c.Ok,
                                c.Needed,
                                c.Says,
                            }),
                        },
                        statusCode: StatusOf(checks)
                    );
                }
            )
            .AllowAnonymous();
        app.MapGet("/drift", async (Health health) => Page(await health.Ask())).RequireAuthorization(Policies.Settings).ShowsNoChild();
    }

    static IResult Page(IReadOnlyList<Check> checks) => new RazorComponentResult<HealthPage>(new { Checks = checks });

    static int StatusOf(IReadOnlyList<Check> checks) =>
        checks.All(c => c.Ok || !c.Needed) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
}
