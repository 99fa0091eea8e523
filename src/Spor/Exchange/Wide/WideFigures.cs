using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Exchange.Wide;

/// <param name="Month">Its last day, or the day that is looked at.</param>
/// <param name="Part">The code of a part of the figure, null for the whole.</param>
/// <param name="Value">In the figure's unit (kroner where that is øre); null: not reported, cannot be worked out, or hidden.</param>
/// <param name="Rests">How many children are behind.</param>
public readonly record struct FigureCell(DateOnly Month, Figure Of, string? Part, string? PartName, decimal? Value, bool Hidden, int Rests);

/// <summary>Every key figure of the whole municipality month by month, by the engine that pages ask.</summary>
public static class WideFigures
{
    /// <summary>Two tables: a row for each month with a column for each figure, and a row for each month, figure and part.</summary>
    /// <param name="day">The last day; its month is told up to it.</param>
    /// <param name="published">
    /// For readers who may not see the children: what the one plan hides (<c>measures.md</c> 3) is empty and said so, values are rounded as
    /// pages round them, and nothing says how many children are behind.
    /// </param>
    public static IReadOnlyList<WideTable> Of(Register register, DateOnly day, bool published)
    {
        var cells = Cells(register, day, published);
        var figures = FiguresTo(published);
        var parts = cells.Select(c =>
            (IReadOnlyList<object?>)
                [c.Month, c.Of.Code, c.Of.Name, c.Part, c.PartName, c.Value, UnitOf(c.Of.Unit), c.Hidden, published ? null : (long)c.Rests]
        );
        var months = cells
            .GroupBy(c => c.Month)
            .Select(month =>
            {
                var whole = month.Where(c => c.Part is null).ToDictionary(c => c.Of, c => (object?)c.Value);
                return (IReadOnlyList<object?>)[month.Key, .. figures.Select(f => whole.GetValueOrDefault(f))];
            });
        return
        [
            new(
                "maaneder",
                "En måned; en kolonne for hvert nøgletal for hele kommunen",
                [
                    new("Måned", WideType.Day, "Månedens sidste dag, eller den dag, der er set til"),
                    .. figures.Select(f => new WideColumn(f.Code, WideType.Decimal, $"{f.Name} ({UnitOf(f.Unit)}). {f.Definition}")),
                ],
                [.. months]
            ),
            new(
                "noegletal",
                "Et nøgletal, eller en del af det, i en måned",
                [
                    new("Måned", WideType.Day, "Månedens sidste dag, eller den dag, der er set til"),
                    new("Nøgletal", WideType.Text, "Kode, som aldrig ændres"),
                    new("Navn", WideType.Text, "Nøgletallets navn"),
                    new("Del", WideType.Text, "Kode for delen, fx et trin eller et team; tom for hele tallet"),
                    new("DelNavn", WideType.Text, "Delens navn"),
                    new("Værdi", WideType.Decimal, "Tom: ikke indberettet, kan ikke regnes ud, eller skjult"),
                    new("Enhed", WideType.Text, "Hvad værdien er"),
                    new("Skjult", WideType.YesNo, "Skjult, fordi få børn står bag, eller fordi et skjult tal kunne regnes ud"),
                    new("Børn", WideType.Whole, "Hvor mange børn der står bag; tom, når filen er til dem, der ikke må se dem"),
                ],
                [.. parts]
            ),
        ];
    }

    // A move from step to step names few children in many cells: for those who may see them alone.
    static List<Figure> FiguresTo(bool published) => [.. KeyFigures.All.Where(f => !published || f != LadderFigures.Movements)];

    /// <summary>Every figure and part of one, month by month from the first.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    public static IReadOnlyList<FigureCell> Cells(Register register, DateOnly day, bool published)
    {
        var engine = KeyFigures.EngineOf(register, day);
        var hidden = published
            ? new PublishedTables(engine, [.. KeyFigures.All.Where(f => !f.NotPublished)], PublicPeriods.Calendar(day))
            : null;
        var figures = FiguresTo(published).ToHashSet();
        var periods = engine.Months(day);
        var answers = engine.Ask(KeyFigures.All, periods).Figures;
        var cells = new List<FigureCell>();
        for (var i = 0; i < periods.Count; i++)
            foreach (var f in answers[i].Where(f => figures.Contains(f.Of)))
            {
                var hides = hidden is not null && f.Of.AboutChildren && hidden.Hides(f.Of, f.Part, Group.None, periods[i]);
                decimal? value = hides || f.Value is not { } v || !double.IsFinite(v) ? null : Rounded(f.Of.Unit, v, published);
                cells.Add(new(periods[i].To, f.Of, f.Part, f.PartName, value, hides, f.Rests));
            }
        return cells;
    }

    static decimal Rounded(FigureUnit unit, double value, bool published)
    {
        var decimals = !published
            ? 4
            : unit switch
            {
                FigureUnit.Ratio or FigureUnit.Months => 1,
                FigureUnit.FullYears => 2,
                _ => 0,
            };
        // Kroner with øre to those who may see all, whole kroner to others.
        var amount = unit == FigureUnit.Ore ? (decimal)value / 100 : (decimal)value;
        return Math.Round(amount, unit == FigureUnit.Ore && !published ? 2 : decimals, MidpointRounding.AwayFromZero);
    }

    static string UnitOf(FigureUnit unit) =>
        unit switch
        {
            FigureUnit.Count => "antal",
            FigureUnit.Ratio => "forhold",
            FigureUnit.Share => "procent",
            FigureUnit.Months => "måneder",
            FigureUnit.FullYears => "helår",
            _ => "kroner",
        };
}
