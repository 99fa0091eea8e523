using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Spor.Exchange.Office;

/// <summary>
/// Where the library's parts become a file: no time, no name and no made-up id inside, so that equal content is equal bytes (a report that
/// is printed again must be the same file, and its hash says so). The library stamps each part with the time of day, so the parts are put
/// into a new zip in the order of their names.
/// </summary>
static class OfficePackage
{
    /// <summary>The earliest time a zip can hold.</summary>
    static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="write">Writes and closes the package; every part gets its id from Spor.</param>
    public static byte[] ToBytes(Action<Stream> write)
    {
        using var stamped = new MemoryStream();
        write(stamped);
        stamped.Position = 0;
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(stamped, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Always;
                using var read = part.Open();
                using var written = copy.Open();
                read.CopyTo(written);
            }
        return bytes.ToArray();
    }

    /// <summary>The file's title and language. No author and no time; the library's own way would add a part with a made-up name.</summary>
    public static void Describe(CoreFilePropertiesPart part, string title)
    {
        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            dc = "http://purl.org/dc/elements/1.1/";
        using var stream = part.GetStream(FileMode.Create);
        new XElement(
            cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", cp),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XElement(dc + "title", Plain(title)),
            new XElement(dc + "language", "da-DK")
        ).Save(stream, SaveOptions.DisableFormatting);
    }

    /// <summary>Text as XML can hold it: control characters other than tab and line feed are left out, half a letter becomes the sign for
    /// one lost.</summary>
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
