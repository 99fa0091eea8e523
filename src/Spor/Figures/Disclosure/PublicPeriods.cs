using Spor.Figures.Engine;

namespace Spor.Figures.Disclosure;

/// <summary>
/// The periods that figures are published for (<c>measures.md</c> 3.5): months, and runs of three, six, twelve and twenty-four of them,
/// counted
/// back from the last one published, so that each lies whole in the next. Of two runs that overlap otherwise the difference would tell of a
/// month.
/// </summary>
/// <param name="last">The last month-end that is published; a demo's day counts as one.</param>
public sealed class PublicPeriods(DateOnly last)
{
    /// <summary>Months in a run, each a part of the next.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [1, 3, 6, 12, 24];

    public DateOnly Last => last;

    /// <summary>The last day of a month as it is published; of the last month the last day published.</summary>
    DateOnly EndOf(DateOnly firstOfMonth) =>
        (firstOfMonth.Year, firstOfMonth.Month) == (last.Year, last.Month) ? last : firstOfMonth.AddMonths(1).AddDays(-1);

    static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>How many months a day's month lies before the last.</summary>
    int Back(DateOnly day) => (last.Year - day.Year) * 12 + last.Month - day.Month;

    /// <summary>The nearest month-end on or before a day; not after the last.</summary>
    public DateOnly NearestDay(DateOnly day) =>
        day >= last ? last
        : day.AddDays(1).Day == 1 ? day
        : FirstOf(day).AddDays(-1);

    /// <summary>The longest run ending on a day that is no longer than asked for.</summary>
    public int NearestLength(DateOnly day, int months) => Lengths.Last(l => l <= Math.Max(1, months) && (l == 1 || Back(day) % l == 0));

    /// <summary>The run of so many months that ends on a day.</summary>
    public static FigurePeriod Run(DateOnly to, int months) => new(FirstOf(to).AddMonths(1 - months).AddDays(-1), to);

    /// <summary>Months in a period that is published; null of any other.</summary>
    public int? LengthOf(FigurePeriod period)
    {
        if (period.To > last || period.To != EndOf(FirstOf(period.To)))
            return null;
        foreach (var length in Lengths)
            if (Run(period.To, length) == period && Back(period.To) % length == 0)
                return length;
        return null;
    }

    /// <summary>The longest run that a published period lies in.</summary>
    public FigurePeriod LongestAround(FigurePeriod period) => Around(period, Lengths[^1]);

    FigurePeriod Around(FigurePeriod period, int length) =>
        Run(EndOf(FirstOf(last).AddMonths(-(Back(period.To) / length * length))), length);

    /// <summary>The runs of the next shorter length that a run is the sum of, earliest first; none of a month.</summary>
    public IReadOnlyList<FigurePeriod> PartsOf(FigurePeriod run, int length)
    {
        var at = Lengths.ToList().IndexOf(length);
        if (at == 0)
            return [];
        var shorter = Lengths[at - 1];
        var first = FirstOf(run.To).AddMonths(1 - length);
        return [.. Enumerable.Range(1, length / shorter).Select(i => Run(EndOf(first.AddMonths(i * shorter - 1)), shorter))];
    }
}
