using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Supervision;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Management supervision: what is asked, who reads what, and what may be said of a few cases.</summary>
public class SupervisionTests
{
    static readonly DateOnly Today = new(2026, 6, 15);
    static long next = 70_000;

    static long NewId() => next++;

    static EmploymentFact Post(long id, long team = 1, Role role = Role.Caseworker) =>
        new()
        {
            Id = id,
            EmployeeId = id,
            TeamId = team,
            Role = role,
            From = new(2020, 1, 1),
            Name = "Ansat " + id,
        };

    static readonly Staff People = new([Post(1), Post(2), Post(3, 2), Post(9, role: Role.Leader), Post(8, role: Role.Leader)], []);
    static readonly Author Leader = Author.Program("leder");

    static readonly ReadingTemplateFact Template = new()
    {
        Id = 500,
        First = 500,
        Version = 1,
        Name = "Skabelon",
        Questions = ReadingSteps.Pack([
            new ReadingQuestion(ReadingStep.Plan, "Er målene konkrete?"),
            new(ReadingStep.Notification, "Er den vurderet?"),
            new(ReadingStep.Plan, "Har familien været med?"),
        ]),
    };

    /// <summary>A child with a case that somebody has.</summary>
    static ChildFile Child(long id, long? employee, bool hidden = false, params ChildsFact[] more)
    {
        var of = new CaseFact
        {
            Id = id * 1000,
            ChildId = id,
            OpenedOn = new(2025, 1, 1),
        };
        List<ChildsFact> facts = [of, .. more];
        if (employee is { } e)
            facts.Add(
                new AssignmentFact
                {
                    Id = id * 1000 + 1,
                    ChildId = id,
                    CaseId = of.Id,
                    EmployeeId = e,
                    From = new(2025, 1, 1),
                }
            );
        return ChildFile.Build(
            new ChildFact
            {
                Id = id,
                BornOn = new(2012, 6, 15),
                Protected = hidden,
            },
            facts
        );
    }

    static readonly ChildFile[] Children =
    [
        Child(1, 1),
        Child(2, 1),
        Child(3, 1),
        Child(4, 2),
        Child(5, 2),
        Child(6, 3),
        Child(7, null),
        Child(8, 1, hidden: true),
    ];

    static StartReadingRound Start(params string[] readers) => new("Juni", 500, Today.AddDays(30), null, readers, 0);

    static Decision Drawn(StartReadingRound c, IReadOnlyList<ReadingRoundFact>? known = null, Author? author = null) =>
        RoundRules.Start(c, Template, known ?? [], Children, People, author ?? Leader, Today, NewId);

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static List<DrawnCaseFact> Rows(Decision d) => [.. d.Events.OfType<Recorded>().Select(e => e.Fact).OfType<DrawnCaseFact>()];

    [Fact]
    public void One_case_of_each_caseworker_is_drawn_and_the_same_seed_draws_the_same()
    {
        var decision = Drawn(Start("leder"));
        var round = (ReadingRoundFact)((Recorded)decision.Events[0]).Fact;
        var rows = Rows(decision);
        Assert.Equal([1L, 2L, 3L], rows.Select(r => r.CaseworkerId!.Value).Order());
        Assert.All(rows, r => Assert.Equal((round.Id, "leder", false, Today), (r.RoundId, r.Reader, r.Second, r.On)));
        var again = RoundRules.Draw(Children, People, null, round.Seed, _ => true, Today);
        Assert.Equal(rows.Select(r => r.CaseId), again.Select(d => d.Case.Id));
        // Another seed draws otherwise, sooner or later; a protected child's case and one that nobody has are never drawn.
        var drawn = Enumerable
            .Range(0, 200)
            .SelectMany(seed => RoundRules.Draw(Children, People, null, seed, _ => true, Today).Select(d => d.File.Id))
            .ToHashSet();
        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L], drawn.Order());
        // Of a team, and of those whom the one who draws may see.
        Assert.Equal([3L], Rows(Drawn(Start("leder") with { TeamId = 2 })).Select(r => r.CaseworkerId!.Value));
        Assert.Equal([4L], RoundRules.Draw(Children, People, null, 1, f => f.Id == 4, Today).Select(d => d.File.Id));
    }

    [Fact]
    public void A_case_drawn_within_a_year_is_drawn_again_only_if_there_is_no_other()
    {
        ChildFile Before(long id, long employee, DateOnly on) =>
            Child(
                id,
                employee,
                false,
                new DrawnCaseFact
                {
                    Id = id * 1000 + 5,
                    ChildId = id,
                    CaseId = id * 1000,
                    On = on,
                }
            );
        ChildFile[] children = [Before(1, 1, Today.AddDays(-40)), Child(2, 1), Before(3, 2, Today.AddDays(-40))];
        for (var seed = 0; seed < 30; seed++)
            Assert.Equal([2L, 3L], RoundRules.Draw(children, People, null, seed, _ => true, Today).Select(d => d.File.Id).Order());
        ChildFile[] longAgo = [Before(1, 1, Today.AddYears(-1)), Child(2, 1)];
        Assert.Equal(
            [1L, 2L],
            Enumerable
                .Range(0, 50)
                .SelectMany(s => RoundRules.Draw(longAgo, People, null, s, _ => true, Today).Select(d => d.File.Id))
                .Distinct()
                .Order()
        );
    }

    [Fact]
    public void Nobody_reads_their_own_and_the_readers_get_as_many_each()
    {
        var rows = Rows(Drawn(Start("medarbejder-1", "medarbejder-2", "medarbejder-3")));
        Assert.Equal(3, rows.Count);
        Assert.DoesNotContain(rows, r => r.Reader == "medarbejder-" + r.CaseworkerId);
        // Of two cases the other's is left to each; the third case goes to either.
        Assert.All(rows.CountBy(r => r.Reader), r => Assert.InRange(r.Value, 1, 2));
        // The one reader there is has one of the cases, or had it in the year that is read.
        Assert.Equal(["reading-no-reader"], Codes(Drawn(Start("medarbejder-1"))));
        var own = Leader with { Key = "teamleder-1", EmployeeId = 2 };
        Assert.Equal(["reading-no-reader"], Codes(Drawn(Start("teamleder-1"), author: own)));
    }

    [Fact]
    public void Some_cases_are_read_by_two_who_are_not_the_same()
    {
        var rows = Rows(Drawn(Start("leder", "medarbejder-9") with { TwoReaders = 2 }));
        Assert.Equal((3, 2), (rows.Count(r => !r.Second), rows.Count(r => r.Second)));
        foreach (var second in rows.Where(r => r.Second))
            Assert.NotEqual(second.Reader, rows.Single(r => !r.Second && r.CaseId == second.CaseId).Reader);
        Assert.Equal(["reading-second-missing"], Codes(Drawn(Start("leder") with { TwoReaders = 1 })));
        Assert.Equal(["reading-second-missing"], Codes(Drawn(Start("leder", "medarbejder-9") with { TwoReaders = 4 })));
    }

    [Fact]
    public void What_a_round_needs_is_asked_for()
    {
        Assert.Equal(["value-missing"], Codes(Drawn(Start("leder") with { Name = " " })));
        Assert.Equal(["reading-name-too-long"], Codes(Drawn(Start("leder") with { Name = new('x', 81) })));
        Assert.Equal(["reading-until"], Codes(Drawn(Start("leder") with { Until = Today.AddDays(-1) })));
        Assert.Equal(["reading-until"], Codes(Drawn(Start("leder") with { Until = Today.AddDays(185) })));
        Assert.Equal(["reading-readers-missing"], Codes(Drawn(Start())));
        Assert.Equal(["reading-reader-unknown"], Codes(Drawn(Start("medarbejder-77"))));
        Assert.Equal(["reading-second-count"], Codes(Drawn(Start("leder") with { TwoReaders = -1 })));
        Assert.Equal(["reading-nothing-to-draw"], Codes(Drawn(Start("leder") with { TeamId = 44 })));
        Assert.Equal(
            ["reading-template-missing"],
            Codes(RoundRules.Start(Start("leder"), null, [], Children, People, Leader, Today, NewId))
        );
        var running = new ReadingRoundFact
        {
            Id = 1,
            DrawnOn = Today.AddDays(-9),
            Until = Today,
        };
        Assert.Equal(["reading-round-runs"], Codes(Drawn(Start("leder"), [running])));
        Assert.Empty(Codes(Drawn(Start("leder") with { TeamId = 1 }, [running])));
        running.EndedOn = Today.AddDays(-1);
        Assert.Empty(Codes(Drawn(Start("leder"), [running])));
    }

    [Fact]
    public void A_template_that_is_edited_is_a_new_version_and_the_old_one_stays()
    {
        WriteReadingTemplate Write(long? id, params ReadingQuestion[] asks) => new(id, " Ny ", asks);
        Decision Written(WriteReadingTemplate c) => TemplateRules.Write(c, [Template], Today, NewId);
        var first = (ReadingTemplateFact)
            Assert.IsType<Recorded>(Assert.Single(Written(Write(null, new ReadingQuestion(ReadingStep.Plan, "A"))).Events)).Fact;
        Assert.Equal((first.Id, 1, "Ny"), (first.First, first.Version, first.Name));
        var second = (ReadingTemplateFact)
            Assert
                .IsType<Recorded>(Assert.Single(Written(Write(500, new(ReadingStep.Notes, "B"), new(ReadingStep.Plan, " A "))).Events))
                .Fact;
        Assert.Equal((500, 2, true), (second.First, second.Version, second.Id != 500));
        Assert.Equal([new(ReadingStep.Plan, "A"), new(ReadingStep.Notes, "B")], second.Asks);
        Assert.Equal(second, TemplateRules.Newest([Template, second], 500));
        Assert.Equal(["reading-questions-count"], Codes(Written(Write(null, new ReadingQuestion(ReadingStep.Plan, " ")))));
        Assert.Equal(["reading-question-too-long"], Codes(Written(Write(null, new ReadingQuestion(ReadingStep.Plan, new('x', 301))))));
        Assert.Equal(["reading-question-twice"], Codes(Written(Write(null, new(ReadingStep.Plan, "A"), new(ReadingStep.Plan, "A ")))));
        Assert.Equal(["value-missing"], Codes(Written(Write(null, new ReadingQuestion(ReadingStep.Plan, "A")) with { Name = "" })));
        Assert.Equal(
            ["reading-name-too-long"],
            Codes(Written(Write(null, new ReadingQuestion(ReadingStep.Plan, "A")) with { Name = new('x', 81) }))
        );
        Assert.Equal(["thing-not-there"], Codes(Written(Write(7, new ReadingQuestion(ReadingStep.Plan, "A")))));
    }

    static readonly ReadingRoundFact Round = new()
    {
        Id = 600,
        TemplateId = 500,
        DrawnOn = Today.AddDays(-5),
        Until = Today.AddDays(5),
        Name = "Juni",
    };

    static DrawnCaseFact DrawnFor(string reader, long child = 4, bool second = false) =>
        new()
        {
            Id = child * 10 + (second ? 1 : 0),
            ChildId = child,
            CaseId = child * 1000,
            CaseworkerId = 2,
            RoundId = 600,
            Reader = reader,
            Second = second,
            On = Today.AddDays(-5),
        };

    static ReadCase Reading(params Judgement?[] answers) => new(4, 40, answers, " Se på målene \n");

    static Decision Read(ReadCase c, Author author, ReadingRoundFact? round = null, ChildFile? file = null) =>
        ReadingRules.Read(c, DrawnFor("medarbejder-9"), round ?? Round, Template, file ?? Child(4, 2), People, author, Today, NewId);

    [Fact]
    public void A_reader_answers_every_question_of_a_case_that_was_drawn_for_them_while_the_round_runs()
    {
        var reader = Leader with { Key = "medarbejder-9", EmployeeId = 9 };
        Judgement?[] answers = [Judgement.Yes, Judgement.Partly, Judgement.NotRelevant];
        var reading = (CaseReadingFact)Assert.IsType<Recorded>(Assert.Single(Read(Reading(answers), reader).Events)).Fact;
        Assert.Equal(("320", "Se på målene", Today), (reading.Answers, reading.Learning, reading.On));
        // Asked in the order of the steps.
        Assert.Equal(ReadingStep.Notification, Template.Asks[0].Step);
        Assert.Equal(
            [("reading-answer-missing", "Answers1"), ("reading-answer-missing", "Answers2")],
            Read(Reading(Judgement.Yes, null), reader).Refusals.Select(r => (r.Code, r.Field))
        );
        Assert.Equal(["reading-not-yours"], Codes(Read(Reading(answers), Leader)));
        Assert.Equal(["reading-not-yours"], Codes(Read(Reading(answers), reader with { Sees = _ => false })));
        var over = (ReadingRoundFact)Round.Copy();
        over.Until = Today.AddDays(-1);
        Assert.Equal(["reading-round-over"], Codes(Read(Reading(answers), reader, over)));
        // Who has become the child's caseworker does not read it, and another is given it.
        Assert.Equal(["reading-own-case"], Codes(Read(Reading(answers), reader, file: Child(4, 9))));
    }

    [Fact]
    public void A_case_is_given_to_another_reader_who_has_not_had_it_and_not_once_it_is_read()
    {
        var drawn = DrawnFor("medarbejder-9");
        Decision To(string? reader, ChildFile? file = null, ReadingRoundFact? round = null) =>
            RoundRules.Replace(new(4, 40, reader), drawn, round ?? Round, file ?? Child(4, 2, false, drawn), People, Leader, Today);
        var replaced = (DrawnCaseFact)Assert.IsType<Corrected>(Assert.Single(To("medarbejder-8").Events)).Fact;
        Assert.Equal((40, "medarbejder-8"), (replaced.Id, replaced.Reader));
        Assert.Equal(["reading-own-case"], Codes(To("medarbejder-2")));
        Assert.Equal(["reading-reader-unknown"], Codes(To("medarbejder-77")));
        Assert.Equal(["reading-reader-unknown"], Codes(To(null)));
        Assert.Equal(
            ["reading-reader-twice"],
            Codes(To("medarbejder-8", Child(4, 2, false, drawn, DrawnFor("medarbejder-8", second: true))))
        );
        Assert.Equal(
            ["reading-done"],
            Codes(To("medarbejder-8", Child(4, 2, false, drawn, new CaseReadingFact { ChildId = 4, DrawnId = 40 })))
        );
        var outside = (ReadingRoundFact)Round.Copy();
        outside.GrantId = 3;
        Assert.Equal(["reading-audit-has-its-reader"], Codes(To("medarbejder-8", round: outside)));
        var over = (ReadingRoundFact)Round.Copy();
        over.EndedOn = Today.AddDays(-1);
        Assert.Equal(["reading-round-over"], Codes(To("medarbejder-8", round: over)));
    }

    [Fact]
    public void Learning_points_are_the_caseworkers_to_see_once()
    {
        var reading = new CaseReadingFact
        {
            Id = 1,
            ChildId = 4,
            DrawnId = 40,
            Learning = "Se på målene",
        };
        var worker = Leader with { EmployeeId = 2 };
        var seen = (CaseReadingFact)
            Assert.IsType<Corrected>(Assert.Single(ReadingRules.See(reading, DrawnFor("medarbejder-9"), worker, Today).Events)).Fact;
        Assert.Equal((Today, "Se på målene"), (seen.SeenOn, seen.Learning));
        Assert.Equal(["reading-seen"], Codes(ReadingRules.See(seen, DrawnFor("medarbejder-9"), worker, Today)));
        Assert.Equal(
            ["reading-not-yours"],
            Codes(ReadingRules.See(reading, DrawnFor("medarbejder-9"), worker with { EmployeeId = 3 }, Today))
        );
    }

    static RoleGrantFact Grant(DateOnly? to, ViewerRole role = ViewerRole.Auditor) =>
        new()
        {
            Id = 55,
            Person = "bruger-7",
            Role = role,
            From = Today.AddDays(-2),
            To = to,
        };

    static Decision Audited(StartAudit c, RoleGrantFact? grant, params ReadingRoundFact[] known) =>
        RoundRules.Audit(c, Template, grant, known, Children, People, Leader, Today, NewId);

    [Fact]
    public void A_child_around_whom_a_colleague_is_found_is_drawn_for_nobody_from_outside_and_in_no_round()
    {
        var audit = new StartAudit("Gennemgang", 500, 55, 200, null);
        var all = Rows(Audited(audit, Grant(Today.AddDays(20)))).Select(r => r.ChildId).ToHashSet();
        var around = all.Order().First();
        bool Screened(ChildFile file) => file.Id == around;
        var left = RoundRules.Audit(audit, Template, Grant(Today.AddDays(20)), [], Children, People, Leader, Today, NewId, Screened);
        Assert.Equal(all.Where(c => c != around).Order(), Rows(left).Select(r => r.ChildId).Order());
        for (var i = 0; i < 30; i++)
            Assert.DoesNotContain(
                Rows(RoundRules.Start(Start("leder"), Template, [], Children, People, Leader, Today, NewId, Screened)),
                r => r.ChildId == around
            );
    }

    [Fact]
    public void An_audit_draws_for_one_reader_from_outside_and_ends_with_the_role()
    {
        var audit = new StartAudit("Gennemgang", 500, 55, 3, null);
        var decision = Audited(audit, Grant(Today.AddDays(20)));
        var round = (ReadingRoundFact)((Recorded)decision.Events[0]).Fact;
        Assert.Equal((Today.AddDays(20), 55, true), (round.Until, round.GrantId, round.IsFromOutside));
        var rows = Rows(decision);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Equal("bruger-7", r.Reader));
        Assert.DoesNotContain(rows, r => r.ChildId == 8);
        Assert.Equal(["reading-grant-without-end"], Codes(Audited(audit, Grant(null))));
        Assert.Equal(["sample-for-auditors"], Codes(Audited(audit, Grant(Today, ViewerRole.Council))));
        Assert.Equal(["sample-for-auditors"], Codes(Audited(audit, Grant(Today.AddDays(-1)))));
        Assert.Equal(["sample-not-possible"], Codes(Audited(audit with { Count = 0 }, Grant(Today))));
        Assert.Equal(["reading-compared-unknown"], Codes(Audited(audit with { ComparedId = 600 }, Grant(Today), Round)));
        Assert.Empty(Codes(Audited(audit with { ComparedId = round.Id }, Grant(Today), [Ended(round)])));
        Assert.Equal(["reading-round-runs"], Codes(Audited(audit, Grant(Today), round)));
        Assert.Equal(
            ["reading-template-missing"],
            Codes(RoundRules.Audit(audit, null, Grant(Today), [], Children, People, Leader, Today, NewId))
        );
        Assert.Equal(["sample-empty"], Codes(RoundRules.Audit(audit, Template, Grant(Today), [], [], People, Leader, Today, NewId)));

        static ReadingRoundFact Ended(ReadingRoundFact r)
        {
            var ended = (ReadingRoundFact)r.Copy();
            ended.EndedOn = Today.AddDays(-1);
            return ended;
        }
    }

    [Fact]
    public void A_reader_sees_the_cases_drawn_for_them_and_no_other_and_works_on_none()
    {
        var drawn = DrawnFor("medarbejder-3");
        var (child, other) = (Child(4, 2, false, drawn), Child(5, 2));
        Register With(ReadingRoundFact round) => Register.Build([Post(1), Post(2), Post(3, 2), round], [child, other]);
        Viewer Of(Register register) =>
            new(new("medarbejder-3", "", [new(ViewerRole.Caseworker, new(2020, 1, 1), null, 2)], 3), register, Today, Today);
        var reader = Of(With(Round));
        Assert.Equal((true, false), (reader.MaySee(child, Today), reader.MaySee(other, Today)));
        Assert.False(reader.MayWorkOn(child, Today));
        // When the round is over, and when another reads it.
        var over = (ReadingRoundFact)Round.Copy();
        over.EndedOn = Today.AddDays(-1);
        Assert.False(Of(With(over)).MaySee(child, Today));
        Assert.False(Of(With(Round)).MaySee(Child(4, 2, false, DrawnFor("medarbejder-1")), Today));
    }

    [Fact]
    public void A_round_is_changed_and_ended_and_an_audit_keeps_the_day_of_its_role()
    {
        Assert.Equal(["thing-not-there"], Codes(RoundRules.Change(new ChangeReadingRound(600, "Ny", Today), null, Today)));
        Assert.Empty(Codes(RoundRules.Change(new ChangeReadingRound(600, "Ny", Today.AddDays(20)), Round, Today)));
        Assert.Equal(["reading-until"], Codes(RoundRules.Change(new ChangeReadingRound(600, "Ny", Today.AddDays(-1)), Round, Today)));
        var audit = (ReadingRoundFact)Round.Copy();
        audit.GrantId = 3;
        Assert.Equal(["reading-audit-until"], Codes(RoundRules.Change(new ChangeReadingRound(600, "Ny", Today.AddDays(9)), audit, Today)));
        var ended = (ReadingRoundFact)Assert.IsType<Corrected>(Assert.Single(RoundRules.End(Round, Today).Events)).Fact;
        Assert.Equal(Today, ended.EndedOn);
        Assert.Equal(["reading-round-over"], Codes(RoundRules.End(ended, Today)));
        Assert.Equal(["reading-round-over"], Codes(RoundRules.Change(new ChangeReadingRound(600, "Ny", Today), ended, Today)));
        Assert.Equal(["thing-not-there"], Codes(RoundRules.End(null, Today)));
    }

    [Fact]
    public void An_action_has_somebody_a_day_and_a_follow_up()
    {
        AddReadingAction Add() => new(600, ReadingStep.Plan, "Kursus", 1, Today, Today.AddDays(60));
        Decision Added(AddReadingAction c, ReadingRoundFact? round) => RoundRules.Add(c, round, People, Today, NewId);
        var action = (ReadingActionFact)Assert.IsType<Recorded>(Assert.Single(Added(Add(), Round).Events)).Fact;
        Assert.Equal(["thing-not-there"], Codes(Added(Add(), null)));
        Assert.Equal(["value-missing"], Codes(Added(Add() with { What = " " }, Round)));
        Assert.Equal(["caseworker-not-employed"], Codes(Added(Add() with { EmployeeId = 77 }, Round)));
        Assert.Equal(["reading-follow-up-before"], Codes(Added(Add() with { FollowUpOn = Today.AddDays(-1) }, Round)));
        Assert.Equal(["reading-action-past"], Codes(Added(Add() with { DueOn = Today.AddDays(-1) }, Round)));
        ChangeReadingAction Change() => new(1, ActionState.Done, "Kursus", 1, Today, Today.AddDays(60), "Målene er blevet konkrete");
        var done = (ReadingActionFact)
            Assert.IsType<Corrected>(Assert.Single(RoundRules.Change(Change(), action, People, Today).Events)).Fact;
        Assert.Equal((Today, "Målene er blevet konkrete"), (done.DoneOn, done.Effect));
        Assert.Equal(["thing-not-there"], Codes(RoundRules.Change(Change(), null, People, Today)));
        Assert.Equal(["reading-action-past"], Codes(RoundRules.Change(Change() with { DueOn = Today.AddDays(-3) }, action, People, Today)));
    }

    [Fact]
    public void A_share_of_few_cases_has_its_interval_and_says_when_it_says_nothing()
    {
        // Wilson's interval as it is printed in textbooks: 15 of 20 is 0.531 to 0.888, 0 of 10 is 0 to 0.278.
        var (low, high) = new Share(15, 20).Interval;
        Assert.Equal((0.531, 0.888), (Math.Round(low, 3), Math.Round(high, 3)));
        (low, high) = new Share(0, 10).Interval;
        Assert.Equal((0, 0.278), (low, Math.Round(high, 3)));
        Assert.Equal((true, false, true), (new Share(3, 5).IsTooSmall, new Share(15, 20).IsTooSmall, new Share(0, 0).IsTooSmall));
        // Newcombe (1998), method 10: 56/70 against 48/80 is 0.2, from 0.0524 to 0.3339.
        var (difference, from, to) = new Share(56, 70).Less(new(48, 80))!.Value;
        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(difference, 4), Math.Round(from, 4), Math.Round(to, 4)));
        Assert.Null(new Share(0, 0).Less(new(1, 2)));
    }

    [Fact]
    public void Kappa_is_what_two_readers_agree_beyond_chance()
    {
        // Cohen's textbook table: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no; kappa 0.40.
        (Judgement, Judgement)[] answers =
        [
            .. Enumerable.Repeat((Judgement.Yes, Judgement.Yes), 20),
            .. Enumerable.Repeat((Judgement.Yes, Judgement.No), 5),
            .. Enumerable.Repeat((Judgement.No, Judgement.Yes), 10),
            .. Enumerable.Repeat((Judgement.No, Judgement.No), 15),
        ];
        var each = Agreement.Of([.. answers.Select(a => ((IReadOnlyList<Judgement>)[a.Item1], (IReadOnlyList<Judgement>)[a.Item2]))]);
        Assert.Equal((50, 50, 35, 0.4), (each.Cases, each.Answers, each.Alike, Math.Round(each.Kappa!.Value, 10)));
        // The standard error of the formula is 0.1294 and that of leaving out one at a time 0.132: the larger holds.
        Assert.InRange(each.Low!.Value, 0.135, 0.15);
        Assert.InRange(each.High!.Value, 0.65, 0.665);
        // The same answers in two cases, of which the readers agree on one, tell less: the interval is wider.
        var alike = answers.Where(a => a.Item1 == a.Item2).ToList();
        var unlike = answers.Where(a => a.Item1 != a.Item2).ToList();
        var two = Agreement.Of([
            ([.. alike.Select(a => a.Item1)], [.. alike.Select(a => a.Item2)]),
            ([.. unlike.Select(a => a.Item1)], [.. unlike.Select(a => a.Item2)]),
        ]);
        Assert.Equal(0.4, two.Kappa!.Value, 10);
        Assert.True(two.High - two.Low > each.High - each.Low);
        // One case has no interval; two who always say yes have no kappa.
        Assert.Null(Agreement.Of([([Judgement.Yes, Judgement.No], [Judgement.Yes, Judgement.No])]).Low);
        Assert.Null(Agreement.Of([([Judgement.Yes], [Judgement.Yes])]).Kappa);
        Assert.Equal((0, 0, null), (Agreement.Of([]).Cases, Agreement.Of([]).Alike, Agreement.Of([]).Kappa));
    }

    [Fact]
    public void A_round_is_counted_by_step_over_first_readers_and_what_is_not_relevant_counts_for_nothing()
    {
        ChildFile Read(long child, string? answers, string? second = null)
        {
            var drawn = DrawnFor("leder", child);
            var other = DrawnFor("medarbejder-9", child, second: true);
            List<ChildsFact> facts = [drawn];
            if (answers is not null)
                facts.Add(
                    new CaseReadingFact
                    {
                        Id = child * 10 + 2,
                        ChildId = child,
                        DrawnId = drawn.Id,
                        Answers = answers,
                    }
                );
            if (second is not null)
                facts.AddRange([
                    other,
                    new CaseReadingFact
                    {
                        Id = child * 10 + 3,
                        ChildId = child,
                        DrawnId = other.Id,
                        Answers = second,
                    },
                ]);
            return Child(child, 2, false, [.. facts]);
        }
        // Notification, then two of the plan: yes 3, partly 2, no 1, not relevant 0.
        ChildFile[] read = [Read(11, "333", "323"), Read(12, "021"), Read(13, "300"), Read(14, null)];
        var register = Register.Build([Template, Round], read);
        var result = RoundResult.Of(register, Round, read);
        Assert.Equal((4, 3), (result.Drawn, result.Read));
        Assert.Equal(
            [(ReadingStep.Notification, new Share(2, 2), 1.0), (ReadingStep.Plan, new Share(1, 2), 0.625)],
            result.Steps.Select(s => (s.Step, s.InOrder, s.Score!.Value))
        );
        Assert.Equal([1, 0, 1, 1], result.Steps[1].Questions[0].Counts);
        Assert.Equal(new(1, 2), result.Steps[1].Questions[0].Yes);
        Assert.Equal(new(2, 3), result.Whole);
        Assert.Equal((1, 3, 2), (result.Agreement.Cases, result.Agreement.Answers, result.Agreement.Alike));
        // Of those whom somebody sees, and no others.
        Assert.Equal((1, 1), (RoundResult.Of(register, Round, [read[0]]).Drawn, RoundResult.Of(register, Round, [read[0]]).Read));
    }

    [Fact]
    public void What_the_system_knows_stands_by_step_for_the_year_that_is_read()
    {
        var file = Script.File("case 2024-01-01 -; notified 2026-05-01T10:00 2026-05-01T12:00 2026-05-02; measure konsulent 2025-01-01 -");
        var known = KnownOfCase.Of(file, Catalogue.Default, Today);
        Assert.Contains(known[ReadingStep.Notification], o => o is { Rule: Requirements.Rule.NotificationAssessed, OnTime: 1, Unmet: 0 });
        Assert.NotEmpty(known[ReadingStep.FollowUp]);
        Assert.Empty(KnownOfCase.Of(file, Catalogue.Default, Today.AddYears(2))[ReadingStep.Notification]);
    }
}
