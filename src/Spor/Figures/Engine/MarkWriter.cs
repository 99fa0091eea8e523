namespace Spor.Figures.Engine;

/// <summary>Takes the marks of a child as a track writes them.</summary>
public sealed class MarkWriter
{
    internal List<Mark> Marks { get; } = [];
    internal List<MonthSum> Sums { get; } = [];
    int first,
        perLane;

    internal void Begin(int firstChannel, int channelsALane) => (first, perLane) = (firstChannel, channelsALane);

    int Channel(int lane, bool hit) => first + lane * perLane + (hit ? 1 : 0);

    /// <param name="to">The last day; null = still running.</param>
    public void Span(DateOnly from, DateOnly? to, int lane = 0, bool hit = false) =>
        Span(from.DayNumber, (to ?? DateOnly.MaxValue).DayNumber, lane, hit);

    /// <summary>Day numbers. An empty span is left out.</summary>
    public void Span(int from, int to, int lane = 0, bool hit = false)
    {
        if (from <= to)
            Marks.Add(new(from, to, Channel(lane, hit)));
    }

    /// <summary>
    /// Of marks that touch periods: one that touches two runs of the same thing is of every period from the later run's first day to the
    /// earlier run's last, which lies before it. Marked as a hit.
    /// </summary>
    public void Twice(DateOnly laterFrom, DateOnly earlierTo, int lane = 0) =>
        Marks.Add(new(laterFrom.DayNumber, earlierTo.DayNumber, Channel(lane, true)));

    /// <param name="on">Null = it did not happen.</param>
    /// <param name="known">It counts in periods that end on or after this day.</param>
    public void Event(DateOnly? on, int lane = 0, bool hit = false, DateOnly? known = null)
    {
        if (on is { } day)
            Marks.Add(new(day.DayNumber, Math.Max(day.DayNumber, (known ?? day).DayNumber), Channel(lane, hit)));
    }

    /// <param name="until">The last day on which nothing newer has come.</param>
    public void Latest(DateOnly on, DateOnly? until, int lane = 0) => Span(on, until, lane);

    /// <param name="month">Any day of it.</param>
    public void Sum(DateOnly month, long amount, int lane = 0)
    {
        if (amount != 0)
            Sums.Add(new(amount, (short)(month.Year * 12 + month.Month - 1), (short)Channel(lane, false)));
    }
}
