using System.Diagnostics;
using System.Globalization;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class TortureOnSqlite() : TortureTests(Provider.Sqlite);

public sealed class TortureOnPostgres() : TortureTests(Provider.Postgres);

/// <summary>
/// A process with twenty writers and readers is killed at a random moment, again and again. Afterwards every entry that somebody was told
/// is saved is there once, no number is missing, the journal replays to the same tables, and the chains are whole.
/// <c>./test --torture</c> kills a hundred times on each database; docs/reliability.md says what came of it.
/// </summary>
public abstract class TortureTests(Provider provider) : OnADatabase(provider)
{
    internal const string ChildVariable = "SPOR_TEST_TORTURE";

    /// <summary>The process that is to be killed: twenty who write, four who read, one who looks.</summary>
    internal static void WriteUntilKilled(string how)
    {
        var parts = how.Split('\n');
        var database = Database.Open(parts[1].Length == 0 ? null : parts[1], parts[0]);
        var log = AccessLog.Open(database);
        Console.WriteLine("open");
        var told = new Lock();
        for (var writer = 0; writer < 20; writer++)
            new Thread(() =>
            {
                while (true)
                {
                    var token = Guid.NewGuid();
                    var no = database
                        .Journal.Act(
                            new("enter-child", "writer", Token: token),
                            (_, ids) => new Recorded(FactKinds.Child, Sample.Child(ids.Next()))
                        )
                        .No;
                    lock (told)
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{no} {token:D}"));
                }
            }).Start();
        for (var reader = 0; reader < 4; reader++)
            new Thread(() =>
            {
                while (true)
                    _ = RegisterLoader.Load(database).Children.Count;
            }).Start();
        while (true)
        {
            log.Looked("anna", "child", [1]).GetAwaiter().GetResult();
            lock (told)
                Console.WriteLine("look");
        }
    }

    [Fact]
    public async Task Killed_at_random_under_twenty_writers_nothing_acknowledged_is_lost_or_doubled()
    {
        Open().Dispose();
        var random = new Random(17);
        var acknowledged = new Dictionary<string, long>();
        var looks = 0;
        for (var kill = 0; kill < Heavy.Times(100); kill++)
        {
            var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Spor.Storage.Tests"))
            {
                RedirectStandardOutput = true,
            };
            start.Environment[ChildVariable] = Folder + "\n" + Spec;
            using var process = Process.Start(start)!;
            var end = Task.CompletedTask;
            // Now and then already while it starts.
            if (random.Next(6) == 0)
                end = Kill(process, random.Next(100, 600));
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                if (line == "look")
                    looks++;
                else if (line.Split(' ') is [var no, { Length: 36 } token])
                {
                    acknowledged[token] = long.Parse(no, CultureInfo.InvariantCulture);
                    // However slow the machine is, something was acknowledged before it is killed.
                    if (end.IsCompleted)
                        end = Kill(process, random.Next(50, 2000));
                }
            await end;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            using var database = Database.Open(Spec, Folder);
            using var link = database.Rent();
            var stored = new Dictionary<string, long>();
            using (var rows = link.Query("SELECT \"Token\", \"No\" FROM journal_entry WHERE \"Token\" IS NOT NULL"))
                while (rows.Next())
                    stored.Add(rows.Text(0), rows.Long(1));
            foreach (var (token, no) in acknowledged)
                Assert.Equal(no, stored.GetValueOrDefault(token, -1));
            Assert.Equal(database.HeadNo, link.Number("SELECT count(*) FROM journal_entry"));
            Assert.Equal([], Replay.Check(database).Differences);
            using var log = AccessLog.Open(database);
            Assert.Equal([], log.Check());
            Assert.True(log.Head().No >= looks);
        }
        Assert.NotEmpty(acknowledged);
    }

    static async Task Kill(Process process, int after)
    {
        await Task.Delay(after, TestContext.Current.CancellationToken);
        process.Kill();
    }
}
