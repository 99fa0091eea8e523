using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Spor.Cases;

/// <summary>The words of a document, for looking in the documents of one child. Nothing of it is kept.</summary>
public static class FileText
{
    /// <summary>More words than this are not read (characters); a document that swells when it is opened is left there.</summary>
    const int Most = 4_000_000;

    /// <summary>Whether the words of such a file can be read.</summary>
    public static bool Reads(string contentType) =>
        contentType.StartsWith("text/plain", StringComparison.Ordinal) || contentType is FileKind.Docx or FileKind.Pdf;

    /// <returns>Empty where there are none, or they cannot be read.</returns>
    public static string Of(string contentType, byte[] content)
    {
        try
        {
            if (contentType.StartsWith("text/plain", StringComparison.Ordinal))
                return Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, Most)));
            return contentType switch
            {
                FileKind.Docx => Word(content),
                FileKind.Pdf => PdfText.Of(content, Most),
                _ => "",
            };
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or DecoderFallbackException)
        {
            return "";
        }
    }

    static string Word(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false));
        if (zip.GetEntry("word/document.xml") is not { } entry)
            return "";
        using var stream = entry.Open();
        using var xml = XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = 10L * Most,
            }
        );
        var words = new StringBuilder();
        var inText = false;
        while (words.Length < Most && xml.Read())
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    inText = xml.LocalName == "t" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    if (xml.LocalName is "p" or "tab" or "br" or "tc")
                        words.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText:
                    words.Append(xml.Value);
                    break;
            }
        return words.ToString();
    }
}
