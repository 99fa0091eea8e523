using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Spor.Exchange.Import;
using Spor.Exchange.Wide;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Web.Access;
using Spor.Web.Many;

namespace Spor.Web.Tests;

/// <summary>Many municipalities in one process: each by its name, each alone with its own.</summary>
public sealed class ManyTests : IAsyncLifetime
{
    const string Aakaer = "spor.aakaer.example",
        Birke = "spor.birke.example";
    readonly string root = Directory.CreateTempSubdirectory("spor-many-").FullName;
    readonly HandClock clock = new();

    // Nobody answers there; who signs in says who does.
    Uri authority = new("http://127.0.0.1:9");
    WebApplication app = null!;

    ServedMunicipalities Served => app.Services.GetRequiredService<ServedMunicipalities>();

    public async ValueTask InitializeAsync()
    {
        MakeFolder(Aakaer);
        Site.CopyExample(Path.Combine(root, Aakaer));
        MakeFolder(Birke);
        MunicipalityList.Add(root, new(Aakaer, Aakaer));
        MunicipalityList.Add(root, new(Birke, Birke));
        app = ManyHost.Build(root, 0, clock);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    void MakeFolder(string host)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, host)).FullName;
        File.WriteAllText(
            Path.Combine(folder, Settings.FileName),
            $$"""
            { "address": "https://{{host}}", "proxy": ["127.0.0.1"],
              "signIn": { "authority": "{{authority}}", "clientId": "spor", "clientSecret": "x", "people": "login.csv" } }
            """
        );
        File.WriteAllText(Path.Combine(folder, "login.csv"), "boss@kommune.example;medarbejder-999999\n");
    }

    /// <summary>A browser whose every request for a name goes to the one port, as by the proxy in front of it.</summary>
    Browser NewBrowser() => new(new Uri(app.Urls.First()));

    sealed class Browser(Uri port) : IDisposable
    {
        readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        public CookieContainer Cookies { get; } = new();

        public async Task<(HttpStatusCode Status, Uri At, string Text)> Get(string url)
        {
            var at = new Uri(url);
            for (var hop = 0; ; hop++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, at.IsLoopback ? at : new Uri(port, at.PathAndQuery));
                if (!at.IsLoopback)
                {
                    request.Headers.Host = at.Host;
                    request.Headers.Add("X-Forwarded-For", "10.1.2.3");
                    request.Headers.Add("X-Forwarded-Proto", "https");
                }
                if (Cookies.GetCookieHeader(at) is { Length: > 0 } cookies)
                    request.Headers.Add("Cookie", cookies);
                using var answer = await client.SendAsync(request);
                if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                    foreach (var cookie in set)
                        Cookies.SetCookies(at, cookie);
                if (answer.Headers.Location is not { } next || hop > 12)
                    return (answer.StatusCode, at, await answer.Content.ReadAsStringAsync());
                at = new Uri(at, next);
            }
        }

        /// <summary>As the machine itself asks, without a proxy.</summary>
        public async Task<string> Directly(string path) => await client.GetStringAsync(new Uri(port, path));

        public void Dispose() => client.Dispose();
    }

    static async Task<long> Entry(Browser browser, string host)
    {
        var (_, _, text) = await browser.Get($"https://{host}/sundhed/status");
        using var said = JsonDocument.Parse(text);
        return said.RootElement.GetProperty("entry") is { ValueKind: JsonValueKind.Number } number ? number.GetInt64() : 0;
    }

    string StandingOf(string host) => Served.Of(host)!.Standing.ToString();

    [Fact]
    public async Task Each_name_leads_to_its_own_municipality_and_another_name_to_none()
    {
        using var browser = NewBrowser();
        Assert.Equal(("Closed", "Closed"), (StandingOf(Aakaer), StandingOf(Birke)));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"https://{Aakaer}/log-ind")).Status);
        Assert.Equal(("Open", "Closed"), (StandingOf(Aakaer), StandingOf(Birke)));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"https://{Birke}/log-ind")).Status);
        Assert.True(await Entry(browser, Aakaer) > 0);
        Assert.Equal(0, await Entry(browser, Birke));
        var (status, _, text) = await browser.Get("https://spor.ukendt.example/");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, status);
        Assert.Contains("Ingen kommune har den adresse her", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_at_one_is_a_stranger_at_the_other_also_with_the_same_cookies()
    {
        await using var provider = await TestProvider.Start();
        (provider.Login, authority) = ("boss@kommune.example", provider.Address);
        MakeFolder(Aakaer);
        MakeFolder(Birke);
        using var browser = NewBrowser();
        var (_, at, _) = await browser.Get($"https://{Aakaer}{ProviderSignIn.Start}");
        Assert.Equal(Aakaer, at.Host);
        // Known, but without a role: refused as somebody, not asked to sign in.
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get($"https://{Aakaer}/min-dag")).Status);
        foreach (Cookie cookie in browser.Cookies.GetCookies(new Uri($"https://{Aakaer}")))
            browser.Cookies.Add(new Uri($"https://{Birke}"), new Cookie(cookie.Name, cookie.Value));
        Assert.StartsWith("/log-ind", (await browser.Get($"https://{Birke}/min-dag")).At.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_one_is_its_own_and_it_comes_back_when_it_is_mended()
    {
        var keys = Path.Combine(root, Aakaer, "keys.json");
        var kept = await File.ReadAllBytesAsync(keys, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(keys, "", TestContext.Current.CancellationToken);
        using var browser = NewBrowser();
        var (status, _, text) = await browser.Get($"https://{Aakaer}/log-ind");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("De andre kommuner arbejder videre", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        // What is wrong with its files is for whoever keeps it running.
        Assert.DoesNotContain("keys.json", text, StringComparison.Ordinal);
        Assert.Contains("keys.json", await browser.Directly("/sundhed/kommuner"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"https://{Birke}/log-ind")).Status);
        await File.WriteAllBytesAsync(keys, kept, TestContext.Current.CancellationToken);
        clock.Move(TimeSpan.FromSeconds(10));
        (status, _, _) = await browser.Get($"https://{Aakaer}/log-ind");
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task How_they_stand_is_told_to_the_machine_itself_and_to_nobody_else_and_opens_none()
    {
        using var browser = NewBrowser();
        Assert.Contains(
            $"\"host\":\"{Aakaer}\",\"standing\":\"closed\"",
            await browser.Directly("/sundhed/kommuner"),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await browser.Get("https://spor.ukendt.example/sundhed/kommuner")).Status);
        Assert.Equal(("Closed", "Closed"), (StandingOf(Aakaer), StandingOf(Birke)));
    }

    [Fact]
    public async Task One_that_is_added_is_there_at_once_and_one_that_is_removed_is_gone_and_its_data_stay()
    {
        const string Third = "spor.cedertoft.example";
        using var browser = NewBrowser();
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await browser.Get($"https://{Third}/log-ind")).Status);
        MakeFolder(Third);
        MunicipalityList.Add(root, new(Third, Third));
        await Served.Look();
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"https://{Third}/log-ind")).Status);
        MunicipalityList.Remove(root, Third);
        await Served.Look();
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await browser.Get($"https://{Third}/log-ind")).Status);
        Assert.True(File.Exists(Path.Combine(root, Third, "spor.db")));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_leaves_those_that_were_served()
    {
        using var browser = NewBrowser();
        await File.WriteAllTextAsync(Path.Combine(root, MunicipalityList.FileName), "{ \"municip", TestContext.Current.CancellationToken);
        await Served.Look();
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"https://{Aakaer}/log-ind")).Status);
    }

    [Fact]
    public async Task One_that_nobody_asks_is_closed_its_memory_given_back_and_opened_by_the_next_who_asks()
    {
        using var browser = NewBrowser();
        var before = await Opened(browser);
        Assert.Equal("Open", StandingOf(Aakaer));
        clock.Move(TimeSpan.FromMinutes(29));
        await Served.Look();
        Assert.Equal("Open", StandingOf(Aakaer));
        clock.Move(TimeSpan.FromMinutes(2));
        await Served.Look();
        Assert.Equal("Closed", StandingOf(Aakaer));
        for (var i = 0; i < 50 && before.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.False(before.IsAlive, "The closed municipality is still held by something.");
        Assert.True(await Entry(browser, Aakaer) > 0);
        Assert.Equal("Open", StandingOf(Aakaer));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    async Task<WeakReference> Opened(Browser browser)
    {
        await browser.Get($"https://{Aakaer}/log-ind");
        return Served.Of(Aakaer)!.Held!;
    }

    [Theory]
    [InlineData("https://spor.x.example", "f", "er ikke et værtsnavn")]
    [InlineData("spor.x.example:5080", "f", "er ikke et værtsnavn")]
    [InlineData("SPOR.aakaer.example", "f", "samme navn")]
    [InlineData("spor.x.example", Aakaer, "samme datamappe")]
    [InlineData("spor.x.example", "./spor.y/../" + Aakaer, "samme datamappe")]
    [InlineData("spor.x.example", ".", "mangler en mappe")]
    public void What_would_mix_two_municipalities_is_not_put_on_the_list(string host, string folder, string says)
    {
        var before = File.ReadAllText(Path.Combine(root, MunicipalityList.FileName));
        var refused = Assert.Throws<SettingsException>(() => MunicipalityList.Add(root, new(host, folder)));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(root, MunicipalityList.FileName)));
    }

    [Fact]
    public void National_counts_are_the_sum_of_what_each_publishes_and_a_hidden_one_is_not_in_it()
    {
        using (var birke = Database.Open(null, Path.Combine(root, Birke)))
        {
            var prepared = Importing.Prepare(birke, new FolderSource(Path.Combine(Site.Root(), "examples", "aakaer")));
            Assert.Null(prepared.Refusal);
            Importing.Commit(birke, prepared, "test");
        }
        MunicipalityList.Add(root, new("spor.tom.example", "findes-ikke"));
        var table = NationalTable.Gather(root, TimeProvider.System);
        Assert.Equal([true, true, false], table.Municipalities.Select(m => m.Fault is null));
        List<FigureCell> alone;
        using (var one = Database.Open(null, Path.Combine(root, Aakaer)))
        {
            var municipality = new Municipality(one);
            var published = new Publications(municipality, new SporOptions(one, 0, DemoMode: false)).Of(municipality.Current);
            alone = [.. WideFigures.Cells(published.Register, published.Day, published: true)];
        }
        var counted = alone.Where(c => c.Of is { Unit: FigureUnit.Count, AboutChildren: true }).ToList();
        Assert.Contains(counted, c => c.Hidden);
        foreach (var cell in counted)
        {
            var sum = table.Counts.FirstOrDefault(c => (c.Month, c.Figure, c.Part) == (cell.Month, cell.Of.Code, cell.Part));
            // Twice the same municipality: twice what one tells, and nothing of what it hides.
            Assert.Equal(
                ((long?)(2 * cell.Value), cell.Value is null ? 0 : 2, cell.Hidden ? 2 : 0),
                sum is null ? (null, 0, 0) : (sum.Count, sum.Telling, sum.Hiding)
            );
        }
        table.Write(root);
        Assert.Equal(table.Counts, NationalTable.Read(root)!.Counts);
        Assert.NotEmpty(table.ByMonth(LadderFigures.OnLadder.Code));
    }
}
