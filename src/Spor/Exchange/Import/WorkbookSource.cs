using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Spor.Exchange.Import;

/// <summary>An Excel workbook with a sheet per file. Read part by part as streams, so that a large sheet costs no memory.</summary>
public sealed class WorkbookSource : ExtractSource
{
    /// <summary>Shared texts are held in memory; a workbook with more is delivered as CSV instead.</summary>
    const long MostSharedText = 100_000_000;

    readonly GuardedZip zip;
    readonly Dictionary<string, string> partOf = new(StringComparer.OrdinalIgnoreCase);
    readonly bool from1904;
    readonly List<NumberForm> forms = [];
    List<string>? shared;

    internal WorkbookSource(GuardedZip zip)
    {
        this.zip = zip;
        try
        {
            var workbook =
                TargetsOf("_rels/.rels", "")
                    .Where(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal))
                    .Select(r => r.Target)
                    .FirstOrDefault()
                ?? throw Unreadable(null);
            var folder = workbook.Contains('/', StringComparison.Ordinal) ? workbook[..(workbook.LastIndexOf('/') + 1)] : "";
            var targets = TargetsOf($"{folder}_rels/{workbook[folder.Length..]}.rels", folder);
            using (var xml = Xml(workbook) ?? throw Unreadable(null))
                while (xml.Read())
                {
                    if (xml.NodeType != XmlNodeType.Element)
                        continue;
                    if (xml.LocalName == "workbookPr")
                        from1904 = xml.GetAttribute("date1904") is "1" or "true";
                    if (xml.LocalName != "sheet" || xml.GetAttribute("name") is not { } name)
                        continue;
                    var id = Attribute(xml, "id");
                    if (
                        targets.FirstOrDefault(t => t.Id == id && t.Type.EndsWith("/worksheet", StringComparison.Ordinal)).Target is
                        { } part
                    )
                        partOf.TryAdd(name, part);
                }
            ReadStyles(targets.FirstOrDefault(t => t.Type.EndsWith("/styles", StringComparison.Ordinal)).Target);
            SharedPart = targets.FirstOrDefault(t => t.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Target;
        }
        catch (XmlException e)
        {
            throw Unreadable(e);
        }
        if (partOf.Count == 0)
            throw new ExtractException($"»{zip.Name}« har ingen ark. Et udtræk i Excel har et ark for hver fil: boern, sager osv.");
        Names = [.. partOf.Keys];
    }

    string? SharedPart { get; }

    public override IReadOnlyList<string> Names { get; }

    public override TableReader Open(string name)
    {
        try
        {
            shared ??= ReadShared();
            return new WorkbookTableReader(Xml(partOf[name]) ?? throw Unreadable(null), shared, forms, from1904, name);
        }
        catch (XmlException e)
        {
            throw Unreadable(e);
        }
    }

    public override void Dispose()
    {
        zip.Dispose();
        base.Dispose();
    }

    ExtractException Unreadable(Exception? e) => new($"»{zip.Name}« er ikke en Excel-fil, som Spor kan læse. Gem den igen som .xlsx.", e);

    XmlReader? Xml(string part)
    {
        if (
            zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase)) is not { } entry
        )
            return null;
        return XmlReader.Create(
            new Tame(zip.Open(entry), zip.Name),
            new()
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );
    }

    static string? Attribute(XmlReader xml, string local)
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
            if (xml.LocalName == local && xml.Prefix.Length > 0)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        xml.MoveToElement();
        return null;
    }

    List<(string Id, string Type, string Target)> TargetsOf(string part, string folder)
    {
        var targets = new List<(string, string, string)>();
        using var xml = Xml(part);
        while (xml?.Read() == true)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Target") is { } target)
                targets.Add(
                    (xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target)
                );
        return targets;
    }

    void ReadStyles(string? part)
    {
        using var xml = part is null ? null : Xml(part);
        var custom = new Dictionary<int, string>();
        var inCells = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id))
                custom[id] = xml.GetAttribute("formatCode") ?? "";
            else if (inCells && xml.LocalName == "xf")
                forms.Add(
                    int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var used)
                        ? NumberForm.Of(used, custom.GetValueOrDefault(used))
                        : default
                );
        }
    }

    List<string> ReadShared()
    {
        var texts = new List<string>();
        long length = 0;
        using var xml = SharedPart is null ? null : Xml(SharedPart);
        while (xml?.Read() == true)
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                var text = TextOf(xml);
                length += text.Length + 20;
                if (length > MostSharedText)
                    throw new ExtractException(
                        $"»{zip.Name}« er for stor til at læses som Excel-fil. Gem arkene som CSV-filer i en mappe i stedet."
                    );
                texts.Add(text);
            }
        return texts;
    }

    /// <summary>The text of a shared or inline string with all its runs; pronunciation marks are left out. Ends on the element's
    /// end.</summary>
    internal static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var text = "";
        var pronounced = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
                pronounced = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (
                !pronounced
                && xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA
                && xml.Depth > depth + 1
            )
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        }
        return Plain(text);
    }

    // Characters that XML cannot hold are written _x000D_.
    internal static string Plain(string text) =>
        !text.Contains("_x", StringComparison.Ordinal)
            ? text
            : Regex.Replace(
                text,
                "_x([0-9A-Fa-f]{4})_",
                m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            );

    /// <summary>Refuses a run of text or an attribute that no sheet has, before the XML reader would gather it in memory.</summary>
    sealed class Tame(Stream inner, string name) : Stream
    {
        const int LongestRun = 1 << 20;
        int run;

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            var last = buffer[..read].LastIndexOf((byte)'<');
            run = last < 0 ? run + read : read - last;
            if (run > LongestRun)
                throw new ExtractException($"»{name}« har en celle med mere end 100.000 tegn.");
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>What a number format makes of a number: a day, a time, a month, or digits with leading zeros.</summary>
readonly record struct NumberForm(bool Year, bool Day, bool Time, int Digits)
{
    public bool IsDate => Year || Day || Time;

    public static NumberForm Of(int id, string? code) =>
        code is not null
            ? OfCode(code)
            : id switch
            {
                14 or 15 or 16 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(true, true, false, 0),
                17 => new(true, false, false, 0),
                (>= 18 and <= 21) or 32 or 33 or (>= 45 and <= 47) => new(false, false, true, 0),
                22 => new(true, true, true, 0),
                _ => default,
            };

    // Letters outside quotes, brackets and escapes: y, d, h, s; m alone is a month or a minute and goes with its neighbours.
    static NumberForm OfCode(string code)
    {
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase))
            return default;
        var first = code.Split(';')[0];
        var bare = Regex.Replace(first, "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]", "").ToLowerInvariant();
        bool year = bare.Contains('y', StringComparison.Ordinal),
            day = bare.Contains('d', StringComparison.Ordinal);
        var time = bare.Contains('h', StringComparison.Ordinal) || bare.Contains('s', StringComparison.Ordinal);
        if (bare.Contains('m', StringComparison.Ordinal) && !year && !day && !time)
            year = true;
        return new(year, day, time, bare.Length > 1 && bare.All(c => c == '0') ? bare.Length : 0);
    }
}

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
