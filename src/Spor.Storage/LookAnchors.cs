using System.Buffers.Binary;
using System.Security.Cryptography;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>How far the log of looks had come: the number of its last row, which is their count, and that row's hash.</summary>
/// <param name="First">The rows up to here are from before the log's chain had a key.</param>
sealed record LookAnchor(long No, byte[] Hash, DateTime At, bool First, byte[] Mac);

/// <summary>Where the log's head is written down outside the log: beside the journal, signed. Who cuts the log's last rows leaves an anchor
/// that says there were more.</summary>
sealed class LookAnchors(Database database)
{
    /// <summary>The anchor of the day the chain got its key; null in a log that has not begun.</summary>
    public LookAnchor? FirstKeyed() => All().FirstOrDefault(a => a.First);

    public IReadOnlyList<LookAnchor> All()
    {
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"No\", \"Hash\", \"At\", \"First\", \"Mac\" FROM look_anchor ORDER BY \"First\" DESC, \"No\"");
        var found = new List<LookAnchor>();
        while (rows.Next())
            found.Add(new(rows.Long(0), rows.Bytes(1), rows.Instant(2), rows.Long(3) == 1, rows.Bytes(4)));
        return found;
    }

    public bool IsOurs(LookAnchor a) => CryptographicOperations.FixedTimeEquals(a.Mac, MacOf(a.No, a.Hash, a.First));

    public void Write(long no, byte[] hash, bool first = false)
    {
        using var rented = database.Rent();
        var link = rented.Link;
        link.Begin(write: true);
        try
        {
            link.Execute(
                "INSERT INTO look_anchor (\"No\", \"Hash\", \"At\", \"First\", \"Mac\") VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                no,
                hash,
                database.Now(),
                first ? 1L : 0L,
                MacOf(no, hash, first)
            );
            link.Commit();
        }
        catch
        {
            link.Rollback();
            throw;
        }
    }

    byte[] MacOf(long no, byte[] hash, bool first)
    {
        Span<byte> signed = stackalloc byte[8 + 1 + 32];
        BinaryPrimitives.WriteInt64LittleEndian(signed, no);
        signed[8] = first ? (byte)1 : (byte)0;
        hash.CopyTo(signed[9..]);
        return database.Keys.Sign("look anchor", signed);
    }
}
