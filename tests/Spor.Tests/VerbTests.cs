using Spor.Access;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Verbs;

namespace Spor.Tests;

/// <summary>What holds for every verb, asked of verbs as plain calls.</summary>
public class VerbTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly ChildFile Placed = Script.File(
        "case 2024-01-01 -; plan child 2026-01-10 2026-02-01; goal; measure plejefamilie 2026-03-01 -"
    );

    static InMemory Facts => new(Placed.All);

    static MeasureGoals Score(long child) => new(child, Today, [new(Placed.Goals[0].Id, 7)]);

    static EndIntervention End => new(Placed.Id, Placed.Interventions[0].Id, Today, EndResult.Reached, NextStep.Other, null, null);

    static IEnumerable<string> Codes(Decision decision) => decision.Refusals.Select(r => r.Code);

    [Fact]
    public void A_verb_is_done_with_what_is_known_now()
    {
        var decision = MeasureGoals.Verb.Decide(Score(Placed.Id), Facts.Now(Today));
        Assert.Empty(decision.Refusals);
        Assert.Equal(7, Assert.IsType<MeasurementFact>(Assert.IsType<Recorded>(Assert.Single(decision.Events)).Fact).Score);
    }

    [Fact]
    public void Nobody_does_what_is_not_theirs_to_do() =>
        Assert.Equal(
            ["not-yours-to-do"],
            Codes(MeasureGoals.Verb.Decide(Score(Placed.Id), Facts.Now(Today, may: c => c != Capability.Casework)))
        );

    [Fact]
    public void Nobody_acts_on_a_child_that_they_may_not_see() =>
        Assert.Equal(["child-not-yours"], Codes(MeasureGoals.Verb.Decide(Score(Placed.Id), Facts.Now(Today, maySee: _ => false))));

    [Fact]
    public void A_child_that_is_not_there_is_said_so_before_the_rule_is_asked() =>
        Assert.Equal(["thing-not-there"], Codes(MeasureGoals.Verb.Decide(Score(-1), Facts.Now(Today))));

    [Fact]
    public void What_somebody_saved_after_the_form_was_read_is_met_before_it_is_overwritten()
    {
        var measure = (InterventionFact)Placed.Interventions[0].Copy();
        measure.RecordedIn = 9;
        var facts = new InMemory([.. Placed.All.Where(f => f.Id != measure.Id || f is not InterventionFact), measure]);
        var now = facts.Now(Today, seen: 8);
        Assert.Equal(["changed-meanwhile"], Codes(EndIntervention.Verb.Decide(End, now)));
        Assert.Same(measure, now.Meanwhile);
        // Who has seen it decides with open eyes.
        Assert.DoesNotContain("changed-meanwhile", Codes(EndIntervention.Verb.Decide(End, facts.Now(Today, seen: 9))));
    }

    [Fact]
    public void A_joint_act_asks_for_each_child_it_touches()
    {
        var sibling = Script.File("case 2024-01-01 -", 2);
        var placed = Script.File("case 2024-01-01 -; measure plejefamilie 2026-03-01 -");
        (placed.Child.FamilyId, sibling.Child.FamilyId) = (7, 7);
        var facts = new InMemory([.. placed.All.Where(f => f is not PlanFact), .. sibling.All]);
        var joint = new StartPlan(PlanKind.ChildsPlan, Today, null, null, null) { ChildId = Placed.Id, Siblings = [sibling.Id] };
        Assert.Equal(["child-not-yours"], Codes(StartPlan.Verb.Decide(joint, facts.Now(Today, maySee: id => id != sibling.Id))));
        var now = facts.Now(Today);
        var decision = StartPlan.Verb.Decide(joint, now);
        Assert.Equal([Placed.Id, sibling.Id], decision.Events.OfType<Recorded>().Select(r => ((PlanFact)r.Fact).ChildId));
        // An entry about several children is nobody's alone.
        Assert.Equal(("start-plan", null), StartPlan.Verb.EntryOf(joint, now));
        Assert.Equal(("start-plan", Placed.Id), StartPlan.Verb.EntryOf(joint with { Siblings = [] }, now));
    }

    [Fact]
    public void A_letter_that_is_sent_is_told_from_one_that_is_kept()
    {
        var letter = new Letters.WriteLetter(Placed.Id, null, "x", null, null, [], "Emne", "Tekst", true, Today, null);
        Assert.Equal("send-letter", Letters.WriteLetter.Verb.EntryOf(letter, Facts.Now(Today)).Name);
        Assert.Equal("write-letter", Letters.WriteLetter.Verb.EntryOf(letter with { Send = false }, Facts.Now(Today)).Name);
    }

    [Fact]
    public void Every_verb_has_a_name_of_its_own_and_a_command_of_its_own()
    {
        Assert.Contains(RecordFollowUp.Verb, Verb.All);
        var names = Verb.All.SelectMany(v => v.Names.Select(n => (v, n))).ToList();
        Assert.Equal(names.Count, names.Select(n => n.n).Distinct().Count());
        Assert.All(names, n => Assert.Matches("^[a-z]+(-[a-z0-9]+)+$|^erase$", n.n));
        Assert.Equal(Verb.All.Count, Verb.All.Select(v => v.Command).Distinct().Count());
    }
}
