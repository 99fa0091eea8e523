using System.CommandLine;
using System.Globalization;
using Spor.Exchange.Import;

namespace Spor.Cli;

/// <summary>Options that several verbs share, and how a fault is said.</summary>
static class Options
{
    public static Option<string> Data() =>
        new("--data") { Description = "Datamappen med databasen og nøglerne.", DefaultValueFactory = _ => "data" };

    public static Option<string?> Database() =>
        new("--database")
        {
            Description =
                "En SQLite-fil eller en PostgreSQL-forbindelse: »Host=…;Database=…;Username=…;PasswordFile=fil«. Adgangskoden kan "
                + "også stå i PGPASSWORD. Ellers spor.db i datamappen.",
        };

    /// <summary>Opens a database that is there; a verb that reads or mends makes no new one by a slip.</summary>
    public static Storage.Database Open(string? database, string data) =>
        Storage.Database.Exists(database, data) ? Storage.Database.Open(database, data) : throw Missing(database, data);

    /// <summary>Opens for looking alone: nothing is upgraded or written.</summary>
    public static Storage.Database OpenAsIs(string? database, string data) =>
        Storage.Database.Exists(database, data) ? Storage.Database.OpenAsIs(database, data) : throw Missing(database, data);

    static Exception Missing(string? database, string data) =>
        File.Exists(Path.Combine(data, "keys.json"))
            ? new Storage.DatabaseMissingException(Say(database, Storage.Database.DefaultFile(data)))
            : NoDatabase(database, data);

    public static StoppedException NoDatabase(string? database, string data) => new($"Der er ingen database i {Say(database, data)}.");

    /// <summary>Where the database is, for people: never with a password.</summary>
    public static string Say(string? database, string data) =>
        string.IsNullOrWhiteSpace(database) ? data
        : Storage.ServerSpec.IsServer(database) ? Storage.ServerSpec.Say(database)
        : database;

    /// <summary>A password on the command line stands in the list of processes.</summary>
    public static void WarnOfPassword(string? database)
    {
        if (Storage.ServerSpec.HasPassword(database))
            Console.Error.WriteLine(
                "Adgangskoden står i kommandoen, hvor alle på maskinen kan læse den. Skriv den i en fil, og brug PasswordFile=fil, eller "
                    + "sæt PGPASSWORD."
            );
    }

    public static Option<DateOnly?> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                if (
                    DateOnly.TryParseExact(
                        result.Tokens[0].Value,
                        ["yyyy-MM-dd", "dd-MM-yyyy"],
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                    return day;
                result.AddError($"»{result.Tokens[0].Value}« er ikke en dato. Skriv den som 2026-01-31.");
                return null;
            },
        };

    /// <summary>The mapping in a file, or the one that lies in the extract.</summary>
    public static Mapping Mapping(string? file, ExtractSource source) =>
        file is null ? Exchange.Import.Mapping.Read(source)
        : File.Exists(file) ? Exchange.Import.Mapping.Parse(File.ReadAllText(file))
        : throw new StoppedException($"Kortlægningen »{file}« findes ikke.");

    /// <summary>Runs a verb. What goes wrong is one clear Danish line on standard error and exit code 1, never a stack trace.</summary>
    public static int Run(Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (StoppedException e)
        {
            Console.Error.WriteLine(e.Message);
            return e.ExitCode;
        }
        catch (Exception e) when (Web.Frame.FaultText.Of(e) is { } danish)
        {
            Console.Error.WriteLine(danish);
            return 1;
        }
    }
}

/// <summary>A verb stops with a message in Danish.</summary>
sealed class StoppedException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
