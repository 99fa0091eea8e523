using Spor.Children;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>What is known at an entry, read from the database. Each call is one query; a child's file is a fixed number of them.</summary>
public sealed class OpenFacts : KnownFacts
{
    readonly Link link;
    readonly KeyRing keys;

    internal OpenFacts(Link link, KeyRing keys, long entryNo)
    {
        (this.link, this.keys) = (link, keys);
        EntryNo = entryNo;
    }

    public override long EntryNo { get; }

    /// <summary>Whether entries of others stand before this one in the same transaction, not yet committed.</summary>
    internal bool BehindOthers { get; init; }

    public override Fact? Find(FactKind kind, long id) => Rows(kind, $"{Link.Known(1)} AND \"Id\" = $2", id).FirstOrDefault();

    public override IReadOnlyList<T> OfChild<T>(long childId) =>
        [.. Rows(FactKinds.Of(typeof(T)), $"{Link.Known(1)} AND \"ChildId\" = $2", childId).Cast<T>()];

    /// <summary>All rows of a kind about any of some children, in one query.</summary>
    public IReadOnlyList<T> OfChildren<T>(IReadOnlyCollection<long> children)
        where T : ChildsFact =>
        children.Count == 0
            ? []
            :
            [
                .. Rows(
                        FactKinds.Of(typeof(T)),
                        $"{Link.Known(1)} AND \"ChildId\" IN ("
                            + string.Join(',', children.Select(c => c.ToString(System.Globalization.CultureInfo.InvariantCulture)))
                            + ")"
                    )
                    .Cast<T>(),
            ];

    public override IReadOnlyList<T> All<T>() => [.. Rows(FactKinds.Of(typeof(T)), Link.Known(1)).Cast<T>()];

    public override bool KnowsNumber(long cprHash) => Rows(FactKinds.Child, $"{Link.Known(1)} AND \"CprHash\" = $2", cprHash).Count > 0;

    public override IReadOnlyCollection<long> OnceHad(long cprHash) => FormerNumbers.Of(link, cprHash);

    public override IReadOnlySet<(FactKind Kind, long Id)> OnceOf(long record)
    {
        var once = new HashSet<(FactKind, long)>();
        foreach (var kind in ChildFiles.ChildKinds)
        {
            using var rows = link.Query(
                $"SELECT DISTINCT \"Id\" FROM {Link.Q(kind.Table)} WHERE \"RecordedIn\" <= $1 AND \"ChildId\" = $2",
                EntryNo,
                record
            );
            while (rows.Next())
                once.Add((kind, rows.Long(0)));
        }
        return once;
    }

    public override Fact? Retracted(FactKind kind, long id) =>
        Rows(kind, "\"RetractedIn\" <= $1 AND \"Id\" = $2", id).MaxBy(f => f.RetractedIn);

    public override ChildFile? Child(long childId) => ChildFiles.Read(link, childId, EntryNo, all: true, withSource: true);

    public override bool Knows(FactKind kind, long thing) => Rows(kind, $"{Link.Known(1)} AND {Link.Q(kind.Thing)} = $2", thing).Count > 0;

    public override IReadOnlyList<(long First, long Last)> Imports()
    {
        using var rows = link.Query("SELECT \"FirstNo\", \"LastNo\" FROM import WHERE \"FirstNo\" IS NOT NULL");
        var found = new List<(long, long)>();
        while (rows.Next())
            found.Add((rows.Long(0), rows.Long(1)));
        return found;
    }

    public override IReadOnlyList<long> Family(long familyId) =>
        [.. Rows(FactKinds.Child, $"{Link.Known(1)} AND \"FamilyId\" = $2", familyId).Select(c => c.Id).Order()];

    public override T Opened<T>(T fact)
    {
        if (fact.TextId is not { } id)
            return fact;
        using var rows = link.Query("SELECT \"Body\" FROM text WHERE \"Id\" = $1 AND \"Body\" IS NOT NULL", id);
        if (rows.Next())
            FactKinds.Of(fact).UnpackText(fact, keys.Unseal(id, rows.Bytes(0)));
        return fact;
    }

    List<Fact> Rows(FactKind kind, string where, long? second = null)
    {
        using var rows = second is { } v
            ? link.Query($"{Link.Select(kind)} WHERE {where}", EntryNo, v)
            : link.Query($"{Link.Select(kind)} WHERE {where}", EntryNo);
        var found = new List<Fact>();
        while (rows.Next())
            found.Add(kind.ReadRow(rows));
        return found;
    }
}

static class ChildFiles
{
    static readonly FactKind[] Kinds = [.. FactKinds.All.Where(k => k.IsOfAChild)];

    /// <summary>The kinds of fact about a child, its own row not among them.</summary>
    public static IReadOnlyList<FactKind> ChildKinds => Kinds;

    public static ChildFile? Read(Link link, long childId, long entryNo, bool all, bool withSource)
    {
        ChildFact? child = null;
        using (var rows = link.Query($"{Link.Select(FactKinds.Child)} WHERE {Link.Known(1)} AND \"Id\" = $2", entryNo, childId))
            if (rows.Next())
                child = (ChildFact)FactKinds.Child.ReadRow(rows);
        if (child is null)
            return null;
        var facts = new List<ChildsFact>();
        foreach (var kind in Kinds)
        {
            if (!all && !kind.InRegister)
                continue;
            using var rows = link.Query(
                $"{Link.Select(kind, withSource || kind.KeepsSource)} WHERE {Link.Known(1)} AND \"ChildId\" = $2",
                entryNo,
                childId
            );
            while (rows.Next())
                facts.Add((ChildsFact)kind.ReadRow(rows));
        }
        return ChildFile.Build(child, facts, alone: all);
    }
}
