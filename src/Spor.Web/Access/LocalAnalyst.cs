using System.Net;

namespace Spor.Web.Access;

/// <summary>Without demo people there is one local analyst: whoever sits at this machine. Sign-in proper comes with a later
/// version.</summary>
static class LocalAnalyst
{
    const string Key = "analytiker";
    static readonly Person Analyst = new(Key, "Lokal analytiker", [new(ViewerRole.Analyst, DateOnly.MinValue)]);

    /// <summary>Nobody chooses to be the analyst: it is who sits here.</summary>
    public static PeopleSource Source { get; } = new((key, _) => key == Key ? Analyst : null, (_, _) => []);

    public static Task SignIn(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress))
            context.User = Principal.Of(Key, "loopback", session: "here");
        return next(context);
    }
}
