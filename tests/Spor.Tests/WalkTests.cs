using Spor.Assessments;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Plans;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Invented children, drawn with a seed, and what must be true of all of them. The message of a failure names the seed.</summary>
public class WalkTests
{
    static readonly int Children = Heavy.Times(400, atLeast: 200);
    static readonly DateOnly First = new(2021, 1, 1),
        Last = new(2026, 12, 31);

    // A measure whose step and form change, beside the default catalogue.
    static readonly Catalogue Catalogue = Catalogue.With(
        [
            new CatalogueFact
            {
                Code = "mentor",
                Name = "Mentor",
                Step = 3,
                From = First,
                To = new(2023, 6, 30),
            },
            new CatalogueFact
            {
                Code = "mentor",
                Name = "Mentor",
                Step = 2,
                From = new(2023, 7, 1),
                To = new(2024, 12, 31),
            },
            new CatalogueFact
            {
                Code = "mentor",
                Name = "Mentorhjem",
                Step = 5,
                Form = PlacementForm.Foster,
                From = new(2025, 1, 1),
            },
        ],
        []
    );

    static readonly string[] Bases = ["52.3.7", "46", "76.3.1", "114", "120"];
    static readonly string[] Codes = ["mentor", "konsulent", "hjem", "plejefamilie", "netværkspleje", "opholdssted", "efterskole"];

    sealed class Draw(int seed)
    {
        readonly Random random = new(seed);

        public int Up(int most) => random.Next(most);

        public bool Often => random.Next(3) > 0;

        public DateOnly Day() => First.AddDays(random.Next(Last.DayNumber - First.DayNumber));

        public DateOnly After(DateOnly day, int most) => day.AddDays(random.Next(most));

        public DateOnly? Maybe(DateOnly from, int most) => Often ? After(from, most) : null;
    }

    static (ChildFact Child, List<ChildsFact> Facts) Invent(int seed, List<long>? employees = null)
    {
        var d = new Draw(seed);
        var child = new ChildFact
        {
            Id = seed + 1,
            BornOn = new DateOnly(2003, 1, 1).AddDays(d.Up(20 * 365)),
            TargetGroup = d.Often ? TargetGroup.Vulnerable : TargetGroup.Disability,
        };
        var facts = new List<ChildsFact>();
        var next = child.Id * 1000;
        T Add<T>(T fact)
            where T : ChildsFact
        {
            fact.Id = ++next;
            fact.ChildId = child.Id;
            facts.Add(fact);
            return fact;
        }
        for (var i = d.Up(3); i >= 0; i--)
        {
            var c = Add(new CaseFact { OpenedOn = d.Day() });
            c.ClosedOn = d.Maybe(c.OpenedOn, 700);
            if (c.ClosedOn is { } closed)
                c.ParentsInformedOn = d.Maybe(closed.AddDays(-5), 10);
            for (var a = employees is null ? -1 : d.Up(3); a >= 0; a--)
            {
                var assignment = Add(
                    new AssignmentFact
                    {
                        CaseId = c.Id,
                        EmployeeId = employees![d.Up(employees.Count)],
                        From = d.After(c.OpenedOn, 200),
                    }
                );
                assignment.To = d.Maybe(assignment.From, 400);
            }
        }
        for (var i = d.Up(3); i > 0; i--)
        {
            var at = d.Day().ToDateTime(new TimeOnly(d.Up(24), d.Up(60)));
            Add(
                new NotificationFact
                {
                    ReceivedAt = at,
                    AssessedAt = d.Often ? at.AddMinutes(d.Up(3000)) : null,
                    AcknowledgedOn = d.Maybe(DateOnly.FromDateTime(at), 12),
                    Notifier = d.Often ? Notifier.School : Notifier.Anonymous,
                }
            );
        }
        for (var i = d.Up(4); i > 0; i--)
        {
            var known = d.Day();
            var started = d.After(known, 40);
            Add(
                new AssessmentFact
                {
                    Kind = (AssessmentKind)d.Up(5),
                    KnownOn = known,
                    StartedOn = d.Often ? null : started,
                    FinishedOn = d.Maybe(started, 200),
                }
            );
            Add(
                new ConversationFact
                {
                    On = d.Day(),
                    Purpose = (ConversationPurpose)d.Up(5),
                    LeftOut = !d.Often,
                    HasReason = d.Often,
                }
            );
            var plan = Add(new PlanFact { Kind = (PlanKind)d.Up(3), DecidedOn = d.Day() });
            plan.FinishedOn = d.Maybe(plan.DecidedOn, 120);
            plan.ClosedOn = d.Maybe(plan.DecidedOn, 600);
        }
        DateOnly? ended = null;
        for (var i = d.Up(5); i > 0; i--)
        {
            // Now and then one measure adjoins the last.
            var from = ended is { } e && d.Often ? e.AddDays(1) : d.Day();
            var decision = Add(new DecisionRecordFact { On = from.AddDays(d.Often ? -d.Up(30) : 20 - d.Up(200)) });
            // Now and then an assessment runs beside it.
            if (d.Up(4) == 0)
                Add(
                    new AssessmentFact
                    {
                        Kind = d.Often ? AssessmentKind.Assessment : AssessmentKind.Clarification,
                        KnownOn = from.AddDays(-d.Up(60)),
                        FinishedOn = d.After(from, 120),
                    }
                );
            var m = Add(
                new InterventionFact
                {
                    Code = Codes[d.Up(Codes.Length)],
                    From = from,
                    LegalBasis = Bases[d.Up(Bases.Length)],
                    DecisionId = d.Often ? decision.Id : null,
                }
            );
            ended = m.To = d.Maybe(from, 500);
            for (var f = d.Up(6); f > 0; f--)
            {
                var on = d.After(from.AddDays(-5), 500);
                Add(
                    new FollowUpFact
                    {
                        InterventionId = m.Id,
                        On = on,
                        NextBy = d.Maybe(on, 200),
                    }
                );
                if (d.Up(5) == 0)
                    Add(new FollowUpFact { InterventionId = m.Id, On = on });
                Add(
                    new SupervisionVisitFact
                    {
                        InterventionId = m.Id,
                        On = d.After(from, 500),
                        SpokeWithChild = d.Often,
                    }
                );
            }
        }
        if (d.Often)
        {
            var conference = Add(new NetworkConferenceFact { OfferedOn = d.Day() });
            conference.HeldOn = d.Maybe(conference.OfferedOn, 200);
        }
        return (child, facts);
    }

    static ChildFile File(int seed)
    {
        var (child, facts) = Invent(seed);
        return ChildFile.Build(child, facts);
    }

    static IEnumerable<DateOnly> Days(int seed)
    {
        var d = new Draw(-seed - 1);
        for (var i = 0; i < 6; i++)
            yield return d.Day();
        // The days on which something just begins or ends are where mistakes are.
        foreach (var m in File(seed).Interventions.Take(3))
        {
            yield return m.From;
            if (m.To is { } to)
            {
                yield return to;
                yield return to.AddDays(1);
            }
        }
        foreach (var c in File(seed).Cases)
            if (c.ClosedOn is { } closed)
            {
                yield return closed;
                yield return closed.AddDays(1);
            }
    }

    static void EachChildAndDay(Action<ChildFile, DateOnly, List<Requirement>> check)
    {
        for (var seed = 0; seed < Children; seed++)
        {
            var file = File(seed);
            foreach (var day in Days(seed))
                try
                {
                    check(file, day, Script.All(file, day, Catalogue));
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    throw new Xunit.Sdk.XunitException($"seed {seed}, {day:yyyy-MM-dd}: {e.Message}", e);
                }
        }
    }

    static void Same(IEnumerable<Requirement> one, IEnumerable<Requirement> other)
    {
        List<Requirement> a = [.. Sorted(one)],
            b = [.. Sorted(other)];
        if (!a.SequenceEqual(b))
            Assert.Equal(a, b);
    }

    static IEnumerable<Requirement> Sorted(IEnumerable<Requirement> all) =>
        all.OrderBy(r => r.Rule).ThenBy(r => r.SubjectId).ThenBy(r => r.Trigger).ThenBy(r => r.Due);

    [Fact]
    public void The_requirements_are_those_of_a_reading_by_hand()
    {
        Rule[] read =
        [
            Rule.ChildHeard,
            Rule.PlanInForce,
            Rule.FirstFollowUp,
            Rule.NextFollowUp,
            Rule.PlacementFollowUp,
            Rule.PreventiveFollowUp,
            Rule.SupervisionVisit,
            Rule.PlacementRevisited,
            Rule.YouthPlan,
        ];
        var seen = new Dictionary<(Rule, RequirementState), int>();
        EachChildAndDay(
            (file, day, all) =>
            {
                var plain = new PlainRequirements(file, Catalogue, day).All();
                static IEnumerable<string> Lines(IEnumerable<PlainRequirements.Owed> owed) =>
                    owed.Select(o => $"{o.Rule} {o.Trigger:yyyy-MM-dd} {o.Due:yyyy-MM-dd} {o.Met:yyyy-MM-dd} {o.State} {o.Round}")
                        .Order(StringComparer.Ordinal);
                Assert.Equal(
                    string.Join("\n", Lines(plain)),
                    string.Join(
                        "\n",
                        Lines(
                            all.Where(r => read.Contains(r.Rule))
                                .Select(r => new PlainRequirements.Owed(r.Rule, r.Trigger, r.Due, r.Fulfilled, r.State, r.Round))
                        )
                    )
                );
                foreach (var o in plain)
                    seen[(o.Rule, o.State)] = seen.GetValueOrDefault((o.Rule, o.State)) + 1;
            }
        );
        // Every rule came up, and all but the rarest both met and missed.
        Assert.Contains(seen.Keys, k => k.Item1 == Rule.PlacementRevisited);
        foreach (var rule in read.Where(r => r != Rule.PlacementRevisited))
        {
            Assert.Contains(seen.Keys, k => k == (rule, RequirementState.OnTime));
            Assert.Contains(seen.Keys, k => k == (rule, RequirementState.Missed));
        }
    }

    // What an extract of that day would have held.
    static ChildsFact? AsOf(ChildsFact fact, DateOnly day)
    {
        DateOnly? Cut(DateOnly? on) => on > day ? null : on;
        var copy = (ChildsFact)fact.Copy();
        DateOnly from;
        switch (copy)
        {
            case CaseFact c:
                (from, c.ClosedOn, c.ParentsInformedOn) = (c.OpenedOn, Cut(c.ClosedOn), Cut(c.ParentsInformedOn));
                break;
            case NotificationFact n:
                (from, n.AssessedAt, n.AcknowledgedOn) = (
                    n.ReceivedOn,
                    n.AssessedAt is { } t && DateOnly.FromDateTime(t) > day ? null : n.AssessedAt,
                    Cut(n.AcknowledgedOn)
                );
                break;
            case AssessmentFact a:
                (from, a.FinishedOn) = (a.KnownOn, Cut(a.FinishedOn));
                break;
            case ConversationFact c:
                from = c.On;
                break;
            case PlanFact p:
                (from, p.FinishedOn, p.ClosedOn) = (p.DecidedOn, Cut(p.FinishedOn), Cut(p.ClosedOn));
                break;
            case DecisionRecordFact d:
                from = d.On;
                break;
            case InterventionFact m:
                (from, m.To) = (m.From, Cut(m.To));
                break;
            case FollowUpFact f:
                from = f.On;
                break;
            case SupervisionVisitFact v:
                from = v.On;
                break;
            case NetworkConferenceFact n:
                (from, n.HeldOn) = (n.OfferedOn, Cut(n.HeldOn));
                break;
            default:
                throw new InvalidOperationException(copy.GetType().Name);
        }
        return from <= day ? copy : null;
    }

    [Fact]
    public void Facts_dated_after_the_day_change_nothing()
    {
        EachChildAndDay(
            (file, day, all) =>
            {
                // A decision is about a measure whenever the measure starts: the one thing looked at ahead of its day.
                var then = ChildFile.Build(file.Child, [.. FactsOf(file).Select(f => AsOf(f, day)).OfType<ChildsFact>()]);
                Same(all.Where(r => r.Rule != Rule.ChildHeard), Script.All(then, day, Catalogue).Where(r => r.Rule != Rule.ChildHeard));
            }
        );
    }

    static IEnumerable<ChildsFact> FactsOf(ChildFile f) =>
        new IEnumerable<ChildsFact>[]
        {
            f.Cases,
            f.Assignments,
            f.Notifications,
            f.Assessments,
            f.Conversations,
            f.Plans,
            f.Decisions,
            f.Interventions,
            f.FollowUps,
            f.Visits,
            f.Conferences,
        }.SelectMany(x => x);

    [Fact]
    public void The_order_in_which_facts_come_changes_nothing()
    {
        EachChildAndDay(
            (file, day, all) =>
            {
                var facts = FactsOf(file).ToArray();
                new Random((int)file.Id).Shuffle(facts);
                Same(all, Script.All(ChildFile.Build(file.Child, facts), day, Catalogue));
            }
        );
    }

    [Fact]
    public void A_listed_requirement_exists_has_the_state_its_days_say_and_stands_once()
    {
        EachChildAndDay(
            (file, day, all) =>
            {
                foreach (var r in all)
                {
                    Assert.True(r.Trigger <= day);
                    if (r.Fulfilled is { } f)
                        Assert.True(f <= day);
                    if (r.Rule is Rule.ChildHeard or Rule.ParentsInformed)
                        Assert.NotEqual(RequirementState.Late, r.State);
                    if (r.Rule == Rule.NotificationAssessed)
                        continue;
                    var right = r.State switch
                    {
                        RequirementState.OnTime => r.Fulfilled <= r.Due,
                        RequirementState.Late => r.Fulfilled > r.Due,
                        RequirementState.Upcoming => r.Fulfilled is null && r.Due >= day,
                        _ => r.Fulfilled is null && r.Due < day,
                    };
                    if (!right)
                        Assert.Fail(r.ToString());
                    if (r.State == RequirementState.Overdue && r.Rule != Rule.NotificationAcknowledged)
                        Assert.Contains(file.Cases, c => c.ActiveAt(day));
                }
                // Two follow-ups of one measure on one day are two triggers; nothing else stands twice.
                Assert.DoesNotContain(
                    all.Where(r =>
                            r.Rule is not (Rule.NextFollowUp or Rule.PlacementFollowUp or Rule.PreventiveFollowUp or Rule.SupervisionVisit)
                        )
                        .GroupBy(r => (r.Rule, r.SubjectId, r.Trigger)),
                    g => g.Count() > 1
                );
            }
        );
    }

    [Fact]
    public void A_requirement_is_never_both_lapsed_and_listed()
    {
        EachChildAndDay(
            (file, day, all) =>
            {
                foreach (var r in all)
                {
                    if (r.Rule is Rule.NotificationAssessed or Rule.NotificationAcknowledged or Rule.ChildHeard or Rule.ParentsInformed)
                        continue;
                    var grown =
                        r.Rule is Rule.FirstFollowUp or Rule.NextFollowUp
                        && file.Interventions.Single(m => m.Id == r.SubjectId) is var of
                        && (of.From.Year < 2024 ? of.LegalBasis is "76.3.1" : of.LegalBasis is "114" or "120")
                            ? 23
                            : 18;
                    for (var on = r.Trigger; on < r.Due; on = on.AddDays(1))
                    {
                        if (on == file.Child.BornOn.AddYears(grown))
                            Assert.Fail($"{r}: {grown} on {on}");
                        if (on > day)
                            continue;
                        if (file.Cases.Any(c => c.ClosedOn == on) && !file.Cases.Any(c => c.ActiveAt(on) && c.ClosedOn != on))
                            Assert.Fail($"{r}: the case closed on {on}");
                        if (
                            r.Rule
                            is Rule.FirstFollowUp
                                or Rule.NextFollowUp
                                or Rule.PlacementFollowUp
                                or Rule.PreventiveFollowUp
                                or Rule.SupervisionVisit
                        )
                        {
                            if (file.Interventions.Single(m => m.Id == r.SubjectId).To == on)
                                Assert.Fail($"{r}: the measure ended on {on}");
                        }
                        else if (r.Rule is Rule.PlanInForce or Rule.PlacementRevisited or Rule.YouthPlan)
                            if (on != day && Courses.Of(file, Catalogue, day).Single(c => c.FirstInterventionId == r.SubjectId).To == on)
                                Assert.Fail($"{r}: the course ended on {on}");
                    }
                }
            }
        );
    }

    static bool PlacedOn(ChildFile file, DateOnly day) =>
        file.Interventions.Any(m => m.RunsOn(day) && Catalogue.On(m.Code, m.From) is { IsPlacement: true });

    [Fact]
    public void What_is_met_in_time_is_never_more_than_what_was_due()
    {
        var requirements = Enumerable.Range(0, Children).SelectMany(seed => Script.All(File(seed), Last, Catalogue)).ToList();
        var figures = Flows.ComplianceIn(requirements, First.AddDays(-1), Last);
        Assert.All(figures, f => Assert.True(f.OnTime <= f.Due));
        Assert.All(
            Enum.GetValues<Rule>().Where(r => r is not Rule.CaseCurrent),
            r => Assert.True(figures[(int)r].Due > 0, $"the walk has no {r}")
        );
        // A period in two halves counts each requirement once.
        var mid = new DateOnly(2024, 2, 29);
        var (a, b) = (Flows.ComplianceIn(requirements, First.AddDays(-1), mid), Flows.ComplianceIn(requirements, mid, Last));
        for (var i = 0; i < figures.Length; i++)
            Assert.Equal(figures[i], (a[i].OnTime + b[i].OnTime, a[i].Due + b[i].Due));
    }

    [Fact]
    public void The_runs_of_the_step_line_equal_the_step_of_every_day()
    {
        for (var seed = 0; seed < Children; seed++)
        {
            var file = File(seed);
            var runs = Ladder.Runs(file, Catalogue);
            var at = 0;
            for (var day = First.AddDays(-10); day <= Last.AddDays(800); day = day.AddDays(1))
            {
                while (at < runs.Count && runs[at].To < day)
                    at++;
                var step = at < runs.Count && runs[at].From <= day ? runs[at].Step : 0;
                if (step != Ladder.StepAt(file, Catalogue, day))
                    Assert.Fail($"seed {seed}, {day:yyyy-MM-dd}: {step}, not {Ladder.StepAt(file, Catalogue, day)}");
            }
            for (var i = 1; i < runs.Count; i++)
                Assert.True(
                    runs[i].Step != runs[i - 1].Step || runs[i - 1].To.AddDays(1) < runs[i].From,
                    $"seed {seed}: a run in two pieces"
                );
        }
    }

    [Fact]
    public void Movements_add_up_to_the_children_and_their_rows_and_columns_to_the_two_ladders()
    {
        var children = Enumerable.Range(0, Children).Select(File).ToList();
        for (var k = 0; k < 10; k++)
        {
            DateOnly a = new(2022, 1 + k, 3),
                b = new(2025, 12 - k, 5);
            var moved = PlainLadder.Movements(children, Catalogue, a, b);
            int[] before = PlainLadder.At(children, Catalogue, a),
                after = PlainLadder.At(children, Catalogue, b);
            Assert.Equal(Children, moved.Cast<int>().Sum());
            for (var step = 0; step < Ladder.Steps; step++)
            {
                Assert.Equal(before[step], Enumerable.Range(0, Ladder.Steps).Sum(x => moved[step, x]));
                Assert.Equal(after[step], Enumerable.Range(0, Ladder.Steps).Sum(x => moved[x, step]));
            }
            Assert.Equal(
                (PlainLadder.Down(moved), PlainLadder.Up(moved)),
                (
                    PlainLadder.Up(PlainLadder.Movements(children, Catalogue, b, a)),
                    PlainLadder.Down(PlainLadder.Movements(children, Catalogue, b, a))
                )
            );
        }
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2024)]
    public void Full_year_placements_equal_a_count_of_the_days(int year)
    {
        var children = Enumerable.Range(0, Children).Select(File).ToList();
        long days = 0,
            inYear = 0;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1), inYear++)
            days += children.Count(c => PlacedOn(c, day));
        Assert.Equal(days / (double)inYear, PlainPlacements.FullYearIn(children, Catalogue, year), 9);
    }

    [Fact]
    public void Courses_are_the_maximal_runs_of_placed_days()
    {
        for (var seed = 0; seed < Children; seed++)
        {
            var file = File(seed);
            var courses = Courses.Of(file, Catalogue);
            for (var day = First.AddDays(-10); day <= Last.AddDays(800); day = day.AddDays(1))
                if (courses.InCourseOn(day) != PlacedOn(file, day))
                    Assert.Fail($"seed {seed}, {day:yyyy-MM-dd}");
            for (var i = 1; i < courses.Count; i++)
                Assert.True(courses[i - 1].To.AddDays(1) < courses[i].From, $"seed {seed}: courses {i - 1} and {i} are one");
        }
    }

    [Fact]
    public void Caseload_equals_a_plain_count()
    {
        var d = new Draw(7);
        var employments = new List<EmploymentFact>();
        for (var i = 0; i < 80; i++)
        {
            var from = d.Day();
            employments.Add(
                new()
                {
                    Id = i + 1,
                    EmployeeId = 1 + i % 25,
                    Role = (Role)d.Up(2),
                    TeamId = d.Often ? 1 + d.Up(2) : null,
                    FteTenThousandths = 1000 * (1 + d.Up(10)),
                    From = from,
                    To = d.Maybe(from, 900),
                }
            );
        }
        var teams = Enumerable
            .Range(1, 3)
            .Select(i => new TeamFact
            {
                Id = i,
                TeamId = i,
                Name = "T" + i,
                From = First,
            })
            .ToList();
        var people = employments.Select(e => e.EmployeeId).Distinct().ToList();
        var children = Enumerable
            .Range(0, Children)
            .Select(seed => Invent(seed, people))
            .Select(c => ChildFile.Build(c.Child, c.Facts))
            .ToList();
        var register = new Register
        {
            Catalogue = Catalogue,
            Children = children,
            Employments = employments,
            Teams = teams,
        };
        for (var k = 0; k < 30; k++)
        {
            var day = d.Day();
            var load = PlainCaseload.At(register, day);
            // Of one person's rows with the same role and team: the one that began last, of those the last in the list.
            var now = employments
                .Where(e => e.From <= day && !(e.To < day))
                .GroupBy(e => (e.EmployeeId, e.Role, e.TeamId))
                .Select(g => g.Last(e => e.From == g.Max(x => x.From)))
                .ToList();
            var active = children
                .SelectMany(c => c.Cases, (c, x) => (Child: c, Case: x))
                .Where(x => x.Case.OpenedOn <= day && !(x.Case.ClosedOn < day))
                .ToList();
            Assert.Equal(active.Count, load.ActiveCases);
            Assert.Equal(active.Select(x => x.Child.Id).Distinct().Count(), load.Children);
            Assert.Equal(
                active.Count(x =>
                    !x.Child.Assignments.Any(a =>
                        a.CaseId == x.Case.Id && a.From <= day && !(a.To < day) && now.Exists(e => e.EmployeeId == a.EmployeeId)
                    )
                ),
                load.UnassignedCases
            );
            var workers = now.Where(e => e.Role == Role.Caseworker).Sum(e => e.FteTenThousandths) / 10000.0;
            Assert.Equal(workers, load.Fte, 9);
            if (workers > 0)
                Assert.Equal(load.Children / workers, load.PerFte!.Value, 9);
            else
                Assert.Null(load.PerFte);
            foreach (var team in load.Teams)
            {
                var members = now.Where(e => e.TeamId == team.TeamId).ToList();
                var ids = members.Select(e => e.EmployeeId).ToHashSet();
                var fte = members.Where(e => e.Role == Role.Caseworker).Sum(e => e.FteTenThousandths) / 10000.0;
                var count = active
                    .Where(x =>
                        x.Child.Assignments.Any(a => a.CaseId == x.Case.Id && a.From <= day && !(a.To < day) && ids.Contains(a.EmployeeId))
                    )
                    .Select(x => x.Child.Id)
                    .Distinct()
                    .Count();
                Assert.Equal((count, fte), (team.Children, team.Fte));
                if (fte > 0)
                    Assert.Equal(count / fte, team.PerFte!.Value, 9);
                else
                    Assert.Null(team.PerFte);
            }
        }
    }
}
