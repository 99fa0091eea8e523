using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>
/// Sign-in by the municipality's own provider: OpenID Connect, code flow with PKCE. The provider says who somebody is and nothing else;
/// what they may is the register's to say. Of what it sends nothing is kept but the number of its session.
/// </summary>
static class ProviderSignIn
{
    /// <summary>The scheme, and the way in that a session remembers.</summary>
    public const string Name = "provider";
    public const string Start = "/log-ind/videre",
        Callback = "/log-ind/svar",
        Arrived = "/log-ind/inde",
        Failed = "/log-ind/fejlet",
        Fresh = "/log-ind/igen",
        SignedOut = "/log-ud/svar",
        BackChannel = "/log-ud/fra-udbyder";

    const string Again = "again",
        Fresher = "fresh";

    /// <summary>How far two clocks may be apart, and how old a sign-in may be that is to be fresh.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static void Add(AuthenticationBuilder builder, SporOptions options, SignInSettings settings)
    {
        var secure = options.Settings.Encrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        builder.AddOpenIdConnect(
            Name,
            o =>
            {
                o.Authority = settings.Authority!.AbsoluteUri.TrimEnd('/');
                o.RequireHttpsMetadata = !settings.Authority.IsLoopback;
                o.ClientId = settings.ClientId;
                o.ClientSecret = settings.Secret;
                o.ResponseType = OpenIdConnectResponseType.Code;
                o.ResponseMode = OpenIdConnectResponseMode.Query;
                o.UsePkce = true;
                o.SaveTokens = false;
                o.GetClaimsFromUserInfoEndpoint = false;
                o.MapInboundClaims = false;
                o.DisableTelemetry = true;
                o.CallbackPath = Callback;
                o.SignedOutCallbackPath = SignedOut;
                o.SignedOutRedirectUri = "/log-ind";
                o.RemoteSignOutPath = PathString.Empty;
                o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                o.BackchannelTimeout = TimeSpan.FromSeconds(20);
                o.RefreshInterval = TimeSpan.FromSeconds(1);
                o.Scope.Clear();
                foreach (var scope in settings.Scopes)
                    o.Scope.Add(scope);
                o.TokenValidationParameters.ClockSkew = Skew;
                o.TokenValidationParameters.ValidAudience = settings.ClientId;
                o.TokenValidationParameters.RequireSignedTokens = true;
                // The answer comes by a link from the provider: a strict cookie would not come with it.
                foreach (var cookie in new[] { o.CorrelationCookie, o.NonceCookie })
                {
                    cookie.SameSite = SameSiteMode.Lax;
                    cookie.SecurePolicy = secure;
                    cookie.HttpOnly = true;
                }
                o.CorrelationCookie.Name = SignedIn.CookieName(options, "svar") + ".";
                o.NonceCookie.Name = SignedIn.CookieName(options, "nonce") + ".";
                o.CorrelationCookie.Path = o.NonceCookie.Path = "/";
                o.Events = new OpenIdConnectEvents
                {
                    OnRedirectToIdentityProvider = c =>
                    {
                        if (c.Properties.Items.ContainsKey(Fresher))
                            (c.ProtocolMessage.Prompt, c.ProtocolMessage.MaxAge) = ("login", "0");
                        c.ProtocolMessage.RedirectUri = new Uri(options.Settings.Address!, Callback).AbsoluteUri;
                        return Task.CompletedTask;
                    },
                    OnRedirectToIdentityProviderForSignOut = c =>
                    {
                        c.ProtocolMessage.ClientId = settings.ClientId;
                        c.ProtocolMessage.PostLogoutRedirectUri = new Uri(options.Settings.Address!, SignedOut).AbsoluteUri;
                        return Task.CompletedTask;
                    },
                    OnTicketReceived = c => Received(c, options, settings),
                    OnRemoteFailure = Failure,
                };
            }
        );
    }

    public static SessionLimits Limits(SignInSettings settings) =>
        new(TimeSpan.FromMinutes(settings.IdleMinutes), TimeSpan.FromHours(settings.AbsoluteHours));

    /// <summary>Sends somebody to the provider.</summary>
    public static async Task<IResult> Go(HttpContext context, string? til, bool fresh)
    {
        var properties = new AuthenticationProperties { RedirectUri = Frame.LocalPath.Of(til) ?? "/" };
        if (fresh)
            properties.Items[Fresher] = "1";
        if (context.Request.Query.ContainsKey(Again))
            properties.Items[Again] = "1";
        try
        {
            // Who is sent to where nobody answers sees the browser's own page, and that says nothing.
            var oidc = context
                .RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<OpenIdConnectOptions>>()
                .Get(Name);
            using var answers = await oidc.Backchannel.GetAsync(new Uri(oidc.MetadataAddress!), context.RequestAborted);
            answers.EnsureSuccessStatusCode();
            await context.ChallengeAsync(Name, properties);
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or TaskCanceledException)
        {
            // The provider does not answer, or answers what nobody can use.
            return Results.Redirect(Failed + "?hvorfor=udbyder");
        }
    }

    static async Task Received(TicketReceivedContext context, SporOptions options, SignInSettings settings)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var principal = context.Principal!;
        var login = principal.FindFirstValue(settings.Claim);
        var register = http.RequestServices.GetRequiredService<Municipality>().Current.Register;
        string? person = null;
        try
        {
            if (login is not null)
                person = SignInMap.PersonOf(
                    login,
                    settings.People is { } file ? Path.Combine(options.Database.DataFolder, file) : null,
                    register
                );
        }
        catch (SettingsException)
        {
            http.Response.Redirect(Failed + "?hvorfor=opsaetning");
            return;
        }
        if (person is null)
        {
            http.Response.Redirect(Failed + "?hvorfor=ukendt");
            return;
        }
        // Who was asked to show anew who they are must have done so now, not an hour ago.
        if (context.Properties!.Items.ContainsKey(Fresher) && !IsFresh(principal, context.Options.TimeProvider ?? TimeProvider.System))
        {
            http.Response.Redirect(Failed + "?hvorfor=gammel");
            return;
        }
        await SignedIn.Begin(http, person, Name, principal.FindFirstValue("sid"), ProvedAt(principal));
        // From here on the browser asks by itself: what comes by a link from the provider is without the strict cookie.
        http.Response.Redirect(Arrived + "?til=" + Uri.EscapeDataString(Frame.LocalPath.Of(context.ReturnUri) ?? "/"));
    }

    // A provider that does not say when is not believed to have asked now.
    static DateTime ProvedAt(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeSeconds(at).UtcDateTime
            : DateTime.UnixEpoch;

    static bool IsFresh(ClaimsPrincipal principal, TimeProvider time) =>
        long.TryParse(principal.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < Skew + Skew;

    static Task Failure(RemoteFailureContext context)
    {
        context.HandleResponse();
        // The provider has new keys, which are fetched by now: once more, and it is through.
        if (
            context.Failure is SecurityTokenSignatureKeyNotFoundException or { InnerException: SecurityTokenSignatureKeyNotFoundException }
            && context.Properties?.Items.ContainsKey(Again) != true
        )
        {
            context.Response.Redirect(
                Start + "?" + Again + "=1&til=" + Uri.EscapeDataString(Frame.LocalPath.Of(context.Properties?.RedirectUri) ?? "/")
            );
            return Task.CompletedTask;
        }
        var refused = context.Request.Query["error"].ToString() is "access_denied";
        var down = context.Failure is HttpRequestException or TaskCanceledException or IOException;
        context.Response.Redirect(
            Failed
                + "?hvorfor="
                + (
                    refused ? "nej"
                    : down ? "udbyder"
                    : "svar"
                )
        );
        return Task.CompletedTask;
    }

    /// <summary>
    /// The provider tells by itself that somebody signed out there (back-channel logout): the token must be its own, for Spor, and of now.
    /// </summary>
    public static async Task<IResult> SignOutFromProvider(HttpContext context, IFormCollection form, SporOptions options)
    {
        var oidc = context
            .RequestServices.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<OpenIdConnectOptions>>()
            .Get(Name);
        var configuration = await oidc.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
        var parameters = oidc.TokenValidationParameters.Clone();
        parameters.ValidIssuer = configuration.Issuer;
        parameters.IssuerSigningKeys = configuration.SigningKeys;
        var read = await new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler().ValidateTokenAsync(
            form["logout_token"].ToString(),
            parameters
        );
        if (
            !read.IsValid
            || !read.Claims.TryGetValue("events", out var events)
            || events?.ToString()?.Contains("http://schemas.openid.net/event/backchannel-logout", StringComparison.Ordinal) != true
            || read.Claims.ContainsKey("nonce")
            || !read.Claims.TryGetValue("sid", out var said)
            || said is not string sid
        )
            return Results.BadRequest();
        _ = options;
        context.RequestServices.GetRequiredService<Sessions>().EndOutside(sid);
        return Results.Ok();
    }
}
