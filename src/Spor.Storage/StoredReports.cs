using System.Globalization;
using System.Security.Cryptography;
using Spor.Facts;
using Spor.Kernel;
using Spor.Reports;
using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage;

/// <summary>The entry that made a row: who, when (UTC) and why; no reason if none was given or it was erased.</summary>
public sealed record MadeBy(long EntryNo, DateTime At, string Author, string? Reason);

/// <summary>A row without a child, with its text opened and the entry that first recorded it.</summary>
public sealed record Kept<T>(T Fact, MadeBy Made)
    where T : Fact;

/// <summary>One file of a report: a name, what it is, and its bytes.</summary>
/// <param name="Name"><see cref="StoredReports.Page"/>, <see cref="StoredReports.Word"/>, <see cref="StoredReports.Excel"/> or
/// <see cref="StoredReports.Figures"/>.</param>
public sealed record ReportFile(string Name, string ContentType, byte[] Bytes)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>The bytes read are not those that the journal says were printed.</summary>
public sealed class ReportDamagedException(long reportId, string file)
    : StorageException($"The stored file {file} of report {reportId} is not the one that was printed.");

/// <summary>Baselines, printed reports and the annual wheel: what the journal knows of them, and the reports' bytes.</summary>
public static class StoredReports
{
    public const string Page = "page",
        Word = "word",
        Excel = "excel",
        Figures = "figures";

    /// <summary>The version of the program, as a report remembers it.</summary>
    public static string Program { get; } = typeof(StoredReports).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <param name="at">The entry to read at; null = the head.</param>
    public static IReadOnlyList<Kept<BaselineFact>> Baselines(Database database, long? at = null) =>
        All<BaselineFact>(database, FactKinds.Baseline, at);

    public static IReadOnlyList<Kept<ReportFact>> List(Database database, long? at = null) =>
        All<ReportFact>(database, FactKinds.Report, at);

    /// <summary>Every report that was ever printed, also drafts that were thrown away: somebody may have read them. The newest
    /// first.</summary>
    public static IReadOnlyList<ReportFact> EverPrinted(Database database)
    {
        var facts = new List<ReportFact>();
        using var link = database.Rent();
        using var rows = link.Query($"{Link.Select(FactKinds.Report)} ORDER BY \"Id\" DESC, \"RecordedIn\"");
        while (rows.Next())
            facts.Add((ReportFact)FactKinds.Report.ReadRow(rows));
        return [.. facts.DistinctBy(f => f.Id)];
    }

    public static IReadOnlyList<Kept<ReportDueFact>> Wheel(Database database, long? at = null) =>
        All<ReportDueFact>(database, FactKinds.ReportDue, at);

    /// <summary>What a report's row says of its files.</summary>
    /// <param name="standsOn">The entry whose knowledge it was printed from.</param>
    public static Printed Of(long standsOn, IReadOnlyList<ReportFile> files)
    {
        string HashOf(string name) => files.First(f => f.Name == name).Sha256;
        return new(standsOn, Program, HashOf(Page), HashOf(Word), HashOf(Excel), HashOf(Figures));
    }

    /// <summary>Stores a report and its files in one entry.</summary>
    public static Done Store(Acts acts, MakeReport command, IReadOnlyList<ReportFile> files, Author author, Clock clock, Press press) =>
        acts.Do(
            command,
            author,
            clock,
            press,
            (link, no, decision) =>
            {
                var report = (ReportFact)((Recorded)decision.Events[0]).Fact;
                foreach (var file in files)
                    link.Execute(
                        "INSERT INTO report_file (\"ReportId\", \"Name\", \"EntryNo\", \"ContentType\", \"Sha256\", \"Bytes\") "
                            + "VALUES ($1, $2, $3, $4, $5, $6)",
                        report.Id,
                        file.Name,
                        no,
                        file.ContentType,
                        file.Sha256,
                        file.Bytes
                    );
            }
        );

    /// <summary>The bytes as they were printed; null if there is no such report or file.</summary>
    /// <exception cref="ReportDamagedException">They are not the bytes whose hash the journal holds.</exception>
    public static ReportFile? Read(Database database, long reportId, string name)
    {
        using var link = database.Rent();
        ReportFile file;
        using (
            var rows = link.Query(
                "SELECT \"ContentType\", \"Bytes\" FROM report_file WHERE \"ReportId\" = $1 AND \"Name\" = $2",
                reportId,
                name
            )
        )
        {
            if (!rows.Next())
                return null;
            file = new(name, rows.Text(0), rows.Bytes(1));
        }
        using var facts = link.Query($"{Link.Select(FactKinds.Report)} WHERE \"Id\" = $1", reportId);
        if (!facts.Next())
            return null;
        var report = (ReportFact)FactKinds.Report.ReadRow(facts);
        var printed = name switch
        {
            Page => report.PageHash,
            Word => report.WordHash,
            Excel => report.ExcelHash,
            _ => report.FiguresHash,
        };
        return file.Sha256 == printed ? file : throw new ReportDamagedException(reportId, name);
    }

    /// <summary>Whether every file of every printed report is there and is the one whose hash the journal holds.</summary>
    internal static void Check(Link link, Action<string, string> tell)
    {
        var reports = new List<ReportFact>();
        // Reports are printed in Spor; an extract brings none.
        const string ours = "EXISTS (SELECT 1 FROM journal_entry AS e WHERE e.\"No\" = \"RecordedIn\" AND e.\"ImportId\" IS NULL)";
        using (var rows = link.Query($"{Link.Select(FactKinds.Report)} WHERE \"RetractedIn\" IS NULL AND {ours} ORDER BY \"Id\""))
            while (rows.Next())
                reports.Add((ReportFact)FactKinds.Report.ReadRow(rows));
        var stored = new Dictionary<(long, string), string>();
        using (var rows = link.Query("SELECT \"ReportId\", \"Name\", \"Bytes\" FROM report_file"))
            while (rows.Next())
                stored[(rows.Long(0), rows.Text(1))] = Convert.ToHexStringLower(SHA256.HashData(rows.Bytes(2)));
        foreach (var report in reports)
        foreach (
            var (name, hash) in new[]
            {
                (Page, report.PageHash),
                (Word, report.WordHash),
                (Excel, report.ExcelHash),
                (Figures, report.FiguresHash),
            }
        )
            if (!stored.TryGetValue((report.Id, name), out var found))
                tell("report " + report.Id.ToString(CultureInfo.InvariantCulture), $"its {name} is gone");
            else if (found != hash)
                tell("report " + report.Id.ToString(CultureInfo.InvariantCulture), $"its {name} is not the one that was printed");
    }

    /// <summary>The open rows of a kind without a child, the newest id first. The text is opened; the entry is the first that recorded the
    /// id.</summary>
    static List<Kept<T>> All<T>(Database database, FactKind kind, long? at)
        where T : Fact
    {
        var entry = at ?? database.HeadNo;
        var facts = new List<Fact>();
        var made = new Dictionary<long, MadeBy>();
        using var link = database.Rent();
        using (var rows = link.Query($"{Link.Select(kind)} WHERE {Link.Known(1)} ORDER BY \"Id\" DESC", entry))
            while (rows.Next())
                facts.Add(kind.ReadRow(rows));
        if (facts.Count == 0)
            return [];
        using (
            var rows = link.Query(
                $"""
                SELECT f."Id", e."No", e."At", e."Author", e."ReasonTextId", t."Body" FROM {Link.Q(kind.Table)} AS f
                JOIN journal_entry AS e ON e."No" = f."RecordedIn" LEFT JOIN text AS t ON t."Id" = e."ReasonTextId"
                WHERE f."RecordedIn" = (SELECT min(g."RecordedIn") FROM {Link.Q(kind.Table)} AS g WHERE g."Id" = f."Id")
                """
            )
        )
            while (rows.Next())
                made[rows.Long(0)] = new(
                    rows.Long(1),
                    rows.Instant(2),
                    rows.Text(3),
                    rows.IsNull(5) ? null : database.Keys.Unseal(rows.Long(4), rows.Bytes(5))
                );
        RegisterLoader.Unseal(database, kind, facts, entry);
        return facts.ConvertAll(f => new Kept<T>((T)f, made[f.Id]));
    }
}
