using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Requirements;

namespace Spor.Figures;

/// <summary>How late the requirements of a rule came (<c>measures.md</c> 2.64): those due in a period, as known on its last day.</summary>
/// <param name="Due">All of them; a round of one that nobody came to is one.</param>
/// <param name="MetLate">Met after the due day (of the 24-hour rule after the minute).</param>
/// <param name="MedianLate">Days from the due day to the day they were met; null without any.</param>
/// <param name="Unmet">Not met by the period's last day.</param>
/// <param name="MedianUnmet">Days from the due day to the period's last day; null without any.</param>
public sealed record DaysLate(Rule Rule, int Due, int OnTime, int MetLate, double? MedianLate, int Unmet, double? MedianUnmet)
{
    /// <summary>One line for each key and rule with a requirement due.</summary>
    /// <param name="keys">Who had the child on a day; a requirement counts with each. Null = somebody who is nobody.</param>
    public static IReadOnlyList<(long? Key, DaysLate Line)> Of(
        IEnumerable<ChildFile> children,
        Catalogue catalogue,
        FigurePeriod period,
        Func<ChildFile, DateOnly, IEnumerable<long?>> keys
    )
    {
        var found = new Dictionary<(long? Key, Rule Rule), List<Requirement>>();
        var ofOne = new List<Requirement>();
        foreach (var file in children)
        {
            ofOne.Clear();
            Derive.Of(file, catalogue, period.To, ofOne);
            foreach (var r in ofOne)
            {
                if (r.Rule == Rule.CaseCurrent || r.Due <= period.After || r.Due > period.To || r.State == RequirementState.Upcoming)
                    continue;
                foreach (var key in keys(file, r.Due))
                {
                    if (!found.TryGetValue((key, r.Rule), out var list))
                        found[(key, r.Rule)] = list = [];
                    list.Add(r);
                }
            }
        }
        return
        [
            .. found
                .OrderBy(f => f.Key.Key is null)
                .ThenBy(f => f.Key.Key)
                .ThenBy(f => f.Key.Rule)
                .Select(f => (f.Key.Key, LineOf(f.Key.Rule, f.Value, period.To))),
        ];
    }

    static DaysLate LineOf(Rule rule, List<Requirement> of, DateOnly day)
    {
        var late = of.Where(r => r.State == RequirementState.Late).Select(r => r.Fulfilled!.Value.DayNumber - r.Due.DayNumber).ToList();
        var unmet = of.Where(r => r.State is RequirementState.Overdue or RequirementState.Missed)
            .Select(r => day.DayNumber - r.Due.DayNumber)
            .ToList();
        return new(rule, of.Count, of.Count(r => r.State == RequirementState.OnTime), late.Count, Median(late), unmet.Count, Median(unmet));
    }

    /// <summary>Of an even number the mean of the two in the middle; null of none.</summary>
    public static double? Median(List<int> days)
    {
        if (days.Count == 0)
            return null;
        days.Sort();
        return (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0;
    }
}
