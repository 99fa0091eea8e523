using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Spor.Web.Tests;

/// <summary>A mail server on this machine that takes what it is given, or what a test has told it not to.</summary>
sealed class SmtpListener : IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly List<string> taken = [];
    readonly Lock gate = new();
    readonly int port;
    TcpListener? listener;
    Task listening = Task.CompletedTask;

    public SmtpListener()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public int Port => port;

    /// <summary>What it answers when it is told whom a mail is for.</summary>
    public string ToRecipient { get; set; } = "250 ok";

    /// <summary>Every mail that it took, as it came: head and body.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (gate)
                return [.. taken];
        }
    }

    public void Up()
    {
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        listening = Listen(listener);
    }

    public void Down()
    {
        listener?.Stop();
        listener = null;
    }

    async Task Listen(TcpListener of)
    {
        try
        {
            while (true)
            {
                using var client = await of.AcceptTcpClientAsync(stop.Token);
                await Talk(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException) { }
    }

    async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Task Say(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token).AsTask();
        await Say("220 test");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO":
                    await Say("250-test");
                    await Say("250 8BITMIME");
                    break;
                case "RCPT":
                    await Say(ToRecipient);
                    break;
                case "DATA":
                    await Say("354 go on");
                    var mail = new StringBuilder();
                    while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".")
                        mail.AppendLine(part);
                    lock (gate)
                        taken.Add(mail.ToString());
                    await Say("250 taken");
                    break;
                case "QUIT":
                    await Say("221 bye");
                    return;
                default:
                    await Say("250 ok");
                    break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Down();
        await listening;
        stop.Dispose();
    }
}
