using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Spor.Exchange.Office;

/// <summary>How Spor's documents look: Calibri in Danish on A4. Widths are in twentieths of a point, sizes of letters in half
/// points.</summary>
static class DocumentStyles
{
    /// <summary>2.3 cm.</summary>
    public const int Margin = 1304;

    /// <summary>Between the margins.</summary>
    public const int TextWidth = 9298;

    const string Font = "Calibri",
        Danish = "da-DK",
        Muted = "44514F",
        Rule = "5B6B68";

    public static W.Styles Styles() =>
        new(
            new W.DocDefaults(
                new W.RunPropertiesDefault(
                    new W.RunPropertiesBaseStyle
                    {
                        RunFonts = new()
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            EastAsia = Font,
                            ComplexScript = Font,
                        },
                        FontSize = new() { Val = "22" },
                        FontSizeComplexScript = new() { Val = "22" },
                        Languages = new()
                        {
                            Val = Danish,
                            EastAsia = Danish,
                            Bidi = "ar-SA",
                        },
                    }
                ),
                new W.ParagraphPropertiesDefault(
                    new W.ParagraphPropertiesBaseStyle { SpacingBetweenLines = Spacing(after: 120, line: 264) }
                )
            ),
            new W.Style(new W.StyleName { Val = "Normal" }, new W.PrimaryStyle())
            {
                Type = W.StyleValues.Paragraph,
                Default = true,
                StyleId = "Normal",
            },
            new W.Style(
                new W.StyleName { Val = "Normal Table" },
                new W.UIPriority { Val = 99 },
                new W.SemiHidden(),
                new W.UnhideWhenUsed(),
                new W.StyleTableProperties
                {
                    TableIndentation = new() { Width = 0, Type = W.TableWidthUnitValues.Dxa },
                    TableCellMarginDefault = new()
                    {
                        TopMargin = new() { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                        TableCellLeftMargin = new() { Width = 108, Type = W.TableWidthValues.Dxa },
                        BottomMargin = new() { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                        TableCellRightMargin = new() { Width = 108, Type = W.TableWidthValues.Dxa },
                    },
                }
            )
            {
                Type = W.StyleValues.Table,
                Default = true,
                StyleId = "TableNormal",
            },
            HeadingStyle(1, 36, 0),
            HeadingStyle(2, 26, 280),
            HeadingStyle(3, 22, 200),
            Style("Small", "Small", new() { SpacingBetweenLines = Spacing(after: 80) }, Letters(18, Muted)),
            Style(
                "ListBullet",
                "List Bullet",
                new()
                {
                    NumberingProperties = new(new W.NumberingId { Val = 1 }),
                    SpacingBetweenLines = Spacing(after: 60),
                    Indentation = Hanging(),
                }
            ),
            Style("Lines", "Lines", new() { SpacingBetweenLines = Spacing(after: 200, line: 240) }),
            Style("LinesRight", "Lines right", new() { Justification = new() { Val = W.JustificationValues.Right } }, basedOn: "Lines"),
            Style("Caption", "caption", new() { KeepNext = new(), SpacingBetweenLines = Spacing(200, 60) }, Letters(20, bold: true)),
            Style("TableText", "Table text", new() { SpacingBetweenLines = Spacing(30, 30, 240) }, Letters(20), ours: true),
            Style("TableHead", "Table heading", new(), Letters(bold: true), basedOn: "TableText", ours: true),
            Style(
                "Footer",
                "footer",
                new()
                {
                    Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Position = TextWidth }),
                    SpacingBetweenLines = Spacing(after: 0),
                },
                Letters(18, Muted)
            ),
            GridStyle(),
            TableStyle("SporFields", "Spor fields")
        );

    public static W.Settings Settings() =>
        new(
            new W.Zoom { Percent = "100" },
            new W.DefaultTabStop { Val = 1304 },
            new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
            new W.Compatibility(
                new W.CompatibilitySetting
                {
                    Name = W.CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new W.ThemeFontLanguages { Val = Danish },
            new W.DecimalSymbol { Val = "," },
            new W.ListSeparator { Val = ";" }
        );

    public static W.Numbering Numbering() =>
        new(
            new W.AbstractNum(
                new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel },
                new W.Level(
                    new W.StartNumberingValue { Val = 1 },
                    new W.NumberingFormat { Val = W.NumberFormatValues.Bullet },
                    new W.ParagraphStyleIdInLevel { Val = "ListBullet" },
                    new W.LevelText { Val = "•" },
                    new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                    new W.PreviousParagraphProperties { Indentation = Hanging() }
                )
                {
                    LevelIndex = 0,
                }
            )
            {
                AbstractNumberId = 0,
            },
            new W.NumberingInstance(new W.AbstractNumId { Val = 0 }) { NumberID = 1 }
        );

    public static T Line<T>(uint size, string color)
        where T : W.BorderType, new() =>
        new()
        {
            Val = W.BorderValues.Single,
            Size = size,
            Space = 0,
            Color = color,
        };

    public static W.Shading Shade(string color) =>
        new()
        {
            Val = W.ShadingPatternValues.Clear,
            Color = "auto",
            Fill = color,
        };

    static W.Style HeadingStyle(int level, int size, int before) =>
        Style(
            $"Heading{level}",
            $"heading {level}",
            new()
            {
                KeepNext = new(),
                KeepLines = new(),
                SpacingBetweenLines = Spacing(before, 80),
                OutlineLevel = new() { Val = level - 1 },
            },
            Letters(size, "12303F", bold: true),
            next: "Normal"
        );

    static W.Style GridStyle()
    {
        var style = TableStyle("SporGrid", "Spor table");
        style.Append(
            new W.StyleTableProperties
            {
                TableBorders = new()
                {
                    TopBorder = Line<W.TopBorder>(6, Rule),
                    BottomBorder = Line<W.BottomBorder>(6, Rule),
                    InsideHorizontalBorder = Line<W.InsideHorizontalBorder>(4, "D5DDDB"),
                },
            },
            new W.TableStyleProperties(
                new W.TableStyleConditionalFormattingTableProperties(),
                new W.TableStyleConditionalFormattingTableCellProperties
                {
                    TableCellBorders = new() { BottomBorder = Line<W.BottomBorder>(6, Rule) },
                    Shading = Shade("E3ECEA"),
                }
            )
            {
                Type = W.TableStyleOverrideValues.FirstRow,
            }
        );
        return style;
    }

    static W.Style TableStyle(string id, string name) =>
        new(new W.StyleName { Val = name }, new W.BasedOn { Val = "TableNormal" })
        {
            Type = W.StyleValues.Table,
            CustomStyle = true,
            StyleId = id,
        };

    static W.Style Style(
        string id,
        string name,
        W.StyleParagraphProperties paragraph,
        W.StyleRunProperties? letters = null,
        string basedOn = "Normal",
        string? next = null,
        bool ours = false
    ) =>
        new()
        {
            Type = W.StyleValues.Paragraph,
            CustomStyle = ours ? true : null,
            StyleId = id,
            StyleName = new() { Val = name },
            BasedOn = new() { Val = basedOn },
            NextParagraphStyle = next is null ? null : new() { Val = next },
            PrimaryStyle = new(),
            StyleParagraphProperties = paragraph,
            StyleRunProperties = letters,
        };

    static W.StyleRunProperties Letters(int? size = null, string? color = null, bool bold = false) =>
        new()
        {
            Bold = bold ? new() : null,
            Color = color is null ? null : new() { Val = color },
            FontSize = size is null ? null : new() { Val = Number(size.Value) },
            FontSizeComplexScript = size is null ? null : new() { Val = Number(size.Value) },
        };

    /// <param name="line">240 is a single line.</param>
    static W.SpacingBetweenLines Spacing(int? before = null, int? after = null, int? line = null) =>
        new()
        {
            Before = Given(before),
            After = Given(after),
            Line = Given(line),
            LineRule = line is null ? null : W.LineSpacingRuleValues.Auto,
        };

    /// <summary>Null leaves an attribute out, where a text that is null would leave it empty.</summary>
    static StringValue? Given(int? n) => n is { } given ? new(Number(given)) : null;

    static W.Indentation Hanging() => new() { Left = "357", Hanging = "357" };

    static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
