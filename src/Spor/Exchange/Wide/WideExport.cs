using System.Text;

namespace Spor.Exchange.Wide;

/// <summary>Writes tables for analysts into a folder: each as CSV and as Parquet, with a data dictionary and what the reader must
/// know.</summary>
public static class WideExport
{
    public const string Dictionary = "ordbog",
        ReadMe = "laes-mig.txt";

    /// <param name="folder">Made if it is not there.</param>
    /// <param name="about">What stands in <see cref="ReadMe"/>.</param>
    public static async Task Write(IReadOnlyList<WideTable> tables, string folder, string about)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in tables.Append(DictionaryOf(tables)))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, table.Name + ".csv"), table.ToCsv());
            await using var file = File.Create(Path.Combine(folder, table.Name + ".parquet"));
            await ParquetFile.Write(table, file);
        }
        await File.WriteAllTextAsync(Path.Combine(folder, ReadMe), about.ReplaceLineEndings("\n"), new UTF8Encoding(false));
    }

    public static WideTable DictionaryOf(IReadOnlyList<WideTable> tables) =>
        new(
            Dictionary,
            "En kolonne i en af tabellerne",
            [
                new("Tabel", WideType.Text, "Filens navn"),
                new("Række", WideType.Text, "Hvad en række er"),
                new("Kolonne", WideType.Text, "Kolonnens navn"),
                new("Type", WideType.Text, "tekst, heltal, decimaltal, dag, tidspunkt eller ja/nej"),
                new("Betydning", WideType.Text, "Hvad værdien er"),
            ],
            [
                .. tables.SelectMany(t =>
                    t.Columns.Select(c => (IReadOnlyList<object?>)[t.Name, t.Meaning, c.Name, TypeName(c.Type), c.Meaning])
                ),
            ]
        );

    static string TypeName(WideType type) =>
        type switch
        {
            WideType.Text => "tekst",
            WideType.Whole => "heltal",
            WideType.Decimal => "decimaltal",
            WideType.Day => "dag",
            WideType.Time => "tidspunkt",
            _ => "ja/nej",
        };

    /// <summary>Goes with figures that are published.</summary>
    public const string AboutPublished = """
        Nøgletal fra Spor måned for måned, som de er offentliggjort.

        Der er ingen oplysninger om enkelte børn i filerne. Tal, som få børn står bag, er skjult, og så meget ved siden af, at de ikke kan regnes ud. En tom
        værdi er ikke nul: den er ikke indberettet, kan ikke regnes ud eller er skjult (se kolonnen Skjult).

        CSV: UTF-8, komma mellem felterne, punktum i tal, dage som 2026-01-31. Parquet har de samme tabeller med typer. ordbog siger, hvad hver kolonne er.
        """;

    /// <summary>Stands before the research extract's own words.</summary>
    public const string AboutFacts = """
        Brede filer til analyse: de afidentificerede oplysninger og nøgletallene måned for måned.

        Nøgletallene i maaneder og noegletal er ikke skjult, heller ikke når få børn står bag. Filerne må kun bruges af dem, der har en aftale om det.

        CSV: UTF-8, komma mellem felterne, punktum i tal, dage som 2026-01-31. Parquet har de samme tabeller med typer. ordbog siger, hvad hver kolonne er.

        """;
}
