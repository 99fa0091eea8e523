using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Economy;
using Spor.Facts;
using Spor.Figures;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;

namespace Spor.Web.Tests;

public sealed class QualityPageTests(Site site)
{
    DataQuality Quality => DataQuality.Of(site.Register, site.Today);

    async Task<IDocument> Page(string who, string query = "")
    {
        var (status, page) = await site.Get(await site.As(who), "/datakvalitet" + query);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    async Task<string[]> Lines(string who, string url) =>
        Encoding
            .UTF8.GetString((await (await site.As(who)).GetByteArrayAsync(new Uri(url, UriKind.Relative)))[3..])
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task Every_flaw_is_counted_with_its_effect_and_who_can_mend_it()
    {
        var page = await Page("leder");
        var rows = page.QuerySelectorAll("#fundne tbody tr");
        var found = Quality.Findings.Where(f => f.Count > 0).ToList();
        Assert.Equal(found.OrderByDescending(f => f.Count).Select(f => f.Flaw.Danish()), rows.Select(r => r.GetAttribute("data-flaw")));
        foreach (var finding in found)
        {
            var cells = page.QuerySelectorAll($"tr[data-flaw='{finding.Flaw.Danish()}'] td").Select(c => c.TextContent.Trim()).ToArray();
            Assert.Equal([Danish.Number(finding.Count), Danish.Number(finding.Children)], cells[..2]);
            Assert.True(cells[2].Length > 40 && cells[3].Length > 5);
        }
    }

    [Fact]
    public async Task The_effect_is_told_in_numbers_where_it_can_be_worked_out()
    {
        var spending = Quality.Spending;
        Assert.True(spending.Otherwise > spending.Now);
        var text = (await Page("leder")).QuerySelector("tr[data-flaw=uden-pris] .effect")!.TextContent;
        foreach (var ore in new[] { spending.Now!.Value, spending.Otherwise!.Value })
            Assert.Contains(
                Danish.Number((long)Math.Round(ore / 100, MidpointRounding.AwayFromZero)) + " kr",
                text,
                StringComparison.Ordinal
            );
        // A caseworker sees her own children, and no figure of others.
        foreach (var who in site.CaseworkerKeys.Take(4))
        {
            var own = (await Page(who)).QuerySelector("main")!.TextContent;
            Assert.DoesNotContain(" kr uden dem", own, StringComparison.Ordinal);
            Assert.DoesNotContain("Det gælder", own, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("leder")]
    [InlineData("teamleder-1")]
    [InlineData("")]
    public async Task The_children_behind_are_those_the_viewer_may_see(string who)
    {
        if (who.Length == 0)
            who = site.CaseworkerKeys[0];
        var person = site.Person(who);
        foreach (var row in (await Page(who)).QuerySelectorAll("#fundne tbody tr"))
        {
            var flaw = row.GetAttribute("data-flaw")!;
            var list = await Page(who, "?vis=" + flaw);
            var ids = list.QuerySelectorAll("#boern a").Select(a => long.Parse(a.GetAttribute("href")!["/barn/".Length..])).ToList();
            var children = row.QuerySelectorAll("td")[1].TextContent.Trim();
            Assert.Equal(children, Danish.Number((await Lines(who, "/datakvalitet.csv?tabel=" + flaw)).Length - 1));
            if (ids.Count < 100)
                Assert.Equal(children, Danish.Number(ids.Count));
            Assert.Equal(ids.Count, ids.Distinct().Count());
            if (who != "leder")
                Assert.All(
                    ids,
                    id => Assert.True(site.Register.Staff.IsOfTeam(site.Overview.Find(id)!.File, person.TeamId!.Value, site.Today))
                );
        }
    }

    [Fact]
    public async Task The_list_of_children_is_written_in_the_access_log_and_so_is_its_file()
    {
        var log = site.Services.GetRequiredService<AccessLog>();
        await log.Flush();
        var before = log.Read(1).Select(l => l.No).DefaultIfEmpty().Max();
        var flaw = Quality.Findings.First(f => f.Count > 0).Flaw.Danish();
        await Page("teamleder-2", "?vis=" + flaw);
        await Lines("teamleder-2", "/datakvalitet.csv?tabel=" + flaw);
        await Page("teamleder-2");
        await Lines("teamleder-2", "/datakvalitet.csv");
        await log.Flush();
        var mine = log.Read(100)
            .Where(l =>
                l.No > before
                && l.Author == "teamleder-2"
                && l.Kind != LookKinds.Page
                && l.Subject.Contains("datakvalitet", StringComparison.Ordinal)
            )
            .OrderBy(l => l.No)
            .ToList();
        Assert.Equal(["drill-down", "export"], mine.Select(l => l.Kind));
        Assert.All(mine, l => Assert.Contains(flaw, l.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_flaw_is_said_to_be_so()
    {
        var (status, page) = await site.Get(await site.As("leder"), "/datakvalitet?vis=noget");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(page.QuerySelector("[role=alert]"));
    }
}
