using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Conferences.Desk;

/// <summary>
/// A coordinator who is turned away from a page is written in the log of who looked: the route and the ids in it, never what was typed, so that an
/// attempt at the case is seen.
/// </summary>
static class RefusedCoordinator
{
    public static async Task Write(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (Viewer.Of(context.User) is not { Role: ViewerRole.Coordinator } viewer)
            return;
        var endpoint = context.GetEndpoint();
        // Where refusals are told of is no page of its own.
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return;
        var status = context.Response.StatusCode;
        var turnedAway =
            status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound
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
        var child =
            context.Request.RouteValues.TryGetValue("child", out var value)
            && long.TryParse(value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : (long?)null;
        context
            .RequestServices.GetRequiredService<AccessLog>()
            .Looked(
                viewer.Key,
                SeenByCoordinator.Refused,
                child is { } c ? [c] : [],
                route is null ? "ukendt adresse" : string.Join(' ', ids.Prepend(context.Request.Method + " " + route))
            );
    }
}
