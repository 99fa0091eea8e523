using Spor.Economy;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Leading.Districts;

/// <summary>What is worked out of two days, once.</summary>
public sealed class DistrictFigures(Books books)
{
    readonly Lazy<DistrictMoney> money = new(() => DistrictMoney.Of(books)!);
    readonly Lazy<IReadOnlyList<Estimate>> estimates = new(() => DistrictEvaluation.Of(books).Estimates());
    readonly Lazy<IReadOnlyList<Estimate>> placebo = new(() =>
        DistrictEvaluation.Of(new Books(books.Register, books.Baseline, books.Baseline.AddYears(-1))).Estimates()
    );
    readonly Lazy<IReadOnlyList<LineSeries>> course = new(() => CourseOf(books));
    readonly Lazy<DisclosurePlan> plan = new(() => DistrictView.PlanOf(books));

    public Books Books => books;
    public DistrictMoney Money => money.Value;
    public IReadOnlyList<Estimate> Estimates => estimates.Value;

    /// <summary>The same sum for the year up to the day before: where nothing had begun, it should tell of nothing.</summary>
    public IReadOnlyList<Estimate> Placebo => placebo.Value;

    /// <summary>Children placed per 100 with a case at the ends of quarters, from three years before the first day.</summary>
    public IReadOnlyList<LineSeries> Course => course.Value;

    /// <summary>What those who may not see the children are not told.</summary>
    public DisclosurePlan Plan => plan.Value;

    static IReadOnlyList<LineSeries> CourseOf(Books books)
    {
        var days = new List<DateOnly>();
        for (var day = books.Day; day >= books.Baseline.AddYears(-3); day = Back(day))
            days.Insert(0, day);
        LineSeries Of(string label, DistrictGroup group)
        {
            int[] cases = new int[days.Count],
                placed = new int[days.Count];
            foreach (var child in books.Register.Children)
            {
                if (child.Cases.Length + child.Interventions.Length == 0 || DistrictMoney.GroupOf(books, child.Child.DistrictId) != group)
                    continue;
                for (var i = 0; i < days.Count; i++)
                {
                    var day = days[i];
                    if (Array.Exists(child.Cases, k => k.ActiveAt(day)))
                        cases[i]++;
                    if (child.Interventions.Length > 0 && Placements.FormAt(child, books.Catalogue, day) != PlacementForm.None)
                        placed[i]++;
                }
            }
            return new(label, [.. days.Select((d, i) => (d, cases[i] == 0 ? (double?)null : 100.0 * placed[i] / cases[i]))]);
        }
        return [Of(Text.ModelLine, DistrictGroup.Model), Of(Text.OthersLine, DistrictGroup.Others)];
    }

    // The last day of a month stays the last day of a month.
    static DateOnly Back(DateOnly day) => day.AddDays(1).Day == 1 ? day.AddDays(1).AddMonths(-3).AddDays(-1) : day.AddMonths(-3);
}
