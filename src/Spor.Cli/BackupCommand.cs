using System.CommandLine;
using Spor.Storage;

namespace Spor.Cli;

/// <summary>Copies a database to one file while it is in use.</summary>
static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("fil") { Description = "Filen, der skrives." };
        var noKeys = new Option<bool>("--without-keys")
        {
            Description = "Tag ikke nøglerne med. Uden dem kan navne og tekster ikke læses.",
        };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("backup", "Tag en kopi af databasen.") { file, noKeys, database, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                if (!Database.Exists(parse.GetValue(database), parse.GetValue(data)!))
                    throw new StoppedException($"Der er ingen database i {parse.GetValue(database) ?? parse.GetValue(data)}.");
                using var db = Database.Open(parse.GetValue(database), parse.GetValue(data)!);
                Backup.To(db, parse.GetValue(file)!, includeKeys: !parse.GetValue(noKeys));
                Console.WriteLine("Kopien ligger i " + parse.GetValue(file));
                Console.WriteLine(
                    parse.GetValue(noKeys)
                        ? "Nøglerne er ikke med. Gem keys.json fra datamappen et andet sikkert sted."
                        : "Nøglerne er med: den, der har filen, kan læse alt. Gem den, som du gemmer sagerne."
                );
                return 0;
            })
        );
        return command;
    }
}

/// <summary>Puts a copy into a new data folder.</summary>
static class RestoreCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("fil") { Description = "Kopien fra ./spor backup." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("restore", "Læg en kopi ind i en ny datamappe.") { file, database, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                Backup.Restore(parse.GetValue(file)!, parse.GetValue(data)!, parse.GetValue(database));
                Console.WriteLine($"Databasen ligger i {parse.GetValue(data)}. Start med: ./spor serve --data {parse.GetValue(data)}");
                return 0;
            })
        );
        return command;
    }
}
