using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Workforce;

namespace Spor.Web.Tests;

/// <summary>Sign-in by the municipality's own provider, and every way in which an answer of one may be wrong.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-provider-").FullName;
    TestProvider provider = null!;
    Database database = null!;
    WebApplication app = null!;
    Uri address = null!;
    string login = "";

    Spor.Facts.Register Register => app.Services.GetRequiredService<Municipality>().Current.Register;

    public async ValueTask InitializeAsync()
    {
        provider = await TestProvider.Start();
        // Its first answer is slow on a machine that does much else, and Spor waits for no more than twenty seconds.
        using (var first = new HttpClient { Timeout = TimeSpan.FromMinutes(3) })
            await first.GetAsync(new Uri(provider.Address, "/.well-known/openid-configuration"));
        Site.CopyExample(folder);
        database = Database.Open(null, folder);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            address = new Uri($"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}");
        }
        var settings = Settings.Of(
            $$"""
            { "address": "{{address}}", "signIn": { "authority": "{{provider.Address}}", "clientId": "spor", "clientSecret": "x", "people": "login.csv" } }
            """
        );
        app = SporHost.Build(new SporOptions(database, address.Port, DemoMode: false) { Settings = settings });
        await app.StartAsync();
        var caseworker = Register.Employments.First(e => e.Role == Role.Caseworker && e is { To: null, TeamId: not null });
        login = "mie@kommune.example";
        File.WriteAllLines(
            Path.Combine(folder, "login.csv"),
            [
                "# login;person",
                login + ";" + caseworker.SourceKey,
                "boss@kommune.example;medarbejder-999999",
                "snyd@x;analytiker",
                "demo@x;leder",
            ]
        );
        provider.Login = login;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await provider.DisposeAsync();
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    HttpClient Browser(bool follow = true) =>
        new(
            new HttpClientHandler
            {
                CookieContainer = new CookieContainer(),
                AllowAutoRedirect = follow,
                MaxAutomaticRedirections = 12,
            }
        )
        {
            BaseAddress = address,
        };

    static async Task<(HttpStatusCode Status, string Path, IDocument Page)> Get(HttpClient browser, string url)
    {
        using var answer = await browser.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute));
        var html = await answer.Content.ReadAsStringAsync();
        return (
            answer.StatusCode,
            answer.RequestMessage!.RequestUri!.PathAndQuery,
            await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html))
        );
    }

    static string TextOf(IDocument page) => page.QuerySelector("main")!.TextContent;

    async Task<HttpClient> SignedIn()
    {
        var browser = Browser();
        var (status, path, _) = await Get(browser, ProviderSignIn.Start + "?til=/min-dag");
        Assert.Equal((HttpStatusCode.OK, ProviderSignIn.Arrived + "?til=%2Fmin-dag"), (status, path));
        return browser;
    }

    [Fact]
    public async Task Somebody_comes_in_by_the_provider_and_is_whom_the_register_knows()
    {
        using var browser = Browser();
        var (_, path, page) = await Get(browser, "/boern");
        Assert.StartsWith("/log-ind", path, StringComparison.Ordinal);
        Assert.Equal("Log ind i Spor", page.QuerySelector("h1")!.TextContent);
        (_, path, page) = await Get(browser, page.QuerySelector("main a.button")!.GetAttribute("href")!);
        Assert.Equal("0;url=/boern", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        (var status, _, page) = await Get(browser, "/min-dag");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Rådgiver", page.QuerySelector(".rail-foot")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(browser, "/fordeling")).Status);
        // The start address is no way in beside it.
        Assert.Null(app.Services.GetService<StartAddress>());
    }

    [Theory]
    [InlineData("ukendt@kommune.example")]
    [InlineData("snyd@x")]
    [InlineData("demo@x")]
    public async Task Whom_Spor_does_not_know_is_told_so_and_comes_nowhere(string stranger)
    {
        provider.Login = stranger;
        using var browser = Browser();
        var (status, _, page) = await Get(browser, ProviderSignIn.Start);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("Spor gør ikke", TextOf(page), StringComparison.Ordinal);
        Assert.StartsWith("/log-ind", (await Get(browser, "/min-dag")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_a_role_today_is_signed_in_and_sees_nothing()
    {
        provider.Login = "boss@kommune.example";
        using var browser = Browser();
        await Get(browser, ProviderSignIn.Start);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(browser, "/min-dag")).Status);
    }

    public static TheoryData<string> Spoilt => ["signature", "nonce", "no-nonce", "audience", "issuer", "expired", "unsigned-key"];

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_token_that_is_not_right_lets_nobody_in_and_the_page_says_so_kindly(string how)
    {
        provider.Spoil = (says, key) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            switch (how)
            {
                case "nonce":
                    says["nonce"] = "another";
                    break;
                case "no-nonce":
                    says.Remove("nonce");
                    break;
                case "audience":
                    says["aud"] = "somebody-else";
                    break;
                case "issuer":
                    says["iss"] = "http://localhost:1/";
                    break;
                case "expired":
                    (says["iat"], says["nbf"], says["exp"]) = (
                        now.AddHours(-2).ToUnixTimeSeconds(),
                        now.AddHours(-2).ToUnixTimeSeconds(),
                        now.AddMinutes(-30).ToUnixTimeSeconds()
                    );
                    break;
                case "signature":
                    // The right name on a wrong key.
                    return (says, new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = key.KeyId });
                case "unsigned-key":
                    return (says, TestProvider.NewKey());
            }
            return (says, key);
        };
        using var browser = Browser();
        var (status, path, page) = await Get(browser, ProviderSignIn.Start);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.StartsWith(ProviderSignIn.Failed, path, StringComparison.Ordinal);
        Assert.Contains("kunne ikke bruges", TextOf(page), StringComparison.Ordinal);
        Assert.StartsWith("/log-ind", (await Get(browser, "/min-dag")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_used_once_and_is_worth_nothing_in_another_browser()
    {
        using var still = Browser(follow: false);
        static async Task<Uri> Next(HttpClient browser, Uri url)
        {
            using var answer = await browser.GetAsync(url);
            return new(url, answer.Headers.Location!);
        }
        var authorize = await Next(still, new Uri(address, ProviderSignIn.Start));
        var callback = await Next(still, authorize);
        Assert.Equal(ProviderSignIn.Callback, callback.AbsolutePath);
        using var other = Browser();
        var (_, path, _) = await Get(other, callback.AbsoluteUri);
        Assert.StartsWith(ProviderSignIn.Failed, path, StringComparison.Ordinal);
        Assert.Equal(ProviderSignIn.Arrived, (await Next(still, callback)).AbsolutePath);
        Assert.Equal(ProviderSignIn.Failed, (await Next(still, callback)).AbsolutePath);
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_fetched_by_themselves()
    {
        using (await SignedIn()) { }
        await provider.ChangeKeys();
        await Task.Delay(1100);
        using (await SignedIn()) { }
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_kindly_and_who_is_in_stays_in()
    {
        using var inside = await SignedIn();
        await provider.GoDown();
        using var browser = Browser();
        var (status, _, page) = await Get(browser, ProviderSignIn.Start);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("svarer ikke lige nu", TextOf(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Get(inside, "/min-dag")).Status);
    }

    [Fact]
    public async Task Signing_out_there_signs_out_here_by_a_token_of_the_providers_own_alone()
    {
        using var browser = await SignedIn();
        async Task<HttpStatusCode> Tell(string token)
        {
            using var server = new HttpClient { BaseAddress = address };
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("logout_token", token)]);
            using var answer = await server.PostAsync(new Uri(ProviderSignIn.BackChannel, UriKind.Relative), form);
            return answer.StatusCode;
        }
        foreach (
            var forged in new[]
            {
                "",
                "x.y.z",
                provider.LogoutToken("sid-1", "spor", mine: false),
                provider.LogoutToken("sid-1", "another"),
            }
        )
            Assert.Equal(HttpStatusCode.BadRequest, await Tell(forged));
        Assert.Equal(HttpStatusCode.OK, (await Get(browser, "/min-dag")).Status);
        Assert.Equal(HttpStatusCode.OK, await Tell(provider.LogoutToken("sid-1", "spor")));
        Assert.StartsWith("/log-ind", (await Get(browser, "/min-dag")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_widest_roles_show_anew_who_they_are_and_an_old_answer_is_not_enough()
    {
        var user = await Administrator();
        File.AppendAllLines(Path.Combine(folder, "login.csv"), ["it@kommune.example;" + user]);
        provider.Login = "it@kommune.example";
        provider.SignedInAt = TimeProvider.System.GetUtcNow().AddHours(-3);
        using var browser = await SignedIn();
        var (_, path, page) = await Get(browser, "/roller/ny");
        Assert.StartsWith("/log-ind/igen", path, StringComparison.Ordinal);
        // A provider that does not ask again is no proof.
        var again = page.QuerySelector("main a.button")!.GetAttribute("href")!;
        (_, path, _) = await Get(browser, again);
        Assert.Equal(ProviderSignIn.Failed + "?hvorfor=gammel", path);
        provider.SignedInAt = TimeProvider.System.GetUtcNow();
        (_, path, _) = await Get(browser, again);
        Assert.Equal(ProviderSignIn.Arrived + "?til=%2Froller%2Fny", path);
        Assert.Equal("/roller/ny", (await Get(browser, "/roller/ny")).Path);
    }

    async Task<string> Administrator()
    {
        var acts = app.Services.GetRequiredService<Spor.Storage.Journal.Acts>();
        var clock = new Spor.Kernel.Clock(TimeProvider.System);
        var author = Spor.Verbs.Author.Program("spor");
        var user = acts.Do(new AddUser("Asger Lund", "it", clock.Today, null), author, clock).New<UserFact>()!;
        Assert.True(acts.Do(new GrantRole(People.UserKey(user.Id), ViewerRole.Administrator, clock.Today, null), author, clock).Saved);
        for (var i = 0; i < 400 && Register.EntryNo != database.HeadNo; i++)
            await Task.Delay(25);
        return People.UserKey(user.Id);
    }

    [Theory]
    [InlineData("/boern", true)]
    [InlineData("/boern?trin=3", true)]
    [InlineData("//onde.example", false)]
    [InlineData("/\\onde.example", false)]
    [InlineData("/\t/onde.example", false)]
    [InlineData("/\n/onde.example", false)]
    [InlineData("https://onde.example", false)]
    [InlineData("onde.example", false)]
    [InlineData("/a/../..//onde.example", false)]
    [InlineData("", false)]
    public void Only_one_of_Spors_own_pages_is_gone_back_to(string to, bool kept) => Assert.Equal(kept ? to : null, LocalPath.Of(to));

    [Theory]
    [InlineData("""{ "signIn": { "authority": "http://login.example", "clientId": "x" }, "address": "https://spor.dk" }""", "https://")]
    [InlineData("""{ "signIn": { "authority": "https://login.example" }, "address": "https://spor.dk" }""", "clientId")]
    [InlineData("""{ "signIn": { "authority": "https://login.example", "clientId": "x" } }""", "address")]
    [InlineData(
        """{ "signIn": { "authority": "https://login.example", "clientId": "x", "idleMinutes": 1 }, "address": "https://a.dk" }""",
        "480"
    )]
    public void A_sign_in_that_cannot_be_meant_stops_the_start(string json, string why) =>
        Assert.Contains(why, Assert.Throws<SettingsException>(() => Settings.Of(json)).Message, StringComparison.Ordinal);
}
