using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Figures.Engine;

/// <summary>What was counted for a row of periods and a group.</summary>
sealed record Counted(FigureEngine Engine, Plan Plan, Days Days, Group Group, long[] Cells);

/// <summary>Counting, for one thread: differences until <see cref="Accumulate"/>.</summary>
sealed class Counting
{
    readonly Layout layout;
    readonly Counter[] counters;
    readonly Subject subject;
    readonly List<(int Lo, int Hi)> windows = [],
        both = [];

    public Plan Plan { get; }
    public Days Days { get; }
    public long[] Cells { get; }

    public Counting(Layout layout, Plan plan, Days days)
    {
        (this.layout, Plan, Days) = (layout, plan, days);
        Cells = new long[plan.Rows * days.Width];
        counters = Array.ConvertAll(plan.Counts, c => c.Bind(layout, days, plan.FirstRow(c)));
        subject = new(layout) { Cells = Cells, Windows = windows };
    }

    /// <summary>Counts the children of a block that are of the group.</summary>
    public void Add(MarkBlock block, Group group)
    {
        var team = group.TeamId is { } id ? Array.IndexOf(layout.Teams, id) : -1;
        for (var c = 0; c < block.Children.Length; c++)
            Add(block, c, group, team);
    }

    /// <summary>False if the child is of the group in none of the periods.</summary>
    /// <param name="team">The lane of the group's team.</param>
    /// <param name="alsoOf">The lane of another team that the child is of at the same time; −1 = none is asked for.</param>
    public bool Add(MarkBlock block, int child, Group group, int team, int alsoOf = -1)
    {
        windows.Clear();
        if (!Choose(block.Children[child], group, out var lo, out var hi))
            return false;
        if (group.TeamId is null)
            windows.Add((lo, hi));
        else if (team >= 0)
            OfTeam(block, child, team, lo, hi, windows);
        if (alsoOf >= 0)
        {
            both.Clear();
            foreach (var (from, to) in windows)
                OfTeam(block, child, alsoOf, from, to, both);
            windows.Clear();
            windows.AddRange(both);
        }
        if (windows.Count == 0)
            return false;
        subject.Turn(block, child);
        subject.Add(0, 0, Days.N, 1);
        foreach (var counter in counters)
            counter.Add(subject);
        return true;
    }

    void OfTeam(MarkBlock block, int child, int team, int lo, int hi, List<(int Lo, int Hi)> into)
    {
        for (var at = block.MarkStart[child]; at < block.MarkStart[child + 1]; at++)
        {
            ref readonly var mark = ref block.Marks[at];
            if (mark.Channel >= layout.Teams.Length)
                break;
            if (mark.Channel != team)
                continue;
            int a = Math.Max(lo, Days.Ends.On(mark.From)),
                b = Math.Min(hi, mark.To == DateOnly.MaxValue.DayNumber ? Days.N : Days.Ends.On(mark.To + 1));
            if (a < b)
                into.Add((a, b));
        }
    }

    /// <summary>Turns one child's differences into counts where they stand, and writes down those that are something.</summary>
    public void Describe(List<char> key)
    {
        for (int row = 0, at = 0; row < Cells.Length; row += Days.Width, at++)
        {
            long sum = 0;
            for (var i = row; i < row + Days.N; i++)
            {
                sum += Cells[i];
                Cells[i] = sum;
                if (sum == 0)
                    continue;
                key.Add((char)at);
                key.Add((char)(i - row));
                key.Add((char)sum);
                if (sum is < 0 or > char.MaxValue)
                    for (var shift = 16; shift < 64; shift += 16)
                        key.Add((char)(sum >> shift));
            }
            Cells[row + Days.N] = 0;
        }
        key.Add(char.MaxValue);
    }

    /// <summary>The columns in which a child is of the group by what is its own; by its team is asked apart.</summary>
    bool Choose(in Who child, Group group, out int lo, out int hi)
    {
        (lo, hi) = (0, Days.N);
        if (group.DistrictId is { } district && child.DistrictId != district)
            return false;
        if (group.TargetGroup is { } target && child.TargetGroup != target)
            return false;
        if (group.Gender is { } gender && child.Gender != gender)
            return false;
        if (group.Age is { } age)
            Within(Group.Years(age), child, ref lo, ref hi);
        if (group.Ages is { } ages)
            Within((ages.First, ages.Last), child, ref lo, ref hi);
        return lo < hi;
    }

    void Within((int First, int Last) years, in Who child, ref int lo, ref int hi)
    {
        if (years.First > 0)
            lo = Math.Max(lo, Days.Ends.On(Birthday(child.BornOn, years.First)));
        hi = Math.Min(hi, Days.Ends.On(Birthday(child.BornOn, years.Last + 1)));
    }

    static int Birthday(DateOnly born, int years) =>
        born.Year + years > 9999 ? DateOnly.MaxValue.DayNumber : born.AddYears(years).DayNumber;

    /// <param name="times">1 adds, −1 takes away.</param>
    public void Add(Counting other, int times = 1)
    {
        var cells = Cells;
        var others = other.Cells;
        for (var i = 0; i < cells.Length; i++)
            cells[i] += times * others[i];
    }

    /// <summary>From differences to counts, in an array of its own.</summary>
    public long[] Accumulate()
    {
        var sums = (long[])Cells.Clone();
        for (var row = 0; row < sums.Length; row += Days.Width)
        for (var i = row + 1; i < row + Days.Width; i++)
            sums[i] += sums[i - 1];
        return sums;
    }

    public void Clear() => Array.Clear(Cells);
}

/// <summary>The figures of a row of periods for a group, and what it takes to say them again after an entry.</summary>
public sealed class FigureAnswer
{
    readonly Func<FigureEngine, FigureAnswer?> after;
    readonly Counted counted;
    readonly Lazy<IReadOnlyList<KeyFigure>[]> figures;

    internal FigureAnswer(Counted counted, Func<FigureEngine, FigureAnswer?> after)
    {
        (this.counted, this.after) = (counted, after);
        figures = new(Say);
    }

    public IReadOnlyList<FigurePeriod> Periods => counted.Days.Periods;

    /// <summary>Of each period every figure that was asked for, the whole and then its parts.</summary>
    public IReadOnlyList<IReadOnlyList<KeyFigure>> Figures => figures.Value;

    IReadOnlyList<KeyFigure>[] Say()
    {
        var all = new IReadOnlyList<KeyFigure>[counted.Days.N];
        if (all.Length == 1)
            all[0] = Say(0);
        else
            Parallel.For(0, all.Length, i => all[i] = Say(i));
        return all;
    }

    List<KeyFigure> Say(int period)
    {
        var list = new List<KeyFigure>(200);
        var asked = new Asked(counted, period);
        foreach (var figure in counted.Plan.Figures)
        {
            var whole = figure.Reading.Whole(asked);
            list.Add(new(figure, null, null, whole.Value, whole.Rests) { All = whole.All });
            foreach (var (at, code, name) in figure.Reading.PartsIn(asked))
            {
                var part = figure.Reading.Part(asked, at);
                list.Add(new(figure, code, name, part.Value, part.Rests) { All = part.All });
            }
        }
        return list;
    }

    /// <summary>A figure in one period.</summary>
    public Answered Of(Figure figure, int period = 0) => figure.Reading.Whole(new Asked(counted, period));

    /// <summary>A part of a figure by its place among the parts: the step, the rule, the lane.</summary>
    public Answered Part(Figure figure, int at, int period = 0) => figure.Reading.Part(new Asked(counted, period), at);

    /// <summary>The parts of a figure that are there in a period.</summary>
    public IEnumerable<(FigurePartName Name, Answered Answered)> Parts(Figure figure, int period = 0)
    {
        var asked = new Asked(counted, period);
        foreach (var name in figure.Reading.PartsIn(asked))
            yield return (name, figure.Reading.Part(asked, name.At));
    }

    /// <summary>A count as a whole number.</summary>
    public int Count(Figure figure, int period = 0) => (int)(Of(figure, period).Value ?? 0);

    /// <summary>A count of a part as a whole number.</summary>
    public int Count(Figure figure, int part, int period) => (int)(Part(figure, part, period).Value ?? 0);

    /// <summary>The change from one period to another; null where one of them is not defined.</summary>
    public double? Change(Figure figure, int before, int now) => Of(figure, now).Value - Of(figure, before).Value;

    /// <summary>The same question put to a later engine: only the blocks that differ are counted, once out and once in. Null if asking anew
    /// is as quick.</summary>
    public FigureAnswer? After(FigureEngine later) => after(later);
}

public sealed partial class FigureEngine
{
    /// <summary>Some figures for one row of periods.</summary>
    /// <param name="figures">A list that is kept: what must be counted for it is worked out once.</param>
    public FigureAnswer Ask(IReadOnlyList<Figure> figures, IReadOnlyList<FigurePeriod> periods, Group? group = null) =>
        AskAll(figures, [periods], group ?? Group.None)[0];

    /// <summary>Several questions about the same group in one pass; each is a row of periods, and none is empty.</summary>
    /// <exception cref="ArgumentException">A period ends after <see cref="Until"/>, or they do not rise.</exception>
    public IReadOnlyList<FigureAnswer> AskAll(
        IReadOnlyList<Figure> figures,
        IReadOnlyList<IReadOnlyList<FigurePeriod>> questions,
        Group group
    )
    {
        Check(questions);
        var plan = Layout.PlanOf(figures);
        Days[] days = [.. questions.Select(q => new Days(q))];
        Counting[] New() => Array.ConvertAll(days, d => new Counting(Layout, plan, d));
        var counts = New();
        InBlocks(
            New,
            (b, mine) =>
            {
                // All questions to a block while it is near.
                foreach (var one in mine)
                    one.Add(blocks[b], group);
            },
            mine =>
            {
                for (var q = 0; q < mine.Length; q++)
                    counts[q].Add(mine[q]);
            }
        );
        return Array.ConvertAll(counts, c => Say(c, group));
    }

    /// <summary>Some figures of children chosen one by one.</summary>
    public FigureAnswer AskOf(IReadOnlyList<Figure> figures, IReadOnlyList<FigurePeriod> periods, IEnumerable<long> childIds)
    {
        Check([periods]);
        var counting = new Counting(Layout, Layout.PlanOf(figures), new(periods));
        foreach (var id in childIds)
            if (PlaceOf(id) is >= 0 and var at)
                counting.Add(blocks[at / BlockSize], at % BlockSize, Group.None, -1);
        return new(new(this, counting.Plan, counting.Days, Group.None, counting.Accumulate()), _ => null);
    }

    /// <summary>Children lie by their ids.</summary>
    int PlaceOf(long id)
    {
        int lo = 0,
            hi = Register.Children.Count - 1;
        while (lo <= hi)
        {
            var middle = (lo + hi) / 2;
            var at = Register.Children[middle].Id;
            if (at == id)
                return middle;
            if (at < id)
                lo = middle + 1;
            else
                hi = middle - 1;
        }
        return -1;
    }

    void Check(IReadOnlyList<IReadOnlyList<FigurePeriod>> questions)
    {
        foreach (var periods in questions)
            if (periods[^1].To > Until)
                throw new ArgumentException("after the last day that is known", nameof(questions));
    }

    /// <summary>Shares the blocks between the processors. Without a child there is nothing to count, and nothing to share out.</summary>
    void InBlocks<T>(Func<T> start, Action<int, T> block, Action<T> end)
    {
        if (blocks.Length == 0)
            return;
        var gate = new Lock();
        Parallel.ForEach(
            Partitioner.Create(0, blocks.Length, Math.Max(1, blocks.Length / (2 * Environment.ProcessorCount))),
            start,
            (range, _, mine) =>
            {
                for (var b = range.Item1; b < range.Item2; b++)
                    block(b, mine);
                return mine;
            },
            mine =>
            {
                lock (gate)
                    end(mine);
            }
        );
    }

    FigureAnswer Say(Counting counting, Group group) =>
        new(new(this, counting.Plan, counting.Days, group, counting.Accumulate()), later => SayAgain(later, counting, group));

    /// <summary>What was counted, less the blocks as they were, and the blocks as they are. Everything counted is a whole number, so
    /// nothing is lost.</summary>
    FigureAnswer? SayAgain(FigureEngine later, Counting counting, Group group)
    {
        if (later.Until != Until || !ReferenceEquals(later.Layout, Layout))
            return null;
        var most = Math.Max(blocks.Length, later.blocks.Length);
        int[] changed =
        [
            .. Enumerable
                .Range(0, most)
                .Where(b => b >= blocks.Length || b >= later.blocks.Length || !ReferenceEquals(blocks[b], later.blocks[b])),
        ];
        if (2 * changed.Length > most)
            return null;
        Counting before = new(Layout, counting.Plan, counting.Days),
            now = new(Layout, counting.Plan, counting.Days);
        foreach (var b in changed)
        {
            if (b < blocks.Length)
                before.Add(blocks[b], group);
            if (b < later.blocks.Length)
                now.Add(later.blocks[b], group);
        }
        now.Add(counting);
        now.Add(before, -1);
        return later.Say(now, group);
    }

    /// <summary>The children behind a figure, or a part of it, in a period, by their ids.</summary>
    /// <param name="part">The part's code; null = the whole.</param>
    public IReadOnlySet<long> Behind(Figure figure, string? part, FigurePeriod period, Group? group = null)
    {
        var found = new HashSet<long>();
        if (Register.Children.Count == 0)
            return found;
        var of = group ?? Group.None;
        var plan = new Plan(Layout, [figure]);
        var days = new Days([period]);
        var team = of.TeamId is { } id ? Array.IndexOf(Layout.Teams, id) : -1;
        var at = -1;
        if (part is not null)
        {
            at = figure
                .Reading.PartsIn(new(new(this, plan, days, Group.None, new long[plan.Rows * days.Width]), 0))
                .Where(p => p.Code == part)
                .Select(p => p.At)
                .FirstOrDefault(-1);
            if (at < 0)
                return found;
        }
        InBlocks(
            () => (Counting: new Counting(Layout, plan, days), Mine: new List<long>()),
            (b, mine) =>
            {
                var asked = new Asked(new(this, plan, days, of, mine.Counting.Cells), 0);
                for (var c = 0; c < blocks[b].Children.Length; c++)
                {
                    // Of one period alone the differences are the counts.
                    if (!mine.Counting.Add(blocks[b], c, of, team))
                        continue;
                    if ((part is null ? figure.Reading.Whole(asked) : figure.Reading.Part(asked, at)).Rests > 0)
                        mine.Mine.Add(Register.Children[b * BlockSize + c].Id);
                    mine.Counting.Clear();
                }
            },
            mine => found.UnionWith(mine.Mine)
        );
        return found;
    }
}
