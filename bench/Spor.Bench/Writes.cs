using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Spor.Children;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Journal;

namespace Spor.Bench;

/// <summary>Simple intentions through the journal's real path, with 1 and 20 callers: written together where they wait together, and beside
/// it one transaction for each, in the same run.</summary>
static class Writes
{
    public static int Run(string[] args)
    {
        Measured.Machine();
        var seconds = double.Parse(Measured.Option(args, "--seconds") ?? "4", CultureInfo.InvariantCulture);
        var runs = new List<Dictionary<string, double>>();
        Console.WriteLine("per second, and waits in ms; “alone” is one transaction for each intention");
        for (var i = 0; i < Measured.RunsOf(args); i++)
        {
            var figures = new Dictionary<string, double>();
            foreach (var callers in new[] { 1, 20 })
            foreach (var together in new[] { false, true })
                OnNew(Measured.Option(args, "--postgres"), database => Once(database, callers, together, seconds, figures));
            runs.Add(figures);
        }
        Measured.Table(runs);
        return 0;
    }

    static void OnNew(string? server, Action<Database> work)
    {
        var folder = Directory.CreateTempSubdirectory("spor-bench-").FullName;
        var name = "spor_bench_" + Guid.NewGuid().ToString("N");
        try
        {
            string? spec = null;
            if (server is not null)
            {
                Tell(server, $"CREATE DATABASE {name}");
                spec = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
            }
            using var database = Database.Open(spec, folder);
            work(database);
        }
        finally
        {
            if (server is not null)
                Tell(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Tell(string server, string sql)
    {
        using var source = NpgsqlDataSource.Create(server);
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    static void Once(Database database, int callers, bool together, double seconds, Dictionary<string, double> figures)
    {
        using var alone = new SemaphoreSlim(1);
        var waits = new List<double>[callers];
        for (var warm = 0; warm < 200; warm++)
            Enter(database);
        var end = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
        var threads = Enumerable
            .Range(0, callers)
            .Select(c => new Thread(() =>
            {
                var own = waits[c] = [];
                while (Stopwatch.GetTimestamp() < end)
                {
                    var from = Stopwatch.GetTimestamp();
                    if (!together)
                        alone.Wait();
                    Enter(database);
                    if (!together)
                        alone.Release();
                    own.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                }
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var all = waits.SelectMany(w => w).Order().ToList();
        var what = string.Create(CultureInfo.InvariantCulture, $"{callers} {(together ? "together" : "alone")}");
        figures[what] = all.Count / seconds;
        figures["p99" + (together ? "t" : "a") + callers.ToString(CultureInfo.InvariantCulture)] = all[(int)(all.Count * 0.99)];
    }

    static void Enter(Database database) =>
        database.Journal.Act(
            new("enter-child", "bench"),
            (_, ids) =>
                new Recorded(
                    FactKinds.Child,
                    new ChildFact
                    {
                        Id = ids.Next(),
                        BornOn = new(2012, 5, 4),
                        FirstName = "Ida",
                    }
                )
        );
}
