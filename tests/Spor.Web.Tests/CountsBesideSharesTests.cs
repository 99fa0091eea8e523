using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Spor.Web.Access;

namespace Spor.Web.Tests;

/// <summary>Wherever a share is shown of children or of what is due, the two counts stand with it: »4 af 17«. On every page with figures,
/// and in every file of theirs.</summary>
public sealed partial class CountsBesideSharesTests(Site site)
{
    /// <summary>Pages that need something asked of them before they show their figures.</summary>
    static readonly string[] Asked =
    [
        "/ledelse?periode=kvartal",
        "/ledelse?mod=alle&distrikt=1",
        "/ledelse/tal/compliance-law",
        "/ledelse/tal/family-share",
        "/trappen?mod=alle&distrikt=1",
        "/side-om-side?efter=team",
        "/side-om-side?efter=alder&tal=compliance-law&tal=family-share&tal=not-placed-year-after",
        "/noegletal?sammenlign=2026-03-31",
        "/oekonomi/bevilget?efter=konto",
        "/hvad-virker?efter=leverandoer",
        "/ledelse/dage-over-fristen?efter=team",
    ];

    /// <summary>Percent that are no share of a count: what stands in the text, and why.</summary>
    static readonly (string Text, string Why)[] NoShares =
    [
        ("mål", "a target"),
        ("procentpoint", "a change"),
        ("95 %", "an interval"),
        ("refusion", "a rate of the law"),
        ("sats", "a rate of the law"),
        ("kr.", "a share of kroner, which stand with it"),
        ("højere", "a change"),
        ("lavere", "a change"),
        ("budget", "a share of kroner"),
        ("det, der ventes oveni", "a share of kroner"),
    ];

    List<string> Walked =>
        [
            .. site
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
                .Where(e =>
                    e.Metadata.GetOrderedMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>()
                        .Any(a => a.Policy is Policies.Figures or Policies.Leadership)
                )
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
                .Where(p => !p.Contains('{', StringComparison.Ordinal) && !p.Contains('.', StringComparison.Ordinal)),
        ];

    [Theory]
    [InlineData("leder")]
    public async Task A_share_on_a_page_has_its_counts_beside_it(string who)
    {
        var browser = await site.As(who);
        var wrong = new List<string>();
        var (shares, pages) = (0, 0);
        foreach (var url in Walked.Concat(Asked).Distinct())
        {
            using var answer = await browser.GetAsync(new Uri(url, UriKind.Relative));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var (_, page) = await site.Get(browser, url);
            pages++;
            foreach (var (block, text) in Blocks(page))
            {
                if (NoShares.Any(n => text.Contains(n.Text, StringComparison.OrdinalIgnoreCase)))
                    continue;
                shares++;
                if (!Counts().IsMatch(text) && !HasCountsInRow(block) && !IsOfStaff(block))
                    wrong.Add(
                        $"{url}: {block.Closest("tr")?.QuerySelector("th")?.TextContent.Trim()} {text[..Math.Min(140, text.Length)]}"
                    );
            }
        }
        Assert.True(pages > 20, pages + " pages");
        Assert.True(shares > 50, shares + " shares");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {shares} shares without counts\n" + string.Join('\n', wrong.Distinct().Take(60)));
    }

    /// <summary>What is read as one: a cell, a line of a list, a paragraph, a card; those that say a percentage.</summary>
    static IEnumerable<(IElement Block, string Text)> Blocks(IDocument page)
    {
        var seen = new HashSet<IElement>();
        foreach (var node in page.QuerySelector("main")!.Descendants<IText>().Where(t => Percent().IsMatch(t.Data)))
        {
            var at = node.ParentElement!;
            if (at.Closest("svg, details.how, .note, option, label, script, style, caption, figure") is not null)
                continue;
            var block = at.Closest("td, .kpi, li, dd, p, th") ?? at;
            if (seen.Add(block))
                yield return (block, Spaces().Replace(block.TextContent, " ").Trim());
        }
    }

    /// <summary>Who left is held against the mean of two head counts, which is no count.</summary>
    static bool IsOfStaff(IElement block) =>
        block.Closest("tr")?.QuerySelector("th")?.TextContent.Contains(WorkforceFigures.Turnover.Name, StringComparison.Ordinal) == true;

    /// <summary>In a row the counts may stand in columns of their own.</summary>
    static bool HasCountsInRow(IElement block) =>
        block.Closest("tr")?.Closest("table")?.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()).ToList() is { } heads
        && (
            heads.Contains("Ud af")
            || heads.Exists(h => h.EndsWith(", andel", StringComparison.Ordinal) && heads.Contains(h[..^", andel".Length]))
        );

    [Fact]
    public async Task A_share_in_a_file_has_its_counts_in_the_row()
    {
        var browser = await site.As("leder");
        var wrong = new List<string>();
        var shares = 0;
        foreach (var url in Walked.Concat(Asked).Distinct())
        {
            using var answer = await browser.GetAsync(new Uri(url, UriKind.Relative));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var (_, page) = await site.Get(browser, url);
            foreach (var href in page.QuerySelectorAll("a[href*='.csv']").Select(a => a.GetAttribute("href")!).Distinct())
            {
                using var file = await browser.GetAsync(new Uri(href, UriKind.Relative));
                if (!file.IsSuccessStatusCode)
                    continue;
                var table = SameTables.Csv(await file.Content.ReadAsByteArrayAsync(), href);
                foreach (var row in table.Rows)
                    for (var i = 0; i < row.Length; i++)
                    {
                        if (
                            !Whole().IsMatch(row[i])
                            || NoShares.Any(n => table.Heads[i].Contains(n.Text, StringComparison.OrdinalIgnoreCase))
                        )
                            continue;
                        shares++;
                        var counted =
                            table.Heads.Contains("Ud af")
                            || row.Any(c => Counts().IsMatch(c))
                            || table.Heads[i].EndsWith(", andel", StringComparison.Ordinal)
                            || table.Heads.Contains(table.Heads[i] + ", ud af")
                            // The ends of an interval.
                            || table.Heads[i] is "nederst" or "øverst";
                        if (!counted)
                            wrong.Add($"{href}: »{row[0]}«, »{table.Heads[i]}«: {row[i]}");
                    }
            }
        }
        Assert.True(shares > 20, shares + " shares");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {shares} shares without counts\n" + string.Join('\n', wrong.Take(40)));
    }

    [GeneratedRegex(@"(?<![−+±]\d*)\d %")]
    private static partial Regex Percent();

    [GeneratedRegex(@"^\d+ %$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\d af (de )?\d")]
    private static partial Regex Counts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
