using Spor.Assessments;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>
/// What runs goes on standing on what it was decided on, and within what was granted, whatever verb comes after. Each was found by a random
/// walk (<c>LawWalkTests</c>).
/// </summary>
public class StandingTests
{
    static readonly ChildFile Placed = After(
        Ready,
        Propose(
            With(A(DecisionKind.Placement, "plejefamilie"), p => (p.From, p.PriceOre, p.Unit) = (Today, 50_000_00, PriceUnit.Month)),
            Ready,
            Head
        )
    );

    static InMemory Facts(ChildFile file, params Fact[] more) =>
        new(file.All.Where(f => !more.Any(m => m.Id == f.Id && m.GetType() == f.GetType())).Concat(more));

    static string[] Said(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static string[] Withdraw(Fact row, InMemory facts) =>
        Said(WithdrawFact.Verb.Decide(new(1, FactKinds.Of(row).Name, row.Id, true, "Det var forkert.", true), facts.Now(Today)));

    static string[] Correct<T>(T row, InMemory facts, Action<T> change)
        where T : Fact
    {
        var corrected = (T)row.Copy();
        change(corrected);
        return Said(CorrectFact.Verb.Decide(new(1, corrected, "Det var forkert.", true), facts.Now(Today)));
    }

    [Fact]
    public void What_a_running_measure_was_decided_on_is_not_taken_from_under_it()
    {
        var facts = Facts(Placed);
        var talk = Placed.Conversations.Single();
        var assessment = Placed.Assessments.Single();
        Assert.Equal(["decision-rests-on-it"], Withdraw(talk, facts));
        Assert.Equal(["decision-rests-on-it"], Correct(talk, facts, c => c.Purpose = ConversationPurpose.Visit));
        Assert.Equal(["decision-rests-on-it"], Withdraw(assessment, facts));
        Assert.Equal(["decision-rests-on-it"], Correct(assessment, facts, a => a.FinishedOn = null));
        Assert.Equal(["decision-rests-on-it"], Correct(Placed.Cases.Single(), facts, c => c.OpenedOn = Today));
        // What the decision could have been made on all the same may be put right.
        Assert.Equal([], Correct(talk, facts, c => c.On = Day("2026-10-02")));
        // When it runs no more, the truth stands in nobody's way.
        var over = (InterventionFact)Placed.Interventions[0].Copy();
        (over.From, over.To) = (Today.AddDays(-20), Today.AddDays(-1));
        Assert.Equal([], Withdraw(talk, Facts(Placed, over)));
    }

    [Fact]
    public void A_plan_behind_a_placement_without_consent_is_not_closed_from_before_it()
    {
        var file = After(Ready, Propose(With(A(DecisionKind.PlacementWithoutConsent, "plejefamilie"), p => p.From = Today), Ready, Head));
        string[] Close(DateOnly on) =>
            Said(
                ClosePlan.Verb.Decide(new(on, "Målene er nået.") { ChildId = 1, PlanId = file.Plans.Single().Id }, Facts(file).Now(Today))
            );
        Assert.Equal(["decision-rests-on-it"], Close(Today.AddDays(-1)));
        Assert.Equal([], Close(Today));
    }

    [Fact]
    public void A_price_taken_back_or_moved_leaves_no_day_that_costs_more_than_is_granted()
    {
        // From ten days on less is granted and paid; taken back, the old price would stand under the new grant.
        var measure = Placed.Interventions[0];
        var later = Today.AddDays(10);
        var price = new InterventionPriceFact
        {
            Id = 700,
            ChildId = 1,
            InterventionId = measure.Id,
            From = later,
            PriceOre = 30_000_00,
            Unit = PriceUnit.Month,
        };
        var grant = new GrantFact
        {
            Id = 701,
            ChildId = 1,
            InterventionId = measure.Id,
            From = later,
            PriceOre = 30_000_00,
            Unit = PriceUnit.Month,
            GrantedOn = Today,
        };
        var facts = Facts(Placed, price, grant);
        Assert.Equal(["price-beyond-grant"], Withdraw(price, facts));
        Assert.Equal(["price-beyond-grant"], Correct(price, facts, p => p.From = later.AddDays(5)));
        Assert.Equal([], Correct(price, facts, p => p.PriceOre = 29_000_00));
        // A new grant below what the measure costs later is none either.
        Assert.Equal(
            ["price-beyond-grant"],
            Said(
                ProposeGrant.Verb.Decide(
                    new(1, measure.Id, Today, 20_000_00, PriceUnit.Month, null, measure.ExpectedTo, "Billigere."),
                    Facts(Placed, price).Now(Today)
                )
            )
        );
    }

    [Fact]
    public void A_longer_time_takes_nothing_of_what_may_be_paid()
    {
        var cheaper = new InterventionPriceFact
        {
            Id = 700,
            ChildId = 1,
            InterventionId = Placed.Interventions[0].Id,
            From = Today,
            PriceOre = 40_000_00,
            Unit = PriceUnit.Month,
        };
        var measure = Placed.Interventions[0];
        var decision = ChangeIntervention.Verb.Decide(
            new(1, measure.Id, Today, 40_000_00, PriceUnit.Month, null, measure.ExpectedTo!.Value.AddDays(60), measure.Provider, null),
            Facts(Placed, cheaper).Now(Today)
        );
        Assert.Equal([], Said(decision));
        Assert.Equal(50_000_00, decision.Events.OfType<Recorded>().Select(e => e.Fact).OfType<GrantFact>().Single().PriceOre);
    }

    [Fact]
    public void A_case_is_neither_closed_nor_taken_away_by_a_correction_while_something_is_open()
    {
        var open = Placed.Cases.Single();
        Assert.Equal(["closing-is-its-own"], Correct(open, Facts(Ready), c => c.ClosedOn = Today));
        // With a decision whose letters are not sent, and with a measure that runs.
        var refused = After(Script.File(Case + Talk), Propose(A(DecisionKind.Refusal), Script.File(Case + Talk), Head));
        Assert.Equal(["closing-is-its-own"], Withdraw(refused.Cases.Single(), Facts(refused)));
        var empty = Script.File(Case);
        Assert.Equal([], Withdraw(empty.Cases.Single(), Facts(empty)));
    }

    [Fact]
    public void Nothing_is_decided_or_begun_in_a_case_that_was_closed_since_or_the_same_day()
    {
        foreach (var closed in new[] { Today.AddDays(-1), Today })
        {
            var file = Script.File($"case 2026-01-05 {closed:yyyy-MM-dd}; " + Talk + Bfu + Deciding.Plan);
            Assert.Equal(
                ["case-not-open"],
                Said(Propose(With(A(DecisionKind.Support, "hjem", closed), p => p.SkipReason = "Haster."), file, Head))
            );
            Assert.Equal(
                ["case-not-open"],
                Said(
                    InterventionRules.Start(
                        new(1, "gruppe", null, closed, null, null, null, 100_00, PriceUnit.Month, null, null),
                        file,
                        Catalogue.Default,
                        Head,
                        Today,
                        Ids()
                    )
                )
            );
        }
        // Nor does a measure that had ended run on again there.
        var over = Script.File("case 2026-01-05 2026-10-29; measure gruppe 2026-02-01 2026-10-29");
        Assert.Equal(["case-not-open"], Correct(over.Interventions.Single(), Facts(over), m => m.To = null));
    }
}
