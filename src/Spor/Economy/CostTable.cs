using System.Numerics;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Economy;

/// <summary>
/// What every measure costs in every month in which it runs (<c>measures.md</c> 2.12), to the end of a year: one number for each, in blocks
/// of children as the register has them, and what the months come to. It is of no day, so the books of every day share it, and after an
/// entry only the changed children are counted out and in again.
/// </summary>
public sealed class CostTable
{
    const long Unpriced = long.MinValue;

    readonly IReadOnlyList<ChildFile> children;
    readonly Catalogue catalogue;

    // By child: the months of its measures one after the other.
    readonly Blocks<long[]> costs;
    readonly Dictionary<DateOnly, MonthCosts> months;

    CostTable(IReadOnlyList<ChildFile> children, Catalogue catalogue, DateOnly last, Blocks<long[]> costs, MonthSums sums) =>
        (this.children, this.catalogue, Last, this.costs, months) = (children, catalogue, last, costs, sums.Months);

    /// <summary>The first day of the last month that it knows.</summary>
    public DateOnly Last { get; }

    /// <param name="year">The last year that is counted: what runs on runs to its end.</param>
    public static CostTable Of(Register register, int year)
    {
        var (children, catalogue, last) = (register.Children, register.Catalogue, new DateOnly(year, 12, 1));
        var costs = Blocks.Made(children.Count, i => CostsOf(children[i], last));
        var sums = new MonthSums(catalogue);
        Lock gate = new();
        Parallel.For(
            0,
            (children.Count + Blocks.Size - 1) / Blocks.Size,
            () => new MonthSums(catalogue),
            (block, _, own) =>
            {
                for (var i = block * Blocks.Size; i < Math.Min(children.Count, (block + 1) * Blocks.Size); i++)
                    own.Add(children[i], costs[i], last, 1);
                return own;
            },
            own =>
            {
                lock (gate)
                    sums.Add(own);
            }
        );
        return new(children, catalogue, last, costs, sums);
    }

    /// <summary>The table of a register in which a few children are others.</summary>
    /// <param name="changed">Their places.</param>
    internal CostTable With(Register register, IReadOnlyList<int> changed)
    {
        var sums = new MonthSums(catalogue);
        sums.Add(months);
        var others = new List<(int, long[])>();
        foreach (var i in changed)
        {
            sums.Add(children[i], costs[i], Last, -1);
            var now = CostsOf(register.Children[i], Last);
            sums.Add(register.Children[i], now, Last, 1);
            others.Add((i, now));
        }
        return new(register.Children, catalogue, Last, costs.With(others), sums);
    }

    /// <summary>What a month comes to; nothing where no measure runs.</summary>
    public MonthCosts In(DateOnly month) => months.TryGetValue(month, out var sums) ? sums : MonthCosts.Nothing;

    /// <summary>What a child's measures cost, for <see cref="Ore"/>.</summary>
    internal long[] Of(int child) => costs[child];

    /// <summary>The cost of a measure in a month in which it runs; null without a price.</summary>
    /// <param name="at">Where the measure's months begin among the child's.</param>
    /// <param name="to">Its last day as it is to be counted.</param>
    internal long? Ore(long[] costs, int at, ChildFile file, InterventionFact m, DateOnly? to, DateOnly month)
    {
        var last = MeasureMonths.LastOf(month);
        if (month > Last || (m.To < last ? m.To : last) != (to < last ? to : last))
            return Spending.OreIn(m, to, file.Prices, month, last);
        return costs[at + Between(First(m), month)] is var ore && ore == Unpriced ? null : ore;
    }

    /// <summary>The cost of a child's measure in a month; null where it does not run, or has no price.</summary>
    internal long? OreOf(ChildFile file, int child, long measure, DateOnly month)
    {
        var at = 0;
        foreach (var m in file.Interventions)
        {
            if (m.Id == measure)
                return m.From <= MeasureMonths.LastOf(month) && !(m.To < month) ? Ore(costs[child], at, file, m, m.To, month) : null;
            at += Months(m);
        }
        return null;
    }

    /// <summary>How many months of a measure stand in the table.</summary>
    internal int Months(InterventionFact m) => Months(m, Last);

    static int Months(InterventionFact m, DateOnly last)
    {
        var to = m.To is { } end && end < last ? new DateOnly(end.Year, end.Month, 1) : last;
        return Math.Max(0, Between(First(m), to) + 1);
    }

    static DateOnly First(InterventionFact m) => new(m.From.Year, m.From.Month, 1);

    static int Between(DateOnly first, DateOnly month) => (month.Year - first.Year) * 12 + month.Month - first.Month;

    static long[] CostsOf(ChildFile file, DateOnly last)
    {
        var count = 0;
        foreach (var m in file.Interventions)
            count += Months(m, last);
        if (count == 0)
            return [];
        var costs = new long[count];
        var at = 0;
        foreach (var m in file.Interventions)
        {
            var month = First(m);
            for (var n = Months(m, last); n > 0; n--, month = month.AddMonths(1))
                costs[at++] = Spending.OreIn(m, m.To, file.Prices, month, MeasureMonths.LastOf(month)) ?? Unpriced;
        }
        return costs;
    }

    /// <summary>The months being added up.</summary>
    sealed class MonthSums(Catalogue catalogue)
    {
        readonly List<Running> running = [];
        public readonly Dictionary<DateOnly, MonthCosts> Months = [];

        public void Add(MonthSums other) => Add(other.Months);

        public void Add(Dictionary<DateOnly, MonthCosts> other)
        {
            foreach (var (month, sums) in other)
                At(month).Add(sums);
        }

        MonthCosts At(DateOnly month) => Months.TryGetValue(month, out var sums) ? sums : Months[month] = new();

        /// <param name="sign">-1 takes the child out again.</param>
        public void Add(ChildFile file, long[] costs, DateOnly last, int sign)
        {
            if (costs.Length == 0)
                return;
            running.Clear();
            var at = 0;
            foreach (var m in file.Interventions)
            {
                var month = First(m);
                for (var n = CostTable.Months(m, last); n > 0; n--, month = month.AddMonths(1))
                    running.Add(new(month, running.Count, m, costs[at++]));
            }
            running.Sort(static (a, b) => a.Month == b.Month ? a.Order.CompareTo(b.Order) : a.Month.CompareTo(b.Month));
            for (var from = 0; from < running.Count; )
            {
                var to = from + 1;
                while (to < running.Count && running[to].Month == running[from].Month)
                    to++;
                At(running[from].Month).Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(running)[from..to], catalogue, sign);
                from = to;
            }
        }
    }

    /// <summary>A measure that runs in a month.</summary>
    internal readonly record struct Running(DateOnly Month, int Order, InterventionFact Measure, long Ore)
    {
        public bool IsPriced => Ore != Unpriced;

        /// <summary>The days of the month on which it runs, the first day the lowest bit.</summary>
        public uint Days
        {
            get
            {
                var last = MeasureMonths.LastOf(Month);
                var from = Measure.From > Month ? Measure.From.Day : 1;
                var to = Measure.To is { } end && end < last ? end.Day : last.Day;
                return to < from ? 0 : (uint)((1L << to) - (1L << (from - 1)));
            }
        }
    }
}

/// <summary>What the measures of a month come to: what is granted (2.21), and what the split (2.28) and the unit prices (2.26) are made
/// of.</summary>
public sealed class MonthCosts
{
    /// <summary>Of a month in which nothing runs.</summary>
    public static MonthCosts Nothing { get; } = new();

    readonly long[] steps = new long[Ladder.Steps];
    readonly Dictionary<string, (long Ore, int Count)> accounts = [];
    readonly Volume[] stepVolumes = new Volume[Ladder.Steps];
    readonly Dictionary<string, Volume> codes = [];
    readonly Dictionary<PlacementForm, Volume> forms = [];

    /// <summary>Measure-months that could not be priced.</summary>
    public int WithoutPrice { get; private set; }

    /// <summary>Measure-months that cost something else than 0.</summary>
    public int WithAmount { get; private set; }

    public long TotalOre => steps.Sum();

    /// <summary>0 to 6.</summary>
    public IReadOnlyList<long> BySteps => steps;

    /// <summary>Only accounts on which something is priced; of what has none under <see cref="MonthMoney.NoAccount"/>.</summary>
    public IEnumerable<(string Account, long Ore)> ByAccounts => accounts.Select(a => (a.Key, a.Value.Ore));

    /// <summary>Distinct child-days on which something priced runs, and what it costs, by step 1 to 6 (0 is nothing).</summary>
    public IReadOnlyList<Volume> StepVolumes => stepVolumes;

    /// <summary>The same by kind of measure on the ladder.</summary>
    public IReadOnlyDictionary<string, Volume> CodeVolumes => codes;

    /// <summary>Child-days on placements that are priced, each under one form, and what the placements cost.</summary>
    public Volume Placed(PlacementForm form) => forms.GetValueOrDefault(form);

    internal void Add(MonthCosts other)
    {
        for (var s = 0; s < steps.Length; s++)
            (steps[s], stepVolumes[s]) = (steps[s] + other.steps[s], Sum(stepVolumes[s], other.stepVolumes[s], 1));
        foreach (var (account, of) in other.accounts)
            Account(account, of.Ore, of.Count);
        foreach (var (code, of) in other.codes)
            Code(code, of, 1);
        foreach (var (form, of) in other.forms)
            forms[form] = Sum(forms.GetValueOrDefault(form), of, 1);
        (WithoutPrice, WithAmount) = (WithoutPrice + other.WithoutPrice, WithAmount + other.WithAmount);
    }

    /// <summary>Adds a child's measures of the month, in their order.</summary>
    internal void Add(Span<CostTable.Running> running, Catalogue catalogue, int sign)
    {
        var last = MeasureMonths.LastOf(running[0].Month);
        Span<int> step = running.Length <= 64 ? stackalloc int[running.Length] : new int[running.Length];
        var placed = 0;
        for (var i = 0; i < running.Length; i++)
        {
            var row = catalogue.On(running[i].Measure.Code, last);
            step[i] = row?.Step ?? 0;
            if (!running[i].IsPriced)
            {
                WithoutPrice += sign;
                continue;
            }
            steps[step[i]] += sign * running[i].Ore;
            WithAmount += running[i].Ore == 0 ? 0 : sign;
            Account(row?.Account is { Length: > 0 } account ? account : MonthMoney.NoAccount, sign * running[i].Ore, sign);
            placed += FormOf(running[i], catalogue) == PlacementForm.None ? 0 : 1;
        }
        for (var i = 0; i < running.Length; i++)
        {
            if (!running[i].IsPriced || step[i] == 0)
                continue;
            if (Together(running, i, step, byCode: false, catalogue) is { } ofStep)
                stepVolumes[step[i]] = Sum(stepVolumes[step[i]], ofStep, sign);
            if (Together(running, i, step, byCode: true, catalogue) is { } ofCode)
                Code(catalogue.Spelled(running[i].Measure.Code), ofCode, sign);
        }
        if (placed > 0)
            Place(running, placed, catalogue, sign);
    }

    /// <summary>The days and cost of all of a step, or of a kind, that the child has; null where an earlier one has counted them.</summary>
    static Volume? Together(Span<CostTable.Running> running, int at, Span<int> step, bool byCode, Catalogue catalogue)
    {
        var days = 0u;
        long ore = 0;
        for (var i = 0; i < running.Length; i++)
        {
            if (
                i != at
                && (
                    !running[i].IsPriced
                    || step[i] == 0
                    || (
                        byCode
                            ? catalogue.Spelled(running[i].Measure.Code) != catalogue.Spelled(running[at].Measure.Code)
                            : step[i] != step[at]
                    )
                )
            )
                continue;
            if (i < at)
                return null;
            days |= running[i].Days;
            ore += running[i].Ore;
        }
        return new(BitOperations.PopCount(days), ore);
    }

    void Place(Span<CostTable.Running> running, int placed, Catalogue catalogue, int sign)
    {
        var days = 0u;
        foreach (var m in running)
            if (m.IsPriced && FormOf(m, catalogue) is var form && form != PlacementForm.None)
            {
                days |= m.Days;
                // Of one placement every day is its own; of more the leading one is asked for each day.
                forms[form] = Sum(forms.GetValueOrDefault(form), new(placed == 1 ? BitOperations.PopCount(m.Days) : 0, m.Ore), sign);
            }
        if (placed == 1)
            return;
        for (var d = 0; d < 31; d++)
        {
            if ((days >> d & 1) == 0)
                continue;
            var on = running[0].Month.AddDays(d);
            var (best, of) = (-1, PlacementForm.None);
            foreach (var m in running)
            {
                var form = FormOf(m, catalogue);
                if (!m.IsPriced || (m.Days >> d & 1) == 0 || form == PlacementForm.None)
                    continue;
                var step = catalogue.On(m.Measure.Code, on)?.Step ?? 0;
                // On a tie foster, then own, then institution.
                if (step > best || (step == best && Placements.Rank(form) < Placements.Rank(of)))
                    (best, of) = (step, form);
            }
            forms[of] = Sum(forms.GetValueOrDefault(of), new(1, 0), sign);
        }
    }

    static PlacementForm FormOf(CostTable.Running m, Catalogue catalogue) =>
        catalogue.On(m.Measure.Code, m.Measure.From)?.Form ?? PlacementForm.None;

    void Account(string account, long ore, int count)
    {
        var (sum, n) = accounts.GetValueOrDefault(account);
        if (n + count == 0)
            accounts.Remove(account);
        else
            accounts[account] = (sum + ore, n + count);
    }

    void Code(string code, Volume of, int sign)
    {
        var sum = Sum(codes.GetValueOrDefault(code), of, sign);
        if (sum.Days == 0)
            codes.Remove(code);
        else
            codes[code] = sum;
    }

    static Volume Sum(Volume a, Volume b, int sign) => new(a.Days + sign * b.Days, a.Ore + sign * b.Ore);
}
