using System.Globalization;
using Spor.Cli.Extract;

namespace Spor.Web.Tests;

/// <summary>An invented extract, with what a municipality's money can be like beside it: odd øre, credits, accounts with steps of their
/// own from the middle of a month, prices that rise, measures without one, months without a budget, and lines for measures nobody
/// knows.</summary>
static class RandomExtract
{
    public static void Write(string folder, int seed)
    {
        foreach (var file in Directory.GetFiles(folder))
            File.Delete(file);
        var random = new Random(seed);
        Generate.Write(folder, 1, random.Next(120, 320), seed + 1);
        Rows(folder, "indsatser", (head, row) => Priced(head, row, random));
        var measures = Read(folder, "indsatser");
        var accounts = new HashSet<string>();
        Rows(
            folder,
            "regnskab",
            (head, row) =>
            {
                accounts.Add(row[0]);
                row[head.IndexOf("Beløb")] = random.Next(12) switch
                {
                    0 => Amount(-random.NextInt64(1, 9_999_99)),
                    1 => Amount(random.NextInt64(1, 99_999_99)),
                    _ => row[head.IndexOf("Beløb")],
                };
                if (random.Next(40) == 0)
                    row[head.IndexOf("IndsatsId")] = "kender-ingen";
                // A month comes late now and then, and some lines never.
                return random.Next(50) > 0;
            }
        );
        File.AppendAllLines(Path.Combine(folder, "regnskab.csv"), ["9.99.99.999;2026-03;1234,56;", "9.99.99.999;2026-03;-0,01;"]);
        if (seed % 4 == 3)
            File.Delete(Path.Combine(folder, "budget.csv"));
        else
        {
            var budget = File.ReadAllLines(Path.Combine(folder, "budget.csv"));
            File.AppendAllLines(Path.Combine(folder, "budget.csv"), budget.Skip(1).Where(_ => random.Next(60) == 0));
        }
        List<string> rows = ["Konto;Navn;Trin;Fra;Til"];
        foreach (var account in accounts.Order(StringComparer.Ordinal).Where(_ => random.Next(3) == 0))
        {
            var change = new DateOnly(2026, random.Next(1, 12), random.Next(2, 28));
            rows.Add($"{account};Konto;{Step(random)};2020-01-01;{Iso(change.AddDays(-1))}");
            rows.Add($"{account};Konto;{Step(random)};{Iso(change)};");
        }
        if (rows.Count > 1)
            File.WriteAllLines(Path.Combine(folder, "konti.csv"), rows);
        List<string> prices = ["IndsatsId;Fra;Pris;Enhed;Antal"];
        var (id, start, end) = (measures.Head.IndexOf("IndsatsId"), measures.Head.IndexOf("Start"), measures.Head.IndexOf("Slut"));
        foreach (var m in measures.Rows.Where(_ => random.Next(8) == 0))
        {
            var from = new DateOnly(random.Next(2025, 2027), random.Next(1, 10), random.Next(1, 28));
            if (string.CompareOrdinal(m[start], Iso(from)) <= 0 && (m[end].Length == 0 || string.CompareOrdinal(Iso(from), m[end]) <= 0))
                prices.Add($"{m[id]};{Iso(from)};{Amount(random.NextInt64(1_00, 30_000_00))};{Units[random.Next(Units.Length)]};");
        }
        File.WriteAllLines(Path.Combine(folder, "priser.csv"), prices);
        File.WriteAllLines(
            Path.Combine(folder, "befolkning.csv"),
            [
                "År;DistriktId;Alder;Antal",
                .. from year in Enumerable.Range(2020, 7) from age in Enumerable.Range(0, 23) select $"{year};;{age};{random.Next(5, 400)}",
            ]
        );
    }

    static readonly string[] Units = ["dag", "uge", "14 dage", "måned", "kvartal", "år"];

    static string Step(Random random) => random.Next(8) is var step && step == 7 ? "" : $"{step}";

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Amount(long ore) => (ore / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    static bool Priced(List<string> head, string[] row, Random random)
    {
        if (random.Next(25) == 0)
            (row[head.IndexOf("Pris")], row[head.IndexOf("Enhed")], row[head.IndexOf("Antal")]) = ("", "", "");
        else if (random.Next(10) == 0 && row[head.IndexOf("Pris")].Length > 0)
            row[head.IndexOf("Pris")] = Amount(random.NextInt64(1, 20_000_00));
        return true;
    }

    static (List<string> Head, List<string[]> Rows) Read(string folder, string name)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, name + ".csv"));
        return ([.. lines[0].TrimStart('\ufeff').Split(';')], [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(';'))]);
    }

    /// <param name="keep">Changes a row, and says whether it stays.</param>
    static void Rows(string folder, string name, Func<List<string>, string[], bool> keep)
    {
        var (head, rows) = Read(folder, name);
        File.WriteAllLines(
            Path.Combine(folder, name + ".csv"),
            [string.Join(';', head), .. rows.Where(r => keep(head, r)).Select(r => string.Join(';', r))]
        );
    }
}
