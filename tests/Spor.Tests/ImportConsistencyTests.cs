using Spor.Children;
using Spor.Exchange.Import;

namespace Spor.Tests;

/// <summary>What registers get wrong again and again, and what one row alone cannot show: <c>import-format.md</c>, "Bad input".</summary>
public class ImportConsistencyTests
{
    const string Measures = "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Slut;Pris;Enhed\n";

    [Theory]
    [InlineData("teams.csv", "TeamId;Navn;Loft;Fra;Til\nT1;Nord;15;2020-01-01;2022-06-30\nT1;Nord;12;2022-06-01;\n", "3 TeamId")]
    [InlineData("teams.csv", "TeamId;Navn;Loft;Fra;Til\nT1;Nord;15;2020-01-01;2022-05-31\nT1;Nord;12;2022-06-01;\n", null)]
    [InlineData(
        "ydelser.csv",
        "Ydelse;Navn;Trin;Fra;Til\nhjem;Hjælp;3;2020-01-01;\nhjem;Hjælp;4;2024-01-01;2024-12-31\nhjem;Hjælp;5;2025-06-01;\n",
        "3 Ydelse,4 Ydelse"
    )]
    [InlineData("konti.csv", "Konto;Navn;Trin;Fra;Til\n5.28.21.002;Hjem;3;2020-01-01;\n5.28.21.002;Hjem;2;2024-01-01;\n", "3 Konto")]
    [InlineData(
        "medarbejdere.csv",
        "MedarbejderId;Navn;Rolle;Årsværk;Fra;Til\nM1;Ida;rådgiver;0,5;2020-01-01;\nM1;Ida;rådgiver;0,5;2024-01-01;\n",
        "3 MedarbejderId"
    )]
    [InlineData(
        "medarbejdere.csv",
        "MedarbejderId;Navn;Rolle;Årsværk;Fra;Til\nM1;Ida;rådgiver;0,5;2020-01-01;\nM1;Ida;leder;0,5;2024-01-01;\n",
        null
    )]
    public void Rows_of_one_thing_that_hold_on_the_same_day_are_told_with_their_lines(string file, string text, string? said)
    {
        var extract = Extracts.With((file, text));
        Assert.Equal(said is null ? [] : said.Split(',').Select(s => $"?{file}:{s} rows-overlap"), extract.Said());
        if (said is not null)
            Assert.Contains("linje 2", extract.Problems.All[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_district_that_lies_with_two_teams_on_one_day_is_told() =>
        Assert.Equal(
            ["?distrikter.csv:3 DistriktId rows-overlap"],
            Extracts
                .With(
                    ("teams.csv", "TeamId;Navn;Fra\nT1;Nord;2020-01-01\nT2;Syd;2020-01-01\n"),
                    ("distrikter.csv", "DistriktId;Navn;TeamId;Fra;Til\nD1;Nord;T1;2020-01-01;\nD1;Nord;T2;2024-01-01;\n")
                )
                .Said()
        );

    [Fact]
    public void A_price_below_nothing_is_taken_with_a_warning() =>
        Assert.Equal(
            ["?indsatser.csv:2 Pris negative-price"],
            Extracts.With(("indsatser.csv", Measures + "I1;B1;hjem;52.3.2;2024-02-02;2024-03-02;-500;måned\n")).Said()
        );

    [Fact]
    public void More_than_one_full_time_equivalent_for_one_person_is_told_once() =>
        Assert.Equal(
            ["?medarbejdere.csv:3 Årsværk over-full-time"],
            Extracts
                .With(
                    (
                        "medarbejdere.csv",
                        "MedarbejderId;Navn;Rolle;Årsværk;Fra;Til\nM1;Ida;rådgiver;0,7;2020-01-01;\nM1;Ida;leder;0,5;2024-01-01;\n"
                            + "M2;Bo;rådgiver;1;2020-01-01;\n"
                    )
                )
                .Said()
        );

    [Fact]
    public void Two_measures_alike_are_told() =>
        Assert.Equal(
            ["?indsatser.csv:3 IndsatsId measure-twice"],
            Extracts
                .With(
                    (
                        "indsatser.csv",
                        Measures
                            + "I1;B1;hjem;52.3.2;2024-02-02;;500;dag\nI2;B1;hjem;52.3.2;2024-02-02;;500;dag\n"
                            + "I3;B1;hjem;52.3.2;2024-02-02;;600;dag\nI4;B2;hjem;52.3.2;2024-02-02;;500;dag\n"
                    )
                )
                .Said()
        );

    [Fact]
    public void A_placement_that_was_never_closed_before_the_next_one_is_told() =>
        Assert.Equal(
            ["?indsatser.csv:2 Slut placement-not-closed"],
            Extracts
                .With(
                    (
                        "indsatser.csv",
                        Measures
                            + "I1;B1;plejefamilie;46;2024-02-02;;;\nI2;B1;døgninstitution;46;2024-06-01;2024-08-01;;\n"
                            + "I3;B1;døgninstitution;46;2024-09-01;;;\nI4;B1;hjem;52.3.2;2024-10-01;;;\n"
                    )
                )
                .Said()
                .Take(1)
        );

    [Fact]
    public void Ends_on_the_day_the_next_placement_begins_are_asked_about_once()
    {
        string Moves(string end) =>
            Measures
            + string.Concat(
                Enumerable
                    .Range(1, 4)
                    .Select(i =>
                        $"I{i};B1;plejefamilie;46;2024-0{i}-01;{(i == 4 ? "" : $"2024-0{i + (end == "same" ? 1 : 0)}-" + (end == "same" ? "01" : i is 2 ? "29" : "31"))};;\n"
                    )
            );
        Assert.Equal(["?indsatser.csv:0 Slut end-is-next-start"], Extracts.With(("indsatser.csv", Moves("same"))).Said());
        Assert.Equal([], Extracts.With(("indsatser.csv", Moves("day before"))).Said());
    }

    [Theory]
    [InlineData("5", "?indsatser.csv:2 Enhed price-without-unit")]
    [InlineData("", null)]
    public void A_price_without_its_unit_is_told(string price, string? said) =>
        Assert.Equal(
            said is null ? [] : [said],
            Extracts.With(("indsatser.csv", Measures + $"I1;B1;hjem;52.3.2;2024-02-02;2024-03-02;{price};\n")).Said()
        );

    [Fact]
    public void A_name_of_a_list_that_was_encoded_twice_is_told_too() =>
        Assert.Equal(
            ["?teams.csv:2 Navn encoded-twice"],
            Extracts.With(("teams.csv", "TeamId;Navn;Fra\nT1;SÃ¸nderjylland;2020-01-01\nT2;VÃ¦st;2020-01-01\n")).Said()
        );

    /// <summary>Every warning that has a column, about an extract with headings of its own: the heading stands in the problem's place, in
    /// what is expected where another column is named, and in the file.</summary>
    [Fact]
    public void A_warning_is_said_in_the_files_own_headings()
    {
        var extract = Extracts.With(
            (
                "kortlægning.json",
                """
                {"filer": {"indsatser": ["a.csv", "b.csv"], "planer": "p.csv"},
                 "kolonner": {"indsatser": {"IndsatsId": "NR", "BarnId": "CHILD", "Ydelse": "PLACE", "Lovgrundlag": "PAR", "Start": "DECOM", "Slut": "DEC", "ForventetSlut": "EXP"},
                              "planer": {"PlanId": "NR", "BarnId": "CHILD", "Type": "T", "Besluttet": "DEC", "Færdig": "DONE", "Lukket": "CLOSED"}}}
                """
            ),
            ("a.csv", "NR;CHILD;PLACE;PAR;DECOM;DEC;EXP\n1;B1;plejefamilie;46;2024-01-01;2024-02-01;\n2;B2;hjem;46;2024-01-01;;\n"),
            (
                "b.csv",
                "NR;CHILD;PLACE;PAR;DECOM;DEC;EXP\n3;B1;plejefamilie;46;2024-02-01;2024-03-01;2024-01-15\n4;B2;hjem;46;2024-01-01;;\n"
                    + "5;B1;plejefamilie;46;2024-03-01;2024-04-01;\n6;B1;plejefamilie;46;2024-04-01;;\n"
            ),
            ("p.csv", "NR;CHILD;T;DEC;DONE;CLOSED\n1;B1;ungeplan;2025-03-01;2025-02-01;\n")
        );
        Problem Told(string code) => extract.Problems.All.Single(p => p.Code == code);
        Assert.Equal("DEC (Slut)", Told("end-is-next-start").Place);
        var twin = Told("measure-twice");
        Assert.Equal(("b.csv", "NR (IndsatsId)"), (twin.File, twin.Place));
        // The row that it is like stands in another file, which is named.
        Assert.Contains("linje 3 i a.csv", twin.Expected, StringComparison.Ordinal);
        Assert.Equal(
            [
                "DONE (Færdig): en dato, der ikke ligger før DEC (Besluttet): 2025-03-01",
                "EXP (ForventetSlut): en dato, der ikke ligger før DECOM (Start): 2024-02-01",
            ],
            extract.Problems.All.Where(p => p.Code == "odd-order").Select(p => $"{p.Place}: {p.Expected}")
        );
        Assert.Contains(";DEC;", System.Text.Encoding.UTF8.GetString(Problems.ToCsv(extract.Problems.All)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2026-11-01;\n", "?sager.csv:2 Åbnet day-ahead")]
    [InlineData("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-11-01;2026-11-01\n", "?sager.csv:2 Lukket day-ahead")]
    [InlineData("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2026-10-31;\n", null)]
    [InlineData("samtaler.csv", "SamtaleId;BarnId;Dato;Formål\nX1;B1;2027-01-01;opfølgning\n", "?samtaler.csv:2 Dato day-ahead")]
    [InlineData(
        "underretninger.csv",
        "UnderretningId;BarnId;Modtaget;Underretter\nU1;B1;2026-11-01T08:00;skole\n",
        "?underretninger.csv:2 Modtaget day-ahead"
    )]
    [InlineData(
        "boern.csv",
        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2027-08-31;udsat\nB2;Åse;Bøgh;2014-05-06;udsat\n",
        null
    )]
    [InlineData(
        "boern.csv",
        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2027-09-01;udsat\nB2;Åse;Bøgh;2014-05-06;udsat\n",
        "?boern.csv:2 Fødselsdato day-ahead"
    )]
    public void What_has_happened_cannot_lie_after_the_day_the_extract_describes(string file, string text, string? said) =>
        Assert.Equal(said is null ? [] : [said], Extracts.With((file, text)).Said());

    [Theory]
    [InlineData("040312-1234", "2012-03-04", null)]
    [InlineData("640312-1234", "2012-03-04", null)] // given for the time being: the day and 60
    [InlineData("050312-1234", "2012-03-04", "?boern.csv:2 CPR cpr-other-birthday")]
    [InlineData("40312-1234", "2012-03-04", "?boern.csv:2 CPR cpr-nine-digits")]
    [InlineData("4031-1234", "2012-03-04", "boern.csv:2 CPR not-a-cpr")]
    public void A_cpr_number_begins_with_the_birthday_and_has_ten_digits(string cpr, string born, string? said)
    {
        var extract = Extracts.With(
            (
                "boern.csv",
                $"BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;{cpr};Ida;Holm;{born};udsat\nB2;;Bo;Holm;2014-05-06;udsat\n"
            )
        );
        Assert.Equal(said is null ? [] : [said], extract.Said());
        if (said?.Contains("nine", StringComparison.Ordinal) == true)
            Assert.Equal("0403121234", ((ChildFact)extract.Table("boern").Facts[0]).Cpr);
    }
}
