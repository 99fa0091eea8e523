using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spor.Facts;

namespace Spor.Storage.Journal;

/// <summary>
/// Events as they stand in the journal: <c>[{"event":"follow-up-recorded","Id":7,…}]</c>. What is null is left out, and so are a source
/// hash of 0 and a plain <c>false</c>. Of the source's key they hold the keyed hash alone (<see cref="SourceKeys"/>). Reading ignores
/// fields it does not know, and takes a missing one as null, 0, false or empty, so optional fields may be added.
/// </summary>
public sealed class EventJson : IDisposable
{
    readonly Utf8JsonWriter writer = new(
        Stream.Null,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }
    );
    readonly Sink sink;

    static readonly FrozenDictionary<FactKind, FrozenSet<string>> PlainBools = FactKinds.All.ToFrozenDictionary(
        k => k,
        k => k.Shape.Where(c => c.Type == ColumnType.Bool && !c.Nullable).Select(c => c.Name).ToFrozenSet(StringComparer.Ordinal)
    );

    public EventJson() => sink = new(writer);

    /// <param name="changes">What the events do, with their source's keys sealed, of which the hash is written; none for writing the events
    /// as they are.</param>
    internal void Write(
        IReadOnlyList<DomainEvent> events,
        IBufferWriter<byte> to,
        ReadOnlySpan<(long No, RowChange Change, string? Key)> changes = default
    )
    {
        writer.Reset(to);
        writer.WriteStartArray();
        for (var i = 0; i < events.Count; i++)
        {
            var happened = events[i];
            sink.Hash = changes.IsEmpty || changes[i].Key is not { } key ? null : SourceKeys.HashOf(key);
            writer.WriteStartObject();
            writer.WriteString(EventWord, EventNames.Of(happened));
            switch (happened)
            {
                case Recorded { Fact: var fact }:
                    sink.Write(happened.Kind, fact);
                    break;
                case Corrected { Fact: var fact }:
                    sink.Write(happened.Kind, fact);
                    break;
                case Withdrawn { Id: var id }:
                    writer.WriteNumber("Id"u8, id);
                    break;
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.Flush();
    }

    static readonly JsonEncodedText EventWord = JsonEncodedText.Encode("event");

    /// <exception cref="JsonException">It is no list of events.</exception>
    /// <exception cref="FormatException">A value is not of its column's type.</exception>
    /// <exception cref="KeyNotFoundException">An event has no name, or one that is not known.</exception>
    public static List<DomainEvent> Read(ReadOnlyMemory<byte> json)
    {
        var events = new List<DomainEvent>();
        var source = new EventSource(json);
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Events are a list.");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            source.Take(ref reader);
            var (kind, verb) = EventNames.Find(source.Name);
            events.Add(
                verb switch
                {
                    EventVerb.Recorded => new Recorded(kind, kind.ReadEvent(source)),
                    EventVerb.Corrected => new Corrected(kind, kind.ReadEvent(source)),
                    _ => new Withdrawn(kind, source.Id),
                }
            );
        }
        if (reader.TokenType != JsonTokenType.EndArray || reader.Read())
            throw new JsonException("Events are a list of events.");
        return events;
    }

    public void Dispose() => writer.Dispose();

    sealed class Sink(Utf8JsonWriter writer) : IValueSink
    {
        FrozenSet<string> plain = FrozenSet<string>.Empty;

        public void Write(FactKind kind, Fact fact)
        {
            plain = PlainBools[kind];
            kind.WriteEvent(fact, this);
        }

        public void Null(string column) { }

        public void Long(string column, long value)
        {
            if (value != 0 || column != nameof(Fact.SourceHash))
                writer.WriteNumber(column, value);
        }

        public string? Hash { get; set; }

        public void Key(FactKind of, string value) => writer.WriteString(nameof(Fact.SourceKey), Hash ?? value);

        public void Text(string column, string value) => writer.WriteString(column, value);

        public void Bool(string column, bool value)
        {
            if (value || !plain.Contains(column))
                writer.WriteBoolean(column, value);
        }

        public void Day(string column, DateOnly value)
        {
            Span<char> text = stackalloc char[10];
            value.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            writer.WriteString(column, text);
        }

        public void Time(string column, DateTime value)
        {
            Span<char> text = stackalloc char[19];
            value.TryFormat(text, out _, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            writer.WriteString(column, text);
        }
    }
}
