namespace Spor.Economy;

/// <summary>SplitMix64: quick, and the same on every machine.</summary>
public struct Dice(ulong state)
{
    ulong state = state;

    ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 up to, and not with, a number.</summary>
    public int Next(int below) => (int)(((UInt128)Next() * (uint)below) >> 64);

    /// <summary>A number between two, most often near the middle one.</summary>
    public double Triangle(double least, double middle, double most)
    {
        var u = (Next() >> 11) * (1.0 / (1UL << 53));
        if (most <= least)
            return middle;
        var turn = (middle - least) / (most - least);
        return u < turn
            ? least + Math.Sqrt(u * (most - least) * (middle - least))
            : most - Math.Sqrt((1 - u) * (most - least) * (most - middle));
    }
}
