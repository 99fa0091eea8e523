using System.Text;
using Spor.Children;
using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Plans;

namespace Spor.Tests;

public class ImportTests
{
    const string Measures = "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Slut;Pris;Enhed\n";

    [Fact]
    public void A_clean_extract_has_no_problems() => Assert.Equal([], Extracts.With().Said());

    [Fact]
    public void All_problems_are_found_in_one_go()
    {
        var extract = Extracts.With(
            ("boern.csv", "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2012-0x-04;udsatt\nB1;Bo;;2014-05-06;udsat\n"),
            ("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B7;2024-01-02;2023-01-01\n")
        );
        Assert.Equal(
            [
                "boern.csv:2 Fødselsdato not-a-date",
                "boern.csv:2 Målgruppe unknown-code",
                "boern.csv:3 Efternavn missing",
                "boern.csv:3 BarnId key-twice",
                "sager.csv:2 BarnId unknown-key",
                "sager.csv:2 Lukket end-before-start",
            ],
            extract.Said()
        );
        Assert.Equal("2012-0x-04", extract.Problems.All[0].Value);
        Assert.Contains("»udsat«", extract.Problems.All[1].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_stops_the_file_and_names_the_nearest_heading()
    {
        var extract = Extracts.With(("sager.csv", "SagId;BarnId;Åbnett\nS1;B1;2024-01-02\n"));
        Assert.Equal(["sager.csv:1 Åbnet column-missing"], extract.Said());
        Assert.Contains("»Åbnett«", extract.Problems.All[0].Expected, StringComparison.Ordinal);
        Assert.False(extract.CanSetAside);
    }

    [Fact]
    public void A_required_file_must_be_there_the_first_time()
    {
        var extract = Extracts.With(("sager.csv", null));
        Assert.Equal(["sager.csv:0 file-missing"], extract.Said());
        Assert.False(extract.CanSetAside);
    }

    [Fact]
    public void Extra_files_and_columns_are_named_and_not_read()
    {
        var extract = Extracts.With(
            (
                "boern.csv",
                "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe;Skostørrelse\nB1;Ida;Holm;2012-03-04;udsat;36\nB2;Bo;Holm;2012-03-04;udsat;37\n"
            ),
            ("hunde.csv", "Navn\nFido\n")
        );
        Assert.Equal([], extract.Said());
        Assert.Equal(
            [
                "Filen hunde.csv hører ikke til formatet og er ikke læst.",
                "boern.csv: kolonnen Skostørrelse hører ikke til formatet og er ikke læst.",
            ],
            extract.Ignored
        );
    }

    [Theory]
    [InlineData("BARNID;FORNAVN;EFTERNAVN;FØDSELSDATO;MÅLGRUPPE")]
    [InlineData("barnid;fornavn;efternavn;foedselsdato;maalgruppe")]
    [InlineData("\ufeffBarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe")]
    [InlineData("Barn Id; Fornavn ;Efternavn;Fødselsdato;Målgruppe")]
    [InlineData("\n\"BarnId\";\"Fornavn\";Efternavn;Fødselsdato;Målgruppe")]
    public void Headings_are_known_in_any_case_and_with_letters_spelled_out(string headings) =>
        Assert.Equal([], Extracts.With(("boern.csv", headings + "\nB1;Ida;Holm;2012-03-04;udsat\nB2;Bo;Holm;2012-03-04;udsat")).Said());

    [Theory]
    [InlineData(",")]
    [InlineData("\t")]
    public void Another_separator_in_the_heading_row_is_recognised(string separator) =>
        Assert.Equal([], Extracts.With(("boern.csv", Extracts.Children.Replace(";", separator, StringComparison.Ordinal))).Said());

    [Fact]
    public void A_heading_that_stands_twice_is_an_error() =>
        Assert.Equal(
            ["sager.csv:1 Åbnet heading-twice"],
            Extracts.With(("sager.csv", "SagId;BarnId;Åbnet;Aabnet\nS1;B1;2024-01-02;2024-01-03\n")).Said()
        );

    [Fact]
    public void Text_that_is_not_utf8_is_read_as_windows_1252()
    {
        var extract = Extracts.With(CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        Assert.Equal([], extract.Said());
        Assert.Equal("Åse Bøgh", ((ChildFact)extract.Table("boern").Facts[1]).Name);
    }

    [Fact]
    public void A_file_saved_as_unicode_text_by_a_spreadsheet_is_read()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Extracts.Children.Replace(';', '\t'))).ToArray();
        Assert.Equal(
            [],
            Extracts.Read(new TextSource(new() { ["boern.csv"] = bytes, ["sager.csv"] = Encoding.UTF8.GetBytes(Extracts.Cases) })).Said()
        );
    }

    [Theory]
    [InlineData("2024-01-02")]
    [InlineData("02-01-2024")]
    [InlineData("2024-01-02T00:00")]
    [InlineData("2024-01-02 00:00:00")]
    public void A_day_may_be_written_in_several_ways(string day)
    {
        var extract = Extracts.With(("sager.csv", $"SagId;BarnId;Åbnet\nS1;B1;{day}\n"));
        Assert.Equal([], extract.Said());
        Assert.Equal(new DateOnly(2024, 1, 2), ((CaseFact)extract.Table("sager").Facts[0]).OpenedOn);
    }

    [Theory]
    [InlineData("2023-02-29", "not-a-date")]
    [InlineData("31/1/2024", "not-a-date")]
    [InlineData("2024-01-02T14:00", "not-a-date")]
    [InlineData("2024-13-01", "not-a-date")]
    [InlineData("0024-01-01", "date-out-of-range")]
    [InlineData("2O24-01-02", "not-a-date")]
    public void What_is_not_a_day_is_an_error(string day, string code) =>
        Assert.Equal([$"sager.csv:2 Åbnet {code}"], Extracts.With(("sager.csv", $"SagId;BarnId;Åbnet\nS1;B1;{day}\n")).Said());

    [Fact]
    public void A_time_that_the_clock_change_skipped_is_a_warning_and_kept_as_delivered()
    {
        var extract = Extracts.With(
            (
                "underretninger.csv",
                "UnderretningId;BarnId;Modtaget;Underretter\nU1;B1;2026-03-29T02:30;skole\nU2;B1;2025-10-26T02:30;skole\nU3;B1;2026-01-31 14:20;skole\n"
            )
        );
        Assert.Equal(["?underretninger.csv:2 Modtaget time-skipped"], extract.Said());
        Assert.Equal(new DateTime(2026, 3, 29, 2, 30, 0), ((NotificationFact)extract.Table("underretninger").Facts[0]).ReceivedAt);
    }

    [Theory]
    [InlineData("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;2024-01-01\n", "sager.csv:2 Lukket end-before-start")]
    [InlineData("indsatser.csv", Measures + "I1;B1;hjem;52.3.2;2024-01-02;2024-01-01;;\n", "indsatser.csv:2 Slut end-before-start")]
    [InlineData("teams.csv", "TeamId;Navn;Fra;Til\nT1;Øst;2024-01-02;2024-01-01\n", "teams.csv:2 Til end-before-start")]
    [InlineData(
        "udredninger.csv",
        "UdredningId;BarnId;Type;Kendt;Påbegyndt;Afsluttet\nA1;B1;bfu;2024-01-01;2024-02-01;2024-01-15\n",
        "udredninger.csv:2 Afsluttet end-before-start"
    )]
    [InlineData(
        "udredninger.csv",
        "UdredningId;BarnId;Type;Kendt;Påbegyndt;Afsluttet\nA1;B1;bfu;2024-01-03;2024-01-01;2024-01-15\n",
        "?udredninger.csv:2 Påbegyndt odd-order"
    )]
    [InlineData(
        "planer.csv",
        "PlanId;BarnId;Type;Besluttet;Færdig;Lukket\nP1;B1;handleplan;2024-01-01;2024-03-01;2024-02-01\n",
        "?planer.csv:2 Lukket odd-order"
    )]
    [InlineData(
        "underretninger.csv",
        "UnderretningId;BarnId;Modtaget;Underretter;Vurderet\nU1;B1;2024-01-02T10:00;skole;2024-01-02T09:00\n",
        "?underretninger.csv:2 Vurderet odd-order"
    )]
    public void An_end_before_its_start_is_an_error_and_every_other_odd_order_a_warning(string file, string text, string said) =>
        Assert.Equal([said], Extracts.With((file, text)).Said());

    [Fact]
    public void A_day_on_which_a_period_starts_may_be_its_last() =>
        Assert.Equal([], Extracts.With(("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;2024-01-02\n")).Said());

    [Fact]
    public void An_unknown_key_names_the_nearest_known_one()
    {
        var extract = Extracts.With(
            ("boern.csv", Extracts.Children.Replace("B2;", "BARN-0042;", StringComparison.Ordinal)),
            ("sager.csv", "SagId;BarnId;Åbnet\nS1;BARN-0024;2024-01-02\n")
        );
        Assert.Equal(["sager.csv:2 BarnId unknown-key"], extract.Said());
        Assert.Contains("»BARN-0042«", extract.Problems.All[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_measure_names_the_nearest_in_the_catalogue()
    {
        var extract = Extracts.With(
            ("indsatser.csv", Measures + "I1;B1;plejefamlie;52.3.7;2024-01-02;;;\nI2;B1;DØGNINSTITUTION;46;2024-01-02;;;\n")
        );
        Assert.Equal(["indsatser.csv:2 Ydelse unknown-code"], extract.Said());
        Assert.Contains("»plejefamilie«", extract.Problems.All[0].Expected, StringComparison.Ordinal);
        Assert.Equal("døgninstitution", ((InterventionFact)extract.Table("indsatser").Facts[1]).Code);
    }

    [Fact]
    public void Two_rows_with_one_key_are_an_error_that_names_the_other_line()
    {
        var extract = Extracts.With(("sager.csv", "SagId;BarnId;Åbnet\nS1;B1;2024-01-02\nS1;B2;2024-01-02\n"));
        Assert.Equal(["sager.csv:3 SagId key-twice"], extract.Said());
        Assert.Contains("linje 2", extract.Problems.All[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void One_goal_measured_twice_on_a_day_is_one_key_however_the_day_is_written() =>
        Assert.Equal(
            ["maalinger.csv:3 MaalId + Dato key-twice"],
            Extracts
                .With(
                    ("planer.csv", "PlanId;BarnId;Type;Besluttet\nP1;B1;handleplan;2024-01-01\n"),
                    ("maal.csv", "MaalId;PlanId;Beskrivelse\nM1;P1;Sove\n"),
                    ("maalinger.csv", "MaalId;Dato;Score\nM1;2024-02-01;4\nM1;01-02-2024;5\n")
                )
                .Said()
        );

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("5,5")]
    [InlineData("fem")]
    public void A_score_is_a_whole_number_from_1_to_10(string score) =>
        Assert.Equal(
            ["maalinger.csv:2 Score out-of-range"],
            Extracts
                .With(
                    ("planer.csv", "PlanId;BarnId;Type;Besluttet\nP1;B1;handleplan;2024-01-01\n"),
                    ("maal.csv", "MaalId;PlanId;Beskrivelse\nM1;P1;Sove\n"),
                    ("maalinger.csv", $"MaalId;Dato;Score\nM1;2024-02-01;{score}\n")
                )
                .Said()
        );

    [Theory]
    [InlineData("1250", 125000, null)]
    [InlineData("1250,5", 125050, null)]
    [InlineData("1250.50", 125050, null)]
    [InlineData("1.234", null, "indsatser.csv:2 Pris thousands-separator")] // a thousandfold mistake
    [InlineData("0.125", null, "indsatser.csv:2 Pris too-many-decimals")]
    [InlineData("1234,567", null, "indsatser.csv:2 Pris too-many-decimals")]
    [InlineData("1.234,50", null, "indsatser.csv:2 Pris not-a-number")]
    [InlineData("-5", -500, "?indsatser.csv:2 Pris negative-price")] // a parent's payment
    [InlineData("99999999999999999", null, "indsatser.csv:2 Pris out-of-range")]
    [InlineData("12 kr", null, "indsatser.csv:2 Pris not-a-number")]
    public void Money_has_no_thousands_separator_and_at_most_two_decimals(string price, int? ore, string? said)
    {
        var extract = Extracts.With(("indsatser.csv", Measures + $"I1;B1;hjem;52.3.2;2024-01-02;;{price};dag\n"));
        Assert.Equal(said is null ? [] : [said], extract.Said());
        Assert.Equal(ore, (int?)((InterventionFact)extract.Table("indsatser").Facts[0]).PriceOre);
    }

    [Fact]
    public void An_end_that_nobody_lives_to_see_is_still_running_with_one_warning_a_file()
    {
        var extract = Extracts.With(
            (
                "indsatser.csv",
                Measures
                    + "I1;B1;hjem;52.3.2;2024-01-02;;;\nI2;B1;hjem;52.3.2;2024-01-02;2100-01-01;;\nI3;B1;hjem;52.3.2;2024-01-02;2099-12-31;;\nI4;B1;hjem;52.3.2;2024-01-02;9999-12-31;;\n"
            )
        );
        Assert.Contains("?indsatser.csv:3 Slut end-never", extract.Said());
        Assert.Single(extract.Said(), s => s.EndsWith("end-never", StringComparison.Ordinal));
    }

    [Fact]
    public void Prices_from_a_day_on_belong_to_their_measure()
    {
        var extract = Extracts.With(
            ("indsatser.csv", Measures + "I1;B1;hjem;52.3.2;2024-01-02;;100;dag\n"),
            (
                "priser.csv",
                "IndsatsId;Fra;Pris;Enhed;Antal\nI1;2025-01-01;110;dag;\nI1;2026-01-01;3000;kvartal;2\nI1;2026-06-01;-50;14 dage;\n"
            )
        );
        Assert.Equal(["?priser.csv:4 Pris negative-price"], extract.Said());
        var file = extract.ToRegister().Children.Single(c => c.Interventions.Length > 0);
        Assert.Equal(
            [(110_00, PriceUnit.Day, null), (3000_00, PriceUnit.Quarter, 200), (-50_00, PriceUnit.Fortnight, null)],
            file.Prices.Select(p => (p.PriceOre, p.Unit, p.QuantityHundredths))
        );
        Assert.All(file.Prices, p => Assert.Equal((file.Interventions[0].Id, file.Id), (p.InterventionId, p.ChildId)));
        Assert.Equal(
            ["priser.csv:2 IndsatsId unknown-key"],
            Extracts
                .With(
                    ("indsatser.csv", Measures + "I1;B1;hjem;52.3.2;2024-01-02;;100;dag\n"),
                    ("priser.csv", "IndsatsId;Fra;Pris;Enhed\nI9;2025-01-01;110;dag\n")
                )
                .Said()
        );
    }

    [Fact]
    public void A_line_of_the_ledger_that_names_an_unknown_measure_is_kept_with_a_warning()
    {
        var extract = Extracts.With(
            ("indsatser.csv", Measures + "I1;B1;hjem;52.3.2;2024-01-02;;100;dag\n"),
            ("regnskab.csv", "Konto;Måned;Beløb;IndsatsId\n5.28.21.002;2024-01;100;I1\n5.28.21.002;2024-01;-50;I77\n")
        );
        Assert.Equal(["?regnskab.csv:3 IndsatsId unknown-key"], extract.Said());
        Assert.Equal([100_00L, -50_00L], extract.ToRegister().Ledger.Select(l => l.AmountOre));
    }

    [Fact]
    public void One_cpr_number_on_two_children_is_a_warning()
    {
        var extract = Extracts.With(
            (
                "boern.csv",
                "BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;040312-1234;Ida;Holm;2012-03-04;udsat\nB2;0403121234;Bo;Holm;2012-03-04;udsat\n"
            )
        );
        Assert.Equal(["?boern.csv:3 CPR cpr-twice"], extract.Said());
        Assert.Null(extract.Problems.All[0].Value);
    }

    [Theory]
    [InlineData("040312-AB12", true)]
    [InlineData("040312-123", false)]
    [InlineData("0A0312-1234", false)]
    public void A_replacement_number_may_have_letters_at_its_end(string cpr, bool good) =>
        Assert.Equal(
            good ? [] : ["boern.csv:2 CPR not-a-cpr"],
            Extracts
                .With(
                    (
                        "boern.csv",
                        $"BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;{cpr};Ida;Holm;2012-03-04;udsat\nB2;;Bo;Holm;2014-05-06;udsat\n"
                    )
                )
                .Said()
        );

    [Fact]
    public void A_measure_on_a_day_its_own_catalogue_has_no_row_for_is_an_error()
    {
        var extract = Extracts.With(
            (
                "ydelser.csv",
                "Ydelse;Navn;Trin;Anbringelse;Fra;Til\nmentor;Mentor;3;nej;2020-01-01;2020-12-31\nmentor;Mentor;2;nej;2021-02-01;\n"
            ),
            (
                "indsatser.csv",
                Measures
                    + "I1;B1;mentor;32;2020-12-01;2021-03-01;;\nI2;B1;mentor;32;2021-03-01;;;\nI3;B1;mentor;32;2019-12-31;2020-01-31;;\n"
            )
        );
        Assert.Equal(["indsatser.csv:2 Ydelse no-catalogue-row", "indsatser.csv:4 Ydelse no-catalogue-row"], extract.Said());
        Assert.Contains("2021-01-01", extract.Problems.All[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_or_visit_on_a_day_its_measure_was_not_running_is_a_warning() =>
        Assert.Equal(
            ["?opfoelgninger.csv:3 Dato measure-not-running", "?tilsyn.csv:2 Dato measure-not-running"],
            Extracts
                .With(
                    ("indsatser.csv", Measures + "I1;B1;plejefamilie;46;2024-01-02;2024-12-31;;\n"),
                    ("opfoelgninger.csv", "OpfoelgningId;IndsatsId;Dato\nO1;I1;2024-12-31\nO2;I1;2025-01-01\n"),
                    ("tilsyn.csv", "TilsynId;IndsatsId;Dato\nT1;I1;2024-01-01\n")
                )
                .Said()
        );

    [Fact]
    public void A_person_over_23_with_an_open_case_is_a_warning() =>
        Assert.Equal(
            ["?sager.csv:2 BarnId too-old"],
            Extracts
                .With(
                    (
                        "boern.csv",
                        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2002-10-31;udsat\nB2;Bo;Holm;2002-11-01;udsat\n"
                    ),
                    ("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2020-01-01;\nS2;B2;2020-01-01;\n")
                )
                .Said()
        );

    [Fact]
    public void Blank_lines_and_rows_of_nothing_but_separators_are_skipped()
    {
        var extract = Extracts.With(
            ("sager.csv", "SagId;BarnId;Åbnet;Lukket\r\n\r\nS1;B1;2024-01-02;\r\n;;;\r\n   \r\nS2;B9;2024-01-02;\r\n")
        );
        Assert.Equal(["sager.csv:6 BarnId unknown-key"], extract.Said());
    }

    [Fact]
    public void A_row_with_too_many_fields_is_an_error_and_one_with_too_few_a_warning() =>
        Assert.Equal(
            ["?sager.csv:2 short-row", "sager.csv:3 wrong-width"],
            Extracts.With(("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02\nS2;B2;2024-01-02;;x\nS3;B2;2024-01-02;;\n")).Said()
        );

    [Fact]
    public void A_quoted_field_holds_separators_quotation_marks_and_lines_and_the_line_is_where_the_row_begins()
    {
        var extract = Extracts.With(
            ("planer.csv", "PlanId;BarnId;Type;Besluttet\nP1;B1;handleplan;2024-01-01\n"),
            ("maal.csv", "MaalId;PlanId;Beskrivelse\nM1;P1;\"Sove; \"\"hele\"\"\nnatten\" \nM2;P9;Spise\n")
        );
        Assert.Equal(["maal.csv:4 PlanId unknown-key"], extract.Said());
        Assert.Equal("Sove; \"hele\"\nnatten", ((GoalFact)extract.Table("maal").Facts[0]).Description);
    }

    [Theory]
    [InlineData("S1;B1;2024-01-02;\nS2;\"B2;2024-02-03;\nS3;B1;2024-01-02;\n", "linje 3")]
    [InlineData("S1;\"B1;2024-01-02;\nS2;\"B2;2024-02-03;\n", "linje 2")]
    public void A_quotation_mark_that_is_never_closed_stops_the_file_and_cannot_be_set_aside(string rows, string where)
    {
        var extract = Extracts.With(("sager.csv", "SagId;BarnId;Åbnet;Lukket\n" + rows));
        Assert.Equal("sager.csv:0 cannot-read", extract.Said()[^1]);
        Assert.Contains(where, extract.Problems.All[^1].Expected, StringComparison.Ordinal);
        Assert.False(extract.CanSetAside);
    }

    [Fact]
    public void Text_after_a_closing_quotation_mark_is_an_error_on_that_row() =>
        Assert.Equal(
            ["sager.csv:2 BarnId bad-quotes", "sager.csv:3 BarnId unknown-key"],
            Extracts.With(("sager.csv", "SagId;BarnId;Åbnet\nS1;\"B1\"x;2024-01-02\nS2;B\"2\";2024-01-02\n")).Said()
        );

    [Theory]
    [InlineData("", "tom")]
    [InlineData("\n\n", "tom")]
    [InlineData("SagId;BarnId;Åbnet\nS1;B\u00001;2024-01-02\n", "nul-tegn på linje 2")]
    public void An_empty_file_and_one_with_nul_bytes_are_said_to_be_so(string text, string said)
    {
        var extract = Extracts.With(("sager.csv", text));
        Assert.Equal(["sager.csv:0 cannot-read"], extract.Said());
        Assert.Contains(said, extract.Problems.All[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_headings_only_is_a_warning() =>
        Assert.Equal(["?planer.csv:0 no-rows"], Extracts.With(("planer.csv", "PlanId;BarnId;Type;Besluttet\n")).Said());

    [Fact]
    public void A_cell_longer_than_any_text_stops_the_file()
    {
        var longest = new string('x', CsvTableReader.LongestCell);
        var headings = "PlanId;BarnId;Type;Besluttet\nP1;B1;handleplan;2024-01-01\n";
        Assert.Equal([], Extracts.With(("planer.csv", headings), ("maal.csv", $"MaalId;PlanId;Beskrivelse\nM1;P1;{longest}\n")).Said());
        Assert.Equal(
            ["maal.csv:0 cannot-read"],
            Extracts.With(("planer.csv", headings), ("maal.csv", $"MaalId;PlanId;Beskrivelse\nM1;P1;{longest}y\n")).Said()
        );
        Assert.Equal(
            ["boern.csv:0 cannot-read", "sager.csv:2 BarnId unknown-key", "sager.csv:3 BarnId unknown-key"],
            Extracts.With(("boern.csv", new string('x', 9_000_000))).Said()
        );
    }

    [Fact]
    public void A_key_too_long_to_be_one_is_an_error() =>
        Assert.Equal(
            ["sager.csv:2 SagId too-long"],
            Extracts.With(("sager.csv", $"SagId;BarnId;Åbnet\n{new string('S', 81)};B1;2024-01-02\n")).Said()
        );

    [Theory]
    [InlineData("2026-01")]
    [InlineData("2026-01-01")]
    [InlineData("01-01-2026")]
    public void A_month_may_be_written_as_its_first_day(string month)
    {
        var extract = Extracts.With(("budget.csv", $"Konto;Måned;Beløb\n5.28.22.002;{month};-1000,25\n"));
        Assert.Equal([], extract.Said());
        Assert.Equal("5.28.22.002|2026-01", extract.Table("budget").Facts[0].SourceKey);
        Assert.Equal(-100025, ((BudgetFact)extract.Table("budget").Facts[0]).AmountOre);
    }

    [Fact]
    public void Two_files_for_one_table_are_an_error() =>
        Assert.Equal(["børn.csv:0 file-twice"], Extracts.With(("børn.csv", Extracts.Children)).Said());

    [Fact]
    public void A_file_that_others_need_and_is_not_there_is_said_once_where_it_may_be_empty() =>
        Assert.Equal(
            ["?boern.csv:2 DistriktId file-not-delivered"],
            Extracts
                .With(
                    (
                        "boern.csv",
                        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe;DistriktId\nB1;Ida;Holm;2012-03-04;udsat;D1\nB2;Bo;Holm;2012-03-04;udsat;D2\n"
                    )
                )
                .Said()
        );

    [Fact]
    public void Rows_set_aside_take_with_them_what_hangs_on_them_and_are_counted()
    {
        var extract = Extracts.With(
            ("sager.csv", "SagId;BarnId;Åbnet\nS1;B1;2024-01-x\nS2;B2;2024-01-02\n"),
            ("medarbejdere.csv", "MedarbejderId;Navn;Rolle;Årsværk;Fra\nR1;Bo;rådgiver;1;2020-01-01\n"),
            (
                "tildelinger.csv",
                "SagId;MedarbejderId;Fra;Til\nS1;R1;2024-01-02;\nS2;R1;2024-01-02;2024-06-30\nS2;R1;2024-07-01;2024-06-01\n"
            ),
            ("planer.csv", "PlanId;BarnId;Type;Besluttet\nP1;B1;plan;2024-01-01\nP2;B2;handleplan;2024-01-01\n"),
            ("maal.csv", "MaalId;PlanId;Beskrivelse\nM1;P1;Sove\nM2;P2;Spise\n"),
            ("maalinger.csv", "MaalId;Dato;Score\nM1;2024-02-01;4\nM1;2024-03-01;5\nM2;2024-03-01;5\n")
        );
        Assert.Equal(3, extract.Problems.Errors);
        Assert.True(extract.CanSetAside);
        extract.SetAside();
        // Both rows of S2's assignments go: rows of one key are one thing.
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["sager"] = 1,
                ["tildelinger"] = 3,
                ["planer"] = 1,
                ["maal"] = 1,
                ["maalinger"] = 2,
            },
            extract.RowsSetAside
        );
        var register = extract.ToRegister();
        Assert.Equal([0, 1], register.Children.Select(c => c.Cases.Length));
        Assert.Equal([0, 1], register.Children.Select(c => c.Measurements.Length));
    }

    [Fact]
    public void A_mapping_reads_foreign_files_headings_codes_and_fixed_values()
    {
        var extract = Extracts.With(
            (
                "kortlægning.json",
                """
                {"_note":"prøve","filer":{"Indsatser":"Udtræk.csv","sager":"Udtræk.csv"},
                "kolonner":{"indsatser":{"IndsatsId":"Nr","BarnId":"Barn","Ydelse":"Art","Start":"Ydelse start","Pris":"Takst"},
                "sager":{"SagId":"Sag","BarnId":"Barn","Aabnet":"Sag start"}},
                "koder":{"indsatser.Ydelse":{"Plejeforhold":"plejefamilie"},"indsatser.Enhed":{"Døgn":"dag"}},
                "faste":{"indsatser.Lovgrundlag":"46","indsatser.Enhed":"døgn"}}
                """
            ),
            ("sager.csv", null),
            (
                "Udtræk.csv",
                "Nr;Sag;Barn;Sag start;Art;Ydelse start;Takst\n"
                    + "1;S1;B1;2024-01-02;plejeforhold;2024-02-01 "
                    + "00:00:00;800\n2;S1;B1;2024-01-02;hjem;2024-03-01;1\n3;S2;B2;2024-05-06;hjem;2024-06-01;1\n"
            )
        );
        Assert.Equal([], extract.Said());
        Assert.Equal(2, extract.Table("sager").Facts.Count);
        var measure = (InterventionFact)extract.Table("indsatser").Facts[0];
        Assert.Equal(
            ("plejefamilie", "46", PriceUnit.Day, 80000L),
            (measure.Code, measure.LegalBasis, measure.Unit!.Value, measure.PriceOre!.Value)
        );
    }

    [Fact]
    public void One_thing_told_differently_by_two_rows_of_a_shared_file_is_an_error() =>
        Assert.Equal(
            ["U.csv:3 SagId key-twice"],
            Extracts
                .With(
                    (
                        "kortlægning.json",
                        """{"filer":{"samtaler":"U.csv","sager":"U.csv"},"kolonner":{"samtaler":{"SamtaleId":"Nr"}},"faste":{"samtaler.Formål":"opfølgning"}}"""
                    ),
                    ("sager.csv", null),
                    ("U.csv", "Nr;SagId;BarnId;Åbnet;Dato\n1;S1;B1;2024-01-02;2024-02-02\n2;S1;B1;2024-01-03;2024-03-03\n")
                )
                .Said()
        );

    [Fact]
    public void A_mapping_with_unknown_names_says_all_of_them_and_the_nearest()
    {
        var extract = Extracts.With(
            (
                "kortlaegning.json",
                """{"filr":{},"filer":{"indsatsr":"x.csv"},"kolonner":{"indsatser":{"Stat":"S"}},"koder":{"indsatser":{}},"faste":{"boern.Målgrupe":"udsat"}}"""
            )
        );
        Assert.Equal(
            [
                "kortlægning.json kan ikke bruges:",
                "»filr« kendes ikke (mente du »filer«?). Kendte: filer, kolonner, koder, tomme, datoer, tal, slutdag, rækker, af, knyt, faste.",
                "Filen »indsatsr« under »filer« er ikke en af formatets (mente du »indsatser«?).",
                "Kolonnen »Stat« under »kolonner« findes ikke i indsatser (mente du »Start«?).",
                "»indsatser« under »koder« skal være fil og kolonne som »indsatser.Enhed«.",
                "Kolonnen »Målgrupe« under »faste« findes ikke i boern (mente du »Målgruppe«?).",
            ],
            extract.Problems.All.Select(p => p.Expected)
        );
        Assert.Contains("linje 2", Assert.Throws<ExtractException>(() => Mapping.Parse("{\n x")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dubu-p30")]
    [InlineData("kmd-insight-bsdubu")]
    public void The_mapping_examples_are_read(string example)
    {
        using var source = ExtractSource.At(Path.Combine(FiguresTests.Root, "examples", "mappings", example));
        var extract = Extracts.Read(source, new DateOnly(2026, 10, 31));
        Assert.Equal([], extract.Said());
        var register = extract.ToRegister();
        Assert.Equal(3, register.Children.Count);
        Assert.True(register.Children.Sum(c => c.Interventions.Length) >= 4);
        Assert.All(register.Children, c => Assert.NotEmpty(c.Cases));
    }

    [Fact]
    public void The_problem_list_as_csv_opens_in_a_spreadsheet_and_starts_no_formula()
    {
        var csv = Encoding.UTF8.GetString(
            Problems.ToCsv([
                new(Severity.Warning, "sager.csv", 7, "Navn", "=HYPERLINK(\"x\")", "c", "en tekst; uden"),
                new(Severity.Error, "sager.csv", 0, null, null, "c", "@f"),
                new(Severity.Error, "sager.csv", 3, "Pris", "-5", "c", "+1") { Own = "Beløb" },
            ])
        );
        Assert.Equal(
            "\ufeffFil;Linje;Kolonne;Værdi;Alvor;Forventet;Spors kolonne\r\nsager.csv;;;;fejl;'@f;\r\nsager.csv;3;Beløb;'-5;fejl;'+1;Pris\r\nsager.csv;7;Navn;\"'=HYPERLINK(\"\"x\"\")\";advarsel;\"en tekst; uden\";\r\n",
            csv
        );
    }
}
