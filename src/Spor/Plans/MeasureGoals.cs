using System.Globalization;
using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Plans;

/// <summary>How far a goal is, 1 to 10, as the child, the parents and the caseworker see it together.</summary>
public readonly record struct GoalScore(long GoalId, long Score)
{
    public const int Least = 1,
        Most = 10;

    /// <summary>The form field of a goal's score.</summary>
    public static string Field(long goalId) => "Score" + goalId.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Scores goals without following up on a measure.</summary>
public sealed record MeasureGoals(long ChildId, DateOnly On, IReadOnlyList<GoalScore> Scores) : IAboutChild, ICommand<MeasureGoals>
{
    public static Verb<MeasureGoals> Verb { get; } =
        new("measure-goals", Capability.Casework, (c, now) => PlanRules.Measure(c, now.File, now.Today, now.NewId));
}

public static partial class PlanRules
{
    public static Decision Measure(MeasureGoals c, ChildFile file, DateOnly today, Func<long> id)
    {
        var wrong = new List<Refusal>();
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.Scores.Count == 0)
            wrong.Add(new("nothing-scored"));
        CheckScores(c.Scores, file, c.On, wrong);
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of([.. Scored(c.Scores, file, c.On, id)]);
    }

    /// <summary>A score is a whole number from 1 to 10, of a goal in an open plan.</summary>
    internal static void CheckScores(IReadOnlyList<GoalScore> scores, ChildFile file, DateOnly on, List<Refusal> wrong)
    {
        var open = GoalLines.Open(file, on);
        foreach (var score in scores)
        {
            if (score.Score is < GoalScore.Least or > GoalScore.Most)
                wrong.Add(new("score-out-of-range", GoalScore.Field(score.GoalId)));
            if (!open.Any(g => g.Id == score.GoalId))
                wrong.Add(new("goal-not-open", GoalScore.Field(score.GoalId)));
        }
    }

    /// <summary>A goal has one score a day: a second one corrects the first.</summary>
    internal static IEnumerable<DomainEvent> Scored(IReadOnlyList<GoalScore> scores, ChildFile file, DateOnly on, Func<long> id)
    {
        foreach (var (goalId, score) in scores)
        {
            var root = Array.Find(file.Goals, g => g.Id == goalId) is { } goal ? GoalLines.Root(goal) : goalId;
            if (Array.Find(file.Measurements, m => m.GoalId == root && m.On == on) is { } before)
            {
                if (before.Score == score)
                    continue;
                var again = (MeasurementFact)before.Copy();
                again.Score = (int)score;
                yield return new Corrected(FactKinds.Measurement, again);
            }
            else
                yield return new Recorded(
                    FactKinds.Measurement,
                    new MeasurementFact
                    {
                        Id = id(),
                        ChildId = file.Id,
                        GoalId = root,
                        On = on,
                        Score = (int)score,
                    }
                );
        }
    }
}
