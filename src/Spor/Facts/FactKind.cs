using System.Globalization;

namespace Spor.Facts;

/// <summary>
/// One kind of fact: its name in events (<c>intervention-recorded</c>), its table, its words, its columns. Declared beside its row and
/// nowhere else: table, event, register, import, correction, history and file of one child all read this.
/// </summary>
public abstract class FactKind(string name, string one, string many, Type row, Keeping keeping)
{
    /// <summary>Kebab-case, singular; also the table's name with underscores.</summary>
    public string Name { get; } = name;
    public string Table { get; } = name.Replace('-', '_');
    public Type Row { get; } = row;

    /// <summary>Danish, as after a number: 1 plan.</summary>
    public string One { get; } = one;

    /// <summary>3 planer. The same as <see cref="One"/> for what there is one of.</summary>
    public string Many { get; } = many;

    /// <summary>As the heading of a list.</summary>
    public string Heading { get; } = char.ToUpper(many[0], CultureInfo.InvariantCulture) + many[1..];

    /// <summary>The child's own row.</summary>
    public bool IsTheChild { get; } = keeping.HasFlag(Keeping.TheChild);
    public bool IsAboutAChild => IsTheChild || IsOfAChild;

    /// <summary>About a child and not the child's own row.</summary>
    public bool IsOfAChild { get; } = typeof(ChildsFact).IsAssignableFrom(row);

    /// <summary>The column that says which child; null for what is about none.</summary>
    public string? ChildColumn =>
        IsTheChild ? nameof(Fact.Id)
        : IsOfAChild ? nameof(ChildsFact.ChildId)
        : null;

    /// <summary>False for what no figure and no list needs: it is read with the one child it is about, and takes no room in
    /// memory.</summary>
    public bool InRegister { get; } = !keeping.HasFlag(Keeping.OutOfRegister);

    /// <summary>Its texts are open in the register.</summary>
    public bool OpenInRegister { get; } = keeping.HasFlag(Keeping.OpenInRegister);

    /// <summary>The register keeps the source's key, because a page shows it or searches for it.</summary>
    public bool KeepsSource => keeping.HasFlag(Keeping.KeepsSource) || (!IsAboutAChild && !keeping.HasFlag(Keeping.WithoutSource));

    /// <summary>Its texts are opened when somebody asks for them, not with the child.</summary>
    public bool OpensLate { get; } = keeping.HasFlag(Keeping.OpensLate);

    /// <summary>Corrected and withdrawn on the common page; false for what has a way of its own.</summary>
    public bool IsCorrectable => IsAboutAChild && !keeping.HasFlag(Keeping.OwnWay);

    /// <summary>Where the kind's rows stand in a <see cref="ChildFile"/> or a <see cref="Register"/>.</summary>
    internal int Slot { get; set; }

    public abstract bool HasText { get; }

    /// <summary>The column that others refer to it by: <c>Id</c>, or what several rows of one thing share.</summary>
    public abstract string Thing { get; }

    /// <summary>What a fact says, in the order of its description: columns and texts, without its life in the record and its
    /// source.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The columns that hold an id of another fact.</summary>
    public abstract IReadOnlyList<Column> References { get; }

    /// <summary>The Danish label of a column, for a form that asks for it:
    /// <c>FollowUpFact.Described.LabelOf(nameof(FollowUpFact.NextBy))</c>.</summary>
    /// <exception cref="InvalidOperationException">The kind has no such column.</exception>
    public string LabelOf(string column) => Columns.First(c => c.Name == column).Label;

    /// <summary>All columns, life and source included, in the order of the table.</summary>
    public abstract IReadOnlyList<(string Name, ColumnType Type, bool Nullable)> Shape { get; }

    /// <summary>Writes every column in the order of <see cref="Shape"/>.</summary>
    public abstract void WriteRow(Fact fact, IValueSink sink);

    /// <summary>Writes what an event carries: everything but the row's life in the record.</summary>
    public abstract void WriteEvent(Fact fact, IValueSink sink);
    public abstract Fact ReadRow(IValueSource source);
    public abstract Fact ReadEvent(IValueSource source);

    /// <summary>The personal text of a fact, to be encrypted apart; null if there is none.</summary>
    public abstract string? PackText(Fact fact);
    public abstract void UnpackText(Fact fact, string text);

    /// <summary>A row with every value empty.</summary>
    public abstract Fact New();

    /// <summary>Room for so many rows; the same empty array for none.</summary>
    internal abstract Fact[] Room(int rows);

    /// <summary>Puts rows of the kind into its order, and by id where that is equal.</summary>
    internal abstract void Sort(Fact[] rows);

    public override string ToString() => Name;
}

/// <summary>How a kind of fact is kept and shown, where that is not as usual.</summary>
[Flags]
public enum Keeping
{
    Usual = 0,
    TheChild = 1,
    OutOfRegister = 2,
    OpenInRegister = 4,
    KeepsSource = 8,
    OpensLate = 16,

    /// <summary>A note is corrected by a new note, a sent letter never changes: nothing is corrected or withdrawn on the common
    /// page.</summary>
    OwnWay = 32,

    /// <summary>No page asks for the source's key, and there are so many rows that opening it costs.</summary>
    WithoutSource = 64,
}

public sealed class FactKind<T> : FactKind
    where T : Fact, new()
{
    const char Separator = '\u001f';
    static readonly T[] None = [];
    readonly Column<T>[] texts,
        carried,
        all;
    readonly Comparison<T> order;

    /// <param name="name">Kebab-case, singular. A released name never changes its meaning.</param>
    /// <param name="one">Danish, as after a number: <c>plan</c>.</param>
    /// <param name="many"><c>planer</c></param>
    /// <param name="order">The order of the rows in a child's file and in the register; by id where it says nothing.</param>
    public FactKind(
        string name,
        string one,
        string many,
        Func<Columns<T>, Columns<T>> columns,
        Comparison<T>? order = null,
        Keeping keeping = Keeping.Usual
    )
        : base(name, one, many, typeof(T), keeping)
    {
        this.order = order is null ? (a, b) => a.Id.CompareTo(b.Id) : (a, b) => order(a, b) is var c && c != 0 ? c : a.Id.CompareTo(b.Id);
        var described = columns(new Columns<T>());
        Thing = described.ThingColumn;
        texts = [.. described.List.Where(c => c.IsText)];
        Columns = [.. described.List];
        References = [.. described.List.Where(c => c.IsReference)];
        var id = new Columns<T>().BySpor(f => f.Id, "");
        if (IsOfAChild)
            id.List.Add(new Column<T, long>(nameof(ChildsFact.ChildId), "", Ways.Of<long>(false), ChildOf, SetChild));
        var tail = new Columns<T>();
        tail.List.Add(new SourceKeyColumn<T>(this) { BySpor = true });
        tail.BySpor(f => f.SourceHash, "").BySpor(f => f.Touched, "");
        if (HasText)
            tail.BySpor(f => f.TextId, "");
        var life = new Columns<T>().BySpor(f => f.RecordedIn, "").BySpor(f => f.RetractedIn, "");
        Column<T>[] own = [.. described.List.Where(c => !c.IsText)];
        carried = [.. id.List, .. own, .. tail.List];
        all = [.. id.List, .. life.List, .. own, .. tail.List];
        Shape = [.. all.Select(c => (c.Name, c.Type, c.Nullable))];
    }

    static long ChildOf(T fact) => ((ChildsFact)(Fact)fact).ChildId;

    static void SetChild(T fact, long child) => ((ChildsFact)(Fact)fact).ChildId = child;

    public override bool HasText => texts.Length > 0;
    public override string Thing { get; }
    public override IReadOnlyList<Column> Columns { get; }
    public override IReadOnlyList<Column> References { get; }
    public override IReadOnlyList<(string Name, ColumnType Type, bool Nullable)> Shape { get; }

    public override void WriteRow(Fact fact, IValueSink sink)
    {
        foreach (var c in all)
            c.Write((T)fact, sink);
    }

    public override void WriteEvent(Fact fact, IValueSink sink)
    {
        foreach (var c in carried)
            c.Write((T)fact, sink);
    }

    public override Fact ReadRow(IValueSource source) => Read(all, source);

    public override Fact ReadEvent(IValueSource source) => Read(carried, source);

    static T Read(Column<T>[] columns, IValueSource source)
    {
        var fact = new T();
        for (var i = 0; i < columns.Length; i++)
            columns[i].Read(fact, source, i);
        return fact;
    }

    public override string? PackText(Fact fact)
    {
        if (texts.Length == 0)
            return null;
        // A part must not end another.
        var parts = Array.ConvertAll(texts, c => ((string?)c.Get(fact))?.Replace(Separator, ' '));
        return Array.TrueForAll(parts, string.IsNullOrEmpty) ? null : string.Join(Separator, parts);
    }

    public override void UnpackText(Fact fact, string text)
    {
        var parts = text.Split(Separator);
        // A text packed before the kind had more parts has fewer of them.
        for (var i = 0; i < texts.Length; i++)
            texts[i].Set(fact, i < parts.Length && parts[i].Length > 0 ? parts[i] : null);
    }

    public override Fact New() => new T();

    internal override Fact[] Room(int rows) => rows == 0 ? None : new T[rows];

    internal override void Sort(Fact[] rows)
    {
        if (rows.Length > 1)
            Array.Sort((T[])rows, order);
    }
}
