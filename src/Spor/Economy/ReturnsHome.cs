using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Returns home in a period, and who was placed again within a year (<c>measures.md</c> 2.33 and 2.34).</summary>
/// <param name="ByForm">Returns in the period by the form of the last day.</param>
/// <param name="EndedGrown">Courses that end when the child is 18 or older the day after.</param>
/// <param name="Again">Of those followed for a year, whose child was placed again.</param>
/// <param name="Followed">Returns with a last day in the same period a year earlier.</param>
public sealed record ReturnsHome(IReadOnlyDictionary<PlacementForm, int> ByForm, int EndedGrown, int Again, int Followed)
{
    public int Home => ByForm.Values.Sum();

    public static ReturnsHome Of(Books books)
    {
        int grown = 0,
            again = 0,
            followed = 0;
        var byForm = Books.Forms.ToDictionary(f => f, _ => 0);
        foreach (var file in books.Register.Children)
        {
            // Also placements that begin after the day: a course that another adjoins has not ended.
            var courses = Courses.Of(file, books.Catalogue);
            foreach (var course in courses)
            {
                if (course.To == DateOnly.MaxValue)
                    continue;
                var isChild = course.To.AddDays(1) < file.Child.BornOn.AddYears(18);
                if (books.Baseline < course.To && course.To <= books.Day)
                {
                    if (isChild)
                        byForm[Placements.FormAt(file, books.Catalogue, course.To)]++;
                    else
                        grown++;
                }
                if (!isChild || course.To <= books.Baseline.AddMonths(-12) || course.To > books.Day.AddMonths(-12))
                    continue;
                followed++;
                again += courses.Any(c => c.From > course.To && c.From <= course.To.AddMonths(12)) ? 1 : 0;
            }
        }
        return new(byForm, grown, again, followed);
    }
}
