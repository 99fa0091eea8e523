using System.Globalization;
using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using Spor.ChangeTheory;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A theory of change over HTTP: drawn and listed alike, edited with buttons, and each outcome saying how it stands.</summary>
public sealed class TheoryPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Do(
        string from,
        string to,
        bool mustSucceed,
        params (string, string)[] fields
    )
    {
        var client = await site.As("leder");
        var (_, form) = await site.Get(client, from);
        return await site.Post(client, to, form, fields, mustSucceed: mustSucceed);
    }

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_theory_is_built_part_by_part_and_its_outcomes_say_how_they_stand()
    {
        var leader = await site.As("leder");
        var me = N(site.Register.Employments.First(e => e.RunsOn(site.Today)).EmployeeId);
        var made = await Do(
            "/forandringsteorier/ny",
            "/forandringsteorier/ny",
            true,
            ("Title", "Færre anbringelser"),
            ("Purpose", "Børn bor hjemme, når det er godt for dem."),
            ("EmployeeId", me)
        );
        var path = made.Url.AbsolutePath;
        Assert.Contains("Der er ingen led endnu", made.Page.Body!.TextContent, StringComparison.Ordinal);

        async Task<TheoryPartFact> Part(params (string, string)[] fields)
        {
            await Do(path + "/del/ny", path + "/del/ny", true, fields);
            return site.Register.Of<TheoryPartFact>().MaxBy(p => p.Id)!;
        }
        // More than can be, and fewer than can be: the one is reached whatever the figures are, and the other is not, after its day or
        // before.
        var reached = await Part(
            ("Stage", "virkning"),
            ("What", "Færre børn er anbragt"),
            ("FigureCode", "placed"),
            ("Way", "højst"),
            ("Target", "99999"),
            ("TargetOn", Form.Iso(site.Today.AddDays(100)))
        );
        await Part(
            ("Stage", "virkning"),
            ("What", "Flere bor i plejefamilie"),
            ("FigureCode", "family-share"),
            ("Way", "mindst"),
            ("Target", "101"),
            ("TargetOn", Form.Iso(site.Today.AddDays(-40)))
        );
        await Part(
            ("Stage", "virkning"),
            ("What", "Sagerne er færre"),
            ("FigureCode", "active-cases"),
            ("Way", "højst"),
            ("Target", "0"),
            ("TargetOn", Form.Iso(site.Today.AddDays(40)))
        );
        await Part(("Stage", "virkning"), ("What", "Børnene trives"));
        var output = await Part(("Stage", "ydelse"), ("What", "Rådslagninger"), ("LeadsToId", N(reached.Id)));
        var activity = await Part(("Stage", "aktivitet"), ("What", "Samordnere"), ("LeadsToId", N(output.Id)));
        await Part(("Stage", "ressource"), ("What", "To stillinger"), ("LeadsToId", N(activity.Id)));

        // What is wrong is said, and nothing typed is lost.
        var (status, wrong, _) = await Do(
            path + "/del/ny",
            path + "/del/ny",
            false,
            ("Stage", "virkning"),
            ("What", "Uden mål"),
            ("FigureCode", "placed")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Uden mål", wrong.QuerySelector("input[name=What]")!.GetAttribute("value"));

        var (_, page) = await site.Get(leader, path);
        var rows = page.QuerySelectorAll("#led-tabel tbody tr");
        string State(string what) =>
            rows.Single(r => r.QuerySelector("th")!.TextContent == what).QuerySelector("td[data-th=Tilstand]")!.TextContent.Trim();
        Assert.Equal("Nået", State("Færre børn er anbragt"));
        Assert.Equal("Ikke nået", State("Flere bor i plejefamilie"));
        Assert.Equal("Ikke nået endnu", State("Sagerne er færre"));
        Assert.Equal("Mangler et tal", State("Børnene trives"));
        Assert.Equal("–", State("Rådslagninger"));
        // The figure is the one of its own page, and the drawing says what the table does.
        var (_, figures) = await site.Get(leader, "/ledelse/tal/placed");
        var shown = rows.Single(r => r.QuerySelector("th")!.TextContent == "Færre børn er anbragt")
            .QuerySelector("td[data-th=Er]")!
            .TextContent;
        Assert.Contains(shown.Split(' ')[0], figures.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var width in new[] { ".only-wide", ".only-small" })
        {
            var drawing = page.QuerySelector($"figure.picture {width} svg")!;
            Assert.Equal(7, drawing.QuerySelectorAll("rect").Length);
            Assert.Equal(3, drawing.QuerySelectorAll("path").Length);
            Assert.Contains(
                "Ikke nået endnu",
                string.Join(' ', drawing.QuerySelectorAll("text").Select(t => t.TextContent)),
                StringComparison.Ordinal
            );
        }

        // Moved by a button, and taken out when nothing leads to it.
        await Do(path, $"{path}/del/{reached.Id}/flyt", true, ("op", "nej"));
        var after = (await site.Get(leader, path)).Page.QuerySelectorAll("#led-tabel tbody th").Select(t => t.TextContent).ToList();
        Assert.True(after.IndexOf("Flere bor i plejefamilie") < after.IndexOf("Færre børn er anbragt"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await Do($"{path}/del/{output.Id}", $"{path}/del/{output.Id}/fjern", false)).Status
        );
        await Do($"{path}/del/{activity.Id}", $"{path}/del/{activity.Id}", true, ("Stage", "aktivitet"), ("What", "Samordnere"));
        await Do($"{path}/del/{output.Id}", $"{path}/del/{output.Id}/fjern", true);
        Assert.DoesNotContain(site.Register.Of<TheoryPartFact>(), p => p.Id == output.Id);

        using var word = new ZipArchive(new MemoryStream(await leader.GetByteArrayAsync(new Uri(path + ".docx", UriKind.Relative))));
        using var text = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var annex = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var said in new[] { "Færre anbringelser", "To stillinger", "Mangler et tal", "højst 99.999" })
            Assert.Contains(said, annex, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(site.CaseworkerKeys[0]), path)).Status);
    }
}
