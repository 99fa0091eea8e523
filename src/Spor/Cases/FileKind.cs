using System.IO.Compression;
using System.Text;

namespace Spor.Cases;

/// <summary>
/// The kinds of file that may be attached. The content decides, and the name must say the same: a program that is called brev.pdf is no
/// letter.
/// </summary>
public static class FileKind
{
    /// <summary>Bytes.</summary>
    public const long Largest = 10 << 20;
    public const int Most = 5;
    public const string Accepted = ".pdf,.png,.jpg,.jpeg,.docx,.txt";

    internal const string Pdf = "application/pdf";
    internal const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The content type, or null with the refusal's code.</summary>
    public static (string? ContentType, string? Refused) Of(string name, byte[] content)
    {
        if (content.Length == 0)
            return (null, "file-empty");
        if (content.LongLength > Largest)
            return (null, "file-too-large");
        var kind = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdf" when Starts(content, "%PDF-"u8) => Pdf,
            ".png" when Starts(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) => "image/png",
            ".jpg" or ".jpeg" when Starts(content, [0xff, 0xd8, 0xff]) => "image/jpeg",
            ".docx" when IsDocument(content) => Docx,
            ".txt" when IsText(content) => "text/plain; charset=utf-8",
            _ => null,
        };
        return kind is null ? (null, "file-kind-not-allowed") : (kind, null);
    }

    /// <summary>The name alone, without a path and without what a file name cannot have.</summary>
    public static string NameOf(string typed)
    {
        var name = typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(name.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim();
        var (stem, end) = (Path.GetFileNameWithoutExtension(clean), Path.GetExtension(clean));
        return (
                stem.Length == 0 ? "bilag"
                : stem.Length > 100 ? stem[..100]
                : stem
            ) + end;
    }

    static bool Starts(byte[] content, ReadOnlySpan<byte> with) => content.AsSpan().StartsWith(with);

    static bool IsDocument(byte[] content)
    {
        if (!Starts(content, "PK"u8))
            return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            return zip.GetEntry("[Content_Types].xml") is not null
                && zip.GetEntry("word/document.xml") is not null
                && !zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    static bool IsText(byte[] content)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
            return !text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
