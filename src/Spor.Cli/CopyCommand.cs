using System.CommandLine;
using Spor.Storage;

namespace Spor.Cli;

/// <summary>Opens a sealed copy from before an upgrade, for the day that there is no backup.</summary>
static class CopyCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("kopi") { Description = "Kopien, spor.db.before-NNNN.sealed." };
        var to = new Option<string>("--to") { Description = "Filen, den åbnes til. Den må ikke findes.", Required = true };
        var data = Options.Data();
        var command = new Command("open-copy", "Åbn en forseglet kopi fra før en opgradering.") { file, to, data };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var folder = parse.GetValue(data)!;
                if (!KeyRing.Exists(folder))
                    throw new StoppedException(
                        $"Der er ingen nøgler i {folder}. Kopien åbnes med nøglerne fra den datamappe, den ligger i."
                    );
                if (!File.Exists(parse.GetValue(file)))
                    throw new StoppedException($"Filen {parse.GetValue(file)} findes ikke.");
                if (File.Exists(parse.GetValue(to)))
                    throw new StoppedException($"Filen {parse.GetValue(to)} findes i forvejen.");
                using var keys = KeyRing.Open(folder);
                Copies.Open(parse.GetValue(file)!, keys, parse.GetValue(to)!);
                Console.WriteLine(
                    $"Kopien er åbnet til {parse.GetValue(to)}. Kildens nøgler kan læses i den: slet den igen, når du er færdig."
                );
                return 0;
            })
        );
        return command;
    }
}
