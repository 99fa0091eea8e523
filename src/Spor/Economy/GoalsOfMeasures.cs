using Spor.Facts;
using Spor.Interventions;
using Spor.Plans;

namespace Spor.Economy;

/// <summary>Goal progress of the measures of one code (<c>measures.md</c> 2.35).</summary>
/// <param name="Progress">Of each measure that has one: the child, and the mean over its goals.</param>
/// <param name="Goals">Counted per measure.</param>
public sealed record CodeProgress(IReadOnlyList<(ChildFile Child, Fraction Mean)> Progress, int Goals)
{
    public decimal Mean => (Progress.Aggregate((Fraction)0, (sum, p) => sum + p.Mean) / Progress.Count).Rounded(1);
}

/// <summary>Goals of the children who moved one way (<c>measures.md</c> 2.36).</summary>
/// <param name="Children">Who have such a goal.</param>
public readonly record struct GoalsOfMoved(int Goals, long Sum, int Children)
{
    public decimal? Mean => Goals == 0 ? null : new Fraction(Sum, Goals).Rounded(1);
}

/// <summary>Goal scores beside the money: per kind of measure, and beside the movements on the ladder.</summary>
public static class GoalsOfMeasures
{
    public static IReadOnlyDictionary<string, CodeProgress> ByCode(Books books) =>
        By(books.Register, books.Baseline, books.Day, m => m.Code);

    /// <summary>2.35 of whatever measures are put together by.</summary>
    /// <param name="after">B: the measures that run on a day after it.</param>
    /// <param name="key">Null = not looked at.</param>
    public static IReadOnlyDictionary<string, CodeProgress> By(
        Register register,
        DateOnly after,
        DateOnly day,
        Func<InterventionFact, string?> key
    )
    {
        var byCode = new SortedDictionary<string, (List<(ChildFile, Fraction)> Progress, int Goals)>(StringComparer.Ordinal);
        foreach (var file in register.Children.Where(f => f.Measurements.Length > 0))
        foreach (var m in file.Interventions.Where(m => m.From <= day && !(m.To <= after)))
        {
            if (key(m) is not { } code)
                continue;
            if (Of(file, m, day) is not { } progress)
                continue;
            var sum = byCode.TryGetValue(code, out var known) ? known : ([], 0);
            sum.Progress.Add((file, progress.Mean));
            byCode[code] = (sum.Progress, sum.Goals + progress.Goals);
        }
        return byCode.ToDictionary(c => c.Key, c => new CodeProgress(c.Value.Progress, c.Value.Goals));
    }

    /// <summary>A measure's progress up to a day: the mean over the goals that were scored twice while it ran, and how many they are; null
    /// without any.</summary>
    public static (Fraction Mean, int Goals)? Of(ChildFile file, InterventionFact m, DateOnly day)
    {
        if (file.Measurements.Length == 0)
            return null;
        var to = m.To < day ? m.To.Value : day;
        var changes = GoalsOf(file)
            .Select(g => Progress(file, g, m.From, to, out _))
            .Where(c => c is not null)
            .Select(c => c!.Value)
            .ToList();
        return changes.Count == 0 ? null : (new Fraction(changes.Sum(), changes.Count), changes.Count);
    }

    public static (GoalsOfMoved Down, GoalsOfMoved Stayed, GoalsOfMoved Up) BesideMovements(Books books)
    {
        var moved = new GoalsOfMoved[3];
        foreach (var file in books.Register.Children.Where(f => f.Measurements.Length > 0))
        {
            int before = Ladder.StepAt(file, books.Catalogue, books.Baseline),
                now = Ladder.StepAt(file, books.Catalogue, books.Day);
            if (before == 0 || now == 0)
                continue;
            ref var way = ref moved[Math.Sign(now - before) + 1];
            var goals = way.Goals;
            foreach (var goal in GoalsOf(file))
                if (Progress(file, goal, DateOnly.MinValue, books.Day, out var lastOn) is { } change && lastOn > books.Baseline)
                    way = way with { Goals = way.Goals + 1, Sum = way.Sum + change };
            if (way.Goals > goals)
                way = way with { Children = way.Children + 1 };
        }
        return (moved[0], moved[1], moved[2]);
    }

    /// <summary>Last − first score from one day to another; null unless there are scores on two days. Of two on one day the last in the
    /// file holds.</summary>
    static int? Progress(ChildFile file, GoalFact goal, DateOnly from, DateOnly to, out DateOnly lastOn)
    {
        MeasurementFact? first = null,
            last = null;
        foreach (var score in GoalLines.Scores(file, goal).Where(m => from <= m.On && m.On <= to).OrderBy(m => m.On).ThenBy(m => m.Id))
        {
            first = first is null || score.On == first.On ? score : first;
            last = score;
        }
        lastOn = last?.On ?? default;
        return first is null || last!.On == first.On ? null : last.Score - first.Score;
    }

    // A goal's next version keeps its scores on the first.
    static IEnumerable<GoalFact> GoalsOf(ChildFile file) => file.Goals.Where(g => g.ContinuesId is null);
}
