using System.Security.Claims;

namespace Spor.Web.Access;

/// <summary>What a cookie holds: the key of somebody and the number of the session. No role, no team, no name: those are the register's to
/// say.</summary>
static class Principal
{
    const string KeyClaim = "key",
        SessionClaim = "session";

    /// <param name="session">As <see cref="Storage.Sessions.Begin"/> made it. A form's token belongs to it.</param>
    public static ClaimsPrincipal Of(string key, string scheme, string session) =>
        new(new ClaimsIdentity([new(KeyClaim, key), new(SessionClaim, session)], scheme, KeyClaim, ClaimTypes.Role));

    public static string? Key(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim);

    public static string? Session(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim);
}
