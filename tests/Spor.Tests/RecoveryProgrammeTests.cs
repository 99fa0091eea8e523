using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Programmes over old cases: what may be started, what is promised, and what the weeks tell.</summary>
public class RecoveryProgrammeTests
{
    static readonly DateOnly Today = new(2026, 6, 30);
    static long next = 5000;

    static long NewId() => next++;

    static readonly Staff Nobody = new([], []);

    static StartRecoveryProgramme Start(string from = "2026-01-05") =>
        new("Genopretning", Script.Day(from), new(2026, 12, 31), null, [RecoveryElement.Plan], RecoveryOrder.PlacedFirst, null);

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    static RecoveryProgrammeFact Programme(string from = "2026-01-05", params RecoveryElement[] elements) =>
        new()
        {
            Id = 77,
            From = Script.Day(from),
            TargetOn = new(2026, 12, 31),
            Elements = RecoveryElements.Pack(elements.Length > 0 ? elements : Codes<RecoveryElement>.All),
            Name = "Genopretning",
        };

    static string[] Started(StartRecoveryProgramme c, params RecoveryProgrammeFact[] known) =>
        Codes(ProgrammeRules.Start(c, [Script.File("case 2025-01-01 -", 1)], Nobody, known, _ => true, Today, NewId));

    [Fact]
    public void A_programme_over_no_case_is_refused()
    {
        Assert.Equal([], Started(Start()));
        Assert.Equal(["recovery-without-cases"], Started(Start("2024-12-31")));
    }

    [Fact]
    public void Two_running_programmes_cannot_have_the_same_cases()
    {
        var first = Programme("2025-06-01");
        var decision = ProgrammeRules.Start(Start(), [Script.File("case 2025-01-01 -", 1)], Nobody, [first], _ => true, Today, NewId);
        Assert.Equal([("recovery-cases-taken", "77")], decision.Refusals.Select(r => (r.Code, r.Named)));
        // One that is ended has let go of them, and one over other cases never had them.
        first.EndedOn = Today.AddDays(-1);
        Assert.Equal([], Started(Start(), first));
        Assert.Equal([], Started(Start(), Programme("2024-06-01")));
    }

    [Fact]
    public void What_a_programme_needs_is_asked_for()
    {
        Assert.Equal(["value-missing"], Started(Start() with { Name = " " }));
        Assert.Equal(["recovery-name-too-long"], Started(Start() with { Name = new('x', 81) }));
        Assert.Equal(["recovery-starts-later"], Started(Start("2026-07-01")));
        Assert.Equal(["recovery-target-not-ahead"], Started(Start() with { TargetOn = Today }));
        Assert.Equal(["recovery-without-elements"], Started(Start() with { Elements = [] }));
        Assert.Equal(
            ["recovery-beyond-reach"],
            Codes(ProgrammeRules.Start(Start(), [Script.File("case 2025-01-01 -", 1)], Nobody, [], _ => false, Today, NewId))
        );
    }

    [Fact]
    public void A_programme_changes_its_name_and_target_and_never_what_is_to_recover()
    {
        var programme = Programme();
        ChangeRecoveryProgramme Change(DateOnly target) => new(77, "Ny", target, RecoveryOrder.OldestCases, "Ord");
        var changed = (RecoveryProgrammeFact)
            Assert.IsType<Corrected>(Assert.Single(ProgrammeRules.Change(Change(new(2027, 3, 31)), programme, Today).Events)).Fact;
        Assert.Equal(
            (programme.From, programme.Elements, "Ny", new DateOnly(2027, 3, 31)),
            (changed.From, changed.Elements, changed.Name, changed.TargetOn)
        );
        Assert.Equal(["recovery-target-not-ahead"], Codes(ProgrammeRules.Change(Change(Today), programme, Today)));
        programme.EndedOn = Today;
        Assert.Equal(["recovery-ended"], Codes(ProgrammeRules.Change(Change(new(2027, 3, 31)), programme, Today)));
        Assert.Equal(["thing-not-there"], Codes(ProgrammeRules.Change(Change(Today), null, Today)));
    }

    [Fact]
    public void A_programme_is_ended_once_with_a_reason()
    {
        Assert.Empty(ProgrammeRules.End(new(77, Today, "Alt er i orden"), Programme(), Today).Refusals);
        Assert.Equal(["day-in-future", "value-missing"], Codes(ProgrammeRules.End(new(77, Today.AddDays(1), null), Programme(), Today)));
        Assert.Equal(["ends-before-it-starts"], Codes(ProgrammeRules.End(new(77, new(2025, 1, 1), "Ord"), Programme(), Today)));
        var ended = Programme();
        ended.EndedOn = Today;
        Assert.Equal(["recovery-ended"], Codes(ProgrammeRules.End(new(77, Today, "Ord"), ended, Today)));
        Assert.Equal(["thing-not-there"], Codes(ProgrammeRules.End(new(77, Today, "Ord"), null, Today)));
    }

    static readonly Staff TwoPeople = new(
        [
            new()
            {
                Id = 1,
                EmployeeId = 1,
                Role = Role.Caseworker,
                From = new(2020, 1, 1),
            },
            new()
            {
                Id = 2,
                EmployeeId = 2,
                Role = Role.Caseworker,
                From = new(2020, 1, 1),
                To = new(2026, 7, 12),
            },
        ],
        []
    );

    static readonly Author Leader = Author.Program("leder", 1);
    static readonly Author Worker = Leader with { EmployeeId = 2, May = c => c != Access.Capability.Leadership };

    static ChildFile Old(long id, string script = "case 2025-01-01 -") => Script.File(script, id);

    static PlanRecovery Plan(params ChildFile[] files) =>
        new(77, [.. files.Select(f => f.Id)], [.. files.Select(f => f.Cases[0].Id)], 1, Today, null, null, RecoveryWork.Planned);

    static Decision Planned(PlanRecovery c, Author author, RecoveryProgrammeFact programme, params ChildFile[] files) =>
        ProgrammeRules.Plan(c, programme, files, TwoPeople, author, Today, NewId);

    [Fact]
    public void Many_cases_are_planned_at_once_so_many_a_week()
    {
        ChildFile[] files = [.. Enumerable.Range(1, 5).Select(i => Old(i * 1000))];
        var promises = Planned(Plan(files) with { EachWeek = 2 }, Leader, Programme(), files)
            .Events.Cast<Recorded>()
            .Select(e => (RecoveryPromiseFact)e.Fact)
            .ToList();
        var monday = new DateOnly(2026, 6, 29);
        Assert.Equal([monday, monday, monday.AddDays(7), monday.AddDays(7), monday.AddDays(14)], promises.Select(p => p.Week));
        Assert.Equal(files.Select(f => f.Id), promises.Select(p => p.ChildId));
        Assert.All(promises, p => Assert.Equal((77, 1, Today), (p.ProgrammeId, p.EmployeeId, p.MadeOn)));
    }

    [Fact]
    public void What_cannot_be_promised_is_refused()
    {
        var (file, programme) = (Old(1000), Programme());
        string[] Of(PlanRecovery c, Author? author = null, params ChildFile[] files) =>
            Codes(Planned(c, author ?? Leader, programme, files.Length > 0 ? files : [file]));
        Assert.Equal([], Of(Plan(file)));
        Assert.Equal(["recovery-nothing-chosen"], Of(Plan()));
        Assert.Equal(["recovery-too-many"], Of(Plan(file) with { CaseIds = [.. Enumerable.Range(1, 1001).Select(i => (long)i)] }));
        Assert.Equal(["recovery-week-past"], Of(Plan(file) with { Week = new(2026, 6, 28) }));
        Assert.Equal(["recovery-each-week"], Of(Plan(file) with { EachWeek = 0 }));
        Assert.Equal(["recovery-promise-for-another"], Of(Plan(file), Worker));
        Assert.Equal([], Of(Plan(file) with { EmployeeId = null }, Worker));
        Assert.Equal(["recovery-nobody-has-it"], Of(Plan(file) with { EmployeeId = null }));
        Assert.Equal(["recovery-not-employed-then"], Of(Plan(file) with { EmployeeId = 2, Week = new(2026, 7, 13) }));
        var after = Old(2000, "case 2026-02-01 -");
        Assert.Equal(["recovery-case-not-in-it"], Of(Plan(after), null, after));
        var closed = Old(3000, "case 2025-01-01 2026-03-01");
        Assert.Equal(["recovery-case-closed"], Of(Plan(closed), null, closed));
        programme.Elements = RecoveryElements.Pack([RecoveryElement.Assessment]);
        Assert.Equal(["recovery-element-not-asked"], Of(Plan(file) with { Element = RecoveryElement.Plan }));
        programme.EndedOn = Today;
        Assert.Equal(["recovery-ended"], Of(Plan(file)));
        Assert.Equal(["thing-not-there"], Codes(ProgrammeRules.Plan(Plan(file), null, [file], TwoPeople, Leader, Today, NewId)));
    }

    [Fact]
    public void A_promise_that_is_moved_in_its_own_week_is_not_kept_and_one_moved_before_is_not_asked_for()
    {
        RecoveryPromiseFact Promise(long id, string week, string made) =>
            new()
            {
                Id = id,
                ChildId = 1,
                ProgrammeId = 77,
                CaseId = 9,
                Week = Script.Day(week),
                MadeOn = Script.Day(made),
            };
        ChildFile File(params ChildsFact[] rows) =>
            ChildFile.Build(
                new() { Id = 1 },
                [
                    new CaseFact
                    {
                        Id = 9,
                        ChildId = 1,
                        OpenedOn = new(2025, 1, 1),
                    },
                    .. rows,
                ]
            );
        var monday = new DateOnly(2026, 6, 22);
        var moved = File(Promise(1, "2026-06-22", "2026-06-15"), Promise(2, "2026-06-29", "2026-06-24"));
        Assert.Equal([1L], ProgrammeOrder.PromisesOf(moved, 77, monday, Today).Select(p => p.Id));
        Assert.Equal(2, ProgrammeOrder.PromiseOf(moved, 9, 77, Today)!.Id);
        Assert.Equal(1, ProgrammeOrder.PromiseOf(moved, 9, 77, new(2026, 6, 23))!.Id);
        var before = File(Promise(1, "2026-06-22", "2026-06-15"), Promise(2, "2026-06-29", "2026-06-19"));
        Assert.Empty(ProgrammeOrder.PromisesOf(before, 77, monday, Today));
    }

    [Fact]
    public void Staff_and_published_numbers_are_noted_with_what_they_need()
    {
        var programme = Programme();
        NoteRecoveryStaffing Staff(int people, string on) => new(77, Script.Day(on), StaffingKind.ChangedTasks, people, null, null);
        Assert.Empty(ProgrammeRules.Staffing(Staff(5, "2026-02-01"), programme, NewId).Refusals);
        Assert.Equal(
            ["recovery-people", "recovery-before-it-began"],
            Codes(ProgrammeRules.Staffing(Staff(0, "2026-01-01"), programme, NewId))
        );
        Assert.Equal(["thing-not-there"], Codes(ProgrammeRules.Staffing(Staff(5, "2026-02-01"), null, NewId)));
        NotePublishedNumbers said = new(77, new(2016, 6, 7), new(2017, 1, 31), 687, 140, 2500, 602, 4340, 3540, "Referat");
        Assert.Empty(ProgrammeRules.Published(said, programme, NewId).Refusals);
        Assert.Equal(
            ["ends-before-it-starts", "recovery-count-missing", "recovery-load-not-possible", "value-missing"],
            Codes(
                ProgrammeRules.Published(
                    said with
                    {
                        To = said.From,
                        AtEnd = null,
                        LoadAtStartHundredths = -1,
                        Source = null,
                    },
                    programme,
                    NewId
                )
            )
        );
        Assert.Equal(["thing-not-there"], Codes(ProgrammeRules.Published(said, null, NewId)));
    }

    [Fact]
    public void The_published_numbers_of_the_source_do_not_add_up_and_the_check_says_by_how_much()
    {
        PublishedNumbersFact Said(int closed, int atEnd) =>
            new()
            {
                From = new(2016, 6, 7),
                To = new(2017, 1, 31),
                AtStart = 687,
                Closed = closed,
                NewAMonthHundredths = 2500,
                AtEnd = atEnd,
                LoadAtStartHundredths = 4340,
                LoadAtEndHundredths = 3540,
            };
        var check = PublishedCheck.Of(Said(140, 602));
        Assert.False(check.AddsUp);
        // 687 less 140, and 25 a month for 7.8 months.
        Assert.Equal(742, check.Expected, 0.6);
        Assert.Equal(-140, check.Gap, 0.6);
        Assert.Equal((15.8, 17.0), (Math.Round(check.StaffAtStart!.Value, 1), Math.Round(check.StaffAtEnd!.Value, 1)));
        // With all 280 that were closed, also of the new ones, they do.
        Assert.True(PublishedCheck.Of(Said(280, 602)).AddsUp);
    }

    [Fact]
    public void The_figures_that_the_municipality_published_come_out_of_its_facts()
    {
        var register = FiguresTests.Read("lergaard").ToRegister();
        var programme = Programme("2016-06-07");
        var day = new DateOnly(2017, 1, 31);
        var tally = RecoveryTally.Of(RecoveryCourse.Of(register, programme, day));
        Assert.Equal((687, 687), (tally.Start.OldActive, tally.Start.Old));
        Assert.Equal((140, 280, 602), (tally.Now.OldClosed, tally.Now.Closed, tally.Now.Active));
        Assert.Equal(25, tally.NewAMonth!.Value, 0.1);
        double Load(DateOnly on) =>
            Math.Round(
                register.Children.Count(f => Array.Exists(f.Cases, k => k.ActiveAt(on)))
                    / Caseload.At(register, on).Employees.Sum(e => e.Fte),
                1
            );
        Assert.Equal((43.4, 35.4), (Load(programme.From), Load(day)));
        // The last point says what a scan of the day says (2.38), and every week adds up.
        var scan = RecoveryFigures.Of(register, day, programme.From);
        foreach (var e in Codes<RecoveryElement>.All)
        {
            var i = (int)e;
            Assert.Equal(
                scan.Recovery[i],
                new(tally.Start.Left[i], tally.Now.GoneWithCase[i], tally.Now.NoLongerRequired[i], tally.Now.Done[i], tally.Now.Left[i])
            );
            Assert.Equal(scan.NewBacklog[i], (tally.Now.BacklogOld[i], tally.Now.BacklogNew[i]));
            Assert.Equal(tally.Start.Left[i] - tally.Now.Left[i], tally.Weeks.Sum(w => w.Fell[i]));
        }
        Assert.Equal(
            (195, 140, 140),
            (tally.Weeks.Sum(w => w.Opened), tally.Weeks.Sum(w => w.ClosedOld), tally.Weeks.Sum(w => w.ClosedNew))
        );
        Assert.All(tally.Standings, s => Assert.Equal(687, s.InOrder + s.NotInOrder + s.OldClosed));
    }

    [Fact]
    public void To_recover_and_new_backlog_are_never_put_together()
    {
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children =
            [
                // Lacked a plan at the start and has one now; was placed later, and opened later.
                Script.File("case 2025-01-01 -; measure plejefamilie 2025-01-02 -; plan child 2026-02-10 2026-02-20 -", 1000),
                Script.File("case 2025-01-01 -; measure plejefamilie 2026-02-02 -", 2000),
                Script.File("case 2026-02-01 -; measure plejefamilie 2026-02-02 -", 3000),
            ],
        };
        var tally = RecoveryTally.Of(RecoveryCourse.Of(register, Programme("2026-01-05", RecoveryElement.Plan), new(2026, 3, 31)));
        const int plan = (int)RecoveryElement.Plan;
        Assert.Equal((1, 0, 1), (tally.Start.Left[plan], tally.Now.Left[plan], tally.Now.Done[plan]));
        Assert.Equal((1, 1, 1), (tally.Now.BacklogOld[plan], tally.Now.BacklogNew[plan], tally.Now.WithBacklog));
        Assert.Equal((2, 2, 1), (tally.Now.Old, tally.Now.InOrder, tally.Now.Opened));
        // The week of 16 February had the plan.
        Assert.Equal([new DateOnly(2026, 2, 22)], tally.Weeks.Where(w => w.Done[plan] > 0).Select(w => w.To));
    }

    [Fact]
    public void After_an_entry_only_the_children_it_touched_are_looked_at_again()
    {
        ChildFile[] files = [.. Enumerable.Range(1, 20).Select(i => Old(i * 1000, "case 2025-01-01 -; measure plejefamilie 2025-01-02 -"))];
        var catalogue = Catalogue.Default;
        var before = new Register { Catalogue = catalogue, Children = files };
        ChildFile[] changed = [.. files];
        changed[3] = Old(4000, "case 2025-01-01 -; measure plejefamilie 2025-01-02 -; plan child 2026-02-10 2026-02-20 -");
        var after = new Register { Catalogue = catalogue, Children = changed };
        var programme = Programme("2026-01-05", RecoveryElement.Plan);
        var course = RecoveryCourse.Of(before, programme, Today);
        var next = RecoveryCourse.Of(after, programme, Today, course);
        Assert.Equal((20, 1), (course.WorkedOut, next.WorkedOut));
        Assert.Equal(RecoveryTally.Of(RecoveryCourse.Of(after, programme, Today)).Now.Left, RecoveryTally.Of(next).Now.Left);
        var scan = RecoveryScan.Of(before, Today);
        var again = RecoveryScan.Of(after, Today, scan);
        Assert.Equal((20, 1), (scan.WorkedOut, again.WorkedOut));
        Assert.Equal(RecoveryScan.Of(after, Today).Cases.Select(c => c.States), again.Cases.Select(c => c.States));
    }

    /// <summary>Old cases that lack a plan, of which so many get one in each week.</summary>
    static RecoveryTally Even(int cases, int each, int weeks)
    {
        var monday = new DateOnly(2026, 1, 5);
        var files = Enumerable
            .Range(0, cases)
            .Select(i =>
                monday.AddDays(7 * (i / each) + 2) is var done && i / each < weeks
                    ? Old(
                        (i + 1) * 1000,
                        $"case 2025-01-01 -; measure plejefamilie 2025-01-02 -; plan child {done:yyyy-MM-dd} {done:yyyy-MM-dd} -"
                    )
                    : Old((i + 1) * 1000, "case 2025-01-01 -; measure plejefamilie 2025-01-02 -")
            );
        var register = new Register { Catalogue = Catalogue.Default, Children = [.. files] };
        return RecoveryTally.Of(RecoveryCourse.Of(register, Programme("2026-01-04", RecoveryElement.Plan), monday.AddDays(7 * weeks - 1)));
    }

    [Fact]
    public void An_even_pace_ends_when_the_left_are_divided_by_it()
    {
        var tally = Even(cases: 60, each: 2, weeks: 20);
        Assert.Equal(20, tally.Now.LeftInAll);
        var forecast = RecoveryForecast.Of(tally);
        var plan = Assert.Single(forecast.Elements);
        Assert.Equal(
            (RecoveryElement.Plan, 20, 2.0, 10.0, 10, 10),
            (plan.Element, plan.Left, plan.Pace, plan.Weeks, plan.Early, plan.Late)
        );
        Assert.Equal((10, 10), forecast.All);
        // Such a forecast was never off.
        var earlier = RecoveryForecast.Earlier(tally);
        Assert.NotEmpty(earlier);
        Assert.All(earlier, e => Assert.Equal((0.0, true), (e.Off, e.Within)));
    }

    [Fact]
    public void Nothing_is_foretold_of_too_few_weeks_and_without_a_pace_there_is_no_end()
    {
        Assert.False(RecoveryForecast.Of(Even(60, 2, 3)).Known);
        var still = RecoveryForecast.Of(Even(60, 60, 12));
        Assert.Empty(still.Elements);
        var stuck = RecoveryForecast.Of(
            RecoveryTally.Of(
                RecoveryCourse.Of(
                    new() { Catalogue = Catalogue.Default, Children = [Old(1000, "case 2025-01-01 -; measure plejefamilie 2025-01-02 -")] },
                    Programme("2026-01-04", RecoveryElement.Plan),
                    Today
                )
            )
        );
        Assert.Equal((null, null), (stuck.Bottleneck!.Weeks, stuck.Bottleneck.Early));
        Assert.Null(RecoveryForecast.WithMore(Even(60, 2, 20), stuck, 2));
    }

    [Fact]
    public void With_two_more_people_on_the_slowest_element_it_ends_sooner()
    {
        // Real cases, real people: the example municipality.
        var register = FiguresTests.Read("lergaard").ToRegister();
        var tally = RecoveryTally.Of(RecoveryCourse.Of(register, Programme("2016-06-07"), new(2017, 1, 31)));
        var now = RecoveryForecast.Of(tally);
        Assert.True(now.Known);
        if (RecoveryForecast.WithMore(tally, now, 2) is { } more)
        {
            var slow = now.Bottleneck!;
            var sooner = more.Forecast.Elements.First(e => e.Element == slow.Element);
            Assert.Equal(slow.Pace * (more.People + 2) / more.People, sooner.Pace, 1e-6);
            Assert.True(sooner.Weeks < slow.Weeks);
        }
        // The same seed and the same weeks: the same answer.
        Assert.Equal(now.Elements, RecoveryForecast.Of(tally).Elements);
    }

    [Theory]
    [InlineData("case 2025-01-01 -", true)]
    [InlineData("case 2025-01-01 -; measure hjem 2025-02-01 -", false)] // help runs
    [InlineData("case 2025-01-01 -; talk 2026-06-01", false)] // written in lately
    [InlineData("born 2008-01-01; case 2025-01-01 -; talk 2026-06-01", true)] // grown up
    [InlineData("case 2025-01-01 -; bfu 2025-02-01 -", false)] // an assessment is not finished
    public void A_case_in_which_nothing_happens_is_proposed_for_closing(string script, bool proposed)
    {
        var register = new Register { Catalogue = Catalogue.Default, Children = [Script.File(script, 1000)] };
        Assert.Equal(proposed, RecoveryScan.LooksFinished(RecoveryScan.Of(register, Today).Cases[0], Today));
    }

    [Fact]
    public void Elements_are_kept_as_codes_and_read_as_words()
    {
        Assert.Equal("assessment plan", RecoveryElements.Pack([RecoveryElement.Plan, RecoveryElement.Assessment, RecoveryElement.Plan]));
        Assert.Equal("Undersøgelse, Plan", RecoveryElements.Names("plan nonsense assessment"));
    }

    [Theory]
    [InlineData(RecoveryOrder.PlacedFirst, "2 3 1")]
    [InlineData(RecoveryOrder.MostMissing, "2 3 1")]
    [InlineData(RecoveryOrder.NearestDone, "1 3 2")]
    [InlineData(RecoveryOrder.OldestCases, "1 2 3")]
    [InlineData(RecoveryOrder.YoungestChildren, "3 2 1")]
    public void The_leaders_rule_gives_the_order(RecoveryOrder order, string expected)
    {
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children =
            [
                Script.File("born 2010-01-01; case 2024-01-01 -", 1000),
                Script.File("born 2012-01-01; case 2024-02-01 -; measure plejefamilie 2024-02-02 -", 2000),
                Script.File("born 2014-01-01; case 2024-03-01 -; measure hjem 2024-03-02 -", 3000),
            ],
        };
        var course = RecoveryCourse.Of(register, Programme(), Today);
        var sorted = ProgrammeOrder.Sort(course.Cases, order, course.Programme.Chosen, register.Catalogue, Today, course.Points.Count - 1);
        Assert.Equal(expected, string.Join(' ', sorted.Select(c => c.File.Id / 1000)));
    }

    [Fact]
    public void An_action_has_somebody_and_a_day_ahead_and_is_done_on_the_day_it_is_said()
    {
        var programme = Programme();
        AddRecoveryAction Add(string? what, long employee, DateOnly due) => new(77, RecoveryTheme.Partners, what, employee, due);
        string[] Of(AddRecoveryAction c) => Codes(BoardRules.Add(c, programme, TwoPeople, Today, NewId));
        Assert.Equal([], Of(Add("Brev til skolerne", 1, Today)));
        Assert.Equal(["value-missing", "caseworker-not-employed", "recovery-action-due-past"], Of(Add(" ", 9, Today.AddDays(-1))));
        Assert.Equal(["thing-not-there"], Codes(BoardRules.Add(Add("Ord", 1, Today), null, TwoPeople, Today, NewId)));
        var action = (RecoveryActionFact)
            ((Recorded)BoardRules.Add(Add("Brev", 2, Today), programme, TwoPeople, Today, NewId).Events[0]).Fact;
        RecoveryActionFact Changed(ActionState state, DateOnly on) =>
            (RecoveryActionFact)
                ((Corrected)BoardRules.Change(new(action.Id, state, "Brev", 2, action.DueOn), action, TwoPeople, on).Events[0]).Fact;
        // Who has it has left since, and it stays hers.
        var done = Changed(ActionState.Done, new(2026, 8, 1));
        Assert.Equal((ActionState.Done, new DateOnly(2026, 8, 1), false), (done.State, done.DoneOn, done.IsOpen));
        Assert.Null(Changed(ActionState.Begun, Today).DoneOn);
        Assert.Equal(
            ["caseworker-not-employed", "recovery-action-due-past"],
            Codes(BoardRules.Change(new(action.Id, ActionState.Begun, "Brev", 9, Today.AddDays(-9)), action, TwoPeople, Today))
        );
        Assert.Equal(["thing-not-there"], Codes(BoardRules.Change(new(1, ActionState.Done, "Brev", 1, Today), null, TwoPeople, Today)));
        programme.EndedOn = Today;
        Assert.Equal(["recovery-ended"], Of(Add("Ord", 1, Today)));
    }

    [Fact]
    public void A_week_has_one_board_and_writing_it_again_changes_what_stands()
    {
        var programme = Programme();
        HoldRecoveryBoard Hold(DateOnly on, string? decisions) => new(77, on, "Lone", decisions);
        var first = (RecoveryBoardFact)
            Assert.IsType<Recorded>(Assert.Single(BoardRules.Hold(Hold(Today, "To vikarer"), programme, [], Today, NewId).Events)).Fact;
        Assert.Equal(new(2026, 6, 29), first.Week);
        var again = Assert.IsType<Corrected>(
            Assert.Single(BoardRules.Hold(Hold(Today.AddDays(-1), "Tre vikarer"), programme, [first], Today, NewId).Events)
        );
        Assert.Equal((first.Id, "Tre vikarer"), (again.Fact.Id, ((RecoveryBoardFact)again.Fact).Decisions));
        Assert.IsType<Recorded>(Assert.Single(BoardRules.Hold(Hold(Today.AddDays(-7), "Intet"), programme, [first], Today, NewId).Events));
        Assert.Equal(
            ["day-in-future", "recovery-board-without-decisions"],
            Codes(BoardRules.Hold(Hold(Today.AddDays(1), " "), programme, [], Today, NewId))
        );
        Assert.Equal(["recovery-before-it-began"], Codes(BoardRules.Hold(Hold(new(2026, 1, 1), "Ord"), programme, [], Today, NewId)));
        Assert.Equal(["thing-not-there"], Codes(BoardRules.Hold(Hold(Today, "Ord"), null, [], Today, NewId)));
    }

    [Fact]
    public void The_board_reads_from_the_case_whether_last_weeks_promises_were_kept()
    {
        ChildFile Promised(long id, string plan, params (string Week, string Made)[] promises)
        {
            var file = Old(id, "case 2025-01-01 -; measure plejefamilie 2025-01-02 -" + plan);
            return ChildFile.Build(
                file.Child,
                [
                    .. file.Cases,
                    .. file.Interventions,
                    .. file.Plans,
                    .. promises.Select(
                        (p, i) =>
                            new RecoveryPromiseFact
                            {
                                Id = id + 500 + i,
                                ChildId = file.Id,
                                ProgrammeId = 77,
                                CaseId = file.Cases[0].Id,
                                EmployeeId = id == 3000 ? 2 : 1,
                                Element = "plan",
                                Week = Script.Day(p.Week),
                                MadeOn = Script.Day(p.Made),
                            }
                    ),
                ]
            );
        }
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children =
            [
                Promised(1000, "; plan child 2026-03-04 2026-03-04 -", ("2026-03-02", "2026-02-25")),
                Promised(2000, "", ("2026-03-02", "2026-02-25")),
                // In order a week too late, and moved in the week it was promised for.
                Promised(3000, "; plan child 2026-03-10 2026-03-10 -", ("2026-03-02", "2026-02-25"), ("2026-03-09", "2026-03-05")),
            ],
        };
        RecoveryBoard Board(string day) =>
            RecoveryBoard.Of(
                RecoveryTally.Of(RecoveryCourse.Of(register, Programme("2026-01-04", RecoveryElement.Plan), Script.Day(day))),
                ProgrammeRules.Monday(Script.Day(day))
            );
        var board = Board("2026-03-11");
        Assert.Equal((3, 1), (board.Promised, board.Kept));
        Assert.Equal([(1L, 1, 2), (2L, 0, 1)], board.Lines.Select(l => (l.EmployeeId, l.Kept, l.LastWeek.Count)));
        // This week's: kept already, though the week still runs.
        Assert.Equal([true], board.Lines[1].ThisWeek.Select(p => p.Kept));
        // While its week runs a promise that is not kept yet is neither.
        Assert.Contains(Board("2026-03-05").Lines.SelectMany(l => l.ThisWeek), p => p.Kept is null);
    }
}
