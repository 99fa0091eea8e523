using System.CommandLine;
using System.Security.Cryptography;
using Spor.Exchange.Research;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Cli;

/// <summary>Takes a de-identified extract, with who and why in the journal.</summary>
static class ResearchCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("fil") { Description = "Zip-filen, der skrives." };
        var recipient = new Option<string?>("--recipient") { Description = "Hvem får udtrækket." };
        var purpose = new Option<string?>("--purpose") { Description = "Hvad det skal bruges til." };
        var key = new Option<string?>("--key")
        {
            Description =
                "En fil med pseudonymernes nøgle. Findes den ikke, laves den. Udtræk med samme nøgle kan følge de samme børn; "
                + "uden den gemmes ingen nøgle.",
        };
        var all = new Option<bool>("--with-protected") { Description = "Tag børn med beskyttet navn med. Ellers er de ikke med." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("research", "Hent et afidentificeret udtræk til forskning, i importformatet.")
        {
            file,
            recipient,
            purpose,
            key,
            all,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var (spec, folder) = (parse.GetValue(database), parse.GetValue(data)!);
                if (!Database.Exists(spec, folder))
                    throw new StoppedException($"Der er ingen database i {spec ?? folder}. Læs et udtræk ind først: ./spor import MAPPE");
                var to = parse.GetValue(file)!;
                if (File.Exists(to))
                    throw new StoppedException($"»{to}« findes allerede. Vælg et andet navn.");
                var take = new TakeResearchExtract(parse.GetValue(recipient), parse.GetValue(purpose), parse.GetValue(all));
                using var db = Database.Open(spec, folder);
                var register = WithChildren(db);
                var (secret, entry) = Taken(new(db), take, parse.GetValue(key), "Brug --recipient og --purpose.");
                File.WriteAllBytes(to, ResearchExtract.Zip(register, secret, take.WithProtected));
                Console.WriteLine($"Skrevet til {to}. Journal nr. {entry} siger, hvem der hentede det og hvorfor.");
                return 0;
            })
        );
        return command;
    }

    /// <summary>What is known, of a database that has children.</summary>
    internal static Register WithChildren(Database database) =>
        RegisterLoader.Load(database) is { Children.Count: > 0 } register
            ? register
            : throw new StoppedException("Der er ingen børn i databasen. Læs et udtræk ind først: ./spor import MAPPE");

    /// <summary>Writes in the journal that de-identified children are taken out, by whom and for what. The key of the pseudonyms, and the
    /// entry's number.</summary>
    /// <param name="keyPath">Null = a key that nobody keeps.</param>
    /// <param name="hint">What to say on the command line where something is missing.</param>
    internal static (byte[] Key, long EntryNo) Taken(Municipality municipality, TakeResearchExtract take, string? keyPath, string hint)
    {
        var key = keyPath is not null ? KeyAt(keyPath) : RandomNumberGenerator.GetBytes(ResearchExtract.KeyLength);
        var acted = new Acts(municipality).Do(take, Author.Program(Environment.UserName), new(TimeProvider.System));
        if (!acted.Saved)
            throw new StoppedException(
                string.Join('\n', acted.Refusals.Select(Web.Frame.Forms.RefusalText.Danish)) + "\nIntet er skrevet. " + hint
            );
        return (key, acted.EntryNo!.Value);
    }

    static byte[] KeyAt(string path)
    {
        if (File.Exists(path))
        {
            var kept = File.ReadAllText(path).Trim();
            if (kept.Length != 2 * ResearchExtract.KeyLength || !kept.All(char.IsAsciiHexDigit))
                throw new StoppedException($"»{path}« er ikke en nøgle fra ./spor research.");
            return Convert.FromHexString(kept);
        }
        var key = RandomNumberGenerator.GetBytes(ResearchExtract.KeyLength);
        var only = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, only);
        file.Write(Convert.ToHexStringLower(key));
        return key;
    }
}
