using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Tests;

/// <summary>An empty data folder served as <c>spor serve</c> does it, for a test that writes; the one local analyst is signed in.</summary>
sealed class OwnSite : IAsyncDisposable
{
    readonly string folder;
    readonly WebApplication app;
    readonly HttpClient browser;
    readonly HttpClient still;

    public Database Database { get; }
    public string Folder => folder;
    public IServiceProvider Services => app.Services;
    public Register Register => Services.GetRequiredService<Municipality>().Current.Register;

    /// <summary>A browser that has not the start address.</summary>
    public HttpClient Stranger() =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = browser.BaseAddress,
        };

    /// <summary>The folders of uploads that are still there.</summary>
    public string[] Uploads =>
        Directory.Exists(Path.Combine(folder, "uploads")) ? Directory.GetDirectories(Path.Combine(folder, "uploads")) : [];

    OwnSite(string folder, Database database, WebApplication app)
    {
        this.folder = folder;
        Database = database;
        this.app = app;
        var cookies = new CookieContainer();
        var address = new Uri(app.Urls.First());
        browser = new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
        still = new(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <param name="room">How many pages the database may grow by, or null for as many as it likes.</param>
    /// <param name="before">Does something to the data folder before the host starts.</param>
    public static async Task<OwnSite> Open(TimeProvider? time = null, long? room = null, Action<string>? before = null)
    {
        var folder = Directory.CreateTempSubdirectory("spor-own-").FullName;
        before?.Invoke(folder);
        var database = Database.Open(null, folder);
        if (room is { } pages)
        {
            database.Dispose();
            var size = new FileInfo(Database.DefaultFile(folder)).Length;
            database = Database.Open(null, folder, maxPages: size / 4096 + pages);
        }
        var app = SporHost.Build(new SporOptions(database, 0, DemoMode: false, time));
        await app.StartAsync();
        var site = new OwnSite(folder, database, app);
        // As the one who reads the window does it.
        using var came = await site.still.GetAsync(
            new Uri(app.Services.GetRequiredService<Access.StartAddress>().Unused!, UriKind.Relative)
        );
        Assert.Equal((HttpStatusCode.Redirect, "/"), (came.StatusCode, came.Headers.Location?.OriginalString));
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        still.Dispose();
        // What runs beside the pages ends before its database and its folder go.
        await app.StopAsync();
        await app.DisposeAsync();
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Get(string url) =>
        await Read(await browser.GetAsync(new Uri(url, UriKind.Relative)));

    public async Task<byte[]> Bytes(string url) => await browser.GetByteArrayAsync(new Uri(url, UriKind.Relative));

    public async Task<HttpResponseMessage> GetStill(string url) => await still.GetAsync(new Uri(url, UriKind.Relative));

    public async Task<HttpResponseMessage> PostStill(string url, HttpContent content, CancellationToken stop) =>
        await still.PostAsync(new Uri(url, UriKind.Relative), content, stop);

    static async Task<(HttpStatusCode, IDocument, Uri)> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync();
            return (
                answer.StatusCode,
                await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html)),
                answer.RequestMessage!.RequestUri!
            );
        }
    }

    async Task<(string Name, string Value)> Token()
    {
        var (_, page, _) = await Get("/import");
        var field = page.QuerySelector("input[type=hidden][name*=Token]")!;
        return (field.GetAttribute("name")!, field.GetAttribute("value")!);
    }

    public async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Post(string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(await Token()).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await Read(await browser.PostAsync(new Uri(url, UriKind.Relative), form));
    }

    /// <summary>Sends the files as the form does; comes back with the page that the browser stands on then.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Send(
        IEnumerable<(string Name, byte[] Bytes)> files,
        string? day = null,
        bool withToken = true
    )
    {
        using var form = new MultipartFormDataContent();
        if (withToken)
        {
            var (name, value) = await Token();
            form.Add(new StringContent(value), name);
        }
        form.Add(new StringContent(day ?? ""), "dag");
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "filer", name);
        return await Read(await browser.PostAsync(new Uri("/import", UriKind.Relative), form));
    }

    /// <summary>Sends the files and waits until they are read: the preview, or what went wrong.</summary>
    public async Task<(string Url, IDocument Page)> Upload(IEnumerable<(string Name, byte[] Bytes)> files, string? day = null)
    {
        var (status, page, url) = await Send(files, day);
        Assert.True(status == HttpStatusCode.OK, $"The upload answered {(int)status}: {page.QuerySelector(".notice")?.TextContent}");
        return (url.AbsolutePath, await Settled(url.AbsolutePath));
    }

    /// <summary>The page of an upload when the background has done its part.</summary>
    public async Task<IDocument> Settled(string url)
    {
        for (var i = 0; i < 1200; i++)
        {
            var (_, page, _) = await Get(url);
            if (page.QuerySelector("meta[http-equiv=refresh]") is null)
                return page;
            await Task.Delay(25);
        }
        throw new TimeoutException("The background did not come to an end");
    }

    public async Task<IDocument> Confirm(string url, params (string Name, string Value)[] choices)
    {
        await Post(url + "/gem", choices);
        return await Settled(url);
    }

    /// <summary>Uploads and confirms.</summary>
    public async Task<IDocument> Import(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var (url, page) = await Upload(files);
        Assert.NotNull(page.QuerySelector($"form[action='{url}/gem'] button.button-primary"));
        return await Confirm(url);
    }

    /// <summary>Waits until the pages have seen what was stored.</summary>
    public async Task<Register> Seen()
    {
        for (var i = 0; i < 1200 && Register.EntryNo != Database.HeadNo; i++)
            await Task.Delay(25);
        Assert.Equal(Database.HeadNo, Register.EntryNo);
        return Register;
    }
}

/// <summary>Extracts to upload: text by file name.</summary>
static class Sent
{
    public const string Municipality = "Kommunenr;Navn;Opgørelsesdato\n990;Prøvekøbing;2026-10-31\n";
    public const string Children =
        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2012-03-04;udsat\nB2;Åse;Bøgh;2014-05-06;udsat\n";
    public const string Cases = "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\nS2;B2;2024-02-03;2025-01-31\n";

    /// <summary>Two children with a case each, with some files replaced or added. A null text leaves the file out.</summary>
    public static List<(string Name, byte[] Bytes)> Csv(params (string File, string? Text)[] files)
    {
        var all = new Dictionary<string, string?>
        {
            ["kommune.csv"] = Municipality,
            ["boern.csv"] = Children,
            ["sager.csv"] = Cases,
        };
        foreach (var (file, text) in files)
            all[file] = text;
        return [.. all.Where(f => f.Value is not null).Select(f => (f.Key, Encoding.UTF8.GetBytes(f.Value!)))];
    }

    public static List<(string Name, byte[] Bytes)> Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return [("udtræk.zip", to.ToArray())];
    }

    public static List<(string Name, byte[] Bytes)> Example(string name)
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Spor.slnx")))
            at = Path.GetDirectoryName(at)!;
        return
        [
            .. Directory.GetFiles(Path.Combine(at, "examples", name)).Select(f => (name + "/" + Path.GetFileName(f), File.ReadAllBytes(f))),
        ];
    }
}

/// <summary>A clock that a test moves; what waits for it is woken.</summary>
sealed class HandClock : TimeProvider
{
    readonly List<Waiting> waiting = [];
    readonly Lock gate = new();
    DateTimeOffset now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
            waiting.Add(timer);
        return timer;
    }

    public void Move(TimeSpan by)
    {
        List<Waiting> due;
        lock (gate)
        {
            now += by;
            due = [.. waiting.Where(w => w.Due <= now)];
        }
        foreach (var timer in due)
            timer.Wake();
    }

    sealed class Waiting(HandClock clock, Action wake) : ITimer
    {
        TimeSpan period = Timeout.InfiniteTimeSpan;
        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.now + dueTime;
            return true;
        }

        public void Wake()
        {
            Due = period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.now + period;
            wake();
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.waiting.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
