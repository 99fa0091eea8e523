using System.Globalization;
using System.Net;
using System.Web;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Management;
using Spor.Workforce;

namespace Spor.Web.Tests;

public sealed class ManagementTests(Site site)
{
    async Task<IDocument> Page(string key, string url)
    {
        var (status, page) = await site.Get(await site.As(key), url);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    static IElement Row(IDocument page, string section, string name) =>
        page.QuerySelectorAll($"#{section} .figure-table tbody tr").First(r => Name(r) == name);

    static string Name(IElement row) =>
        row.QuerySelector("th")!.ChildNodes.OfType<IText>().Select(t => t.TextContent.Trim()).First(t => t.Length > 0);

    /// <summary>Without the counts that stand under a share.</summary>
    static string Cell(IElement row, int at)
    {
        var copy = (IElement)row.QuerySelectorAll("td")[at].Clone();
        foreach (var counts in copy.QuerySelectorAll(".muted.nowrap"))
            counts.Remove();
        return copy.TextContent.Trim();
    }

    [Fact]
    public async Task A_share_says_the_two_counts_it_is_made_of_and_to_others_only_where_neither_is_few()
    {
        var engine = KeyFigures.EngineOf(site.Register, site.Today);
        var law = engine.Ask([RequirementFigures.ComplianceLaw], [FigurePeriod.Of(new(2025, 11, 1), site.Today)]);
        var whole = law.Of(RequirementFigures.ComplianceLaw);
        var some = (int)Math.Round(whole.Value!.Value * whole.All / 100);
        var (_, page) = await site.Get(await site.As("leder"), "/ledelse");
        Assert.Contains(
            $"{Kernel.Danish.Number(some)} af {Kernel.Danish.Number(whole.All)}",
            page.QuerySelector("#krav")!.TextContent,
            StringComparison.Ordinal
        );
        var (_, theirs) = await site.Get(await site.As("controller"), "/ledelse");
        var counts = theirs
            .QuerySelectorAll(".figure-table .muted.nowrap, #krav-for-krav .muted.nowrap")
            .Select(c => c.TextContent)
            .ToList();
        Assert.NotEmpty(counts);
        static int Number(string text) => int.Parse(text.Replace(".", "", StringComparison.Ordinal), Kernel.Danish.Culture);
        foreach (var parts in counts.Select(c => c.Split(" af ").Select(Number).ToList()))
            Assert.False(parts[0] is > 0 and < 5 || parts[1] - parts[0] is > 0 and < 5, string.Join(" af ", parts));
    }

    [Theory]
    [InlineData("leder")]
    [InlineData("controller")]
    public async Task The_files_say_what_the_page_says_and_hide_what_it_hides(string key)
    {
        var page = await Page(key, "/ledelse?alder=14-17");
        var csv = await (await site.As(key)).GetStringAsync(new Uri("/ledelse.csv?tabel=tal&alder=14-17", UriKind.Relative));
        var lines = csv.TrimStart('\uFEFF').Split("\r\n").Select(l => l.Split(';')).ToList();
        string InFile(Figure of, int at) => lines.First(l => l[0].Trim('"') == of.Name && l[1].Trim('"').Length == 0)[at].Trim('"');
        var compared = 0;
        foreach (
            var (section, of) in new[]
            {
                ("sager", CaseFigures.ActiveCases),
                ("sager", CaseFigures.CasesOpened),
                ("trappen", LadderFigures.OnLadder),
                ("anbringelser", PlacementFigures.Placed),
                ("anbringelser", PlacementFigures.NewPlacements),
                ("anbringelser", PlacementFigures.EndedPlacements),
            }
        )
            for (var at = 0; at < 2; at++)
            {
                var onPage = Cell(Row(page, section, of.Name), at);
                var inFile = InFile(of, at + 2);
                if (onPage == "skjult")
                    Assert.Equal("skjult", inFile);
                else
                {
                    Assert.Equal(onPage.Replace(".", "", StringComparison.Ordinal), inFile);
                    compared++;
                }
            }
        Assert.True(compared > 0);
        Assert.Equal(
            "PK",
            System.Text.Encoding.ASCII.GetString(
                await (await site.As(key)).GetByteArrayAsync(new Uri("/ledelse.xlsx", UriKind.Relative)),
                0,
                2
            )
        );
        var months = await (await site.As(key)).GetStringAsync(new Uri("/ledelse.csv?tabel=maaneder", UriKind.Relative));
        Assert.True(months.Split("\r\n").Length > 60);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?alder=14-17", AgeGroup.From14To17)]
    public async Task The_page_says_what_the_figures_say_now_and_a_year_before(string query, AgeGroup? age)
    {
        var page = await Page("leder", "/ledelse" + query);
        var to = site.Today;
        var filter = new Group(Age: age);
        DateOnly Begins(DateOnly end) => new DateOnly(end.Year, end.Month, 1).AddMonths(-11);
        var now = PlainFigures.Of(site.Register, FigurePeriod.Of(Begins(to), to), filter);
        var before = PlainFigures.Of(site.Register, FigurePeriod.Of(Begins(to.AddYears(-1)), to.AddYears(-1)), filter);
        foreach (
            var (section, of) in new[]
            {
                ("sager", CaseFigures.ActiveCases),
                ("sager", CaseFigures.CasesOpened),
                ("underretninger", NotificationFigures.Notifications),
                ("underretninger", NotificationFigures.RepeatShare),
                ("krav", RequirementFigures.ComplianceLaw),
                ("krav", RequirementFigures.OverdueModel),
                ("trappen", LadderFigures.OnLadder),
                ("anbringelser", PlacementFigures.Placed),
                ("anbringelser", PlacementFigures.MonthsPlaced),
                ("anbringelser", PlacementFigures.NotPlacedYearAfter),
                ("anbringelser", PlacementFigures.FullYear),
                ("raadslagninger", ConferenceFigures.Held),
                ("oekonomi", SpendingFigures.InMonth),
            }
        )
        {
            var row = Row(page, section, of.Name);
            Assert.Equal(Shown(now, of), Cell(row, 0));
            Assert.Equal(Shown(before, of), Cell(row, 1));
            Assert.Contains(of.Definition, row.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_first_screen_has_twelve_figures_and_a_way_to_each_topic()
    {
        var page = await Page("leder", "/ledelse");
        Assert.Equal(12, page.QuerySelectorAll("main .kpi").Length);
        var links = page.QuerySelectorAll("nav.on-page a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(7, links.Count);
        Assert.All(links, l => Assert.NotNull(page.GetElementById(l[1..])));
    }

    [Fact]
    public async Task A_month_that_is_not_over_is_not_drawn_as_a_month()
    {
        var page = await Page("leder", "/ledelse?til=2026-10-15");
        Assert.Equal("ikke slut", page.QuerySelector("#maaned-underretninger tbody tr td")!.TextContent.Trim());
        // What is a state of the day is one on that day too.
        Assert.NotEqual("ikke slut", page.QuerySelector("#maaned-trin tbody tr td")!.TextContent.Trim());
        var file = await (await site.As("leder")).GetStringAsync(
            new Uri("/ledelse/tal.csv?tal=notifications&til=2026-10-15&tabel=maaneder", UriKind.Relative)
        );
        Assert.EndsWith("15-10-2026;ikke slut\r\n", file, StringComparison.Ordinal);
    }

    static string Shown(IReadOnlyList<KeyFigure> figures, Figure of) =>
        Text.Shown(figures.Single(f => f.Of == of && f.Part is null), hidden: false);

    [Fact]
    public async Task A_months_table_holds_every_month_from_the_first_case_and_the_last_is_today()
    {
        var page = await Page("leder", "/ledelse");
        var months = page.QuerySelectorAll("#maaned-underretninger tbody tr");
        var first = site.Register.Children.SelectMany(c => c.Cases).Min(c => c.OpenedOn);
        Assert.Equal((site.Today.Year - first.Year) * 12 + site.Today.Month - first.Month + 1, months.Length);
        Assert.Equal(Form.Iso(site.Today), months[0].QuerySelector("time")!.GetAttribute("datetime"));
        var month = PlainFigures.Of(site.Register, FigurePeriod.Of(new(site.Today.Year, site.Today.Month, 1), site.Today));
        Assert.Equal(Shown(month, NotificationFigures.Notifications), Cell(months[0], 0));
    }

    [Theory]
    [InlineData("leder", "")]
    [InlineData("leder", "&alder=6-13&koen=pige")]
    [InlineData("teamleder-1", "&team=own")]
    public async Task Every_number_leads_to_as_many_children_as_it_rests_on(string key, string narrowed)
    {
        var client = await site.As(key);
        narrowed = narrowed.Replace("own", site.Person(key).TeamId?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var page = await Page(key, "/ledelse?periode=halvaar" + narrowed);
        var links = page.QuerySelectorAll("main a[href^='/boern?']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        Assert.True(links.Count > 40, $"{links.Count} links");
        foreach (var code in new[] { "new-placements", "not-placed-year-after", "compliance-law", "missed-law", "ladder", "moved-down" })
            Assert.Contains(links, l => l.Contains("tal=" + code, StringComparison.Ordinal));
        var plain = new Dictionary<FigurePeriod, IReadOnlyList<KeyFigure>>();
        foreach (var href in links)
        {
            var query = HttpUtility.ParseQueryString(href[(href.IndexOf('?', StringComparison.Ordinal) + 1)..]);
            DateOnly a = Form.Day(query["a"])!.Value,
                b = Form.Day(query["b"])!.Value;
            var filter = new Group(
                Form.Number(query["team"]),
                null,
                null,
                Codes<AgeGroup>.TryDanish(query["alder"] ?? "", out var age) ? age : null,
                Codes<Gender>.TryDanish(query["koen"] ?? "", out var sex) ? sex : null
            );
            var period = FigurePeriod.Of(a, b);
            if (!plain.TryGetValue(period, out var figures))
                plain[period] = figures = PlainFigures.Of(site.Register, period, filter);
            var rests = figures.Single(f => f.Of.Code == query["tal"] && f.Part == query["del"]).Rests;
            var (_, list) = await site.Get(client, href);
            Assert.True(
                LadderPageTests.Said(list) == rests,
                $"{href}: {LadderPageTests.Said(list)} in the list, {rests} behind the figure"
            );
            Assert.Empty(list.QuerySelectorAll(".notice.warn"));
        }
    }

    [Fact]
    public async Task Whoever_may_not_see_the_children_gets_no_links_and_no_small_numbers()
    {
        var me = site.CaseworkerKeys[0];
        var elsewhere = site.Register.Teams.Select(t => t.TeamId).First(t => t != site.Person(me).TeamId);
        var anyHidden = false;
        foreach (var query in new[] { "", "?alder=18-22", "?maalgruppe=integration", "?team=" + elsewhere, "?periode=maaned" })
        {
            var page = await Page(me, "/ledelse" + query);
            Assert.Empty(page.QuerySelectorAll("main a[href^='/boern']"));
            Assert.Null(page.GetElementById("bevaegelser"));
            foreach (var inside in KeyFigures.All.Where(f => f.NotPublished))
                Assert.DoesNotContain(page.QuerySelectorAll(".figure-table tbody tr"), r => Name(r) == inside.Name);
            foreach (var (section, of) in new[] { ("trappen", LadderFigures.OnLadder), ("anbringelser", PlacementFigures.Placed) })
            {
                var total = Cell(Row(page, section, of.Name), 0);
                string[] parts =
                [
                    .. Row(page, section, of.Name)
                        .ParentElement!.Children.SkipWhile(r => r != Row(page, section, of.Name))
                        .Skip(1)
                        .TakeWhile(r => r.ClassList.Contains("part"))
                        .Select(r => Cell(r, 0)),
                ];
                Assert.NotEmpty(parts);
                Assert.DoesNotContain(
                    page.QuerySelectorAll($"#{section} tr.part").Select(r => Cell(r, 0)),
                    p => int.TryParse(p, out var n) && n is > 0 and < SmallNumbers.Fewest
                );
                Assert.DoesNotContain(parts, p => int.TryParse(p, out var n) && n is > 0 and < SmallNumbers.Fewest);
                var hidden = parts.Count(p => p is "<5" or "skjult");
                Assert.False(
                    hidden == 1 && total is not ("<5" or "skjult"),
                    $"{query}: one part of {of.Code} alone is hidden beside its total"
                );
                anyHidden |= hidden > 0;
            }
            // The months too: no small count of children stands in them.
            Assert.DoesNotContain(
                page.QuerySelectorAll("#maaned-trin td, #maaned-anbragte td").Select(td => td.TextContent.Trim()),
                t => int.TryParse(t, out var n) && n is > 0 and < SmallNumbers.Fewest
            );
        }
        Assert.True(anyHidden);
        var own = await Page(me, "/ledelse?team=" + site.Person(me).TeamId);
        Assert.NotEmpty(own.QuerySelectorAll("main a[href^='/boern']"));
    }

    [Theory]
    [InlineData("?til=i+går")]
    [InlineData("?periode=uge")]
    [InlineData("?team=999999")]
    [InlineData("?alder=7")]
    [InlineData("?sammenlign=01-01-2099")]
    public async Task What_cannot_be_read_is_said_and_passed_over(string query)
    {
        var page = await Page("leder", "/ledelse" + query);
        Assert.Contains("kunne ikke læses", page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("sager"));
    }

    [Fact]
    public async Task Every_figure_has_a_page_of_its_own_and_an_unknown_one_has_none()
    {
        var client = await site.As("leder");
        foreach (var of in KeyFigures.All)
        {
            var page = await Page("leder", "/ledelse/tal/" + of.Code);
            Assert.Contains(of.Definition, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        await Page("leder", "/ledelse/tal/ladder/5");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(client, "/ledelse/tal/ladder/9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(client, "/ledelse/tal/happiness")).Status);
    }
}

/// <summary>What is written shows at once; views are kept, and nothing in them names a person.</summary>
public sealed class OwnViewTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_new_case_shows_in_the_next_page()
    {
        var client = await site.As("leder");
        async Task<string> Active() => (await site.Get(client, "/ledelse/tal/active-cases")).Page.QuerySelector(".lede")!.TextContent;
        var before = await Active();
        var child = site.Register.Children.First(c => !c.Cases.Any(x => x.ActiveAt(site.Today)));
        site.Database.Journal.Act(
            new Intent("test", "test", child.Id),
            (_, ids) =>
                new Recorded(
                    FactKinds.Case,
                    new CaseFact
                    {
                        Id = ids.Next(),
                        ChildId = child.Id,
                        OpenedOn = site.Today,
                    }
                )
        );
        var count = site.Register.Children.Sum(c => c.Cases.Count(x => x.ActiveAt(site.Today)));
        Assert.NotEqual(before, await Active());
        Assert.Contains(": " + Kernel.Danish.Number(count) + " den", await Active(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_saved_found_again_replaced_and_taken_away_and_its_link_opens_it_for_another()
    {
        var client = await site.As("leder");
        var (_, empty) = await site.Get(client, "/ledelse/min");
        Assert.Empty(empty.QuerySelectorAll(".figure-table"));

        const string question = "?tal=placed&tal=ladder:5&alder=6-13&periode=kvartal";
        var (_, page) = await site.Get(client, "/ledelse/min" + question);
        Assert.Equal(2, page.QuerySelectorAll(".figure-table tbody tr").Length);
        async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Save(string name, string view) =>
            await site.Post(client, "/ledelse/min/gem", page, [("navn", name), ("visning", view)], mustSucceed: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Save(" ", question)).Status);
        var (status, saved, url) = await Save("Anbragte, Ærtehaven", question + "&barn=Ida+Holm");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Anbragte, Ærtehaven", saved.QuerySelector("h1")!.TextContent.Trim());
        Assert.DoesNotContain("Ida", url.Query, StringComparison.Ordinal);

        // It is the first thing on the own page, and whoever gets the link sees the same figures.
        var (_, again) = await site.Get(client, "/ledelse/min");
        Assert.Equal("Anbragte, Ærtehaven", again.QuerySelector("h1")!.TextContent.Trim());
        var (_, theirs) = await site.Get(await site.As("teamleder-1"), "/ledelse/min" + url.Query);
        Assert.Equal(
            saved.QuerySelectorAll(".figure-table th[scope=row]").Select(t => t.TextContent),
            theirs.QuerySelectorAll(".figure-table th[scope=row]").Select(t => t.TextContent)
        );
        Assert.DoesNotContain("Ærtehaven", theirs.Body!.TextContent, StringComparison.Ordinal);

        // The name is personal text, so the journal itself does not hold it.
        var views = new FactReader(site.Database).All<SavedViewFact>();
        Assert.Equal(("leder", "Anbragte, Ærtehaven"), (Assert.Single(views).Owner, views[0].Name));
        Assert.True(Replay.Check(site.Database).Agrees);

        await Save("anbragte, ærtehaven", "?tal=placed");
        Assert.Equal("?tal=placed", Assert.Single(new FactReader(site.Database).All<SavedViewFact>()).Query);

        var id = views[0].Id.ToString(CultureInfo.InvariantCulture);
        var other = await site.As("teamleder-1");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await site.Post(
                    other,
                    "/ledelse/min/slet",
                    (await site.Get(other, "/ledelse/min?tal=placed")).Page,
                    [("id", id)],
                    mustSucceed: false
                )
            ).Status
        );
        await site.Post(client, "/ledelse/min/slet", again, [("id", id)]);
        Assert.Empty(new FactReader(site.Database).All<SavedViewFact>());
    }

    [Fact]
    public async Task A_figure_is_pinned_from_its_own_page()
    {
        var client = await site.As("leder");
        foreach (var (address, pin) in new[] { ("placed", "placed"), ("ladder/5", "ladder:5") })
        {
            var (_, page) = await site.Get(client, "/ledelse/tal/" + address);
            await site.Post(client, "/ledelse/min/faest", page, [("tal", pin)]);
        }
        var (_, mine) = await site.Get(client, "/ledelse/min");
        Assert.Equal(2, mine.QuerySelectorAll(".figure-table tbody tr").Length);
        Assert.Equal("?tal=placed&tal=ladder%3A5", Assert.Single(new FactReader(site.Database).All<SavedViewFact>()).Query);
    }
}
