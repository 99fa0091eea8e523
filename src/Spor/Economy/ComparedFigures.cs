using Spor.Facts;

namespace Spor.Economy;

/// <summary>A figure that municipalities are compared by in a year (<c>measures.md</c> 2.95). Its Danish name is what
/// <c>sammenligning.csv</c> calls it.</summary>
public enum ComparedFigure
{
    /// <summary>Kroner on steps 2 to 6 for each inhabitant of 0 to 22 years.</summary>
    [Code("udgift pr. 0-22-årig")]
    Spending,

    /// <summary>Kroner on steps 2 and 3, the same way.</summary>
    [Code("udgift til forebyggelse pr. 0-22-årig")]
    Preventive,

    /// <summary>Kroner on steps 4 to 6, the same way.</summary>
    [Code("udgift til anbringelser pr. 0-22-årig")]
    Placements,

    /// <summary>Kroner for a full year in a foster family (2.27).</summary>
    [Code("enhedspris, plejefamilie")]
    FosterPrice,

    /// <summary>Kroner for a full year in an institution (2.27).</summary>
    [Code("enhedspris, institution")]
    InstitutionPrice,

    /// <summary>Kroner for a full year in any placement (2.27).</summary>
    [Code("enhedspris, alle anbringelser")]
    PlacementPrice,

    /// <summary>Full-year placements (2.11) for each 1,000 inhabitants of 0 to 22 years.</summary>
    [Code("helårsanbringelser pr. 1.000 0-22-årige")]
    FullYears,
}

/// <summary>What another place, or the whole country, had in a year.</summary>
public readonly record struct ComparedValue(int Year, string Place, long ValueTenThousandths, string Source);

public static class ComparedFigures
{
    const string Country = "Hele landet";
    const string Prices = "NB-Økonomi, 7. oktober 2020 (nb-okonomi.dk): gennemsnit pr. helårsanbragt";

    /// <summary>What has been published of the whole country, dated, with its source. Nothing newer could be found; a municipality types in
    /// or imports more.</summary>
    public static IReadOnlyList<(ComparedFigure Figure, ComparedValue Value)> National { get; } =
    [
        (ComparedFigure.FosterPrice, new(2019, Country, 470_000_0000, Prices)),
        (ComparedFigure.InstitutionPrice, new(2019, Country, 1_160_000_0000, Prices)),
        (ComparedFigure.PlacementPrice, new(2019, Country, 721_000_0000, Prices + ", ca.")),
        (
            ComparedFigure.Placements,
            new(2013, Country, 6_712_0000, "benchmark.dk: udvikling i udgifter og aktivitet på anbringelsesområdet")
        ),
        (
            ComparedFigure.Placements,
            new(2019, Country, 6_380_0000, "benchmark.dk: udvikling i udgifter og aktivitet på anbringelsesområdet")
        ),
    ];

    /// <summary>The figure that a row of the register is of; null of another that a file has.</summary>
    public static ComparedFigure? Of(ComparisonFact row) =>
        Codes<ComparedFigure>.TryDanish(row.Figure.Trim().ToLowerInvariant(), out var figure) ? figure : null;

    /// <summary>Others' values of a figure, by year and place; of two rows of one place and year the last holds, and one that is written in
    /// Spor or imported stands before what has been published.</summary>
    public static IReadOnlyList<ComparedValue> Others(Register register, ComparedFigure figure) =>
        [
            .. National
                .Where(n => n.Figure == figure)
                .Select(n => n.Value)
                .Concat(
                    register
                        .Comparisons.Where(c => Of(c) == figure)
                        .Select(c => new ComparedValue(c.Year, c.Municipality.Trim(), c.ValueTenThousandths, c.Source))
                )
                .GroupBy(v => (v.Year, v.Place))
                .Select(g => g.Last())
                .OrderByDescending(v => v.Year)
                .ThenBy(v => v.Place, StringComparer.Create(Kernel.Danish.Culture, false)),
        ];
}
