using System.Linq.Expressions;
using System.Reflection;

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

    /// <summary>The source's own key of a thing, told apart from other texts so that it can be sealed.</summary>
    void Key(FactKind of, string value) => Text(nameof(Fact.SourceKey), value);
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

    /// <summary>The source's own key of a thing.</summary>
    string Key(int ordinal, FactKind of) => Text(ordinal, nameof(Fact.SourceKey));
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

/// <summary>What a value stands for, where its type does not say it.</summary>
public enum Meaning
{
    /// <summary>What its type says: a day, a number, a code.</summary>
    Plain,

    /// <summary>The id of another fact: <see cref="Column.RefersTo"/>.</summary>
    Reference,

    /// <summary>Øre.</summary>
    Money,

    /// <summary>A decimal number in hundredths.</summary>
    Hundredths,

    /// <summary>A decimal number in ten-thousandths.</summary>
    TenThousandths,

    /// <summary>A section of the law, as sources write it: <c>52.3.7</c>.</summary>
    Section,

    /// <summary>A code in the catalogue of measures.</summary>
    Measure,

    /// <summary>Personal text of a line, kept apart and encrypted.</summary>
    Line,

    /// <summary>Personal text of several lines, kept apart and encrypted.</summary>
    Words,
}

/// <summary>What a reference means for the row that holds it, when the row it points at is withdrawn.</summary>
public enum Bond
{
    /// <summary>It is emptied: the row can do without.</summary>
    Loose,

    /// <summary>The row is a part of what it points at and goes with it.</summary>
    Part,

    /// <summary>The row carries on what it points at, which then cannot be withdrawn.</summary>
    Line,

    /// <summary>It stays as it was written: what is sent or noted never changes.</summary>
    Outlives,
}

/// <summary>One thing that a fact says: a column of its table, or a part of its personal text. What it is is said here and nowhere
/// else.</summary>
public abstract class Column(string name, Type type, ColumnType kept, bool nullable, string label)
{
    /// <summary>The property, the column, the word in an event and the field of a form.</summary>
    public string Name { get; } = name;

    /// <summary>The type of the value, without <see cref="System.Nullable{T}"/>.</summary>
    public Type ValueType { get; } = System.Nullable.GetUnderlyingType(type) ?? type;
    public ColumnType Type { get; } = kept;
    public bool Nullable { get; } = nullable;

    /// <summary>Danish, with a capital.</summary>
    public string Label { get; } = label;
    public Meaning Meaning { get; internal set; }

    /// <summary>Kept apart from the table, encrypted.</summary>
    public bool IsText => Meaning is Meaning.Line or Meaning.Words;

    /// <summary>A day or a time on which something has happened, so that it cannot lie ahead.</summary>
    public bool Happened { get; internal set; }

    /// <summary>Set by Spor alone: no form asks for it.</summary>
    public bool BySpor { get; internal set; }

    /// <summary>The days that this one may not come before.</summary>
    public IReadOnlyList<Column> NotBefore { get; internal set; } = [];

    /// <summary>What the number may be, both included; null for any.</summary>
    public (int Least, int Most)? Range { get; internal set; }
    public Bond Bond { get; internal set; }

    /// <summary>From a code to what people read; null for what reads as it stands.</summary>
    public Func<string, string>? Shown { get; internal set; }
    internal IReadOnlyList<Type> Targets { get; set; } = [];

    /// <summary>For a reference to a thing of any kind: the column that names the kind.</summary>
    public Column? KindIn { get; internal set; }

    /// <summary>The kinds whose id it may hold; the first is the one meant. Empty for what is no reference, and for one of any
    /// kind.</summary>
    public IReadOnlyList<FactKind> RefersToOneOf => kinds ??= [.. Targets.Select(FactKinds.Of)];
    IReadOnlyList<FactKind>? kinds;
    public FactKind? RefersTo => RefersToOneOf.Count > 0 ? RefersToOneOf[0] : null;
    public bool IsReference => Targets.Count > 0 || KindIn is not null;

    public abstract object? Get(Fact fact);

    /// <summary>Sets a value of <see cref="ValueType"/>, or null.</summary>
    public abstract void Set(Fact fact, object? value);

    /// <summary>The id that a reference holds, and the kind of thing it is of; null if it holds none.</summary>
    public (FactKind Kind, long Id)? Points(Fact fact)
    {
        if (!IsReference || Get(fact) is not long id)
            return null;
        if (KindIn is null)
            return (RefersTo!, id);
        return KindIn.Get(fact) is string { Length: > 0 } kind && FactKinds.Find(kind) is { } of ? (of, id) : null;
    }
}

/// <summary>One column or text of one kind of fact, with the way to and from the row.</summary>
public abstract class Column<T>(string name, Type type, ColumnType kept, bool nullable, string label)
    : Column(name, type, kept, nullable, label)
    where T : Fact
{
    public abstract void Write(T fact, IValueSink sink);
    public abstract void Read(T fact, IValueSource source, int ordinal);
}

/// <summary>How values of a type are kept. One for each type, made once: a row is written and read without reflection.</summary>
sealed record Way<V>(ColumnType Type, bool Nullable, Action<IValueSink, string, V> Write, Func<IValueSource, int, string, V> Read);

static class Ways
{
    static readonly Dictionary<Type, object> Known = new object[]
    {
        new Way<long>(ColumnType.Long, false, (s, n, v) => s.Long(n, v), (s, i, n) => s.Long(i, n)),
        new Way<int>(ColumnType.Long, false, (s, n, v) => s.Long(n, v), (s, i, n) => (int)s.Long(i, n)),
        new Way<bool>(ColumnType.Bool, false, (s, n, v) => s.Bool(n, v), (s, i, n) => s.Bool(i, n)),
        new Way<DateOnly>(ColumnType.Day, false, (s, n, v) => s.Day(n, v), (s, i, n) => s.Day(i, n)),
        new Way<DateTime>(ColumnType.Time, false, (s, n, v) => s.Time(n, v), (s, i, n) => s.Time(i, n)),
        new Way<long?>(
            ColumnType.Long,
            true,
            (s, n, v) =>
            {
                if (v is { } there)
                    s.Long(n, there);
                else
                    s.Null(n);
            },
            (s, i, n) => s.IsNull(i, n) ? null : s.Long(i, n)
        ),
        new Way<int?>(
            ColumnType.Long,
            true,
            (s, n, v) =>
            {
                if (v is { } there)
                    s.Long(n, there);
                else
                    s.Null(n);
            },
            (s, i, n) => s.IsNull(i, n) ? null : (int)s.Long(i, n)
        ),
        new Way<bool?>(
            ColumnType.Bool,
            true,
            (s, n, v) =>
            {
                if (v is { } there)
                    s.Bool(n, there);
                else
                    s.Null(n);
            },
            (s, i, n) => s.IsNull(i, n) ? null : s.Bool(i, n)
        ),
        new Way<DateOnly?>(
            ColumnType.Day,
            true,
            (s, n, v) =>
            {
                if (v is { } there)
                    s.Day(n, there);
                else
                    s.Null(n);
            },
            (s, i, n) => s.IsNull(i, n) ? null : s.Day(i, n)
        ),
        new Way<DateTime?>(
            ColumnType.Time,
            true,
            (s, n, v) =>
            {
                if (v is { } there)
                    s.Time(n, there);
                else
                    s.Null(n);
            },
            (s, i, n) => s.IsNull(i, n) ? null : s.Time(i, n)
        ),
    }.ToDictionary(w => w.GetType().GenericTypeArguments[0]);

    static readonly Way<string> Text = new(ColumnType.Text, false, (s, n, v) => s.Text(n, v), (s, i, n) => s.Text(i, n));

    static readonly Way<string?> MaybeText = new(
        ColumnType.Text,
        true,
        (s, n, v) =>
        {
            if (v is not null)
                s.Text(n, v);
            else
                s.Null(n);
        },
        (s, i, n) => s.IsNull(i, n) ? null : s.Text(i, n)
    );

    /// <param name="maybe">A text that may be null; the type of another value says so itself.</param>
    public static Way<V> Of<V>(bool maybe)
    {
        if (typeof(V) == typeof(string))
            return (Way<V>)(object)(maybe ? MaybeText! : Text);
        lock (Known)
        {
            if (Known.TryGetValue(typeof(V), out var way))
                return (Way<V>)way;
            var code = System.Nullable.GetUnderlyingType(typeof(V));
            var made = typeof(Ways)
                .GetMethod(code is null ? nameof(Code) : nameof(MaybeCode), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(code ?? typeof(V))
                .Invoke(null, null)!;
            Known[typeof(V)] = made;
            return (Way<V>)made;
        }
    }

    static Way<E> Code<E>()
        where E : struct, Enum =>
        new(ColumnType.Text, false, (s, n, v) => s.Text(n, Codes<E>.Name(v)), (s, i, n) => Codes<E>.FromName(s.Text(i, n)));

    static Way<E?> MaybeCode<E>()
        where E : struct, Enum =>
        new(
            ColumnType.Text,
            true,
            (s, n, v) =>
            {
                if (v is { } there)
                    s.Text(n, Codes<E>.Name(there));
                else
                    s.Null(n);
            },
            (s, i, n) => s.IsNull(i, n) ? null : Codes<E>.FromName(s.Text(i, n))
        );
}

sealed class Column<T, V>(string name, string label, Way<V> way, Func<T, V> get, Action<T, V> set)
    : Column<T>(name, typeof(V), way.Type, way.Nullable, label)
    where T : Fact
{
    readonly Action<IValueSink, string, V> write = way.Write;
    readonly Func<IValueSource, int, string, V> read = way.Read;
    readonly Func<T, V> get = get;
    readonly Action<T, V> set = set;

    public override void Write(T fact, IValueSink sink) => write(sink, Name, get(fact));

    public override void Read(T fact, IValueSource source, int ordinal) => set(fact, read(source, ordinal, Name));

    public override object? Get(Fact fact) => get((T)fact);

    public override void Set(Fact fact, object? value) => set((T)fact, (V)value!);
}

/// <summary>The source's own key. It goes its own way to and from the row, for whoever keeps it to seal.</summary>
sealed class SourceKeyColumn<T>(FactKind of) : Column<T>(nameof(Fact.SourceKey), typeof(string), ColumnType.Text, nullable: true, "")
    where T : Fact
{
    public override void Write(T fact, IValueSink sink)
    {
        if (fact.SourceKey is { } key)
            sink.Key(of, key);
        else
            sink.Null(Name);
    }

    public override void Read(T fact, IValueSource source, int ordinal) =>
        fact.SourceKey = source.IsNull(ordinal, Name) ? null : source.Key(ordinal, of);

    public override object? Get(Fact fact) => fact.SourceKey;

    public override void Set(Fact fact, object? value) => fact.SourceKey = (string?)value;
}

/// <summary>Says what each column of one kind of fact is, in the order of the table; personal texts in the order in which they are
/// packed.</summary>
public sealed class Columns<T>
    where T : Fact, new()
{
    static readonly T Empty = new();

    public List<Column<T>> List { get; } = [];

    static string NameIn(LambdaExpression property) =>
        property.Body switch
        {
            MemberExpression { Member.Name: var name } => name,
            UnaryExpression { Operand: MemberExpression { Member.Name: var name } } => name,
            _ => throw new InvalidOperationException(property + " names no property"),
        };

    static Column<T, V> Make<V>(Expression<Func<T, V>> of, string label)
    {
        var property = (PropertyInfo)((MemberExpression)of.Body).Member;
        var get = property.GetMethod!.CreateDelegate<Func<T, V>>();
        var set = property.SetMethod!.CreateDelegate<Action<T, V>>();
        return new(property.Name, label, Ways.Of<V>(maybe: get(Empty) is null), get, set);
    }

    Columns<T> Add<V>(Expression<Func<T, V>> of, string label, Meaning meaning, Action<Column>? also = null)
    {
        var column = Make(of, label);
        column.Meaning = meaning;
        also?.Invoke(column);
        List.Add(column);
        return this;
    }

    /// <summary>A value: a number, a code, a yes or no, a plain text, a day that may lie ahead.</summary>
    public Columns<T> Value<V>(
        Expression<Func<T, V>> of,
        string label,
        Expression<Func<T, object?>>? notBefore = null,
        (int, int)? range = null
    ) =>
        Add(
            of,
            label,
            Meaning.Plain,
            c =>
            {
                c.Range = range;
                NotBefore(c, notBefore);
            }
        );

    /// <summary>A day or a time on which something has happened: it cannot lie ahead.</summary>
    public Columns<T> Happened<V>(
        Expression<Func<T, V>> of,
        string label,
        Expression<Func<T, object?>>? notBefore = null,
        Expression<Func<T, object?>>? norBefore = null
    ) =>
        Add(
            of,
            label,
            Meaning.Plain,
            c =>
            {
                c.Happened = true;
                NotBefore(c, notBefore);
                NotBefore(c, norBefore);
            }
        );

    /// <summary>Øre.</summary>
    public Columns<T> Money<V>(Expression<Func<T, V>> of, string label) => Add(of, label, Meaning.Money);

    public Columns<T> Hundredths<V>(Expression<Func<T, V>> of, string label) => Add(of, label, Meaning.Hundredths);

    public Columns<T> TenThousandths<V>(Expression<Func<T, V>> of, string label) => Add(of, label, Meaning.TenThousandths);

    /// <summary>A section of the law.</summary>
    public Columns<T> Section(Expression<Func<T, string>> of, string label) => Add(of, label, Meaning.Section);

    /// <summary>A code in the catalogue of measures.</summary>
    public Columns<T> Measure(Expression<Func<T, string?>> of, string label) => Add(of, label, Meaning.Measure);

    /// <summary>A code of a list that is no enum, with the way from a code to what people read.</summary>
    public Columns<T> Listed(Expression<Func<T, string?>> of, string label, Func<string, string> shown) =>
        Add(of, label, Meaning.Plain, c => c.Shown = shown);

    /// <summary>Set by Spor alone.</summary>
    public Columns<T> BySpor<V>(Expression<Func<T, V>> of, string label) => Add(of, label, Meaning.Plain, c => c.BySpor = true);

    /// <summary>Which thing a row is about, where several rows are about one: what others refer to. Set by Spor alone.</summary>
    public Columns<T> Thing(Expression<Func<T, long>> of, string label) =>
        Add(
            of,
            label,
            Meaning.Plain,
            c =>
            {
                c.BySpor = true;
                ThingColumn = c.Name;
            }
        );

    /// <summary>The id of a fact that the row is a part of.</summary>
    public Columns<T> Refers<R>(Expression<Func<T, long>> of, string label, bool bySpor = false)
        where R : Fact => Refer(of, label, typeof(R), Bond.Part, bySpor);

    /// <summary>The id of a fact, or null.</summary>
    public Columns<T> Refers<R>(Expression<Func<T, long?>> of, string label, Bond bond = Bond.Loose, bool bySpor = false, Type? or = null)
        where R : Fact =>
        Refer(of, label, typeof(R), bond, bySpor)
            .Last(c =>
            {
                if (or is not null)
                    c.Targets = [.. c.Targets, or];
            });

    Columns<T> Refer<V>(Expression<Func<T, V>> of, string label, Type to, Bond bond, bool bySpor) =>
        Add(of, label, Meaning.Reference, c => (c.Targets, c.Bond, c.BySpor) = ([to], bond, bySpor));

    /// <summary>A thing of any kind: one column names the kind (<see cref="FactKind.Name"/>), the other holds the id.</summary>
    public Columns<T> About<V>(Expression<Func<T, string?>> kind, Expression<Func<T, V>> id, string label, Bond bond)
    {
        Add(kind, label, Meaning.Plain, c => c.BySpor = true);
        var named = List[^1];
        return Add(id, label, Meaning.Reference, c => (c.KindIn, c.Bond, c.BySpor) = (named, bond, true));
    }

    /// <summary>A line of personal text: a name, an address, a place.</summary>
    public Columns<T> Line(Expression<Func<T, string?>> of, string label) => Add(of, label, Meaning.Line);

    /// <summary>Personal text of several lines.</summary>
    public Columns<T> Words(Expression<Func<T, string?>> of, string label) => Add(of, label, Meaning.Words);

    Columns<T> Last(Action<Column> also)
    {
        also(List[^1]);
        return this;
    }

    internal string ThingColumn { get; private set; } = nameof(Fact.Id);

    void NotBefore(Column column, Expression<Func<T, object?>>? earlier)
    {
        if (earlier is null)
            return;
        var name = NameIn(earlier);
        column.NotBefore =
        [
            .. column.NotBefore,
            List.Find(c => c.Name == name) ?? throw new InvalidOperationException($"{name} comes before {column.Name} and stands after it"),
        ];
    }
}
