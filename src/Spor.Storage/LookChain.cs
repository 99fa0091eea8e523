using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spor.Storage;

/// <summary>The hash of a row of the log: over the hash before and every column, keyed, so that who has only the database cannot make a
/// row. Without keys: as it was before the chain had one.</summary>
sealed class LookChain(KeyRing? keys) : IDisposable
{
    readonly IncrementalHash hash = keys is null
        ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256)
        : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.ChainKey);

    public byte[] Of(byte[] previous, long no, DateTime at, string author, string kind, string subject)
    {
        hash.AppendData(previous);
        Span<byte> number = stackalloc byte[8];
        foreach (var value in (ReadOnlySpan<long>)[no, (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond])
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            hash.AppendData(number);
        }
        foreach (var text in (ReadOnlySpan<string>)[author, kind, subject])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64LittleEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }

    public void Dispose() => hash.Dispose();
}
