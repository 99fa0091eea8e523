using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Spor.Web.Tests;

/// <summary>PostgreSQL with a standby that has every commit, set up by <c>ops/replication</c>: the primary dies under people who work, and
/// the standby takes over.</summary>
public sealed class StandbyTests
{
    /// <summary>Seconds within which somebody is told again that something is saved.</summary>
    const int BackWithin = 15;

    [Fact]
    public async Task When_the_primary_dies_Spor_finds_the_standby_and_nothing_that_was_told_saved_is_lost()
    {
        if (!Heavy.Whole)
            Assert.Skip("Two servers are made for it: ./test --long");
        var folder = Directory.CreateTempSubdirectory("spor-standby-").FullName;
        var servers = Path.Combine(Path.GetTempPath(), "spor-standby-" + Guid.NewGuid().ToString("N")[..8]);
        var port = Random.Shared.Next(40000, 50000);
        var code = await Replication("start", servers, port);
        if (code == 77)
            Assert.Skip("PostgreSQL's packages are not here");
        Assert.Equal(0, code);
        try
        {
            var spec = string.Create(
                CultureInfo.InvariantCulture,
                $"Host=127.0.0.1:{port},127.0.0.1:{port + 1};Database=postgres;Username=spor"
            );
            TortureTests.ImportTo(spec, folder);
            using var crowd = new Crowd(folder, spec) { MayBeAway = true };
            using var process = await crowd.Serve();
            using var stop = new CancellationTokenSource();
            var work = await crowd.Work(stop.Token, more: 20);
            // What the pages count was read from the one that follows.
            var read = 0L;
            for (var wait = 0; wait < 100 && read == 0; wait++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
                read = await Scans(port + 1);
            }
            Assert.True(read > 0, "The standby was not read.");
            var died = Stopwatch.GetTimestamp();
            Assert.Equal(0, await Replication("promote", servers, port));
            // What was on its way is told before or after; one more is of the new primary.
            var then = crowd.Saved;
            await Crowd.Until(() => crowd.Saved > then);
            var back = Stopwatch.GetElapsedTime(died);
            await stop.CancelAsync();
            await work;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            crowd.Held();
            TestContext.Current.TestOutputHelper!.WriteLine($"{crowd.Saved} told saved; saving again after {back.TotalSeconds:0.0} s");
            Assert.True(back < TimeSpan.FromSeconds(BackWithin), $"Saving again after {back.TotalSeconds:0.0} s");
        }
        finally
        {
            await Replication("stop", servers, port);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>How often the children were read from end to end on that server.</summary>
    static async Task<long> Scans(int port)
    {
        await using var source = NpgsqlDataSource.Create(
            string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database=postgres;Username=spor")
        );
        await using var asked = source.CreateCommand(
            "SELECT coalesce(sum(seq_scan), 0)::bigint FROM pg_stat_user_tables WHERE relname = 'child'"
        );
        return (long)(await asked.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    static async Task<int> Replication(string verb, string folder, int port)
    {
        var start = new ProcessStartInfo(Path.Combine(Site.Root(), "ops", "replication")) { ArgumentList = { verb, folder } };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
