using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Figures.Engine;

/// <summary>
/// All figures for any group and any row of periods, quickly. Each child's life is kept as slim marks, from one day to another: sixty or so
/// a child, twelve bytes each. A question is one pass over them with difference arrays. The marks lie in blocks of children; after an entry
/// only the blocks with a changed child are made again. It names no figure: what is marked, and how a figure is read from the marks, is in
/// the figure's own declaration.
/// </summary>
public sealed partial class FigureEngine
{
    const int BlockSize = Blocks.Size;

    readonly MarkBlock[] blocks;

    /// <summary>The day the first case of a block opened.</summary>
    readonly DateOnly[] firstCases;
    readonly ConcurrentDictionary<object, Lazy<object>> shared = [];
    readonly ConcurrentDictionary<Lanes, IReadOnlyList<Lane>> lanes = [];

    public Register Register { get; }

    /// <summary>The last day that may be asked about: what is known later is not looked at.</summary>
    public DateOnly Until { get; }

    /// <summary>The day the first case opened; null without any.</summary>
    public DateOnly? FirstCase { get; }

    internal Layout Layout { get; }

    FigureEngine(IReadOnlyList<Figure> figures, Register register, DateOnly until, FigureEngine? before)
    {
        (Register, Until) = (register, until);
        Layout =
            before is not null
            && ReferenceEquals(before.Layout.Figures, figures)
            && before.Layout.Teams.AsSpan().SequenceEqual(Layout.TeamsOf(register))
                ? before.Layout
                : new(figures, register);
        var children = register.Children;
        blocks = new MarkBlock[(children.Count + BlockSize - 1) / BlockSize];
        var reuse =
            before is not null
            && before.Until == until
            && ReferenceEquals(before.Layout, Layout)
            && SameRows(before.Register.Teams, register.Teams)
            && SameRows(before.Register.Districts, register.Districts)
            && SameRows(before.Register.Employments, register.Employments)
            && before.Register.Catalogue.SameAs(register.Catalogue)
                ? before
                : null;
        var builder = new ThreadLocal<Builder>(() => new Builder(Layout, register, until));
        Parallel.For(
            0,
            blocks.Length,
            b =>
            {
                int start = b * BlockSize,
                    end = Math.Min(children.Count, start + BlockSize);
                blocks[b] = reuse is not null && Unchanged(reuse, start, end) ? reuse.blocks[b] : builder.Value!.Build(start, end);
            }
        );
        firstCases = new DateOnly[blocks.Length];
        for (var b = 0; b < blocks.Length; b++)
            firstCases[b] =
                reuse is not null && ReferenceEquals(blocks[b], reuse.blocks.ElementAtOrDefault(b)) ? reuse.firstCases[b] : FirstIn(b);
        var first = firstCases.DefaultIfEmpty(DateOnly.MaxValue).Min();
        FirstCase = first == DateOnly.MaxValue ? null : first;
    }

    DateOnly FirstIn(int block)
    {
        var first = DateOnly.MaxValue;
        for (var i = block * BlockSize; i < Math.Min(Register.Children.Count, (block + 1) * BlockSize); i++)
            if (Register.Children[i].Cases is [var earliest, ..] && earliest.OpenedOn < first)
                first = earliest.OpenedOn;
        return first;
    }

    /// <param name="figures">Whose marks are kept: those that may be asked for.</param>
    /// <param name="previous">An engine of an earlier register: what has not changed since is taken from it.</param>
    public static FigureEngine Of(IReadOnlyList<Figure> figures, Register register, DateOnly until, FigureEngine? previous = null) =>
        new(figures, register, until, previous);

    static bool SameRows<T>(IReadOnlyList<T> a, IReadOnlyList<T> b)
        where T : Fact
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
            if (a[i].Id != b[i].Id || a[i].RecordedIn != b[i].RecordedIn)
                return false;
        return true;
    }

    bool Unchanged(FigureEngine before, int start, int end)
    {
        if (Register.Children is Blocks<ChildFile> now && before.Register.Children is Blocks<ChildFile> then)
            if (now.Shares(start / BlockSize, then))
                return true;
        if (before.Register.Children.Count < end || (end < start + BlockSize && before.Register.Children.Count != end))
            return false;
        for (var i = start; i < end; i++)
            if (!ReferenceEquals(before.Register.Children[i], Register.Children[i]))
                return false;
        return true;
    }

    internal T Shared<T>(RegisterShared<T> what)
        where T : notnull => (T)shared.GetOrAdd(what, _ => new(() => what.Make(Register))).Value;

    readonly ConcurrentDictionary<Track, int> firsts = [];

    /// <summary>The day of the first mark of all children; after every day without any.</summary>
    internal int FirstOf(Track track) =>
        firsts.GetOrAdd(
            track,
            t =>
            {
                var at = Layout.IndexOf(t);
                int from = Layout.FirstChannel[at],
                    past = Layout.FirstChannel[at + 1],
                    first = int.MaxValue;
                foreach (var block in blocks)
                foreach (ref readonly var mark in block.Marks.AsSpan())
                    if (mark.Channel >= from && mark.Channel < past && mark.From < first)
                        first = mark.From;
                return first;
            }
        );

    internal IReadOnlyList<Lane> LanesOf(Lanes of) => lanes.GetOrAdd(of, l => l.In(Register));

    /// <summary>The months from the first case to a day: each ends on its last day, the last on the day itself.</summary>
    public IReadOnlyList<FigurePeriod> Months(DateOnly to)
    {
        var first = FirstCase is { } day && day < to ? day : to;
        var list = new List<FigurePeriod>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            list.Add(new(month.AddDays(-1), last < to ? last : to));
        }
        return list;
    }

    /// <summary>Turns children into marks; one for each thread.</summary>
    sealed class Builder(Layout layout, Register register, DateOnly until)
    {
        readonly Life life = new(register, until, layout.Teams);
        readonly MarkWriter writer = new();

        public MarkBlock Build(int start, int end)
        {
            var marks = new List<Mark>((end - start) * 80);
            var sums = new List<MonthSum>((end - start) * 32);
            int[] markStart = new int[end - start + 1],
                sumStart = new int[end - start + 1];
            var who = new Who[end - start];
            for (var i = start; i < end; i++)
            {
                var file = register.Children[i];
                var child = file.Child;
                who[i - start] = new(child.BornOn, child.DistrictId, child.TargetGroup, child.Gender);
                life.Turn(file);
                for (var t = 0; t < layout.Tracks.Length; t++)
                {
                    var track = layout.Tracks[t];
                    writer.Begin(layout.FirstChannel[t], track.ChannelsALane);
                    track.Write(life, writer);
                    // By the first column in which they count.
                    if (writer.Marks.Count > 1)
                        writer.Marks.Sort(track.Kind == MarkKind.Events ? ByKnown : ByFirst);
                    if (writer.Sums.Count > 1)
                        writer.Sums.Sort(ByMonth);
                    marks.AddRange(writer.Marks);
                    sums.AddRange(writer.Sums);
                    writer.Marks.Clear();
                    writer.Sums.Clear();
                }
                (markStart[i - start + 1], sumStart[i - start + 1]) = (marks.Count, sums.Count);
            }
            return new(who, [.. marks], markStart, [.. sums], sumStart);
        }

        static int ByFirst(Mark a, Mark b) => a.From.CompareTo(b.From);

        static int ByKnown(Mark a, Mark b) => a.To.CompareTo(b.To);

        static int ByMonth(MonthSum a, MonthSum b) => a.Month.CompareTo(b.Month);
    }
}
