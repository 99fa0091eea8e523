using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spor.Facts;

namespace Spor.Storage.Journal;

/// <summary>One event of a journal's entry, read where it stands. Columns are asked for in the order they were written in, so each is
/// nearly always the next one.</summary>
sealed class EventSource(ReadOnlyMemory<byte> json) : IValueSource
{
    const int None = -1;

    /// <param name="At">Where the value begins; after the quotation mark of a text.</param>
    readonly record struct Field(int NameAt, int NameLength, JsonTokenType Type, int At, int Length, bool Escaped);

    readonly List<Field> fields = [];
    int next;

    /// <summary>Takes the event that the reader stands at the start of, and leaves it at its end.</summary>
    public void Take(ref Utf8JsonReader reader)
    {
        fields.Clear();
        next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (nameAt, nameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    reader.Skip();
                    break;
                case JsonTokenType.Null:
                    break;
                case var type:
                    var at = (int)reader.TokenStartIndex + (type == JsonTokenType.String ? 1 : 0);
                    fields.Add(new(nameAt, nameLength, type, at, reader.ValueSpan.Length, reader.ValueIsEscaped));
                    break;
            }
        }
    }

    /// <exception cref="KeyNotFoundException">It has none.</exception>
    public string Name => Find("event") is var i && i != None ? TextOf(fields[i]) : throw new KeyNotFoundException("An event has no name.");

    /// <exception cref="KeyNotFoundException">It has none.</exception>
    public long Id => Find("Id") is var i && i != None ? LongOf(fields[i]) : throw new KeyNotFoundException("An event has no id.");

    int Find(string column)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var at = next + i < fields.Count ? next + i : next + i - fields.Count;
            if (Ascii.Equals(json.Span.Slice(fields[at].NameAt, fields[at].NameLength), column))
            {
                next = at;
                return at;
            }
        }
        return None;
    }

    ReadOnlySpan<byte> ValueOf(Field field) => json.Span.Slice(field.At, field.Length);

    string TextOf(Field field)
    {
        if (field.Type != JsonTokenType.String)
            throw new FormatException("A text was expected.");
        if (!field.Escaped)
            return Encoding.UTF8.GetString(ValueOf(field));
        // With its quotation marks.
        var one = new Utf8JsonReader(json.Span.Slice(field.At - 1, field.Length + 2));
        one.Read();
        return one.GetString()!;
    }

    long LongOf(Field field) =>
        field.Type == JsonTokenType.Number && Utf8Parser.TryParse(ValueOf(field), out long value, out var read) && read == field.Length
            ? value
            : throw new FormatException("A whole number was expected.");

    public bool IsNull(int ordinal, string column) => Find(column) == None;

    public long Long(int ordinal, string column) => Find(column) is var i && i != None ? LongOf(fields[i]) : 0;

    public string Text(int ordinal, string column) => Find(column) is var i && i != None ? TextOf(fields[i]) : "";

    public bool Bool(int ordinal, string column) =>
        Find(column) is var i
        && i != None
        && fields[i].Type switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new FormatException("Yes or no was expected."),
        };

    public DateOnly Day(int ordinal, string column)
    {
        if (Find(column) is var i && i == None)
            return default;
        var text = ValueOf(fields[i]);
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            throw new FormatException("A day was expected.");
        var (year, month, day) = (Digits(text[..4]), Digits(text.Slice(5, 2)), Digits(text.Slice(8, 2)));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : throw new FormatException("There is no such day.");
    }

    static int Digits(ReadOnlySpan<byte> text)
    {
        var value = 0;
        foreach (var digit in text)
            value = digit is >= (byte)'0' and <= (byte)'9' ? value * 10 + digit - '0' : throw new FormatException("A day was expected.");
        return value;
    }

    public DateTime Time(int ordinal, string column) =>
        Find(column) is var i && i != None ? DateTime.Parse(TextOf(fields[i]), CultureInfo.InvariantCulture, DateTimeStyles.None) : default;
}
