using System.CommandLine;
using Spor.Exchange.Import;

namespace Spor.Cli;

/// <summary>Checks an extract by itself, or against what a database knows already.</summary>
static class CheckCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("udtræk") { Description = "En mappe, en zip eller en .xlsx i importformatet." };
        var day = Options.Day("--day", "Dagen, udtrækket beskriver, hvis kommune.csv mangler, for eksempel 2026-10-31.");
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("check", "Se alle fejl i et udtræk, alene eller holdt op imod en database. Intet gemmes.")
        {
            folder,
            day,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                using var source = ExtractSource.At(parse.GetValue(folder)!);
                if (parse.GetValue(database) is { } against)
                {
                    using var db = Options.Open(against, parse.GetValue(data)!);
                    var prepared = ImportCommand.Prepare(db, source, Mapping.Read(source), parse.GetValue(day), false, false, quiet: true);
                    ProblemTable.Write(prepared.Extract, Console.Out);
                    if (prepared.Refusal is { } no)
                        throw new StoppedException(no.Danish);
                    return prepared.Extract.HasErrors ? 1 : 0;
                }
                var extract = Spor.Exchange.Import.Extract.Read(
                    source,
                    new NothingKnown(),
                    new SourceHash(new byte[32]),
                    parse.GetValue(day),
                    mapping: Mapping.Read(source)
                );
                ProblemTable.Write(extract, Console.Out);
                return extract.HasErrors ? 1 : 0;
            })
        );
        return command;
    }
}
