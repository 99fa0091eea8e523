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
);

public static class Imports
{
    /// <summary>The id of the newest import; 0 = there is none.</summary>
    public static long Last(Database database)
    {
        using var link = database.Rent();
        return link.Number("SELECT max(\"Id\") FROM import") ?? 0;
    }

    /// <summary>All imports, the newest first.</summary>
    public static IReadOnlyList<StoredImport> List(Database database)
    {
        using var link = database.Rent();
        using var rows = link.Query(
            """
            SELECT "Id", "At", "Author", "MunicipalityNumber", "ExtractDay", "FirstNo", "LastNo", "Report" FROM import ORDER BY "Id" DESC
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
    public static IReadOnlyDictionary<string, int> SetAsideByFile(Database database)
    {
        var byFile = new Dictionary<string, int>();
        foreach (var import in List(database).OrderBy(i => i.Id))
        {
            using var report = System.Text.Json.JsonDocument.Parse(import.Report);
            foreach (var file in report.RootElement.GetProperty("files").EnumerateArray())
                byFile[file.GetProperty("file").GetString()!] = file.GetProperty("setAside").GetInt32();
        }
        return byFile.Where(f => f.Value > 0).ToDictionary(f => f.Key, f => f.Value);
    }
}
