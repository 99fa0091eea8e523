using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Figures.Disclosure;

/// <summary>
/// What is published month after month is decided in turn (ADR 0041): what was told with an earlier month stays told and what was hidden
/// stays hidden, whatever comes later. So a reader who kept every page since January knows no more than the last of them tells.
/// </summary>
public sealed partial class PublishedTables
{
    /// <summary>The publication of one month among those of its year.</summary>
    /// <param name="On">The month-end.</param>
    /// <param name="Before">What was decided with the months before, which stands.</param>
    /// <param name="Start">What of this month is hidden to begin with.</param>
    /// <param name="IsAhead">As if the sums of what is not over were told so far. One day they will be, and then a month that is hidden
    /// needs another beside it.</param>
    /// <param name="IsLenient">What cannot be kept is passed by, and the rest hidden as well as it goes.</param>
    /// <param name="Keeps">A year on many children is told whatever else must be hidden.</param>
    sealed record Turn(DateOnly On, Decided Before, Decided Start, bool IsAhead = false, bool IsLenient = false, bool Keeps = true)
    {
        public bool IsOld(FigurePeriod run) => run.To < On;
    }

    bool IsInTurn(Figure figure, Division? by) =>
        Periods.IsCalendar && figure.Time == FigureTime.Period && by is not (Division.Team or Division.Age);

    static bool IsOver(FigurePeriod run, Turn? turn) => turn is null || run.To <= turn.On;

    static int MonthsOf(FigurePeriod run) => (run.To.Year - run.From.Year) * 12 + run.To.Month - run.From.Month + 1;

    IReadOnlyList<FigurePeriod> ShorterSoFar(FigurePeriod run, Turn? turn) =>
        [.. Periods.PartsOf(run, MonthsOf(run)).Where(p => turn is null || p.From <= turn.On)];

    /// <summary>The runs of a year that are over by a month-end.</summary>
    IEnumerable<FigurePeriod> RunsSoFar(FigurePeriod year, DateOnly on) =>
        MonthEnds(year).TakeWhile(e => e <= on).SelectMany(Periods.EndingOn);

    IEnumerable<DateOnly> MonthEnds(FigurePeriod year)
    {
        for (var month = year.From; month < year.To && month <= Periods.Last; month = month.AddMonths(1))
            if (month.AddMonths(1).AddDays(-1) is var end && Places(1).ContainsKey(PublicPeriods.Run(end, 1)))
                yield return end;
    }

    static Entry Sum(IReadOnlyList<Entry> entries, Entry none) =>
        entries.Count == 0
            ? none
            : new([.. entries[0].Values.Select((_, layer) => entries.Sum(e => e.Values[layer]))], false, entries.Sum(e => e.Rests));

    bool IsToldAnyway(Figure figure, FigurePeriod year, DateOnly on) =>
        (figure.Unit == FigureUnit.Share || figure.PartOf is not null) && RunsSoFar(year, on).Any(r => TellsItself(figure, r));

    /// <summary>Puts what is decided already, or not over yet, into the net. False of what is to be decided now.</summary>
    static bool PutEarlier(
        Circulation net,
        Turn? turn,
        FigurePeriod run,
        string? part,
        long? cell,
        int from,
        int to,
        Entry entry,
        bool canBeNothing = false
    )
    {
        if (turn is null)
            return false;
        if (!IsOver(run, turn))
        {
            if (turn.IsAhead)
                net.Add(from, to, entry.Values, keep: true);
            else
                net.AddUnshown(from, to, entry.Values);
            return true;
        }
        if (!turn.IsOld(run))
            return false;
        var nothing = canBeNothing || turn.Before.Runs.Contains(run);
        net.Add(from, to, entry.Values, turn.Before.Hides(run, part, cell), keep: true, canBeNothing: nothing);
        return true;
    }

    Decided InTurn(Figure figure, FigurePeriod year, Division? by)
    {
        var decided = new Decided();
        var adds = true;
        foreach (var on in MonthEnds(year))
        {
            var fresh = Periods.EndingOn(on).ToList();
            adds = adds && fresh.All(r => AddsUpOverTime(figure, r, null) && (by is null || AddsUpOverTime(figure, r, by)));
            if (adds)
                decided.Take(Next(on, fresh));
            else
                // Children told of in two months are one child in both, and no sum tells of a month.
                foreach (var run in fresh)
                {
                    var alone = by is { } of ? DecideCells(figure, run, of, alone: true) : DecideWhole(figure, run, run, alone: true);
                    decided.Take(alone.Everything ? new() { Runs = { run } } : alone);
                }
        }
        return decided;

        Decided Next(DateOnly on, List<FigurePeriod> fresh)
        {
            Decided? Try(Turn turn) => by is { } of ? TryCells(figure, year, of, true, turn) : TryWhole(figure, year, true, turn);
            if (decided is { Hidden.Count: 0, Runs.Count: 0 } && !fresh.Exists(r => HasSmall(figure, r, by)))
                return new();
            // What can be kept when the year is told can be kept until then.
            if (Try(new(on, decided, new(), IsAhead: true)) is { } kept)
                return kept;
            var start = Try(new(on, decided, new(), IsAhead: true, IsLenient: true)) ?? new();
            if ((Try(new(on, decided, start)) ?? Try(new(on, decided, start, Keeps: false))) is { } next)
                return next;
            var nothing = new Decided();
            nothing.Runs.UnionWith(fresh);
            return nothing;
        }
    }

    bool HasSmall(Figure figure, FigurePeriod run, Division? by)
    {
        if (by is not { } division)
            return WholeOf(figure, run).Small || PartsOf(figure, run).Any(p => p.Entry.Small);
        var (_, cells, left) = LineOf(figure, run, division);
        return Whole(figure, run).Hides(run, null, null)
            || cells.Exists(c => c.Entry.Small)
            || left is null
            || Array.Exists(left, l => l > 0);
    }
}
