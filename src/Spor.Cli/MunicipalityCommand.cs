using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Spor.Figures;
using Spor.Kernel;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Many;

namespace Spor.Cli;

/// <summary>Many municipalities in one process: which they are, and what they publish together.</summary>
static class MunicipalityCommand
{
    public static Option<string?> Root(bool required) =>
        new("--municipalities")
        {
            Description = $"Mappen med {MunicipalityList.FileName}: listen over de kommuner, som et program viser.",
            Required = required,
        };

    public static Command Make() =>
        new("municipality", "Flere kommuner i samme program: læg til, tag fra, se listen, og læg de offentliggjorte tal sammen.")
        {
            Add(),
            Remove(),
            List(),
            Gather(),
            National(),
        };

    static Argument<string> Host() => new("host") { Description = "Det navn, folk skriver, fx spor.kommune.dk." };

    static Command Add()
    {
        var (host, root) = (Host(), Root(required: true));
        var folder = new Option<string?>("--data")
        {
            Description = "Kommunens datamappe. Ellers en mappe med værtsnavnet ved siden af listen.",
        };
        var database = Options.Database();
        var inbox = new Option<string?>("--inbox") { Description = "En mappe, som kommunens andre systemer lægger udtræk i." };
        var command = new Command("add", "Læg en kommune på listen. Et program, der kører, viser den inden for få sekunder.")
        {
            host,
            root,
            folder,
            database,
            inbox,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var (name, place) = (parse.GetValue(host)!, parse.GetValue(root)!);
                Options.WarnOfPassword(parse.GetValue(database));
                if (ServerSpec.HasPassword(parse.GetValue(database)))
                    throw new StoppedException("Skriv ikke adgangskoden på listen. Læg den i en fil, og skriv PasswordFile=fil.");
                var one = new ListedMunicipality(
                    name,
                    parse.GetValue(folder) is { } given ? Path.GetFullPath(given) : name,
                    parse.GetValue(database),
                    parse.GetValue(inbox)
                );
                MunicipalityList.Add(place, one);
                var data = MunicipalityList.FolderOf(place, one);
                // Made now, so that what is wrong with it is said to the one who can mend it.
                using (Database.Open(one.Database, data)) { }
                Console.WriteLine($"»{name}« er på listen med datamappen {data}.");
                var settings = Path.Combine(data, Settings.FileName);
                if (!File.Exists(settings))
                    Console.WriteLine(
                        $"Skriv nu {settings} med \"address\": \"https://{name}\" og \"signIn\". Før det kan ingen logge ind."
                    );
                return 0;
            })
        );
        return command;
    }

    static Command Remove()
    {
        var (host, root) = (Host(), Root(required: true));
        var command = new Command("remove", "Tag en kommune af listen. Dens database og datamappe bliver, hvor de er.") { host, root };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                MunicipalityList.Remove(parse.GetValue(root)!, parse.GetValue(host)!);
                Console.WriteLine($"»{parse.GetValue(host)}« er taget af listen. Databasen og datamappen er der stadig.");
                return 0;
            })
        );
        return command;
    }

    static Command List()
    {
        var root = Root(required: true);
        var command = new Command("list", "Se, hvilke kommuner der er på listen, og om deres database svarer.") { root };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var place = parse.GetValue(root)!;
                var failed = 0;
                foreach (var one in MunicipalityList.Read(place).Municipalities)
                {
                    string says;
                    try
                    {
                        using var database = Database.OpenAsIs(one.Database, MunicipalityList.FolderOf(place, one));
                        says = string.Create(Danish.Culture, $"svarer, {database.HeadNo:N0} indførsler");
                    }
                    catch (Exception e) when (Web.Frame.FaultText.Of(e) is { } danish)
                    {
                        says = danish;
                        failed++;
                    }
                    Console.WriteLine($"{one.Host}\t{Options.Say(one.Database, MunicipalityList.FolderOf(place, one))}\t{says}");
                }
                return failed > 0 ? 1 : 0;
            })
        );
        return command;
    }

    static Command Gather()
    {
        var root = Root(required: true);
        var command = new Command("gather", "Læg de tal sammen, som kommunerne har offentliggjort. Små tal er skjult. Kan køre hver nat.")
        {
            root,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var place = parse.GetValue(root)!;
                var table = NationalTable.Gather(place, TimeProvider.System);
                table.Write(place);
                foreach (var one in table.Municipalities.Where(m => m.Fault is not null))
                    Console.Error.WriteLine($"{one.Host} er ikke med: {one.Fault}");
                var with = table.Municipalities.Count(m => m.Fault is null);
                Console.WriteLine(
                    $"{with} af {table.Municipalities.Count} kommuner er lagt sammen i {Path.Combine(place, NationalTable.FileName)}."
                );
                return with == table.Municipalities.Count ? 0 : 1;
            })
        );
        return command;
    }

    static Command National()
    {
        var root = Root(required: true);
        var figure = new Option<string>("--figure")
        {
            Description = "Nøgletallets kode, som i ./spor figures. Ellers børn på hvert trin.",
            DefaultValueFactory = _ => LadderFigures.OnLadder.Code,
        };
        var json = new Option<bool>("--json") { Description = "Skriv tallene som JSON." };
        var command = new Command("national", "Vis de tal, der sidst blev lagt sammen, måned for måned.") { root, figure, json };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var place = parse.GetValue(root)!;
                var code = parse.GetValue(figure)!;
                var table =
                    NationalTable.Read(place)
                    ?? throw new StoppedException(
                        $"Der er intet lagt sammen endnu. Kør: spor municipality gather --municipalities {place}"
                    );
                var months = table.ByMonth(code).ToList();
                if (months.Count == 0)
                    throw new StoppedException($"Ingen kommune har offentliggjort et antal med koden »{code}«.");
                if (parse.GetValue(json))
                    Console.WriteLine(
                        JsonSerializer.Serialize(
                            new
                            {
                                table.GatheredAt,
                                table.Municipalities,
                                Counts = months.SelectMany(m => m),
                            }
                        )
                    );
                else
                    Show(table, months);
                return 0;
            })
        );
        return command;
    }

    static void Show(NationalTable table, List<IGrouping<DateOnly, NationalCount>> months)
    {
        var parts = months
            .SelectMany(m => m)
            .Select(c => (c.Part, c.PartName))
            .Distinct()
            .OrderBy(p => p.Part, StringComparer.Ordinal)
            .ToList();
        var shown = new Table().Border(TableBorder.Minimal).AddColumn(new TableColumn("Måned").NoWrap());
        shown.AddColumn(new TableColumn("Kommuner").RightAligned().NoWrap());
        foreach (var (_, name) in parts)
            shown.AddColumn(new TableColumn(Markup.Escape(name ?? "I alt")).RightAligned().NoWrap());
        foreach (var month in months)
            shown.AddRow([
                month.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                Danish.Number(month.Max(c => c.Telling + c.Hiding)),
                .. parts.Select(p => month.FirstOrDefault(c => c.Part == p.Part) is { } c ? Say(c) : "–"),
            ]);
        // Into a file or another program there is no edge to keep within.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(shown);
        var with = table.Municipalities.Count(m => m.Fault is null);
        Console.WriteLine(
            $"{with} af {table.Municipalities.Count} kommuner er lagt sammen. Kommuner: hvor mange der har offentliggjort måneden."
        );
        Console.WriteLine(
            "(n): så mange af dem skjuler tallet, fordi få børn står bag, eller et skjult tal kunne regnes ud. De er ikke talt med."
        );
    }

    static string Say(NationalCount count) =>
        count.Count is not { } told ? $"– ({count.Hiding})"
        : count.Hiding > 0 ? $"{Danish.Number(told)} ({count.Hiding})"
        : Danish.Number(told);
}
