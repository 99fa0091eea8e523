using System.Globalization;
using Spor.Facts;
using Spor.Law;

namespace Spor.Workforce;

/// <summary>Ages in whole years, both ends included; from 0 the unborn too.</summary>
public readonly record struct AgeSpan(int First, int Last)
{
    /// <summary>The municipality's own groups on a day: the youngest, and those after it.</summary>
    public static IReadOnlyList<AgeSpan> Own(Bounds bounds, DateOnly day)
    {
        var on = bounds.On(day);
        if (on.Number(Parameters.OwnAgesYoungest) is not { } youngest)
            return [];
        return on.Number(Parameters.OwnAgesOldest) is { } oldest && oldest > youngest
            ? [new(0, youngest), new(youngest + 1, oldest)]
            : [new(0, youngest)];
    }

    public bool Has(int age) => (First == 0 || age >= First) && age <= Last;

    /// <summary>As an address says it: <c>0-14</c>.</summary>
    public string Code => $"{First.ToString(CultureInfo.InvariantCulture)}-{Last.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The own group that an address names; null where it names none, or one of the four that are everybody's.</summary>
    public static AgeSpan? Read(string code, Bounds bounds, DateOnly day) =>
        Codes<AgeGroup>.TryDanish(code, out _)
            ? null
            : Own(bounds, day).Where(a => a.Code == code).Select(a => (AgeSpan?)a).FirstOrDefault();
}
