using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Spor.Exchange.Import;
using Spor.Exchange.Office;

namespace Spor.Tests;

/// <summary>Office files judged by others: the library's validator, and Spor's own reader of workbooks.</summary>
public sealed class OfficeTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static readonly Sheet[] Sheets =
    [
        new(
            "Børn på trin",
            [
                new("Barn", Width: 30),
                new("Antal", ColumnKind.Whole),
                new("Pr. årsværk", ColumnKind.Decimal),
                new("Andel", ColumnKind.Share),
                new("Siden", ColumnKind.Day),
                new("Pris", ColumnKind.Kroner),
            ],
            [
                ["Åse Ærø", 1234, 17.25, 0.75, new DateOnly(2017, 1, 31), 123456L],
                ["=1+1", "<5", null, null, null, null],
                ["@SUM(A1)\r\n+x _x000D_ \u0007 \ud83d", 0, -2.5, 1.0, new DateOnly(1900, 3, 1), 0L],
            ],
            ["Tallene er opgjort 31. januar 2017.", "Et tal under 5 vises ikke."]
        ),
        new(
            "Børn på trin",
            [new("Fri tekst")],
            [
                ["to ark kan hedde det samme"],
            ]
        ),
        new("Et navn, der er meget længere end Excel tillader: [ja]", [new("A")], []),
    ];

    static readonly Block[] Blocks =
    [
        new Lines(["Aakær Kommune", "Rådhuspladsen 1"], Right: true),
        new Heading(1, "Trappen før og nu"),
        new Fields([("Dato", "31. januar 2017"), ("Sag", "12/345")]),
        new Fields([("Sagsbehandler", "Åse Ærø")]),
        new Paragraph("Der er 62 børn på trappen.\nDet er 4 flere."),
        new Heading(2, "Trin"),
        new Grid(
            "Børn på hvert trin",
            ["Trin", "31-01-2016", "31-01-2017"],
            [
                ["1 Almen", "12", "<5"],
                ["2 Forebyggende & <andet>", "40", "44"],
            ],
            [1, 2]
        ),
        new Bars(
            "Børn på hvert trin",
            [new("1 Almen", 12, "12"), new("2 Forebyggende", 44, "44"), new("3 Hjemmet", 0, "0"), new("4 Slægt", double.NaN, "–")]
        ),
        new Bullets(["første", "andet \u0001 punkt"]),
        new PageBreak(),
        new Heading(3, "Definitioner"),
        new Paragraph("Et barn står på sit højeste trin.", Small: true),
    ];

    static void IsValid(OpenXmlPackage package)
    {
        var faults = new OpenXmlValidator(FileFormatVersions.Office2016)
            .Validate(package)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");
        Assert.Empty(faults);
    }

    static XDocument Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }

    [Fact]
    public void A_workbook_is_what_Excel_expects()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Workbook.Write("Prøve & mere", Sheets)), false);
        IsValid(package);
        Assert.Equal("Prøve & mere", package.PackageProperties.Title);
        Assert.Equal("da-DK", package.PackageProperties.Language);
    }

    [Fact]
    public void A_document_is_what_Word_expects()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Document.Write("Prøve", Blocks)), false);
        IsValid(package);
        Assert.Equal("Prøve", package.PackageProperties.Title);
    }

    [Fact]
    public async Task Equal_content_is_equal_bytes_whenever_it_is_written()
    {
        byte[] workbook = Workbook.Write("Prøve", Sheets),
            document = Document.Write("Prøve", Blocks);
        // Times in a zip go by two seconds.
        await Task.Delay(2100, TestContext.Current.CancellationToken);
        Assert.Equal(workbook, Workbook.Write("Prøve", Sheets));
        Assert.Equal(document, Document.Write("Prøve", Blocks));
        Assert.NotEqual(workbook, Workbook.Write("Prøven", Sheets));
        Assert.NotEqual(document, Document.Write("Prøve", [.. Blocks, new Paragraph("x")]));
    }

    [Fact]
    public void A_reader_finds_the_cells_as_they_were_given()
    {
        var path = Path.Combine(folder, "prøve.xlsx");
        File.WriteAllBytes(path, Workbook.Write("Prøve", Sheets));
        using var source = ExtractSource.At(path);
        Assert.Equal(["Børn på trin", "Børn på trin 2", "Et navn, der er meget længere e", "Om tallene"], source.Names);
        using var table = source.Open("Børn på trin");
        Assert.Equal(["Barn", "Antal", "Pr. årsværk", "Andel", "Siden", "Pris"], table.Headings);
        var rows = new List<string[]>();
        while (table.Read())
            rows.Add([.. Enumerable.Range(0, 6).Select(table.Cell)]);
        Assert.Equal(["Åse Ærø", "1234", "17.25", "0.75", "2017-01-31", "1234.56"], rows[0]);
        Assert.Equal(["=1+1", "<5", "", "", "", ""], rows[1]);
        Assert.Equal("@SUM(A1)\n+x _x000D_  \ufffd", rows[2][0]);
        Assert.Equal("1900-03-01", rows[2][4]);
        using var notes = source.Open("Om tallene");
        Assert.True(notes.Read());
        Assert.Equal(["Børn på trin", "Tallene er opgjort 31. januar 2017."], [notes.Cell(0), notes.Cell(1)]);
    }

    [Fact]
    public void No_text_becomes_a_formula()
    {
        var sheet = Part(Workbook.Write("Prøve", Sheets), "xl/worksheets/sheet1.xml");
        XNamespace s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Assert.Empty(sheet.Descendants(s + "f"));
        Assert.All(
            sheet.Descendants(s + "c").Where(c => c.Value.Contains('1') && c.Value.Contains('+')),
            c => Assert.Equal("inlineStr", (string?)c.Attribute("t"))
        );
        // Numbers and days are numbers, so that they can be summed and sorted.
        Assert.All(sheet.Descendants(s + "row").ElementAt(1).Elements(s + "c").Skip(1), c => Assert.Null(c.Attribute("t")));
    }

    [Fact]
    public void A_sheet_prints_on_A4_with_its_headings_on_every_page()
    {
        var bytes = Workbook.Write("Prøve", Sheets);
        XNamespace s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        Assert.Equal("9", (string?)Part(bytes, "xl/worksheets/sheet1.xml").Descendants(s + "pageSetup").Single().Attribute("paperSize"));
        var names = Part(bytes, "xl/workbook.xml")
            .Descendants(s + "definedName")
            .Where(n => (string?)n.Attribute("name") == "_xlnm.Print_Titles")
            .Select(n => n.Value);
        Assert.Equal(
            ["'Børn på trin'!$1:$1", "'Børn på trin 2'!$1:$1", "'Et navn, der er meget længere e'!$1:$1", "'Om tallene'!$1:$1"],
            names
        );
    }

    [Fact]
    public void A_row_that_does_not_fit_its_headings_is_a_fault_of_the_program()
    {
        Assert.Throws<ArgumentException>(() =>
            Workbook.Write(
                "x",
                [
                    new(
                        "a",
                        [new("A"), new("B")],
                        [
                            ["kun én"],
                        ]
                    ),
                ]
            )
        );
        Assert.Throws<ArgumentException>(() => Workbook.Write("x", []));
        Assert.Throws<ArgumentException>(() =>
            Document.Write(
                "x",
                [
                    new Grid(
                        "t",
                        ["A", "B"],
                        [
                            ["kun én"],
                        ]
                    ),
                ]
            )
        );
    }

    [Fact]
    public void A_document_has_headings_a_language_and_table_headings_that_are_repeated()
    {
        var bytes = Document.Write("Prøve", Blocks);
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var body = Part(bytes, "word/document.xml");
        var styles = body.Descendants(w + "pStyle").Select(p => (string)p.Attribute(w + "val")!).ToHashSet();
        var known = Part(bytes, "word/styles.xml").Descendants(w + "style").Select(p => (string)p.Attribute(w + "styleId")!).ToHashSet();
        Assert.Superset(new HashSet<string> { "Heading1", "Heading2", "Heading3", "ListBullet", "Caption" }, styles);
        Assert.Subset(known, styles);
        Assert.Equal("da-DK", (string?)Part(bytes, "word/styles.xml").Descendants(w + "lang").Single().Attribute(w + "val"));
        Assert.Single(body.Descendants(w + "tblHeader"));
        Assert.Equal(["11906", "16838"], body.Descendants(w + "pgSz").Single().Attributes().Select(a => a.Value));
        // Tables that follow each other stay apart.
        Assert.DoesNotContain(body.Descendants(w + "tbl"), t => (t.NextNode as XElement)?.Name == w + "tbl");
        Assert.Equal(2, body.Descendants(w + "br").Count(b => b.Attribute(w + "type") is null));
    }

    [Fact]
    public void A_bar_is_as_long_as_its_figure_and_none_is_drawn_for_nothing()
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var rows = Part(
                Document.Write("Prøve", [new Bars("b", [new("a", 10, "10"), new("b", 5, "5"), new("c", 0, "0"), new("d", 0.001, "0")])]),
                "word/document.xml"
            )
            .Descendants(w + "tr");
        Assert.Equal(
            [50, 25, 0, 1],
            rows.Select(r =>
                r.Elements(w + "tc")
                    .Where(c => c.Descendants(w + "shd").Any())
                    .Sum(c => (int?)c.Descendants(w + "gridSpan").SingleOrDefault()?.Attribute(w + "val") ?? 1)
            )
        );
    }
}
