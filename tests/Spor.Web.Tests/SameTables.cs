using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace Spor.Web.Tests;

/// <summary>A table of a page or of a file: its headings, and its rows as they are read.</summary>
sealed record ReadTable(string Name, string[] Heads, List<string[]> Rows)
{
    /// <summary>The page says that it shows the first rows alone.</summary>
    public bool IsOfMore { get; init; }
}

/// <summary>
/// The tables of a page against the files it offers, cell by cell. A CSV has every column of its page's table, in rows that come one for
/// one; it may have columns besides, of what is too much for a screen. The Excel file has the CSV's cells. A Word document has no column
/// that the page has not. Names and numbers are read as a person reads them: with or without the mark of thousands, a day in letters or
/// in digits.
/// </summary>
static partial class SameTables
{
    /// <summary>What differs, in words; empty where every file that the page offers says what the page says.</summary>
    /// <param name="but">Files that are held elsewhere.</param>
    public static async Task<List<string>> Differences(HttpClient browser, IDocument page, Predicate<string>? but = null)
    {
        var all = new List<string>();
        var shown = Tables(page);
        var before = new List<ReadTable>();
        foreach (var at in page.QuerySelectorAll("main table, main .export-links, main a[href*='.docx']"))
        {
            if (at.TagName == "TABLE")
            {
                before.Add(shown[at]);
                continue;
            }
            if (at.TagName == "A" && at.Closest(".export-links") is null)
            {
                if (Href(at) is var word && but?.Invoke(word) != true)
                    all.AddRange(await Word(browser, word, [.. shown.Values]));
                continue;
            }
            if (at.TagName == "A")
                continue;
            var csv = at.QuerySelectorAll("a").Select(Href).First(h => h.Contains(".csv", StringComparison.Ordinal));
            if (but?.Invoke(csv) == true)
                continue;
            var file = Csv(await browser.GetByteArrayAsync(new Uri(csv, UriKind.Relative)), csv);
            // The links stand below their table; where they stand above, it is one of the page's.
            var wrong = (before.Count > 0 ? before : shown.Values.ToList())
                .Select(t => (Of: Columns(t, file).Count(c => c >= 0), Apart: Against(t, file)))
                .OrderByDescending(d => d.Of)
                .ThenBy(d => d.Apart.Count)
                .FirstOrDefault()
                .Apart;
            all.AddRange(wrong ?? [$"{csv}: the page has no table"]);
            // The Excel file beside it has the very same cells.
            if (at.QuerySelectorAll("a").Select(Href).FirstOrDefault(h => h.Contains(".xlsx", StringComparison.Ordinal)) is { } excel)
                all.AddRange(Unlike(file, Excel(await browser.GetByteArrayAsync(new Uri(excel, UriKind.Relative)), excel)));
            before = [];
        }
        return all;
    }

    /// <summary>A file that was fetched otherwise than by a link, against the table of the page that is most like it.</summary>
    public static List<string> Apart(IDocument page, ReadTable file) =>
        Tables(page).Values.Select(t => Against(t, file)).OrderBy(d => d.Count).FirstOrDefault() ?? ["the page has no table"];

    static string Href(IElement a) => a.GetAttribute("href")!;

    /// <summary>The page's table against its CSV.</summary>
    static List<string> Against(ReadTable page, ReadTable file)
    {
        var wrong = new List<string>();
        var columns = Columns(page, file);
        foreach (var (head, i) in page.Heads.Select((h, i) => (h, i)))
            if (
                columns[i] < 0
                && page.Rows.Select((r, at) => (Cell: r[i], At: at))
                    .Any(c => c.Cell.Length > 0 && !(c.At < file.Rows.Count && IsSpread(c.Cell, file.Rows[c.At])))
            )
                wrong.Add($"{file.Name}: no column »{head}« (has »{string.Join("«, »", file.Heads)}«)");
        if (page.Rows.Count != file.Rows.Count && !(page.IsOfMore && page.Rows.Count < file.Rows.Count))
            wrong.Add(
                $"{file.Name}: {file.Rows.Count} rows, the page's {page.Name} {page.Rows.Count}; first apart: "
                    + $"{FirstApart(page, file, columns)}"
            );
        for (var r = 0; r < Math.Min(page.Rows.Count, file.Rows.Count); r++)
        for (var c = 0; c < page.Heads.Length; c++)
            if (columns[c] >= 0 && !IsSame(page.Rows[r][c], file.Rows[r][columns[c]]) && !IsSpread(page.Rows[r][c], file.Rows[r]))
                wrong.Add(
                    $"{file.Name}, row {r + 1} »{file.Rows[r][0]}«, »{page.Heads[c]}«: page »{page.Rows[r][c]}«, file "
                        + $"»{file.Rows[r][columns[c]]}«"
                );
        return wrong;
    }

    /// <summary>What stands in one cell of the page, »12,3 (10,1–14,2)« or »7 af 17 (41 %)«, are several numbers, each in a column of its
    /// own in the file. Millions are kroner there.</summary>
    static bool IsSpread(string page, string[] row)
    {
        var said = page.Contains("mio", StringComparison.Ordinal) ? page.Split('(')[0] : page;
        var numbers = Numbers().Matches(said).Select(m => Read(m.Value)).ToList();
        var cells = row.SelectMany(c => Numbers().Matches(c).Select(m => Read(m.Value)).Append(Read(c))).ToHashSet();
        var isHidden = page.Contains("skjult", StringComparison.Ordinal) && cells.Contains("skjult");
        return (isHidden || numbers.Count > (said == page ? 1 : 0)) && numbers.TrueForAll(cells.Contains);
    }

    [GeneratedRegex(@"[-−+]?\d+(?:\.\d{3})*(?:,\d+)?")]
    private static partial Regex Numbers();

    static string FirstApart(ReadTable page, ReadTable file, int[] columns)
    {
        static string Said(ReadTable t, int r) => r < t.Rows.Count ? string.Join(" | ", t.Rows[r]) : "nothing";
        for (var r = 0; r < Math.Max(page.Rows.Count, file.Rows.Count); r++)
            if (
                r >= page.Rows.Count
                || r >= file.Rows.Count
                || columns.Select((f, c) => (f, c)).Any(x => x.f >= 0 && !IsSame(page.Rows[r][x.c], file.Rows[r][x.f]))
            )
                return $"page »{Said(page, r)}«, file »{Said(file, r)}«";
        return "none";
    }

    /// <summary>Of each of the page's columns the file's of the same name, in order where several are called the same; −1
    /// without.</summary>
    static int[] Columns(ReadTable page, ReadTable file)
    {
        var taken = new HashSet<int>();
        var columns = new int[page.Heads.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = -1;
            for (var k = 0; columns[i] < 0 && k < file.Heads.Length; k++)
                if (!taken.Contains(k) && HeadOf(file.Heads[k]) == HeadOf(page.Heads[i]))
                    columns[i] = k;
            // Under a heading over several columns the page need not say again what the file says in each.
            for (var k = 0; columns[i] < 0 && k < file.Heads.Length; k++)
                if (!taken.Contains(k) && file.Heads[k].StartsWith(page.Heads[i] + " (", StringComparison.OrdinalIgnoreCase))
                    columns[i] = k;
            taken.Add(columns[i]);
        }
        return columns;
    }

    /// <summary>A column of a file may say its unit.</summary>
    static string HeadOf(string heading) => UnitOf().Replace(heading, "").Trim().ToUpperInvariant();

    [GeneratedRegex(@"(,| \() ?(kr\.|procent|point|antal|måneder|mio\. kr\.|mdr\.|børn|helår|dage|indsatser)\)?$")]
    private static partial Regex UnitOf();

    public static bool IsSame(string page, string file) => Read(page) == Read(file);

    /// <summary>The number or the day alone: no unit, no mark of thousands.</summary>
    static string Read(string cell)
    {
        var text = Spaces().Replace(cell.Replace("; ", " ", StringComparison.Ordinal), " ").Trim().TrimStart('\'', '✓', ' ');
        // A step is »Trin 3: Hjemmebaserede indsatser«, its badge beside the name, or its number.
        if (StepOf().Match(text) is { Success: true } step)
            text = (step.Groups[1].Value + " " + step.Groups[2].Value).Trim();
        // A number too unsure for an interval is the number alone.
        text = Unsure().Replace(text, "");
        if (text is "–" or "" or "-" or "Intet trin")
            return "";
        if (
            DateOnly.TryParseExact(
                text.TrimEnd('.'),
                ["dd-MM-yyyy", "d-M-yyyy", "d. MMMM yyyy", "d. MMM yyyy"],
                Kernel.Danish.Culture,
                DateTimeStyles.None,
                out var day
            )
        )
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var plain = Units().Replace(text.Replace("−", "-", StringComparison.Ordinal), "").Trim();
        if (!Number().IsMatch(plain))
            return text;
        plain = plain.TrimStart('+', '±').Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (plain.Contains(',', StringComparison.Ordinal))
            plain = plain.TrimEnd('0').TrimEnd(',');
        return plain is "-0" ? "0" : plain;
    }

    [GeneratedRegex(@"(?<=\d[^(]*) \([^0-9]+\)$")]
    private static partial Regex Unsure();

    [GeneratedRegex(@"^(?:Trin )?([0-6])(?:$|:? ([A-ZÆØÅ].*))")]
    private static partial Regex StepOf();

    [GeneratedRegex(@"^[+±-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@" ?(%|kr\.|mdr\.|måneder|procentpoint|point|mio\. kr\.|dage|børn)$")]
    private static partial Regex Units();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    static Dictionary<IElement, ReadTable> Tables(IDocument page) => page.QuerySelectorAll("main table").ToDictionary(t => t, t => Read(t));

    static ReadTable Read(IElement table)
    {
        var heads = table.QuerySelectorAll("thead tr:last-child > *").SelectMany(Spread).ToArray();
        var rows = new List<string[]>();
        foreach (var row in table.QuerySelectorAll("tbody tr, tfoot tr"))
        {
            var cells = row.Children.SelectMany(Spread).ToArray();
            // What stands over several rows is a heading among them.
            if (row.Children.Length == 1 && row.Children[0].GetAttribute("colspan") is not null)
                continue;
            rows.Add([.. cells.Concat(Enumerable.Repeat("", Math.Max(0, heads.Length - cells.Length))).Take(heads.Length)]);
        }
        return new(table.Id is { Length: > 0 } id ? "#" + id : Text(table.QuerySelector("caption") ?? table), heads, rows)
        {
            // A page shows so many rows at the most, and says so.
            IsOfMore = rows.Count is 50 or 100 || table.Closest("main")!.QuerySelector(".pager") is not null,
        };
    }

    /// <summary>A cell over several columns stands in each of them.</summary>
    static IEnumerable<string> Spread(IElement cell) =>
        Enumerable.Repeat(Text(cell), int.TryParse(cell.GetAttribute("colspan"), out var n) ? n : 1);

    /// <summary>What is seen first: not what is folded away, nor what stands small under it or is for those who hear the page.</summary>
    static string Text(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        // A day in words has its date with it, a badge its step, a number in a heading its name.
        foreach (var day in copy.QuerySelectorAll("time[datetime]"))
            day.TextContent = DateOnly.TryParse(day.GetAttribute("datetime")![..10], CultureInfo.InvariantCulture, out var d)
                ? Kernel.Danish.Numeric(d)
                : day.TextContent;
        foreach (var badge in copy.QuerySelectorAll(".step"))
            badge.OuterHtml = (badge.QuerySelector(".visually-hidden")?.TextContent ?? badge.TextContent) + " ";
        foreach (var number in copy.QuerySelectorAll("abbr[title]"))
            if (number.GetAttribute("title") != number.TextContent)
                number.TextContent += " " + number.GetAttribute("title");
        const string asides = "details, .muted, .visually-hidden, svg, .tag, .law-tag, .counts, form, .due-title, [aria-hidden=true]";
        foreach (var aside in copy.QuerySelectorAll(asides))
            aside.Remove();
        foreach (var line in copy.QuerySelectorAll("br"))
            line.OuterHtml = " ";
        return Spaces().Replace(copy.TextContent, " ").Trim().TrimEnd('▲', '▼', ' ');
    }

    public static ReadTable Csv(byte[] bytes, string name)
    {
        // Below an empty line stands what is missing in the figures.
        var rows = Encoding.UTF8.GetString(bytes).TrimStart('\ufeff').Split("\r\n").TakeWhile(r => r.Length > 0).Select(Cells).ToList();
        return new(name, rows[0], rows[1..]);
    }

    /// <summary>The cells of a line; a cell with a semicolon or a quotation mark stands between quotation marks.</summary>
    public static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                cell.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ';' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(line[i]);
        return [.. cells, cell.ToString()];
    }

    /// <summary>What an Excel file says otherwise than the CSV of the same table, heading by heading and cell by cell.</summary>
    public static List<string> Unlike(ReadTable csv, ReadTable excel)
    {
        if (!csv.Heads.SequenceEqual(excel.Heads))
            return [$"{excel.Name}: »{string.Join(';', excel.Heads)}«, CSV »{string.Join(';', csv.Heads)}«"];
        if (csv.Rows.Count != excel.Rows.Count)
            return [$"{excel.Name}: {excel.Rows.Count} rows, CSV {csv.Rows.Count}"];
        var wrong = new List<string>();
        for (var r = 0; r < csv.Rows.Count; r++)
        for (var c = 0; c < csv.Heads.Length; c++)
            if (csv.Rows[r][c].TrimStart('\'') != excel.Rows[r][c].TrimStart('\''))
                wrong.Add(
                    $"{excel.Name}, row {r + 1} »{csv.Rows[r][0]}«, »{csv.Heads[c]}«: Excel »{excel.Rows[r][c]}«, CSV »{csv.Rows[r][c]}«"
                );
        return wrong;
    }

    /// <summary>The first sheet of an Excel file, its cells as Excel shows them without the mark of thousands: read from the bytes alone,
    /// the formats too.</summary>
    public static ReadTable Excel(byte[] bytes, string name)
    {
        XNamespace x = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var zip = new ZipArchive(new MemoryStream(bytes));
        XDocument Part(string ending)
        {
            using var part = zip.Entries.First(e => e.FullName.EndsWith(ending, StringComparison.Ordinal)).Open();
            return XDocument.Load(part);
        }
        var styles = Part("styles.xml");
        var codes = styles
            .Descendants(x + "numFmt")
            .ToDictionary(f => (string)f.Attribute("numFmtId")!, f => (string)f.Attribute("formatCode")!);
        var formats = styles.Descendants(x + "cellXfs").Elements().Select(f => (string?)f.Attribute("numFmtId") ?? "0").ToList();
        string Shown(XElement cell)
        {
            if ((string?)cell.Attribute("t") == "inlineStr")
                return string.Concat(cell.Descendants(x + "t").Select(t => t.Value));
            var value = decimal.Parse(cell.Element(x + "v")!.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            string Number(decimal of, string format) =>
                Math.Round(of, 2, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture).Replace('.', ',');
            return formats[(int?)cell.Attribute("s") ?? 0] switch
            {
                "9" => Number(value * 100, "0") + " %",
                // Two decimals; no more stand in the file than the reader sees.
                "4" => value == Math.Round(value, 2) ? Number(value, "0.00") : value.ToString(CultureInfo.InvariantCulture),
                var format when codes.GetValueOrDefault(format)?.Contains("dd", StringComparison.Ordinal) == true => Kernel.Danish.Numeric(
                    new DateOnly(1899, 12, 30).AddDays((int)value)
                ),
                _ => Number(value, "0.##"),
            };
        }
        static int Column(XElement cell) =>
            ((string)cell.Attribute("r")!).TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => n * 26 + c - 'A' + 1) - 1;
        var rows = Part("sheet1.xml").Descendants(x + "row").Select(r => r.Elements(x + "c").ToDictionary(Column, Shown)).ToList();
        var heads = Enumerable.Range(0, rows[0].Count).Select(i => rows[0][i]).ToArray();
        return new(name, heads, [.. rows.Skip(1).Select(r => heads.Select((_, i) => r.GetValueOrDefault(i, "")).ToArray())]);
    }

    static async Task<List<string>> Word(HttpClient browser, string href, IReadOnlyList<ReadTable> page) =>
        WordApart(page, Grids(await browser.GetByteArrayAsync(new Uri(href, UriKind.Relative)), href));

    /// <summary>What a Word document says otherwise than the page.</summary>
    public static List<string> WordApart(IDocument page, byte[] word, string name) =>
        WordApart([.. Tables(page).Values], Grids(word, name));

    static List<string> WordApart(IReadOnlyList<ReadTable> page, IReadOnlyList<ReadTable> word) =>
        [
            .. word.SelectMany(grid =>
                page.Select(t => Within(t, grid)).OrderBy(d => d.Count).FirstOrDefault() ?? [$"{grid.Name}: the page has no table"]
            ),
        ];

    /// <summary>The tables of a Word document.</summary>
    public static IReadOnlyList<ReadTable> Grids(byte[] bytes, string name)
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return
        [
            .. XDocument
                .Load(part)
                .Descendants(w + "tbl")
                // Lines of facts and pictures made of cells have no headings.
                .Where(t => t.Descendants(w + "tblHeader").Any())
                .Select(t =>
                    t.Elements(w + "tr")
                        .Select(r => r.Elements(w + "tc").Select(c => string.Concat(c.Descendants(w + "t").Select(x => x.Value))).ToArray())
                        .ToList()
                )
                .Where(rows => rows.Count > 1)
                .Select(rows => new ReadTable(name, rows[0], rows[1..])),
        ];
    }

    static List<string> Within(ReadTable page, ReadTable word)
    {
        var wrong = new List<string>();
        var columns = Columns(word, page);
        for (var i = 0; i < columns.Length; i++)
            if (columns[i] < 0)
                wrong.Add($"{word.Name}: the page's {page.Name} has no column »{word.Heads[i]}«");
        if (page.Rows.Count != word.Rows.Count && !(page.IsOfMore && page.Rows.Count < word.Rows.Count))
            wrong.Add($"{word.Name}: {word.Rows.Count} rows, the page's {page.Name} {page.Rows.Count}");
        for (var r = 0; r < Math.Min(page.Rows.Count, word.Rows.Count); r++)
        for (var c = 0; c < columns.Length && c < word.Rows[r].Length; c++)
            if (columns[c] >= 0 && !IsSame(page.Rows[r][columns[c]], word.Rows[r][c]))
                wrong.Add(
                    $"{word.Name}, row {r + 1} »{word.Rows[r][0]}«, »{word.Heads[c]}«: page »{page.Rows[r][columns[c]]}«, Word "
                        + $"»{word.Rows[r][c]}«"
                );
        return wrong;
    }
}
