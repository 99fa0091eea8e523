using System.Net;
using System.Net.Mail;
using System.Text.Json.Serialization;

namespace Spor.Web.Access;

/// <summary>The municipality's own mail server, as <c>settings.json</c> says it. Without it Spor sends no e-mail.</summary>
public sealed record MailSettings
{
    public string Host { get; init; } = "";

    /// <summary>587 where it is not said; 465 for <c>tls</c>, 25 for <c>none</c>.</summary>
    public int? Port { get; init; }

    /// <summary><c>starttls</c>, <c>tls</c>, or <c>none</c> for a server that takes mail from the house without a word.</summary>
    public string Security { get; init; } = "starttls";

    /// <summary>The address it comes from.</summary>
    public string From { get; init; } = "";

    /// <summary>Whoever signs in to the server; left out where nobody does.</summary>
    public string? User { get; init; }

    /// <summary>The file with the password on its first line. Or it is given as <c>SPOR_MAIL_PASSWORD</c>; it never stands in
    /// <c>settings.json</c>.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>At least so long between two e-mails to one person (minutes): what comes up meanwhile is told of together.</summary>
    public int EveryMinutes { get; init; } = 15;

    [JsonIgnore]
    public int PortToUse =>
        Port
        ?? Security switch
        {
            "tls" => 465,
            "none" => 25,
            _ => 587,
        };

    /// <param name="folder">The data folder, which a relative name is meant from.</param>
    /// <returns>Null where nobody signs in.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string? Password(string folder) =>
        User is null ? null
        : PasswordFile is { } file ? File.ReadLines(Path.Combine(folder, file)).FirstOrDefault()?.Trim()
        : Environment.GetEnvironmentVariable("SPOR_MAIL_PASSWORD");

    /// <exception cref="SettingsException">It says what cannot be meant.</exception>
    public void Check(Settings around)
    {
        if (Host.Length == 0 || Host.Any(char.IsWhiteSpace))
            throw new SettingsException("»mail.host« skal være navnet på kommunens mailserver, for eksempel smtp.kommune.dk.");
        if (!MailAddress.TryCreate(From, out var from) || from.Address != From)
            throw new SettingsException("»mail.from« skal være den e-mailadresse, Spor skriver fra, for eksempel spor@kommune.dk.");
        if (Security is not ("starttls" or "tls" or "none"))
            throw new SettingsException("»mail.security« skal være starttls, tls eller none.");
        if (Port is < 1 or > 65535)
            throw new SettingsException("»mail.port« skal være et tal fra 1 til 65535.");
        if (User is not null && Security == "none" && !IsHere(Host))
            throw new SettingsException(
                "Med »mail.user« skal »mail.security« være starttls eller tls. " + "Ellers går adgangskoden ukrypteret over nettet."
            );
        if (PasswordFile is not null && User is null)
            throw new SettingsException("»mail.passwordFile« er sat, men »mail.user« mangler.");
        if (EveryMinutes is < 5 or > 1440)
            throw new SettingsException("»mail.everyMinutes« skal være fra 5 til 1440.");
        if (around.Address is null)
            throw new SettingsException("Med »mail« skal »address« være den adresse, folk skriver. Den står som link i e-mailen.");
    }

    static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
}
