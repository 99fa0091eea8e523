using Spor.Economy;
using Spor.Figures.Disclosure;

namespace Spor.Web.Leading.Districts;

/// <summary>What is worked out of two days, once.</summary>
public sealed class DistrictFigures(Books books)
{
    readonly Lazy<DistrictMoney> money = new(() => DistrictMoney.Of(books)!);
    readonly Lazy<IReadOnlyList<Estimate>> estimates = new(() => DistrictEvaluation.Of(books).Estimates());
    readonly Lazy<IReadOnlyList<Estimate>> placebo = new(() =>
        DistrictEvaluation.Of(new Books(books.Register, books.Baseline, books.Baseline.AddYears(-1))).Estimates()
    );
    readonly Lazy<DistrictCourse> course = new(() => DistrictCourse.Of(books));
    readonly Lazy<DisclosurePlan> plan = new(() => DistrictView.PlanOf(books));

    public Books Books => books;
    public DistrictMoney Money => money.Value;
    public IReadOnlyList<Estimate> Estimates => estimates.Value;

    /// <summary>The same sum for the year up to the day before: where nothing had begun, it should tell of nothing.</summary>
    public IReadOnlyList<Estimate> Placebo => placebo.Value;

    /// <summary>Quarter by quarter, from three years before the first day.</summary>
    public DistrictCourse Course => course.Value;

    /// <summary>What those who may not see the children are not told.</summary>
    public DisclosurePlan Plan => plan.Value;
}
