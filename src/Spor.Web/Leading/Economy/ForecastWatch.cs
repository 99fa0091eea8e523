using Spor.Kernel;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Web.Leading.Economy;

/// <summary>
/// Keeps the year's forecast for each month, whether or not anybody closes the month: the first time that it looks after the month has
/// ended. The rule refuses a second one, so it may look any number of times.
/// </summary>
sealed class ForecastWatch(Municipality municipality, Acts acts, TimeProvider time, ILogger<ForecastWatch> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not at once: a start has enough to do, and a program that was started to look something up writes nothing.
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Look();
        }
        catch (OperationCanceledException)
        {
            // Spor is stopping.
        }
    }

    void Look()
    {
        try
        {
            var register = municipality.Current.Register;
            Keep(acts, register, municipality.ClockOf(register));
        }
        catch (Exception e) when (e is StorageException or ObjectDisposedException)
        {
            // An hour from now it is tried again.
            log.LogError("The month's forecast could not be kept: {Fault}", e.GetType().Name);
        }
    }

    /// <summary>Keeps the forecast of the month that has ended last, if it is not kept.</summary>
    /// <returns>The month.</returns>
    public static DateOnly? Keep(Acts acts, Spor.Facts.Register register, Clock clock) =>
        KeepForecast.Due(register, clock.Today) is { } month
        && acts.Do(new KeepForecast(month), Author.Program(Spor.Access.People.ProgramKey), clock).Saved
            ? month
            : null;
}
