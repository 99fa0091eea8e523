using System.CommandLine;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Journal;

namespace Spor.Cli;

/// <summary>Replays the journal into an empty database and compares every fact table.</summary>
static class ReplayCommand
{
    public static Command Make()
    {
        var check = new Option<bool>("--check") { Description = "Sammenlign journalen med tabellerne. Intet i databasen ændres." };
        var against = new Option<string?>("--against") { Description = "Et punkt fra ./spor checkpoint, som databasen holdes op imod." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("replay", "Gennemgå registreringerne, og se, om tabellerne stemmer.") { check, against, database, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                using var db = Options.OpenAsIs(parse.GetValue(database), parse.GetValue(data)!);
                var found = Replay.Check(db);
                if (parse.GetValue(against) is { } file)
                    found = found with { Differences = [.. found.Differences, .. Checkpoint.Read(db, file).Missing(db)] };
                Noted.Write(db, Noted.Replay, found.Entries, found.Agrees);
                foreach (var difference in found.Differences)
                    Console.WriteLine($"{difference.Where}: {difference.What}");
                Console.WriteLine(
                    found.Agrees
                        ? $"Journalen, tabellerne, teksterne, rapporterne og loggen stemmer: {Danish.Number(found.Entries)} indførsler, "
                            + $"{Danish.Number(found.Rows)} rækker, ingen forskelle."
                        : $"{Danish.Number(found.Differences.Count)} forskelle."
                );
                return found.Agrees ? 0 : 1;
            })
        );
        return command;
    }
}
