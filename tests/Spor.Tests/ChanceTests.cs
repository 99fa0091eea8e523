using Spor.Insight;

namespace Spor.Tests;

public class ChanceTests
{
    [Theory]
    [InlineData(0, 10, 0.5, 2.0 / 1024)]
    [InlineData(1, 10, 0.5, 22.0 / 1024)]
    [InlineData(5, 10, 0.5, 1)]
    [InlineData(0, 3, 1.0 / 3, 15.0 / 27)]
    public void The_binomial_probability_is_the_sum_of_outcomes_no_likelier(int k, int n, double p, double expected) =>
        Assert.Equal(expected, Chance.Binomial(k, n, p), 9);

    [Theory]
    [InlineData(3, 4, 1, 4, 34.0 / 70)]
    [InlineData(1, 10, 11, 14, 0.0027594561852)]
    [InlineData(5, 5, 5, 5, 1)]
    [InlineData(0, 0, 3, 4, 1)]
    public void Fishers_test_gives_the_known_probabilities(int a, int n, int b, int m, double expected) =>
        Assert.Equal(expected, Chance.Fisher(a, n, b, m), 9);

    [Fact]
    public void A_direction_is_named_only_where_chance_would_rarely_give_it()
    {
        Assert.Equal(Tendency.Unchanged, Chance.CameAndLeft(12, 8));
        Assert.Equal(Tendency.Rise, Chance.CameAndLeft(18, 4));
        Assert.Equal(Tendency.Fall, Chance.CameAndLeft(4, 18));
        Assert.Equal(Tendency.Unchanged, Chance.CameAndLeft(0, 0));
        Assert.Equal(Tendency.Unchanged, Chance.TwoPeriods(100, 365, 110, 365));
        Assert.Equal(Tendency.Rise, Chance.TwoPeriods(100, 365, 150, 365));
        // As many in half the days is a rise, half as many is not a fall.
        Assert.Equal(Tendency.Rise, Chance.TwoPeriods(100, 365, 100, 182));
        Assert.Equal(Tendency.Unchanged, Chance.TwoPeriods(100, 365, 50, 182));
        Assert.Equal(Tendency.Fall, Chance.TwoShares(80, 100, 60, 100));
        Assert.Equal(Tendency.Unchanged, Chance.TwoShares(8, 10, 6, 10));
        Assert.Equal(Tendency.Untested, Chance.TwoShares(0, 0, 6, 10));
        Assert.Equal(Tendency.Untested, Chance.TwoPeriods(3, 0, 6, 10));
    }

    [Fact]
    public void Where_nothing_has_changed_a_change_is_named_at_most_once_in_twenty()
    {
        var random = new Random(7);
        var named = 0;
        var trials = Heavy.Times(20_000);
        for (var i = 0; i < trials; i++)
        {
            int before = 0,
                now = 0;
            for (var d = 0; d < 365; d++)
            {
                if (random.NextDouble() < 0.2)
                    before++;
                if (random.NextDouble() < 0.2)
                    now++;
            }
            if (Chance.TwoPeriods(before, 365, now, 365) is Tendency.Rise or Tendency.Fall)
                named++;
        }
        Assert.InRange(named, 1, trials / 20);
    }
}
