using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>A child's age for the moves of a month: the month in which it turns 18 is one of its own, for then most placements
/// end.</summary>
public enum PlacedAge
{
    To5,
    To13,
    To17,
    Turns18,
    Grown,
}

/// <summary>What a register tells of how children come, move and go between forms and steps, to the end of a month. By nothing but age,
/// form and step.</summary>
public sealed class PlacementFit
{
    const int Ages = 5;

    /// <summary>An age, form and step with few child-months is told as much by the whole age as this many child-months would.</summary>
    internal const int Weight = 6;

    /// <summary>A placed child without a name: the days on which it turns 6, 14 and 18, and where it is.</summary>
    internal readonly record struct Someone(int Six, int Fourteen, int Eighteen, int State)
    {
        public PlacedAge AgeIn(int from, int to) =>
            from >= Eighteen ? PlacedAge.Grown
            : to >= Eighteen ? PlacedAge.Turns18
            : from >= Fourteen ? PlacedAge.To17
            : from >= Six ? PlacedAge.To13
            : PlacedAge.To5;

        public static Someone Of(DateOnly born, int state) =>
            new(born.AddYears(6).DayNumber, born.AddYears(14).DayNumber, born.AddYears(18).DayNumber, state);
    }

    readonly List<PlacedAt> states = [];

    PlacementFit(DateOnly on) => On = on;

    /// <summary>The last month-end on or before the day.</summary>
    public DateOnly On { get; }

    /// <summary>How many months were learned from.</summary>
    public int Months { get; private set; }
    public IReadOnlyList<PlacedAt> States => states;

    /// <summary>Children in each state on the day.</summary>
    public IReadOnlyList<int> Now { get; private set; } = [];

    internal IReadOnlyList<Someone> Placed { get; private set; } = [];

    /// <summary>By month, then <see cref="At"/>: how many went so. The last state is out.</summary>
    internal int[][] Went { get; private set; } = [];

    /// <summary>By month: who came, their birth as days before the month's end.</summary>
    internal List<(int Days, int State)>[] Came { get; private set; } = [];

    internal int Cells => Ages * states.Count * (states.Count + 1);

    internal int At(PlacedAge age, int from, int to) => ((int)age * states.Count + from) * (states.Count + 1) + to;

    /// <summary>The end of the month so many months from another month-end.</summary>
    public static DateOnly MonthEnd(DateOnly end, int months) => end.AddDays(1).AddMonths(months).AddDays(-1);

    public static DateOnly LastEnd(DateOnly day) => MeasureMonths.LastOf(Books.LastEnded(day));

    public static PlacementFit Of(PlacedRuns placedRuns, DateOnly day)
    {
        var fit = new PlacementFit(LastEnd(day));
        var ends = Enumerable.Range(-PlacementForecast.Window, PlacementForecast.Window + 1).Select(m => MonthEnd(fit.On, m)).ToArray();
        var placed = new List<(DateOnly Born, int[] At)>();
        foreach (var (file, runs) in placedRuns.Each())
        {
            int[]? at = null;
            for (var e = 0; e < ends.Length; e++)
                if (PlacedRuns.On(runs, ends[e]) is { } state)
                    (at ??= [.. ends.Select(_ => -1)])[e] = fit.IndexOf(state);
            if (at is not null)
                placed.Add((file.Child.BornOn, at));
        }
        // Months before anybody was placed are months before the register began.
        var first = placed.Count == 0 ? -1 : placed.Min(p => Array.FindIndex(p.At, s => s >= 0));
        fit.Months = first < 0 ? 0 : ends.Length - 1 - first;
        fit.Now = [.. fit.states.Select((_, s) => placed.Count(p => p.At[^1] == s))];
        fit.Placed = [.. placed.Where(p => p.At[^1] >= 0).Select(p => Someone.Of(p.Born, p.At[^1]))];
        fit.Went = [.. Enumerable.Range(0, fit.Months).Select(_ => new int[fit.Cells])];
        fit.Came = [.. Enumerable.Range(0, fit.Months).Select(_ => new List<(int, int)>())];
        foreach (var (born, at) in placed)
            for (var m = 0; m < fit.Months; m++)
            {
                var (was, now, end) = (at[first + m], at[first + m + 1], ends[first + m + 1]);
                if (was >= 0)
                {
                    var age = Someone.Of(born, was).AgeIn(ends[first + m].DayNumber, end.DayNumber);
                    fit.Went[m][fit.At(age, was, now < 0 ? fit.states.Count : now)]++;
                }
                else if (now >= 0)
                    fit.Came[m].Add((end.DayNumber - born.DayNumber, now));
            }
        return fit;
    }

    int IndexOf(PlacedAt state)
    {
        var at = states.IndexOf(state);
        if (at >= 0)
            return at;
        states.Add(state);
        return states.Count - 1;
    }
}
