using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Web;
using Spor.Web.Access;
using Spor.Web.Running;
using Spor.Workforce;

namespace Spor.Cli;

/// <summary>Shows a working municipality: imports an example the first time, then serves it with the clock at the extract's day.</summary>
static class DemoCommand
{
    public static Command Make()
    {
        var example = new Option<string>("--example") { Description = "aakaer eller lergaard.", DefaultValueFactory = _ => "aakaer" };
        var fresh = new Option<bool>("--fresh") { Description = "Begynd forfra: slet demoens datamappe." };
        var port = ServeCommand.Port();
        var data = new Option<string?>("--data")
        {
            Description = "Demoens datamappe. Ellers data/demo-EKSEMPEL i Spors mappe, eller i din egen, når du ikke må skrive der.",
        };
        var command = new Command("demo", "Se Spor med en opdigtet kommune.") { example, fresh, port, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var name = parse.GetValue(example)!;
                var root = FindRoot();
                var extract = Path.Combine(root, "examples", name);
                if (
                    name.Contains('/', StringComparison.Ordinal)
                    || name.Contains("..", StringComparison.Ordinal)
                    || !File.Exists(Path.Combine(extract, "boern.csv"))
                )
                    throw new StoppedException($"Der er intet eksempel, der hedder »{name}«. Vælg aakaer eller lergaard.");
                ServeCommand.CheckPort(parse.GetValue(port));
                var folder = parse.GetValue(data) ?? DataFolder(root, "demo-" + name);
                if (parse.GetValue(fresh))
                    Clear(folder);
                using var db = Database.Open(null, folder);
                if (Importing.Last(db) is null)
                    Fill(db, extract, name);
                // Also for a data folder that an older Spor made.
                DemoCoordinators.Seed(db);
                DemoNetworks.Seed(db);
                DemoConferences.Seed(db);
                DemoRoles.Seed(db);
                DemoRecovery.Seed(db);
                DemoReadings.Seed(db);
                using var memory = new MemoryWatch();
                using var app = SporHost.Build(new SporOptions(db, parse.GetValue(port), DemoMode: true));
                app.StartAsync().GetAwaiter().GetResult();
                // Not kept while it runs: the register of a large municipality is half of what Spor holds.
                Tell(app.Services.GetRequiredService<Municipality>().Current.Register, parse.GetValue(port));
                app.WaitForShutdown();
                return 0;
            })
        );
        return command;
    }

    // Only what a demo made: a folder with something else in it is left alone.
    static void Clear(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        string[] ours =
        [
            "spor.db",
            "spor.db-wal",
            "spor.db-shm",
            "access.db",
            "access.db-wal",
            "access.db-shm",
            "keys.json",
            "acknowledged",
            "checkpoint.json",
        ];
        foreach (var file in ours)
            File.Delete(Path.Combine(folder, file));
        if (Directory.Exists(Path.Combine(folder, "uploads")))
            Directory.Delete(Path.Combine(folder, "uploads"), recursive: true);
    }

    static void Fill(Database db, string extract, string name)
    {
        Console.WriteLine($"Læser eksemplet {name} ind …");
        using var source = new FolderSource(extract);
        var prepared = ImportCommand.Prepare(db, source, null, null, setAside: false, withdrawVanished: false, quiet: true);
        if (prepared.Plan is null)
        {
            ProblemTable.Write(prepared.Extract, Console.Error);
            throw new StoppedException(prepared.Refusal?.Danish ?? "Eksemplet har fejl.");
        }
        ImportCommand.Commit(db, prepared, quiet: true);
    }

    static void Tell(Register register, int port)
    {
        var day = register.Municipality!.ExtractDay;
        Console.WriteLine();
        Console.WriteLine($"{register.Municipality.Name} (opdigtet). Demoens ur står på {Danish.Long(day)}.");
        Console.WriteLine($"Åbn http://localhost:{port}, og vælg, hvem du vil være:");
        Console.WriteLine();
        foreach (var person in DemoPeople.Of(register, day))
            Console.WriteLine($"  {person.Name, -28}{person.RoleText, -28}{person.Team}");
        Console.WriteLine();
        Console.WriteLine("Kun denne maskine kan se det. Stop med Ctrl+C. Begynd forfra med --fresh.");
    }

    /// <summary>
    /// Beside the program; for somebody who may not write there, or whose colleague's demo already lies there, among their own files. The
    /// keys of a data folder are for the one who made it.
    /// </summary>
    static string DataFolder(string root, string name)
    {
        var shared = Path.Combine(root, "data", name);
        if (MayWrite(shared))
            return shared;
        var own = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return own.Length > 0 && MayWrite(Path.Combine(own, "spor"))
            ? Path.Combine(own, "spor", name)
            : Path.Combine(Path.GetTempPath(), $"spor-{Environment.UserName}", name);
    }

    static bool MayWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, "." + Guid.NewGuid().ToString("N"));
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            var keys = Path.Combine(folder, "keys.json");
            if (File.Exists(keys))
                File.OpenRead(keys).Dispose();
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    static string FindRoot()
    {
        string?[] starts = [AppContext.BaseDirectory, Environment.GetEnvironmentVariable("SPOR_ROOT")];
        foreach (var start in starts)
            for (var at = start; !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at))
                if (Directory.Exists(Path.Combine(at, "examples", "aakaer")))
                    return at;
        throw new StoppedException("Mappen examples blev ikke fundet ved siden af programmet.");
    }
}
