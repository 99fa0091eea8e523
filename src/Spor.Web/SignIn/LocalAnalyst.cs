using System.Net;

namespace Spor.Web.SignIn;

/// <summary>Without demo people there is one local analyst: whoever sits at this machine. Sign-in proper comes with a later version.</summary>
static class LocalAnalyst
{
    static readonly Viewer Analyst = new("analytiker", "Lokal analytiker", ViewerRole.Analyst, null, null);

    public static Task SignIn(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress)) context.User = Analyst.ToPrincipal("loopback");
        return next(context);
    }
}
