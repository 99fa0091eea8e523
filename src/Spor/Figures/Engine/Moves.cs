namespace Spor.Figures.Engine;

/// <summary>Which lane each child is in on one day and on another: a table of (lanes + 1)², 0 being in none. Where both are 0 nothing is
/// written.</summary>
sealed class MovesCount(Track track, Moment since) : Count
{
    internal Track Of => track;
    internal Moment Since => since;

    internal override IEnumerable<Track> Tracks => [track];

    internal override int Rows(Layout layout) => (layout.Lanes(track) + 1) * (layout.Lanes(track) + 1);

    internal override Counter Bind(Layout layout, Days days, int firstRow) => new AtWork(track, since, layout, days, firstRow);

    sealed class AtWork(Track track, Moment since, Layout layout, Days days, int firstRow) : Counter
    {
        readonly int states = layout.Lanes(track) + 1,
            width = days.Width;
        readonly States line = new(track, since, layout, days);

        public override void Add(Subject child)
        {
            line.Read(child);
            foreach (var (from, to) in child.Windows)
                for (int i = Math.Max(line.Lowest, from), end = Math.Min(line.Highest, to); i < end; )
                {
                    // As long as both days stand as they do: a child on one step for years is one difference.
                    int was = line.Before(i),
                        now = line.Now(i);
                    var next = line.Same(i, end);
                    if ((was | now) != 0)
                    {
                        var row = (firstRow + was * states + now) * width;
                        child.Cells[row + i]++;
                        child.Cells[row + next]--;
                    }
                    i = next;
                }
            line.Clear();
        }
    }

    /// <summary>The lane of one child at both days of each period.</summary>
    internal sealed class States(Track track, Moment since, Layout layout, Days days)
    {
        readonly int at = layout.IndexOf(track),
            first = layout.FirstChannel[layout.IndexOf(track)];
        readonly byte[] before = new byte[days.N],
            now = new byte[days.N];
        readonly Columns thenColumns = new(track, days, days.At(since)),
            nowColumns = new(track, days, days.Ends);

        /// <summary>Outside these columns it is 0 at both.</summary>
        public int Lowest { get; private set; } = days.N;
        public int Highest { get; private set; }

        public int Before(int i) => before[i];

        public int Now(int i) => now[i];

        public void Read(Subject child)
        {
            foreach (ref readonly var mark in child.Marks(at))
            {
                var lane = (byte)(mark.Channel - first + 1);
                Fill(before, thenColumns.Of(mark), lane);
                Fill(now, nowColumns.Of(mark), lane);
            }
        }

        void Fill(byte[] states, (int Lo, int Hi) columns, byte lane)
        {
            if (columns.Lo >= columns.Hi)
                return;
            states.AsSpan(columns.Lo, columns.Hi - columns.Lo).Fill(lane);
            (Lowest, Highest) = (Math.Min(Lowest, columns.Lo), Math.Max(Highest, columns.Hi));
        }

        /// <summary>The first column from i on, before end, in which either differs from that of i.</summary>
        public int Same(int i, int end) => i + Math.Min(Run(before.AsSpan(i, end - i), before[i]), Run(now.AsSpan(i, end - i), now[i]));

        static int Run(ReadOnlySpan<byte> states, byte state) => states.IndexOfAnyExcept(state) is >= 0 and var at ? at : states.Length;

        public void Clear()
        {
            if (Lowest < Highest)
            {
                before.AsSpan(Lowest, Highest - Lowest).Clear();
                now.AsSpan(Lowest, Highest - Lowest).Clear();
            }
            (Lowest, Highest) = (before.Length, 0);
        }
    }
}

/// <summary>
/// The marks of one track beside the way the child went in another: down, the same, up, for those in a lane on both days. Of each way how
/// many marks, the sum of what their lanes stand for, and how many children.
/// </summary>
/// <param name="worth">What a lane stands for.</param>
sealed class BesideMovesCount(Track track, Func<int, int> worth, Track moved, Moment since) : Count
{
    internal override IEnumerable<Track> Tracks => [track, moved];

    internal override int Rows(Layout layout) => 9;

    internal override Counter Bind(Layout layout, Days days, int firstRow) =>
        new AtWork(track, worth, moved, since, layout, days, firstRow);

    sealed class AtWork(Track track, Func<int, int> worth, Track moved, Moment since, Layout layout, Days days, int firstRow) : Counter
    {
        readonly int at = layout.IndexOf(track),
            first = layout.FirstChannel[layout.IndexOf(track)],
            width = days.Width;
        readonly Columns columns = new(track, days, days.Ends);
        readonly MovesCount.States line = new(moved, since, layout, days);
        readonly int[] reach = new int[3];

        public override void Add(Subject child)
        {
            var marks = child.Marks(at);
            if (marks.Length == 0)
                return;
            line.Read(child);
            Array.Clear(reach);
            foreach (ref readonly var mark in marks)
            {
                var (lo, hi) = columns.Of(mark);
                for (int i = Math.Max(lo, line.Lowest), end = Math.Min(hi, line.Highest); i < end; )
                {
                    int was = line.Before(i),
                        now = line.Now(i),
                        next = line.Same(i, end);
                    if (was > 0 && now > 0)
                    {
                        var way = Math.Sign(now - was) + 1;
                        child.Add((firstRow + way) * width, i, next, 1);
                        child.Add((firstRow + 3 + way) * width, i, next, worth(mark.Channel - first));
                        // A child whose way changes back and forth between columns may be reached late; marks come by their first column.
                        reach[way] = child.AddOnce((firstRow + 6 + way) * width, i, next, reach[way]);
                    }
                    i = next;
                }
            }
            line.Clear();
        }
    }
}
