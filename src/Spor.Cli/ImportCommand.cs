using System.CommandLine;
using Spectre.Console;
using Spor.Exchange.Import;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Cli;

/// <summary>Imports an extract into a database, or says what would happen.</summary>
static class ImportCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("udtræk") { Description = "En mappe, en zip eller en .xlsx i importformatet." };
        var dry = new Option<bool>("--dry-run") { Description = "Vis, hvad der ville ske. Intet gemmes." };
        var aside = new Option<bool>("--set-aside")
        {
            Description = "Læg rækker med fejl til side sammen med de oplysninger, der hører til rækkerne. Se listen først med --dry-run.",
        };
        var withdraw = new Option<bool>("--withdraw-vanished") { Description = "Træk rækker tilbage, som er forsvundet fra udtrækket." };
        var day = Options.Day("--day", "Dagen, udtrækket beskriver, hvis kommune.csv mangler.");
        var from = Options.Day(
            "--period-from",
            "Udtrækket dækker kun det, der løb denne dag eller senere. Resten meldes ikke som forsvundet."
        );
        var map = new Option<string?>("--mapping") { Description = "Læs med denne kortlægning i stedet for den, der ligger i udtrækket." };
        var problems = new Option<string?>("--problems") { Description = "Skriv fejllisten som CSV til denne fil." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("import", "Læs et udtræk ind.")
        {
            folder,
            dry,
            aside,
            withdraw,
            day,
            from,
            map,
            problems,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                using var source = ExtractSource.At(parse.GetValue(folder)!);
                var mapping = Options.Mapping(parse.GetValue(map), source);
                using var db = Database.Open(parse.GetValue(database), parse.GetValue(data)!);
                var prepared = Prepare(
                    db,
                    source,
                    mapping,
                    parse.GetValue(day),
                    parse.GetValue(aside),
                    parse.GetValue(withdraw),
                    quiet: false,
                    parse.GetValue(from)
                );
                ProblemTable.Write(prepared.Extract, Console.Out);
                if (parse.GetValue(problems) is { } file)
                    File.WriteAllBytes(file, Problems.ToCsv(prepared.Extract.Problems.All));
                if (prepared.Refusal is { } no)
                    throw new StoppedException(no.Danish + (no.Code == "day-missing" ? " Brug --day, for eksempel --day 2026-10-31." : ""));
                if (prepared.Plan is not { } plan)
                    throw new StoppedException("Intet er gemt. Ret fejlene i kilden, eller læg rækkerne til side med --set-aside.");
                WritePlan(plan);
                if (parse.GetValue(dry))
                {
                    Console.WriteLine("Prøvekørsel: intet er gemt.");
                    return 0;
                }
                Commit(db, prepared);
                return 0;
            })
        );
        return command;
    }

    public static PreparedImport Prepare(
        Database db,
        ExtractSource source,
        Mapping? mapping,
        DateOnly? day,
        bool setAside,
        bool withdrawVanished,
        bool quiet,
        DateOnly? windowFrom = null
    )
    {
        var choices = Choices.None with { WithdrawAllVanished = withdrawVanished };
        if (quiet || Console.IsOutputRedirected)
            return Importing.Prepare(db, source, day, setAside, choices, mapping, windowFrom: windowFrom);
        PreparedImport? prepared = null;
        AnsiConsole
            .Status()
            .Start(
                "Læser udtrækket …",
                status =>
                    prepared = Importing.Prepare(
                        db,
                        source,
                        day,
                        setAside,
                        choices,
                        mapping,
                        (rows, file) => status.Status($"Læser udtrækket … {Danish.Number(rows)} rækker {Markup.Escape(file)}"),
                        windowFrom
                    )
            );
        return prepared!;
    }

    public static ImportResult? Commit(Database db, PreparedImport prepared, bool quiet = false)
    {
        ImportResult? result = null;
        if (quiet || Console.IsOutputRedirected)
            result = Importing.Commit(db, prepared, "en kørsel uden for browseren");
        else
            AnsiConsole
                .Progress()
                .Start(progress =>
                {
                    var task = progress.AddTask("Gemmer", maxValue: 1);
                    result = Importing.Commit(
                        db,
                        prepared,
                        "en kørsel uden for browseren",
                        new Relay(p => task.Value(p.Of == 0 ? 1 : (double)p.Written / p.Of))
                    );
                    task.Value(1);
                });
        if (!quiet)
            Console.WriteLine(
                result is null
                    ? "Udtrækket er det samme som sidst. Intet er ændret."
                    : $"Gemt: {Danish.Number(result.Events)} hændelser, registrering nr. {result.FirstNo} til {result.LastNo}."
            );
        return result;
    }

    sealed class Relay(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }

    static void WritePlan(Plan plan)
    {
        Console.WriteLine(
            $"{"Fil", -24}{"Rækker", 10}{"Nye", 10}{"Ændrede", 10}{"Uændrede", 10}{"Til side", 10}{"Forsvundet", 12}{"Konflikter", 12}"
        );
        foreach (var f in plan.Files)
            Console.WriteLine(
                $"{f.File, -24}{Danish.Number(f.Rows), 10}{Danish.Number(f.New), 10}{Danish.Number(f.Changed), 10}{Danish.Number(f.Unchanged), 10}{Danish.Number(f.SetAside), 10}{Danish.Number(f.Vanished), 12}{Danish.Number(f.Conflicts), 12}"
            );
        foreach (var name in plan.Vanished.Take(20))
            Console.WriteLine($"Forsvundet fra {name.Table}: {name.Key}. Rækken er beholdt.");
        if (plan.Vanished.Count > 20)
            Console.WriteLine($"… og {Danish.Number(plan.Vanished.Count - 20)} flere forsvundne rækker.");
        foreach (var name in plan.Conflicts.Take(20))
            Console.WriteLine($"Konflikt i {name.Table}: {name.Key} er ændret både i kilden og i Spor. Spors værdi står.");
        if (plan.Conflicts.Count > 20)
            Console.WriteLine($"… og {Danish.Number(plan.Conflicts.Count - 20)} flere konflikter.");
    }
}
