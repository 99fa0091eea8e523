namespace Spor.Recovery;

/// <summary>When an element is through, if it goes on as in the weeks of the pace.</summary>
/// <param name="Pace">By how much the number left falls in a week, on average.</param>
/// <param name="Weeks">Left divided by the pace; null: at this pace never.</param>
/// <param name="Early">In one of ten drawn courses it is through in so many weeks or fewer; null: not within
/// <see cref="RecoveryForecast.Longest"/>.</param>
/// <param name="Late">In nine of ten; null likewise.</param>
public sealed record ElementForecast(RecoveryElement Element, int Left, double Pace, double? Weeks, int? Early, int? Late);

/// <summary>How an earlier forecast came out.</summary>
/// <param name="Expected">What would be left on the day, at the pace of the weeks before.</param>
/// <param name="Least">Nine of ten drawn courses have at least so much left.</param>
/// <param name="Most">Nine of ten have at most so much.</param>
public sealed record PastForecast(DateOnly MadeOn, DateOnly For, double Expected, int Least, int Most, int Came)
{
    public double Off => Came - Expected;
    public bool Within => Least <= Came && Came <= Most;
}

/// <summary>
/// When a recovery ends. The coming weeks are drawn with replacement from the whole weeks of the pace, all elements of a week together, a
/// thousand times over from a fixed seed: the same figures give the same answer each time. It knows nothing of holidays, of hiring or of
/// easy cases being taken first; how far such forecasts were off before is told beside it.
/// </summary>
public sealed class RecoveryForecast
{
    public const int Runs = 1000;

    /// <summary>So many weeks are drawn at most: four years.</summary>
    public const int Longest = 208;

    /// <summary>With fewer whole weeks than this nothing is said.</summary>
    public const int FewestWeeks = 4;

    /// <summary>An earlier forecast is held against what came so many weeks after.</summary>
    public const int Ahead = 8;

    const int Seed = 20170131;

    /// <summary>Of each element that has something left, the slowest first; empty if there are too few weeks.</summary>
    public required IReadOnlyList<ElementForecast> Elements { get; init; }

    /// <summary>When everything is through: <see cref="ElementForecast.Early"/> and <see cref="ElementForecast.Late"/> of the last
    /// element.</summary>
    public required (int? Early, int? Late) All { get; init; }

    /// <summary>The element that ends last; null if nothing is left or too little is known.</summary>
    public ElementForecast? Bottleneck => Elements.Count > 0 ? Elements[0] : null;

    /// <summary>True when there are weeks enough to say anything.</summary>
    public required bool Known { get; init; }

    /// <param name="faster">An element that goes so many times as fast, as with more people on it.</param>
    public static RecoveryForecast Of(RecoveryTally tally, (RecoveryElement Element, double Times)? faster = null)
    {
        var weeks = tally.Paced;
        var chosen = tally.Elements.Where(e => tally.Now.Left[(int)e] > 0).ToList();
        if (weeks.Count < FewestWeeks)
            return new()
            {
                Elements = [],
                All = (null, null),
                Known = false,
            };
        double Fell(RecoveryWeek week, RecoveryElement e) => week.Fell[(int)e] * (faster is { } f && f.Element == e ? f.Times : 1);
        var drawn = Draw([.. chosen.Select(e => tally.Now.Left[(int)e])], [.. weeks.Select(w => chosen.Select(e => Fell(w, e)).ToArray())]);
        var elements = chosen.Select(
            (e, i) =>
            {
                var pace = weeks.Average(w => Fell(w, e));
                var left = tally.Now.Left[(int)e];
                return new ElementForecast(e, left, pace, pace > 0 ? left / pace : null, At(drawn[i], 10), At(drawn[i], 90));
            }
        );
        return new()
        {
            Elements = [.. elements.OrderByDescending(f => f.Weeks ?? double.MaxValue).ThenBy(f => f.Pace)],
            All = chosen.Count == 0 ? (0, 0) : (At(drawn[^1], 10), At(drawn[^1], 90)),
            Known = true,
        };
    }

    /// <summary>With more people on the slowest element, each at the pace of those who work on it now; null where nobody does.</summary>
    public static (RecoveryForecast Forecast, RecoveryElement Element, int People)? WithMore(
        RecoveryTally tally,
        RecoveryForecast now,
        int more
    )
    {
        if (now.Bottleneck is not { Pace: > 0 } slowest || tally.PeopleOn(slowest.Element) is not (> 0 and var people))
            return null;
        return (Of(tally, (slowest.Element, (people + more) / (double)people)), slowest.Element, people);
    }

    /// <summary>For each run the week in which each element is through, and last the week in which all are; more than
    /// <see cref="Longest"/> = not within it.</summary>
    static int[][] Draw(int[] left, double[][] weeks)
    {
        var through = new int[left.Length + 1][];
        for (var e = 0; e < through.Length; e++)
            through[e] = new int[Runs];
        var random = new Random(Seed);
        var still = new double[left.Length];
        for (var run = 0; run < Runs; run++)
        {
            for (var e = 0; e < left.Length; e++)
                (still[e], through[e][run]) = (left[e], Longest + 1);
            var open = left.Length;
            var week = 0;
            while (open > 0 && week < Longest)
            {
                week++;
                var drawn = weeks[random.Next(weeks.Length)];
                for (var e = 0; e < left.Length; e++)
                {
                    if (through[e][run] <= Longest)
                        continue;
                    still[e] -= drawn[e];
                    if (still[e] > 1e-9)
                        continue;
                    through[e][run] = week;
                    open--;
                }
            }
            through[^1][run] = open > 0 ? Longest + 1 : week;
        }
        foreach (var t in through)
            Array.Sort(t);
        return through;
    }

    static int? At(int[] sorted, int percent) => sorted[(sorted.Length - 1) * percent / 100] is var week && week <= Longest ? week : null;

    /// <summary>Every earlier forecast that can be held against what came, oldest first: of everything left, eight weeks ahead.</summary>
    public static IReadOnlyList<PastForecast> Earlier(RecoveryTally tally)
    {
        var past = new List<PastForecast>();
        for (var p = 1; p + Ahead < tally.Standings.Count; p++)
        {
            var before = tally.Weeks.Take(p).Where(w => w.IsWhole).TakeLast(RecoveryTally.PaceWeeks).Select(w => w.Fell.Sum()).ToList();
            // Only whole weeks up to a Sunday, and held against a Sunday.
            if (before.Count < FewestWeeks || !tally.Weeks[p + Ahead - 1].IsWhole)
                continue;
            var left = tally.Standings[p].LeftInAll;
            var random = new Random(Seed);
            var drawn = new int[Runs];
            for (var run = 0; run < Runs; run++)
            {
                var still = left;
                for (var week = 0; week < Ahead; week++)
                    still -= before[random.Next(before.Count)];
                drawn[run] = Math.Max(0, still);
            }
            Array.Sort(drawn);
            past.Add(
                new(
                    tally.Standings[p].Day,
                    tally.Standings[p + Ahead].Day,
                    Math.Max(0, left - Ahead * before.Average()),
                    At10(drawn),
                    drawn[(drawn.Length - 1) * 90 / 100],
                    tally.Standings[p + Ahead].LeftInAll
                )
            );
        }
        return past;
    }

    static int At10(int[] sorted) => sorted[(sorted.Length - 1) * 10 / 100];
}
