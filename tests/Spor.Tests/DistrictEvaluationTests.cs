using Spor.Economy;

namespace Spor.Tests;

/// <summary>Model districts against the others, with an interval.</summary>
public class DistrictEvaluationTests
{
    static readonly DateOnly Today = new(2026, 10, 31);
    static readonly Books Now = new(FiguresTests.Read("aakaer").ToRegister(), Today, Today.AddYears(-1));

    [Fact]
    public void The_points_are_those_of_the_definition()
    {
        var money = DistrictMoney.Of(Now)!;
        var estimates = DistrictEvaluation.Of(Now).Estimates(draws: 50);
        double Point(DistrictMeasure of) => estimates.First(e => e.Of == of).Point!.Value;
        Assert.Equal((double)money.Difference(s => s.PerChild(s.AllPlaced, 100))!.Value.Rounded(6), Point(DistrictMeasure.Placed), 5);
        Assert.Equal((double)money.Difference(s => s.PerChild(s.PlacementOre))!.Value.Rounded(2), Point(DistrictMeasure.Spending), 1);
        Assert.Equal(
            (double)money.Difference(s => s.PerChild(s.NewPlacements, 100))!.Value.Rounded(6),
            Point(DistrictMeasure.NewPlacements),
            5
        );
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_nearly_the_same()
    {
        var evaluation = DistrictEvaluation.Of(Now);
        var once = evaluation.Estimates(seed: 3);
        Assert.Equal(once, evaluation.Estimates(seed: 3));
        var other = evaluation.Estimates(seed: 4);
        foreach (var (a, b) in once.Zip(other))
            Assert.InRange(
                b.Low!.Value,
                a.Low!.Value - .15 * (a.High!.Value - a.Low.Value),
                a.Low.Value + .15 * (a.High.Value - a.Low.Value)
            );
    }

    /// <summary>Families of one or two children; a third of the children in model districts are placed less often afterwards.</summary>
    static List<(bool, int, int, int, int)> Planted(int seed, double less)
    {
        var dice = new Random(seed);
        var families = new List<(bool, int, int, int, int)>();
        for (var i = 0; i < 1200; i++)
        {
            var (model, children) = (i % 4 == 0, 1 + dice.Next(2));
            int Placed(double rate) => Enumerable.Range(0, children).Count(_ => dice.NextDouble() < rate);
            families.Add((model, children, Placed(.2), children, Placed(model ? .2 - less : .2)));
        }
        return families;
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void The_interval_holds_what_was_planted_about_as_often_as_it_says(double less)
    {
        const int seeds = 200;
        var covered = Enumerable
            .Range(0, seeds)
            .Count(seed =>
            {
                var e = DistrictEvaluation.Of(Planted(seed, less)).Estimates((ulong)seed, 400)[0];
                return e.Low <= -100 * less && -100 * less <= e.High;
            });
        // 95 % of 200 is 190; four standard deviations to each side.
        Assert.InRange(covered, 178, 200);
    }

    [Fact]
    public void A_group_without_children_on_one_of_the_days_has_no_difference_and_few_are_named_as_too_few()
    {
        var none = DistrictEvaluation.Of([(true, 1, 1, 0, 0), (false, 1, 0, 1, 1)]).Estimates(draws: 20)[0];
        Assert.Null(none.Point);
        var few = DistrictEvaluation.Of(Enumerable.Range(0, 60).Select(i => (i % 2 == 0, 1, i < 6 ? 1 : 0, 1, 0))).Estimates(draws: 200)[0];
        Assert.True(few.Small);
    }
}
