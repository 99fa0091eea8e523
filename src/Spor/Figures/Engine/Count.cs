using System.Runtime.InteropServices;

namespace Spor.Figures.Engine;

/// <summary>
/// One way to count the marks of a track: so many rows, each with a column for every period. All counting is done as differences, so that a
/// mark that holds for a hundred months costs two additions, and counts of blocks of children can be added and taken away.
/// </summary>
public abstract class Count
{
    internal abstract IEnumerable<Track> Tracks { get; }

    internal abstract int Rows(Layout layout);

    /// <summary>For one thread and one row of periods.</summary>
    internal abstract Counter Bind(Layout layout, Days days, int firstRow);
}

/// <summary>A <see cref="Count"/> at work.</summary>
abstract class Counter
{
    /// <summary>Adds one child's marks to the differences.</summary>
    public abstract void Add(Subject child);
}

/// <summary>One child as it is counted: its marks, and the periods in which it is of the group.</summary>
sealed class Subject(Layout layout)
{
    readonly int[] markStart = new int[layout.Tracks.Length + 1],
        sumStart = new int[layout.Tracks.Length + 1];
    MarkBlock block = null!;

    /// <summary>Columns in which the child is of the group, earliest first and apart.</summary>
    public List<(int Lo, int Hi)> Windows { get; set; } = [];

    /// <summary>Where the differences go.</summary>
    public long[] Cells { get; set; } = [];

    /// <summary>Another for each child counted.</summary>
    public int Stamp { get; set; }

    public void Turn(MarkBlock of, int child)
    {
        block = of;
        Stamp++;
        var at = of.MarkStart[child];
        var end = of.MarkStart[child + 1];
        for (var t = 0; t < layout.Tracks.Length; t++)
        {
            markStart[t] = at;
            while (at < end && of.Marks[at].Channel < layout.FirstChannel[t + 1])
                at++;
        }
        markStart[^1] = at;
        (at, end) = (of.SumStart[child], of.SumStart[child + 1]);
        for (var t = 0; t < layout.Tracks.Length; t++)
        {
            sumStart[t] = at;
            if (layout.Tracks[t].Kind == MarkKind.Sums)
                while (at < end && of.Sums[at].Channel < layout.FirstChannel[t + 1])
                    at++;
        }
        sumStart[^1] = at;
    }

    public ReadOnlySpan<Mark> Marks(int track) => block.Marks.AsSpan(markStart[track], markStart[track + 1] - markStart[track]);

    public ReadOnlySpan<MonthSum> Sums(int track) => block.Sums.AsSpan(sumStart[track], sumStart[track + 1] - sumStart[track]);

    public bool Has(int track) => markStart[track] < markStart[track + 1] || sumStart[track] < sumStart[track + 1];

    public void Add(int row, int lo, int hi, long amount)
    {
        foreach (var (from, to) in CollectionsMarshal.AsSpan(Windows))
        {
            int a = Math.Max(lo, from),
                b = Math.Min(hi, to);
            if (a >= b)
                continue;
            Cells[row + a] += amount;
            Cells[row + b] -= amount;
        }
    }

    /// <summary>Adds 1 for the child in columns where it has not been added yet: those from <paramref name="reach"/> on. Marks come by
    /// their first column.</summary>
    /// <returns>As far as it has been added now.</returns>
    public int AddOnce(int row, int lo, int hi, int reach)
    {
        foreach (var (from, to) in CollectionsMarshal.AsSpan(Windows))
        {
            int a = Math.Max(Math.Max(lo, from), reach),
                b = Math.Min(hi, to);
            if (a >= b)
                continue;
            Cells[row + a]++;
            Cells[row + b]--;
            reach = b;
        }
        return reach;
    }
}

/// <summary>For each column in which a mark counts: from Lo to before Hi.</summary>
readonly struct Columns(Track track, Days days, RisingDays at)
{
    readonly RisingDays ends = days.Ends,
        befores = days.Befores;
    readonly MarkKind kind = track.Kind;

    public (int Lo, int Hi) Of(in Mark mark) =>
        kind switch
        {
            MarkKind.Spans => (at.On(mark.From), mark.To == DateOnly.MaxValue.DayNumber ? days.N : at.On(mark.To + 1)),
            MarkKind.Touching => (ends.On(mark.From), befores.On(mark.To)),
            MarkKind.Events => (ends.On(mark.To), befores.On(mark.From)),
            _ => (
                ends.On(mark.From),
                Math.Min(befores.On(mark.From), mark.To == DateOnly.MaxValue.DayNumber ? days.N : ends.On(mark.To + 1))
            ),
        };
}

/// <summary>Of each channel how many marks, and of each lane how many children.</summary>
sealed class LaneCount(Track track) : Count
{
    internal override IEnumerable<Track> Tracks => [track];

    internal override int Rows(Layout layout) => layout.Channels(track) + layout.Lanes(track);

    internal override Counter Bind(Layout layout, Days days, int firstRow) => new AtWork(track, layout, days, firstRow);

    sealed class AtWork(Track track, Layout layout, Days days, int firstRow) : Counter
    {
        readonly int at = layout.IndexOf(track),
            first = layout.FirstChannel[layout.IndexOf(track)],
            width = days.Width,
            channels = layout.Channels(track),
            perLane = track.ChannelsALane;
        readonly Columns columns = new(track, days, days.Ends);
        readonly int[] reach = new int[layout.Lanes(track)],
            seen = new int[layout.Lanes(track)];

        public override void Add(Subject child)
        {
            foreach (ref readonly var mark in child.Marks(at))
            {
                var (lo, hi) = columns.Of(mark);
                if (lo >= hi)
                    continue;
                int channel = mark.Channel - first,
                    lane = channel / perLane;
                child.Add((firstRow + channel) * width, lo, hi, 1);
                if (seen[lane] != child.Stamp)
                    (seen[lane], reach[lane]) = (child.Stamp, 0);
                reach[lane] = child.AddOnce((firstRow + channels + lane) * width, lo, hi, reach[lane]);
            }
        }
    }
}

/// <summary>Children with a mark in any of some lanes.</summary>
/// <param name="lanes">Null = all.</param>
sealed class AnyCount(Track track, Func<int, bool>? lanes = null, Moment? moment = null) : Count
{
    internal override IEnumerable<Track> Tracks => [track];

    internal override int Rows(Layout layout) => 1;

    internal override Counter Bind(Layout layout, Days days, int firstRow) =>
        new AtWork(track, lanes, layout, days, firstRow, moment ?? Moment.End);

    sealed class AtWork(Track track, Func<int, bool>? lanes, Layout layout, Days days, int firstRow, Moment moment) : Counter
    {
        readonly int at = layout.IndexOf(track),
            first = layout.FirstChannel[layout.IndexOf(track)],
            width = days.Width;
        readonly Columns columns = new(track, days, days.At(moment));
        readonly bool[] wanted =
        [
            .. Enumerable.Range(0, layout.Channels(track)).Select(c => lanes is null || lanes(c / track.ChannelsALane)),
        ];

        public override void Add(Subject child)
        {
            var reach = 0;
            foreach (ref readonly var mark in child.Marks(at))
            {
                if (!wanted[mark.Channel - first])
                    continue;
                var (lo, hi) = columns.Of(mark);
                if (lo < hi)
                    reach = child.AddOnce(firstRow * width, lo, hi, reach);
            }
        }
    }
}

/// <summary>Of spans that run: the sum of their first days, from which follows how long they have run.</summary>
sealed class AgeCount(Track track) : Count
{
    internal override IEnumerable<Track> Tracks => [track];

    internal override int Rows(Layout layout) => layout.Lanes(track);

    internal override Counter Bind(Layout layout, Days days, int firstRow) => new AtWork(track, layout, days, firstRow);

    sealed class AtWork(Track track, Layout layout, Days days, int firstRow) : Counter
    {
        readonly int at = layout.IndexOf(track),
            first = layout.FirstChannel[layout.IndexOf(track)],
            width = days.Width;
        readonly Columns columns = new(track, days, days.Ends);

        public override void Add(Subject child)
        {
            foreach (ref readonly var mark in child.Marks(at))
            {
                var (lo, hi) = columns.Of(mark);
                if (lo < hi)
                    child.Add((firstRow + mark.Channel - first) * width, lo, hi, mark.From);
            }
        }
    }
}

/// <summary>Of each lane the days of its spans inside a window, and the children who have any.</summary>
/// <param name="fromStart">The days of a span that runs in the window, from its own start to its end or the window's.</param>
sealed class DaysCount(Track track, Window window, bool fromStart = false) : Count
{
    internal override IEnumerable<Track> Tracks => [track];

    internal override int Rows(Layout layout) => 2 * layout.Lanes(track);

    internal override Counter Bind(Layout layout, Days days, int firstRow) =>
        new AtWork(track, layout, firstRow, days.In(window), days.Width, fromStart);

    sealed class AtWork(
        Track track,
        Layout layout,
        int firstRow,
        (int First, int Last, int Lo, int Hi)[] windows,
        int width,
        bool fromStart
    ) : Counter
    {
        readonly int at = layout.IndexOf(track),
            first = layout.FirstChannel[layout.IndexOf(track)],
            lanes = layout.Lanes(track);
        readonly int[] reach = new int[layout.Lanes(track)],
            seen = new int[layout.Lanes(track)];

        public override void Add(Subject child)
        {
            foreach (ref readonly var mark in child.Marks(at))
            {
                // The first window that ends on or after the span's first day.
                int w = 0,
                    past = windows.Length;
                while (w < past)
                {
                    var middle = (w + past) / 2;
                    if (windows[middle].Last < mark.From)
                        w = middle + 1;
                    else
                        past = middle;
                }
                var lane = mark.Channel - first;
                if (seen[lane] != child.Stamp)
                    (seen[lane], reach[lane]) = (child.Stamp, 0);
                for (; w < windows.Length && windows[w].First <= mark.To; w++)
                {
                    var (begins, ends, lo, hi) = windows[w];
                    var days = Math.Min(mark.To, ends) - (fromStart ? mark.From : Math.Max(mark.From, begins)) + 1;
                    child.Add((firstRow + lane) * width, lo, hi, days);
                    reach[lane] = child.AddOnce((firstRow + lanes + lane) * width, lo, hi, reach[lane]);
                }
            }
        }
    }
}

/// <summary>Of each lane the sums of the months inside a window, and the children with any; then the children with any in some
/// lanes.</summary>
sealed class SumCount(Track track, Window window) : Count
{
    internal override IEnumerable<Track> Tracks => [track];

    internal override int Rows(Layout layout) => 2 * layout.Lanes(track) + 1;

    internal override Counter Bind(Layout layout, Days days, int firstRow) => new AtWork(track, layout, days, firstRow, window);

    sealed class AtWork : Counter
    {
        readonly int at,
            first,
            lanes,
            width,
            firstRow,
            firstMonth,
            lastMonth;
        readonly RisingDays begins,
            ends;
        readonly int[] reach,
            seen;

        public AtWork(Track track, Layout layout, Days days, int firstRow, Window window)
        {
            (at, this.firstRow, lanes, width) = (layout.IndexOf(track), firstRow, layout.Lanes(track), days.Width);
            first = layout.FirstChannel[at];
            (reach, seen) = (new int[lanes], new int[lanes]);
            var months = Array.ConvertAll(days.Periods, p => window.Of(p));
            // The last month before the window begins: a sum counts until there are none left of its month or earlier.
            int[] before = Array.ConvertAll(months, m => m.First.Year * 12 + m.First.Month - 2),
                last = Array.ConvertAll(months, m => m.Last.Year * 12 + m.Last.Month - 1);
            (begins, ends) = (new(before), new(last));
            (firstMonth, lastMonth) = (before[0] + 1, last[^1]);
        }

        public override void Add(Subject child)
        {
            var sums = child.Sums(at);
            int k = 0,
                past = sums.Length;
            while (k < past)
            {
                var middle = (k + past) / 2;
                if (sums[middle].Month < firstMonth)
                    k = middle + 1;
                else
                    past = middle;
            }
            var any = 0;
            for (; k < sums.Length && sums[k].Month <= lastMonth; k++)
            {
                ref readonly var sum = ref sums[k];
                int lo = ends.On(sum.Month),
                    hi = begins.On(sum.Month),
                    lane = sum.Channel - first;
                if (lo >= hi)
                    continue;
                child.Add((firstRow + lane) * width, lo, hi, sum.Amount);
                if (seen[lane] != child.Stamp)
                    (seen[lane], reach[lane]) = (child.Stamp, 0);
                reach[lane] = child.AddOnce((firstRow + lanes + lane) * width, lo, hi, reach[lane]);
                any = child.AddOnce((firstRow + 2 * lanes) * width, lo, hi, any);
            }
        }
    }
}

/// <summary>Spans divided by the team that the child is of on the day: how many, and how many children.</summary>
sealed class TeamCount(Track track) : Count
{
    internal override IEnumerable<Track> Tracks => [track];

    internal override int Rows(Layout layout) => 2 * layout.Teams.Length;

    internal override Counter Bind(Layout layout, Days days, int firstRow) => new AtWork(track, layout, days, firstRow);

    sealed class AtWork(Track track, Layout layout, Days days, int firstRow) : Counter
    {
        readonly int at = layout.IndexOf(track),
            teams = layout.Teams.Length,
            width = days.Width;
        readonly Columns columns = new(track, days, days.Ends);

        // Spans too, and before all others.
        readonly Columns membership = new(Membership.Track, days, days.Ends);
        readonly int[] reach = new int[layout.Teams.Length],
            seen = new int[layout.Teams.Length];

        public override void Add(Subject child)
        {
            foreach (ref readonly var mark in child.Marks(at))
            {
                var (lo, hi) = columns.Of(mark);
                if (lo >= hi)
                    continue;
                foreach (ref readonly var member in child.Marks(0))
                {
                    var (from, to) = membership.Of(member);
                    int a = Math.Max(lo, from),
                        b = Math.Min(hi, to),
                        team = member.Channel;
                    if (a >= b)
                        continue;
                    child.Add((firstRow + team) * width, a, b, 1);
                    if (seen[team] != child.Stamp)
                        (seen[team], reach[team]) = (child.Stamp, 0);
                    reach[team] = child.AddOnce((firstRow + teams + team) * width, a, b, reach[team]);
                }
            }
        }
    }
}
