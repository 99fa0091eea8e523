using Spor.Facts;

namespace Spor.Interventions;

/// <summary>A placement course: a maximal run of days with a placement running (<c>measures.md</c> 2.7).</summary>
/// <param name="To">The last day; <see cref="DateOnly.MaxValue"/> while it runs.</param>
public readonly record struct Course(DateOnly From, DateOnly To, long FirstInterventionId)
{
    public bool RunsOn(DateOnly day) => From <= day && day <= To;
}

public static class Courses
{
    /// <summary>True if the catalogue row in force on the measure's first day is a placement.</summary>
    public static bool IsPlacement(InterventionFact measure, Catalogue catalogue) =>
        catalogue.On(measure.Code, measure.From)?.IsPlacement ?? false;

    /// <summary>A child's courses, earliest first. Overlapping and adjoining placements are one course.</summary>
    /// <param name="startedBy">Placements that start later are not looked at: on the day a course ends, nobody knows that another begins
    /// tomorrow.</param>
    public static IReadOnlyList<Course> Of(ChildFile file, Catalogue catalogue, DateOnly? startedBy = null)
    {
        List<Course>? courses = null;
        foreach (var measure in file.Interventions)
        {
            if (measure.From > startedBy)
                break;
            if (!IsPlacement(measure, catalogue))
                continue;
            var to = measure.To ?? DateOnly.MaxValue;
            courses ??= [];
            if (courses.Count > 0 && courses[^1] is var last && (last.To == DateOnly.MaxValue || measure.From <= last.To.AddDays(1)))
                courses[^1] = last with { To = to > last.To ? to : last.To };
            else
                courses.Add(new(measure.From, to, measure.Id));
        }
        return courses ?? (IReadOnlyList<Course>)[];
    }

    public static bool InCourseOn(this IReadOnlyList<Course> courses, DateOnly day)
    {
        for (var i = 0; i < courses.Count; i++)
            if (courses[i].RunsOn(day))
                return true;
        return false;
    }
}
