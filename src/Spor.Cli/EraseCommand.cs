using System.CommandLine;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Cli;

/// <summary>Erases every name and text about a child, by the same rule as the screen.</summary>
static class EraseCommand
{
    public static Command Make()
    {
        var child = new Option<long?>("--child") { Description = "Barnets nummer i Spor." };
        var sent = new Option<long?>("--sent")
        {
            Description = "Nummeret på en sendt underretning, der er lagt til side (i stedet for --child).",
        };
        var ground = new Option<string?>("--ground") { Description = "afleveret eller kasseret." };
        var on = Options.Day("--on", "Dagen for afleveringen, eller den dag reglen gælder fra.");
        var rule = new Option<string?>("--rule") { Description = "Hvilken aflevering eller regel. Intet navn." };
        var sure = new Option<bool>("--yes") { Description = "Slet. Uden det vises kun, hvad der ville blive slettet." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("erase", "Slet alle navne og tekster om et barn, eller en underretning, der er lagt til side.")
        {
            child,
            sent,
            ground,
            on,
            rule,
            sure,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                using var db = Options.Open(parse.GetValue(database), parse.GetValue(data)!);
                if (parse.GetValue(child) is null == parse.GetValue(sent) is null)
                    throw new StoppedException("Skriv --child og barnets nummer, eller --sent og underretningens nummer.");
                if (parse.GetValue(sent) is { } one)
                    return Sent(db, one, parse.GetValue(rule), parse.GetValue(sure));
                var id = parse.GetValue(child)!.Value;
                var plan = Erasures.Of(db, id);
                Console.WriteLine($"Slettes: {Danish.Number(plan.Texts)} tekster og {Danish.Number(plan.Drafts)} kladder.");
                if (plan.Keys > 0)
                    Console.WriteLine(
                        $"Slettes: {Danish.Number(plan.Keys)} numre fra fagsystemet, som bagefter kan genkendes og ikke læses."
                    );
                foreach (var copy in plan.Copies)
                    Console.WriteLine($"Slettes: teksterne i {copy}");
                foreach (var (kind, rows) in plan.Remains)
                    Console.WriteLine($"Bliver: {Danish.Number(rows)} {kind.Many}");
                Console.WriteLine($"Bliver: {Danish.Number(plan.Looks)} opslag i loggen");
                if (!parse.GetValue(sure))
                {
                    Console.WriteLine("Intet er slettet. Skriv --yes for at slette.");
                    return 0;
                }
                EraseGround? allowed = Codes<EraseGround>.TryDanish(parse.GetValue(ground) ?? "", out var g) ? g : null;
                return Told(
                    new Acts(new Municipality(db)).Do(
                        new EraseChild(id, allowed, parse.GetValue(on), parse.GetValue(rule), Sure: true),
                        Author.Program(Environment.UserName),
                        new Clock(TimeProvider.System)
                    )
                );
            })
        );
        return command;
    }

    static int Sent(Database db, long id, string? rule, bool sure)
    {
        if (!sure)
        {
            Console.WriteLine("Slettes: barnets navn og CPR-nummer, beskrivelsen, kontakten og begrundelsen.");
            Console.WriteLine("Bliver: hvornår den kom, hvem der underrettede, og hvorfor den blev lagt til side.");
            Console.WriteLine("Intet er slettet. Skriv --yes for at slette.");
            return 0;
        }
        return Told(
            new Acts(new Municipality(db)).Do(
                new EraseSent(id, rule, Sure: true),
                Author.Program(Environment.UserName),
                new Clock(TimeProvider.System)
            )
        );
    }

    static int Told(Done done)
    {
        if (!done.Saved)
            throw new StoppedException(string.Join('\n', done.Refusals.Select(Web.Frame.Forms.RefusalText.Danish)) + "\nIntet er slettet.");
        Console.WriteLine($"Slettet. Journal nr. {done.EntryNo} siger hvem, hvornår og efter hvilken regel.");
        return 0;
    }
}
