using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>
/// Whoever is turned away is written in the log of who looked: the route and the ids in it, never what was typed, so that an attempt is
/// seen. Somebody who has no role any more stands there under the key of the cookie.
/// </summary>
static class RefusedLook
{
    /// <summary>The kinds of look: one that a page about a child refused, one that was refused elsewhere, one of a coordinator's.</summary>
    public const string OfChild = "barn-afvist",
        Kind = "afvist",
        OfCoordinator = "samordner-afvist";

    /// <summary>Writes that a page about a child was refused, once for the request.</summary>
    public static void Write(HttpContext context, AccessLog log, string key, long child)
    {
        context.Items[typeof(RefusedLook)] = true;
        log.Looked(key, OfChild, [child]);
    }

    public static async Task Write(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Items.ContainsKey(typeof(RefusedLook)) || Principal.Key(context.User) is not { } key)
            return;
        var endpoint = context.GetEndpoint();
        // Where refusals are told of is no page of its own.
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return;
        var viewer = context.RequestServices.GetRequiredService<Viewing>().Viewer;
        var status = context.Response.StatusCode;
        var turnedAway =
            status is StatusCodes.Status403Forbidden
            // To a coordinator what is not its own is not there at all.
            || (status is StatusCodes.Status404NotFound && viewer.CoordinatorId is not null)
            || (
                status == StatusCodes.Status302Found
                && context.Response.Headers.Location.ToString().Contains("/ingen-adgang", StringComparison.Ordinal)
            );
        if (!turnedAway)
            return;
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText;
        var ids = context
            .Request.RouteValues.Where(v => long.TryParse(v.Value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(v => $"{v.Key}={v.Value}");
        long? child =
            route?.StartsWith("/barn/", StringComparison.Ordinal) == true
            && long.TryParse(
                (context.Request.RouteValues.GetValueOrDefault("child") ?? context.Request.RouteValues.GetValueOrDefault("id"))?.ToString(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var id
            )
                ? id
                : null;
        context
            .RequestServices.GetRequiredService<AccessLog>()
            .Looked(
                key,
                viewer.CoordinatorId is null ? Kind : OfCoordinator,
                child is { } c ? [c] : [],
                route is null ? "ukendt adresse" : string.Join(' ', ids.Prepend(context.Request.Method + " " + route))
            );
    }
}
