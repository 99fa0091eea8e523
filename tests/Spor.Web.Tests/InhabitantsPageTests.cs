using System.Net;
using AngleSharp.Dom;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>How many live in the municipality, typed in, and what figures say of it; on a site of its own.</summary>
public sealed class InhabitantsPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    const string Path = "/ledelse/indbyggere";

    async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Save(params (string, string)[] fields)
    {
        var browser = await site.As("leder");
        var (_, form) = await site.Get(browser, Path);
        return await site.Post(browser, Path, form, fields, mustSucceed: false);
    }

    static (string, string)[] Of(string year, Func<int, string> people) =>
        [("Year", year), ("DistrictId", ""), .. Enumerable.Range(0, 24).Select(age => ($"Age{age}", people(age)))];

    async Task<string> Rate(string question = "") =>
        (await site.Get(await site.As("leder"), "/ledelse/tal/children-with-case-per-1000" + question))
            .Page.QuerySelector("p.lede")!
            .TextContent;

    [Fact]
    public async Task Numbers_typed_for_a_year_are_what_figures_per_1000_are_of()
    {
        Assert.Contains("ikke oplyst den 31. oktober 2026", await Rate(), StringComparison.Ordinal);
        var (status, page, _) = await Save(Of("2026", age => age < 15 ? "1.000" : "500"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Indbyggertallene er gemt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // 0 to 22: fifteen thousand and four thousand.
        Assert.Equal("19.000", page.QuerySelector("#kendt td.r")!.TextContent.Trim());
        Assert.Equal("1.000", page.QuerySelector("[name=Age3]")!.GetAttribute("value"));
        await Task.Delay(400, TestContext.Current.CancellationToken);
        var active = site.Register.Children.Count(c => c.Cases.Any(x => x.ActiveAt(site.Today)));
        Assert.Contains(": " + Kernel.Danish.Number(1000.0 * active / 19_000, 1) + " den", await Rate(), StringComparison.Ordinal);
        // Of an age group of the municipality's own, of those who are of it.
        var young = site.Register.Children.Count(c => c.Child.AgeAt(site.Today) <= 14 && c.Cases.Any(x => x.ActiveAt(site.Today)));
        Assert.Contains(
            ": " + Kernel.Danish.Number(1000.0 * young / 15_000, 1) + " den",
            await Rate("?alder=0-14"),
            StringComparison.Ordinal
        );

        // An age taken back is not told, and then neither is the rate.
        var (_, less, _) = await Save(
            Of(
                "2026",
                age =>
                    age == 7 ? ""
                    : age < 15 ? "1.000"
                    : "500"
            )
        );
        Assert.Contains("7 år", less.QuerySelector("#kendt tbody tr")!.TextContent, StringComparison.Ordinal);
        await Task.Delay(400, TestContext.Current.CancellationToken);
        Assert.Contains("ikke oplyst den 31. oktober 2026", await Rate(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var (status, page, _) = await Save(Of("26", age => age == 4 ? "mange" : "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("mange", page.QuerySelector("[name=Age4]")!.GetAttribute("value"));
        Assert.Equal("26", page.QuerySelector("[name=Year]")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("[name=Age4]")!.GetAttribute("aria-invalid"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Save(Of("2026", age => age == 4 ? "-5" : "12"))).Status);
    }

    [Fact]
    public async Task Own_age_groups_stand_after_the_four_and_are_moved_from_a_day_on()
    {
        var browser = await site.As("leder");
        async Task<string[]> Ages() =>
            [.. (await site.Get(browser, "/ledelse")).Page.QuerySelectorAll("#alder option").Select(o => o.GetAttribute("value")!).Skip(5)];
        Assert.Equal(["0-14", "15-23"], await Ages());
        var (_, form) = await site.Get(browser, "/loven/own-ages-youngest");
        await site.Post(browser, "/loven/own-ages-youngest", form, [("Number", "12"), ("From", Form.Iso(site.Today))]);
        await Task.Delay(400, TestContext.Current.CancellationToken);
        Assert.Equal(["0-12", "13-23"], await Ages());
        // Side by side they stand last, and lead to the same children.
        var (_, beside) = await site.Get(browser, "/side-om-side?efter=alder&tal=children-with-case");
        var row = beside.QuerySelectorAll("#side-om-side tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == "0–12 år");
        var young = site.Register.Children.Count(c => c.Child.AgeAt(site.Today) <= 12 && c.Cases.Any(x => x.ActiveAt(site.Today)));
        Assert.Equal(young.ToString("N0", Kernel.Danish.Culture), row.QuerySelector("td")!.TextContent.Trim());
        var (_, own) = await site.Get(browser, row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("0-12", own.QuerySelector("#alder option[selected]")!.GetAttribute("value"));
        // Whoever may not see the children has them not, and is told so.
        var (_, published) = await site.Get(await site.As("controller"), "/ledelse?alder=0-12");
        Assert.Contains("Kommunens egne aldersgrupper", published.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0-12", published.QuerySelectorAll("#alder option").Select(o => o.GetAttribute("value")));
    }
}
