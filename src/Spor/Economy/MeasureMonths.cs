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
    /// <param name="ends">The last day of a measure as it is to be counted; null = not at all.</param>
    /// <param name="costs">Of this register, if they are worked out.</param>
    public static List<MeasureMonth> In(
        Register register,
        IReadOnlyList<DateOnly> months,
        Func<ChildFile, InterventionFact, End?>? ends = null,
        CostTable? costs = null
    )
    {
        var found = new List<MeasureMonth>();
        if (months.Count == 0)
            return found;
        var (from, until) = (months.Min(), LastOf(months.Max()));
        var child = -1;
        foreach (var file in register.Children)
        {
            child++;
            var at = 0;
            foreach (var m in file.Interventions)
            {
                if (m.From > until)
                    break;
                var start = at;
                at += costs?.Months(m) ?? 0;
                if ((ends is null ? new End(m.To) : ends(file, m)) is not { Day: var to } || to < from)
                    continue;
                var form = register.Catalogue.On(m.Code, m.From)?.Form ?? PlacementForm.None;
                foreach (var first in months)
                {
                    var last = LastOf(first);
                    if (m.From > last || to < first)
                        continue;
                    var row = register.Catalogue.On(m.Code, last);
                    var ore = costs is null
                        ? Spending.OreIn(m, to, file.Prices, first, last)
                        : costs.Ore(costs.Of(child), start, file, m, to, first);
                    var account = string.IsNullOrEmpty(row?.Account) ? null : row.Value.Account;
                    found.Add(new(file, m, first, ore, row?.Step ?? 0, account, form) { To = to });
                }
            }
        }
        return found;
    }

    /// <summary>What the months come to, those without a price left out.</summary>
    public static long OreIn(
        Register register,
        IReadOnlyList<DateOnly> months,
        Func<ChildFile, InterventionFact, End?> ends,
        CostTable costs
    )
    {
        if (months.Count == 0)
            return 0;
        var (from, until) = (months.Min(), LastOf(months.Max()));
        var child = -1;
        var sum = 0L;
        foreach (var file in register.Children)
        {
            child++;
            var at = 0;
            foreach (var m in file.Interventions)
            {
                if (m.From > until)
                    break;
                var start = at;
                at += costs.Months(m);
                if (ends(file, m) is not { Day: var to } || to < from)
                    continue;
                foreach (var first in months)
                    if (m.From <= LastOf(first) && !(to < first))
                        sum += costs.Ore(costs.Of(child), start, file, m, to, first) ?? 0;
            }
        }
        return sum;
    }
}

/// <summary>The last day of a measure as it is to be counted; null while it runs on.</summary>
public readonly record struct End(DateOnly? Day);
