namespace Spor.Web.Running;

/// <summary>
/// Has the oldest generation collected when it has grown, beside the work that goes on. Left to itself the runtime lets a heap of some size
/// grow by four fifths before it looks: with 100,000 children half of what a process held had been let go of. A process that serves has
/// one.
/// </summary>
/// <remarks>What it costs and gives stands in <c>docs/performance.md</c>.</remarks>
public sealed class MemoryWatch : IDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    /// <summary>Between two collections that it asks for; one takes half a second of one core with 100,000 children.</summary>
    static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    /// <summary>Growth since the least after the last collection (bytes). The youngest generation alone may hold 64 MiB.</summary>
    public const long Most = 100L << 20;

    readonly Timer timer;
    int seen = -1;
    long least,
        last;

    public MemoryWatch() => timer = new(_ => Look(), null, Every, Every);

    /// <summary>Whether it is time.</summary>
    /// <param name="held">What the heap holds now, in use or let go of (bytes).</param>
    /// <param name="least">The least it held since the last collection (bytes).</param>
    public static bool IsDue(long held, long least, TimeSpan since) => held - least > Most && since >= Apart;

    void Look()
    {
        var (count, held) = (GC.CollectionCount(2), GC.GetTotalMemory(forceFullCollection: false));
        if (count != seen)
            (seen, least, last) = (count, held, Environment.TickCount64);
        least = Math.Min(least, held);
        if (IsDue(held, least, TimeSpan.FromMilliseconds(Environment.TickCount64 - last)))
            GC.Collect(2, GCCollectionMode.Forced, blocking: false, compacting: false);
    }

    public void Dispose() => timer.Dispose();
}
