using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>Is there a decision in force that names this help, and a grant that covers it? Asked by everything that touches a
/// measure.</summary>
public class CoveredTests
{
    static string[] Said(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static Decision Start(StartIntervention c, ChildFile file, Actor actor) =>
        InterventionRules.Start(c, file, Catalogue.Default, actor, Today, Ids());

    static StartIntervention Starting(string code, long? decision, long ore, PriceUnit unit = PriceUnit.Month) =>
        new(1, code, decision, Today, Today.AddDays(90), null, null, ore, unit, null, "Det haster.");

    /// <summary>A family treatment at 8,500 kr a month, decided and started.</summary>
    static ChildFile Treated(string script = Case + Talk) =>
        After(
            Script.File(script),
            Propose(
                With(
                    A(DecisionKind.Support, "familiebehandling"),
                    p => (p.LegalBasis, p.PriceOre, p.Unit, p.From) = ("32.1.5", 8_500_00, PriceUnit.Month, Today)
                ),
                Script.File(script),
                Caseworker
            )
        );

    static readonly ChildFile File = Treated();
    static InterventionFact Measure => (InterventionFact)File.Interventions[0].Copy();

    static Decision Change(long ore, Actor actor, DateOnly? to = null, ChildFile? file = null) =>
        InterventionRules.Change(
            new(1, Measure.Id, Today, ore, PriceUnit.Month, null, to ?? Measure.ExpectedTo, null, null),
            Measure,
            file ?? File,
            Catalogue.Default,
            actor,
            Today,
            Ids(9500)
        );

    static Decision Correct(Fact row, Fact corrected, ChildFile file, Actor actor) =>
        CorrectionRules.Correct(row, corrected, "Tastefejl", file, Catalogue.Default, (_, _) => true, actor, Today, Ids(9500));

    [Fact]
    public void Whoever_presses_decide_decides_and_whoever_presses_propose_proposes()
    {
        var file = Script.File(Case + Talk);
        Decision Press(bool binds, long ore, Actor actor) =>
            DecisionRules.Propose(
                Proposed(
                    With(
                        A(DecisionKind.Support, "familiebehandling"),
                        p => (p.LegalBasis, p.PriceOre, p.Unit, p.From) = ("32.1.5", ore, PriceUnit.Month, Today)
                    )
                ) with
                {
                    Binds = binds,
                },
                file,
                Catalogue.Default,
                [],
                actor,
                null,
                Today,
                Ids()
            );
        // One's own to decide, and above one's authority: the page may have been opened before the amount was typed.
        Assert.Equal(["decision-is-ones-own"], Said(Press(false, 8_500_00, Head)));
        Assert.Equal([], Said(Press(true, 8_500_00, Head)));
        Assert.Equal(["decision-is-not-ones-own"], Said(Press(true, 95_000_00, Caseworker)));
        Assert.Equal([], Said(Press(false, 95_000_00, Caseworker)));
    }

    [Fact]
    public void A_decision_under_30_starts_no_institution()
    {
        var file = Script.File(Case + "decision 2026-10-20 §30.1.1");
        Assert.Equal(
            ["decision-names-other", "grant-beyond-authority"],
            Said(Start(Starting("døgninstitution", file.Decisions[0].Id, 3_000_00, PriceUnit.Day), file, Caseworker))
        );
        Assert.Equal(
            ["decision-names-other"],
            Said(Start(Starting("døgninstitution", file.Decisions[0].Id, 3_000_00, PriceUnit.Day), file, Head))
        );
    }

    [Fact]
    public void A_decision_on_family_treatment_starts_no_foster_family_and_nothing_twice()
    {
        Assert.Equal(["decision-used"], Said(Start(Starting("plejefamilie", File.Decisions[0].Id, 50_000_00), File, Head)));
        Assert.Equal(["decision-used"], Said(Start(Starting("familiebehandling", File.Decisions[0].Id, 8_500_00), File, Head)));
        // Its measure was taken back: then it names the treatment again, and still not the foster family.
        var unused = ChildFile.Build(File.Child, [.. File.Cases, .. File.Decisions, .. File.Proposals]);
        Assert.Equal(["decision-names-other"], Said(Start(Starting("plejefamilie", File.Decisions[0].Id, 50_000_00), unused, Head)));
        Assert.Equal([], Said(Start(Starting("familiebehandling", File.Decisions[0].Id, 8_500_00), unused, Caseworker)));
        Assert.Equal(
            ["grant-beyond-authority"],
            Said(Start(Starting("familiebehandling", File.Decisions[0].Id, 20_000_00), unused, Caseworker))
        );
        Assert.Equal(
            ["decision-not-in-force"],
            Said(
                Start(
                    Starting("familiebehandling", File.Decisions[0].Id, 1) with
                    {
                        From = Today.AddYears(1),
                        ExpectedTo = null,
                    },
                    unused,
                    Head
                )
            )
        );
        // A refusal or a decision that names no measure starts none.
        var refused = After(Script.File(Case + Talk), Propose(A(DecisionKind.Refusal), Script.File(Case + Talk), Head));
        Assert.Equal(["decision-names-other"], Said(Start(Starting("hjem", refused.Decisions[0].Id, 1), refused, Head)));
    }

    [Fact]
    public void What_an_import_reported_names_the_measure_that_names_it_or_one_of_its_section()
    {
        string[] On(string section, string code, string more = "") =>
            Said(
                Start(
                    Starting(code, Script.File(Case + $"decision 2026-10-20 §{section}" + more).Decisions[0].Id, 1_00),
                    Script.File(Case + $"decision 2026-10-20 §{section}" + more),
                    Head
                )
            );
        Assert.Equal([], On("32", "familiebehandling"));
        Assert.Equal([], On("46", "plejefamilie"));
        Assert.Equal(["decision-names-other"], On("32.1.2", "familiebehandling"));
        Assert.Equal(["decision-names-other"], On("32", "plejefamilie"));
        Assert.Equal(["decision-used"], On("46", "plejefamilie", "; measure plejefamilie 2026-02-01 2026-10-20 +"));
    }

    [Fact]
    public void A_higher_price_is_a_new_grant_on_every_path()
    {
        // Within what is granted, and within one's own authority.
        Assert.Equal([], Said(Change(8_000_00, Caseworker)));
        Assert.Equal([], Said(Change(9_900_00, Caseworker)));
        Assert.Equal(["grant-does-not-cover"], Said(Change(95_000_00, Caseworker)));
        Assert.Equal([], Said(Change(95_000_00, Head)));
        Assert.Equal(
            (95_000_00L, GrantCause.Renewed, AuthorityLevel.Leader),
            Change(95_000_00, Head)
                .Events.OfType<Recorded>()
                .Select(e => e.Fact)
                .OfType<GrantFact>()
                .Select(g => (g.PriceOre, g.Cause, g.Level!.Value))
                .Single()
        );
        // A correction is no way round it, of the measure or of a later price.
        Decision Dearer(Actor actor) => Correct(Measure, Other(m => m.PriceOre = 95_000_00), File, actor);
        Assert.Equal(["grant-does-not-cover"], Said(Dearer(Caseworker)));
        Assert.Equal(2, Dearer(Head).Events.Count);
        var price = new InterventionPriceFact
        {
            Id = 77,
            ChildId = 1,
            InterventionId = Measure.Id,
            From = Today,
            PriceOre = 8_400_00,
            Unit = PriceUnit.Month,
        };
        var cheaper = ChildFile.Build(File.Child, [.. Facts(File), price]);
        var raised = (InterventionPriceFact)price.Copy();
        raised.PriceOre = 95_000_00;
        Assert.Equal(["grant-does-not-cover"], Said(Correct(price, raised, cheaper, Caseworker)));
        raised.PriceOre = 8_500_00;
        Assert.Equal([], Said(Correct(price, raised, cheaper, Caseworker)));
        // Preventive help needs no decision, but its grant follows the table too.
        Assert.Equal(["grant-beyond-authority"], Said(Start(Starting("gruppe", null, 50_000_00), Script.File(Case), Caseworker)));
        Assert.Equal([], Said(Start(Starting("gruppe", null, 10_000_00), Script.File(Case), Caseworker)));
        // A daily price is the same in a short month and in a long one.
        var february = Script.File(Case + "measure gruppe 2026-02-01 -");
        february.Interventions[0].PriceOre = 330_00;
        february.Interventions[0].Unit = PriceUnit.Day;
        Assert.Equal(
            [],
            Said(
                InterventionRules.Change(
                    new(1, february.Interventions[0].Id, new(2026, 3, 1), 330_00, PriceUnit.Day, null, Today, null, null),
                    (InterventionFact)february.Interventions[0].Copy(),
                    february,
                    Catalogue.Default,
                    Caseworker,
                    Today,
                    Ids()
                )
            )
        );
    }

    [Fact]
    public void A_longer_time_than_is_granted_asks_the_same_table()
    {
        Assert.Equal([], Said(Change(8_500_00, Caseworker, Measure.ExpectedTo!.Value.AddDays(30))));
        var dear = Other(m => m.PriceOre = 40_000_00);
        var file = ChildFile.Build(
            File.Child,
            [
                .. Facts(File).Where(f => f is not (InterventionFact or GrantFact)),
                dear,
                With2(File.Of<GrantFact>()[0], g => g.PriceOre = 40_000_00),
            ]
        );
        string[] Longer(Actor actor, DateOnly to) =>
            Said(
                InterventionRules.Change(
                    new(1, dear.Id, Today, 40_000_00, PriceUnit.Month, null, to, null, null),
                    (InterventionFact)dear.Copy(),
                    file,
                    Catalogue.Default,
                    actor,
                    Today,
                    Ids(9500)
                )
            );
        Assert.Equal(["grant-does-not-cover"], Longer(Caseworker, dear.ExpectedTo!.Value.AddDays(30)));
        Assert.Equal([], Longer(Caseworker, dear.ExpectedTo!.Value.AddDays(-30)));
        Assert.Equal([], Longer(Head, dear.ExpectedTo!.Value.AddDays(30)));
    }

    [Fact]
    public void Another_place_is_another_decision()
    {
        var placed = After(Ready, Propose(With(A(DecisionKind.Placement, "plejefamilie"), p => p.From = Today), Ready, Head));
        var m = placed.Interventions[0];
        Assert.Equal("Huset", m.Provider);
        string[] Moved(string? provider, string? place = null) =>
            Said(
                InterventionRules.Change(
                    new(1, m.Id, Today, m.PriceOre, m.Unit, null, m.ExpectedTo, provider, place),
                    (InterventionFact)m.Copy(),
                    placed,
                    Catalogue.Default,
                    Head,
                    Today,
                    Ids(9500)
                )
            );
        Assert.Equal(["place-is-a-decision"], Moved("Et andet hus"));
        Assert.Equal(["place-is-a-decision"], Moved(null));
        Assert.Equal([], Moved("Huset", "Stuen"));
        // Spelled wrong: whoever may decide on the place may put it right.
        Assert.Equal(["place-is-a-decision"], Said(Correct(m, Named(m, "Hust"), placed, Caseworker)));
        Assert.Equal([], Said(Correct(m, Named(m, "Hust"), placed, Head)));
        Assert.Equal(["place-missing"], Codes(With(A(DecisionKind.Placement, "plejefamilie"), p => p.Provider = null), Ready));

        static InterventionFact Named(InterventionFact m, string provider)
        {
            var copy = (InterventionFact)m.Copy();
            copy.Provider = provider;
            return copy;
        }
    }

    [Fact]
    public void A_correction_is_judged_by_the_rule_that_would_have_judged_the_value()
    {
        Assert.Equal(["case-not-open", "start-before-decision"], Said(Correct(Measure, Other(m => m.From = new(2025, 12, 1)), File, Head)));
        Assert.Equal(["decision-names-other"], Said(Correct(Measure, Other(m => m.Code = "hjem"), File, Head)));
        Assert.Equal(["decision-needed"], Said(Correct(Measure, Other(m => m.DecisionId = null), File, Head)));
        // Also where another system reported it: then the case is what judges.
        var imported = Script.File(Case + "measure hjem 2026-02-01 -");
        imported.Interventions[0].SourceKey = "I-1";
        var m = imported.Interventions[0];
        InterventionFact From(DateOnly day)
        {
            var copy = (InterventionFact)m.Copy();
            copy.From = day;
            return copy;
        }
        Assert.Equal(["case-not-open"], Said(Correct(m, From(new(2025, 12, 1)), imported, Head)));
        Assert.Equal([], Said(Correct(m, From(new(2026, 3, 1)), imported, Caseworker)));

        // The decision's own day is judged by its gates.
        var decision = File.Decisions[0];
        DecisionRecordFact Changed(Action<DecisionRecordFact> but)
        {
            var copy = (DecisionRecordFact)decision.Copy();
            but(copy);
            return copy;
        }
        Assert.Contains("child-not-heard", Said(Correct(decision, Changed(d => d.On = new(2026, 9, 1)), File, Head)));
        Assert.Equal(["legal-basis-not-for-kind"], Said(Correct(decision, Changed(d => d.LegalBasis = "46"), File, Head)));
        Assert.Equal(["decision-kind-is-its-own"], Said(Correct(decision, Changed(d => d.Kind = DecisionKind.Placement), File, Head)));
        Assert.Equal(["not-your-authority"], Said(Correct(decision, Changed(d => d.Level = AuthorityLevel.Leader), File, Caseworker)));
        // And it is not taken back from under its measure.
        Assert.Equal(["decision-in-use"], Said(CorrectionRules.Withdraw(decision, File, true, "Fejl")));
    }

    [Fact]
    public void A_new_grant_waits_for_whoever_may_and_then_the_price_holds_from_its_day()
    {
        Decision Ask(
            Actor actor,
            long? ore = 95_000_00,
            string? why = "To dage mere om ugen.",
            ChildFile? file = null,
            DateOnly? from = null,
            bool? binds = null
        ) =>
            DecisionRules.Propose(
                new ProposeGrant(1, Measure.Id, from ?? Today, ore, PriceUnit.Month, null, Measure.ExpectedTo, why) { Binds = binds },
                Measure,
                file ?? File,
                Catalogue.Default,
                actor,
                null,
                Today,
                Ids(9500)
            );
        Assert.Equal(
            ["measure-not-running-then", "price-missing", "reasons-missing"],
            Said(Ask(Caseworker, null, null, from: Today.AddDays(-1))).Where(c => c != "end-before-start")
        );
        Assert.Equal(
            "thing-not-there",
            Said(
                    DecisionRules.Propose(
                        new ProposeGrant(1, 4, Today, 1, PriceUnit.Month, null, null, "x"),
                        null,
                        File,
                        Catalogue.Default,
                        Head,
                        null,
                        Today,
                        Ids()
                    )
                )
                .Single()
        );
        // A button does one thing: what one may grant oneself is not asked for, and what one may not is not granted.
        Assert.Equal(["grant-is-not-ones-own"], Said(Ask(Caseworker, binds: true)));
        Assert.Equal(["grant-is-ones-own"], Said(Ask(Head, binds: false)));
        Assert.Equal([], Said(Ask(Caseworker, binds: false)));
        var waiting = After(File, Ask(Caseworker));
        var p = waiting.Proposals[^1];
        Assert.Equal((ProposalState.Waiting, AuthorityLevel.Leader, Measure.Id), (p.State, p.NeededLevel, p.GrantForId!.Value));
        Assert.Empty(waiting.Prices);
        Assert.Equal(["grant-waits-already"], Said(Ask(Caseworker, file: waiting)));
        Decision Grant(Actor actor) =>
            DecisionRules.Decide(
                new(1, p.Id, ProposalAnswer.Grant, Today, null, null),
                p,
                waiting,
                Catalogue.Default,
                actor,
                Today,
                Ids(9700)
            );
        Assert.Equal(["not-your-authority"], Said(Grant(Coordinator)));
        var after = After(waiting, Grant(Head));
        Assert.Equal((95_000_00L, Today), (after.Prices[0].PriceOre, after.Prices[0].From));
        Assert.Equal(95_000_00, Grants.On(after.Interventions[0], after, Today, Catalogue.Default).Price!.Value.Ore);
        // No decision was made, and nobody was heard again.
        Assert.Single(after.Decisions);
        Assert.Equal([], Said(Change(95_000_00, Caseworker, file: after)).Where(c => c != "nothing-changed"));
        // Within one's own authority it is given at once.
        Assert.Equal(ProposalState.Granted, After(File, Ask(Caseworker, 9_000_00)).Proposals[^1].State);
    }

    static IEnumerable<ChildsFact> Facts(ChildFile file) => file.All.OfType<ChildsFact>();

    static InterventionFact Other(Action<InterventionFact> but)
    {
        var m = Measure;
        but(m);
        return m;
    }

    static GrantFact With2(GrantFact g, Action<GrantFact> but)
    {
        var copy = (GrantFact)g.Copy();
        but(copy);
        return copy;
    }
}
