using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Spor.Exchange.Import;
using Spor.Exchange.Office;
using Spor.Storage;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Tests;

/// <summary>The tables of the pages as CSV and Excel, read by Spor's own reader of workbooks.</summary>
public sealed class ExportTests(Site site) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-export-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    async Task<(HttpStatusCode Status, byte[] Bytes, string? Name, Uri Url)> Fetch(string who, string url)
    {
        using var answer = await (await site.As(who)).GetAsync(new Uri(url, UriKind.Relative));
        return (
            answer.StatusCode,
            await answer.Content.ReadAsByteArrayAsync(),
            answer.Content.Headers.ContentDisposition?.FileName,
            answer.RequestMessage!.RequestUri!
        );
    }

    async Task<List<string[]>> Csv(string who, string url)
    {
        var (status, bytes, _, _) = await Fetch(who, url);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        return [.. Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(';'))];
    }

    async Task<Dictionary<string, List<string[]>>> Sheets(string who, string url)
    {
        var (status, bytes, _, _) = await Fetch(who, url);
        Assert.Equal(HttpStatusCode.OK, status);
        var path = Path.Combine(folder, "hentet.xlsx");
        await File.WriteAllBytesAsync(path, bytes);
        using var source = ExtractSource.At(path);
        var sheets = new Dictionary<string, List<string[]>>();
        foreach (var name in source.Names)
        {
            using var table = source.Open(name);
            var rows = new List<string[]> { table.Headings.ToArray() };
            while (table.Read())
                rows.Add([.. Enumerable.Range(0, table.Headings.Count).Select(table.Cell)]);
            sheets[name] = rows;
        }
        return sheets;
    }

    /// <summary>The page's tables that have links, by what the links say.</summary>
    public static TheoryData<string> Pages => [.. WithTables];
    static readonly string[] WithTables =
    [
        "/trappen",
        "/sager",
        "/frister",
        "/boern",
        "/boern?lukkede=ja&sorter=navn",
        "/noegletal",
        "/datakvalitet",
        "/ledelse/tal/placed",
        "/ledelse/tal/ladder/5?alder=14-17",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_to_a_file_fetches_a_table_both_as_CSV_and_as_Excel(string url)
    {
        foreach (var who in new[] { "leder", "teamleder-1", site.CaseworkerKeys[0] })
        {
            var (_, page) = await site.Get(await site.As(who), url);
            var links = page.QuerySelectorAll(".export-links a").Select(a => a.GetAttribute("href")!).Distinct().ToList();
            Assert.NotEmpty(links);
            foreach (var csv in links.Where(l => l.Contains(".csv", StringComparison.Ordinal)))
            {
                var rows = await Csv(who, csv);
                var excel = csv.Replace(".csv", ".xlsx", StringComparison.Ordinal);
                Assert.Contains(excel, links);
                var sheet = (await Sheets(who, excel)).First().Value;
                Assert.Equal(rows.Count, sheet.Count);
                Assert.Equal(rows[0], sheet[0]);
                Assert.True(rows.Count > 1, csv);
            }
        }
    }

    [Fact]
    public async Task A_file_says_what_the_page_says()
    {
        var (_, page) = await site.Get(await site.As("leder"), "/trappen");
        var shown = page.QuerySelectorAll("#trin tbody tr")
            .Select(r =>
                string.Join(
                    ' ',
                    r.QuerySelectorAll("td").Take(2).Select(c => c.TextContent.Trim().Replace(".", "", StringComparison.Ordinal))
                )
            );
        Assert.Equal(shown, (await Csv("leder", "/trappen.csv?tabel=trin"))[1..^1].Select(r => $"{r[1]} {r[2]}"));
        var moves = page.QuerySelectorAll("#flyt tbody tr")
            .Select(r =>
                string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim().Replace(".", "", StringComparison.Ordinal)))
            );
        Assert.Equal(moves, (await Sheets("leder", "/trappen.xlsx"))["Fra trin til trin"][1..^1].Select(r => string.Join(' ', r[1..])));
    }

    [Fact]
    public async Task What_is_hidden_on_the_page_is_hidden_in_the_file()
    {
        var who = site.CaseworkerKeys[0];
        var (_, page) = await site.Get(await site.As(who), "/trappen");
        var shown = page.QuerySelectorAll("#flyt tbody tr")
            .SelectMany(r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim().Replace(".", "", StringComparison.Ordinal)))
            .ToList();
        Assert.Contains("skjult", shown);
        Assert.Equal(shown, (await Csv(who, "/trappen.csv?tabel=flyt"))[1..^1].SelectMany(r => r[1..]));
        Assert.Equal(shown, (await Sheets(who, "/trappen.xlsx?tabel=flyt"))["Fra trin til trin"][1..^1].SelectMany(r => r[1..]));
    }

    [Fact]
    public async Task A_workbook_holds_all_tables_and_says_which_day_and_entry_they_are_of()
    {
        var sheets = await Sheets("leder", "/sager.xlsx");
        Assert.Equal(4, sheets.Count);
        Assert.Contains(
            $"ved registrering nr. {Kernel.Danish.Number(site.Register.EntryNo)}",
            sheets[Workbook.NotesSheet][1][1],
            StringComparison.Ordinal
        );
        var (_, _, name, _) = await Fetch("leder", "/trappen.csv?tabel=former");
        Assert.Equal($"trappen-former-{Form.Iso(site.Today)}.csv", name);
    }

    [Fact]
    public async Task The_same_question_gives_the_same_bytes()
    {
        foreach (var url in new[] { "/trappen.xlsx", "/frister.xlsx?frem=90", "/boern.xlsx", "/sager.xlsx" })
            Assert.Equal((await Fetch("leder", url)).Bytes, (await Fetch("leder", url)).Bytes);
    }

    [Fact]
    public async Task A_list_of_children_as_Excel_is_written_in_the_access_log()
    {
        var log = site.Services.GetRequiredService<AccessLog>();
        await log.Flush();
        var before = log.Read(1).Select(l => l.No).DefaultIfEmpty().Max();
        await Fetch("teamleder-1", "/boern.xlsx?trin=3");
        await Fetch("teamleder-1", "/trappen.xlsx");
        await log.Flush();
        var look = Assert.Single(log.Read(100), l => l.No > before && l.Author == "teamleder-1" && l.Kind == "export");
        Assert.Contains("boern?trin=3", look.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_cannot_be_read_leads_to_the_page_that_says_so()
    {
        var (status, _, _, url) = await Fetch("leder", "/trappen.csv?dag=31-02-2026");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("/trappen", url.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await Fetch("leder", "/trappen.csv?tabel=findes-ikke")).Status);
    }

    [Fact]
    public void Numbers_stay_numbers_and_texts_never_become_formulas()
    {
        var table = new ExportTable(
            "x",
            "x",
            [
                new("a"),
                new("b", ColumnKind.Whole),
                new("c", ColumnKind.Share),
                new("d", ColumnKind.Kroner),
                new("e", ColumnKind.Day),
                new("f", ColumnKind.Decimal),
            ],
            [
                ["-1+2", -3, 0.754, 123450L, new DateOnly(2017, 1, 31), -1.256],
                ["=x", "<5", null, null, null, double.NaN],
            ]
        );
        Assert.Equal(
            "\ufeffa;b;c;d;e;f\r\n'-1+2;-3;75 %;1234,50;31-01-2017;-1,26\r\n'=x;<5;;;;\r\n",
            Encoding.UTF8.GetString(table.ToCsv())
        );
        // A share is no finer in Excel than on the page.
        Assert.Equal(0.75m, table.ToSheet([]).Rows[0][2]);
    }
}
