using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Spor.Investing;

namespace Spor.Web.Tests;

public sealed class InvestingPageTests
{
    static async Task<IDocument> Page(Site at, HttpClient who, string url, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var (status, page) = await at.Get(who, url);
        Assert.Equal(expected, status);
        return page;
    }

    static async Task<(HttpStatusCode Status, IDocument Page)> Post(
        Site at,
        HttpClient who,
        string from,
        string url,
        params (string, string)[] fields
    )
    {
        var (_, page) = await at.Get(who, from);
        var (status, answer, _) = await at.Post(who, url, page, fields, mustSucceed: false);
        return (status, answer);
    }

    static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    [Fact]
    public async Task A_case_is_taken_changed_signed_by_name_and_then_stands_still_beside_its_new_version()
    {
        await using var at = new Site();
        await at.InitializeAsync();
        var controller = await at.As("controller");
        Assert.Contains("Der er ingen investeringer endnu", Text(await Page(at, controller, "/investering")), StringComparison.Ordinal);
        var (_, taken) = await Post(at, controller, "/investering", "/investering", ("Example", "brønderslev"));
        var text = Text(taken);
        Assert.Contains("I 2017–2020 koster det 17,4 mio. kr. og skal spare 24,5.", text, StringComparison.Ordinal);
        Assert.Contains("Der er 7,1 mio. kr. tilbage", text, StringComparison.Ordinal);
        Assert.Contains("2017: der er penge til alle 4,5 mio. kr.", text, StringComparison.Ordinal);
        Assert.All(taken.QuerySelectorAll("#trykt tbody tr"), r => Assert.Equal("ja", r.Children[^1].TextContent.Trim()));
        // Every total is the sum of what stands above it.
        foreach (var table in taken.QuerySelectorAll("table").Where(t => t.QuerySelector("tr.sum") is not null))
            for (var i = 1; i <= 3; i++)
                Assert.Equal(
                    Number(table.QuerySelector("tr.sum")!.Children[i]),
                    table.QuerySelectorAll("tbody tr:not(.sum)").Sum(r => Number(r.Children[i]))
                );
        var id = at.Register.Of<InvestmentCaseFact>().Single().Id.ToString(CultureInfo.InvariantCulture);
        var path = "/investering/" + id;

        var (wrong, again) = await Post(at, controller, path, path + "/underskriv", ("Name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Contains("Skriv navnet på den, der skriver under.", Text(again), StringComparison.Ordinal);
        var (status, signed) = await Post(at, controller, path, path + "/underskriv", ("Name", "Anne Holm"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("af Anne Holm: 17,4 mio. kr. ind, 24,5 ud. Den ændres ikke mere.", Text(signed), StringComparison.Ordinal);
        Assert.Empty(signed.QuerySelectorAll("#linjer a[href*='/linje']"));
        var baselines = Text(await Page(at, controller, "/basislinjer"));
        Assert.Contains("Investering: Brønderslev: Varige Spor 2017–2020", baselines, StringComparison.Ordinal);

        // Signed twice, changed or deleted by an old page: each is refused with a clear answer.
        foreach (
            var (url, fields, answer) in new (string, (string, string)[], string)[]
            {
                ("/underskriv", [("Name", "Anne")], "allerede skrevet under"),
                ("/fjern", [], "skrevet under og kan ikke ændres"),
                (
                    "/ret",
                    [("Name", "x"), ("FromYear", "2017"), ("ToYear", "2020"), ("Alternative", "eget skøn")],
                    "skrevet under og kan ikke ændres"
                ),
            }
        )
        {
            var (refused, shown) = await Post(at, controller, path, path + url, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
            Assert.Contains(answer, Text(shown), StringComparison.Ordinal);
        }

        var (_, noted) = await Post(
            at,
            controller,
            path,
            path + "/brugt",
            ("Month", "01-04-2017"),
            ("AmountOre", "345.000"),
            ("What", "Løn til de nye")
        );
        Assert.Contains("345.000,00", Text(noted), StringComparison.Ordinal);

        var (_, copy) = await Post(at, controller, path, path + "/kopi");
        Assert.Contains("Brønderslev: Varige Spor 2017–2020, udgave 2", Text(copy), StringComparison.Ordinal);
        Assert.Contains("ikke skrevet under og kan ændres", Text(copy), StringComparison.Ordinal);
        Assert.Equal(2, (await Page(at, controller, "/investering")).QuerySelectorAll("section:not(#boern) tbody tr").Length);
    }

    static decimal Number(IElement cell) =>
        decimal.TryParse(cell.TextContent.Trim().Replace('−', '-'), NumberStyles.Number, CultureInfo.GetCultureInfo("da-DK"), out var n)
            ? n
            : 0;

    [Fact]
    public async Task A_case_is_written_line_by_line_and_what_is_typed_wrongly_stands_with_a_clear_answer()
    {
        await using var at = new Site();
        await at.InitializeAsync();
        var controller = await at.As("controller");
        (string, string)[] whole =
        [
            ("Name", "To nye teams"),
            ("FromYear", "2027"),
            ("ToYear", "2029"),
            ("Alternative", "eget skøn"),
            ("GrowthHundredths", "1,5"),
            ("BaseOre", "72.500.000"),
            ("RampMonths", "12"),
            ("Seed", "5"),
        ];
        var (wrong, shown) = await Post(
            at,
            controller,
            "/investering/ny",
            "/investering/ny",
            [.. whole.Where(f => f.Item1 is not ("BaseOre" or "ToYear")), ("BaseOre", "72,5"), ("ToYear", "2026")]
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong);
        Assert.Contains("Måske er den skrevet i tusinder eller millioner.", Text(shown), StringComparison.Ordinal);
        Assert.Equal("72,5", shown.QuerySelector("#felt-BaseOre")!.GetAttribute("value"));
        var (_, made) = await Post(at, controller, "/investering/ny", "/investering/ny", whole);
        Assert.Contains("Der står ingen linjer endnu.", Text(made), StringComparison.Ordinal);
        var path = "/investering/" + at.Register.Of<InvestmentCaseFact>().Single().Id.ToString(CultureInfo.InvariantCulture);
        (string, string)[] posts =
        [
            ("Kind", "stillinger"),
            ("What", "Fire rådgivere"),
            ("FromYear", "2027"),
            ("ToYear", "2029"),
            ("NumberHundredths", "4"),
            ("UnitOre", "42.000"),
            ("RiseHundredths", "2"),
            ("Source", "Lønkontoret"),
        ];
        var (monthly, asked) = await Post(at, controller, path + "/linje", path + "/linje", posts);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, monthly);
        Assert.Contains("Måske er den skrevet pr. måned", Text(asked), StringComparison.Ordinal);
        posts[5] = ("UnitOre", "504.000");
        await Post(at, controller, path + "/linje", path + "/linje", posts);
        var (_, page) = await Post(
            at,
            controller,
            path + "/linje",
            path + "/linje",
            ("Kind", "færre helårsanbringelser"),
            ("What", "Fem færre på institution"),
            ("FromYear", "2027"),
            ("ToYear", "2029"),
            ("NumberHundredths", "5"),
            ("UnitOre", "1.200.000"),
            ("Form", "institution"),
            ("Assumed", "ja")
        );
        var text = Text(page);
        // 4 × 504.000 and 2 % more each year: 2.016.000, 2.056.320, 2.097.446,40. Saved: 6 million a year, 78/144 of it in the first.
        Assert.Contains("2.097.446,40", text, StringComparison.Ordinal);
        Assert.Contains("3.250.000,00", text, StringComparison.Ordinal);
        Assert.Contains("73.587.500,00", text, StringComparison.Ordinal);
        Assert.Contains("Udviklingen uden investeringen", text, StringComparison.Ordinal);
        var line = at
            .Register.Of<InvestmentLineFact>()
            .First(l => l.Kind == InvestmentKind.Posts)
            .Id.ToString(CultureInfo.InvariantCulture);
        var (_, changed) = await Post(
            at,
            controller,
            path + "/linje/" + line,
            path + "/linje/" + line,
            [.. posts.Where(p => p.Item1 != "NumberHundredths"), ("NumberHundredths", "3,5")]
        );
        Assert.Contains("1.764.000,00", Text(changed), StringComparison.Ordinal);
        var (_, removed) = await Post(at, controller, path + "/linje/" + line, path + "/linje/" + line + "/fjern");
        Assert.DoesNotContain("Fire rådgivere", Text(removed), StringComparison.Ordinal);

        // Files say what the page says.
        var csv = await controller.GetStringAsync(new Uri(path + "/tal.csv?tabel=aar", UriKind.Relative));
        Assert.Contains("3250000,00", csv, StringComparison.Ordinal);
        Assert.Equal([], await SameTables.Differences(controller, await Page(at, controller, path)));
        using var word = await controller.GetAsync(new Uri(path + "/word.docx", UriKind.Relative));
        Assert.Equal(Spor.Exchange.Office.Document.ContentType, word.Content.Headers.ContentType!.MediaType);
        // The council sees it and has no button.
        var council = await Page(at, await at.As("byraad"), path);
        Assert.Empty(council.QuerySelectorAll("main form"));
        await Post(at, controller, path, path + "/fjern");
        Assert.Empty(at.Register.Of<InvestmentLineFact>());
    }

    [Fact]
    public async Task A_signed_case_stands_beside_what_happened_and_never_without_the_children()
    {
        await using var at = new Site();
        await at.InitializeAsync();
        var controller = await at.As("controller");
        (string, string)[] whole = [("Name", "To teams"), ("FromYear", "2026"), ("ToYear", "2028"), ("Alternative", "uændret udgift")];
        await Post(at, controller, "/investering/ny", "/investering/ny", whole);
        var path = "/investering/" + at.Register.Of<InvestmentCaseFact>().Single().Id.ToString(CultureInfo.InvariantCulture);
        foreach (
            var (kind, number, unit, form) in new[]
            {
                ("stillinger", "2", "500.000", ""),
                ("færre helårsanbringelser", "3", "1.200.000", "institution"),
            }
        )
            await Post(
                at,
                controller,
                path + "/linje",
                path + "/linje",
                ("Kind", kind),
                ("What", kind),
                ("FromYear", "2026"),
                ("ToYear", "2028"),
                ("NumberHundredths", number),
                ("UnitOre", unit),
                ("Form", form),
                ("Assumed", "ja")
            );
        // Nobody has signed it: there is no promise to hold it against.
        await Page(at, controller, path + "/holder-den", HttpStatusCode.NotFound);
        await Post(at, controller, path, path + "/underskriv", ("Name", "Anne Holm"));
        var without = new Without(at.Register.Of<InvestmentCaseFact>().Single(), at.Register, at.Today);
        Assert.Equal(9, without.Months.Count);

        var head = await at.As("leder");
        var page = await Page(at, head, path + "/holder-den");
        var text = Text(page);
        // Nine twelfths of 3 × 1.2 million were promised.
        Assert.Contains("lovet var 2,7 lavere", text, StringComparison.Ordinal);
        Assert.Contains("Det er ikke indberettet, hvad investeringen har kostet.", text, StringComparison.Ordinal);
        var saved = without.SavedOre / 100m;
        Assert.Contains(
            saved.ToString("N2", CultureInfo.GetCultureInfo("da-DK")).Replace('-', '−'),
            text.Replace('-', '−'),
            StringComparison.Ordinal
        );
        Assert.Equal(7, page.QuerySelectorAll("#boern tbody tr").Length);
        Assert.Equal(9, page.QuerySelectorAll("#maaneder tbody tr").Length);
        var since = new SinceStart(at.Register, new(2026, 1, 1), new(2026, 9, 30));
        Assert.Contains(
            since.Since.Home.ToString(CultureInfo.InvariantCulture),
            page.QuerySelector("#boern tbody tr")!.Children[^1].TextContent,
            StringComparison.Ordinal
        );

        await Post(at, controller, path, path + "/brugt", ("Month", "01-02-2026"), ("AmountOre", "250.000"), ("What", "Løn"));
        text = Text(await Page(at, head, path + "/holder-den"));
        Assert.Contains("Der er brugt 0,3 mio. kr. på investeringen (lovet 0,8)", text, StringComparison.Ordinal);

        // Who may not see the children waits for a whole year, and the sentence says so.
        page = await Page(at, await at.As("byraad"), path + "/holder-den");
        Assert.Empty(page.QuerySelectorAll("#boern tbody tr"));
        Assert.Contains("vises, når et helt år er gået", Text(page), StringComparison.Ordinal);
        using var word = await head.GetAsync(new Uri(path + "/holder-den/word.docx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
        var csv = await head.GetStringAsync(new Uri(path + "/holder-den/tal.csv?tabel=maaneder", UriKind.Relative));
        Assert.Equal(10, csv.Trim().Split('\n').Length);
        Assert.Equal([], await SameTables.Differences(head, await Page(at, head, path + "/holder-den")));
    }
}
