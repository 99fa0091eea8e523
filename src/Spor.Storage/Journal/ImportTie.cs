using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spor.Storage.Engine;
using Spor.Storage.Facts;

namespace Spor.Storage.Journal;

/// <summary>
/// The row of an import lies outside replay: no event makes it. Its first entry is tied to it, so that a row whose author, day, entries or
/// report was changed, and one that was taken away or added, shows.
/// </summary>
static class ImportTie
{
    /// <summary>A hash of the row as it was written, each text with its length.</summary>
    public static byte[] Of(StoredImport row)
    {
        var text = new StringBuilder();
        void Add(string? value) =>
            text.Append(value is null ? "-" : value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value).Append(';');
        // Milliseconds since 1970: what both databases keep exactly.
        Add(((row.At.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture));
        Add(row.Author);
        Add(row.MunicipalityNumber);
        Add(row.ExtractDay.DayNumber.ToString(CultureInfo.InvariantCulture));
        Add(row.FirstNo?.ToString(CultureInfo.InvariantCulture));
        Add(row.LastNo?.ToString(CultureInfo.InvariantCulture));
        Add(row.Report);
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>The imports by the entry that each says is its first. What does not fit the entries is told.</summary>
    public static Dictionary<long, StoredImport> Check(Link link, Action<string, string> tell)
    {
        var rows = Imports.All(link);
        var entries = new Dictionary<long, (long First, long Last, string Author, DateTime At)>();
        using (
            var said = link.Query(
                "SELECT \"ImportId\", min(\"No\"), max(\"No\"), min(\"Author\"), min(\"At\") FROM journal_entry WHERE \"ImportId\" IS NOT NULL "
                    + "GROUP BY \"ImportId\""
            )
        )
            while (said.Next())
                entries[said.Long(0)] = (said.Long(1), said.Long(2), said.Text(3), said.Instant(4));
        var byFirst = new Dictionary<long, StoredImport>();
        foreach (var row in rows)
        {
            var where = "import " + row.Id.ToString(CultureInfo.InvariantCulture);
            if (row.FirstNo is not { } first)
                tell(where, "has no entries");
            else if (
                !entries.Remove(row.Id, out var of)
                || (of.First, of.Last, of.Author) != (first, row.LastNo, row.Author)
                || Math.Abs((of.At - row.At).TotalMilliseconds) >= 1
            )
                tell(where, "is not as its entries say");
            else
                byFirst[first] = row;
        }
        foreach (var (id, of) in entries)
            tell("import " + id.ToString(CultureInfo.InvariantCulture), $"is gone; entry {of.First} came with it");
        return byFirst;
    }
}
