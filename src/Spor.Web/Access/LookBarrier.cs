using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>
/// Nobody sees a child without a row in the log of who looked, and the row is on disk before the first byte of the answer leaves. The
/// answer is held back; what the page said it shows, the child of its address and every child that it links to are written; then it is let
/// go. So a new page cannot forget it. If the row cannot be written, nobody reads: the answer is thrown away.
/// </summary>
static class LookBarrier
{
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        // Where one signs in, is refused or told of a fault is no page about anybody.
        if (
            context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || Principal.Key(context.User) is null
        )
        {
            await next(context);
            return;
        }
        var before = context.Features.Get<IHttpResponseBodyFeature>()!;
        using var held = new HeldBody(before.Stream, body => Write(context, body));
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(held, before));
        try
        {
            await next(context);
            await context.Features.Get<IHttpResponseBodyFeature>()!.Writer.FlushAsync();
            await held.LetGo();
        }
        finally
        {
            context.Features.Set(before);
        }
    }

    /// <summary>Writes what the answer shows, or who was refused.</summary>
    static async Task Write(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var services = context.RequestServices;
        var showing = services.GetRequiredService<Showing>();
        var looks = Refusal(context) is { } refused
            ? [.. showing.Looks.Where(l => LookKinds.IsRefusal(l.Kind)).DefaultIfEmpty(refused)]
            : Shown(context, showing, body);
        if (looks.Count == 0)
            return;
        var viewing = services.GetRequiredService<Viewing>();
        var page = context.Request.Method + " " + Pattern(context);
        await showing.Log.Write([.. looks.Select(l => l with { Page = page, Why = WhyShown.Of(viewing, l) })]);
    }

    static List<NewLook> Shown(HttpContext context, Showing showing, ReadOnlyMemory<byte> body)
    {
        List<NewLook> refused = [.. showing.Looks.Where(l => LookKinds.IsRefusal(l.Kind))];
        // What is moved on or missing shows nothing.
        if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status422UnprocessableEntity) || body.IsEmpty)
            return refused;
        var looks = showing.Looks.Except(refused).ToList();
        var own = ChildOfAddress(context);
        var linked =
            context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true ? LinkedChildren.In(body.Span) : [];
        if (own is { } child)
            linked.Add(child);
        foreach (var look in looks)
            linked.ExceptWith(look.Children);
        var declared = context.GetEndpoint()?.Metadata.GetMetadata<NoChildShown>() is not null;
        if (looks.Count == 0)
        {
            if (declared && linked.Count == 0)
                return refused;
            linked.Remove(own ?? 0);
            var key = Principal.Key(context.User)!;
            looks.Add(
                own is { } about
                    ? new(key, LookKinds.Child, [about]) { Also = [.. linked.Order()] }
                    : new(key, LookKinds.Page, [.. linked.Order()], Asked(context))
            );
        }
        else if (linked.Count > 0)
            looks[0] = looks[0] with { Also = [.. linked.Order()] };
        return [.. looks, .. refused];
    }

    /// <summary>The row of somebody who was turned away: the route and the ids in it, never what was typed. Somebody who has no role any
    /// more stands there under the key of the cookie.</summary>
    static NewLook? Refusal(HttpContext context)
    {
        var viewer = context.RequestServices.GetRequiredService<Viewing>().Viewer;
        var status = context.Response.StatusCode;
        var turnedAway =
            status is StatusCodes.Status403Forbidden
            // To a coordinator or a partner what is not its own is not there at all.
            || (
                status is StatusCodes.Status404NotFound
                && (viewer.CoordinatorId is not null || (viewer.May(Capability.Partnering) && !viewer.May(Capability.Children)))
            )
            || (
                status == StatusCodes.Status302Found
                && context.Response.Headers.Location.ToString().Contains("/ingen-adgang", StringComparison.Ordinal)
            );
        if (!turnedAway)
            return null;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        return new(
            Principal.Key(context.User)!,
            viewer.CoordinatorId is null ? LookKinds.Refused : LookKinds.RefusedCoordinator,
            ChildOfAddress(context) is { } child ? [child] : [],
            route is null ? "ukendt adresse" : string.Join(' ', Ids(context).Prepend(context.Request.Method + " " + route))
        );
    }

    static string Pattern(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?";

    /// <summary>The numbers in the address, which are ids of ours.</summary>
    static string? Asked(HttpContext context) => string.Join(' ', Ids(context)) is { Length: > 0 } ids ? ids : null;

    static IEnumerable<string> Ids(HttpContext context) =>
        context
            .Request.RouteValues.Where(v => long.TryParse(v.Value?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(v => $"{v.Key}={v.Value}");

    /// <summary>The child that the address is about: <c>/barn/{child}/…</c>, <c>/fordeling/{child}</c>.</summary>
    static long? ChildOfAddress(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var number =
            values.GetValueOrDefault("child")
            ?? (Pattern(context).StartsWith("/barn/{id", StringComparison.Ordinal) ? values.GetValueOrDefault("id") : null);
        return long.TryParse(number?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
