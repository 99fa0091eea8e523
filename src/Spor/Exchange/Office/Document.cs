using System.Globalization;
using System.Xml;

namespace Spor.Exchange.Office;

/// <summary>A piece of a <see cref="Document"/>, top to bottom.</summary>
public abstract record Block;

/// <param name="Level">1 is the document's title, 2 and 3 below it. A real heading, so that it stands in Word's navigation and is read aloud as one.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <param name="Text">A line feed in it is a new line.</param>
/// <param name="Small">For what qualifies a figure: definitions and reservations.</param>
public sealed record Paragraph(string Text, bool Small = false) : Block;

public sealed record Bullets(IReadOnlyList<string> Items) : Block;

/// <summary>Lines close together: an address, a letterhead, a signature.</summary>
public sealed record Lines(IReadOnlyList<string> Texts, bool Right = false) : Block;

/// <summary>Name and value, side by side: date, case number, caseworker.</summary>
public sealed record Fields(IReadOnlyList<(string Name, string Value)> Items) : Block;

/// <param name="Caption">Stands over the table, and is what a screen reader says it is.</param>
/// <param name="Rows">Cells as they are to be read (1.234, 75 %, &lt;5).</param>
/// <param name="Numeric">The columns, from 0, that stand to the right.</param>
public sealed record Grid(
    string Caption,
    IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<int>? Numeric = null
) : Block;

/// <param name="Value">What the bar's length shows; the longest in the picture fills it. Nothing is drawn for 0 and below.</param>
/// <param name="Text">The figure in words or digits, beside the bar.</param>
public sealed record Bar(string Label, double Value, string Text);

/// <summary>Lying bars, drawn as a table with shaded cells: it prints, it can be copied, and it is read aloud as label and figure.</summary>
public sealed record Bars(string Caption, IReadOnlyList<Bar> Rows) : Block;

public sealed record PageBreak : Block;

/// <summary>A Word document in Danish on A4 with real styles. Equal content is equal bytes.</summary>
public static class Document
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>Between the margins of 2.3 cm, in twentieths of a point.</summary>
    const int TextWidth = 9298;
    const int Margin = 1304;

    public static byte[] Write(string title, IReadOnlyList<Block> blocks)
    {
        using var parts = new Parts();
        parts.AddProperties(title, "word/document.xml");
        parts.Add("word/document.xml", Type + "document.main+xml", xml => new Writer(xml).Document(blocks));
        parts.AddRelations(
            "word/document.xml",
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("numbering", "numbering.xml"),
            ("footer", "footer1.xml")
        );
        parts.Add("word/styles.xml", Type + "styles+xml", xml => xml.WriteRaw(Styles));
        parts.Add("word/settings.xml", Type + "settings+xml", xml => xml.WriteRaw(Settings));
        parts.Add("word/numbering.xml", Type + "numbering+xml", xml => xml.WriteRaw(Numbering));
        parts.Add("word/footer1.xml", Type + "footer+xml", xml => new Writer(xml).Footer(title));
        return parts.ToBytes();
    }

    sealed class Writer(XmlWriter xml)
    {
        bool afterTable;

        public void Document(IReadOnlyList<Block> blocks)
        {
            xml.WriteStartElement("w", "document", W);
            xml.WriteAttributeString("xmlns", "r", null, Relation);
            Start("body");
            foreach (var block in blocks)
            {
                // Two tables with nothing between them become one.
                if (afterTable && block is Grid { Caption: "" } or Bars { Caption: "" } or Fields)
                    Text("", "Small");
                afterTable = false;
                Write(block);
            }
            if (afterTable)
                Text("", "Small");
            Start("sectPr");
            Start("footerReference");
            Set("type", "default");
            xml.WriteAttributeString("id", Relation, "rId4");
            End();
            Empty("pgSz", ("w", "11906"), ("h", "16838"));
            Empty(
                "pgMar",
                ("top", "1304"),
                ("right", Number(Margin)),
                ("bottom", "1304"),
                ("left", Number(Margin)),
                ("header", "709"),
                ("footer", "567"),
                ("gutter", "0")
            );
            End();
            End();
            End();
        }

        public void Footer(string title)
        {
            xml.WriteStartElement("w", "ftr", W);
            Start("p");
            Start("pPr");
            Empty("pStyle", ("val", "Footer"));
            End();
            Run(title);
            Start("r");
            Empty("tab");
            End();
            Run("Side ");
            Field("PAGE");
            Run(" af ");
            Field("NUMPAGES");
            End();
            End();
        }

        void Field(string code)
        {
            Start("fldSimple");
            Set("instr", code);
            Run("1");
            End();
        }

        void Write(Block block)
        {
            switch (block)
            {
                case Heading h:
                    Text(
                        h.Text,
                        h.Level switch
                        {
                            1 => "Heading1",
                            2 => "Heading2",
                            _ => "Heading3",
                        }
                    );
                    break;
                case Paragraph p:
                    Text(p.Text, p.Small ? "Small" : null);
                    break;
                case Bullets b:
                    foreach (var item in b.Items)
                        Text(item, "ListBullet");
                    break;
                case Lines l:
                    Text(string.Join('\n', l.Texts), l.Right ? "LinesRight" : "Lines");
                    break;
                case Fields f:
                    FieldTable(f);
                    break;
                case Grid g:
                    GridTable(g);
                    break;
                case Bars b:
                    BarTable(b);
                    break;
                case PageBreak:
                    Start("p");
                    Start("r");
                    Empty("br", ("type", "page"));
                    End();
                    End();
                    break;
                default:
                    throw new ArgumentException($"Not a block that Word is written with: {block.GetType().Name}");
            }
        }

        void Text(string text, string? style, bool right = false, bool keepWithNext = false)
        {
            Start("p");
            if (style is not null || right || keepWithNext)
            {
                Start("pPr");
                if (style is not null)
                    Empty("pStyle", ("val", style));
                if (keepWithNext)
                    Empty("keepNext");
                if (right)
                    Empty("jc", ("val", "right"));
                End();
            }
            Run(text);
            End();
        }

        void Run(string text)
        {
            if (text.Length == 0)
                return;
            Start("r");
            var lines = Parts.Plain(text).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    Empty("br");
                Start("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(lines[i].Replace('\t', ' '));
                End();
            }
            End();
        }

        void FieldTable(Fields fields)
        {
            const int name = 2600;
            StartTable("", "SporFields", [name, TextWidth - name], header: false);
            foreach (var (label, value) in fields.Items)
            {
                StartRow(header: false);
                Cell(name, label, "TableHead");
                Cell(TextWidth - name, value, "TableText");
                End();
            }
            EndTable();
        }

        void GridTable(Grid grid)
        {
            var widths = Widths(grid);
            if (grid.Caption.Length > 0)
                Text(grid.Caption, "Caption");
            StartTable(grid.Caption, "SporGrid", widths, header: true);
            StartRow(header: true);
            for (var i = 0; i < widths.Length; i++)
                Cell(widths[i], grid.Headings[i], "TableHead", Right(i));
            End();
            foreach (var row in grid.Rows)
            {
                if (row.Count != widths.Length)
                    throw new ArgumentException($"The table {grid.Caption} has {widths.Length} columns and a row of {row.Count}.");
                StartRow(header: false);
                for (var i = 0; i < widths.Length; i++)
                    Cell(widths[i], row[i], "TableText", Right(i));
                End();
            }
            EndTable();

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
            var widths = Array.ConvertAll(weights, w => TextWidth * w / sum);
            foreach (var w in widths)
                used += w;
            if (widths.Length > 0)
                widths[0] += TextWidth - used;
            return widths;
        }

        void BarTable(Bars bars)
        {
            const int label = 2700,
                text = 1598,
                cells = 50,
                cell = (TextWidth - label - text) / cells;
            var most = bars.Rows.Select(r => r.Value).Where(double.IsFinite).DefaultIfEmpty(0).Max();
            if (bars.Caption.Length > 0)
                Text(bars.Caption, "Caption");
            StartTable(bars.Caption, "SporFields", [label, .. Enumerable.Repeat(cell, cells), text], header: false);
            foreach (var row in bars.Rows)
            {
                // A figure above nothing has a bar that can be seen.
                var filled =
                    most > 0 && row.Value > 0
                        ? Math.Clamp((int)Math.Round(row.Value / most * cells, MidpointRounding.AwayFromZero), 1, cells)
                        : 0;
                StartRow(header: false);
                Cell(label, row.Label, "TableText");
                if (filled > 0)
                    Blank(filled * cell, filled, shaded: true);
                if (filled < cells)
                    Blank((cells - filled) * cell, cells - filled, shaded: false);
                Cell(text, row.Text, "TableText", right: true);
                End();
            }
            EndTable();
        }

        void StartTable(string caption, string style, int[] widths, bool header)
        {
            Start("tbl");
            Start("tblPr");
            Empty("tblStyle", ("val", style));
            Empty("tblW", ("w", Number(widths.Sum())), ("type", "dxa"));
            Empty("tblLayout", ("type", "fixed"));
            Empty("tblLook", ("val", header ? "0020" : "0000"));
            if (caption.Length > 0)
                Empty("tblCaption", ("val", Parts.Plain(caption)));
            End();
            Start("tblGrid");
            foreach (var w in widths)
                Empty("gridCol", ("w", Number(w)));
            End();
        }

        void EndTable()
        {
            End();
            afterTable = true;
        }

        void StartRow(bool header)
        {
            Start("tr");
            Start("trPr");
            Empty("cantSplit");
            if (header)
                Empty("tblHeader");
            End();
        }

        void Cell(int width, string text, string style, bool right = false)
        {
            Start("tc");
            Start("tcPr");
            Empty("tcW", ("w", Number(width)), ("type", "dxa"));
            End();
            Text(text, style, right, keepWithNext: style == "TableHead");
            End();
        }

        void Blank(int width, int span, bool shaded)
        {
            Start("tc");
            Start("tcPr");
            Empty("tcW", ("w", Number(width)), ("type", "dxa"));
            if (span > 1)
                Empty("gridSpan", ("val", Number(span)));
            // White lines above and below keep the bars apart.
            if (shaded)
            {
                Start("tcBorders");
                foreach (var side in new[] { "top", "bottom" })
                    Empty(side, ("val", "single"), ("sz", "24"), ("space", "0"), ("color", "FFFFFF"));
                End();
                Empty("shd", ("val", "clear"), ("color", "auto"), ("fill", "3F8A74"));
            }
            End();
            Text("", "TableText");
            End();
        }

        void Start(string name) => xml.WriteStartElement("w", name, W);

        void End() => xml.WriteEndElement();

        void Set(string name, string value) => xml.WriteAttributeString("w", name, W, value);

        void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Start(name);
            foreach (var (key, value) in attributes)
                Set(key, value);
            End();
        }

        static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
    }

    static string Style(
        string id,
        string name,
        string paragraph,
        string run,
        string basedOn = "Normal",
        string? next = null,
        string? kind = null
    ) =>
        $"""<w:style w:type="paragraph"{kind} w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{basedOn}"/>{(next is null ? "" : $"""<w:next w:val="{next}"/>""")}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>""";

    static string HeadingStyle(int level, int size, int before) =>
        Style(
            $"Heading{level}",
            $"heading {level}",
            $"""<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>""",
            $"""<w:b/><w:color w:val="12303F"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>""",
            next: "Normal"
        );

    static readonly string Styles = $"""
        <w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
        {HeadingStyle(1, 36, 0)}
        {HeadingStyle(2, 26, 280)}
        {HeadingStyle(3, 22, 200)}
        {Style("Small", "Small", """<w:spacing w:after="80"/>""", """<w:color w:val="44514F"/><w:sz w:val="18"/><w:szCs w:val="18"/>""")}
        {Style(
            "ListBullet",
            "List Bullet",
            """<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:ind w:left="357" w:hanging="357"/>""",
            ""
        )}
        {Style("Lines", "Lines", """<w:spacing w:after="200" w:line="240" w:lineRule="auto"/>""", "")}
        {Style("LinesRight", "Lines right", """<w:jc w:val="right"/>""", "", basedOn: "Lines")}
        {Style(
            "Caption",
            "caption",
            """<w:keepNext/><w:spacing w:before="200" w:after="60"/>""",
            """<w:b/><w:sz w:val="20"/><w:szCs w:val="20"/>"""
        )}
        {Style(
            "TableText",
            "Table text",
            """<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>""",
            """<w:sz w:val="20"/><w:szCs w:val="20"/>""",
            kind: " w:customStyle=\"1\""
        )}
        {Style("TableHead", "Table heading", "", "<w:b/>", basedOn: "TableText", kind: " w:customStyle=\"1\"")}
        {Style(
            "Footer",
            "footer",
            $"""<w:tabs><w:tab w:val="right" w:pos="{TextWidth}"/></w:tabs><w:spacing w:after="0"/>""",
            """<w:color w:val="44514F"/><w:sz w:val="18"/><w:szCs w:val="18"/>"""
        )}
        <w:style w:type="table" w:customStyle="1" w:styleId="SporGrid"><w:name w:val="Spor table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="5B6B68"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="5B6B68"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="D5DDDB"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="5B6B68"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E3ECEA"/></w:tcPr></w:tblStylePr></w:style>
        <w:style w:type="table" w:customStyle="1" w:styleId="SporFields"><w:name w:val="Spor fields"/><w:basedOn w:val="TableNormal"/></w:style></w:styles>
        """;

    const string Settings =
        $"""<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="da-DK"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>""";

    const string Numbering =
        $"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""";
}
