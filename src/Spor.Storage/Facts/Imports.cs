using Spor.Storage.Engine;

namespace Spor.Storage.Facts;

/// <summary>An import as the database remembers it.</summary>
/// <param name="At">UTC.</param>
/// <param name="Report">JSON: counts per file, rows set aside, conflicts, hashes of the files, the program's version.</param>
public sealed record StoredImport(
    long Id,
    DateTime At,
    string Author,
    string MunicipalityNumber,
    DateOnly ExtractDay,
    long? FirstNo,
    long? LastNo,
    string Report
)
{
    /// <summary>In <see cref="Report"/>: the import that this one takes back.</summary>
    public const string TakesBackKey = "takesBack";

    /// <summary>The import that this one takes back; null if it is an extract that was read.</summary>
    public long? TakesBack
    {
        get
        {
            // Reports are long, and hardly any has the word.
            if (!Report.Contains(TakesBackKey, StringComparison.Ordinal))
                return null;
            using var json = System.Text.Json.JsonDocument.Parse(Report);
            return json.RootElement.TryGetProperty(TakesBackKey, out var id) ? id.GetInt64() : null;
        }
    }
}

public static class Imports
{
    /// <summary>The id of the newest import; 0 = there is none.</summary>
    public static long Last(Database database)
    {
        using var link = database.Rent();
        return link.Number("SELECT max(\"Id\") FROM import") ?? 0;
    }

    /// <summary>The newest import, or the taking back of one; null if there is none.</summary>
    public static StoredImport? Newest(Database database)
    {
        using var link = database.Rent();
        return Read(link.Link, "ORDER BY \"Id\" DESC LIMIT 1").FirstOrDefault();
    }

    /// <summary>Those that were taken back, with the entries that did.</summary>
    internal static IReadOnlyList<(long Import, long FirstNo, long LastNo)> TakenBack(Link link) =>
        [
            .. Read(link, $"WHERE \"Report\" LIKE '%\"{StoredImport.TakesBackKey}\"%'")
                .Where(i => i is { TakesBack: not null, FirstNo: not null })
                .Select(i => (i.TakesBack!.Value, i.FirstNo!.Value, i.LastNo!.Value)),
        ];

    /// <summary>All imports, the newest first.</summary>
    public static IReadOnlyList<StoredImport> List(Database database)
    {
        using var link = database.Rent();
        return All(link.Link);
    }

    internal static List<StoredImport> All(Link link) => Read(link, "ORDER BY \"Id\" DESC");

    static List<StoredImport> Read(Link link, string which)
    {
        using var rows = link.Query(
            $"""
            SELECT "Id", "At", "Author", "MunicipalityNumber", "ExtractDay", "FirstNo", "LastNo", "Report" FROM import {which}
            """
        );
        var list = new List<StoredImport>();
        while (rows.Next())
            list.Add(
                new(
                    rows.Long(0),
                    rows.Instant(1),
                    rows.Text(2),
                    rows.Text(3),
                    rows.Day(4),
                    rows.MaybeLong(5),
                    rows.MaybeLong(6),
                    rows.Text(7)
                )
            );
        return list;
    }

    /// <summary>Rows that were set aside in the last import of each file: they are in no figure.</summary>
    public static int RowsSetAside(Database database) => SetAsideByFile(database).Values.Sum();

    /// <summary>The same by file, those without any left out.</summary>
    /// <param name="until">As it was at that entry; null = now.</param>
    public static IReadOnlyDictionary<string, int> SetAsideByFile(Database database, long? until = null)
    {
        var byFile = new Dictionary<string, int>();
        var all = List(database).Where(i => until is null || i.LastNo <= until).ToList();
        var takenBack = all.Select(i => i.TakesBack).ToHashSet();
        foreach (var import in all.Where(i => !takenBack.Contains(i.Id)).OrderBy(i => i.Id))
        {
            using var report = System.Text.Json.JsonDocument.Parse(import.Report);
            foreach (var file in report.RootElement.GetProperty("files").EnumerateArray())
                byFile[file.GetProperty("file").GetString()!] = file.GetProperty("setAside").GetInt32();
        }
        return byFile.Where(f => f.Value > 0).ToDictionary(f => f.Key, f => f.Value);
    }
}
