using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Spor.Storage.Journal;

/// <summary>
/// What ties an entry to what lies outside replay: the keyed hash of each text it wrote, in the order of their ids, then the id of each
/// text it erased, and of the first entry of an import the import's own row. The entry's own hash covers it, so a text or an import that
/// was emptied, changed, moved or taken away shows.
/// </summary>
sealed class Ties : IDisposable
{
    readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Wrote(long textId, ReadOnlySpan<byte> mac)
    {
        Add((byte)'t', textId);
        sha.AppendData(mac);
    }

    public void Erased(long textId) => Add((byte)'e', textId);

    /// <summary>The import that the entry is the first of, with its row as it was written (<see cref="ImportTie"/>).</summary>
    public void Imported(long importId, ReadOnlySpan<byte> row)
    {
        Add((byte)'i', importId);
        sha.AppendData(row);
    }

    void Add(byte what, long id)
    {
        Span<byte> head = stackalloc byte[9];
        head[0] = what;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], id);
        sha.AppendData(head);
    }

    public byte[] Take() => sha.GetHashAndReset();

    public void Dispose() => sha.Dispose();
}
