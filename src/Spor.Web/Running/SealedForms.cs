using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Spor.Exchange.Import;
using Spor.Storage;

namespace Spor.Web.Running;

/// <summary>
/// A form with files, of which what is too large for memory lies in the data folder and sealed, in a file without a name
/// (<see cref="Scratch"/>). The framework's own way puts it as it is among the machine's temporary files, where a process that is killed
/// leaves it.
/// </summary>
static class SealedForms
{
    /// <summary>Reads nothing before the form is asked for: whoever may not send it is turned away first.</summary>
    public static Task Use(HttpContext context, RequestDelegate next)
    {
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && IsMultipart(type))
            context.Features.Set<IFormFeature>(
                new SealedForm(
                    context,
                    type,
                    context.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value,
                    context.RequestServices.GetRequiredService<SporOptions>().Database.DataFolder
                )
            );
        return next(context);
    }

    static bool IsMultipart(MediaTypeHeaderValue type) => type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Said by an endpoint whose files may be of a size and no larger: of a larger one no more than this is kept (bytes), and it is
/// told how large it was.</summary>
sealed record FilesKept(long Most);

sealed class SealedForm(HttpContext context, MediaTypeHeaderValue type, FormOptions limits, string dataFolder) : IFormFeature
{
    Task<IFormCollection>? reading;
    IFormCollection? form;

    public bool HasFormContentType => true;

    public IFormCollection? Form
    {
        get
        {
            OnlyWithToken();
            return form;
        }
        set { (form, reading) = (value, null); }
    }

    // As the framework has it: a form whose token is no good is read by nobody.
    void OnlyWithToken()
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } no)
            throw new InvalidOperationException("This form is being accessed with an invalid anti-forgery token.", no.Error);
    }

    public IFormCollection ReadForm()
    {
        OnlyWithToken();
        return form ?? ReadFormAsync(context.RequestAborted).GetAwaiter().GetResult();
    }

    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        OnlyWithToken();
        return form is not null ? Task.FromResult(form) : reading ??= Read(cancellationToken);
    }

    async Task<IFormCollection> Read(CancellationToken stop)
    {
        if (context.Request.ContentLength == 0)
            return form = FormCollection.Empty;
        var values = new KeyValueAccumulator();
        var files = new FormFileCollection();
        var reader = new MultipartReader(Boundary(), context.Request.Body)
        {
            HeadersCountLimit = limits.MultipartHeadersCountLimit,
            HeadersLengthLimit = limits.MultipartHeadersLengthLimit,
            BodyLengthLimit = Longest(),
        };
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var says))
                throw new InvalidDataException("A part of the form does not say what it is.");
            if (says.IsFileDisposition())
            {
                if (files.Count >= limits.ValueCountLimit)
                    throw new InvalidDataException($"More than {limits.ValueCountLimit} files.");
                var part = new FileMultipartSection(section, says);
                var (body, length) = await Kept(section.Body, stop);
                context.Response.RegisterForDispose(body);
                files.Add(new FormFile(body, 0, length, part.Name, part.FileName) { Headers = new HeaderDictionary(section.Headers) });
            }
            else if (says.IsFormDisposition())
            {
                var part = new FormMultipartSection(section, says);
                values.Append(part.Name, await part.GetValueAsync(stop));
                if (values.ValueCount > limits.ValueCountLimit)
                    throw new InvalidDataException($"More than {limits.ValueCountLimit} values.");
            }
            else
                throw new InvalidDataException("A part of the form is neither a field nor a file.");
        }
        return form = new FormCollection(values.HasValues ? values.GetResults() : new Dictionary<string, StringValues>(), files);
    }

    string Boundary()
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        return StringSegment.IsNullOrEmpty(boundary)
                ? throw new InvalidDataException("The form does not say what stands between its parts.")
            : boundary.Length > limits.MultipartBoundaryLengthLimit
                ? throw new InvalidDataException("What stands between the parts is too long.")
            : boundary.ToString();
    }

    long Longest() =>
        context
            .GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IFormOptionsMetadata>()
            .LastOrDefault(m => m.MultipartBodyLengthLimit is not null)
            ?.MultipartBodyLengthLimit
        ?? limits.MultipartBodyLengthLimit;

    /// <summary>In memory while it is small.</summary>
    async Task<(Stream Body, long Length)> Kept(Stream from, CancellationToken stop)
    {
        var first = new byte[limits.MemoryBufferThreshold];
        var held = await from.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, stop);
        if (held < first.Length)
            return (new MemoryStream(first, 0, held, writable: false), held);
        var (length, most) = ((long)held, context.GetEndpoint()?.Metadata.GetMetadata<FilesKept>()?.Most ?? long.MaxValue);
        var kept = await Scratch.Made(
            OwnFiles.CreateFolder(Path.Combine(dataFolder, "uploads")),
            async to =>
            {
                await to.WriteAsync(first, stop);
                var some = new byte[1 << 16];
                while (await from.ReadAsync(some, stop) is > 0 and var read)
                {
                    if (length < most)
                        await to.WriteAsync(some.AsMemory(0, (int)Math.Min(read, most - length)), stop);
                    length += read;
                }
            }
        );
        return (kept, length);
    }
}
