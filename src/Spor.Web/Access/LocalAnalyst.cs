using System.Net;

namespace Spor.Web.Access;

/// <summary>Without demo people there is one local analyst: whoever sits at this machine. Sign-in proper comes with a later version.</summary>
static class LocalAnalyst
{
    public const string Key = "analytiker",
        Name = "Lokal analytiker";
    static readonly Viewer Analyst = new(Key, Name, ViewerRole.Analyst, null, null);

    public static Task SignIn(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress))
            context.User = Analyst.ToPrincipal("loopback");
        return next(context);
    }
}
