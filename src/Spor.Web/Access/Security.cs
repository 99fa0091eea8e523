namespace Spor.Web.Access;

/// <summary>What every response says to the browser, and who may ask at all.</summary>
static class Security
{
    static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    public static async Task Headers(HttpContext context, RequestDelegate next)
    {
        // A page elsewhere must not reach this machine's Spor by giving its own name this address.
        if (!Hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
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
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        await next(context);
    }
}
