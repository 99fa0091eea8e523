using Spor.Facts;
using Spor.Interventions;
using Spor.Plans;

namespace Spor.Plain;

/// <summary>How the goals of a group of children went.</summary>
/// <param name="Goals">Goals with at least two measurements.</param>
/// <param name="Children">The children whose goals they are.</param>
/// <param name="Mean">Mean of last score − first score, on the scale from 1 to 10; null without goals.</param>
readonly record struct Progress(int Goals, int Children, double? Mean);

/// <summary>Goal progress (<c>measures.md</c> 2.14), which stands beside the movements on the ladder (2.5): down is never called good by
/// itself.</summary>
static class PlainGoals
{
    /// <summary>Last score − first score up to a day, over all versions of the plan; null with fewer than two measurements.</summary>
    public static int? Of(ChildFile file, GoalFact goal, DateOnly to)
    {
        // Of two scores on one day the last holds.
        var scores = GoalLines.Scores(file, goal).Where(m => m.On <= to).GroupBy(m => m.On).Select(d => d.Last()).ToList();
        return scores.Count < 2 ? null : scores[^1].Score - scores[0].Score;
    }

    /// <summary>
    /// The children who went down, stayed and went up from one day to another, each group with its goals: those last measured in (a, b].
    /// A child without a step on both days is in none of them.
    /// </summary>
    public static (Progress Down, Progress Stayed, Progress Up) ByMovement(
        IEnumerable<ChildFile> children,
        Catalogue catalogue,
        DateOnly a,
        DateOnly b
    )
    {
        var (goals, counted, sum) = (new int[3], new int[3], new long[3]);
        foreach (var file in children)
        {
            if (file.Measurements.Length == 0)
                continue;
            int before = Ladder.StepAt(file, catalogue, a),
                now = Ladder.StepAt(file, catalogue, b);
            if (before == 0 || now == 0)
                continue;
            var way = Math.Sign(now - before) + 1;
            var any = false;
            foreach (var goal in file.Goals)
            {
                // A goal's next version keeps its scores on the first.
                if (goal.ContinuesId is not null || Of(file, goal, b) is not { } change)
                    continue;
                if (GoalLines.Scores(file, goal).Last(m => m.On <= b).On <= a)
                    continue;
                goals[way]++;
                sum[way] += change;
                any = true;
            }
            if (any)
                counted[way]++;
        }
        Progress At(int way) => new(goals[way], counted[way], goals[way] == 0 ? null : (double)sum[way] / goals[way]);
        return (At(0), At(1), At(2));
    }
}
