using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spor.Interventions;
using Spor.Storage;
using Spor.Web;
using Spor.Web.Access;
using Spor.Web.Exchange.Deliveries;
using Spor.Web.Many;
using Spor.Web.Running;

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
        var inbox = new Option<string?>("--inbox")
        {
            Description = "Hold øje med denne mappe: det, der lægges i den, læses og venter på, at nogen tager det ind.",
        };
        var many = MunicipalityCommand.Root(required: false);
        var command = new Command("serve", "Start Spor på denne maskine med din egen datamappe.") { port, database, data, inbox, many };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                CheckPort(parse.GetValue(port));
                using var memory = new MemoryWatch();
                if (parse.GetValue(many) is { } municipalities)
                    return Many(municipalities, parse.GetValue(port));
                var folder = parse.GetValue(data)!;
                Options.WarnOfPassword(parse.GetValue(database));
                using var db = Database.Open(parse.GetValue(database), folder);
                var settings = Settings.Read(Path.Combine(folder, Settings.FileName));
                if (settings.Proxies.Count > 0 && settings.SignIn is null)
                    throw new StoppedException(
                        "Spor står bag en proxy, men kan kun lukke én person ind med startadressen. Sæt »signIn« op først, "
                            + "eller fjern »proxy«."
                    );
                if (parse.GetValue(inbox) is { } watched && InboxFolder.Fault(watched, folder) is { } wrong)
                    throw new StoppedException(wrong);
                using var app = SporHost.Build(
                    new SporOptions(db, parse.GetValue(port), DemoMode: false) { Settings = settings, Inbox = parse.GetValue(inbox) }
                );
                app.StartAsync().GetAwaiter().GetResult();
                var here = $"http://localhost:{parse.GetValue(port)}";
                Console.WriteLine($"Spor kører på {here} med datamappen {Path.GetFullPath(folder)}");
                Console.WriteLine();
                if (app.Services.GetService<StartAddress>() is { } start)
                {
                    Console.WriteLine($"Åbn denne adresse: {here}{start.Unused}");
                    Console.WriteLine();
                    Console.WriteLine("Den virker én gang og giver adgang til alt. Giv den ikke til andre. Stop med Ctrl+C.");
                }
                else
                    Console.WriteLine($"Folk logger ind på {settings.Address}. Stop med Ctrl+C.");
                app.WaitForShutdown();
                return 0;
            })
        );
        return command;
    }

    static int Many(string root, int port)
    {
        using var app = ManyHost.Build(root, port);
        app.StartAsync().GetAwaiter().GetResult();
        Console.WriteLine($"Spor kører på http://localhost:{port} for {MunicipalityList.Read(root).Municipalities.Count} kommuner.");
        Console.WriteLine("En kommune åbnes, når nogen skriver dens navn. Se, hvordan de står, på /sundhed/kommuner. Stop med Ctrl+C.");
        app.WaitForShutdown();
        return 0;
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
