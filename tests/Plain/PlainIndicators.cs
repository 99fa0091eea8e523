using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Requirements;

namespace Spor.Plain;

/// <summary>The twelve indicators and FLIS's two, each by hand.</summary>
static class PlainIndicators
{
    const double DaysAMonth = 30.4375;
    static readonly Rule[] FollowUpRules = [Rule.FirstFollowUp, Rule.NextFollowUp];

    /// <summary>The plain definition: each by the one function that defines it. A test holds the series equal to it.</summary>
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
            .Select(i => PlainSpending.In(children, catalogue, new DateOnly(day.Year, day.Month, 1).AddMonths(-i)))
            .ToList();
        var due = Derive
            .Each(register.Children, register.Catalogue, day)
            .Where(r => FollowUpRules.Contains(r.Rule) && before < r.Due && r.Due <= day)
            .ToList();
        return new(
            day,
            PlainLadder.At(children, catalogue, day),
            PlainLadder.At(children, catalogue, before),
            [
                .. Enum.GetValues<PlacementForm>()
                    .Select(form =>
                        form == PlacementForm.None
                            ? 0
                            : children.Count(c => Ladder.StepAt(c, catalogue, day) == 4 && Placements.FormAt(c, catalogue, day) == form)
                    ),
            ],
            PlainLadder.Movements(children, catalogue, before, day),
            onStep6 == 0 ? null : days / DaysAMonth / onStep6,
            months.Sum(m => m.OreByStep[2] + m.OreByStep[3]),
            months.Sum(m => m.OreByStep[4] + m.OreByStep[5] + m.OreByStep[6]),
            Unpriced(months, catalogue).Count,
            (due.Count(r => r.State == RequirementState.OnTime), due.Count, due.Select(r => r.ChildId).Distinct().Count()),
            [.. Enum.GetValues<PlacementForm>().Select(f => FlisAt(children, catalogue, day, f))],
            PlainPlacements.NotPlacedAYearAfter(children, catalogue, day)
        );
    }

    static HashSet<long> Unpriced(IEnumerable<MonthSpending> months, Catalogue catalogue) =>
        [.. months.SelectMany(m => m.WithoutPrice).Where(m => catalogue.On(m.Code, m.From)?.Step >= 2).Select(m => m.Id)];

    /// <summary>
    /// FLIS: the months of the courses that run in the day's month, each to its end or the month's last day, summed and divided by the
    /// children who have one.
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
}
