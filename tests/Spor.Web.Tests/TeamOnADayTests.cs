using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Web.Access;

namespace Spor.Web.Tests;

/// <summary>The example with caseworker m16 moved from one team to the other on 2026-03-01: every page that shows a team's children counts
/// the same ones.</summary>
public sealed partial class TeamOnADayTests : IAsyncLifetime
{
    readonly Site site = new()
    {
        EditExtract = folder =>
        {
            var path = Path.Combine(folder, "medarbejdere.csv");
            var lines = File.ReadAllLines(path).ToList();
            var at = lines.FindIndex(l => l.StartsWith("m16;", StringComparison.Ordinal));
            Assert.EndsWith(";t2;1;2020-06-01;", lines[at], StringComparison.Ordinal);
            lines.Insert(at + 1, lines[at].Replace(";t2;1;2020-06-01;", ";t1;1;2026-03-01;", StringComparison.Ordinal));
            lines[at] += "2026-02-28";
            File.WriteAllLines(path, lines);
        },
    };

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [GeneratedRegex("[0-9][0-9.]*")]
    private static partial Regex Digits();

    static int Number(string text) =>
        int.Parse(Digits().Match(text).Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    async Task<IDocument> Page(string url)
    {
        var (status, page) = await site.Get(await site.As("leder"), url);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2026-10-31")]
    public async Task Every_page_that_shows_a_teams_children_counts_those_of_the_day(string on)
    {
        var day = DateOnly.Parse(on, CultureInfo.InvariantCulture);
        foreach (var team in site.Register.Teams.Select(t => t.TeamId).Distinct())
        {
            var group = new Workforce.Group(team);
            var expected = group.Of(site.Register, day).Count(f => Ladder.StepAt(f, site.Register.Catalogue, day) > 0);
            Assert.True(expected > 0);
            int ladder = Number((await Page($"/trappen?dag={on}&team={team}")).QuerySelector(".lede")!.TextContent),
                list = Number((await Page($"/boern?paa={on}&team={team}")).QuerySelector(".lede")!.TextContent);
            var leading = await Page($"/ledelse?til={on}&team={team}");
            Assert.Equal((expected, expected, expected), (ladder, Row(leading, "trappen", LadderFigures.OnLadder.Name), list));

            // Of the children with an active case: the caseload's page, Ledelsesinformation and the list behind its figure.
            var load = PlainCaseload.At(site.Register, day).Teams.Single(t => t.TeamId == team).Children;
            var sager = Number((await Page($"/sager?dag={on}")).QuerySelector($"#teams tr[data-team='{team}'] td")!.TextContent);
            var withCase = group.Of(site.Register, day).Count(f => f.Cases.Any(c => c.ActiveAt(day)));
            Assert.Equal((load, withCase), (sager, Row(leading, "sager", CaseFigures.ChildrenWithCase.Name)));
        }
    }

    static int Row(IDocument page, string section, string name) =>
        Number(
            page.QuerySelectorAll($"#{section} .figure-table tbody tr")
                .First(r => r.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal))
                .QuerySelectorAll("td")[0]
                .TextContent
        );

    [Fact]
    public async Task What_a_team_sees_today_are_the_children_of_today_on_every_worklist()
    {
        foreach (var leader in site.People.Where(p => p.Role == ViewerRole.TeamLeader))
        {
            var group = new Workforce.Group(leader.TeamId);
            var theirs = site.Overview.Children.Where(c => group.Has(c.File, site.Register.Staff, site.Today)).ToList();
            var (status, list) = await site.Get(await site.As(leader.Key), $"/boern?team={leader.TeamId}");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(theirs.Count(c => c.Case is not null), Number(list.QuerySelector(".lede")!.TextContent));
            var other = site.Overview.Children.First(c => c.AssignedTo.Count > 0 && !theirs.Contains(c));
            (status, _) = await site.Get(await site.As(leader.Key), "/barn/" + other.File.Id.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(HttpStatusCode.Forbidden, status);
        }
    }

    [Fact]
    public async Task Of_a_teams_children_on_an_earlier_day_some_are_another_teams_today_so_few_of_them_are_not_told()
    {
        var leader = site.People.First(p => p.Role == ViewerRole.TeamLeader);
        // The first month's end with a few children, and one with somebody who had a few of many.
        var first = site.Register.Children.SelectMany(c => c.Cases).Min(c => c.OpenedOn);
        int Of(DateOnly day) => PlainCaseload.At(site.Register, day).Teams.Where(t => t.TeamId == leader.TeamId).Sum(t => t.Children);
        var few = Enumerable.Range(0, 400).Select(first.AddDays).First(d => Of(d) is > 0 and < 5);
        var (status, page) = await site.Get(await site.As(leader.Key), $"/sager?dag={few:yyyy-MM-dd}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["skjult", "skjult"],
            page.QuerySelectorAll($"#teams tr[data-team='{leader.TeamId}'] td").Where((_, i) => i is 0 or 2).Select(c => c.TextContent)
        );
        Assert.All(
            page.QuerySelectorAll($"#team-{leader.TeamId} tbody tr td[data-th='Børn']"),
            c => Assert.Contains(c.TextContent.Trim(), (string[])["0", "skjult"])
        );
        var (_, csv) = await site.Get(await site.As(leader.Key), $"/sager.csv?tabel=teams&dag={few:yyyy-MM-dd}");
        Assert.Contains("skjult", csv.DocumentElement.TextContent, StringComparison.Ordinal);
        // Who may see all the children is told.
        Assert.Equal(
            Of(few),
            Number((await Page($"/sager?dag={few:yyyy-MM-dd}")).QuerySelector($"#teams tr[data-team='{leader.TeamId}'] td")!.TextContent)
        );
    }
}
