using Spor.Economy;

namespace Spor.Tests;

public sealed class DiceTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(100_000, 100_000)]
    public void What_cannot_hit_never_does_and_what_must_always_does(int part, int hits) =>
        Assert.Equal(hits, new Dice(7).Hits(100_000, part, 100_000));

    [Theory]
    [InlineData(1000, 167)]
    [InlineData(1000, 500)]
    [InlineData(77, 3)]
    [InlineData(64, 63)]
    public void Hits_are_as_many_and_as_far_apart_as_the_chance_says(int throws, int part)
    {
        const int rounds = 4000;
        var hits = Enumerable
            .Range(0, rounds)
            .Select(seed => (double)new Dice((ulong)seed * 1_000_003).Hits(throws, part, throws))
            .ToList();
        var chance = (double)part / throws;
        var spread = throws * chance * (1 - chance);
        Assert.All(hits, h => Assert.InRange(h, 0, throws));
        var mean = hits.Average();
        // Five standard deviations of a mean of so many rounds; the spread itself within a tenth or so.
        var far = 5 * Math.Sqrt(spread / rounds);
        Assert.InRange(mean, part - far, part + far);
        Assert.InRange(hits.Average(h => (h - mean) * (h - mean)), spread * .85, spread * 1.15);
    }
}
