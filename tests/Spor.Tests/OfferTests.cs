using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Investing;
using Spor.Plain;

namespace Spor.Tests;

/// <summary>What works for whom (measures.md 2.90 to 2.92).</summary>
public class OfferTests
{
    static readonly DateOnly A = new(2025, 10, 31),
        B = new(2026, 10, 31);

    static readonly Lazy<Register> Example = new(() => FiguresTests.Read("aakaer").ToRegister());

    [Theory]
    [InlineData("plejefamilie", null)]
    [InlineData("kontaktperson", null)]
    [InlineData("kontaktperson", TargetGroup.Vulnerable)]
    [InlineData("døgninstitution", TargetGroup.Disability)]
    [InlineData("familiebehandling", TargetGroup.Crime)]
    [InlineData("merudgift", null)]
    public void Each_offer_and_target_group_is_what_a_reading_by_hand_finds(string code, TargetGroup? group)
    {
        foreach (
            var (after, to) in new[] { (A, B), (new DateOnly(2024, 12, 31), new DateOnly(2025, 12, 31)), (B.AddDays(-100), B.AddDays(-9)) }
        )
        {
            var plain = PlainOffers.Of(Example.Value, code, group, after, to);
            var found = OfferOutcome
                .Of(Example.Value, after, to, m => Example.Value.Catalogue.Spelled(m.Code))
                .SingleOrDefault(o => o.Offer == code && o.Group == group);
            if (found is null)
            {
                Assert.Equal(new PlainOffer(), plain with { Unpriced = 0 });
                continue;
            }
            Assert.Equal(
                plain with
                {
                    Progress = null,
                    OreAPoint = null,
                },
                new PlainOffer(
                    found.Children,
                    found.Days,
                    found.Priced,
                    found.Ore,
                    found.Unpriced,
                    found.Measures,
                    null,
                    null,
                    found.After.Lower,
                    found.After.Same,
                    found.After.Higher,
                    found.After.Out,
                    found.After.Grown,
                    found.After.Again.Yes,
                    found.After.Again.Of
                )
            );
            Assert.Equal(plain.Progress is { } p ? Math.Round((decimal)p, 1, MidpointRounding.AwayFromZero) : null, found.Progress);
            Assert.Equal(plain.OreAPoint is null, found.OreAPoint is null);
            if (plain.OreAPoint is { } ore)
                Assert.Equal(ore, found.OreAPoint!.Value, 1.0);
        }
    }

    [Fact]
    public void The_target_groups_add_up_to_the_offer()
    {
        foreach (var offer in OfferOutcome.Of(Example.Value, A, B, m => Example.Value.Catalogue.Spelled(m.Code)).GroupBy(o => o.Offer))
        {
            var all = offer.Single(o => o.Group is null);
            var parts = offer.Where(o => o.Group is not null).ToList();
            Assert.Equal(all.Children, parts.Sum(o => o.Children));
            Assert.Equal(all.Days, parts.Sum(o => o.Days));
            Assert.Equal(all.Ore, parts.Sum(o => o.Ore));
            Assert.Equal(all.After.Followed, parts.Sum(o => o.After.Followed));
        }
    }

    static Register Of(params ChildFile[] children) => new() { Catalogue = Catalogue.Default, Children = children };

    static OfferOutcome One(Register register, string code) =>
        OfferOutcome.Of(register, A, B, m => m.Code).Single(o => o.Offer == code && o.Group is null);

    [Fact]
    public void A_child_is_followed_from_its_last_measure_of_the_kind_and_returns_only_after_having_left()
    {
        var found = One(
            Of(
                // Home for good, with the case open; home and placed again; moved on to another placement; out of everything.
                Script.File("case 2020-01-01 -; measure plejefamilie 2023-01-01 2025-03-31", 1),
                Script.File("case 2020-01-01 -; measure plejefamilie 2023-01-01 2025-03-31; measure døgninstitution 2025-09-01 -", 2),
                Script.File("case 2020-01-01 -; measure plejefamilie 2023-01-01 2025-03-31; measure plejefamilie 2025-04-01 -", 3),
                Script.File("case 2020-01-01 2025-04-30; measure plejefamilie 2023-01-01 2025-03-31", 4),
                // A step lower is no return.
                Script.File("case 2020-01-01 -; measure plejefamilie 2023-01-01 2025-03-31; measure kontaktperson 2025-05-01 -", 5)
            ),
            "plejefamilie"
        );
        Assert.Equal((2, 1, 1, 1), (found.After.Lower, found.After.Same, found.After.Higher, found.After.Out));
        Assert.Equal((1, 4), (found.After.Again.Yes, found.After.Again.Of));
    }

    [Fact]
    public void Few_families_get_no_interval_and_the_point_stays()
    {
        Ratio Of(int families) => Ratio.Of([.. Enumerable.Range(0, families).Select(i => (10.0 + i % 3, 2.0))]);
        Assert.Null(Of(9).Low);
        var ten = Of(10);
        Assert.InRange(5.45, ten.Low!.Value, ten.High!.Value);
        Assert.True(Of(100).High - Of(100).Low < ten.High - ten.Low);
    }

    [Fact]
    public void The_interval_of_a_mean_is_students_and_a_divisor_that_may_be_nothing_has_none()
    {
        // Ten numbers 1 to 10: mean 5.5, s² = 9.1667, t(9) = 2.262.
        var mean = Ratio.Of([.. Enumerable.Range(1, 10).Select(i => ((double)i, 1.0))]);
        Assert.Equal(5.5 - 2.262 * Math.Sqrt(9.1667 / 10), mean.Low!.Value, 0.005);
        Assert.Equal(5.5 + 2.262 * Math.Sqrt(9.1667 / 10), mean.High!.Value, 0.005);
        Assert.Null(Ratio.Of([.. Enumerable.Range(1, 12).Select(i => (1000.0, i % 2 == 0 ? 1.0 : -0.8))]).Low);
    }
}
