using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage.Facts;

/// <summary>One entry of a child's history.</summary>
/// <param name="At">UTC.</param>
/// <param name="ImportId">The import it came with; null for what a person did in Spor.</param>
/// <param name="Reason">Null if none was given, or if it was erased.</param>
/// <param name="Events">Only those about this child, with their texts opened.</param>
public sealed record HistoryEntry(
    long No,
    DateTime At,
    string Author,
    string Intent,
    long? ImportId,
    string? Reason,
    IReadOnlyList<DomainEvent> Events
);

/// <summary>One child's page: everything known, people and texts included, and its history. A fixed number of queries, however long the
/// history.</summary>
/// <param name="at">The entry to read at, asked for each time; null = the head.</param>
public sealed class ChildReader(Database database, Func<long>? at = null)
{
    /// <summary>The child's file at an entry, or at that of the reader; null if the child is not known then.</summary>
    public ChildFile? Read(long childId, long? asOf = null)
    {
        using var link = database.Rent();
        var file = ChildFiles.Read(link.Link, childId, asOf ?? at?.Invoke() ?? HeadOf(link.Link), all: true, withSource: true);
        if (file is not null)
            Open(link.Link, file.All);
        return file;
    }

    /// <summary>The entries that touched the child, the newest first.</summary>
    /// <param name="before">Only entries with a lower number: the last one of the page before.</param>
    public IReadOnlyList<HistoryEntry> History(long childId, long? before = null, int take = 50)
    {
        using var link = database.Rent();
        var found = new List<(HistoryEntry Entry, long? ChildId, long? ReasonTextId)>();
        var end = at is null ? long.MaxValue : at() + 1;
        // What was written of a record before it was merged into the child's is the child's history too.
        var ids = MergedRecords.Of(link.Link, childId, end - 1);
        using (var rows = link.Query(HistorySql(MergedRecords.In(ids)), before is { } earlier ? Math.Min(earlier, end) : end, take))
            while (rows.Next())
                found.Add(
                    (
                        new(
                            rows.Long(0),
                            rows.Instant(1),
                            rows.Text(2),
                            rows.Text(3),
                            rows.MaybeLong(5),
                            null,
                            EventJson.Read(rows.Utf8(7))
                        ),
                        rows.MaybeLong(4),
                        rows.MaybeLong(6)
                    )
                );
        var entries = found.ConvertAll(f =>
            f.ChildId is { } of && ids.Contains(of)
                ? f.Entry
                : f.Entry with
                {
                    Events = [.. f.Entry.Events.Where(e => IsAbout(link.Link, e, ids))],
                }
        );
        Open(
            link.Link,
            entries
                .SelectMany(e => e.Events)
                .Select(e =>
                    e switch
                    {
                        Recorded r => r.Fact,
                        Corrected c => c.Fact,
                        _ => null,
                    }
                )
                .OfType<Fact>()
        );
        var reasons = Texts(link.Link, found.Where(f => f.ReasonTextId is not null).Select(f => f.ReasonTextId!.Value));
        for (var i = 0; i < entries.Count; i++)
            if (found[i].ReasonTextId is { } id && reasons.TryGetValue(id, out var reason))
                entries[i] = entries[i] with { Reason = reason };
        return entries;
    }

    /// <summary>The child's rows that entries from one number to another retracted, with their texts opened: what a correction
    /// replaced.</summary>
    public IReadOnlyList<Fact> Replaced(long childId, long from, long to)
    {
        using var link = database.Rent();
        var found = new List<Fact>();
        var ids = MergedRecords.In(MergedRecords.Of(link.Link, childId, at?.Invoke()));
        foreach (var kind in FactKinds.All.Where(k => k.IsAboutAChild))
        {
            using var rows = link.Query(
                $"{Link.Select(kind)} WHERE {Link.Q(kind.ChildColumn!)} {ids} AND \"RetractedIn\" >= $1 AND \"RetractedIn\" <= $2",
                from,
                to
            );
            while (rows.Next())
                found.Add(kind.ReadRow(rows));
        }
        Open(link.Link, found);
        return found;
    }

    // Whatever was recorded or retracted of the child, by whichever intent: one about several children names none.
    /// <param name="child">Which child, as SQL.</param>
    static string HistorySql(string child) =>
        "SELECT \"No\", \"At\", \"Author\", \"Intent\", \"ChildId\", \"ImportId\", \"ReasonTextId\", \"Events\" FROM "
        + "journal_entry WHERE \"No\" IN ("
        + string.Join(
            " UNION ",
            FactKinds
                .All.Where(k => k.IsAboutAChild)
                .SelectMany(k =>
                    new[] { "RecordedIn", "RetractedIn" }.Select(c =>
                        $"SELECT \"{c}\" FROM {Link.Q(k.Table)} WHERE {Link.Q(k.ChildColumn!)} {child}"
                    )
                )
        )
        + $" UNION SELECT \"No\" FROM journal_entry WHERE \"ChildId\" {child}) AND \"No\" < $1 ORDER BY \"No\" DESC LIMIT $2";

    static bool IsAbout(Link link, DomainEvent happened, List<long> ids) =>
        happened switch
        {
            Recorded { Fact: var fact } => IsAbout(fact, ids),
            Corrected { Fact: var fact } => IsAbout(fact, ids),
            Withdrawn { Kind: var kind, Id: var id } => kind.IsTheChild
                ? ids.Contains(id)
                : kind.IsAboutAChild
                    && link.Number(
                        $"SELECT 1 FROM {Link.Q(kind.Table)} WHERE \"Id\" = $1 AND \"ChildId\" {MergedRecords.In(ids)} LIMIT 1",
                        id
                    )
                        is not null,
            _ => false,
        };

    static bool IsAbout(Fact fact, List<long> ids) =>
        fact is ChildFact ? ids.Contains(fact.Id) : fact is ChildsFact of && ids.Contains(of.ChildId);

    static long HeadOf(Link link) => link.Number("SELECT \"No\" FROM journal_head") ?? 0;

    void Open(Link link, IEnumerable<Fact> facts)
    {
        // The content of a file is opened when somebody fetches it, not with the page.
        var sealedOnes = facts.Where(f => f.TextId is not null && !FactKinds.Of(f).OpensLate).ToList();
        var texts = Texts(link, sealedOnes.Select(f => f.TextId!.Value));
        foreach (var fact in sealedOnes)
            if (texts.TryGetValue(fact.TextId!.Value, out var text))
                FactKinds.Of(fact).UnpackText(fact, text);
    }

    Dictionary<long, string> Texts(Link link, IEnumerable<long> ids)
    {
        var texts = new Dictionary<long, string>();
        var list = string.Join(',', ids.Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture)));
        if (list.Length == 0)
            return texts;
        using var rows = link.Query($"SELECT \"Id\", \"Body\" FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN ({list})");
        while (rows.Next())
            texts[rows.Long(0)] = database.Keys.Unseal(rows.Long(0), rows.Bytes(1));
        return texts;
    }
}
