using Spor.Figures.Engine;
using Spor.Plans;

namespace Spor.Figures;

/// <summary>Goal progress beside the movements on the ladder (<c>measures.md</c> 2.14 and 2.36): down is never called good by
/// itself.</summary>
public static class GoalFigures
{
    /// <summary>Scores go from 1 to 10.</summary>
    const int Most = 9;

    /// <summary>
    /// Each score after a goal's first, until the next comes, over all versions of the plan: a lane for each change from the first, −9 to
    /// 9. So in a period there is one mark for each goal whose last score up to its end lies in it.
    /// </summary>
    static readonly Track Changes = new(
        MarkKind.Latest,
        (life, marks) =>
        {
            if (life.File.Measurements.Length == 0)
                return;
            foreach (var goal in life.File.Goals)
            {
                // A goal's next version keeps its scores on the first.
                if (goal.ContinuesId is not null)
                    continue;
                // Of two scores on one day the last holds.
                var scores = GoalLines.Scores(life.File, goal).GroupBy(m => m.On).Select(d => d.Last()).ToList();
                for (var i = 1; i < scores.Count; i++)
                {
                    DateOnly? until = i + 1 < scores.Count ? scores[i + 1].On.AddDays(-1) : null;
                    marks.Latest(scores[i].On, until, Math.Clamp(scores[i].Score - scores[0].Score, -Most, Most) + Most);
                }
            }
        },
        Lanes.Of(FigurePart.None, Enumerable.Range(0, 2 * Most + 1).Select(i => (Lanes.Code(i - Most), "")))
    );

    static readonly MovesSide Beside = Changes.Beside(LadderFigures.Steps, Moment.Before, lane => lane - Most);

    static (Figure Goals, Figure Change) Of(int way, string code, string name) =>
        (
            new(
                code + "-goals",
                "Målte mål, " + name,
                "Mål, hvis seneste score ligger i perioden, hos " + name + ".",
                "2.36",
                FigureUnit.Count,
                Beside.Marks(way)
            ),
            new(
                code + "-change",
                "Ændring i score, " + name,
                "Seneste score minus første, i gennemsnit over målene, hos " + name + ".",
                "2.36",
                FigureUnit.Ratio,
                Beside.Mean(way)
            )
        );

    /// <summary>Of the children who went down, stayed and went up: their goals, and the mean change of score. They rest on the children
    /// whose goals they are.</summary>
    public static (Figure Goals, Figure Change) Down { get; } = Of(-1, "down", "børn, der gik ned");
    public static (Figure Goals, Figure Change) Stayed { get; } = Of(0, "stayed", "børn, der blev");
    public static (Figure Goals, Figure Change) Up { get; } = Of(1, "up", "børn, der gik op");
}
