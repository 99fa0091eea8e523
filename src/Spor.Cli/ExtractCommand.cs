using System.CommandLine;
using Spor.Cli.Extract;

namespace Spor.Cli;

/// <summary>Makes invented extracts of any size.</summary>
static class ExtractCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("mappe") { Description = "Mappen, der skrives til." };
        var municipalities = new Option<int>("--municipalities") { Description = "Antal kommuner.", DefaultValueFactory = _ => 1 };
        var children = new Option<int>("--children") { Description = "Antal børn i hver kommune.", DefaultValueFactory = _ => 1500 };
        var seed = new Option<int>("--seed") { Description = "Samme frø giver samme filer.", DefaultValueFactory = _ => 1 };
        var from = new Option<string?>("--change-of") { Description = "I stedet: skriv et nyere udtræk af denne mappe." };
        var share = new Option<double>("--share") { Description = "Andelen af rækker, der ændres.", DefaultValueFactory = _ => 0.01 };
        var command = new Command("extract", "Lav et opdigtet udtræk til prøver og målinger.")
        {
            folder,
            municipalities,
            children,
            seed,
            from,
            share,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var to = parse.GetValue(folder)!;
                if (parse.GetValue(from) is { } old)
                    Generate.Change(old, to, parse.GetValue(share), parse.GetValue(seed));
                else
                    Generate.Write(to, parse.GetValue(municipalities), parse.GetValue(children), parse.GetValue(seed));
                Console.WriteLine("Skrevet til " + to);
                return 0;
            })
        );
        return command;
    }
}
