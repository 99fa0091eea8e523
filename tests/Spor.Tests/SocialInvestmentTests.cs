using Spor.Facts;
using Spor.Investing;
using Spor.Kernel;

namespace Spor.Tests;

/// <summary>Social investments (measures.md 2.96): participants × effect × what is spared × price.</summary>
public class SocialInvestmentTests
{
    static readonly DateOnly Today = new(2026, 10, 31);

    static readonly SetSocialRate Institution = new(
        "6–13 år",
        Consequence.Institution,
        new(2026, 1, 1),
        1_000_000_00,
        2026,
        70_00,
        10_00,
        20_00,
        [0, 100, 200, 200],
        "Et eksempel"
    );

    static Decision Set(SetSocialRate c, params SocialRateFact[] known) => SocialRateRules.Set(c, known, () => 5);

    static SocialRateFact Row(SetSocialRate c, long id = 5)
    {
        var row = (SocialRateFact)((Recorded)SocialRateRules.Set(c, [], () => id).Events[0]).Fact;
        return row;
    }

    static SocialRateFact[] With(params SocialRateFact[] rows) => rows;

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    [Fact]
    public void Each_year_is_participants_times_effect_times_what_is_spared_times_price_and_the_parts_add_up()
    {
        // 20 participants, it works for half: 10 × 0.1, 0.2, 0.2 full years at a million.
        var of = SocialInvestment.Of(With(Row(Institution)), new("6–13 år", 20, 50_00, 60_000_00, 2), Today);
        Assert.Equal([0, 1_000_000_00, 2_000_000_00, 2_000_000_00, 0], of.Years.Take(5).Select(y => y.Spared));
        Assert.Equal(700_000_00, of.Years[1].Municipality);
        Assert.Equal(100_000_00, of.Years[1].Region);
        Assert.All(of.Years, y => Assert.Equal(y.Spared, y.Municipality + y.Region + y.State));
        Assert.All(of.Years, y => Assert.Equal(y.Spared, of.Help.Sum(h => h.Ore[y.Year])));
        Assert.Equal([1_200_000_00, 1_200_000_00, 0], of.Years.Take(3).Select(y => y.Cost));
        Assert.Equal(5_000_000_00 - 2_400_000_00, of.NetOre);
        // −1.2, −1.4, +0.6: even from year 2. The municipality has 0.7 of it: −1.2, −1.7, −0.3, +1.1.
        Assert.Equal(2, of.BreakEven);
        Assert.Equal(3, of.BreakEvenOfMunicipality);
    }

    [Fact]
    public void A_consequence_without_a_row_is_named_and_nothing_is_invented()
    {
        var none = SocialInvestment.Of(With(), new("6–13 år", 20, 50_00, 60_000_00, 1), Today);
        Assert.Equal(5, none.Missing.Count);
        Assert.Equal(0, none.SparedOre);
        Assert.Null(none.BreakEven);
        var one = SocialInvestment.Of(With(Row(Institution)), new("6–13 år", 20, 50_00, 60_000_00, 1), Today);
        Assert.Equal([Consequence.Preventive, Consequence.HomeBased, Consequence.NetworkCare, Consequence.FosterCare], one.Missing);
        // A row from tomorrow, and of another target group, is none today.
        var ahead = With(Row(Institution with { From = Today.AddDays(1) }), Row(Institution with { TargetGroup = "14–17 år" }, 6));
        Assert.Equal(5, SocialInvestment.Of(ahead, new("6–13 år", 1, 50_00, 0, 1), Today).Missing.Count);
        Assert.Equal(["14–17 år", "6–13 år"], SocialInvestment.TargetGroups(ahead));
    }

    [Fact]
    public void The_latest_row_in_force_holds_and_more_of_a_help_is_a_cost()
    {
        var rows = With(Row(Institution), Row(Institution with { From = new(2026, 6, 1), PriceOre = 500_000_00, Spared = [-100] }, 6));
        var of = SocialInvestment.Of(rows, new("6–13 ÅR", 10, 100_00, 0, 0), Today);
        Assert.Equal(-500_000_00, of.Years[0].Spared);
        Assert.Null(of.BreakEven);
    }

    [Fact]
    public void What_is_wrong_in_a_row_is_said_at_its_field()
    {
        Assert.Empty(Codes(Set(Institution)));
        Assert.Equal(
            [
                "social-target-missing",
                "social-consequence-missing",
                "social-from-missing",
                "social-price-missing",
                "social-price-level-missing",
                "social-parts-not-whole",
                "social-source-missing",
            ],
            Codes(Set(new(" ", null, null, null, null, null, null, null, [], " ")))
        );
        // 900 kroner is a price a day.
        Assert.Equal(["social-price-wrong-unit"], Codes(Set(Institution with { PriceOre = 900_00 })));
        Assert.Equal(["social-parts-not-whole"], Codes(Set(Institution with { StateHundredths = 10_00 })));
        Assert.Equal(["social-spared-out-of-range"], Codes(Set(Institution with { Spared = [0, 5_001] })));
        Assert.IsType<Corrected>(Set(Institution with { PriceOre = 2_000_000_00 }, Row(Institution)).Events[0]);
        Assert.IsType<Recorded>(Set(Institution with { From = new(2027, 1, 1) }, Row(Institution)).Events[0]);
    }
}
