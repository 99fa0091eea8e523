using System.Buffers;

namespace Spor.Web.Access;

/// <summary>
/// The body of an answer, held back until it has been written down who sees it. What is longer than <see cref="Most"/> (a large file) is
/// written down when it has come so far, and the rest goes straight through.
/// </summary>
/// <param name="settle">Sees what is held; the body is let go when it comes back, and never if it throws.</param>
sealed class HeldBody(Stream to, Func<ReadOnlyMemory<byte>, Task> settle) : Stream
{
    const int Most = 4 << 20;
    byte[] held = ArrayPool<byte>.Shared.Rent(64 << 10);
    int length;
    bool settled;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!settled && length + buffer.Length <= Most)
        {
            Hold(buffer.Span);
            return;
        }
        await LetGo(cancellationToken);
        await to.WriteAsync(buffer, cancellationToken);
    }

    void Hold(ReadOnlySpan<byte> some)
    {
        if (held.Length - length < some.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(held.Length * 2, length + some.Length));
            held.AsSpan(0, length).CopyTo(larger);
            Return();
            held = larger;
        }
        some.CopyTo(held.AsSpan(length));
        length += some.Length;
    }

    /// <summary>Writes down who sees it, once, and then sends what is held.</summary>
    public async Task LetGo(CancellationToken cancel = default)
    {
        if (settled)
            return;
        await settle(held.AsMemory(0, length));
        settled = true;
        if (length > 0)
            await to.WriteAsync(held.AsMemory(0, length), cancel);
        length = 0;
    }

    // Flushing is what pages do when they are ready; they are let go when it is written down.
    public override Task FlushAsync(CancellationToken cancellationToken) => settled ? to.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (settled || length + count > Most)
            throw new NotSupportedException("A large body is written asynchronously.");
        Hold(buffer.AsSpan(offset, count));
    }

    public override void Flush() { }

    // What was held is personal: the next renter of the array must not find it.
    void Return() => ArrayPool<byte>.Shared.Return(held, clearArray: true);

    protected override void Dispose(bool disposing)
    {
        if (disposing && held.Length > 0)
        {
            Return();
            held = [];
        }
        base.Dispose(disposing);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
