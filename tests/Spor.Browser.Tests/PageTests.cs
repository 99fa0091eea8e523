using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Spor.Web.Access;

namespace Spor.Browser.Tests;

/// <summary>Every page that a role's menu leads to, for everybody's eyes and every width.</summary>
public sealed class PageTests(Stage stage)
{
    static async Task<List<string>> Seen(IPage page)
    {
        // In the page itself: the other way opens a new browser window for each page it looks at, to put together what several frames
        // say, and Spor has no frames.
#pragma warning disable CS0618
        var result = await page.Locator("html").RunAxeLegacy(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
#pragma warning restore CS0618
        // A link in a picture of the ladder is named by a sentence that holds its numbers; the numbers alone are no label that somebody
        // would say.
        return
        [
            .. result
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .SelectMany(v =>
                    v.Nodes.Where(n =>
                            v.Id != "label-content-name-mismatch" || !n.Html.Contains("trin ", StringComparison.OrdinalIgnoreCase)
                        )
                        .Take(3)
                        .Select(n => $"{new Uri(page.Url).PathAndQuery}: {v.Impact} {v.Id}: {v.Help}: {n.Html}")
                ),
        ];
    }

    /// <summary>What is wider than the window, so that one would have to scroll sideways to read; null if nothing is.</summary>
    static async Task<string?> TooWide(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        var said = await page.EvaluateAsync<string>(
            """
            () => {
              const d = document.documentElement;
              if (d.scrollWidth <= d.clientWidth) return "";
              const wide = [...document.querySelectorAll("main *, nav *")].filter(e => e.getBoundingClientRect().right > d.clientWidth + 1 && !e.closest(".scroll-x, .table-wrap"));
              return d.scrollWidth + " px wide: " + wide.slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(" | ");
            }
            """
        );
        return said.Length == 0 ? null : $"{new Uri(page.Url).PathAndQuery} at {width} px: {said}";
    }

    /// <summary>The addresses of a person's menu.</summary>
    static async Task<List<string>> Menu(IPage page)
    {
        var pages = new List<string>();
        foreach (var item in await page.Locator("nav.rail details a").AllAsync())
            pages.Add((await item.GetAttributeAsync("href"))!);
        Assert.NotEmpty(pages);
        return pages;
    }

    /// <summary>In a short run a page is looked at with every rule as the one who has most of it: a caseworker's own pages and the child as
    /// a caseworker, all others as the head. Whole, each role looks at each of its pages, and at 320 px too. The widths are tried for
    /// everybody.</summary>
    async Task<Func<string, bool>> LooksClosely(ViewerRole role)
    {
        if (Heavy.Whole)
            return _ => true;
        await using var head = await stage.As(stage.Head, "/ingen-adgang");
        var heads = await Menu(head.Page);
        return role == ViewerRole.Head ? heads.Contains : url => !heads.Contains(url) && role != ViewerRole.TeamLeader;
    }

    [Theory]
    [InlineData(ViewerRole.Caseworker)]
    [InlineData(ViewerRole.TeamLeader)]
    [InlineData(ViewerRole.Head)]
    [InlineData(ViewerRole.Controller)]
    [InlineData(ViewerRole.Intake)]
    [InlineData(ViewerRole.Council)]
    [InlineData(ViewerRole.Administrator)]
    [InlineData(ViewerRole.DataProtectionOfficer)]
    public async Task Every_page_of_the_menu_is_readable_for_all_and_at_every_width(ViewerRole role)
    {
        var person = role switch
        {
            ViewerRole.Caseworker => stage.Caseworker,
            ViewerRole.TeamLeader => stage.TeamLeader,
            ViewerRole.Head => stage.Head,
            _ => stage.People.First(p => p.Role == role),
        };
        await using var window = await stage.As(person, "/ingen-adgang");
        var page = window.Page;
        var pages = await Menu(page);
        // The answer 403 was asked for.
        window.Complaints.Clear();
        if (role is not (ViewerRole.Caseworker or ViewerRole.TeamLeader or ViewerRole.Head))
        {
            // The pages of a child are looked at as those who work with it.
            await Walk(window, pages, await LooksClosely(role), narrow: true);
            return;
        }
        var child = person.EmployeeId is { } me
            ? stage.Overview.Of(me).First()
            : stage.Overview.Children.First(c =>
                c.Case is not null
                && (
                    person.TeamId is null
                    || stage.Register.Districts.Any(d => d.DistrictId == c.Child.DistrictId && d.TeamId == person.TeamId)
                )
            );
        pages.Add("/barn/" + child.File.Id);
        foreach (var tab in new[] { "netvaerk", "journal", "plan-og-maal", "dokumenter", "historik", "krav" })
            pages.Add($"/barn/{child.File.Id}/{tab}");
        await Walk(window, pages, await LooksClosely(role), narrow: role == ViewerRole.Head);
    }

    /// <summary>A long page on a telephone: a first screen, and the rest by topic or in dense rows, not a ribbon without an end. What is
    /// folded is there, and where there is room it stands open.</summary>
    [Theory]
    [InlineData("/ledelse", 3000)]
    [InlineData("/oekonomi", 3000)]
    [InlineData("/raadslagninger", 3000)]
    [InlineData("/boern", 4400)]
    [InlineData("/sletning", 3800)]
    public async Task A_long_page_is_short_on_a_telephone(string url, int most)
    {
        await using var head = await stage.As(stage.Head, url);
        var page = head.Page;
        await page.SetViewportSizeAsync(390, 844);
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 844, most);
        await page.SetViewportSizeAsync(1280, 900);
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>("() => [...document.querySelectorAll('.topic-body')].filter(t => t.offsetHeight < 20).length")
        );
    }

    [Fact]
    public async Task The_pages_around_signing_in_and_importing_are_readable_for_all_and_at_every_width()
    {
        await using (var stranger = await stage.Open("/log-ind"))
            await Walk(stranger, ["/log-ind"], _ => true, narrow: true);
        await using var site = await Stage.Empty();
        await using var analyst = await stage.Open(site.Start, site: site.Address);
        await Walk(analyst, ["/import", "/import/format"], _ => true, narrow: true);
    }

    /// <param name="closely">Whether every rule is tried on a page.</param>
    /// <param name="narrow">Also at 320 px: in a short run on every fourth page.</param>
    static async Task Walk(Window window, IEnumerable<string> pages, Func<string, bool> closely, bool narrow)
    {
        var page = window.Page;
        var faults = new List<string>();
        foreach (var (place, url) in pages.Distinct().Index())
        {
            await page.SetViewportSizeAsync(1280, 900);
            await page.GotoAsync(url);
            if (closely(url))
                faults.AddRange(await Seen(page));
            if (await page.Locator("h1").CountAsync() != 1)
                faults.Add(url + ": not one h1");
            foreach (var width in new[] { 390, 320 })
                if (await TooWide(page, width) is { } wide)
                    faults.Add(wide);
            // 320 px is a screen of 1280 at 400 %: the heading stands there, and the menu opens.
            if (!await page.Locator("h1").IsVisibleAsync())
                faults.Add(url + ": no heading at 320 px");
            if (await page.Locator("nav.rail").CountAsync() > 0)
            {
                var item = page.Locator("nav.rail details a").First;
                if (!await item.IsVisibleAsync())
                    await page.Locator("nav.rail .rail-menu > summary").ClickAsync();
                if (!await item.IsVisibleAsync())
                    faults.Add(url + ": the menu does not open at 320 px");
                if (narrow && (Heavy.Whole || place % 4 == 0))
                    faults.AddRange((await Seen(page)).Select(f => "320 px " + f));
            }
        }
        faults.AddRange(window.Complaints);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
