using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Requirements;

namespace Spor.Web.Day.Deadlines;

/// <summary>Per rule: the missed at the day, and of those due in the period how many were met on time.</summary>
public sealed class RuleFigures
{
    static readonly IReadOnlyList<Figure> Asked =
    [
        RequirementFigures.MissedByRule,
        RequirementFigures.DueByRule,
        RequirementFigures.OnTimeByRule,
    ];

    readonly FigureAnswer answer;

    RuleFigures(FigureAnswer answer) => this.answer = answer;

    /// <summary>Of all children: the same for everybody who sees them, so it is asked once for each entry.</summary>
    static readonly Derived<FigurePeriod, RuleFigures> OfAll = new(
        2,
        (snapshot, period) => new(snapshot.Get(KeyFigures.Engine).Ask(Asked, [period]))
    );

    /// <param name="children">Null = all.</param>
    public static RuleFigures Of(Snapshot snapshot, IReadOnlyList<ChildState>? children, FigurePeriod period) =>
        children is null
            ? snapshot.Get(OfAll, period)
            : new(snapshot.Get(KeyFigures.Engine).AskOf(Asked, [period], children.Select(c => c.File.Id)));

    public int Missed(Rule rule) => answer.Count(RequirementFigures.MissedByRule, (int)rule, 0);

    public (int OnTime, int Due) Compliance(Rule rule) =>
        (answer.Count(RequirementFigures.OnTimeByRule, (int)rule, 0), answer.Count(RequirementFigures.DueByRule, (int)rule, 0));
}
