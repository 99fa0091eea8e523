using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>Which children entries have erased, and so which of the source's keys may no longer be readable, and must not be.</summary>
sealed class ErasedKeys
{
    /// <summary>By child: the last entry that erased it.</summary>
    readonly Dictionary<long, long> erased = [];

    public ErasedKeys(Link link)
    {
        using (
            var rows = link.Query(
                $"SELECT \"ChildId\", max(\"No\") FROM journal_entry AS e WHERE {Erasing} AND \"ChildId\" IS NOT NULL GROUP BY \"ChildId\""
            )
        )
            while (rows.Next())
                erased[rows.Long(0)] = rows.Long(1);
        // A database that is brought over may be from before records were merged.
        if (!link.HasTable("child_record"))
            return;
        using var merged = link.Query(
            "SELECT r.\"RecordId\", max(e.\"No\") FROM journal_entry AS e JOIN child_record AS r ON r.\"ChildId\" = e.\"ChildId\" "
                + "AND r.\"RecordedIn\" < e.\"No\" AND (r.\"RetractedIn\" IS NULL OR r.\"RetractedIn\" > e.\"No\") "
                + $"WHERE {Erasing} GROUP BY r.\"RecordId\""
        );
        while (merged.Next())
            erased[merged.Long(0)] = Math.Max(erased.GetValueOrDefault(merged.Long(0)), merged.Long(1));
    }

    const string Erasing = "e.\"Intent\" IN ('erase-child', '" + JournalWriter.EraseAgain + "')";

    public IReadOnlyCollection<long> Children => erased.Keys;

    public bool Takes(long child, long recordedIn) => erased.TryGetValue(child, out var no) && recordedIn < no;

    /// <summary>The children that a later entry than this one erased, of those that it knew.</summary>
    public IReadOnlyList<long> After(Link link, long no) =>
        [
            .. erased
                .Where(e =>
                    e.Value > no && link.Number("SELECT 1 FROM child WHERE \"Id\" = $1 AND \"RecordedIn\" <= $2", e.Key, no) is not null
                )
                .Select(e => e.Key),
        ];

    /// <summary>What is wrong with a key as it stands in its row; null if nothing is.</summary>
    public string? Wrong(KeyRing keys, FactKind kind, string token, long child, long recordedIn)
    {
        // A later row of the child, such as a correction, carries the erased key on.
        if (SourceKeys.IsErased(token))
            return erased.ContainsKey(child) ? null : "is erased, and no entry erased it";
        if (Takes(child, recordedIn))
            return "was erased by an entry, and is there";
        return keys.Sources.Opens(kind, token) ? null : "does not open";
    }
}
