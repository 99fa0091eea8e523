using System.Globalization;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Journal;

namespace Spor.Web.Tests;

/// <summary>What a controller, who may see figures and no child, has tried in order to find one (<c>measures.md</c> 3).</summary>
public sealed class PublishedAttackTests(PublishedAttackTests.Own own) : IClassFixture<PublishedAttackTests.Own>
{
    public sealed class Own : IAsyncLifetime
    {
        public Site Site { get; } = new();

        public ValueTask InitializeAsync() => Site.InitializeAsync();

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }

    readonly Site site = own.Site;

    async Task<IDocument> Page(string url) => (await site.Get(await site.As("controller"), url)).Page;

    /// <summary>Each row of figures by its section and name, and what it shows now and before.</summary>
    static Dictionary<string, string[]> Rows(IDocument page) =>
        page.QuerySelectorAll(".figure-table tbody tr")
            .Select(r =>
                (
                    Name: r.Closest("[id]")?.Id
                        + "/"
                        + r.Closest("table")!.QuerySelector("caption")?.TextContent
                        + "/"
                        + r.PreviousOf(x => !x.ClassList.Contains("part"))
                        + "/"
                        + r.QuerySelector("th")!.ChildNodes.OfType<IText>().Select(t => t.TextContent.Trim()).First(t => t.Length > 0),
                    Cells: r.QuerySelectorAll("td.r").Take(2).Select(c => c.TextContent.Trim()).ToArray()
                )
            )
            .DistinctBy(r => r.Name)
            .ToDictionary(r => r.Name, r => r.Cells);

    [Fact]
    public async Task Today_and_yesterday_of_the_girls_of_one_age_in_one_district_is_answered_with_the_nearest_month_end_and_one_division()
    {
        var district = site.Register.Districts[0].DistrictId.ToString(CultureInfo.InvariantCulture);
        var page = await Page($"/ledelse?til=30-10-2026&sammenlign=29-10-2026&distrikt={district}&koen=pige&alder=14-17");
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("30. september 2026 i stedet for 30. oktober 2026", text, StringComparison.Ordinal);
        Assert.Contains("kun vælges én ting ad gangen", text, StringComparison.Ordinal);
        Assert.Equal("30-09-2026", page.QuerySelector(".figure-table thead th:nth-child(2)")!.TextContent.Trim());
        Assert.NotEqual("29-10-2026", page.QuerySelector(".figure-table thead th:nth-child(3)")!.TextContent.Trim());
        // The same on the other pages, and in a file.
        Assert.Equal(
            "30-09-2026",
            (await Page("/trappen?dag=30-10-2026&baseline=29-10-2026")).QuerySelector("#dag")!.GetAttribute("value")
        );
        Assert.Contains(
            "30-09-2026",
            (await Page("/raadslagninger?fra=29-10-2026&til=30-10-2026")).QuerySelector("#til")!.GetAttribute("value")
        );
        var file = await (await site.As("controller")).GetStringAsync(new Uri("/ledelse.csv?tabel=tal&til=30-10-2026", UriKind.Relative));
        Assert.Contains(";30-09-2026;", file.Split("\r\n")[0], StringComparison.Ordinal);
        // Whoever may see the children is not hindered.
        var (_, leader) = await site.Get(await site.As("leder"), "/ledelse?til=30-10-2026");
        Assert.Equal("30-10-2026", leader.QuerySelector(".figure-table thead th:nth-child(2)")!.TextContent.Trim());
    }

    [Fact]
    public async Task All_minus_girls_does_not_give_the_boys()
    {
        var all = Rows(await Page("/ledelse"));
        var sexes = new List<Dictionary<string, string[]>>();
        foreach (var sex in new[] { "pige", "dreng" })
            sexes.Add(Rows(await Page("/ledelse?koen=" + sex)));
        int hidden = 0,
            shown = 0;
        foreach (var (name, cells) in all)
            for (var side = 0; side < 2; side++)
            {
                var parts = sexes.Where(s => s.ContainsKey(name)).Select(s => s[name][side]).ToList();
                if (parts.Count < 2)
                    continue;
                hidden += parts.Count(p => p == "skjult");
                shown += parts.Count(p => p != "skjult");
                // One hidden beside one shown, and their sum shown: then it is no secret.
                var isCount = long.TryParse(cells[side].Replace(".", "", StringComparison.Ordinal), out var sum);
                if (isCount && parts.Count(p => p == "skjult") == 1)
                {
                    var known = long.Parse(parts.First(p => p != "skjult").Replace(".", "", StringComparison.Ordinal));
                    Assert.True(
                        sum - known == 0 || sum - known >= 5 || name.Contains("Børn pr.", StringComparison.Ordinal),
                        $"{name}: {sum} − {known}"
                    );
                }
            }
        Assert.True(hidden > 0 && shown > hidden, $"{hidden} hidden, {shown} shown");
    }

    [Fact]
    public async Task A_correction_shows_on_no_page_before_the_next_month_is_published()
    {
        string[] urls = ["/ledelse", "/ledelse?koen=pige", "/trappen", "/noegletal", "/raadslagninger", "/ledelse/tal/placed"];
        async Task<List<string>> Seen() =>
            [
                .. (await Task.WhenAll(urls.Select(Page))).Select(p =>
                    string.Join('|', p.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))
                ),
            ];
        var before = await Seen();
        var file = site.Register.Children.First(c => c.Cases is [{ ClosedOn: null } only] && only.OpenedOn < new DateOnly(2026, 6, 1));
        site.Database.Journal.Act(
            new("correct-case", "leder", file.Id),
            (known, _) =>
            {
                var changed = known.Find<CaseFact>(file.Cases[0].Id)!;
                changed.ClosedOn = new(2026, 10, 1);
                return new Corrected(FactKinds.Case, changed);
            }
        );
        await Task.Delay(400);
        Assert.Equal(before, await Seen());
        var (_, leader) = await site.Get(await site.As("leder"), "/ledelse");
        Assert.NotEqual(before[0], string.Join('|', leader.QuerySelectorAll("td").Select(c => c.TextContent.Trim())));
    }

    /// <summary>A shown number; null of what is hidden, and of what is no number.</summary>
    static long? Number(string shown) =>
        long.TryParse(shown.Replace(".", "", StringComparison.Ordinal).Replace("−", "-", StringComparison.Ordinal), out var n) ? n : null;

    static string Text(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        foreach (var aside in copy.QuerySelectorAll("details, .muted, .visually-hidden, br, .badge"))
            aside.Remove();
        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The rows of a table by their headings.</summary>
    static Dictionary<string, string[]> Table(IParentNode page, string selector) =>
        page.QuerySelectorAll(selector + " tbody tr, " + selector + " tfoot tr")
            .Select(r => (Name: Text(r.QuerySelector("th")!), Cells: r.QuerySelectorAll("td").Select(Text).ToArray()))
            .DistinctBy(r => r.Name)
            .ToDictionary(r => r.Name, r => r.Cells);

    async Task<Uri> Printed(string from = "01-11-2025", string to = "31-10-2026", string day = "31-10-2025", bool final = true)
    {
        var browser = await site.As("leder");
        var (_, form) = await site.Get(browser, "/raadet");
        var (_, _, url) = await site.Post(
            browser,
            "/raadet",
            form,
            [("fra", from), ("til", to), ("basisdag", day), ("basislinje", ""), ("seddel", Guid.NewGuid().ToString())],
            mustSucceed: false
        );
        Assert.StartsWith("/raadet/", url.AbsolutePath, StringComparison.Ordinal);
        if (final)
        {
            var (_, made) = await site.Get(browser, url.AbsolutePath);
            await site.Post(browser, url.AbsolutePath + "/faerdig", made, [], mustSucceed: false);
        }
        return url;
    }

    [Fact]
    public async Task No_address_names_the_day_on_which_one_girl_was_placed()
    {
        var (file, day) = site
            .Register.Children.Where(c => c.Child is { Gender: Gender.Girl, DistrictId: not null })
            .SelectMany(c =>
                c.Interventions.Where(m => m.Code is "pleje" or "netværkspleje" or "institution" && m.From.Day > 1).Select(m => (c, m.From))
            )
            .First(p => p.From > new DateOnly(2026, 3, 1) && p.From <= site.Today);
        var question = $"&distrikt={file.Child.DistrictId}&koen=pige&alder=14-17&periode=maaned";
        string Of(DateOnly on) => $"{on:dd-MM-yyyy}";
        foreach (var path in new[] { "/ledelse", "/ledelse/tal/placed", "/ledelse/tal/new-placements" })
        {
            async Task<string> Cells(DateOnly on) =>
                string.Join('|', (await Page($"{path}?til={Of(on)}{question}")).QuerySelectorAll("td").Select(Text));
            // The two days are answered with one month-end, so nothing lies between them.
            Assert.Equal(await Cells(day), await Cells(day.AddDays(-1)));
            // And neither with the day compared with.
            var page = await Page($"{path}?til={Of(day)}&sammenlign={Of(day.AddDays(-1))}{question}");
            var heads = page.QuerySelectorAll(".figure-table thead th")
                .Select(Text)
                .Where(t => DateOnly.TryParseExact(t, "dd-MM-yyyy", out _));
            Assert.All(heads, h => Assert.Equal(1, DateOnly.ParseExact(h, "dd-MM-yyyy", null).AddDays(1).Day));
        }
    }

    [Fact]
    public async Task A_baselines_figures_leave_no_small_rest_to_add_up_to()
    {
        var browser = await site.As("leder");
        var (_, form) = await site.Get(browser, "/basislinjer");
        await site.Post(browser, "/basislinjer", form, [("navn", "Til angreb"), ("dag", "30-06-2026")], mustSucceed: false);
        var id = StoredReports.Baselines(site.Database).First(b => b.Fact.Name == "Til angreb").Fact.Id;
        var page = await Page($"/basislinjer/{id}");
        int hidden = 0,
            shown = 0;
        // Of a whole with its parts: what is left when all that is shown is taken away.
        foreach (var total in page.QuerySelectorAll("#tal tr.total"))
        {
            var parts = new List<string[]>();
            for (var row = total.NextElementSibling; row?.ClassList.Contains("part") == true; row = row.NextElementSibling)
                parts.Add([.. row.QuerySelectorAll("td").Select(Text)]);
            var whole = total.QuerySelectorAll("td").Select(Text).ToArray();
            foreach (var column in new[] { 0, 1, 3 })
            {
                shown += parts.Append(whole).Count(p => Number(p[column]) is not null);
                var kept = parts.Count(p => p[column] == "skjult");
                hidden += kept;
                if (kept == 0 || Number(whole[column]) is not { } sum)
                    continue;
                var rest = sum - parts.Sum(p => Number(p[column]) ?? 0);
                Assert.False(kept == 1 && rest is > 0 and < 5, $"{Text(total.QuerySelector("th")!)}: {rest} is left for one part");
            }
            // Then and now are one publication: a correction of few shows nowhere.
            Assert.All(parts.Append(whole), p => Assert.Equal(p[0], p[1]));
        }
        Assert.True(hidden > 0 && shown > 100, $"{hidden} hidden, {shown} shown");
    }

    [Fact]
    public async Task The_totals_of_the_table_of_movements_force_no_cell()
    {
        var page = await Page("/trappen");
        var rows = page.QuerySelectorAll("#flyt tbody tr, #flyt tfoot tr")
            .Select(r => r.QuerySelectorAll("td").Select(Text).ToArray())
            .ToList();
        var n = rows[0].Length - 1;
        Assert.Equal(n + 1, rows.Count);
        var least = new long[n, n];
        var most = new long[n, n];
        const long any = 1_000_000;
        for (var a = 0; a < n; a++)
        for (var b = 0; b < n; b++)
            (least[a, b], most[a, b]) = Number(rows[a][b]) is { } known ? (known, known) : (0, any);
        // What each row and column leaves for a cell, again and again until nothing moves.
        bool moved;
        do
        {
            moved = false;
            for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++)
                foreach (var (sum, line) in new[] { (Number(rows[a][n]), Cells(a, null)), (Number(rows[n][b]), Cells(null, b)) })
                {
                    if (sum is not { } total)
                        continue;
                    var others = line.Where(c => c != (a, b)).ToList();
                    var to = total - others.Sum(c => least[c.A, c.B]);
                    var from = others.Any(c => most[c.A, c.B] == any) ? 0 : total - others.Sum(c => most[c.A, c.B]);
                    if (to < most[a, b])
                        (most[a, b], moved) = (to, true);
                    if (from > least[a, b])
                        (least[a, b], moved) = (from, true);
                }
        } while (moved);
        IEnumerable<(int A, int B)> Cells(int? row, int? column) => Enumerable.Range(0, n).Select(i => (row ?? i, column ?? i));
        var forced = new List<string>();
        int kept = 0,
            shown = 0;
        for (var a = 0; a < n; a++)
        for (var b = 0; b < n; b++)
            if (rows[a][b] == "skjult")
            {
                kept++;
                if (most[a, b] - least[a, b] < 3)
                    forced.Add($"{a} → {b}: {least[a, b]} to {most[a, b]}");
            }
            else if (Number(rows[a][b]) is > 0)
                shown++;
        Assert.True(forced.Count == 0, string.Join(", ", forced));
        Assert.True(kept > 0 && shown > 0, $"{kept} hidden, {shown} shown");
    }

    [Fact]
    public async Task Every_page_and_the_printed_report_hide_the_same_cells()
    {
        var url = await Printed();
        var report = await Page(url.AbsolutePath + "/side");
        IElement Captioned(string caption) =>
            report.QuerySelectorAll("table").First(t => t.QuerySelector("caption")!.TextContent == caption);
        var management = await Page("/ledelse");
        var steps = Table(management, "#trappen .figure-table");
        var placements = Table(management, "#anbringelser .figure-table");
        var cases = Table(management, "#sager .figure-table");
        var notifications = Table(management, "#underretninger .figure-table");
        var rows = new List<(string What, string Page, string Report)>();
        // The page of the report draws the steps; its numbers are those that the picture is drawn from.
        var printer = site.Services.GetRequiredService<Spor.Web.Leading.Council.CouncilPrinter>();
        var id = long.Parse(url.AbsolutePath.Split('/')[^1], CultureInfo.InvariantCulture);
        var figures = printer.Figures(StoredReports.List(site.Database).First(r => r.Fact.Id == id).Fact, id);
        for (var step = 1; step <= 6; step++)
        {
            var line = figures[$"step-{step}"];
            string[] cells = [.. new[] { line.Before, line.Now }.Select(c => c.Hidden ? "skjult" : Kernel.Danish.Number(c.Value))];
            var row = steps.First(s => s.Key.StartsWith($"Trin {step}", StringComparison.Ordinal)).Value;
            rows.Add(($"trin {step}", row[0], cells[1]));
            rows.Add(($"trin {step} før", row[1], cells[0]));
        }
        var keys = Captioned("Nøgletal før og nu")
            .QuerySelectorAll("tbody tr")
            .ToDictionary(r => Text(r.QuerySelector("th")!), r => r.QuerySelectorAll("td").Select(Text).ToArray());
        foreach (
            var (name, row) in new[]
            {
                ("Børn med aktiv sag", cases["Børn med aktiv sag"]),
                ("Anbragte børn", placements["Anbragte børn"]),
                ("Nye anbringelser i perioden", placements["Nye anbringelser"]),
                ("Underretninger i perioden", notifications["Underretninger"]),
                ("Børn, der blev underrettet om", notifications["Børn, der er underrettet om"]),
            }
        )
        {
            rows.Add((name, row[0], keys[name][1]));
            rows.Add((name + " før", row[1], keys[name][0]));
        }
        var forms = Captioned("Anbragte børn efter form")
            .QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(Text).ToArray())
            .ToList();
        var ladderForms = Table(await Page("/trappen"), "#former").Values.ToList();
        for (var f = 0; f < 3; f++)
            rows.Add(($"form {f}", ladderForms[f][1], forms[f][1]));
        var different = rows.Where(r => r.Page != r.Report)
            .Select(r => $"{r.What}: {r.Page} on the page, {r.Report} in the report")
            .ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
        Assert.True(rows.Count(r => Number(r.Report) is not null) > rows.Count / 2, "hiding everything is no answer");
        // The ladder's own page and the figure's own page say the same of each step.
        var trappen = Table(await Page("/trappen"), "#trin").Values.ToList();
        var own = Table(await Page("/ledelse/tal/ladder"), ".figure-table");
        for (var step = 1; step <= 6; step++)
        {
            var row = steps.First(s => s.Key.StartsWith($"Trin {step}", StringComparison.Ordinal)).Value;
            Assert.Equal(row[0], trappen[step - 1][1]);
            Assert.Equal(row[0], own.First(s => s.Key.StartsWith($"Trin {step}", StringComparison.Ordinal)).Value[0]);
        }
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_leaves_nothing_to_subtract()
    {
        static string Cells(IDocument page) => string.Join('|', page.QuerySelectorAll("td").Select(Text));
        var leader = await site.As("leder");
        var draft = await Printed("01-11-2024", "31-10-2025", "31-10-2024", final: false);
        var (_, first) = await site.Get(leader, draft.AbsolutePath + "/side");
        var file = site.Register.Children.First(c =>
            c.Cases is [{ ClosedOn: null } only] && only.OpenedOn > new DateOnly(2024, 12, 1) && only.OpenedOn < new DateOnly(2025, 9, 1)
        );
        site.Database.Journal.Act(
            new("correct-case", "leder", file.Id),
            (known, _) =>
            {
                var changed = known.Find<CaseFact>(file.Cases[0].Id)!;
                changed.OpenedOn = new(2025, 11, 2);
                return new Corrected(FactKinds.Case, changed);
            }
        );
        await Task.Delay(400);
        var (_, made) = await site.Get(leader, draft.AbsolutePath);
        await site.Post(leader, draft.AbsolutePath + "/smid-ud", made, [], mustSucceed: false);
        var again = await Printed("01-11-2024", "31-10-2025", "31-10-2024");
        var (_, second) = await site.Get(leader, again.AbsolutePath + "/side");
        Assert.Equal(Cells(first), Cells(second));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Get(leader, draft.AbsolutePath + "/side")).Status);
        // What is visible is so.
        Assert.Contains(second.QuerySelectorAll("td").Select(Text), t => Number(t) is > 20);
    }
}

static class RowsAbove
{
    /// <summary>The name of the nearest row above, or the row itself, that is such a one.</summary>
    public static string PreviousOf(this IElement row, Func<IElement, bool> such)
    {
        IElement? at = row;
        while (at is not null && !such(at))
            at = at.PreviousElementSibling;
        return at?.QuerySelector("th")?.ChildNodes.OfType<IText>().Select(t => t.TextContent.Trim()).FirstOrDefault(t => t.Length > 0)
            ?? "";
    }
}
