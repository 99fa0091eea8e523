using Spor.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Engine;

/// <summary>
/// One open connection, SQLite or PostgreSQL, for everything that reads or writes the record.
/// Parameters are $1, $2 … and appear in that order in the text.
/// </summary>
abstract class Link : IDisposable
{
    long asked;

    /// <summary>What opens the source's keys in the rows that are read; null leaves them as they stand.</summary>
    public SourceKeys? Keys { get; set; }

    /// <summary>How many queries were asked since the last time somebody took the count.</summary>
    public long TakeAsked()
    {
        var count = asked;
        asked = 0;
        return count;
    }

    protected void Ask() => asked++;

    public abstract Rows Query(string sql, params ReadOnlySpan<object?> args);

    /// <returns>The number of rows changed.</returns>
    public abstract int Execute(string sql, params ReadOnlySpan<object?> args);

    /// <summary>Several statements without parameters.</summary>
    public abstract void Script(string sql);
    public abstract void Begin(bool write);
    public abstract void Commit();
    public abstract void Rollback();

    /// <summary>Writes entries, texts and row changes in the open transaction.</summary>
    public abstract void Write(Batch batch);

    /// <summary>Prepares for millions of rows: what is cheaper to build at the end is dropped. Within the transaction.</summary>
    public abstract void BeginBulk();
    public abstract void EndBulk();
    public abstract bool HasTable(string name);
    public abstract void Dispose();

    public long? Number(string sql, params ReadOnlySpan<object?> args)
    {
        using var rows = Query(sql, args);
        return rows.Next() && !rows.IsNull(0) ? rows.Long(0) : null;
    }

    public static string Q(string name) => "\"" + name + "\"";

    /// <summary>The columns of a kind for reading; the source's key and hash are left out where nobody asks for them.</summary>
    public static string Select(FactKind kind, bool withSource = true) =>
        "SELECT "
        + string.Join(
            ", ",
            kind.Shape.Select(c =>
                withSource
                    ? Q(c.Name)
                    : c.Name switch
                    {
                        "SourceKey" => "NULL",
                        "SourceHash" => "CAST(0 AS bigint)",
                        "Touched" => "\"Touched\"",
                        _ => Q(c.Name),
                    }
            )
        )
        + " FROM "
        + Q(kind.Table);

    /// <summary>Held true at entry $n.</summary>
    public static string Known(int n, string of = "") =>
        $"{of}\"RecordedIn\" <= ${n} AND ({of}\"RetractedIn\" IS NULL OR {of}\"RetractedIn\" > ${n})";
}

/// <summary>A result being read, forward only. Columns are asked by ordinal.</summary>
abstract class Rows : IValueSource, IDisposable
{
    /// <summary>What opens the source's keys; null leaves them as they stand.</summary>
    public SourceKeys? Keys { get; init; }

    public abstract bool Next();
    public abstract bool IsNull(int ordinal);
    public abstract long Long(int ordinal);
    public abstract string Text(int ordinal);
    public abstract bool Bool(int ordinal);
    public abstract DateOnly Day(int ordinal);
    public abstract DateTime Time(int ordinal);

    /// <summary>An instant of the record, UTC.</summary>
    public abstract DateTime Instant(int ordinal);
    public abstract byte[] Bytes(int ordinal);

    /// <summary>A text as UTF-8, for parsing; valid until the next row.</summary>
    public abstract ReadOnlyMemory<byte> Utf8(int ordinal);

    public long? MaybeLong(int ordinal) => IsNull(ordinal) ? null : Long(ordinal);

    public string? MaybeText(int ordinal) => IsNull(ordinal) ? null : Text(ordinal);

    public abstract void Dispose();

    bool IValueSource.IsNull(int ordinal, string column) => IsNull(ordinal);

    long IValueSource.Long(int ordinal, string column) => Long(ordinal);

    string IValueSource.Text(int ordinal, string column) => Text(ordinal);

    bool IValueSource.Bool(int ordinal, string column) => Bool(ordinal);

    DateOnly IValueSource.Day(int ordinal, string column) => Day(ordinal);

    DateTime IValueSource.Time(int ordinal, string column) => Time(ordinal);

    string IValueSource.Key(int ordinal, FactKind of) => Keys is null ? Text(ordinal) : Keys.Open(of, Text(ordinal));
}

/// <summary>Rows to write together: entries first, then texts, then what happens to the facts, in order.</summary>
sealed class Batch
{
    public List<EntryRow> Entries { get; } = [];
    public List<TextRow> Texts { get; } = [];

    /// <summary>With the source's key of the row that is added, as it is to stand in the table.</summary>
    public List<(long No, RowChange Change, string? Key)> Changes { get; } = [];

    /// <summary>The events of all entries, one after the other.</summary>
    public System.Buffers.ArrayBufferWriter<byte> Json { get; } = new(1 << 16);

    /// <summary>The source's key of a row is not written as it reads.</summary>
    public static InvalidOperationException NotSealed => new("A key of the source was not sealed.");

    public void Clear()
    {
        Entries.Clear();
        Texts.Clear();
        Changes.Clear();
        Json.ResetWrittenCount();
    }
}

readonly record struct TextRow(long Id, long? ChildId, long EntryNo, byte[] Body, byte[] Mac);

/// <param name="EventsAt">Where the entry's events begin in the batch's JSON.</param>
readonly record struct EntryRow(
    long No,
    DateTime At,
    string Author,
    string Intent,
    long? ChildId,
    long? ImportId,
    string? Token,
    long? ReasonTextId,
    byte[]? Content,
    int EventsAt,
    int EventsLength,
    byte[] PrevHash,
    byte[] Hash,
    byte[]? Ties
);
