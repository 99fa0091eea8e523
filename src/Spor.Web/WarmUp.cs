using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Day.Children;
using Spor.Web.Frame.Layout;
using Spor.Web.Leading.Economy;
using Spor.Web.Leading.Forecast;
using Spor.Web.Leading.Management;
using Spor.Web.Leading.Quality;
using Spor.Web.Leading.StepLadder;

namespace Spor.Web;

/// <summary>Works out at start what the first pages show, so that the first visitor does not wait for it; <c>/sundhed</c> says when it is
/// done.</summary>
sealed class WarmUp(Municipality municipality, Publications publications, SporOptions options, TimeProvider time, ILogger<WarmUp> log)
    : BackgroundService
{
    readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when the first pages have all they need, or when the database could not be read and the next page is to try
    /// again.</summary>
    public bool Done { get; private set; }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(
            () =>
            {
                try
                {
                    First();
                    Done = true;
                    Rest(stoppingToken);
                }
                finally
                {
                    finished.TrySetResult();
                }
            },
            CancellationToken.None
        ); // A start that is stopped at once must end quietly, not as a task that was cancelled before it began.

    void First()
    {
        try
        {
            Warm(municipality.Current);
        }
        catch (ObjectDisposedException)
        {
            // Spor was stopped meanwhile.
        }
        catch (StorageException e)
        {
            // The first page asks again, and then says in Danish what is wrong.
            log.LogError("The register could not be read at start: {Fault}", e.GetType().Name);
        }
    }

    /// <summary>Done when nothing more is worked out ahead: what else has much to do does not take the processor from it.</summary>
    public Task Finished => finished.Task;

    /// <summary>With fewer children the first look at any page is quick.</summary>
    const int ManyChildren = 20_000;

    /// <summary>What other pages would make their first reader wait for, one after the other while people already work.</summary>
    void Rest(CancellationToken stopping)
    {
        try
        {
            var snapshot = municipality.Current;
            Figures(snapshot);
            if (snapshot.Overview.Children.Count < ManyChildren)
                return;
            Action[] rest =
            [
                () => ChildListView.Warm(snapshot),
                () => snapshot.Get(EconomyFigures.On, EconomyView.Newest(snapshot.Day)).Warm(),
                () => snapshot.Get(ForecastFigures.On, EconomyView.Newest(snapshot.Day)).Warm(),
                () => QualityEndpoints.Warm(snapshot),
                // What is hidden of what is published is decided once for all who may not see the children.
                () =>
                {
                    var published = publications.Of(snapshot);
                    _ = published.Get(EconomyFigures.Plan, EconomyView.Newest(published.Day));
                },
            ];
            foreach (var one in rest)
                if (!stopping.IsCancellationRequested)
                    one();
        }
        catch (ObjectDisposedException)
        {
            // Spor was stopped meanwhile.
        }
        catch (StorageException e)
        {
            log.LogWarning("What pages show was not worked out ahead: {Fault}", e.GetType().Name);
        }
    }

    /// <summary>The lists that everybody's day begins with, and the numbers in the menu.</summary>
    void Warm(Snapshot snapshot)
    {
        _ = snapshot.Overview.Load;
        Menu.Warm(snapshot, Viewing.WorkClockOf(municipality, snapshot, options, time).Today);
    }

    /// <summary>What figures are counted from. Whoever asks for one meanwhile waits for it.</summary>
    static void Figures(Snapshot snapshot)
    {
        var ladder = LadderQuestion.Plain(snapshot.Day);
        _ = LadderAnswer.Of(snapshot, ladder);
        _ = LadderAnswer.Of(snapshot, ladder.PeriodBefore);
        FigureAnswers.Of(snapshot, ManagementQuery.Plain(snapshot.Day).Question);
    }
}
