using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>Who once had a CPR number: a replacement number that became a real one, a slip that was mended. Only its keyed hash is
/// asked for.</summary>
public static class FormerNumbers
{
    public static IReadOnlySet<long> Of(Database database, long cprHash)
    {
        using var link = database.Rent();
        return Of(link.Link, cprHash);
    }

    internal static HashSet<long> Of(Link link, long cprHash)
    {
        var had = new HashSet<long>();
        using (
            var rows = link.Query(
                "SELECT DISTINCT c.\"Id\" FROM child AS c JOIN child AS now ON now.\"Id\" = c.\"Id\" AND now.\"RetractedIn\" IS NULL "
                    + "WHERE c.\"CprHash\" = $1 AND c.\"RetractedIn\" IS NOT NULL "
                    + "AND (now.\"CprHash\" IS NULL OR now.\"CprHash\" <> c.\"CprHash\")",
                cprHash
            )
        )
            while (rows.Next())
                had.Add(rows.Long(0));
        // The number of a record that was merged into another leads to the one.
        using var merged = link.Query(
            "SELECT DISTINCT r.\"ChildId\" FROM child AS c JOIN child_record AS r ON r.\"RecordId\" = c.\"Id\" AND r.\"RetractedIn\" IS NULL "
                + "JOIN child AS now ON now.\"Id\" = r.\"ChildId\" AND now.\"RetractedIn\" IS NULL "
                + "WHERE c.\"CprHash\" = $1 AND (now.\"CprHash\" IS NULL OR now.\"CprHash\" <> c.\"CprHash\")",
            cprHash
        );
        while (merged.Next())
            had.Add(merged.Long(0));
        return had;
    }
}
