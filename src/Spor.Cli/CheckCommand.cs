using System.CommandLine;
using Spor.Exchange.Import;

namespace Spor.Cli;

/// <summary>Checks an extract without a database.</summary>
static class CheckCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("udtræk") { Description = "En mappe, en zip eller en .xlsx i importformatet." };
        var command = new Command("check", "Se alle fejl i et udtræk. Intet gemmes.") { folder };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                using var source = ExtractSource.At(parse.GetValue(folder)!);
                var extract = Spor.Exchange.Import.Extract.Read(
                    source,
                    new NothingKnown(),
                    new SourceHash(new byte[32]),
                    mapping: Mapping.Read(source)
                );
                ProblemTable.Write(extract, Console.Out);
                return extract.HasErrors ? 1 : 0;
            })
        );
        return command;
    }
}
