using System.Security.Cryptography;

namespace Spor.Cases;

/// <summary>
/// What is in a file that came, in memory or on its way over the disk. It is read a piece at a time, and each piece is sealed and kept as a
/// text of its own, so that nobody ever holds a large file whole. It is told from another by its length and its hash.
/// </summary>
public sealed class FileContent
{
    /// <summary>Bytes of a piece.</summary>
    public const int Piece = 1 << 20;

    readonly Stream from;
    readonly Lock gate = new();
    string? sha;

    public FileContent(byte[] bytes)
        : this(new MemoryStream(bytes, writable: false)) { }

    /// <param name="from">Can be read from any place, for as long as this is used; whoever opened it closes it.</param>
    public FileContent(Stream from) => (this.from, Length) = (from, from.Length);

    public long Length { get; }

    public string Sha256
    {
        get
        {
            lock (gate)
                return sha ??= Hash();
        }
    }

    /// <summary>How many pieces it has; an empty file has one.</summary>
    internal int Pieces => Math.Max(1, (int)((Length + Piece - 1) / Piece));

    string Hash()
    {
        from.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(from));
    }

    internal byte[] Read(int piece)
    {
        lock (gate)
        {
            var at = (long)piece * Piece;
            var bytes = new byte[Math.Clamp(Length - at, 0, Piece)];
            from.Position = at;
            from.ReadExactly(bytes);
            return bytes;
        }
    }

    /// <summary>Looks through all of it from the beginning.</summary>
    internal T Look<T>(Func<Stream, T> look)
    {
        lock (gate)
        {
            from.Position = 0;
            return look(from);
        }
    }
}
