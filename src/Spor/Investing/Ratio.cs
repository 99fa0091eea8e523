namespace Spor.Investing;

/// <summary>One sum over another of families, with what it may be among many such families (<c>measures.md</c> 2.92).</summary>
/// <param name="Families">That have a part in it.</param>
/// <param name="Low">Null with too few families, or where the lower sum may as well be 0.</param>
public readonly record struct Ratio(int Families, double? Low, double? High)
{
    /// <summary>With fewer families than this nothing is said of how sure it is.</summary>
    public const int Fewest = 10;

    const double Z = 1.959964;

    /// <summary>Fieller's 95 % interval for the sum of the tops over the sum of the bottoms; the members of a family stand or fall
    /// together.</summary>
    public static Ratio Of(IReadOnlyCollection<(double Top, double Bottom)> families)
    {
        double n = families.Count;
        if (n < Fewest)
            return new(families.Count, null, null);
        double top = families.Sum(f => f.Top) / n,
            bottom = families.Sum(f => f.Bottom) / n,
            by = n * (n - 1),
            tops = families.Sum(f => (f.Top - top) * (f.Top - top)) / by,
            bottoms = families.Sum(f => (f.Bottom - bottom) * (f.Bottom - bottom)) / by,
            both = families.Sum(f => (f.Top - top) * (f.Bottom - bottom)) / by,
            t2 = Quantile(n - 1) * Quantile(n - 1);
        double a = bottom * bottom - t2 * bottoms,
            b = top * bottom - t2 * both,
            c = top * top - t2 * tops;
        if (bottom <= 0 || a <= 0 || b * b - a * c < 0)
            return new(families.Count, null, null);
        var root = Math.Sqrt(b * b - a * c);
        return new(families.Count, (b - root) / a, (b + root) / a);
    }

    /// <summary>Student's 97.5 % point, by Cornish and Fisher's expansion: right to three decimals from nine degrees on.</summary>
    static double Quantile(double degrees)
    {
        double z3 = Z * Z * Z,
            z5 = z3 * Z * Z,
            z7 = z5 * Z * Z;
        return Z
            + (z3 + Z) / (4 * degrees)
            + (5 * z5 + 16 * z3 + 3 * Z) / (96 * degrees * degrees)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * degrees * degrees * degrees);
    }
}
