using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>A yearly regulation of rates renews grants from its day, by rule: a price within it needs no new grant.</summary>
public class RegulationTests
{
    static readonly DateOnly NewYear = new(2027, 1, 1);

    static Catalogue Rates(params RateRegulationFact[] own) => Catalogue.Default.Regulated(own);

    static RateRegulationFact Rise(long hundredths, string? code = null, string? account = null, DateOnly? from = null) =>
        new()
        {
            From = from ?? NewYear,
            PercentHundredths = hundredths,
            MeasureCode = code,
            Account = account,
        };

    /// <summary>A foster family at 50,000 kr a month, granted by the head.</summary>
    static readonly ChildFile Placed = After(
        Ready,
        Propose(
            With(
                A(DecisionKind.Placement, "plejefamilie"),
                p => (p.PriceOre, p.Unit, p.From, p.ExpectedTo) = (50_000_00, PriceUnit.Month, Today, Today.AddYears(3))
            ),
            Ready,
            Head
        )
    );

    static InterventionFact Measure => (InterventionFact)Placed.Interventions[0].Copy();

    static long Granted(DateOnly day, Catalogue catalogue) => Grants.On(Measure, Placed, day, catalogue).Price!.Value.Ore;

    static string[] Change(long ore, Catalogue catalogue, DateOnly from) =>
        [
            .. InterventionRules
                .Change(
                    new(1, Measure.Id, from, ore, PriceUnit.Month, null, Measure.ExpectedTo, Measure.Provider, null),
                    Measure,
                    Placed,
                    catalogue,
                    Caseworker,
                    Today,
                    Ids(9500)
                )
                .Refusals.Select(r => r.Code),
        ];

    [Fact]
    public void A_grant_grows_from_the_day_of_the_regulation_and_what_is_within_it_is_granted_already()
    {
        var rates = Rates(Rise(290));
        Assert.Equal((50_000_00, 51_450_00), (Granted(NewYear.AddDays(-1), rates), Granted(NewYear, rates)));
        Assert.Equal([], Change(51_450_00, rates, NewYear));
        Assert.Equal(["grant-does-not-cover"], Change(51_450_01, rates, NewYear));
        Assert.Equal(["grant-does-not-cover"], Change(51_450_00, rates, NewYear.AddDays(-1)));
        Assert.Equal(["grant-does-not-cover"], Change(51_450_00, Catalogue.Default, NewYear));
        // No new grant is recorded: the rule is what grants.
        var decision = InterventionRules.Change(
            new(1, Measure.Id, NewYear, 51_000_00, PriceUnit.Month, null, Measure.ExpectedTo, Measure.Provider, null),
            Measure,
            Placed,
            rates,
            Caseworker,
            Today,
            Ids(9500)
        );
        Assert.Equal([FactKinds.InterventionPrice], decision.Events.Select(e => e.Kind));
        // The next year's stands on this year's, rounded to whole øre each time.
        Assert.Equal(51_450_00 + 1_327_41, Granted(NewYear.AddYears(1), Rates(Rise(290), Rise(258, from: NewYear.AddYears(1)))));
    }

    [Fact]
    public void Of_several_from_one_day_the_narrowest_holds_and_one_taken_back_holds_for_nothing()
    {
        Assert.Equal(51_000_00, Granted(NewYear, Rates(Rise(290), Rise(200, account: "5.28.22"))));
        Assert.Equal(50_500_00, Granted(NewYear, Rates(Rise(290), Rise(200, account: "5.28.22"), Rise(100, code: "Plejefamilie"))));
        Assert.Equal(51_450_00, Granted(NewYear, Rates(Rise(290), Rise(200, account: "5.28.23"), Rise(100, code: "opholdssted"))));
        Assert.Equal(51_000_00, Granted(NewYear, Rates(Rise(200, account: "5.28"), Rise(0, code: "plejefamilie"))));
        Assert.Equal(50_000_00, Granted(NewYear, Rates(Rise(0))));
    }

    [Fact]
    public void What_another_system_reported_is_regulated_from_what_it_cost_the_day_before()
    {
        var imported = new InterventionFact
        {
            Id = 5,
            ChildId = 1,
            Code = "opholdssted",
            From = new(2026, 1, 1),
            PriceOre = 60_000_00,
            Unit = PriceUnit.Month,
            SourceKey = "K-1",
        };
        var file = ChildFile.Build(Ready.Child, [.. Ready.Cases, imported], alone: true);
        long On(DateOnly day) => Grants.On(imported, file, day, Rates(Rise(290))).Price!.Value.Ore;
        Assert.Equal((60_000_00, 61_740_00), (On(NewYear.AddDays(-1)), On(NewYear)));
        var listed = Assert.Single(Grants.Listed(imported, file, Rates(Rise(290)), NewYear));
        Assert.Equal((GrantCause.Regulation, NewYear, 61_740_00), (listed.Cause, listed.From, listed.PriceOre));
    }

    [Fact]
    public void It_is_listed_with_the_grants_and_a_payment_once_is_not_regulated()
    {
        var listed = Grants.Listed(Measure, Placed, Rates(Rise(290)), NewYear.AddDays(10));
        Assert.Equal([GrantCause.Regulation, GrantCause.Decision], listed.Select(g => g.Cause));
        Assert.Equal([51_450_00L, 50_000_00], listed.Select(g => g.PriceOre));
        Assert.Single(Grants.Listed(Measure, Placed, Rates(Rise(290)), NewYear.AddDays(-1)));
        var once = Measure;
        once.Unit = PriceUnit.Once;
        Assert.Equal(50_000_00, Grants.On(once, Placed, NewYear, Rates(Rise(290))).Price!.Value.Ore);
    }

    static Decision Set(SetRateRegulation c, bool costsMore = false, params RateRegulationFact[] own) =>
        DecisionRules.SetRegulation(c, own, Catalogue.Default, _ => costsMore, Today, Ids());

    [Fact]
    public void It_is_set_from_a_day_put_right_and_taken_back()
    {
        string[] Said(SetRateRegulation c, params RateRegulationFact[] own) => [.. Set(c, false, own).Refusals.Select(r => r.Code)];
        var set = (RateRegulationFact)((Recorded)Set(new(NewYear, 290, null, "5.28.22")).Events[0]).Fact;
        Assert.Equal((NewYear, 290, "5.28.22"), (set.From, set.PercentHundredths, set.Account));
        var again = (Corrected)Set(new(NewYear, 0, null, "5.28.22"), false, set).Events[0];
        Assert.Equal((set.Id, 0), (again.Fact.Id, ((RateRegulationFact)again.Fact).PercentHundredths));
        Assert.Equal(["regulation-percent-missing"], Said(new(NewYear, null, null, null)));
        Assert.Equal(["regulation-out-of-range"], Said(new(NewYear, 0, null, null)));
        Assert.Equal(["regulation-out-of-range"], Said(new(NewYear, 2501, null, null)));
        Assert.Equal(["regulation-out-of-range"], Said(new(NewYear, -1, null, null)));
        Assert.Equal(["regulation-day-far"], Said(new(Today.AddYears(-1).AddDays(-1), 290, null, null)));
        Assert.Equal(["regulation-day-far"], Said(new(Today.AddYears(1).AddDays(1), 290, null, null)));
        Assert.Equal(["regulation-for-both"], Said(new(NewYear, 290, "hjem", "5.28")));
        Assert.Equal(["measure-not-in-catalogue"], Said(new(NewYear, 290, "nix", null)));
        Assert.Equal(["regulation-account-unknown"], Said(new(NewYear, 290, null, "9.9")));
        // Prices that were raised by it are not left beyond their grants.
        Assert.Equal(["regulation-is-used"], Set(new(NewYear, 100, null, "5.28.22"), true, set).Refusals.Select(r => r.Code));
    }
}
