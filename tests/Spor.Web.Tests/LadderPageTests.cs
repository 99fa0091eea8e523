using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.StepLadder;

namespace Spor.Web.Tests;

public sealed class LadderPageTests(Site site)
{
    DateOnly Day => site.Today;
    DateOnly Baseline => site.Today.AddMonths(-12);
    Catalogue Catalogue => site.Register.Catalogue;
    string Days => $"dag={Form.Iso(Day)}&baseline={Form.Iso(Baseline)}";

    async Task<IDocument> Page(string key, string query = "")
    {
        var (status, page) = await site.Get(await site.As(key), "/trappen" + query);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    static string Cell(IElement row, int at) => row.QuerySelectorAll("td")[at].TextContent.Trim();

    static List<IElement> Rows(IDocument page, string table) => [.. page.QuerySelectorAll($"#{table} tbody tr")];

    List<ChildFile> InDistrict(long? district) =>
        [.. site.Register.Children.Where(c => district is null || c.Child.DistrictId == district)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_tables_say_what_the_figures_say(bool oneDistrict)
    {
        long? district = oneDistrict ? site.Register.Districts[0].DistrictId : null;
        var children = InDistrict(district);
        var page = await Page("leder", "?" + Days + (district is null ? "" : "&distrikt=" + district));
        int[] now = PlainLadder.At(children, Catalogue, Day),
            before = PlainLadder.At(children, Catalogue, Baseline);
        var rows = Rows(page, "trin");
        for (var s = 1; s < Ladder.Steps; s++)
            Assert.Equal(
                (Danish.Number(before[s]), Danish.Number(now[s]), now[s] == before[s] ? "±0" : Danish.Signed(now[s] - before[s])),
                (Cell(rows[s - 1], 0), Cell(rows[s - 1], 1), Cell(rows[s - 1], 2))
            );
        var moves = PlainLadder.Movements(children, Catalogue, Baseline, Day);
        var moveRows = Rows(page, "flyt");
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            Assert.Equal(Danish.Number(moves[a, b]), Cell(moveRows[a], b));
        var mix = PlainPlacements.MixAt(children, Catalogue, Day);
        Assert.Equal(
            new[] { mix.Foster, mix.Institution, mix.Own }.Select(n => Danish.Number(n)),
            Rows(page, "former").Select(r => Cell(r, 1))
        );
        Assert.Contains(
            Danish.Number(now[1..].Sum()) + " børn og unge",
            page.QuerySelector(".lede")!.TextContent,
            StringComparison.Ordinal
        );
        var cards = page.QuerySelectorAll(".kpi b").Select(b => b.TextContent).ToList();
        Assert.Equal(Danish.Number(PlainCaseload.At(site.Register, Day).PerFte!.Value, 1), cards[0]);
        Assert.Equal($"{mix.FamilySharePercent} / {100 - mix.FamilySharePercent}", cards[1]);
        Assert.Equal($"{PlainLadder.Down(moves)} / {PlainLadder.Up(moves)}", cards[2]);
    }

    [Fact]
    public async Task Beside_the_movements_stand_the_goals_of_the_same_children()
    {
        var (down, stayed, up) = PlainGoals.ByMovement(site.Register.Children, Catalogue, Baseline, Day);
        Assert.True(down.Goals > 0 && stayed.Goals > 0 && up.Goals > 0);
        var rows = Rows(await Page("leder", "?" + Days), "maal");
        foreach (var (row, progress) in rows.Zip([down, stayed, up]))
            Assert.Equal(
                (Danish.Number(progress.Goals), (progress.Mean > 0 ? "+" : "") + Danish.Number(progress.Mean!.Value, 1)),
                (Cell(row, 0), Cell(row, 1))
            );
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task The_goals_of_fewer_than_five_children_are_hidden_from_those_who_may_not_see_them()
    {
        var hidden = 0;
        foreach (var district in site.Register.Districts)
        {
            var rows = Rows(await Page("controller", $"?{Days}&distrikt={district.DistrictId}"), "maal");
            var (down, stayed, up) = PlainGoals.ByMovement(InDistrict(district.DistrictId), Catalogue, Baseline, Day);
            foreach (var (row, progress) in rows.Zip([down, stayed, up]))
                if (progress.Children is > 0 and < 5)
                {
                    Assert.Equal(("skjult", "–"), (Cell(row, 0), Cell(row, 1)));
                    hidden++;
                }
                else
                    Assert.Equal(Danish.Number(progress.Goals), Cell(row, 0));
        }
        Assert.True(hidden > 0);
    }

    [Theory]
    [InlineData("leder")]
    [InlineData("controller")]
    public async Task Other_children_stand_beside_with_the_counts_of_their_own_page_and_the_share_of_their_own_ladder(string who)
    {
        var (one, other) = (site.Register.Districts[0], site.Register.Districts[1]);
        var page = await Page(who, $"?distrikt={one.DistrictId}&mod=distrikt:{other.DistrictId}");
        var heads = page.QuerySelectorAll("#andre thead th").Select(h => h.TextContent.Trim()).ToList();
        Assert.Equal(["Børn", one.Name, one.Name + ", andel", other.Name, other.Name + ", andel"], heads);
        var beside = Rows(page, "andre");
        foreach (var (district, at) in new[] { (one, 0), (other, 2) })
        {
            var own = await Page(who, "?distrikt=" + district.DistrictId);
            var on = own.QuerySelector("#trin tfoot tr")!.QuerySelectorAll("td")[1].TextContent.Trim();
            foreach (var (row, line) in Rows(own, "trin").Zip(beside))
            {
                Assert.Equal(Cell(row, 1), Cell(line, at));
                Assert.Equal(
                    Cell(row, 1) is "skjult" or "<5" || on is "skjult" or "<5"
                        ? "skjult"
                        : Danish.Number((long)Math.Round(100m * Number(Cell(row, 1)) / Number(on), MidpointRounding.AwayFromZero)) + " %",
                    Cell(line, at + 1)
                );
            }
            Assert.Equal(on, Cell(beside[^1], at));
        }
        Assert.Equal(10, beside.Count);
        var (status, refused) = await site.Get(await site.As(who), "/trappen?mod=koen:pige");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(refused.QuerySelector("#mod-fejl"));
    }

    [Fact]
    public async Task The_districts_add_up_to_the_municipality()
    {
        var all = Rows(await Page("leder"), "trin").Select(r => Number(Cell(r, 1))).ToArray();
        var sum = new int[6];
        foreach (var district in site.Register.Districts.Select(d => d.DistrictId).Distinct())
        {
            var rows = Rows(await Page("leder", "?distrikt=" + district), "trin");
            for (var s = 0; s < 6; s++)
                sum[s] += Number(Cell(rows[s], 1));
        }
        var without = PlainLadder.At(site.Register.Children.Where(c => c.Child.DistrictId is null), Catalogue, Day);
        Assert.Equal(all, sum.Select((n, s) => n + without[s + 1]));
    }

    static int Number(string shown) => int.Parse(shown.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_period_from_a_day_is_the_movement_since_the_day_before_it_and_stands_beside_the_period_before()
    {
        static string Tables(IDocument page) =>
            string.Join('|', page.QuerySelectorAll("#trin td, #flyt td, #former td").Select(c => c.TextContent.Trim()));
        var days = await Page("leder", "?dag=2026-10-31&baseline=2026-04-30");
        // From a day, by its length, and in the words of the other pages with figures.
        foreach (var query in new[] { "?fra=01-05-2026&dag=31-10-2026", "?periode=halvaar", "?til=31-10-2026&sammenlign=30-04-2026" })
            Assert.Equal(Tables(days), Tables(await Page("leder", query)));
        var before = PlainLadder.Movements([.. site.Register.Children], Catalogue, new(2025, 10, 31), new(2026, 4, 30));
        int down = 0,
            up = 0;
        for (var a = 1; a < Ladder.Steps; a++)
        for (var b = 1; b < Ladder.Steps; b++)
            (down, up) = (down + (b < a ? before[a, b] : 0), up + (b > a ? before[a, b] : 0));
        Assert.Contains($"01-11-2025 – 30-04-2026: {down} / {up}.", days.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var (status, both) = await site.Get(await site.As("leder"), "/trappen?fra=01-05-2026&baseline=2026-01-31");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("01-05-2026", both.GetElementById("fra")!.GetAttribute("value"));
        Assert.Equal("true", both.GetElementById("fra")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("?dag=31-02-2026", "dag", "31-02-2026")]
    [InlineData("?baseline=i+går", "baseline", "i går")]
    [InlineData("?dag=01-01-2099", "dag", "01-01-2099")]
    [InlineData("?dag=2025-01-01&baseline=2025-06-01", "baseline", "2025-06-01")]
    [InlineData("?distrikt=999999", "distrikt", null)]
    [InlineData("?team=x", "team", null)]
    [InlineData("?maalgruppe=alle", "maalgruppe", null)]
    public async Task What_cannot_be_read_is_said_and_kept_as_typed(string query, string field, string? typed)
    {
        var (status, page) = await site.Get(await site.As("leder"), "/trappen" + query);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var input = page.GetElementById(field)!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.NotEqual("", page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent);
        if (typed is not null)
            Assert.Equal(typed, input.GetAttribute("value"));
        Assert.Null(page.GetElementById("trin"));
    }

    [Fact]
    public async Task Every_number_leads_to_as_many_children_as_it_says()
    {
        var district = site.Register.Districts[0].DistrictId;
        foreach (var key in new[] { "leder", "teamleder-1" })
        {
            var client = await site.As(key);
            var page = await Page(key, "?" + Days + (key == "leder" ? "&distrikt=" + district : "&team=" + site.Person(key).TeamId));
            var links = page.QuerySelectorAll("#trin a, #flyt a, #former a")
                .Select(a => (Href: a.GetAttribute("href")!, Count: Number(a.TextContent.Trim())))
                .Distinct()
                .ToList();
            Assert.NotEmpty(links);
            foreach (var (href, count) in links)
            {
                var (status, list) = await site.Get(client, href);
                if (status == HttpStatusCode.NotFound)
                    Assert.Skip("The list of children is not there yet.");
                Assert.Equal(HttpStatusCode.OK, status);
                Assert.True(Said(list) == count, $"{href}: {Said(list)} in the list, {count} on the ladder");
            }
        }
    }

    /// <summary>How many children a list says it holds.</summary>
    internal static int Said(IDocument list) =>
        list.QuerySelector("[data-status]")!.TextContent.Trim().Split(' ')[0] is var first
        && first.All(c => char.IsAsciiDigit(c) || c == '.')
            ? Number(first)
            : 0;

    [Fact]
    public async Task A_drill_down_from_the_picture_is_the_same_list_as_from_the_table()
    {
        var page = await Page("leder");
        var fromTable = page.QuerySelectorAll("#trin a, #flyt a").Select(a => a.GetAttribute("href")).ToHashSet();
        var fromPicture = page.QuerySelectorAll("figure.ladder a").Select(a => a.GetAttribute("href")).ToList();
        Assert.NotEmpty(fromPicture);
        Assert.All(fromPicture, href => Assert.Contains(href, fromTable));
    }

    string Elsewhere(string caseworker) =>
        site
            .Register.Teams.Select(t => t.TeamId)
            .Distinct()
            .First(t => t != site.Person(caseworker).TeamId)
            .ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_caseworker_sees_all_numbers_of_the_own_team_and_no_links_elsewhere()
    {
        var me = site.CaseworkerKeys[0];
        var own = await Page(me, "?team=" + site.Person(me).TeamId);
        Assert.NotEmpty(own.QuerySelectorAll("#trin a"));
        Assert.DoesNotContain(own.QuerySelectorAll("#trin td, #flyt td, #former td"), td => td.TextContent.Trim() is "<5" or "skjult");
        var other = await Page(me, "?team=" + Elsewhere(me));
        Assert.Empty(other.QuerySelectorAll("main a[href^='/boern']"));
    }

    [Fact]
    public async Task A_caseworker_cannot_subtract_to_a_small_number()
    {
        var me = site.CaseworkerKeys[0];
        var queries = site
            .Register.Districts.Select(d => "?distrikt=" + d.DistrictId)
            .Distinct()
            .Append("")
            .Append("?team=" + Elsewhere(me))
            .Append("?maalgruppe=integration")
            .Append("?maalgruppe=udsat");
        var anyHidden = false;
        foreach (var query in queries)
        {
            var page = await Page(me, query);
            Assert.Empty(page.QuerySelectorAll("main a[href^='/boern']"));
            var texts = page.QuerySelectorAll("#trin td.r, #flyt td.r, #former td.r, .kpi b, .picture text, .ladder-bars .count a")
                .Select(e => e.TextContent.Trim());
            Assert.DoesNotContain(
                texts.Where(t => int.TryParse(t, out _)),
                t => int.Parse(t, CultureInfo.InvariantCulture) is > 0 and < SmallNumbers.Fewest && !t.StartsWith('+')
            );
            // The movements with their totals: never one hidden number alone in a row or a column.
            var cells = page.QuerySelectorAll("#flyt tbody tr, #flyt tfoot tr")
                .Select(r => r.QuerySelectorAll("td").Select(td => td.TextContent.Trim() is "<5" or "skjult").ToArray())
                .ToArray();
            Assert.Equal(8, cells.Length);
            for (var i = 0; i < 8; i++)
            {
                Assert.True(cells[i].Count(h => h) != 1, $"{query}: one number alone is hidden in row {i}");
                Assert.True(cells.Count(r => r[i]) != 1, $"{query}: one number alone is hidden in column {i}");
                anyHidden |= cells[i].Contains(true);
            }
            foreach (var row in Rows(page, "trin").Concat(Rows(page, "former")))
            {
                var shown = row.QuerySelectorAll("td.r").Select(td => td.TextContent.Trim()).ToArray();
                if (shown[0] is "<5" or "skjult" || shown[1] is "<5" or "skjult")
                    Assert.Equal("skjult", shown[2]);
            }
        }
        Assert.True(anyHidden);
    }

    [Fact]
    public void No_sum_or_difference_of_shown_counts_is_a_small_count()
    {
        foreach (var district in site.Register.Districts.Select(d => (long?)d.DistrictId).Distinct().Append(null))
        {
            var children = InDistrict(district);
            var disclosure = new LadderPlan(
                KeyFigures.EngineOf(site.Register, site.Today),
                new(Baseline, Day),
                new(KeyFigures.EngineOf(site.Register, site.Today), KeyFigures.All, PublicPeriods.CountedBack(site.Today)),
                new(DistrictId: district)
            );
            var moves = PlainLadder.Movements(children, Catalogue, Baseline, Day);
            var hidden = disclosure.Moves();
            for (var a = 0; a < Ladder.Steps; a++)
            {
                // What a reader can work out about the hidden part of a row whose total is shown.
                if (!disclosure.Hides("før" + a))
                    AssertSafe(Enumerable.Range(0, Ladder.Steps).Where(b => hidden[a, b]).Select(b => moves[a, b]));
                if (!disclosure.Hides("nu" + a))
                    AssertSafe(Enumerable.Range(0, Ladder.Steps).Where(b => hidden[b, a]).Select(b => moves[b, a]));
                for (var b = 0; b < Ladder.Steps; b++)
                    Assert.True(hidden[a, b] || moves[a, b] is 0 or >= SmallNumbers.Fewest);
            }
        }
    }

    static void AssertSafe(IEnumerable<int> hidden)
    {
        var parts = hidden.ToList();
        if (parts.Count == 0)
            return;
        Assert.True(parts.Count > 1);
        Assert.True(parts.Sum() >= SmallNumbers.Fewest);
        Assert.True(parts.Sum(p => p < SmallNumbers.Fewest ? 1 : SmallNumbers.Fewest) < parts.Sum());
    }

    [Theory]
    [InlineData(new[] { 3, 10, 20 }, new[] { true, true, false })]
    [InlineData(new[] { 1, 5, 20 }, new[] { true, true, true })]
    [InlineData(new[] { 1, 1, 30 }, new[] { true, true, true })]
    [InlineData(new[] { 4, 4, 30, 7 }, new[] { true, true, false, true })]
    [InlineData(new[] { 2, 4, 30, 7 }, new[] { true, true, false, false })]
    [InlineData(new[] { 0, 10, 20 }, new[] { false, false, false })]
    public void Small_counts_are_hidden_with_company_enough(int[] parts, bool[] hidden)
    {
        var plan = new DisclosurePlan();
        plan.Add("all", parts.Sum(), parts.Sum());
        for (var i = 0; i < parts.Length; i++)
            plan.Add("part" + i, parts[i], parts[i]);
        plan.Sum("all", parts.Select((_, i) => "part" + i));
        plan.Settle();
        Assert.Equal(hidden, parts.Select((_, i) => plan.Hides("part" + i)));
    }
}

/// <summary>Alone, because it counts what the process asks its database.</summary>
[CollectionDefinition(nameof(QueryCounting), DisableParallelization = true)]
public sealed class QueryCounting;

[Collection(nameof(QueryCounting))]
public sealed class TeamPagesQueryTests(Site site)
{
    [Fact]
    public async Task Neither_page_asks_the_database_more_for_more_children()
    {
        var client = await site.As("leder");
        await site.Get(client, "/trappen");
        await site.Get(client, "/sager");
        async Task<long> Asked(string url)
        {
            var before = site.Database.QueriesAsked;
            await site.Get(client, url);
            return site.Database.QueriesAsked - before;
        }
        Assert.InRange(await Asked("/trappen"), 0, 3);
        Assert.InRange(await Asked("/trappen?distrikt=" + site.Register.Districts[0].DistrictId), 0, 3);
        Assert.InRange(await Asked("/sager"), 0, 3);
        Assert.InRange(await Asked("/sager?dag=" + Form.Iso(site.Today.AddMonths(-30))), 0, 3);
    }
}
