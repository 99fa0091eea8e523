using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Calculated spending (<c>measures.md</c> 2.12).</summary>
public static class Spending
{
    /// <summary>
    /// What one running measure costs in a month, day by day at the price in force; null if on some of its days in the month it has no
    /// price, or no quantity where the unit needs one.
    /// </summary>
    /// <param name="prices">The child's changes of price, by measure and then day (<see cref="ChildFile.Prices"/>).</param>
    /// <param name="first">The first day of a month.</param>
    /// <param name="last">The last day of the same month.</param>
    internal static long? OreIn(InterventionFact m, InterventionPriceFact[] prices, DateOnly first, DateOnly last) =>
        OreIn(m, m.To, prices, first, last);

    /// <param name="to">The measure's last day as it is to be counted.</param>
    internal static long? OreIn(InterventionFact m, DateOnly? to, InterventionPriceFact[] prices, DateOnly first, DateOnly last)
    {
        var until = to < last ? to.Value : last;
        Int128 parts = 0;
        // One price holds from the day it begins to the day before the next; before the first change the measure's own holds.
        (DateOnly From, long? Ore, PriceUnit? Unit, long? Quantity) now = (m.From, m.PriceOre, m.Unit, m.QuantityHundredths);
        foreach (var p in prices)
        {
            if (p.InterventionId != m.Id || p.From > until)
                continue;
            if (p.From > now.From && !Add(now, p.From.AddDays(-1)))
                return null;
            now = (p.From > m.From ? p.From : m.From, p.PriceOre, p.Unit, p.QuantityHundredths);
        }
        return Add(now, until) ? Rounded(parts, new Lengths(last).PartsOfAnOre) : null;

        bool Add((DateOnly From, long? Ore, PriceUnit? Unit, long? Quantity) price, DateOnly end)
        {
            var from = price.From > first ? price.From : first;
            if (end < from)
                return true;
            if (price.Ore is not { } ore || price.Unit is not { } unit || (unit == PriceUnit.Hour && price.Quantity is null))
                return false;
            parts += Parts(ore, unit, price.Quantity, end.DayNumber - from.DayNumber + 1, new(last), begins: price.From >= first);
            return true;
        }
    }

    /// <summary>True if a measure runs on a day of a month and cannot be priced in it.</summary>
    /// <param name="month">Its first day.</param>
    public static bool RunsWithoutPrice(InterventionFact m, InterventionPriceFact[] prices, DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return m.From <= last && !(m.To < month) && OreIn(m, prices, month, last) is null;
    }

    /// <summary>What a price comes to over the whole month that contains a day, rounded to whole øre; null for hours without a number of
    /// them.</summary>
    public static long? AWholeMonth(long priceOre, PriceUnit unit, long? quantityHundredths, DateOnly month)
    {
        if (unit == PriceUnit.Hour && quantityHundredths is null)
            return null;
        var of = new Lengths(month);
        return Rounded(Parts(priceOre, unit, quantityHundredths, of.Month, of, begins: true), of.PartsOfAnOre);
    }

    /// <summary>The days of the month, the quarter and the year that a day lies in.</summary>
    readonly struct Lengths(DateOnly day)
    {
        public readonly int Month = DateTime.DaysInMonth(day.Year, day.Month);
        public readonly int Quarter =
            new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).AddMonths(3).DayNumber
            - new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1).DayNumber;
        public readonly int Year = DateTime.IsLeapYear(day.Year) ? 366 : 365;

        /// <summary>Fourteenths (a fortnight, and weeks in it), hundredths (the quantity) and days of the month, the quarter and the year
        /// go up in it.</summary>
        public Int128 PartsOfAnOre => (Int128)1400 * Month * Quarter * Year;
    }

    /// <summary>
    /// The one arithmetic of units: so many days of a month, in whole parts of an øre, so that nothing is rounded before the sum. The
    /// quantity is how many at that price, one if it is not given; of hours how many a week.
    /// </summary>
    static Int128 Parts(long price, PriceUnit unit, long? quantityHundredths, int days, Lengths of, bool begins)
    {
        var whole = of.PartsOfAnOre / 100 * price * (quantityHundredths ?? 100);
        return unit switch
        {
            PriceUnit.Day => whole * days,
            PriceUnit.Week or PriceUnit.Hour => whole / 7 * days,
            PriceUnit.Fortnight => whole / 14 * days,
            PriceUnit.Month => whole / of.Month * days,
            PriceUnit.Quarter => whole / of.Quarter * days,
            PriceUnit.Year => whole / of.Year * days,
            _ => begins ? whole : 0,
        };
    }

    /// <summary>Half away from zero.</summary>
    static long Rounded(Int128 sum, Int128 by) => (long)((2 * sum + (sum < 0 ? -by : by)) / (2 * by));

    /// <summary>The step a measure's cost of a month belongs to: that of the catalogue row in force on the month's last day; 0 without
    /// one.</summary>
    internal static int StepIn(InterventionFact m, Catalogue catalogue, DateOnly last) => catalogue.On(m.Code, last)?.Step ?? 0;
}
