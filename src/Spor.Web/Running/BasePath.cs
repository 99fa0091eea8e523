using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace Spor.Web.Running;

/// <summary>
/// Spor under a path of somebody's server (<c>https://intra.kommune.dk/spor</c>). Pages are written as if they stood at the root; what
/// leaves is given the path here, once for all of them: links, forms, pictures and where a browser is sent on to. A proxy may take the path
/// away before it asks Spor, or leave it.
/// </summary>
static partial class BasePath
{
    /// <summary>Without a slash at the end; null for the root.</summary>
    public static string? Of(Uri? address) => address?.AbsolutePath.TrimEnd('/') is { Length: > 0 } path ? path : null;

    public static Func<HttpContext, RequestDelegate, Task> Keep(string path) =>
        async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(path, out var rest))
                context.Request.Path = rest.HasValue ? rest : "/";
            context.Request.PathBase = path;
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.Location.ToString() is ['/', .. var to] && !to.StartsWith('/'))
                    if (!IsUnder("/" + to, path))
                        context.Response.Headers.Location = path + "/" + to;
                return Task.CompletedTask;
            });
            var before = context.Features.Get<IHttpResponseBodyFeature>()!;
            await using var written = new Rewritten(before.Stream, context.Response, path);
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written, before));
            try
            {
                await next(context);
                await context.Features.Get<IHttpResponseBodyFeature>()!.Writer.FlushAsync();
                await written.End();
            }
            finally
            {
                context.Features.Set(before);
            }
        };

    static bool IsUnder(string address, string path) =>
        address.StartsWith(path, StringComparison.Ordinal) && (address.Length == path.Length || address[path.Length] is '/' or '?' or '#');

    /// <summary>Every address in a page that begins at the root.</summary>
    public static string In(string html, string path) => Address().Replace(html, m => m.Groups[1].Value + path + "/");

    [GeneratedRegex("""(\s(?:href|action|src|formaction|data-draft|data-[a-z-]*(?:url|href)|xlink:href)=")/(?!/)""")]
    private static partial Regex Address();

    /// <summary>Holds a page back until it is whole; whatever is no page goes through.</summary>
    sealed class Rewritten(Stream to, HttpResponse response, string path) : Stream
    {
        readonly MemoryStream page = new();

        bool IsPage => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!IsPage)
            {
                await to.WriteAsync(buffer, cancellationToken);
                return;
            }
            response.ContentLength = null;
            page.Write(buffer.Span);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => page.Write(buffer, offset, count);

        public async Task End()
        {
            if (page.Length > 0)
                await to.WriteAsync(IsPage ? Encoding.UTF8.GetBytes(In(Encoding.UTF8.GetString(page.ToArray()), path)) : page.ToArray());
            page.SetLength(0);
        }

        public override Task FlushAsync(CancellationToken cancellationToken) =>
            IsPage ? Task.CompletedTask : to.FlushAsync(cancellationToken);

        public override void Flush() { }

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
}
