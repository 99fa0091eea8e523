using System.Text.Json.Serialization;

namespace Spor.Web.Access;

/// <summary>The municipality's own provider of sign-in (OpenID Connect), as <c>settings.json</c> says it.</summary>
public sealed record SignInSettings
{
    /// <summary>The provider's address; its keys and endpoints are read from <c>/.well-known/openid-configuration</c> below it.</summary>
    public Uri? Authority { get; init; }
    public string ClientId { get; init; } = "";

    /// <summary>Better left out and given as <c>SPOR_CLIENT_SECRET</c>.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The claim that says who somebody is: what stands in the mapping file, or the employee's number in the register.</summary>
    public string Claim { get; init; } = "preferred_username";

    /// <summary>The mapping file, beside <c>settings.json</c>: <c>login;person</c>, a person a line.</summary>
    public string? People { get; init; }
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    /// <summary>Signed out after so long without a click (minutes).</summary>
    public int IdleMinutes { get; init; } = 60;

    /// <summary>Signed out after so long at all (hours).</summary>
    public int AbsoluteHours { get; init; } = 10;

    /// <summary>What the widest roles do asks for a sign-in no older than this (minutes).</summary>
    public int StepUpMinutes { get; init; } = 30;

    [JsonIgnore]
    public string? Secret => ClientSecret ?? Environment.GetEnvironmentVariable("SPOR_CLIENT_SECRET");

    /// <exception cref="SettingsException">It says what cannot be meant.</exception>
    public void Check(Settings around)
    {
        if (Authority is not { IsAbsoluteUri: true } authority || !(authority.Scheme == Uri.UriSchemeHttps || authority.IsLoopback))
            throw new SettingsException("»signIn.authority« skal være udbyderens hele adresse, og den skal begynde med https://.");
        if (ClientId.Length == 0)
            throw new SettingsException("»signIn.clientId« mangler. Det er det navn, udbyderen kender Spor under.");
        if (around.Address is not { } address || !(address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
            throw new SettingsException("Med »signIn« skal »address« være den adresse, folk skriver, og den skal begynde med https://.");
        if (IdleMinutes is < 5 or > 480 || AbsoluteHours is < 1 or > 24 || StepUpMinutes is < 5 or > 480)
            throw new SettingsException("»idleMinutes« og »stepUpMinutes« skal være fra 5 til 480, og »absoluteHours« fra 1 til 24.");
    }
}
