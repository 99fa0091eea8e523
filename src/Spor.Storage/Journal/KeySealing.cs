using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Spor.Facts;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>
/// Up to which entry the source's keys stood in clear: entry 0 in a database of today. An older one is brought over once, in one
/// transaction: tables and events are written with what is kept of a key now, and the chain is made anew over them. What the chain was is
/// signed here, so that what was kept elsewhere (a checkpoint, a list of erasures) can still be held up to it.
/// </summary>
/// <param name="Hash">That the entry had.</param>
/// <param name="Hashes">Over the hashes that all entries up to it had, in order.</param>
sealed record KeySealing(long No, byte[] Hash, byte[] Hashes, byte[] Mac)
{
    public static KeySealing? Read(Link link)
    {
        using var rows = link.Query("SELECT \"No\", \"Hash\", \"Hashes\", \"Mac\" FROM keys_sealed WHERE \"Row\" = 1");
        return rows.Next() ? new(rows.Long(0), rows.Bytes(1), rows.Bytes(2), rows.Bytes(3)) : null;
    }

    public bool IsOurs(KeyRing keys) => CryptographicOperations.FixedTimeEquals(Mac, MacOf(keys, No, Hash, Hashes));

    static byte[] MacOf(KeyRing keys, long no, byte[] hash, byte[] hashes) => keys.Sign("keys sealed", no, hash, hashes);

    /// <summary>Whether the keys still stand in clear: the schema file says so with a row of its own, and it is done once.</summary>
    public static bool IsDue(Link link) =>
        link.Number("SELECT 1 FROM keys_sealed WHERE \"Row\" = 0") is not null
        && link.Number("SELECT 1 FROM journal_entry WHERE \"HashBefore\" IS NOT NULL LIMIT 1") is null;

    /// <summary>Brings a database over that has the source's keys in clear.</summary>
    public static void Make(Database database)
    {
        using var link = database.Open(raw: true);
        var keys = database.Keys;
        if (!IsDue(link))
            return;
        link.Begin(write: true);
        try
        {
            // Two processes may open one database: they queue at its head.
            var no = link.Number("UPDATE journal_head SET \"No\" = \"No\" RETURNING \"No\"")!.Value;
            var first = IsDue(link);
            if (first)
            {
                KeysOfEvents.Seal(link, keys);
                KeysOfRows.Seal(link, keys);
                Sign(link, keys, no, database.Now());
            }
            link.Commit();
            if (first && no > 0)
                Sweep(link);
            if (first)
                Erasures.Remember(database, new ErasedKeys(link).Children);
        }
        catch
        {
            link.Rollback();
            throw;
        }
    }

    /// <summary>What was overwritten is not to lie in SQLite's log, nor among a server's rows that nobody reads any more.</summary>
    static void Sweep(Link link)
    {
        if (link is PostgresLink server)
            foreach (var table in FactKinds.All.Select(k => k.Table).Append("journal_entry"))
                server.WriteAnew(table);
        else
            link.Script("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    static void Sign(Link link, KeyRing keys, long no, DateTime at)
    {
        byte[] hash = new byte[32],
            hashes;
        using (var all = new Digest())
        {
            using var rows = link.Query(
                "SELECT \"No\", \"HashBefore\" FROM journal_entry WHERE \"HashBefore\" IS NOT NULL ORDER BY \"No\""
            );
            while (rows.Next())
                all.Add(rows.Long(0), hash = rows.Bytes(1));
            hashes = all.Take();
        }
        link.Execute("DELETE FROM keys_sealed");
        link.Execute(
            "INSERT INTO keys_sealed (\"Row\", \"No\", \"Hash\", \"Hashes\", \"At\", \"Mac\") VALUES (1, $1, $2, $3, $4, $5)",
            no,
            hash,
            hashes,
            at,
            MacOf(keys, no, hash, hashes)
        );
    }

    /// <summary>A copy that is cut at an earlier entry holds fewer of them.</summary>
    public static void Cut(Link link, KeyRing keys, long no, DateTime at)
    {
        if (Read(link) is not { } made || made.No <= no || !made.IsOurs(keys))
            return;
        Sign(link, keys, no, at);
    }

    /// <summary>Over the hashes that entries had, in order.</summary>
    public sealed class Digest : IDisposable
    {
        readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Add(long no, ReadOnlySpan<byte> hash)
        {
            Span<byte> head = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(head, no);
            sha.AppendData(head);
            sha.AppendData(hash);
        }

        public byte[] Take() => sha.GetHashAndReset();

        public void Dispose() => sha.Dispose();
    }

    /// <summary>Whether the hashes that entries had are the ones that were signed.</summary>
    public static void Check(Link link, KeyRing keys, Action<string, string> tell)
    {
        var signed = Read(link);
        if (signed is null || !signed.IsOurs(keys))
        {
            tell(
                "keys",
                signed is null ? "where they were sealed is gone" : "where they were sealed is not signed with the key of this database"
            );
            return;
        }
        using var all = new Digest();
        var last = new byte[32];
        long count = 0;
        using (var rows = link.Query("SELECT \"No\", \"HashBefore\" FROM journal_entry WHERE \"HashBefore\" IS NOT NULL ORDER BY \"No\""))
            while (rows.Next())
            {
                all.Add(rows.Long(0), last = rows.Bytes(1));
                count++;
            }
        if (count != signed.No || !all.Take().AsSpan().SequenceEqual(signed.Hashes) || !last.AsSpan().SequenceEqual(signed.Hash))
            tell("keys", $"the hashes that entries up to {signed.No.ToString(CultureInfo.InvariantCulture)} had are not the ones signed");
    }
}
