using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>
/// The latest row of every thing that came from a source, for comparing a newer extract. Two scans in the order of the table, no sort: the
/// few retracted rows first, then the open ones as they come. Only things with no open row are told at the end, as withdrawn.
/// </summary>
public sealed class KnownKeys(Database database) : IKnownRows
{
    public IEnumerable<KnownRow> Of(FactKind kind)
    {
        var child = kind.ChildColumn is { } column ? Link.Q(column) : "CAST(0 AS bigint)";
        var select =
            $"SELECT \"Id\", {Link.Q(kind.Thing)}, {child}, \"SourceKey\", \"SourceHash\", \"Touched\", \"RecordedIn\", "
            + "\"RetractedIn\" FROM "
            + $"{Link.Q(kind.Table)} WHERE \"SourceKey\" IS NOT NULL AND \"RetractedIn\" IS ";
        using var link = database.Rent();
        var keys = database.Keys.Sources;
        var never = Never(link.Link, kind);
        var withdrawn = new Dictionary<long, (long RecordedIn, long RetractedIn, KnownRow Row)>();
        using (var rows = link.Query(select + "NOT NULL"))
            while (rows.Next())
            {
                // What an import told that was taken back has never been told: the same extract may bring it again.
                if (never.Contains(rows.Long(0)))
                    continue;
                var row = Read(keys, kind, rows, withdrawn: true);
                if (!withdrawn.TryGetValue(row.Id, out var before) || before.RecordedIn < rows.Long(6))
                    withdrawn[row.Id] = (rows.Long(6), rows.Long(7), row);
            }
        using (var rows = link.Query(select + "NULL"))
            while (rows.Next())
            {
                var row = Read(keys, kind, rows, withdrawn: false);
                withdrawn.Remove(row.Id);
                yield return row;
            }
        // The key of a record that was merged into another names the child that it is now: what comes of either is put with the one.
        var merged = kind.IsTheChild ? MergedRecords.All(link.Link) : [];
        var imports = withdrawn.Count == 0 ? [] : Imports.List(database);
        foreach (var (_, no, row) in withdrawn.Values)
            yield return row with
            {
                Thing = merged.TryGetValue(row.Id, out var into) ? into : row.Thing,
                TakenBack = !imports.Any(i => i.FirstNo <= no && no <= i.LastNo),
            };
    }

    public IEnumerable<Fact> Open(FactKind kind) => Read(kind, "");

    public IEnumerable<Fact> Open(FactKind kind, string column) => Read(kind, $" AND {Link.Q(column)}");

    IEnumerable<Fact> Read(FactKind kind, string also)
    {
        using var link = database.Rent();
        using var rows = link.Query($"{Link.Select(kind, true)} WHERE \"RetractedIn\" IS NULL{also} ORDER BY \"Id\"");
        while (rows.Next())
            yield return kind.ReadRow(rows);
    }

    /// <summary>The rows that were first told by an import that was taken back.</summary>
    static HashSet<long> Never(Link link, FactKind kind)
    {
        var never = new HashSet<long>();
        foreach (var (_, first, last) in Imports.TakenBack(link))
        {
            using var rows = link.Query(
                $"SELECT \"Id\" FROM {Link.Q(kind.Table)} AS t WHERE \"RetractedIn\" BETWEEN $1 AND $2 AND NOT EXISTS "
                    + $"(SELECT 1 FROM {Link.Q(kind.Table)} AS o WHERE o.\"Id\" = t.\"Id\" AND o.\"RecordedIn\" BETWEEN $1 AND $2)",
                first,
                last
            );
            while (rows.Next())
                never.Add(rows.Long(0));
        }
        return never;
    }

    public string ErasedKey(FactKind kind, string key) => database.Keys.Sources.Erased(kind, key);

    static KnownRow Read(SourceKeys keys, FactKind kind, Rows rows, bool withdrawn)
    {
        var token = rows.Text(3);
        return new(
            rows.Long(0),
            rows.Long(1),
            rows.Long(2),
            keys.Open(kind, token),
            rows.Long(4),
            rows.Bool(5),
            withdrawn,
            SourceKeys.IsErased(token)
        );
    }
}
