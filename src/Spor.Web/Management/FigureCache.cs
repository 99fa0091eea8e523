using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Insight;
using Spor.Storage;

namespace Spor.Web.Management;

/// <summary>Every figure at the end of each month, from the first case to a day.</summary>
public sealed class FigureSeries(IReadOnlyList<FigurePeriod> periods, IReadOnlyList<IReadOnlyList<KeyFigure>> months)
{
    readonly Dictionary<(string, string?), int> at = months[^1].Select((f, i) => (f, i)).ToDictionary(p => (p.f.Of.Code, p.f.Part), p => p.i);

    public IReadOnlyList<FigurePeriod> Periods => periods;
    public IReadOnlyList<IReadOnlyList<KeyFigure>> Months => months;

    /// <summary>A figure, or a part of it, month by month; null in a month that did not have it, for example before a team was there.</summary>
    public KeyFigure?[] Of(FigureDefinition of, string? part)
    {
        var found = new KeyFigure?[months.Count];
        if (!at.TryGetValue((of.Code, part), out var place)) return found;
        for (var i = 0; i < found.Length; i++)
        {
            var month = months[i];
            found[i] = place < month.Count && month[place].Of == of && month[place].Part == part ? month[place] : month.FirstOrDefault(f => f.Of == of && f.Part == part);
        }
        return found;
    }
}

/// <summary>
/// The columns of the newest register and the answers given from them. After an entry the columns are made from those before, so that a correction or a
/// new follow-up shows in the next page.
/// </summary>
public sealed class FigureCache(PastRegisters past)
{
    const int MostSeries = 12, MostPeriods = 256;
    readonly Lock gate = new(), pastGate = new();
    volatile Held? held;
    // Of the last baseline asked for. Its register is large and is let go.
    volatile Held? asKnown;

    sealed record Held(FigureColumns Columns)
    {
        public ConcurrentDictionary<(DateOnly, GroupFilter), Lazy<FigureSeries>> Series { get; } = [];
        public ConcurrentDictionary<(FigurePeriod, GroupFilter), Lazy<IReadOnlyList<KeyFigure>>> Periods { get; } = [];
    }

    public FigureColumns Columns(Overview overview) => Of(overview.Register, overview.Day).Columns;

    Held Of(Register register, DateOnly day)
    {
        if (held is { } now && ReferenceEquals(now.Columns.Register, register) && now.Columns.Until == day) return now;
        lock (gate)
        {
            if (held is { } known && ReferenceEquals(known.Columns.Register, register) && known.Columns.Until == day) return known;
            return held = new(FigureColumns.Of(register, day, held?.Columns));
        }
    }

    /// <summary>The figures of one period, for a group of children.</summary>
    public IReadOnlyList<KeyFigure> Of(Overview overview, FigurePeriod period, GroupFilter filter)
    {
        var now = Of(overview.Register, overview.Day);
        if (now.Periods.Count >= MostPeriods) now.Periods.Clear();
        return now.Periods.GetOrAdd((period, filter), _ => new(() => now.Columns.At([period], filter)[0])).Value;
    }

    /// <summary>The figures of one period as they were known at an entry.</summary>
    /// <param name="until">The last day looked at.</param>
    /// <exception cref="StorageException">The database could not be read.</exception>
    public IReadOnlyList<KeyFigure> AsKnown(long entryNo, DateOnly until, FigurePeriod period, GroupFilter filter)
    {
        var then = asKnown;
        if (then is null || then.Columns.Register.EntryNo != entryNo || then.Columns.Until != until)
            lock (pastGate)
            {
                then = asKnown;
                if (then is null || then.Columns.Register.EntryNo != entryNo || then.Columns.Until != until)
                    asKnown = then = new(FigureColumns.Of(past.At(entryNo), until).WithoutChildren());
            }
        if (then.Periods.Count >= MostPeriods) then.Periods.Clear();
        return then.Periods.GetOrAdd((period, filter), _ => new(() => then.Columns.At([period], filter)[0])).Value;
    }

    public FigureSeries Months(Overview overview, DateOnly to, GroupFilter filter)
    {
        var now = Of(overview.Register, overview.Day);
        if (now.Series.Count >= MostSeries) now.Series.Clear();
        return now.Series.GetOrAdd((to, filter), _ => new(() =>
        {
            var periods = now.Columns.Months(to);
            return new(periods, now.Columns.At(periods, filter));
        })).Value;
    }
}
