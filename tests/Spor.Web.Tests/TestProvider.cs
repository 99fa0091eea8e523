using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Spor.Web.Tests;

/// <summary>A real provider of sign-in on loopback, whose answers a test can spoil. It signs in whoever <see cref="Login"/> says, at
/// once.</summary>
sealed class TestProvider : IAsyncDisposable
{
    WebApplication app = null!;
    RsaSecurityKey key = null!;

    public int Port { get; private set; }

    // By number: by name another server of the tests may answer on the other loopback.
    public Uri Address => new($"http://127.0.0.1:{Port}");
    public string Login { get; set; } = "";
    public string SessionNumber { get; set; } = "sid-1";
    public DateTimeOffset SignedInAt { get; set; } = TimeProvider.System.GetUtcNow();

    /// <summary>Changes what the identity token says, and may sign it with another key, before Spor gets it.</summary>
    public Func<JsonObject, RsaSecurityKey, (JsonObject Says, RsaSecurityKey Key)>? Spoil { get; set; }

    public static async Task<TestProvider> Start()
    {
        var provider = new TestProvider();
        await provider.Open(0);
        return provider;
    }

    /// <summary>The same provider with new keys.</summary>
    public async Task ChangeKeys()
    {
        await app.DisposeAsync();
        await Open(Port);
    }

    public Task GoDown() => app.StopAsync();

    async Task Open(int port)
    {
        key = NewKey();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port));
        builder
            .Services.AddOpenIddict()
            .AddServer(o =>
            {
                o.SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetEndSessionEndpointUris("connect/logout");
                o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                o.RegisterScopes(Scopes.Profile);
                o.EnableDegradedMode();
                o.AddSigningKey(key).AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
                o.UseAspNetCore().DisableTransportSecurityRequirement();
                o.AddEventHandler<ValidateAuthorizationRequestContext>(h => h.UseInlineHandler(_ => default));
                o.AddEventHandler<ValidateTokenRequestContext>(h => h.UseInlineHandler(_ => default));
                o.AddEventHandler<ValidateEndSessionRequestContext>(h => h.UseInlineHandler(_ => default));
                o.AddEventHandler<HandleAuthorizationRequestContext>(h =>
                    h.UseInlineHandler(c =>
                    {
                        var identity = new ClaimsIdentity("test");
                        identity
                            .SetClaim(Claims.Subject, "s-" + Login)
                            .SetClaim(Claims.PreferredUsername, Login)
                            .SetClaim("sid", SessionNumber);
                        identity.SetClaim(Claims.AuthenticationTime, SignedInAt.ToUnixTimeSeconds());
                        identity.SetScopes(c.Request.GetScopes());
                        identity.SetDestinations(_ => [Destinations.IdentityToken]);
                        c.SignIn(new ClaimsPrincipal(identity));
                        return default;
                    })
                );
                o.AddEventHandler<HandleTokenRequestContext>(h =>
                    h.UseInlineHandler(c =>
                    {
                        c.SignIn(c.Principal!);
                        return default;
                    })
                );
                o.AddEventHandler<HandleEndSessionRequestContext>(h =>
                    h.UseInlineHandler(c =>
                    {
                        c.SignOut();
                        return default;
                    })
                );
            });
        app = builder.Build();
        app.Use(Spoiled);
        app.UseAuthentication();
        await app.StartAsync();
        Port = new Uri(app.Urls.First()).Port;
    }

    async Task Spoiled(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != "/connect/token" || Spoil is not { } spoil)
        {
            await next(context);
            return;
        }
        var to = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        await next(context);
        context.Response.Body = to;
        var answer = JsonNode.Parse(body.ToArray())!.AsObject();
        var payload = JsonNode.Parse(Base64UrlEncoder.Decode(((string)answer["id_token"]!).Split('.')[1]))!.AsObject();
        var (says, with) = spoil(payload, key);
        answer["id_token"] = Signed(says, with);
        var bytes = System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString());
        context.Response.ContentLength = bytes.Length;
        await to.WriteAsync(bytes);
    }

    /// <summary>A token of the provider's own that tells that somebody signed out.</summary>
    public string LogoutToken(string sid, string audience, bool mine = true) =>
        Signed(
            new JsonObject
            {
                ["iss"] = Address.AbsoluteUri,
                ["aud"] = audience,
                ["iat"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
                ["exp"] = TimeProvider.System.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds(),
                ["jti"] = Guid.NewGuid().ToString(),
                ["sid"] = sid,
                ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
            },
            mine ? key : NewKey()
        );

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    static string Signed(JsonObject says, RsaSecurityKey key) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            says.ToJsonString(),
            new SigningCredentials(key, SecurityAlgorithms.RsaSha256)
        );

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
