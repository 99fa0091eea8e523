using Spor.Facts;
using Spor.Interventions;

namespace Spor.Insight;

/// <summary>Children placed, under the form of their highest-step placement.</summary>
public readonly record struct PlacementMix(int Foster, int Institution, int Own)
{
    /// <summary>2.6: foster ÷ (foster + institution), in whole percent; null without either.</summary>
    public int? FamilySharePercent =>
        Foster + Institution == 0 ? null : (int)Math.Round(100m * Foster / (Foster + Institution), MidpointRounding.AwayFromZero);
    public int Total => Foster + Institution + Own;
}

/// <summary>Placements and placement courses (<c>measures.md</c> 2.6 to 2.11).</summary>
public static class Placements
{
    internal const double DaysAMonth = 30.4375;

    /// <summary>The form of a child's highest-step running placement, or <see cref="PlacementForm.None"/>. On a tie foster, then own, then institution.</summary>
    public static PlacementForm FormAt(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        var form = PlacementForm.None;
        var best = 0;
        foreach (var m in file.Interventions)
        {
            if (!m.RunsOn(day) || catalogue.On(m.Code, m.From) is not { IsPlacement: true } first)
                continue;
            var step = catalogue.On(m.Code, day)?.Step ?? 0;
            if (form == PlacementForm.None || step > best || (step == best && Rank(first.Form) < Rank(form)))
                (form, best) = (first.Form, step);
        }
        return form;
    }

    /// <summary>Maximal runs of days placed in one form, earliest first.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To, PlacementForm Form)> FormRuns(ChildFile file, Catalogue catalogue)
    {
        // The form can only change where a placement starts, the day after one ends, or where the catalogue gives one another step.
        List<DateOnly>? marks = null;
        foreach (var m in file.Interventions)
        {
            if (!Courses.IsPlacement(m, catalogue))
                continue;
            (marks ??= []).Add(m.From);
            if (m.To is { } end && end < DateOnly.MaxValue)
                marks.Add(end.AddDays(1));
            foreach (var row in catalogue.RowsOf(m.Code))
            {
                if (row.From > m.From && !(m.To < row.From))
                    marks.Add(row.From);
                if (row.To < DateOnly.MaxValue && row.To >= m.From && !(m.To <= row.To))
                    marks.Add(row.To.AddDays(1));
            }
        }
        if (marks is null)
            return [];
        marks.Sort();
        var runs = new List<(DateOnly From, DateOnly To, PlacementForm Form)>();
        for (var i = 0; i < marks.Count; i++)
        {
            if (i + 1 < marks.Count && marks[i + 1] == marks[i])
                continue;
            var to = i + 1 < marks.Count ? marks[i + 1].AddDays(-1) : DateOnly.MaxValue;
            var form = FormAt(file, catalogue, marks[i]);
            if (form == PlacementForm.None)
                continue;
            if (runs.Count > 0 && runs[^1] is var last && last.Form == form && last.To.AddDays(1) == marks[i])
                runs[^1] = last with { To = to };
            else
                runs.Add((marks[i], to, form));
        }
        return runs;
    }

    static int Rank(PlacementForm form) =>
        form switch
        {
            PlacementForm.Foster => 0,
            PlacementForm.Own => 1,
            _ => 2,
        };

    /// <summary>2.6</summary>
    public static PlacementMix MixAt(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day)
    {
        int foster = 0,
            institution = 0,
            own = 0;
        foreach (var file in children)
            switch (FormAt(file, catalogue, day))
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

    /// <summary>2.9: mean months of the courses running at a day, both days included; null without any.</summary>
    public static double? MonthsPlacedAt(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day)
    {
        long days = 0,
            courses = 0;
        foreach (var file in children)
        foreach (var c in Courses.Of(file, catalogue))
            if (c.RunsOn(day))
                (days, courses) = (days + day.DayNumber - c.From.DayNumber + 1, courses + 1);
        return courses == 0 ? null : days / DaysAMonth / courses;
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
