using System.Globalization;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Facts;

namespace Spor.Storage.Journal;

/// <summary>The source's keys in the tables: how they are brought over, copied and checked.</summary>
static class KeysOfRows
{
    const int AtATime = 2000;

    readonly record struct Row(long Id, long RecordedIn, string Key, long Hash, long Child);

    /// <summary>Seals the keys that stand in clear. Those of a child that was erased can from now on be matched and not be read.</summary>
    public static void Seal(Link link, KeyRing keys)
    {
        var numbers = keys.SourceHash();
        var erased = new ErasedKeys(link);
        foreach (var kind in FactKinds.All)
            Each(
                link,
                kind,
                some =>
                    Write(
                        link,
                        kind,
                        some.ConvertAll(r =>
                            r with
                            {
                                Key =
                                    keys.Sources.Seal(kind, r.Key) is var key && erased.Takes(r.Child, r.RecordedIn)
                                        ? SourceKeys.HashOf(key)
                                        : key,
                                Hash = r.Hash == 0 ? 0 : numbers.Keyed(r.Hash),
                            }
                        )
                    )
            );
    }

    /// <summary>Gives the rows that a journal was replayed into what is sealed behind the hashes of their keys.</summary>
    public static void Copy(Link from, Link to)
    {
        foreach (var kind in FactKinds.All)
            Each(from, kind, some => Write(to, kind, some));
    }

    /// <summary>Takes what is sealed of the keys of everything about a child and the records merged into it; their hashes stay.</summary>
    /// <returns>How many keys could be read until now.</returns>
    public static int Erase(Link link, long child)
    {
        var taken = 0;
        var ids = MergedRecords.In(MergedRecords.Of(link, child));
        foreach (var kind in FactKinds.All)
            if (kind.ChildColumn is { } column)
                taken += link.Execute(
                    $"UPDATE {Link.Q(kind.Table)} SET \"SourceKey\" = substr(\"SourceKey\", 1, {N(SourceKeys.HashLength)}) "
                        + $"WHERE {Link.Q(column)} {ids} AND length(\"SourceKey\") > {N(SourceKeys.HashLength)}"
                );
        return taken;
    }

    /// <summary>How many rows about a child have a key that can be read.</summary>
    public static long Readable(Link link, long child)
    {
        var ids = MergedRecords.In(MergedRecords.Of(link, child));
        return FactKinds.All.Sum(kind =>
            kind.ChildColumn is { } column
                ? link.Number(
                    $"SELECT count(*) FROM {Link.Q(kind.Table)} WHERE {Link.Q(column)} {ids} "
                        + $"AND length(\"SourceKey\") > {N(SourceKeys.HashLength)}"
                ) ?? 0
                : 0
        );
    }

    /// <summary>Opens every key. One that is erased belongs to a child that an entry erased.</summary>
    public static void Check(Link link, KeyRing keys, Action<string, string> tell)
    {
        var erased = new ErasedKeys(link);
        foreach (var kind in FactKinds.All)
            Each(
                link,
                kind,
                some =>
                {
                    foreach (var row in some)
                        if (erased.Wrong(keys, kind, row.Key, row.Child, row.RecordedIn) is { } what)
                            tell(kind.Table, $"the source's key of {N(row.Id)} of entry {N(row.RecordedIn)} {what}");
                }
            );
    }

    static void Each(Link link, FactKind kind, Action<List<Row>> work)
    {
        long id = 0,
            no = 0;
        var child = kind.ChildColumn is { } column ? Link.Q(column) : "CAST(0 AS bigint)";
        while (true)
        {
            var some = new List<Row>();
            using (
                var rows = link.Query(
                    $"""
                    SELECT "Id", "RecordedIn", "SourceKey", "SourceHash", {child} FROM {Link.Q(kind.Table)}
                    WHERE ("Id", "RecordedIn") > ($1, $2) AND "SourceKey" IS NOT NULL ORDER BY "Id", "RecordedIn" LIMIT $3
                    """,
                    id,
                    no,
                    (long)AtATime
                )
            )
                while (rows.Next())
                    some.Add(new(rows.Long(0), rows.Long(1), rows.Text(2), rows.Long(3), rows.Long(4)));
            if (some.Count == 0)
                return;
            (id, no) = (some[^1].Id, some[^1].RecordedIn);
            work(some);
        }
    }

    static void Write(Link link, FactKind kind, List<Row> some)
    {
        if (link is PostgresLink)
        {
            link.Execute(
                $"""
                UPDATE {Link.Q(kind.Table)} SET "SourceKey" = u.key, "SourceHash" = u.hash
                FROM unnest($1, $2, $3, $4) AS u(id, no, key, hash) WHERE "Id" = u.id AND "RecordedIn" = u.no
                """,
                some.ConvertAll(r => r.Id).ToArray(),
                some.ConvertAll(r => r.RecordedIn).ToArray(),
                some.ConvertAll(r => r.Key).ToArray(),
                some.ConvertAll(r => r.Hash).ToArray()
            );
            return;
        }
        foreach (var row in some)
            link.Execute(
                $"UPDATE {Link.Q(kind.Table)} SET \"SourceKey\" = $1, \"SourceHash\" = $2 WHERE \"Id\" = $3 AND \"RecordedIn\" = $4",
                row.Key,
                row.Hash,
                row.Id,
                row.RecordedIn
            );
    }

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
}
