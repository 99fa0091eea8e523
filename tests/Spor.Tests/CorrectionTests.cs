using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Plans;

namespace Spor.Tests;

public class CorrectionTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly ChildFact Child = new() { Id = 1, BornOn = new(2012, 3, 4) };

    static ChildFile File(params ChildsFact[] facts)
    {
        foreach (var fact in facts)
            fact.ChildId = 1;
        return ChildFile.Build(Child, facts, alone: true);
    }

    /// <summary>Of what is about no child, number 3 of each is known.</summary>
    static bool Knows(FactKind kind, long id) => id == 3;

    static InterventionFact Measure(long id = 10, string code = "hjem") =>
        new()
        {
            Id = id,
            Code = code,
            From = new(2026, 1, 5),
            PriceOre = 100,
        };

    static IEnumerable<string> Codes(Fact? row, Fact corrected, ChildFile file, string? reason = "Tastefejl") =>
        CorrectionRules
            .Correct(row, corrected, reason, file, Catalogue.Default, Knows, Deciding.Head, Today, () => 9000)
            .Refusals.Select(r => r.Code);

    static T Changed<T>(T row, Action<T> change)
        where T : Fact
    {
        var copy = (T)row.Copy();
        change(copy);
        return copy;
    }

    [Fact]
    public void A_correction_replaces_the_row_and_asks_why()
    {
        var row = Measure();
        var file = File(row);
        var happened = Assert.IsType<Corrected>(
            Assert.Single(
                CorrectionRules
                    .Correct(
                        row,
                        Changed(row, m => m.PriceOre = 200),
                        "Tastefejl",
                        file,
                        Catalogue.Default,
                        Knows,
                        Deciding.Head,
                        Today,
                        () => 9000
                    )
                    .Events
            )
        );
        Assert.Equal((10L, 200L), (happened.Fact.Id, ((InterventionFact)happened.Fact).PriceOre));
        Assert.Equal(["correction-without-reason"], Codes(row, Changed(row, m => m.PriceOre = 200), file, null));
        Assert.Equal(["nothing-changed"], Codes(row, Changed(row, _ => { }), file));
        Assert.Equal(["thing-not-there"], Codes(null, row, file));
    }

    [Fact]
    public void What_cannot_be_so_is_refused()
    {
        var row = Measure();
        var file = File(row);
        Assert.Equal(["ends-before-it-starts"], Codes(row, Changed(row, m => m.To = new(2026, 1, 4)), file));
        Assert.Equal(["measure-unknown"], Codes(row, Changed(row, m => m.Code = "hekseri"), file));
        Assert.Equal(["step-up-is-a-decision"], Codes(row, Changed(row, m => m.Code = "plejefamilie"), file));
        var delivered = Changed(row, m => m.SourceKey = "I-1");
        Assert.Empty(Codes(delivered, Changed(delivered, m => m.Code = "plejefamilie"), File(delivered)));
        Assert.Equal(["reference-unknown"], Codes(row, Changed(row, m => m.DecisionId = 77), file));
        Assert.Equal(["value-missing"], Codes(row, Changed(row, m => m.From = default), file));
        var score = new MeasurementFact
        {
            Id = 20,
            GoalId = 21,
            On = Today,
            Score = 4,
        };
        var goal = new GoalFact { Id = 21, PlanId = 22 };
        Assert.Equal(["score-out-of-range"], Codes(score, Changed(score, m => m.Score = 11), File(score, goal, new PlanFact { Id = 22 })));
        var followUp = new FollowUpFact
        {
            Id = 30,
            InterventionId = 10,
            On = Today,
        };
        Assert.Equal(["day-in-future"], Codes(followUp, Changed(followUp, f => f.On = Today.AddDays(1)), File(row, followUp)));
        var talk = new ConversationFact { Id = 31, On = Today };
        Assert.Equal(["left-out-without-reason"], Codes(talk, Changed(talk, t => t.LeftOut = true), File(talk)));
    }

    [Fact]
    public void A_note_and_a_sent_letter_have_their_own_way()
    {
        var note = new JournalNoteFact { Id = 40, On = Today };
        Assert.Equal(["has-its-own-way"], Codes(note, Changed(note, n => n.Body = "Andet"), File(note)));
        Assert.Equal(
            "has-its-own-way",
            Assert.Single(CorrectionRules.Withdraw(new Letters.LetterFact { Id = 41 }, File(), false, "x").Refusals).Code
        );
    }

    [Fact]
    public void What_hangs_on_a_thing_goes_with_it_when_one_says_so_and_what_can_stand_alone_stays()
    {
        var decision = new DecisionRecordFact { Id = 9, On = new(2026, 1, 2) };
        var row = Measure();
        row.DecisionId = 9;
        var followUp = new FollowUpFact
        {
            Id = 30,
            InterventionId = 10,
            On = Today,
        };
        var file = File(decision, row, followUp);
        Assert.Equal("others-hang-on-it", Assert.Single(CorrectionRules.Withdraw(row, file, false, "Dobbelt").Refusals).Code);
        Assert.Equal([30, 10], CorrectionRules.Withdraw(row, file, true, "Dobbelt").Events.Cast<Withdrawn>().Select(w => w.Id));
        // A measure can do without its decision.
        var events = CorrectionRules.Withdraw(decision, file, false, "Dobbelt").Events;
        Assert.Equal((10L, null), (((Corrected)events[0]).Fact.Id, ((InterventionFact)((Corrected)events[0]).Fact).DecisionId));
        Assert.Equal(9, ((Withdrawn)events[1]).Id);
        Assert.Equal("correction-without-reason", Assert.Single(CorrectionRules.Withdraw(decision, file, false, null).Refusals).Code);
    }

    [Fact]
    public void Somebody_around_the_child_has_a_name_and_a_professional_no_custody()
    {
        Assert.Equal(
            ["person-without-name", "professional-with-custody"],
            NetworkRules.Add(new(1, Relation.Teacher, null, true, true, false, null, null), Today, () => 9).Refusals.Select(r => r.Code)
        );
        var added = (NetworkPersonFact)
            (
                (Recorded)NetworkRules.Add(new(1, Relation.Mother, "Mia Ny", true, false, true, null, "Engvej 1"), Today, () => 9).Events[0]
            ).Fact;
        Assert.Equal((9L, "Mia Ny", true, "Engvej 1"), (added.Id, added.Name, added.HasCustody, added.Address));
    }

    [Fact]
    public void A_child_is_withdrawn_only_when_nothing_is_known_of_it()
    {
        Assert.Equal(
            "child-has-facts",
            Assert.Single(CorrectionRules.Withdraw(Child, File(Measure()), true, "Oprettet to gange").Refusals).Code
        );
        Assert.False(CorrectionRules.Withdraw(Child, File(), false, "Oprettet to gange").Refused);
    }

    [Fact]
    public void A_goal_cannot_be_made_to_carry_on_one_that_is_not_there_and_its_scores_stay()
    {
        var plan = new PlanFact { Id = 50, DecidedOn = new(2026, 1, 5) };
        var newer = new PlanFact
        {
            Id = 51,
            DecidedOn = new(2026, 6, 1),
            ReplacesId = 50,
        };
        var first = new GoalFact { Id = 60, PlanId = 50 };
        var second = new GoalFact
        {
            Id = 61,
            PlanId = 51,
            ContinuesId = 60,
        };
        var third = new GoalFact { Id = 62, PlanId = 51 };
        var score = new MeasurementFact
        {
            Id = 70,
            GoalId = 60,
            On = new(2026, 2, 1),
            Score = 4,
        };
        var file = File(plan, newer, first, second, third, score);
        Assert.Equal(["reference-unknown"], Codes(second, Changed(second, g => g.ContinuesId = 987654321), file));
        Assert.Equal(["reference-unknown"], Codes(newer, Changed(newer, p => p.ReplacesId = 51), file));
        // Chosen in the middle of a line, it still carries on the line's first goal, where the scores are.
        var carried = (GoalFact)
            (
                (Corrected)
                    CorrectionRules
                        .Correct(
                            third,
                            Changed(third, g => g.ContinuesId = 61),
                            "Tastefejl",
                            file,
                            Catalogue.Default,
                            Knows,
                            Deciding.Head,
                            Today,
                            () => 9000
                        )
                        .Events[0]
            ).Fact;
        Assert.Equal(60, carried.ContinuesId);
        // The first goal of a line cannot become the middle of another.
        Assert.Equal(["others-carry-it-on"], Codes(first, Changed(first, g => g.ContinuesId = 62), file));
    }

    [Fact]
    public void What_something_newer_carries_on_is_not_withdrawn_before_the_newer()
    {
        var plan = new PlanFact { Id = 50, DecidedOn = new(2026, 1, 5) };
        var newer = new PlanFact
        {
            Id = 51,
            DecidedOn = new(2026, 6, 1),
            ReplacesId = 50,
        };
        var first = new GoalFact { Id = 60, PlanId = 50 };
        var second = new GoalFact
        {
            Id = 61,
            PlanId = 51,
            ContinuesId = 60,
        };
        var file = File(plan, newer, first, second);
        foreach (var row in new Fact[] { plan, first })
            Assert.Equal("others-carry-it-on", Assert.Single(CorrectionRules.Withdraw(row, file, true, "Dobbelt").Refusals).Code);
        Assert.Equal([newer, second], Hanging.CarriedOnBy(file, plan));
        Assert.False(CorrectionRules.Withdraw(newer, file, true, "Dobbelt").Refused);
    }

    [Fact]
    public void A_number_stays_within_what_its_description_says()
    {
        var said = new Conferences.ConferenceEvaluationFact
        {
            Id = 80,
            On = Today,
            Heard = 3,
        };
        Assert.Equal(["number-out-of-range"], Codes(said, Changed(said, e => e.Heard = 6), File(said)));
    }
}
