using Spor.Kernel;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Leading.Council;

namespace Spor.Web.Leading.AnnualWheel;

/// <summary>Makes the drafts that the annual wheel asks for. The rule refuses a second one for a row, so it may be asked any number of
/// times.</summary>
public sealed class WheelDrafts(Database database, CouncilPrinter printer)
{
    /// <summary>A row whose draft is to be made on a day: its time has come, its period is over and published, and it is not yet
    /// due.</summary>
    public static bool IsToBeMade(ReportDueFact row, DateOnly today, DateOnly published) =>
        row.DraftOn <= today && row.To <= today && row.To <= published && today <= row.DueOn;

    /// <returns>How many were made.</returns>
    public async Task<int> MakeDue(Clock clock)
    {
        var (today, published) = (clock.Today, printer.Published.Day);
        var made = 0;
        var has = StoredReports.List(database).Select(r => r.Fact.DueId).ToHashSet();
        foreach (
            var row in StoredReports
                .Wheel(database)
                .Select(r => r.Fact)
                .Where(r => IsToBeMade(r, today, published) && !has.Contains(r.Id))
                .OrderBy(r => r.DueOn)
        )
            if ((await Make(row, Author.Program(People.ProgramKey), clock)).Saved)
                made++;
        return made;
    }

    public Task<Done> Make(ReportDueFact row, Author author, Clock clock) =>
        printer.Print(new(row.From, row.To, row.BaselineDay, row.BaselineId) { DueId = row.Id }, author, clock, Press.None);
}

/// <summary>Looks at the wheel when Spor has started, and every hour after.</summary>
sealed class DraftWatch(IServiceProvider services, Municipality municipality, WarmUp warm, TimeProvider time, ILogger<DraftWatch> log)
    : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(
            async () =>
            {
                using var timer = new PeriodicTimer(Every, time);
                try
                {
                    await warm.Finished.WaitAsync(stoppingToken);
                    do await Look();
                    while (await timer.WaitForNextTickAsync(stoppingToken));
                }
                catch (OperationCanceledException)
                {
                    // Spor is stopping.
                }
            },
            CancellationToken.None
        );

    async Task Look()
    {
        try
        {
            var now = municipality.Current;
            await services.GetRequiredService<WheelDrafts>().MakeDue(municipality.ClockOf(now.Register));
        }
        catch (StorageException e)
        {
            // An hour from now it is tried again; the page of the wheel says what is not made.
            log.LogError("Drafts could not be made: {Fault}", e.GetType().Name);
        }
    }
}
