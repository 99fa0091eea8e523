using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>The files and columns of the format that came later: accounts, population, published figures, meetings, support persons, who
/// acts and who pays.</summary>
public class ImportNewFilesTests
{
    static readonly DateOnly Day = new(2026, 10, 31);

    [Fact]
    public void Accounts_population_and_published_figures_become_facts()
    {
        var extract = Extracts.With(
            ("teams.csv", "TeamId;Navn;Fra\nT1;Øst;2020-01-01\n"),
            ("distrikter.csv", "DistriktId;Navn;TeamId;Model;Fra\nD1;Øst;T1;ja;2020-01-01\n"),
            ("konti.csv", "Konto;Navn;Trin;Fra;Til\n5.28.22.002;Pleje;5;2020-01-01;2025-12-31\n5.28.22.002;Pleje;;2026-01-01;\n"),
            ("befolkning.csv", "År;DistriktId;Alder;Antal\n2026;D1;7;412\n2026;;7;1900\n"),
            ("sammenligning.csv", "År;Kommune;Nøgletal;Værdi;Kilde\n2025;Hele landet;Anbragte pr. 1.000 børn;9,8123;Opfundet\n")
        );
        Assert.Equal([], extract.Said());
        var register = extract.ToRegister();
        Assert.Equal([5, null], register.Accounts.Select(a => a.Step));
        Assert.Equal([(7, 412, true), (7, 1900, false)], register.Population.Select(p => (p.Age, p.People, p.DistrictId is not null)));
        Assert.Equal(register.Districts[0].DistrictId, register.Population[0].DistrictId);
        Assert.Equal(98_123, Assert.Single(register.Comparisons).ValueTenThousandths);
    }

    [Fact]
    public void Meetings_with_the_network_and_offers_of_a_support_person_belong_to_their_child()
    {
        var extract = Extracts.With(
            ("netvaerksmoeder.csv", "MoedeId;BarnId;Dato\nN1;B1;2026-03-04\n"),
            ("stoettepersoner.csv", "BarnId;Tilbudt;Svar\nB1;2026-03-05;ja\nB1;2026-06-05;nej\nB2;2026-06-05;\n")
        );
        Assert.Equal([], extract.Said());
        var children = extract.ToRegister().Children;
        Assert.True(Assert.Single(children[0].Of<NetworkMeetingFact>()).Held);
        Assert.Equal([true, false], children[0].SupportPersons.Select(s => s.Accepted));
        Assert.Null(Assert.Single(children[1].SupportPersons).Accepted);
    }

    [Fact]
    public void The_columns_that_came_later_are_read_and_bad_values_are_errors()
    {
        var extract = Extracts.With(
            ("sager.csv", "SagId;BarnId;Åbnet;Handlekommune;Betalingskommune\nS1;B1;2024-01-02;0420;461\nS2;B2;2024-01-02;Assens;\n"),
            ("afgoerelser.csv", "AfgoerelseId;BarnId;Dato;Lovgrundlag;Samtykke\nA1;B1;2024-01-02;46;nej\nA2;B1;2024-01-02;46;\n"),
            (
                "indsatser.csv",
                "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Nærhed\nI1;B1;plejefamilie;46;2024-01-02;uden for\nI2;B1;hjem;46;2024-01-02;kommune\n"
            ),
            (
                "personer.csv",
                "PersonId;BarnId;Navn;Relation;Telefon;Adresse;Email\nP1;B1;Ea Holm;mor;12 34 56 78;Opfundet 1;ea@eksempel.dk\n"
            )
        );
        Assert.Equal(["sager.csv:3 Handlekommune not-a-municipality", "indsatser.csv:3 Nærhed unknown-code"], extract.Said());
        Assert.Contains("»kommunen«", extract.Problems.All[1].Expected, StringComparison.Ordinal);
        var of = (CaseFact)extract.Table("sager").Facts[0];
        Assert.Equal(("420", "461"), (of.ActingMunicipality, of.PayingMunicipality));
        Assert.Equal([false, null], extract.Table("afgoerelser").Facts.Cast<DecisionRecordFact>().Select(d => d.Consent));
        Assert.Equal(Nearness.Outside, ((InterventionFact)extract.Table("indsatser").Facts[0]).Nearness);
        var person = (NetworkPersonFact)extract.Table("personer").Facts[0];
        Assert.Equal(("12 34 56 78", "Opfundet 1", "ea@eksempel.dk"), (person.Phone, person.Address, person.Email));
    }

    [Fact]
    public void What_the_municipality_says_of_an_account_goes_before_the_catalogue_on_its_days()
    {
        var register = Extracts
            .With(
                (
                    "konti.csv",
                    "Konto;Navn;Trin;Fra;Til\n5.28.22.002;Pleje;4;2026-03-01;2026-06-30\n5.28.22.002;Pleje;0;2026-06-01;2026-06-30\n"
                ),
                ("regnskab.csv", "Konto;Måned;Beløb\n5.28.22.002;2026-02;100\n5.28.22.002;2026-03;100\n5.28.22.002;2026-06;100\n")
            )
            .ToRegister();
        var lines = new LedgerLines(register, Day);
        Assert.Equal([5, 4, 0], register.Ledger.Select(lines.StepOf));
        // The step alone: the form still comes of the catalogue.
        Assert.All(register.Ledger, l => Assert.Equal(PlacementForm.Foster, lines.FormOf(l)));
    }

    [Fact]
    public void What_another_municipality_pays_is_no_part_of_an_expensive_case()
    {
        var refund = MoneyFigures.Of(
            Extracts
                .With(
                    (
                        "sager.csv",
                        "SagId;BarnId;Åbnet;Lukket;Betalingskommune\nS1;B1;2024-01-02;2026-02-28;461\nS3;B1;2026-03-01;;990\nS2;B2;2024-01-02;;\n"
                    ),
                    (
                        "indsatser.csv",
                        "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Slut;Pris;Enhed\nI1;B1;opholdssted;46;2026-01-01;;200000;måned\n"
                            + "I2;B2;opholdssted;46;2026-01-01;2026-02-15;100000;dag\n"
                    )
                )
                .ToRegister(),
            Day,
            new DateOnly(2025, 10, 31),
            [new(50, 1_000_000)]
        )["refund"]!["2026"]!;
        // Two months are paid by 461; eight months of 200,000 and 46 days of 100,000 by this municipality.
        Assert.Equal(40_000_000, (long)refund["paid_by_others_ore"]!);
        Assert.Equal(160_000_000 + 460_000_000, (long)refund["cost_ore"]!);
        Assert.Equal(30_000_000 + 180_000_000, (long)refund["refund_ore"]!);
    }
}
