namespace Spor.Insight;

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

    public static Tendency CameAndLeft(int came, int left) => Told(Binomial(came, came + left, 0.5), came - left);

    /// <param name="before">Things that happened in the first period.</param>
    /// <param name="lengthBefore">Its length, in days or whatever the rate is per.</param>
    public static Tendency TwoPeriods(int before, double lengthBefore, int now, double lengthNow) =>
        lengthBefore <= 0 || lengthNow <= 0
            ? Tendency.Untested
            : Told(Binomial(now, before + now, lengthNow / (lengthBefore + lengthNow)), now / lengthNow - before / lengthBefore);

    public static Tendency TwoShares(int before, int ofBefore, int now, int ofNow) =>
        ofBefore == 0 || ofNow == 0
            ? Tendency.Untested
            : Told(Fisher(before, ofBefore, now, ofNow), (double)now / ofNow - (double)before / ofBefore);

    static Tendency Told(double probability, double difference) =>
        probability >= Limit ? Tendency.Unchanged
        : difference > 0 ? Tendency.Rise
        : Tendency.Fall;

    static double[] LogFactorials(int n)
    {
        var log = new double[n + 1];
        for (var i = 2; i <= n; i++)
            log[i] = log[i - 1] + Math.Log(i);
        return log;
    }
}
