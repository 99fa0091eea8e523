using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Spor.Facts;
using Spor.Law;
using Spor.Requirements;
using Spor.Storage;

namespace Spor.Web.Tests;

public sealed class DeadlinesTests(Site site)
{
    static int First(string text) =>
        int.Parse(Regex.Match(text, @"[\d.]+").Value.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    static int[] Counts(IElement group) =>
        [.. group.QuerySelectorAll(".summary .count").Where(c => c.TextContent.Any(char.IsDigit)).Select(c => First(c.TextContent))];

    static int[] Kpis(IDocument page) => [.. page.QuerySelectorAll(".kpi b").Select(b => First(b.TextContent))];

    async Task<IDocument> Page(string who, string url)
    {
        var (status, page) = await site.Get(await site.As(who), url);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    List<Requirement> Of(long? team)
    {
        return
        [
            .. Derive
                .All(site.Register, site.Today)
                .Where(r => team is not { } t || site.Register.Staff.IsOfTeam(site.Overview.Find(r.ChildId)!.File, t, site.Today)),
        ];
    }

    [Fact]
    public async Task The_numbers_by_requirement_are_those_derived_from_every_child()
    {
        foreach (var team in site.Register.Teams.Select(t => (long?)t.TeamId).Distinct().Prepend(null))
        {
            var all = Of(team);
            var page = await Page("leder", "/frister?frem=90" + (team is { } t ? "&team=" + t.ToString(CultureInfo.InvariantCulture) : ""));
            Assert.Null(page.QuerySelector(".notice.warn"));
            var until = site.Today.AddDays(90);
            var compliance = Flows.ComplianceIn(all, site.Today.AddMonths(-12), site.Today);
            foreach (var rule in Codes<Rule>.All)
            {
                var of = all.Where(r => r.Rule == rule).ToList();
                var (overdue, upcoming, missed) = (
                    of.Count(r => r.State == RequirementState.Overdue),
                    of.Count(r => r.State == RequirementState.Upcoming && r.Due <= until),
                    of.Count(r => r.State == RequirementState.Missed)
                );
                var group = page.GetElementById(rule.Danish());
                if (group is null)
                {
                    Assert.Equal((0, 0, 0), (overdue, upcoming, missed));
                    continue;
                }
                Assert.Equal([overdue, upcoming, missed], Counts(group)[..3]);
                // What is folded is not there; opened, it is a page of rows. Rounds are counted each, and are one row.
                var rows = Rounds.OnOneLine(of.Where(r => r.State == RequirementState.Overdue)).Count + upcoming;
                var (_, opened) = await site.Get(await site.As("leder"), group.QuerySelector(".summary a.title")!.GetAttribute("href")!);
                Assert.Equal(Math.Min(50, rows), opened.GetElementById(rule.Danish())!.QuerySelectorAll("tbody tr").Length);
                Assert.True(opened.QuerySelectorAll("main tbody tr").Length <= 100);
                var (onTime, due) = compliance[(int)rule];
                if (due > 0 && rule != Rule.CaseCurrent)
                    Assert.Equal((int)Math.Round(100m * onTime / due, MidpointRounding.AwayFromZero), Counts(group)[3]);
            }
            var late = all.Where(r => r.State == RequirementState.Overdue).ToList();
            Assert.Equal(
                [
                    late.Count(r => NationalLaw.Of(r.Rule, r.Trigger).IsLaw),
                    late.Count(r => !NationalLaw.Of(r.Rule, r.Trigger).IsLaw),
                    all.Count(r => r.State == RequirementState.Upcoming && r.Due <= site.Today.AddDays(7)),
                    all.Count(r => r.State == RequirementState.Missed),
                ],
                Kpis(page)
            );
        }
    }

    [Theory]
    [InlineData("krav")]
    [InlineData("raadgiver")]
    [InlineData("barn")]
    public async Task Every_grouping_adds_up_to_the_same(string by)
    {
        var all = Of(null);
        var team = site.Person("teamleder-1").TeamId!.Value;
        var mine = Of(team);
        foreach (var days in new[] { 7, 30, 90 })
        {
            var page = await Page("teamleder-1", $"/frister?efter={by}&frem={days}");
            var groups = page.QuerySelectorAll("section.deadline-group").Select(Counts).ToList();
            while (page.QuerySelector("a[rel=next][href*='efter']:not([href*='gruppe'])")?.GetAttribute("href") is { } next)
            {
                page = await Page("teamleder-1", next);
                groups.AddRange(page.QuerySelectorAll("section.deadline-group").Select(Counts));
            }
            Assert.Equal(mine.Count(r => r.State == RequirementState.Overdue), groups.Sum(g => g[0]));
            Assert.Equal(mine.Count(r => r.State == RequirementState.Upcoming && r.Due <= site.Today.AddDays(days)), groups.Sum(g => g[1]));
        }
        Assert.True(mine.Count < all.Count);
    }

    [Fact]
    public async Task A_caseworker_sees_the_deadlines_of_her_own_team_alone()
    {
        var who = site.CaseworkerKeys[0];
        var own = site.Person(who).TeamId!.Value;
        var other = site.Register.Teams.First(t => t.TeamId != own).TeamId;
        var page = await Page(who, $"/frister?frem=90&team={other}");
        Assert.NotNull(page.QuerySelector(".notice.warn"));
        var ids = page.QuerySelectorAll("td a[href^='/barn/']")
            .Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[2], CultureInfo.InvariantCulture))
            .Distinct()
            .ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.True(site.Register.Staff.IsOfTeam(site.Overview.Find(id)!.File, own, site.Today)));
    }

    [Fact]
    public async Task The_file_has_a_line_for_every_deadline()
    {
        var until = site.Today.AddDays(30);
        var expected = Rounds
            .OnOneLine(Of(null).Where(r => r.State == RequirementState.Overdue || (r.State == RequirementState.Upcoming && r.Due <= until)))
            .Count;
        var text = await (await site.As("leder")).GetStringAsync(new Uri("/frister.csv", UriKind.Relative));
        Assert.Equal(expected, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Fact]
    public async Task Nonsense_in_the_address_is_said_and_left_out()
    {
        var page = await Page("leder", "/frister?team=x&frem=12&efter=rang");
        Assert.Equal(3, page.QuerySelectorAll(".notice.warn p").Length);
        Assert.NotEmpty(page.QuerySelectorAll("section.deadline-group"));
    }

    [Fact]
    public async Task A_look_at_the_deadlines_is_one_row_with_the_children_shown()
    {
        var log = (AccessLog)site.Services.GetService(typeof(AccessLog))!;
        var page = await Page("teamleder-2", "/frister?efter=barn&frem=7");
        await log.Flush();
        var look = log.Read(1000).First(l => l.Author == "teamleder-2" && l.Subject.Contains("frister", StringComparison.Ordinal));
        Assert.Equal("list", look.Kind);
        Assert.Contains("efter=barn", look.Subject, StringComparison.Ordinal);
        foreach (var group in page.QuerySelectorAll("section.deadline-group"))
            Assert.Contains(group.Id!["barn-".Length..], look.Subject, StringComparison.Ordinal);
    }
}
