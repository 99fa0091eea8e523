using Spor.Economy;
using Spor.Interventions;

namespace Spor.Investing;

/// <summary>A number that a paper printed, and the same one as the case gives it.</summary>
/// <param name="Decimals">So many as the paper printed.</param>
public sealed record PublishedNumber(string What, decimal Printed, decimal Ours, int Decimals)
{
    public bool Agrees => decimal.Round(Ours, Decimals, MidpointRounding.AwayFromZero) == Printed;
}

/// <summary>
/// Three cases whose numbers stand in municipalities' own papers. What a paper does not say (salaries, the years between) is an assumption
/// of ours and marked so on its line.
/// </summary>
public static class PublishedInvestments
{
    const string Minutes = "Udvalgets referat, november 2016",
        ModelAssens = "Model Assens 2015 (sag 15/22603)",
        Slagelse = "Sag i Slagelse Byråd 2015, der gengiver KORA's midtvejsevaluering",
        NationalPrice = "Landets pris i 2019 (NB-Økonomi, 7. oktober 2020)";

    /// <summary>The case and its lines, without ids.</summary>
    public static InvestmentCase Of(InvestmentExample example) =>
        example switch
        {
            InvestmentExample.Bronderslev => Bronderslev(),
            InvestmentExample.Assens => Assens(),
            _ => Herning(),
        };

    static InvestmentCase Bronderslev() =>
        new(
            new()
            {
                FromYear = 2017,
                ToYear = 2020,
                Alternative = Alternative.Constant,
                Seed = 1,
                Example = InvestmentExample.Bronderslev,
                Name = "Brønderslev: Varige Spor 2017–2020",
                Source = "Udvalgets referat, november 2016: 17,4 mio. kr. ind, 24,5 ud, 7,1 netto; ni nye stillinger.",
            },
            [
                Line(InvestmentKind.Posts, "Ni socialrådgivere (antallet er referatets, lønnen antaget)", 2017, 2020, 9_00, 460_000, null),
                Line(InvestmentKind.Training, "Det øvrige af udrulningens 4,48 mio. kr. i 2017", 2017, 2017, 1_00, 340_000, null),
                Line(InvestmentKind.OtherCost, "Det, der mangler op til 17,4 mio. kr.", 2018, 2019, 1_00, 250_000, null),
                Line(InvestmentKind.Funding, "Budget 2017", 2017, 2017, 1_00, 3_400_000, Minutes),
                Line(InvestmentKind.Funding, "Fremskudt forbrug", 2017, 2017, 1_00, 1_080_000, Minutes),
                Fewer("Færre i plejefamilie", 2017, 2_00, 470_000, PlacementForm.Foster),
                Fewer("Færre i plejefamilie", 2018, 7_00, 470_000, PlacementForm.Foster),
                Fewer("Færre i plejefamilie", 2019, 10_00, 470_000, PlacementForm.Foster),
                Fewer("Færre i plejefamilie", 2020, 11_00, 470_000, PlacementForm.Foster),
                Fewer("Færre på institution", 2017, 1_00, 1_160_000, PlacementForm.Institution),
                Fewer("Færre på institution", 2018, 2_00, 1_160_000, PlacementForm.Institution),
                Fewer("Færre på institution", 2019, 3_00, 1_160_000, PlacementForm.Institution),
                Fewer("Færre på institution", 2020, 3_00, 1_160_000, PlacementForm.Institution),
            ]
        );

    static InvestmentCase Assens() =>
        new(
            new()
            {
                FromYear = 2016,
                ToYear = 2017,
                Alternative = Alternative.Constant,
                Seed = 1,
                Example = InvestmentExample.Assens,
                Name = "Assens: Model Assens 2016",
                Source =
                    "Model Assens 2015: 3,7 mio. kr. i 2016 og 1,9 i 2017; 9,3 mio. kr. færre på anbringelser i 2016. Notatet siger selv, at man "
                    + "ikke bare kan stoppe 20–25 anbringelser 1. januar.",
            },
            [
                Line(InvestmentKind.OtherCost, "Investering i 2016; notatet deler den ikke op", 2016, 2016, 1_00, 3_700_000, ModelAssens),
                Line(InvestmentKind.OtherCost, "Investering i 2017; notatet deler den ikke op", 2017, 2017, 1_00, 1_900_000, ModelAssens),
                new()
                {
                    Kind = InvestmentKind.FewerPlacements,
                    What = "20 helårsanbringelser, der ophører 1. januar (25, hvis de er billigere). Formen er antaget.",
                    FromYear = 2016,
                    ToYear = 2016,
                    NumberHundredths = 20_00,
                    UnitOre = 465_000_00,
                    Form = PlacementForm.Foster,
                    Source = ModelAssens,
                },
                Caseload("Børn pr. rådgiver 2016", 2016, 30),
                Caseload("Børn pr. rådgiver 2017", 2017, 25),
            ]
        );

    static InvestmentCase Herning() =>
        new(
            new()
            {
                FromYear = 2013,
                ToYear = 2016,
                Alternative = Alternative.Constant,
                Seed = 1,
                Example = InvestmentExample.Herning,
                Name = "Herning: fire distrikter 2013–2016",
                Source =
                    "Sag i Slagelse Byråd 2015: fire rådgivere og en leder mere; mål om 4,5 mio. kr. mindre fra 2016 på funktion 5.20.",
            },
            [
                new()
                {
                    Kind = InvestmentKind.Posts,
                    What = "Fire rådgivere (antallet er kildens, løn og begyndelse antaget)",
                    FromYear = 2013,
                    ToYear = 2016,
                    FirstMonth = 8,
                    NumberHundredths = 4_00,
                    UnitOre = 450_000_00,
                    Assumed = true,
                    Source = Slagelse,
                },
                new()
                {
                    Kind = InvestmentKind.Posts,
                    What = "En teamleder (antallet er kildens, løn og begyndelse antaget)",
                    FromYear = 2013,
                    ToYear = 2016,
                    FirstMonth = 8,
                    NumberHundredths = 1_00,
                    UnitOre = 550_000_00,
                    Assumed = true,
                    Source = Slagelse,
                },
                Line(InvestmentKind.OtherSaving, "Mindre på funktion 5.20 fra 2016", 2016, 2016, 1_00, 4_500_000, Slagelse),
            ]
        );

    /// <summary>What the papers printed beside what the case gives; empty for a case that is none of them.</summary>
    public static IReadOnlyList<PublishedNumber> Check(InvestmentCase of)
    {
        decimal Mio(long ore) => ore / 100_000_000m;
        decimal In(int year) => Mio(of.Years.FirstOrDefault(y => y.Year == year)?.InOre ?? 0);
        decimal Number(InvestmentKind kind, int year) =>
            of.Lines.Where(l => l.Kind == kind && l.FromYear <= year && year <= l.ToYear).Sum(l => l.NumberHundredths) / 100m;
        return of.Of.Example switch
        {
            InvestmentExample.Bronderslev =>
            [
                new("Udgift 2017–2020, mio. kr.", 17.4m, Mio(of.InOre), 1),
                new("Besparelse 2017–2020, mio. kr.", 24.5m, Mio(of.OutOre), 1),
                new("Netto 2017–2020, mio. kr.", 7.1m, Mio(of.NetOre), 1),
                new("Udgift i 2017, mio. kr.", 4.48m, In(2017), 2),
                new("Budget 2017, mio. kr.", 3.4m, Mio(of.Lines.First(l => l.Kind == InvestmentKind.Funding).UnitOre ?? 0), 1),
                new("Nye stillinger", 9m, Number(InvestmentKind.Posts, 2017), 0),
            ],
            InvestmentExample.Assens =>
            [
                new("Udgift i 2016, mio. kr.", 3.7m, In(2016), 1),
                new("Udgift i 2017, mio. kr.", 1.9m, In(2017), 1),
                new("Besparelse på anbringelser i 2016, mio. kr.", 9.3m, Mio(of.OutOre), 1),
                new("Helårsanbringelser, mindst", 20m, of.FullYearsHundredths(2016) / 100m, 0),
                new("Helårsanbringelser, hvis hver koster 372.000 kr.", 25m, new Fraction(of.OutOre, 372_000_00).Rounded(2), 0),
                new("Børn pr. rådgiver i 2016", 30m, Number(InvestmentKind.Caseload, 2016), 0),
                new("Børn pr. rådgiver i 2017", 25m, Number(InvestmentKind.Caseload, 2017), 0),
            ],
            InvestmentExample.Herning =>
            [
                new("Nye rådgivere", 4m, of.Lines.Where(l => l.Kind == InvestmentKind.Posts).Max(l => l.NumberHundredths) / 100m, 0),
                new("Nye ledere", 1m, of.Lines.Where(l => l.Kind == InvestmentKind.Posts).Min(l => l.NumberHundredths) / 100m, 0),
                new("Besparelse fra 2016, mio. kr.", 4.5m, Mio(of.Years[^1].OutOre), 1),
            ],
            _ => [],
        };
    }

    /// <param name="source">Null: an assumption of ours.</param>
    static InvestmentLineFact Line(InvestmentKind kind, string what, int from, int to, long number, long kroner, string? source) =>
        new()
        {
            Kind = kind,
            What = what,
            FromYear = from,
            ToYear = to,
            NumberHundredths = number,
            UnitOre = kroner * 100,
            Assumed = source is null,
            Source = source,
        };

    static InvestmentLineFact Fewer(string what, int year, long number, long kroner, PlacementForm form)
    {
        var line = Line(InvestmentKind.FewerPlacements, $"{what} i {year}", year, year, number, kroner, null);
        (line.Form, line.Source) = (form, NationalPrice);
        return line;
    }

    static InvestmentLineFact Caseload(string what, int year, int children) =>
        new()
        {
            Kind = InvestmentKind.Caseload,
            What = what,
            FromYear = year,
            ToYear = year,
            NumberHundredths = children * 100,
            Source = ModelAssens,
        };
}
