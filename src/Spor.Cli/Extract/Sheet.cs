using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Spor.Cli.Extract;

/// <summary>One CSV file being written: UTF-8 bytes straight into a buffer. Values hold no separator and no quote, so none is
/// escaped.</summary>
sealed class Sheet : IDisposable
{
    readonly FileStream file;
    readonly byte[] buffer = new byte[1 << 18];
    int used;
    bool started;

    public Sheet(string dir, string name, string headings)
    {
        file = new FileStream(Path.Combine(dir, name + ".csv"), FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        Text(headings);
        End();
        Rows = 0;
    }

    public long Rows { get; private set; }

    public Sheet Text(string text)
    {
        Begin(text.Length * 3);
        used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
        return this;
    }

    /// <summary>A key such as <c>b17</c>; empty for number 0.</summary>
    public Sheet Key(char letter, long number)
    {
        Begin(24);
        if (number == 0)
            return this;
        buffer[used++] = (byte)letter;
        return Digits(number);
    }

    public Sheet Number(long number)
    {
        Begin(24);
        return Digits(number);
    }

    /// <summary>A day by its number; empty for 0.</summary>
    public Sheet Day(int day)
    {
        Begin(10);
        if (day == 0)
            return this;
        DateOnly.FromDayNumber(day).TryFormat(buffer.AsSpan(used), out var written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        used += written;
        return this;
    }

    /// <summary>A point of time by its minutes since day number 0; empty for 0.</summary>
    public Sheet Minute(long minute)
    {
        if (minute == 0)
            return Day(0);
        Day((int)(minute / 1440));
        var rest = (int)(minute % 1440);
        buffer[used++] = (byte)'T';
        Two(rest / 60);
        buffer[used++] = (byte)':';
        Two(rest % 60);
        return this;
    }

    /// <summary>Kroner of an amount in øre: <c>458,5</c>, <c>31000</c>.</summary>
    public Sheet Money(long ore)
    {
        Begin(28);
        if (ore < 0)
            buffer[used++] = (byte)'-';
        ore = Math.Abs(ore);
        Digits(ore / 100);
        var rest = (int)(ore % 100);
        if (rest == 0)
            return this;
        buffer[used++] = (byte)',';
        buffer[used++] = (byte)('0' + rest / 10);
        if (rest % 10 != 0)
            buffer[used++] = (byte)('0' + rest % 10);
        return this;
    }

    public Sheet YesNo(bool yes) => Text(yes ? "ja" : "nej");

    public Sheet Empty()
    {
        Begin(0);
        return this;
    }

    public void End()
    {
        buffer[used++] = (byte)'\n';
        started = false;
        Rows++;
    }

    public void Dispose()
    {
        file.Write(buffer, 0, used);
        used = 0;
        file.Dispose();
    }

    void Begin(int room)
    {
        if (used + room + 32 > buffer.Length)
        {
            file.Write(buffer, 0, used);
            used = 0;
        }
        if (started)
            buffer[used++] = (byte)';';
        started = true;
    }

    Sheet Digits(long number)
    {
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out var written);
        used += written;
        return this;
    }

    void Two(int number)
    {
        buffer[used++] = (byte)('0' + number / 10);
        buffer[used++] = (byte)('0' + number % 10);
    }
}
