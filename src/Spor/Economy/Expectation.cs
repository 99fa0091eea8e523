using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>What came in the rest of an earlier year, beside what was granted for it on the same day of that year.</summary>
/// <param name="GrantedOre">Calculated as <see cref="Books.Ahead"/> is, by what was known on that day.</param>
/// <param name="CameOre">Calculated spending (2.12) of the same months, as it came.</param>
public readonly record struct RestOfYear(int Year, long GrantedOre, long CameOre)
{
    /// <summary>How much more came, as a share of what was granted.</summary>
    public Fraction Beyond => new Fraction(CameOre - GrantedOre, 1) / GrantedOre;
}

/// <summary>
/// What is expected in the rest of the year and not granted yet (<c>measures.md</c>, 2.39): the earlier years' share beyond what was
/// granted on the same day, times what is granted now. The mean of the years, and from the least to the most of them. Apart from the
/// forecast.
/// </summary>
/// <param name="Years">The earlier years it rests on, the latest first; at least two.</param>
public sealed record Expectation(IReadOnlyList<RestOfYear> Years, long MiddleOre, long LowOre, long HighOre)
{
    /// <summary>So many years back.</summary>
    public const int MostYears = 5;

    /// <summary>Null without two earlier years to go by, or when nothing of the year is left.</summary>
    public static Expectation? Of(Books books)
    {
        var months = Books.Months(books.Day.Year, 12).Where(m => !books.Ledger.Delivered(m)).ToList();
        var ahead = books.Ahead.Sum(m => m.Ore ?? 0);
        if (months.Count == 0 || ahead <= 0)
            return null;
        var years = new List<RestOfYear>();
        for (var back = 1; back <= MostYears; back++)
        {
            var day = books.Day.AddYears(-back);
            List<DateOnly> then = [.. months.Select(m => m.AddYears(-back))];
            var granted = MeasureMonths.OreIn(books.Register, then, (file, m) => AsKnown(file, m, day), books.Costs);
            if (granted <= 0)
                break;
            years.Add(new(day.Year, granted, then.Sum(m => books.Costs.In(m).TotalOre)));
        }
        if (years.Count < 2)
            return null;
        long Of(Fraction share) => (share * ahead).Rounded();
        var each = years.Select(y => Of(y.Beyond)).ToList();
        var middle = years.Aggregate((Fraction)0, (sum, y) => sum + y.Beyond) / years.Count;
        return new(years, Of(middle), each.Min(), each.Max());
    }

    /// <summary>A measure as it was known on an earlier day: what ended later had no end yet.</summary>
    static End? AsKnown(ChildFile file, InterventionFact m, DateOnly day) =>
        m.From > day && !Books.IsDecided(file, m, day) ? null
        : m.To <= day ? new(m.To)
        : new(m.ExpectedTo > day && m.ExpectedTo >= m.From ? m.ExpectedTo : null);
}
