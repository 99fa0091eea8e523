using System.Globalization;
using AngleSharp.Dom;

namespace Spor.Web.Tests;

/// <summary>A period of one's own, and what it is held against, on <i>Ledelsesinformation</i> and a figure's own page.</summary>
public sealed class ComparedPageTests(Site site)
{
    async Task<IDocument> Page(string who, string url) => (await site.Get(await site.As(who), url)).Page;

    static string[] Row(IDocument page, string section, string name) =>
        [
            .. page.QuerySelectorAll($"{section} .figure-table tbody tr")
                .First(r => r.QuerySelector("th")!.ChildNodes.OfType<IText>().Any(t => t.TextContent.Trim() == name))
                .QuerySelectorAll("td.r")
                .Select(c => c.ChildNodes.First(n => n.TextContent.Trim().Length > 0).TextContent.Trim()),
        ];

    string Notified(DateOnly from, DateOnly to) =>
        site
            .Register.Children.SelectMany(c => c.Notifications)
            .Count(n => n.ReceivedOn >= from && n.ReceivedOn <= to)
            .ToString("N0", Kernel.Danish.Culture);

    [Fact]
    public async Task Whoever_may_see_the_children_asks_for_any_days_and_for_the_period_before_them()
    {
        DateOnly from = new(2026, 3, 15),
            to = new(2026, 5, 10);
        const string asked = "/ledelse?fra=15-03-2026&til=10-05-2026";
        var page = await Page("leder", asked);
        Assert.Contains("Perioden er 15. marts 2026 til 10. maj 2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Else than by the form it is held against the same days a year before.
        var year = Row(page, "#underretninger", "Underretninger");
        Assert.Equal([Notified(from, to), Notified(new(2025, 3, 15), new(2025, 5, 10))], year[..2]);
        var before = Row(await Page("leder", asked + "&mod=periode-foer"), "#underretninger", "Underretninger");
        var days = to.DayNumber - from.DayNumber + 1;
        Assert.Equal([Notified(from, to), Notified(from.AddDays(-days), from.AddDays(-1))], before[..2]);
        // Whole months are held against whole months, however long they are.
        var months = Row(
            await Page("leder", "/ledelse?fra=01-02-2026&til=31-03-2026&mod=periode-foer"),
            "#underretninger",
            "Underretninger"
        );
        Assert.Equal([Notified(new(2026, 2, 1), new(2026, 3, 31)), Notified(new(2025, 12, 1), new(2026, 1, 31))], months[..2]);
        // The form says what was asked, and the figure's own page takes it along.
        Assert.Equal("15-03-2026", page.QuerySelector("#fra")!.GetAttribute("value"));
        var own = await Page("leder", "/ledelse/tal/notifications?fra=2026-03-15&til=2026-05-10&mod=periode-foer");
        Assert.Contains(Notified(from, to), own.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("periode-foer", own.QuerySelector("#mod option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Other_children_in_the_same_period_stand_beside_as_their_own_page_tells_them()
    {
        var district = site.Register.Districts[0].DistrictId.ToString(CultureInfo.InvariantCulture);
        foreach (var who in new[] { "leder", "controller" })
        {
            var against = await Page(who, $"/ledelse?mod=distrikt:{district}");
            var alone = await Page(who, $"/ledelse?distrikt={district}");
            foreach (var (section, name) in new[] { ("#anbringelser", "Anbragte børn"), ("#underretninger", "Underretninger") })
                Assert.Equal(Row(alone, section, name)[0], Row(against, section, name)[1]);
            Assert.Equal(
                site.Register.Districts.Last(d => d.DistrictId == site.Register.Districts[0].DistrictId).Name,
                against.QuerySelector("#anbringelser .figure-table thead th:nth-child(3)")!.TextContent.Trim(),
                ignoreCase: true
            );
        }
        // Which of two groups does better is not for a program to say.
        Assert.DoesNotContain(
            "dårligere",
            string.Join(' ', (await Page("leder", "/ledelse?mod=alder:6-13")).QuerySelectorAll("td").Select(t => t.TextContent)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_may_not_see_the_children_is_given_whole_months_and_is_told_so()
    {
        var page = await Page("controller", "/ledelse?fra=15-08-2026&til=25-10-2026&mod=periode-foer");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("i stedet for 15. august 2026 til 25. oktober 2026", text, StringComparison.Ordinal);
        var heads = page.QuerySelectorAll("#sager .figure-table thead th").Select(h => h.TextContent.Trim()).Skip(1).Take(2).ToArray();
        Assert.All(heads, h => Assert.Equal(1, DateOnly.ParseExact(h, "dd-MM-yyyy", null).AddDays(1).Day));
    }

    [Fact]
    public async Task What_cannot_be_compared_is_said_and_left_out()
    {
        foreach (
            var (asked, said) in new[]
            {
                ("mod=team:999999", "kunne ikke læses"),
                ("mod=periode-foer&sammenlign=30-06-2026", "Der er valgt både"),
                ("mod=alle", "kan ikke sammenlignes med sig selv"),
                ("fra=31-12-2026&til=30-06-2026", "kunne ikke læses"),
            }
        )
            Assert.Contains(
                said,
                (await Page("leder", "/ledelse?" + asked)).QuerySelector(".notice.warn")!.TextContent,
                StringComparison.Ordinal
            );
    }
}
