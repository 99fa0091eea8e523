using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Child-days and spending of a step, or of a kind of measure, in a period.</summary>
public readonly record struct Volume(long Days, long Ore);

/// <summary>A change of spending of one step or kind, split in two that add up.</summary>
public readonly record struct PartOfChange(long ChangeOre, long VolumeOre, long PriceOre);

/// <summary>
/// The change of granted spending from the year before to the year, split into volume, mix and price that add up to it
/// (<c>measures.md</c> 2.15 and 2.28), over the steps or over the kinds of measure.
/// </summary>
/// <param name="VolumeOre">Null with the two others where there is no volume in one of the years.</param>
public sealed record PriceVolumeMix<TKey>(
    IReadOnlyDictionary<TKey, Volume> Before,
    IReadOnlyDictionary<TKey, Volume> Now,
    IReadOnlyDictionary<TKey, PartOfChange> Parts,
    long? VolumeOre,
    long? MixOre,
    long? PriceOre
)
    where TKey : notnull
{
    public long BeforeOre => Before.Values.Sum(v => v.Ore);
    public long NowOre => Now.Values.Sum(v => v.Ore);
    public long ChangeOre => NowOre - BeforeOre;
}

public static class PriceVolumeMix
{
    /// <summary>Over steps 1 to 6: 2.28.</summary>
    public static PriceVolumeMix<int> BySteps(Books books) => Of(books, m => m.Step, [.. Enumerable.Range(1, Ladder.Steps - 1)]);

    /// <summary>Over the kinds of measure on the ladder, by their code: which kinds the change lies in.</summary>
    public static PriceVolumeMix<string> ByCodes(Books books) => Of<string>(books, m => books.Catalogue.Spelled(m.Measure.Code), []);

    static PriceVolumeMix<TKey> Of<TKey>(Books books, Func<MeasureMonth, TKey> key, IReadOnlyList<TKey> always)
        where TKey : notnull
    {
        var (before, now) = (Volumes(books, books.MonthsBefore, key), Volumes(books, books.MonthsOfYear, key));
        List<TKey> keys = [.. always.Union(before.Keys).Union(now.Keys)];
        foreach (var k in keys)
            (before[k], now[k]) = (before.GetValueOrDefault(k), now.GetValueOrDefault(k));
        return Split(before, now, Books.DaysIn(books.YearBefore), Books.DaysIn(books.Year));
    }

    /// <summary>Splits the change between two periods.</summary>
    /// <param name="before">The same keys as <paramref name="now"/>.</param>
    /// <param name="daysBefore">The days of a full year in each.</param>
    public static PriceVolumeMix<TKey> Split<TKey>(
        IReadOnlyDictionary<TKey, Volume> before,
        IReadOnlyDictionary<TKey, Volume> now,
        int daysBefore,
        int daysNow
    )
        where TKey : notnull
    {
        Fraction V0(TKey k) => new(before[k].Days, daysBefore);
        Fraction V1(TKey k) => new(now[k].Days, daysNow);
        long s0 = before.Values.Sum(b => b.Ore),
            s1 = now.Values.Sum(b => b.Ore);
        Fraction v0 = new(before.Values.Sum(b => b.Days), daysBefore),
            v1 = new(now.Values.Sum(b => b.Days), daysNow);
        // What has no volume in one period takes the other's price: nothing of its change is price.
        Fraction PriceOf(TKey k) => V0(k).IsZero || V1(k).IsZero ? 0 : now[k].Ore - V1(k) * (Fraction)before[k].Ore / V0(k);
        Fraction VolumeOf(TKey k) =>
            V0(k).IsZero ? now[k].Ore
            : V1(k).IsZero ? -before[k].Ore
            : (V1(k) - V0(k)) * (Fraction)before[k].Ore / V0(k);
        var split = !v0.IsZero && !v1.IsZero;
        long? volume = split ? ((v1 - v0) * (Fraction)s0 / v0).Rounded() : null,
            price = split ? before.Keys.Aggregate((Fraction)0, (sum, k) => sum + PriceOf(k)).Rounded() : null;
        return new(
            before,
            now,
            before.Keys.ToDictionary(
                k => k,
                k =>
                {
                    long change = now[k].Ore - before[k].Ore,
                        rounded = VolumeOf(k).Rounded();
                    return new PartOfChange(change, rounded, change - rounded);
                }
            ),
            volume,
            split ? s1 - s0 - volume - price : null,
            price
        );
    }

    /// <summary>Distinct child-days on which a priced measure-month of a step or kind runs, and what they cost. Step 0 is no step of the
    /// ladder.</summary>
    static Dictionary<TKey, Volume> Volumes<TKey>(Books books, IReadOnlyList<DateOnly> months, Func<MeasureMonth, TKey> key)
        where TKey : notnull
    {
        var sums = new Dictionary<TKey, Volume>();
        foreach (var month in months)
        foreach (var child in books.Granted[month].Where(m => m.Ore is not null && m.Step > 0).GroupBy(m => (Id: m.Child.Id, Key: key(m))))
        {
            var last = MeasureMonths.LastOf(month);
            var ran = new bool[last.Day + 1];
            var ore = 0L;
            foreach (var m in child)
            {
                ore += m.Ore!.Value;
                var to = m.Measure.To < last ? m.Measure.To.Value : last;
                for (var on = m.Measure.From > month ? m.Measure.From : month; on <= to; on = on.AddDays(1))
                    ran[on.Day] = true;
            }
            var sum = sums.GetValueOrDefault(child.Key.Key);
            sums[child.Key.Key] = new(sum.Days + ran.Count(r => r), sum.Ore + ore);
        }
        return sums;
    }
}
