using System.Globalization;
using AngleSharp.Dom;

namespace Spor.Web.Tests;

/// <summary>Groups and measures beside each other: the same cells as their own pages, and hidden where those are.</summary>
public sealed class SideBySidePageTests(Site site)
{
    const string Figures = "tal=children-with-case&tal=notifications&tal=placed&tal=compliance-law&tal=overdue";

    async Task<IDocument> Page(string who, string url) => (await site.Get(await site.As(who), url)).Page;

    static Dictionary<string, string[]> Rows(IDocument page) =>
        page.QuerySelectorAll("#side-om-side tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => r.QuerySelectorAll("td").Select(Shown).ToArray());

    /// <summary>Without the counts that stand under a share.</summary>
    static string Shown(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        foreach (var counts in copy.QuerySelectorAll(".muted"))
            counts.Remove();
        return copy.TextContent.Trim();
    }

    /// <summary>What the page of one figure says of a group: the first number of its lede.</summary>
    async Task<string> Told(string who, string code, string group) =>
        (await Page(who, $"/ledelse/tal/{code}?{group}"))
            .QuerySelector("p.lede")!
            .TextContent.Split(": ", 2)[1]
            .Split(" den ")[0]
            .Split(" fra ")[0]
            .Split(" (")[0];

    [Theory]
    [InlineData("leder")]
    [InlineData("controller")]
    public async Task Each_districts_cell_is_what_its_own_page_tells(string who)
    {
        var rows = Rows(await Page(who, "/side-om-side?efter=distrikt&" + Figures));
        Assert.Equal("Hele kommunen", rows.Keys.First());
        int hidden = 0,
            shown = 0;
        foreach (var district in site.Register.Districts.GroupBy(d => d.DistrictId).Select(g => g.Last()))
        {
            var cells = rows[district.Name];
            var group = "distrikt=" + district.DistrictId.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(await Told(who, "children-with-case", group), cells[0]);
            Assert.Equal(await Told(who, "placed", group), cells[2]);
            Assert.Equal(await Told(who, "compliance-law", group), cells[3]);
            hidden += cells.Count(c => c == "skjult");
            shown += cells.Count(c => c != "skjult");
        }
        Assert.True(shown > hidden, $"{hidden} hidden, {shown} shown");
        if (who == "leder")
            Assert.Equal(0, hidden);
        // A group of nobody in particular is met by those alone who may see its children.
        if (who == "controller")
            Assert.DoesNotContain("Uden distrikt", rows.Keys);
    }

    [Fact]
    public async Task Measures_are_counted_as_by_hand_and_named_as_the_catalogue_names_them()
    {
        DateOnly after = new(2025, 12, 31),
            to = new(2026, 10, 31);
        var rows = Rows(await Page("leder", "/side-om-side?efter=indsats&fra=01-01-2026"));
        var some = site
            .Register.Children.SelectMany(c => c.Interventions, (c, m) => (Child: c, Measure: m))
            .Where(m => m.Measure.From <= to && !(m.Measure.To <= after))
            .GroupBy(m => site.Register.Catalogue.NameOf(m.Measure.Code, to))
            .ToList();
        Assert.Equal(some.Select(g => g.Key).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        foreach (var kind in some)
        {
            Assert.Equal(N(kind.Where(m => m.Measure.RunsOn(to)).DistinctBy(m => m.Child.Id).Count()), rows[kind.Key][0]);
            Assert.Equal(N(kind.DistinctBy(m => m.Child.Id).Count()), rows[kind.Key][1]);
            Assert.Equal(N(kind.Count(m => m.Measure.From > after)), rows[kind.Key][2]);
            Assert.Equal(N(kind.Count(m => m.Measure.To > after && m.Measure.To <= to)), rows[kind.Key][3]);
        }
        Assert.Contains(rows.Values, r => r[4].EndsWith("kr.", StringComparison.Ordinal));

        static string N(int n) => n.ToString("N0", Kernel.Danish.Culture);
    }

    [Fact]
    public async Task Old_cases_and_those_that_came_since_are_every_child_once()
    {
        DateOnly day = new(2025, 10, 31),
            to = new(2026, 10, 31);
        var rows = Rows(await Page("leder", "/side-om-side?efter=sager&tal=active-cases&tal=children-with-case&tal=placed"));
        Assert.Equal(2, rows.Count);
        var children = site.Register.Children;
        var old = children.Where(c => c.Cases.Any(x => x.ActiveAt(day))).ToList();
        var since = children
            .Where(c => !c.Cases.Any(x => x.ActiveAt(day)) && c.Cases.Any(x => x.OpenedOn > day && x.OpenedOn <= to))
            .ToList();
        Assert.Equal(N(old.Count(c => c.Cases.Any(x => x.ActiveAt(to)))), rows["Børn med aktiv sag den 31. oktober 2025"][1]);
        Assert.Equal(N(since.Count(c => c.Cases.Any(x => x.ActiveAt(to)))), rows["Børn, der er kommet til siden"][1]);

        static string N(int n) => n.ToString("N0", Kernel.Danish.Culture);
    }

    [Fact]
    public async Task Measures_and_providers_on_few_children_are_told_to_those_alone_who_may_see_them()
    {
        Assert.NotEmpty(Rows(await Page("leder", "/side-om-side?efter=leverandoer")));
        var cases = await Page("controller", "/side-om-side?efter=sager");
        Assert.Empty(Rows(cases));
        Assert.Contains("kun for den, der må se alle børnene", cases.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Who may not is told of a whole year, of rows on twenty children or more, and of no small number in them.
        foreach (var by in new[] { "leverandoer", "indsats" })
        {
            var all = Rows(await Page("leder", "/side-om-side?efter=" + by));
            var told = Rows(await Page("controller", "/side-om-side?efter=" + by));
            Assert.True(told.Count <= all.Count);
            foreach (var row in told)
            {
                Assert.True(int.Parse(row.Value[1], NumberStyles.AllowThousands, Kernel.Danish.Culture) >= 20, row.Key);
                Assert.All(row.Value[..4], c => Assert.False(int.TryParse(c, out var n) && n is > 0 and < 5, $"{row.Key}: {c}"));
            }
        }
        var month = await Page("controller", "/side-om-side?efter=indsats&periode=maaned");
        Assert.Empty(Rows(month));
        Assert.Contains("for et helt år ad gangen", month.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
