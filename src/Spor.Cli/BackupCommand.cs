using System.CommandLine;
using Spor.Kernel;
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
                    throw Options.NoDatabase(parse.GetValue(database), parse.GetValue(data)!);
                var secret = Secret.Read(parse.GetValue(phrase), parse.GetValue(key));
                if (secret is null && !parse.GetValue(open))
                    throw new StoppedException(
                        $"Kopien skal forsegles: --passphrase-file FIL med en sætning på mindst {BackupSecret.ShortestPassphrase} tegn, "
                            + $"{Secret.Variable} i omgivelserne, eller --key-file FIL. Vil du have en åben kopi, så skriv --open."
                    );
                using var db = Database.Open(parse.GetValue(database), parse.GetValue(data)!);
                var made = Backup.To(db, parse.GetValue(file)!, includeKeys: !parse.GetValue(noKeys), secret);
                Noted.Write(db, Noted.Backup, made.HeadNo, well: true);
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
        var to = new Option<DateTime?>("--to")
        {
            Description = "Journalen, som den så ud på et tidspunkt (2026-01-31T14:30, dansk tid). Loggen over opslag er med helt.",
        };
        var command = new Command("restore", "Læg en kopi ind i en ny datamappe. Den prøves først og lægges helt ind eller slet ikke.")
        {
            file,
            to,
            phrase,
            key,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var (spec, folder) = (parse.GetValue(database), parse.GetValue(data)!);
                Options.WarnOfPassword(spec);
                var restored = Restoring.From(
                    parse.GetValue(file)!,
                    folder,
                    spec,
                    Secret.Read(parse.GetValue(phrase), parse.GetValue(key)),
                    parse.GetValue(to) is { } time ? DanishCalendar.ToUtc(time) : null
                );
                Console.WriteLine(
                    $"Kopien er lagt ind i {Options.Say(spec, folder)}. Journalen ender ved indførsel {Danish.Number(restored.HeadNo)}."
                );
                Console.WriteLine(
                    restored.Checked
                        ? "Hver del er, som da kopien blev taget, og journalen er afspillet uden forskelle."
                        : "Nøglerne er ikke med i kopien, så teksterne er ikke prøvet. Læg keys.json i datamappen, og kør: "
                            + "./spor replay --check"
                );
                if (ServerSpec.IsServer(spec))
                {
                    Console.WriteLine(
                        "Bruger Spor en rolle, der ikke ejer tabellerne, så skal ejeren køre roles.sql igen (src/Spor.Storage/schema/postgres): "
                            + "rettigheder følger ikke med i en kopi."
                    );
                    Console.WriteLine($"Start med: ./spor serve --data {folder} --database \"{ServerSpec.WithoutPassword(spec!)}\"");
                }
                else
                    Console.WriteLine(
                        $"Start med: ./spor serve --data {folder}" + (string.IsNullOrWhiteSpace(spec) ? "" : $" --database \"{spec}\"")
                    );
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
