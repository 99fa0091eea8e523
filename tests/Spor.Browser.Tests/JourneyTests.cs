using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Spor.Browser.Tests;

/// <summary>What people do every day, in the browser they do it in.</summary>
public sealed partial class JourneyTests(Stage stage)
{
    /// <summary>Walks with Tab until the focus stands on what is wanted; each stop must be seen, and the walk must end.</summary>
    static async Task TabTo(IPage page, string selector)
    {
        for (var i = 0; i < 150; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string>(
                """
                wanted => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return "nowhere";
                  const s = getComputedStyle(e), r = e.getBoundingClientRect();
                  const seen = r.width > 0 && r.height > 0 && (s.outlineStyle !== "none" || s.boxShadow !== "none");
                  return e.matches(wanted) ? "there" : seen ? "on the way" : "unseen: " + e.outerHTML.slice(0, 200);
                }
                """,
                selector
            );
            if (at == "there")
                return;
            Assert.False(at.StartsWith("unseen", StringComparison.Ordinal), "The focus cannot be seen on " + at);
        }
        Assert.Fail($"{selector} cannot be reached with the keyboard on {page.Url}");
    }

    [Fact]
    public async Task A_caseworker_signs_in_and_reads_a_childs_track_by_keyboard_alone()
    {
        var me = stage.Caseworker;
        await using var window = await stage.Open("/");
        var page = window.Page;
        Assert.EndsWith("/log-ind", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await TabTo(page, $"button[value='{me.Key}']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/min-dag");
        Assert.StartsWith("Min dag", await window.Title(), StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Locator(".skip-link").EvaluateAsync<bool>("e => e === document.activeElement"));
        await page.Keyboard.PressAsync("Enter");
        await TabTo(page, "main .whose a");
        var name = await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/barn/*");
        if (name != "Beskyttet navn")
            Assert.StartsWith(name, await window.Title(), StringComparison.Ordinal);
        Assert.True(await page.Locator("#spor svg").First.IsVisibleAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_head_narrows_the_ladder_to_a_district_and_a_number_leads_to_exactly_that_many_children()
    {
        await using var window = await stage.As(stage.Head);
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Indsatstrappen" }).First.ClickAsync();
        await page.WaitForURLAsync("**/trappen*");
        await page.Locator("#distrikt").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("form.filters button").ClickAsync();
        await page.WaitForURLAsync(u => u.Contains("distrikt=", StringComparison.Ordinal));
        var links = await page.Locator($"#trin tbody a[href*='paa={stage.Today:yyyy-MM-dd}']").AllAsync();
        Assert.NotEmpty(links);
        var numbers = new List<(ILocator Link, int Count)>();
        foreach (var link in links)
            numbers.Add((link, int.Parse(Digits().Match(await link.InnerTextAsync()).Value, CultureInfo.InvariantCulture)));
        var (chosen, count) = numbers.MaxBy(n => n.Count);
        Assert.True(count > 0);
        await chosen.ClickAsync();
        await page.WaitForURLAsync("**/boern*");
        Assert.Equal(count, await CountChildren(page));
        Assert.Empty(window.Complaints);
    }

    /// <summary>The children of a list, over all its pages.</summary>
    static async Task<int> CountChildren(IPage page)
    {
        var children = new HashSet<string>();
        while (true)
        {
            foreach (var link in await page.Locator("#resultat tbody th a").AllAsync())
                Assert.True(children.Add((await link.GetAttributeAsync("href"))!));
            var next = page.Locator("nav.pager a[rel=next]");
            if (await next.CountAsync() == 0)
                return children.Count;
            var url = page.Url;
            await next.ClickAsync();
            await page.WaitForURLAsync(u => u != url);
        }
    }

    [Fact]
    public async Task A_search_finds_the_child_while_one_types_and_no_name_comes_into_the_address()
    {
        var child = stage.Overview.Children.First(c => !c.Child.Protected && c.Case is not null);
        await using var window = await stage.As(stage.Head, "/boern");
        var page = window.Page;
        await page.Locator("#q").PressSequentiallyAsync(child.Child.Name, new() { Delay = 20 });
        await page.Locator($"#resultat a[href='/barn/{child.File.Id}']").WaitForAsync();
        Assert.Equal("/boern", new Uri(page.Url).PathAndQuery);
        Assert.NotEqual("", (await page.Locator("#resultat-status").InnerTextAsync()).Trim());
        Assert.Equal(child.Child.Name, await page.Locator("#q").InputValueAsync());
        Assert.True(await page.Locator("#q").EvaluateAsync<bool>("e => e === document.activeElement"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_search_works_without_JavaScript()
    {
        var child = stage.Overview.Children.First(c => !c.Child.Protected && c.Case is not null);
        await using var window = await stage.As(stage.Head, "/boern", javaScript: false);
        var page = window.Page;
        await page.Locator("#q").FillAsync(child.Child.Name);
        await page.Locator("#q").PressAsync("Enter");
        // The child in the list says that the answer is there; a window without scripts does not always tell that it has loaded.
        var found = page.Locator($"#resultat a[href='/barn/{child.File.Id}']");
        await found.WaitForAsync();
        Assert.Equal("/boern/soeg", new Uri(page.Url).PathAndQuery);
        await found.ClickAsync();
        await page.WaitForURLAsync($"**/barn/{child.File.Id}");
        Assert.StartsWith(child.Child.Name, await window.Title(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extract_is_uploaded_looked_at_and_stored_without_JavaScript()
    {
        await using var site = await Stage.Empty();
        await using var window = await stage.Open(site.Start, javaScript: false, site: site.Address);
        var page = window.Page;
        Assert.Equal("Import", await window.Title());
        await page.GetByLabel("Filer")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "udtræk.zip",
                    MimeType = "application/zip",
                    Buffer = Packed(),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Læs filerne, og se, hvad der vil ske" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Det vil ske" }).WaitForAsync();
        Assert.Equal(0, site.Database.HeadNo);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem udtrækket" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Udtrækket er gemt" }).WaitForAsync();
        Assert.True(site.Database.HeadNo > 0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Se børnene" }).ClickAsync();
        await page.WaitForURLAsync("**/boern");
        Assert.Equal(2, await page.Locator("#resultat tbody th a").CountAsync());
        Assert.Empty(window.Complaints);
    }

    static byte[] Packed()
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
            foreach (
                var (name, text) in new[]
                {
                    ("kommune.csv", "Kommunenr;Navn;Opgørelsesdato\n990;Prøvekøbing;2026-10-31\n"),
                    (
                        "boern.csv",
                        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2012-03-04;udsat\nB2;Åse;Bøgh;2014-05-06;udsat\n"
                    ),
                    ("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\nS2;B2;2024-02-03;\n"),
                }
            )
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return to.ToArray();
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
