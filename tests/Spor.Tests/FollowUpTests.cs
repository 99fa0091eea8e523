using Spor.Assessments;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Tests;

public class FollowUpTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    const string Placed = "case 2024-01-01 -; measure plejefamilie 2026-03-01 -";
    const string Decided = Placed + "; followup 2026-05-30 2026-08-30";
    const string WithGoals =
        "case 2024-01-01 -; plan child 2026-01-10 2026-02-01; goal; score 2026-02-01 3; goal 2026-05-01; plan child 2024-01-10 "
        + "2024-02-01 2025-01-01; goal; measure hjem 2026-03-01 -";

    static InterventionFact Measure(ChildFile file) => file.Interventions[^1];

    static RecordFollowUp A(
        ChildFile file,
        DateOnly? on = null,
        FollowUpOutcome outcome = FollowUpOutcome.Continue,
        string? next = "2027-01-30",
        string? reason = "Barnet er lige flyttet.",
        params GoalScore[] scores
    ) =>
        new(
            file.Id,
            Measure(file).Id,
            on ?? Today,
            outcome,
            next is null ? null : Script.Day(next),
            reason,
            scores,
            "Jeg er glad.",
            false,
            null,
            "Talte om skolen."
        );

    static Decision Do(ChildFile file, RecordFollowUp c, AuthorityLevel level = AuthorityLevel.Caseworker)
    {
        long id = 90_000;
        return FollowUpRules.Record(c, file, Catalogue.Default, 12, level, Today, () => ++id);
    }

    static IEnumerable<string> Refused(ChildFile file, RecordFollowUp c) => Do(file, c).Refusals.Select(r => r.Code);

    static ChildFile After(ChildFile file, Decision decision)
    {
        Assert.Empty(decision.Refusals);
        var corrected = decision.Events.OfType<Corrected>().Select(c => c.Fact.Id).ToHashSet();
        return ChildFile.Build(
            file.Child,
            [
                .. file.All.OfType<ChildsFact>().Where(f => !corrected.Contains(f.Id)),
                .. decision.Events.Select(e => e is Recorded r ? r.Fact : ((Corrected)e).Fact).Cast<ChildsFact>(),
            ],
            alone: true
        );
    }

    static string Owed(ChildFile file, Rule rule) =>
        string.Join(
            "; ",
            Script.All(file, Today).Where(r => r.Rule == rule).OrderBy(r => r.Due).Select(r => $"{r.State} {r.Due:yyyy-MM-dd}")
        );

    [Fact]
    public void A_follow_up_meets_what_was_owed_and_starts_both_clocks_anew()
    {
        var file = Script.File(Placed);
        Assert.Equal(
            ("Overdue 2026-06-01", "Overdue 2026-06-30; Overdue 2026-10-29"),
            (Owed(file, Rule.FirstFollowUp), Owed(file, Rule.PlacementFollowUp))
        );
        var after = After(file, Do(file, A(file)));
        Assert.Equal("Late 2026-06-01", Owed(after, Rule.FirstFollowUp));
        Assert.Equal("Upcoming 2027-01-30", Owed(after, Rule.NextFollowUp));
        Assert.Equal("Late 2026-06-30; Late 2026-10-29; Upcoming 2027-02-28", Owed(after, Rule.PlacementFollowUp));
    }

    [Fact]
    public void What_was_said_decided_and_by_whom_is_kept()
    {
        var file = Script.File(Placed);
        var kept = (FollowUpFact)((Recorded)Assert.Single(Do(file, A(file)).Events)).Fact;
        Assert.Equal(
            (Today, FollowUpOutcome.Continue, Script.Day("2027-01-30"), 12L),
            (kept.On, kept.Outcome!.Value, kept.NextBy!.Value, kept.EmployeeId!.Value)
        );
        Assert.Equal(("Jeg er glad.", "Talte om skolen.", "Barnet er lige flyttet."), (kept.ChildsVoice, kept.Note, kept.CadenceReason));
    }

    [Fact]
    public void The_first_follow_up_decides_the_cadence_and_gives_its_reason()
    {
        var file = Script.File(Placed);
        Assert.Equal(["cadence-not-decided", "cadence-without-reason"], Refused(file, A(file, next: null, reason: null)));
        Assert.Equal(["cadence-without-reason"], Refused(file, A(file, reason: null)));
        Assert.Null(Cadence.Next(file, Measure(file), Catalogue.Default, Today));
    }

    [Fact]
    public void Later_ones_keep_the_distance_and_only_a_longer_one_asks_why()
    {
        var file = Script.File(Decided);
        Assert.Equal(Script.Day("2027-01-30"), Cadence.Next(file, Measure(file), Catalogue.Default, Today));
        Assert.Empty(Refused(file, A(file, next: "2027-01-30", reason: null)));
        Assert.Empty(Refused(file, A(file, next: "2026-12-01", reason: null)));
        Assert.Equal(["cadence-longer-without-reason"], Refused(file, A(file, next: "2027-01-31", reason: null)));
        Assert.Equal(["cadence-not-decided"], Refused(file, A(file, next: null, reason: null)));
    }

    [Fact]
    public void The_proposed_day_is_never_later_than_the_municipalitys_own_goal()
    {
        // Every six months was decided; the municipality wants to see a placed child three times a year.
        var file = Script.File(Placed + "; followup 2026-04-30 2026-10-30");
        var measure = Measure(file);
        var repeated = Script.Day("2027-04-30");
        var goal = Cadence.Clocks(file, measure, Catalogue.Default, Today, repeated).Single(c => !c.IsLaw).After!.Value;
        Assert.Equal(repeated, Cadence.Next(file, measure, Catalogue.Default, Today));
        Assert.True(goal < repeated, $"The case no longer tells the two apart: {goal:O}");
        Assert.Equal(goal, Cadence.Proposed(file, measure, Catalogue.Default, Today));
        // What the rule asks a reason for is the cadence that was decided, as before.
        Assert.Empty(Refused(file, A(file, next: "2027-04-30", reason: null)));
        // A cadence shorter than the goal is proposed as it is.
        var often = Script.File(Decided);
        Assert.Equal(Script.Day("2027-01-30"), Cadence.Proposed(often, Measure(often), Catalogue.Default, Today));
        // Nothing is proposed where nobody has decided a cadence.
        var first = Script.File(Placed);
        Assert.Null(Cadence.Proposed(first, Measure(first), Catalogue.Default, Today));
    }

    [Theory]
    [InlineData("2026-01-31", "2026-04-30", "2026-10-30", "2027-01-30")] // three months, to the end of a shorter month
    [InlineData("2026-01-10", "2026-02-09", "2026-10-30", "2026-11-29")] // 30 days
    [InlineData("2026-01-10", "2026-07-10", "2026-08-31", "2027-02-28")]
    public void A_distance_of_whole_months_stays_one_of_months(string from, string to, string on, string next) =>
        Assert.Equal(Script.Day(next), Cadence.Repeat(Script.Day(from), Script.Day(to), Script.Day(on)));

    [Fact]
    public void What_ends_needs_no_next_time()
    {
        var file = Script.File(Placed);
        Assert.Empty(Refused(file, A(file, outcome: FollowUpOutcome.End, next: null, reason: null)));
    }

    [Fact]
    public void In_the_time_of_Serviceloven_the_law_fixed_six_months()
    {
        var file = Script.File("case 2022-01-01 -; measure hjem 2023-03-01 -");
        var on = Script.Day("2023-06-01");
        Assert.Equal(
            (6, Script.Day("2023-12-01")),
            (Cadence.FixedMonths(on, Spor.Law.Bounds.National), Cadence.Next(file, Measure(file), Catalogue.Default, on)!.Value)
        );
        Assert.Empty(Refused(file, A(file, on, next: null, reason: null)));
        Assert.Equal(["next-later-than-law"], Refused(file, A(file, on, next: "2023-12-02", reason: null)));
        Assert.False(Cadence.IsIndividual(Measure(file), Catalogue.Default, on));
    }

    [Fact]
    public void Below_step_three_the_law_asks_for_no_cadence_but_the_model_does()
    {
        var file = Script.File("case 2024-01-01 -; measure konsulent 2026-09-01 -");
        Assert.Empty(Refused(file, A(file, next: null, reason: null)));
        var clock = Assert.Single(Cadence.Clocks(file, Measure(file), Catalogue.Default, Today, null));
        Assert.Equal((false, Script.Day("2026-12-01"), Today.AddDays(91)), (clock.IsLaw, clock.Now!.Value.Due, clock.After!.Value));
    }

    [Fact]
    public void Both_clocks_are_told_before_and_after()
    {
        var file = Script.File(Decided);
        var clocks = Cadence.Clocks(file, Measure(file), Catalogue.Default, Today, Script.Day("2027-01-30"));
        Assert.Equal(
            [(true, "2026-08-30", "2027-01-30"), (false, "2026-09-28", "2027-02-28")],
            clocks.Select(c => (c.IsLaw, c.Now!.Value.Due.ToString("yyyy-MM-dd"), c.After!.Value.ToString("yyyy-MM-dd")))
        );
        var undecided = Cadence.Clocks(Script.File(Placed), Measure(Script.File(Placed)), Catalogue.Default, Today, null);
        Assert.Null(undecided.Single(c => c.IsLaw).After);
    }

    [Fact]
    public void What_cannot_be_is_refused_with_every_reason_at_once()
    {
        var file = Script.File(Placed);
        Assert.Equal(
            ["day-in-future", "next-not-after", "childs-voice-missing"],
            Refused(file, A(file, Today.AddDays(1), next: "2026-10-30") with { ChildsVoice = null, SpokeWithChild = true })
        );
        Assert.Equal(["follow-up-outside-measure"], Refused(file, A(file, Script.Day("2026-02-28"))));
        Assert.Equal(
            ["follow-up-outside-measure"],
            Refused(
                Script.File("case 2024-01-01 -; measure hjem 2026-03-01 2026-10-29"),
                A(Script.File("measure hjem 2026-03-01 2026-10-29")) with
                {
                    InterventionId = Measure(Script.File("case 2024-01-01 -; measure hjem 2026-03-01 2026-10-29")).Id,
                }
            )
        );
        Assert.Equal(["next-not-after"], Refused(file, A(file, next: "2026-10-30")));
        Assert.Equal(["thing-not-there"], Refused(file, A(file) with { InterventionId = 4 }));
    }

    [Fact]
    public void Two_on_one_day_are_asked_about_once()
    {
        var file = Script.File(Placed + "; followup 2026-10-30 2026-12-30");
        Assert.Equal(["follow-up-same-day"], Refused(file, A(file)));
        Assert.Empty(Refused(file, A(file) with { SameDay = true }));
    }

    [Fact]
    public void What_the_child_said_becomes_a_conversation_without_being_typed_again()
    {
        var file = Script.File(Placed);
        var talk = Do(file, A(file) with { SpokeWithChild = true })
            .Events.Select(e => ((Recorded)e).Fact)
            .OfType<ConversationFact>()
            .Single();
        Assert.Equal(
            (Today, ConversationPurpose.FollowUp, "Jeg er glad.", false, 12L),
            (talk.On, talk.Purpose, talk.ChildsWords, talk.LeftOut, talk.EmployeeId!.Value)
        );
    }

    [Fact]
    public void Scores_are_kept_in_the_same_entry_one_a_day_and_only_for_goals_of_open_plans()
    {
        var file = Script.File(WithGoals);
        var (open, ended, closed) = (file.Goals[0], file.Goals[1], file.Goals[2]);
        Assert.Equal(open.Id, Assert.Single(GoalLines.Open(file, Today)).Id);
        var events = Do(file, A(file, scores: new GoalScore(open.Id, 5))).Events;
        Assert.Equal(5, events.OfType<Recorded>().Select(e => e.Fact).OfType<MeasurementFact>().Single().Score);
        Assert.Equal(
            ["goal-not-open", "goal-not-open", "score-out-of-range", "score-out-of-range"],
            Refused(file, A(file, scores: [new(ended.Id, 5), new(closed.Id, 5), new(open.Id, 11), new(open.Id, 0)]))
        );
        var again = Assert.IsType<Corrected>(
            Assert.Single(PlanRules.Measure(new(file.Id, Script.Day("2026-02-01"), [new(open.Id, 4)]), file, Today, () => 1).Events)
        );
        Assert.Equal((file.Measurements[0].Id, 4), (again.Fact.Id, ((MeasurementFact)again.Fact).Score));
    }

    [Fact]
    public void Goals_are_scored_without_a_follow_up_too()
    {
        var file = Script.File(WithGoals);
        var kept = (MeasurementFact)
            ((Recorded)Assert.Single(PlanRules.Measure(new(file.Id, Today, [new(file.Goals[0].Id, 7)]), file, Today, () => 1).Events)).Fact;
        Assert.Equal((file.Goals[0].Id, Today, 7), (kept.GoalId, kept.On, kept.Score));
        Assert.Equal(
            ["day-in-future", "nothing-scored"],
            PlanRules.Measure(new(file.Id, Today.AddDays(1), []), file, Today, () => 1).Refusals.Select(r => r.Code)
        );
    }
}
