using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Spor.Interventions;
using Spor.Storage;
using Spor.Web;

namespace Spor.Cli;

/// <summary>Serves a data folder to one local analyst; an empty one starts at the import page.</summary>
static class ServeCommand
{
    public static Option<int> Port() => new("--port") { Description = "Porten på denne maskine.", DefaultValueFactory = _ => 5080 };

    public static Command Make()
    {
        var port = Port();
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("serve", "Start Spor på denne maskine med din egen datamappe.") { port, database, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                CheckPort(parse.GetValue(port));
                var folder = parse.GetValue(data)!;
                using var db = Database.Open(parse.GetValue(database), folder);
                Console.WriteLine($"Spor kører på http://localhost:{parse.GetValue(port)} med datamappen {Path.GetFullPath(folder)}");
                Console.WriteLine("Kun denne maskine kan se det. Stop med Ctrl+C.");
                SporHost.Build(new SporOptions(db, parse.GetValue(port), DemoMode: false)).Run();
                return 0;
            })
        );
        return command;
    }

    public static void CheckPort(int port)
    {
        if (port is < 1 or > 65535)
            throw new StoppedException("En port er et tal fra 1 til 65535.");
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new StoppedException($"Port {port} er optaget. Vælg en anden: --port {(port < 65000 ? port + 1 : 5081)}");
        }
    }
}
