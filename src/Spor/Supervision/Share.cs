namespace Spor.Supervision;

/// <summary>A share of few cases, with what it may be among all (Wilson, 95 %).</summary>
/// <param name="Yes">Cases in order.</param>
/// <param name="Of">Cases in which it was relevant.</param>
public readonly record struct Share(int Yes, int Of)
{
    const double Z = 1.959964;

    /// <summary>Wider than this, and the share says next to nothing (as a fraction of one).</summary>
    public const double WidestUseful = 0.4;

    /// <summary>As a fraction of one; null where it was relevant in no case.</summary>
    public double? Value => Of == 0 ? null : Yes / (double)Of;

    /// <summary>Between which fractions of one the share lies; 0 and 1 where nothing is known.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Of == 0)
                return (0, 1);
            double n = Of,
                p = Yes / n,
                z2 = Z * Z;
            var middle = (p + z2 / (2 * n)) / (1 + z2 / n);
            var half = Z * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }

    /// <summary>Too few cases to say anything.</summary>
    public bool IsTooSmall => Interval is var (low, high) && high - low > WidestUseful;

    /// <summary>How much more this share is than an earlier one, and between which it lies (Newcombe's hybrid of two Wilson intervals);
    /// null where one of them is of nothing.</summary>
    public (double Difference, double Low, double High)? Less(Share before)
    {
        if (Value is not { } now || before.Value is not { } then)
            return null;
        var (low, high) = Interval;
        var (lowThen, highThen) = before.Interval;
        return (
            now - then,
            now - then - Math.Sqrt((now - low) * (now - low) + (highThen - then) * (highThen - then)),
            now - then + Math.Sqrt((high - now) * (high - now) + (then - lowThen) * (then - lowThen))
        );
    }
}
