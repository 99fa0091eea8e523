using System.Globalization;
using System.IO.Compression;
using System.Text;
using Spor.Children;
using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Interventions;
using Spor.Notifications;

namespace Spor.Tests;

/// <summary>Folders, zip files and workbooks.</summary>
public sealed class SourceTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string At(string name) => Path.Combine(folder, name);

    string Zip(string name, params (string Entry, byte[] Bytes)[] entries)
    {
        using var zip = ZipFile.Open(At(name), ZipArchiveMode.Create);
        foreach (var (entry, bytes) in entries)
        {
            using var stream = zip.CreateEntry(entry, CompressionLevel.Optimal).Open();
            stream.Write(bytes);
        }
        return At(name);
    }

    string Zip(string name, params (string Entry, string Text)[] entries) =>
        Zip(name, [.. entries.Select(e => (e.Entry, Encoding.UTF8.GetBytes(e.Text)))]);

    static string Refused(Action act) => Assert.Throws<ExtractException>(act).Message;

    static string Refused(string path, ZipLimits? limits = null) =>
        Refused(() =>
        {
            using var s = limits is null ? ExtractSource.At(path) : ZipSource.Of(path, limits);
        });

    static readonly (string, string)[] Good =
    [
        ("boern.csv", Extracts.Children),
        ("sager.csv", Extracts.Cases),
        ("kommune.csv", Extracts.Municipality),
    ];

    [Fact]
    public void A_folder_that_is_not_there_or_empty_or_holds_something_else_is_said_to_be_so()
    {
        Assert.Contains("findes ikke", Refused(At("intet")), StringComparison.Ordinal);
        Assert.Contains("er tom", Refused(folder), StringComparison.Ordinal);
        File.WriteAllText(At("brev.docx"), "x");
        Assert.Contains("ingen CSV-filer", Refused(folder), StringComparison.Ordinal);
        Assert.Contains("er ikke en zip-fil", Refused(At("brev.docx")), StringComparison.Ordinal);
        File.WriteAllText(At("boern.csv"), Extracts.Children);
        Assert.Contains("Giv mappen", Refused(At("boern.csv")), StringComparison.Ordinal);
        File.WriteAllBytes(At("gammel.xls"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        Assert.Contains("Gem den som .xlsx", Refused(At("gammel.xls")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_or_file_that_may_not_be_read_is_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "root may read everything");
        if (OperatingSystem.IsWindows())
            return;
        foreach (var (file, text) in Good)
            File.WriteAllText(At(file), text);
        File.SetUnixFileMode(At("sager.csv"), UnixFileMode.None);
        using (var source = ExtractSource.At(folder))
            Assert.Equal(["sager.csv:0 cannot-read"], Extracts.Read(source).Said());
        File.SetUnixFileMode(folder, UnixFileMode.None);
        try
        {
            Assert.Contains("ikke adgang", Refused(folder), StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_folder_of_files_in_upper_case_is_read_with_its_mapping()
    {
        File.WriteAllText(At("BOERN.CSV"), Extracts.Children.Replace("udsat", "Sårbar", StringComparison.Ordinal));
        File.WriteAllText(At("Sager.csv"), Extracts.Cases);
        File.WriteAllText(At("Kortlægning.json"), """{"koder":{"boern.Målgruppe":{"sårbar":"udsat"}}}""");
        using var source = ExtractSource.At(folder);
        Assert.Equal([], Extracts.Read(source).Said());
    }

    [Theory]
    [InlineData("")]
    [InlineData("udtræk 2026/")]
    public void A_zip_is_read_with_or_without_a_folder_around_its_files(string top)
    {
        var path = Zip("u.zip", [.. Good.Select(g => (top + g.Item1, g.Item2)), ("__MACOSX/._boern.csv", "x"), (top + ".DS_Store", "x")]);
        using var source = ExtractSource.At(path);
        var extract = Extracts.Read(source);
        Assert.Equal([], extract.Said());
        Assert.Equal([], extract.Ignored);
        Assert.Equal(5, extract.Rows);
    }

    [Fact]
    public void A_folder_that_holds_one_zip_is_read_as_that_zip_with_the_mapping_beside_it()
    {
        Zip("u.zip", Good.Select(g => (g.Item1.Replace("sager", "cases", StringComparison.Ordinal), g.Item2)).ToArray());
        File.WriteAllText(At("kortlaegning.json"), """{"filer":{"sager":"cases.csv"}}""");
        using (var source = ExtractSource.At(folder))
            Assert.Equal([], Extracts.Read(source).Said());
        File.Copy(At("u.zip"), At("v.zip"));
        Assert.Contains("2 zip- og Excel-filer", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_is_refused_by_what_comes_out_of_it_and_not_by_what_it_says()
    {
        var path = Zip("bombe.zip", [("boern.csv", new byte[120 << 20]), ("sager.csv", Encoding.UTF8.GetBytes(Extracts.Cases))]);
        // The headers lie: they say that ten bytes come out.
        var bytes = File.ReadAllBytes(path);
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 10);
        var lying = At("løgn.zip");
        File.WriteAllBytes(lying, bytes);
        foreach (var zip in new[] { path, lying })
        {
            using var source = ExtractSource.At(zip);
            var extract = Extracts.Read(source);
            Assert.Equal("boern.csv:0 cannot-read", extract.Said()[0]);
            Assert.False(extract.CanSetAside);
        }
        using var honest = ExtractSource.At(path);
        Assert.Contains("100 gange", Extracts.Read(honest).Problems.All[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_is_too_large_or_holds_too_many_files_is_refused()
    {
        var random = new Random(1);
        var part = new byte[40];
        var text = new StringBuilder(Extracts.Children);
        for (var i = 0; i < 30_000; i++)
        {
            random.NextBytes(part);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"N{i};{Convert.ToHexString(part)};Holm;2012-03-04;udsat\n");
        }
        var noise = Encoding.UTF8.GetBytes(text.ToString());
        var path = Zip("stor.zip", [("boern.csv", noise), ("sager.csv", noise)]);
        Assert.Contains("fylder mere end 1 MB", Refused(path, new(1 << 20, 1 << 30, 100, 200)), StringComparison.Ordinal);
        using (var source = ZipSource.Of(path, new(1 << 30, 3 << 20, 100, 200)))
            Assert.Contains(Extracts.Read(source).Problems.All, p => p.Expected.Contains("3 MB pakket ud", StringComparison.Ordinal));
        var many = Zip("mange.zip", [.. Enumerable.Range(0, 201).Select(i => ($"f{i}.csv", "x"))]);
        Assert.Contains("flere end 200 filer", Refused(many), StringComparison.Ordinal);
        // The tail says one file; the directory holds 201.
        var bytes = File.ReadAllBytes(many);
        var tail = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        bytes[tail + 8] = bytes[tail + 10] = 1;
        File.WriteAllBytes(At("få.zip"), bytes);
        Assert.Contains("flere end 200 filer", Refused(At("få.zip")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../boern.csv")]
    [InlineData("/etc/boern.csv")]
    [InlineData("a\\..\\..\\boern.csv")]
    [InlineData("C:\\boern.csv")]
    public void A_zip_whose_paths_lead_out_of_it_is_refused(string entry) =>
        Assert.Contains("ugyldig sti", Refused(Zip("sti.zip", (entry, Extracts.Children))), StringComparison.Ordinal);

    [Fact]
    public void A_damaged_zip_is_refused_or_said_to_be_damaged()
    {
        var path = Zip("u.zip", Good);
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(At("kort.zip"), bytes[..(bytes.Length / 2)]);
        Assert.Contains("beskadiget", Refused(At("kort.zip")), StringComparison.Ordinal);
        for (var i = 45; i < 60; i++)
            bytes[i] ^= 0xFF;
        File.WriteAllBytes(At("ødelagt.zip"), bytes);
        using var source = ExtractSource.At(At("ødelagt.zip"));
        Assert.Contains(Extracts.Read(source).Said(), s => s == "boern.csv:0 cannot-read");
        Assert.Contains("tom", Refused(Zip("tom.zip", Array.Empty<(string, string)>())), StringComparison.Ordinal);
        Assert.Contains("ingen CSV-filer", Refused(Zip("andet.zip", ("læs mig.txt", "x"))), StringComparison.Ordinal);
    }

    // A workbook by hand: sheets as rows of cells, each cell as XML.
    string Workbook(string name, bool from1904, string shared, params (string Sheet, string[] Rows)[] sheets)
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"",
            rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        string[] formats = ["0", "14", "22", "164", "165", "166", "17", "167"];
        var entries = new List<(string, string)>
        {
            ("[Content_Types].xml", "<Types/>"),
            (
                "_rels/.rels",
                $"<Relationships><Relationship Id=\"r1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook {main} xmlns:r=\"{rel}\"><workbookPr{(from1904 ? " date1904=\"1\"" : "")}/><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Sheet}\" sheetId=\"{i + 1}\" r:id=\"s{i}\"/>"))}</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{rel}/worksheet\" Target=\"{(i == 0 ? "/xl/" : "")}worksheets/sheet{i}.xml\"/>"))}<Relationship "
                    + $"Id=\"st\" Type=\"{rel}/styles\" Target=\"styles.xml\"/><Relationship Id=\"ss\" "
                    + $"Type=\"{rel}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
            (
                "xl/styles.xml",
                $"<styleSheet {main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\-mm\\-yyyy\\ hh:mm;@\"/><numFmt "
                    + $"numFmtId=\"165\" formatCode=\"#,##0.00\\ &quot;kr. pr. day&quot;\"/><numFmt numFmtId=\"166\" "
                    + $"formatCode=\"[$-406]d\\. mmmm\\ yyyy\"/><numFmt numFmtId=\"167\" "
                    + $"formatCode=\"0000000000\"/></numFmts><cellStyleXfs><xf "
                    + $"numFmtId=\"14\"/></cellStyleXfs><cellXfs>{string.Concat(formats.Select(f => $"<xf numFmtId=\"{f}\"/>"))}</cellXfs></styleSheet>"
            ),
            ("xl/sharedStrings.xml", $"<sst {main}>{shared}</sst>"),
        };
        entries.AddRange(
            sheets.Select(
                (s, i) => ($"xl/worksheets/sheet{i}.xml", $"<worksheet {main}><sheetData>{string.Concat(s.Rows)}</sheetData></worksheet>")
            )
        );
        return Zip(name, [.. entries]);
    }

    static string Texts(int row, params string[] texts) =>
        $"<row r=\"{row}\">{string.Concat(texts.Select((t, i) => t.Length == 0 ? "" : $"<c r=\"{(char)('A' + i)}{row}\" t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    static string Number(string at, int style, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\"><v>{value:R}</v></c>");

    static readonly (string, string[]) Cases = ("Sager", [Texts(1, "SagId", "BarnId", "Åbnet"), Texts(2, "S1", "B1", "2024-01-02")]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_workbook_with_a_sheet_per_file_is_read_with_dates_in_both_systems(bool from1904)
    {
        var zero = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30);
        double Serial(string day) => (DateTime.Parse(day, CultureInfo.InvariantCulture) - zero).TotalDays;
        var path = Workbook(
            "u.xlsx",
            from1904,
            "<si><t>BarnId</t></si><si><r><t>For</t></r><r><rPr><b/></rPr><t>navn</t></r><rPh sb=\"0\" "
                + "eb=\"1\"><t>x</t></rPh></si><si><t xml:space=\"preserve\">B1 </t></si>",
            (
                "Børn",
                [
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                        + Texts(1, "", "", "Efternavn", "Fødselsdato", "", "Målgruppe", "Beskyttet", "CPR")[11..],
                    $"<row r=\"4\"><c r=\"A4\" t=\"s\"><v>2</v></c><c r=\"B4\" t=\"str\"><f>\"I\"&amp;\"da\"</f><v>Ida</v></c><c "
                        + $"r=\"C4\" "
                        + $"t=\"inlineStr\"><is><r><t>Ho</t></r><r><t>lm</t></r></is></c>{Number("D4", 1, Serial("2012-03-04"))}<c "
                        + $"r=\"F4\" t=\"inlineStr\"><is><t>udsat</t></is></c><c r=\"G4\" "
                        + $"t=\"b\"><v>1</v></c>{Number("H4", 7, 403121234)}</row>",
                    "<row r=\"5\"/>",
                ]
            ),
            Cases,
            (
                "underretninger",
                [
                    Texts(1, "UnderretningId", "BarnId", "Modtaget", "Underretter", "Kvitteret"),
                    $"<row r=\"2\">{Number("A2", 0, 17)}<c r=\"B2\" "
                        + $"t=\"inlineStr\"><is><t>B1</t></is></c>{Number("C2", 3, Serial("2026-01-31T14:20"))}<c r=\"D2\" "
                        + $"t=\"inlineStr\"><is><t>skole</t></is></c>{Number("E2", 5, Serial("2026-02-02"))}</row>",
                ]
            ),
            (
                "indsatser",
                [
                    Texts(1, "IndsatsId", "BarnId", "Ydelse", "Lovgrundlag", "Start", "Pris", "Enhed"),
                    $"<row r=\"2\">{Texts(2, "I1", "B1", "hjem")[11..^6]}{Number("D2", 0, 32.1)}{Number("E2", 2, Serial("2024-02-29"))}{Number("F2", 4, 1234.5)}<c "
                        + $"r=\"G2\" t=\"inlineStr\"><is><t>dag</t></is></c></row>",
                ]
            ),
            (
                "budget",
                [
                    Texts(1, "Konto", "Måned", "Beløb"),
                    $"<row r=\"2\">{Texts(2, "5.28.22")[11..^6]}{Number("B2", 6, Serial("2026-01-01"))}{Number("C2", 0, 0.1 + 0.2)}</row>",
                    $"<row r=\"3\">{Texts(3, "5.28.22", "2026-02")[11..^6]}{Number("C3", 0, 0.3)}</row>",
                ]
            )
        );
        using var source = ExtractSource.At(path);
        var extract = Extracts.Read(source, new DateOnly(2026, 10, 31));
        Assert.Equal(["?Børn:4 Fornavn formula"], extract.Said());
        var child = (ChildFact)extract.Table("boern").Facts[0];
        Assert.Equal(
            ("B1", "Ida Holm", new DateOnly(2012, 3, 4), true, "0403121234"),
            (child.SourceKey!, child.Name, child.BornOn, child.Protected, child.Cpr!)
        );
        var notification = (NotificationFact)extract.Table("underretninger").Facts[0];
        Assert.Equal(
            ("17", new DateTime(2026, 1, 31, 14, 20, 0), new DateOnly(2026, 2, 2)),
            (notification.SourceKey!, notification.ReceivedAt, notification.AcknowledgedOn!.Value)
        );
        var measure = (InterventionFact)extract.Table("indsatser").Facts[0];
        Assert.Equal(("32.1", new DateOnly(2024, 2, 29), 123450L), (measure.LegalBasis, measure.From, measure.PriceOre!.Value));
        Assert.Equal([new(2026, 1, 1), new(2026, 2, 1)], extract.Table("budget").Facts.Select(f => ((BudgetFact)f).Month));
        Assert.Equal([30L, 30L], extract.Table("budget").Facts.Select(f => ((BudgetFact)f).AmountOre));
    }

    [Fact]
    public void A_workbook_with_titles_two_rows_of_headings_and_a_row_of_totals_is_read_by_a_mapping_beside_it()
    {
        var beside = Directory.CreateDirectory(At("med")).FullName;
        Workbook(
            "med/u.xlsx",
            false,
            "",
            (
                "Børn",
                [
                    Texts(1, "BarnId", "Fornavn", "Efternavn", "Fødselsdato", "Målgruppe"),
                    Texts(2, "B1", "Ida", "Holm", "2012-03-04", "udsat"),
                ]
            ),
            Cases,
            (
                "Forløb",
                [
                    Texts(1, "Udtræk fra fagsystemet"),
                    Texts(3, "Borger", "", "Forløb", "", ""),
                    Texts(4, "Løbenr", "Art", "Fra", "Til", "Paragraf"),
                    Texts(5, "B1", "Pleje", "01.02.2024", "", "46"),
                    Texts(6, "B1", "Pleje", "01.02.2023", "31.01.2024", "46"),
                    Texts(7, "I alt", "2", "", "", ""),
                ]
            )
        );
        // Without a mapping it is said what is missing, and nothing is guessed.
        using (var source = ExtractSource.At(beside))
            Assert.Contains("Filen Forløb hører ikke til formatet og er ikke læst.", Extracts.Read(source, new(2026, 10, 31)).Ignored);
        File.WriteAllText(
            Path.Combine(beside, "kortlægning.json"),
            """
            { "filer": { "indsatser": "Forløb" }, "datoer": { "indsatser": "dd.MM.yyyy" },
              "rækker": { "indsatser": { "overskrift": 4, "uden": { "Løbenr": ["I alt", ""] } } },
              "kolonner": { "indsatser": { "IndsatsId": ["Løbenr", "Fra"], "BarnId": "Løbenr", "Ydelse": "Art", "Start": "Fra", "Slut": "Til", "Lovgrundlag": "Paragraf" } },
              "koder": { "indsatser.Ydelse": { "Pleje": "plejefamilie" } } }
            """
        );
        using var mapped = ExtractSource.At(beside);
        var extract = Extracts.Read(mapped, new(2026, 10, 31));
        Assert.Empty(extract.Said());
        Assert.Equal(
            [(new DateOnly(2024, 2, 1), null), (new(2023, 2, 1), new DateOnly(2024, 1, 31))],
            extract.Table("indsatser").Facts.Cast<InterventionFact>().Select(m => (m.From, m.To))
        );
    }

    [Theory]
    [InlineData(1, "1900-01-01")]
    [InlineData(59, "1900-02-28")]
    [InlineData(60, "1900-02-29")]
    [InlineData(61, "1900-03-01")]
    [InlineData(45292, "2024-01-01")]
    public void Day_numbers_count_the_day_in_1900_that_never_was(int serial, string day)
    {
        var path = Workbook("u.xlsx", false, "", ("boern", [Texts(1, "A"), $"<row r=\"2\">{Number("A2", 1, serial)}</row>"]));
        using var source = ExtractSource.At(path);
        using var reader = source.Open("boern");
        Assert.True(reader.Read());
        Assert.Equal(day, reader.Cell(0));
    }

    [Fact]
    public void A_formula_without_a_value_and_an_error_cell_are_errors_on_their_row()
    {
        var path = Workbook(
            "u.xlsx",
            false,
            "",
            (
                "boern",
                [
                    Texts(1, "BarnId", "Fornavn", "Efternavn", "Fødselsdato", "Målgruppe"),
                    Texts(2, "B1", "Ida", "Holm", "2012-03-04", "udsat"),
                    "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>B2</t></is></c><c r=\"B3\"><f>A1</f></c><c r=\"C3\" "
                        + "t=\"e\"><f>X</f><v>#REF!</v></c><c r=\"D3\" t=\"inlineStr\"><is><t>2012-03-04</t></is></c><c r=\"E3\" "
                        + "t=\"inlineStr\"><is><t>udsat</t></is></c></row>",
                ]
            ),
            Cases
        );
        using var source = ExtractSource.At(path);
        var extract = Extracts.Read(source);
        Assert.Equal(["boern:3 Fornavn formula-without-value", "boern:3 Efternavn cell-error"], extract.Said());
        Assert.Equal("#REF!", extract.Problems.All[1].Value);
    }

    [Fact]
    public void A_workbook_that_is_a_bomb_or_damaged_is_refused()
    {
        var bomb = Workbook(
            "bombe.xlsx",
            false,
            "",
            ("boern", [Texts(1, "BarnId", "Fornavn", "Efternavn", "Fødselsdato", "Målgruppe"), new string(' ', 100 << 20)]),
            Cases
        );
        using (var source = ExtractSource.At(bomb))
            Assert.Equal("boern:0 cannot-read", Extracts.Read(source).Said()[0]);
        var entities = Zip(
            "enheder.xlsx",
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Relationships>&a;</Relationships>")
        );
        Assert.Contains("ikke en Excel-fil", Refused(entities), StringComparison.Ordinal);
        Assert.Contains("ikke en Excel-fil", Refused(Zip("brev.docx", ("[Content_Types].xml", "<Types/>"))), StringComparison.Ordinal);
        var cut = Workbook(
            "skåret.xlsx",
            false,
            "",
            ("boern", [Texts(1, "BarnId", "Fornavn", "Efternavn", "Fødselsdato", "Målgruppe"), "<row r=\"2\"><c"]),
            Cases
        );
        using (var source = ExtractSource.At(cut))
            Assert.Equal("boern:0 cannot-read", Extracts.Read(source).Said()[0]);
    }
}
