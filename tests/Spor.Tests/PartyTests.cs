using Spor.Assessments;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>Each party and each custody holder of a decision by itself: one yes is not two, and one text waives nobody else's
/// hearing.</summary>
public class PartyTests
{
    static NetworkPersonFact Holder(long id) =>
        new()
        {
            Id = id,
            ChildId = 1,
            Relation = id == 51 ? Relation.Mother : Relation.Father,
            HasCustody = true,
            Name = id == 51 ? "Anna Holm" : "Ib Holm",
        };

    /// <summary>A girl of 14 with two who have custody.</summary>
    static readonly ChildFile Two = With(Holder(51), Holder(52));

    static ChildFile With(params ChildsFact[] more) =>
        ChildFile.Build(Ready.Child, [.. Ready.All.OfType<ChildsFact>(), .. more], alone: true);

    static readonly DateOnly Day = Today.AddDays(-2);

    static PartyAnswer Yes(long person) => new(person, Day, "Er enig.", Day, null);

    static Decision Propose(
        ChildFile file,
        Func<ProposeDecision, ProposeDecision> but,
        Actor? by = null,
        DecisionProposalFact? earlier = null
    ) =>
        DecisionRules.Propose(
            but(Proposed(A(DecisionKind.Placement, "plejefamilie"))),
            file,
            Catalogue.Default,
            [],
            by ?? Head,
            earlier,
            Today,
            Ids()
        );

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Field is { } f ? $"{r.Code} {f}" : r.Code)];

    [Fact]
    public void One_day_is_the_consent_and_the_hearing_of_one()
    {
        Assert.Equal([], Codes(Propose(Two, c => c with { Parties = [Yes(51), Yes(52)] })));
        Assert.Equal(
            ["party-not-heard HeardOn-52", "party-consent-missing ConsentOn-52"],
            Codes(Propose(Two, c => c with { Parties = [Yes(51)] }))
        );
        // What is said for all together says nothing where they are known.
        Assert.Equal(4, Propose(Two, c => c).Refusals.Count);
    }

    [Fact]
    public void A_reason_stands_for_the_one_it_is_about()
    {
        Assert.Equal(
            [],
            Codes(Propose(Two, c => c with { Parties = [Yes(51), new(52, null, "Opholdsstedet er ukendt.", null, "Kan ikke findes.")] }))
        );
        Assert.Equal(
            ["party-consent-missing ConsentOn-52"],
            Codes(Propose(Two, c => c with { Parties = [Yes(51), new(52, null, "Opholdsstedet er ukendt.")] }))
        );
        Assert.Equal(
            ["hearing-after-decision HeardOn-52", "party-consent-missing ConsentOn-52"],
            Codes(Propose(Two, c => c with { Parties = [Yes(51), new(52, Today.AddDays(1), null, Today.AddDays(1))] }))
        );
    }

    [Fact]
    public void What_waives_the_parents_hearing_waives_nothing_of_the_childs()
    {
        ProposeDecision Without(ProposeDecision c) =>
            c with
            {
                Parties = [new(51, null, "Kan ikke nås.", Day), new(52, null, "Kan ikke nås.", Day)],
                ChildPartyHeardOn = null,
            };
        Assert.Equal(["child-is-a-party ChildPartyHeardOn"], Codes(Propose(Two, Without)));
        Assert.Equal([], Codes(Propose(Two, c => Without(c) with { ChildPartySaid = "Barnet er indlagt." })));
        // Nor where the file knows nobody with custody.
        Assert.Equal(
            ["child-is-a-party ChildPartyHeardOn"],
            Codes(Propose(Ready, c => c with { HearingSkipReason = "Kan ikke nås.", ChildPartyHeardOn = null }))
        );
    }

    [Fact]
    public void What_each_said_is_kept_with_the_proposal_and_judged_again_when_it_is_granted()
    {
        var proposed = Propose(Two, c => c with { Parties = [Yes(51), new(52, null, "Ukendt.", Day)] }, Caseworker);
        var rows = proposed.Events.OfType<Recorded>().Select(e => e.Fact).OfType<DecisionPartyFact>().ToList();
        Assert.Equal([51L, 52L, null], rows.Select(r => r.PersonId));
        Assert.Equal(
            [(Day, false, "Er enig."), ((DateOnly?)null, true, "Ukendt."), (Day, false, null)],
            rows.Select(r => (r.HeardOn, r.HearingLeftOut, r.Said))
        );
        var p = (DecisionProposalFact)((Recorded)proposed.Events[0]).Fact;
        Assert.Equal((ProposalState.Waiting, (DateOnly?)Day, (DateOnly?)Day), (p.State, p.PartiesHeardOn, p.CustodyConsentOn));
        var file = With([Holder(51), Holder(52), p, .. rows]);
        Decision Grant(ChildFile of) =>
            DecisionRules.Decide(new(1, p.Id, ProposalAnswer.Grant, Today, null, null), p, of, Catalogue.Default, Head, Today, Ids());
        Assert.Equal([], Codes(Grant(file)));
        // A third who has got custody meanwhile has not been asked.
        Assert.Contains(
            "party-consent-missing",
            Grant(With([.. file.All.OfType<ChildsFact>().Except(Ready.All.OfType<ChildsFact>()), Holder(53)])).Refusals.Select(r => r.Code)
        );
    }

    [Fact]
    public void Proposed_again_what_was_said_before_gives_way()
    {
        var earlier = A(DecisionKind.Placement, "plejefamilie");
        (earlier.Id, earlier.State) = (77, ProposalState.SentBack);
        var before = new DecisionPartyFact
        {
            Id = 78,
            ChildId = 1,
            ProposalId = 77,
            PersonId = 51,
            HeardOn = Day.AddDays(-9),
        };
        var again = Propose(With(Holder(51), earlier, before), c => c with { ProposalId = 77, Parties = [Yes(51)] }, earlier: earlier);
        Assert.Equal([], Codes(again));
        Assert.Equal(78, Assert.Single(again.Events.OfType<Withdrawn>()).Id);
        Assert.Equal(77, again.Events.OfType<Recorded>().Select(e => e.Fact).OfType<DecisionPartyFact>().First().ProposalId);
    }

    [Fact]
    public void Somebody_without_custody_is_no_party_and_a_proposal_from_before_is_judged_by_what_was_asked_then()
    {
        Assert.Contains(
            "thing-not-there",
            Propose(Two, c => c with { Parties = [Yes(51), Yes(52), Yes(99)] }).Refusals.Select(r => r.Code)
        );
        Assert.Equal([], Gates.For(A(DecisionKind.Placement, "plejefamilie"), Two, Catalogue.Default, Today).Select(r => r.Code));
    }
}
