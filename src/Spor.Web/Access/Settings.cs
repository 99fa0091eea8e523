using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spor.Web.Access;

/// <summary>A setting that cannot be meant: Spor does not start, and says why.</summary>
public sealed class SettingsException(string danish) : Exception(danish);

/// <summary>
/// How Spor is reached, from <c>settings.json</c> in the data folder. Without the file it answers on this machine alone, to the one who
/// has the start address. A key that Spor does not know is a fault: a misspelt protection protects nothing.
/// </summary>
public sealed record Settings
{
    public const string FileName = "settings.json";

    public static Settings None { get; } = new();

    /// <summary>The address that people write, for example <c>https://spor.kommune.dk</c>.</summary>
    public Uri? Address { get; init; }

    /// <summary>The addresses (IP) of the proxies that Spor stands behind. What anybody else says of where a request comes from is
    /// refused.</summary>
    public IReadOnlyList<string> Proxy { get; init; } = [];

    /// <summary>The municipality's own provider; without it there is one analyst by the start address.</summary>
    public SignInSettings? SignIn { get; init; }

    /// <summary>The collector (OTLP over HTTP) that metrics and traces are sent to, for example <c>http://127.0.0.1:4318</c>; without it
    /// none are sent.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>The municipality's mail server; without it no e-mail is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>When, by Danish clocks, deliveries that wait are read once more, for example <c>03:00</c>.</summary>
    public string? NightlyReading { get; init; }

    [JsonIgnore]
    public TimeOnly NightHour { get; private init; } = new(3, 0);

    [JsonIgnore]
    public IReadOnlyList<IPAddress> Proxies { get; private init; } = [];

    /// <summary>Whether people come by an encrypted connection: then cookies are for that alone.</summary>
    [JsonIgnore]
    public bool Encrypted => Address?.Scheme == Uri.UriSchemeHttps;

    static readonly JsonSerializerOptions Reading = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <exception cref="SettingsException">The file cannot be read, or says what cannot be meant.</exception>
    public static Settings Read(string file)
    {
        if (!File.Exists(file))
            return None;
        try
        {
            return Of(File.ReadAllText(file));
        }
        catch (SettingsException e)
        {
            throw new SettingsException($"{file}: {e.Message}");
        }
    }

    /// <exception cref="SettingsException">The text says what cannot be meant.</exception>
    public static Settings Of(string json)
    {
        Settings read;
        try
        {
            read = JsonSerializer.Deserialize<Settings>(json, Reading) ?? None;
        }
        catch (JsonException e)
        {
            throw new SettingsException(
                $"Linje {(e.LineNumber ?? 0) + 1} kan ikke læses. Se, om navnet er stavet rigtigt, og om der mangler et komma. {e.Path}"
            );
        }
        return read.Checked();
    }

    Settings Checked()
    {
        if (Address is { } address)
            if (
                !address.IsAbsoluteUri
                || address.Scheme is not ("http" or "https")
                || address.Query.Length > 0
                || address.Fragment.Length > 0
            )
                throw new SettingsException(
                    "»address« skal være en hel adresse, for eksempel https://spor.kommune.dk eller https://intra.kommune.dk/spor"
                );
        if (Telemetry is { } collector && (!collector.IsAbsoluteUri || collector.Scheme is not ("http" or "https")))
            throw new SettingsException("»telemetry« skal være en hel adresse, for eksempel http://127.0.0.1:4318");
        var proxies = new List<IPAddress>();
        foreach (var text in Proxy)
            proxies.Add(
                IPAddress.TryParse(text, out var ip)
                    ? ip
                    : throw new SettingsException($"»proxy« skal være IP-adresser. »{text}« er ikke en IP-adresse.")
            );
        if (proxies.Count > 0 && !Encrypted)
            throw new SettingsException(
                "Bag en proxy skal »address« være den adresse, folk skriver, og den skal begynde med https://. Ellers "
                    + "går navne og CPR-numre "
                    + "ukrypteret over nettet."
            );
        SignIn?.Check(this);
        Mail?.Check(this);
        var hour = NightHour;
        if (
            NightlyReading is { } said
            && !TimeOnly.TryParseExact(said, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out hour)
        )
            throw new SettingsException($"»nightlyReading« skal være et klokkeslæt som 03:00. »{said}« er ikke et klokkeslæt.");
        return this with { Proxies = proxies, NightHour = hour };
    }
}
