using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Spor.Web.Tests;

/// <summary>A file says what its page says, cell by cell, for one who sees everything and for one who sees no child: of the pages whose
/// rows are called the same on both. The files of other pages are not looked at here.</summary>
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
        heading.Split(' ')[0] is { Length: <= 3 } number
            ? [heading, UnitOf().Replace(heading, ""), number]
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

    static string[] Cells(string line) =>
        [
            .. Quoted()
                .Matches(line)
                .Select(m => m.Value.TrimStart(';').Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal).TrimStart('\'')),
        ];

    [GeneratedRegex(@"^[0-9.]+ af [0-9.]+ \(([^)]*)\)$")]
    private static partial Regex Of();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?(%|kr\.|mdr\.|måneder|procentpoint|point)")]
    private static partial Regex Units();

    [GeneratedRegex(@"(?<=\d)\.(?=\d{3})")]
    private static partial Regex Thousands();

    [GeneratedRegex("(?:^|;)(\"(?:[^\"]|\"\")*\"|[^;]*)")]
    private static partial Regex Quoted();
}
