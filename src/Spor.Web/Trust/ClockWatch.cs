using System.Globalization;
using Spor.Cases;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Web.Trust;

/// <summary>
/// Sees when the machine's clock jumps: back, or further ahead than time has gone. It is written as an entry, and shown to whoever
/// administers. The order of entries is their numbers', so a jump changes no figure; but an entry's time of day is only as true as the
/// clock.
/// </summary>
sealed class ClockWatch(Database database, Acts acts, TimeProvider time, ILogger<ClockWatch> log) : BackgroundService
{
    /// <summary>The intention of the entry that tells of a jump.</summary>
    public static string Intention => NoteClockJump.Verb.Name;
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Less is what keeping a clock right does.</summary>
    static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>Nobody leaves Spor alone for so long, and starts it again.</summary>
    static readonly TimeSpan FarAhead = TimeSpan.FromDays(366);

    /// <summary>How far a clock jumped between two looks at it; null if it did not.</summary>
    /// <param name="passed">What really passed, by a clock that nobody sets.</param>
    public static TimeSpan? Jump(DateTime before, DateTime now, TimeSpan passed) =>
        now - before - passed is var jump && jump.Duration() > Slack ? jump : null;

    /// <summary>How far a clock stands from the last entry when Spor starts; null if it may well be right.</summary>
    public static TimeSpan? AtStart(DateTime lastEntry, DateTime now) =>
        now - lastEntry is var since && (since < -Slack || since > FarAhead) ? since : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (database.LastEntryAt is { } last && AtStart(last, database.RealNow) is { } stands)
                Write(Text.StandsOff(stands));
            var (at, mark) = (time.GetUtcNow().UtcDateTime, time.GetTimestamp());
            using var timer = new PeriodicTimer(Every, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = time.GetUtcNow().UtcDateTime;
                if (Jump(at, now, time.GetElapsedTime(mark)) is { } jump)
                    Write(Text.Jumped(jump));
                (at, mark) = (now, time.GetTimestamp());
            }
        }
        catch (Exception e) when (e is StorageException or ObjectDisposedException)
        {
            log.LogError("The clock is not watched any more: {Fault}", e.GetType().Name);
        }
        catch (OperationCanceledException) { }
    }

    void Write(string what) => acts.Do(new NoteClockJump(what), Author.Program(People.ProgramKey), new Clock(time));
}
