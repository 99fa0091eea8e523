using System.Net;
using AngleSharp.Dom;
using Spor.Economy;
using Spor.Kernel;

namespace Spor.Web.Tests;

public sealed class DistrictPageTests(Site site)
{
    async Task<IDocument> Page(string who, string url = "/distrikter", HttpStatusCode expected = HttpStatusCode.OK)
    {
        var (status, page) = await site.Get(await site.As(who), url);
        Assert.Equal(expected, status);
        return page;
    }

    [Fact]
    public async Task The_table_has_the_two_groups_before_and_after_as_the_command_line_prints_them()
    {
        var money = DistrictMoney.Of(new(site.Register, site.Today, site.Today.AddYears(-1)))!;
        var rows = (await Page("leder")).QuerySelectorAll("#tabel tbody tr");
        string[] Cells(string name) =>
            [.. rows.First(r => r.Children[0].TextContent.Trim() == name).Children.Skip(1).Select(c => c.TextContent.Trim())];
        Assert.Equal([Danish.Number(money.Before.Model.Children), Danish.Number(money.After.Model.Children)], Cells("Børn med sag")[..2]);
        Assert.Equal(Danish.Number(money.After.Others.AllPlaced), Cells("Anbragte børn")[4]);
        Assert.Equal((money.After.Others.PlacementOre / 100m).ToString("N2", Danish.Culture), Cells("Udgift til anbringelser, kr.")[4]);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_children_meets_no_small_number_and_chooses_no_days()
    {
        var page = await Page("byraad", "/distrikter?fra=01-02-2024&til=03-03-2025");
        Assert.Empty(page.QuerySelectorAll("form.filters"));
        Assert.Contains(Danish.Long(site.Today), page.QuerySelector("#tabel")!.TextContent, StringComparison.Ordinal);
        var small = page.QuerySelectorAll("#tabel tbody tr")
            .Where(r =>
                r.Children[0].TextContent.Contains("heraf", StringComparison.Ordinal)
                || r.Children[0].TextContent.Contains("nbring", StringComparison.Ordinal)
            )
            .SelectMany(r => r.Children.Skip(1).Select(c => c.TextContent.Trim()))
            .Where(t => t is "1" or "2" or "3" or "4");
        Assert.Empty(small);
    }

    [Fact]
    public async Task Each_district_stands_for_itself_before_and_after_and_only_for_whoever_may_see_the_children()
    {
        var course = DistrictCourse.Of(new(site.Register, site.Today, site.Today.AddYears(-1)));
        var page = await Page("leder");
        Assert.Equal(course.Districts.Select(d => d.Name), page.QuerySelectorAll("#forloeb h3").Select(h => h.TextContent.Trim()));
        Assert.Equal(course.Districts.Count, page.QuerySelectorAll("#forloeb svg[role=img]").Length);
        var rows = page.QuerySelectorAll("#kvartaler tbody tr")
            .Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray())
            .ToList();
        Assert.Equal(course.Days.Select(d => Danish.Long(d)), rows.Select(r => r[0]));
        Assert.Equal(course.Before, rows.Count(r => r[1] == "før"));
        Assert.Equal(
            course.Differences.Select(d => Danish.Number(Math.Abs(d.Point!.Value), 1)),
            rows.Select(r => r[2].TrimStart('+', '-', '−'))
        );
        // Whether they moved together before, and what it is without the one that weighs most, in words.
        var said = page.QuerySelector("#kvartaler")!.TextContent;
        Assert.Contains("ændrede forskellen sig", said, StringComparison.Ordinal);
        Assert.Contains(course.Without!.Value.Name + " betyder mest", said, StringComparison.Ordinal);
        // Two quarters would tell of the few who came between.
        var hidden = await Page("byraad");
        Assert.Null(hidden.QuerySelector("#forloeb") ?? hidden.QuerySelector("#kvartaler"));
        var browser = await site.As("byraad");
        foreach (var table in new[] { "forloeb", "kvartaler" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.GetAsync(new Uri("/distrikter.csv?tabel=" + table, UriKind.Relative))).StatusCode
            );
    }

    [Fact]
    public async Task Days_that_are_none_get_an_answer_and_the_page_is_a_word_file_and_a_workbook_too()
    {
        foreach (var days in new[] { "fra=sommer", "fra=31-10-2026&til=31-10-2025", "til=01-01-2030" })
            Assert.NotNull((await Page("leder", "/distrikter?" + days, HttpStatusCode.UnprocessableEntity)).QuerySelector("[role=alert]"));
        var leader = await site.As("leder");
        foreach (var file in new[] { "/distrikter.docx", "/distrikter.xlsx", "/distrikter.csv?tabel=forskelle" })
        {
            using var answer = await leader.GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 200);
        }
    }
}
