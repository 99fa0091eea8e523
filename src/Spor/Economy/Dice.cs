using System.Numerics;

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
    public int Next(int below) => (int)Math.BigMul(Next(), (ulong)(uint)below, out _);

    /// <summary>How many of a number of throws hit, each with the chance part / whole (binomial, to 32 binary digits of the
    /// chance).</summary>
    public int Hits(int throws, int part, int whole)
    {
        var chance = ((ulong)part << 32) / (uint)Math.Max(1, whole);
        if (chance >> 32 != 0)
            return throws;
        var hits = 0;
        for (var left = throws; left > 0; left -= 64)
        {
            // 64 throws side by side: each throw's digits are compared with those of the chance until the first that differs.
            var open = left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
            for (var digit = 31; digit >= 0 && open != 0; digit--)
            {
                var bits = Next();
                if ((chance >> digit & 1) == 0)
                    open &= ~bits;
                else
                {
                    hits += BitOperations.PopCount(open & ~bits);
                    open &= bits;
                }
            }
        }
        return hits;
    }

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
