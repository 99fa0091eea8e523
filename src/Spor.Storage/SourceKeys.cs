using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Spor.Facts;

namespace Spor.Storage;

/// <summary>
/// The source's own key of a thing, which may be a CPR number, as it stands at rest: a keyed hash, and behind it the key sealed. A
/// synthetic IV as in RFC 5297 (SIV), with HMAC-SHA-256 as its pseudorandom function: the hash is the IV that the key is encrypted with
/// (AES-256 in counter mode), and opening makes the hash anew and compares. So the same key of the same kind reads alike and can be
/// compared unopened, and what was changed does not open. The journal's events hold the hash alone (<see cref="HashOf"/>).
/// </summary>
sealed class SourceKeys : IDisposable
{
    /// <summary>120 bits, which are a whole number of characters.</summary>
    const int HashBytes = 15,
        Block = 16;

    /// <summary>Of the hash, in characters.</summary>
    public const int HashLength = 20;

    /// <summary>What stands for a key whose sealed half was erased: it can still be matched, and not be read.</summary>
    const string ErasedBegins = "[slettet] ";
    readonly byte[] hashKey,
        sealKey;
    readonly ThreadLocal<Worker> worker;

    public SourceKeys(byte[] master)
    {
        hashKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "spor source key hash"u8.ToArray());
        sealKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "spor source key seal"u8.ToArray());
        worker = new(() => new(hashKey, sealKey), trackAllValues: true);
    }

    /// <summary>As it stands in a table. A key whose sealed half was erased stays so.</summary>
    public string Seal(FactKind of, string key) =>
        key.Length == ErasedBegins.Length + HashLength && key.StartsWith(ErasedBegins, StringComparison.Ordinal)
            ? key[ErasedBegins.Length..]
            : worker.Value!.Seal(of.Name, key);

    /// <exception cref="CryptographicException">It was changed, or is of another kind or ring, or was never sealed.</exception>
    public string Open(FactKind of, string token) =>
        token.Length == HashLength
            ? ErasedBegins + token
            : worker.Value!.Open(of.Name, token) ?? throw new CryptographicException("A key of the source does not open.");

    public bool Opens(FactKind of, string token) => worker.Value!.Open(of.Name, token) is not null;

    /// <summary>The half that stays when the other is erased.</summary>
    public static string HashOf(string token) => token.Length >= HashLength ? token[..HashLength] : token;

    public static bool IsErased(string token) => token.Length == HashLength;

    /// <summary>What an erased key is called that was this one.</summary>
    public string Erased(FactKind of, string key) => ErasedBegins + HashOf(worker.Value!.Seal(of.Name, key));

    public void Dispose()
    {
        foreach (var one in worker.Values)
            one.Dispose();
        worker.Dispose();
        CryptographicOperations.ZeroMemory(hashKey);
        CryptographicOperations.ZeroMemory(sealKey);
    }

    /// <summary>One per thread: neither a running hash nor a cipher is safe to share.</summary>
    sealed class Worker : IDisposable
    {
        readonly IncrementalHash mac;
        readonly Aes aes = Aes.Create();
        readonly ICryptoTransform cipher;
        byte[] counters = new byte[4 * Block],
            stream = new byte[4 * Block];

        public Worker(byte[] hashKey, byte[] sealKey)
        {
            mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, hashKey);
            (aes.Mode, aes.Padding, aes.Key) = (CipherMode.ECB, PaddingMode.None, sealKey);
            cipher = aes.CreateEncryptor();
        }

        public string Seal(string kind, string key)
        {
            var length = Encoding.UTF8.GetByteCount(key);
            var padding = 3 - length % 3;
            var size = HashBytes + length + padding;
            var all = size <= 256 ? stackalloc byte[size] : new byte[size];
            var body = all[HashBytes..];
            Encoding.UTF8.GetBytes(key, body);
            Hash(kind, body[..length], all[..HashBytes]);
            body[length..].Fill((byte)padding);
            Crypt(all[..HashBytes], body);
            return Base64Url.EncodeToString(all);
        }

        /// <returns>Null if it is not what was sealed.</returns>
        public string? Open(string kind, string token)
        {
            if (token.Length <= HashLength || token.Length % 4 != 0)
                return null;
            var size = token.Length / 4 * 3;
            var all = size <= 256 ? stackalloc byte[size] : new byte[size];
            if (!Base64Url.TryDecodeFromChars(token, all, out var read) || read != size)
                return null;
            var body = all[HashBytes..];
            Crypt(all[..HashBytes], body);
            int padding = body[^1];
            // Each byte of it: one that is not looked at could be changed, and nobody would know.
            if (padding is < 1 or > 3 || body[^padding..].ContainsAnyExcept((byte)padding))
                return null;
            Span<byte> own = stackalloc byte[HashBytes];
            Hash(kind, body[..^padding], own);
            return CryptographicOperations.FixedTimeEquals(own, all[..HashBytes]) ? Encoding.UTF8.GetString(body[..^padding]) : null;
        }

        /// <summary>The kind goes in, so that the keys of two kinds say nothing of each other, and none can be moved to another.</summary>
        void Hash(string kind, ReadOnlySpan<byte> key, Span<byte> to)
        {
            Span<byte> head = stackalloc byte[64];
            var length = Encoding.UTF8.GetBytes(kind, head);
            head[length] = 0;
            mac.AppendData(head[..(length + 1)]);
            mac.AppendData(key);
            Span<byte> whole = stackalloc byte[32];
            mac.GetHashAndReset(whole);
            whole[..HashBytes].CopyTo(to);
        }

        /// <summary>Counter mode: twelve bytes of the hash, then the number of the block.</summary>
        void Crypt(ReadOnlySpan<byte> hash, Span<byte> body)
        {
            var blocks = (body.Length + Block - 1) / Block;
            if (counters.Length < blocks * Block)
                (counters, stream) = (new byte[blocks * Block], new byte[blocks * Block]);
            for (var i = 0; i < blocks; i++)
            {
                var counter = counters.AsSpan(i * Block, Block);
                hash[..12].CopyTo(counter);
                BinaryPrimitives.WriteInt32BigEndian(counter[12..], i);
            }
            cipher.TransformBlock(counters, 0, blocks * Block, stream, 0);
            for (var i = 0; i < body.Length; i++)
                body[i] ^= stream[i];
        }

        public void Dispose()
        {
            mac.Dispose();
            cipher.Dispose();
            aes.Dispose();
        }
    }
}
