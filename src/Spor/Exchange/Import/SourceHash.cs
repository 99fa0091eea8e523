using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spor.Exchange.Import;

/// <summary>
/// A number that changes when a row of the source changes. Texts go in through a keyed hash, so that a stored number cannot be used to
/// guess a name or a CPR number.
/// </summary>
public sealed class SourceHash(byte[] key)
{
    const int Recent = 1 << 12;
    readonly Entry?[] recent = new Entry?[Recent];
    ulong state;

    // A class, so that another thread sees both or neither.
    sealed record Entry(string Text, long Hash);

    public void Begin() => state = 14695981039346656037;

    public void Add(int field, long value)
    {
        state = (state ^ (ulong)(uint)field) * 1099511628211;
        state = (state ^ (ulong)value) * 0x9E3779B97F4A7C15;
        state ^= state >> 29;
    }

    public void Add(int field, string text) => Add(field, OfText(text));

    /// <summary>A key or a code: no need for a hash of its own, for the row's number is keyed as a whole.</summary>
    public void AddPlain(int field, string text)
    {
        var h = 14695981039346656037;
        foreach (var c in text)
            h = (h ^ c) * 1099511628211;
        Add(field, (long)h);
    }

    /// <summary>Never 0, which means that no source has spoken.</summary>
    public long End() => Keyed(state == 0 ? 1 : (long)state);

    /// <summary>A row's number, so that nobody without the key can try which source key, which may be a CPR number, gives it.</summary>
    public long Keyed(long row)
    {
        Span<byte> bytes = stackalloc byte[9];
        // No text begins with this byte.
        bytes[0] = 0xff;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], row);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, bytes, hash);
        return BitConverter.ToInt64(hash) is var made && made == 0 ? 1 : made;
    }

    /// <summary>A keyed hash of a text: the same text gives the same number in one database, and nowhere else.</summary>
    public long OfText(string text)
    {
        // Surnames, schools and causes come again and again; the same text is the same number.
        var slot =
            text.Length == 0
                ? 0
                : (text[0] * 31 + text[^1] * 7 + text[text.Length / 2] * 131 + text[text.Length / 3] * 17 + text.Length) & (Recent - 1);
        if (recent[slot] is { } entry && entry.Text == text)
            return entry.Hash;
        var hash = Compute(text);
        recent[slot] = new(text, hash);
        return hash;
    }

    long Compute(string text)
    {
        Span<byte> bytes = text.Length <= 300 ? stackalloc byte[1024] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, bytes[..length], hash);
        return BitConverter.ToInt64(hash);
    }
}
