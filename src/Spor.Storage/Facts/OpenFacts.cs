using Spor.Children;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>
/// What is known at an entry, for rules and for a page about one thing. Each call is one query; a child's file is a fixed number of them.
/// Personal texts are not opened here, except by <see cref="ChildReader"/>.
/// </summary>
public sealed class OpenFacts
{
    readonly Link link;
    readonly KeyRing keys;

    internal OpenFacts(Link link, KeyRing keys, long entryNo)
    {
        (this.link, this.keys) = (link, keys);
        EntryNo = entryNo;
    }

    public long EntryNo { get; }

    /// <summary>The row of an identity, or null.</summary>
    public T? Find<T>(long id)
        where T : Fact => (T?)Find(FactKinds.Of(typeof(T)), id);

    public Fact? Find(FactKind kind, long id) => Rows(kind, $"{Link.Known(1)} AND \"Id\" = $2", id).FirstOrDefault();

    /// <summary>All rows of a kind about a child.</summary>
    public IReadOnlyList<T> OfChild<T>(long childId)
        where T : ChildsFact => [.. Rows(FactKinds.Of(typeof(T)), $"{Link.Known(1)} AND \"ChildId\" = $2", childId).Cast<T>()];

    /// <summary>All rows of a kind without a child: teams, districts, employments, catalogue.</summary>
    public IReadOnlyList<T> All<T>()
        where T : Fact => [.. Rows(FactKinds.Of(typeof(T)), Link.Known(1)).Cast<T>()];

    /// <summary>True if a child with this keyed hash of a CPR number is known.</summary>
    public bool KnowsNumber(long cprHash) => Rows(FactKinds.Child, $"{Link.Known(1)} AND \"CprHash\" = $2", cprHash).Count > 0;

    /// <summary>Everything about a child, its people too, without the texts; null if there is no such child.</summary>
    public ChildFile? Child(long childId) => ChildFiles.Read(link, childId, EntryNo, all: true, withSource: true);

    /// <summary>
    /// Opens the texts of rows that a rule changes a part of. A correction that brings any text replaces all of the row's texts, so the rest must be
    /// there.
    /// </summary>
    public T Opened<T>(T fact)
        where T : Fact
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
    static readonly FactKind[] Kinds = [.. FactKinds.All.Where(k => typeof(ChildsFact).IsAssignableFrom(k.Row))];

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
                $"{Link.Select(kind, withSource || RegisterLoader.KeepsSource(kind))} WHERE {Link.Known(1)} AND \"ChildId\" = $2",
                entryNo,
                childId
            );
            while (rows.Next())
                facts.Add((ChildsFact)kind.ReadRow(rows));
        }
        return ChildFile.Build(child, facts, alone: all);
    }
}
