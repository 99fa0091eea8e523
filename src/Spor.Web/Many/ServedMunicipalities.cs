using System.Collections.Concurrent;
using Spor.Web.Access;

namespace Spor.Web.Many;

/// <summary>The municipalities on the list by the name that people write, as the list is now.</summary>
sealed class ServedMunicipalities(string root, TimeProvider time, ILogger<ServedMunicipalities> log) : BackgroundService, IAsyncDisposable
{
    /// <summary>How often idle ones are looked for, and whether the list has changed.</summary>
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    readonly ConcurrentDictionary<string, ServedMunicipality> served = new(StringComparer.OrdinalIgnoreCase);
    readonly SemaphoreSlim gate = new(1);
    MunicipalityList list = new();
    DateTime readAt;

    public IEnumerable<ServedMunicipality> All => served.Values.OrderBy(m => m.Listed.Host, StringComparer.Ordinal);

    public ServedMunicipality? Of(string host) => served.GetValueOrDefault(host);

    /// <summary>Reads the list when it has changed: new ones are served at once, and one whose line is gone or changed is closed when its
    /// last reader has their answer.</summary>
    /// <exception cref="SettingsException">The list cannot be read; what was served goes on.</exception>
    public async Task Read()
    {
        await gate.WaitAsync();
        try
        {
            var changed = MunicipalityList.ChangedAt(root);
            if (changed == readAt && readAt != default)
                return;
            var now = MunicipalityList.Read(root);
            (list, readAt) = (now, changed);
            foreach (var old in All.Where(m => !now.Municipalities.Contains(m.Listed)).ToList())
                if (served.TryRemove(old.Listed.Host, out var gone))
                    await CloseWhenLeft(gone);
            foreach (var one in now.Municipalities)
                served.TryAdd(one.Host, new(root, one, time));
        }
        finally
        {
            gate.Release();
        }
    }

    static async Task CloseWhenLeft(ServedMunicipality gone)
    {
        for (var i = 0; i < 300 && gone.Standing == Standing.Open && !await gone.Close(); i++)
            await Task.Delay(100);
        await gone.DisposeAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Look();
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    /// <summary>Reads the list again, and closes those that nobody asks for.</summary>
    public async Task Look()
    {
        try
        {
            await Read();
        }
        catch (Exception e) when (e is SettingsException or IOException or UnauthorizedAccessException)
        {
            log.LogError("The list of municipalities could not be read ({Fault}); those served go on", e.GetType().Name);
        }
        var open = All.Where(m => m.Standing == Standing.Open && m.Listed.Inbox is null).OrderByDescending(m => m.Idle).ToList();
        var idle = TimeSpan.FromMinutes(list.IdleMinutes);
        var tooMany = list.MostOpen is { } most ? All.Count(m => m.Standing == Standing.Open) - most : 0;
        var closed = 0;
        foreach (var one in open)
            if ((one.Idle >= idle || closed < tooMany) && await one.Close())
                closed++;
        // What the closed ones held is given back beside the work of the others.
        if (closed > 0)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(served.Values.Select(m => m.DisposeAsync().AsTask()));
        gate.Dispose();
        Dispose();
    }
}
