using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Tests;

public sealed class MyDayTests(Site site)
{
    IEnumerable<(long Child, string Due, string Rule)> Owed(string key, DateOnly? until) =>
        from child in site.Overview.Of(site.Person(key).EmployeeId!.Value)
        from r in child.Open
        where until is null || r.Due <= until
        select (
            child.File.Id,
            (r.DueAt is { } at ? at.ToString("yyyy-MM-dd'T'HH:mm") : Form.Iso(r.Due)),
            NationalLaw.Of(r.Rule, r.Trigger).Title
        );

    static List<(long Child, string Due, string Rule)> Rows(IDocument page) =>
        [
            .. page.QuerySelectorAll("main table.x tbody tr")
                .Select(row =>
                    (
                        long.Parse(row.QuerySelector("th a")!.GetAttribute("href")!["/barn/".Length..], CultureInfo.InvariantCulture),
                        row.QuerySelector("time")!.GetAttribute("datetime")!,
                        row.Children[3].ChildNodes.OfType<IText>().First(t => t.Text.Trim().Length > 0).Text.Trim()
                    )
                ),
        ];

    [Fact]
    public async Task The_rows_are_the_open_requirements_of_the_caseworkers_children()
    {
        foreach (var key in site.CaseworkerKeys.Take(4))
        {
            var client = await site.As(key);
            var (status, near) = await site.Get(client, "/min-dag");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(Owed(key, site.Today.AddDays(30)).Order(), Rows(near).Order());
            var (_, all) = await site.Get(client, "/min-dag?alle=ja");
            var rows = Rows(all);
            while (all.QuerySelector("main a[rel=next]")?.GetAttribute("href") is { } next)
            {
                (_, all) = await site.Get(client, next);
                rows.AddRange(Rows(all));
            }
            Assert.Equal(Owed(key, null).Order(), rows.Order());
        }
    }

    [Fact]
    public async Task The_most_urgent_stands_first()
    {
        foreach (var key in site.CaseworkerKeys)
        {
            var (_, page) = await site.Get(await site.As(key), "/min-dag?alle=ja");
            var rows = Rows(page);
            var running = rows.TakeWhile(r => r.Due.Contains('T') && string.CompareOrdinal(r.Due[..10], Form.Iso(site.Today)) >= 0).Count();
            var due = rows.Skip(running).Select(r => r.Due).ToList();
            Assert.Equal(due.Order(StringComparer.Ordinal), due);
        }
    }

    [Fact]
    public async Task The_number_in_the_menu_is_what_is_overdue_or_due_within_a_week()
    {
        var key = site.CaseworkerKeys[0];
        var (_, page) = await site.Get(await site.As(key), "/min-dag");
        var item = page.QuerySelector("nav.rail a[href='/min-dag']")!;
        Assert.Equal(Owed(key, site.Today.AddDays(7)).Count().ToString(), item.QuerySelector(".n")!.TextContent);
        Assert.Equal("page", item.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task My_ladder_and_my_caseload_are_those_of_the_figures()
    {
        var key = site.CaseworkerKeys[0];
        var mine = site.Overview.Of(site.Person(key).EmployeeId!.Value).ToList();
        var (_, page) = await site.Get(await site.As(key), "/min-dag");
        foreach (var step in mine.GroupBy(c => c.Step).Where(g => g.Key > 0))
        {
            var bar = page.QuerySelector($"main a[href='/boern?mine=ja&trin={step.Key}']");
            Assert.NotNull(bar);
            Assert.Contains($" {step.Count()} ", " " + bar.GetAttribute("aria-label") + " ", StringComparison.Ordinal);
        }
        var load = Caseload.At(site.Register, site.Today).Employees.Single(e => e.EmployeeId == site.Person(key).EmployeeId);
        Assert.Contains(mine.Count + " børn", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(mine.Count, load.Children);
    }

    [Fact]
    public async Task The_missed_are_counted_and_explained_not_listed()
    {
        var key = site.CaseworkerKeys.First(k => site.Overview.Of(site.Person(k).EmployeeId!.Value).Sum(c => c.Missed) > 1);
        var missed = site.Overview.Of(site.Person(key).EmployeeId!.Value).Sum(c => c.Missed);
        var (_, page) = await site.Get(await site.As(key), "/min-dag");
        Assert.StartsWith(missed + " krav", page.QuerySelector("#misset summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leder")]
    [InlineData("teamleder-1")]
    public async Task A_leader_is_led_to_deadlines_and_the_ladder(string key)
    {
        var (status, page) = await site.Get(await site.As(key), "/min-dag");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(page.QuerySelectorAll("main table"));
        Assert.NotNull(page.QuerySelector("main a[href='/frister']"));
        Assert.NotNull(page.QuerySelector("main a[href='/trappen']"));
    }

    [Theory]
    [InlineData(-1, "i går")]
    [InlineData(-2, "for 2 dage siden")]
    [InlineData(0, "i dag")]
    [InlineData(1, "i morgen")]
    [InlineData(3, "tir. 3. nov.")]
    [InlineData(-20, "for 2 uger siden")]
    public void A_day_is_said_from_where_one_stands(int away, string words)
    {
        var today = new DateOnly(2026, 10, 31);
        Assert.Equal(words, Spor.Web.Frame.Layout.When.Of(today.AddDays(away), today));
    }

    [Fact]
    public void The_24_hour_rule_says_the_minute() =>
        Assert.Equal(
            "i dag kl. 14.20",
            Spor.Web.Frame.Layout.When.Of(new(2026, 10, 31), new(2026, 10, 31), new DateTime(2026, 10, 31, 14, 20, 0))
        );
}
