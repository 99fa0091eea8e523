using Spor.Figures;

namespace Spor.Bench;

/// <summary>
/// Municipalities made up of children who are independent of each other. Each has chances of its own, and where nothing has changed they
/// are the same before and now: how often is a change called one? And where a fall of a tenth is planted in 400 children: how often is it
/// found, beside how often the test can find it, which is summed here over every outcome by formulas of its own (<c>measures.md</c> 5).
/// </summary>
static class ChanceTrials
{
    /// <summary>Of how many runs a change may be called where there is none.</summary>
    public static int MostOf(int runs) => runs * 560 / 10_000;

    /// <summary>What is found may be so much less than what can be found.</summary>
    public const double Slack = 0.02;

    const int Children = 400;

    public static readonly IReadOnlyList<(string Name, Func<Random, bool> IsCalled)> WithoutChange =
    [
        ("state on two days (children with a case, placed): McNemar", d => Called(State(d, Town(d)).Tendency)),
        ("children per full-time equivalent, staff changing too", d => Called(Load(d, Town(d))?.Tendency)),
        ("share of what falls due, the same children: Fisher", d => Called(Share(d, Town(d))?.Tendency)),
        ("share of other children than before: Fisher", d => Called(ShareOfOthers(d, Town(d))?.Tendency)),
        ("counts of two periods as long: two Poisson counts", d => Called(Events(d, Town(d), 365, 365)?.Tendency)),
        ("counts of two periods not as long", d => Called(Events(d, Town(d), 181, 184)?.Tendency)),
        ("several rules together while their mix moves", d => Called(Rules(d)?.Tendency)),
        ("any step of a ladder of six (Holm)", d => Any(6, () => State(d, Town(d) / 6))),
        ("any rule of a table of eight (Holm)", d => Any(8, () => Share(d, Town(d) / 8))),
    ];

    public static readonly IReadOnlyList<(string Name, Func<Random, bool> IsFound, Func<double> Power)> TenthLess =
    [
        ("state: 400 before, 100 leave and 60 come on average: McNemar", d => MovesPlanted(d) == Tendency.Fall, PowerOfMoves),
        ("share: 80 % of 400 becomes 72 %: Fisher", d => SharePlanted(d) == Tendency.Fall, PowerOfShare),
        ("count: 2 a child becomes 1.8: two Poisson counts", d => EventsPlanted(d) == Tendency.Fall, PowerOfEvents),
    ];

    /// <summary>The same for the same seed.</summary>
    public static int Times(Func<Random, bool> isSo, int runs)
    {
        var times = 0;
        for (var run = 0; run < runs; run++)
            times += isSo(new(run)) ? 1 : 0;
        return times;
    }

    static bool Called(Tendency? told) => told is Tendency.Rise or Tendency.Fall;

    static bool Any(int rows, Func<Odds?> row) => Chance.Holm([.. Enumerable.Range(0, rows).Select(_ => row())]).Any(t => Called(t));

    static int Town(Random dice) => dice.Next(150, 801);

    static Odds State(Random dice, int children)
    {
        int came = 0,
            left = 0;
        for (var i = 0; i < children; i++)
        {
            // How likely the child is to be in it, and to leave: who is not in it comes as often as those leave who are.
            var within = 0.2 + 0.6 * dice.NextDouble();
            var leaves = 0.4 * dice.NextDouble() * Math.Min(1, (1 - within) / within);
            if (dice.NextDouble() < within)
                left += dice.NextDouble() < leaves ? 1 : 0;
            else
                came += dice.NextDouble() < leaves * within / (1 - within) ? 1 : 0;
        }
        return Chance.OddsOfCameAndLeft(came, left);
    }

    static Odds? Load(Random dice, int children)
    {
        var odds = State(dice, children);
        double before = children / 2.0;
        return Chance.OddsOfLoad(odds, before / (10 + dice.Next(3)), (before + odds.Difference) / (10 + dice.Next(3)));
    }

    static Odds? Share(Random dice, int children)
    {
        int before = 0,
            ofBefore = 0,
            now = 0,
            ofNow = 0;
        for (var i = 0; i < children; i++)
        {
            var kept = 0.5 + 0.5 * dice.NextDouble();
            for (var due = dice.Next(3); due > 0; due--)
                (ofBefore, before) = (ofBefore + 1, before + (dice.NextDouble() < kept ? 1 : 0));
            for (var due = dice.Next(3); due > 0; due--)
                (ofNow, now) = (ofNow + 1, now + (dice.NextDouble() < kept ? 1 : 0));
        }
        return Chance.OddsOfTwoShares(before, ofBefore, now, ofNow);
    }

    static Odds? ShareOfOthers(Random dice, int children)
    {
        int Kept(int of) => Enumerable.Range(0, of).Count(_ => dice.NextDouble() < 0.5 + 0.5 * dice.NextDouble());
        int ofBefore = children * 2 / 5,
            ofNow = children - ofBefore;
        return Chance.OddsOfTwoShares(Kept(ofBefore), ofBefore, Kept(ofNow), ofNow);
    }

    static Odds? Events(Random dice, int children, int daysBefore, int daysNow)
    {
        int before = 0,
            now = 0;
        for (var i = 0; i < children; i++)
        {
            var yearly = -Math.Log(1 - dice.NextDouble());
            before += Poisson(dice, yearly * daysBefore / 365);
            now += Poisson(dice, yearly * daysNow / 365);
        }
        return Chance.OddsOfTwoPeriods(before, daysBefore, now, daysNow);
    }

    /// <summary>Each rule is kept as it was; how much of each falls due is from a fifth to five times what it was.</summary>
    static Odds? Rules(Random dice)
    {
        var rules = new List<(int, int, int, int)>();
        for (var rule = 0; rule < 8; rule++)
        {
            var rate = 0.4 + 0.55 * dice.NextDouble();
            var ofBefore = 5 + dice.Next(200);
            var ofNow = (int)Math.Ceiling(ofBefore * Math.Pow(5, 2 * dice.NextDouble() - 1));
            int Kept(int of) => Enumerable.Range(0, of).Count(_ => dice.NextDouble() < rate);
            rules.Add((Kept(ofBefore), ofBefore, Kept(ofNow), ofNow));
        }
        return Chance.OddsOverRules(rules).Odds;
    }

    const double Leaves = 0.25,
        Comes = 0.15,
        KeptBefore = 0.8,
        KeptNow = 0.72,
        RateBefore = 2,
        RateNow = 1.8;

    static Tendency MovesPlanted(Random dice) => Chance.CameAndLeft(Kept(dice, Comes), Kept(dice, Leaves));

    static Tendency SharePlanted(Random dice) => Chance.TwoShares(Kept(dice, KeptBefore), Children, Kept(dice, KeptNow), Children);

    static Tendency EventsPlanted(Random dice)
    {
        int Of(double rate) => Enumerable.Range(0, Children).Sum(_ => Poisson(dice, rate));
        return Chance.TwoPeriods(Of(RateBefore), 365, Of(RateNow), 365);
    }

    static int Kept(Random dice, double rate) => Enumerable.Range(0, Children).Count(_ => dice.NextDouble() < rate);

    static double PowerOfMoves()
    {
        double[] came = Binomial(Children, Comes),
            left = Binomial(Children, Leaves);
        return Over(came, left, (c, l) => c < l && 2 * HalfTail(c, c + l) < Chance.Limit);
    }

    static double PowerOfShare() =>
        Over(
            Binomial(Children, KeptNow),
            Binomial(Children, KeptBefore),
            // Both wholes are as large, so the outcomes no likelier are the two ends that lie as far out.
            (now, before) => now < before && 2 * EvenTail(now, now + before) < Chance.Limit
        );

    static double PowerOfEvents() =>
        Over(
            PoissonOf(Children * RateNow),
            PoissonOf(Children * RateBefore),
            (now, before) => now < before && 2 * HalfTail(now, now + before) < Chance.Limit
        );

    static double Over(double[] first, double[] second, Func<int, int, bool> found)
    {
        double sum = 0;
        for (var i = 0; i < first.Length; i++)
        for (var k = 0; k < second.Length; k++)
            if (first[i] * second[k] is > 1e-12 and var both && found(i, k))
                sum += both;
        return sum;
    }

    /// <summary>Of n throws of a coin at most k heads.</summary>
    static double HalfTail(int k, int n)
    {
        if (n == 0)
            return 1;
        double at = Math.Exp(LogWays(n, k) - n * Math.Log(2)),
            sum = 0;
        for (var i = k; i >= 0 && at > 1e-18; i--)
        {
            sum += at;
            at *= i / (double)(n - i + 1);
        }
        return sum;
    }

    /// <summary>Of <paramref name="both"/> drawn from two heaps as large, at most k from the one.</summary>
    static double EvenTail(int k, int both)
    {
        double at = Math.Exp(LogWays(Children, k) + LogWays(Children, both - k) - LogWays(2 * Children, both)),
            sum = 0;
        for (var i = k; i >= Math.Max(0, both - Children) && at > 1e-18; i--)
        {
            sum += at;
            at *= i / (double)(Children - i + 1) * (Children - both + i) / (both - i + 1);
        }
        return sum;
    }

    static double LogWays(int n, int k)
    {
        double sum = 0;
        for (var i = 1; i <= Math.Min(k, n - k); i++)
            sum += Math.Log((n - Math.Min(k, n - k) + i) / (double)i);
        return sum;
    }

    static double[] Binomial(int n, double p) =>
        [.. Enumerable.Range(0, n + 1).Select(k => Math.Exp(LogWays(n, k) + k * Math.Log(p) + (n - k) * Math.Log(1 - p)))];

    static double[] PoissonOf(double mean)
    {
        var of = new double[(int)(mean + 10 * Math.Sqrt(mean))];
        double log = -mean;
        for (var k = 0; k < of.Length; k++)
        {
            of[k] = Math.Exp(log);
            log += Math.Log(mean / (k + 1));
        }
        return of;
    }

    static int Poisson(Random dice, double mean)
    {
        double limit = Math.Exp(-mean),
            product = dice.NextDouble();
        var count = 0;
        for (; product > limit; count++)
            product *= dice.NextDouble();
        return count;
    }
}
