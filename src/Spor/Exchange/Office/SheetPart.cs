using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Spor.Exchange.Office;

/// <summary>One sheet, written row by row, so that a large one is never held as a tree of cells.</summary>
static partial class SheetPart
{
    /// <summary>What Excel holds in a cell.</summary>
    const int LongestText = 32767;
    const int MostRows = 1_048_575;

    public static void Write(WorksheetPart part, string title, Sheet sheet, bool first)
    {
        if (sheet.Rows.Count > MostRows)
            throw new ArgumentException($"The sheet {sheet.Name} has more rows than Excel holds.");
        var range = "A1:" + Last(sheet);
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartDocument(true);
        xml.WriteStartElement(new S.Worksheet());
        xml.WriteElement(new S.SheetProperties(new S.PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new S.SheetDimension { Reference = range });
        xml.WriteElement(new S.SheetViews(View(first)));
        xml.WriteElement(new S.SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(
            new S.Columns(
                sheet.Columns.Select(
                    (c, i) =>
                        new S.Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = c.Width,
                            CustomWidth = true,
                        }
                )
            )
        );
        xml.WriteStartElement(new S.SheetData());
        WriteRows(xml, sheet);
        xml.WriteEndElement();
        xml.WriteElement(new S.AutoFilter { Reference = range });
        xml.WriteElement(
            new S.PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.75,
                Bottom = 0.75,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        const int a4 = 9;
        xml.WriteElement(
            new S.PageSetup
            {
                PaperSize = a4,
                Orientation = sheet.Columns.Sum(c => c.Width) > 90 ? S.OrientationValues.Landscape : S.OrientationValues.Portrait,
                FitToHeight = 0,
            }
        );
        var name = OfficePackage.Plain(title.Length > 100 ? title[..100] : title).Replace("&", "&&", StringComparison.Ordinal);
        xml.WriteElement(new S.HeaderFooter(new S.OddFooter($"&L{name}&C&A&RSide &P af &N")));
        xml.WriteEndElement();
    }

    /// <summary>The lower right corner of the table, for example <c>F12</c>.</summary>
    public static string Last(Sheet sheet, string beforeRow = "") =>
        ColumnName(Math.Max(0, sheet.Columns.Count - 1)) + beforeRow + Number(sheet.Rows.Count + 1);

    /// <summary>The headings stay in sight.</summary>
    static S.SheetView View(bool first) =>
        new(
            new S.Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = S.PaneValues.BottomLeft,
                State = S.PaneStateValues.Frozen,
            },
            new S.Selection { Pane = S.PaneValues.BottomLeft }
        )
        {
            TabSelected = first ? true : null,
            WorkbookViewId = 0,
        };

    static void WriteRows(OpenXmlWriter xml, Sheet sheet)
    {
        var names = Enumerable.Range(0, sheet.Columns.Count).Select(ColumnName).ToArray();
        WriteRow(
            xml,
            1,
            names,
            i =>
                TextCell(
                    sheet.Columns[i].Heading,
                    sheet.Columns[i].Kind == ColumnKind.Text ? WorkbookStyles.Heading : WorkbookStyles.RightHeading
                )
        );
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var cells = sheet.Rows[r];
            if (cells.Count != names.Length)
                throw new ArgumentException(
                    $"Row {r + 1} of the sheet {sheet.Name} has {cells.Count} cells and the sheet {names.Length} columns."
                );
            WriteRow(xml, r + 2, names, i => Cell(cells[i], sheet.Columns[i].Kind));
        }
    }

    static void WriteRow(OpenXmlWriter xml, int row, string[] names, Func<int, S.Cell?> cell)
    {
        xml.WriteStartElement(new S.Row { RowIndex = (uint)row });
        for (var i = 0; i < names.Length; i++)
            if (cell(i) is { } one)
            {
                one.CellReference = names[i] + Number(row);
                xml.WriteElement(one);
            }
        xml.WriteEndElement();
    }

    /// <summary>Inline, so that a text is always text and never a formula.</summary>
    static S.Cell TextCell(string text, uint style) =>
        new(new S.InlineString(new S.Text(Held(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            StyleIndex = style,
            DataType = S.CellValues.InlineString,
        };

    static S.Cell NumberCell(string number, uint style) => new(new S.CellValue(number)) { StyleIndex = style };

    static S.Cell? Cell(object? value, ColumnKind kind)
    {
        var style = WorkbookStyles.Of(kind);
        var number = kind == ColumnKind.Text ? WorkbookStyles.Plain : style;
        return value switch
        {
            null or "" => null,
            DateOnly day => NumberCell(Number(Serial(day)), WorkbookStyles.Day),
            int or long => NumberCell(Whole(value, kind), number),
            // An infinite number has no cell; it would only come from dividing by nothing.
            double d when !double.IsFinite(d) => null,
            double d => NumberCell(d.ToString("R", CultureInfo.InvariantCulture), number),
            decimal m => NumberCell(m.ToString(CultureInfo.InvariantCulture), number),
            bool yes => TextCell(yes ? "ja" : "nej", WorkbookStyles.Text),
            _ => TextCell(
                value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
                kind == ColumnKind.Text ? WorkbookStyles.Text : WorkbookStyles.RightText
            ),
        };
    }

    static string Whole(object value, ColumnKind kind)
    {
        var whole = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return kind == ColumnKind.Kroner
            ? (whole / 100m).ToString(CultureInfo.InvariantCulture)
            : whole.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Days since the last day of 1899, as Excel counts them from 1 March 1900.</summary>
    static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>Excel reads <c>_x000D_</c> as a character: a text that really says so is written so that it still does.</summary>
    static string Held(string text)
    {
        var plain = CodeLookalike().Replace(OfficePackage.Plain(text), "_x005F_");
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

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CodeLookalike();
}
