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
