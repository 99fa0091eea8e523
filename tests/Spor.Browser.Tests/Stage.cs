using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Web;
using Spor.Web.Access;
using Spor.Web.Frame;

[assembly: AssemblyFixture(typeof(Spor.Browser.Tests.Stage))]

namespace Spor.Browser.Tests;

/// <summary>The example municipality served as the demo serves it, and one Chromium; for reading. A test that writes takes
/// <see cref="Empty"/>.</summary>
public sealed class Stage : IAsyncLifetime
{
    static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    readonly string folder = Directory.CreateTempSubdirectory("spor-stage-").FullName;
    IPlaywright? playwright;
    IBrowser? browser;
    Database? database;
    WebApplication? app;

    public string Address { get; private set; } = "";
    public Database Database => database!;
    public Register Register => app!.Services.GetRequiredService<Municipality>().Current.Register;
    public DateOnly Today => Register.Municipality!.ExtractDay;
    public Overview Overview => app!.Services.GetRequiredService<Municipality>().Current.Overview;
    public IReadOnlyList<DemoPerson> People => DemoPeople.Of(Register, Today);

    /// <summary>The caseworker with most children.</summary>
    public DemoPerson Caseworker =>
        People.Where(p => p.Role == ViewerRole.Caseworker).MaxBy(p => Overview.Of(p.EmployeeId!.Value).Count())!;
    public DemoPerson Head => People.First(p => p.Role == ViewerRole.Head);
    public DemoPerson TeamLeader => People.First(p => p.Role == ViewerRole.TeamLeader);

    public async ValueTask InitializeAsync()
    {
        database = Database.Open(null, folder);
        var prepared = Importing.Prepare(database, new FolderSource(Path.Combine(Root, "examples", "aakaer")));
        Assert.Null(prepared.Refusal);
        Importing.Commit(database, prepared, "test");
        app = SporHost.Build(new SporOptions(database, 0, DemoMode: true));
        await app.StartAsync();
        Address = app.Urls.First();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("SPOR_TEST_CHROMIUM") is { Length: > 0 } path
                    ? path
                    : "/usr/bin/chromium",
                Args = Flags,
            }
        );
    }

    /// <summary>A browser window of its own, with a page at an address of the site.</summary>
    public async Task<Window> Open(string url, int width = 1280, bool javaScript = true, string? site = null)
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = site ?? Address,
                Locale = "da-DK",
                TimezoneId = "Europe/Copenhagen",
                ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = javaScript,
            }
        );
        // A machine that runs three other test projects beside this one takes its time; what is broken never comes.
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return new(context, page);
    }

    /// <summary>A window of somebody who has signed in on the real page.</summary>
    public async Task<Window> As(DemoPerson person, string url = "/", int width = 1280, bool javaScript = true)
    {
        var window = await Open("/log-ind", width, javaScript);
        await window.Page.Locator($"button[value='{person.Key}']").ClickAsync();
        await window.Page.WaitForURLAsync(u => !u.EndsWith("/log-ind", StringComparison.Ordinal));
        if (url != "/")
            await window.Page.GotoAsync(url);
        return window;
    }

    /// <summary>An empty data folder served as <c>spor serve</c> does it.</summary>
    public static async Task<EmptySite> Empty()
    {
        var folder = Directory.CreateTempSubdirectory("spor-empty-").FullName;
        var database = Database.Open(null, folder);
        var app = SporHost.Build(new SporOptions(database, 0, DemoMode: false));
        await app.StartAsync();
        return new(folder, database, app);
    }

    public static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Spor.slnx")))
            at = Path.GetDirectoryName(at)!;
        return at;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            // What runs beside the pages ends before its database and its folder go.
            await app.StopAsync();
            await app.DisposeAsync();
        }
        database?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A page and the window it stands in; remembers what the browser complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    readonly IBrowserContext context;

    public IPage Page { get; }
    public List<string> Complaints { get; } = [];

    public Window(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, m) =>
        {
            if (m.Type is "error" or "warning")
                Complaints.Add($"{page.Url}: {m.Text}");
        };
        page.PageError += (_, e) => Complaints.Add($"{page.Url}: {e}");
        page.Response += (_, r) =>
        {
            if (r.Status >= 400)
                Complaints.Add($"{r.Url} answered {r.Status}");
        };
    }

    public async Task<string> Title() => (await Page.Locator("h1").InnerTextAsync()).Trim();

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}

public sealed record EmptySite(string Folder, Database Database, WebApplication App) : IAsyncDisposable
{
    public string Address => App.Urls.First();

    /// <summary>The one-time address, as <c>spor serve</c> prints it, without the machine.</summary>
    public string Start => App.Services.GetRequiredService<StartAddress>().Unused!;

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
