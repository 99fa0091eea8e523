using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>The districts quarter by quarter, before and after.</summary>
public sealed class DistrictCourseTests
{
    static readonly DateOnly Today = new(2026, 10, 31);
    static readonly Register Aakaer = FiguresTests.Read("aakaer").ToRegister();
    static readonly Books Now = new(Aakaer, Today, Today.AddYears(-1));
    static readonly DistrictCourse Course = DistrictCourse.Of(Now, draws: 200);

    static double Rate(IEnumerable<ChildFile> children, DateOnly day)
    {
        var of = children.ToList();
        var placed = of.Count(c => Placements.FormAt(c, Aakaer.Catalogue, day) != PlacementForm.None);
        return 100.0 * placed / of.Count(c => c.Cases.Any(k => k.ActiveAt(day)));
    }

    static IEnumerable<ChildFile> Of(Func<long?, bool> district) => Aakaer.Children.Where(c => district(c.Child.DistrictId));

    static bool IsModel(long? district) => DistrictMoney.GroupOf(Now, district) == DistrictGroup.Model;

    static bool IsOther(long? district) => DistrictMoney.GroupOf(Now, district) == DistrictGroup.Others;

    [Fact]
    public void Each_district_is_its_children_at_the_end_of_each_quarter()
    {
        Assert.Equal(new(2022, 10, 31), Course.Days[0]);
        Assert.Equal((17, 13, Today), (Course.Days.Count, Course.Before, Course.Days[^1]));
        var names = Aakaer.Districts.Where(d => d.Model == true).Select(d => d.Name).Distinct().ToList();
        Assert.True(names.Count > 1);
        Assert.Equal(names.Order(), Course.Districts.Select(d => d.Name).Order());
        for (var i = 0; i < Course.Days.Count; i += 4)
        {
            var day = Course.Days[i];
            foreach (var line in Course.Districts)
                Assert.Equal(Rate(Of(d => Aakaer.Staff.RowOfDistrict(d, Today)?.Name == line.Name), day), line.Rate(i)!.Value, 9);
            Assert.Equal(Rate(Of(IsModel), day), Course.Model.Rate(i)!.Value, 9);
            Assert.Equal(Rate(Of(IsOther), day), Course.Others.Rate(i)!.Value, 9);
        }
    }

    [Fact]
    public void The_difference_is_measured_from_its_mean_before_and_its_trend_is_that_of_the_quarters_before()
    {
        var gaps = Course.Days.Select(d => Rate(Of(IsModel), d) - Rate(Of(IsOther), d)).ToList();
        var mean = gaps.Take(13).Average();
        for (var i = 0; i < gaps.Count; i++)
        {
            Assert.Equal(gaps[i] - mean, Course.Differences[i].Point!.Value, 9);
            Assert.True(Course.Differences[i].Low <= Course.Differences[i].High);
        }
        // A line laid through the thirteen by hand: the sum of (x − 6) · y over the sum of squares, which is 182.
        Assert.Equal(4 * gaps.Take(13).Select((g, x) => (x - 6) * g).Sum() / 182, Course.Trend.Point!.Value, 9);
        Assert.Equal(
            DistrictEvaluation.Of(Now).Estimates(draws: 20).First(e => e.Of == DistrictMeasure.Placed).Point!.Value,
            Course.All.Point!.Value,
            9
        );
    }

    [Fact]
    public void The_district_that_is_left_out_is_the_one_without_which_the_difference_is_most_another()
    {
        double Without(string? name)
        {
            bool Counts(long? d) => IsModel(d) && Aakaer.Staff.RowOfDistrict(d, Today)!.Name != name;
            double Gap(DateOnly day) => Rate(Of(Counts), day) - Rate(Of(IsOther), day);
            return Gap(Today) - Gap(Now.Baseline);
        }
        var each = Course.Districts.ToDictionary(d => d.Name, d => Without(d.Name));
        var most = each.MaxBy(e => Math.Abs(e.Value - Without(null)));
        Assert.Equal(most.Key, Course.Without!.Value.Name);
        Assert.Equal(most.Value, Course.Without.Value.Difference.Point!.Value, 9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_ranges()
    {
        var again = DistrictCourse.Of(Now, draws: 200);
        Assert.Equal((Course.Trend, Course.All, Course.Without), (again.Trend, again.All, again.Without));
        Assert.Equal(Course.Differences, again.Differences);
        Assert.NotEqual(Course.Differences, DistrictCourse.Of(Now, draws: 200, seed: 5).Differences);
    }
}
