using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>From the head of every page to a child, and the menu beside it.</summary>
public sealed class FindPageTests(Site site)
{
    [Fact]
    public async Task A_child_is_found_from_any_page_by_post_and_the_only_one_opens_at_once()
    {
        var key = site.CaseworkerKeys[0];
        var browser = await site.As(key);
        var (_, any) = await site.Get(browser, "/trappen");
        Assert.Equal(Routes.Find, any.QuerySelector("nav.rail form[role=search]")!.GetAttribute("action"));
        var mine = site.Overview.Of(site.Person(key).EmployeeId!.Value).ToList();
        var visible = site.Overview.Children.Where(c => site.Register.Staff.IsOfTeam(c.File, site.Person(key).TeamId!.Value, site.Today));
        var child = mine.First(c =>
            !c.Child.Protected && visible.Count(o => o.Child.Name == c.Child.Name) == 1 && c.Child.Name.Split(' ').Length == 2
        );
        var (status, page, url) = await site.Post(browser, Routes.Find, any, [("q", $"\"{child.Child.Name.ToUpperInvariant()}\"")]);
        Assert.Equal((HttpStatusCode.OK, Routes.Child(child.File.Id)), (status, url.AbsolutePath));
        Assert.Equal("", url.Query);
        // It stands among the last that were opened from then on.
        var log = site.Services.GetRequiredService<AccessLog>();
        await log.Flush();
        var (_, recent) = await site.Get(browser, Routes.Find);
        Assert.Contains(Routes.Child(child.File.Id), recent.QuerySelectorAll("#seneste a").Select(a => a.GetAttribute("href")));
        Assert.InRange(recent.QuerySelectorAll("#seneste li").Length, 1, 10);
    }

    [Fact]
    public async Task Ones_own_children_stand_first_and_one_sign_is_too_little()
    {
        var key = site.CaseworkerKeys[1];
        var browser = await site.As(key);
        var (_, any) = await site.Get(browser, "/min-dag");
        var mine = site.Overview.Of(site.Person(key).EmployeeId!.Value).Select(c => Routes.Child(c.File.Id)).ToHashSet();
        var (_, found, _) = await site.Post(browser, Routes.Find, any, [("q", "er")]);
        var links = found.QuerySelectorAll("#fundne li a").Select(a => mine.Contains(a.GetAttribute("href")!)).ToList();
        Assert.InRange(links.Count, 2, 10);
        Assert.Equal(links.OrderDescending(), links);
        Assert.Equal("er", found.QuerySelector("#q")!.GetAttribute("value"));
        var (status, refused, _) = await site.Post(browser, Routes.Find, any, [("q", "e")], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("mindst to tegn", refused.QuerySelector("#q-fejl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_keys_lead_to_ones_own_child_and_a_surname_with_an_initial_to_any_other_among_the_first_ten()
    {
        var key = site.CaseworkerKeys[0];
        var browser = await site.As(key);
        var (_, any) = await site.Get(browser, "/min-dag");
        async Task<List<string>> Found(HttpClient by, IDocument from, string typed)
        {
            var (_, page, url) = await site.Post(by, Routes.Find, from, [("q", typed)]);
            return url.AbsolutePath == Routes.Find
                ? [.. page.QuerySelectorAll("#fundne li a").Select(a => a.GetAttribute("href")!)]
                : [url.AbsolutePath];
        }
        // The slash leads to the search, five keys and Enter: the child's page. Only where another of one's own is called so by all five,
        // one chooses between them.
        var own = site.Overview.Of(site.Person(key).EmployeeId!.Value).Select(c => Routes.Child(c.File.Id)).ToHashSet();
        var straight = 0;
        var all = site.Overview.Of(site.Person(key).EmployeeId!.Value).Where(c => !c.Child.Protected).Take(12).ToList();
        foreach (var child in all)
        {
            var (first, last) = (child.Child.FirstName!, child.Child.LastName!.Split(' ')[^1]);
            string[] ways =
            [
                first[..Math.Min(4, first.Length)],
                last[..Math.Min(4, last.Length)],
                $"{first[..1]} {last[..2]}",
                $"{first[..2]} {last[..1]}",
                $"{first[..2]} {last[..2]}",
                $"{first[..1]} {last[..3]}",
                first[..Math.Min(5, first.Length)],
                last[..Math.Min(5, last.Length)],
            ];
            var (opened, found) = (false, false);
            foreach (var way in ways)
            {
                var answer = await Found(browser, any, way);
                opened |= answer is [var only] && only == Routes.Child(child.File.Id);
                found |= answer.TakeWhile(own.Contains).Contains(Routes.Child(child.File.Id));
            }
            Assert.True(found, $"{child.File.Id} is first by none of five keys");
            straight += opened ? 1 : 0;
        }
        Assert.InRange(straight, all.Count * 3 / 4, all.Count);
        var head = await site.As("leder");
        (_, any) = await site.Get(head, "/min-dag");
        foreach (
            var child in site.Overview.Children.Where(c => c.Case is not null && !c.Child.Protected).Where((_, i) => i % 17 == 0).Take(25)
        )
            Assert.Contains(
                Routes.Child(child.File.Id),
                await Found(head, any, $"{child.Child.LastName!.Split(' ')[^1]} {child.Child.FirstName![..1]}")
            );
        var (_, list, _) = await site.Post(head, Routes.Find, any, [("q", "er")]);
        Assert.True(list.QuerySelector("#fundne li a")!.HasAttribute("autofocus"));
    }

    /// <summary>Never the wrong one unasked: of two who are called so a person chooses, a surname and an initial lists everybody, and
    /// searching again from the page that opened lists everybody too.</summary>
    [Fact]
    public async Task The_only_one_of_ones_own_who_is_called_so_opens_and_of_two_one_chooses()
    {
        var key = site.CaseworkerKeys[0];
        var browser = await site.As(key);
        var mine = site.Overview.Of(site.Person(key).EmployeeId!.Value).Where(c => !c.Child.Protected).ToList();
        var groups = mine.GroupBy(c => c.Child.FirstName!.Split(' ')[0]).ToList();
        bool IsNamed(Requirements.ChildState c, string word) =>
            Kernel.Folded.Fold(c.Child.Name).Split(' ').Any(w => w.StartsWith(Kernel.Folded.Fold(word), StringComparison.Ordinal));
        var alone = groups.First(g => mine.Count(c => IsNamed(c, g.Key)) == 1).Single();
        var name = alone.Child.FirstName!.Split(' ')[0];
        var (_, any) = await site.Get(browser, "/trappen");
        var (_, page, url) = await site.Post(browser, Routes.Find, any, [("q", name)]);
        Assert.Equal(Routes.Child(alone.File.Id), url.AbsolutePath);
        Assert.Equal(
            alone.File.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            page.QuerySelector("nav.rail form[role=search] [name=fra]")!.GetAttribute("value")
        );
        // From there: the list, with the child first.
        var (_, list, listed) = await site.Post(
            browser,
            Routes.Find,
            page,
            [("q", name), ("fra", alone.File.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))]
        );
        if (listed.AbsolutePath == Routes.Find)
            Assert.Equal(Routes.Child(alone.File.Id), list.QuerySelector("#fundne li a")!.GetAttribute("href"));
        (_, list, listed) = await site.Post(browser, Routes.Find, any, [("q", $"{alone.Child.LastName!.Split(' ')[^1]} {name[..1]}")]);
        Assert.True(
            listed.AbsolutePath == Routes.Find || list.QuerySelectorAll("#fundne li").Length == 0,
            "a surname and an initial opened a child"
        );
        // Two of one's own whose names begin so: the list.
        var letters = mine.SelectMany(a => mine.Where(b => a != b).Select(b => (A: a.Child.FirstName!, B: b.Child.FirstName!)))
            .Where(p => p.A.Length > 1 && p.B.Length > 1 && Kernel.Folded.Fold(p.A)[..2] == Kernel.Folded.Fold(p.B)[..2])
            .Select(p => p.A[..2])
            .First();
        (_, list, listed) = await site.Post(browser, Routes.Find, any, [("q", letters)]);
        Assert.Equal(Routes.Find, listed.AbsolutePath);
        Assert.True(list.QuerySelector("#fundne li a")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task Leading_and_setting_up_are_folded_and_open_only_where_one_is()
    {
        var browser = await site.As("leder");
        var (_, page) = await site.Get(browser, "/min-dag");
        Assert.All(page.QuerySelectorAll(".rail-fold"), d => Assert.False(d.HasAttribute("open")));
        Assert.Contains("Ledelse", page.QuerySelectorAll(".rail-fold summary").Select(s => s.TextContent));
        var (_, leading) = await site.Get(browser, "/ledelse");
        Assert.True(leading.QuerySelector(".rail-fold:has([aria-current])")!.HasAttribute("open"));
    }
}
