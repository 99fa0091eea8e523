using System.CommandLine;
using System.Security.Cryptography;
using Spor.Exchange.Research;
using Spor.Exchange.Wide;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web;
using Spor.Web.Access;

namespace Spor.Cli;

/// <summary>Tables for Power BI, R and DuckDB: the de-identified facts and the monthly figures, or only what is published.</summary>
static class ExportCommand
{
    public static Command Make()
    {
        var wide = new Option<string>("--wide")
        {
            Description = "Mappen, filerne skrives i. Den må ikke have noget i forvejen.",
            Required = true,
        };
        var published = new Option<bool>("--published")
        {
            Description = "Kun nøgletal, som de er offentliggjort: til dem, der ikke må se børnene. Små tal er skjult.",
        };
        var recipient = new Option<string?>("--recipient")
        {
            Description = "Hvem får filerne. Skal siges, når børnenes oplysninger er med.",
        };
        var purpose = new Option<string?>("--purpose")
        {
            Description = "Hvad de skal bruges til. Skal siges, når børnenes oplysninger er med.",
        };
        var key = new Option<string?>("--key") { Description = "En fil med pseudonymernes nøgle, som til ./spor research." };
        var all = new Option<bool>("--with-protected") { Description = "Tag børn med beskyttet navn med. Ellers er de ikke med." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("export", "Skriv oplysninger og månedlige nøgletal som Parquet og CSV med en ordbog.")
        {
            wide,
            published,
            recipient,
            purpose,
            key,
            all,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var (spec, folder, to) = (parse.GetValue(database), parse.GetValue(data)!, parse.GetValue(wide)!);
                if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
                    throw new StoppedException($"»{to}« har filer i forvejen. Vælg en tom mappe.");
                using var db = Options.Open(spec, folder);
                var register = ResearchCommand.WithChildren(db);
                var municipality = new Municipality(db);
                if (parse.GetValue(published))
                {
                    var told = new Publications(municipality, new SporOptions(db, 0, DemoMode: false)).Of(municipality.Current);
                    WideExport
                        .Write(WideFigures.Of(told.Register, told.Day, published: true), to, WideExport.AboutPublished)
                        .GetAwaiter()
                        .GetResult();
                    Console.WriteLine($"Skrevet til {to}: nøgletal, som de er offentliggjort til og med {Kernel.Danish.Long(told.Day)}.");
                    return 0;
                }
                var take = new TakeResearchExtract(parse.GetValue(recipient), parse.GetValue(purpose), parse.GetValue(all));
                var (secret, entry) = ResearchCommand.Taken(
                    municipality,
                    take,
                    parse.GetValue(key),
                    "Brug --recipient og --purpose, eller --published for de offentliggjorte tal alene."
                );
                WideExport
                    .Write(
                        [
                            .. WideFacts.Of(register, secret, take.WithProtected),
                            .. WideFigures.Of(register, municipality.Current.Day, published: false),
                        ],
                        to,
                        WideExport.AboutFacts + ResearchExtract.ReadMe
                    )
                    .GetAwaiter()
                    .GetResult();
                Console.WriteLine($"Skrevet til {to}. Journal nr. {entry} siger, hvem der hentede det og hvorfor.");
                return 0;
            })
        );
        return command;
    }
}
