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
    /// <summary>Over steps 1 to 6: 2.28. Step 0 is no step of the ladder.</summary>
    public static PriceVolumeMix<int> BySteps(Books books) =>
        Of(
            books,
            m => Enumerable.Range(1, Ladder.Steps - 1).Select(s => KeyValuePair.Create(s, m.StepVolumes[s])),
            [.. Enumerable.Range(1, Ladder.Steps - 1)]
        );

    /// <summary>Over the kinds of measure on the ladder, by their code: which kinds the change lies in.</summary>
    public static PriceVolumeMix<string> ByCodes(Books books) => Of<string>(books, m => m.CodeVolumes, []);

    static PriceVolumeMix<TKey> Of<TKey>(
        Books books,
        Func<MonthCosts, IEnumerable<KeyValuePair<TKey, Volume>>> volumes,
        IReadOnlyList<TKey> always
    )
        where TKey : notnull
    {
        var (before, now) = (Volumes(books, books.MonthsBefore, volumes), Volumes(books, books.MonthsOfYear, volumes));
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

    static Dictionary<TKey, Volume> Volumes<TKey>(
        Books books,
        IReadOnlyList<DateOnly> months,
        Func<MonthCosts, IEnumerable<KeyValuePair<TKey, Volume>>> of
    )
        where TKey : notnull
    {
        var sums = new Dictionary<TKey, Volume>();
        foreach (var month in months)
        foreach (var (key, volume) in of(books.Costs.In(month)))
            sums[key] = new(sums.GetValueOrDefault(key).Days + volume.Days, sums.GetValueOrDefault(key).Ore + volume.Ore);
        return sums;
    }
}
