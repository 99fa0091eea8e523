using System.Net;
using System.Runtime.CompilerServices;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

[assembly: AssemblyFixture(typeof(Spor.Web.Tests.Site))]

namespace Spor.Web.Tests;

/// <summary>
/// The example municipality served as the demo serves it, once for all tests of the assembly: a test class takes it in its constructor. It
/// is for reading; a test that writes opens a site of its own (<see cref="InitializeAsync"/> after <c>new</c>).
/// </summary>
public sealed class Site : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-site-").FullName;

    /// <summary>For a site of its own: changes a copy of the example before it is read.</summary>
    public Action<string>? EditExtract { get; init; }

    /// <summary>For a site of its own: happens in each request when it has been settled who looks at what, and before the page reads
    /// anything.</summary>
    public Action<HttpContext>? BeforeEachPage { get; init; }

    /// <summary>For a site of its own: what its <c>settings.json</c> says.</summary>
    public string Settings { get; init; } = "{}";

    readonly Dictionary<string, HttpClient> clients = [];
    readonly SemaphoreSlim signingIn = new(1);
    WebApplication? app;

    public Database Database { get; private set; } = null!;
    public Uri Address { get; private set; } = null!;

    /// <summary>Everything known, as the pages see it.</summary>
    public Register Register => app!.Services.GetRequiredService<Municipality>().Current.Register;

    /// <summary>The day the demo's clock stands at.</summary>
    public DateOnly Today => Register.Municipality!.ExtractDay;

    /// <summary>The state of every child as the pages see it.</summary>
    public Overview Overview => app!.Services.GetRequiredService<Municipality>().Current.Overview;
    public IServiceProvider Services => app!.Services;
    public IReadOnlyList<DemoPerson> People => DemoPeople.Of(Register, Today);
    public IReadOnlyList<string> CaseworkerKeys => [.. People.Where(p => p.Role == ViewerRole.Caseworker).Select(p => p.Key)];

    public DemoPerson Person(string key) => People.First(p => p.Key == key);

    public async ValueTask InitializeAsync()
    {
        if (EditExtract is null)
        {
            foreach (var file in Directory.GetFiles(Imported.Value))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            Database = Database.Open(null, folder);
        }
        else
        {
            var copy = Directory.CreateDirectory(Path.Combine(folder, "extract")).FullName;
            foreach (var file in Directory.GetFiles(Example, "*.csv"))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            EditExtract(copy);
            Database = Database.Open(null, folder);
            Import(Database, copy);
        }
        app = SporHost.Build(new SporOptions(Database, 0, DemoMode: true) { Settings = Access.Settings.Of(Settings) });
        if (BeforeEachPage is { } before)
            app.Use(
                (context, next) =>
                {
                    before(context);
                    return next(context);
                }
            );
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
    }

    static string Example => Path.Combine(Root(), "examples", "aakaer");

    /// <summary>The data folder with the example in it, imported once; each site begins with a copy.</summary>
    static readonly Lazy<string> Imported = new(() =>
    {
        var template = Directory.CreateTempSubdirectory("spor-example-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(template, recursive: true);
        using var database = Database.Open(null, template);
        Import(database, Example);
        return template;
    });

    /// <summary>A data folder with the example in it.</summary>
    internal static void CopyExample(string folder)
    {
        foreach (var file in Directory.GetFiles(Imported.Value))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    static void Import(Database database, string extract)
    {
        var prepared = Importing.Prepare(database, new FolderSource(extract));
        Assert.Null(prepared.Refusal);
        Importing.Commit(database, prepared, "test");
    }

    /// <summary>A browser of its own, not signed in; redirects are followed.</summary>
    public HttpClient Stranger(bool follow = true) =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = follow }) { BaseAddress = Address };

    /// <summary>Somebody signed in through the real form: <c>leder</c>, <c>teamleder-1</c> or a caseworker's key. The same browser each
    /// time; do not dispose it.</summary>
    public async Task<HttpClient> As(string key)
    {
        await signingIn.WaitAsync();
        try
        {
            if (clients.TryGetValue(key, out var known))
                return known;
            // The redirect is not followed: the first page of a leader counts for half a second, and hardly any test asks for it.
            var cookies = new CookieContainer();
            using var still = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false })
            {
                BaseAddress = Address,
            };
            var (status, form) = await Get(still, "/log-ind");
            Assert.Equal(HttpStatusCode.OK, status);
            using var content = new FormUrlEncodedContent([
                KeyValuePair.Create("person", key),
                .. form.QuerySelectorAll("form input[type=hidden]")
                    .Take(1)
                    .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")),
            ]);
            using var answer = await still.PostAsync(new Uri("/log-ind", UriKind.Relative), content);
            Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
            return clients[key] = new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = Address };
        }
        finally
        {
            signingIn.Release();
        }
    }

    public async Task<(HttpStatusCode Status, IDocument Page)> Get(HttpClient client, string url)
    {
        using var answer = await client.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute));
        return (answer.StatusCode, await Parse(answer));
    }

    /// <summary>What a child's history tells.</summary>
    public async Task<string> History(HttpClient client, long child) =>
        (await Get(client, Routes.History(child))).Page.QuerySelector("#historik")!.TextContent;

    /// <summary>Posts a form with the hidden token of the page it stands on.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Post(
        HttpClient client,
        string url,
        IDocument from,
        IEnumerable<(string Name, string Value)> fields,
        bool mustSucceed = true
    )
    {
        var token = from.QuerySelector("input[type=hidden][name*=Token]");
        Assert.NotNull(token);
        // The hidden fields of a form that writes go with it, as a browser sends them.
        var given = fields.Select(f => f.Name).ToHashSet();
        var hidden = from.QuerySelectorAll("form.form-x input[type=hidden]")
            .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? ""))
            .Where(h => h.Name != token.GetAttribute("name") && !given.Contains(h.Name))
            .DistinctBy(h => h.Name);
        var all = fields
            .Concat(hidden)
            .Append((token.GetAttribute("name")!, token.GetAttribute("value")!))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var content = new FormUrlEncodedContent(all);
        using var answer = await client.PostAsync(new Uri(url, UriKind.RelativeOrAbsolute), content);
        if (mustSucceed)
            Assert.True(answer.IsSuccessStatusCode, $"{url} answered {(int)answer.StatusCode}");
        return (answer.StatusCode, await Parse(answer), answer.RequestMessage!.RequestUri!);
    }

    static async Task<IDocument> Parse(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html));
    }

    internal static string Root([CallerFilePath] string here = "")
    {
        var at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Spor.slnx")))
            at = Path.GetDirectoryName(at);
        return at ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        if (app is not null)
        {
            // What runs beside the pages ends before its database and its folder go.
            await app.StopAsync();
            await app.DisposeAsync();
        }
        Database?.Dispose();
        signingIn.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
