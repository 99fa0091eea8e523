using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>A text's salt (bytes); and the bit beside the key's number that says that the text begins with one.</summary>
    const int SaltLength = 16;
    const byte Salted = 0x80;

    /// <summary>How often the file is looked at for a newer key (ms).</summary>
    const long LookEvery = 1000;
    readonly byte[] hashKey,
        textKey;
    readonly ThreadLocal<Sealer> sealer;
    readonly Lock gate = new();
    volatile KeyFile keys;
    long lookedAt = Environment.TickCount64;

    KeyRing(string folder)
    {
        Folder = folder;
        keys = KeyFile.Read(folder);
        hashKey = keys.Hash;
        sealer = new(() => new(), trackAllValues: true);
        Print = Convert.ToHexStringLower(HMACSHA256.HashData(hashKey, "spor key ring"u8)[..8]);
        ChainKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, hashKey, 32, info: "spor chain"u8.ToArray());
        Sources = new(hashKey);
        textKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, hashKey, 32, info: "spor text"u8.ToArray());
    }

    string Folder { get; }
    public string File => KeyFile.In(Folder);

    /// <summary>Tells one ring from another without giving a key away.</summary>
    public string Print { get; }

    /// <summary>The number of the key that is sealed with now.</summary>
    public byte Current => keys.Current;

    public static bool Exists(string folder) => System.IO.File.Exists(KeyFile.In(folder));

    /// <summary>Reads <c>keys.json</c> of a data folder, or makes it with new random keys, readable by its owner only.</summary>
    public static KeyRing Open(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!Exists(folder))
            KeyFile.Create(folder);
        return new(folder);
    }

    /// <summary>Adds a key and seals with it from now on. Other processes of this folder seal with it within a second, and open with it at
    /// once. What was sealed before is opened with the key it was sealed with.</summary>
    /// <returns>The number of the new key.</returns>
    public byte AddKey()
    {
        lock (gate)
            keys = KeyFile.Change(Folder, f => f.WithNewKey());
        return keys.Current;
    }

    /// <summary>Throws a key away. Whatever is sealed with it is lost, old backups too.</summary>
    public void Retire(byte no)
    {
        lock (gate)
            keys = KeyFile.Change(Folder, f => f.Without(no));
    }

    /// <summary>The numbers of the keys that can be opened with.</summary>
    public IReadOnlyList<byte> Numbers => [.. keys.Seal.Keys.Order()];

    /// <summary>The entry at which the journal's chain got its key, as the ring remembers it outside the database; null before.</summary>
    internal long? ChainBegan => keys.Began;

    internal void RememberBegin(long entryNo)
    {
        lock (gate)
            keys = KeyFile.Change(Folder, f => f with { Began = entryNo });
    }

    internal long? LooksBegan => keys.LooksBegan;

    internal void RememberLooks(long no)
    {
        lock (gate)
            keys = KeyFile.Change(Folder, f => f with { LooksBegan = no });
    }

    void LookForNewer(bool now)
    {
        if (!now && Environment.TickCount64 - Volatile.Read(ref lookedAt) < LookEvery)
            return;
        Volatile.Write(ref lookedAt, Environment.TickCount64);
        lock (gate)
            if (KeyFile.Written(Folder) is { } at && at != keys.WrittenAt)
                keys = KeyFile.Read(Folder);
    }

    /// <summary>What the journal and the log of looks are chained with. It lies outside the database, and is never changed: a chain would
    /// have to be made anew with it.</summary>
    internal byte[] ChainKey { get; }

    /// <summary>The source's own keys: hashed and sealed with what is never changed, so that an extract of any day is matched.</summary>
    internal SourceKeys Sources { get; }

    /// <summary>What copies from before a schema change are sealed with.</summary>
    internal BackupSecret CopySecret =>
        BackupSecret.KeyFile(HKDF.DeriveKey(HashAlgorithmName.SHA256, hashKey, 32, info: "spor copy"u8.ToArray()));

    /// <summary>For files of others that wait in the data folder, over a restart too (32 bytes).</summary>
    public byte[] WaitingKey => HKDF.DeriveKey(HashAlgorithmName.SHA256, hashKey, 32, info: "spor waiting files"u8.ToArray());

    /// <summary>A signature for what the program says of its own database: an anchor, a checkpoint.</summary>
    /// <param name="what">So that one kind is never taken for another.</param>
    internal byte[] Sign(string what, ReadOnlySpan<byte> signed)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, ChainKey);
        hash.AppendData(Encoding.UTF8.GetBytes(what + "|"));
        hash.AppendData(signed);
        return hash.GetHashAndReset();
    }

    /// <summary>A signature for how the journal stood at an entry, by two hashes of it (32 bytes each).</summary>
    internal byte[] Sign(string what, long no, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        Span<byte> signed = stackalloc byte[8 + 64];
        BinaryPrimitives.WriteInt64LittleEndian(signed, no);
        first.CopyTo(signed[8..]);
        second.CopyTo(signed[40..]);
        return Sign(what, signed);
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
    public byte[] Seal(long textId, string text) => Seal(textId, Encoding.UTF8.GetBytes(text), salted: false);

    byte[] Seal(long textId, ReadOnlySpan<byte> plain, bool salted)
    {
        LookForNewer(now: false);
        var body = new byte[1 + NonceLength + plain.Length + TagLength];
        sealer.Value!.Seal(keys, salted, textId, plain, body);
        return body;
    }

    /// <summary>A text of the record: sealed with a random salt before it.</summary>
    /// <param name="mac">Ties the text to its entry: a keyed hash over the text's number, the entry's, the salt and the text. Without the
    /// salt, which goes when the text is erased, nobody can find the text from it, not even with the key.</param>
    internal byte[] SealText(long textId, long entryNo, string text, out byte[] mac)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Span<byte> plain = length <= 1024 ? stackalloc byte[SaltLength + length] : new byte[SaltLength + length];
        RandomNumberGenerator.Fill(plain[..SaltLength]);
        Encoding.UTF8.GetBytes(text, plain[SaltLength..]);
        mac = MacOf(textId, entryNo, plain);
        return Seal(textId, plain, salted: true);
    }

    /// <summary>What a sealed text's hash must be; null if it was sealed without a salt.</summary>
    /// <exception cref="CryptographicException">It does not open.</exception>
    internal byte[]? MacOfSealed(long textId, long entryNo, byte[] body) =>
        (body[0] & Salted) == 0 ? null : MacOf(textId, entryNo, Opened(textId, body));

    byte[] MacOf(long textId, long entryNo, ReadOnlySpan<byte> salted)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, textKey);
        Span<byte> head = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(head, textId);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(head[8..], entryNo);
        hash.AppendData(head);
        hash.AppendData(salted);
        return hash.GetHashAndReset();
    }

    /// <summary>The same, sealed with the current key; null if it is already.</summary>
    /// <exception cref="CryptographicException">It does not open.</exception>
    internal byte[]? Resealed(long textId, byte[] body) =>
        (body[0] & ~Salted) == Current ? null : Seal(textId, Opened(textId, body), (body[0] & Salted) != 0);

    /// <exception cref="CryptographicException">The body was changed, or belongs to another row or ring.</exception>
    public string Unseal(long textId, ReadOnlySpan<byte> body)
    {
        var plain = Opened(textId, body);
        return Encoding.UTF8.GetString((body[0] & Salted) != 0 ? plain[SaltLength..] : plain);
    }

    ReadOnlySpan<byte> Opened(long textId, ReadOnlySpan<byte> body)
    {
        if (
            body.Length < 1 + NonceLength + TagLength
            || ((body[0] & Salted) != 0 && body.Length < 1 + NonceLength + SaltLength + TagLength)
        )
            throw new CryptographicException("Too short to be a sealed text.");
        // Sealed a moment ago by another process, which had a newer key.
        if (!keys.Seal.ContainsKey((byte)(body[0] & ~Salted)))
            LookForNewer(now: true);
        return sealer.Value!.Open(keys, textId, body);
    }

    public void Dispose()
    {
        foreach (var one in sealer.Values)
            one.Dispose();
        sealer.Dispose();
        Sources.Dispose();
        foreach (var key in keys.Seal.Values)
            CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(hashKey);
        CryptographicOperations.ZeroMemory(textKey);
        CryptographicOperations.ZeroMemory(ChainKey);
    }

    /// <summary>One per thread: a cipher object is not safe to share, and random bytes are cheaper by the handful.</summary>
    sealed class Sealer : IDisposable
    {
        readonly Dictionary<byte, AesGcm> ciphers = [];
        readonly byte[] random = new byte[NonceLength * 256];
        int used = NonceLength * 256;

        AesGcm Cipher(KeyFile keys, byte no)
        {
            if (ciphers.TryGetValue(no, out var known))
                return known;
            if (!keys.Seal.TryGetValue(no, out var key))
                throw new CryptographicException("Sealed with a key that is not in the ring.");
            return ciphers[no] = new(key, TagLength);
        }

        public void Seal(KeyFile keys, bool salted, long textId, ReadOnlySpan<byte> plain, Span<byte> body)
        {
            if (used == random.Length)
            {
                RandomNumberGenerator.Fill(random);
                used = 0;
            }
            body[0] = (byte)(keys.Current | (salted ? Salted : 0));
            var nonce = body.Slice(1, NonceLength);
            random.AsSpan(used, NonceLength).CopyTo(nonce);
            used += NonceLength;
            Span<byte> row = stackalloc byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(row, textId);
            Cipher(keys, keys.Current).Encrypt(nonce, plain, body.Slice(1 + NonceLength, plain.Length), body[^TagLength..], row);
        }

        public byte[] Open(KeyFile keys, long textId, ReadOnlySpan<byte> body)
        {
            var cipher = Cipher(keys, (byte)(body[0] & ~Salted));
            var plain = new byte[body.Length - 1 - NonceLength - TagLength];
            Span<byte> row = stackalloc byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(row, textId);
            cipher.Decrypt(body.Slice(1, NonceLength), body.Slice(1 + NonceLength, plain.Length), body[^TagLength..], plain, row);
            return plain;
        }

        public void Dispose()
        {
            foreach (var cipher in ciphers.Values)
                cipher.Dispose();
        }
    }
}
