using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Spor.Web.Access;

namespace Spor.Web.Day.Notice;

/// <summary>Why an e-mail did not go, as it is kept and shown.</summary>
public enum MailFault
{
    /// <summary>The server does not answer.</summary>
    Silent,

    /// <summary>It does not let Spor in.</summary>
    SignIn,

    /// <summary>The connection could not be encrypted.</summary>
    Encryption,

    /// <summary>It does not take mail for the address.</summary>
    Address,

    /// <summary>It answered something else.</summary>
    Refused,
}

/// <summary>Hands an e-mail to the municipality's server. Knows nothing of whom or what it is about.</summary>
sealed class SmtpPost(MailSettings settings, string dataFolder)
{
    /// <summary>A server that takes longer has not taken it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="id">The same for one e-mail however often it is tried, so that a server or a reader knows it again.</param>
    /// <returns>Null when the server has taken it.</returns>
    public async Task<MailFault?> Send(string to, string id, string subject, string body, DateTimeOffset at, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, LocalDomain = settings.From.Split('@')[1] };
        try
        {
            using var mail = Written(to, id, subject, body, at);
            await client.ConnectAsync(settings.Host, settings.PortToUse, Encrypted(settings.Security), patience.Token);
            if (settings.User is { } user)
                await client.AuthenticateAsync(user, settings.Password(dataFolder) ?? "", patience.Token);
            await client.SendAsync(mail, patience.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
            when (e
                    is IOException
                        or SocketException
                        or UnauthorizedAccessException
                        or OperationCanceledException
                        or TimeoutException
                        or SslHandshakeException
                        or AuthenticationException
                        or CommandException
                        or ProtocolException
                        or ServiceNotConnectedException
                        or ServiceNotAuthenticatedException
                        or NotSupportedException
                        or FormatException
            )
        {
            return Fault(e);
        }
        try
        {
            await client.DisconnectAsync(true, patience.Token);
        }
        catch (Exception e)
            when (e is IOException or SocketException or OperationCanceledException or CommandException or ProtocolException)
        {
            // It was taken all the same.
        }
        return null;
    }

    MimeMessage Written(string to, string id, string subject, string body, DateTimeOffset at)
    {
        var mail = new MimeMessage
        {
            Subject = subject,
            MessageId = id + "@" + settings.From.Split('@')[1],
            Date = at,
            Body = new TextPart("plain") { Text = body },
        };
        mail.From.Add(new MailboxAddress("Spor", settings.From));
        mail.To.Add(MailboxAddress.Parse(to));
        // Nobody's absence answers it.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    static SecureSocketOptions Encrypted(string security) =>
        security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    static MailFault Fault(Exception e) =>
        e switch
        {
            SslHandshakeException or NotSupportedException => MailFault.Encryption,
            AuthenticationException or UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException =>
                MailFault.SignIn,
            ServiceNotAuthenticatedException => MailFault.SignIn,
            SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } or FormatException => MailFault.Address,
            CommandException or ProtocolException => MailFault.Refused,
            _ => MailFault.Silent,
        };
}
