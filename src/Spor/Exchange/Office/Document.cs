using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Spor.Exchange.Office;

/// <summary>A piece of a <see cref="Document"/>, top to bottom.</summary>
public abstract record Block;

/// <param name="Level">1 is the document's title, 2 and 3 below it. A real heading, so that it stands in Word's navigation and is read
/// aloud as one.</param>
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

/// <summary>Lying bars, drawn as a table with shaded cells: it prints, it can be copied, and it is read aloud as label and
/// figure.</summary>
public sealed record Bars(string Caption, IReadOnlyList<Bar> Rows) : Block;

public sealed record PageBreak : Block;

/// <summary>A Word document in Danish on A4 with real styles. Equal content is equal bytes.</summary>
public static class Document
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(string title, IReadOnlyList<Block> blocks) =>
        OfficePackage.ToBytes(stream =>
        {
            using var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
            var main = file.AddMainDocumentPart();
            file.ChangeIdOfPart(main, "rId1");
            var properties = file.AddCoreFilePropertiesPart();
            file.ChangeIdOfPart(properties, "rId2");
            OfficePackage.Describe(properties, title);

            const string footer = "rId4";
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocumentStyles.Styles();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = DocumentStyles.Settings();
            main.AddNewPart<NumberingDefinitionsPart>("rId3").Numbering = DocumentStyles.Numbering();
            main.AddNewPart<FooterPart>(footer).Footer = DocumentBody.Footer(title);
            main.Document = new W.Document(new DocumentBody().Of(blocks, footer));
        });
}
