using Spor.Kernel;

namespace Spor.Web.Exchange.Deliveries;

/// <summary>
/// Each night, at the hour that the settings say, all that waits is read and compared once more. A delivery is read when it comes, but
/// what Spor knows goes on: in the morning the message says what would change now.
/// </summary>
sealed class NightReading(SporOptions options, Delivered delivered, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = Night();
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (Night() is var night && night > done)
                {
                    delivered.ReadAllAnew();
                    done = night;
                }
        }
        catch (OperationCanceledException) { }
    }

    /// <summary>The day whose hour came last, by Danish clocks. At a start all has just been read.</summary>
    DateOnly Night()
    {
        var now = DanishCalendar.Local(time.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(now);
        return TimeOnly.FromDateTime(now) >= options.Settings.NightHour ? today : today.AddDays(-1);
    }
}
