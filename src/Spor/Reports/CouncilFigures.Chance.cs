using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Requirements;

namespace Spor.Reports;

/// <summary>Which test says whether a change may be chance.</summary>
public sealed partial class CouncilFigures
{
    static ChanceTest TestOf(Series series) =>
        series.Key is "placed-year-before" or "not-placed-year-after" ? ChanceTest.None
        : series.IsPeriod ? ChanceTest.TwoPeriods
        : ChanceTest.CameAndLeft;

    /// <summary>Due and in time of one rule, before and now.</summary>
    static (int Before, int OfBefore, int Now, int OfNow) RulePairs(IReadOnlyList<ChildKind> alike, Rule rule)
    {
        int Sum(Figure of, int side) => alike.Sum(k => k.Children * new Seen(k, 0, side).AddsTo(of, (int)rule));
        return (
            Sum(RequirementFigures.OnTimeByRule, 0),
            Sum(RequirementFigures.DueByRule, 0),
            Sum(RequirementFigures.OnTimeByRule, 1),
            Sum(RequirementFigures.DueByRule, 1)
        );
    }

    /// <summary>What is tested beside each other, and so corrected together; what stands in two tables is of the first.</summary>
    static Dictionary<string, Tendency> TablesOf(Dictionary<string, Odds?> odds)
    {
        static int Table(string key) =>
            IsSinceTargets(key) ? 6
            : key.StartsWith("step-", StringComparison.Ordinal) || key == "ladder" ? 1
            : key.StartsWith("notifications-", StringComparison.Ordinal) ? 2
            : key.StartsWith("share:rule-", StringComparison.Ordinal) ? 3
            : key.StartsWith("form-", StringComparison.Ordinal) ? 4
            : key.StartsWith("due-", StringComparison.Ordinal) || key.StartsWith("late-", StringComparison.Ordinal) ? 5
            : 0;
        var told = new Dictionary<string, Tendency>();
        foreach (var table in odds.GroupBy(o => Table(o.Key)))
        {
            var tests = table.ToList();
            var tendencies = Chance.Holm([.. tests.Select(t => t.Value)]);
            for (var i = 0; i < tests.Count; i++)
                told[tests[i].Key] = tendencies[i];
        }
        return told;
    }
}
