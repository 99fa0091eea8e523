using Spor.Facts;

namespace Spor.Economy;

/// <summary>Children with a case and children placed, of a district or of several, at each of the days.</summary>
/// <param name="Name">Of a district; empty of several.</param>
public sealed record CourseLine(string Name, IReadOnlyList<(int Cases, int Placed)> At)
{
    /// <summary>Placed per 100 with a case; null without any.</summary>
    public double? Rate(int day) => At[day].Cases == 0 ? null : 100.0 * At[day].Placed / At[day].Cases;
}

/// <summary>A number with its interval of the draws: the 2.5th and 97.5th percentile. Null where it cannot be worked out.</summary>
public readonly record struct Ranged(double? Point, double? Low, double? High)
{
    /// <summary>The interval does not reach 0.</summary>
    public bool Tells => Low > 0 || High < 0;
}

/// <summary>
/// Model districts against the others quarter by quarter, before and after the books' baseline (<c>measures.md</c> 2.101): each
/// district's line, the difference with an interval by drawing families anew, whether the two moved together before, and what the
/// difference is without the district that weighs most in it.
/// </summary>
/// <param name="Days">The ends of quarters up to the books' day, from three years before the baseline.</param>
/// <param name="Before">How many of them are not after the baseline.</param>
/// <param name="Districts">The model districts, by name.</param>
/// <param name="Differences">At each day: model less others, less the mean of the same over the days before.</param>
/// <param name="Trend">What the difference changed by in a year before the baseline; the point null with fewer than three days.</param>
/// <param name="All">The difference in differences from the baseline to the day.</param>
/// <param name="Without">The same without the model district that changes it most; null with fewer than two of them.</param>
public sealed record DistrictCourse(
    IReadOnlyList<DateOnly> Days,
    int Before,
    IReadOnlyList<CourseLine> Districts,
    CourseLine Model,
    CourseLine Others,
    IReadOnlyList<Ranged> Differences,
    Ranged Trend,
    Ranged All,
    (string Name, Ranged Difference)? Without
)
{
    public const int Draws = 1000;
    public const int YearsBefore = 3;
    const int LeastDays = 3;

    /// <summary>The highest rate of any model district, and of the others.</summary>
    public double Most { get; } = Districts.Append(Others).SelectMany(l => Days.Select((_, i) => l.Rate(i) ?? 0)).Max();

    /// <summary>Model districts that have had fewer children placed on every day than says anything.</summary>
    public IEnumerable<string> TooSmall =>
        Districts.Where(d => d.At.Max(a => a.Placed) < DistrictEvaluation.FewestEvents).Select(d => d.Name);

    /// <summary>A family's children on a day.</summary>
    /// <param name="Unit">0 of the others; else the model district's place.</param>
    readonly record struct Part(int Unit, int Day, int Cases, int Placed);

    public static DistrictCourse Of(Books books, int draws = Draws, ulong seed = 1)
    {
        var quarters = new List<DateOnly>();
        for (var day = books.Day; day >= books.Baseline.AddYears(-YearsBefore); day = Back(day))
            quarters.Insert(0, day);
        // The baseline is looked at whether a quarter ends on it or not.
        List<DateOnly> days = quarters.Contains(books.Baseline) ? quarters : [.. quarters, books.Baseline];
        var districts = books
            .Register.Districts.Select(d => d.DistrictId)
            .Distinct()
            .Where(d => DistrictMoney.GroupOf(books, d) == DistrictGroup.Model)
            .Select(d => (Id: d, Name: books.Register.Staff.RowOfDistrict(d, books.Day)!.Name))
            .OrderBy(d => d.Name, StringComparer.Create(Kernel.Danish.Culture, false))
            .ToList();
        var (families, count) = Families(books, days, [.. districts.Select(d => d.Id)]);
        var layout = new Layout(days.Count, districts.Count + 1, quarters.Count(d => d <= books.Baseline), quarters.Count)
        {
            Baseline = days.IndexOf(books.Baseline),
        };
        var sums = layout.Sum(families);
        var points = layout.Numbers(sums);
        var drawn = new double[draws][];
        Parallel.For(
            0,
            draws,
            draw =>
            {
                var dice = new Dice(seed * 1_000_003 + (ulong)draw);
                var of = new int[layout.Size];
                for (var left = dice.Hits(count, families.Count, count); left > 0; left--)
                    layout.Add(of, families[dice.Next(families.Count)]);
                drawn[draw] = layout.Numbers(of);
            }
        );
        Ranged At(int number)
        {
            if (double.IsNaN(points[number]))
                return default;
            var values = drawn.Select(d => d[number]).Where(v => !double.IsNaN(v)).Order().ToList();
            return values.Count < draws * 9 / 10
                ? new(points[number], null, null)
                : new(points[number], values[(int)(values.Count * .025)], values[(int)(values.Count * .975)]);
        }
        CourseLine Line(string name, params IReadOnlyList<int> units) =>
            new(
                name,
                [.. quarters.Select((_, day) => (units.Sum(u => sums[layout.At(u, day, 0)]), units.Sum(u => sums[layout.At(u, day, 1)])))]
            );
        var weighs =
            districts.Count < 2 || double.IsNaN(points[layout.All])
                ? -1
                : Enumerable
                    .Range(0, districts.Count)
                    .Where(d => !double.IsNaN(points[layout.All + 1 + d]))
                    .OrderByDescending(d => Math.Abs(points[layout.All + 1 + d] - points[layout.All]))
                    .FirstOrDefault(-1);
        return new(
            quarters,
            layout.Before,
            [.. districts.Select((d, i) => Line(d.Name, i + 1))],
            Line("", [.. districts.Select((_, i) => i + 1)]),
            Line("", 0),
            [.. quarters.Select((_, i) => At(i))],
            At(layout.Trend),
            At(layout.All),
            weighs < 0 ? null : (districts[weighs].Name, At(layout.All + 1 + weighs))
        );
    }

    // The last day of a month stays the last day of a month.
    static DateOnly Back(DateOnly day) => day.AddDays(1).Day == 1 ? day.AddDays(1).AddMonths(-3).AddDays(-1) : day.AddMonths(-3);

    /// <summary>Those who have a child with a case or placed on some day, and how many there are in all.</summary>
    static (List<Part[]> Having, int Count) Families(Books books, List<DateOnly> days, List<long> districts)
    {
        var placedRuns = books.Placed.Each().ToDictionary(p => p.File.Id, p => p.Runs);
        var all = new HashSet<(bool, long)>();
        var having = new Dictionary<(bool, long), List<Part>>();
        foreach (var file in books.Register.Children)
        {
            var group = DistrictMoney.GroupOf(books, file.Child.DistrictId);
            if (group == DistrictGroup.Outside)
                continue;
            var key = file.Child.FamilyId is { } family ? (true, family) : (false, file.Id);
            all.Add(key);
            if (file.Cases.Length + file.Interventions.Length == 0)
                continue;
            var runs = placedRuns.GetValueOrDefault(file.Id);
            var unit = group == DistrictGroup.Model ? districts.IndexOf(file.Child.DistrictId!.Value) + 1 : 0;
            for (var day = 0; day < days.Count; day++)
            {
                var on = days[day];
                var active = Array.Exists(file.Cases, c => c.ActiveAt(on));
                var placed = runs is not null && PlacedRuns.On(runs, on) is not null;
                if (!active && !placed)
                    continue;
                if (!having.TryGetValue(key, out var parts))
                    having[key] = parts = [];
                parts.Add(new(unit, day, active ? 1 : 0, placed ? 1 : 0));
            }
        }
        return ([.. having.Values.Select(p => p.ToArray())], all.Count);
    }

    /// <summary>Where each sum stands, and what numbers are made of them: one for each quarter, the trend, the difference in differences,
    /// and that without each model district.</summary>
    sealed record Layout(int Days, int Units, int Before, int Quarters)
    {
        public required int Baseline { get; init; }
        public int Size => Units * Days * 2;
        public int Trend => Quarters;
        public int All => Quarters + 1;

        public int At(int unit, int day, int column) => (unit * Days + day) * 2 + column;

        public int[] Sum(List<Part[]> families)
        {
            var sums = new int[Size];
            foreach (var family in families)
                Add(sums, family);
            return sums;
        }

        public void Add(int[] sums, Part[] family)
        {
            foreach (var part in family)
            {
                sums[At(part.Unit, part.Day, 0)] += part.Cases;
                sums[At(part.Unit, part.Day, 1)] += part.Placed;
            }
        }

        public double[] Numbers(int[] sums)
        {
            double Gap(int day, int without = -1)
            {
                int cases = 0,
                    placed = 0;
                for (var u = 1; u < Units; u++)
                    if (u != without)
                        (cases, placed) = (cases + sums[At(u, day, 0)], placed + sums[At(u, day, 1)]);
                var others = sums[At(0, day, 0)];
                return cases == 0 || others == 0 ? double.NaN : 100.0 * placed / cases - 100.0 * sums[At(0, day, 1)] / others;
            }
            var numbers = new double[All + Units];
            var gaps = Enumerable.Range(0, Quarters).Select(d => Gap(d)).ToArray();
            var before = Enumerable.Range(0, Before).Where(d => !double.IsNaN(gaps[d])).ToList();
            var mean = before.Count == 0 ? double.NaN : before.Average(d => gaps[d]);
            for (var d = 0; d < Quarters; d++)
                numbers[d] = gaps[d] - mean;
            numbers[Trend] = before.Count < LeastDays ? double.NaN : Slope(before, gaps);
            for (var u = 0; u < Units; u++)
                // Without none of the model districts first, then without each.
                numbers[All + u] = Gap(Quarters - 1, u == 0 ? -1 : u) - Gap(Baseline, u == 0 ? -1 : u);
            return numbers;
        }

        /// <summary>By least squares, for a year of four quarters.</summary>
        static double Slope(List<int> days, double[] gaps)
        {
            double middle = days.Average(d => (double)d),
                mean = days.Average(d => gaps[d]);
            return 4 * days.Sum(d => (d - middle) * (gaps[d] - mean)) / days.Sum(d => (d - middle) * (d - middle));
        }
    }
}
