using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Spor.Exchange.Import;

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

    /// <summary>How many cells a row should have.</summary>
    public virtual int Expected => Headings.Count;

    /// <summary>A cell by its place in the file, also one beside the headings.</summary>
    public virtual string Spare(int index) => Cell(index);

    /// <summary>Of a table in several files, which one the current row stands in.</summary>
    public virtual int FileNo => 0;
    public virtual string? FileName => null;

    /// <summary>What was odd about a cell as it was read, for example a formula; null for nothing.</summary>
    public virtual (Severity Severity, string Code, string Expected)? Oddity(int index) => null;

    public abstract void Dispose();
}

/// <summary>
/// CSV by RFC 4180; the separator is recognised in the heading row; UTF-8, or Windows-1252 where the file is not valid UTF-8. A quotation
/// mark that is never closed would swallow the rest of the file without a word, so it stops the reading.
/// </summary>
public sealed class CsvTableReader : TableReader
{
    /// <summary>No cell of an extract is longer than this; a longer one is a file that is not CSV.</summary>
    public const int LongestCell = 100_000;
    const int LongestRow = 4_000_000;
    const int PoolSize = 1 << 14;

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly SearchValues<char> QuoteOrNul = SearchValues.Create("\"\0");
    readonly StreamReader reader;
    readonly char separator;
    readonly SearchValues<char> ends;

    // The text of the current row, and what was read ahead: from start to end; at is the next to be looked at.
    char[] text = new char[1 << 16];
    int start,
        at,
        end,
        nextLine = 1,
        line,
        badQuotes = -1;
    (int From, int Length)[] cells = new (int, int)[32];
    int count;

    // The same few dates, codes and keys come again and again.
    readonly string?[] pool = new string?[PoolSize];

    /// <param name="open">Opens the file from its beginning; called twice.</param>
    /// <exception cref="ExtractException">The file is empty.</exception>
    public CsvTableReader(Func<Stream> open)
    {
        bool utf8;
        using (var probe = open())
            utf8 = IsUtf8(probe);
        reader = new StreamReader(
            open(),
            utf8 ? new UTF8Encoding(false) : Windows1252,
            detectEncodingFromByteOrderMarks: true,
            bufferSize: 1 << 16
        );
        try
        {
            while (end < text.Length && Fill()) { }
            separator = SaidSeparator() ?? Separator(text.AsSpan(0, end));
            ends = SearchValues.Create([separator, '\n', '\r', '\0']);
            if (!Read())
                throw new ExtractException("Filen er tom. Der skal være en række med overskrifter");
            Headings = [.. Enumerable.Range(0, count).Select(i => Cell(i).TrimStart('\ufeff'))];
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Headings { get; }
    public override int Line => line;
    public override int Width => count;

    public override string Cell(int index)
    {
        if (index >= count)
            return "";
        var (from, length) = cells[index];
        var cell = text.AsSpan(start + from, length).Trim();
        if (cell.Length is 0 or > 40)
            return cell.ToString();
        var hash = 17u;
        foreach (var c in cell)
            hash = hash * 31 + c;
        ref var known = ref pool[(hash ^ hash >> 14) & (PoolSize - 1)];
        return known is not null && cell.SequenceEqual(known) ? known : known = cell.ToString();
    }

    public override (Severity Severity, string Code, string Expected)? Oddity(int index) =>
        index != badQuotes
            ? null
            : (Severity.Error, "bad-quotes", "et citationstegn først og sidst i feltet, og to (\"\") for hvert citationstegn inde i det");

    /// <summary>The next row with anything in it.</summary>
    public override bool Read()
    {
        while (Next())
            for (var i = 0; i < count; i++)
                if (!text.AsSpan(start + cells[i].From, cells[i].Length).IsWhiteSpace())
                    return true;
        return false;
    }

    bool Next()
    {
        (count, badQuotes, line, start) = (0, -1, nextLine, at);
        if (!More())
            return false;
        for (; ; )
        {
            if (count == cells.Length)
                Array.Resize(ref cells, count * 2);
            cells[count++] = More() && text[at] == '"' ? Quoted() : Plain();
            if (!More())
                return true;
            var stop = text[at++];
            if (stop == separator)
                continue;
            if (stop == '\r' && More() && text[at] == '\n')
                at++;
            nextLine++;
            return true;
        }
    }

    bool More() => at < end || Fill();

    bool Fill()
    {
        if (start > 0)
        {
            text.AsSpan(start, end - start).CopyTo(text);
            (at, end, start) = (at - start, end - start, 0);
        }
        if (end == text.Length)
        {
            if (text.Length > LongestRow)
                throw new ExtractException($"Rækken på linje {line} er for lang. Filen er ikke et udtræk i CSV");
            Array.Resize(ref text, text.Length * 2);
        }
        var read = reader.Read(text, end, text.Length - end);
        end += read;
        return read > 0;
    }

    (int, int) Plain()
    {
        var from = at - start;
        for (; ; )
        {
            var stop = text.AsSpan(at, end - at).IndexOfAny(ends);
            at = stop < 0 ? end : at + stop;
            if (at - start - from > LongestCell)
                throw TooLong(nextLine);
            if (stop >= 0 && text[at] == '\0')
                throw Nul();
            if (stop >= 0 || !Fill())
                return (from, at - start - from);
        }
    }

    (int, int) Quoted()
    {
        var opened = nextLine;
        at++;
        int from = at - start,
            to = from;
        for (; ; )
        {
            var stop = text.AsSpan(at, end - at).IndexOfAny(QuoteOrNul);
            var taken = text.AsSpan(at, stop < 0 ? end - at : stop);
            nextLine += taken.Count('\n');
            if (to != at - start)
                taken.CopyTo(text.AsSpan(start + to));
            to += taken.Length;
            at += taken.Length;
            if (to - from > LongestCell)
                throw TooLong(opened);
            if (stop < 0)
            {
                if (Fill())
                    continue;
                throw new ExtractException($"Citationstegnet på linje {opened} bliver aldrig lukket, så resten af filen kan ikke læses");
            }
            if (text[at] == '\0')
                throw Nul();
            at++;
            if (!More() || text[at] != '"')
                break;
            text[start + to++] = '"';
            at++;
        }
        if (!More() || text[at] == separator || text[at] is '\n' or '\r')
            return (from, to - from);
        // Text after the closing mark: the marks do not pair as somebody meant.
        var (rest, length) = Plain();
        if (text.AsSpan(start + rest, length).IsWhiteSpace())
            return (from, to - from);
        if (opened != nextLine)
            throw new ExtractException(
                $"Citationstegnene på linje {opened} til {nextLine} passer ikke sammen, så rækkerne kan ikke skilles ad"
            );
        badQuotes = count - 1;
        return (from, to - from);
    }

    static ExtractException TooLong(int line) => new($"Et felt på linje {line} er længere end 100.000 tegn. Mon et citationstegn mangler?");

    ExtractException Nul() => new($"Der er nul-tegn på linje {nextLine}. Filen er ikke en CSV-fil, eller den er blevet ødelagt undervejs");

    public override void Dispose() => reader.Dispose();

    /// <summary>A first line <c>sep=;</c>, which spreadsheets write, says the mark and is no row.</summary>
    char? SaidSeparator()
    {
        var head = text.AsSpan(0, end);
        var mark = head.Length > 0 && head[0] == '\ufeff' ? 1 : 0;
        if (head.Length < mark + 6 || !head.Slice(mark, 4).Equals("sep=", StringComparison.OrdinalIgnoreCase))
            return null;
        if (head[mark + 4] is not (';' or ',' or '\t') || head[mark + 5] is not ('\r' or '\n'))
            return null;
        at = mark + 6;
        if (head[mark + 5] == '\r' && at < end && text[at] == '\n')
            at++;
        nextLine = 2;
        return head[mark + 4];
    }

    static char Separator(ReadOnlySpan<char> head)
    {
        var heading = head.TrimStart("\r\n");
        var length = heading.IndexOfAny('\r', '\n');
        if (length >= 0)
            heading = heading[..length];
        foreach (var candidate in ";\t,")
            if (heading.Contains(candidate))
                return candidate;
        return ';';
    }

    static bool IsUtf8(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var held = 0;
        for (; ; )
        {
            var read = stream.Read(buffer, held, buffer.Length - held);
            if (read == 0)
                return Utf8.IsValid(buffer.AsSpan(0, held));
            var length = held + read;
            // Up to three bytes at the end may be the beginning of a character that goes on in the next block.
            var whole = length;
            for (var back = 1; back <= Math.Min(3, length); back++)
                if ((buffer[length - back] & 0xC0) == 0xC0)
                {
                    whole = length - back;
                    break;
                }
            if (!Utf8.IsValid(buffer.AsSpan(0, whole)))
                return false;
            held = length - whole;
            buffer.AsSpan(whole, held).CopyTo(buffer);
        }
    }
}
