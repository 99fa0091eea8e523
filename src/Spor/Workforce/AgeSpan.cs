using System.Globalization;
using Spor.Facts;
using Spor.Law;

namespace Spor.Workforce;

/// <summary>Ages in whole years, both ends included; from 0 the unborn too.</summary>
public readonly record struct AgeSpan(int First, int Last)
{
    /// <summary>The municipality's own groups on a day, up to six: the youngest, and those after it. An end that is not above the one
    /// before makes no group.</summary>
    public static IReadOnlyList<AgeSpan> Own(Bounds bounds, DateOnly day)
    {
        var on = bounds.On(day);
        var groups = new List<AgeSpan>();
        foreach (var parameter in Parameters.OwnAgesOlder.Prepend(Parameters.OwnAgesOldest).Prepend(Parameters.OwnAgesYoungest))
        {
            var first = groups.Count == 0 ? 0 : groups[^1].Last + 1;
            if (on.Number(parameter) is { } last && last >= first && (groups.Count > 0 || parameter == Parameters.OwnAgesYoungest))
                groups.Add(new(first, last));
        }
        return groups;
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
