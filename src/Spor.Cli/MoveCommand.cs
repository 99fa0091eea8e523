using System.CommandLine;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Cli;

/// <summary>Moves a municipality to a new place, of the same or the other kind of database.</summary>
static class MoveCommand
{
    public static Command Make()
    {
        var database = Options.Database();
        var data = Options.Data();
        var toData = new Option<string>("--to-data")
        {
            Description = "Den nye datamappe. Den må ikke findes, eller den skal være tom.",
            Required = true,
        };
        var toDatabase = new Option<string?>("--to-database")
        {
            Description = "En tom PostgreSQL-database: »Host=…;Database=…;Username=…;PasswordFile=fil«. Ellers spor.db i den nye mappe.",
        };
        var command = new Command(
            "move",
            "Flyt alt til et nyt, tomt sted, for eksempel fra SQLite til PostgreSQL. Helt eller slet ikke. Stop Spor først."
        )
        {
            data,
            database,
            toData,
            toDatabase,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var (spec, folder) = (parse.GetValue(database), parse.GetValue(data)!);
                var (toSpec, toFolder) = (parse.GetValue(toDatabase), parse.GetValue(toData)!);
                Options.WarnOfPassword(spec);
                Options.WarnOfPassword(toSpec);
                if (!string.IsNullOrWhiteSpace(toSpec) && !ServerSpec.IsServer(toSpec))
                    throw new StoppedException(
                        "Skriv en PostgreSQL-forbindelse efter --to-database: »Host=…;Database=…«. Skal det være SQLite, så udelad den: "
                            + "databasen bliver spor.db i den nye mappe."
                    );
                if (!Database.Exists(spec, folder))
                    throw Options.NoDatabase(spec, folder);
                var moved = Moving.To(spec, folder, toFolder, string.IsNullOrWhiteSpace(toSpec) ? null : toSpec);
                Console.WriteLine(
                    $"Flyttet til {Options.Say(toSpec, toFolder)}: {Danish.Number(moved.Entries)} indførsler, "
                        + $"{Danish.Number(moved.Rows)} rækker, {Danish.Number(moved.Texts)} tekster "
                        + $"(heraf {Danish.Number(moved.Erased)} slettet), {Danish.Number(moved.Reports)} filer i rapporter, "
                        + $"{Danish.Number(moved.Drafts)} kladder og {Danish.Number(moved.Looks)} opslag."
                );
                Console.WriteLine("Hver række er holdt op mod den gamle, og journalen er afspillet det nye sted uden forskelle.");
                if (ServerSpec.IsServer(toSpec))
                    Console.WriteLine(
                        "Bruger Spor en rolle, der ikke ejer tabellerne, så skal ejeren køre roles.sql igen (src/Spor.Storage/schema/postgres)."
                    );
                Console.WriteLine("Alle skal logge ind igen. Start ikke Spor på det gamle sted mere; gem det, til du er sikker.");
                Console.WriteLine(
                    $"Start med: ./spor serve --data {toFolder}"
                        + (ServerSpec.IsServer(toSpec) ? $" --database \"{ServerSpec.WithoutPassword(toSpec!)}\"" : "")
                );
                return 0;
            })
        );
        return command;
    }
}
