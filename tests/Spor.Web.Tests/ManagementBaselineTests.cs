using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Management;

namespace Spor.Web.Tests;

/// <summary>Management information beside a baseline: as known then, whatever is corrected afterwards.</summary>
public sealed class ManagementBaselineTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    async Task<IDocument> Page(string key, string url)
    {
        var (status, page) = await site.Get(await site.As(key), url);
        Assert.Equal(HttpStatusCode.OK, status);
        return page;
    }

    /// <summary>Keeps what is known now and then corrects one child's measure from step 5 to step 6.</summary>
    async Task<(string Baseline, long Entry, Register Then)> KeepThenCorrect()
    {
        var leader = await site.As("leder");
        var (_, form) = await site.Get(leader, "/basislinjer");
        await site.Post(
            leader,
            "/basislinjer",
            form,
            [("navn", "Før omlægningen"), ("dag", ""), ("nummer", ""), ("hvorfor", ""), ("seddel", Guid.NewGuid().ToString())]
        );
        var kept = Assert.Single(StoredReports.Baselines(site.Database)).Fact;
        var then = site.Register;

        var child = site.Overview.Children.First(c => c.Step == 5 && c.File.Interventions.Count(m => m.RunsOn(site.Today)) == 1);
        var url = $"/barn/{child.File.Id}/ret/intervention/{child.File.Interventions.Single(m => m.RunsOn(site.Today)).Id}";
        var (_, correction) = await site.Get(leader, url);
        var fields = CorrectionPageTests.Fields(correction);
        fields["Code"] = "opholdssted";
        fields["CorrectionReason"] = "Det er et opholdssted, ikke en plejefamilie.";
        fields["EffectsSeen"] = "ja";
        await site.Post(leader, url, correction, fields.Select(f => (f.Key, f.Value)));
        return (kept.Id.ToString(CultureInfo.InvariantCulture), kept.EntryNo, then);
    }

    [Fact]
    public async Task The_figures_of_a_baseline_as_a_file_are_those_of_its_page()
    {
        var (baseline, _, _) = await KeepThenCorrect();
        foreach (var who in new[] { "leder", "controller" })
        {
            // To whoever may not see the children nothing has moved: all of it is what is published.
            var only = who == "leder" ? "?vis=rettede" : "";
            var page = await Page(who, $"/basislinjer/{baseline}{only}");
            var shown = page.QuerySelectorAll("#tal table.compared tbody tr")
                .Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim())))
                .ToList();
            Assert.NotEmpty(shown);
            Assert.Contains(
                $"/basislinjer/{baseline}/tal.csv{only}",
                page.QuerySelectorAll(".export-links a").Select(a => a.GetAttribute("href"))
            );
            var csv = await (await site.As(who)).GetStringAsync(new Uri($"/basislinjer/{baseline}/tal.csv{only}", UriKind.Relative));
            Assert.Equal(
                shown,
                csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]
                    .Select(l => string.Join(' ', l.Split(';')[2..].Select(c => c.Trim('"').TrimStart('\''))))
            );
        }
        using var missing = await (await site.As("leder")).GetAsync(new Uri("/basislinjer/999999/tal.csv", UriKind.Relative));
        Assert.Equal("/basislinjer", missing.RequestMessage!.RequestUri!.AbsolutePath);
    }

    static string[] Cells(IDocument page, string section, string name) =>
        [
            .. page.QuerySelectorAll($"#{section} .figure-table tbody tr")
                .First(r => r.QuerySelector("th")!.TextContent.Trim().StartsWith(name, StringComparison.Ordinal))
                .QuerySelectorAll("td")
                .Select(c => c.TextContent.Trim()),
        ];

    [Fact]
    public async Task With_a_baseline_the_figures_before_are_as_known_then_and_the_page_says_so()
    {
        var (baseline, entry, then) = await KeepThenCorrect();
        var plain = await Page("leder", "/ledelse");
        var option = plain.QuerySelectorAll("select[name=basislinje] option").Single(o => o.GetAttribute("value") == baseline);
        Assert.Contains("Før omlægningen", option.TextContent, StringComparison.Ordinal);

        var page = await Page("leder", "/ledelse?basislinje=" + baseline);
        Assert.Contains(
            "som kendt ved registrering nr. " + Kernel.Danish.Number(entry),
            page.QuerySelector(".lede")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "som kendt ved registrering nr. " + Kernel.Danish.Number(entry),
            page.GetElementById("basislinje-note")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(baseline, page.QuerySelector("select[name=basislinje] option[selected]")!.GetAttribute("value"));
        var (was, now) = (
            PlainLadder.At(then.Children, then.Catalogue, site.Today),
            PlainLadder.At(site.Register.Children, site.Register.Catalogue, site.Today)
        );
        Assert.Equal((was[5] - 1, was[6] + 1), (now[5], now[6]));
        foreach (var step in new[] { 5, 6 })
        {
            var cells = Cells(page, "trappen", "Trin " + step);
            Assert.Equal((Kernel.Danish.Number(now[step]), Kernel.Danish.Number(was[step])), (cells[0], cells[1]));
        }
        // Figures of a period too are as known then, for the period ended on the baseline's day.
        var year = PlainFigures.Of(then, FigurePeriod.Of(site.Today.AddDays(1 - site.Today.Day).AddMonths(-11), site.Today));
        foreach (var of in new[] { PlacementFigures.Placed, PlacementFigures.FamilyShare, PlacementFigures.NewPlacements })
            Assert.StartsWith(
                Text.Shown(year.Single(f => f.Of == of && f.Part is null), hidden: false),
                Cells(page, "anbringelser", of.Name)[1],
                StringComparison.Ordinal
            );

        // The links of the page go on with the same question, and nothing but the id is in them.
        var link = page.QuerySelectorAll("#trappen td.trend-cell a")
            .Select(a => a.GetAttribute("href")!)
            .First(h => h.Contains("ladder/5", StringComparison.Ordinal));
        Assert.EndsWith("?basislinje=" + baseline, link, StringComparison.Ordinal);
        var figure = await Page("leder", link);
        Assert.Contains($"{Kernel.Danish.Number(now[5])} den", figure.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Kernel.Danish.Number(was[5])} den", figure.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("som kendt ved registrering nr.", figure.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);

        var own = await Page("leder", "/ledelse/min?tal=ladder:5&basislinje=" + baseline);
        var row = own.QuerySelector(".figure-table tbody tr")!;
        Assert.Equal(
            [Kernel.Danish.Number(now[5]), Kernel.Danish.Number(was[5])],
            row.QuerySelectorAll("td").Take(2).Select(c => c.TextContent.Trim())
        );
        Assert.Equal("?tal=ladder%3A5&basislinje=" + baseline, own.QuerySelector("input[name=visning]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_corrected_is_not_published_yet_to_whoever_may_not_see_the_child()
    {
        var (baseline, _, then) = await KeepThenCorrect();
        var me = site.CaseworkerKeys[0];
        var page = await Page(me, "/ledelse?basislinje=" + baseline);
        var was = PlainLadder.At(then.Children, then.Catalogue, site.Today);
        Assert.True(was[5] >= SmallNumbers.Fewest && was[6] >= SmallNumbers.Fewest);
        // Neither the day's figure nor the baseline's tells of the correction: both are what was published.
        foreach (var step in new[] { 5, 6 })
            Assert.Contains(Cells(page, "trappen", "Trin " + step)[0], new[] { Kernel.Danish.Number(was[step]), Text.Hidden });
        Assert.Equal(Kernel.Danish.Number(was[1..].Sum()), Cells(page, "trappen", LadderFigures.OnLadder.Name)[0]);
        Assert.Contains("Basislinjen er brugt som dag", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_baseline_that_is_gone_or_lies_after_the_period_is_said_and_passed_over()
    {
        var (baseline, _, _) = await KeepThenCorrect();
        foreach (
            var (query, said) in new[]
            {
                ("?basislinje=999999999", "kunne ikke læses"),
                ($"?basislinje={baseline}&til={Form.Iso(site.Today.AddDays(-1))}", "som er efter"),
                ($"?basislinje={baseline}&sammenlign={Form.Iso(site.Today.AddDays(-40))}", "både en basislinje og en dag"),
            }
        )
        {
            var page = await Page("leder", "/ledelse" + query);
            Assert.Contains(said, page.QuerySelector(".notice.warn")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(query.Contains("sammenlign", StringComparison.Ordinal), page.GetElementById("basislinje-note") is not null);
        }
    }
}
