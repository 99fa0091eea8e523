using System.Buffers.Binary;
using System.Security.Cryptography;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>
/// Where the journal's chain got its key: entry 0 in a database of today. What an older one held then is signed once as it stood: the
/// head's hash, and every text with the keyed hash it was given that day.
/// </summary>
/// <param name="No">The entries up to here are chained without a key.</param>
/// <param name="Texts">Over the id, entry and keyed hash of every text of those entries, by id.</param>
sealed record ChainStart(long No, byte[] Hash, byte[] Texts, byte[] Mac)
{
    public static ChainStart? Read(Link link)
    {
        using var rows = link.Query("SELECT \"No\", \"Hash\", \"Texts\", \"Mac\" FROM chain_start");
        return rows.Next() ? new(rows.Long(0), rows.Bytes(1), rows.Bytes(2), rows.Bytes(3)) : null;
    }

    public bool IsOurs(KeyRing keys) => CryptographicOperations.FixedTimeEquals(Mac, MacOf(keys, No, Hash, Texts));

    static byte[] MacOf(KeyRing keys, long no, byte[] hash, byte[] texts) => keys.Sign("chain start", no, hash, texts);

    /// <summary>Signed anew, where the entry's hash is another because its events were written anew.</summary>
    public ChainStart With(KeyRing keys, byte[] hash) => this with { Hash = hash, Mac = MacOf(keys, No, hash, Texts) };

    public void Keep(Link link) => link.Execute("UPDATE chain_start SET \"Hash\" = $1, \"Mac\" = $2", Hash, Mac);

    /// <summary>
    /// Begins the keyed chain where it has not begun. It begins once: the key ring remembers, outside the database, at which entry it did,
    /// so that a chain made anew without the key is not signed as an old one.
    /// </summary>
    public static void Make(Database database)
    {
        using var link = database.Open();
        if (Read(link) is not null)
            return;
        var keys = database.Keys;
        if (link.Number("SELECT \"No\" FROM journal_entry WHERE \"Ties\" IS NOT NULL LIMIT 1") is not null)
            return;
        if (keys.ChainBegan is { } began && link.Number("SELECT \"No\" FROM journal_head") > began)
            return;
        link.Begin(write: true);
        try
        {
            long no;
            byte[] hash;
            using (var head = link.Query("UPDATE journal_head SET \"No\" = \"No\" RETURNING \"No\", \"Hash\""))
            {
                head.Next();
                (no, hash) = (head.Long(0), head.Bytes(1));
            }
            if (Read(link) is null)
            {
                TieOld(link, keys);
                var texts = Digest(link, no);
                link.Execute(
                    "INSERT INTO chain_start (\"Row\", \"No\", \"Hash\", \"Texts\", \"At\", \"Mac\") VALUES (1, $1, $2, $3, $4, $5)",
                    no,
                    hash,
                    texts,
                    database.Now(),
                    MacOf(keys, no, hash, texts)
                );
                keys.RememberBegin(no);
            }
            link.Commit();
        }
        catch
        {
            link.Rollback();
            throw;
        }
    }

    /// <summary>Gives each text from before its salt and its keyed hash. One that does not open is left as it is, and is told of by every
    /// check from now on.</summary>
    static void TieOld(Link link, KeyRing keys)
    {
        long at = 0;
        while (true)
        {
            var some = new List<(long Id, long EntryNo, byte[] Body)>();
            using (
                var rows = link.Query(
                    "SELECT \"Id\", \"EntryNo\", \"Body\" FROM text WHERE \"Id\" > $1 AND \"Body\" IS NOT NULL AND \"Mac\" IS NULL "
                        + "ORDER BY \"Id\" LIMIT 2000",
                    at
                )
            )
                while (rows.Next())
                    some.Add((rows.Long(0), rows.Long(1), rows.Bytes(2)));
            if (some.Count == 0)
                return;
            foreach (var (id, entry, body) in some)
            {
                string text;
                try
                {
                    text = keys.Unseal(id, body);
                }
                catch (CryptographicException)
                {
                    continue;
                }
                var salted = keys.SealText(id, entry, text, out var mac);
                link.Execute("UPDATE text SET \"Body\" = $1, \"Mac\" = $2 WHERE \"Id\" = $3", salted, mac, id);
            }
            at = some[^1].Id;
        }
    }

    /// <summary>Over the texts of the entries up to one. An erasure changes nothing here: the keyed hash stays.</summary>
    public static byte[] Digest(Link link, long upTo)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> head = stackalloc byte[17];
        using var rows = link.Query("SELECT \"Id\", \"EntryNo\", \"Mac\" FROM text WHERE \"EntryNo\" <= $1 ORDER BY \"Id\"", upTo);
        while (rows.Next())
        {
            BinaryPrimitives.WriteInt64LittleEndian(head, rows.Long(0));
            BinaryPrimitives.WriteInt64LittleEndian(head[8..], rows.Long(1));
            head[16] = rows.IsNull(2) ? (byte)0 : (byte)1;
            sha.AppendData(head);
            if (!rows.IsNull(2))
                sha.AppendData(rows.Bytes(2));
        }
        return sha.GetHashAndReset();
    }
}
