namespace Spor.Supervision;

/// <summary>How far two readers of the same cases agree beyond what chance would give: Cohen's kappa over the four answers.</summary>
/// <param name="Cases">Cases that two have read.</param>
/// <param name="Answers">Questions that both have answered, over all of them.</param>
/// <param name="Alike">Of them answered alike.</param>
/// <param name="Kappa">1 = always alike, 0 = no more than chance; null where both gave one and the same answer throughout.</param>
/// <param name="Low">With <paramref name="High"/> the 95 % interval; null with fewer than two cases.</param>
public sealed record Agreement(int Cases, int Answers, int Alike, double? Kappa, double? Low, double? High)
{
    const double Z = 1.959964;
    static readonly int Kinds = Enum.GetValues<Judgement>().Length;

    /// <param name="read">Of each case what the one and the other answered, question by question.</param>
    public static Agreement Of(IReadOnlyList<(IReadOnlyList<Judgement> One, IReadOnlyList<Judgement> Other)> read)
    {
        var tables = read.Select(TableOf).ToList();
        var all = Sum(tables);
        var kappa = KappaOf(all);
        var (low, high) =
            kappa is { } k && Spread(tables, all, k) is { } spread
                ? ((double?)Math.Max(-1, k - Z * spread), (double?)Math.Min(1, k + Z * spread))
                : (null, null);
        var count = 0;
        foreach (var n in all)
            count += n;
        return new(read.Count, count, Enumerable.Range(0, Kinds).Sum(i => all[i, i]), kappa, low, high);
    }

    static int[,] TableOf((IReadOnlyList<Judgement> One, IReadOnlyList<Judgement> Other) pair)
    {
        var table = new int[Kinds, Kinds];
        for (var i = 0; i < Math.Min(pair.One.Count, pair.Other.Count); i++)
            table[(int)pair.One[i], (int)pair.Other[i]]++;
        return table;
    }

    static int[,] Sum(IEnumerable<int[,]> tables)
    {
        var sum = new int[Kinds, Kinds];
        foreach (var table in tables)
            for (var i = 0; i < Kinds; i++)
            for (var j = 0; j < Kinds; j++)
                sum[i, j] += table[i, j];
        return sum;
    }

    static (double N, double Seen, double Chance, double[] Rows, double[] Columns) Margins(int[,] table)
    {
        double n = 0,
            same = 0;
        double[] rows = new double[Kinds],
            columns = new double[Kinds];
        for (var i = 0; i < Kinds; i++)
        for (var j = 0; j < Kinds; j++)
        {
            n += table[i, j];
            rows[i] += table[i, j];
            columns[j] += table[i, j];
            if (i == j)
                same += table[i, j];
        }
        if (n == 0)
            return (0, 0, 1, rows, columns);
        double chance = 0;
        for (var i = 0; i < Kinds; i++)
        {
            (rows[i], columns[i]) = (rows[i] / n, columns[i] / n);
            chance += rows[i] * columns[i];
        }
        return (n, same / n, chance, rows, columns);
    }

    static double? KappaOf(int[,] table) =>
        Margins(table) is var (_, seen, chance, _, _) && chance < 1 - 1e-12 ? (seen - chance) / (1 - chance) : null;

    /// <summary>
    /// The standard error: the larger of the one for independent answers (Fleiss, Cohen and Everitt) and the one that leaves a case out at
    /// a time, for answers about one case hang together.
    /// </summary>
    static double? Spread(List<int[,]> tables, int[,] all, double kappa)
    {
        if (tables.Count < 2)
            return null;
        var (n, _, chance, rows, columns) = Margins(all);
        double on = 0,
            off = 0;
        for (var i = 0; i < Kinds; i++)
        for (var j = 0; j < Kinds; j++)
        {
            var p = all[i, j] / n;
            if (i == j)
                on += p * Math.Pow(1 - (rows[i] + columns[i]) * (1 - kappa), 2);
            else
                off += p * Math.Pow(columns[i] + rows[j], 2);
        }
        var formula = Math.Sqrt(
            Math.Max(0, on + (1 - kappa) * (1 - kappa) * off - Math.Pow(kappa - chance * (1 - kappa), 2))
                / (n * (1 - chance) * (1 - chance))
        );
        List<double> without = [.. tables.Select((_, i) => KappaOf(Sum(tables.Where((_, j) => j != i)))).OfType<double>()];
        var mean = without.Count > 0 ? without.Average() : 0;
        var jackknife = Math.Sqrt((without.Count - 1.0) / Math.Max(1, without.Count) * without.Sum(k => (k - mean) * (k - mean)));
        return double.IsFinite(jackknife) ? Math.Max(formula, jackknife) : formula;
    }
}
