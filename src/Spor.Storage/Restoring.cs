using System.IO.Compression;
using System.Text.Json;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage;

/// <param name="HeadNo">The last entry now.</param>
/// <param name="Checked">Whether its journal was replayed and every text opened. It cannot be where the keys are kept elsewhere.</param>
public sealed record Restored(long HeadNo, bool IncludesKeys, bool Checked);

/// <summary>The backup unpacks as it was packed, and what it holds does not agree with itself.</summary>
public sealed class RestoredNotSoundException(IReadOnlyList<Difference> differences)
    : StorageException("The backup's record does not hold together: " + differences[0].Where + ": " + differences[0].What)
{
    public IReadOnlyList<Difference> Differences { get; } = differences;
}

/// <summary>There is no entry at or before the time, or the record cannot be cut there.</summary>
public sealed class NothingBeforeException(DateTime at) : StorageException("No entry at or before " + at.ToString("O"));

/// <summary>
/// Puts a backup into a data folder that has no database, or into an empty PostgreSQL database: whole and checked, or not at all. All of it
/// is unpacked and replayed in a folder inside, and given its names last. While that folder is there Spor does not start on the data
/// folder, so what a kill or a full disk leaves is never taken for an empty municipality.
/// </summary>
public static class Restoring
{
    const string WorkPrefix = "restoring-",
        PlanFile = "plan.json";

    sealed record Planned(string To, string Sha256);

    /// <summary>Whether a restore was broken off here.</summary>
    public static bool BrokenOff(string dataFolder) =>
        Directory.Exists(dataFolder) && Directory.EnumerateDirectories(dataFolder, WorkPrefix + "*").Any();

    /// <param name="spec">As for <see cref="Database.Open"/>; a backup of PostgreSQL needs a connection string here.</param>
    /// <param name="secret">What it was sealed with, if it was.</param>
    /// <param name="to">UTC: the record as it was after the last entry at or before; null = all of it. The log of looks is never
    /// cut.</param>
    /// <exception cref="StorageException">See its kinds. Nothing is left behind.</exception>
    public static Restored From(string file, string dataFolder, string? spec = null, BackupSecret? secret = null, DateTime? to = null)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException(null, file);
        var existed = Directory.Exists(dataFolder);
        try
        {
            OwnFiles.Ours();
            OwnFiles.CreateFolder(dataFolder);
            CleanUp(dataFolder);
            var work = WorkFolder(dataFolder);
            try
            {
                return new Restore(work, Path.GetFullPath(dataFolder), spec, to).Run(Opened(file, work, secret));
            }
            finally
            {
                Finish(work);
            }
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
        finally
        {
            if (!existed && Directory.Exists(dataFolder) && !Directory.EnumerateFileSystemEntries(dataFolder).Any())
                Directory.Delete(dataFolder);
        }
    }

    static string Opened(string file, string work, BackupSecret? secret)
    {
        if (!SealedFile.IsSealed(file))
            return file;
        var open = Path.Combine(work, "open.zip");
        using (var from = File.OpenRead(file))
        using (var into = OwnFiles.Create(open))
            SealedFile.Open(from, into, secret ?? throw BackupLockedException.NoSecret);
        return open;
    }

    /// <summary>In one step it is no restore any more; then it is taken away.</summary>
    internal static void Finish(string work)
    {
        var done = Path.Combine(Path.GetDirectoryName(work)!, "done-" + Path.GetFileName(work));
        Directory.Move(work, done);
        Directory.Delete(done, recursive: true);
    }

    /// <summary>What an earlier restore left when it was killed. Of what it had given its name already only that is taken which is, to the
    /// last bit, what it put there.</summary>
    /// <returns>Whether there was anything.</returns>
    internal static bool CleanUp(string dataFolder)
    {
        var all = Directory.GetDirectories(dataFolder, WorkPrefix + "*");
        foreach (var left in all)
        {
            if (File.Exists(Path.Combine(left, PlanFile)))
                foreach (var planned in JsonSerializer.Deserialize<List<Planned>>(File.ReadAllText(Path.Combine(left, PlanFile))) ?? [])
                {
                    File.Delete(planned.To + ".unfinished");
                    if (File.Exists(planned.To) && Backup.PartOf(planned.To).Sha256 == planned.Sha256)
                        File.Delete(planned.To);
                }
            Finish(left);
        }
        return all.Length > 0;
    }

    /// <summary>Where what comes to a data folder is made; Spor does not start while it is there.</summary>
    internal static string WorkFolder(string dataFolder) =>
        OwnFiles.CreateFolder(Path.Combine(dataFolder, WorkPrefix + Guid.NewGuid().ToString("N")[..8]));

    /// <summary>Gives what lies in a work folder its names, in this order: all of them or none.</summary>
    internal static void Place(string work, IReadOnlyList<(string From, string To)> plan)
    {
        foreach (var (_, target) in plan)
            if (File.Exists(target))
                throw new AlreadyThereException(target);
        using (var stream = OwnFiles.Create(Path.Combine(work, PlanFile)))
        {
            JsonSerializer.Serialize(stream, plan.Select(p => new Planned(p.To, Backup.PartOf(p.From).Sha256)));
            stream.Flush(flushToDisk: true);
        }
        var placed = new List<string>();
        try
        {
            foreach (var (from, target) in plan)
            {
                OwnFiles.CreateFolder(Path.GetDirectoryName(target)!);
                // On another disk it is a copy, and a copy has its name when it is whole.
                File.Move(from, target + ".unfinished", overwrite: true);
                File.Move(target + ".unfinished", target, overwrite: false);
                placed.Add(target);
            }
        }
        catch
        {
            placed.ForEach(File.Delete);
            foreach (var (_, target) in plan)
                File.Delete(target + ".unfinished");
            throw;
        }
    }

    /// <summary>Whether a database on a server has no table of anybody's.</summary>
    internal static bool ServerIsEmpty(string spec)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(ServerSpec.Read(spec));
        using var link = new PostgresLink(source);
        return link.Number("SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() LIMIT 1") is null;
    }

    /// <summary>Takes Spor's tables from a server's database that had none before.</summary>
    internal static void EmptyServer(string spec)
    {
        using var source = Npgsql.NpgsqlDataSource.Create(ServerSpec.Read(spec));
        using var link = new PostgresLink(source);
        var tables = FactKinds.All.Select(k => k.Table).Concat(OtherTables.All);
        link.Script(string.Join(' ', tables.Select(t => $"DROP TABLE IF EXISTS {Link.Q(t)} CASCADE;")));
    }

    sealed class Restore(string work, string dataFolder, string? spec, DateTime? to)
    {
        readonly bool server = ServerSpec.IsServer(spec);

        string Target => string.IsNullOrWhiteSpace(spec) ? Database.DefaultFile(dataFolder) : Path.GetFullPath(spec);

        string Staged(string name) => Path.Combine(work, name);

        public Restored Run(string file)
        {
            var manifest = Unpack(file);
            if (manifest.Keys && File.Exists(Path.Combine(dataFolder, Backup.Names.Keys)))
                throw new AlreadyThereException(Path.Combine(dataFolder, Backup.Names.Keys));
            if (!server)
                return Place(manifest, Check(Staged(Backup.Names.Database), manifest));
            PostgresTools.Run(
                "pg_restore",
                spec!,
                "--no-owner",
                "--no-privileges",
                "--single-transaction",
                "--exit-on-error",
                Staged(Backup.Names.Dump)
            );
            try
            {
                return Place(manifest, Check(spec!, manifest));
            }
            catch
            {
                EmptyServer(spec!);
                throw;
            }
        }

        Backup.Manifest Unpack(string file)
        {
            try
            {
                if (Backup.IsWhole(file) is false)
                    throw new BackupDamagedException(null);
                using var zip = ZipFile.OpenRead(file);
                var manifest = ManifestOf(zip, file);
                if (manifest.Format == 2 && Backup.IsWhole(file) is not true)
                    throw new BackupDamagedException(null);
                var holds = Enum.Parse<Provider>(manifest.Provider);
                if (server != (holds == Provider.Postgres))
                    throw new OtherKindException(holds);
                if (Database.Exists(spec, dataFolder))
                    throw new AlreadyThereException(server ? "the server" : dataFolder);
                var wanted = server
                    ? new[] { Backup.Names.Dump, Backup.Names.Erased }
                    : [Backup.Names.Database, Backup.Names.Looks, Backup.Names.Erased];
                foreach (var name in manifest.Keys ? [.. wanted, Backup.Names.Keys] : wanted)
                    Unpack(zip, manifest, name, needed: name != Backup.Names.Looks && name != Backup.Names.Erased);
                return manifest;
            }
            catch (Exception e)
                when (e is InvalidDataException or JsonException or EndOfStreamException or ArgumentException or OverflowException)
            {
                throw new NotABackupException(file, e);
            }
        }

        static Backup.Manifest ManifestOf(ZipArchive zip, string file)
        {
            if (zip.GetEntry(Backup.Names.Manifest) is not { } page)
                throw new NotABackupException(file);
            using var stream = page.Open();
            return JsonSerializer.Deserialize<Backup.Manifest>(stream) is { Format: 1 or 2 } m ? m : throw new NotABackupException(file);
        }

        void Unpack(ZipArchive zip, Backup.Manifest manifest, string name, bool needed)
        {
            var said = manifest.Parts?.GetValueOrDefault(name);
            if (zip.GetEntry(name) is not { } entry)
            {
                if (needed || said is not null)
                    throw new BackupDamagedException(name);
                return;
            }
            using (var from = entry.Open())
            using (var into = OwnFiles.Create(Staged(name)))
            {
                from.CopyTo(into);
                into.Flush(flushToDisk: true);
            }
            if (manifest.Format == 2 && Backup.PartOf(Staged(name)) != said)
                throw new BackupDamagedException(name);
        }

        /// <summary>Opens what was unpacked, cuts it where it is to end, and replays it.</summary>
        Restored Check(string staged, Backup.Manifest manifest)
        {
            // Keys that were kept elsewhere may lie in the data folder already.
            if (!manifest.Keys && KeyRing.Exists(dataFolder))
                File.Copy(Path.Combine(dataFolder, Backup.Names.Keys), Staged(Backup.Names.Keys));
            if (!KeyRing.Exists(work))
            {
                if (to is not null)
                    throw new WrongKeysException("A record is cut only with its keys.");
                CheckFileAlone(staged);
                return new(manifest.HeadNo, IncludesKeys: false, Checked: false);
            }
            if (to is { } time)
                Cutting.At(staged, work, time);
            ReplayReport report;
            using (var database = OpenToCheck(staged))
                report = Replay.Check(database);
            if (!report.Agrees)
                throw new RestoredNotSoundException(report.Differences);
            return new(report.Entries, manifest.Keys, Checked: true);
        }

        /// <summary>One of an older program is checked as it will be after the upgrade: on PostgreSQL where it lies, of SQLite a
        /// copy.</summary>
        Database OpenToCheck(string staged)
        {
            try
            {
                return Database.OpenAsIs(staged, work);
            }
            catch (OlderSchemaException)
            {
                if (server)
                    return Database.Open(staged, work);
                var scratch = OwnFiles.CreateFolder(Staged("upgraded"));
                foreach (var name in new[] { Backup.Names.Database, Backup.Names.Looks, Backup.Names.Keys })
                    if (File.Exists(Staged(name)))
                        File.Copy(Staged(name), Path.Combine(scratch, name));
                return Database.Open(null, scratch);
            }
        }

        static void CheckFileAlone(string staged)
        {
            if (ServerSpec.IsServer(staged))
                return;
            using var link = new SqliteLink(staged, create: false, readOnly: true);
            var wrong = new List<Difference>();
            Replay.CheckFile(link, wrong);
            if (wrong.Count > 0)
                throw new RestoredNotSoundException(wrong);
        }

        /// <summary>Gives everything its name, the database last.</summary>
        Restored Place(Backup.Manifest manifest, Restored restored)
        {
            var plan = new List<(string From, string To)>();
            void Add(string name, string target)
            {
                if (File.Exists(Staged(name)))
                    plan.Add((Staged(name), target));
            }
            if (manifest.Keys)
                Add(Backup.Names.Keys, Path.Combine(dataFolder, Backup.Names.Keys));
            // What was erased after the backup was taken is in the list that lies here already.
            if (!File.Exists(Erasures.FileOf(dataFolder)))
                Add(Backup.Names.Erased, Erasures.FileOf(dataFolder));
            if (!server)
            {
                Add(Backup.Names.Looks, Path.Combine(Path.GetDirectoryName(Target)!, Backup.Names.Looks));
                Add(Backup.Names.Database, Target);
            }
            Restoring.Place(work, plan);
            return restored;
        }
    }
}
