using System.CommandLine;
using System.Globalization;

namespace Spor.Cli;

/// <summary>Options that several verbs share, and how a fault is said.</summary>
static class Options
{
    public static Option<string> Data() =>
        new("--data") { Description = "Datamappen med databasen og nøglerne.", DefaultValueFactory = _ => "data" };

    public static Option<string?> Database() =>
        new("--database") { Description = "En SQLite-fil eller en PostgreSQL-forbindelse (Host=…). Ellers spor.db i datamappen." };

    /// <summary>Opens a database that is there; a verb that reads or mends makes no new one by a slip.</summary>
    public static Storage.Database Open(string? database, string data) =>
        Storage.Database.Exists(database, data)
            ? Storage.Database.Open(database, data)
            : throw new StoppedException($"Der er ingen database i {database ?? data}.");

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
