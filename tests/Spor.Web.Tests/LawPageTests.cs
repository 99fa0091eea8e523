using System.Net;
using AngleSharp.Dom;
using Spor.Law;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The law as Spor knows it, and the municipality's own deadlines beside it.</summary>
public sealed class LawPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_page_shows_every_dated_row_and_says_which_are_unverified()
    {
        var (_, page) = await site.Get(await site.As("leder"), "/loven");
        var rows = page.QuerySelectorAll("#raekker tbody tr");
        Assert.Equal(Spor.Web.Leading.LawAndDeadlines.LawRow.All.Sum(g => g.Rows.Count), rows.Length);
        foreach (var rule in NationalLaw.All)
            Assert.Contains(
                rows,
                r =>
                    r.QuerySelector("th")!.TextContent == rule.Title
                    && (rule.Section is null || r.TextContent.Contains(rule.Section, StringComparison.Ordinal))
            );
        Assert.Equal(
            Spor.Web.Leading.LawAndDeadlines.LawRow.All.Sum(g => g.Rows.Count(r => !r.Verified)),
            rows.Count(r => r.QuerySelector(".tag.warn") is not null)
        );
        Assert.Equal(
            "/ingen-adgang",
            (await (await site.As(site.CaseworkerKeys[0])).GetAsync(new Uri("/loven", UriKind.Relative)))
                .RequestMessage!
                .RequestUri!
                .AbsolutePath
        );
    }

    [Fact]
    public async Task The_head_tightens_a_deadline_and_every_page_goes_by_it_and_a_looser_one_is_refused()
    {
        var browser = await site.As("leder");
        const string url = "/loven/notification-assessed";
        var (_, form) = await site.Get(browser, url);
        var (status, wrong, _) = await site.Post(
            browser,
            url,
            form,
            [("Number", "36"), ("From", Form.Iso(site.Today))],
            mustSucceed: false
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("24 timer", wrong.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("36", wrong.QuerySelector("#felt-Number")!.GetAttribute("value"));
        var (_, saved, _) = await site.Post(browser, url, form, [("Number", "12"), ("From", Form.Iso(site.Today))]);
        var row = saved.QuerySelectorAll("#frister tbody tr").Single(r => r.TextContent.Contains("24 timer", StringComparison.Ordinal));
        Assert.Contains("12 timer", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(12, site.Register.Bounds.On(site.Today).Of(Requirements.Rule.NotificationAssessed).Hours);
        Assert.Equal(24, site.Register.Bounds.On(site.Today.AddDays(-1)).Of(Requirements.Rule.NotificationAssessed).Hours);
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
