using Spor.Economy;
using Spor.Figures.Disclosure;

namespace Spor.Tests;

/// <summary>What of measures beside each other is told to those who may not see the children behind.</summary>
public class MeasuresPlanTests
{
    static MeasuresBeside Line(string key, int children, int on = 0, int started = 0, int ended = 0, int unpriced = 0) =>
        new(key, on, children, started, ended, 0, 0, unpriced, null);

    [Fact]
    public void A_row_on_fewer_than_twenty_is_left_out_and_never_alone_on_its_step()
    {
        MeasuresBeside many = Line("pleje", 60),
            fewer = Line("netværkspleje", 25),
            few = Line("aflastning", 12),
            other = Line("hjem", 40);
        var plan = new MeasuresPlan([(many, 5), (fewer, 5), (few, 5), (other, 3)]);
        Assert.True(plan.Tells(many));
        Assert.False(plan.Tells(few));
        // What is left of the step when the others are taken away would be the twelve.
        Assert.False(plan.Tells(fewer));
        Assert.True(plan.Tells(other));
        // Two left out keep each other, and a provider is part of no sum.
        Assert.True(new MeasuresPlan([(many, 5), (few, 5), (Line("x", 3), 5)]).Tells(many));
        Assert.True(new MeasuresPlan([(many, null), (few, null)]).Tells(many));
    }

    [Fact]
    public void What_is_few_in_a_told_row_is_hidden_with_what_would_give_it_away()
    {
        Assert.True(MeasuresPlan.HidesChildrenOn(Line("a", 30, on: 3)));
        Assert.True(MeasuresPlan.HidesChildrenOn(Line("a", 30, on: 19)));
        // Two have it no longer.
        Assert.True(MeasuresPlan.HidesChildrenOn(Line("a", 30, on: 28)));
        Assert.False(MeasuresPlan.HidesChildrenOn(Line("a", 30, on: 30)));
        Assert.False(MeasuresPlan.HidesChildrenOn(Line("a", 30)));
        Assert.False(MeasuresPlan.HidesChildrenOn(Line("a", 30, on: 22)));
        Assert.True(MeasuresPlan.HidesFlows(Line("a", 30, started: 9, ended: 4)));
        Assert.True(MeasuresPlan.HidesFlows(Line("a", 30, started: 1)));
        Assert.False(MeasuresPlan.HidesFlows(Line("a", 30, started: 9)));
        Assert.True(MeasuresPlan.HidesUnpriced(Line("a", 30, unpriced: 2)));
    }
}
