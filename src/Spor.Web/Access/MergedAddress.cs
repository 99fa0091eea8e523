using System.Globalization;
using Spor.Children;
using Spor.Requirements;
using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>
/// The address of a record that was merged into another leads to the child that it is now, the rest of the address kept. A form that was
/// open meanwhile is sent on with what was typed (307).
/// </summary>
static class MergedAddress
{
    const string Under = "/barn/";

    public static Task Follow(HttpContext context, RequestDelegate next)
    {
        if (
            Principal.Key(context.User) is null
            || context.Request.Path.Value is not { } path
            || !path.StartsWith(Under, StringComparison.Ordinal)
            || Of(path) is not (var id, var below)
        )
            return next(context);
        var now = context.RequestServices.GetRequiredService<Municipality>().Current;
        if (now.Overview.Find(id) is not null || !now.Get(ChildRecords.Merged).TryGetValue(id, out var child))
            return next(context);
        var to = $"{context.Request.PathBase}{Under}{child.ToString(CultureInfo.InvariantCulture)}{below}{context.Request.QueryString}";
        var sent = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        context.Response.StatusCode = sent ? StatusCodes.Status307TemporaryRedirect : StatusCodes.Status302Found;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    static (long Id, string Below)? Of(string path)
    {
        var end = path.IndexOf('/', Under.Length);
        var digits = end < 0 ? path.AsSpan(Under.Length) : path.AsSpan(Under.Length, end - Under.Length);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (id, end < 0 ? "" : path[end..]) : null;
    }
}
