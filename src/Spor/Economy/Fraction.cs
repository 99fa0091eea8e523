using System.Numerics;

namespace Spor.Economy;

/// <summary>An exact fraction: amounts are divided and added as such, and rounded once, at the end.</summary>
public readonly record struct Fraction
{
    readonly BigInteger top;
    readonly BigInteger bottom;

    /// <param name="bottom">More than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bottom is 0 or less.</exception>
    public Fraction(BigInteger top, BigInteger bottom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bottom);
        var by = BigInteger.GreatestCommonDivisor(top, bottom);
        (this.top, this.bottom) = (top / by, bottom / by);
    }

    BigInteger Bottom => bottom.IsZero ? BigInteger.One : bottom;

    public bool IsZero => top.IsZero;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new(a.top * b.Bottom + b.top * a.Bottom, a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => a + new Fraction(-b.top, b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.top * b.top, a.Bottom * b.Bottom);

    /// <exception cref="DivideByZeroException">Divided by 0.</exception>
    public static Fraction operator /(Fraction a, Fraction b) =>
        b.IsZero ? throw new DivideByZeroException() : new(a.top * b.Bottom * b.top.Sign, a.Bottom * BigInteger.Abs(b.top));

    /// <summary>Half away from zero.</summary>
    public long Rounded()
    {
        var half = (2 * BigInteger.Abs(top) + Bottom) / (2 * Bottom);
        return (long)(top.Sign * half);
    }

    /// <summary>With so many decimals, half away from zero.</summary>
    public decimal Rounded(int decimals)
    {
        var by = BigInteger.Pow(10, decimals);
        return new Fraction(top * by, Bottom).Rounded() / (decimal)by;
    }
}
