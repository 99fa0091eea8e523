using Microsoft.AspNetCore.HttpOverrides;

namespace Spor.Web.Access;

/// <summary>What every response says to the browser, and who may ask at all.</summary>
static class Security
{
    static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What those who send a request on add to it, besides <c>X-Forwarded-…</c>.</summary>
    static readonly string[] SentOn =
    [
        "Forwarded",
        "Via",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-Original-For",
        "X-Original-Host",
        "X-Original-Proto",
        "X-ProxyUser-IP",
        "X-Envoy-External-Address",
        "True-Client-IP",
        "CF-Connecting-IP",
        "Fastly-Client-IP",
        "Client-IP",
    ];

    public static ForwardedHeadersOptions FromProxies(Settings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = settings.Proxies.Count,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in settings.Proxies)
            options.KnownProxies.Add(proxy);
        return options;
    }

    /// <summary>
    /// Before anything else is asked: a request that somebody sends on says so, and what it says of who asks is worth nothing unless the
    /// one who sends it on is known. Without this a plain proxy in front of Spor would open it to everybody, for to Spor all would come
    /// from this machine.
    /// </summary>
    public static Func<HttpContext, RequestDelegate, Task> SentOnByNobody(Settings settings) =>
        (context, next) =>
        {
            var sentOn = SentOnBy(context.Request);
            if (settings.Proxies.Count == 0)
                return sentOn is null ? next(context) : DoorPages.Forwarded(context, sentOn);
            var known =
                context.Connection.RemoteIpAddress is { } from
                && settings.Proxies.Any(p => p.Equals(from) || (from.IsIPv4MappedToIPv6 && p.Equals(from.MapToIPv4())));
            // Whoever watches over the process asks it directly, and is told no more than that.
            if (context.Request.Path.StartsWithSegments("/sundhed") && sentOn is null)
                return next(context);
            return
                known && context.Request.Headers.ContainsKey("X-Forwarded-For") && context.Request.Headers.ContainsKey("X-Forwarded-Proto")
                ? next(context)
                : DoorPages.NotTheProxy(context);
        };

    public static bool IsSentOn(HttpRequest request) => SentOnBy(request) is not null;

    // No browser speaks HTTP/1.0; a proxy that was set up in one line does.
    static string? SentOnBy(HttpRequest request) =>
        request.Headers.Keys.FirstOrDefault(k =>
            k.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || SentOn.Contains(k, StringComparer.OrdinalIgnoreCase)
        ) ?? (request.Protocol == "HTTP/1.0" ? request.Protocol : null);

    public static Func<HttpContext, RequestDelegate, Task> Headers(Settings settings) =>
        async (context, next) =>
        {
            var host = context.Request.Host.Host;
            // A page elsewhere must not reach this machine's Spor by giving its own name this address.
            if (
                !Hosts.Contains(host, StringComparer.OrdinalIgnoreCase)
                && !string.Equals(host, settings.Address?.Host, StringComparison.OrdinalIgnoreCase)
            )
            {
                await DoorPages.WrongHost(context);
                return;
            }
            if (settings.Encrypted && !context.Request.IsHttps && !context.Request.Path.StartsWithSegments("/sundhed"))
            {
                await DoorPages.NotEncrypted(context);
                return;
            }
            // At the very last moment: an error page begins its headers anew.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                // A stored report says what its own page may use, which is less.
                if (headers.ContentSecurityPolicy.Count == 0)
                    headers.ContentSecurityPolicy =
                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
                        + "frame-ancestors 'none'";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                if (settings.Encrypted)
                    headers.StrictTransportSecurity = "max-age=31536000";
                if (headers.CacheControl.Count == 0)
                    headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            if (FromElsewhere(context.Request))
            {
                await DoorPages.FromElsewhere(context);
                return;
            }
            await next(context);
        };

    /// <summary>
    /// A request that a page of somebody else's made the browser send. Another port of the same machine counts as elsewhere, though the
    /// browser calls it the same site and sends the cookies along. Following a link to Spor is no such request.
    /// </summary>
    static bool FromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
        && !(
            HttpMethods.IsGet(request.Method)
            && request.Headers["Sec-Fetch-Mode"] == "navigate"
            && request.Headers["Sec-Fetch-Dest"] == "document"
        );
}
