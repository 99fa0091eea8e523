using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>What is compared between the groups of districts, each per child with an active case.</summary>
public enum DistrictMeasure
{
    /// <summary>Children placed, per 100.</summary>
    Placed,

    /// <summary>Children placed in a foster family, per 100.</summary>
    Foster,

    /// <summary>Children placed in an institution, per 100.</summary>
    Institution,

    /// <summary>Courses of placement that begin in the year, per 100.</summary>
    NewPlacements,

    /// <summary>Calculated spending on placements in the year, øre per child.</summary>
    Spending,
}

/// <summary>A difference in differences with its interval.</summary>
/// <param name="Point">Null where a group has no child with a case on one of the days.</param>
/// <param name="Low">The 2.5th percentile of the draws; null as the point is.</param>
/// <param name="Small">Fewer than <see cref="DistrictEvaluation.FewestEvents"/> children or courses behind it in one of the groups: too few
/// to say anything by.</param>
public sealed record Estimate(DistrictMeasure Of, double? Point, double? Low, double? High, bool Small)
{
    /// <summary>True if the interval does not reach 0.</summary>
    public bool Tells => Low > 0 || High < 0;
}

/// <summary>
/// Difference in differences between model districts and the others (<c>measures.md</c> 2.19 and 2.32), with an interval by drawing
/// families anew: children of a family stand or fall together. The same seed gives the same interval, however many work on it.
/// </summary>
public sealed class DistrictEvaluation
{
    public const int Draws = 2000;

    /// <summary>A group with fewer children or courses than this behind a figure is named as too small.</summary>
    public const int FewestEvents = 10;

    static readonly DistrictMeasure[] Measures = Enum.GetValues<DistrictMeasure>();

    // A family's part of every sum: for each group and day the children with a case, then each measure.
    static readonly int Width = 4 * (1 + Measures.Length);

    // Of the families that have any part in a sum; the others can be drawn too, and then add nothing.
    readonly int[] kindOf;
    readonly double[][] kinds;
    readonly int families;

    static int At(bool model, bool after, int column) => ((model ? 2 : 0) + (after ? 1 : 0)) * (1 + Measures.Length) + column;

    /// <param name="all">Each family's part of every sum.</param>
    DistrictEvaluation(IReadOnlyCollection<double[]> all)
    {
        families = all.Count;
        List<double[]> having = [.. all.Where(row => Array.Exists(row, v => v != 0))];
        // Families alike in everything are one kind, so that a draw adds up a few thousand rows and not a hundred thousand.
        var byValue = new Dictionary<string, int>();
        var rows = new List<double[]>();
        kindOf = new int[having.Count];
        for (var i = 0; i < having.Count; i++)
        {
            var key = string.Join(';', having[i]);
            if (!byValue.TryGetValue(key, out var kind))
            {
                byValue[key] = kind = rows.Count;
                rows.Add(having[i]);
            }
            kindOf[i] = kind;
        }
        kinds = [.. rows];
    }

    /// <param name="books">Their baseline is the day before, their day the day after.</param>
    public static DistrictEvaluation Of(Books books)
    {
        var families = new Dictionary<(bool, long), double[]>();
        var spent = Spent(books, books.MonthsBefore, books.MonthsOfYear);
        foreach (var file in books.Register.Children)
        {
            var group = DistrictMoney.GroupOf(books, file.Child.DistrictId);
            if (group == DistrictGroup.Outside)
                continue;
            var key = file.Child.FamilyId is { } family ? (true, family) : (false, file.Id);
            if (!families.TryGetValue(key, out var row))
                families[key] = row = new double[Width];
            var courses = Courses.Of(file, books.Catalogue);
            foreach (
                var (after, on, months) in new[] { (false, books.Baseline, books.MonthsBefore), (true, books.Day, books.MonthsOfYear) }
            )
            {
                void Add(int column, double value) => row[At(group == DistrictGroup.Model, after, column)] += value;
                Add(0, Array.Exists(file.Cases, c => c.ActiveAt(on)) ? 1 : 0);
                var form = Placements.FormAt(file, books.Catalogue, on);
                Add(1 + (int)DistrictMeasure.Placed, form == PlacementForm.None ? 0 : 1);
                Add(1 + (int)DistrictMeasure.Foster, form == PlacementForm.Foster ? 1 : 0);
                Add(1 + (int)DistrictMeasure.Institution, form == PlacementForm.Institution ? 1 : 0);
                Add(
                    1 + (int)DistrictMeasure.NewPlacements,
                    courses.Count(c => months[0] <= c.From && c.From <= MeasureMonths.LastOf(months[^1]))
                );
                Add(1 + (int)DistrictMeasure.Spending, spent.GetValueOrDefault((file.Id, after)));
            }
        }
        return new([.. families.Values]);
    }

    static Dictionary<(long, bool), long> Spent(Books books, IReadOnlyList<DateOnly> before, IReadOnlyList<DateOnly> after)
    {
        var spent = new Dictionary<(long, bool), long>();
        foreach (var (months, isAfter) in new[] { (before, false), (after, true) })
        foreach (var m in months.SelectMany(m => books.Granted[m]).Where(m => m.Form != PlacementForm.None && m.Ore is not null))
            spent[(m.Child.Id, isAfter)] = spent.GetValueOrDefault((m.Child.Id, isAfter)) + m.Ore!.Value;
        return spent;
    }

    /// <summary>For a test: families made up, each with its group, children with a case and children placed on both days.</summary>
    internal static DistrictEvaluation Of(IEnumerable<(bool Model, int Before, int PlacedBefore, int After, int PlacedAfter)> families) =>
        new([
            .. families.Select(f =>
            {
                var row = new double[Width];
                row[At(f.Model, false, 0)] = f.Before;
                row[At(f.Model, false, 1)] = f.PlacedBefore;
                row[At(f.Model, true, 0)] = f.After;
                row[At(f.Model, true, 1)] = f.PlacedAfter;
                return row;
            }),
        ]);

    /// <summary>The estimates, each with a 95 % interval.</summary>
    public IReadOnlyList<Estimate> Estimates(ulong seed = 1, int draws = Draws)
    {
        var counts = new int[kinds.Length];
        foreach (var kind in kindOf)
            counts[kind]++;
        var sums = Sum(counts);
        var drawn = new double[draws][];
        Parallel.For(
            0,
            draws,
            () => new int[kinds.Length],
            (draw, _, drawnCounts) =>
            {
                Array.Clear(drawnCounts);
                var dice = new Dice(seed * 1_000_003 + (ulong)draw);
                // As many families as there are, drawn with replacement: first how many of them have a part, then which.
                for (var left = dice.Hits(families, kindOf.Length, families); left > 0; left--)
                    drawnCounts[kindOf[dice.Next(kindOf.Length)]]++;
                var of = Sum(drawnCounts);
                drawn[draw] = [.. Measures.Select(m => Difference(of, m) ?? double.NaN)];
                return drawnCounts;
            },
            _ => { }
        );
        return
        [
            .. Measures.Select(m =>
            {
                var point = Difference(sums, m);
                var values = drawn.Select(d => d[(int)m]).Where(v => !double.IsNaN(v)).Order().ToList();
                return point is null || values.Count < draws * 9 / 10
                    ? new Estimate(m, point, null, null, true)
                    : new Estimate(m, point, values[(int)(values.Count * .025)], values[(int)(values.Count * .975)], IsSmall(sums, m));
            }),
        ];
    }

    double[] Sum(int[] counts)
    {
        var sums = new double[Width];
        for (var k = 0; k < counts.Length; k++)
            if (counts[k] is > 0 and var n)
                for (var i = 0; i < Width; i++)
                    sums[i] += n * kinds[k][i];
        return sums;
    }

    static double? Difference(double[] sums, DistrictMeasure of)
    {
        double? Rate(bool model, bool after) =>
            sums[At(model, after, 0)] is > 0 and var children
                ? sums[At(model, after, 1 + (int)of)] / children * (of == DistrictMeasure.Spending ? 1 : 100)
                : null;
        return Rate(true, true) - Rate(true, false) - (Rate(false, true) - Rate(false, false));
    }

    static bool IsSmall(double[] sums, DistrictMeasure of)
    {
        var column = of == DistrictMeasure.Spending ? DistrictMeasure.Placed : of;
        return new[] { true, false }.Any(model =>
            Math.Max(sums[At(model, false, 1 + (int)column)], sums[At(model, true, 1 + (int)column)]) < FewestEvents
        );
    }
}
