using System.CommandLine;
using Spor.Exchange.Import;

namespace Spor.Cli;

/// <summary>Proposes a mapping for foreign files.</summary>
static class MapCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("udtræk") { Description = "En mappe, en zip eller en .xlsx med kildens egne filer." };
        var to = new Option<string?>("--out") { Description = "Skriv forslaget til denne fil. Ellers kortlægning.json i mappen." };
        var over = new Option<bool>("--force") { Description = "Skriv oven i en kortlægning, der er der." };
        var command = new Command("map", "Foreslå en kortlægning for filer med fremmede navne.") { folder, to, over };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var path = parse.GetValue(folder)!;
                using var source = ExtractSource.At(path);
                var proposal = Proposal.Of(source);
                var file =
                    parse.GetValue(to)
                    ?? Path.Combine(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!, "kortlægning.json");
                if (!parse.GetValue(over) && (File.Exists(file) || parse.GetValue(to) is null && Mapping.Find(source) is not null))
                    throw new StoppedException(
                        $"Der er allerede en kortlægning. Skriv oven i {file} med --force, eller et andet sted med --out."
                    );
                File.WriteAllText(file, proposal.Json);
                Console.WriteLine($"Forslaget ligger i {file}. Det mangler du at tage stilling til:");
                foreach (var line in proposal.Unmapped)
                    Console.WriteLine("  - " + line);
                Show(MappingSample.Of(source, Mapping.Parse(proposal.Json)));
                Console.WriteLine("Se derefter, hvad der er galt: spor check " + path);
                return 0;
            })
        );
        return command;
    }

    /// <summary>The first rows before and after, a row on two lines.</summary>
    static void Show(IReadOnlyList<SampleTable> tables)
    {
        Console.WriteLine("Sådan bliver de første rækker:");
        foreach (var table in tables)
        {
            Console.WriteLine($"  {table.Name} ({(table.MadeOf is { } of ? "laves af " + of : table.File)})");
            foreach (var fault in table.Faults)
                Console.WriteLine("    ! " + fault);
            foreach (var row in table.Rows)
            {
                if (table.MadeOf is null)
                    Console.WriteLine($"    linje {row.Line}: {Cells(table.TheirHeadings, row.Theirs)}");
                Console.WriteLine(
                    $"      bliver: {Cells(table.OurHeadings, [.. row.Ours.Select(c => c.Fault is null ? c.Text : $"{c.Text} ({c.Fault})")])}"
                );
            }
        }
    }

    static string Cells(IReadOnlyList<string> headings, IReadOnlyList<string> cells) =>
        string.Join(" · ", headings.Zip(cells, (heading, cell) => $"{heading}={cell}"));
}
