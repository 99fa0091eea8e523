using Npgsql;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Storage.Exchange;

namespace Spor.Web.Tests;

public sealed class TortureOnSqlite() : TortureTests(null);

public sealed class TortureOnPostgres() : TortureTests("SPOR_TEST_POSTGRES");

/// <summary>
/// A server with twenty people who save and fifty who read is killed at a random moment, again and again, and started anew. Afterwards
/// everything somebody was told is saved is there once, every page that came was whole, everybody who read a child stands in the log, and
/// the journal replays. <c>./test --torture</c> kills a hundred times on each database; docs/reliability.md says what came of it.
/// </summary>
public abstract class TortureTests(string? server)
{
    [Fact]
    public async Task Killed_under_people_who_save_and_read_nothing_saved_is_lost_and_no_page_is_half()
    {
        var folder = Directory.CreateTempSubdirectory("spor-torture-").FullName;
        using var crowd = new Crowd(folder, Made(folder));
        var random = new Random(29);
        for (var kill = 0; kill < (Heavy.Whole ? 100 : 2); kill++)
        {
            using var process = await crowd.Serve();
            using var stop = new CancellationTokenSource();
            // However slow the machine is, something was saved before it is killed.
            var work = await crowd.Work(stop.Token);
            await Task.Delay(random.Next(20, 1500), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            await work;
            crowd.Held();
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The example in the folder, or on the server in a database of its own.</summary>
    string? Made(string folder)
    {
        if (server is null)
        {
            Site.CopyExample(folder);
            return null;
        }
        var at = Environment.GetEnvironmentVariable(server);
        if (string.IsNullOrEmpty(at))
            Assert.Skip("SPOR_TEST_POSTGRES names no server");
        var name = "spor_torture_" + Guid.NewGuid().ToString("N");
        using (var admin = NpgsqlDataSource.Create(at))
        using (var command = admin.CreateCommand($"CREATE DATABASE {name}"))
            command.ExecuteNonQuery();
        var spec = new NpgsqlConnectionStringBuilder(at) { Database = name }.ConnectionString;
        ImportTo(spec, folder);
        return spec;
    }

    internal static void ImportTo(string spec, string folder)
    {
        using var database = Database.Open(spec, folder);
        var prepared = Importing.Prepare(database, new FolderSource(Path.Combine(Site.Root(), "examples", "aakaer")));
        Assert.Null(prepared.Refusal);
        Importing.Commit(database, prepared, "test");
    }
}
