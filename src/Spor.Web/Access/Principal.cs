using System.Security.Claims;
using System.Security.Cryptography;

namespace Spor.Web.Access;

/// <summary>What a cookie holds: the key of somebody and the number of the session. No role, no team, no name: those are the register's to
/// say.</summary>
static class Principal
{
    const string KeyClaim = "key",
        SessionClaim = "session";

    /// <param name="session">Null begins a new one. A form's token belongs to the session, so it must be the same from the form to its
    /// answer.</param>
    public static ClaimsPrincipal Of(string key, string scheme, string? session = null) =>
        new(
            new ClaimsIdentity(
                [new(KeyClaim, key), new(SessionClaim, session ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))],
                scheme,
                KeyClaim,
                ClaimTypes.Role
            )
        );

    public static string? Key(ClaimsPrincipal user) => user.FindFirstValue(KeyClaim);
}
