using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spor.Exchange.Import;

namespace Spor.Bench;

/// <summary>
/// What a mapping costs: the same extract as it is, and as another system would write it, with other names, headings, dates, amounts,
/// codes and days of leaving, read by a mapping. Both are imported in turns.
/// </summary>
static class Mapped
{
    public static int Run(string dir, string[] args)
    {
        Measured.Machine();
        var foreign = Measured.Option(args, "--foreign") ?? Directory.CreateTempSubdirectory("spor-foreign").FullName;
        if (!File.Exists(Path.Combine(foreign, "kortlægning.json")))
            Write(dir, foreign);
        List<Dictionary<string, double>> plain = [],
            mapped = [];
        for (var i = 0; i < Measured.RunsOf(args); i++)
        {
            plain.Add(Once(dir));
            mapped.Add(Once(foreign));
        }
        Console.WriteLine("as it is: " + dir);
        Measured.Table(plain);
        Console.WriteLine("through a mapping: " + foreign);
        Measured.Table(mapped);
        foreach (var what in new[] { "cpu s", "process s", "prepare s" })
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}: {Median(mapped, what) / Median(plain, what):0.00} times as much through a mapping"
                )
            );
        if (plain[0]["rows"] != mapped[0]["rows"])
            throw new InvalidOperationException("Not the same rows");
        if (Measured.Option(args, "--foreign") is null)
            Directory.Delete(foreign, recursive: true);
        return 0;
    }

    static double Median(List<Dictionary<string, double>> runs, string what) => Measured.Median([.. runs.Select(r => r[what])]);

    static Dictionary<string, double> Once(string dir)
    {
        var data = Directory.CreateTempSubdirectory("spor-bench").FullName;
        try
        {
            return Measured.InOwnProcess("import", dir, data);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>The extract as another system writes it, with the mapping that brings it back.</summary>
    static void Write(string dir, string to)
    {
        JsonObject files = [],
            columns = [],
            codes = [],
            ends = [],
            times = [],
            amounts = [];
        using var source = ExtractSource.At(dir);
        foreach (var table in Format.Tables())
        {
            if (source.Names.FirstOrDefault(n => n == table.Name + ".csv") is not { } name)
                continue;
            var file = "Udtræk " + table.Name + ".csv";
            files[table.Name] = file;
            using var reader = source.Open(name);
            var ours = reader.Headings.Select(h => table.Columns.FirstOrDefault(c => c.Heading == h)).ToList();
            var theirs = new JsonObject();
            foreach (var column in ours.OfType<FormatColumn>())
            {
                var place = table.Name + "." + column.Heading;
                theirs[column.Heading] = "Felt " + column.Heading;
                if (column.Takes == Takes.End && table.Name == "indsatser")
                    ends[place] = "dagen efter";
                if (column.Takes == Takes.Time)
                    times[place] = "dd/MM/yyyy HH:mm";
                if (column.Takes == Takes.Money)
                    amounts[place] = "1.234,50 kr.";
            }
            columns[table.Name] = theirs;
            var said = ours.Select(_ => new SortedSet<string>(StringComparer.Ordinal)).ToList();
            using var text = new StreamWriter(Path.Combine(to, file), false, new UTF8Encoding(false), 1 << 16);
            text.WriteLine(string.Join(';', reader.Headings.Select(h => "Felt " + h)));
            while (reader.Read())
                text.WriteLine(string.Join(';', ours.Select((c, i) => Quoted(Foreign(table, c, reader.Cell(i), said[i])))));
            for (var i = 0; i < ours.Count; i++)
                if (said[i].Count > 0)
                    codes[table.Name + "." + ours[i]!.Heading] = new JsonObject(
                        said[i].Select(s => KeyValuePair.Create<string, JsonNode?>("Kode " + s, s))
                    );
        }
        times["alle"] = "dd/MM/yyyy";
        var mapping = new JsonObject
        {
            ["filer"] = files,
            ["datoer"] = times,
            ["tal"] = amounts,
            ["tomme"] = new JsonArray("NULL", "-"),
            ["slutdag"] = ends,
            ["kolonner"] = columns,
            ["koder"] = codes,
        };
        var options = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        File.WriteAllText(Path.Combine(to, "kortlægning.json"), mapping.ToJsonString(options));
    }

    static string Foreign(ImportTable table, FormatColumn? column, string cell, SortedSet<string> said)
    {
        if (cell.Length == 0 || column is null)
            return cell;
        switch (column.Takes)
        {
            case Takes.Day or Takes.End when DateOnly.TryParse(cell, CultureInfo.InvariantCulture, out var day):
                return (column.Takes == Takes.End && table.Name == "indsatser" ? day.AddDays(1) : day).ToString(
                    "dd/MM/yyyy",
                    CultureInfo.InvariantCulture
                );
            case Takes.Time when DateTime.TryParse(cell, CultureInfo.InvariantCulture, out var time):
                return time.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
            case Takes.Money when decimal.TryParse(cell.Replace(',', '.'), CultureInfo.InvariantCulture, out var amount):
                return amount.ToString("#,##0.00", CultureInfo.GetCultureInfo("da-DK")) + " kr.";
            case Takes.Code:
            case Takes.Plain when table.Name == "indsatser" && column.Heading == "Ydelse":
                said.Add(cell);
                return "Kode " + cell;
            default:
                return cell;
        }
    }

    static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(";\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
