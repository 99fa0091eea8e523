namespace Spor.Figures.Engine;

/// <summary>A period that figures are wanted for: <c>(A, B]</c>, the days after one up to and including another. A state is taken on its
/// last day.</summary>
/// <param name="After">A: the day before the first, which a state is compared with.</param>
/// <param name="To">B: the last day.</param>
public readonly record struct FigurePeriod(DateOnly After, DateOnly To)
{
    /// <summary>The first day.</summary>
    public DateOnly From => After == DateOnly.MaxValue ? After : After.AddDays(1);

    /// <summary>From a first day to a last, both included.</summary>
    public static FigurePeriod Of(DateOnly from, DateOnly to) => new(from == DateOnly.MinValue ? from : from.AddDays(-1), to);
}

/// <summary>A day that a period gives. Of a row of periods the days never fall.</summary>
public sealed class Moment(Func<FigurePeriod, DateOnly> of)
{
    /// <summary>B.</summary>
    public static Moment End { get; } = new(p => p.To);

    /// <summary>A.</summary>
    public static Moment Before { get; } = new(p => p.After);

    /// <summary>The same day a year before B.</summary>
    public static Moment YearBefore { get; } = new(p => p.To.AddMonths(-12));

    internal DateOnly Of(FigurePeriod period) => of(period);
}

/// <summary>Days that a period gives, both ends included, which need not be its own: its month, the calendar year before.</summary>
public sealed class Window(Func<FigurePeriod, (DateOnly First, DateOnly Last)> of)
{
    /// <summary>The calendar month of B, to its last day.</summary>
    public static Window Month { get; } =
        new(p => (new(p.To.Year, p.To.Month, 1), new DateOnly(p.To.Year, p.To.Month, 1).AddMonths(1).AddDays(-1)));

    /// <summary>The calendar year before B's.</summary>
    public static Window YearBefore { get; } = new(p => (new(p.To.Year - 1, 1, 1), new(p.To.Year - 1, 12, 31)));

    /// <summary>From 1 January of B's year to B.</summary>
    public static Window YearSoFar { get; } = new(p => (new(p.To.Year, 1, 1), p.To));

    /// <summary>The last whole month that has ended by B: B's own, if B is its last day.</summary>
    public static Window EndedMonth { get; } =
        new(p =>
        {
            var first = Month.Of(p).First;
            if (p.To.AddDays(1).Month == p.To.Month)
                first = first.AddMonths(-1);
            return (first, first.AddMonths(1).AddDays(-1));
        });

    /// <summary>The twelve months that end with B's.</summary>
    public static Window TwelveMonths { get; } = new(p => (Month.Of(p).First.AddMonths(-11), Month.Of(p).Last));

    internal (DateOnly First, DateOnly Last) Of(FigurePeriod period) => of(period);
}

/// <summary>For a day: the index of the first of some days, none before the one before it, on or after it.</summary>
sealed class RisingDays
{
    readonly int start,
        end,
        n;
    readonly int[] at;

    public RisingDays(int[] days)
    {
        (start, end, n) = (days[0], days[^1], days.Length);
        at = new int[end - start + 1];
        for (int i = 0, d = start; d <= end; d++)
        {
            while (days[i] < d)
                i++;
            at[d - start] = i;
        }
    }

    public int On(int day) =>
        day <= start ? 0
        : day > end ? n
        : at[day - start];
}

/// <summary>A row of periods as day numbers.</summary>
sealed class Days
{
    readonly Dictionary<Moment, RisingDays> moments = [];
    readonly Dictionary<Window, (int First, int Last, int Lo, int Hi)[]> windows = [];

    public FigurePeriod[] Periods { get; }
    public int N { get; }

    /// <summary>One column for each period, and one past the last, where differences end.</summary>
    public int Width => N + 1;
    public RisingDays Ends { get; }
    public RisingDays Befores { get; }

    /// <exception cref="ArgumentException">The periods do not rise.</exception>
    public Days(IReadOnlyList<FigurePeriod> periods)
    {
        Periods = [.. periods];
        N = Periods.Length;
        for (var i = 0; i < N; i++)
            if (
                Periods[i].To < Periods[i].After
                || (i > 0 && (Periods[i].After < Periods[i - 1].After || Periods[i].To <= Periods[i - 1].To))
            )
                throw new ArgumentException("the periods do not rise", nameof(periods));
        (Ends, Befores) = (At(Moment.End), At(Moment.Before));
    }

    public RisingDays At(Moment moment)
    {
        if (!moments.TryGetValue(moment, out var known))
            moments[moment] = known = new(Array.ConvertAll(Periods, p => moment.Of(p).DayNumber));
        return known;
    }

    /// <summary>The windows, those of neighbours that are the same as one: of the periods from Lo to before Hi.</summary>
    public (int First, int Last, int Lo, int Hi)[] In(Window window)
    {
        if (windows.TryGetValue(window, out var known))
            return known;
        var list = new List<(int First, int Last, int Lo, int Hi)>();
        for (var i = 0; i < N; i++)
        {
            var (first, last) = window.Of(Periods[i]);
            if (list.Count > 0 && list[^1] is var before && before.First == first.DayNumber && before.Last == last.DayNumber)
                list[^1] = before with { Hi = i + 1 };
            else
                list.Add((first.DayNumber, last.DayNumber, i, i + 1));
        }
        return windows[window] = [.. list];
    }
}
