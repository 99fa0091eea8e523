using System.Collections.Concurrent;
using System.Numerics;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Investing;

/// <summary>The ledger of a calendar year on the ladder.</summary>
/// <param name="Steps">Of the months that are compared, øre by step 0 to 6 and <see cref="MonthMoney.None"/>.</param>
/// <param name="Comparable">Every month that is compared is delivered.</param>
/// <param name="Whole">Of all twelve months; null where one is not delivered.</param>
/// <param name="Inhabitants">Of 0 to 22 years; null where an age is not told.</param>
public sealed record LadderYear(
    int Year,
    IReadOnlyDictionary<int, long> Steps,
    bool Comparable,
    IReadOnlyDictionary<int, long>? Whole,
    long? Inhabitants
)
{
    public long TotalOre => Steps.Values.Sum();

    /// <summary>2.65: what is spent on steps 2 and 3, of what is spent on steps 2 to 6.</summary>
    public (long Ore, long OfOre) Prevention =>
        (Steps.Where(s => s.Key is 2 or 3).Sum(s => s.Value), Steps.Where(s => s.Key is >= 2 and <= 6).Sum(s => s.Value));

    /// <summary>In whole percent; null where nothing is spent on them.</summary>
    public int? PreventionPercent =>
        Prevention is { OfOre: > 0 } of ? (int)Math.Round(100m * of.Ore / of.OfOre, MidpointRounding.AwayFromZero) : null;
}

/// <summary>What a year cost beyond a baseline year.</summary>
/// <param name="Constant">By step: beyond what the baseline year cost.</param>
/// <param name="PerInhabitant">By step: beyond what it would have cost at the baseline year's spending for each inhabitant; null where they
/// are not told of both years.</param>
public sealed record ExtraYear(int Year, IReadOnlyDictionary<int, long> Constant, IReadOnlyDictionary<int, long>? PerInhabitant);

/// <summary>
/// The ledger's years on the ladder (<c>measures.md</c> 2.93 to 2.95): the trend, the extra spending against a baseline year, and the
/// municipality's own part of a comparison with others.
/// </summary>
/// <param name="Months">The numbers of the months that are compared: those delivered of the newest year.</param>
/// <param name="Years">The earliest first.</param>
public sealed class LadderSpending
{
    readonly Books books;
    readonly ConcurrentDictionary<int, FullYears> placed = [];

    public IReadOnlyList<int> Months { get; }
    public IReadOnlyList<LadderYear> Years { get; }

    LadderSpending(Books books, IReadOnlyList<int> months, IReadOnlyList<LadderYear> years) =>
        (this.books, Months, Years) = (books, months, years);

    /// <summary>Null while no month is delivered.</summary>
    public static LadderSpending? Of(Books books)
    {
        var ledger = books.Ledger;
        var delivered = books
            .Register.Ledger.Select(l => l.Month)
            .Distinct()
            .Where(ledger.Delivered)
            .Order()
            .GroupBy(m => m.Year)
            .ToDictionary(y => y.Key, y => y.Select(m => m.Month).ToList());
        if (delivered.Count == 0)
            return null;
        var compared = delivered[delivered.Keys.Max()];
        IReadOnlyDictionary<int, long> Sums(int year, IEnumerable<int> months) =>
            MonthMoney.Sums(
                months.SelectMany(m => ledger.Sums(new(year, m, 1)).BySteps),
                s => s.Key,
                s => s.Value,
                [.. Enumerable.Range(0, Ladder.Steps), MonthMoney.None]
            );
        return new(
            books,
            compared,
            [
                .. delivered
                    .OrderBy(y => y.Key)
                    .Select(y => new LadderYear(
                        y.Key,
                        Sums(y.Key, compared.Intersect(y.Value)),
                        compared.TrueForAll(y.Value.Contains),
                        y.Value.Count == 12 ? Sums(y.Key, y.Value) : null,
                        InhabitantsOf(books.Register, y.Key)
                    )),
            ]
        );
    }

    /// <summary>Of 0 to 22 years in the whole municipality; null where an age of the year is not told.</summary>
    static long? InhabitantsOf(Register register, int year)
    {
        long sum = 0;
        for (var age = 0; age <= Group.Years(AgeGroup.From18To22).Last; age++)
        {
            if (register.Population.LastOrDefault(p => p.Year == year && p.DistrictId is null && p.Age == age) is not { } told)
                return null;
            sum += told.People;
        }
        return sum;
    }

    /// <summary>The compared years after a baseline year; null where that year has not all the compared months.</summary>
    public IReadOnlyList<ExtraYear>? Extra(int baseline)
    {
        if (Years.FirstOrDefault(y => y.Year == baseline) is not { Comparable: true } of)
            return null;
        return
        [
            .. Years
                .Where(y => y.Year > baseline && y.Comparable)
                .Select(y => new ExtraYear(
                    y.Year,
                    y.Steps.ToDictionary(s => s.Key, s => s.Value - of.Steps[s.Key]),
                    y.Inhabitants is { } now && of.Inhabitants is > 0 and var then
                        ? y.Steps.ToDictionary(s => s.Key, s => s.Value - new Fraction((BigInteger)of.Steps[s.Key] * now, then).Rounded())
                        : null
                )),
        ];
    }

    /// <summary>The municipality's own value of a whole calendar year, in ten-thousandths; null where it cannot be worked out.</summary>
    public long? Own(ComparedFigure figure, int year)
    {
        if (Years.FirstOrDefault(y => y.Year == year) is not { Whole: { } whole } of)
            return null;
        // A walk through all children: once for all figures of the year.
        FullYears Placed() => placed.GetOrAdd(year, y => FullYears.OfYear(books, y));
        long? PerInhabitant(int from, int to) =>
            of.Inhabitants is > 0 and var people
                // Øre are hundredths of a krone.
                ? new Fraction((BigInteger)Enumerable.Range(from, to - from + 1).Sum(s => whole[s]) * 100, people).Rounded()
                : null;
        long? Price(params PlacementForm[] forms)
        {
            var days = Placed().Days;
            var spent = Books.Months(year, 12).Sum(m => forms.Sum(f => books.Ledger.Sums(m).ByForms.GetValueOrDefault(f)));
            return new UnitPrice(spent, forms.Sum(f => days[f]), year).PriceOre * 100;
        }
        return figure switch
        {
            ComparedFigure.Spending => PerInhabitant(2, 6),
            ComparedFigure.Preventive => PerInhabitant(2, 3),
            ComparedFigure.Placements => PerInhabitant(4, 6),
            ComparedFigure.FosterPrice => Price(PlacementForm.Foster),
            ComparedFigure.InstitutionPrice => Price(PlacementForm.Institution),
            ComparedFigure.PlacementPrice => Price([.. Books.Forms]),
            _ => of.Inhabitants is > 0 and var people
                ? new Fraction((BigInteger)Placed().AllDays * 1000 * 10_000, (BigInteger)people * Books.DaysIn(year)).Rounded()
                : null,
        };
    }
}
