using System.Globalization;
using System.Text;
using System.Xml;

namespace Spor.Exchange.Import;

/// <summary>One sheet, row by row.</summary>
public sealed class WorkbookTableReader : TableReader
{
    const int MostColumns = 16384;

    readonly XmlReader xml;
    readonly List<string> shared;
    readonly List<NumberForm> forms;
    readonly bool from1904;
    readonly string sheet;
    readonly List<string?> cells = [];
    readonly List<(Severity, string, string)?> odd = [];
    int line,
        width;

    internal WorkbookTableReader(XmlReader xml, List<string> shared, List<NumberForm> forms, bool from1904, string sheet)
    {
        this.xml = xml;
        this.shared = shared;
        this.forms = forms;
        this.from1904 = from1904;
        this.sheet = sheet;
        Headings = [];
        if (Next())
            Headings = [.. cells.Take(width).Select(c => c?.Trim() ?? "")];
    }

    public override IReadOnlyList<string> Headings { get; }

    /// <summary>The sheet's own number of the row.</summary>
    public override int Line => line;
    public override int Width => Math.Max(width, Headings.Count);

    public override string Cell(int index) => index < width ? cells[index] ?? "" : "";

    public override (Severity Severity, string Code, string Expected)? Oddity(int index) => index < width ? odd[index] : null;

    public override bool Read() => Next();

    public override void Dispose() => xml.Dispose();

    // The next row with anything in it.
    bool Next()
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                    continue;
                line = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : line + 1;
                width = 0;
                cells.Clear();
                odd.Clear();
                if (!xml.IsEmptyElement)
                    ReadCells();
                if (width > 0)
                    return true;
            }
            return false;
        }
        catch (XmlException e)
        {
            throw new ExtractException($"Arket »{sheet}« er beskadiget efter række {line}. Gem Excel-filen igen som .xlsx.", e);
        }
    }

    void ReadCells()
    {
        var depth = xml.Depth;
        var column = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = xml.GetAttribute("r") is { } at ? ColumnOf(at) : column + 1;
            if (column >= MostColumns)
                throw new ExtractException($"Arket »{sheet}« har en celle uden for arket i række {line}.");
            var type = xml.GetAttribute("t");
            var form =
                int.TryParse(xml.GetAttribute("s"), CultureInfo.InvariantCulture, out var style) && style >= 0 && style < forms.Count
                    ? forms[style]
                    : default;
            ReadCell(column, type, form);
        }
    }

    void ReadCell(int column, string? type, NumberForm form)
    {
        string? value = null;
        var formula = false;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                switch (xml.LocalName)
                {
                    case "f":
                        formula = true;
                        break;
                    case "is":
                        value = WorkbookSource.TextOf(xml);
                        break;
                    case "v":
                        value = Content();
                        break;
                }
            }
        }
        (Severity, string, string)? oddity = null;
        var text = value;
        switch (type)
        {
            case "s":
                if (value is not null)
                    text =
                        int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Count
                            ? shared[index]
                            : throw new ExtractException(
                                $"Arket »{sheet}« er beskadiget ved række {line}. Gem Excel-filen igen som .xlsx."
                            );
                break;
            case "b":
                if (value is not null)
                    text = value is "1" or "true" ? "ja" : "nej";
                break;
            case "e":
                oddity = (Severity.Error, "cell-error", "en værdi, ikke en fejl i Excel");
                break;
            case "str":
                if (value is not null)
                    text = WorkbookSource.Plain(value);
                break;
            case "d":
                if (
                    value is { Length: > 10 }
                    && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
                )
                    text = Moment(moment, form.IsDate ? form : new(true, true, moment.TimeOfDay > TimeSpan.Zero, 0));
                break;
            case null or "n":
                if (!string.IsNullOrEmpty(value))
                    text = Number(value, form);
                break;
        }
        if (formula && type != "e")
            oddity = value is null
                ? (
                    Severity.Error,
                    "formula-without-value",
                    "en værdi. Cellen har en formel, som Excel ikke har regnet ud: åbn filen i Excel, og gem den igen"
                )
                : (Severity.Warning, "formula", "en værdi i stedet for en formel. Den gemte værdi er læst");
        if (string.IsNullOrWhiteSpace(text) && oddity is null or { Item1: Severity.Warning })
            return;
        if (text is { Length: > CsvTableReader.LongestCell })
            throw new ExtractException($"Arket »{sheet}« har en celle med mere end 100.000 tegn i række {line}.");
        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
            throw new ExtractException($"Arket »{sheet}« har et nul-tegn i en celle i række {line}.");
        while (cells.Count <= column)
        {
            cells.Add(null);
            odd.Add(null);
        }
        cells[column] = text;
        odd[column] = oddity;
        width = Math.Max(width, column + 1);
    }

    string Content()
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        return text;
    }

    static int ColumnOf(string at)
    {
        var column = 0;
        foreach (var c in at)
        {
            if (c is < 'A' or > 'Z')
                break;
            column = column * 26 + c - 'A' + 1;
            if (column > MostColumns)
                break;
        }
        return column - 1 < 0 ? MostColumns : column - 1;
    }

    string Number(string value, NumberForm form)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        if (form.IsDate && Date(number) is { } moment)
            return moment == NeverWas ? "1900-02-29" : Moment(moment, form);
        // Fifteen digits are what Excel itself shows; the rest is the noise of binary fractions.
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        if (text.Contains('E', StringComparison.Ordinal) && Math.Abs(number) < 1e15)
            text = ((decimal)number).ToString(CultureInfo.InvariantCulture);
        return form.Digits > text.Length && text.All(char.IsAsciiDigit) ? text.PadLeft(form.Digits, '0') : text;
    }

    // Excel believes in 29 February 1900.
    static readonly DateTime NeverWas = DateTime.MinValue;

    /// <summary>The moment a day number names; null outside what Excel can show.</summary>
    DateTime? Date(double number)
    {
        if (number < 0 || number >= (from1904 ? 2957004 : 2958466))
            return null;
        var seconds = Math.Round(number * 86400);
        if (from1904)
            return new DateTime(1904, 1, 1).AddSeconds(seconds);
        if (number is >= 60 and < 61)
            return NeverWas;
        // Before that day that never was, the count is one behind.
        return (number < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30)).AddSeconds(seconds);
    }

    static string Moment(DateTime at, NumberForm form) =>
        at.ToString(
            form switch
            {
                { Year: false, Day: false } => "HH:mm",
                { Day: false, Time: false } => "yyyy-MM",
                { Time: true } => "yyyy-MM-ddTHH:mm",
                _ => "yyyy-MM-dd",
            },
            CultureInfo.InvariantCulture
        );
}
