using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Reports;

/// <summary>What the report holds against a target: the model's, and each team's own ceiling.</summary>
public sealed partial class CouncilFigures
{
    /// <summary>The model's own requirements that are a number a year: three follow-ups of a placement, four of another measure.</summary>
    public static IReadOnlyList<Rule> TargetRules => [Rule.PlacementFollowUp, Rule.PreventiveFollowUp];

    static IReadOnlyList<(string Key, (Figure Goals, Figure Change) Of)> Ways =>
        [("down", GoalFigures.Down), ("stayed", GoalFigures.Stayed), ("up", GoalFigures.Up)];

    /// <summary>Conferences held in new cases in each whole month of the period; null where it is hidden.</summary>
    public required IReadOnlyList<(DateOnly Month, int? Held)> ConferenceMonths { get; init; }

    /// <summary>Has anybody told of a conference up to the last day? Without one there is nothing to hold against the target.</summary>
    public required bool HasConferences { get; init; }

    /// <summary>Teams with a ceiling and a caseload on the last day: how many are within it, of how many; null where one is hidden. None
    /// of none where no team has a ceiling.</summary>
    public required (int Within, int All)? Teams { get; init; }

    /// <summary>Of the children who went down, stayed and went up: the mean change of score; null where it is hidden or there is
    /// none.</summary>
    public required IReadOnlyList<(string Way, double? Before, double? Now)> Goals { get; init; }

    static (
        IReadOnlyList<(DateOnly Month, int? Held)> Months,
        (int Within, int All)? Teams,
        IReadOnlyList<(string Way, double? Before, double? Now)> Goals
    ) AgainstTargets(FigureEngine engine, PublishedTables tables, FigurePeriod before, FigurePeriod now)
    {
        IReadOnlyList<FigurePeriod> months = [.. engine.Months(now.To).Where(m => m.After >= now.After && m.To.AddDays(1).Day == 1)];
        var monthly = months.Count == 0 ? null : engine.Ask([ConferenceFigures.HeldInNewCases], months);
        var held = months.Select(
            (m, i) =>
                (
                    m.To,
                    tables.Hides(ConferenceFigures.HeldInNewCases, null, Group.None, m)
                        ? (int?)null
                        : monthly!.Count(ConferenceFigures.HeldInNewCases, i)
                )
        );

        var load = engine.Ask([WorkforceFigures.CaseloadPerFte, WorkforceFigures.Ceiling], [now]);
        var ceilings = load.Parts(WorkforceFigures.Ceiling)
            .Where(p => p.Answered.Value is not null)
            .ToDictionary(p => p.Name.Code, p => p.Answered.Value!.Value);
        var teams = load.Parts(WorkforceFigures.CaseloadPerFte)
            .Where(p => p.Answered.Value is not null && ceilings.ContainsKey(p.Name.Code))
            .ToList();
        var hidden = teams.Exists(t =>
            tables.Hides(WorkforceFigures.CaseloadPerFte, t.Name.Code, Group.None, PublicPeriods.Run(now.To, 1))
        );

        var goals = engine.AskAll(
            [.. Ways.SelectMany(w => new[] { w.Of.Goals, w.Of.Change })],
            [
                [before],
                [now],
            ],
            Group.None
        );
        double? Change((Figure Goals, Figure Change) way, int side) =>
            tables.Hides(way.Change, null, Group.None, side == 0 ? before : now) ? null : goals[side].Of(way.Change).Value;
        return (
            [.. held],
            hidden ? null : (teams.Count(t => t.Answered.Value <= ceilings[t.Name.Code]), teams.Count),
            [.. Ways.Select(w => (w.Key, Change(w.Of, 0), Change(w.Of, 1)))]
        );
    }

    /// <summary>Counted for the targets, which reports printed before 0.6.0 do not have.</summary>
    static bool IsSinceTargets(string key) =>
        key.StartsWith("cases-opened", StringComparison.Ordinal)
        || key.StartsWith("overdue-law", StringComparison.Ordinal)
        || TargetRules.Any(r => key.Contains($"rule-{r}", StringComparison.Ordinal));
}
