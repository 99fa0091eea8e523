using Spor.Assessments;
using Spor.Decisions;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>Who may decide what, and what a price comes to a month.</summary>
public class AuthorityTests
{
    [Fact]
    public void The_narrowest_row_that_fits_says_the_level()
    {
        AuthorityRow Row(AuthorityLevel level, DecisionKind? kind, string? code, long? most) =>
            new(level, kind, code, most, DateOnly.MinValue, null, 1, "", "S");
        AuthorityRow[] rows =
        [
            Row(AuthorityLevel.Leader, null, null, null),
            Row(AuthorityLevel.Caseworker, DecisionKind.Support, null, 10_000_00),
            Row(AuthorityLevel.Team, DecisionKind.Support, null, 30_000_00),
            Row(AuthorityLevel.ProfessionalCoordinator, null, "kontaktperson", 5_000_00),
            Row(AuthorityLevel.Leader, DecisionKind.Support, "familiedøgn", null),
        ];
        AuthorityLevel Of(string? code, long? ore, DecisionKind kind = DecisionKind.Support) =>
            Authority.Needed(rows, kind, code, ore, Today);
        Assert.Equal(
            [AuthorityLevel.Caseworker, AuthorityLevel.Team, AuthorityLevel.Leader],
            [Of("hjem", 10_000_00), Of("hjem", 10_000_01), Of("hjem", 30_000_01)]
        );
        Assert.Equal(
            [AuthorityLevel.ProfessionalCoordinator, AuthorityLevel.Team],
            [Of("kontaktperson", 5_000_00), Of("kontaktperson", 12_000_00)]
        );
        Assert.Equal(AuthorityLevel.Leader, Of("familiedøgn", 1));
        Assert.Equal(AuthorityLevel.Leader, Of(null, null, DecisionKind.ReturnHome));
        Assert.Equal(AuthorityLevel.Leader, Authority.Needed([], DecisionKind.Support, "hjem", 1, Today));
    }

    [Fact]
    public void The_municipalitys_own_row_stands_in_place_of_the_default_one_from_its_day()
    {
        var own = new AuthorityLimitFact
        {
            Id = 1,
            Level = AuthorityLevel.Caseworker,
            Kind = DecisionKind.Support,
            MostOreAMonth = 50_000_00,
            From = Today,
        };
        AuthorityLevel On(DateOnly day) => Authority.Needed(Authority.On([own], day), DecisionKind.Support, "hjem", 45_000_00, day);
        Assert.Equal((AuthorityLevel.ProfessionalCoordinator, AuthorityLevel.Caseworker), (On(Today.AddDays(-1)), On(Today)));
        // Its last day is over, and the default holds again.
        own.To = Today;
        Assert.Equal(AuthorityLevel.ProfessionalCoordinator, On(Today.AddDays(1)));
        Assert.Contains(Authority.Default, r => !r.Verified);
    }

    [Fact]
    public void The_head_sets_a_limit_from_today_on_and_not_against_the_law()
    {
        string[] Codes(SetAuthorityLimit c) =>
            [.. DecisionRules.SetLimit(c, [], Catalogue.Default, Today, Ids()).Refusals.Select(r => r.Code)];
        var good = new SetAuthorityLimit(AuthorityLevel.Caseworker, DecisionKind.Support, null, 20_000_00, Today, null);
        Assert.Equal([], Codes(good));
        Assert.Equal(["committee-decides-by-law"], Codes(good with { Kind = DecisionKind.PlacementWithoutConsent }));
        Assert.Equal(["committee-decides-by-law"], Codes(good with { Level = AuthorityLevel.Committee }));
        Assert.Equal(
            ["measure-not-in-catalogue", "limit-negative", "limit-not-backwards", "end-before-start"],
            Codes(good with { MeasureCode = "hest", MostOreAMonth = -1, From = Today.AddDays(-1), To = Today.AddDays(-2) })
        );
        // The same row on the same day again is a correction.
        var row = (AuthorityLimitFact)((Recorded)DecisionRules.SetLimit(good, [], Catalogue.Default, Today, Ids()).Events[0]).Fact;
        var again = (AuthorityLimitFact)
            ((Corrected)DecisionRules.SetLimit(good with { MostOreAMonth = null }, [row], Catalogue.Default, Today, Ids()).Events[0]).Fact;
        Assert.Equal((row.Id, null), (again.Id, again.MostOreAMonth));
    }

    [Theory]
    [InlineData(1_000_00, PriceUnit.Day, null, 31_000_00)]
    [InlineData(7_000_00, PriceUnit.Week, null, 31_000_00)]
    [InlineData(9_000_00, PriceUnit.Month, null, 9_000_00)]
    [InlineData(700_00, PriceUnit.Hour, 1000L, 31_000_00)]
    [InlineData(5_000_00, PriceUnit.Once, null, 5_000_00)]
    public void The_amount_a_month_is_the_spending_of_a_whole_month(long price, PriceUnit unit, long? quantity, long ore)
    {
        Assert.Equal(ore, Authority.OreAMonth(price, unit, quantity, Day("2026-10-20")));
        var m = new InterventionFact
        {
            Id = 2,
            Code = "hjem",
            From = Day("2026-10-01"),
            PriceOre = price,
            Unit = unit,
            QuantityHundredths = quantity,
        };
        Assert.Equal(ore, Spending.OreIn(m, [], Day("2026-10-01"), Day("2026-10-31")));
    }

    [Fact]
    public void A_new_price_holds_from_its_day()
    {
        var m = new InterventionFact
        {
            Id = 2,
            Code = "hjem",
            From = Day("2026-09-10"),
            To = Day("2026-11-05"),
            PriceOre = 100_00,
            Unit = PriceUnit.Day,
        };
        InterventionPriceFact[] prices =
        [
            new()
            {
                Id = 3,
                InterventionId = 1,
                From = Day("2026-09-01"),
                PriceOre = 1,
                Unit = PriceUnit.Day,
            },
            new()
            {
                Id = 4,
                InterventionId = 2,
                From = Day("2026-10-11"),
                PriceOre = 200_00,
                Unit = PriceUnit.Day,
            },
            new()
            {
                Id = 5,
                InterventionId = 2,
                From = Day("2026-11-01"),
                PriceOre = 3_000_00,
                Unit = PriceUnit.Month,
            },
        ];
        long? In(string first) => Spending.OreIn(m, prices, Day(first), Day(first).AddMonths(1).AddDays(-1));
        Assert.Equal((21 * 100_00, 10 * 100_00 + 21 * 200_00, 3_000_00 * 5 / 30), (In("2026-09-01"), In("2026-10-01"), In("2026-11-01")));
        // Days without a price make the month one without a price.
        m.PriceOre = null;
        Assert.Equal((null, null, 3_000_00 * 5 / 30), (In("2026-09-01"), In("2026-10-01"), In("2026-11-01")));
    }
}
