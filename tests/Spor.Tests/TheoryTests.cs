using Spor.ChangeTheory;
using Spor.Facts;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>A theory of change: each part leads on, and an outcome says by itself how it stands.</summary>
public class TheoryTests
{
    static readonly DateOnly Today = new(2026, 6, 15);
    static long next = 95_000;

    static long NewId() => next++;

    static readonly Staff People = new(
        [
            new()
            {
                Id = 1,
                EmployeeId = 1,
                TeamId = 1,
                Role = Role.Leader,
                From = new(2020, 1, 1),
            },
        ],
        []
    );
    static readonly TheoryFact Theory = new()
    {
        Id = 5,
        EmployeeId = 1,
        Title = "Færre flytninger",
    };

    static TheoryPartFact Part(TheoryStage stage, int place = 1, long? to = null) =>
        new()
        {
            Id = NewId(),
            TheoryId = 5,
            Stage = stage,
            Place = place,
            LeadsToId = to,
            What = "Led",
        };

    static SaveTheoryPart Command(TheoryStage stage, TheoryPartFact? part = null, long? to = null) =>
        new(5, part?.Id, stage, " Et led ", to, null, null, null, null);

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static TheoryPartFact Written(Decision d) =>
        Assert.Single(d.Events) switch
        {
            Recorded r => (TheoryPartFact)r.Fact,
            Corrected c => (TheoryPartFact)c.Fact,
            var other => throw new InvalidOperationException(other.ToString()),
        };

    [Fact]
    public void A_theory_has_a_name_and_somebody_who_answers_for_it()
    {
        Assert.Empty(Codes(TheoryRules.Save(new(null, "Ny", null, 1), null, People, Today, NewId)));
        Assert.Equal(
            ["value-missing", "caseworker-not-employed"],
            Codes(TheoryRules.Save(new(null, " ", null, 2), null, People, Today, NewId))
        );
        Assert.Equal(["thing-not-there"], Codes(TheoryRules.Save(new(7, "Ny", null, 1), null, People, Today, NewId)));
        var left = new TheoryFact { Id = 6, EmployeeId = 2 };
        Assert.Empty(Codes(TheoryRules.Save(new(6, "Ny", null, 2), left, People, Today, NewId)));
    }

    [Fact]
    public void A_part_leads_to_a_later_one_and_never_round()
    {
        var (end, middle) = (Part(TheoryStage.Outcome), Part(TheoryStage.Outcome, 2));
        middle.LeadsToId = end.Id;
        var output = Part(TheoryStage.Output, 1, middle.Id);
        TheoryPartFact[] all = [end, middle, output];
        Decision Save(SaveTheoryPart c) => TheoryRules.Save(c, Theory, all, NewId);

        var saved = Written(Save(Command(TheoryStage.Activity, to: output.Id)));
        Assert.Equal((1, output.Id, "Et led"), (saved.Place, saved.LeadsToId, saved.What));
        Assert.Equal(3, Written(Save(Command(TheoryStage.Outcome))).Place);
        Assert.Equal(["theory-leads-back"], Codes(Save(Command(TheoryStage.Output, to: output.Id))));
        Assert.Equal(["theory-leads-back"], Codes(Save(Command(TheoryStage.Outcome, to: output.Id))));
        Assert.Equal(["theory-leads-round"], Codes(Save(Command(TheoryStage.Outcome, end, middle.Id))));
        Assert.Equal(["theory-leads-round"], Codes(Save(Command(TheoryStage.Outcome, end, end.Id))));
        Assert.Equal(["thing-not-there"], Codes(Save(Command(TheoryStage.Input, to: 1))));
        // What leads to it must still come before it.
        Assert.Equal(["theory-led-to"], Codes(Save(Command(TheoryStage.Input, middle))));
        Assert.Equal(["theory-part-too-long"], Codes(Save(Command(TheoryStage.Input) with { What = new string('x', 201) })));
        Assert.Equal(["value-missing"], Codes(Save(Command(TheoryStage.Input) with { What = " " })));
        Assert.Equal(["thing-not-there"], Codes(TheoryRules.Save(Command(TheoryStage.Input), null, all, NewId)));
        var full = Enumerable.Range(0, 60).Select(i => Part(TheoryStage.Input, i)).ToList();
        Assert.Equal(["theory-too-large"], Codes(TheoryRules.Save(Command(TheoryStage.Input), Theory, full, NewId)));
    }

    [Fact]
    public void An_outcome_is_tied_to_a_figure_with_a_target_and_a_day_or_to_none()
    {
        Decision Save(SaveTheoryPart c) => TheoryRules.Save(c, Theory, [], NewId);
        var tied = Command(TheoryStage.Outcome) with { FigureCode = "placed", Way = TargetWay.AtMost, Target = 9000, TargetOn = Today };
        var saved = Written(Save(tied));
        Assert.Equal(("placed", TargetWay.AtMost, 9000, Today), (saved.FigureCode, saved.Way, saved.Target, saved.TargetOn));
        Assert.Equal(
            ["choice-missing", "value-missing", "day-missing"],
            Codes(Save(tied with { Way = null, Target = null, TargetOn = null }))
        );
        Assert.Equal(["theory-figure-of-outcomes"], Codes(Save(tied with { Stage = TheoryStage.Output })));
        Assert.Equal(["theory-target-of-nothing"], Codes(Save(tied with { FigureCode = null })));
    }

    [Fact]
    public void A_part_changes_place_with_the_one_beside_it_and_goes_when_nothing_leads_to_it()
    {
        var (a, b, c) = (Part(TheoryStage.Input), Part(TheoryStage.Input, 3), Part(TheoryStage.Activity));
        a.LeadsToId = c.Id;
        var moved = TheoryRules.Move(new(b.Id, Up: true), [a, b, c]).Events.Cast<Corrected>().Select(e => (TheoryPartFact)e.Fact);
        Assert.Equal([(b.Id, 1), (a.Id, 3)], moved.Select(p => (p.Id, p.Place)));
        Assert.Equal(["theory-part-outermost"], Codes(TheoryRules.Move(new(a.Id, Up: true), [a, b, c])));
        Assert.Equal(["theory-part-outermost"], Codes(TheoryRules.Move(new(c.Id, Up: false), [a, b, c])));
        Assert.Equal(["thing-not-there"], Codes(TheoryRules.Move(new(1, Up: true), [a])));
        Assert.Equal(["theory-led-to"], Codes(TheoryRules.Remove(new(c.Id), [a, b, c])));
        Assert.IsType<Withdrawn>(Assert.Single(TheoryRules.Remove(new(a.Id), [a, b, c]).Events));
        Assert.Equal(["thing-not-there"], Codes(TheoryRules.Remove(new(1), [a])));
    }

    [Fact]
    public void An_outcomes_state_follows_from_its_figure_its_target_and_the_day()
    {
        var part = Part(TheoryStage.Outcome);
        Assert.Equal(OutcomeState.NoFigure, OutcomeStates.Of(part, 9000, Today));
        (part.FigureCode, part.Way, part.Target, part.TargetOn) = ("placed", TargetWay.AtMost, 9000, Today);
        Assert.Equal(OutcomeState.NotTold, OutcomeStates.Of(part, null, Today));
        Assert.Equal(OutcomeState.Reached, OutcomeStates.Of(part, 9000, Today));
        Assert.Equal(OutcomeState.Missed, OutcomeStates.Of(part, 9001, Today));
        Assert.Equal(OutcomeState.NotYet, OutcomeStates.Of(part, 9001, Today.AddDays(-1)));
        part.Way = TargetWay.AtLeast;
        Assert.Equal(OutcomeState.Reached, OutcomeStates.Of(part, 9001, Today));
        Assert.Equal(OutcomeState.Missed, OutcomeStates.Of(part, 8999, Today));
    }
}
