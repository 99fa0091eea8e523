using System.CommandLine;
using System.Globalization;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Cli;

/// <summary>Changes the keys that texts are sealed with, while Spor runs.</summary>
static class KeysCommand
{
    public static Command Make()
    {
        var command = new Command("keys", "Skift de nøgler, som navne og tekster er forseglet med.");
        var database = Options.Database();
        var data = Options.Data();
        var rotate = new Command("rotate", "Lav en ny nøgle, og forsegl alt med den. Spor kan køre imens.") { database, data };
        rotate.SetAction(parse =>
            Options.Run(() =>
            {
                using var db = Options.Open(parse.GetValue(database), parse.GetValue(data)!);
                var done = KeyRotation.Run(db);
                Console.WriteLine($"{Danish.Number(done.Texts)} tekster er forseglet med nøgle {done.Key}.");
                Console.WriteLine(
                    "De gamle nøgler ligger stadig i keys.json, så ældre kopier kan læses. Fjern en gammel nøgle med: "
                        + "./spor keys retire NUMMER"
                );
                return 0;
            })
        );
        var number = new Argument<int>("nummer") { Description = "Nøglens nummer." };
        var retire = new Command("retire", "Fjern en gammel nøgle. Kopier, der er forseglet med den, kan ikke læses mere.")
        {
            number,
            database,
            data,
        };
        retire.SetAction(parse =>
            Options.Run(() =>
            {
                using var db = Options.Open(parse.GetValue(database), parse.GetValue(data)!);
                var no = parse.GetValue(number);
                if (no == db.Keys.Current)
                    throw new StoppedException("Den nøgle er i brug. Lav først en ny med: ./spor keys rotate");
                if (!db.Keys.Numbers.Contains((byte)no))
                    throw new StoppedException(
                        "Den nøgle er der ikke. Der er: "
                            + string.Join(", ", db.Keys.Numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))
                    );
                db.Keys.Retire((byte)no);
                Console.WriteLine($"Nøgle {no} er fjernet.");
                return 0;
            })
        );
        command.Add(rotate);
        command.Add(retire);
        return command;
    }
}
