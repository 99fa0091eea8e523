using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Spor.Exchange.Office;

/// <summary>
/// The parts of an Office file in one zip: no time, no name and no made-up id inside, so that equal content is equal bytes (a report that is
/// printed again must be the same file, and its hash says so). The parts are written directly: the library for Office files stamps each part with
/// the time of day and keeps a large sheet in memory. A test lets that library's validator judge every file written here.
/// </summary>
sealed class Parts : IDisposable
{
    /// <summary>The earliest time a zip can hold.</summary>
    static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };
    const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    readonly MemoryStream bytes = new();
    readonly ZipArchive zip;
    readonly List<(string Name, string ContentType)> types = [];

    public Parts() => zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true);

    public void Add(string name, string contentType, Action<XmlWriter> write)
    {
        types.Add((name, contentType));
        Write(name, write);
    }

    void Write(string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Always;
        using var xml = XmlWriter.Create(entry.Open(), Settings);
        xml.WriteStartDocument(true);
        write(xml);
    }

    /// <param name="of">The part that refers to others; empty for the file itself.</param>
    /// <param name="targets">Ids are <c>rId1</c>, <c>rId2</c> … in this order.</param>
    public void AddRelations(string of, params IReadOnlyList<(string Kind, string Target)> targets)
    {
        var cut = of.LastIndexOf('/') + 1;
        Write(
            $"{of[..cut]}_rels/{of[cut..]}.rels",
            xml =>
            {
                xml.WriteStartElement("Relationships", Relationships);
                for (var i = 0; i < targets.Count; i++)
                {
                    xml.WriteStartElement("Relationship", Relationships);
                    xml.WriteAttributeString("Id", $"rId{i + 1}");
                    xml.WriteAttributeString(
                        "Type",
                        targets[i].Kind.Contains(':', StringComparison.Ordinal) ? targets[i].Kind : Kind + targets[i].Kind
                    );
                    xml.WriteAttributeString("Target", targets[i].Target);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
        );
    }

    /// <summary>The file's title and language, and where its main part lies. No author and no time.</summary>
    public void AddProperties(string title, string mainPart)
    {
        Add(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            xml =>
            {
                const string dc = "http://purl.org/dc/elements/1.1/";
                xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
                xml.WriteElementString("dc", "title", dc, Plain(title));
                xml.WriteElementString("dc", "language", dc, "da-DK");
                xml.WriteEndElement();
            }
        );
        AddRelations(
            "",
            ("officeDocument", mainPart),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
        );
    }

    public byte[] ToBytes()
    {
        Write(
            "[Content_Types].xml",
            xml =>
            {
                const string ns = "http://schemas.openxmlformats.org/package/2006/content-types";
                xml.WriteStartElement("Types", ns);
                foreach (
                    var (extension, type) in new[]
                    {
                        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                        ("xml", "application/xml"),
                    }
                )
                {
                    xml.WriteStartElement("Default", ns);
                    xml.WriteAttributeString("Extension", extension);
                    xml.WriteAttributeString("ContentType", type);
                    xml.WriteEndElement();
                }
                foreach (var (name, type) in types)
                {
                    xml.WriteStartElement("Override", ns);
                    xml.WriteAttributeString("PartName", "/" + name);
                    xml.WriteAttributeString("ContentType", type);
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
        );
        zip.Dispose();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        zip.Dispose();
        bytes.Dispose();
    }

    /// <summary>Text as XML can hold it: control characters other than tab and line feed are left out, half a letter becomes the sign for one lost.</summary>
    public static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && text.AsSpan().IndexOfAnyInRange('\ud800', '\uffff') < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                plain.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\ufffe' or '\uffff')
                plain.Append('\ufffd');
            else if (c >= ' ' || c is '\t' or '\n')
                plain.Append(c);
            else if (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
                plain.Append('\n');
        }
        return plain.ToString();
    }
}
