using Spor.Figures.Engine;

namespace Spor.Figures.Disclosure;

/// <summary>
/// The periods that figures are published for (<c>measures.md</c> 3.5): months, and runs of them, each of which lies whole in the next. Of
/// two runs that overlap otherwise the difference would tell of a month. What is published month after month has calendar quarters,
/// half-years and years, so that a run holds the same months in every publication (ADR 0041). Where one month-end alone will ever be
/// published, as in a demo whose clock stands still, runs of three, six, twelve and twenty-four months are counted back from it.
/// </summary>
public sealed class PublicPeriods
{
    /// <summary>Months in a run counted back, each a part of the next.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [1, 3, 6, 12, 24];

    static readonly IReadOnlyList<int> CalendarLengths = [1, 3, 6, 12];

    readonly DateOnly last;

    PublicPeriods(DateOnly last, bool isCalendar) => (this.last, IsCalendar) = (last, isCalendar);

    /// <param name="last">The only month-end that is published; a demo's day counts as one.</param>
    public static PublicPeriods CountedBack(DateOnly last) => new(last, false);

    /// <param name="last">The last month-end that is published so far.</param>
    public static PublicPeriods Calendar(DateOnly last) => new(last, true);

    public bool IsCalendar { get; }
    public DateOnly Last => last;

    /// <summary>Months in a run, each a part of the next.</summary>
    public IReadOnlyList<int> Runs => IsCalendar ? CalendarLengths : Lengths;

    /// <summary>The last day of a month as it is published; of the last month the last day published.</summary>
    DateOnly EndOf(DateOnly firstOfMonth) =>
        (firstOfMonth.Year, firstOfMonth.Month) == (last.Year, last.Month) ? last : firstOfMonth.AddMonths(1).AddDays(-1);

    static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>How many months a day's month lies before the month that runs are counted back from: the last, or December of its
    /// year.</summary>
    int Back(DateOnly day) => (last.Year - day.Year) * 12 + (IsCalendar ? 12 : last.Month) - day.Month;

    /// <summary>The nearest month-end on or before a day; not after the last.</summary>
    public DateOnly NearestDay(DateOnly day) =>
        day >= last ? last
        : day.AddDays(1).Day == 1 ? day
        : FirstOf(day).AddDays(-1);

    /// <summary>The longest run ending on a day that is no longer than asked for.</summary>
    public int NearestLength(DateOnly day, int months) => Runs.Last(l => l <= Math.Max(1, months) && (l == 1 || Back(day) % l == 0));

    /// <summary>The run of so many months that ends on a day.</summary>
    public static FigurePeriod Run(DateOnly to, int months) => new(FirstOf(to).AddMonths(1 - months).AddDays(-1), to);

    /// <summary>Months in a period of whole months that are published; null of any other.</summary>
    public int? MonthsIn(FigurePeriod period) =>
        period.To <= last
        && period.To == EndOf(FirstOf(period.To))
        && (period.To.Year - period.From.Year) * 12 + period.To.Month - period.From.Month + 1 is var months and > 0
        && Run(period.To, months) == period
            ? months
            : null;

    /// <summary>Months in a period that is published as a run; null of any other.</summary>
    public int? LengthOf(FigurePeriod period) =>
        MonthsIn(period) is { } months && Runs.Contains(months) && Back(period.To) % months == 0 ? months : null;

    /// <summary>The longest run that a published period lies in, though it may not be over.</summary>
    public FigurePeriod LongestAround(FigurePeriod period) => Around(period, Runs[^1]);

    FigurePeriod Around(FigurePeriod period, int length) => Run(EndOf(FirstOf(period.To).AddMonths(Back(period.To) % length)), length);

    /// <summary>The published runs that end on a day, the shortest first.</summary>
    public IEnumerable<FigurePeriod> EndingOn(DateOnly day) => Runs.Select(l => Run(day, l)).Where(r => LengthOf(r) is not null);

    /// <summary>The runs of the next shorter length that a run is the sum of, earliest first; none of a month.</summary>
    public IReadOnlyList<FigurePeriod> PartsOf(FigurePeriod run, int length)
    {
        var at = Runs.ToList().IndexOf(length);
        if (at == 0)
            return [];
        var shorter = Runs[at - 1];
        var first = FirstOf(run.To).AddMonths(1 - length);
        return [.. Enumerable.Range(1, length / shorter).Select(i => Run(EndOf(first.AddMonths(i * shorter - 1)), shorter))];
    }
}
