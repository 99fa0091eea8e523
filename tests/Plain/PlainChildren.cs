using Spor.Economy;
using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;

namespace Spor.Plain;

/// <summary>Children placed, under the form of their highest-step placement.</summary>
readonly record struct PlacementMix(int Foster, int Institution, int Own)
{
    /// <summary>2.6: foster ÷ (foster + institution), in whole percent; null without either.</summary>
    public int? FamilySharePercent =>
        Foster + Institution == 0 ? null : (int)Math.Round(100m * Foster / (Foster + Institution), MidpointRounding.AwayFromZero);
    public int Total => Foster + Institution + Own;
}

/// <summary>Calculated spending of one month in øre, by step 0 to 6, and the measures it could not price.</summary>
sealed record MonthSpending(long[] OreByStep, IReadOnlyList<InterventionFact> WithoutPrice);

/// <summary>The ladder's counts, each child asked alone (2.4 and 2.5).</summary>
static class PlainLadder
{
    /// <summary>2.4: children per step; index 0 = no step.</summary>
    public static int[] At(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day)
    {
        var count = new int[Ladder.Steps];
        foreach (var file in children)
            count[Ladder.StepAt(file, catalogue, day)]++;
        return count;
    }

    /// <summary>2.5: row = step at <paramref name="a"/>, column = step at <paramref name="b"/>, over every child.</summary>
    public static int[,] Movements(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b)
    {
        var moved = new int[Ladder.Steps, Ladder.Steps];
        foreach (var file in children)
            moved[Ladder.StepAt(file, catalogue, a), Ladder.StepAt(file, catalogue, b)]++;
        return moved;
    }

    /// <summary>Children who have a step on both days, and a lower one on the second.</summary>
    public static int Down(int[,] movements) => Sum(movements, (a, b) => b < a);

    /// <summary>Children who have a step on both days, and a higher one on the second.</summary>
    public static int Up(int[,] movements) => Sum(movements, (a, b) => b > a);

    static int Sum(int[,] movements, Func<int, int, bool> counts)
    {
        var sum = 0;
        for (var a = 1; a < Ladder.Steps; a++)
        for (var b = 1; b < Ladder.Steps; b++)
            if (counts(a, b))
                sum += movements[a, b];
        return sum;
    }
}

/// <summary>Placements, each child asked alone (2.6 to 2.11).</summary>
static class PlainPlacements
{
    /// <summary>2.6</summary>
    public static PlacementMix MixAt(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day)
    {
        int foster = 0,
            institution = 0,
            own = 0;
        foreach (var file in children)
            switch (Placements.FormAt(file, catalogue, day))
            {
                case PlacementForm.Foster:
                    foster++;
                    break;
                case PlacementForm.Institution:
                    institution++;
                    break;
                case PlacementForm.Own:
                    own++;
                    break;
            }
        return new(foster, institution, own);
    }

    /// <summary>2.8: courses that start in (a, b].</summary>
    public static int StartedIn(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b) =>
        children.Sum(file => Courses.Of(file, catalogue).Count(c => a < c.From && c.From <= b));

    /// <summary>2.50: courses whose last day lies in (a, b].</summary>
    public static int EndedIn(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b) =>
        children.Sum(file => Courses.Of(file, catalogue).Count(c => a < c.To && c.To <= b));

    /// <summary>2.9: mean months of the courses running at a day, both days included; null without any.</summary>
    public static double? MonthsPlacedAt(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day)
    {
        long days = 0,
            courses = 0;
        foreach (var file in children)
        foreach (var c in Courses.Of(file, catalogue))
            if (c.RunsOn(day))
                (days, courses) = (days + day.DayNumber - c.From.DayNumber + 1, courses + 1);
        return courses == 0 ? null : days / PlacementFigures.DaysAMonth / courses;
    }

    /// <summary>2.10: of the children in a course one year before a day, how many are not in one at the day.</summary>
    public static (int NotPlaced, int PlacedAYearBefore) NotPlacedAYearAfter(
        IEnumerable<ChildFile> children,
        Catalogue catalogue,
        DateOnly day
    )
    {
        int not = 0,
            before = 0;
        foreach (var file in children)
        {
            var courses = Courses.Of(file, catalogue);
            if (!courses.InCourseOn(day.AddMonths(-12)))
                continue;
            before++;
            if (!courses.InCourseOn(day))
                not++;
        }
        return (not, before);
    }

    /// <summary>2.33: courses whose last day lies in (a, b] and whose child is not 18 the day after; in one form, or in any.</summary>
    public static int HomeIn(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly a, DateOnly b, PlacementForm form) =>
        children.Sum(file =>
            Courses
                .Of(file, catalogue)
                .Count(c =>
                    a < c.To
                    && c.To <= b
                    && file.Child.AgeAt(c.To.AddDays(1)) < 18
                    && (form == PlacementForm.None || Placements.FormAt(file, catalogue, c.To) == form)
                )
        );

    /// <summary>2.25: child-days in placement from 1 January to a day ÷ days in the calendar year. Unrounded.</summary>
    public static double FullYearSoFar(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day)
    {
        var first = new DateOnly(day.Year, 1, 1);
        long days = 0;
        foreach (var file in children)
        foreach (var c in Courses.Of(file, catalogue))
            if (c.From <= day && c.To >= first)
                days += (c.To < day ? c.To : day).DayNumber - (c.From > first ? c.From : first).DayNumber + 1;
        return days / (double)(DateTime.IsLeapYear(day.Year) ? 366 : 365);
    }

    /// <summary>2.11: distinct child-days in placement in a calendar year ÷ days in the year. Unrounded.</summary>
    public static double FullYearIn(IEnumerable<ChildFile> children, Catalogue catalogue, int year)
    {
        DateOnly first = new(year, 1, 1),
            last = new(year, 12, 31);
        long days = 0;
        foreach (var file in children)
        foreach (var c in Courses.Of(file, catalogue))
        {
            var from = c.From > first ? c.From : first;
            var to = c.To < last ? c.To : last;
            if (from <= to)
                days += to.DayNumber - from.DayNumber + 1;
        }
        return days / (double)(last.DayNumber - first.DayNumber + 1);
    }
}

/// <summary>Calculated spending, each measure asked alone (2.12).</summary>
static class PlainSpending
{
    /// <summary>The month that contains <paramref name="month"/>. Rounded to whole øre per measure, then summed.</summary>
    public static MonthSpending In(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var ore = new long[Ladder.Steps];
        var unpriced = new List<InterventionFact>();
        foreach (var file in children)
        foreach (var m in file.Interventions)
        {
            if (m.From > last)
                break;
            if (m.To < first)
                continue;
            if (Spending.OreIn(m, file.Prices, first, last) is not { } sum)
            {
                unpriced.Add(m);
                continue;
            }
            ore[Spending.StepIn(m, catalogue, last)] += sum;
        }
        return new(ore, unpriced);
    }
}
