using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <param name="HeadNo">The last entry in the backup.</param>
/// <param name="IncludesKeys">If so, whoever has the file can read the names: keep it as safe as the data itself. If not, keep keys.json
/// elsewhere: without it the names are lost.</param>
public sealed record BackupResult(string File, long HeadNo, bool IncludesKeys);

/// <summary>There is a database already where the backup was to be unpacked.</summary>
public sealed class AlreadyThereException(string what) : StorageException("There is a database already: " + what);

/// <summary>The file is no backup of Spor.</summary>
public sealed class NotABackupException(string what, Exception? inner = null) : StorageException("Not a backup: " + what, inner);

/// <summary>The backup is not what it was when it was taken. Nothing of it is put in place.</summary>
/// <param name="part">Which part, or null if it is the file as a whole.</param>
public sealed class BackupDamagedException(string? part) : StorageException("The backup was changed or damaged: " + (part ?? "the file"))
{
    public string? Part { get; } = part;
}

/// <summary>The backup is of the other kind of database than the one it was to be restored into.</summary>
public sealed class OtherKindException(Provider holds) : StorageException($"The backup holds a {holds} database.")
{
    public Provider Holds { get; } = holds;
}

/// <summary>A consistent copy while others go on working, as one zip: the database, the log of who looked, the keys, and a page that says
/// what it is.</summary>
public static class Backup
{
    /// <summary>The whole zip without these last bytes, as SHA-256 in its own comment: it stays a zip that other programs open.</summary>
    const string CommentBegins = "spor-sha256:";
    const int HashLength = 64;

    /// <param name="Parts">What lies in it; empty in one from before parts had checksums (format 1).</param>
    internal sealed record Manifest(
        int Format,
        string Provider,
        string Program,
        DateTime At,
        long HeadNo,
        bool Keys,
        IReadOnlyDictionary<string, Part>? Parts = null
    );

    internal sealed record Part(long Bytes, string Sha256);

    internal static class Names
    {
        public const string Manifest = "backup.json",
            Database = "spor.db",
            Looks = "access.db",
            Dump = "spor.pgdump",
            Keys = "keys.json",
            Erased = "erased.jsonl";
    }

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
                var copy = Path.Combine(folder, Names.Database);
                using (var link = database.Rent())
                    link.Execute("VACUUM INTO $1", copy);
                using (var copied = new SqliteLink(copy, create: false))
                    head = copied.Number("SELECT \"No\" FROM journal_head") ?? 0;
                if (File.Exists(AccessLog.FileOf(database)))
                    using (var looks = new SqliteLink(AccessLog.FileOf(database), create: false))
                        looks.Execute("VACUUM INTO $1", Path.Combine(folder, Names.Looks));
            }
            else
            {
                head = database.HeadNo;
                PostgresTools.Run(
                    "pg_dump",
                    database.ConnectionString!,
                    "--format=custom",
                    "--no-owner",
                    "--no-privileges",
                    "--file=" + Path.Combine(folder, Names.Dump)
                );
            }
            if (File.Exists(Erasures.FileOf(database.DataFolder)))
                File.Copy(Erasures.FileOf(database.DataFolder), Path.Combine(folder, Names.Erased));
            if (includeKeys)
                File.Copy(database.Keys.File, Path.Combine(folder, Names.Keys));
            var hashes = Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), PartOf);
            File.WriteAllText(
                Path.Combine(folder, Names.Manifest),
                JsonSerializer.Serialize(
                    new Manifest(
                        2,
                        database.Provider.ToString(),
                        typeof(Backup).Assembly.GetName().Version?.ToString(3) ?? "",
                        database.Now(),
                        head,
                        includeKeys,
                        hashes
                    )
                )
            );
            var parts = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToList();
            var zipped = secret is null ? unfinished : Path.Combine(folder, "all.zip");
            using (var stream = OwnFiles.Create(zipped, FileMode.Create))
            {
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    zip.Comment = CommentBegins + new string('0', HashLength);
                    foreach (var part in parts)
                        zip.CreateEntryFromFile(part, Path.GetFileName(part), CompressionLevel.Fastest);
                }
                var whole = HashOfAllButLast(stream);
                stream.Position = stream.Length - HashLength;
                stream.Write(Encoding.ASCII.GetBytes(whole));
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

    internal static Part PartOf(string file)
    {
        using var stream = File.OpenRead(file);
        return new(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    static string HashOfAllButLast(FileStream stream)
    {
        stream.Flush();
        stream.Position = 0;
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = stream.Length - HashLength; left > 0; )
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            sha.AppendData(buffer, 0, read);
            left -= read;
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>Whether a zip is, to the last bit, what was written. One of format 1 does not say.</summary>
    internal static bool? IsWhole(string zip)
    {
        using var stream = File.OpenRead(zip);
        var comment = new byte[CommentBegins.Length + HashLength];
        if (stream.Length < comment.Length)
            return null;
        stream.Position = stream.Length - comment.Length;
        stream.ReadExactly(comment);
        if (!comment.AsSpan(0, CommentBegins.Length).SequenceEqual(Encoding.ASCII.GetBytes(CommentBegins)))
            return null;
        return Encoding.ASCII.GetString(comment, CommentBegins.Length, HashLength) == HashOfAllButLast(stream);
    }
}
