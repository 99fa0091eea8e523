using System.Buffers;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage;

/// <summary>What was moved, counted in the new place after it was held against the old one.</summary>
/// <param name="Rows">Of all kinds of fact.</param>
/// <param name="Erased">Texts that are erased, and stay so.</param>
public sealed record Moved(long Entries, long Rows, long Texts, long Erased, long Reports, long Drafts, long Looks);

/// <summary>A record is only moved to a place where nothing is.</summary>
/// <param name="server">It is the database on the server that is not empty; otherwise the folder.</param>
public sealed class PlaceNotEmptyException(bool server)
    : StorageException(server ? "The database on the server is not empty." : "The folder is not empty.")
{
    public bool Server { get; } = server;
}

/// <summary>Somebody wrote while it was moved, so what came out is no longer all of it.</summary>
public sealed class WrittenMeanwhileException() : StorageException("Somebody wrote in the record, or in the log of looks, meanwhile.");

/// <summary>What came out is not what went in, or what went in was not sound.</summary>
public sealed class MoveNotSoundException(IReadOnlyList<Difference> differences)
    : StorageException("What was moved does not agree: " + differences[0].Where + ": " + differences[0].What)
{
    public IReadOnlyList<Difference> Differences { get; } = differences;
}

/// <summary>
/// Moves a whole municipality to a new, empty place, of the same or the other kind of database: the journal is replayed there; what lies
/// outside replay (texts, reports, drafts, anchors, the log of looks, files of the data folder) is copied. Then every row is held against
/// the old one and the new record is checked by itself. The old place is only read. While it lasts Spor does not start on the new
/// folder; what fails leaves nothing.
/// </summary>
public static class Moving
{
    /// <summary>What lies beside the database and goes along. Nobody is signed in to a new place, so the sessions' keys do not.</summary>
    static readonly string[] Carried = ["settings.json", "erased.jsonl", "checkpoint.json", "acknowledged"];
    const string Deliveries = "deliveries";

    /// <param name="spec">The old one, as for <see cref="Database.Open"/>.</param>
    /// <param name="toFolder">A folder that is not there or is empty.</param>
    /// <param name="toServer">A connection string to an empty database; null for <c>spor.db</c> in the new folder.</param>
    /// <exception cref="StorageException">See its kinds. Nothing is left behind, and the old place is as it was.</exception>
    public static Moved To(string? spec, string folder, string toFolder, string? toServer)
    {
        try
        {
            OwnFiles.Ours();
            using var from = Database.OpenAsIs(spec, folder);
            var existed = Directory.Exists(toFolder);
            OwnFiles.CreateFolder(toFolder);
            try
            {
                if (Restoring.CleanUp(toFolder) && toServer is not null)
                    ForgetBegun(toServer);
                return Into(from, Path.GetFullPath(toFolder), toServer);
            }
            finally
            {
                if (!existed && !Directory.EnumerateFileSystemEntries(toFolder).Any())
                    Directory.Delete(toFolder);
            }
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
    }

    static Moved Into(Database from, string toFolder, string? toServer)
    {
        if (Directory.EnumerateFiles(toFolder, "*", SearchOption.AllDirectories).Any())
            throw new PlaceNotEmptyException(server: false);
        if (toServer is not null && !Restoring.ServerIsEmpty(toServer))
            throw new PlaceNotEmptyException(server: true);
        var work = Restoring.WorkFolder(toFolder);
        try
        {
            var begun = false;
            try
            {
                CopyFiles(from, work);
                begun = true;
                Moved moved;
                using (var to = Database.OpenNew(toServer, work, from.Keys.File))
                {
                    moved = new Copying(from, to).Run();
                    if (Replay.Check(to) is { Agrees: false } report)
                        throw new MoveNotSoundException(report.Differences);
                }
                Restoring.Place(work, Planned(work, toFolder));
                return moved;
            }
            catch when (begun && toServer is not null)
            {
                Restoring.EmptyServer(toServer);
                throw;
            }
        }
        finally
        {
            Restoring.Finish(work);
        }
    }

    /// <summary>A move that was killed left its tables on the server, and nothing in them: they are filled in one transaction.</summary>
    static void ForgetBegun(string server)
    {
        if (!Database.Exists(server, ""))
            return;
        using (var source = Npgsql.NpgsqlDataSource.Create(ServerSpec.Read(server)))
        using (var link = new PostgresLink(source))
            if (link.Number("SELECT \"No\" FROM journal_head") != 0)
                return;
        Restoring.EmptyServer(server);
    }

    /// <summary>The files beside the database that belong to the record; what the folder's checks say later is held up to them.</summary>
    static void CopyFiles(Database from, string work)
    {
        foreach (var file in Carried.Select(f => Path.Combine(from.DataFolder, f)).Where(File.Exists))
            Copy(file, Path.Combine(work, Path.GetFileName(file)));
        if (Path.Combine(from.DataFolder, Deliveries) is var waiting && Directory.Exists(waiting))
            foreach (var file in Directory.EnumerateFiles(waiting, "*", SearchOption.AllDirectories))
                Copy(file, Path.Combine(work, Path.GetRelativePath(from.DataFolder, file)));
    }

    static void Copy(string file, string to)
    {
        OwnFiles.CreateFolder(Path.GetDirectoryName(to)!);
        using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var written = OwnFiles.Create(to);
        read.CopyTo(written);
        written.Flush(flushToDisk: true);
    }

    /// <summary>The keys first, the database last.</summary>
    static List<(string From, string To)> Planned(string work, string toFolder) =>
        [
            .. Directory
                .EnumerateFiles(work, "*", SearchOption.AllDirectories)
                // SQLite folds its log into the file when the last link is closed; an index of a log that is gone is nothing.
                .Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))
                .OrderBy(f => Path.GetFileName(f) == "spor.db")
                .ThenBy(f => Path.GetFileName(f) != "keys.json")
                .Select(f => (f, Path.Combine(toFolder, Path.GetRelativePath(work, f)))),
        ];

    /// <summary>One move, row by row.</summary>
    sealed class Copying(Database from, Database to)
    {
        readonly List<Difference> differences = [];

        public Moved Run()
        {
            using var old = from.Open(raw: true);
            using var made = to.Open(raw: true);
            old.Begin(write: false);
            (made as SqliteLink)?.ForeignKeys(false);
            made.Begin(write: true);
            try
            {
                var head = Head(old);
                Entries(old, made);
                KeysOfRows.Copy(old, made);
                HashesBefore(old, made);
                made.Execute("DELETE FROM keys_sealed");
                foreach (var table in OtherTables.OfTheRecord)
                    Rows(table, old, made);
                made.Execute("UPDATE journal_head SET \"No\" = $1, \"NextId\" = $2, \"Hash\" = $3", head.No, head.NextId, head.Hash);
                var looks = Looks(made);
                var moved = Count(old, made, looks);
                if (differences.Count > 0)
                    throw new MoveNotSoundException(differences);
                made.Commit();
                old.Rollback();
                // One that went on while it was read is not moved: whoever wrote last would not find it again.
                if (HeadNow() != head.No || LooksNow() != looks)
                    throw new WrittenMeanwhileException();
                return moved;
            }
            catch
            {
                made.Rollback();
                throw;
            }
        }

        static (long No, long NextId, byte[] Hash) Head(Link link)
        {
            using var rows = link.Query("SELECT \"No\", \"NextId\", \"Hash\" FROM journal_head");
            rows.Next();
            return (rows.Long(0), rows.Long(1), rows.Bytes(2));
        }

        /// <summary>Read again by a link of its own, since a transaction sees what it saw at first.</summary>
        long HeadNow()
        {
            using var link = from.Open();
            return Head(link).No;
        }

        long LooksNow()
        {
            using var link = AccessLog.LinkOf(from);
            return link is null ? 0 : AccessLog.HeadOf(link).No;
        }

        /// <summary>The journal as it stands, and the facts that it makes.</summary>
        static void Entries(Link old, Link made)
        {
            var batch = new Batch();
            // PostgreSQL retracts all of a batch before it adds: what was added or changed in it is not changed again in the same one.
            var touched = new HashSet<(FactKind, long)>();
            void Write()
            {
                made.Write(batch);
                batch.Clear();
                touched.Clear();
            }
            made.BeginBulk();
            using (
                var rows = old.Query(
                    """
                    SELECT "No", "At", "Author", "Intent", "ChildId", "ImportId", "Token", "ReasonTextId", "Content", "Events", "PrevHash", "Hash", "Ties"
                    FROM journal_entry ORDER BY "No"
                    """
                )
            )
                while (rows.Next())
                {
                    var no = rows.Long(0);
                    var events = rows.Utf8(9);
                    batch.Entries.Add(
                        new(
                            no,
                            rows.Instant(1),
                            rows.Text(2),
                            rows.Text(3),
                            rows.MaybeLong(4),
                            rows.MaybeLong(5),
                            rows.MaybeText(6),
                            rows.MaybeLong(7),
                            rows.IsNull(8) ? null : rows.Bytes(8),
                            batch.Json.WrittenCount,
                            events.Length,
                            rows.Bytes(10),
                            rows.Bytes(11),
                            rows.IsNull(12) ? null : rows.Bytes(12)
                        )
                    );
                    batch.Json.Write(events.Span);
                    foreach (var happened in EventJson.Read(events))
                    {
                        var change = Apply.To(happened, no);
                        if (change.Retract is { } id && touched.Contains((change.Kind, id)))
                            Write();
                        batch.Changes.Add((no, change, change.Add?.SourceKey));
                        if ((change.Add?.Id ?? change.Retract) is { } one)
                            touched.Add((change.Kind, one));
                    }
                    if (batch.Changes.Count >= 10_000 || batch.Json.WrittenCount >= 8 << 20)
                        Write();
                }
            Write();
            made.EndBulk();
        }

        /// <summary>What entries were chained with before the source's keys were sealed.</summary>
        static void HashesBefore(Link old, Link made)
        {
            using var rows = old.Query("SELECT \"No\", \"HashBefore\" FROM journal_entry WHERE \"HashBefore\" IS NOT NULL");
            while (rows.Next())
                made.Execute("UPDATE journal_entry SET \"HashBefore\" = $1 WHERE \"No\" = $2", rows.Bytes(1), rows.Long(0));
        }

        /// <summary>Copies a table and reads it again: the same rows, by a hash over every value.</summary>
        void Rows(CopiedTable table, Link old, Link made)
        {
            var there = table.Copy(old, made);
            if (table.HashOf(made) is var here && here != there)
                differences.Add(new(table.Name, $"{here.Rows} rows came out of {there.Rows}, or other values"));
        }

        /// <returns>The number of the last look.</returns>
        long Looks(Link made)
        {
            using var log = AccessLog.LinkOf(from);
            if (log is null)
                return 0;
            log.Begin(write: false);
            var last = AccessLog.HeadOf(log).No;
            if (to.Provider == Provider.Postgres)
                Both(log, made);
            else
                using (var file = AccessLog.NewFile(to))
                {
                    file.Begin(write: true);
                    Both(log, file);
                    file.Commit();
                }
            log.Rollback();
            return last;
        }

        void Both(Link log, Link into)
        {
            foreach (var table in OtherTables.OfTheLog)
                Rows(table, log, into);
        }

        Moved Count(Link old, Link made, long looks)
        {
            long rows = 0;
            foreach (var kind in FactKinds.All)
                rows += Replay.Compare(kind, old, made, differences);
            foreach (var table in FactKinds.All.Select(k => k.Table).Append("journal_entry"))
                if (Of(old, table) is var before && Of(made, table) is var now && before != now)
                    differences.Add(new(table, $"{now} rows came out of {before}"));
            return new(
                Of(made, "journal_entry"),
                rows,
                Of(made, "text"),
                made.Number("SELECT count(*) FROM text WHERE \"Body\" IS NULL") ?? 0,
                Of(made, "report_file"),
                Of(made, "draft"),
                looks
            );
        }

        static long Of(Link link, string table) => link.Number($"SELECT count(*) FROM {Link.Q(table)}") ?? 0;
    }
}
