using DocumentFormat.OpenXml;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Spor.Exchange.Office;

/// <summary>How cells look. A style is named by its place among the cell formats below.</summary>
static class WorkbookStyles
{
    public const uint Plain = 0,
        Heading = 1,
        Text = 2,
        Whole = 3,
        Decimal = 4,
        Share = 5,
        Day = 6,
        Kroner = 7,
        RightText = 8,
        RightHeading = 9;

    // Excel's own number formats, and from 164 those of the file.
    const uint General = 0,
        Thousands = 3,
        ThousandsAndTwo = 4,
        Percent = 9,
        AsText = 49,
        OneOrTwo = 164,
        DanishDay = 165;

    public static uint Of(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Whole => Whole,
            ColumnKind.Decimal => Decimal,
            ColumnKind.Share => Share,
            ColumnKind.Day => Day,
            ColumnKind.Kroner => Kroner,
            _ => Text,
        };

    public static S.Stylesheet Stylesheet() =>
        new(
            new S.NumberingFormats(
                new S.NumberingFormat { NumberFormatId = OneOrTwo, FormatCode = "#,##0.0#" },
                new S.NumberingFormat { NumberFormatId = DanishDay, FormatCode = @"dd\-mm\-yyyy" }
            )
            {
                Count = 2,
            },
            new S.Fonts(Font(bold: false), Font(bold: true)) { Count = 2 },
            new S.Fills(
                new S.Fill(new S.PatternFill { PatternType = S.PatternValues.None }),
                new S.Fill(new S.PatternFill { PatternType = S.PatternValues.Gray125 }),
                new S.Fill(
                    new S.PatternFill(new S.ForegroundColor { Rgb = "FFE3ECEA" }, new S.BackgroundColor { Indexed = 64 })
                    {
                        PatternType = S.PatternValues.Solid,
                    }
                )
            )
            {
                Count = 3,
            },
            new S.Borders(
                Border(new S.BottomBorder()),
                Border(new S.BottomBorder(new S.Color { Rgb = "FF5B6B68" }) { Style = S.BorderStyleValues.Thin })
            )
            {
                Count = 2,
            },
            new S.CellStyleFormats(
                new S.CellFormat
                {
                    NumberFormatId = General,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                }
            )
            {
                Count = 1,
            },
            // In the order of the names above.
            new S.CellFormats(
                new S.CellFormat
                {
                    NumberFormatId = General,
                    FontId = 0,
                    FillId = 0,
                    BorderId = 0,
                    FormatId = 0,
                },
                HeadingFormat(right: false),
                Format(AsText, wrap: true),
                Format(Thousands),
                Format(OneOrTwo),
                Format(Percent),
                Format(DanishDay),
                Format(ThousandsAndTwo),
                Format(AsText, right: true),
                HeadingFormat(right: true)
            )
            {
                Count = 10,
            },
            new S.CellStyles(
                new S.CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
            {
                Count = 1,
            }
        );

    static S.Font Font(bool bold) =>
        new()
        {
            Bold = bold ? new() : null,
            FontSize = new() { Val = 11 },
            FontName = new() { Val = "Calibri" },
            FontFamilyNumbering = new() { Val = 2 },
        };

    static S.Border Border(S.BottomBorder bottom) =>
        new(new S.LeftBorder(), new S.RightBorder(), new S.TopBorder(), bottom, new S.DiagonalBorder());

    static S.CellFormat HeadingFormat(bool right)
    {
        var format = Format(AsText, wrap: true, right);
        (format.FontId, format.FillId, format.BorderId) = (1, 2, 1);
        (format.ApplyFont, format.ApplyFill, format.ApplyBorder) = (true, true, true);
        return format;
    }

    static S.CellFormat Format(uint number, bool wrap = false, bool right = false) =>
        new()
        {
            NumberFormatId = number,
            FontId = 0,
            FillId = 0,
            BorderId = 0,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            Alignment = new()
            {
                Horizontal = right ? S.HorizontalAlignmentValues.Right : null,
                Vertical = S.VerticalAlignmentValues.Top,
                WrapText = wrap ? true : null,
            },
        };
}
