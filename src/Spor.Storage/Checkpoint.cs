using System.Globalization;
using System.Text;
using System.Text.Json;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage;

/// <summary>The file is no checkpoint, or was changed, or is of another database.</summary>
public sealed class NotACheckpointException(string what) : StorageException("Not a checkpoint of this database: " + what);

/// <summary>
/// How far the journal and the log of looks had come on a day, signed. Kept elsewhere (on another machine, in the case system, on paper),
/// it shows later that nothing written before it was cut off or made anew, not even by somebody who has the keys.
/// </summary>
/// <param name="Ring">Which key ring's.</param>
public sealed record Checkpoint(string Ring, DateTime At, long No, string Hash, long LooksNo, string LooksHash, string Signature)
{
    /// <summary>The one that Spor keeps itself in the data folder, beside the keys: who changes the database alone does not reach
    /// it.</summary>
    static string FileOf(Database database) => Path.Combine(database.DataFolder, "checkpoint.json");

    /// <summary>As it is now.</summary>
    public static Checkpoint Take(Database database)
    {
        var (no, hash) = HeadOf(database);
        var (looks, looksHash) = LooksOf(database);
        var made = new Checkpoint(
            database.Keys.Print,
            database.Now(),
            no,
            Convert.ToHexStringLower(hash),
            looks,
            Convert.ToHexStringLower(looksHash),
            ""
        );
        return made with { Signature = made.Sign(database.Keys) };
    }

    static (long No, byte[] Hash) HeadOf(Database database)
    {
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"No\", \"Hash\" FROM journal_head");
        rows.Next();
        return (rows.Long(0), rows.Bytes(1));
    }

    static (long No, byte[] Hash) LooksOf(Database database)
    {
        if (AccessLog.LinkOf(database) is not { } link)
            return (0, new byte[32]);
        using (link)
            return AccessLog.HeadOf(link);
    }

    string Sign(KeyRing keys) =>
        Convert.ToHexStringLower(
            keys.Sign(
                "checkpoint",
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Ring}|{At:O}|{No}|{Hash}|{LooksNo}|{LooksHash}"))
            )
        );

    public void WriteTo(string file)
    {
        var unfinished = $"{file}.{Guid.NewGuid():N}.new";
        using (var stream = OwnFiles.Create(unfinished))
            JsonSerializer.Serialize(stream, this);
        File.Move(unfinished, file, overwrite: true);
    }

    /// <exception cref="NotACheckpointException">It is none, or its signature is not this database's.</exception>
    public static Checkpoint Read(Database database, string file)
    {
        Checkpoint? read;
        try
        {
            read = JsonSerializer.Deserialize<Checkpoint>(File.ReadAllBytes(file));
        }
        catch (JsonException e)
        {
            throw new NotACheckpointException(e.Message);
        }
        if (read?.Ring != database.Keys.Print)
            throw new NotACheckpointException("another key ring");
        return read.Signature == read.Sign(database.Keys) ? read : throw new NotACheckpointException("the signature does not hold");
    }

    /// <summary>What the record lacks of what stood in it when the checkpoint was taken.</summary>
    public IReadOnlyList<Difference> Missing(Database database)
    {
        var wrong = new List<Difference>();
        void Ask(string what, Link link, string table, long no, string hash, string before)
        {
            using var rows = link.Query($"SELECT \"Hash\", {before} FROM {table} WHERE \"No\" = $1", no);
            if (no > 0 && !rows.Next())
                wrong.Add(new(what, $"number {Text(no)} stood there on {At:yyyy-MM-dd}, and is gone"));
            else if (no > 0 && Hex(rows, 0) != hash && Hex(rows, 1) != hash)
                wrong.Add(new(what, $"number {Text(no)} is another than on {At:yyyy-MM-dd}"));
        }
        using (var link = database.Rent())
            // One from before the source's keys were sealed knows an entry by the hash that it had.
            Ask("journal", link.Link, "journal_entry", No, Hash, "\"HashBefore\"");
        if (LooksNo == 0)
            return wrong;
        using var looks = AccessLog.LinkOf(database);
        if (looks is null)
            wrong.Add(new("log", "it is gone"));
        else
            Ask("log", looks, "access_log", LooksNo, LooksHash, "NULL");
        return wrong;
    }

    /// <summary>Keeps the furthest in the data folder. A database that has fallen behind does not take it away.</summary>
    internal static void Keep(Database database)
    {
        var now = Take(database);
        if (Kept(database) is { } before && (before.No > now.No || before.LooksNo > now.LooksNo))
            return;
        now.WriteTo(FileOf(database));
    }

    /// <summary>The one in the data folder; null if there is none that is ours.</summary>
    internal static Checkpoint? Kept(Database database)
    {
        try
        {
            return File.Exists(FileOf(database)) ? Read(database, FileOf(database)) : null;
        }
        catch (NotACheckpointException)
        {
            return null;
        }
    }

    static string? Hex(Rows rows, int at) => rows.IsNull(at) ? null : Convert.ToHexStringLower(rows.Bytes(at));

    static string Text(long n) => n.ToString(CultureInfo.InvariantCulture);
}
