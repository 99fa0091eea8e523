namespace Spor.Web.Access;

/// <summary>
/// A NUL in a posted form makes the framework refuse the whole form, and what was typed with it is gone. Here it becomes another character
/// that nobody types, so that the form is read, the field is refused by the rule for such characters, and everything stands in it.
/// </summary>
static class NulBytes
{
    public static Task Marked(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (
            HttpMethods.IsPost(request.Method)
            && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        )
            request.Body = new Body(request.Body);
        return next(context);
    }

    /// <summary>Reads <c>%01</c> for <c>%00</c>, whose last digit alone must be changed, so that nothing has to be held back.</summary>
    sealed class Body(Stream of) : Stream
    {
        /// <summary>How much of <c>%0</c> stands at the end of what was read.</summary>
        int begun;

        void Mark(Span<byte> bytes)
        {
            foreach (ref var b in bytes)
                if (begun == 2 && b == (byte)'0')
                    (b, begun) = ((byte)'1', 0);
                else
                    begun =
                        b == (byte)'%' ? 1
                        : begun == 1 && b == (byte)'0' ? 2
                        : 0;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await of.ReadAsync(buffer, cancellationToken);
            Mark(buffer.Span[..read]);
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = of.Read(buffer, offset, count);
            Mark(buffer.AsSpan(offset, read));
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
