using System.CommandLine;
using System.Globalization;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Cli;

/// <summary>Reads and checks the log of who looked.</summary>
static class LogCommand
{
    public static Command Make()
    {
        var check = new Option<bool>("--check") { Description = "Se, om loggen er hel. Intet ændres." };
        var child = new Option<long?>("--child") { Description = "Hvem der har set et barn. Skriv barnets nummer i Spor." };
        var person = new Option<string?>("--person") { Description = "Hvad en bruger har set. Skriv brugerens nøgle." };
        var from = Options.Day("--from", "Fra og med denne dag.");
        var to = Options.Day("--to", "Til og med denne dag.");
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("log", "Læs og kontrollér loggen over, hvem der har set hvad.")
        {
            check,
            child,
            person,
            from,
            to,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                using var db = Options.Open(parse.GetValue(database), parse.GetValue(data)!);
                using var log = AccessLog.Open(db);
                if (parse.GetValue(check))
                    return Check(log);
                var first = parse.GetValue(from) is { } f ? DanishCalendar.StartOf(f) : (DateTime?)null;
                var before = parse.GetValue(to) is { } t ? DanishCalendar.StartOf(t.AddDays(1)) : (DateTime?)null;
                if (parse.GetValue(child) is { } id)
                    Print(log.OfChild(id, first, before), id);
                else if (parse.GetValue(person) is { } key)
                    Print(log.OfPerson(key, first, before), null);
                else
                    throw new StoppedException("Skriv --check, --child NUMMER eller --person NØGLE.");
                return 0;
            })
        );
        return command;
    }

    static int Check(AccessLog log)
    {
        var wrong = log.Check();
        foreach (var one in wrong)
            Console.WriteLine(one);
        Console.WriteLine(
            wrong.Count == 0
                ? $"Loggen er hel: {Danish.Number(log.Head().No)} opslag, ingen mangler eller er ændret."
                : $"{Danish.Number(wrong.Count)} fejl i loggen."
        );
        return wrong.Count == 0 ? 0 : 1;
    }

    static void Print(IReadOnlyList<Look> looks, long? child)
    {
        foreach (var look in looks)
        {
            var local = DanishCalendar.Local(look.At);
            var why = child is { } id && look.Told.WhyOf(id) is { } letter ? Web.Access.WhyShown.Danish(letter) : "";
            var whom = child is null ? string.Join(' ', look.Told.All.Select(c => c.ToString(CultureInfo.InvariantCulture))) : "";
            Console.WriteLine(
                string.Join(
                    '\t',
                    look.No.ToString(CultureInfo.InvariantCulture),
                    local.ToString("dd-MM-yyyy HH.mm.ss", CultureInfo.InvariantCulture),
                    look.Author,
                    look.Kind,
                    look.Told.Page ?? "",
                    look.Told.Filter ?? "",
                    child is null ? whom : why
                )
            );
        }
        Console.WriteLine($"{Danish.Number(looks.Count)} opslag.");
    }
}
