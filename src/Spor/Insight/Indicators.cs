using Spor.Facts;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Insight;

/// <summary>Mean months of the placements running in a month, as FLIS publishes it.</summary>
/// <param name="Months">Sum of the courses' months ÷ children; null without any.</param>
public readonly record struct FlisDuration(double? Months, int Children);

/// <summary>
/// What the twelve indicators of the national ladder tool rest on at one cut-off day. The tool's own definitions are not published where we could
/// find them (<c>domain.md</c> 2.4): the ones here are ours, and every page that shows them says so.
/// </summary>
/// <param name="Ladder">1, 3, 4, 5, 6 and 10: children per step on the day; index 0 = no step.</param>
/// <param name="LadderBefore">The same a year before.</param>
/// <param name="Movements">7, 8 and 9: row = step a year before, column = step on the day.</param>
/// <param name="InstitutionMonths">2: mean over the children on step 6 of (days of the unbroken run on step 6 to the day, both included) ÷ 30.4375; null without any.</param>
/// <param name="PreventionOre">11: calculated spending on steps 2 and 3 in the twelve months that end with the day's month.</param>
/// <param name="PlacementOre">11: on steps 4 to 6.</param>
/// <param name="WithoutPrice">11: measures on steps 2 to 6 that could not be priced in one of those months, each counted once.</param>
/// <param name="FollowUps">12: the law's follow-ups due in the year that ends on the day: met on time, all, and the children they are about.</param>
/// <param name="Flis">FLIS 200_0210_006: average months; index 0 = every form, else by <see cref="PlacementForm"/>.</param>
/// <param name="NotPlaced">FLIS 200_0210_007: of the children placed a year before, those not placed on the day (2.10).</param>
public sealed record IndicatorPoint(
    DateOnly Day,
    int[] Ladder,
    int[] LadderBefore,
    int[,] Movements,
    double? InstitutionMonths,
    long PreventionOre,
    long PlacementOre,
    int WithoutPrice,
    (int OnTime, int Due, int Children) FollowUps,
    FlisDuration[] Flis,
    (int NotPlaced, int PlacedAYearBefore) NotPlaced
)
{
    /// <summary>7: children on step 6 a year before who are not on it on the day.</summary>
    public int LeftInstitution => LadderBefore[6] - Movements[6, 6];

    /// <summary>8: from step 3 to step 4, 5 or 6.</summary>
    public int FromHomeUp => Movements[3, 4] + Movements[3, 5] + Movements[3, 6];

    /// <summary>9: from step 3 to step 1 or 2. Those who left the ladder are not counted.</summary>
    public int FromHomeDown => Movements[3, 1] + Movements[3, 2];
}

/// <summary>The twelve indicators and FLIS's two, at one day or at every cut-off day since the first case.</summary>
public static class Indicators
{
    const double DaysAMonth = 30.4375;
    static readonly Rule[] FollowUpRules = [Rule.FirstFollowUp, Rule.NextFollowUp];

    /// <summary>The plain definition: each by the one function that defines it. A test holds <see cref="Series"/> equal to it.</summary>
    public static IndicatorPoint At(Register register, DateOnly day)
    {
        var (children, catalogue, before) = (register.Children, register.Catalogue, day.AddMonths(-12));
        long days = 0;
        var onStep6 = 0;
        foreach (var file in children)
        foreach (var run in Ladder.Runs(file, catalogue))
            if (run.Step == 6 && run.From <= day && day <= run.To)
                (days, onStep6) = (days + day.DayNumber - run.From.DayNumber + 1, onStep6 + 1);
        var months = Enumerable
            .Range(0, 12)
            .Select(i => Spending.In(children, catalogue, new DateOnly(day.Year, day.Month, 1).AddMonths(-i)))
            .ToList();
        var due = Derive
            .Each(register.Children, register.Catalogue, day)
            .Where(r => FollowUpRules.Contains(r.Rule) && before < r.Due && r.Due <= day)
            .ToList();
        return new(
            day,
            Ladder.At(children, catalogue, day),
            Ladder.At(children, catalogue, before),
            Ladder.Movements(children, catalogue, before, day),
            onStep6 == 0 ? null : days / DaysAMonth / onStep6,
            months.Sum(m => m.OreByStep[2] + m.OreByStep[3]),
            months.Sum(m => m.OreByStep[4] + m.OreByStep[5] + m.OreByStep[6]),
            Unpriced(months, catalogue).Count,
            (due.Count(r => r.State == RequirementState.OnTime), due.Count, due.Select(r => r.ChildId).Distinct().Count()),
            [.. Enum.GetValues<PlacementForm>().Select(f => FlisAt(children, catalogue, day, f))],
            Placements.NotPlacedAYearAfter(children, catalogue, day)
        );
    }

    static HashSet<long> Unpriced(IEnumerable<MonthSpending> months, Catalogue catalogue) =>
        [.. months.SelectMany(m => m.WithoutPrice).Where(m => catalogue.On(m.Code, m.From)?.Step >= 2).Select(m => m.Id)];

    /// <summary>
    /// FLIS: the months of the courses that run in the day's month, each to its end or the month's last day, summed and divided by the children who
    /// have one.
    /// </summary>
    /// <param name="form">Courses of that form alone; <see cref="PlacementForm.None"/> = of any.</param>
    public static FlisDuration FlisAt(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day, PlacementForm form)
    {
        long days = 0;
        var placed = 0;
        foreach (var file in children)
            if (FlisDays(CoursesOf(file, catalogue, form), day) is > 0 and var mine)
                (days, placed) = (days + mine, placed + 1);
        return new(placed == 0 ? null : days / DaysAMonth / placed, placed);
    }

    static long FlisDays(IReadOnlyList<Course> courses, DateOnly day)
    {
        DateOnly first = new(day.Year, day.Month, 1),
            last = first.AddMonths(1).AddDays(-1);
        long days = 0;
        foreach (var c in courses)
            if (c.From <= last && c.To >= first)
                days += (c.To < last ? c.To : last).DayNumber - c.From.DayNumber + 1;
        return days;
    }

    static IReadOnlyList<Course> CoursesOf(ChildFile file, Catalogue catalogue, PlacementForm form)
    {
        if (form == PlacementForm.None)
            return Courses.Of(file, catalogue);
        var courses = new List<Course>();
        foreach (var m in file.Interventions)
        {
            if (catalogue.On(m.Code, m.From) is not { IsPlacement: true } row || row.Form != form)
                continue;
            var to = m.To ?? DateOnly.MaxValue;
            if (courses.Count > 0 && courses[^1] is var last && (last.To == DateOnly.MaxValue || m.From <= last.To.AddDays(1)))
                courses[^1] = last with { To = to > last.To ? to : last.To };
            else
                courses.Add(new(m.From, to, m.Id));
        }
        return courses;
    }

    /// <summary>At every cut-off day from the first case to a day, earliest first. One pass over the children, shared between the processors.</summary>
    public static IReadOnlyList<IndicatorPoint> Series(Register register, DateOnly until)
    {
        var opened = register.Children.SelectMany(c => c.Cases.Take(1)).Select(c => c.OpenedOn).DefaultIfEmpty(DateOnly.MaxValue).Min();
        if (opened > until)
            return [];
        var days = CutOffs.Between(opened, until);
        if (days.Count == 0)
            return [];
        var catalogue = register.Catalogue;

        var firstMonth = new DateOnly(days[0].Year, days[0].Month, 1).AddMonths(-11);
        var months = new MonthSpending[(days[^1].Year - firstMonth.Year) * 12 + days[^1].Month - firstMonth.Month + 1];
        Parallel.For(0, months.Length, i => months[i] = Spending.In(register.Children, catalogue, firstMonth.AddMonths(i)));

        var whole = new Sums(days.Count);
        var gate = new Lock();
        Parallel.For(
            0,
            (register.Children.Count + 511) / 512,
            () => new Sums(days.Count),
            (block, _, sums) =>
            {
                for (var i = block * 512; i < Math.Min(register.Children.Count, (block + 1) * 512); i++)
                    sums.Add(register.Children[i], catalogue, days, until);
                return sums;
            },
            sums =>
            {
                lock (gate)
                    whole.Add(sums);
            }
        );

        return
        [
            .. days.Select(
                (day, d) =>
                {
                    var s = whole.Days[d];
                    var from = (day.Year - firstMonth.Year) * 12 + day.Month - firstMonth.Month - 11;
                    var year = months[from..(from + 12)];
                    return new IndicatorPoint(
                        day,
                        s.Ladder,
                        s.LadderBefore,
                        s.Movements,
                        s.OnStep6 == 0 ? null : s.Step6Days / DaysAMonth / s.OnStep6,
                        year.Sum(m => m.OreByStep[2] + m.OreByStep[3]),
                        year.Sum(m => m.OreByStep[4] + m.OreByStep[5] + m.OreByStep[6]),
                        Unpriced(year, catalogue).Count,
                        (s.OnTime, s.Due, s.DueChildren),
                        [
                            .. s.FlisDays.Select(
                                (n, f) =>
                                    new FlisDuration(s.FlisChildren[f] == 0 ? null : n / DaysAMonth / s.FlisChildren[f], s.FlisChildren[f])
                            ),
                        ],
                        (s.NotPlaced, s.PlacedBefore)
                    );
                }
            ),
        ];
    }

    sealed class DaySums
    {
        public readonly int[] Ladder = new int[Insight.Ladder.Steps],
            LadderBefore = new int[Insight.Ladder.Steps],
            FlisChildren = new int[Forms.Length];
        public readonly int[,] Movements = new int[Insight.Ladder.Steps, Insight.Ladder.Steps];
        public readonly long[] FlisDays = new long[Forms.Length];
        public long Step6Days;
        public int OnStep6,
            OnTime,
            Due,
            DueChildren,
            NotPlaced,
            PlacedBefore;

        public void Add(DaySums other)
        {
            for (var a = 0; a < Ladder.Length; a++)
            {
                Ladder[a] += other.Ladder[a];
                LadderBefore[a] += other.LadderBefore[a];
                for (var b = 0; b < Ladder.Length; b++)
                    Movements[a, b] += other.Movements[a, b];
            }
            for (var f = 0; f < Forms.Length; f++)
                (FlisDays[f], FlisChildren[f]) = (FlisDays[f] + other.FlisDays[f], FlisChildren[f] + other.FlisChildren[f]);
            Step6Days += other.Step6Days;
            OnStep6 += other.OnStep6;
            OnTime += other.OnTime;
            Due += other.Due;
            DueChildren += other.DueChildren;
            NotPlaced += other.NotPlaced;
            PlacedBefore += other.PlacedBefore;
        }
    }

    static readonly PlacementForm[] Forms = Enum.GetValues<PlacementForm>();

    sealed class Sums(int days)
    {
        public readonly DaySums[] Days = [.. Enumerable.Range(0, days).Select(_ => new DaySums())];
        readonly List<Requirement> found = [];

        public void Add(Sums other)
        {
            for (var i = 0; i < Days.Length; i++)
                Days[i].Add(other.Days[i]);
        }

        public void Add(ChildFile file, Catalogue catalogue, IReadOnlyList<DateOnly> on, DateOnly until)
        {
            var runs = Ladder.Runs(file, catalogue);
            found.Clear();
            // What was due by an earlier day, and whether it was met by then, is the same seen from a later one, but for those that did not exist yet: nothing that ends a requirement counts from its due day on.
            Derive.Of(file, catalogue, until, found);
            var courses = file.Interventions.Length == 0 ? [] : Array.ConvertAll(Forms, f => CoursesOf(file, catalogue, f));
            for (var i = 0; i < on.Count; i++)
            {
                var (day, before, s) = (on[i], on[i].AddMonths(-12), Days[i]);
                int now = 0,
                    then = 0;
                foreach (var run in runs)
                {
                    if (run.From <= before && before <= run.To)
                        then = run.Step;
                    if (run.From > day || day > run.To)
                        continue;
                    now = run.Step;
                    if (run.Step == 6)
                        (s.Step6Days, s.OnStep6) = (s.Step6Days + day.DayNumber - run.From.DayNumber + 1, s.OnStep6 + 1);
                }
                s.Ladder[now]++;
                s.LadderBefore[then]++;
                s.Movements[then, now]++;
                var due = s.Due;
                foreach (var r in found)
                    if (r.Rule is Rule.FirstFollowUp or Rule.NextFollowUp && before < r.Due && r.Due <= day && r.Since <= day)
                    {
                        s.Due++;
                        if (r.State == RequirementState.OnTime)
                            s.OnTime++;
                    }
                if (s.Due > due)
                    s.DueChildren++;
                if (courses.Length == 0)
                    continue;
                for (var f = 0; f < Forms.Length; f++)
                    if (FlisDays(courses[f], day) is > 0 and var placed)
                        (s.FlisDays[f], s.FlisChildren[f]) = (s.FlisDays[f] + placed, s.FlisChildren[f] + 1);
                if (courses[0].InCourseOn(before))
                {
                    s.PlacedBefore++;
                    if (!courses[0].InCourseOn(day))
                        s.NotPlaced++;
                }
            }
        }
    }
}
