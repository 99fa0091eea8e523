namespace Spor.Facts;

/// <summary>Where a fact's values go: a JSON text, a prepared statement, a COPY stream, a comparison.</summary>
public interface IValueSink
{
    void Null(string column);
    void Long(string column, long value);
    void Text(string column, string value);
    void Bool(string column, bool value);
    void Day(string column, DateOnly value);
    void Time(string column, DateTime value);
}

/// <summary>Where a fact's values come from: a reader of a table, or a JSON text. Asked in the order of the columns.</summary>
public interface IValueSource
{
    bool IsNull(int ordinal, string column);
    long Long(int ordinal, string column);
    string Text(int ordinal, string column);
    bool Bool(int ordinal, string column);
    DateOnly Day(int ordinal, string column);
    DateTime Time(int ordinal, string column);
}

/// <summary>How a value is kept. Each compares alike on SQLite and PostgreSQL.</summary>
public enum ColumnType
{
    Long,
    Text,
    Bool,
    Day,
    Time,
}

/// <summary>One column of a fact table: its name, its type, and the way to and from the row.</summary>
public sealed class Column<T>(
    string name,
    ColumnType type,
    bool nullable,
    Action<T, IValueSink, string> write,
    Action<T, IValueSource, int, string> read
)
{
    public string Name { get; } = name;
    public ColumnType Type { get; } = type;
    public bool Nullable { get; } = nullable;

    public void Write(T fact, IValueSink sink) => write(fact, sink, Name);

    public void Read(T fact, IValueSource source, int ordinal) => read(fact, source, ordinal, Name);
}

/// <summary>Names the columns of one kind of fact, in the order of the table.</summary>
public sealed class Columns<T>
{
    public List<Column<T>> List { get; } = [];

    Columns<T> Add(
        string name,
        ColumnType type,
        bool nullable,
        Action<T, IValueSink, string> write,
        Action<T, IValueSource, int, string> read
    )
    {
        List.Add(new(name, type, nullable, write, read));
        return this;
    }

    public Columns<T> Long(string name, Func<T, long> get, Action<T, long> set) =>
        Add(name, ColumnType.Long, false, (f, s, n) => s.Long(n, get(f)), (f, s, i, n) => set(f, s.Long(i, n)));

    public Columns<T> MaybeLong(string name, Func<T, long?> get, Action<T, long?> set) =>
        Add(
            name,
            ColumnType.Long,
            true,
            (f, s, n) =>
            {
                if (get(f) is { } v)
                    s.Long(n, v);
                else
                    s.Null(n);
            },
            (f, s, i, n) => set(f, s.IsNull(i, n) ? null : s.Long(i, n))
        );

    public Columns<T> Text(string name, Func<T, string> get, Action<T, string> set) =>
        Add(name, ColumnType.Text, false, (f, s, n) => s.Text(n, get(f)), (f, s, i, n) => set(f, s.Text(i, n)));

    public Columns<T> MaybeText(string name, Func<T, string?> get, Action<T, string?> set) =>
        Add(
            name,
            ColumnType.Text,
            true,
            (f, s, n) =>
            {
                if (get(f) is { } v)
                    s.Text(n, v);
                else
                    s.Null(n);
            },
            (f, s, i, n) => set(f, s.IsNull(i, n) ? null : s.Text(i, n))
        );

    public Columns<T> Bool(string name, Func<T, bool> get, Action<T, bool> set) =>
        Add(name, ColumnType.Bool, false, (f, s, n) => s.Bool(n, get(f)), (f, s, i, n) => set(f, s.Bool(i, n)));

    public Columns<T> MaybeBool(string name, Func<T, bool?> get, Action<T, bool?> set) =>
        Add(
            name,
            ColumnType.Bool,
            true,
            (f, s, n) =>
            {
                if (get(f) is { } v)
                    s.Bool(n, v);
                else
                    s.Null(n);
            },
            (f, s, i, n) => set(f, s.IsNull(i, n) ? null : s.Bool(i, n))
        );

    public Columns<T> Day(string name, Func<T, DateOnly> get, Action<T, DateOnly> set) =>
        Add(name, ColumnType.Day, false, (f, s, n) => s.Day(n, get(f)), (f, s, i, n) => set(f, s.Day(i, n)));

    public Columns<T> MaybeDay(string name, Func<T, DateOnly?> get, Action<T, DateOnly?> set) =>
        Add(
            name,
            ColumnType.Day,
            true,
            (f, s, n) =>
            {
                if (get(f) is { } v)
                    s.Day(n, v);
                else
                    s.Null(n);
            },
            (f, s, i, n) => set(f, s.IsNull(i, n) ? null : s.Day(i, n))
        );

    public Columns<T> Time(string name, Func<T, DateTime> get, Action<T, DateTime> set) =>
        Add(name, ColumnType.Time, false, (f, s, n) => s.Time(n, get(f)), (f, s, i, n) => set(f, s.Time(i, n)));

    public Columns<T> MaybeTime(string name, Func<T, DateTime?> get, Action<T, DateTime?> set) =>
        Add(
            name,
            ColumnType.Time,
            true,
            (f, s, n) =>
            {
                if (get(f) is { } v)
                    s.Time(n, v);
                else
                    s.Null(n);
            },
            (f, s, i, n) => set(f, s.IsNull(i, n) ? null : s.Time(i, n))
        );

    public Columns<T> Code<E>(string name, Func<T, E> get, Action<T, E> set)
        where E : struct, Enum =>
        Add(
            name,
            ColumnType.Text,
            false,
            (f, s, n) => s.Text(n, Codes<E>.Name(get(f))),
            (f, s, i, n) => set(f, Codes<E>.FromName(s.Text(i, n)))
        );

    public Columns<T> MaybeCode<E>(string name, Func<T, E?> get, Action<T, E?> set)
        where E : struct, Enum =>
        Add(
            name,
            ColumnType.Text,
            true,
            (f, s, n) =>
            {
                if (get(f) is { } v)
                    s.Text(n, Codes<E>.Name(v));
                else
                    s.Null(n);
            },
            (f, s, i, n) => set(f, s.IsNull(i, n) ? null : Codes<E>.FromName(s.Text(i, n)))
        );
}
