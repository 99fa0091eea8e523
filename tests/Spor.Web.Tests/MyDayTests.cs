using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Workforce;

namespace Spor.Web.Tests;

public sealed class MyDayTests(Site site)
{
    /// <summary>The acts of a caseworker's children, by the day of the first requirement of each, that are due so far ahead.</summary>
    IEnumerable<(long Child, string Due, string Rule)> Owed(string key, DateOnly? until) =>
        from child in site.Overview.Of(site.Person(key).EmployeeId!.Value)
        from act in PersonsAct.Of(child.Open.MostUrgentFirst(r => r))
        let r = act.First
        where (until is null || r.Due <= until) && r.Due >= site.Today.AddDays(-365)
        where r.Rule != Rule.NotificationAssessed || r.Due < site.Today.AddDays(-30)
        select (
            child.File.Id,
            r.DueAt is { } at ? at.ToString("yyyy-MM-dd'T'HH:mm") : Form.Iso(r.Due),
            NationalLaw.Of(r.Rule, r.Trigger).Fulfils.TrimEnd('.')
        );

    static List<(long Child, string Due, string Rule)> Rows(IDocument page) =>
        [
            .. page.QuerySelectorAll("#nu .work-x > li")
                .Where(row => row.QuerySelector(".tag") is null && row.QuerySelector("time") is not null)
                .Select(row =>
                    (
                        long.Parse(row.QuerySelector(".whose a")!.GetAttribute("href")!["/barn/".Length..], CultureInfo.InvariantCulture),
                        row.QuerySelector("time")!.GetAttribute("datetime")!,
                        row.QuerySelector(".what")!.ChildNodes.OfType<IText>().First(t => t.Text.Trim().Length > 0).Text.Trim()
                    )
                ),
        ];

    [Fact]
    public async Task A_line_is_an_act_and_the_lines_are_what_is_open_for_the_caseworkers_children()
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
    public async Task The_lines_stand_in_groups_by_when_and_the_first_due_first()
    {
        var groups = new[] { "overskredet", "i-dag", "denne-uge", "senere", "laengere-ude" };
        foreach (var key in site.CaseworkerKeys)
        {
            var (_, page) = await site.Get(await site.As(key), "/min-dag?alle=ja");
            var shown = page.QuerySelectorAll("#nu .work-group").Select(g => g.Id!).ToList();
            Assert.Equal(groups.Where(shown.Contains), shown);
            var due = Rows(page).Select(r => r.Due).ToList();
            Assert.Equal(due.Order(StringComparer.Ordinal), due);
            // Every button says what it does and for whom, to those who hear it alone.
            Assert.All(page.QuerySelectorAll("#nu .act a, #nu .act button"), b => Assert.Contains(":", b.GetAttribute("aria-label")!));
        }
    }

    [Fact]
    public async Task The_number_in_the_menu_is_what_the_page_shows_as_overdue_today_and_this_week()
    {
        foreach (var key in site.CaseworkerKeys)
        {
            var (_, page) = await site.Get(await site.As(key), "/min-dag");
            var item = page.QuerySelector("nav.rail a[href='/min-dag']")!;
            var shown = page.QuerySelectorAll("#overskredet li, #i-dag li, #denne-uge li").Length;
            Assert.Equal(shown.ToString(), item.QuerySelector(".n")!.TextContent);
            Assert.Equal("page", item.GetAttribute("aria-current"));
            Assert.StartsWith(
                page.QuerySelectorAll("#overskredet li").Length + " over fristen",
                page.QuerySelector(".day-counts")!.TextContent
            );
        }
    }

    [Fact]
    public async Task What_was_due_more_than_a_year_ago_is_folded_and_counted_apart()
    {
        var key = site.CaseworkerKeys.First(k =>
            site.Overview.Of(site.Person(k).EmployeeId!.Value).Any(c => c.Open.Any(r => r.Due < site.Today.AddDays(-365)))
        );
        var (_, page) = await site.Get(await site.As(key), "/min-dag");
        var old = page.QuerySelectorAll("#rester .work-x > li time").Select(t => t.GetAttribute("datetime")![..10]).ToList();
        Assert.NotEmpty(old);
        Assert.All(old, d => Assert.True(string.CompareOrdinal(d, Form.Iso(site.Today.AddDays(-365))) < 0));
        Assert.StartsWith(old.Count == 1 ? "1 frist" : old.Count + " frister", page.QuerySelector("#rester summary")!.TextContent);
        Assert.False(page.QuerySelector("#rester")!.HasAttribute("open"));
    }

    [Fact]
    public async Task The_band_has_the_notifications_that_the_inbox_has()
    {
        foreach (var key in site.CaseworkerKeys.Take(4).Append("teamleder-1"))
        {
            var browser = await site.As(key);
            var (_, page) = await site.Get(browser, "/min-dag");
            var (_, inbox) = await site.Get(browser, "/indbakke");
            var waiting = inbox.QuerySelectorAll("#vurder tbody tr").Length;
            var said = page.QuerySelector(".clocks h2 a, #ure h2 .count")!.TextContent.Trim(' ', '·');
            Assert.Equal(waiting.ToString(), said);
        }
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
        Assert.Contains(mine.Count + " børn", page.QuerySelector(".day-head")!.TextContent, StringComparison.Ordinal);
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
    public async Task A_leader_has_a_day_of_approvals_clocks_children_without_a_caseworker_and_caseworkers_over_the_ceiling(string key)
    {
        var (status, page) = await site.Get(await site.As(key), "/min-dag");
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var section in new[] { "godkend", "ure", "fordel", "over-loft" })
            Assert.NotNull(page.QuerySelector($"#{section} h2"));
        var waiting = page.QuerySelectorAll("#fordel .work-x > li").Length;
        Assert.True(waiting > 0 || page.QuerySelector("#fordel .empty") is not null);
        Assert.NotNull(page.QuerySelector("main a[href='/frister']"));
        Assert.NotNull(page.QuerySelector("main a[href='/trappen']"));
        var over = site
            .Overview.Load.Employees.Where(e => e.Ceiling is { } c && e.Fte > 0 && e.Children > c * e.Fte)
            .Where(e => key == "leder" || e.TeamId == site.Person(key).TeamId);
        Assert.Equal(over.Count(), page.QuerySelectorAll("#over-loft li a").Length);
    }

    [Theory]
    [InlineData("2026-10-27", "2026-11-01")]
    [InlineData("2026-10-31", "2026-11-01")]
    [InlineData("2026-11-01", "2026-11-01")]
    [InlineData("2026-11-02", "2026-11-08")]
    public void A_week_ends_on_its_sunday(string today, string end) =>
        Assert.Equal(
            DateOnly.Parse(end, CultureInfo.InvariantCulture),
            Spor.Web.Day.MyDay.DayWork.EndOfWeek(DateOnly.Parse(today, CultureInfo.InvariantCulture))
        );

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

/// <summary>What is done for many at once, over HTTP.</summary>
public sealed class ManyAtOncePageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Old_leftovers_are_closed_with_a_reason_and_gone_from_the_day_while_the_figures_stay()
    {
        var key = site.CaseworkerKeys.First(k =>
            site.Overview.Of(site.Person(k).EmployeeId!.Value).Any(c => c.Open.Any(r => Cases.LeftoverRules.IsOld(r, site.Today)))
        );
        var browser = await site.As(key);
        var (_, before) = await site.Get(browser, "/min-dag");
        Assert.NotNull(before.QuerySelector("#rester a[href='/min-dag/rester']"));
        var unmet = site.Overview.Of(site.Person(key).EmployeeId!.Value).Sum(c => c.Open.Count);
        var (_, form) = await site.Get(browser, "/min-dag/rester");
        var shown = form.QuerySelectorAll("input[name=vist]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.NotEmpty(shown);
        var (status, page, _) = await site.Post(browser, "/min-dag/rester", form, [("alle", "ja"), ("Reason", "")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        (_, page, var url) = await site.Post(
            browser,
            "/min-dag/rester",
            form,
            [("Reason", "Aldrig kendt her"), ("alle", "ja"), .. shown.Select(v => ("vist", v))]
        );
        Assert.Equal("/min-dag", url.AbsolutePath);
        (_, page) = await site.Get(browser, "/min-dag/rester");
        Assert.DoesNotContain(page.QuerySelectorAll("input[name=vist]"), i => shown.Contains(i.GetAttribute("value")!));
        Assert.Equal(unmet, site.Overview.Of(site.Person(key).EmployeeId!.Value).Sum(c => c.Open.Count));
    }

    [Fact]
    public async Task Receipts_are_recorded_together_and_the_inbox_says_what_is_next()
    {
        var browser = await site.As("leder");
        var (_, inbox) = await site.Get(browser, Routes.Inbox);
        var link = inbox
            .QuerySelectorAll("a")
            .Select(a => a.GetAttribute("href")!)
            .FirstOrDefault(h => h.StartsWith(Routes.Inbox + "/", StringComparison.Ordinal));
        Assert.NotNull(link);
        var (_, form) = await site.Get(browser, link);
        var chosen = form.QuerySelectorAll("input[name=Notifications]").Take(2).Select(i => i.GetAttribute("value")!).ToList();
        var (status, page, _) = await site.Post(browser, link, form, [("On", Form.Iso(site.Today)), ("Way", "besked")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var head = site.Database.HeadNo;
        (status, page, var url) = await site.Post(
            browser,
            link,
            form,
            [("On", Form.Iso(site.Today)), ("Way", "besked"), .. chosen.Select(c => ("Notifications", c))]
        );
        Assert.Equal((HttpStatusCode.OK, Routes.Inbox, head + 1), (status, url.AbsolutePath, site.Database.HeadNo));
        Assert.NotNull(page.QuerySelector("#naeste-i-indbakken a"));
        var (_, again) = await site.Get(browser, link);
        Assert.DoesNotContain(again.QuerySelectorAll("input[name=Notifications]"), i => chosen.Contains(i.GetAttribute("value")!));
    }
}
