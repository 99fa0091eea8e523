using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

public sealed class ChildPageTests(Site site)
{
    static string Url(long id) => "/barn/" + id.ToString(CultureInfo.InvariantCulture);

    ChildState Longest(string key) =>
        site
            .Overview.Of(site.Person(key).EmployeeId!.Value)
            .MaxBy(c => c.File.Interventions.Length * 100 + c.File.FollowUps.Length + c.File.Notifications.Length)!;

    static ChildState OfAnotherTeam(Site site, string key)
    {
        var mine = site.Person(key).TeamId!.Value;
        return site.Overview.Children.First(c => c.AssignedTo.Count > 0 && !site.Register.Staff.IsOfTeam(c.File, mine, site.Today));
    }

    [Fact]
    public async Task The_head_names_the_siblings_with_a_space_before_the_first()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && !c.Child.Protected
            && c.Child.FamilyId is { } family
            && site.Overview.Family(family).Count() > 1
            && !Viewer.IsShut(c.File, site.Today)
        );
        var (_, page) = await site.Get(await site.As("leder"), $"/barn/{child.File.Id}");
        Assert.Matches("Søskende\\s+\\S", page.Body!.TextContent);
        Assert.DoesNotMatch("Søskende[A-ZÆØÅ]", page.Body!.TextContent);
    }

    [Fact]
    public async Task A_child_of_another_team_is_refused_and_the_attempt_is_logged()
    {
        var key = site.CaseworkerKeys[0];
        var child = OfAnotherTeam(site, key);
        var (status, page) = await site.Get(await site.As(key), Url(child.File.Id));
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.DoesNotContain(child.Child.LastName!, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            await Looks(),
            l => l.Author == key && l.Kind == "barn-afvist" && l.Subject.Contains($"[{child.File.Id}]", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_head_of_department_sees_it_too()
    {
        var (status, _) = await site.Get(await site.As("leder"), Url(OfAnotherTeam(site, site.CaseworkerKeys[0]).File.Id));
        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_child_that_does_not_exist_is_not_found()
    {
        var (status, _) = await site.Get(await site.As("leder"), "/barn/999999999");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Opening_a_child_writes_one_row_in_the_access_log()
    {
        var key = site.CaseworkerKeys[1];
        var id = site.Overview.Of(site.Person(key).EmployeeId!.Value).Last().File.Id;
        await site.Get(await site.As(key), Url(id));
        var look = Assert.Single(
            await Looks(),
            l => l.Author == key && l.Kind == "barn" && l.Subject.Contains($"[{id}]", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("name", look.Subject, StringComparison.OrdinalIgnoreCase);
    }

    async Task<IReadOnlyList<Look>> Looks()
    {
        var log = site.Services.GetRequiredService<AccessLog>();
        await log.Flush();
        return log.Read(1000);
    }

    [Fact]
    public async Task The_page_has_one_heading_and_shows_every_measure()
    {
        foreach (var key in site.CaseworkerKeys.Take(3))
        {
            var child = Longest(key);
            var (status, page) = await site.Get(await site.As(key), Url(child.File.Id));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains(child.Child.Name, Assert.Single(page.QuerySelectorAll("h1")).TextContent, StringComparison.Ordinal);
            Assert.Equal(
                child.File.Interventions.Reverse().Select(m => site.Register.Catalogue.NameOf(m.Code, m.From)),
                page.QuerySelectorAll("#indsatser tbody th").Select(t => t.TextContent.Trim())
            );
            Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
            // What once stood further down is reached from the anchor it had.
            foreach (
                var anchor in new[]
                {
                    "samtaler",
                    "afgoerelser",
                    "underretninger",
                    "undersoegelser",
                    "breve",
                    "historik",
                    "spor",
                    "krav",
                    "netvaerk",
                    "om",
                    "goer",
                    "naeste",
                }
            )
                Assert.NotNull(page.QuerySelector("#" + anchor));
            foreach (var link in page.QuerySelectorAll(".tabs-x a, .on-page a"))
                Assert.Equal(HttpStatusCode.OK, (await site.Get(await site.As(key), link.GetAttribute("href")!)).Status);
            Assert.Equal("Overblik", page.QuerySelector(".tabs-x [aria-current]")!.TextContent);
            Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        }
    }

    [Fact]
    public async Task Requirements_are_all_of_the_child_at_today()
    {
        var key = site.CaseworkerKeys[0];
        var child = Longest(key);
        var all = new List<Requirement>();
        Derive.Of(child.File, site.Register.Catalogue, site.Today, all);
        var browser = await site.As(key);
        var (_, page) = await site.Get(browser, Routes.Requirements(child.File.Id));
        // Each list turns by itself; together the pages have each requirement once.
        var rows = page.QuerySelectorAll("#krav tbody tr").Length;
        foreach (var start in page.QuerySelectorAll("#krav .pager a[rel=next]").Select(a => a.GetAttribute("href")!).ToList())
            for (var (next, list) = ((string?)start, start.Split('#')[1]); next is not null; )
            {
                var (_, turned) = await site.Get(browser, next);
                rows += turned.QuerySelector("#" + list)!.NextElementSibling!.QuerySelectorAll("tbody tr").Length;
                next = turned.QuerySelector($".pager a[rel=next][href$='#{list}']")?.GetAttribute("href");
            }
        Assert.Equal(all.Count, rows);
        var (_, first) = await site.Get(await site.As(key), Url(child.File.Id));
        if (child.Open.Count > 0)
            Assert.NotNull(first.QuerySelector("#naeste time"));
        // One line for each act, whatever it fulfils.
        Assert.Equal(
            PersonsAct.Of(child.Open).Count,
            first.QuerySelectorAll("#krav .work-x > li").Count(l => l.QuerySelector("time") is not null && l.QuerySelector(".tag") is null)
        );
    }

    [Fact]
    public async Task History_says_who_and_when()
    {
        var key = site.CaseworkerKeys[0];
        var (_, page) = await site.Get(await site.As(key), Routes.History(Longest(key).File.Id));
        var who = page.QuerySelector("#historik .who")!;
        Assert.NotNull(who.QuerySelector("time[datetime]"));
        Assert.Contains("indlæst fra udtrækket, der beskriver " + Danish.Long(site.Today), who.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            page.QuerySelectorAll("#historik details li"),
            l => l.TextContent.StartsWith("Indsatsen ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Whatever_is_corrected_the_history_says_what_by_its_label()
    {
        var words = new Words(Spor.Interventions.Catalogue.Default, id => "nr. " + id, id => "nr. " + id, []);
        foreach (var kind in FactKinds.All.Where(k => k.IsAboutAChild))
        {
            var saying = Saying.Of(kind);
            foreach (var column in kind.Columns.Where(c => c.Label.Length > 0))
            {
                var (before, after) = (Described.Row(kind, 1), Described.Row(kind, 1));
                column.Set(after, Described.Another(column, before));
                var sentence = saying.Sentence(new Corrected(kind, after), before, words);
                Assert.Contains(column.Label[1..], sentence, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("uden ændring", sentence, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_number_of_queries_does_not_grow_with_the_rows()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var leader = await own.As("leder");
        async Task<long> Asked(ChildState child)
        {
            var before = own.Database.QueriesAsked;
            await own.Get(leader, Url(child.File.Id));
            return own.Database.QueriesAsked - before;
        }
        static int Rows(ChildState c) =>
            c.File.Interventions.Length
            + c.File.FollowUps.Length
            + c.File.Visits.Length
            + c.File.Measurements.Length
            + c.File.Notifications.Length;
        await Asked(own.Overview.Children[0]);
        var open = own.Overview.Children.Where(c => c.Case is not null && !Viewer.IsShut(c.File, own.Today)).ToList();
        var (small, big) = (open.MinBy(Rows)!, open.MaxBy(Rows)!);
        long few = await Asked(small),
            many = await Asked(big);
        Assert.True(few > 0);
        // What a child has none of is not asked for, and each sibling is asked about by itself; a query a row would be far more.
        Assert.True(Rows(big) - Rows(small) > 40);
        Assert.InRange(many - few, 0, 6);
    }

    [Fact]
    public async Task A_correction_is_told_with_what_it_was_and_the_page_can_be_seen_as_it_was_known_before()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var key = own.CaseworkerKeys[0];
        var child = own.Overview.Of(own.Person(key).EmployeeId!.Value).First(c => c.File.Interventions.Any(m => m.To is null));
        var id = child.File.Id;
        var measure = new ChildReader(own.Database).Read(id)!.Interventions.First(m => m.To is null);
        var head = own.Database.HeadNo;
        var acted = own.Database.Journal.Act(
            new Intent("end-intervention", key, id, Reason: "Familien klarer sig selv"),
            (_, _) =>
            {
                var ended = (InterventionFact)measure.Copy();
                ended.To = own.Today;
                return new Corrected(FactKinds.Intervention, ended);
            }
        );
        Assert.False(acted.Refused);
        own.Database.Journal.Act(
            new Intent("withdraw-follow-up", key, id),
            (facts, _) => new Withdrawn(FactKinds.Intervention, measure.Id)
        );

        var client = await own.As(key);
        var (_, now) = await own.Get(client, Routes.History(id));
        var entries = now.QuerySelectorAll("#historik .history > li").ToList();
        Assert.Contains("blev trukket tilbage", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains($"Til og med: nu {Danish.Long(own.Today)}.", entries[1].TextContent, StringComparison.Ordinal);
        Assert.Contains(own.Person(key).Name, entries[1].QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Familien klarer sig selv", entries[1].TextContent, StringComparison.Ordinal);

        (_, now) = await own.Get(client, Url(id));
        var (_, before) = await own.Get(client, Url(id) + "?som=" + head);
        Assert.Contains(
            "registrering nr. " + Danish.Number(head),
            before.QuerySelector("main .notice")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(now.QuerySelectorAll("#indsatser tbody tr").Length + 1, before.QuerySelectorAll("#indsatser tbody tr").Length);
        // The tabs stay at the day one looks from, and an old address of the history leads to it.
        Assert.All(before.QuerySelectorAll(".tabs-x a"), a => Assert.EndsWith("?som=" + head, a.GetAttribute("href")));
        var (_, then) = await own.Get(client, Routes.History(id) + "?som=" + head);
        Assert.Single(then.QuerySelectorAll("#historik .history > li"));
        var (_, older) = await own.Get(client, $"{Url(id)}?foer={head + 1}");
        Assert.Equal("Historik", older.QuerySelector(".tabs-x [aria-current]")!.TextContent);
    }

    [Theory]
    [InlineData("52.3.7", 2020, "Serviceloven § 52, stk. 3, nr. 7")]
    [InlineData("46", 2024, "Barnets lov § 46")]
    [InlineData("efter aftale", 2024, "efter aftale")]
    public void A_section_is_said_as_a_lawyer_says_it(string basis, int year, string said) =>
        Assert.Equal(said, Words.Section(basis, new(year, 1, 1)));
}
