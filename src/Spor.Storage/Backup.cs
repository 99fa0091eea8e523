using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Npgsql;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <param name="HeadNo">The last entry in the backup.</param>
/// <param name="IncludesKeys">If so, whoever has the file can read the names: keep it as safe as the data itself. If not, keep keys.json
/// elsewhere: without it the names are lost.</param>
public sealed record BackupResult(string File, long HeadNo, bool IncludesKeys);

/// <summary>There is a database already where the backup was to be unpacked.</summary>
public sealed class AlreadyThereException(string what) : StorageException("There is a database already: " + what);

/// <summary>The file is no backup of Spor, or needs another kind of database than the one given.</summary>
public sealed class NotABackupException(string what, Exception? inner = null) : StorageException("Not a backup: " + what, inner);

/// <summary>PostgreSQL's own programs are needed and were not found.</summary>
public sealed class ToolMissingException(string tool) : StorageException("The program was not found: " + tool)
{
    public string Tool { get; } = tool;
}

/// <summary>A consistent copy while others go on working, as one zip: the database, the log of who looked, the keys, and a page that says
/// what it is.</summary>
public static class Backup
{
    sealed record Manifest(int Format, string Provider, string Program, DateTime At, long HeadNo, bool Keys);

    /// <param name="includeKeys">See <see cref="BackupResult"/>.</param>
    /// <param name="secret">What the file is sealed with; null leaves it open to whoever has it.</param>
    public static BackupResult To(Database database, string file, bool includeKeys = true, BackupSecret? secret = null)
    {
        // Beside the backup, for the same people; the machine's temporary files may be on another disk, and others'.
        var folder = OwnFiles.CreateFolder(Path.GetFullPath(file) + ".making-" + Guid.NewGuid().ToString("N")[..8]);
        var unfinished = file + ".unfinished";
        try
        {
            long head;
            if (database.Provider == Provider.Sqlite)
            {
                var copy = Path.Combine(folder, "spor.db");
                using (var link = database.Rent())
                    link.Execute("VACUUM INTO $1", copy);
                using (var copied = new SqliteLink(copy, create: false))
                    head = copied.Number("SELECT \"No\" FROM journal_head") ?? 0;
                if (File.Exists(AccessLog.FileOf(database)))
                    using (var looks = new SqliteLink(AccessLog.FileOf(database), create: false))
                        looks.Execute("VACUUM INTO $1", Path.Combine(folder, "access.db"));
            }
            else
            {
                head = database.HeadNo;
                RunTool(
                    "pg_dump",
                    database.ConnectionString!,
                    "--format=custom",
                    "--no-owner",
                    "--no-privileges",
                    "--file=" + Path.Combine(folder, "spor.pgdump")
                );
            }
            if (File.Exists(Erasures.FileOf(database.DataFolder)))
                File.Copy(Erasures.FileOf(database.DataFolder), Path.Combine(folder, "erased.jsonl"));
            if (includeKeys)
                File.Copy(database.Keys.File, Path.Combine(folder, "keys.json"));
            File.WriteAllText(
                Path.Combine(folder, "backup.json"),
                JsonSerializer.Serialize(
                    new Manifest(
                        1,
                        database.Provider.ToString(),
                        typeof(Backup).Assembly.GetName().Version?.ToString(3) ?? "",
                        database.Now(),
                        head,
                        includeKeys
                    )
                )
            );
            var parts = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
            var zipped = secret is null ? unfinished : Path.Combine(folder, "all.zip");
            using (var stream = OwnFiles.Create(zipped, FileMode.Create))
            {
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                    foreach (var part in parts)
                        zip.CreateEntryFromFile(part, Path.GetFileName(part), CompressionLevel.Fastest);
                stream.Flush(flushToDisk: true);
            }
            if (secret is not null)
            {
                using var open = File.OpenRead(zipped);
                using var to = OwnFiles.Create(unfinished, FileMode.Create);
                SealedFile.Seal(open, to, secret);
                to.Flush(flushToDisk: true);
            }
            File.Move(unfinished, file, overwrite: true);
            return new(file, head, includeKeys);
        }
        catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
        {
            throw typed;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            File.Delete(unfinished);
        }
    }

    /// <summary>Unpacks a backup into a data folder that has no database, or into an empty PostgreSQL database.</summary>
    /// <param name="spec">As for <see cref="Database.Open"/>; a backup of PostgreSQL needs a connection string here.</param>
    /// <param name="secret">What it was sealed with, if it was.</param>
    /// <exception cref="BackupLockedException">It is sealed, and this does not open it. Nothing is unpacked.</exception>
    public static BackupResult Restore(string file, string dataFolder, string? spec = null, BackupSecret? secret = null)
    {
        if (!File.Exists(file) || !SealedFile.IsSealed(file))
            return RestoreOpen(file, dataFolder, spec);
        OwnFiles.CreateFolder(dataFolder);
        var open = Path.Combine(dataFolder, "restoring-" + Guid.NewGuid().ToString("N")[..8] + ".zip");
        try
        {
            using (var from = File.OpenRead(file))
            using (var to = OwnFiles.Create(open))
                SealedFile.Open(from, to, secret ?? throw BackupLockedException.NoSecret);
            return RestoreOpen(open, dataFolder, spec) with { File = file };
        }
        finally
        {
            File.Delete(open);
        }
    }

    static BackupResult RestoreOpen(string file, string dataFolder, string? spec)
    {
        ZipArchive zip;
        try
        {
            zip = ZipFile.OpenRead(file);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new NotABackupException(file, e);
        }
        using (zip)
        {
            if (zip.GetEntry("backup.json") is not { } page)
                throw new NotABackupException(file);
            Manifest manifest;
            using (var stream = page.Open())
                manifest = JsonSerializer.Deserialize<Manifest>(stream) is { Format: 1 } m ? m : throw new NotABackupException(file);
            var toPostgres = spec?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;
            if (toPostgres != (manifest.Provider == nameof(Provider.Postgres)))
                throw new NotABackupException($"it holds a {manifest.Provider} database");
            if (Database.Exists(spec, dataFolder))
                throw new AlreadyThereException(toPostgres ? "the server" : dataFolder);
            var keys = Path.Combine(dataFolder, "keys.json");
            if (manifest.Keys && File.Exists(keys))
                throw new AlreadyThereException(keys);
            try
            {
                OwnFiles.Ours();
                OwnFiles.CreateFolder(dataFolder);
                var target =
                    toPostgres ? null
                    : string.IsNullOrWhiteSpace(spec) ? Database.DefaultFile(dataFolder)
                    : spec;
                if (manifest.Keys)
                {
                    Unpack(zip, "keys.json", keys);
                    if (!OperatingSystem.IsWindows())
                        File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                }
                // What was erased after the backup was taken is in the list that lies here already.
                if (zip.GetEntry("erased.jsonl") is not null && !File.Exists(Erasures.FileOf(dataFolder)))
                    Unpack(zip, "erased.jsonl", Erasures.FileOf(dataFolder));
                if (target is not null)
                {
                    if (zip.GetEntry("access.db") is not null)
                        Unpack(zip, "access.db", Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target))!, "access.db"));
                    Unpack(zip, "spor.db", target);
                }
                else
                {
                    var dump = Path.Combine(dataFolder, "restoring.pgdump");
                    try
                    {
                        zip.GetEntry("spor.pgdump")!.ExtractToFile(dump, overwrite: true);
                        RunTool("pg_restore", spec!, "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", dump);
                    }
                    finally
                    {
                        File.Delete(dump);
                    }
                }
                return new(file, manifest.HeadNo, manifest.Keys);
            }
            catch (Exception e) when (Faults.Typed(e) is { } typed && typed != e)
            {
                throw typed;
            }
        }
    }

    /// <summary>Whole or not at all: a file half written never has the final name.</summary>
    static void Unpack(ZipArchive zip, string name, string to)
    {
        var unfinished = to + ".unfinished";
        try
        {
            (zip.GetEntry(name) ?? throw new NotABackupException(name + " is missing")).ExtractToFile(unfinished, overwrite: true);
            File.Move(unfinished, to, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static void RunTool(string tool, string connection, params string[] arguments)
    {
        var found = Find(tool) ?? throw new ToolMissingException(tool);
        var server = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(found) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--dbname=" + server.Database);
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (server.Username is { } user)
            start.Environment["PGUSER"] = user;
        if (server.Password is { } password)
            start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new NotADatabaseException(tool + ": " + said.GetAwaiter().GetResult().Trim());
    }

    static string? Find(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        // Debian keeps one set per version; the newest can read them all.
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
            folders.InsertRange(
                0,
                Directory
                    .EnumerateDirectories(debian)
                    .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0)
                    .Select(d => Path.Combine(d, "bin"))
            );
        return folders
            .Where(f => f.Length > 0)
            .Select(f => Path.Combine(f, OperatingSystem.IsWindows() ? tool + ".exe" : tool))
            .FirstOrDefault(File.Exists);
    }
}
