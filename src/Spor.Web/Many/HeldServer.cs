using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Spor.Web.Many;

/// <summary>The server of a municipality that stands behind another's port: it is handed requests, and has no port of its own. So each
/// municipality is the whole program that it would be alone, with its own services, sessions, keys and log.</summary>
sealed class HeldServer : IServer
{
    Func<IFeatureCollection, Task>? serve;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        serve = features => Serve(application, features);
        return Task.CompletedTask;
    }

    /// <summary>Answers one request of the port in front.</summary>
    public Task Serve(IFeatureCollection request) =>
        serve is { } started ? started(request) : throw new InvalidOperationException("The municipality is not started");

    static Task Serve<TContext>(IHttpApplication<TContext> application, IFeatureCollection request)
        where TContext : notnull
    {
        var held = new Held<TContext>();
        // When the answer is complete, and behind all that the municipality itself does then: headers are written after the pages are.
        request
            .GetRequiredFeature<IHttpResponseFeature>()
            .OnCompleted(
                _ =>
                {
                    if (held.Context is { } context)
                        application.DisposeContext(context, held.Fault);
                    return Task.CompletedTask;
                },
                held
            );
        // What this municipality says of the request stays with it.
        held.Context = application.CreateContext(new FeatureCollection(request));
        return Process(application, held);
    }

    static async Task Process<TContext>(IHttpApplication<TContext> application, Held<TContext> held)
        where TContext : notnull
    {
        try
        {
            await application.ProcessRequestAsync(held.Context!);
        }
        catch (Exception e)
        {
            held.Fault = e;
            throw;
        }
    }

    sealed class Held<TContext>
        where TContext : notnull
    {
        public TContext? Context { get; set; }
        public Exception? Fault { get; set; }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        serve = null;
        return Task.CompletedTask;
    }

    public void Dispose() { }
}
