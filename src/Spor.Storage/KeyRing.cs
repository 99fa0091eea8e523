using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spor.Exchange.Import;

namespace Spor.Storage;

/// <summary>
/// The keys, kept outside the database: who has only the database has no names. Texts are sealed with AES-256-GCM; CPR numbers and source
/// values are compared by a keyed hash. Without this file the texts are lost, so a backup holds it too unless asked not to.
/// </summary>
public sealed class KeyRing : IDisposable
{
    const int NonceLength = 12,
        TagLength = 16;
    readonly byte[] hashKey;
    readonly Dictionary<byte, byte[]> sealKeys;
    readonly byte current;
    readonly ThreadLocal<Sealer> sealer;

    KeyRing(string file, Dictionary<byte, byte[]> sealKeys, byte[] hashKey)
    {
        File = file;
        this.sealKeys = sealKeys;
        this.hashKey = hashKey;
        current = sealKeys.Keys.Max();
        sealer = new(() => new(sealKeys), trackAllValues: true);
        Print = Convert.ToHexStringLower(HMACSHA256.HashData(hashKey, "spor key ring"u8)[..8]);
        ChainKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, hashKey, 32, info: "spor chain"u8.ToArray());
    }

    /// <summary>What the journal and the log of looks are chained with. It lies outside the database, and is never changed: a chain would
    /// have to be made anew with it.</summary>
    internal byte[] ChainKey { get; }

    /// <summary>A signature for what the program says of its own database: an anchor, a checkpoint.</summary>
    /// <param name="what">So that one kind is never taken for another.</param>
    internal byte[] Sign(string what, ReadOnlySpan<byte> signed)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, ChainKey);
        hash.AppendData(Encoding.UTF8.GetBytes(what + "|"));
        hash.AppendData(signed);
        return hash.GetHashAndReset();
    }

    public string File { get; }

    /// <summary>Tells one ring from another without giving a key away.</summary>
    public string Print { get; }

    public static bool Exists(string folder) => System.IO.File.Exists(Path.Combine(folder, "keys.json"));

    /// <summary>Reads <c>keys.json</c> of a data folder, or makes it with new random keys, readable by its owner only.</summary>
    public static KeyRing Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "keys.json");
        if (!System.IO.File.Exists(file))
            Create(file);
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
        var keys = new Dictionary<byte, byte[]>();
        foreach (var key in json.RootElement.GetProperty("seal").EnumerateArray())
            keys[key.GetProperty("no").GetByte()] = key.GetProperty("key").GetBytesFromBase64();
        return new(file, keys, json.RootElement.GetProperty("hash").GetBytesFromBase64());
    }

    static void Create(string file)
    {
        var ring = new
        {
            seal = new[] { new { no = 1, key = RandomNumberGenerator.GetBytes(32) } },
            hash = RandomNumberGenerator.GetBytes(32),
        };
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var made = $"{file}.{Guid.NewGuid():N}.new";
        using (var stream = new FileStream(made, options))
        {
            JsonSerializer.Serialize(stream, ring);
            stream.Flush(flushToDisk: true);
        }
        // A second process that made its own ring at the same moment keeps the first one's.
        try
        {
            System.IO.File.Move(made, file, overwrite: false);
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            System.IO.File.Delete(made);
        }
    }

    /// <summary>The hash an importer compares a source's values with; its number of a text is <see cref="Hash(string)"/>. One per
    /// thread.</summary>
    public SourceHash SourceHash() => new(hashKey);

    /// <summary>The same text gives the same number, and nobody without the key can tell which text.</summary>
    public long Hash(string text)
    {
        Span<byte> small = stackalloc byte[512];
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = length <= small.Length ? small : new byte[length];
        return Hash(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    public long Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(hashKey, bytes, mac);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(mac);
    }

    /// <summary>The whole keyed hash, 32 bytes, where two contents must never be taken for one.</summary>
    public byte[] Mac(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(hashKey, bytes);

    /// <summary>Key number, nonce, cipher, tag. Bound to its <paramref name="textId"/>, so that a sealed text moved to another row does not
    /// open.</summary>
    public byte[] Seal(long textId, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var body = new byte[1 + NonceLength + length + TagLength];
        Span<byte> plain = length <= 512 ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(text, plain);
        sealer.Value!.Seal(current, textId, plain, body);
        return body;
    }

    /// <exception cref="CryptographicException">The body was changed, or belongs to another row or ring.</exception>
    public string Unseal(long textId, ReadOnlySpan<byte> body) => sealer.Value!.Unseal(textId, body);

    public void Dispose()
    {
        foreach (var one in sealer.Values)
            one.Dispose();
        sealer.Dispose();
        foreach (var key in sealKeys.Values)
            CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(hashKey);
        CryptographicOperations.ZeroMemory(ChainKey);
    }

    /// <summary>One per thread: a cipher object is not safe to share, and random bytes are cheaper by the handful.</summary>
    sealed class Sealer(Dictionary<byte, byte[]> keys) : IDisposable
    {
        readonly Dictionary<byte, AesGcm> ciphers = keys.ToDictionary(k => k.Key, k => new AesGcm(k.Value, TagLength));
        readonly byte[] random = new byte[NonceLength * 256];
        int used = NonceLength * 256;

        public void Seal(byte key, long textId, ReadOnlySpan<byte> plain, Span<byte> body)
        {
            if (used == random.Length)
            {
                RandomNumberGenerator.Fill(random);
                used = 0;
            }
            body[0] = key;
            var nonce = body.Slice(1, NonceLength);
            random.AsSpan(used, NonceLength).CopyTo(nonce);
            used += NonceLength;
            Span<byte> row = stackalloc byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(row, textId);
            ciphers[key].Encrypt(nonce, plain, body.Slice(1 + NonceLength, plain.Length), body[^TagLength..], row);
        }

        public string Unseal(long textId, ReadOnlySpan<byte> body)
        {
            if (body.Length < 1 + NonceLength + TagLength || !ciphers.TryGetValue(body[0], out var cipher))
                throw new CryptographicException("Sealed with a key that is not in the ring.");
            var length = body.Length - 1 - NonceLength - TagLength;
            Span<byte> plain = length <= 512 ? stackalloc byte[length] : new byte[length];
            Span<byte> row = stackalloc byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(row, textId);
            cipher.Decrypt(body.Slice(1, NonceLength), body.Slice(1 + NonceLength, length), body[^TagLength..], plain, row);
            return Encoding.UTF8.GetString(plain);
        }

        public void Dispose()
        {
            foreach (var cipher in ciphers.Values)
                cipher.Dispose();
        }
    }
}
