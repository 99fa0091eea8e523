using System.Globalization;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>
/// The identities that are one child. Open rows stand with the child itself; what was written before two records were merged (entries,
/// retracted rows, texts, looks) stands under the record that it was written for, and is found here.
/// </summary>
static class MergedRecords
{
    /// <summary>The child's own identity first.</summary>
    /// <param name="entryNo">As known at; null = now.</param>
    public static List<long> Of(Link link, long child, long? entryNo = null)
    {
        List<long> all = [child];
        using var rows = link.Query(
            $"SELECT \"RecordId\" FROM child_record WHERE {Link.Known(1)} AND \"ChildId\" = $2 ORDER BY \"Id\"",
            entryNo ?? long.MaxValue - 1,
            child
        );
        while (rows.Next())
            all.Add(rows.Long(0));
        return all;
    }

    /// <summary>The child that each merged record is now.</summary>
    public static Dictionary<long, long> All(Link link)
    {
        var into = new Dictionary<long, long>();
        using var rows = link.Query("SELECT \"RecordId\", \"ChildId\" FROM child_record WHERE \"RetractedIn\" IS NULL");
        while (rows.Next())
            into[rows.Long(0)] = rows.Long(1);
        return into;
    }

    /// <summary>Whether the child has ever been merged with another record, in either place.</summary>
    public static bool EverMerged(Link link, long child) =>
        link.Number("SELECT 1 FROM child_record WHERE \"ChildId\" = $1 OR \"RecordId\" = $1 LIMIT 1", child) is not null;

    /// <summary>As a list in SQL; identities are numbers of ours and need no parameters.</summary>
    public static string In(IReadOnlyCollection<long> ids) =>
        "IN (" + string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))) + ")";
}
