namespace Spor.Figures;

public enum Tendency
{
    /// <summary>Larger than chance would give.</summary>
    Rise,

    /// <summary>Smaller than chance would give.</summary>
    Fall,

    /// <summary>No larger a difference than chance gives.</summary>
    Unchanged,

    /// <summary>Nothing to test, or no test that fits.</summary>
    Untested,
}

/// <summary>How two figures are compared. Each is exact and two-sided at 95 %; none guesses at a reason.</summary>
public enum ChanceTest
{
    None,

    /// <summary>
    /// Children counted at two days, where most are the same children: those who came against those who left, who would be as many if
    /// nothing pulled one way (binomial with ½).
    /// </summary>
    CameAndLeft,

    /// <summary>Things that happen in two periods: how many of all of them fell in the second, against the share of days it has (binomial;
    /// two Poisson counts).</summary>
    TwoPeriods,

    /// <summary>Two shares: Fisher's exact test. Where the same children count in both it is cautious, and finds too little rather than too
    /// much.</summary>
    TwoShares,
}

/// <summary>How two figures differ, and how often chance alone would make them differ as much.</summary>
/// <param name="Probability">From 0 to 1.</param>
/// <param name="Difference">Of the rates that were compared; only its sign is used.</param>
public readonly record struct Odds(double Probability, double Difference)
{
    /// <summary>The tendency if this were the only test; see <see cref="Chance.Holm"/> for a table of them.</summary>
    public Tendency Tendency =>
        Probability >= Chance.Limit ? Tendency.Unchanged
        : Difference > 0 ? Tendency.Rise
        : Tendency.Fall;
}

/// <summary>Whether a difference is larger than chance would give. Probabilities are exact, and sum every outcome no more likely than the
/// one seen.</summary>
public static class Chance
{
    public const double Limit = 0.05;

    /// <summary>Two outcomes equally likely may differ in the last digits.</summary>
    const double Slack = 1 + 1e-7;

    /// <summary>The probability of a count at least as unlikely as <paramref name="k"/> of <paramref name="n"/>, each with probability
    /// <paramref name="p"/>.</summary>
    public static double Binomial(int k, int n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        if (n == 0)
            return 1;
        if (p is <= 0 or >= 1)
            throw new ArgumentOutOfRangeException(nameof(p));
        var log = LogFactorials(n);
        double At(int i) => Math.Exp(log[n] - log[i] - log[n - i] + i * Math.Log(p) + (n - i) * Math.Log(1 - p));
        var seen = At(k) * Slack;
        double sum = 0;
        for (var i = 0; i <= n; i++)
            if (At(i) is var x && x <= seen)
                sum += x;
        return Math.Min(1, sum);
    }

    /// <summary>Fisher's exact test of <paramref name="a"/> of <paramref name="n"/> against <paramref name="b"/> of
    /// <paramref name="m"/>.</summary>
    public static double Fisher(int a, int n, int b, int m)
    {
        if (n == 0 || m == 0)
            return 1;
        var log = LogFactorials(n + m);
        double Ways(int of, int k) => log[of] - log[k] - log[of - k];
        var both = a + b;
        double At(int i) => Math.Exp(Ways(n, i) + Ways(m, both - i) - Ways(n + m, both));
        var seen = At(a) * Slack;
        double sum = 0;
        for (var i = Math.Max(0, both - m); i <= Math.Min(n, both); i++)
            if (At(i) is var x && x <= seen)
                sum += x;
        return Math.Min(1, sum);
    }

    public static Tendency CameAndLeft(int came, int left) => OddsOfCameAndLeft(came, left).Tendency;

    /// <summary>McNemar's exact test: those who came against those who left.</summary>
    public static Odds OddsOfCameAndLeft(int came, int left) => new(Binomial(came, came + left, 0.5), came - left);

    /// <summary>Children for each full-time equivalent: by the children who came and left. Where the staff changed so that the load went
    /// another way than the children, no test of children says anything of it.</summary>
    public static Odds? OddsOfLoad(Odds? children, double? before, double? now)
    {
        if (children is not { } of || before is null || now is null)
            return null;
        var direction = Math.Sign(now.Value - before.Value);
        return direction == 0 || Math.Sign(of.Difference) == direction ? of with { Difference = direction } : null;
    }

    /// <param name="before">Things that happened in the first period.</param>
    /// <param name="lengthBefore">Its length, in days or whatever the rate is per.</param>
    public static Tendency TwoPeriods(int before, double lengthBefore, int now, double lengthNow) =>
        OddsOfTwoPeriods(before, lengthBefore, now, lengthNow)?.Tendency ?? Tendency.Untested;

    /// <summary>Two Poisson counts, by the conditional binomial test; null without a length.</summary>
    public static Odds? OddsOfTwoPeriods(int before, double lengthBefore, int now, double lengthNow) =>
        lengthBefore <= 0 || lengthNow <= 0
            ? null
            : new(Binomial(now, before + now, lengthNow / (lengthBefore + lengthNow)), now / lengthNow - before / lengthBefore);

    public static Tendency TwoShares(int before, int ofBefore, int now, int ofNow) =>
        OddsOfTwoShares(before, ofBefore, now, ofNow)?.Tendency ?? Tendency.Untested;

    /// <summary>Fisher's exact test; null where one of the wholes is nothing.</summary>
    public static Odds? OddsOfTwoShares(int before, int ofBefore, int now, int ofNow) =>
        ofBefore == 0 || ofNow == 0 ? null : new(Fisher(before, ofBefore, now, ofNow), (double)now / ofNow - (double)before / ofBefore);

    /// <summary>
    /// Shares over several rules together: the later rates are also put on the earlier period's mix of rules, each rule is held against
    /// itself, and a change is one only if it holds there too (<c>measures.md</c> 1 and 5). A rule that the later period has nothing of
    /// keeps its earlier rate.
    /// </summary>
    /// <returns>The odds, and the later share on the earlier mix; nothing where one of the wholes is nothing.</returns>
    public static (Odds? Odds, double? OnEarlierMix) OddsOverRules(IReadOnlyList<(int Before, int OfBefore, int Now, int OfNow)> rules)
    {
        int before = rules.Sum(r => r.Before),
            ofBefore = rules.Sum(r => r.OfBefore),
            now = rules.Sum(r => r.Now),
            ofNow = rules.Sum(r => r.OfNow);
        if (OddsOfTwoShares(before, ofBefore, now, ofNow) is not { } together)
            return (null, null);
        var mixed =
            rules.Sum(r =>
                r.OfBefore == 0 ? 0
                : r.OfNow == 0 ? r.Before
                : (double)r.OfBefore * r.Now / r.OfNow
            ) / ofBefore;
        var (within, more) = WithinRules(rules);
        var direction = Math.Sign(together.Difference);
        return (
            Math.Sign(mixed - (double)before / ofBefore) == direction && Math.Sign(more) == direction
                ? new Odds(Math.Max(together.Probability, within), together.Difference)
                : new Odds(1, together.Difference),
            mixed
        );
    }

    /// <summary>
    /// Each rule against itself: how many were kept in the second period, given how many of each rule were due and kept in the two
    /// together (a sum of hypergeometric counts). What moves from one rule to another has no part in it. A rule that one of the periods
    /// has nothing of says nothing.
    /// </summary>
    /// <returns>The probability, and how many more were kept than chance would give.</returns>
    static (double Probability, double More) WithinRules(IReadOnlyList<(int Before, int OfBefore, int Now, int OfNow)> rules)
    {
        double[] all = [1];
        var seen = 0;
        double more = 0;
        foreach (var (before, ofBefore, now, ofNow) in rules.Where(r => r.OfBefore > 0 && r.OfNow > 0))
        {
            var (one, least) = Hypergeometric(ofBefore, ofNow, before + now);
            var sum = new double[all.Length + one.Length - 1];
            for (var i = 0; i < all.Length; i++)
            for (var k = 0; k < one.Length; k++)
                sum[i + k] += all[i] * one[k];
            all = sum;
            seen += now - least;
            more += now - (double)(before + now) * ofNow / (ofBefore + ofNow);
        }
        // What is cut off at the ends is so rare that where it is seen, chance alone would not give it.
        var limit = (seen >= 0 && seen < all.Length ? all[seen] : 0) * Slack;
        return (Math.Min(1, all.Where(p => p <= limit).Sum()), more);
    }

    /// <summary>The probabilities of how many of <paramref name="both"/> fall among the <paramref name="m"/>; ends rarer than anything
    /// that counts are cut off.</summary>
    static (double[] Of, int Least) Hypergeometric(int n, int m, int both)
    {
        var log = LogFactorials(n + m);
        double Ways(int of, int k) => log[of] - log[k] - log[of - k];
        int least = Math.Max(0, both - n),
            most = Math.Min(m, both);
        var whole = Ways(n + m, both);
        double At(int k) => Math.Exp(Ways(m, k) + Ways(n, both - k) - whole);
        while (least < most && At(least) < Rarest)
            least++;
        while (most > least && At(most) < Rarest)
            most--;
        return ([.. Enumerable.Range(least, most - least + 1).Select(At)], least);
    }

    const double Rarest = 1e-18;

    /// <summary>Holm's correction: of several tests in one table a change is called one only where it would be after all the others were
    /// given their chance to be one.</summary>
    /// <param name="tests">Null = not tested; it takes no part.</param>
    public static IReadOnlyList<Tendency> Holm(IReadOnlyList<Odds?> tests)
    {
        var told = new Tendency[tests.Count];
        Array.Fill(told, Tendency.Untested);
        var order = Enumerable.Range(0, tests.Count).Where(i => tests[i] is not null).OrderBy(i => tests[i]!.Value.Probability).ToList();
        var holds = true;
        for (var k = 0; k < order.Count; k++)
        {
            var odds = tests[order[k]]!.Value;
            holds &= odds.Probability * (order.Count - k) < Limit;
            told[order[k]] = holds ? odds.Tendency : Tendency.Unchanged;
        }
        return told;
    }

    static double[] LogFactorials(int n)
    {
        var log = new double[n + 1];
        for (var i = 2; i <= n; i++)
            log[i] = log[i - 1] + Math.Log(i);
        return log;
    }
}
