using System.Threading.RateLimiting;
using Spor.Web.Access;

namespace Spor.Web.Running;

/// <summary>
/// Whoever saves something waits for the journal on a thread. So many do so at once at most: those behind them wait in line without one,
/// first come first served, and pages for reading are never kept waiting by them. When the line itself is long, one is told so.
/// </summary>
static class Posts
{
    /// <summary>What waits together is written together, so more at once would not be written sooner.</summary>
    const int AtOnce = 64;
    const int InLine = 2000;

    public static void AddOneLineOfPosts(this IServiceCollection services)
    {
        // The pool adds a thread a second or so when all are waiting, which is the wait itself.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, AtOnce + 32), ports);
        services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(context =>
                HttpMethods.IsPost(context.Request.Method)
                    ? RateLimitPartition.GetConcurrencyLimiter(
                        true,
                        _ =>
                            new()
                            {
                                PermitLimit = AtOnce,
                                QueueLimit = InLine,
                                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                            }
                    )
                    : RateLimitPartition.GetNoLimiter(false)
            );
            limits.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "10";
                await DoorPages.Write(rejected.HttpContext, StatusCodes.Status503ServiceUnavailable, Text.Busy, Text.BusyExplained);
            };
        });
    }
}
