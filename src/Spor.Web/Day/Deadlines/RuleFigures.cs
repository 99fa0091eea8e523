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

    /// <param name="children">Null = all.</param>
    public static RuleFigures Of(FigureEngine engine, IReadOnlyList<ChildState>? children, FigurePeriod period) =>
        new(children is null ? engine.Ask(Asked, [period]) : engine.AskOf(Asked, [period], children.Select(c => c.File.Id)));

    public int Missed(Rule rule) => answer.Count(RequirementFigures.MissedByRule, (int)rule, 0);

    public (int OnTime, int Due) Compliance(Rule rule) =>
        (answer.Count(RequirementFigures.OnTimeByRule, (int)rule, 0), answer.Count(RequirementFigures.DueByRule, (int)rule, 0));
}
