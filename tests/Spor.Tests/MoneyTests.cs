using System.Text.Json.Nodes;
using Spor.Economy;

namespace Spor.Tests;

/// <summary>The money figures (measures.md 2.20 to 2.36).</summary>
public class MoneyTests
{
    [Theory]
    [InlineData("aakaer", "2026-10-31", "2025-10-31")]
    [InlineData("lergaard", "2017-01-31", "2016-06-07")]
    [InlineData("hedegaard", "2014-12-31", "2013-08-31")]
    public void Every_figure_equals_that_of_an_independent_program(string example, string day, string baseline)
    {
        var ours = MoneyFigures.Of(FiguresTests.Read(example).ToRegister(), DateOnly.Parse(day), DateOnly.Parse(baseline));
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(FiguresTests.Root, "examples", example, "expected-money.json")))!;
        Assert.Equal("", string.Join("\n", FiguresTests.Differences(expected, JsonNode.Parse(ours.ToJsonString()), "")));
    }

    [Theory]
    [InlineData(1, 2, 0, 1)]
    [InlineData(-1, 2, 0, -1)]
    [InlineData(1, 3, 0, 0)]
    [InlineData(-14, 10, 0, -1)]
    [InlineData(25, 100, 1, 0.3)]
    [InlineData(-25, 100, 1, -0.3)]
    [InlineData(24, 100, 1, 0.2)]
    public void A_fraction_is_rounded_half_away_from_zero(long top, long bottom, int decimals, double rounded) =>
        Assert.Equal((decimal)rounded, new Fraction(top, bottom).Rounded(decimals));

    [Fact]
    public void Fractions_add_up_exactly()
    {
        Fraction sum = 0;
        for (var i = 0; i < 7; i++)
            sum += new Fraction(1, 7);
        Assert.Equal(1, sum.Rounded());
        Assert.Equal(new Fraction(1, 1), sum);
        Assert.Equal(new Fraction(-3, 2), new Fraction(3, 4) / new Fraction(-1, 2));
        Assert.Equal(new Fraction(3, 8), new Fraction(3, 4) * new Fraction(1, 2));
        Assert.Equal(new Fraction(1, 4), new Fraction(3, 4) - new Fraction(1, 2));
    }
}
