namespace Spor.Kernel;

/// <summary>
/// The day that rules see. In the demo it stands at the extract's day, with the real time of day. Cookies, logs and an entry's instant use
/// <see cref="TimeProvider"/> instead, never this.
/// </summary>
public sealed class Clock(TimeProvider time, DateOnly? standsAt = null)
{
    /// <summary>True when the day is not the real one, which a page then says.</summary>
    public bool StandsStill => standsAt is not null;

    /// <summary>Local wall-clock time in Europe/Copenhagen.</summary>
    public DateTime Now
    {
        get
        {
            var real = DanishCalendar.Local(time.GetUtcNow().UtcDateTime);
            return standsAt is { } day ? day.ToDateTime(TimeOnly.FromDateTime(real)) : real;
        }
    }

    public DateOnly Today => DateOnly.FromDateTime(Now);
}
