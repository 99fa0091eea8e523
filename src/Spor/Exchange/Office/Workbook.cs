using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

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
/// Cells in the columns' order: text, numbers, <see cref="DateOnly"/> or null. A text in a column of numbers (<c>&lt;5</c>) stays text. A
/// text is always text, never a formula, whatever it begins with.
/// </param>
/// <param name="Notes">What a reader must know of the figures. They stand on a sheet of their own at the end, so that a sheet is nothing
/// but its table.</param>
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

    /// <exception cref="ArgumentException">No sheets, a row as wide as no heading says, or more rows than Excel has.</exception>
    public static byte[] Write(string title, IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("A workbook has at least one sheet.", nameof(sheets));
        var all = sheets.ToList();
        var notes = sheets.SelectMany(s => (s.Notes ?? []).Select(n => (IReadOnlyList<object?>)[s.Name, n])).ToList();
        if (notes.Count > 0)
            all.Add(new(NotesSheet, [new("Ark", Width: 28), new("Forklaring", Width: 110)], notes));
        return OfficePackage.ToBytes(stream =>
        {
            using var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
            var workbook = file.AddWorkbookPart();
            file.ChangeIdOfPart(workbook, "rId1");
            var properties = file.AddCoreFilePropertiesPart();
            file.ChangeIdOfPart(properties, "rId2");
            OfficePackage.Describe(properties, title);
            workbook.Workbook = Contents(all, Names(all));
            for (var i = 0; i < all.Count; i++)
                SheetPart.Write(workbook.AddNewPart<WorksheetPart>(Id(i)), title, all[i], first: i == 0);
            workbook.AddNewPart<WorkbookStylesPart>(Id(all.Count)).Stylesheet = WorkbookStyles.Stylesheet();
        });
    }

    static string Id(int part) => string.Create(CultureInfo.InvariantCulture, $"rId{part + 1}");

    static List<string> Names(List<Sheet> sheets)
    {
        var names = new List<string>();
        foreach (var sheet in sheets)
        {
            var name = Forbidden().Replace(OfficePackage.Plain(sheet.Name), " ").Trim(' ', '\'');
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

    static S.Workbook Contents(List<Sheet> sheets, List<string> names)
    {
        S.DefinedName Defined(int sheet, string name, string range) =>
            new($"'{names[sheet].Replace("'", "''", StringComparison.Ordinal)}'!{range}") { Name = name, LocalSheetId = (uint)sheet };
        // In the order Excel itself writes them: by name, then by sheet.
        var defined = new S.DefinedNames();
        for (var i = 0; i < sheets.Count; i++)
        {
            var filtered = Defined(i, "_xlnm._FilterDatabase", "$A$1:$" + SheetPart.Last(sheets[i], "$"));
            filtered.Hidden = true;
            defined.Append(filtered);
        }
        for (var i = 0; i < sheets.Count; i++)
            defined.Append(Defined(i, "_xlnm.Print_Titles", "$1:$1"));
        return new(
            new S.Sheets(
                names.Select(
                    (name, i) =>
                        new S.Sheet
                        {
                            Name = name,
                            SheetId = (uint)i + 1,
                            Id = Id(i),
                        }
                )
            ),
            defined
        );
    }

    [GeneratedRegex(@"[\[\]:*?/\\\n\t]")]
    private static partial Regex Forbidden();
}
