using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Walks every endpoint that the host has, so that a new one is tried the day it is written.</summary>
public sealed partial class EndpointTests(Site site)
{
    /// <summary>Where somebody comes who is not signed in: signing in and out, being refused, being told of a fault, and whether Spor is
    /// up.</summary>
    static readonly string[] ForAnybody =
    [
        // Another system comes with a key of its own (DeliveryPageTests).
        "/api/levering/{id}",
        "/api/levering/{navn}",
        "/fejl/{code:range(400,599)?}",
        "/ingen-adgang",
        "/kalender/{id:long}/{key}.ics",
        "/log-ind",
        "/log-ud",
        "/log-ud/alle",
        "/start",
        "/sundhed",
        "/sundhed/lever",
        "/sundhed/status",
        // Whoever answers a survey is nobody (SurveyPageTests).
        "/svar",
        "/svar/tak",
        "/svar/{kode}",
    ];

    /// <summary>Who each policy lets in, as the roles are declared.</summary>
    static readonly Dictionary<string, ViewerRole[]> LetIn = Enum.GetValues<Capability>()
        .ToDictionary(c => c.ToString(), c => Roles.All.Where(r => r.May.Contains(c)).Select(r => r.Role).ToArray());

    List<RouteEndpoint> Endpoints => [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    static bool MayAnybody(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    static string? Policy(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).LastOrDefault(p => p is not null);

    /// <summary>The address with every parameter filled in.</summary>
    static string Filled(RouteEndpoint endpoint) => Parameter().Replace(Path(endpoint), "1");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [Fact]
    public void Every_endpoint_asks_for_a_policy_or_is_known_to_be_for_anybody()
    {
        Assert.NotEmpty(Endpoints);
        Assert.Equal(ForAnybody, Endpoints.Where(MayAnybody).Select(Path).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            [],
            Endpoints
                .Where(e => !MayAnybody(e) && (Policy(e) is not { } policy || !LetIn.ContainsKey(policy)))
                .Select(e => $"{Path(e)}: {Policy(e) ?? "no policy"}")
        );
    }

    /// <summary>
    /// What is posted and records nothing that a person decides: signing in, searching (a term never stands in an address), drafts, and an
    /// import, whose entries are made of what another system reports.
    /// </summary>
    static readonly string[] RecordsNothing =
    [
        "/boern/soeg",
        "/boern/soeg.csv",
        "/boern/soeg.xlsx",
        "/barn/{child:long}/aktindsigt/{id:long}/pakke",
        "/import",
        "/import/tag-tilbage",
        "/import/{id}/dag",
        "/barn/{child:long}/dokumenter",
        "/barn/{child:long}/samme-barn",
        "/barn/{child:long}/journal",
        Routes.Find,
        "/import/{id}/fortryd",
        "/import/{id}/gem",
        "/import/{id}/kortlaegning",
        "/import/{id}/laeg-til-side",
        "/leverancer/{id}/afvis",
        "/leverancer/{id}/dag",
        "/leverancer/{id}/gem",
        "/leverancer/{id}/igen",
        "/leverancer/{id}/kortlaegning",
        "/leverancer/{id}/laeg-til-side",
        "/api/levering/{navn}",
        "/kladde",
        "/kladde/slet",
        "/log-ind",
        "/log-ind/skrevet/slet",
        "/log-ud",
        "/log-ud/alle",
        Routes.SearchNotes,
        // What is answered waits outside the record until its box is emptied.
        "/svar",
    ];

    [Fact]
    public void Every_post_that_records_something_does_a_declared_verb_and_lets_in_who_may_do_it()
    {
        var posts = Endpoints.Where(e => Methods(e).Contains("POST")).ToList();
        Assert.Equal([], posts.Where(e => e.Metadata.GetMetadata<Verb>() is null && !RecordsNothing.Contains(Path(e))).Select(Path));
        foreach (var post in posts)
        foreach (var verb in post.Metadata.GetOrderedMetadata<Verb>())
            Assert.Contains(verb.Admission.Capability.ToString(), post.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy));
    }

    [Fact]
    public void Every_endpoint_answers_to_get_or_post_alone()
    {
        // The page about a fault answers whatever met the fault.
        Assert.Equal(
            [],
            Endpoints
                .Where(e =>
                    !Path(e).StartsWith("/fejl", StringComparison.Ordinal)
                    && (Methods(e).Count == 0 || Methods(e).Except(["GET", "HEAD", "POST"]).Any())
                )
                .Select(e => $"{Path(e)}: {string.Join(", ", Methods(e))}")
        );
    }

    [Fact]
    public async Task Every_post_is_refused_without_the_forms_own_token()
    {
        var head = await site.As("leder");
        // A coordinator's own posts are walked as a coordinator (CoordinatorWalkTests), a partner's as a partner (PartnerPageTests).
        // A key instead of a form, and no cookie that a page elsewhere could make the browser send.
        var posts = Endpoints
            .Where(e =>
                Methods(e).Contains("POST")
                && Policy(e) is not (Policies.Coordination or Policies.Partnering)
                && Path(e) != "/api/levering/{navn}"
            )
            .ToList();
        Assert.NotEmpty(posts);
        var taken = new List<string>();
        foreach (var post in posts)
        {
            if (post.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false })
                taken.Add(Path(post) + " does not ask");
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("person", "leder")]);
            using var answer = await head.PostAsync(new Uri(Filled(post), UriKind.Relative), form);
            if (answer.StatusCode != HttpStatusCode.BadRequest)
                taken.Add($"{Path(post)} answered {(int)answer.StatusCode}");
        }
        Assert.Equal([], taken);
    }

    [Fact]
    public async Task A_stranger_is_sent_to_the_sign_in_page_from_everywhere_else()
    {
        using var stranger = site.Stranger(follow: false);
        var open = new List<string>();
        foreach (var endpoint in Endpoints.Where(e => !MayAnybody(e)))
        foreach (var method in Methods(endpoint))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Filled(endpoint));
            if (method == "POST")
                request.Content = new FormUrlEncodedContent([]);
            using var answer = await stranger.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Redirect || answer.Headers.Location?.AbsolutePath != "/log-ind")
                open.Add($"{method} {Path(endpoint)} answered {(int)answer.StatusCode}");
        }
        Assert.Equal([], open);
    }

    [Fact]
    public async Task A_caseworker_is_refused_the_import_and_told_so()
    {
        var (status, page) = await site.Get(await site.As(site.CaseworkerKeys[0]), "/import");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("Ingen adgang", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("nav.rail a"), a => a.GetAttribute("href") == "/import");
    }

    [Fact]
    public async Task The_menu_holds_no_item_that_refuses_or_is_missing()
    {
        foreach (var key in new[] { "leder", "teamleder-1", site.CaseworkerKeys[0], "controller" })
        {
            var browser = await site.As(key);
            var (_, page) = await site.Get(browser, "/ingen-adgang");
            var items = page.QuerySelectorAll("nav.rail details a").Select(a => a.GetAttribute("href")).ToList();
            Assert.Equal(items.Distinct(), items);
            foreach (var href in page.QuerySelectorAll("nav.rail details a").Select(a => a.GetAttribute("href")!))
            {
                using var answer = await browser.GetAsync(new Uri(href, UriKind.Relative));
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{key} was answered {(int)answer.StatusCode} for {href}");
            }
        }
    }

    [Theory]
    [InlineData("/import", HttpStatusCode.OK)]
    [InlineData("/ingen-adgang", HttpStatusCode.Forbidden)]
    [InlineData("/findes-ikke", HttpStatusCode.NotFound)]
    [InlineData("/fejl", HttpStatusCode.InternalServerError)]
    [InlineData("/spor.css", HttpStatusCode.OK)]
    [InlineData("/spor.css?v=1", HttpStatusCode.OK)]
    [InlineData("/lib/dkfds/css/dkfds.min.css", HttpStatusCode.OK)]
    [InlineData("/lib/findes-ikke.css", HttpStatusCode.NotFound)]
    [InlineData("/sundhed", HttpStatusCode.OK)]
    public async Task Every_answer_carries_the_security_headers(string url, HttpStatusCode expected)
    {
        var head = await site.As("leder");
        using var answer = await head.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal(expected, answer.StatusCode);
        string Header(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
        var csp = Header("Content-Security-Policy");
        Assert.Contains("default-src 'self'", csp, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", csp, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Equal("", Header("Server"));
        var cache = Header("Cache-Control");
        if (!url.Contains(".css", StringComparison.Ordinal) || expected != HttpStatusCode.OK)
            Assert.Contains("no-store", cache, StringComparison.Ordinal);
        else
            Assert.Equal(url.Contains('?', StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache", cache);
    }

    [Theory]
    [InlineData("onde.example", true)]
    [InlineData("onde.example:{port}", true)]
    [InlineData("localhost.onde.example:{port}", true)]
    [InlineData("127.0.0.1.onde.example", true)]
    [InlineData("0.0.0.0:{port}", true)]
    [InlineData("localhost:{port}", false)]
    [InlineData("LOCALHOST:{port}", false)]
    [InlineData("127.0.0.1:{port}", false)]
    [InlineData("[::1]:{port}", false)]
    public async Task Only_this_machines_own_names_are_answered(string host, bool refused)
    {
        using var stranger = site.Stranger();
        foreach (var url in new[] { "/log-ind", "/spor.css", "/sundhed" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Host = host.Replace(
                "{port}",
                site.Address.Port.ToString(CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
            using var answer = await stranger.SendAsync(request);
            Assert.Equal(refused ? HttpStatusCode.MisdirectedRequest : HttpStatusCode.OK, answer.StatusCode);
            if (refused)
            {
                var page = await answer.Content.ReadAsStringAsync();
                Assert.Contains("Spor kender ikke den adresse", page, StringComparison.Ordinal);
                Assert.Contains("settings.json", page, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/fejl", 500, "Noget gik galt")]
    [InlineData("/fejl/500", 500, "Noget gik galt")]
    [InlineData("/fejl/599", 599, "Noget gik galt")]
    [InlineData("/fejl/404", 404, "Siden findes ikke")]
    [InlineData("/fejl/403", 403, "Ingen adgang")]
    [InlineData("/fejl/400", 400, "Det kunne Spor ikke læse")]
    [InlineData("/fejl/413", 413, "Filen er for stor")]
    [InlineData("/fejl/200", 404, "Siden findes ikke")]
    [InlineData("/fejl/302", 404, "Siden findes ikke")]
    [InlineData("/fejl/0", 404, "Siden findes ikke")]
    [InlineData("/fejl/-404", 404, "Siden findes ikke")]
    [InlineData("/fejl/600", 404, "Siden findes ikke")]
    [InlineData("/fejl/99999999999999999999", 404, "Siden findes ikke")]
    [InlineData("/fejl/abc", 404, "Siden findes ikke")]
    [InlineData("/fejl/%3Cscript%3E", 404, "Siden findes ikke")]
    [InlineData("/barn/ikke-et-tal", 404, "Siden findes ikke")]
    [InlineData("/import/ikke-et-udtraek", 404, "Siden findes ikke")]
    public async Task A_fault_has_a_page_in_Danish_with_its_own_number(string url, int status, string title)
    {
        var (answered, page) = await site.Get(await site.As("leder"), url);
        Assert.Equal(status, (int)answered);
        Assert.Equal("da", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/", page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.DoesNotContain("script>", page.QuerySelector("main")!.InnerHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_post_whose_token_is_gone_is_told_to_fetch_the_page_again()
    {
        using var form = new FormUrlEncodedContent([]);
        using var answer = await (await site.As("leder")).PostAsync(new Uri("/import", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("hent den igen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_Spors_own_says_so_without_a_word_of_its_inside()
    {
        await using var own = await OwnSite.Open();
        own.Database.Dispose();
        var (status, page, _) = await own.Get("/import");
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("Noget gik galt", page.QuerySelector("h1")!.TextContent);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Spor", text, StringComparison.Ordinal);
    }
}
