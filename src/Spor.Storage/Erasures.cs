using System.Globalization;
using System.Text.Json;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage;

/// <summary>What a child's erasure takes, and what by law remains.</summary>
/// <param name="Texts">Texts that are there.</param>
/// <param name="Drafts">Half-written forms about the child, whoever's.</param>
/// <param name="Keys">Rows with a key of the source that can be read until now: afterwards it can be matched alone.</param>
/// <param name="Copies">Copies of the database from before a schema change, which are reached too.</param>
/// <param name="Remains">The rows about the child that stay, by kind: days, codes and numbers. Those of the ledger that name one of the
/// child's measures too: an account, a month and an amount, under the account's own key.</param>
public sealed record ErasurePlan(
    long Texts,
    long Drafts,
    long Keys,
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
    /// <param name="Child">The child whose keys of the source were erased, known by the entry that first told of it; then there is no
    /// text.</param>
    sealed record Erased(long Text, long Entry, string Hash, DateTime At, long? Child = null);

    public static string FileOf(string dataFolder) => Path.Combine(dataFolder, "erased.jsonl");

    /// <summary>What an erasure of a child would take now.</summary>
    public static ErasurePlan Of(Database database, long child)
    {
        using var link = database.Rent();
        var ids = MergedRecords.Of(link.Link, child);
        var remains = new List<(FactKind, long)>();
        foreach (var kind in FactKinds.All)
            if (kind.ChildColumn is { } column)
            {
                var rows = link.Number($"SELECT count(*) FROM {Link.Q(kind.Table)} WHERE {Link.Q(column)} {MergedRecords.In(ids)}") ?? 0;
                if (rows > 0)
                    remains.Add((kind, rows));
            }
        if (
            link.Number(
                $"SELECT count(*) FROM {Link.Q(FactKinds.Ledger.Table)} WHERE \"InterventionId\" IN (SELECT \"Id\" FROM "
                    + $"{Link.Q(FactKinds.Intervention.Table)} WHERE \"ChildId\" {MergedRecords.In(ids)})"
            )
            is > 0
                and var lines
        )
            remains.Add((FactKinds.Ledger, lines));
        long looks = 0;
        using (var log = AccessLog.LinkOf(database))
            looks = log?.Number($"SELECT count(DISTINCT \"No\") FROM access_log_child WHERE \"Child\" {MergedRecords.In(ids)}") ?? 0;
        return new(
            TextsOf(link.Link, child).Count,
            ids.Sum(id =>
                FormsOf(id) is var (form, under)
                    ? link.Number("SELECT count(*) FROM draft WHERE \"Form\" = $1 OR \"Form\" LIKE $2", form, under) ?? 0
                    : 0
            ),
            KeysOfRows.Readable(link.Link, child),
            [.. Copies.Of(database).Select(Path.GetFileName).OfType<string>()],
            remains,
            looks
        );
    }

    internal static List<long> TextsOf(Link link, long child)
    {
        var ids = MergedRecords.In(MergedRecords.Of(link, child));
        var found = new SortedSet<long>();
        // What somebody outside wrote before it was known whom it was about stands under no child.
        using (
            var rows = link.Query(
                $"SELECT \"Id\" FROM text WHERE (\"ChildId\" {ids} OR \"Id\" IN (SELECT s.\"TextId\" FROM sent_notification AS s "
                    + $"JOIN notification AS n ON n.\"SentId\" = s.\"Id\" WHERE n.\"ChildId\" {ids})) AND \"Body\" IS NOT NULL"
            )
        )
            while (rows.Next())
                found.Add(rows.Long(0));
        if (MergedRecords.EverMerged(link, child))
            Follow(link, ids, found);
        return [.. found];
    }

    /// <summary>The texts that any version of a row was written with.</summary>
    internal static List<long> TextsOfRow(Link link, FactKind kind, long id)
    {
        var found = new List<long>();
        using var rows = link.Query(
            $"SELECT \"Id\" FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN (SELECT \"TextId\" FROM {Link.Q(kind.Table)} WHERE \"Id\" = $1) "
                + "ORDER BY \"Id\"",
            id
        );
        while (rows.Next())
            found.Add(rows.Long(0));
        return found;
    }

    /// <summary>
    /// A text stands under the record it was written for, also after its row has gone over to another record and back. So of a child
    /// that was ever merged with another, the rows say whose a text is: those of the child's rows are taken, and those of another child's
    /// stay.
    /// </summary>
    static void Follow(Link link, string ids, SortedSet<long> found)
    {
        foreach (var kind in FactKinds.All.Where(k => k is { ChildColumn: not null, HasText: true }))
        {
            var (table, child) = (Link.Q(kind.Table), Link.Q(kind.ChildColumn!));
            var own = $"SELECT \"TextId\" FROM {table} WHERE {child} {ids} AND \"TextId\" IS NOT NULL";
            using (var rows = link.Query($"SELECT \"Id\" FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN ({own})"))
                while (rows.Next())
                    found.Add(rows.Long(0));
            using (
                var rows = link.Query(
                    $"SELECT \"TextId\" FROM {table} WHERE \"RetractedIn\" IS NULL AND NOT {child} {ids} AND \"TextId\" IN ({own})"
                )
            )
                while (rows.Next())
                    found.Remove(rows.Long(0));
        }
    }

    internal static void ForgetDrafts(Link link, long child)
    {
        foreach (var id in MergedRecords.Of(link, child))
        {
            var (form, under) = FormsOf(id);
            link.Execute("DELETE FROM draft WHERE \"Form\" = $1 OR \"Form\" LIKE $2", form, under);
        }
    }

    internal static (string Form, string Under) FormsOf(long child)
    {
        var form = "/barn/" + child.ToString(CultureInfo.InvariantCulture);
        return (form, form + "/%");
    }

    /// <summary>After an erasure: the copies, and the list that backups are held up to.</summary>
    /// <exception cref="StorageException">The texts are erased; a copy or the list could not be reached. Erasing again tries
    /// again.</exception>
    internal static void Reach(Database database, IReadOnlyList<long> texts, long? child = null)
    {
        if (texts.Count == 0 && child is null)
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
        if (child is { } gone)
            foreach (var record in MergedRecords.Of(link.Link, gone))
                if (OfKeys(link.Link, record, database.Now()) is { } keys)
                    lines.Add(keys);
        List(database, lines);
        Copies.Change(
            database,
            old =>
            {
                foreach (var line in lines)
                    if (line.Child is { } about)
                        ForgetKeys(old, about, line.Entry);
                    else
                        old.Execute(
                            "UPDATE text SET \"Body\" = NULL, \"ErasedAt\" = $1 WHERE \"Id\" = $2 AND \"EntryNo\" = $3 AND "
                                + "\"Body\" IS NOT NULL",
                            line.At,
                            line.Text,
                            line.Entry
                        );
            }
        );
    }

    /// <summary>Children that an older program erased, whose keys of the source went when they were sealed.</summary>
    internal static void Remember(Database database, IReadOnlyCollection<long> children)
    {
        using var link = database.Rent();
        List(database, [.. children.Select(c => OfKeys(link.Link, c, database.Now())).OfType<Erased>()]);
    }

    static Erased? OfKeys(Link link, long child, DateTime at)
    {
        using var rows = link.Query(
            "SELECT \"No\", \"Hash\" FROM journal_entry WHERE \"No\" = (SELECT min(\"RecordedIn\") FROM child WHERE \"Id\" = $1)",
            child
        );
        return rows.Next() ? new(0, rows.Long(0), Convert.ToHexStringLower(rows.Bytes(1)), at, child) : null;
    }

    static void List(Database database, List<Erased> lines)
    {
        if (lines.Count == 0)
            return;
        using var file = OwnFiles.Create(FileOf(database.DataFolder), FileMode.Append);
        using var to = new StreamWriter(file);
        foreach (var line in lines)
            to.WriteLine(JsonSerializer.Serialize(line));
        to.Flush();
        file.Flush(flushToDisk: true);
    }

    /// <summary>In a copy of an older program, which may have the keys in clear, and not all tables.</summary>
    static void ForgetKeys(SqliteLink copy, long child, long entry)
    {
        if (copy.Number("SELECT 1 FROM child WHERE \"Id\" = $1 AND \"RecordedIn\" = $2", child, entry) is null)
            return;
        foreach (var kind in FactKinds.All)
            if (kind.ChildColumn is { } column && copy.HasTable(kind.Table))
                copy.Execute(
                    $"UPDATE {Link.Q(kind.Table)} SET \"SourceKey\" = NULL WHERE {Link.Q(column)} = $1 AND \"SourceKey\" IS NOT NULL",
                    child
                );
    }

    /// <summary>Erases what was erased before and has come back with an older backup.</summary>
    /// <returns>How many texts.</returns>
    internal static int Again(Database database)
    {
        var file = FileOf(database.DataFolder);
        if (!File.Exists(file))
            return 0;
        var back = new List<long>();
        var children = new HashSet<long>();
        using (var link = database.Rent())
            foreach (var line in File.ReadLines(file))
                if (line.Length == 0 || JsonSerializer.Deserialize<Erased>(line) is not { } erased)
                    continue;
                else if (erased.Child is { } child)
                {
                    if (KeysAreBack(link.Link, child, erased))
                        children.Add(child);
                }
                else if (IsBack(link.Link, erased))
                    back.Add(erased.Text);
        foreach (var child in children)
            database.Journal.EraseKeys(child);
        return back.Count == 0
            ? 0
            : database.Journal.EraseTexts(new(JournalWriter.Erase + "-again", Access.People.ProgramKey), [.. back.Distinct()]);
    }

    static bool IsBack(Link link, Erased erased)
    {
        using var rows = link.Query(
            "SELECT e.\"Hash\", e.\"HashBefore\" FROM text AS t JOIN journal_entry AS e ON e.\"No\" = t.\"EntryNo\" "
                + "WHERE t.\"Id\" = $1 AND t.\"EntryNo\" = $2 AND t.\"Body\" IS NOT NULL",
            erased.Text,
            erased.Entry
        );
        // The list may be from before the source's keys were sealed, and so may the backup: an entry is known by both of its hashes.
        return IsTheEntry(rows, erased);
    }

    /// <summary>Whether no entry has erased the child here: the backup is from before.</summary>
    static bool KeysAreBack(Link link, long child, Erased erased)
    {
        using (
            var rows = link.Query(
                "SELECT e.\"Hash\", e.\"HashBefore\" FROM child AS c JOIN journal_entry AS e ON e.\"No\" = c.\"RecordedIn\" "
                    + "WHERE c.\"Id\" = $1 AND c.\"RecordedIn\" = $2",
                child,
                erased.Entry
            )
        )
            if (!IsTheEntry(rows, erased))
                return false;
        return KeysOfRows.Readable(link, child) > 0 && !new ErasedKeys(link).Takes(child, erased.Entry);
    }

    static bool IsTheEntry(Rows rows, Erased erased) =>
        rows.Next()
        && (
            Convert.ToHexStringLower(rows.Bytes(0)) == erased.Hash
            || (!rows.IsNull(1) && Convert.ToHexStringLower(rows.Bytes(1)) == erased.Hash)
        );
}
