using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Twenty people who save notes and fifty who read children, in ten sessions, at a server in a process of its own; and what they
/// were told.</summary>
sealed class Crowd : IDisposable
{
    internal const string ChildVariable = "SPOR_TEST_SERVE";
    const int Writers = 20,
        Sessions = 10;

    readonly string folder;
    readonly string? spec;
    readonly int port = FreePort();

    // One person's share of the server is less than what all these ask.
    readonly List<HttpClient> browsers;
    readonly List<string> tokens = [];
    readonly string key;
    readonly ConcurrentDictionary<Guid, bool> saved = new();
    readonly ConcurrentBag<string> untrue = [];
    List<long> children;
    int looks,
        away;

    /// <summary>At the example, which is in the database already.</summary>
    public Crowd(string folder, string? spec)
    {
        (this.folder, this.spec) = (folder, spec);
        using var database = Database.Open(spec, folder);
        var now = new Municipality(database, standsAtExtract: true).Current;
        key = DemoPeople.Of(now.Register, now.Day).First(p => p.Role == ViewerRole.TeamLeader).Key;
        children = [.. now.Overview.Children.Where(c => c.Case is not null && c.AssignedTo.Count > 0).Take(40).Select(c => c.File.Id)];
        browsers =
        [
            .. Enumerable
                .Range(0, Sessions)
                .Select(_ => new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
                {
                    BaseAddress = new Uri($"http://localhost:{port}"),
                }),
        ];
    }

    /// <summary>How many notes somebody was told are saved.</summary>
    public int Saved => saved.Count;

    /// <summary>Whether the database may be away, or take nothing, while they work: then pages and forms may say so (503), and nothing
    /// else.</summary>
    public bool MayBeAway { get; init; }

    public int Readers { get; init; } = 50;

    /// <summary>How many notes were answered so.</summary>
    public int Away => away;

    public void Dispose() => browsers.ForEach(b => b.Dispose());

    /// <summary>The process: the example, served as the demo does it.</summary>
    internal static async Task ServeUntilKilled(string how)
    {
        var parts = how.Split('\n');
        var database = Database.Open(parts[1].Length == 0 ? null : parts[1], parts[0]);
        var app = SporHost.Build(new SporOptions(database, int.Parse(parts[2], CultureInfo.InvariantCulture), DemoMode: true));
        await app.StartAsync();
        Console.WriteLine("open");
        await Task.Delay(Timeout.Infinite);
    }

    /// <summary>Starts the server, and waits until it answers.</summary>
    public async Task<Process> Serve()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Spor.Web.Tests")) { RedirectStandardOutput = true };
        start.Environment[ChildVariable] = string.Create(CultureInfo.InvariantCulture, $"{folder}\n{spec}\n{port}");
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "open") { }
        foreach (var browser in browsers.Skip(tokens.Count))
        {
            var (token, mine) = await SignIn(browser, key, children);
            tokens.Add(token);
            children = mine;
        }
        return process;
    }

    /// <summary>They work until they are stopped; returns when so many more are saved.</summary>
    public async Task<Task> Work(CancellationToken stop, int more = 1)
    {
        var before = saved.Count;
        var people = Enumerable
            .Range(0, Writers)
            .Select(w => Write(browsers[w % Sessions], children[w % children.Count], tokens[w % Sessions], stop))
            .Concat(Enumerable.Range(0, Readers).Select(r => Read(browsers[r % Sessions], children[r % children.Count], stop)))
            .ToList();
        await Until(() => saved.Count >= before + more);
        return Task.WhenAll(people);
    }

    public static async Task Until(Func<bool> so)
    {
        for (var wait = 0; wait < 600 && !so(); wait++)
            await Task.Delay(100, TestContext.Current.CancellationToken);
    }

    /// <summary>Everything that somebody was told is so.</summary>
    public void Held()
    {
        Assert.NotEmpty(saved);
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
        Assert.True(looks > 0 || Readers == 0);
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
                else if (MayBeAway && answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    Interlocked.Increment(ref away);
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
                if (MayBeAway && answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                    continue;
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

    static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
