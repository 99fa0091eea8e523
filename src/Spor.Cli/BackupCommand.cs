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
        var open = new Option<bool>("--open") { Description = "Forsegl ikke kopien. Den, der har filen, kan læse alt." };
        var (phrase, key) = (Secret.Phrase(), Secret.Key());
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("backup", "Tag en forseglet kopi af databasen.") { file, noKeys, open, phrase, key, database, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                if (!Database.Exists(parse.GetValue(database), parse.GetValue(data)!))
                    throw new StoppedException($"Der er ingen database i {parse.GetValue(database) ?? parse.GetValue(data)}.");
                var secret = Secret.Read(parse.GetValue(phrase), parse.GetValue(key));
                if (secret is null && !parse.GetValue(open))
                    throw new StoppedException(
                        $"Kopien skal forsegles: --passphrase-file FIL med en sætning på mindst {BackupSecret.ShortestPassphrase} tegn, "
                            + $"{Secret.Variable} i omgivelserne, eller --key-file FIL. Vil du have en åben kopi, så skriv --open."
                    );
                using var db = Database.Open(parse.GetValue(database), parse.GetValue(data)!);
                Backup.To(db, parse.GetValue(file)!, includeKeys: !parse.GetValue(noKeys), secret);
                Console.WriteLine("Kopien ligger i " + parse.GetValue(file));
                Console.WriteLine(
                    parse.GetValue(noKeys) ? "Nøglerne er ikke med. Gem keys.json fra datamappen et andet sikkert sted."
                    : secret is not null
                        ? "Kopien er forseglet, og nøglerne er med i den. Uden adgangssætningen eller nøglefilen kan ingen åbne den."
                    : "Kopien er åben, og nøglerne er med: den, der har filen, kan læse alt. Gem den, som du gemmer sagerne."
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
        var (phrase, key) = (Secret.Phrase(), Secret.Key());
        var command = new Command("restore", "Læg en kopi ind i en ny datamappe.") { file, phrase, key, database, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                Backup.Restore(
                    parse.GetValue(file)!,
                    parse.GetValue(data)!,
                    parse.GetValue(database),
                    Secret.Read(parse.GetValue(phrase), parse.GetValue(key))
                );
                Console.WriteLine($"Databasen ligger i {parse.GetValue(data)}. Start med: ./spor serve --data {parse.GetValue(data)}");
                return 0;
            })
        );
        return command;
    }
}

/// <summary>What a copy is sealed with. Never on the command line itself, where everybody on the machine can read it.</summary>
static class Secret
{
    public const string Variable = "SPOR_BACKUP_PASSPHRASE";

    public static Option<string?> Phrase() =>
        new("--passphrase-file") { Description = $"En fil med adgangssætningen på første linje. Ellers {Variable} i omgivelserne." };

    public static Option<string?> Key() => new("--key-file") { Description = "En nøglefil på mindst 32 tilfældige byte." };

    public static BackupSecret? Read(string? phraseFile, string? keyFile)
    {
        try
        {
            if (keyFile is not null)
                return BackupSecret.KeyFile(File.ReadAllBytes(keyFile));
            var phrase = phraseFile is not null
                ? File.ReadLines(phraseFile).FirstOrDefault() ?? ""
                : Environment.GetEnvironmentVariable(Variable);
            return string.IsNullOrEmpty(phrase) && phraseFile is null ? null : BackupSecret.Passphrase(phrase ?? "");
        }
        catch (ArgumentException)
        {
            throw new StoppedException(
                $"En adgangssætning skal have mindst {BackupSecret.ShortestPassphrase} tegn, og en nøglefil mindst 32 byte."
            );
        }
    }
}
