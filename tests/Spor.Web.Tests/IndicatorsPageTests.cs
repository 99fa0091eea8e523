using System.Net;
using System.Text;
using AngleSharp.Dom;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Tests;

public sealed class IndicatorsPageTests(Site site)
{
    async Task<IDocument> Page(string who, string query = "")
    {
        var (status, page) = await site.Get(await site.As(who), "/noegletal" + query);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    static string[] Row(IDocument page, string key) =>
        [.. page.QuerySelectorAll($"tr[data-key='{key}'] td.r").Select(c => c.TextContent.Trim())];

    [Fact]
    public async Task The_page_shows_the_indicators_of_the_latest_cut_off_day_and_a_year_before()
    {
        var page = await Page("leder");
        var points = IndicatorFigures.Series(KeyFigures.EngineOf(site.Register, site.Today));
        IndicatorPoint now = points[^1],
            before = points.Single(p => p.Day == now.Day.AddMonths(-12));
        foreach (var step in new[] { 2, 3, 5, 6 })
            Assert.Equal([Danish.Number(before.Ladder[step]), Danish.Number(now.Ladder[step])], Row(page, "trin-" + step)[..2]);
        // Of step 4 only those in network foster care are it; who is at boarding school or in own room stands beside.
        foreach (var (key, form) in new[] { ("trin-4", PlacementForm.Foster), ("trin-4-egen", PlacementForm.Own) })
            Assert.Equal([Danish.Number(before.OnStep4[(int)form]), Danish.Number(now.OnStep4[(int)form])], Row(page, key)[..2]);
        Assert.Equal(Danish.Number(now.InstitutionMonths!.Value, 1) + " måneder", Row(page, "varighed")[1]);
        Assert.StartsWith($"{now.LeftInstitution} af {now.LadderBefore[6]} (", Row(page, "tidligere")[1], StringComparison.Ordinal);
        Assert.Equal([Danish.Number(now.FromHomeUp), Danish.Number(now.FromHomeDown)], [Row(page, "op")[1], Row(page, "ned")[1]]);
        Assert.Equal(Danish.Number((now.PlacementOre + 50) / 100) + " kr.", Row(page, "anbringelser")[1]);
        Assert.StartsWith($"{now.FollowUps.OnTime} af {now.FollowUps.Due} (", Row(page, "opfoelgninger")[1], StringComparison.Ordinal);
        Assert.StartsWith(
            $"{now.NotPlaced.NotPlaced} af {now.NotPlaced.PlacedAYearBefore} (",
            Row(page, "flis-ikke-anbragt")[1],
            StringComparison.Ordinal
        );
        Assert.Equal(points.Count, page.QuerySelectorAll("#alle-datoer tbody tr").Length);
        Assert.Equal(19, page.QuerySelectorAll("#tolv tr[data-key]").Length);
        Assert.All(page.QuerySelectorAll("#tolv tr[data-key] details"), d => Assert.True(d.TextContent.Trim().Length > 40));
    }

    [Fact]
    public async Task Another_cut_off_day_may_be_compared_with_on_the_page_and_in_its_file()
    {
        var other = await Page("leder", "?dag=2026-03-31");
        var page = await Page("leder", "?sammenlign=2026-03-31");
        foreach (var key in new[] { "trin-2", "trin-5", "trin-6", "anbringelser" })
            Assert.Equal(Row(other, key)[1], Row(page, key)[0]);
        Assert.Equal(Row(await Page("leder"), "trin-5")[1], Row(page, "trin-5")[1]);
        Assert.Equal(Row(page, "trin-5"), Row(await Page("leder", "?mod=periode-foer"), "trin-5"));
        var file = await (await site.As("leder")).GetStringAsync(
            new Uri("/noegletal.csv?tabel=noegletal&sammenlign=2026-03-31", UriKind.Relative)
        );
        Assert.StartsWith("Nr.;Nøgletal;31-03-2026;30-09-2026", file.TrimStart('\ufeff'), StringComparison.Ordinal);
        // A day that comes after is said; who may not see the children is told of cut-off days alone.
        foreach (var (who, wrong) in new[] { ("leder", "2026-09-30"), ("controller", "2026-04-01"), ("leder", "2026-02-31") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Get(await site.As(who), "/noegletal?sammenlign=" + wrong)).Status);
    }

    [Fact]
    public async Task Who_may_see_the_children_chooses_any_day_and_any_day_before_it()
    {
        var page = await Page("leder", "?dag=15-08-2026&sammenlign=20-02-2026");
        var points = IndicatorFigures.At(KeyFigures.EngineOf(site.Register, site.Today), [new(2026, 2, 20), new(2026, 8, 15)]);
        foreach (var step in new[] { 2, 3, 5, 6 })
            Assert.Equal([Danish.Number(points[0].Ladder[step]), Danish.Number(points[1].Ladder[step])], Row(page, "trin-" + step)[..2]);
        // Without another, the same day a year before.
        points = IndicatorFigures.At(KeyFigures.EngineOf(site.Register, site.Today), [new(2025, 8, 15)]);
        Assert.Equal(Danish.Number(points[0].Ladder[5]), Row(await Page("leder", "?dag=15-08-2026"), "trin-5")[0]);
        // The day stands in the form, its file is of the same days, and the table of cut-off days stays one of cut-off days.
        Assert.Equal("15-08-2026", page.QuerySelector("#dag")!.GetAttribute("value"));
        var links = page.QuerySelectorAll(".export-links a").Select(a => a.GetAttribute("href")!).ToList();
        var file = await (await site.As("leder")).GetStringAsync(new Uri(links.First(h => h.Contains(".csv")), UriKind.Relative));
        Assert.StartsWith("Nr.;Nøgletal;20-02-2026;15-08-2026", file.TrimStart('\ufeff'), StringComparison.Ordinal);
        Assert.Equal(
            (await Page("leder")).QuerySelectorAll("#alle-datoer tbody tr").Length,
            page.QuerySelectorAll("#alle-datoer tbody tr").Length
        );
        // Others choose among the cut-off days, and another in the address is not answered.
        Assert.NotNull((await Page("controller")).QuerySelector("select#dag"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Get(await site.As("controller"), "/noegletal?dag=15-08-2026")).Status);
        foreach (var wrong in new[] { "2027-01-01", "1990-01-01", "i går" })
        {
            var (status, refused) = await site.Get(await site.As("leder"), "/noegletal?dag=" + wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("fra den første sag til i dag", refused.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_says_that_the_definitions_are_our_own_and_the_days_unverified()
    {
        var text = (await Page("leder")).QuerySelector("main")!.TextContent;
        Assert.Contains("Definitionerne her er Spors egne", text, StringComparison.Ordinal);
        Assert.Contains("Skæringsdatoerne 31. marts og 30. september er ikke bekræftet", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_leads_to_just_as_many_children()
    {
        var page = await Page("leder", "?dag=2026-03-31");
        var links = page.QuerySelectorAll("#tolv a[href^='/boern']");
        Assert.True(links.Length >= 8);
        foreach (var link in links.Where((_, i) => i % 2 == 1 || i > 9))
        {
            var file = await (await site.As("leder")).GetByteArrayAsync(
                new Uri(link.GetAttribute("href")!.Replace("/boern", "/boern.csv", StringComparison.Ordinal), UriKind.Relative)
            );
            Assert.Equal(
                link.TextContent.Trim(),
                Danish.Number(Encoding.UTF8.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1)
            );
        }
    }

    [Fact]
    public async Task Who_may_not_see_the_children_gets_no_small_number_on_the_page_or_in_the_file()
    {
        var who = site.CaseworkerKeys[0];
        var page = await Page(who);
        Assert.Empty(page.QuerySelectorAll("#tolv a"));
        var points = IndicatorFigures.Series(KeyFigures.EngineOf(site.Register, site.Today));
        var cells = page.QuerySelectorAll("#alle-datoer tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray())
            .ToArray();
        // Children per step, the newest day first; on step 4 by two forms.
        foreach (
            var (column, counted) in new (int, Func<IndicatorPoint, int>)[]
            {
                (0, p => p.Ladder[6]),
                (2, p => p.Ladder[5]),
                (3, p => p.OnStep4[(int)PlacementForm.Foster]),
                (4, p => p.OnStep4[(int)PlacementForm.Own]),
                (5, p => p.Ladder[3]),
                (6, p => p.Ladder[2]),
            }
        )
            for (var i = 0; i < points.Count; i++)
            {
                var count = counted(points[^(i + 1)]);
                if (count is > 0 and < 5)
                    Assert.Equal("skjult", cells[i][column]);
                else
                    Assert.True(cells[i][column] == Danish.Number(count) || cells[i][column] == "skjult");
            }
        Assert.Contains(cells, row => row.Contains("skjult"));
        Assert.All(cells, row => Assert.DoesNotContain(row[8..10], c => c is "1" or "2" or "3" or "4"));
        var csv = await (await site.As(who)).GetStringAsync(new Uri("/noegletal.csv?tabel=alle-datoer", UriKind.Relative));
        Assert.Equal(cells.Select(r => r[0]), csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..].Select(l => l.Split(';')[1]));
    }

    [Fact]
    public async Task A_day_that_is_no_cut_off_day_is_refused_and_said()
    {
        var (status, page) = await site.Get(await site.As("controller"), "/noegletal?dag=2026-05-01");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("skæringsdatoerne", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_import_the_page_says_what_is_missing()
    {
        await using var own = await OwnSite.Open();
        var (status, page, _) = await own.Get("/noegletal");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("endnu ingen skæringsdato", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }
}
