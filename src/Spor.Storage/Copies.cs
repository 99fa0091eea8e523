using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage;

/// <summary>
/// The copies that SQLite's file is given before a schema change. Those from before the source's keys were sealed hold them in clear, so
/// they are sealed whole, with a key of the ring; the way back is a backup, and such a copy is for the day that there is none.
/// </summary>
public static class Copies
{
    /// <summary>The schema that sealed the keys.</summary>
    const int Sealing = 34;
    const string Begins = ".before-",
        Sealed = ".sealed",
        Unfinished = ".unfinished";

    /// <summary>What is no copy itself: one that is being made, and SQLite's own files.</summary>
    static readonly string[] Beside = [Unfinished, "-wal", "-shm", "-journal"];

    internal static IReadOnlyList<string> Of(Database database) =>
        database.File is { } file
            ?
            [
                .. Directory
                    .GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + Begins + "*")
                    .Where(f => !Array.Exists(Beside, end => f.EndsWith(end, StringComparison.Ordinal))),
            ]
            : [];

    /// <summary>Seals those that hold keys in clear.</summary>
    internal static void Seal(Database database)
    {
        foreach (var copy in Of(database))
            if (!copy.EndsWith(Sealed, StringComparison.Ordinal) && HasKeysInClear(copy))
                Seal(copy, copy + Sealed, database.Keys);
    }

    /// <summary>A copy is named by the schema that it was made before, and what it holds is older.</summary>
    static bool HasKeysInClear(string copy)
    {
        try
        {
            using var link = new SqliteLink(copy, create: false, readOnly: true);
            return (link.Number("SELECT max(\"Version\") FROM schema_version") ?? Sealing) < Sealing || KeySealing.IsDue(link);
        }
        catch (SqliteFaultException)
        {
            // No database, whatever it is.
            return false;
        }
    }

    static void Seal(string open, string to, KeyRing keys)
    {
        using (var from = File.OpenRead(open))
        using (var into = OwnFiles.Create(to + Unfinished, FileMode.Create))
        {
            SealedFile.Seal(from, into, keys.CopySecret);
            into.Flush(flushToDisk: true);
        }
        File.Move(to + Unfinished, to, overwrite: true);
        File.Delete(open);
    }

    /// <summary>Opens a sealed copy to a new file.</summary>
    /// <exception cref="BackupLockedException">It is not sealed with this ring, or was changed.</exception>
    public static void Open(string copy, KeyRing keys, string to)
    {
        try
        {
            using var from = File.OpenRead(copy);
            using var into = OwnFiles.Create(to);
            SealedFile.Open(from, into, keys.CopySecret);
            into.Flush(flushToDisk: true);
        }
        catch (BackupLockedException)
        {
            File.Delete(to);
            throw;
        }
    }

    /// <summary>Changes each, also those that are sealed.</summary>
    internal static void Change(Database database, Action<SqliteLink> change)
    {
        foreach (var copy in Of(database))
        {
            var isSealed = copy.EndsWith(Sealed, StringComparison.Ordinal);
            var open = isSealed ? copy + ".open" + Unfinished : copy;
            if (isSealed)
            {
                File.Delete(open);
                Open(copy, database.Keys, open);
            }
            using (var link = new SqliteLink(open, create: false))
            {
                link.Begin(write: true);
                change(link);
                link.Commit();
                link.Script("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            if (isSealed)
                Seal(open, copy, database.Keys);
        }
    }
}
