using System.CommandLine;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Cli;

/// <summary>Writes how far the journal and the log have come, signed, to be kept elsewhere.</summary>
static class CheckpointCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("fil") { Description = "Filen, der skrives. Gem den et andet sted end databasen." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("checkpoint", "Skriv et underskrevet punkt, som journalen og loggen senere kan holdes op imod.")
        {
            file,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                using var db = Options.Open(parse.GetValue(database), parse.GetValue(data)!);
                var taken = Checkpoint.Take(db);
                taken.WriteTo(parse.GetValue(file)!);
                Console.WriteLine(
                    $"Punktet ved indførsel {Danish.Number(taken.No)} og opslag {Danish.Number(taken.LooksNo)} ligger i "
                        + $"{parse.GetValue(file)}. Hold databasen op imod det med: ./spor replay --check --against {parse.GetValue(file)}"
                );
                return 0;
            })
        );
        return command;
    }
}
