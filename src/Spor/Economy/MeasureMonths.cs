using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>A measure and a month in which it runs on some day (<c>measures.md</c>, words of the money figures).</summary>
/// <param name="First">The month's first day.</param>
/// <param name="Ore">Null without a price; 0 and negative amounts are prices.</param>
/// <param name="Step">Of the catalogue row in force on the month's last day; 0 without one.</param>
/// <param name="Account">Of the same row; null without one, or without an account.</param>
/// <param name="Form">Of the catalogue row in force on the measure's first day.</param>
public readonly record struct MeasureMonth(
    ChildFile Child,
    InterventionFact Measure,
    DateOnly First,
    long? Ore,
    int Step,
    string? Account,
    PlacementForm Form
)
{
    /// <summary>Its last day as it was counted: the expected end of what is granted ahead; null while it runs on.</summary>
    public DateOnly? To { get; init; }

    public bool Runs(DateOnly day) => Measure.From <= day && !(To < day);
}

public static class MeasureMonths
{
    public static DateOnly LastOf(DateOnly first) => first.AddMonths(1).AddDays(-1);

    /// <summary>Every measure-month of the months whose first days are given.</summary>
    /// <param name="as">A measure as it is to be counted, with another end perhaps; null = not at all.</param>
    public static List<MeasureMonth> In(
        Register register,
        IReadOnlyList<DateOnly> months,
        Func<ChildFile, InterventionFact, InterventionFact?>? @as = null
    )
    {
        var found = new List<MeasureMonth>();
        if (months.Count == 0)
            return found;
        var until = LastOf(months.Max());
        foreach (var file in register.Children)
        foreach (var fact in file.Interventions)
        {
            if (fact.From > until)
                break;
            if ((@as is null ? fact : @as(file, fact)) is not { } m)
                continue;
            var form = register.Catalogue.On(m.Code, m.From)?.Form ?? PlacementForm.None;
            foreach (var first in months)
            {
                var last = LastOf(first);
                if (m.From > last || m.To < first)
                    continue;
                var row = register.Catalogue.On(m.Code, last);
                found.Add(
                    new(
                        file,
                        fact,
                        first,
                        Spending.OreIn(m, file.Prices, first, last),
                        row?.Step ?? 0,
                        string.IsNullOrEmpty(row?.Account) ? null : row.Value.Account,
                        form
                    )
                    {
                        To = m.To,
                    }
                );
            }
        }
        return found;
    }
}
