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
    public abstract IReadOnlyList<FormatColumn> Columns { get; }

    /// <summary>Our headings as the delivered files call them, where that is another word.</summary>
    public Dictionary<string, string> Own { get; } = [];

    /// <summary>A column in the delivered file's own word, with the format's beside it.</summary>
    public string Called(string column) => Own.TryGetValue(column, out var own) ? $"{own} ({column})" : column;

    /// <summary>The files it was read from, where there are several.</summary>
    internal List<string> Files { get; } = [];

    /// <summary>Made of another table, so that no row of it can vanish from a source.</summary>
    internal bool IsDerived { get; set; }
    readonly List<ushort> fileOf = [];

    /// <summary>Rows of which a later file told again.</summary>
    internal int Retold { get; private protected set; }

    /// <summary>The file that a row stands in.</summary>
    public string FileAt(int at) => Files.Count < 2 || at >= fileOf.Count ? File : Files[fileOf[at]];

    /// <summary>Where a row stands, said in a sentence about another row of the same table.</summary>
    internal string PlaceOf(int at, string seenFrom) =>
        FileAt(at) is var file && file == seenFrom ? $"linje {Lines[at]}" : $"linje {Lines[at]} i {file}";

    /// <summary>The row comes from the last of its files.</summary>
    internal bool IsOfLastFile(int at) => Files.Count < 2 || fileOf[at] == Files.Count - 1;

    private protected int FileNoAt(int at) => Files.Count < 2 ? 0 : fileOf[at];

    private protected void PutFile(int at, int fileNo)
    {
        if (Files.Count < 2)
            return;
        if (at < fileOf.Count)
            fileOf[at] = (ushort)fileNo;
        else
            fileOf.Add((ushort)fileNo);
    }

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
        fileOf.Clear();
    }

    /// <param name="cells">Where each column stands in the reader; -1 = nowhere.</param>
    internal abstract void ReadRow(TableReader reader, Row row, IReadOnlyList<int> cells);

    /// <summary>After the last row: of a key that several files have, only the rows of the latest stay.</summary>
    internal abstract void Settle();

    /// <summary>The column of the fact that a heading sets, found by setting it; null for what is none of its own.</summary>
    internal abstract Column? ColumnOf(string heading);

    /// <summary>Leaves only the rows at some positions.</summary>
    private protected void Keep(List<int> stay)
    {
        var bad = BadRows.ToHashSet();
        var (facts, lines, of) = (
            stay.Select(i => Facts[i]).ToList(),
            stay.Select(i => Lines[i]).ToList(),
            stay.Select(i => fileOf[i]).ToList()
        );
        Forget();
        BadRows.Clear();
        for (var i = 0; i < stay.Count; i++)
        {
            Facts.Add(facts[i]);
            Lines.Add(lines[i]);
            fileOf.Add(of[i]);
            if (facts[i].SourceKey is { } key)
                Claim(key, i);
            if (bad.Contains(stay[i]))
                BadRows.Add(i);
        }
    }

    /// <summary>Replaces the refs of every row by ids, once each row has one.</summary>
    internal abstract void Resolve(IReadOnlyDictionary<string, long[]> idsOf);

    /// <summary>Rows of a shared key are about one thing and compared together, so one that is set aside takes the others with
    /// it.</summary>
    internal abstract void SpreadOverKeys();

    /// <summary>The same things may be written in Spor, row by row, and are then compared with by what they say.</summary>
    internal abstract bool KnowsEntered { get; }

    /// <summary>What a row is about, as the file's key names it, and what it says of it.</summary>
    internal abstract (string Key, object Values) Says(Fact fact);

    /// <summary>Positions of rows that refer to a bad row.</summary>
    internal abstract IEnumerable<int> HangingOn(IReadOnlyDictionary<string, ImportTable> tables);
}

/// <summary>One column of a file: how its text becomes a value of the fact.</summary>
public sealed record Field<T>(
    string Heading,
    bool Required,
    Action<Row, string, T> Set,
    bool InKey = false,
    string? Target = null,
    Func<T, long?>? GetRef = null,
    Action<T, long?>? SetRef = null,
    Takes Takes = Takes.Text,
    IEnumerable<string>? Codes = null
);

public sealed class ImportTable<T>(
    string name,
    FactKind<T> kind,
    bool required,
    bool sharesKeys,
    IReadOnlyList<Field<T>> fields,
    Action<Row, T>? check = null,
    Func<T, (string Key, object Values)>? says = null
) : ImportTable(name, kind, required)
    where T : Fact, new()
{
    public override bool SharesKeys => sharesKeys;
    internal override bool KnowsEntered => says is not null;

    internal override (string Key, object Values) Says(Fact fact) =>
        says?.Invoke((T)fact) ?? throw new InvalidOperationException($"{Name} is not written row by row in Spor.");

    public override IReadOnlyList<FormatColumn> Columns { get; } =
    [.. fields.Select(f => new FormatColumn(f.Heading, f.Required, f.Takes, f.InKey, f.Target, [.. f.Codes ?? []]))];

    /// <summary>The latest file that has told of a key.</summary>
    readonly Dictionary<string, int> latest = [];

    internal override Column? ColumnOf(string heading)
    {
        var at = fields.ToList().FindIndex(f => f.Heading == heading);
        if (at < 0)
            return null;
        if (fields[at].Target is { } target)
            return kind.Columns.FirstOrDefault(c => c.RefersTo is { } to && Format.Tables().First(t => t.Name == target).Kind == to);
        var (probe, empty) = (new T(), new T());
        var row = new Row(this, new Dictionary<string, ImportTable>(), new NothingKnown(), new ProblemList(), new SourceHash(new byte[32]))
        {
            Field = at,
        };
        var text = fields[at].Takes switch
        {
            Takes.Day or Takes.End => "2001-02-03",
            Takes.Time => "2001-02-03T04:05",
            Takes.Month => "2001-02",
            _ => null,
        };
        if (text is null)
            return null;
        fields[at].Set(row, text, probe);
        return kind.Columns.FirstOrDefault(c => !c.IsText && !Equals(c.Get(probe), c.Get(empty)));
    }

    internal override void ReadRow(TableReader reader, Row row, IReadOnlyList<int> cells)
    {
        var fact = new T();
        string? key = null;
        row.Hash.Begin();
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var cell = cells[i];
            var text = cell >= 0 ? reader.Cell(cell).Trim() : "";
            row.Field = i;
            row.Column = field.Heading;
            if (cell >= 0 && reader.Oddity(cell) is { } odd)
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
        if (Files.Count > 1 && key is not null && IsRetold(fact, key, row, at))
            return;
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
                $"en nøgle, der kun står én gang. Den står også på {PlaceOf(first, row.FileName ?? File)}"
            );
        }
        Keep(fact, row, at);
    }

    void Keep(T fact, Row row, int at)
    {
        Facts.Add(fact);
        Lines.Add(row.Line);
        PutFile(at, row.FileNo);
        if (row.Bad)
            BadRows.Add(at);
    }

    // A later file's row takes the place of an earlier one's, where it stands, for others point at it by its position.
    bool IsRetold(T fact, string key, Row row, int at)
    {
        if (sharesKeys)
        {
            if (latest.TryGetValue(key, out var before) && before < row.FileNo)
                Retold++;
            latest[key] = row.FileNo;
            return false;
        }
        if (Find(key) is not { } first || FileNoAt(first) >= row.FileNo)
            return false;
        Facts[first] = fact;
        Lines[first] = row.Line;
        PutFile(first, row.FileNo);
        BadRows.Remove(first);
        if (row.Bad)
            BadRows.Add(first);
        Retold++;
        return true;
    }

    internal override void Settle()
    {
        if (!sharesKeys || Retold == 0)
            return;
        Keep([.. Enumerable.Range(0, Facts.Count).Where(i => Facts[i].SourceKey is not { } key || latest[key] == FileNoAt(i))]);
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
