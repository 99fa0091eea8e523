using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Spor.Exchange.Office;

/// <summary>What the cells of a column are, and so how Excel shows them.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>A whole number: <c>1.234</c>.</summary>
    Whole,

    /// <summary>A number with one or two decimals: <c>1.234,5</c>.</summary>
    Decimal,

    /// <summary>A fraction of one, shown as whole percent: 0.75 is <c>75 %</c>.</summary>
    Share,

    /// <summary>A <see cref="DateOnly"/>.</summary>
    Day,

    /// <summary>Øre as a whole number, as money is kept everywhere in Spor; Excel gets kroner with two decimals.</summary>
    Kroner,
}

/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Heading, ColumnKind Kind = ColumnKind.Text, int Width = 14);

/// <param name="Name">Made into one that Excel takes: at most 31 characters, unlike the others.</param>
/// <param name="Rows">
/// Cells in the columns' order: text, numbers, <see cref="DateOnly"/> or null. A text in a column of numbers (<c>&lt;5</c>) stays text. A text is
/// always text, never a formula, whatever it begins with.
/// </param>
/// <param name="Notes">What a reader must know of the figures. They stand on a sheet of their own at the end, so that a sheet is nothing but its table.</param>
public sealed record Sheet(
    string Name,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    IReadOnlyList<string>? Notes = null
);

/// <summary>An Excel workbook. Equal content is equal bytes.</summary>
public static partial class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The name of the sheet that holds the notes.</summary>
    public const string NotesSheet = "Om tallene";

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>What Excel holds in a cell.</summary>
    const int LongestText = 32767;
    const int MostRows = 1_048_575;

    // Places in cellXfs of the styles below.
    const int HeadingStyle = 1,
        TextStyle = 2,
        WholeStyle = 3,
        DecimalStyle = 4,
        ShareStyle = 5,
        DayStyle = 6,
        KronerStyle = 7,
        RightTextStyle = 8,
        HeadingRightStyle = 9;

    /// <exception cref="ArgumentException">No sheets, a row as wide as no heading says, or more rows than Excel has.</exception>
    public static byte[] Write(string title, IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("A workbook has at least one sheet.", nameof(sheets));
        var all = sheets.ToList();
        var notes = sheets.SelectMany(s => (s.Notes ?? []).Select(n => (IReadOnlyList<object?>)[s.Name, n])).ToList();
        if (notes.Count > 0)
            all.Add(new(NotesSheet, [new("Ark", Width: 28), new("Forklaring", Width: 110)], notes));
        var names = Names(all);

        using var parts = new Parts();
        parts.AddProperties(title, "xl/workbook.xml");
        parts.Add("xl/workbook.xml", Type + "sheet.main+xml", xml => WriteWorkbook(xml, all, names));
        parts.AddRelations(
            "xl/workbook.xml",
            [.. all.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]
        );
        parts.Add("xl/styles.xml", Type + "styles+xml", WriteStyles);
        for (var i = 0; i < all.Count; i++)
        {
            var (sheet, first) = (all[i], i == 0);
            parts.Add($"xl/worksheets/sheet{i + 1}.xml", Type + "worksheet+xml", xml => WriteSheet(xml, title, sheet, first));
        }
        return parts.ToBytes();
    }

    static List<string> Names(List<Sheet> sheets)
    {
        var names = new List<string>();
        foreach (var sheet in sheets)
        {
            var name = Forbidden().Replace(Parts.Plain(sheet.Name), " ").Trim(' ', '\'');
            if (name.Length == 0)
                name = "Ark";
            if (name.Equals("History", StringComparison.OrdinalIgnoreCase))
                name = "History 1";
            string Cut(string tail) => (name.Length + tail.Length > 31 ? name[..(31 - tail.Length)].TrimEnd(' ', '\'') : name) + tail;
            var unlike = Cut("");
            for (var n = 2; names.Contains(unlike, StringComparer.OrdinalIgnoreCase); n++)
                unlike = Cut(string.Create(CultureInfo.InvariantCulture, $" {n}"));
            names.Add(unlike);
        }
        return names;
    }

    static void WriteWorkbook(XmlWriter xml, List<Sheet> sheets, List<string> names)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relation);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", Number(i + 1));
            xml.WriteAttributeString("id", Relation, $"rId{i + 1}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("definedNames", Main);
        // In the order Excel itself writes them: by name, then by sheet.
        for (var i = 0; i < sheets.Count; i++)
            Defined(
                i,
                "_xlnm._FilterDatabase",
                $"$A$1:${ColumnName(sheets[i].Columns.Count - 1)}${sheets[i].Rows.Count + 1}",
                hidden: true
            );
        for (var i = 0; i < sheets.Count; i++)
            Defined(i, "_xlnm.Print_Titles", "$1:$1", hidden: false);
        xml.WriteEndElement();
        xml.WriteEndElement();

        void Defined(int sheet, string name, string range, bool hidden)
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("localSheetId", Number(sheet));
            if (hidden)
                xml.WriteAttributeString("hidden", "1");
            xml.WriteString($"'{names[sheet].Replace("'", "''", StringComparison.Ordinal)}'!{range}");
            xml.WriteEndElement();
        }
    }

    static void WriteSheet(XmlWriter xml, string title, Sheet sheet, bool first)
    {
        if (sheet.Rows.Count > MostRows)
            throw new ArgumentException($"The sheet {sheet.Name} has more rows than Excel holds.");
        var last = ColumnName(Math.Max(0, sheet.Columns.Count - 1));
        xml.WriteStartElement("worksheet", Main);
        Element("sheetPr", () => Empty("pageSetUpPr", ("fitToPage", "1")));
        Empty("dimension", ("ref", $"A1:{last}{sheet.Rows.Count + 1}"));
        Element(
            "sheetViews",
            () =>
            {
                xml.WriteStartElement("sheetView", Main);
                if (first)
                    xml.WriteAttributeString("tabSelected", "1");
                xml.WriteAttributeString("workbookViewId", "0");
                Empty("pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
                Empty("selection", ("pane", "bottomLeft"));
                xml.WriteEndElement();
            }
        );
        Empty("sheetFormatPr", ("defaultRowHeight", "15"));
        Element(
            "cols",
            () =>
            {
                for (var i = 0; i < sheet.Columns.Count; i++)
                    Empty(
                        "col",
                        ("min", Number(i + 1)),
                        ("max", Number(i + 1)),
                        ("width", Number(sheet.Columns[i].Width)),
                        ("customWidth", "1")
                    );
            }
        );
        Element(
            "sheetData",
            () =>
            {
                Row(
                    1,
                    () =>
                    {
                        for (var i = 0; i < sheet.Columns.Count; i++)
                            TextCell(
                                i,
                                1,
                                sheet.Columns[i].Heading,
                                sheet.Columns[i].Kind == ColumnKind.Text ? HeadingStyle : HeadingRightStyle
                            );
                    }
                );
                for (var r = 0; r < sheet.Rows.Count; r++)
                {
                    var (cells, no) = (sheet.Rows[r], r + 2);
                    if (cells.Count != sheet.Columns.Count)
                        throw new ArgumentException(
                            $"Row {r + 1} of the sheet {sheet.Name} has {cells.Count} cells and the sheet {sheet.Columns.Count} columns."
                        );
                    Row(
                        no,
                        () =>
                        {
                            for (var i = 0; i < cells.Count; i++)
                                Cell(i, no, cells[i], sheet.Columns[i].Kind);
                        }
                    );
                }
            }
        );
        Empty("autoFilter", ("ref", $"A1:{last}{sheet.Rows.Count + 1}"));
        Empty("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.75"), ("bottom", "0.75"), ("header", "0.3"), ("footer", "0.3"));
        // Paper 9 is A4.
        Empty(
            "pageSetup",
            ("paperSize", "9"),
            ("orientation", sheet.Columns.Sum(c => c.Width) > 90 ? "landscape" : "portrait"),
            ("fitToHeight", "0")
        );
        Element("headerFooter", () => xml.WriteElementString("oddFooter", Main, $"&L{Escaped(title)}&C&A&RSide &P af &N"));
        xml.WriteEndElement();

        static string Escaped(string text) =>
            Parts.Plain(text.Length > 100 ? text[..100] : text).Replace("&", "&&", StringComparison.Ordinal);

        void Element(string name, Action inside)
        {
            xml.WriteStartElement(name, Main);
            inside();
            xml.WriteEndElement();
        }

        void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            xml.WriteStartElement(name, Main);
            foreach (var (key, value) in attributes)
                xml.WriteAttributeString(key, value);
            xml.WriteEndElement();
        }

        void Row(int no, Action cells)
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", Number(no));
            cells();
            xml.WriteEndElement();
        }

        void Start(int column, int row, int style)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", ColumnName(column) + Number(row));
            xml.WriteAttributeString("s", Number(style));
        }

        void TextCell(int column, int row, string text, int style)
        {
            Start(column, row, style);
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Held(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        void NumberCell(int column, int row, string number, int style)
        {
            Start(column, row, style);
            xml.WriteElementString("v", Main, number);
            xml.WriteEndElement();
        }

        void Cell(int column, int row, object? value, ColumnKind kind)
        {
            var style = kind switch
            {
                ColumnKind.Whole => WholeStyle,
                ColumnKind.Decimal => DecimalStyle,
                ColumnKind.Share => ShareStyle,
                ColumnKind.Day => DayStyle,
                ColumnKind.Kroner => KronerStyle,
                _ => TextStyle,
            };
            switch (value)
            {
                case null or "":
                    break;
                case DateOnly day:
                    NumberCell(column, row, Number(Serial(day)), DayStyle);
                    break;
                case int or long when kind == ColumnKind.Kroner:
                    NumberCell(
                        column,
                        row,
                        (Convert.ToInt64(value, CultureInfo.InvariantCulture) / 100m).ToString(CultureInfo.InvariantCulture),
                        style
                    );
                    break;
                case int or long when kind == ColumnKind.Text:
                    NumberCell(column, row, Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), 0);
                    break;
                case int or long:
                    NumberCell(
                        column,
                        row,
                        Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
                        style
                    );
                    break;
                // An infinite number has no cell; it would only come from dividing by nothing.
                case double d when !double.IsFinite(d):
                    break;
                case double d:
                    NumberCell(column, row, d.ToString("R", CultureInfo.InvariantCulture), kind == ColumnKind.Text ? 0 : style);
                    break;
                case decimal m:
                    NumberCell(column, row, m.ToString(CultureInfo.InvariantCulture), kind == ColumnKind.Text ? 0 : style);
                    break;
                case bool yes:
                    TextCell(column, row, yes ? "ja" : "nej", TextStyle);
                    break;
                default:
                    TextCell(
                        column,
                        row,
                        value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
                        kind == ColumnKind.Text ? TextStyle : RightTextStyle
                    );
                    break;
            }
        }
    }

    /// <summary>Days since the last day of 1899, as Excel counts them from 1 March 1900.</summary>
    static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>Excel reads <c>_x000D_</c> as a character: a text that really says so is written so that it still does.</summary>
    static string Held(string text)
    {
        var plain = CodeLookalike().Replace(Parts.Plain(text), "_x005F_");
        if (plain.Length <= LongestText)
            return plain;
        var cut = LongestText - 1;
        return plain[..(char.IsHighSurrogate(plain[cut - 1]) ? cut - 1 : cut)] + "…";
    }

    static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    static string ColumnName(int index)
    {
        var name = "";
        for (var i = index + 1; i > 0; i = (i - 1) / 26)
            name = (char)('A' + (i - 1) % 26) + name;
        return name;
    }

    static void WriteStyles(XmlWriter xml) =>
        xml.WriteRaw(
            $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0#"/><numFmt numFmtId="165" formatCode="dd\-mm\-yyyy"/></numFmts>
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3ECEA"/><bgColor indexed="64"/></patternFill></fill></fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF5B6B68"/></bottom><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="10"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
            <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf></cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
        );

    [GeneratedRegex(@"[\[\]:*?/\\\n\t]")]
    private static partial Regex Forbidden();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CodeLookalike();
}
