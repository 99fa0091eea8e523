using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;

namespace Spor.Import;

/// <summary>Reads one table of an extract row by row, whatever it is stored as.</summary>
public abstract class TableReader : IDisposable
{
    /// <summary>The headings as delivered.</summary>
    public abstract IReadOnlyList<string> Headings { get; }
    /// <summary>The line of the current row; the heading is line 1.</summary>
    public abstract int Line { get; }
    /// <summary>How many cells the current row has.</summary>
    public abstract int Width { get; }
    public abstract bool Read();
    public abstract string Cell(int index);
    /// <summary>What was odd about a cell as it was read, for example a formula; null for nothing.</summary>
    public virtual (Severity Severity, string Code, string Expected)? Oddity(int index) => null;
    public abstract void Dispose();
}

/// <summary>CSV by RFC 4180; the separator is recognised in the heading row; UTF-8, or Windows-1252 where the file is not valid UTF-8.</summary>
public sealed class CsvTableReader : TableReader
{
    /// <summary>No cell of an extract is longer than this; a longer one is a file that is not CSV.</summary>
    public const int LongestCell = 100_000;

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    readonly StreamReader reader;
    readonly CsvParser parser;

    /// <param name="open">Opens the file from its beginning; called up to twice.</param>
    public CsvTableReader(Func<Stream> open)
    {
        bool utf8;
        using (var probe = open()) utf8 = IsUtf8(probe);
        var encoding = utf8 ? new UTF8Encoding(false) : Windows1252;
        char separator;
        using (var head = new StreamReader(open(), encoding)) separator = Separator(head.ReadLine() ?? "");
        reader = new StreamReader(open(), encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = null,
            MaxFieldSize = LongestCell,
            BufferSize = 1 << 16,
            ProcessFieldBufferSize = 1 << 12,
            CacheFields = true,
        });
        Headings = parser.Read() ? parser.Record!.Select(h => h.Trim()).ToArray() : [];
        if (Headings.Count > 0 && Headings[0].StartsWith('\ufeff')) Headings = [Headings[0][1..], .. Headings.Skip(1)];
    }

    public override IReadOnlyList<string> Headings { get; }
    public override int Line => parser.RawRow;
    public override int Width => parser.Count;
    public override bool Read() => parser.Read();
    public override string Cell(int index) => index < parser.Count ? parser[index] : "";

    public override void Dispose()
    {
        parser.Dispose();
        reader.Dispose();
    }

    static char Separator(string heading)
    {
        foreach (var candidate in ";\t,") if (heading.Contains(candidate, StringComparison.Ordinal)) return candidate;
        return ';';
    }

    static bool IsUtf8(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var held = 0;
        for (; ; )
        {
            var read = stream.Read(buffer, held, buffer.Length - held);
            if (read == 0) return Utf8.IsValid(buffer.AsSpan(0, held));
            var length = held + read;
            // Up to three bytes at the end may be the beginning of a character that goes on in the next block.
            var whole = length;
            for (var back = 1; back <= Math.Min(3, length); back++)
                if ((buffer[length - back] & 0xC0) == 0xC0) { whole = length - back; break; }
            if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return false;
            held = length - whole;
            buffer.AsSpan(whole, held).CopyTo(buffer);
        }
    }
}
