namespace Spor.Cli.Extract;

/// <summary>
/// Repeatable chance (SplitMix64). .NET's own generator may change between versions, and the same seed must give the same bytes for as long
/// as a benchmark is compared with an older one.
/// </summary>
sealed class Dice
{
    ulong state;

    public Dice(params ReadOnlySpan<long> seeds) => Seed(seeds);

    public void Seed(params ReadOnlySpan<long> seeds)
    {
        state = 0x5350_4F52;
        foreach (var seed in seeds)
            state = Next() ^ (ulong)seed * 0x9E37_79B9_7F4A_7C15;
        Next();
    }

    public ulong Next()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to below <paramref name="n"/>.</summary>
    public int Below(int n) => (int)((Next() >> 32) * (ulong)n >> 32);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => high <= low ? low : low + Below(high - low + 1);

    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    public T Of<T>(T[] list) => list[Below(list.Length)];

    /// <summary>An index, by weights in per mille that add up to 1000.</summary>
    public int Weighted(ReadOnlySpan<int> perMille)
    {
        var at = Below(1000);
        for (var i = 0; i < perMille.Length; i++)
            if ((at -= perMille[i]) < 0)
                return i;
        return perMille.Length - 1;
    }
}
