using Spor.Bench;
using Spor.Figures;

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

    public static TheoryData<string> Unchanged => [.. ChanceTrials.WithoutChange.Select(k => k.Name)];

    public static TheoryData<string> Fallen => [.. ChanceTrials.TenthLess.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Unchanged))]
    public void Where_nothing_has_changed_a_change_is_called_in_at_most_560_of_10000(string kind)
    {
        var runs = Heavy.Times(10_000);
        var called = ChanceTrials.Times(ChanceTrials.WithoutChange.Single(k => k.Name == kind).IsCalled, runs);
        // Of few runs chance alone takes more: three standard deviations above what the whole run may have.
        Assert.InRange(called, 1, Heavy.Whole ? ChanceTrials.MostOf(runs) : (int)(runs * 0.05 + 3 * Math.Sqrt(runs * 0.05 * 0.95)));
    }

    [Theory]
    [MemberData(nameof(Fallen))]
    public void A_planted_fall_of_a_tenth_in_400_children_is_found_as_often_as_it_can_be(string kind)
    {
        var (_, isFound, power) = ChanceTrials.TenthLess.Single(k => k.Name == kind);
        var runs = Heavy.Times(10_000);
        var (found, can) = ((double)ChanceTrials.Times(isFound, runs) / runs, power());
        Assert.InRange(can, 0.2, 0.99);
        var slack = Heavy.Whole ? ChanceTrials.Slack : 3 * Math.Sqrt(can * (1 - can) / runs);
        Assert.InRange(found, can - slack, can + slack);
    }

    [Fact]
    public void A_change_over_several_rules_is_none_where_each_rule_stands_still_and_only_their_mix_has_moved()
    {
        // 90 of 100 and 100 of 200 become 450 of 500 and 50 of 100: 63 % and 83 %, and not one rule is kept better.
        var (odds, mixed) = Chance.OddsOverRules([(90, 100, 450, 500), (100, 200, 50, 100)]);
        Assert.Equal(Tendency.Rise, Chance.TwoShares(190, 300, 500, 600));
        Assert.Equal(Tendency.Unchanged, odds!.Value.Tendency);
        Assert.Equal(190 / 300.0, mixed!.Value, 9);
        // Where one rule's few are many of the earlier mix, its rate says less than the whole's count would.
        var (few, _) = Chance.OddsOverRules([(150, 300, 20, 30), (270, 300, 513, 570)]);
        Assert.Equal(Tendency.Unchanged, few!.Value.Tendency);
        // One that each rule shares in is called one.
        Assert.Equal(Tendency.Rise, Chance.OddsOverRules([(60, 100, 90, 100), (100, 200, 160, 200)]).Odds!.Value.Tendency);
        // A rule of which nothing is due any more keeps the rate it had.
        Assert.Equal(0.7, Chance.OddsOverRules([(50, 100, 0, 0), (90, 100, 90, 100)]).OnEarlierMix!.Value, 9);
        Assert.Null(Chance.OddsOverRules([(0, 0, 3, 4)]).Odds);
    }

    [Fact]
    public void Of_several_tests_in_one_table_each_must_hold_after_the_others_had_their_chance()
    {
        Odds?[] table = [new(0.001, 1), new(0.03, -1), null, new(0.2, 1)];
        Assert.Equal([Tendency.Rise, Tendency.Unchanged, Tendency.Untested, Tendency.Unchanged], Chance.Holm(table));
        Assert.Equal([Tendency.Fall], Chance.Holm([new Odds(0.03, -1)]));
        // What comes after one that does not hold does not hold either.
        Assert.Equal([Tendency.Unchanged, Tendency.Unchanged], Chance.Holm([new Odds(0.04, 1), new Odds(0.045, 1)]));
    }
}
