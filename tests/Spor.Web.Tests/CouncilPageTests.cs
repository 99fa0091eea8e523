using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Leading.AnnualWheel;
using Spor.Web.Leading.Council;

namespace Spor.Web.Tests;

/// <summary>Baselines, the council's report and the annual wheel over HTTP, on a site of their own that each test writes to.</summary>
public sealed class CouncilPageTests(CouncilPageTests.Own own) : IClassFixture<CouncilPageTests.Own>
{
    public sealed class Own : IAsyncLifetime
    {
        public Site Site { get; } = new();

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    readonly Site site = own.Site;

    async Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Send(string who, string on, string to, params (string, string)[] fields)
    {
        var browser = await site.As(who);
        var (_, page) = await site.Get(browser, on);
        return await site.Post(browser, to, page, fields, mustSucceed: false);
    }

    Task<(HttpStatusCode Status, IDocument Page, Uri Url)> Print(
        string from = "01-11-2025",
        string to = "31-10-2026",
        string day = "31-10-2025",
        string baseline = ""
    ) =>
        Send(
            "leder",
            "/raadet",
            "/raadet",
            ("fra", from),
            ("til", to),
            ("basisdag", day),
            ("basislinje", baseline),
            ("seddel", Guid.NewGuid().ToString())
        );

    [Fact]
    public async Task A_report_printed_again_is_the_same_bytes_and_recomputes_to_the_same_figures()
    {
        var (status, page, url) = await Print();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("/raadet/", url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Kladde", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        var browser = await site.As("leder");
        foreach (var file in new[] { "side", "word", "excel" })
        {
            var first = await browser.GetByteArrayAsync(new Uri($"{url.AbsolutePath}/{file}", UriKind.Relative));
            Assert.NotEmpty(first);
            Assert.Equal(first, await browser.GetByteArrayAsync(new Uri($"{url.AbsolutePath}/{file}", UriKind.Relative)));
        }
        // Word says what the page says, cell by cell. The ladder is stairs on the page and a table in Word, like none of the page's.
        Assert.Equal(
            [],
            SameTables
                .WordApart(
                    (await site.Get(browser, url.AbsolutePath + "/side")).Page,
                    await browser.GetByteArrayAsync(new Uri(url.AbsolutePath + "/word", UriKind.Relative)),
                    "word"
                )
                .Where(d => !d.Contains("Hvad tallene betyder", StringComparison.Ordinal))
        );
        var (_, again) = await site.Get(browser, url.AbsolutePath + "/efterregn");
        Assert.Equal("Alle tal er de samme.", again.QuerySelector("#efterregn .notice")!.TextContent);

        // The same figures printed anew are the same bytes, so nothing of the moment is in them.
        var printer = site.Services.GetRequiredService<CouncilPrinter>();
        var id = long.Parse(url.AbsolutePath.Split('/')[^1]);
        var report = StoredReports.List(site.Database).First(r => r.Fact.Id == id).Fact;
        foreach (var file in await printer.Files(printer.Figures(report, id)))
            Assert.Equal(StoredReports.Read(site.Database, id, file.Name)!.Bytes, file.Bytes);
    }

    [Fact]
    public async Task Recompute_lists_the_figures_that_another_program_printed_otherwise()
    {
        var printer = site.Services.GetRequiredService<CouncilPrinter>();
        var report = new ReportFact
        {
            From = new(2026, 1, 1),
            To = new(2026, 6, 30),
            BaselineDay = new(2025, 6, 30),
            StandsOn = site.Database.HeadNo,
        };
        var files = await printer.Files(printer.Figures(report, long.MaxValue));
        var old = Encoding
            .UTF8.GetString(files.First(f => f.Name == StoredReports.Figures).Bytes)
            .Replace("\"Key\":\"fte@nu\",\"Value\":", "\"Key\":\"fte@nu\",\"Value\":1", StringComparison.Ordinal);
        files =
        [
            .. files.Where(f => f.Name != StoredReports.Figures),
            new(StoredReports.Figures, "application/json", Encoding.UTF8.GetBytes(old)),
        ];
        var stored = StoredReports
            .Store(
                new(new(site.Database)),
                new MakeReport(report.From, report.To, report.BaselineDay, null)
                {
                    Printed = StoredReports.Of(report.StandsOn, files) with { Program = "0.0.9" },
                },
                files,
                Author.Program("leder"),
                new(TimeProvider.System, new(2026, 10, 31)),
                Press.None
            )
            .New<ReportFact>()!;
        var (_, page) = await site.Get(await site.As("leder"), $"/raadet/{stored.Id}/efterregn");
        Assert.Equal("Årsværk, nu", Assert.Single(page.QuerySelectorAll("#efterregn tbody tr")).QuerySelector("th")!.TextContent);
    }

    [Fact]
    public async Task The_stored_page_stands_alone_with_a_style_of_its_own_and_names_no_child()
    {
        var (_, _, url) = await Print("01-01-2026", "30-06-2026", "30-06-2025");
        var browser = await site.As("leder");
        using var answer = await browser.GetAsync(new Uri(url.AbsolutePath + "/side", UriKind.Relative));
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("@page { size: A4", html, StringComparison.Ordinal);
        Assert.Contains("Børn", html, StringComparison.Ordinal);
        foreach (var child in site.Register.Children)
            Assert.DoesNotContain(child.Child.Name, html, StringComparison.Ordinal);
        var (_, page) = await site.Get(browser, url.AbsolutePath + "/side");
        Assert.Equal(3, page.QuerySelectorAll("article.sheet").Length);
        Assert.Equal("Tillæg: sådan er tallene gjort op", page.QuerySelectorAll("h1")[1].TextContent);
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
    }

    [Fact]
    public async Task The_report_says_the_size_first_and_then_whether_it_may_be_chance()
    {
        var (_, _, url) = await Print("01-11-2025", "31-10-2026", "31-10-2025");
        var (_, page) = await site.Get(await site.As("leder"), url.AbsolutePath + "/side");
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var word in new[] { "end tilfældigt", "omtrent uændret", "Omtrent uændret", "strengere end loven" })
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        var lead = page.QuerySelector(".lead")!.TextContent;
        Assert.Contains("inden for fristen", lead, StringComparison.Ordinal);
        Assert.Matches("Det er [0-9.,]+ (færre|flere|mere) end den 31. oktober 2025 \\([0-9.]+\\)[,.]", lead);
        Assert.Contains("Trinnenes højde viser kun deres rækkefølge", text, StringComparison.Ordinal);
        // Nothing is called for few that is not.
        Assert.DoesNotContain("Anbragte børn: for få", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_import_set_aside_is_named_in_the_printed_report_and_its_files()
    {
        var printer = site.Services.GetRequiredService<CouncilPrinter>();
        var figures = printer.Figures(
            new()
            {
                From = new(2025, 11, 1),
                To = new(2026, 10, 31),
                BaselineDay = new(2025, 10, 31),
                StandsOn = printer.Published.EntryNo,
            },
            long.MaxValue
        );
        Assert.Empty(Paper.Of(figures, "1.0.0", new Dictionary<string, int>()).Aside);
        var paper = Paper.Of(figures, "1.0.0", new Dictionary<string, int> { ["sager"] = 3, ["priser"] = 12 });
        var line = Assert.Single(paper.Aside);
        Assert.Contains("sager 3", line, StringComparison.Ordinal);
        Assert.Contains("mangler i rapportens tal", line, StringComparison.Ordinal);
        foreach (var office in new[] { paper.ToWord(), paper.ToExcel() })
        {
            await using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(office));
            var texts = new StringBuilder();
            foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
                texts.Append(await reader.ReadToEndAsync());
            }
            Assert.Contains("sager 3", texts.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_report_stands_on_what_is_published_whoever_makes_it()
    {
        var published = site.Services.GetRequiredService<CouncilPrinter>().Published;
        var (_, _, url) = await Print("01-11-2024", "31-10-2025", "31-10-2024");
        var id = long.Parse(url.AbsolutePath.Split('/')[^1]);
        Assert.Equal(published.EntryNo, StoredReports.List(site.Database).First(r => r.Fact.Id == id).Fact.StandsOn);
        var (_, page) = await site.Get(await site.As("leder"), url.AbsolutePath + "/side");
        Assert.Contains(
            "de tal, der er offentliggjort for 31. oktober 2026",
            page.QuerySelectorAll(".basis")[^1].TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_draft_is_for_those_who_make_reports_and_a_final_report_for_all()
    {
        var (_, _, url) = await Print("01-01-2025", "31-12-2025", "31-12-2024");
        var caseworker = await site.As(site.CaseworkerKeys[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(caseworker, url.AbsolutePath)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(caseworker, url.AbsolutePath + "/side")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send("leder", url.AbsolutePath, url.AbsolutePath + "/faerdig")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(caseworker, url.AbsolutePath + "/side")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(site.CaseworkerKeys[0], "/raadet", "/raadet", ("fra", "01-01-2025"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send("leder", url.AbsolutePath, url.AbsolutePath + "/smid-ud")).Status);
    }

    [Theory]
    [InlineData("i går", "31-10-2026", "31-10-2025", "fra")]
    [InlineData("01-11-2025", "31-10-2027", "31-10-2025", "til")]
    [InlineData("01-11-2025", "01-10-2025", "31-10-2024", "til")]
    [InlineData("01-11-2025", "31-10-2026", "31-10-2026", "basisdag")]
    public async Task A_report_that_cannot_be_made_is_shown_again_as_it_was_typed(string from, string to, string day, string field)
    {
        var (status, page, _) = await Print(from, to, day);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(page.QuerySelector($"#{field}-fejl"));
        Assert.Equal(from, page.QuerySelector("#fra")!.GetAttribute("value"));
        Assert.Equal(to, page.QuerySelector("#til")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_baseline_shows_what_was_corrected_since_and_by_how_much_it_moved_the_figures()
    {
        var head = site.Database.HeadNo;
        var (status, page, url) = await Send(
            "teamleder-1",
            "/basislinjer",
            "/basislinjer",
            ("navn", "Før rettelsen"),
            ("dag", "30-06-2026"),
            ("hvorfor", "Prøve")
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Før rettelsen", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Prøve", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var baseline = StoredReports.Baselines(site.Database).First(b => b.Fact.Name == "Før rettelsen").Fact;
        Assert.True(baseline.EntryNo >= head);

        var leader = await site.As("leder");
        var (_, untouched) = await site.Get(leader, $"/basislinjer/{baseline.Id}");
        Assert.Contains("Intet er rettet siden.", untouched.QuerySelector("#rettet")!.TextContent, StringComparison.Ordinal);

        // A case turns out to have opened the day after the baseline's day.
        var file = site.Register.Children.First(c =>
            !c.Child.Protected && c.Cases is [{ ClosedOn: null } only] && only.OpenedOn < new DateOnly(2026, 6, 1)
        );
        site.Database.Journal.Act(
            new("correct-case", "leder", file.Id),
            (known, _) =>
            {
                var changed = known.Find<CaseFact>(file.Cases[0].Id)!;
                changed.OpenedOn = new(2026, 7, 1);
                return new Corrected(FactKinds.Case, changed);
            }
        );
        await Task.Delay(400);
        var (_, compared) = await site.Get(leader, $"/basislinjer/{baseline.Id}?vis=rettede");
        Assert.Contains("Sager", compared.QuerySelector("#rettet tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(file.Child.Name, compared.QuerySelector("#rettet")!.TextContent, StringComparison.Ordinal);
        var row = compared.QuerySelectorAll("#tal tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == "Aktive sager");
        Assert.Equal("−1", row.QuerySelectorAll("td")[2].TextContent.Trim());

        // Somebody without the child sees neither the name nor a difference so small.
        var stranger = site.CaseworkerKeys.First(k =>
            site.Person(k).EmployeeId is { } e
            && !file.Assignments.Any(a => a.EmployeeId == e)
            && site.Person(k).TeamId != site.Person("teamleder-1").TeamId
        );
        var (_, theirs) = await site.Get(await site.As(stranger), $"/basislinjer/{baseline.Id}");
        if (!theirs.QuerySelector("#rettet")!.TextContent.Contains(file.Child.Name, StringComparison.Ordinal))
            Assert.Null(theirs.QuerySelector("#rettet details"));
        var published = theirs.QuerySelectorAll("#tal tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == "Aktive sager");
        Assert.Equal("uændret", published.QuerySelectorAll("td")[2].TextContent.Trim());
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(stranger, "/basislinjer", "/basislinjer", ("navn", "Min"))).Status);
    }

    [Fact]
    public async Task A_baseline_that_is_refused_keeps_what_was_typed()
    {
        var (status, page, _) = await Send(
            "leder",
            "/basislinjer",
            "/basislinjer",
            ("navn", "Æble"),
            ("dag", "31-12-2030"),
            ("nummer", "2"),
            ("hvorfor", "fordi")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["dag-fejl", "nummer-fejl"], page.QuerySelectorAll(".notice li").Select(l => l.Id!).Order());
        Assert.Equal(("Æble", "31-12-2030", "2", "fordi"), (Value("navn"), Value("dag"), Value("nummer"), Value("hvorfor")));
        string Value(string id) => page.QuerySelector("#" + id)!.GetAttribute("value")!;
    }

    [Fact]
    public async Task The_wheels_draft_is_made_in_time_and_once()
    {
        var (status, page, _) = await Send(
            "leder",
            "/aarshjul",
            "/aarshjul",
            ("rapport", "Halvårsrapport"),
            ("udvalg", "Børneudvalget"),
            ("afleveres", "15-11-2026"),
            ("dage", "21"),
            ("fra", "01-01-2026"),
            ("til", "30-06-2026"),
            ("basisdag", "30-06-2025")
        );
        Assert.Equal(HttpStatusCode.OK, status);
        var row = StoredReports.Wheel(site.Database).First(r => r.Fact.Title == "Halvårsrapport").Fact;
        var drafts = site.Services.GetRequiredService<WheelDrafts>();
        static Clock On(int day) => new(TimeProvider.System, new(2026, 10, day));
        var no = site.Services.GetRequiredService<CouncilPrinter>().Published.EntryNo;
        // The day has passed, and the page says so; it does not say of the 25th on the 31st that the draft will be made then.
        var (_, waiting) = await site.Get(await site.As("leder"), "/aarshjul");
        Assert.Contains(
            "skulle laves 25. oktober 2026 og er ikke lavet endnu",
            waiting.QuerySelector("table")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await drafts.MakeDue(On(24)));
        Assert.Equal(1, await drafts.MakeDue(On(25)));
        Assert.Equal(0, await drafts.MakeDue(On(26)));
        Assert.Equal("report-made-already", Assert.Single((await drafts.Make(row, Author.Program("leder"), On(26))).Refusals).Code);
        var report = Assert.Single(StoredReports.List(site.Database), r => r.Fact.DueId == row.Id);
        Assert.Equal(("spor", ReportState.Draft, no), (report.Made.Author, report.Fact.State, report.Fact.StandsOn));
        var (_, wheel) = await site.Get(await site.As("leder"), "/aarshjul");
        Assert.NotNull(wheel.QuerySelector($"a[href='/raadet/{report.Fact.Id}']"));
        var (_, one) = await site.Get(await site.As("leder"), $"/raadet/{report.Fact.Id}");
        Assert.Contains("Spor selv", one.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Børneudvalget", one.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_the_wheel_can_be_put_right_repeated_and_removed()
    {
        await Send(
            "leder",
            "/aarshjul",
            "/aarshjul",
            ("rapport", "Årsrapport"),
            ("udvalg", "Byrådet"),
            ("afleveres", "15-02-2028"),
            ("dage", "10"),
            ("fra", "01-01-2027"),
            ("til", "31-12-2027"),
            ("basisdag", "31-12-2026")
        );
        var id = StoredReports.Wheel(site.Database).First(r => r.Fact.Title == "Årsrapport").Fact.Id;
        var (_, form) = await site.Get(await site.As("leder"), $"/aarshjul/{id}");
        Assert.Equal("15-02-2028", form.QuerySelector("#afleveres")!.GetAttribute("value"));
        await Send(
            "leder",
            $"/aarshjul/{id}",
            $"/aarshjul/{id}",
            ("rapport", "Årsrapport"),
            ("udvalg", "Udvalget"),
            ("afleveres", "16-02-2028"),
            ("dage", "10"),
            ("fra", "01-01-2027"),
            ("til", "31-12-2027"),
            ("basisdag", "31-12-2026")
        );
        Assert.Equal(
            ("Udvalget", new DateOnly(2028, 2, 16)),
            StoredReports.Wheel(site.Database).Where(r => r.Fact.Id == id).Select(r => (r.Fact.Committee, r.Fact.DueOn)).Single()
        );
        await Send("leder", "/aarshjul", $"/aarshjul/{id}/gentag");
        var next = StoredReports.Wheel(site.Database).First(r => r.Fact.Title == "Årsrapport" && r.Fact.Id != id).Fact;
        Assert.Equal(
            (new DateOnly(2029, 2, 16), new DateOnly(2028, 12, 31), new DateOnly(2027, 12, 31)),
            (next.DueOn, next.To, next.BaselineDay)
        );
        await Send("leder", "/aarshjul", $"/aarshjul/{id}/fjern");
        Assert.DoesNotContain(StoredReports.Wheel(site.Database), r => r.Fact.Id == id);
        var (status, page, _) = await Send(
            "leder",
            "/aarshjul",
            "/aarshjul",
            ("rapport", ""),
            ("udvalg", "Byrådet"),
            ("afleveres", "15-02-2026"),
            ("dage", "mange"),
            ("fra", "01-01-2027"),
            ("til", "31-12-2027"),
            ("basisdag", "31-12-2026")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotNull(page.QuerySelector("#dage-fejl"));
        Assert.Equal("mange", page.QuerySelector("#dage")!.GetAttribute("value"));
    }
}
