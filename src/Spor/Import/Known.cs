using Spor.Facts;

namespace Spor.Import;

/// <summary>What a database holds of one row of the source: the latest row of its id.</summary>
/// <param name="Thing">What the key names: the id itself, or of a shared key the team, district or person.</param>
/// <param name="Touched">A person has set its values in Spor since the source last spoke.</param>
/// <param name="Withdrawn">No row of it is open.</param>
public readonly record struct KnownRow(long Id, long Thing, long ChildId, string Key, long SourceHash, bool Touched, bool Withdrawn);

/// <summary>The rows a database knows by the source's keys, kind by kind.</summary>
public interface IKnownRows
{
    IEnumerable<KnownRow> Of(FactKind kind);
}

/// <summary>An index of <see cref="IKnownRows"/>, built per kind when first asked for.</summary>
public sealed class Known(IKnownRows rows) : IKnownKeys
{
    sealed class Index
    {
        public readonly Dictionary<string, int> First = new(StringComparer.Ordinal);
        public readonly List<KnownRow> Rows = [];
        /// <summary>The next row of the same key, or -1.</summary>
        public readonly List<int> Next = [];
        public Dictionary<long, long>? Children;
    }

    readonly Dictionary<FactKind, Index> byKind = [];

    Index Of(FactKind kind)
    {
        if (byKind.TryGetValue(kind, out var index)) return index;
        index = new();
        foreach (var row in rows.Of(kind))
        {
            var at = index.Rows.Count;
            index.Rows.Add(row);
            index.Next.Add(index.First.TryGetValue(row.Key, out var first) ? first : -1);
            index.First[row.Key] = at;
        }
        return byKind[kind] = index;
    }

    public bool HasAny(FactKind kind) => Of(kind).Rows.Count > 0;

    public long? IdOf(FactKind kind, string key)
    {
        var index = Of(kind);
        return index.First.TryGetValue(key, out var at) ? index.Rows[at].Thing : null;
    }

    public long ChildOf(FactKind kind, long id)
    {
        var index = Of(kind);
        index.Children ??= index.Rows.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First().ChildId);
        return index.Children.GetValueOrDefault(id);
    }

    public IReadOnlyList<KnownRow> All(FactKind kind) => Of(kind).Rows;

    /// <summary>The rows of a key; usually one.</summary>
    public IEnumerable<KnownRow> Find(FactKind kind, string key)
    {
        var index = Of(kind);
        for (var at = index.First.GetValueOrDefault(key, -1); at >= 0; at = index.Next[at]) yield return index.Rows[at];
    }
}
