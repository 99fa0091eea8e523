using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Spor.Exchange.Import;

/// <summary>
/// A file that is only to lie a while, sealed as it is written and opened at any place as it is read: AES-256-GCM in pieces of 64 KB, each
/// bound to its place and the last one marked, so that nothing can be changed, moved or cut off. The head has a random salt, and each
/// file's key is made of it, so a piece's number is a nonce that is never used twice. One that was sent with a name begins with it, sealed
/// as the rest: what a file is called may say whom it is about.
/// </summary>
static class Sealing
{
    public const int Piece = 1 << 16,
        Tag = 16,
        KeyLength = 32,
        SaltLength = 16;

    public static ReadOnlySpan<byte> Mark => "SPORWAIT"u8;

    /// <summary>Of one that begins with its name: the name's length in two bytes, and the name.</summary>
    public static ReadOnlySpan<byte> NamedMark => "SPORNAME"u8;

    public static int HeadLength => Mark.Length + SaltLength;

    public static AesGcm Cipher(byte[] key, ReadOnlySpan<byte> head)
    {
        Span<byte> own = stackalloc byte[KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, own, head[Mark.Length..], "spor waiting file"u8);
        return new(own, Tag);
    }

    public static void Nonce(Span<byte> nonce, long no, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64LittleEndian(nonce, no);
        nonce[^1] = last ? (byte)1 : (byte)0;
    }
}

/// <summary>Seals what is written to it. Closing it closes the file beneath; a file that is not closed is cut off, and does not
/// open.</summary>
public sealed class SealedWriteStream : Stream
{
    readonly Stream to;
    readonly AesGcm cipher;
    readonly byte[] head = new byte[Sealing.HeadLength],
        plain = new byte[Sealing.Piece],
        body = new byte[Sealing.Piece + Sealing.Tag],
        nonce = new byte[12];
    readonly bool leaveOpen;
    int held;
    long no;
    bool done;

    /// <param name="key">32 bytes.</param>
    /// <param name="name">What the file is called, where that is to be found again.</param>
    public SealedWriteStream(Stream to, byte[] key, bool leaveOpen = false, string? name = null)
    {
        (this.to, this.leaveOpen) = (to, leaveOpen);
        (name is null ? Sealing.Mark : Sealing.NamedMark).CopyTo(head);
        RandomNumberGenerator.Fill(head.AsSpan(Sealing.Mark.Length));
        cipher = Sealing.Cipher(key, head);
        to.Write(head);
        if (name is null)
            return;
        var bytes = Encoding.UTF8.GetBytes(name);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)bytes.Length));
        Write(length);
        Write(bytes);
    }

    /// <summary>What a file that is called so is called where it lies: it says nothing without the key, and the same name is the same
    /// file.</summary>
    public static string OnDisk(byte[] key, string name) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full piece is kept until more comes, for only then is it not the last.
            if (held == plain.Length)
                Put(last: false);
            var part = Math.Min(buffer.Length, plain.Length - held);
            buffer[..part].CopyTo(plain.AsSpan(held));
            held += part;
            buffer = buffer[part..];
        }
    }

    void Put(bool last)
    {
        Sealing.Nonce(nonce, no++, last);
        cipher.Encrypt(nonce, plain.AsSpan(0, held), body.AsSpan(0, held), body.AsSpan(held, Sealing.Tag), head);
        to.Write(body.AsSpan(0, held + Sealing.Tag));
        held = 0;
    }

    /// <summary>Writes the last piece. Nothing more can be written.</summary>
    /// <param name="toDisk">Comes back when it is safe there.</param>
    public void Finish(bool toDisk = false)
    {
        if (done)
            return;
        done = true;
        Put(last: true);
        CryptographicOperations.ZeroMemory(plain);
        if (toDisk && to is FileStream file)
            file.Flush(flushToDisk: true);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Finish();
            cipher.Dispose();
            if (!leaveOpen)
                to.Dispose();
        }
        base.Dispose(disposing);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() { }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => no * Sealing.Piece + held;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>Opens a sealed file at any place.</summary>
public sealed class SealedReadStream : Stream
{
    readonly Stream from;
    readonly AesGcm cipher;
    readonly byte[] head = new byte[Sealing.HeadLength],
        plain = new byte[Sealing.Piece],
        body = new byte[Sealing.Piece + Sealing.Tag],
        nonce = new byte[12];
    readonly long pieces;

    /// <summary>Where what is read begins, behind the name.</summary>
    readonly int start;
    long open = -1,
        at;
    int length;

    /// <exception cref="ExtractException">It was changed or cut off, or sealed with another key.</exception>
    public SealedReadStream(Stream from, byte[] key)
    {
        this.from = from;
        from.Seek(0, SeekOrigin.Begin);
        if (from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !IsMark(head))
            throw Broken();
        var sealedBytes = from.Length - head.Length;
        pieces = (sealedBytes + body.Length - 1) / body.Length;
        Length = sealedBytes - pieces * Sealing.Tag;
        cipher = Sealing.Cipher(key, head);
        if (pieces == 0 || Length < 0)
            throw Broken();
        // The last one says whether the end is there, and all that is shorter than a piece is known to be whole.
        Open(pieces - 1);
        if (!head.AsSpan().StartsWith(Sealing.NamedMark))
            return;
        Span<byte> size = stackalloc byte[2];
        ReadExactly(size);
        var name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(size)];
        ReadExactly(name);
        Name = Encoding.UTF8.GetString(name);
        start = size.Length + name.Length;
        Length -= start;
        at = 0;
    }

    /// <summary>The name that it was sent with; null where none was kept.</summary>
    public string? Name { get; }

    static bool IsMark(ReadOnlySpan<byte> begins) => begins.StartsWith(Sealing.Mark) || begins.StartsWith(Sealing.NamedMark);

    /// <summary>Whether a file was sealed at all.</summary>
    /// <param name="withName">Its name too.</param>
    public static bool IsSealed(string file, bool withName = false)
    {
        using var from = File.OpenRead(file);
        Span<byte> begins = stackalloc byte[Sealing.Mark.Length];
        return from.ReadAtLeast(begins, begins.Length, throwOnEndOfStream: false) == begins.Length
            && (withName ? begins.SequenceEqual(Sealing.NamedMark) : IsMark(begins));
    }

    static ExtractException Broken() => new("Filen er ødelagt, mens den ventede i Spor. Send den igen.");

    void Open(long no)
    {
        if (no == open)
            return;
        open = -1;
        from.Seek(head.Length + no * body.Length, SeekOrigin.Begin);
        var read = from.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
        if (read < Sealing.Tag)
            throw Broken();
        length = read - Sealing.Tag;
        Sealing.Nonce(nonce, no, no == pieces - 1);
        try
        {
            cipher.Decrypt(nonce, body.AsSpan(0, length), body.AsSpan(length, Sealing.Tag), plain.AsSpan(0, length), head);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Broken();
        }
        open = no;
    }

    public override long Length { get; }

    public override long Position
    {
        get => at;
        set => at = value < 0 ? throw new IOException("Before the beginning") : value;
    }

    public override int Read(Span<byte> buffer)
    {
        var left = Length - at;
        if (left <= 0 || buffer.Length == 0)
            return 0;
        var place = start + at;
        Open(place / Sealing.Piece);
        var within = (int)(place % Sealing.Piece);
        var part = Math.Min(buffer.Length, length - within);
        plain.AsSpan(within, part).CopyTo(buffer);
        at += part;
        return part;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => at + offset,
            _ => Length + offset,
        };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher?.Dispose();
            from.Dispose();
            CryptographicOperations.ZeroMemory(plain);
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A file on disk that has no name and is sealed with a key that nobody else has: for what is unpacked or buffered on the way.
/// Nothing of it is left when it is closed, or when the process is killed.</summary>
public static class Scratch
{
    /// <summary>Where there is no better place.</summary>
    public static string Anywhere => Path.GetTempPath();

    static readonly byte[] Key = RandomNumberGenerator.GetBytes(Sealing.KeyLength);

    /// <param name="folder">A folder of ours.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>What was written, to be read; closing it ends the file.</returns>
    public static async Task<Stream> Made(string folder, Func<Stream, Task> write)
    {
        var file = Nameless(folder);
        try
        {
            await using (var to = new SealedWriteStream(file, Key, leaveOpen: true))
                await write(to);
            return new SealedReadStream(file, Key);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    static FileStream Nameless(string folder)
    {
        var path = Path.Combine(folder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) + ".tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (OperatingSystem.IsWindows())
            options.Options = FileOptions.DeleteOnClose;
        else
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
