using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Spor.Exchange.Deliveries;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Exchange.Import;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Exchange.Deliveries;

/// <summary>
/// Where another system sends its files, one at a time as the body of a request, with its key. The key is asked for before a byte of the
/// file is read. What is answered is numbers and states, nothing that stands in a file.
/// </summary>
static class DeliveryApi
{
    public const string Path = "/api/levering";

    /// <summary>So many unknown keys a minute from one place; after that nobody there is let in until the minute is over.</summary>
    public const int Failures = 10;
    const string Scheme = "Bearer ";

    public static void Map(WebApplication app)
    {
        app.MapPost(Path + "/{navn}", Send).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(SporHost.LargestUpload));
        app.MapGet(Path + "/{id}", Ask).AllowAnonymous();
    }

    static async Task<IResult> Send(
        string navn,
        HttpContext context,
        Delivered delivered,
        Municipality municipality,
        KeyTries tries,
        TimeProvider time,
        CancellationToken stop
    )
    {
        if (await KeyOf(context, municipality, tries, time) is not { } key)
            return Refused(context);
        var name = System.IO.Path.GetFileName(navn);
        if (
            name != navn
            || name.StartsWith('.')
            || System.IO.Path.GetExtension(name).ToLowerInvariant() is not (".csv" or ".zip" or ".xlsx")
        )
            return Fault(StatusCodes.Status415UnsupportedMediaType, Text.ApiKind);
        DateOnly? day = null;
        if (context.Request.Query["dag"].ToString() is { Length: > 0 } asked && (day = Form.Day(asked)) is null)
            return Fault(StatusCodes.Status400BadRequest, Text.ApiDay);
        if (delivered.IsFull(key.Id))
            return Fault(StatusCodes.Status409Conflict, Text.ApiFull(Delivered.MostWaiting));
        var folder = delivered.NewFolder();
        try
        {
            var content = await Store(context.Request.Body, delivered.Create(folder, name), name, stop);
            if (content is null)
            {
                Directory.Delete(folder, recursive: true);
                return Fault(StatusCodes.Status400BadRequest, Text.ApiEmpty);
            }
            var came = delivered.Came(folder, content, key, day);
            return Results.Json(new { levering = came.Id, tilstand = Text.ApiReceived }, statusCode: StatusCodes.Status202Accepted);
        }
        catch (Exception e)
        {
            // Half a file is none; the sender was told of nothing and sends it again.
            if (Directory.Exists(folder) && delivered.Find(System.IO.Path.GetFileName(folder)) is null)
                Directory.Delete(folder, recursive: true);
            if (e is BadHttpRequestException bad)
                return Fault(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Text.ApiLarge : Text.ApiCut);
            throw;
        }
    }

    /// <returns>The hash of the file with its name; null if there was nothing.</returns>
    static async Task<string?> Store(Stream body, SealedWriteStream into, string name, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
        var block = new byte[1 << 16];
        long length = 0;
        await using var to = into;
        for (int read; (read = await body.ReadAsync(block, stop)) > 0; length += read)
        {
            hash.AppendData(block, 0, read);
            await to.WriteAsync(block.AsMemory(0, read), stop);
        }
        to.Finish(toDisk: true);
        return length == 0 ? null : Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What became of a delivery, to the one who sent it.</summary>
    static async Task<IResult> Ask(
        string id,
        HttpContext context,
        Delivered delivered,
        Uploads uploads,
        Municipality municipality,
        KeyTries tries,
        TimeProvider time
    )
    {
        if (await KeyOf(context, municipality, tries, time) is not { } key)
            return Refused(context);
        if (delivered.Find(id) is not { } known || known.KeyId != key.Id)
            return Fault(StatusCodes.Status404NotFound, Text.ApiUnknown);
        var upload = uploads.FindSent(id);
        var counts = known.State == DeliveryState.Waiting ? upload?.Counts : null;
        return Results.Json(
            new
            {
                levering = known.Id,
                tilstand = Text.StateForSender(known, upload),
                nye = counts?.New,
                rettede = counts?.Changed,
                fejl = counts?.Errors,
                advarsler = counts?.Warnings,
                hvorfor = known.State == DeliveryState.Waiting ? upload?.Fault ?? counts?.Refusal : null,
            }
        );
    }

    /// <summary>The key of the request, if it opens today. A key that does not is written in the log of looks before anything is
    /// answered.</summary>
    static async Task<DeliveryKeyFact?> KeyOf(HttpContext context, Municipality municipality, KeyTries tries, TimeProvider time)
    {
        var place = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (tries.TooMany(place, time.GetUtcNow()))
        {
            context.Response.Headers.RetryAfter = "60";
            return null;
        }
        var header = context.Request.Headers.Authorization.ToString();
        var secret = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        var found = DeliveryKey.Find(secret, municipality.Current.Register.Of<DeliveryKeyFact>());
        if (found?.OpensOn(DateOnly.FromDateTime(Spor.Kernel.DanishCalendar.Local(time.GetUtcNow().UtcDateTime))) == true)
            return found;
        tries.Failed(place, time.GetUtcNow());
        // Which key it was, by its number, if it ever was one; never the secret.
        var which = found is null
            ? "ukendt leverancenøgle"
            : $"leverancenøgle {found.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)} åbner ikke";
        await municipality.Looks.Write([new(Sender, LookKinds.Refused, [], which) { Page = context.Request.Method + " " + Path }]);
        return null;
    }

    /// <summary>Whom the log of looks names where a key opened nothing.</summary>
    public const string Sender = "leverance";

    static IResult Refused(HttpContext context) =>
        context.Response.Headers.RetryAfter.Count > 0
            ? Fault(StatusCodes.Status429TooManyRequests, Text.ApiTries)
            : Fault(StatusCodes.Status401Unauthorized, Text.ApiKey);

    static IResult Fault(int status, string danish) => Results.Json(new { fejl = danish }, statusCode: status);
}

/// <summary>How many unknown keys have been tried from where, this minute.</summary>
sealed class KeyTries
{
    readonly ConcurrentDictionary<(string Place, long Minute), int> counts = new();

    public bool TooMany(string place, DateTimeOffset now) => counts.GetValueOrDefault((place, Minute(now))) >= DeliveryApi.Failures;

    public void Failed(string place, DateTimeOffset now)
    {
        foreach (var old in counts.Keys)
            if (old.Minute < Minute(now))
                counts.TryRemove(old, out _);
        counts.AddOrUpdate((place, Minute(now)), 1, (_, n) => n + 1);
    }

    static long Minute(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;
}
