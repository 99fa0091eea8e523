using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Kernel;
using Spor.Storage;
using Spor.Web.Leading.CasesAndStaff;
using Spor.Workforce;

namespace Spor.Web.Tests;

public sealed class CaseloadPageTests(Site site)
{
    async Task<IDocument> Page(string key, string query = "")
    {
        var (status, page) = await site.Get(await site.As(key), "/sager" + query);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    static string[] Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(td => td.TextContent.Trim())];

    static string PerFte(double? value) => value is { } v ? Danish.Number(v, 1) : "–";

    [Theory]
    [InlineData(0)]
    [InlineData(-26)]
    public async Task The_page_says_what_the_caseload_says(int months)
    {
        var day = site.Today.AddMonths(months);
        var at = PlainCaseload.At(site.Register, day);
        var people = Caseload.At(site.Register, day).Employees;
        var page = await Page("leder", "?dag=" + Danish.Numeric(day));
        foreach (var team in at.Teams)
        {
            var cells = Cells(page.QuerySelector($"#teams tr[data-team='{team.TeamId}']")!);
            Assert.Equal((Danish.Number(team.Children), PerFte(team.PerFte)), (cells[0], cells[2]));
        }
        var total = Cells(page.QuerySelector("#teams tfoot tr")!);
        Assert.Equal((Danish.Number(at.Children), PerFte(at.PerFte)), (total[0], total[2]));
        var shown = page.QuerySelectorAll("tr[data-employee]").ToList();
        Assert.Equal(
            people.Where(e => e.Fte > 0 || e.Children > 0).Select(e => e.EmployeeId).Order(),
            shown.Select(r => long.Parse(r.GetAttribute("data-employee")!, CultureInfo.InvariantCulture)).Order()
        );
        foreach (var row in shown)
        {
            var e = people.First(x => x.EmployeeId.ToString(CultureInfo.InvariantCulture) == row.GetAttribute("data-employee"));
            Assert.Equal((Danish.Number(e.Children), PerFte(e.Fte > 0 ? e.Children / e.Fte : null)), (Cells(row)[1], Cells(row)[2]));
        }
        Assert.Equal(Danish.Number(at.UnassignedCases), page.QuerySelectorAll(".kpi b")[^1].TextContent);
    }

    [Fact]
    public async Task The_heaviest_load_stands_first_in_each_team()
    {
        var page = await Page("leder");
        foreach (var table in page.QuerySelectorAll("table.load"))
        {
            var loads = table
                .QuerySelectorAll("tbody tr")
                .Select(r => Cells(r)[2])
                .Where(t => t != "–")
                .Select(t => double.Parse(t, Danish.Culture))
                .ToList();
            Assert.Equal(loads.OrderDescending(), loads);
        }
    }

    /// <summary>The rows of the table over time, page for page as the page's own links lead.</summary>
    async Task<List<IElement>> Months(string who)
    {
        var rows = new List<IElement>();
        var page = await Page(
            who,
            new Uri("http://x" + (await Page(who)).QuerySelector("a[href$='#over-tid']")!.GetAttribute("href")).Query
        );
        while (true)
        {
            rows.AddRange(page.QuerySelectorAll("#over-tid tbody tr"));
            if (page.QuerySelector("a[rel=next][href$='#over-tid']")?.GetAttribute("href") is not { } next)
                return rows;
            page = await Page(who, new Uri("http://x" + next).Query);
        }
    }

    [Fact]
    public async Task Every_month_since_the_first_case_stands_in_the_table_newest_first()
    {
        var points = KeyFigures
            .EngineOf(site.Register, site.Today)
            .Months(site.Today)
            .Select(m => PlainCaseload.At(site.Register, m.To))
            .ToList();
        Assert.Empty((await Page("leder")).QuerySelectorAll("#over-tid"));
        var rows = await Months("leder");
        Assert.Equal(
            points.AsEnumerable().Reverse().Select(p => Danish.Numeric(p.Day)),
            rows.Select(r => r.QuerySelector("th")!.TextContent.Trim())
        );
        Assert.Equal(
            points.AsEnumerable().Reverse().Select(p => (Danish.Number(p.ActiveCases), Danish.Number(p.UnassignedCases), PerFte(p.PerFte))),
            rows.Select(r => (Cells(r)[0], Cells(r)[1], Cells(r)[4]))
        );
    }

    [Theory]
    [InlineData("teamleder-1")]
    [InlineData(null)]
    public async Task A_leader_and_a_caseworker_see_into_their_own_team_only(string? person)
    {
        var key = person ?? site.CaseworkerKeys[0];
        var me = site.Person(key);
        var page = await Page(key);
        Assert.Equal(
            [me.TeamId!.Value.ToString(CultureInfo.InvariantCulture)],
            page.QuerySelectorAll("#teams tbody tr").Select(r => r.GetAttribute("data-team"))
        );
        var mine = Caseload
            .At(site.Register, site.Today)
            .Employees.Where(e => e.TeamId == me.TeamId)
            .Select(e => e.EmployeeId.ToString(CultureInfo.InvariantCulture))
            .ToHashSet<string?>();
        Assert.NotEmpty(page.QuerySelectorAll("tr[data-employee]"));
        Assert.All(page.QuerySelectorAll("tr[data-employee]"), r => Assert.Contains(r.GetAttribute("data-employee"), mine));
        // The municipality's small counts are not for those who see one team.
        var first = (await Months(key)).Select(Cells).ToList();
        Assert.NotEmpty(first);
        Assert.DoesNotContain(first.SelectMany(c => c.Take(3)), t => t is "1" or "2" or "3" or "4");
    }

    [Fact]
    public async Task A_caseworkers_number_leads_to_as_many_children()
    {
        var client = await site.As("leder");
        foreach (var link in (await Page("leder")).QuerySelectorAll("tr[data-employee] a[href^='/boern']").Take(4))
        {
            var (status, list) = await site.Get(client, link.GetAttribute("href")!);
            if (status == HttpStatusCode.NotFound)
                Assert.Skip("The list of children is not there yet.");
            Assert.Equal(link.TextContent.Trim(), Danish.Number(LadderPageTests.Said(list)));
        }
    }

    [Theory]
    [InlineData("32-01-2026")]
    [InlineData("01-01-2099")]
    public async Task A_day_that_cannot_be_shown_is_said_and_kept(string typed)
    {
        var (status, page) = await site.Get(await site.As("leder"), "/sager?dag=" + typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(typed, page.GetElementById("dag")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[role=alert]"));
    }
}
