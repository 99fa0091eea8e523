using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Tests;

/// <summary>Nobody gets in where they do not belong: the start address, who sends a request on, and who asks from elsewhere.</summary>
public sealed class DoorTests(Site site)
{
    static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    static Task<HttpResponseMessage> Ask(HttpClient browser, string url, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return browser.SendAsync(request);
    }

    [Fact]
    public async Task Another_caller_on_this_machine_is_not_the_analyst_and_is_told_what_to_do()
    {
        await using var own = await OwnSite.Open();
        using var stranger = own.Stranger();
        foreach (var url in new[] { "/", "/boern", "/import", "/barn/1" })
        {
            using var answer = await stranger.GetAsync(new Uri(url, UriKind.Relative));
            Assert.Equal((HttpStatusCode.Redirect, "/log-ind"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
        }
        using var told = await stranger.GetAsync(new Uri("/log-ind", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, told.StatusCode);
        var page = await Text(told);
        Assert.Contains("Startadressen er brugt", page, StringComparison.Ordinal);
        Assert.Contains("Ctrl + C", page, StringComparison.Ordinal);
        using var post = await stranger.PostAsync(new Uri("/log-ind", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.NotEqual(HttpStatusCode.OK, post.StatusCode);
    }

    [Fact]
    public async Task The_start_address_lets_one_in_once_and_a_guess_never()
    {
        var folder = Directory.CreateTempSubdirectory("spor-start-").FullName;
        using (var database = Database.Open(null, folder))
        {
            await using var app = SporHost.Build(new SporOptions(database, 0, DemoMode: false));
            await app.StartAsync();
            var address = app.Services.GetRequiredService<StartAddress>().Unused!;
            HttpClient Browser() =>
                new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
                {
                    BaseAddress = new Uri(app.Urls.First()),
                };
            async Task<string> Opened(HttpClient browser, string url)
            {
                using var answer = await browser.GetAsync(new Uri(url, UriKind.Relative));
                using var front = await browser.GetAsync(new Uri("/import", UriKind.Relative));
                return front.StatusCode == HttpStatusCode.Found ? "Redirect" : front.StatusCode.ToString();
            }
            using var guesser = Browser();
            foreach (var guess in new[] { "", "?adgang=", "?adgang=1", "?adgang=" + new string('0', 64), "?adgang=" + new string('æ', 64) })
                Assert.Equal("Redirect", await Opened(guesser, StartAddress.Path + guess));
            using var first = Browser();
            Assert.Equal("OK", await Opened(first, address));
            using var second = Browser();
            Assert.Equal("Redirect", await Opened(second, address));
            Assert.Null(app.Services.GetRequiredService<StartAddress>().Unused);
            await app.StopAsync();

            // Whoever starts Spor again has the only session.
            await using var again = SporHost.Build(new SporOptions(database, 0, DemoMode: false));
            Assert.Empty(again.Services.GetRequiredService<Sessions>().Running(new(TimeSpan.FromDays(9), TimeSpan.FromDays(9))));
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_a_copy_of_the_cookie()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var copied = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = copied, AllowAutoRedirect = false })
        {
            BaseAddress = own.Address,
        };
        async Task SignIn()
        {
            var (_, form) = await own.Get(browser, "/log-ind");
            await own.Post(browser, "/log-ind", form, [("person", "leder")], mustSucceed: false);
        }
        await SignIn();
        var (status, page) = await own.Get(browser, "/boern");
        Assert.Equal(HttpStatusCode.OK, status);
        var stolen = copied.GetCookieHeader(own.Address);
        async Task<HttpStatusCode> WithTheCopy()
        {
            using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
            {
                BaseAddress = own.Address,
            };
            using var answer = await Ask(thief, "/boern", ("Cookie", stolen));
            return answer.StatusCode;
        }
        Assert.Equal(HttpStatusCode.OK, await WithTheCopy());
        await own.Post(browser, "/log-ud", page, [], mustSucceed: false);
        Assert.Equal(HttpStatusCode.Redirect, await WithTheCopy());

        // Everywhere: also the browser that one left open elsewhere.
        var elsewhere = await own.As("leder");
        Assert.Equal(HttpStatusCode.OK, (await own.Get(elsewhere, "/boern")).Status);
        await SignIn();
        (_, page) = await own.Get(browser, "/boern");
        await own.Post(browser, "/log-ud/alle", page, [], mustSucceed: false);
        var (_, after) = await own.Get(elsewhere, "/boern");
        Assert.Equal("Vælg, hvem du vil være", after.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.1.2.3")]
    [InlineData("X-Forwarded-Host", "spor.kommune.dk")]
    [InlineData("X-Forwarded-Anything", "1")]
    [InlineData("Forwarded", "for=10.1.2.3")]
    [InlineData("Via", "1.1 nginx")]
    [InlineData("X-Real-IP", "10.1.2.3")]
    [InlineData("CF-Connecting-IP", "10.1.2.3")]
    public async Task What_somebody_sends_on_is_refused_and_the_page_says_what_to_set(string header, string value)
    {
        foreach (var url in new[] { "/log-ind", "/boern", "/spor.css", "/sundhed" })
        {
            using var answer = await Ask(await site.As("leder"), url, (header, value));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            var page = await Text(answer);
            Assert.Contains(header, page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("\"proxy\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_plain_proxy_that_speaks_as_nginx_does_shows_nothing()
    {
        await using var own = await OwnSite.Open();
        using var stranger = own.Stranger();
        var port = stranger.BaseAddress!.Port;
        // proxy_pass without a word more: HTTP/1.0, the upstream's own name, no header that tells.
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /import HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = WebUtility.HtmlDecode(await reader.ReadToEndAsync());
        Assert.Contains(" 403 ", answer[..20], StringComparison.Ordinal);
        Assert.Contains("står bag noget, der ikke er sat op", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "cross-site", "no-cors", "image", true)]
    [InlineData("GET", "cross-site", "navigate", "iframe", true)]
    [InlineData("GET", "same-site", "cors", "empty", true)]
    [InlineData("POST", "cross-site", "navigate", "document", true)]
    [InlineData("POST", "same-site", "navigate", "document", true)]
    [InlineData("GET", "cross-site", "navigate", "document", false)]
    [InlineData("GET", "none", "navigate", "document", false)]
    [InlineData("GET", "same-origin", "cors", "empty", false)]
    public async Task A_request_that_a_page_elsewhere_made_is_refused(string method, string from, string mode, string dest, bool refused)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/log-ind");
        request.Headers.Add("Sec-Fetch-Site", from);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        request.Headers.Add("Sec-Fetch-Dest", dest);
        using var answer = await site.Stranger(follow: false).SendAsync(request);
        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer.StatusCode);
        if (refused)
            Assert.Contains("En anden side bad om dette", await Text(answer), StringComparison.Ordinal);
    }

    static async Task Behind(string settings, Func<HttpClient, Task> then)
    {
        var folder = Directory.CreateTempSubdirectory("spor-proxy-").FullName;
        using (var database = Database.Open(null, folder))
        {
            await using var app = SporHost.Build(new SporOptions(database, 0, DemoMode: true) { Settings = Settings.Of(settings) });
            await app.StartAsync();
            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
            {
                BaseAddress = new Uri(app.Urls.First()),
            };
            await then(browser);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Behind_a_proxy_that_is_named_its_word_counts_and_nobody_elses_does() =>
        await Behind(
            """{ "address": "https://spor.proeve.dk", "proxy": ["127.0.0.1"] }""",
            async browser =>
            {
                (string, string)[] through = [("Host", "spor.proeve.dk"), ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Proto", "https")];
                using (var answer = await Ask(browser, "/log-ind", through))
                {
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                    Assert.Equal("max-age=31536000", string.Join("", answer.Headers.GetValues("Strict-Transport-Security")));
                    var cookie = answer.Headers.GetValues("Set-Cookie").First();
                    Assert.StartsWith("__Host-spor-form-", cookie, StringComparison.Ordinal);
                    Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
                }
                // Around the proxy, unencrypted, or in another name.
                foreach (
                    var (headers, title) in new ((string, string)[], string)[]
                    {
                        ([("Host", "spor.proeve.dk")], "Brug den adresse"),
                        ([through[0], through[1], ("X-Forwarded-Proto", "http")], "ikke krypteret"),
                        ([("Host", "onde.example"), through[1], through[2]], "kender ikke den adresse"),
                    }
                )
                {
                    using var refused = await Ask(browser, "/log-ind", headers);
                    Assert.True((int)refused.StatusCode is 403 or 421);
                    Assert.Contains(title, await Text(refused), StringComparison.Ordinal);
                }
                // Who comes from elsewhere chooses no demo person.
                using var far = await Ask(browser, "/log-ind", through[0], ("X-Forwarded-For", "203.0.113.9"), through[2]);
                Assert.Equal(HttpStatusCode.Forbidden, far.StatusCode);
                using var health = await browser.GetAsync(new Uri("/sundhed", UriKind.Relative));
                Assert.True(health.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable);
            }
        );

    [Fact]
    public async Task Another_machine_that_calls_itself_a_proxy_is_none() =>
        await Behind(
            """{ "address": "https://spor.proeve.dk", "proxy": ["10.9.8.7"] }""",
            async browser =>
            {
                using var answer = await Ask(
                    browser,
                    "/log-ind",
                    ("Host", "spor.proeve.dk"),
                    ("X-Forwarded-For", "127.0.0.1"),
                    ("X-Forwarded-Proto", "https")
                );
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.Contains("mangler dens IP-adresse", await Text(answer), StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData("""{ "proxi": ["127.0.0.1"] }""", "stavet")]
    [InlineData("""{ "proxy": ["nginx"], "address": "https://spor.dk" }""", "IP-adresse")]
    [InlineData("""{ "proxy": ["127.0.0.1"] }""", "https")]
    [InlineData("""{ "proxy": ["127.0.0.1"], "address": "http://spor.dk" }""", "https")]
    [InlineData("""{ "address": "https://spor.dk/?sti=1" }""", "hel adresse")]
    [InlineData("""{ "address": """, "Linje 1")]
    [InlineData("""{ "nightlyReading": "kl. 3" }""", "klokkeslæt")]
    public void A_setting_that_cannot_be_meant_stops_the_start_and_says_why(string json, string why) =>
        Assert.Contains(why, Assert.Throws<SettingsException>(() => Settings.Of(json)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Two_instances_on_one_machine_do_not_take_each_others_cookies()
    {
        await using var one = new Site();
        await one.InitializeAsync();
        using var mine = await one.Stranger().GetAsync(new Uri("/log-ind", UriKind.Relative));
        await using var own = await OwnSite.Open();
        await own.Get("/import");
        Assert.NotEqual(
            SignedIn.CookieName(one.Services.GetRequiredService<SporOptions>(), "ind"),
            SignedIn.CookieName(own.Services.GetRequiredService<SporOptions>(), "ind")
        );
    }
}
