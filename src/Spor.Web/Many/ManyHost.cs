using System.Net;
using Spor.Web.Access;
using Spor.Web.Running;

namespace Spor.Web.Many;

/// <summary>One process that serves many municipalities, each by the name that its people write. It decides by the name alone; who may be
/// let in, and by which proxy, each municipality decides for itself.</summary>
public static class ManyHost
{
    /// <exception cref="SettingsException">The list cannot be read.</exception>
    public static WebApplication Build(string root, int port, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddProvider(LogLines.Standard()).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(k => SporHost.Listen(k, port));
        builder.Services.AddSingleton(s => new ServedMunicipalities(
            root,
            time ?? TimeProvider.System,
            s.GetRequiredService<ILogger<ServedMunicipalities>>()
        ));
        builder.Services.AddHostedService(s => s.GetRequiredService<ServedMunicipalities>());
        var app = builder.Build();
        var served = app.Services.GetRequiredService<ServedMunicipalities>();
        served.Read().GetAwaiter().GetResult();
        app.Run(context => Answer(context, served));
        return app;
    }

    static async Task Answer(HttpContext context, ServedMunicipalities served)
    {
        var host = context.Request.Host.Host;
        if (served.Of(host) is { } one)
        {
            if (!await one.Serve(context))
            {
                context.Response.Headers.RetryAfter = "10";
                await DoorPages.Write(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    Text.NotNow,
                    Text.NotNowExplained,
                    Text.NothingLost
                );
            }
        }
        else if (Health(context) is { } answer)
            await answer(served).ExecuteAsync(context);
        else
            await DoorPages.Write(context, StatusCodes.Status421MisdirectedRequest, Text.Unknown, Text.UnknownExplained);
    }

    /// <summary>For whoever keeps the machine running, and asks it from itself. A municipality is not opened by that.</summary>
    static Func<ServedMunicipalities, IResult>? Health(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from) || Security.IsSentOn(context.Request)
            ? null
            : context.Request.Path.Value switch
            {
                "/sundhed" or "/sundhed/lever" => _ => Results.Text(Running.Text.Alive),
                "/sundhed/kommuner" => served =>
                    Results.Json(
                        served.All.Select(m => new
                        {
                            host = m.Listed.Host,
                            standing = m.Standing.ToString().ToLowerInvariant(),
                            idleSeconds = m.Standing == Standing.Open ? (long)m.Idle.TotalSeconds : (long?)null,
                            openedInMilliseconds = m.Standing == Standing.Open ? (long)m.OpenedIn.TotalMilliseconds : (long?)null,
                            fault = m.Standing == Standing.Failed ? m.Fault : null,
                        })
                    ),
                _ => null,
            };
}
