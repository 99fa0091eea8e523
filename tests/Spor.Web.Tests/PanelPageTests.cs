using System.Globalization;
using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Voices;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A panel over HTTP: from its meeting to what it was told, and a point that it takes back.</summary>
public sealed class PanelPageTests : IAsyncLifetime
{
    readonly Site site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<(HttpStatusCode Status, AngleSharp.Dom.IDocument Page, Uri Url)> Do(
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

    [Fact]
    public async Task A_panel_raises_points_is_told_back_and_may_take_a_point_back()
    {
        var leader = await site.As("leder");
        Assert.Contains("Der er ingen møder endnu", (await site.Get(leader, "/paneler")).Item2.Body!.TextContent, StringComparison.Ordinal);

        // What is wrong is said, and nothing typed is lost.
        var (status, page, _) = await Do(
            "/paneler/nyt",
            "/paneler/nyt",
            false,
            ("Panel", "forældre"),
            ("HeldOn", Form.Iso(site.Today.AddDays(1))),
            ("Came", "mange"),
            ("About", "Breve"),
            ("Notes", "Vi talte om breve")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Vi talte om breve", page.QuerySelector("textarea[name=Notes]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("mange", page.QuerySelector("input[name=Came]")!.GetAttribute("value"));

        var held = await Do(
            "/paneler/nyt",
            "/paneler/nyt",
            true,
            ("Panel", "forældre"),
            ("HeldOn", Form.Iso(site.Today)),
            ("Came", "9"),
            ("About", "Breve"),
            ("Notes", "Vi talte om breve")
        );
        var meeting = site.Register.Of<PanelMeetingFact>().Single();
        var path = $"/paneler/{meeting.Id}";
        Assert.Equal(path, held.Url.AbsolutePath);
        var me = site.Register.Employments.First(e => e.RunsOn(site.Today)).EmployeeId.ToString(CultureInfo.InvariantCulture);
        foreach (var what in new[] { "Brevene er svære at forstå", "Vi skifter rådgiver for tit" })
            await Do(path, path, true, ("What", what), ("EmployeeId", me));
        var points = site.Register.Of<PanelPointFact>();
        Assert.Equal(2, points.Length);

        // One is answered: the menu counts it until the panel is told.
        await Do(
            $"{path}/punkt/{points[0].Id}",
            $"{path}/punkt/{points[0].Id}",
            true,
            ("State", "der er gjort noget"),
            ("Answer", "Brevene er skrevet om"),
            ("EmployeeId", me)
        );
        var (_, list) = await site.Get(leader, "/paneler");
        Assert.EndsWith(
            "1",
            list.QuerySelectorAll("nav a").First(a => a.GetAttribute("href") == "/paneler").TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal(["1", "2", "1", "1", "0", "0", "1"], list.QuerySelectorAll("#punkter-tabel tbody td").Select(td => td.TextContent));
        var (none, wrong, _) = await Do(path, path + "/fortalt", false, ("ToldOn", Form.Iso(site.Today)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none);
        Assert.Contains("Vælg mindst ét punkt", wrong.Body!.TextContent, StringComparison.Ordinal);
        await Do(
            path,
            path + "/fortalt",
            true,
            ("PointIds", points[0].Id.ToString(CultureInfo.InvariantCulture)),
            ("ToldOn", Form.Iso(site.Today))
        );
        Assert.Equal(site.Today, site.Register.Of<PanelPointFact>()[0].ToldOn);

        // The other is taken back: its words are nowhere, and it counts for nothing; before that entry it stands as it was.
        var before = site.Register.EntryNo;
        await Do($"{path}/punkt/{points[1].Id}", $"{path}/punkt/{points[1].Id}/traek", true);
        foreach (var address in new[] { "/paneler", path, $"{path}/punkt/{points[1].Id}", "/paneler.csv?tabel=punkter" })
            Assert.DoesNotContain(
                "skifter rådgiver",
                await leader.GetStringAsync(new Uri(address, UriKind.Relative)),
                StringComparison.Ordinal
            );
        Assert.Equal("1", (await site.Get(leader, "/paneler")).Item2.QuerySelectorAll("#punkter-tabel tbody td")[1].TextContent);
        var earlier = new Municipality(site.Database).At(before, site.Today).Register.Of<PanelPointFact>();
        Assert.Equal("Vi skifter rådgiver for tit", earlier.Single(p => p.Id == points[1].Id).What);

        using var word = new ZipArchive(new MemoryStream(await leader.GetByteArrayAsync(new Uri(path + ".docx", UriKind.Relative))));
        using var text = new StreamReader(word.GetEntry("word/document.xml")!.Open());
        var minutes = await text.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Brevene er skrevet om", minutes, StringComparison.Ordinal);
        Assert.Contains("Vi talte om breve", minutes, StringComparison.Ordinal);
        Assert.DoesNotContain("skifter rådgiver", minutes, StringComparison.Ordinal);

        // A caseworker does not come here.
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(await site.As(site.CaseworkerKeys[0]), path)).Item1);
    }

    [Fact]
    public async Task What_is_more_than_a_page_has_a_page_after_it()
    {
        var acts = site.Services.GetRequiredService<Acts>();
        var clock = new Clock(TimeProvider.System, site.Today);
        var me = site.Register.Employments.First(e => e.RunsOn(site.Today)).EmployeeId;
        T Do<C, T>(C command)
            where C : class, ICommand<C>
            where T : Fact => acts.Do(command, Author.Program("leder"), clock).New<T>()!;
        var meetings = Enumerable
            .Range(0, 101)
            .Select(i => Do<HoldPanel, PanelMeetingFact>(new(null, Panel.Parents, site.Today.AddDays(-i), 8, $"Emne {i}", null)))
            .ToList();
        for (var i = 0; i < 101; i++)
            Do<RaisePanelPoint, PanelPointFact>(new(meetings[0].Id, $"Punkt nr. {i}.", me));
        var leader = await site.As("leder");
        foreach (
            var (path, table, first, last) in new[]
            {
                ("/paneler", "#moeder-tabel", "Emne 0", "Emne 100"),
                ($"/paneler/{meetings[0].Id}", "#punkter-tabel", "Punkt nr. 0.", "Punkt nr. 100."),
            }
        )
        {
            var (_, one) = await site.Get(leader, path);
            Assert.Equal(100, one.QuerySelectorAll(table + " tbody tr").Length);
            Assert.Contains(first, one.QuerySelector(table)!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain(last, one.QuerySelector(table)!.TextContent, StringComparison.Ordinal);
            var next = one.QuerySelector("nav.pager a[rel=next]")!.GetAttribute("href")!;
            var rest = (await site.Get(leader, next)).Page.QuerySelectorAll(table + " tbody tr");
            Assert.Contains(last, Assert.Single(rest).TextContent, StringComparison.Ordinal);
        }
    }
}
