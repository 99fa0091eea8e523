using Spor.Economy;
using Spor.Facts;

namespace Spor.Investing;

/// <summary>A month of a signed case: what was spent on the area, and what would have been without the investment. In whole øre, so that
/// the months add up as they are printed.</summary>
public sealed record MonthAgainst(DateOnly Month, long ActualOre, long WithoutOre)
{
    public long SavedOre => WithoutOre - ActualOre;
}

/// <summary>
/// Spending on the area against the alternative of a case (<c>measures.md</c> 2.42): the ledger's months from the first, in unbroken order,
/// beside what the alternative says of each.
/// </summary>
public sealed class Without
{
    /// <summary>So many months before the first are looked at, and so many there must be.</summary>
    public const int MonthsLooked = 36,
        MonthsNeeded = 12;

    readonly InvestmentCaseFact of;
    readonly bool fromLedger;

    /// <param name="day">What is seen: a month that has not ended by then is not delivered.</param>
    public Without(InvestmentCaseFact of, Register register, DateOnly day)
    {
        this.of = of;
        var byMonth = register.Ledger.GroupBy(l => l.Month).ToDictionary(g => g.Key, g => g.Sum(l => l.AmountOre));
        long? In(DateOnly month) => MeasureMonths.LastOf(month) <= day && byMonth.TryGetValue(month, out var ore) ? ore : null;
        var before = new List<long>();
        for (var month = of.First.AddMonths(-1); before.Count < MonthsLooked && In(month) is { } ore; month = month.AddMonths(-1))
            before.Insert(0, ore);
        Before = before;
        fromLedger = of.Alternative == Alternative.Trend || of.BaseOre is null;
        IsKnown = !fromLedger || before.Count >= MonthsNeeded;
        var months = new List<MonthAgainst>();
        if (IsKnown)
        {
            var fit = new Fit(of, Looked);
            for (var month = of.First; month <= of.Last && In(month) is { } ore; month = month.AddMonths(1))
                months.Add(new(month, ore, (long)Math.Round(fit.At(months.Count), MidpointRounding.AwayFromZero)));
        }
        Months = months;
        Reported = In(of.First) is not null;
    }

    /// <summary>The ledger's months right before the first, the earliest first, øre.</summary>
    public IReadOnlyList<long> Before { get; }

    /// <summary>The alternative can be worked out: it is written, or the ledger goes far enough back.</summary>
    public bool IsKnown { get; }

    /// <summary>The ledger has the first month.</summary>
    public bool Reported { get; }

    /// <summary>From the first month to the last that is delivered; none where the alternative is not known.</summary>
    public IReadOnlyList<MonthAgainst> Months { get; }

    // A level is that of the year before; a line is drawn through all that is there.
    IReadOnlyList<long> Looked => of.Alternative == Alternative.Trend ? Before : [.. Before.Skip(Math.Max(0, Before.Count - MonthsNeeded))];

    public long SavedOre => Months.Sum(m => m.SavedOre);

    /// <summary>Of what is saved so far (<see cref="Intervals"/>).</summary>
    public (double Low, double High)? Interval => Intervals is [.., var last] ? last : null;

    IReadOnlyList<(double Low, double High)>? intervals;

    /// <summary>
    /// The 95 % intervals of what is saved up to each month, øre: the months before are drawn anew from how far each lay from the
    /// alternative, the alternative is worked out again, and the months since are as far off as those before were. None where the year
    /// before was typed in, for then nothing says how much a month varies.
    /// </summary>
    public IReadOnlyList<(double Low, double High)> Intervals => intervals ??= Drawn();

    List<(double Low, double High)> Drawn()
    {
        if (!fromLedger || Months.Count == 0)
            return [];
        var looked = Looked;
        var fit = new Fit(of, looked);
        var off = looked.Select((ore, i) => ore - fit.At(i - looked.Count)).ToArray();
        // By month, then draw: what would have been spent up to it.
        var drawn = Months.Select(_ => new double[InvestmentCase.Draws]).ToArray();
        for (var draw = 0; draw < InvestmentCase.Draws; draw++)
        {
            var dice = new Dice((ulong)of.Seed * 1_000_003 + (ulong)draw);
            var again = new double[looked.Count];
            for (var i = 0; i < again.Length; i++)
                again[i] = fit.At(i - looked.Count) + off[dice.Next(off.Length)];
            var other = new Fit(of, again);
            var sum = 0.0;
            for (var i = 0; i < Months.Count; i++)
                drawn[i][draw] = sum += other.At(i) + off[dice.Next(off.Length)];
        }
        var found = new List<(double, double)>();
        var actual = 0.0;
        for (var i = 0; i < Months.Count; i++)
        {
            actual += Months[i].ActualOre;
            Array.Sort(drawn[i]);
            found.Add((drawn[i][(int)(drawn[i].Length * .025)] - actual, drawn[i][(int)(drawn[i].Length * .975)] - actual));
        }
        return found;
    }

    /// <summary>The alternative's amount in a month, numbered from the first; the months before have negative numbers.</summary>
    sealed class Fit
    {
        readonly InvestmentCaseFact of;
        readonly double level,
            slope;

        public Fit(InvestmentCaseFact of, IReadOnlyList<long> before)
            : this(of, [.. before.Select(b => (double)b)]) { }

        public Fit(InvestmentCaseFact of, double[] before)
        {
            this.of = of;
            if (of.Alternative == Alternative.Trend)
            {
                double meanAt = -(before.Length + 1) / 2.0,
                    mean = before.Average(),
                    above = 0,
                    below = 0;
                for (var i = 0; i < before.Length; i++)
                {
                    var at = i - before.Length - meanAt;
                    (above, below) = (above + at * (before[i] - mean), below + at * at);
                }
                slope = above / below;
                level = mean - slope * meanAt;
            }
            else
                level = of.BaseOre is { } year ? year / 12.0 : before.Average();
        }

        public double At(int month) =>
            of.Alternative == Alternative.Trend ? level + slope * month
            : month < 0 ? level
            : level * Math.Pow(1 + (of.GrowthHundredths ?? 0) / 10_000.0, month / 12 + 1);
    }
}
