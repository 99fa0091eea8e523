using System.Globalization;
using System.Text.Json;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage;

/// <summary>What a child's erasure takes, and what by law remains.</summary>
/// <param name="Texts">Texts that are there.</param>
/// <param name="Drafts">Half-written forms about the child, whoever's.</param>
/// <param name="Copies">Copies of the database from before a schema change, which are reached too.</param>
/// <param name="Remains">The rows about the child that stay, by kind: days, codes and numbers.</param>
public sealed record ErasurePlan(
    long Texts,
    long Drafts,
    IReadOnlyList<string> Copies,
    IReadOnlyList<(FactKind Kind, long Rows)> Remains,
    long Looks
);

/// <summary>
/// Where an erasure reaches beyond the texts themselves: drafts, the copies from before a schema change, and backups, by a list of what was
/// erased that lies beside the database. When a database comes back from a backup that is older than an erasure, it is erased again before
/// anybody reads.
/// </summary>
public static class Erasures
{
    /// <summary>A text by its number, the entry that wrote it and that entry's hash: another text may get the same number later, if the
    /// journal goes on from an older backup.</summary>
    sealed record Erased(long Text, long Entry, string Hash, DateTime At);

    public static string FileOf(string dataFolder) => Path.Combine(dataFolder, "erased.jsonl");

    /// <summary>What an erasure of a child would take now.</summary>
    public static ErasurePlan Of(Database database, long child)
    {
        using var link = database.Rent();
        var (form, under) = FormsOf(child);
        var remains = new List<(FactKind, long)>();
        foreach (var kind in FactKinds.All)
            if (kind.ChildColumn is { } column)
            {
                var rows = link.Number($"SELECT count(*) FROM {Link.Q(kind.Table)} WHERE {Link.Q(column)} = $1", child) ?? 0;
                if (rows > 0)
                    remains.Add((kind, rows));
            }
        long looks = 0;
        using (var log = AccessLog.LinkOf(database))
            looks = log?.Number("SELECT count(*) FROM access_log_child WHERE \"Child\" = $1", child) ?? 0;
        return new(
            TextsOf(link.Link, child).Count,
            link.Number("SELECT count(*) FROM draft WHERE \"Form\" = $1 OR \"Form\" LIKE $2", form, under) ?? 0,
            [.. Copies(database).Select(Path.GetFileName).OfType<string>()],
            remains,
            looks
        );
    }

    internal static List<long> TextsOf(Link link, long child)
    {
        var found = new List<long>();
        // What somebody outside wrote before it was known whom it was about stands under no child.
        using var rows = link.Query(
            "SELECT \"Id\" FROM text WHERE (\"ChildId\" = $1 OR \"Id\" IN (SELECT s.\"TextId\" FROM sent_notification AS s "
                + "JOIN notification AS n ON n.\"SentId\" = s.\"Id\" WHERE n.\"ChildId\" = $1)) AND \"Body\" IS NOT NULL ORDER BY \"Id\"",
            child
        );
        while (rows.Next())
            found.Add(rows.Long(0));
        return found;
    }

    internal static void ForgetDrafts(Link link, long child)
    {
        var (form, under) = FormsOf(child);
        link.Execute("DELETE FROM draft WHERE \"Form\" = $1 OR \"Form\" LIKE $2", form, under);
    }

    static (string Form, string Under) FormsOf(long child)
    {
        var form = "/barn/" + child.ToString(CultureInfo.InvariantCulture);
        return (form, form + "/%");
    }

    static string[] Copies(Database database) =>
        database.File is { } file ? Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + ".before-*") : [];

    /// <summary>After an erasure: the copies, and the list that backups are held up to.</summary>
    /// <exception cref="StorageException">The texts are erased; a copy or the list could not be reached. Erasing again tries
    /// again.</exception>
    internal static void Reach(Database database, IReadOnlyList<long> texts)
    {
        if (texts.Count == 0)
            return;
        using var link = database.Rent();
        var lines = new List<Erased>();
        foreach (var id in texts)
            using (
                var rows = link.Query(
                    "SELECT t.\"EntryNo\", e.\"Hash\", t.\"ErasedAt\" FROM text AS t JOIN journal_entry AS e ON e.\"No\" = t.\"EntryNo\" "
                        + "WHERE t.\"Id\" = $1",
                    id
                )
            )
                if (rows.Next())
                    lines.Add(new(id, rows.Long(0), Convert.ToHexStringLower(rows.Bytes(1)), rows.Instant(2)));
        using (var file = OwnFiles.Create(FileOf(database.DataFolder), FileMode.Append))
        using (var to = new StreamWriter(file))
        {
            foreach (var line in lines)
                to.WriteLine(JsonSerializer.Serialize(line));
            to.Flush();
            file.Flush(flushToDisk: true);
        }
        foreach (var copy in Copies(database))
            using (var old = new SqliteLink(copy, create: false))
            {
                old.Begin(write: true);
                foreach (var line in lines)
                    old.Execute(
                        "UPDATE text SET \"Body\" = NULL, \"ErasedAt\" = $1 WHERE \"Id\" = $2 AND \"EntryNo\" = $3 AND "
                            + "\"Body\" IS NOT NULL",
                        line.At,
                        line.Text,
                        line.Entry
                    );
                old.Commit();
                old.Script("PRAGMA wal_checkpoint(TRUNCATE)");
            }
    }

    /// <summary>Erases what was erased before and has come back with an older backup.</summary>
    /// <returns>How many texts.</returns>
    internal static int Again(Database database)
    {
        var file = FileOf(database.DataFolder);
        if (!File.Exists(file))
            return 0;
        var back = new List<long>();
        using (var link = database.Rent())
            foreach (var line in File.ReadLines(file))
                if (line.Length > 0 && JsonSerializer.Deserialize<Erased>(line) is { } erased && IsBack(link.Link, erased))
                    back.Add(erased.Text);
        return back.Count == 0
            ? 0
            : database.Journal.EraseTexts(new(JournalWriter.Erase + "-again", Access.People.ProgramKey), [.. back.Distinct()]);
    }

    static bool IsBack(Link link, Erased erased)
    {
        using var rows = link.Query(
            "SELECT e.\"Hash\" FROM text AS t JOIN journal_entry AS e ON e.\"No\" = t.\"EntryNo\" "
                + "WHERE t.\"Id\" = $1 AND t.\"EntryNo\" = $2 AND t.\"Body\" IS NOT NULL",
            erased.Text,
            erased.Entry
        );
        return rows.Next() && Convert.ToHexStringLower(rows.Bytes(0)) == erased.Hash;
    }
}
