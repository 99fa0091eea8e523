using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Tests;

public class PlanTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    const string Placed = "case 2024-01-01 -; measure plejefamilie 2026-09-01 -";
    const string Draft = Placed + "; plan child 2026-10-01 -; goal; score 2026-10-01 3; goal 2026-10-10";
    const string Ready = "case 2024-01-01 -; plan child 2026-01-10 2026-02-01; goal; score 2026-02-01 3; goal 2026-05-01";

    static Func<long> Ids()
    {
        long id = 90_000;
        return () => ++id;
    }

    static PlanOf Of(ChildFile file) => new(file, file.Plans[^1]);

    static IEnumerable<string> Codes(Decision d) => d.Refusals.Select(r => r.Code);

    static IEnumerable<T> New<T>(Decision d)
        where T : Fact => d.Events.OfType<Recorded>().Select(e => e.Fact).OfType<T>();

    static IEnumerable<T> Now<T>(Decision d)
        where T : Fact => d.Events.OfType<Corrected>().Select(e => e.Fact).OfType<T>();

    static ChildFile After(ChildFile file, Decision decision)
    {
        Assert.Empty(decision.Refusals);
        var changed = decision.Events.OfType<Corrected>().Select(c => c.Fact.Id).ToHashSet();
        return ChildFile.Build(
            file.Child,
            [
                .. file.All.OfType<ChildsFact>().Where(f => !changed.Contains(f.Id)),
                .. decision
                    .Events.Select(e => e is Recorded r ? r.Fact : ((Corrected)e).Fact)
                    .Cast<ChildsFact>()
                    .Where(f => f.ChildId == file.Id),
            ],
            alone: true
        );
    }

    static string Owed(ChildFile file, Rule rule, DateOnly? day = null) =>
        string.Join("; ", Script.All(file, day ?? Today).Where(r => r.Rule == rule).Select(r => $"{r.State} {r.Due:yyyy-MM-dd}"));

    static StartPlan A(PlanKind kind = PlanKind.ChildsPlan, string on = "2026-10-01") =>
        new(kind, Script.Day(on), null, "Om skolen.", "En kontaktperson.");

    static WriteGoal AGoal(long? id = null, long? score = null) =>
        new(id, "Jeg går i skole hver dag.", "Fraværet falder.", Theme.School, "Læreren", score, null);

    [Fact]
    public void A_plan_is_begun_written_and_finished_and_then_the_placement_has_its_plan()
    {
        var file = Script.File(Placed);
        Assert.Equal("Upcoming 2026-12-01", Owed(file, Rule.PlanInForce));
        file = After(file, PlanRules.Start(A(), [file], Today, Ids()));
        Assert.Equal(["plan-without-goals"], Codes(PlanRules.Finish(new(Today), [Of(file)], Today)));
        file = After(file, PlanRules.Write(AGoal(score: 4), [Of(file)], Today, Ids()));
        Assert.Equal(4, Assert.Single(GoalLines.Scores(file, file.Goals[0])).Score);
        Assert.Equal("Upcoming 2026-12-01", Owed(file, Rule.PlanInForce));
        file = After(file, PlanRules.Finish(new(Today), [Of(file)], Today));
        Assert.Equal("OnTime 2026-12-01", Owed(file, Rule.PlanInForce));
    }

    [Theory]
    [InlineData("handleplan", "2023-12-31", true)]
    [InlineData("handleplan", "2024-01-01", false)]
    [InlineData("barnets plan", "2023-12-31", false)]
    [InlineData("barnets plan", "2024-01-01", true)]
    public void The_law_of_the_day_says_what_a_plan_is_called(string kind, string day, bool exists)
    {
        Assert.True(Codes<PlanKind>.TryDanish(kind, out var plan));
        var codes = Codes(PlanRules.Start(A(plan, day), [Script.File("case 2022-01-01 -")], Today, Ids()));
        Assert.Equal(exists ? [] : ["plan-not-in-law"], codes);
        Assert.All(PlanLaw.All, p => Assert.Equal(3, p.Months));
    }

    [Fact]
    public void A_plan_is_not_begun_in_the_future_nor_beside_another_nor_a_youth_plan_before_16()
    {
        Assert.Equal(
            ["day-in-future", "plan-open-already"],
            Codes(PlanRules.Start(A(on: "2026-10-31"), [Script.File(Ready)], Today, Ids()))
        );
        Assert.Equal(
            ["youth-plan-too-young"],
            Codes(PlanRules.Start(A(PlanKind.YouthPlan), [Script.File("born 2010-10-02; case 2024-01-01 -")], Today, Ids()))
        );
        Assert.Empty(Codes(PlanRules.Start(A(PlanKind.YouthPlan), [Script.File("born 2010-10-01; " + Ready)], Today, Ids())));
    }

    [Fact]
    public void Siblings_may_have_one_plan_and_a_shared_goal_is_changed_for_those_that_are_chosen()
    {
        var (one, two, ids) = (Script.File("case 2024-01-01 -", 1), Script.File("case 2024-01-01 -", 2), Ids());
        var begun = PlanRules.Start(A(), [one, two], Today, ids);
        Assert.Single(New<PlanFact>(begun).Select(p => p.SharedId).Distinct(), shared => shared is not null);
        (one, two) = (After(one, begun), After(two, begun));
        var goal = PlanRules.Write(AGoal(), [Of(one), Of(two)], Today, ids);
        Assert.Equal([1L, 2L], New<GoalFact>(goal).Select(g => g.ChildId));
        (one, two) = (After(one, goal), After(two, goal));
        var alone = PlanRules.Write(AGoal(one.Goals[0].Id) with { Description = "Kun for mig" }, [Of(one)], Today, ids);
        Assert.Equal(1L, Assert.Single(Now<GoalFact>(alone)).ChildId);
        var both = PlanRules.Write(AGoal(one.Goals[0].Id) with { Description = "For os begge" }, [Of(one), Of(two)], Today, ids);
        Assert.Equal([(1L, "For os begge"), (2L, "For os begge")], Now<GoalFact>(both).Select(g => (g.ChildId, g.Description!)));
        // A goal of one child alone comes to the sibling as a new one.
        one = After(one, PlanRules.Write(AGoal(), [Of(one)], Today, ids));
        var also = PlanRules.Write(AGoal(one.Goals[^1].Id), [Of(one), Of(two)], Today, ids);
        Assert.Equal((one.Goals[^1].Id, 2L), (Assert.Single(Now<GoalFact>(also)).Id, Assert.Single(New<GoalFact>(also)).ChildId));
    }

    [Fact]
    public void A_sibling_that_is_named_twice_or_the_child_itself_among_them_has_the_plan_once()
    {
        var children = new[] { 1L, 2L, 3L }
            .Select(id => new ChildFact
            {
                Id = id,
                BornOn = new(2015, 1, 1),
                FamilyId = id < 3 ? 77 : 78,
            })
            .ToList();
        // Somebody else's child is no sibling, though the author may see it.
        Assert.Equal(
            ["thing-not-there"],
            Codes(StartPlan.Verb.Decide(A() with { ChildId = 1, Siblings = [3] }, new InMemory(children).Now(Today)))
        );
        var begun = StartPlan.Verb.Decide(A() with { ChildId = 1, Siblings = [2, 2, 1] }, new InMemory(children).Now(Today));
        var plans = New<PlanFact>(begun).ToList();
        Assert.Equal([1L, 2L], plans.Select(p => p.ChildId));
        var edit = new EditPlan("Nyt", "Nyt")
        {
            ChildId = 1,
            PlanId = plans[0].Id,
            AlsoFor = [2, 2, 1],
        };
        var edited = EditPlan.Verb.Decide(edit, new InMemory([.. children, .. plans]).Now(Today));
        Assert.Equal([1L, 2L], Now<PlanFact>(edited).Select(p => p.ChildId));
    }

    [Fact]
    public void A_goal_says_what_and_how_one_sees_it_and_a_score_is_from_1_to_10()
    {
        var file = Script.File(Draft);
        Assert.Equal(
            ["goal-without-description", "goal-without-indicator", "score-out-of-range"],
            Codes(PlanRules.Write(new(null, null, null, null, null, 11, null), [Of(file)], Today, Ids()))
        );
        Assert.Equal(
            ["day-in-future"],
            Codes(PlanRules.Write(AGoal(file.Goals[0].Id) with { EndedOn = Today.AddDays(1) }, [Of(file)], Today, Ids()))
        );
        Assert.Equal(
            ["day-before-plan"],
            Codes(PlanRules.Write(AGoal(file.Goals[0].Id) with { EndedOn = new(2026, 9, 30) }, [Of(file)], Today, Ids()))
        );
        Assert.Equal(["thing-not-there"], Codes(PlanRules.Write(AGoal(4), [Of(file)], Today, Ids())));
        Assert.Equal(
            Today,
            Assert
                .Single(Now<GoalFact>(PlanRules.Write(AGoal(file.Goals[0].Id) with { EndedOn = Today }, [Of(file)], Today, Ids())))
                .EndedOn
        );
    }

    [Fact]
    public void Who_does_what_by_when_stands_until_it_is_ticked_off()
    {
        var file = Script.File(Draft);
        var task = new WriteTask(null, file.Goals[0].Id, "Ringe til skolen", "Mor", new(2026, 11, 15), null);
        Assert.Equal(
            ["task-without-what", "task-without-who", "day-in-future", "thing-not-there"],
            Codes(PlanRules.Write(task with { What = null, Who = null, DoneOn = Today.AddDays(1), GoalId = 4 }, Of(file), Today, Ids()))
        );
        file = After(file, PlanRules.Write(task, Of(file), Today, Ids()));
        var written = Assert.Single(file.PlanActions);
        Assert.Equal(("Ringe til skolen", "Mor", new DateOnly(2026, 11, 15)), (written.What, written.Who, written.DueOn!.Value));
        file = After(file, PlanRules.Tick(written, Today));
        Assert.Equal(Today, file.PlanActions[0].DoneOn);
        Assert.Equal(["task-done-already"], Codes(PlanRules.Tick(file.PlanActions[0], Today)));
        Assert.Equal(["thing-not-there"], Codes(PlanRules.Tick(null, Today)));
        Assert.Equal(
            "Far",
            Assert.Single(Now<PlanActionFact>(PlanRules.Write(task with { TaskId = written.Id, Who = "Far" }, Of(file), Today, Ids()))).Who
        );
    }

    [Fact]
    public void A_revision_keeps_the_old_plan_in_force_until_it_is_finished_and_the_score_line_unbroken()
    {
        var ids = Ids();
        var file = Script.File(Ready);
        var (old, goal) = (file.Plans[0], file.Goals[0]);
        file = After(file, PlanRules.Write(new WriteTask(null, goal.Id, "Ringe", "Mor", Today, null), Of(file), Today, ids));
        file = After(file, PlanRules.Revise(new(Script.Day("2026-10-01"), "Skoleskift"), [new(file, old)], Today, ids));
        var next = file.Plans.Single(p => p.ReplacesId == old.Id);
        Assert.Null(file.Plans.Single(p => p.Id == old.Id).ClosedOn);
        // The goal that had ended is not carried on, and of the other the one in force is scored.
        var carried = Assert.Single(file.Goals, g => g.PlanId == next.Id);
        Assert.Equal(goal.Id, Assert.Single(GoalLines.Open(file, Today)).Id);
        Assert.Equal(["plan-revision-begun"], Codes(PlanRules.Revise(new(Today, null), [new(file, old)], Today, ids)));
        Assert.Equal(["plan-not-finished"], Codes(PlanRules.Revise(new(Today, null), [new(file, next)], Today, ids)));

        file = After(file, PlanRules.Finish(new(Today), [new(file, next)], Today));
        Assert.Equal(Today, file.Plans.Single(p => p.Id == old.Id).ClosedOn);
        Assert.Equal((next.Id, carried.Id), (file.PlanActions[0].PlanId, file.PlanActions[0].GoalId!.Value));
        Assert.Equal(carried.Id, Assert.Single(GoalLines.Open(file, Today)).Id);
        file = After(file, PlanRules.Measure(new(file.Id, Today, [new(carried.Id, 8)]), file, Today, ids));
        Assert.Equal([3, 8], GoalLines.Scores(file, carried).Select(s => s.Score));
        // And once more: the line goes back to the first.
        file = After(file, PlanRules.Revise(new(Today, null), [new(file, file.Plans.Single(p => p.Id == next.Id))], Today, ids));
        Assert.Equal([3, 8], GoalLines.Scores(file, file.Goals.MaxBy(g => g.Id)!).Select(s => s.Score));
    }

    [Fact]
    public void A_handleplan_that_is_revised_after_2023_becomes_the_childs_plan()
    {
        var file = Script.File(Ready);
        var old = (PlanFact)file.Plans[0].Copy();
        old.Kind = PlanKind.ActionPlan;
        Assert.Equal(
            PlanKind.ChildsPlan,
            Assert.Single(New<PlanFact>(PlanRules.Revise(new(Today, null), [new(file, old)], Today, Ids()))).Kind
        );
    }

    [Fact]
    public void A_plan_is_closed_with_a_reason_and_is_not_changed_after()
    {
        var file = Script.File(Ready);
        Assert.Equal(
            ["day-in-future", "plan-closed-without-reason"],
            Codes(PlanRules.Close(new(Today.AddDays(1), null), [Of(file)], Today))
        );
        Assert.Equal(["day-before-plan"], Codes(PlanRules.Close(new(new(2026, 1, 9), "Målene er nået."), [Of(file)], Today)));
        file = After(file, PlanRules.Close(new(Today, "Målene er nået."), [Of(file)], Today));
        foreach (
            var again in new[]
            {
                PlanRules.Close(new(Today, "x"), [Of(file)], Today),
                PlanRules.Edit(new("x", null), [Of(file)]),
                PlanRules.Write(AGoal(), [Of(file)], Today, Ids()),
                PlanRules.Finish(new(Today), [Of(file)], Today),
                PlanRules.Revise(new(Today, null), [Of(file)], Today, Ids()),
            }
        )
            Assert.Equal(["plan-closed-already"], Codes(again));
        Assert.Equal(["thing-not-there"], Codes(PlanRules.Edit(new("x", null), [])));
        Assert.Equal(["plan-finished-already"], Codes(PlanRules.Finish(new(Today), [Of(Script.File(Ready))], Today)));
    }

    [Fact]
    public void The_words_of_a_plan_are_replaced_whole()
    {
        var file = Script.File(Ready);
        file.Plans[0].TextId = 7;
        var now = Assert.Single(Now<PlanFact>(PlanRules.Edit(new(null, "En aflastningsfamilie."), [Of(file)])));
        Assert.Equal((null, null, "En aflastningsfamilie."), (now.TextId, now.Summary, now.FamilySupport));
    }

    [Theory]
    [InlineData("born 2010-10-30; " + Ready, YouthDecision.Owed)]
    [InlineData("born 2010-10-31; " + Ready, YouthDecision.None)] // 15
    [InlineData("born 2008-10-30; " + Ready, YouthDecision.None)] // 18
    [InlineData("born 2010-01-01; " + Placed, YouthDecision.Mandatory)]
    [InlineData("born 2010-01-01; case 2024-01-01 -", YouthDecision.None)]
    [InlineData("born 2010-01-01; plan youth 2026-02-01 2026-03-01; " + Placed, YouthDecision.None)]
    public void At_16_it_is_asked_whether_a_youth_plan_is_needed_and_in_a_placement_it_must_be(string script, YouthDecision asked) =>
        Assert.Equal(asked, Youth.DecisionOn(Script.File(script), Catalogue.Default, Today));

    [Fact]
    public void A_measure_under_section_32_asks_for_the_decision_too()
    {
        var file = Script.File("born 2010-01-01; case 2024-01-01 -; measure hjem 2026-01-01 -");
        Assert.Equal(YouthDecision.None, Youth.DecisionOn(file, Catalogue.Default, Today));
        file.Interventions[0].LegalBasis = "32.1.2";
        Assert.Equal(YouthDecision.Owed, Youth.DecisionOn(file, Catalogue.Default, Today));
    }

    [Fact]
    public void The_decision_on_a_youth_plan_has_its_reason_and_a_placement_leaves_no_choice()
    {
        Decision Decide(string script, bool? needed, string? reason = null, string on = "2026-10-30") =>
            PlanRules.Decide(new(Script.Day(on), needed, reason), Script.File(script), Catalogue.Default, Today, 99);
        const string Sixteen = "born 2010-01-01; ";
        Assert.Equal(["choice-missing"], Codes(Decide(Sixteen + Ready, null)));
        Assert.Equal(["youth-plan-without-reason"], Codes(Decide(Sixteen + Ready, false)));
        Assert.Equal(["youth-plan-mandatory"], Codes(Decide(Sixteen + Placed, false, "Går i skole.")));
        Assert.Equal(["day-in-future"], Codes(Decide(Sixteen + Ready, true, on: "2026-10-31")));
        Assert.Equal(["youth-plan-too-young"], Codes(Decide("born 2011-01-01; " + Ready, true)));
        Assert.Equal(["plan-not-in-law"], Codes(Decide(Sixteen + "case 2022-01-01 -", true, on: "2023-12-31")));
        Assert.Equal(["plan-open-already"], Codes(Decide(Sixteen + "plan youth 2026-02-01 -", true)));

        var file = Script.File(Sixteen + Ready);
        var no = After(file, Decide(Sixteen + Ready, false, "Går i gymnasiet."));
        Assert.Equal((false, Today), (no.Plans[^1].Needed!.Value, no.Plans[^1].ClosedOn!.Value));
        Assert.Equal(YouthDecision.None, Youth.DecisionOn(no, Catalogue.Default, Today));
        var yes = After(file, Decide(Sixteen + Ready, true));
        Assert.Null(yes.Plans[^1].ClosedOn);
    }

    [Fact]
    public void A_youth_plan_has_a_goal_of_education_or_work_and_meets_its_requirement_when_it_is_finished()
    {
        const string Young = "born 2010-09-15; " + Placed;
        var file = Script.File(Young);
        Assert.Equal("Upcoming 2026-12-15", Owed(file, Rule.YouthPlan));
        file = After(file, PlanRules.Start(A(PlanKind.YouthPlan), [file], Today, Ids()));
        file = After(file, PlanRules.Write(AGoal() with { Theme = Theme.Leisure }, [Of(file)], Today, Ids()));
        Assert.Equal(["youth-plan-without-education"], Codes(PlanRules.Finish(new(Today), [Of(file)], Today)));
        var more = Ids();
        for (var i = 0; i < 10; i++)
            more();
        file = After(file, PlanRules.Write(AGoal(), [Of(file)], Today, more));
        file = After(file, PlanRules.Finish(new(Today), [Of(file)], Today));
        Assert.Equal("OnTime 2026-12-15", Owed(file, Rule.YouthPlan));
    }
}
