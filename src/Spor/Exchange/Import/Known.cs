using Spor.Economy;
using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>What a database holds of one row of the source: the latest row of its id.</summary>
/// <param name="Thing">What the key names: the id itself, or of a shared key the team, district or person.</param>
/// <param name="Touched">A person has set its values in Spor since the source last spoke.</param>
/// <param name="Withdrawn">No row of it is open.</param>
/// <param name="Erased">The key can be matched (<see cref="IKnownRows.ErasedKey"/>), and no longer read.</param>
/// <param name="TakenBack">A person withdrew it in Spor; what an import withdrew, another may bring again.</param>
public readonly record struct KnownRow(
    long Id,
    long Thing,
    long ChildId,
    string Key,
    long SourceHash,
    bool Touched,
    bool Withdrawn,
    bool Erased = false,
    bool TakenBack = false
)
{
    /// <summary>A child's record that was merged into another: <see cref="Thing"/> is the child it is now.</summary>
    public bool IsMerged(FactKind kind) => kind.IsTheChild && Thing != Id;
}

/// <summary>The rows a database knows by the source's keys, kind by kind.</summary>
public interface IKnownRows
{
    IEnumerable<KnownRow> Of(FactKind kind);

    /// <summary>The open rows as facts, without their texts.</summary>
    IEnumerable<Fact> Open(FactKind kind);

    /// <summary>Those of them in which a column says yes.</summary>
    IEnumerable<Fact> Open(FactKind kind, string column);

    /// <summary>What the key of a known row is where it was erased and was this one.</summary>
    string ErasedKey(FactKind kind, string key) => key;
}

/// <summary>The known rows of one kind by their keys, in the order of their ids: the order of the file that first brought them.</summary>
sealed class KnownKind
{
    readonly KeyIndex first;

    /// <summary>The next row of the same key, or -1. Empty where no key repeats.</summary>
    readonly int[] next = [];

    /// <summary>From a key to what it is where it was erased; null where none is.</summary>
    readonly Func<string, string>? erased;

    public List<KnownRow> Rows { get; }

    public KnownKind(IEnumerable<KnownRow> rows, Func<string, string> erased)
    {
        Rows = [.. rows];
        if (Rows.Exists(r => r.Erased))
            this.erased = erased;
        for (var i = 1; i < Rows.Count; i++)
            if (Rows[i].Id < Rows[i - 1].Id)
            {
                Rows.Sort((a, b) => a.Id.CompareTo(b.Id));
                break;
            }
        first = new(i => Rows[i].Key);
        var repeats = new List<(int First, int At)>();
        for (var i = 0; i < Rows.Count; i++)
            if (first.Add(Rows[i].Key, i) is >= 0 and var before)
                repeats.Add((before, i));
        if (repeats.Count == 0)
            return;
        next = new int[Rows.Count];
        Array.Fill(next, -1);
        var lastOf = new Dictionary<int, int>();
        foreach (var (of, at) in repeats)
        {
            next[lastOf.GetValueOrDefault(of, of)] = at;
            lastOf[of] = at;
        }
    }

    /// <summary>The position of the first row with a key, or -1.</summary>
    public int Find(string key) =>
        first.Find(key) is >= 0 and var at ? at
        : erased is null ? -1
        : first.Find(erased(key));

    /// <summary>All rows with a key.</summary>
    public IEnumerable<KnownRow> With(string key)
    {
        for (var at = Find(key); at >= 0; at = next.Length == 0 ? -1 : next[at])
            yield return Rows[at];
    }

    public long ChildOf(long id) => At(id) is >= 0 and var at ? Rows[at].ChildId : 0;

    /// <summary>The position of a row by its identity, or -1.</summary>
    public int At(long id)
    {
        int low = 0,
            high = Rows.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Rows[middle].Id == id)
                return middle;
            if (Rows[middle].Id < id)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }
}

/// <summary>An index of <see cref="IKnownRows"/>, built per kind when first asked for, or ahead of that on another thread.</summary>
public sealed class Known : IKnownKeys
{
    readonly Dictionary<FactKind, Lazy<KnownKind>> byKind;

    readonly IKnownRows rows;

    public Known(IKnownRows rows)
    {
        this.rows = rows;
        byKind = FactKinds.All.ToDictionary(k => k, k => new Lazy<KnownKind>(() => new(rows.Of(k), key => rows.ErasedKey(k, key))));
    }

    internal KnownKind Of(FactKind kind) => byKind[kind].Value;

    /// <summary>Builds every index. Made to run beside the reading of the extract.</summary>
    public void LoadAll(CancellationToken stop)
    {
        foreach (var kind in byKind.Values)
        {
            if (stop.IsCancellationRequested)
                return;
            _ = kind.Value;
        }
    }

    public bool HasAny(FactKind kind) => Of(kind).Rows.Count > 0;

    public long? IdOf(FactKind kind, string key)
    {
        var of = Of(kind);
        return of.Find(key) is >= 0 and var at ? of.Rows[at].Thing : null;
    }

    public long ChildOf(FactKind kind, long id) => Of(kind).ChildOf(id);

    public IEnumerable<string> KeysOf(FactKind kind, long id)
    {
        var of = Of(kind);
        if (of.At(id) is >= 0 and var at)
            yield return of.Rows[at].Key;
        if (kind.IsTheChild)
            foreach (var key in (merged ??= of.Rows.Where(r => r.IsMerged(kind)).ToLookup(r => r.Thing, r => r.Key))[id])
                yield return key;
    }

    ILookup<long, string>? merged;

    public string? KeyOf(FactKind kind, long id) => Of(kind) is var of && of.At(id) is >= 0 and var at ? of.Rows[at].Key : null;

    public IEnumerable<Fact> Open(FactKind kind) => rows.Open(kind);

    /// <summary>The lines of the ledger that name a measure which nobody knew when they came.</summary>
    internal IEnumerable<LedgerFact> WaitingLines() =>
        HasAny(FactKinds.Ledger) ? rows.Open(FactKinds.Ledger, nameof(LedgerFact.NamesUnknown)).Cast<LedgerFact>() : [];
}
