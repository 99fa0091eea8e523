using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Tests;

/// <summary>Every page that every role can come to by its links, and the row that each leaves in the log of who looked.</summary>
public sealed partial class LookWalkTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        CoordinatorStage.Seed(site);
        DemoRoles.Seed(site.Database);
        DemoRecovery.Seed(site.Database);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    AccessLog Log => site.Services.GetRequiredService<AccessLog>();

    List<RouteEndpoint> Gets =>
        [
            .. site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
                    && e.Metadata.GetMetadata<IAllowAnonymous>() is null
                ),
        ];

    static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    [GeneratedRegex("""href="(/[^"#]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"/barn/(\d+)")]
    private static partial Regex OfChild();

    /// <summary>An address with its numbers taken out: one of each is enough.</summary>
    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    /// <summary>The child that an address is about.</summary>
    [GeneratedRegex(@"^/(?:barn|fordeling)/(\d+)")]
    private static partial Regex About();

    /// <summary>Pictures and styles that lie beside the program are the same for all; a figure as a picture is asked for.</summary>
    static bool IsPage(string address) =>
        Path.GetExtension(address) is not (".css" or ".svg") || address.StartsWith("/ledelse/", StringComparison.Ordinal);

    [Fact]
    public async Task Every_get_of_every_role_leaves_its_row_before_it_is_answered()
    {
        var (wrong, tooMany) = (new List<string>(), new SortedSet<string>(StringComparer.Ordinal));
        var seen = new HashSet<string>();
        var declared = Gets.Where(e => e.Metadata.GetMetadata<NoChildShown>() is not null).Select(Pattern).ToHashSet();
        var heads = new HashSet<string>();
        var roles = site.People.GroupBy(p => p.Role).Select(g => g.First()).OrderByDescending(p => p.Role == ViewerRole.Head);
        foreach (var (place, role) in roles.Index())
        {
            var browser = await site.As(role.Key);
            // Of the one who sees most several of each are asked for: not every child has everything.
            var each = role.Role == ViewerRole.Head ? 6 : 1;
            // In a short run the others share what the head has seen between them; whole, each is asked for as everybody.
            bool Asks(string page) =>
                Heavy.Whole || role.Role == ViewerRole.Head || !heads.Contains(page) || page.Sum(c => c) % 5 == place % 5;
            var queue = new Queue<string>(Gets.Select(Pattern).Where(p => !p.Contains('{', StringComparison.Ordinal) && Asks(p)));
            foreach (
                var child in site
                    .Overview.Children.Where(c => c.Case is not null)
                    .OrderByDescending(c => c.File.Plans.Length + c.File.Assessments.Length + c.File.Conferences.Length)
                    .Take(each)
            )
                queue.Enqueue($"/barn/{child.File.Id}");
            // Whoever has had a measure longest has most to look back on.
            foreach (
                var child in site.Overview.Children.OrderByDescending(c => c.File.FollowUps.Length + c.File.Interventions.Length).Take(each)
            )
            foreach (var page in (string[])["", "/krav", "/plan-og-maal", "/historik", "/journal", "/netvaerk"])
                queue.Enqueue($"/barn/{child.File.Id}{page}");
            var asked = queue.GroupBy(u => Number().Replace(u, "0")).ToDictionary(g => g.Key, g => g.Count());
            var tried = queue.ToHashSet();
            while (queue.TryDequeue(out var url))
            {
                var before = Log.Head().No;
                using var answer = await browser.GetAsync(new Uri(url, UriKind.Relative));
                var rows = Log.Read(10).Where(l => l.No > before && l.Author == role.Key).ToList();
                var body = await answer.Content.ReadAsStringAsync();
                // A redirect was followed: what it came to has the row.
                var path = answer.RequestMessage!.RequestUri!.AbsolutePath;
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    if (role.Role == ViewerRole.Head)
                        heads.Add(Number().Replace(url.Split('?')[0], "0"));
                    var html = answer.Content.Headers.ContentType?.MediaType == "text/html";
                    var shown = html ? OfChild().Matches(body).Select(m => long.Parse(m.Groups[1].Value)).ToHashSet() : [];
                    if (About().Match(path) is { Success: true } about)
                        shown.Add(long.Parse(about.Groups[1].Value));
                    var pattern = rows.Select(r => r.Told.Page?["GET ".Length..]).FirstOrDefault();
                    if (pattern is not null)
                        seen.Add("/" + pattern.Trim('/'));
                    if (rows.Count == 0 && (shown.Count > 0 || !declared.Contains(path)))
                        wrong.Add($"{role.Role} was shown {url} and no row was written");
                    if (rows.Count > 0 && declared.Contains(path))
                        wrong.Add($"{url} says that it shows no child, and named one to {role.Role}");
                    var told = rows.SelectMany(r => r.Told.All).ToHashSet();
                    if (!shown.IsSubsetOf(told))
                        wrong.Add($"{role.Role} was shown {shown.Except(told).Count()} children at {url} who are in no row");
                    if (rows.Any(r => r.Told.All.Any() && r.Told.Why?.Length != r.Told.All.Count()))
                        wrong.Add($"{url} does not say why {role.Role} was allowed");
                    // No page or list has more than a hundred rows, whoever asks: what is more has pages.
                    if (html)
                        tooMany.UnionWith(RowsOnAPage.TooMany(body).Select(rows => $"{url}: {rows} rows for {role.Role}"));
                    if (html)
                        foreach (var link in Link().Matches(body).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
                        {
                            var one = Number().Replace(link.Split('?')[0], "0");
                            asked[one] = asked.GetValueOrDefault(one) + 1;
                            if (asked[one] <= each && Asks(one) && IsPage(one) && tried.Add(link))
                                queue.Enqueue(link);
                        }
                }
                else if (answer.StatusCode == HttpStatusCode.Forbidden && !rows.Exists(r => LookKinds.IsRefusal(r.Kind)))
                    wrong.Add($"{role.Role} was refused {url} and no row was written");
            }
        }
        Assert.Equal([], wrong);
        Assert.Equal([], tooMany);
        // What the links do not lead to in the example is about the child of its address, whatever the page says, or lists no child.
        string[] known =
        [
            "/aarshjul/",
            "/basislinjer/",
            "/boern/soeg",
            "/forandringsteorier/",
            "/hvem-har-set/svar",
            "/import/",
            "/investering/",
            "/ledelsestilsyn/",
            "/leverancer/",
            "/log-ind/skrevet",
            "/paneler/",
            "/raadet/",
            "/samordner/",
            "/spoergeskemaer/",
        ];
        var left = Gets.Select(Pattern).Where(p => !declared.Contains(p) && !seen.Contains(p)).ToList();
        Assert.Equal(
            [],
            left.Where(p =>
                !p.Contains("{child:long}", StringComparison.Ordinal) && !known.Any(k => p.StartsWith(k, StringComparison.Ordinal))
            )
        );
        Assert.True(seen.Count > 60, $"only {seen.Count} pages were reached");
        Assert.Equal([], Log.Check());
    }
}
