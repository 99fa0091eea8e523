using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spor.Storage.Journal;

/// <summary>A keyed SHA-256 over the hash before, then every column of the entry, each text with its length, so that no two rows read
/// alike. The key lies outside the database. Without a key: as entries were hashed before the chain had one, and without ties.</summary>
sealed class EntryHash(KeyRing? keys) : IDisposable
{
    readonly IncrementalHash sha = keys is null
        ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256)
        : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.ChainKey);
    readonly ArrayBufferWriter<byte> head = new(512);

    public byte[] Of(
        ReadOnlySpan<byte> previous,
        long no,
        DateTime at,
        string author,
        string intent,
        long? childId,
        long? importId,
        string? token,
        long? reasonTextId,
        ReadOnlySpan<byte> events,
        ReadOnlySpan<byte> ties
    )
    {
        head.ResetWrittenCount();
        head.Write(previous);
        Long(no);
        // Milliseconds since 1970: what both databases keep exactly.
        Long((at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);
        Text(author);
        Text(intent);
        Maybe(childId);
        Maybe(importId);
        Text(token);
        Maybe(reasonTextId);
        Long(events.Length);
        sha.AppendData(head.WrittenSpan);
        sha.AppendData(events);
        if (keys is not null)
            sha.AppendData(ties);
        return sha.GetHashAndReset();
    }

    void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(head.GetSpan(8), value);
        head.Advance(8);
    }

    void Maybe(long? value)
    {
        head.Write(value is null ? "\0"u8 : "\x01"u8);
        if (value is { } v)
            Long(v);
    }

    void Text(string? value)
    {
        if (value is null)
        {
            Long(-1);
            return;
        }
        Long(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, head);
    }

    public void Dispose() => sha.Dispose();
}
