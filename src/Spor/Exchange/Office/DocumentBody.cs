using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Spor.Exchange.Office;

/// <summary>Blocks as Word's paragraphs and tables.</summary>
sealed class DocumentBody
{
    readonly W.Body body = new();
    bool afterTable;

    /// <param name="footer">The id of the part with the footer.</param>
    public W.Body Of(IReadOnlyList<Block> blocks, string footer)
    {
        foreach (var block in blocks)
        {
            // Two tables with nothing between them become one.
            if (afterTable && block is Grid { Caption: "" } or Bars { Caption: "" } or Fields)
                Add(Text("", "Small"));
            afterTable = false;
            Write(block);
        }
        if (afterTable)
            Add(Text("", "Small"));
        Add(
            new W.SectionProperties(
                new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = footer },
                new W.PageSize { Width = 11906, Height = 16838 },
                new W.PageMargin
                {
                    Top = DocumentStyles.Margin,
                    Right = DocumentStyles.Margin,
                    Bottom = DocumentStyles.Margin,
                    Left = DocumentStyles.Margin,
                    Header = 709,
                    Footer = 567,
                    Gutter = 0,
                }
            )
        );
        return body;
    }

    public static W.Footer Footer(string title)
    {
        static W.SimpleField Field(string code) => new(Run("1")!) { Instruction = code };
        var line = new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = "Footer" }));
        if (Run(title) is { } name)
            line.Append(name);
        line.Append(new W.Run(new W.TabChar()), Run("Side ")!, Field("PAGE"), Run(" af ")!, Field("NUMPAGES"));
        return new(line);
    }

    void Add(OpenXmlElement element) => body.Append(element);

    void Write(Block block)
    {
        switch (block)
        {
            case Heading h:
                Add(Text(h.Text, "Heading" + Number(Math.Clamp(h.Level, 1, 3))));
                break;
            case Paragraph p:
                Add(Text(p.Text, p.Small ? "Small" : null));
                break;
            case Bullets b:
                foreach (var item in b.Items)
                    Add(Text(item, "ListBullet"));
                break;
            case Lines l:
                Add(Text(string.Join('\n', l.Texts), l.Right ? "LinesRight" : "Lines"));
                break;
            case Fields f:
                Add(FieldTable(f));
                break;
            case Grid g:
                Caption(g.Caption);
                Add(GridTable(g));
                break;
            case Bars b:
                Caption(b.Caption);
                Add(BarTable(b));
                break;
            case PageBreak:
                Add(new W.Paragraph(new W.Run(new W.Break { Type = W.BreakValues.Page })));
                break;
            default:
                throw new ArgumentException($"Not a block that Word is written with: {block.GetType().Name}");
        }
        afterTable = block is Fields or Grid or Bars;
    }

    void Caption(string caption)
    {
        if (caption.Length > 0)
            Add(Text(caption, "Caption"));
    }

    static W.Paragraph Text(string text, string? style, bool right = false, bool keepWithNext = false)
    {
        var paragraph = new W.Paragraph();
        if (style is not null || right || keepWithNext)
            paragraph.Append(
                new W.ParagraphProperties
                {
                    ParagraphStyleId = style is null ? null : new() { Val = style },
                    KeepNext = keepWithNext ? new() : null,
                    Justification = right ? new() { Val = W.JustificationValues.Right } : null,
                }
            );
        if (Run(text) is { } run)
            paragraph.Append(run);
        return paragraph;
    }

    static W.Run? Run(string text)
    {
        if (text.Length == 0)
            return null;
        var run = new W.Run();
        var lines = OfficePackage.Plain(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new W.Break());
            run.Append(new W.Text(lines[i].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    static W.Table FieldTable(Fields fields)
    {
        const int name = 2600,
            value = DocumentStyles.TextWidth - name;
        var table = Table("", "SporFields", [name, value], header: false);
        foreach (var (label, text) in fields.Items)
            table.Append(Row(false, [Cell(name, label, "TableHead"), Cell(value, text, "TableText")]));
        return table;
    }

    static W.Table GridTable(Grid grid)
    {
        var widths = Widths(grid);
        var table = Table(grid.Caption, "SporGrid", widths, header: true);
        table.Append(Row(true, widths.Select((w, i) => Cell(w, grid.Headings[i], "TableHead", Right(i)))));
        foreach (var row in grid.Rows)
        {
            if (row.Count != widths.Length)
                throw new ArgumentException($"The table {grid.Caption} has {widths.Length} columns and a row of {row.Count}.");
            table.Append(Row(false, widths.Select((w, i) => Cell(w, row[i], "TableText", Right(i)))));
        }
        return table;

        bool Right(int column) => grid.Numeric?.Contains(column) == true;
    }

    /// <summary>The text width shared by what each column has to hold: no column under 5 characters, none counted over 45.</summary>
    static int[] Widths(Grid grid)
    {
        var weights = new int[grid.Headings.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var longestWord = grid.Headings[i].Split(' ', '-').Max(w => w.Length);
            var column = i;
            var longest = grid.Rows.Select(r => column < r.Count ? r[column].Length : 0).DefaultIfEmpty().Max();
            weights[i] = Math.Clamp(Math.Max(longestWord, longest) + 1, 5, 45);
        }
        int sum = weights.Sum(),
            used = 0;
        var widths = Array.ConvertAll(weights, w => DocumentStyles.TextWidth * w / sum);
        foreach (var w in widths)
            used += w;
        if (widths.Length > 0)
            widths[0] += DocumentStyles.TextWidth - used;
        return widths;
    }

    static W.Table BarTable(Bars bars)
    {
        const int label = 2700,
            text = 1598,
            cells = 50,
            cell = (DocumentStyles.TextWidth - label - text) / cells;
        var most = bars.Rows.Select(r => r.Value).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var table = Table(bars.Caption, "SporFields", [label, .. Enumerable.Repeat(cell, cells), text], header: false);
        foreach (var row in bars.Rows)
        {
            // A figure above nothing has a bar that can be seen.
            var filled =
                most > 0 && row.Value > 0
                    ? Math.Clamp((int)Math.Round(row.Value / most * cells, MidpointRounding.AwayFromZero), 1, cells)
                    : 0;
            var line = Row(false, [Cell(label, row.Label, "TableText")]);
            if (filled > 0)
                line.Append(Blank(filled * cell, filled, shaded: true));
            if (filled < cells)
                line.Append(Blank((cells - filled) * cell, cells - filled, shaded: false));
            line.Append(Cell(text, row.Text, "TableText", right: true));
            table.Append(line);
        }
        return table;
    }

    static W.Table Table(string caption, string style, int[] widths, bool header) =>
        new(
            new W.TableProperties
            {
                TableStyle = new() { Val = style },
                TableWidth = new() { Width = Number(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
                TableLayout = new() { Type = W.TableLayoutValues.Fixed },
                TableLook = new() { Val = header ? "0020" : "0000" },
                TableCaption = caption.Length > 0 ? new() { Val = OfficePackage.Plain(caption) } : null,
            },
            new W.TableGrid(widths.Select(w => new W.GridColumn { Width = Number(w) }))
        );

    static W.TableRow Row(bool header, IEnumerable<W.TableCell> cells)
    {
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (header)
            properties.Append(new W.TableHeader());
        var row = new W.TableRow(properties);
        row.Append(cells);
        return row;
    }

    static W.TableCell Cell(int width, string text, string style, bool right = false) =>
        new(new W.TableCellProperties { TableCellWidth = Width(width) }, Text(text, style, right, keepWithNext: style == "TableHead"));

    static W.TableCell Blank(int width, int span, bool shaded) =>
        new(
            new W.TableCellProperties
            {
                TableCellWidth = Width(width),
                GridSpan = span > 1 ? new() { Val = span } : null,
                // White lines above and below keep the bars apart.
                TableCellBorders = shaded ? new() { TopBorder = White<W.TopBorder>(), BottomBorder = White<W.BottomBorder>() } : null,
                Shading = shaded ? DocumentStyles.Shade("3F8A74") : null,
            },
            Text("", "TableText")
        );

    static T White<T>()
        where T : W.BorderType, new() => DocumentStyles.Line<T>(24, "FFFFFF");

    static W.TableCellWidth Width(int width) => new() { Width = Number(width), Type = W.TableWidthUnitValues.Dxa };

    static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
