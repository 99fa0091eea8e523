using Parquet;
using Spor.Exchange.Research;
using Spor.Exchange.Wide;
using Spor.Figures;
using Spor.Figures.Engine;

namespace Spor.Tests;

/// <summary>Tables for analysts' programs: typed, de-identified, and hidden where the reader may not see the children.</summary>
public sealed class WideExportTests : IDisposable
{
    static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    static readonly DateOnly Day = new(2026, 10, 31);
    static readonly Facts.Register Register = FiguresTests.Read("aakaer").ToRegister();
    readonly string folder = Directory.CreateTempSubdirectory("spor-wide-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_row_of_the_research_extract_is_there_with_its_type()
    {
        var tables = WideFacts.Of(Register, Key, withProtected: true);
        foreach (
            var (name, lines) in ResearchExtract
                .Files(Register, Key, withProtected: true)
                .Where(f => f.Name.EndsWith(".csv", StringComparison.Ordinal))
        )
            Assert.Equal(lines.Count() - 1, tables.Single(t => t.Name + ".csv" == name).Rows.Count);
        var measures = tables.Single(t => t.Name == "indsatser");
        Assert.Equal(Register.Children.Sum(c => c.Interventions.Length), measures.Rows.Count);
        var price = measures.Columns.ToList().FindIndex(c => c.Name == "Pris");
        Assert.Equal(
            Register.Children.SelectMany(c => c.Interventions).Sum(m => m.PriceOre ?? 0) / 100m,
            measures.Rows.Sum(r => (decimal?)r[price] ?? 0)
        );
        // What can be a day or a yes is one; an answer to an offer, and a form of placement, can be more than yes and no.
        foreach (var table in tables)
        foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)).Where(c => c.c.Type == WideType.Text))
            if (column.Name is not ("Svar" or "Anbringelse"))
                Assert.DoesNotContain(
                    table.Rows,
                    r => r[i] is string text && (DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) || text is "ja" or "nej")
                );
    }

    [Fact]
    public async Task A_parquet_file_says_the_same_as_the_csv_beside_it()
    {
        var tables = WideFacts.Of(Register, Key, withProtected: true);
        await WideExport.Write(tables, folder, "Om");
        Assert.Equal(
            tables
                .Select(t => t.Name)
                .Append("ordbog")
                .SelectMany(n => new[] { n + ".csv", n + ".parquet" })
                .Append("laes-mig.txt")
                .Order(),
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order()
        );
        var children = tables.Single(t => t.Name == "boern");
        await using var reader = await ParquetReader.CreateAsync(Path.Combine(folder, "boern.parquet"));
        var fields = reader.Schema.GetDataFields();
        Assert.Equal(children.Columns.Select(c => c.Name), fields.Select(f => f.Name));
        using var group = reader.OpenRowGroupReader(0);
        var ids = new string[children.Rows.Count];
        await group.ReadAsync(fields[0], ids);
        Assert.Equal(children.Rows.Select(r => (string?)r[0]), ids);
        var born = new DateTime?[children.Rows.Count];
        var at = children.Columns.ToList().FindIndex(c => c.Name == "Fødselsdato");
        await group.ReadAsync<DateTime>(fields[at], born.AsMemory());
        Assert.Equal(
            children.Rows.Select(r => (DateOnly?)r[at]),
            born.Select(b => b is { } d ? DateOnly.FromDateTime(d) : (DateOnly?)null)
        );
        var csv = await File.ReadAllLinesAsync(Path.Combine(folder, "boern.csv"));
        Assert.Equal(children.Rows.Count + 1, csv.Length);
    }

    [Fact]
    public void A_cell_with_a_comma_or_a_quotation_mark_is_quoted_and_numbers_have_points()
    {
        var table = new WideTable(
            "x",
            "Række",
            [
                new("Tekst", WideType.Text, ""),
                new("Tal", WideType.Decimal, ""),
                new("Dag", WideType.Day, ""),
                new("Ja", WideType.YesNo, ""),
            ],
            [
                ["a, \"b\"", 1234.5m, new DateOnly(2026, 1, 31), true],
                [null, null, null, null],
            ]
        );
        Assert.Equal(
            "Tekst,Tal,Dag,Ja\n\"a, \"\"b\"\"\",1234.5,2026-01-31,true\n,,,\n",
            System.Text.Encoding.UTF8.GetString(table.ToCsv())
        );
    }

    [Fact]
    public void The_monthly_figures_are_those_of_the_engine()
    {
        var tables = WideFigures.Of(Register, Day, published: false);
        var (months, parts) = (tables[0], tables[1]);
        var engine = KeyFigures.EngineOf(Register, Day);
        Assert.Equal(engine.Months(Day).Select(p => (object)p.To), months.Rows.Select(r => r[0]!));
        var placed = months.Columns.ToList().FindIndex(c => c.Name == PlacementFigures.Placed.Code);
        var last = engine.Ask(KeyFigures.All, [engine.Months(Day)[^1]]).Of(PlacementFigures.Placed).Value;
        Assert.Equal((decimal)last!, months.Rows[^1][placed]);
        // Parts of a figure that adds up do so in every month.
        foreach (var month in parts.Rows.Where(r => (string?)r[1] == PlacementFigures.Placed.Code).GroupBy(r => r[0]))
            Assert.Equal(
                month.Where(r => r[3] is null).Sum(r => (decimal?)r[5]),
                month.Where(r => r[3] is not null).Sum(r => (decimal?)r[5])
            );
        Assert.Contains(parts.Rows, r => r[8] is long n and > 0 and < 5);
    }

    [Fact]
    public void Whoever_may_not_see_the_children_gets_no_small_number_and_not_how_many_are_behind()
    {
        var tables = WideFigures.Of(Register, Day, published: true);
        var all = WideFigures.Of(Register, Day, published: false)[1].Rows.ToDictionary(r => (r[0], r[1], r[3]));
        var shown = 0;
        foreach (var row in tables[1].Rows)
        {
            Assert.Null(row[8]);
            var rests = (long)all[(row[0], row[1], row[3])][8]!;
            var aboutChildren = KeyFigures.Find((string)row[1]!)!.AboutChildren;
            if (aboutChildren && rests is > 0 and < 5)
                Assert.True((bool)row[7]! && row[5] is null, $"{row[0]} {row[1]} {row[3]} rests on {rests}");
            shown += row[5] is null ? 0 : 1;
        }
        Assert.True(shown > tables[1].Rows.Count / 3, $"{shown} of {tables[1].Rows.Count} are shown");
        Assert.DoesNotContain(tables[1].Rows, r => (string?)r[1] == LadderFigures.Movements.Code);
        // Both tables hide the same.
        var code = PlacementFigures.NewPlacements.Code;
        var column = tables[0].Columns.ToList().FindIndex(c => c.Name == code);
        Assert.Equal(
            tables[1].Rows.Where(r => (string?)r[1] == code && r[3] is null).Select(r => r[5]),
            tables[0].Rows.Select(r => r[column])
        );
    }

    [Fact]
    public void The_dictionary_explains_every_column()
    {
        IReadOnlyList<WideTable> tables =
        [
            .. WideFacts.Of(Register, Key, withProtected: false),
            .. WideFigures.Of(Register, Day, published: false),
        ];
        var dictionary = WideExport.DictionaryOf(tables);
        Assert.Equal(tables.Sum(t => t.Columns.Count), dictionary.Rows.Count);
        Assert.All(dictionary.Rows, r => Assert.All(r, cell => Assert.False(string.IsNullOrWhiteSpace((string?)cell))));
        Assert.Equal(tables.Count, tables.Select(t => t.Name).Distinct().Count());
    }
}
