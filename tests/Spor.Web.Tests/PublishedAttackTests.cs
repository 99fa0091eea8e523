using System.Globalization;
using AngleSharp.Dom;
using Spor.Children;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Journal;

namespace Spor.Web.Tests;

/// <summary>What a controller, who may see figures and no child, has tried in order to find one (<c>measures.md</c> 3).</summary>
public sealed class PublishedAttackTests(PublishedAttackTests.Own own) : IClassFixture<PublishedAttackTests.Own>
{
    public sealed class Own : IAsyncLifetime
    {
        public Site Site { get; } = new();

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    readonly Site site = own.Site;

    async Task<IDocument> Page(string url) => (await site.Get(await site.As("controller"), url)).Page;

    /// <summary>Each row of figures by its section and name, and what it shows now and before.</summary>
    static Dictionary<string, string[]> Rows(IDocument page) =>
        page.QuerySelectorAll(".figure-table tbody tr")
            .Select(r =>
                (
                    Name: r.Closest("[id]")?.Id
                        + "/"
                        + r.Closest("table")!.QuerySelector("caption")?.TextContent
                        + "/"
                        + r.PreviousOf(x => !x.ClassList.Contains("part"))
                        + "/"
                        + r.QuerySelector("th")!.ChildNodes.OfType<IText>().Select(t => t.TextContent.Trim()).First(t => t.Length > 0),
                    Cells: r.QuerySelectorAll("td.r").Take(2).Select(c => c.TextContent.Trim()).ToArray()
                )
            )
            .DistinctBy(r => r.Name)
            .ToDictionary(r => r.Name, r => r.Cells);

    [Fact]
    public async Task Today_and_yesterday_of_the_girls_of_one_age_in_one_district_is_answered_with_the_nearest_month_end_and_one_division()
    {
        var district = site.Register.Districts[0].DistrictId.ToString(CultureInfo.InvariantCulture);
        var page = await Page($"/ledelse?til=30-10-2026&sammenlign=29-10-2026&distrikt={district}&koen=pige&alder=14-17");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("30. september 2026 i stedet for 30. oktober 2026", text, StringComparison.Ordinal);
        Assert.Contains("kun vælges én ting ad gangen", text, StringComparison.Ordinal);
        Assert.Equal("30-09-2026", page.QuerySelector(".figure-table thead th:nth-child(2)")!.TextContent.Trim());
        Assert.NotEqual("29-10-2026", page.QuerySelector(".figure-table thead th:nth-child(3)")!.TextContent.Trim());
        // The same on the other pages, and in a file.
        Assert.Equal(
            "30-09-2026",
            (await Page("/trappen?dag=30-10-2026&baseline=29-10-2026")).QuerySelector("#dag")!.GetAttribute("value")
        );
        Assert.Contains(
            "30-09-2026",
            (await Page("/raadslagninger?fra=29-10-2026&til=30-10-2026")).QuerySelector("#til")!.GetAttribute("value")
        );
        var file = await (await site.As("controller")).GetStringAsync(new Uri("/ledelse.csv?tabel=tal&til=30-10-2026", UriKind.Relative));
        Assert.Contains(";30-09-2026;", file.Split("\r\n")[0], StringComparison.Ordinal);
        // Whoever may see the children is not hindered.
        var (_, leader) = await site.Get(await site.As("leder"), "/ledelse?til=30-10-2026");
        Assert.Equal("30-10-2026", leader.QuerySelector(".figure-table thead th:nth-child(2)")!.TextContent.Trim());
    }

    [Fact]
    public async Task All_minus_girls_does_not_give_the_boys()
    {
        var all = Rows(await Page("/ledelse"));
        var sexes = new List<Dictionary<string, string[]>>();
        foreach (var sex in new[] { "pige", "dreng" })
            sexes.Add(Rows(await Page("/ledelse?koen=" + sex)));
        int hidden = 0,
            shown = 0;
        foreach (var (name, cells) in all)
            for (var side = 0; side < 2; side++)
            {
                var parts = sexes.Where(s => s.ContainsKey(name)).Select(s => s[name][side]).ToList();
                if (parts.Count < 2)
                    continue;
                hidden += parts.Count(p => p == "skjult");
                shown += parts.Count(p => p != "skjult");
                // One hidden beside one shown, and their sum shown: then it is no secret.
                var isCount = long.TryParse(cells[side].Replace(".", "", StringComparison.Ordinal), out var sum);
                if (isCount && parts.Count(p => p == "skjult") == 1)
                {
                    var known = long.Parse(parts.First(p => p != "skjult").Replace(".", "", StringComparison.Ordinal));
                    Assert.True(
                        sum - known == 0 || sum - known >= 5 || name.Contains("Børn pr.", StringComparison.Ordinal),
                        $"{name}: {sum} − {known}"
                    );
                }
            }
        Assert.True(hidden > 0 && shown > hidden, $"{hidden} hidden, {shown} shown");
    }

    [Fact]
    public async Task A_correction_shows_on_no_page_before_the_next_month_is_published()
    {
        string[] urls = ["/ledelse", "/ledelse?koen=pige", "/trappen", "/noegletal", "/raadslagninger", "/ledelse/tal/placed"];
        async Task<List<string>> Seen() =>
            [
                .. (await Task.WhenAll(urls.Select(Page))).Select(p =>
                    string.Join('|', p.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))
                ),
            ];
        var before = await Seen();
        var file = site.Register.Children.First(c => c.Cases is [{ ClosedOn: null } only] && only.OpenedOn < new DateOnly(2026, 6, 1));
        site.Database.Journal.Act(
            new("correct-case", "leder", file.Id),
            (known, _) =>
            {
                var changed = known.Find<CaseFact>(file.Cases[0].Id)!;
                changed.ClosedOn = new(2026, 10, 1);
                return new Corrected(FactKinds.Case, changed);
            }
        );
        await Task.Delay(400);
        Assert.Equal(before, await Seen());
        // A baseline kept after it is the published day, and a report made by such a person stands on what is published.
        var (_, leader) = await site.Get(await site.As("leder"), "/ledelse");
        Assert.NotEqual(before[0], string.Join('|', leader.QuerySelectorAll("td").Select(c => c.TextContent.Trim())));
    }
}

static class RowsAbove
{
    /// <summary>The name of the nearest row above, or the row itself, that is such a one.</summary>
    public static string PreviousOf(this IElement row, Func<IElement, bool> such)
    {
        IElement? at = row;
        while (at is not null && !such(at))
            at = at.PreviousElementSibling;
        return at?.QuerySelector("th")?.ChildNodes.OfType<IText>().Select(t => t.TextContent.Trim()).FirstOrDefault(t => t.Length > 0)
            ?? "";
    }
}
