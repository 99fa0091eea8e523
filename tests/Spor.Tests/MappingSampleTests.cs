using System.Text;
using Spor.Exchange.Import;

namespace Spor.Tests;

/// <summary>What a mapping does is seen on the first rows before anything is read by it.</summary>
public class MappingSampleTests
{
    static string Folder => Path.Combine(FiguresTests.Root, "examples", "mappings", "903");

    static IReadOnlyList<SampleTable> Of(string mapping, params (string File, string Text)[] files) =>
        MappingSample.Of(new TextSource(files.ToDictionary(f => f.File, f => Encoding.UTF8.GetBytes(f.Text))), Mapping.Parse(mapping));

    static string Ours(SampleTable table, int row, string heading) =>
        table.Rows[row].Ours[table.OurHeadings.ToList().IndexOf(heading)] is var cell && cell.Fault is { } why
            ? $"{cell.Text} ({why})"
            : cell.Text;

    static string Theirs(SampleTable table, int row, string heading) =>
        table.Rows[row].Theirs[table.TheirHeadings.ToList().IndexOf(heading)];

    [Fact]
    public void The_first_rows_of_the_foreign_returns_are_shown_as_they_stand_and_as_they_become()
    {
        using var source = ExtractSource.At(Folder);
        var shown = MappingSample.Of(source, Mapping.Read(source)).ToDictionary(t => t.Name);
        Assert.All(shown.Values, t => Assert.True(t.IsGood, t.Name + ": " + string.Join(", ", t.Faults)));
        var measures = shown["indsatser"];
        Assert.Equal(MappingSample.Rows, measures.Rows.Count);
        for (var i = 0; i < MappingSample.Rows; i++)
        {
            // dd/MM/yyyy in the file.
            var day = Theirs(measures, i, "DECOM").Split('/');
            Assert.Equal($"{day[2]}-{day[1]}-{day[0]}", Ours(measures, i, "Start"));
            Assert.Equal(Theirs(measures, i, "CHILD"), Ours(measures, i, "BarnId"));
        }
        // What is tied is said without looking through all placements, and a case is made of its measures.
        Assert.Contains("der løb", Ours(shown["opfoelgninger"], 0, "IndsatsId"), StringComparison.Ordinal);
        Assert.Equal("indsatser", shown["sager"].MadeOf);
        Assert.NotEmpty(Ours(shown["sager"], 0, "Åbnet"));
    }

    [Fact]
    public void What_a_proposal_leaves_to_a_person_is_marked()
    {
        using var source = ExtractSource.At(Folder);
        var shown = MappingSample.Of(source, Mapping.Parse(Proposal.Of(source).Json)).ToDictionary(t => t.Name);
        Assert.Equal("? (ikke afgjort endnu)", Ours(shown["boern"], 0, "Målgruppe"));
        Assert.Equal("? (ikke afgjort endnu)", Ours(shown["indsatser"], 0, "Ydelse"));
        Assert.False(shown["boern"].IsGood);
    }

    [Fact]
    public void A_cell_that_cannot_be_read_says_why()
    {
        var table = Assert.Single(
            Of(
                """
                { "filer": { "indsatser": "Y.csv" }, "datoer": "dd/MM/yyyy", "tal": { "indsatser.Pris": "1.234,50" },
                  "kolonner": { "indsatser": { "BarnId": "Barn", "IndsatsId": "Nr", "Ydelse": "Art", "Start": "Fra", "Pris": "Kr" } },
                  "faste": { "indsatser.Lovgrundlag": "46" } }
                """,
                ("Y.csv", "Nr;Barn;Art;Fra;Kr\n1;B1;plejefamilie;02/01/2026;1.200,50\n2;;Pleje;2026.01.02;1,200.50\n")
            )
        );
        Assert.Equal(
            ("B1", "plejefamilie", "2026-01-02", "46"),
            (Ours(table, 0, "BarnId"), Ours(table, 0, "Ydelse"), Ours(table, 0, "Start"), Ours(table, 0, "Lovgrundlag"))
        );
        Assert.Equal(" (skal være der)", Ours(table, 1, "BarnId"));
        Assert.Equal("Pleje (ikke en af Spors værdier)", Ours(table, 1, "Ydelse"));
        Assert.Equal("2026.01.02 (ikke en dato, som kortlægningen kan læse)", Ours(table, 1, "Start"));
        Assert.Contains("ikke et tal, der er skrevet, som kortlægningen siger", Ours(table, 1, "Pris"), StringComparison.Ordinal);
        Assert.False(table.IsGood);
    }

    [Fact]
    public void A_file_or_a_column_that_is_not_there_is_said_in_place_of_the_rows()
    {
        var shown = Of(
            """
            { "filer": { "boern": "Borgere.csv", "indsatser": "Y.csv" }, "kolonner": { "indsatser": { "Start": "Begynd" } } }
            """,
            ("Y.csv", "IndsatsId;BarnId;Ydelse;Lovgrundlag;Begyndt\n1;B1;hjem;52;2026-01-02\n")
        );
        Assert.Equal(["filen er ikke i udtrækket"], shown.Single(t => t.Name == "boern").Faults);
        var measures = shown.Single(t => t.Name == "indsatser");
        Assert.Empty(measures.Rows);
        Assert.Contains("Begyndt", Assert.Single(measures.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_the_mapping_says_nothing_of_is_not_shown() =>
        Assert.Equal(
            ["sager"],
            Of(
                    """{ "kolonner": { "sager": { "Åbnet": "Fra" } } }""",
                    ("boern.csv", Extracts.Children),
                    ("sager.csv", "SagId;BarnId;Fra\nS1;B1;2026-01-02\n")
                )
                .Select(t => t.Name)
        );
}
