using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Spor.Web.Tests;

/// <summary>
/// A file says what its page says, cell by cell, for one who sees everything and for one who sees no child. Of the pages of many figures
/// (<see cref="Looked"/>) a file holds the rows of several tables, and each is found by its name; of every other page a table and its file
/// have the same rows and columns (<see cref="SameTables"/>).
/// </summary>
public sealed partial class FilesEqualPagesTests(Site site)
{
    static readonly string[] Looked =
    [
        "/ledelse",
        "/ledelse?periode=kvartal&koen=pige",
        "/ledelse/tal/compliance-law",
        "/ledelse/tal/family-share",
        "/ledelse/tal/ladder",
        "/ledelse/tal/full-year-placements",
        "/ledelse/tal/spending",
        "/ledelse/tal/returned-home",
        "/ledelse/tal/backlog-new",
        "/ledelse/tal/children-by-section",
        "/ledelse/tal/months-placed",
        "/sager",
        "/side-om-side?efter=distrikt",
        "/side-om-side?efter=indsats",
        "/side-om-side?efter=leverandoer",
        "/noegletal",
        "/noegletal?sammenlign=2026-03-31",
        "/ledelse?fra=01-02-2026&til=30-06-2026",
        "/oekonomi/statsrefusion",
        "/distrikter",
    ];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var who in new[] { "leder", "controller" })
            foreach (var page in Looked)
                data.Add(who, page);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_cell_of_a_file_is_the_cell_of_its_page(string who, string url)
    {
        var browser = await site.As(who);
        var (_, page) = await site.Get(browser, url);
        var tables = page.QuerySelectorAll("table").Select(Read).ToList();
        var links = page.QuerySelectorAll(".export-links a")
            .Select(a => a.GetAttribute("href")!)
            // The page draws people's loads as bars with words; their table is the file's own.
            .Where(h => h.Contains(".csv", StringComparison.Ordinal) && !h.Contains("medarbejdere", StringComparison.Ordinal))
            .Distinct();
        var wrong = new List<string>();
        foreach (var link in links)
        {
            var text = Encoding.UTF8.GetString(await browser.GetByteArrayAsync(new Uri(link, UriKind.Relative))).TrimStart('\ufeff');
            var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
            var compared = 0;
            // A part's name stands in the second column, under the whole's in the first, as an employee's does under the team's.
            var parts = rows[0].Length > 1 && rows[0][1] is "Heraf" or "Medarbejder";
            var oneFigure = !link.StartsWith("/ledelse.", StringComparison.Ordinal);
            foreach (var row in rows.Skip(1))
            {
                string[] names =
                    parts ? [row[1].Length > 0 ? row[1] : row[0]]
                    : row.Length > 1 ? [row[0], row[1]]
                    : [row[0]];
                // On a page of many figures two have parts of one name.
                if (parts && row[1].Length > 0 && !oneFigure)
                    continue;
                for (var i = 1; i < row.Length; i++)
                {
                    // Two figures may have parts of one name: one of them is this.
                    var shown = tables
                        .SelectMany(t => t)
                        .Where(r => names.Contains(r.Name))
                        .Select(r => HeadsOf(rows[0][i]).Select(h => r.Cells.GetValueOrDefault(h)).FirstOrDefault(x => x is not null))
                        .OfType<string>()
                        .Where(IsFigure)
                        .ToList();
                    if (shown.Count == 0)
                        continue;
                    compared++;
                    if (!shown.Exists(x => Plain(x) == Plain(row[i])))
                        wrong.Add($"{link}: {names[0]}, {rows[0][i]}: file »{row[i]}«, page »{string.Join("«, »", shown)}«");
                }
            }
            Assert.True(compared > 0, link + " has no cell in common with its page:\n" + text[..Math.Min(400, text.Length)]);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(10)));
    }

    /// <summary>Pages whose tables are held against their files row by row and column by column.</summary>
    static readonly string[] WholeTables =
    [
        "/trappen",
        "/trappen?fra=01-02-2026&til=30-06-2026",
        "/trappen?mod=alle&maalgruppe=udsat",
        "/boern",
        "/boern?lukkede=ja&sorter=navn",
        "/hvad-virker",
        "/hvad-virker?efter=leverandoer",
        "/oekonomi",
        "/oekonomi/afstemning",
        "/oekonomi/bevilget",
        "/oekonomi/bevilget?efter=konto",
        "/oekonomi/statsrefusion",
        "/side-om-side?efter=team",
        "/side-om-side?efter=indsats",
        "/noegletal",
        "/ledelse/dage-over-fristen",
        "/ledelse/dage-over-fristen?efter=team",
        "/raadslagninger",
        "/datakvalitet",
        "/genopretning",
        "/udgiftsmodel",
        "/distrikter",
        "/prognose",
        "/soem/satser",
    ];

    public static TheoryData<string, string> Wholes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var who in new[] { "leder", "controller" })
            foreach (var page in WholeTables)
                data.Add(who, page);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Wholes))]
    public async Task Every_table_has_a_file_with_its_rows_and_columns(string who, string url)
    {
        var browser = await site.As(who);
        var (status, page) = await site.Get(browser, url);
        // Lists of children are for those who may see some.
        if (who == "controller" && status == HttpStatusCode.Forbidden)
            return;
        Assert.True(status == HttpStatusCode.OK, url + " " + status);
        // Each month of five years is drawn, and in no table of the page.
        var wrong = await SameTables.Differences(
            browser,
            page,
            h => h.StartsWith("/prognose.csv", StringComparison.Ordinal) && h.Contains("tabel=maaneder", StringComparison.Ordinal)
        );
        Assert.True(wrong.Count == 0, $"{wrong.Count} apart\n" + string.Join('\n', wrong.Take(25)));
    }

    /// <summary>Files with a table that no page of the example offers, and the test that holds them: their page is one that somebody must
    /// first have made. Or why there is nothing to hold them against.</summary>
    static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["/barn/{id:long}/oekonomi"] = nameof(A_childs_money_as_a_file_is_its_page),
        ["/basislinjer/{id:long}/tal"] = nameof(ManagementBaselineTests),
        ["/boern/soeg"] = nameof(A_search_as_a_file_is_what_was_found),
        ["/genopretning/{id:long}/tal"] = nameof(RecoveryProgrammePageTests),
        ["/genopretning/{id:long}/tavle"] = "minutes, with tables of their own",
        ["/genopretning/{id:long}/status"] = "the committee's status, with tables of its own",
        ["/import/{id}/problemer"] = "the whole list, of which the page shows the first (ImportPageTests)",
        ["/investering/{id:long}/tal"] = nameof(InvestingPageTests),
        ["/investering/{id:long}/word"] = nameof(InvestingPageTests),
        ["/investering/{id:long}/holder-den/tal"] = nameof(InvestingPageTests),
        ["/investering/{id:long}/holder-den/word"] = nameof(InvestingPageTests),
        ["/ledelsestilsyn"] = nameof(SupervisionPageTests),
        ["/ledelsestilsyn/{id:long}"] = "a table for each theme, which the page has in one (SupervisionPageTests)",
        ["/ledelsestilsyn/{id:long}/tal"] = nameof(SupervisionPageTests),
        ["/paneler"] = "the file lists the points, which the page counts (PanelPageTests)",
        ["/paneler/{id:long}"] = "minutes, with no table of numbers (PanelPageTests)",
        ["/spoergeskemaer/{id:long}"] = "a row for each question and group, which the page puts side by side (SurveyPageTests)",
        ["/raadet/{id:long}"] = nameof(CouncilPageTests),
        ["/barn/{child:long}/brev/{letter:long}"] = "a letter, with no table of numbers",
        ["/frister"] = nameof(A_deadline_on_the_page_is_a_row_of_the_file),
        ["/leverancer/{id}/problemer"] = "the same of a delivery",
        ["/soem"] = nameof(SocialPageTests),
        ["/forandringsteorier/{id:long}"] = "a tree of words, with no table of numbers",
    };

    /// <summary>A new file with a table is in one of the lists the day it is written.</summary>
    [Fact]
    public async Task Every_file_with_a_table_is_held_against_its_page()
    {
        var offered = new HashSet<string>();
        var leader = await site.As("leder");
        foreach (var url in Looked.Concat(WholeTables))
        foreach (var a in (await site.Get(leader, url)).Page.QuerySelectorAll("main a[href]"))
            offered.Add(WithoutEnding(a.GetAttribute("href")!.Split('?')[0]));
        var files = site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
            .Where(p => FileEnding().IsMatch(p))
            .Select(WithoutEnding)
            .Distinct()
            .ToList();
        Assert.True(files.Count > 25, string.Join('\n', files));
        Assert.Equal([], files.Where(f => !offered.Contains(f) && !Elsewhere.ContainsKey(f)));
        Assert.Equal([], Elsewhere.Keys.Where(k => !files.Contains(k)));
    }

    static string WithoutEnding(string path) => FileEnding().Replace(path, "");

    [GeneratedRegex(@"(\.(csv|xlsx|docx)|/(word|excel))$")]
    private static partial Regex FileEnding();

    [Fact]
    public async Task A_childs_money_as_a_file_is_its_page()
    {
        var leader = await site.As("leder");
        var held = 0;
        foreach (var child in site.Register.Children.Where(c => c.Interventions.Any(m => m.PriceOre > 0)).Take(5))
        {
            var (_, page) = await site.Get(leader, Spor.Web.Frame.Forms.Routes.ChildMoney(child.Id));
            Assert.Equal([], await SameTables.Differences(leader, page));
            held += page.QuerySelectorAll(".export-links").Length;
        }
        Assert.True(held > 0);
    }

    /// <summary>The page opens one group at a time, and the file holds them all.</summary>
    [Fact]
    public async Task A_deadline_on_the_page_is_a_row_of_the_file()
    {
        var leader = await site.As("leder");
        var (_, page) = await site.Get(leader, "/frister?frem=90");
        var link = page.QuerySelector(".export-links a[href*='.csv']")!.GetAttribute("href")!;
        var file = SameTables.Csv(await leader.GetByteArrayAsync(new Uri(link, UriKind.Relative)), link);
        int due = Array.IndexOf(file.Heads, "Frist"),
            child = Array.IndexOf(file.Heads, "Barn");
        var rows = file.Rows.Select(r => (r[due], r[child])).ToHashSet();
        var shown = page.QuerySelectorAll(".deadline-group tbody tr").ToList();
        Assert.NotEmpty(shown);
        foreach (var row in shown)
        {
            var day = DateOnly.Parse(row.QuerySelector("time")!.GetAttribute("datetime")![..10], CultureInfo.InvariantCulture);
            Assert.Contains((Kernel.Danish.Numeric(day), row.QuerySelector("td a[href^='/barn/']")!.TextContent.Trim()), rows);
        }
    }

    [Fact]
    public async Task A_search_as_a_file_is_what_was_found()
    {
        var leader = await site.As("leder");
        var name = site.Register.Children[0].Child.Name.Split(' ')[0];
        var (_, before) = await site.Get(leader, "/boern");
        var (_, found, _) = await site.Post(leader, "/boern/soeg", before, [("q", name)]);
        using var form = new FormUrlEncodedContent(
            found
                .QuerySelectorAll("form[action='/boern/soeg.csv'] input[type=hidden]")
                .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
        );
        using var answer = await leader.PostAsync(new Uri("/boern/soeg.csv", UriKind.Relative), form);
        var file = SameTables.Csv(await answer.Content.ReadAsByteArrayAsync(), "soeg.csv");
        Assert.NotEmpty(file.Rows);
        Assert.Equal([], SameTables.Apart(found, file));
    }

    static List<(string Name, Dictionary<string, string> Cells)> Read(IElement table)
    {
        var heads = table.QuerySelectorAll("thead tr:last-child > *").Select(Text).ToList();
        var rows = new List<(string, Dictionary<string, string>)>();
        foreach (var row in table.QuerySelectorAll("tbody tr"))
        {
            var cells = row.Children.ToList();
            var named = cells.FindIndex(c => c.TagName == "TH");
            if (named < 0 || cells.Count != heads.Count)
                continue;
            var of = new Dictionary<string, string>();
            for (var i = 0; i < cells.Count; i++)
                if (i != named)
                    of[heads[i]] = Text(cells[i]);
            rows.Add((Text(cells[named]), of));
        }
        return rows;
    }

    /// <summary>What is read first: not what is folded away, nor what stands under it.</summary>
    static string Text(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        foreach (var aside in copy.QuerySelectorAll("details, .muted, .visually-hidden, br"))
            aside.Remove();
        return Spaces().Replace(copy.TextContent, " ").Trim();
    }

    /// <summary>In a file of its own a column says its unit, and an indicator its name after its number.</summary>
    static IEnumerable<string> HeadsOf(string heading) =>
        // The two counts of a share stand in its cell on the page (SameTables).
        heading.EndsWith(", antal", StringComparison.Ordinal) || heading.EndsWith(", ud af", StringComparison.Ordinal)
            ? []
        : heading.Split(' ')[0] is { Length: <= 3 } number ? [heading, UnitOf().Replace(heading, ""), number]
        : [heading, UnitOf().Replace(heading, "")];

    [GeneratedRegex(@" \([a-zæøå.]+\)$")]
    private static partial Regex UnitOf();

    static bool IsFigure(string shown) =>
        shown.Length > 0 && (char.IsAsciiDigit(shown[0]) || shown[0] is '−' or '+' or '<' || shown is "skjult" or "–");

    /// <summary>The number alone: no unit, no mark of thousands.</summary>
    static string Plain(string cell)
    {
        // »7 af 17 (41 %)« is a share with its counts beside it.
        if (Of().Match(cell) is { Success: true } share)
            cell = share.Groups[1].Value;
        var plain = Units()
            .Replace(cell.Replace("\u00a0", " ", StringComparison.Ordinal), "")
            .Replace("−", "-", StringComparison.Ordinal)
            .TrimStart('+');
        if (plain is "–" or "±0")
            return plain == "–" ? "" : "0";
        plain = Thousands().Replace(plain, "").Trim();
        return plain.Contains(',', StringComparison.Ordinal) ? plain.TrimEnd('0').TrimEnd(',') : plain;
    }

    static string[] Cells(string line) => [.. SameTables.Cells(line).Select(c => c.TrimStart('\''))];

    [GeneratedRegex(@"^[0-9.]+ af [0-9.]+ \(([^)]*)\)$")]
    private static partial Regex Of();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?(%|kr\.|mdr\.|måneder|procentpoint|point)")]
    private static partial Regex Units();

    [GeneratedRegex(@"(?<=\d)\.(?=\d{3})")]
    private static partial Regex Thousands();
}
