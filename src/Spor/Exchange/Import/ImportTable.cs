using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>One file of the import format, and what was read from it.</summary>
public abstract class ImportTable
{
    protected ImportTable(string name, FactKind kind, bool required)
    {
        (Name, Kind, Required, File) = (name, kind, required, name + ".csv");
        byKey = new(at => Facts[at].SourceKey);
    }

    /// <summary>Without extension, for example <c>indsatser</c>.</summary>
    public string Name { get; }
    public FactKind Kind { get; }
    public bool Required { get; }

    /// <summary>The file as delivered; the standard name until it is found.</summary>
    public string File { get; internal set; }
    public bool Delivered { get; internal set; }

    /// <summary>Several rows may have one key, and are compared together.</summary>
    public abstract bool SharesKeys { get; }
    public abstract IReadOnlyList<(string Heading, bool Required)> Columns { get; }

    public List<Fact> Facts { get; } = [];
    public List<int> Lines { get; } = [];

    /// <summary>Rows with an error, or hanging on one; by position.</summary>
    public HashSet<int> BadRows { get; } = [];

    readonly KeyIndex byKey;
    readonly Dictionary<int, int> repeats = [];
    public IEnumerable<string> Keys => byKey.Keys;

    /// <summary>How many different things the rows are about: rows of a shared key are about one.</summary>
    public int Things => byKey.Count;

    /// <summary>The position of the first row with a key.</summary>
    public int? Find(string key) => byKey.Find(key) is >= 0 and var at ? at : null;

    /// <summary>The first row with the key of the row at a position: itself, or one before it.</summary>
    internal int FirstLike(int at) => repeats.GetValueOrDefault(at, at);

    /// <summary>The row of a key, which is kept at a position next, and the first row with that key if it is another.</summary>
    internal int? Claim(string key, int at)
    {
        repeats.Remove(at);
        if (byKey.Add(key, at) is not (>= 0 and var first))
            return null;
        repeats[at] = first;
        return first;
    }

    /// <summary>Lets go of the rows, which the writing of an import uses up one by one.</summary>
    internal void Forget()
    {
        Facts.Clear();
        Facts.TrimExcess();
        Lines.Clear();
        Lines.TrimExcess();
        byKey.Clear();
        repeats.Clear();
    }

    internal abstract void ReadRow(TableReader reader, Row row, IReadOnlyList<Cell> cells);

    /// <summary>Replaces the refs of every row by ids, once each row has one.</summary>
    internal abstract void Resolve(IReadOnlyDictionary<string, long[]> idsOf);

    /// <summary>Rows of a shared key are about one thing and compared together, so one that is set aside takes the others with
    /// it.</summary>
    internal abstract void SpreadOverKeys();

    /// <summary>Positions of rows that refer to a bad row.</summary>
    internal abstract IEnumerable<int> HangingOn(IReadOnlyDictionary<string, ImportTable> tables);
}

/// <summary>Where a column's value comes from in this extract: a cell, a fixed value, nowhere; and how its codes translate.</summary>
public sealed record Cell(int Index, string? Fixed, IReadOnlyDictionary<string, string>? Codes);

/// <summary>One column of a file: how its text becomes a value of the fact.</summary>
public sealed record Field<T>(
    string Heading,
    bool Required,
    Action<Row, string, T> Set,
    bool InKey = false,
    string? Target = null,
    Func<T, long?>? GetRef = null,
    Action<T, long?>? SetRef = null
);

public sealed class ImportTable<T>(
    string name,
    FactKind<T> kind,
    bool required,
    bool sharesKeys,
    IReadOnlyList<Field<T>> fields,
    Action<Row, T>? check = null
) : ImportTable(name, kind, required)
    where T : Fact, new()
{
    public override bool SharesKeys => sharesKeys;
    public override IReadOnlyList<(string Heading, bool Required)> Columns { get; } = [.. fields.Select(f => (f.Heading, f.Required))];

    internal override void ReadRow(TableReader reader, Row row, IReadOnlyList<Cell> cells)
    {
        var fact = new T();
        string? key = null;
        row.Hash.Begin();
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var cell = cells[i];
            var text = cell.Index >= 0 ? reader.Cell(cell.Index).Trim() : "";
            if (text.Length == 0 && cell.Fixed is not null)
                text = cell.Fixed;
            row.Field = i;
            row.Column = field.Heading;
            if (cell.Index >= 0 && reader.Oddity(cell.Index) is { } odd)
            {
                if (odd.Severity == Severity.Warning)
                    row.Warn(odd.Code, text, odd.Expected);
                else
                {
                    row.Error(odd.Code, text, odd.Expected);
                    if (!field.InKey)
                        continue;
                }
            }
            if (text.Length == 0)
            {
                if (field.Required)
                    row.Error("missing", null, "en værdi");
                continue;
            }
            if (cell.Codes is not null && cell.Codes.TryGetValue(text, out var ours))
                text = ours;
            row.KeyPart = text;
            field.Set(row, text, fact);
            if (field.InKey)
                key = key is null ? row.KeyPart : key + "|" + row.KeyPart;
        }
        // Also on a row with other errors: all problems in one go.
        check?.Invoke(row, fact);
        fact.SourceHash = row.Hash.End();
        fact.SourceKey = key;
        var at = Facts.Count;
        if (key is not null && Claim(key, at) is { } first && (!sharesKeys || row.MayRepeat))
        {
            if (row.MayRepeat && !row.Bad && IsRepeated(key, fact.SourceHash, first))
                return;
            if (sharesKeys)
            {
                Keep(fact, row, at);
                return;
            }
            row.Column = string.Join(" + ", fields.Where(f => f.InKey).Select(f => f.Heading));
            row.Error(
                "key-twice",
                key.Replace("|", " + ", StringComparison.Ordinal),
                $"en nøgle, der kun står én gang. Den står også på linje {Lines[first]}"
            );
        }
        Keep(fact, row, at);
    }

    void Keep(T fact, Row row, int at)
    {
        Facts.Add(fact);
        Lines.Add(row.Line);
        if (row.Bad)
            BadRows.Add(at);
    }

    // The same values on another row of a file that holds several tables: the thing was told already.
    bool IsRepeated(string key, long hash, int first)
    {
        if (!sharesKeys)
            return Facts[first].SourceHash == hash;
        for (var i = first; i < Facts.Count; i++)
            if (Facts[i].SourceKey == key && Facts[i].SourceHash == hash)
                return true;
        return false;
    }

    internal override void SpreadOverKeys()
    {
        if (!sharesKeys || BadRows.Count == 0)
            return;
        var bad = BadRows.Select(i => Facts[i].SourceKey).ToHashSet();
        for (var i = 0; i < Facts.Count; i++)
            if (Facts[i].SourceKey is { } key && bad.Contains(key))
                BadRows.Add(i);
    }

    internal override void Resolve(IReadOnlyDictionary<string, long[]> idsOf)
    {
        foreach (var field in fields)
        {
            if (field.Target is not { } target)
                continue;
            var ids = idsOf[target];
            foreach (var fact in Facts)
                if (field.GetRef!((T)fact) is { } value)
                    field.SetRef!((T)fact, value > 0 ? ids[value - 1] : -value);
        }
    }

    internal override IEnumerable<int> HangingOn(IReadOnlyDictionary<string, ImportTable> tables)
    {
        foreach (var field in fields)
        {
            if (field.Target is not { } target || tables[target].BadRows is not { Count: > 0 } bad)
                continue;
            for (var i = 0; i < Facts.Count; i++)
                if (field.GetRef!((T)Facts[i]) is { } value && value > 0 && bad.Contains((int)value - 1))
                    yield return i;
        }
    }
}
