using Spor.Interventions;

namespace Spor.Economy;

/// <summary>The spending of a month, in øre: actual (2.20) or granted (2.21).</summary>
/// <param name="Month">Its first day.</param>
/// <param name="BySteps">By step 0 to 6; of what has no step under <see cref="None"/>.</param>
/// <param name="ByAccounts">By account; of what has none under <c>none</c>. Only accounts on which there is something.</param>
/// <param name="WithoutPrice">Measure-months that could not be priced; 0 of actual spending.</param>
public sealed record MonthMoney(
    DateOnly Month,
    long TotalOre,
    IReadOnlyDictionary<int, long> BySteps,
    IReadOnlyDictionary<string, long> ByAccounts,
    int WithoutPrice
)
{
    /// <summary>Stands for no step.</summary>
    public const int None = -1;

    /// <summary>Stands for no account.</summary>
    public const string NoAccount = "none";

    /// <summary>Null of a month that is not delivered: not reported, never 0.</summary>
    public static MonthMoney? ActualIn(Books books, DateOnly month)
    {
        if (!books.Ledger.Delivered(month))
            return null;
        var sums = books.Ledger.Sums(month);
        return new(
            month,
            sums.TotalOre,
            Sums(sums.BySteps, s => s.Key, s => s.Value, [.. Steps, None]),
            Sums(sums.ByAccounts, a => a.Key, a => a.Value, []),
            0
        );
    }

    /// <summary>Nothing of a month that the books do not show.</summary>
    public static MonthMoney GrantedIn(Books books, DateOnly month)
    {
        var costs = books.MonthsShown.Contains(month) ? books.Costs.In(month) : MonthCosts.Nothing;
        return new(
            month,
            costs.TotalOre,
            Enumerable.Range(0, Ladder.Steps).ToDictionary(s => s, s => costs.BySteps[s]),
            costs.ByAccounts.ToDictionary(a => a.Account, a => a.Ore),
            costs.WithoutPrice
        );
    }

    static IEnumerable<int> Steps => Enumerable.Range(0, Ladder.Steps);

    internal static Dictionary<TKey, long> Sums<T, TKey>(IEnumerable<T> of, Func<T, TKey> key, Func<T, long> ore, IEnumerable<TKey> always)
        where TKey : notnull
    {
        var sums = always.ToDictionary(k => k, _ => 0L);
        foreach (var one in of)
            sums[key(one)] = sums.GetValueOrDefault(key(one)) + ore(one);
        return sums;
    }
}
