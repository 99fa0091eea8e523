using System.IO.Compression;
using System.Text;

namespace Spor.Cases;

/// <summary>
/// The kinds of file that may be attached. The content decides, and the name must say the same: a program that is called brev.pdf is no
/// letter.
/// </summary>
public static class FileKind
{
    /// <summary>Bytes of one file, and of all the files of a form.</summary>
    public const long Largest = 50 << 20,
        LargestTogether = 100 << 20;
    public const int Most = 5;

    /// <summary>What a computer runs, and what a browser does: no document of a case. Everything else is taken as it is.</summary>
    static readonly HashSet<string> Programs =
    [
        .. (
            ".exe .com .scr .pif .cpl .msi .msp .msix .appx .bat .cmd .ps1 .psm1 .vbs .vbe .vb .js .jse .mjs .wsf .wsh .wsc .hta .lnk .url .reg "
            + ".inf .jar .jnlp .dll .sys .ocx .sh .app .dmg .pkg .deb .rpm .apk .iso .img .vhd .chm .hlp .scf .sct .gadget .application .html .htm "
            + ".xhtml .xht .mht .mhtml .svg .svgz .xml .xsl .xslt .php .asp .aspx .jsp .docm .dotm .xlsm .xltm .xlam .pptm .potm .ppam .one"
        ).Split(' '),
    ];

    /// <summary>What is kept and fetched without being looked into.</summary>
    const string Bytes = "application/octet-stream";

    internal const string Pdf = "application/pdf";
    internal const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The content type, or null with the refusal's code.</summary>
    public static (string? ContentType, string? Refused) Of(string name, FileContent content)
    {
        if (content.Length == 0)
            return (null, "file-empty");
        if (content.Length > Largest)
            return (null, "file-too-large");
        var kind = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdf" when Starts(content, "%PDF-"u8) => Pdf,
            ".png" when Starts(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) => "image/png",
            ".jpg" or ".jpeg" when Starts(content, [0xff, 0xd8, 0xff]) => "image/jpeg",
            ".docx" when IsDocument(content) => Docx,
            ".txt" when IsText(content) => "text/plain; charset=utf-8",
            // What says that it is one of these and is something else is not what it says.
            ".pdf" or ".png" or ".jpg" or ".jpeg" or ".docx" or ".txt" => null,
            // A name without an ending is opened by nobody, and a program begins with its mark whatever it is called.
            "" or "." => null,
            var other when Programs.Contains(other) || Starts(content, "MZ"u8) || Starts(content, [0x7f, 0x45, 0x4c, 0x46]) => null,
            _ => Bytes,
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

    static bool Starts(FileContent content, ReadOnlySpan<byte> with)
    {
        var wanted = with.ToArray();
        return content.Look(from =>
        {
            var first = new byte[wanted.Length];
            return from.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.AsSpan().SequenceEqual(wanted);
        });
    }

    static bool IsDocument(FileContent content)
    {
        if (!Starts(content, "PK"u8))
            return false;
        try
        {
            return content.Look(from =>
            {
                using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
                return zip.GetEntry("[Content_Types].xml") is not null
                    && zip.GetEntry("word/document.xml") is not null
                    && !zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
            });
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    static bool IsText(FileContent content)
    {
        try
        {
            return content.Look(from =>
            {
                using var text = new StreamReader(
                    from,
                    new UTF8Encoding(false, throwOnInvalidBytes: true),
                    detectEncodingFromByteOrderMarks: false,
                    bufferSize: 1 << 16,
                    leaveOpen: true
                );
                var some = new char[1 << 14];
                while (text.Read(some, 0, some.Length) is > 0 and var read)
                    foreach (var c in some.AsSpan(0, read))
                        if (char.IsControl(c) && c is not ('\r' or '\n' or '\t'))
                            return false;
                return true;
            });
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
