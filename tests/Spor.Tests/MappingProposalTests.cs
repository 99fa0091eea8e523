using System.Text;
using System.Text.Json.Nodes;
using Spor.Exchange.Import;

namespace Spor.Tests;

/// <summary>A mapping is proposed from names, headings and contents, and what it is unsure of is left to a person.</summary>
public class MappingProposalTests
{
    static string Folder => Path.Combine(FiguresTests.Root, "examples", "mappings", "903");

    static Proposal Of(params (string File, string Text)[] files) =>
        Proposal.Of(new TextSource(files.ToDictionary(f => f.File, f => Encoding.UTF8.GetBytes(f.Text))));

    [Fact]
    public void The_foreign_returns_get_files_columns_dates_ties_and_cases_by_themselves()
    {
        using var source = ExtractSource.At(Folder);
        var proposal = Proposal.Of(source);
        var json = JsonNode.Parse(proposal.Json)!;
        Assert.Equal("*-header.csv", (string?)json["filer"]!["boern"]);
        Assert.Equal("*-episodes.csv", (string?)json["filer"]!["indsatser"]);
        Assert.Equal("*-reviews.csv", (string?)json["filer"]!["opfoelgninger"]);
        Assert.Equal("dd/MM/yyyy", (string?)json["datoer"]);
        var measures = json["kolonner"]!["indsatser"]!;
        Assert.Equal(
            ("CHILD", "PLACE", "DECOM", "DEC"),
            ((string?)measures["BarnId"], (string?)measures["Ydelse"], (string?)measures["Start"], (string?)measures["Slut"])
        );
        Assert.Equal(["CHILD", "DECOM"], measures["IndsatsId"]!.AsArray().Select(n => (string)n!));
        // Two reviews of one child on one day are told apart by their kind.
        Assert.Equal(
            ["CHILD", "REVIEW", "REVIEW_CODE"],
            json["kolonner"]!["opfoelgninger"]!["OpfoelgningId"]!.AsArray().Select(n => (string)n!)
        );
        Assert.Equal("DOB", (string?)json["kolonner"]!["boern"]!["Fødselsdato"]);
        Assert.Equal("CHILD", (string?)json["knyt"]!["opfoelgninger.IndsatsId"]!["barn"]);
        Assert.Equal("indsatser", (string?)json["af"]!["sager"]!["fra"]);
        // Codes with how often they come, for a person to say what they are.
        var codes = json["koder"]!["indsatser.Ydelse"]!;
        Assert.Equal("?", (string?)codes["U5"]);
        // Of all five years together.
        Assert.Equal("1.140 rækker", (string?)codes["_U5"]);
        Assert.DoesNotContain(proposal.Unmapped, u => u.Contains("kolonnerne CHILD", StringComparison.Ordinal));
        Assert.Contains(proposal.Unmapped, u => u.StartsWith("boern.Målgruppe", StringComparison.Ordinal));
        // By their own rows the end is the day of leaving.
        Assert.Equal("dagen efter", (string?)json["slutdag"]!["indsatser.Slut"]);
        Assert.Contains(proposal.Unmapped, u => u.Contains("skift begynder den næste indsats samme dag", StringComparison.Ordinal));
        // There are no names, and none is made up.
        Assert.Equal(("Barn", "CHILD"), ((string?)json["faste"]!["boern.Fornavn"], (string?)json["kolonner"]!["boern"]!["Efternavn"]));
        Assert.Equal("?", (string?)json["faste"]!["kommune.Kommunenr"]);
        // What a code may become is said where it is asked.
        Assert.Contains(
            proposal.Unmapped,
            u => u.Contains("plejefamilie", StringComparison.Ordinal) && u.Contains("ellers", StringComparison.Ordinal)
        );
        // It is a mapping, and what is unsure is no code that could be read.
        Assert.Null(Mapping.Fault(proposal.Json));
        var read = Extract.Read(
            source,
            new NothingKnown(),
            new SourceHash(new byte[32]),
            new DateOnly(2022, 3, 31),
            mapping: Mapping.Parse(proposal.Json)
        );
        // Each thing that is open is told once, as a place in the mapping, and not again on thousands of rows.
        var errors = read.Problems.All.Where(p => p.Severity == Severity.Error).ToList();
        Assert.All(errors, p => Assert.Equal(("kortlægning.json", "undecided"), (p.File, p.Code)));
        Assert.Equal(
            ["boern.Køn", "boern.Målgruppe", "indsatser.Lovgrundlag", "indsatser.Ydelse", "kommune.Kommunenr", "kommune.Navn"],
            errors.Select(p => p.Column!).Order(StringComparer.Ordinal)
        );
        Assert.False(read.CanSetAside);
        // What hangs on what is open is not warned of meanwhile.
        Assert.DoesNotContain(read.Problems.All, p => p.Code is "no-measure-that-day" or "no-rows");
        // A newcomer answers them, and the known answers are there.
        json["koder"]!["boern.Køn"] = new JsonObject { ["1"] = "dreng", ["2"] = "pige" };
        json["koder"]!["indsatser.Ydelse"] = JsonNode.Parse(
            """
            { "er": { "U1": "plejefamilie", "U2": "plejefamilie", "U3": "plejefamilie", "U4": "plejefamilie", "U5": "plejefamilie", "U6": "plejefamilie",
                      "K2": "døgninstitution", "R1": "døgninstitution", "H5": "eget-værelse", "P2": "eget-værelse" }, "ellers": "efterskole" }
            """
        );
        foreach (
            var (place, value) in new[]
            {
                ("boern.Målgruppe", "udsat"),
                ("indsatser.Lovgrundlag", "46"),
                ("kommune.Kommunenr", "903"),
                ("kommune.Navn", "Newtown"),
            }
        )
            json["faste"]![place] = value;
        var whole = Extract.Read(
            source,
            new NothingKnown(),
            new SourceHash(new byte[32]),
            new DateOnly(2022, 3, 31),
            mapping: Mapping.Parse(json.ToJsonString())
        );
        Assert.False(whole.HasErrors);
        var register = whole.ToRegister();
        int[] Placed(DateOnly day) =>
            [
                .. new[] { "plejefamilie", "døgninstitution", "eget-værelse", "efterskole" }.Select(kind =>
                    register.Children.Count(c => c.Interventions.Any(m => m.RunsOn(day) && m.Code == kind))
                ),
            ];
        Assert.Equal([163, 35, 14, 31], Placed(new(2020, 1, 1)));
        Assert.Equal([55, 12, 9, 10], Placed(new(2022, 3, 27)));
    }

    [Fact]
    public void A_file_in_the_format_itself_needs_nothing_and_one_that_looks_like_nothing_is_named()
    {
        var proposal = Of(
            ("boern.csv", Extracts.Children),
            ("sager.csv", Extracts.Cases),
            ("kommune.csv", Extracts.Municipality),
            ("hunde.csv", "Navn;Race\nFido;Puddel\n")
        );
        var json = JsonNode.Parse(proposal.Json)!;
        Assert.Empty(json["kolonner"]!.AsObject());
        Assert.Null(json["faste"]);
        Assert.Equal(["Filen hunde.csv ligner ingen af Spors tabeller."], proposal.Unmapped);
    }

    [Fact]
    public void What_stands_open_in_a_mapping_never_goes_in_as_a_question_mark()
    {
        var extract = Extracts.With(
            ("kortlægning.json", """{ "faste": { "boern.Skole": "?" } }"""),
            ("boern.csv", "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2012-03-04;udsat\nB2;Bo;Lund;2012-03-04;udsat\n")
        );
        Assert.Equal(["kortlægning.json:0 boern.Skole undecided"], extract.Said());
    }

    [Theory]
    [InlineData("01-03-2024", true)]
    [InlineData("29-02-2024", false)]
    public void Whether_the_end_is_the_day_of_leaving_is_asked_of_the_rows(string end, bool leaving)
    {
        var rows = string.Concat(Enumerable.Range(1, 5).Select(i => $"B{i};pleje;46;01-02-2024;{end}\nB{i};pleje;46;01-03-2024;\n"));
        var proposal = Of(("Ydelser.csv", "Barn;Ydelse;Paragraf;Startdato;Slutdato\n" + rows));
        Assert.Equal(leaving, JsonNode.Parse(proposal.Json)!["slutdag"] is not null);
        Assert.Contains(
            proposal.Unmapped,
            u =>
                u.Contains(
                    leaving ? "5 af 5 skift begynder den næste indsats samme dag" : "læses som den sidste dag",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_column_with_very_many_values_is_no_list_of_codes()
    {
        var rows = string.Concat(Enumerable.Range(0, 4000).Select(i => $"B1;art {i};52;2025-01-01;\n"));
        var json = JsonNode.Parse(Of(("Ydelser.csv", "Barn;Ydelse;Paragraf;Startdato;Slutdato\n" + rows)).Json)!;
        Assert.Equal("Ydelser.csv", (string?)json["filer"]!["indsatser"]);
        Assert.Null(json["koder"]!["indsatser.Ydelse"]);
    }

    [Fact]
    public void A_first_line_that_says_the_separator_is_skipped_and_lines_are_counted_from_it()
    {
        var extract = Extracts.With(("sager.csv", "sep=,\r\nSagId,BarnId,Åbnet\r\nS1,B1,2024-01-02\r\nS2,B9,2024-01-02\r\n"));
        Assert.Equal(["sager.csv:4 BarnId unknown-key"], extract.Said());
    }

    [Fact]
    public void Text_that_was_encoded_twice_is_told_once_for_a_file()
    {
        var extract = Extracts.With(
            (
                "boern.csv",
                "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;SÃ¸ren;Ã…gÃ¥rd;2012-03-04;udsat\nB2;KÃ¦re;Holm;2012-03-04;udsat\n"
            )
        );
        Assert.Equal(["?boern.csv:2 Fornavn encoded-twice"], extract.Said());
    }

    [Fact]
    public void A_pipe_in_the_folder_is_refused_and_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("spor-pipe").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "boern.csv"), Extracts.Children);
            using (var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(folder, "sager.csv")))
                made.WaitForExit();
            Assert.Contains("rør", Assert.Throws<ExtractException>(() => ExtractSource.At(folder)).Message, StringComparison.Ordinal);
            File.Delete(Path.Combine(folder, "sager.csv"));
            File.CreateSymbolicLink(Path.Combine(folder, "sager.csv"), "/dev/zero");
            Assert.Contains("rør", Assert.Throws<ExtractException>(() => ExtractSource.At(folder)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
