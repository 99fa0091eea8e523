namespace Spor.Facts;

/// <summary>
/// One kind of fact: its name in events (<c>intervention-recorded</c>), its table, its columns. Table, event, import and memory share one shape,
/// so a column is described here once.
/// </summary>
public abstract class FactKind(string name, Type row, bool inRegister)
{
    /// <summary>Kebab-case, singular; also the table's name with underscores.</summary>
    public string Name { get; } = name;
    public string Table { get; } = name.Replace('-', '_');
    public Type Row { get; } = row;
    public bool IsAboutAChild { get; } = typeof(ChildsFact).IsAssignableFrom(row) || row.Name == "ChildFact";

    /// <summary>False for what no figure and no list needs: it is read with the one child it is about, and takes no room in memory.</summary>
    public bool InRegister { get; } = inRegister;
    public abstract bool HasText { get; }

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
}

public sealed class FactKind<T> : FactKind
    where T : Fact, new()
{
    const char Separator = '\u001f';
    readonly Column<T>[] life,
        own,
        all,
        carried;
    readonly Func<T, string?[]>? getText;
    readonly Action<T, string?[]>? setText;

    public FactKind(
        string name,
        Func<Columns<T>, Columns<T>> columns,
        Func<T, string?[]>? getText = null,
        Action<T, string?[]>? setText = null,
        bool inRegister = true
    )
        : base(name, typeof(T), inRegister)
    {
        this.getText = getText;
        this.setText = setText;
        var id = new Columns<T>().Long("Id", f => f.Id, (f, v) => f.Id = v);
        if (typeof(ChildsFact).IsAssignableFrom(typeof(T)))
            id.Long("ChildId", f => ((ChildsFact)(Fact)f).ChildId, (f, v) => ((ChildsFact)(Fact)f).ChildId = v);
        var tail = new Columns<T>()
            .MaybeText("SourceKey", f => f.SourceKey, (f, v) => f.SourceKey = v)
            .Long("SourceHash", f => f.SourceHash, (f, v) => f.SourceHash = v)
            .Bool("Touched", f => f.Touched, (f, v) => f.Touched = v);
        if (getText is not null)
            tail.MaybeLong("TextId", f => f.TextId, (f, v) => f.TextId = v);
        life =
        [
            .. new Columns<T>()
                .Long("RecordedIn", f => f.RecordedIn, (f, v) => f.RecordedIn = v)
                .MaybeLong("RetractedIn", f => f.RetractedIn, (f, v) => f.RetractedIn = v)
                .List,
        ];
        own = [.. columns(new Columns<T>()).List];
        carried = [.. id.List, .. own, .. tail.List];
        all = [.. id.List, .. life, .. own, .. tail.List];
        Shape = [.. all.Select(c => (c.Name, c.Type, c.Nullable))];
    }

    public override bool HasText => getText is not null;
    public override IReadOnlyList<(string Name, ColumnType Type, bool Nullable)> Shape { get; }
    public IReadOnlyList<Column<T>> Own => own;

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
        if (getText is null)
            return null;
        // A part must not end another.
        var parts = Array.ConvertAll(getText((T)fact), p => p?.Replace(Separator, ' '));
        return Array.TrueForAll(parts, string.IsNullOrEmpty) ? null : string.Join(Separator, parts);
    }

    public override void UnpackText(Fact fact, string text)
    {
        if (setText is null)
            return;
        var parts = text.Split(Separator);
        // A text packed before the kind had more parts has fewer of them.
        var all = new string?[Math.Max(parts.Length, getText!((T)fact).Length)];
        for (var i = 0; i < parts.Length; i++)
            all[i] = parts[i].Length == 0 ? null : parts[i];
        setText((T)fact, all);
    }
}
