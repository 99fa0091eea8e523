using Spor.Children;
using Spor.Economy;
using Spor.Exchange.Import;
using Spor.FollowUps;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>What a mapping can say, one part at a time.</summary>
public class MappingTests
{
    static readonly DateOnly Day = new(2026, 10, 31);

    static Extract With(string mapping, params (string File, string? Text)[] files) =>
        Extracts.With([("kortlægning.json", mapping), .. files]);

    static InterventionFact[] Measures(Extract extract) => [.. extract.Table("indsatser").Facts.Cast<InterventionFact>()];

    static string Wrong(string mapping) => Assert.Throws<ExtractException>(() => Mapping.Parse(mapping)).Message;

    const string Head = "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Slut\n";

    [Fact]
    public void A_later_files_row_takes_the_place_of_an_earlier_one_with_the_same_key()
    {
        var extract = With(
            """{"filer":{"indsatser":["2025.csv","2026.csv"],"budget":"budget-*.csv"}}""",
            ("2025.csv", Head + "I1;B1;hjem;52.3.2;2025-01-01;\nI2;B1;hjem;52.3.2;2025-02-01;\nI3;B2;hjem;52.3.2;2025-02-01;2025-03-01\n"),
            ("2026.csv", Head + "I1;B1;hjem;52.3.2;2025-01-01;2026-02-01\nI4;B2;hjem;52.3.2;2026-02-01;\n"),
            ("budget-1.csv", "Konto;Måned;Beløb\n5;2026-01;1\n5;2026-01;2\n6;2026-01;7\n"),
            ("budget-2.csv", "Konto;Måned;Beløb\n5;2026-01;4\n5;2026-02;8\n")
        );
        // I2 was running and does not come again.
        Assert.Equal(["?2025.csv:3 Slut not-told-again"], extract.Said());
        Assert.Equal(
            [("I1", new DateOnly(2026, 2, 1)), ("I2", null), ("I3", new DateOnly(2025, 3, 1)), ("I4", null)],
            Measures(extract).Select(m => (m.SourceKey!, m.To))
        );
        // All rows of an account and a month go together: the newer file's one row stands for the older file's two.
        Assert.Equal([700, 400, 800], extract.Table("budget").Facts.Cast<BudgetFact>().Select(b => b.AmountOre));
    }

    [Fact]
    public void A_file_that_the_mapping_names_and_is_not_there_is_an_error_with_the_nearest_name()
    {
        var extract = With("""{"filer":{"indsatser":["indsatser2025.csv","x-*.csv"]}}""", ("indsatser2026.csv", Head));
        Assert.Equal(["indsatser2025.csv:0 file-missing", "x-*.csv:0 file-missing"], extract.Said());
        Assert.Contains("»indsatser2026«", extract.Problems.All[0].Expected, StringComparison.Ordinal);
        Assert.False(extract.CanSetAside);
    }

    [Fact]
    public void Columns_are_joined_to_a_key_and_to_a_text_and_a_line_is_a_key_too()
    {
        var extract = With(
            """
            {"kolonner":{"indsatser":{"IndsatsId":["Barn","Fra"],"BarnId":"Barn","Start":"Fra"},
            "boern":{"BarnId":"Nr","Fornavn":["Navn 1","Navn 2"]},"samtaler":{"SamtaleId":"@linje"}}}
            """,
            (
                "boern.csv",
                "Nr;Navn 1;Navn 2;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Marie;Holm;2012-03-04;udsat\nB2;Bo;;Bøgh;2014-05-06;udsat\n"
            ),
            ("indsatser.csv", "Barn;Ydelse;Lovgrundlag;Fra\nB1;hjem;52.3.2;2025-01-01\nB1;hjem;52.3.2;2025-02-01\n"),
            ("samtaler.csv", "BarnId;Dato;Formål\nB1;2025-01-01;tilsyn\nB1;2025-01-02;tilsyn\n")
        );
        Assert.Equal([], extract.Said());
        Assert.Equal(["B1|2025-01-01", "B1|2025-02-01"], Measures(extract).Select(m => m.SourceKey));
        Assert.Equal(["Ida Marie", "Bo"], extract.Table("boern").Facts.Cast<ChildFact>().Select(c => c.FirstName));
        Assert.Equal(["2", "3"], extract.Table("samtaler").Facts.Select(f => f.SourceKey));
    }

    [Fact]
    public void Codes_may_be_looked_up_by_two_columns_with_a_value_for_the_rest_and_empty_on_either_side()
    {
        var extract = With(
            """
            {"koder":{"indsatser.Ydelse":{"af":["Paragraf","Tilbud"],"er":{"46|Plejefamilie":"plejefamilie","46|":"opholdssted"},"ellers":"hjem"},
            "indsatser.Nærhed":{"":"kommunen","ukendt":""}}}
            """,
            (
                "indsatser.csv",
                "IndsatsId;BarnId;Paragraf;Tilbud;Lovgrundlag;Start;Nærhed\nI1;B1;46;plejefamilie;46;2025-01-01;ukendt\n"
                    + "I2;B1;46;;46;2025-01-01;\nI3;B1;52;Andet;52;2025-01-01;uden for\n"
            )
        );
        Assert.Equal([], extract.Said());
        Assert.Equal(
            [("plejefamilie", null), ("opholdssted", Nearness.Municipality), ("hjem", Nearness.Outside)],
            Measures(extract).Select(m => (m.Code, m.Nearness))
        );
    }

    [Fact]
    public void Codes_are_looked_up_once_so_that_two_may_change_places_and_none_goes_round()
    {
        var extract = With(
            """{"koder":{"indsatser.Ydelse":{"hjem":"gruppe","gruppe":"hjem"}}}""",
            ("indsatser.csv", Head + "I1;B1;hjem;52.3.2;2025-01-01;\nI2;B1;gruppe;52.3.2;2025-01-01;\n")
        );
        Assert.Equal(["gruppe", "hjem"], Measures(extract).Select(m => m.Code));
    }

    [Fact]
    public void A_code_without_a_place_in_the_table_is_told_in_the_files_own_words()
    {
        var problem = Assert.Single(
            With(
                """{"kolonner":{"indsatser":{"Ydelse":"Art"}},"koder":{"indsatser.Ydelse":{"P":"plejefamilie"}}}""",
                ("indsatser.csv", "IndsatsId;BarnId;Art;Lovgrundlag;Start\nI1;B1;Q;46;2025-01-01\n")
            ).Problems.All
        );
        Assert.Equal(
            ("unknown-code", "Ydelse", "Art", "Art (Ydelse)", "Q"),
            (problem.Code, problem.Column, problem.Own, problem.Place, problem.Value)
        );
    }

    [Fact]
    public void Values_that_mean_empty_are_empty_everywhere_or_in_a_column()
    {
        var extract = With(
            """{"tomme":{"alle":["NULL"],"indsatser.Slut":["0001-01-01","9999-12-31"]}}""",
            (
                "indsatser.csv",
                "IndsatsId;BarnId;Ydelse;Lovgrundlag;Leverandør;Start;Slut\nI1;B1;hjem;52.3.2;null;2025-01-01;9999-12-31\n"
                    + "I2;B1;hjem;52.3.2;-;2025-01-02;0001-01-01\n"
            )
        );
        Assert.Equal([], extract.Said());
        Assert.Equal([null, "-"], Measures(extract).Select(m => m.Provider));
        Assert.All(Measures(extract), m => Assert.Null(m.To));
    }

    [Theory]
    [InlineData("dd/MM/yyyy", "31/01/2025")]
    [InlineData("dd.MM.yyyy", "31.01.2025")]
    [InlineData("yyyyMMdd", "20250131")]
    [InlineData("d-M-yyyy", "31-1-2025")]
    [InlineData("excel", "45688")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2025-01-31T00:00:00Z")]
    [InlineData("yyyy-MM-ddTHH:mm:ssZ", "2025-01-30T23:00:00Z")]
    [InlineData("dd/MM/yyyy", "31/01/2025 00:00:00")]
    [InlineData("dd/MM/yyyy", "2025-01-31")]
    public void Dates_are_read_in_the_form_that_the_mapping_gives(string form, string text) =>
        Assert.Equal(
            new DateOnly(2025, 1, 31),
            Measures(With($$"""{"datoer":"{{form}}"}""", ("indsatser.csv", Head + $"I1;B1;hjem;52.3.2;{text};\n")))[0].From
        );

    [Fact]
    public void A_date_that_two_forms_read_as_two_days_is_an_error_and_one_that_fits_one_form_is_not()
    {
        var extract = With(
            """{"datoer":{"indsatser":["dd/MM/yyyy","MM/dd/yyyy","yyyyMMdd"]}}""",
            (
                "indsatser.csv",
                Head
                    + "I1;B1;hjem;52.3.2;31/01/2025;\nI2;B2;hjem;52.3.2;01/31/2025;\nI3;B1;gruppe;52.3.2;20250131;\nI4;B1;hjem;52.3.2;02/03/2025;\nI5;B1;hjem;52.3.2;31.01.2025;\n"
            )
        );
        Assert.Equal(["indsatser.csv:5 Start ambiguous-date", "indsatser.csv:6 Start not-a-date"], extract.Said());
        Assert.All(Measures(extract).Take(3), m => Assert.Equal(new(2025, 1, 31), m.From));
    }

    [Fact]
    public void A_day_of_posting_is_a_month_and_times_and_days_may_have_forms_of_their_own()
    {
        var extract = With(
            """{"datoer":{"regnskab":"dd.MM.yyyy","underretninger.Modtaget":"dd/MM/yyyy HH:mm"},"tal":{"regnskab.Beløb":"1.234,50 kr."}}""",
            ("regnskab.csv", "Konto;Måned;Beløb\n5;17.02.2026;1.234,50 kr.\n5;18.02.2026;2.000.000-\n5;19.02.2026;12,5\n"),
            ("underretninger.csv", "UnderretningId;BarnId;Modtaget;Underretter\nU1;B1;31/01/2025 14:20;skole\n")
        );
        Assert.Equal([], extract.Said());
        Assert.Equal([123_450, -200_000_000, 1250], extract.Table("regnskab").Facts.Cast<LedgerFact>().Select(l => l.AmountOre));
        Assert.All(extract.Table("regnskab").Facts.Cast<LedgerFact>(), l => Assert.Equal(new(2026, 2, 1), l.Month));
    }

    [Fact]
    public void A_number_that_is_not_written_as_the_mapping_says_is_told()
    {
        var extract = With("""{"tal":"1.234,50"}""", ("budget.csv", "Konto;Måned;Beløb\n5;2026-01;12.34\n5;2026-02;1,234.50\n"));
        Assert.Equal(["budget.csv:2 Beløb not-a-number", "budget.csv:3 Beløb not-a-number"], extract.Said());
    }

    [Fact]
    public void An_end_that_is_the_first_day_without_is_a_day_earlier_and_a_row_without_a_day_is_left_out_and_counted()
    {
        var extract = With(
            """{"slutdag":{"indsatser.Slut":"dagen efter"}}""",
            (
                "indsatser.csv",
                Head + "I1;B1;hjem;52.3.2;2025-01-01;2025-03-01\nI2;B1;hjem;52.3.2;2025-01-01;2025-01-01\nI3;B1;hjem;52.3.2;2025-01-02;\n"
            )
        );
        Assert.Equal([], extract.Said());
        Assert.Equal([new DateOnly(2025, 2, 28), null], Measures(extract).Select(m => m.To));
        Assert.Contains(extract.Ignored, i => i.StartsWith("indsatser.csv: 1 række er ladt ude", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_are_taken_or_left_by_what_stands_in_a_column_and_headings_may_stand_below_titles()
    {
        var extract = With(
            """{"rækker":{"indsatser":{"overskrift":3,"kun":{"Type":["Indsats*"]},"uden":{"Status":["Kladde","annulleret"],"BarnId":["I alt",""]}}}}""",
            (
                "indsatser.csv",
                "Udtræk;af;indsatser\nLavet;1/2;\nIndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Type;Status\nI1;B1;hjem;52;2025-01-01;Indsats A;\n"
                    + "I2;B1;hjem;52;2025-01-01;Indsats B;Annulleret\nI3;B1;hjem;52;2025-01-01;Andet;\n;I alt;;;;Indsats;\n"
            )
        );
        Assert.Equal([], extract.Said());
        Assert.Equal("I1", Assert.Single(Measures(extract)).SourceKey);
        Assert.Contains(extract.Ignored, i => i.StartsWith("indsatser.csv: 3 rækker er valgt fra", StringComparison.Ordinal));
    }

    [Fact]
    public void Cases_and_children_are_made_of_the_rows_of_another_table()
    {
        var extract = With(
            """
            {"af":{"sager":{"fra":"indsatser","pr":"BarnId","Åbnet":"første Start","Lukket":"sidste Slut"},
            "boern":{"fra":"indsatser","pr":"BarnId","Fornavn":"første Navn","Efternavn":"BarnId","Fødselsdato":"Født"}},
            "faste":{"boern.Målgruppe":"udsat"}}
            """,
            ("boern.csv", null),
            ("sager.csv", null),
            (
                "indsatser.csv",
                "IndsatsId;BarnId;Navn;Født;Ydelse;Lovgrundlag;Start;Slut\nI1;B1;Ida;2012-03-04;hjem;52;2025-02-01;2025-03-01\n"
                    + "I2;B1;Ea;2012-03-04;hjem;52;2025-01-01;2025-06-30\nI3;B2;Bo;2014-05-06;hjem;52;2025-01-01;2025-02-01\nI4;B2;Bo;2014-05-06;hjem;52;2025-03-01;\n"
            )
        );
        Assert.Equal([], extract.Said());
        Assert.Equal(
            [("B1", new DateOnly(2025, 1, 1), new DateOnly(2025, 6, 30)), ("B2", new DateOnly(2025, 1, 1), null)],
            extract.Table("sager").Facts.Cast<CaseFact>().Select(c => (c.SourceKey!, c.OpenedOn, c.ClosedOn))
        );
        Assert.Equal(
            [("Ida", "B1", new DateOnly(2012, 3, 4)), ("Bo", "B2", new DateOnly(2014, 5, 6))],
            extract.Table("boern").Facts.Cast<ChildFact>().Select(c => (c.FirstName!, c.LastName!, c.BornOn))
        );
    }

    [Fact]
    public void A_visit_of_a_child_is_tied_to_the_placement_that_ran_that_day()
    {
        var extract = With(
            """{"knyt":{"tilsyn.IndsatsId":{"barn":"Barn","dag":"Dato","til":"anbringelse"},"opfoelgninger.IndsatsId":{"barn":"Barn","dag":"Dato","til":["hjem"]}}}""",
            (
                "indsatser.csv",
                Head + "I1;B1;hjem;52;2025-01-01;\nI2;B1;plejefamilie;46;2025-02-01;2025-02-28\nI3;B1;opholdssted;46;2025-02-20;\n"
            ),
            ("tilsyn.csv", "TilsynId;Barn;Dato\nT1;B1;2025-02-10\nT2;B1;2025-02-25\nT3;B1;2025-01-10\nT4;B2;2025-02-10\n"),
            ("opfoelgninger.csv", "OpfoelgningId;Barn;Dato\nO1;B1;2025-02-25\n")
        );
        Assert.Equal(["?tilsyn.csv:4 IndsatsId no-measure-that-day", "?tilsyn.csv:5 IndsatsId no-measure-that-day"], extract.Said());
        var file = extract.ToRegister().Children[0];
        var keys = file.Interventions.ToDictionary(m => m.Id, m => m.SourceKey);
        // Of two that run the one that began last.
        Assert.Equal(["I2", "I3"], file.Visits.Select(v => keys[v.InterventionId]));
        Assert.Equal("I1", keys[Assert.Single(file.FollowUps).InterventionId]);
    }

    [Fact]
    public void The_first_filled_of_several_columns_may_say_the_value_of_another()
    {
        var extract = With(
            """{"kolonner":{"indsatser":{"Pris":{"første":["Pr dag","Pr måned"],"Enhed":["dag","måned"]}}}}""",
            (
                "indsatser.csv",
                "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Pr dag;Pr måned\nI1;B1;hjem;52;2025-01-01;100;3000\nI2;B1;hjem;52;2025-01-01;;3000\nI3;B1;hjem;52;2025-01-01;;\n"
            )
        );
        Assert.Equal([], extract.Said());
        Assert.Equal(
            [(10_000L, PriceUnit.Day), (300_000L, PriceUnit.Month), (null, null)],
            Measures(extract).Select(m => ((long?)m.PriceOre, (PriceUnit?)m.Unit))
        );
    }

    [Fact]
    public void A_municipality_may_be_fixed_so_that_the_mapping_is_all_that_is_needed()
    {
        using var source = new TextSource(
            new()
            {
                ["boern.csv"] = System.Text.Encoding.UTF8.GetBytes(Extracts.Children),
                ["sager.csv"] = System.Text.Encoding.UTF8.GetBytes(Extracts.Cases),
                ["kortlægning.json"] = """{"faste":{"kommune.Kommunenr":"990","kommune.Navn":"Prøvekøbing"}}"""u8.ToArray(),
            }
        );
        var extract = Extracts.Read(source, Day);
        Assert.Equal(
            ("990", "Prøvekøbing", Day),
            (extract.Municipality!.Number, extract.Municipality.Name, extract.Municipality.ExtractDay)
        );
    }

    [Theory]
    [InlineData("""{"filr":{}}""", "mente du »filer«?")]
    [InlineData("""{"rækker":{"indsatser":{"udden":{}}}}""", "mente du »uden«?")]
    [InlineData("""{"slutdag":{"indsatser.Slut":"dagen eftr"}}""", "mente du »dagen efter«?")]
    [InlineData("""{"slutdag":{"indsatser.Start":"dagen efter"}}""", "er ikke en slutdag")]
    [InlineData("""{"datoer":"dd/MM/yy"}""", "fire cifre")]
    [InlineData("""{"datoer":"dd/MMM/yyyy?"}""", "kendes ikke")]
    [InlineData("""{"tal":"12,5"}""", "1234,50")]
    [InlineData("""{"af":{"sager":{"fra":"sager","pr":"BarnId"}}}""", "lavet af sig selv")]
    [InlineData("""{"af":{"sager":{"fra":"indsatser","pr":"BarnId","Åbnett":"første Start"}}}""", "mente du »Åbnet«?")]
    [InlineData("""{"af":{"sager":{"fra":"boern","pr":"BarnId"},"boern":{"fra":"sager","pr":"BarnId"}}}""", "selv er lavet af en anden")]
    [InlineData("""{"af":{"sager":{"fra":"indsatser"}}}""", "skal have »fra«")]
    [InlineData("""{"filer":{"sager":"a.csv"},"af":{"sager":{"fra":"indsatser","pr":"BarnId"}}}""", "både under »filer« og »af«")]
    [InlineData("""{"knyt":{"opfoelgninger.Dato":{"barn":"B","dag":"D","til":"anbringelse"}}}""", "peger ikke på en indsats")]
    [InlineData("""{"knyt":{"tilsyn.IndsatsId":{"barn":"B","til":"anbringelse"}}}""", "skal have »barn« og »dag«")]
    [InlineData("""{"kolonner":{"indsatser":{"Pris":{"førte":["A"]}}}}""", "mente du »første«?")]
    [InlineData("""{"kolonner":{"indsatser":{"Pris":{"første":["A","B"],"Enhed":["dag"]}}}}""", "skal have 2 værdier")]
    [InlineData("""{"tomme":{"indsatsr":["x"]}}""", "mente du »indsatser«?")]
    [InlineData("""{"faste":{"boern.Køn":"pige","boern.Køn":"dreng"}}""", "står to gange")]
    [InlineData("""{"kolonner":{"sager":{"Åbnet":"Fra","aabnet":"Start"}}}""", "»aabnet« står to gange")]
    [InlineData("""{"koder":{"indsatser.Ydelse":{"AF":"hjem","af":"gruppe"}}}""", "»af« står to gange")]
    public void What_is_wrong_in_a_mapping_is_told_with_the_nearest_right_word(string mapping, string said) =>
        Assert.Contains(said, Wrong(mapping), StringComparison.Ordinal);

    [Fact]
    public void A_heading_that_the_mapping_names_and_the_file_lacks_is_an_error_with_the_nearest()
    {
        var extract = With(
            """{"kolonner":{"indsatser":{"Slut":"Slutdato"}}}""",
            ("indsatser.csv", "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Slutdat\nI1;B1;hjem;52;2025-01-01;\n")
        );
        Assert.Equal(["indsatser.csv:1 Slutdato column-missing"], extract.Said());
        Assert.Contains("for Slut", extract.Problems.All[0].Expected, StringComparison.Ordinal);
        Assert.Contains("»Slutdat«", extract.Problems.All[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_delivery_of_nothing_but_foreign_files_is_an_error_and_not_the_same_as_last()
    {
        using var source = new TextSource(
            new()
            {
                ["kommune.csv"] = System.Text.Encoding.UTF8.GetBytes(Extracts.Municipality),
                ["Borgere.csv"] = "CPR;Navn\n1;Ida\n"u8.ToArray(),
            }
        );
        var extract = Extract.Read(source, new NothingKnown(), new SourceHash(new byte[32]), firstTime: false);
        Assert.Equal(["Borgere.csv:0 file-missing"], extract.Said());
        Assert.False(extract.CanSetAside);
    }

    [Fact]
    public void Two_mappings_that_differ_are_refused() =>
        Assert.Equal(
            ["kortlægning.json:0 mapping"],
            Extracts.With(("kortlægning.json", "{}"), ("kortlaegning.json", """{"filer":{}}""")).Said()
        );

    [Fact]
    public void A_mapping_of_more_than_ten_megabytes_with_a_million_codes_is_read()
    {
        var codes = string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => $"\"k {i}\":\"hjem\""));
        Assert.True(codes.Length > 10_000_000);
        var extract = With(
            "{\"koder\":{\"indsatser.Ydelse\":{" + codes + "}}}",
            ("indsatser.csv", Head + "I1;B1;k 999999;52;2025-01-01;\n")
        );
        Assert.Equal([], extract.Said());
    }

    [Fact]
    public void Problems_alike_are_one_group_with_the_first_rows_and_a_count()
    {
        var extract = Extracts.With(
            (
                "indsatser.csv",
                Head + string.Concat(Enumerable.Range(1, 9).Select(i => $"I{i};B1;hjem;52;2025-0x-01;\n")) + "I10;B9;hjem;52;2025-01-01;\n"
            )
        );
        Assert.Equal([(9, 3, 6), (1, 1, 0)], Problems.Grouped(extract.Problems.All).Select(g => (g.Count, g.Shown.Count, g.Hidden)));
    }
}
