using System.Collections.Concurrent;

namespace Spor.Web.Running;

/// <summary>
/// Writes faults of requests to the log. One of the machine or the database, whose page says what it is, is written once a minute however
/// many met it. One of Spor's own is written each time, with the number that stands on its page; where it happened is written out once a
/// minute. Never an exception's own words: they may hold what somebody typed.
/// </summary>
sealed class FaultLog(ILogger<FaultLog> log, TimeProvider time)
{
    static readonly long Minute = TimeSpan.TicksPerMinute;
    readonly ConcurrentDictionary<string, (long Since, int Count)> told = new(StringComparer.Ordinal);

    /// <param name="known">Whether the page says what is wrong.</param>
    /// <param name="number">As on the page.</param>
    /// <param name="page">The pattern of the address, without its numbers.</param>
    public void Tell(Exception fault, bool known, string number, string page)
    {
        var name = fault.GetType().Name;
        var (first, before) = First(known ? name : name + Top(fault));
        if (known && !first)
            return;
        if (known)
            log.LogError("{Fault} at {Page}, number {Number}; {Before} more in the minutes before", name, page, number, before);
        else if (first)
            log.LogError("{Fault} at {Page}, number {Number}: {Where}", name, page, number, Where(fault));
        else
            log.LogError("{Fault} at {Page}, number {Number}", name, page, number);
    }

    (bool First, int Before) First(string key)
    {
        var now = time.GetUtcNow().Ticks;
        var (first, before) = (false, 0);
        told.AddOrUpdate(
            key,
            _ =>
            {
                (first, before) = (true, 0);
                return (now, 0);
            },
            (_, was) =>
            {
                first = now - was.Since >= Minute || now < was.Since;
                before = was.Count;
                return first ? (now, 0) : (was.Since, was.Count + 1);
            }
        );
        return (first, before);
    }

    static string Top(Exception fault) => fault.StackTrace?.Split('\n')[0] ?? "";

    static string Where(Exception fault)
    {
        var parts = new List<string>();
        for (var e = fault; e is not null; e = e.InnerException)
            parts.Add(e.GetType().FullName + " " + string.Join(" < ", (e.StackTrace ?? "").Split('\n').Take(12).Select(l => l.Trim())));
        return string.Join(" | ", parts);
    }
}
