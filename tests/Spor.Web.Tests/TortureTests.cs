using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Spor.Exchange.Import;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

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
    internal const string ChildVariable = "SPOR_TEST_SERVE";
    const int Writers = 20,
        Readers = 50,
        Sessions = 10;

    /// <summary>The process that is to be killed: the example, served as the demo does it.</summary>
    internal static async Task ServeUntilKilled(string how)
    {
        var parts = how.Split('\n');
        var database = Database.Open(parts[1].Length == 0 ? null : parts[1], parts[0]);
        var app = SporHost.Build(new SporOptions(database, int.Parse(parts[2], CultureInfo.InvariantCulture), DemoMode: true));
        await app.StartAsync();
        Console.WriteLine("open");
        await Task.Delay(Timeout.Infinite);
    }

    readonly ConcurrentDictionary<Guid, bool> saved = new();
    readonly ConcurrentBag<string> untrue = [];
    int looks;

    [Fact]
    public async Task Killed_under_people_who_save_and_read_nothing_saved_is_lost_and_no_page_is_half()
    {
        var folder = Directory.CreateTempSubdirectory("spor-torture-").FullName;
        var spec = Made(folder);
        var port = FreePort();
        var random = new Random(29);
        // One person's share of the server is less than what all these ask.
        var sessions = Enumerable.Range(0, Sessions).Select(_ => new CookieContainer()).ToList();
        var tokens = new List<string>();
        var (children, key) = (new List<long>(), "");
        using (var database = Database.Open(spec, folder))
        {
            var now = new Municipality(database, standsAtExtract: true).Current;
            var overview = now.Overview;
            var worker = DemoPeople.Of(now.Register, now.Day).First(p => p.Role == ViewerRole.TeamLeader);
            key = worker.Key;
            children.AddRange(overview.Children.Where(c => c.Case is not null && c.AssignedTo.Count > 0).Take(40).Select(c => c.File.Id));
        }
        for (var kill = 0; kill < (Heavy.Whole ? 100 : 2); kill++)
        {
            using var process = Start(folder, spec, port);
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "open") { }
            using var stop = new CancellationTokenSource();
            var browsers = sessions
                .Select(cookies => new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
                {
                    BaseAddress = new Uri($"http://localhost:{port}"),
                })
                .ToList();
            foreach (var browser in browsers.Skip(tokens.Count))
            {
                var (token, mine) = await SignIn(browser, key, children);
                tokens.Add(token);
                children = mine;
            }
            var before = saved.Count;
            var people = Enumerable
                .Range(0, Writers)
                .Select(w => Write(browsers[w % Sessions], children[w % children.Count], tokens[w % Sessions], stop.Token))
                .Concat(Enumerable.Range(0, Readers).Select(r => Read(browsers[r % Sessions], children[r % children.Count], stop.Token)))
                .ToList();
            // However slow the machine is, something was saved before it is killed.
            for (var wait = 0; wait < 600 && saved.Count == before; wait++)
                await Task.Delay(100, TestContext.Current.CancellationToken);
            await Task.Delay(random.Next(20, 1500), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            await Task.WhenAll(people);
            browsers.ForEach(b => b.Dispose());
            Held(folder, spec);
        }
        Assert.NotEmpty(saved);
        Assert.True(looks > 0);
        Directory.Delete(folder, recursive: true);
    }

    void Held(string folder, string? spec)
    {
        Assert.Equal([], untrue);
        using var database = Database.Open(spec, folder);
        var stored = new HashSet<Guid>();
        using (var link = database.Rent())
        {
            using (var rows = link.Query("SELECT \"Token\" FROM journal_entry WHERE \"Token\" IS NOT NULL"))
                while (rows.Next())
                    Assert.True(stored.Add(Guid.Parse(rows.Text(0))), "One press was saved twice.");
            Assert.Equal(database.HeadNo, link.Number("SELECT count(*) FROM journal_entry"));
        }
        Assert.Equal([], saved.Keys.Where(t => !stored.Contains(t)));
        Assert.Equal([], Replay.Check(database).Differences);
        using var log = AccessLog.Open(database);
        Assert.Equal([], log.Check());
        Assert.True(log.Head().No >= looks, "A page of a child came without a line in the log.");
    }

    async Task Write(HttpClient browser, long child, string token, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var press = Guid.NewGuid();
            using var form = new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                new(FormState.TokenField, press.ToString("D")),
                new("On", "2026-10-01"),
                new("Kind", "hjemmebesøg"),
                new("Title", "Besøg"),
                new("Body", "Besøget gik godt."),
            ]);
            try
            {
                using var answer = await browser.PostAsync(new Uri($"/barn/{child}/notat", UriKind.Relative), form, stop);
                if ((int)answer.StatusCode is 302 or 303)
                    saved[press] = true;
                else
                    untrue.Add($"a note was answered with {(int)answer.StatusCode}");
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // Not told that it is saved: it may be, or not.
                await Task.Yield();
            }
        }
    }

    async Task Read(HttpClient browser, long child, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            try
            {
                using var answer = await browser.GetAsync(new Uri(Routes.Child(child), UriKind.Relative), stop);
                var page = await answer.Content.ReadAsStringAsync(stop);
                if (answer.StatusCode != HttpStatusCode.OK)
                    untrue.Add($"a page was answered with {(int)answer.StatusCode}");
                else if (!page.TrimEnd().EndsWith("</html>", StringComparison.Ordinal))
                    untrue.Add("a page was cut off and said to be whole");
                else
                    Interlocked.Increment(ref looks);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                await Task.Yield();
            }
    }

    static async Task<(string Token, List<long> Mine)> SignIn(HttpClient browser, string key, List<long> children)
    {
        var door = await browser.GetStringAsync(new Uri("/log-ind", UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("person", key), new("__RequestVerificationToken", TokenOf(door))]);
        using var came = await browser.PostAsync(new Uri("/log-ind", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, came.StatusCode);
        var mine = new List<long>();
        var token = "";
        foreach (var child in children)
        {
            using var page = await browser.GetAsync(new Uri($"/barn/{child}/notat", UriKind.Relative));
            if (page.StatusCode != HttpStatusCode.OK)
                continue;
            mine.Add(child);
            token = TokenOf(await page.Content.ReadAsStringAsync());
        }
        Assert.NotEmpty(mine);
        return (token, mine);
    }

    static string TokenOf(string html)
    {
        const string Name = "name=\"__RequestVerificationToken\"";
        var tag = html[html.IndexOf(Name, StringComparison.Ordinal)..];
        var value = tag[(tag.IndexOf("value=\"", StringComparison.Ordinal) + 7)..];
        return WebUtility.HtmlDecode(value[..value.IndexOf('"', StringComparison.Ordinal)]);
    }

    static Process Start(string folder, string? spec, int port)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Spor.Web.Tests")) { RedirectStandardOutput = true };
        start.Environment[ChildVariable] = string.Create(CultureInfo.InvariantCulture, $"{folder}\n{spec}\n{port}");
        return Process.Start(start)!;
    }

    static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
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
        using var database = Database.Open(spec, folder);
        var prepared = Importing.Prepare(database, new FolderSource(Path.Combine(Site.Root(), "examples", "aakaer")));
        Assert.Null(prepared.Refusal);
        Importing.Commit(database, prepared, "test");
        return spec;
    }
}
