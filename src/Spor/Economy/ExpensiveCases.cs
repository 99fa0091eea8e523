using System.Numerics;
using Spor.Facts;

namespace Spor.Economy;

/// <summary>A part of a household's cost above which somebody refunds a share.</summary>
public readonly record struct Threshold(int Percent, long Kroner)
{
    public long Ore => Kroner * 100;
}

/// <summary>What a household's measures cost in a year: children with the same family, or one child alone.</summary>
/// <param name="MeasureMonths">The priced ones.</param>
public sealed record Household(IReadOnlyList<ChildFile> Children, IReadOnlyList<MeasureMonth> MeasureMonths)
{
    public long CostOre { get; } = MeasureMonths.Sum(m => m.Ore!.Value);
}

/// <summary>
/// Expensive cases of a calendar year (<c>measures.md</c> 2.29): for each threshold its rate of the part of a household's cost above it and
/// up to the next.
/// </summary>
/// <param name="Months">Whose cost it is, as their first days.</param>
/// <param name="Thresholds">The lowest first.</param>
/// <param name="Households">All with a priced measure-month, whatever they cost.</param>
/// <param name="PaidByOthersOre">Left out, for another municipality pays.</param>
public sealed record ExpensiveCases(
    int Year,
    IReadOnlyList<DateOnly> Months,
    IReadOnlyList<Threshold> Thresholds,
    IReadOnlyList<Household> Households,
    long PaidByOthersOre
)
{
    /// <summary>What every household costs in a year of the books of a day, put together once for all who ask; without thresholds, which
    /// are set afterwards (<see cref="With"/>).</summary>
    public static Derived<(DateOnly Day, int Year), ExpensiveCases> On { get; } =
        new(4, (s, of) => Of(s.Get(Books.On, of.Day), of.Year, []));

    public ExpensiveCases With(IReadOnlyList<Threshold> thresholds) => this with { Thresholds = [.. thresholds.OrderBy(t => t.Kroner)] };

    /// <summary>An example to check by, no year's rates.</summary>
    public static IReadOnlyList<Threshold> ExampleThresholds { get; } = [new(25, 860_000), new(50, 1_680_000), new(75, 2_120_000)];

    public IReadOnlyList<int> HouseholdsAbove => [.. Thresholds.Select(t => Households.Count(h => h.CostOre > t.Ore))];

    /// <summary>The households above the lowest threshold, the dearest first.</summary>
    public IReadOnlyList<Household> Above =>
        Thresholds.Count == 0 ? [] : [.. Households.Where(h => h.CostOre > Thresholds[0].Ore).OrderByDescending(h => h.CostOre)];

    /// <summary>The whole cost of the households above the lowest threshold.</summary>
    public long CostOre => Above.Sum(h => h.CostOre);
    public long RefundOre => Households.Sum(h => RefundOf(h.CostOre));

    /// <summary>What is refunded of a household's cost, rounded to whole øre.</summary>
    public long RefundOf(long costOre)
    {
        Fraction sum = 0;
        for (var i = 0; i < Thresholds.Count; i++)
        {
            var top = i + 1 < Thresholds.Count ? Math.Min(costOre, Thresholds[i + 1].Ore) : costOre;
            if (top > Thresholds[i].Ore)
                sum += new Fraction((BigInteger)(top - Thresholds[i].Ore) * Thresholds[i].Percent, 100);
        }
        return sum.Rounded();
    }

    /// <param name="year">The year, or the year before, of the books.</param>
    public static ExpensiveCases Of(Books books, int year, IReadOnlyList<Threshold> thresholds)
    {
        var months = year == books.Year ? books.MonthsOfYear : Books.Months(year, 12);
        var own = books.Register.Municipality?.Number.TrimStart('0');
        var priced = months.SelectMany(m => books.Granted[m]).Where(m => m.Ore is not null).ToLookup(m => PaidByOthers(m, own));
        return new(
            year,
            months,
            [.. thresholds.OrderBy(t => t.Kroner)],
            [
                .. priced[false]
                    .GroupBy(m => m.Child.Child.FamilyId is { } family ? (true, family) : (false, m.Child.Id))
                    .Select(g => new Household([.. g.Select(m => m.Child).Distinct()], [.. g])),
            ],
            priced[true].Sum(m => m.Ore!.Value)
        );
    }

    /// <summary>On the last day of the month on which the measure runs, another municipality pays an active case of the child.</summary>
    static bool PaidByOthers(MeasureMonth m, string? own)
    {
        var last = MeasureMonths.LastOf(m.First);
        if (m.Measure.To < last)
            last = m.Measure.To.Value;
        return Array.Exists(m.Child.Cases, c => c.PayingMunicipality is { } paying && paying != own && c.ActiveAt(last));
    }
}
