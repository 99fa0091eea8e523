using System.Numerics;
using Spor.Economy;
using Spor.Facts;

namespace Spor.Investing;

/// <summary>A calendar year of a case, in øre.</summary>
/// <param name="SoFarOre">Net of this year and those before, not discounted.</param>
/// <param name="PresentOre">Net, discounted to the first year; the same as net without a rate.</param>
/// <param name="FundedOre">What there is money for; null where no line says it.</param>
/// <param name="WithoutOre">Spending on the area if nothing were done; null where it cannot be worked out beforehand.</param>
public sealed record InvestmentYear(int Year, long InOre, long OutOre, long SoFarOre, long PresentOre, long? FundedOre, long? WithoutOre)
{
    public long NetOre => OutOre - InOre;
}

/// <summary>What the net becomes when one thing is at its least, and at its most.</summary>
/// <param name="Line">The line that is moved; null for what holds for the whole case.</param>
public sealed record Sensitivity(Moved What, InvestmentLineFact? Line, string Least, string Most, long LeastOre, long MostOre)
{
    public long Width => Math.Abs(MostOre - LeastOre);
}

public enum Moved
{
    Line,
    Ramp,
    Discount,
    Alternative,
}

/// <summary>The range of the net when everything may be off at once, in øre.</summary>
/// <param name="Below">Of <see cref="InvestmentCase.Draws"/>, in how many the net is below 0.</param>
public sealed record InvestmentRange(long LowOre, long MiddleOre, long HighOre, int Below);

/// <summary>
/// A case with its lines: what goes in, what is expected out, and how sure that is (<c>measures.md</c> 2.40 and 2.41). Amounts are exact
/// and rounded once for each line and year.
/// </summary>
public sealed class InvestmentCase(InvestmentCaseFact of, IReadOnlyList<InvestmentLineFact> lines)
{
    public const int Draws = 2_000;

    /// <summary>Percent of its amount that a line is tried between where it says nothing.</summary>
    public const int UsualLeast = 90,
        UsualMost = 110;

    /// <summary>Percentage points a year, in hundredths, that the alternative is tried with.</summary>
    const long GrowthTried = 100;
    const long DiscountTried = 400;

    public InvestmentCaseFact Of => of;
    public IReadOnlyList<InvestmentLineFact> Lines => lines;
    public IEnumerable<InvestmentLineFact> Costs => lines.Where(l => l.IsCost);
    public IEnumerable<InvestmentLineFact> Savings => lines.Where(l => l.IsSaving);
    public IEnumerable<int> YearNumbers => Enumerable.Range(of.FromYear, of.ToYear - of.FromYear + 1);

    /// <summary>A case of the register with its lines; null if there is none.</summary>
    public static InvestmentCase? Find(Register register, long id) =>
        Array.Find(register.Of<InvestmentCaseFact>(), c => c.Id == id) is { } found
            ? new(found, [.. register.Of<InvestmentLineFact>().Where(l => l.CaseId == id)])
            : null;

    public static InvestmentSignedFact? SignedOf(Register register, long id) =>
        Array.Find(register.Of<InvestmentSignedFact>(), s => s.CaseId == id);

    /// <summary>A line's amount in a month, exact; 0 outside its years.</summary>
    public Fraction InMonth(InvestmentLineFact line, DateOnly month) => InMonth(line, month, of.RampMonths);

    static Fraction InMonth(InvestmentLineFact line, DateOnly month, int ramp)
    {
        var at = (month.Year - line.FromYear) * 12 + month.Month - line.FirstMonth;
        if (at < 0 || month.Year > line.ToYear || line.UnitOre is not { } unit)
            return 0;
        var years = month.Year - line.FromYear;
        var amount = new Fraction(
            (BigInteger)unit * line.NumberHundredths * BigInteger.Pow(10_000 + line.RiseHundredths, years),
            BigInteger.Pow(10_000, years) * 100 * 12
        );
        return line.IsSaving && at + 1 < ramp ? amount * new Fraction(at + 1, ramp) : amount;
    }

    /// <summary>A line's amount in a calendar year, whole øre.</summary>
    public long InYear(InvestmentLineFact line, int year) => InYear(line, year, of.RampMonths);

    static long InYear(InvestmentLineFact line, int year, int ramp)
    {
        Fraction sum = 0;
        for (var month = 1; month <= 12; month++)
            sum += InMonth(line, new(year, month, 1), ramp);
        return sum.Rounded();
    }

    /// <summary>A line's amount in all the years of the case.</summary>
    public long TotalOf(InvestmentLineFact line) => YearNumbers.Sum(y => InYear(line, y));

    public long InOre => Costs.Sum(TotalOf);
    public long OutOre => Savings.Sum(TotalOf);
    public long NetOre => OutOre - InOre;

    /// <summary>Net discounted to the first year.</summary>
    public long PresentOre => Years.Sum(y => y.PresentOre);

    /// <summary>Full-year placements that are not needed in a year, by the lines that say so, with the ramp-up; in hundredths.</summary>
    public long FullYearsHundredths(int year) => FullYearsSoFarHundredths(year, 12);

    /// <param name="months">Only so many of the year's months: a part of the full years.</param>
    public long FullYearsSoFarHundredths(int year, int months)
    {
        Fraction sum = 0;
        foreach (var line in lines.Where(l => l.Kind is InvestmentKind.FewerPlacements or InvestmentKind.ShorterStays))
            for (var month = 1; month <= months; month++)
            {
                var at = (year - line.FromYear) * 12 + month - line.FirstMonth;
                if (at >= 0 && year <= line.ToYear)
                    sum += new Fraction(
                        (BigInteger)line.NumberHundredths * Math.Min(at + 1, Math.Max(1, of.RampMonths)),
                        12 * (BigInteger)Math.Max(1, of.RampMonths)
                    );
            }
        return sum.Rounded();
    }

    /// <summary>Posts that the case promises in a month, in hundredths.</summary>
    public long PostsHundredths(DateOnly month) =>
        lines
            .Where(l => l.Kind == InvestmentKind.Posts && month.Year <= l.ToYear)
            .Where(l => new DateOnly(l.FromYear, l.FirstMonth, 1) <= month)
            .Sum(l => l.NumberHundredths);

    public IReadOnlyList<InvestmentYear> Years
    {
        get
        {
            var soFar = 0L;
            return
            [
                .. YearNumbers.Select(year =>
                {
                    var costs = Costs.Sum(l => InYear(l, year));
                    var savings = Savings.Sum(l => InYear(l, year));
                    var funding = lines.Where(l => l.Kind == InvestmentKind.Funding && l.FromYear <= year && year <= l.ToYear).ToList();
                    soFar += savings - costs;
                    return new InvestmentYear(
                        year,
                        costs,
                        savings,
                        soFar,
                        Present(savings - costs, year, of.DiscountHundredths ?? 0),
                        funding.Count == 0 ? null : funding.Sum(l => InYear(l, year)),
                        Without(year, of.GrowthHundredths ?? 0)
                    );
                }),
            ];
        }
    }

    long Present(long ore, int year, long discount) =>
        new Fraction(
            (BigInteger)ore * BigInteger.Pow(10_000, year - of.FromYear),
            BigInteger.Pow(10_000 + discount, year - of.FromYear)
        ).Rounded();

    /// <summary>Spending in a year if nothing were done, by what the case itself says; null for a trend, which the ledger says, and where
    /// the year before is not written.</summary>
    public long? Without(int year) => Without(year, of.GrowthHundredths ?? 0);

    long? Without(int year, long growth) =>
        of.BaseOre is not { } before || of.Alternative == Alternative.Trend ? null
        : of.Alternative == Alternative.Constant && growth == 0 ? before
        : new Fraction(
            (BigInteger)before * BigInteger.Pow(10_000 + growth, year - of.FromYear + 1),
            BigInteger.Pow(10_000, year - of.FromYear + 1)
        ).Rounded();

    /// <summary>What has gone in and come out by the end of each month from the first, lines' amounts spread evenly over the months they
    /// run. Each line's year is rounded by itself, so at the end of a year it is what the years come to.</summary>
    public IReadOnlyList<(DateOnly Month, long InOre, long OutOre)> Course
    {
        get
        {
            var course = new List<(DateOnly, long, long)>();
            var (costs, savings) = (0L, 0L);
            var year = new Fraction[lines.Count];
            for (var month = of.First; month <= of.Last; month = month.AddMonths(1))
            {
                var (costsSoFar, savingsSoFar) = (costs, savings);
                for (var i = 0; i < lines.Count; i++)
                {
                    year[i] = month.Month == 1 ? InMonth(lines[i], month) : year[i] + InMonth(lines[i], month);
                    if (lines[i].IsCost)
                        costsSoFar += year[i].Rounded();
                    else if (lines[i].IsSaving)
                        savingsSoFar += year[i].Rounded();
                }
                course.Add((month, costsSoFar, savingsSoFar));
                if (month.Month == 12)
                    (costs, savings) = (costsSoFar, savingsSoFar);
            }
            return course;
        }
    }

    /// <summary>The first month from which what is saved so far stays at or above what is spent so far; null if that does not
    /// come.</summary>
    public DateOnly? PaidBack
    {
        get
        {
            DateOnly? paid = null;
            Fraction net = 0;
            for (var month = of.First; month <= of.Last; month = month.AddMonths(1))
            {
                foreach (var line in lines)
                    if (line.IsCost)
                        net -= InMonth(line, month);
                    else if (line.IsSaving)
                        net += InMonth(line, month);
                paid = net.Rounded() < 0 ? null : paid ?? month;
            }
            return paid;
        }
    }

    /// <summary>One thing moved at a time, the one that matters most first.</summary>
    public IReadOnlyList<Sensitivity> Tornado
    {
        get
        {
            var net = PresentOre;
            var found = new List<Sensitivity>();
            foreach (var line in lines.Where(l => l.IsCost || l.IsSaving))
            {
                var total = YearNumbers.Sum(y => Present(InYear(line, y), y, of.DiscountHundredths ?? 0)) * (line.IsCost ? -1 : 1);
                long At(int percent) => net + new Fraction((BigInteger)total * (percent - 100), 100).Rounded();
                int least = line.LeastPercent ?? UsualLeast,
                    most = line.MostPercent ?? UsualMost;
                if (least != most)
                    found.Add(new(Moved.Line, line, $"{least} %", $"{most} %", At(least), At(most)));
            }
            if (Savings.Any())
            {
                var (quick, slow) = of.RampMonths == 0 ? (0, 6) : (of.RampMonths / 2, of.RampMonths * 2);
                found.Add(new(Moved.Ramp, null, $"{slow}", $"{quick}", WithRamp(slow), WithRamp(quick)));
            }
            found.Add(new(Moved.Discount, null, "4 %", "0 %", WithDiscount(DiscountTried), WithDiscount(0)));
            if (of.BaseOre is not null && of.Alternative != Alternative.Trend)
                found.Add(new(Moved.Alternative, null, "−1", "+1", net + Grown(-GrowthTried), net + Grown(GrowthTried)));
            return [.. found.Where(s => s.Width > 0).OrderByDescending(s => s.Width)];
        }
    }

    long WithRamp(int ramp) =>
        YearNumbers.Sum(y => Present(Savings.Sum(l => InYear(l, y, ramp)) - Costs.Sum(l => InYear(l, y)), y, of.DiscountHundredths ?? 0));

    long WithDiscount(long rate) => Years.Sum(y => Present(y.NetOre, y.Year, rate));

    /// <summary>What the saving changes by when spending without the investment grows by so much more a year, and spending with it goes as
    /// planned.</summary>
    long Grown(long more) =>
        YearNumbers.Sum(y =>
            Present(Without(y, (of.GrowthHundredths ?? 0) + more)!.Value - Without(y)!.Value, y, of.DiscountHundredths ?? 0)
        );

    /// <summary>Everything moved at once: each line by a triangle between its least and most, the alternative by one between a percentage
    /// point less and more a year. The same seed gives the same range.</summary>
    public InvestmentRange Range
    {
        get
        {
            var of = lines
                .Where(l => l.IsCost || l.IsSaving)
                .Select(l =>
                    (
                        Amount: (double)YearNumbers.Sum(y => Present(InYear(l, y), y, Of.DiscountHundredths ?? 0)) * (l.IsCost ? -1 : 1),
                        Least: (l.LeastPercent ?? UsualLeast) / 100.0,
                        Most: (l.MostPercent ?? UsualMost) / 100.0
                    )
                )
                .ToList();
            var (less, more) =
                Of.BaseOre is null || Of.Alternative == Alternative.Trend ? (0L, 0L) : (Grown(-GrowthTried), Grown(GrowthTried));
            var drawn = new double[Draws];
            for (var i = 0; i < Draws; i++)
            {
                var dice = new Dice((ulong)Of.Seed * 1_000_003 + (ulong)i);
                var net = 0.0;
                foreach (var (amount, least, most) in of)
                    net += amount * dice.Triangle(least, 1, most);
                drawn[i] = net + dice.Triangle(less, 0, more);
            }
            Array.Sort(drawn);
            return new((long)drawn[(int)(Draws * .025)], (long)drawn[Draws / 2], (long)drawn[(int)(Draws * .975)], drawn.Count(d => d < 0));
        }
    }
}
