using System.Threading.RateLimiting;
using Spor.Web.Access;

namespace Spor.Web.Running;

/// <summary>
/// What Spor does when more is asked than it can answer: everybody waits in line, first come first served, nobody takes more than a
/// person's share of it, and when the line itself is long one is told so. A request takes a place when all of it has arrived: whoever
/// sends slowly holds nobody up.
/// </summary>
sealed class Floods : IDisposable
{
    /// <summary>What waits together is written together, so more at once would not be written sooner.</summary>
    const int PostsAtOnce = 64;

    /// <summary>More pages at once than the machine has processors for are not shown sooner.</summary>
    const int PagesAtOnce = 128;
    const int InLine = 2000;

    /// <summary>One session's share: a browser asks for a few things at once, and somebody who is impatient for a few more.</summary>
    public const int OnesAtOnce = 16,
        OnesInLine = 48;

    /// <summary>Files on their way in: each is written to the disk as it comes.</summary>
    public const int OnesUploads = 2,
        Uploads = 32;

    // One's own line first, so that it is not the common one that somebody fills.
    readonly PartitionedRateLimiter<HttpContext> lines,
        ones = PartitionedRateLimiter.Create<HttpContext, string>(context => Line(Who(context), OnesAtOnce, OnesInLine)),
        all = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method) ? Line("post", PostsAtOnce, InLine) : Line("page", PagesAtOnce, InLine)
        ),
        onesFiles = PartitionedRateLimiter.Create<HttpContext, string>(context => Line(Who(context), OnesUploads, 0));
    readonly ConcurrencyLimiter files = new(new() { PermitLimit = Uploads, QueueLimit = 0 });

    public Floods() => lines = PartitionedRateLimiter.CreateChained(ones, all);

    public static void Add(IServiceCollection services)
    {
        // The pool adds a thread a second or so when all are waiting, which is the wait itself.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, PostsAtOnce + 32), ports);
        services.AddSingleton<Floods>();
    }

    public void Dispose()
    {
        lines.Dispose();
        ones.Dispose();
        all.Dispose();
        onesFiles.Dispose();
        files.Dispose();
    }

    /// <summary>Answers when there is a place. The framework's own middleware for this never lets go of the program it stood in, which a
    /// process that closes municipalities must.</summary>
    public async Task InTurn(HttpContext context, RequestDelegate next)
    {
        // Whoever watches over the process is told how it stands when it is busy too.
        if (context.Request.Path.StartsWithSegments("/sundhed"))
        {
            await next(context);
            return;
        }
        using var place = await lines.AcquireAsync(context, 1, context.RequestAborted);
        if (place.IsAcquired)
            await next(context);
        else
            await TooBusy(context);
    }

    static RateLimitPartition<string> Line(string key, int atOnce, int inLine) =>
        RateLimitPartition.GetConcurrencyLimiter(
            key,
            _ =>
                new()
                {
                    PermitLimit = atOnce,
                    QueueLimit = inLine,
                    QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                }
        );

    static string Who(HttpContext context) => Principal.Session(context.User) ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    static Task TooBusy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "10";
        var saving = HttpMethods.IsPost(context.Request.Method);
        return DoorPages.Write(context, StatusCodes.Status503ServiceUnavailable, Text.Busy, saving ? Text.BusyExplained : Text.BusyShowing);
    }

    /// <summary>Files are written to the disk while they arrive: so many at once, of one and of all.</summary>
    public async Task FewUploads(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
        {
            await next(context);
            return;
        }
        using var mine = onesFiles.AttemptAcquire(context);
        using var place = mine.IsAcquired ? files.AttemptAcquire() : null;
        if (place is { IsAcquired: true })
        {
            await next(context);
            return;
        }
        context.Response.Headers.RetryAfter = "10";
        await DoorPages.Write(
            context,
            mine.IsAcquired ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests,
            Text.Busy,
            mine.IsAcquired ? Text.ManyUploads : Text.OwnUploads
        );
    }
}
