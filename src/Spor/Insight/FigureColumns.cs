using System.Runtime.InteropServices;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Interventions;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Insight;

/// <summary>A period that figures are wanted for, both days in it. Of a series each begins after the one before has ended.</summary>
public readonly record struct FigurePeriod(DateOnly From, DateOnly To)
{
    /// <summary>The day before it begins: what <see cref="FigureTime.Between"/> compares with, so that movements, changes and counts speak of the same days.</summary>
    public DateOnly Before => From.AddDays(-1);
}

/// <summary>The figures of a row of periods for a group, and what it takes to say them again after an entry.</summary>
public sealed class FigureAnswer
{
    readonly Func<FigureColumns, FigureAnswer?> after;

    internal FigureAnswer(
        IReadOnlyList<FigurePeriod> periods,
        IReadOnlyList<IReadOnlyList<KeyFigure>> figures,
        Func<FigureColumns, FigureAnswer?> after
    ) => (Periods, Figures, this.after) = (periods, figures, after);

    public IReadOnlyList<FigurePeriod> Periods { get; }

    /// <summary>Of each period, as <see cref="KeyFigures.Of"/> lists them.</summary>
    public IReadOnlyList<IReadOnlyList<KeyFigure>> Figures { get; }

    /// <summary>The same question put to later columns: only the blocks that differ are counted, once out and once in. Null if asking anew is as quick.</summary>
    public FigureAnswer? After(FigureColumns later) => after(later);
}

/// <summary>
/// All key figures for any group and any row of periods, quickly. Each child's life is kept as slim marks, from one day to another: sixty or so a child,
/// twelve bytes each. A question is one pass over them with difference arrays. The marks lie in blocks of children; after an entry only the blocks with a
/// changed child are made again. What comes out is what <see cref="KeyFigures.Of"/> says, which a test holds equal.
/// </summary>
public sealed class FigureColumns
{
    const int BlockSize = 512;

    // A channel is one kind of mark. First the spans, of which a day is in or out; then the events, each on its day.
    const int Steps = 0,
        Forms = Steps + 6,
        Course = Forms + 3,
        CaseActive = Course + 1,
        CaseFree = CaseActive + 1;
    const int OverdueOf = CaseFree + 1;
    static readonly int Rules = Codes<Rule>.All.Count,
        Notifiers = Codes<Notifier>.All.Count;
    static readonly int MissedOf = OverdueOf + Rules,
        AnyOverdueLaw = MissedOf + Rules,
        AnyOverdueModel = AnyOverdueLaw + 1,
        AnyOverdue = AnyOverdueLaw + 2,
        AnyMissedLaw = AnyOverdueLaw + 3,
        AnyMissedModel = AnyOverdueLaw + 4,
        FirstEvent = AnyOverdueLaw + 5;
    static readonly int Opened = FirstEvent,
        Closed = FirstEvent + 1,
        Offered = FirstEvent + 2,
        Accepted = FirstEvent + 3,
        Held = FirstEvent + 4,
        PlanApproved = FirstEvent + 5,
        InNew = FirstEvent + 6,
        Repeat = FirstEvent + 7,
        HeldInNew = FirstEvent + 8,
        PrivateTime = FirstEvent + 9,
        Replaced = FirstEvent + 10,
        NotifiedBy = FirstEvent + 11,
        DueOnTime = NotifiedBy + Notifiers,
        DueNot = DueOnTime + Rules,
        FirstTeam = DueNot + Rules;

    // Then for each team: the group, the load, and what is overdue for the group. Spans all three.
    static int TeamGroup(int team) => FirstTeam + team;

    int TeamLoad(int team) => FirstTeam + teams.Length + team;

    int TeamOverdue(int team) => FirstTeam + 2 * teams.Length + team;

    int Channels => FirstTeam + 3 * teams.Length;

    static readonly bool[] IsLaw = [.. Codes<Rule>.All.Select(r => NationalLaw.Of(r, DateOnly.MaxValue).IsLaw)];

    /// <param name="To">Of an event: the day from which it counts, its own unless it was known later.</param>
    readonly record struct Mark(int From, int To, int Channel);

    /// <param name="Step">Or <see cref="WithoutPrice"/>: the sum is then a number of measures.</param>
    readonly record struct Cost(long Sum, short Month, short Step);

    const short WithoutPrice = -1;

    /// <summary>What a group is chosen by that does not change with the days.</summary>
    readonly record struct Who(DateOnly BornOn, long? DistrictId, TargetGroup TargetGroup, Gender? Gender);

    sealed record Block(Who[] Children, Mark[] Marks, int[] MarkStart, Cost[] Costs, int[] CostStart);

    readonly record struct Person((int From, int To)[] Spans)
    {
        /// <summary>The last day of the employments that have begun by a day; -1 without any.</summary>
        public int LastBy(int day)
        {
            var last = -1;
            foreach (var (from, to) in Spans)
                if (from <= day && to > last)
                    last = to;
            return last;
        }
    }

    readonly Block[] blocks;
    readonly long[] teams;
    readonly Person[] caseworkers;

    // As KeyFigures.TeamsOn lists them, with the first day each is there.
    readonly (long Id, string Name, DateOnly First)[] teamNames;

    public Register Register { get; }

    /// <summary>The last day that may be asked about: what is known later is not looked at.</summary>
    public DateOnly Until { get; }

    /// <summary>The day the first case opened; null without any.</summary>
    public DateOnly? FirstCase { get; }

    FigureColumns(Register register, DateOnly until, FigureColumns? before)
    {
        (Register, Until) = (register, until);
        teams = [.. register.Teams.Select(t => t.TeamId).Distinct()];
        teamNames = [.. register.Teams.GroupBy(t => t.TeamId).Select(g => (g.Key, g.OrderBy(t => t.From).Last().Name, g.Min(t => t.From)))];
        caseworkers =
        [
            .. register
                .Employments.Where(e => e.Role == Role.Caseworker)
                .GroupBy(e => e.EmployeeId)
                .Select(g => new Person([.. g.Select(e => (e.From.DayNumber, End(e.To)))])),
        ];
        var children = register.Children;
        blocks = new Block[(children.Count + BlockSize - 1) / BlockSize];
        var reuse =
            before is not null
            && before.Until == until
            && SameRows(before.Register.Teams, register.Teams)
            && SameRows(before.Register.Districts, register.Districts)
            && SameRows(before.Register.Employments, register.Employments)
            && (
                ReferenceEquals(before.Register.Catalogue, register.Catalogue)
                || before.Register.Catalogue.Rows.SequenceEqual(register.Catalogue.Rows)
            )
                ? before
                : null;
        var builder = new ThreadLocal<Builder>(() => new Builder(this));
        Parallel.For(
            0,
            blocks.Length,
            b =>
            {
                int start = b * BlockSize,
                    end = Math.Min(children.Count, start + BlockSize);
                blocks[b] = reuse is not null && Unchanged(reuse, start, end) ? reuse.blocks[b] : builder.Value!.Build(start, end);
            }
        );
        var first = int.MaxValue;
        foreach (var file in children)
            if (file.Cases.Length > 0)
                first = Math.Min(first, file.Cases[0].OpenedOn.DayNumber);
        FirstCase = first == int.MaxValue ? null : DateOnly.FromDayNumber(first);
    }

    /// <param name="previous">Columns of an earlier register: what has not changed since is taken from them.</param>
    public static FigureColumns Of(Register register, DateOnly until, FigureColumns? previous = null) => new(register, until, previous);

    /// <summary>The same, letting go of the children, for one who keeps the columns of a past register: the children are most of its memory.</summary>
    public FigureColumns WithoutChildren() => new(this);

    FigureColumns(FigureColumns whole)
    {
        (Until, FirstCase, teams, teamNames, caseworkers, blocks) = (
            whole.Until,
            whole.FirstCase,
            whole.teams,
            whole.teamNames,
            whole.caseworkers,
            whole.blocks
        );
        var r = whole.Register;
        Register = new()
        {
            EntryNo = r.EntryNo,
            Municipality = r.Municipality,
            Teams = r.Teams,
            Districts = r.Districts,
            Employments = r.Employments,
            Catalogue = r.Catalogue,
            Children = [],
        };
    }

    static bool SameRows<T>(IReadOnlyList<T> a, IReadOnlyList<T> b)
        where T : Fact
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
            if (a[i].Id != b[i].Id || a[i].RecordedIn != b[i].RecordedIn)
                return false;
        return true;
    }

    bool Unchanged(FigureColumns before, int start, int end)
    {
        if (before.Register.Children.Count < end || (end < start + BlockSize && before.Register.Children.Count != end))
            return false;
        for (var i = start; i < end; i++)
            if (!ReferenceEquals(before.Register.Children[i], Register.Children[i]))
                return false;
        return true;
    }

    static int End(DateOnly? to) => (to ?? DateOnly.MaxValue).DayNumber;

    /// <summary>The months from the first case to a day: each ends on its last day, the last on the day itself.</summary>
    public IReadOnlyList<FigurePeriod> Months(DateOnly to)
    {
        var first = FirstCase is { } day && day < to ? day : to;
        var list = new List<FigurePeriod>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= to; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            list.Add(new(month, last < to ? last : to));
        }
        return list;
    }

    /// <summary>The figures of one period.</summary>
    public IReadOnlyList<KeyFigure> Of(DateOnly from, DateOnly to, Group? filter = null) => At([new(from, to)], filter ?? Group.None)[0];

    /// <summary>The figures of each period. Each begins after the one before has ended, and none ends after <see cref="Until"/>.</summary>
    public IReadOnlyList<IReadOnlyList<KeyFigure>> At(IReadOnlyList<FigurePeriod> periods, Group filter) =>
        periods.Count == 0 ? [] : Ask([periods], filter)[0].Figures;

    /// <summary>Several questions about the same group in one pass; each is a row of periods as in <see cref="At"/>, and none is empty.</summary>
    public IReadOnlyList<FigureAnswer> Ask(IReadOnlyList<IReadOnlyList<FigurePeriod>> questions, Group filter)
    {
        foreach (var periods in questions)
            if (periods[^1].To > Until)
                throw new ArgumentException("after the last day that is known", nameof(questions));
        Days[] days = [.. questions.Select(q => new Days(q))];
        Sums[] New() => Array.ConvertAll(days, d => new Sums(this, d));
        var sums = New();
        var gate = new Lock();
        // Without a child there is nothing to count, and nothing to share out.
        if (blocks.Length > 0)
            Parallel.ForEach(
                System.Collections.Concurrent.Partitioner.Create(
                    0,
                    blocks.Length,
                    Math.Max(1, blocks.Length / (2 * Environment.ProcessorCount))
                ),
                New,
                (range, _, mine) =>
                {
                    // All questions to a block while it is near.
                    for (var b = range.Item1; b < range.Item2; b++)
                        foreach (var one in mine)
                            one.Add(blocks[b], b * BlockSize, filter);
                    return mine;
                },
                mine =>
                {
                    lock (gate)
                        for (var q = 0; q < mine.Length; q++)
                            sums[q].Add(mine[q]);
                }
            );
        return Array.ConvertAll(sums, s => Say(s, filter));
    }

    FigureAnswer Say(Sums sums, Group filter)
    {
        var counted = new Sums(this, sums.Days);
        counted.Add(sums);
        counted.Accumulate();
        return new(sums.Days.Periods, new Answer(this, sums.Days, counted, filter).All(), later => SayAgain(later, sums, filter));
    }

    /// <summary>What was counted, less the blocks as they were, and the blocks as they are. Everything counted is a whole number, so nothing is lost.</summary>
    FigureAnswer? SayAgain(FigureColumns later, Sums sums, Group filter)
    {
        if (later.Until != Until || !teams.AsSpan().SequenceEqual(later.teams))
            return null;
        var most = Math.Max(blocks.Length, later.blocks.Length);
        int[] changed =
        [
            .. Enumerable
                .Range(0, most)
                .Where(b => b >= blocks.Length || b >= later.blocks.Length || !ReferenceEquals(blocks[b], later.blocks[b])),
        ];
        if (2 * changed.Length > most)
            return null;
        Sums before = new(this, sums.Days),
            now = new(later, sums.Days);
        foreach (var b in changed)
        {
            if (b < blocks.Length)
                before.Add(blocks[b], b * BlockSize, filter);
            if (b < later.blocks.Length)
                now.Add(later.blocks[b], b * BlockSize, filter);
        }
        now.Add(sums);
        now.Add(before, -1);
        return later.Say(now, filter);
    }

    // --- building -----------------------------------------------------------------------------------------------------------------

    /// <summary>Turns children into marks; one for each thread.</summary>
    sealed class Builder(FigureColumns of)
    {
        readonly Register register = of.Register;
        readonly Catalogue catalogue = of.Register.Catalogue;
        readonly Dictionary<long, int> teamIndex = of.teams.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);
        readonly Dictionary<long, List<(int From, int To, int Team)>> districts = [];
        readonly List<Mark> marks = [];
        readonly List<Cost> costs = [];
        readonly List<Requirement> found = [];
        readonly List<(DateOnly From, DateOnly To)> waiting = [];
        readonly List<(int From, int To)> scratch = [],
            active = [],
            assigned = [],
            overdueLaw = [],
            overdueModel = [],
            missedLaw = [],
            missedModel = [],
            overdue = [];
        readonly Dictionary<(int Month, int Step), long> month = [];

        public Block Build(int start, int end)
        {
            var all = new List<Mark>((end - start) * 48);
            var money = new List<Cost>((end - start) * 16);
            int[] markStart = new int[end - start + 1],
                costStart = new int[end - start + 1];
            var who = new Who[end - start];
            for (var i = start; i < end; i++)
            {
                var child = register.Children[i].Child;
                who[i - start] = new(child.BornOn, child.DistrictId, child.TargetGroup, child.Gender);
                marks.Clear();
                costs.Clear();
                Child(register.Children[i]);
                marks.Sort((a, b) => a.Channel != b.Channel ? a.Channel.CompareTo(b.Channel) : a.From.CompareTo(b.From));
                all.AddRange(marks);
                money.AddRange(costs);
                (markStart[i - start + 1], costStart[i - start + 1]) = (all.Count, money.Count);
            }
            return new(who, [.. all], markStart, [.. money], costStart);
        }

        void Span(int channel, int from, int to)
        {
            if (from <= to)
                marks.Add(new(from, to, channel));
        }

        void Event(int channel, DateOnly? on)
        {
            if (on is { } day)
                marks.Add(new(day.DayNumber, day.DayNumber, channel));
        }

        void Child(ChildFile file)
        {
            foreach (var run in Ladder.Runs(file, catalogue))
                Span(Steps + run.Step - 1, run.From.DayNumber, run.To.DayNumber);
            foreach (var run in Placements.FormRuns(file, catalogue))
                Span(Forms + (int)run.Form - 1, run.From.DayNumber, run.To.DayNumber);
            foreach (var c in Courses.Of(file, catalogue))
                Span(Course, c.From.DayNumber, c.To.DayNumber);
            Cases(file);
            foreach (var n in file.Notifications)
            {
                Event(NotifiedBy + (int)n.Notifier, n.ReceivedOn);
                if (Flows.IsRepeat(file, n))
                    Event(Repeat, n.ReceivedOn);
            }
            foreach (var c in file.Conferences)
            {
                Event(Offered, c.OfferedOn);
                if (c.Answer == OfferAnswer.Yes)
                    Event(Accepted, c.OfferedOn);
                if (Flows.InNewCase(file, c))
                    Event(InNew, c.OfferedOn);
                Event(Held, c.HeldOn);
                if (c.PlanApproved == true)
                    Event(PlanApproved, c.HeldOn);
                if (Flows.InNewCase(file, c))
                    Event(HeldInNew, c.HeldOn);
                if (c.PrivateTimeUsed == true)
                    Event(PrivateTime, c.HeldOn);
                if (Flows.ReplacedMeasure(c))
                    Event(Replaced, c.HeldOn);
            }
            Owed(file);
            Money(file);
        }

        void Cases(ChildFile file)
        {
            active.Clear();
            assigned.Clear();
            var mine = new List<(int Team, int From, int To)>();
            foreach (var c in file.Cases)
            {
                int from = c.OpenedOn.DayNumber,
                    to = End(c.ClosedOn);
                Span(CaseActive, from, to);
                if (from <= to)
                    active.Add((from, to));
                Event(Opened, c.OpenedOn);
                Event(Closed, c.ClosedOn);
                scratch.Clear();
                foreach (var a in file.Assignments)
                {
                    if (a.CaseId != c.Id)
                        continue;
                    int begins = Math.Max(from, a.From.DayNumber),
                        ends = Math.Min(to, End(a.To));
                    if (begins > ends)
                        continue;
                    // It counts on the days its person is employed.
                    foreach (var e in register.Staff.Posts(a.EmployeeId))
                    {
                        int b = Math.Max(begins, e.From.DayNumber),
                            t = Math.Min(ends, End(e.To));
                        if (b > t)
                            continue;
                        scratch.Add((b, t));
                        assigned.Add((b, t));
                        if (e.TeamId is { } team)
                            mine.Add((teamIndex.GetValueOrDefault(team, -1), b, t));
                    }
                }
                Union(scratch);
                foreach (var (begins, ends) in Without(from, to, scratch))
                    Span(CaseFree, begins, ends);
            }
            Union(active);
            Union(assigned);
            foreach (var team in mine.Where(m => m.Team >= 0).GroupBy(m => m.Team))
            {
                scratch.Clear();
                scratch.AddRange(team.Select(t => (t.From, t.To)));
                Union(scratch);
                foreach (var (from, to) in scratch)
                    Span(of.TeamLoad(team.Key), from, to);
            }
            // The team of the group: of whoever has a case; while nobody has, the team of the district.
            if (file.Child.DistrictId is { } district)
                foreach (var (from, to) in Without(0, DateOnly.MaxValue.DayNumber, assigned))
                foreach (var row in OfDistrict(district))
                    mine.Add((row.Team, Math.Max(from, row.From), Math.Min(to, row.To)));
            foreach (var team in mine.Where(m => m.Team >= 0 && m.From <= m.To).GroupBy(m => m.Team))
            {
                scratch.Clear();
                scratch.AddRange(team.Select(t => (t.From, t.To)));
                Union(scratch);
                foreach (var (from, to) in scratch)
                    Span(TeamGroup(team.Key), from, to);
            }
        }

        /// <summary>Which team serves a district from when to when, over all days.</summary>
        List<(int From, int To, int Team)> OfDistrict(long district)
        {
            if (districts.TryGetValue(district, out var known))
                return known;
            var turns = new SortedSet<int> { 0 };
            foreach (var d in register.Districts)
            {
                if (d.DistrictId != district)
                    continue;
                turns.Add(d.From.DayNumber);
                if (d.To is { } to && to < DateOnly.MaxValue)
                    turns.Add(to.DayNumber + 1);
            }
            var list = new List<(int From, int To, int Team)>();
            int[] at = [.. turns];
            for (var i = 0; i < at.Length; i++)
                if (register.Staff.TeamOfDistrict(district, DateOnly.FromDayNumber(at[i])) is { } team)
                    list.Add(
                        (at[i], i + 1 < at.Length ? at[i + 1] - 1 : DateOnly.MaxValue.DayNumber, teamIndex.GetValueOrDefault(team, -1))
                    );
            return districts[district] = list;
        }

        void Owed(ChildFile file)
        {
            found.Clear();
            Derive.Of(file, catalogue, of.Until, found);
            overdueLaw.Clear();
            overdueModel.Clear();
            missedLaw.Clear();
            missedModel.Clear();
            overdue.Clear();
            IReadOnlyList<Course>? courses = null;
            foreach (var r in found)
            {
                if (r.Rule == Rule.CaseCurrent)
                    continue;
                marks.Add(
                    new(
                        r.Due.DayNumber,
                        Math.Max(r.Due.DayNumber, r.Since.DayNumber),
                        (r.State == RequirementState.OnTime ? DueOnTime : DueNot) + (int)r.Rule
                    )
                );
                int from = Math.Max(r.Due.DayNumber + 1, r.Since.DayNumber),
                    to = r.Fulfilled is { } met ? met.DayNumber - 1 : DateOnly.MaxValue.DayNumber;
                if (from > to)
                    continue;
                var law = IsLaw[(int)r.Rule];
                switch (r.Rule)
                {
                    case Rule.NotificationAssessed or Rule.NotificationAcknowledged:
                        Overdue(r.Rule, law, from, to);
                        continue;
                    case Rule.ChildHeard or Rule.ParentsInformed:
                        Missed(r.Rule, law, from, to);
                        continue;
                }
                // It can be met while the child has an active case, and the measure or course it is about has not ended.
                var last = to;
                if (
                    r.Rule
                    is Rule.FirstFollowUp
                        or Rule.NextFollowUp
                        or Rule.PlacementFollowUp
                        or Rule.PreventiveFollowUp
                        or Rule.SupervisionVisit
                )
                {
                    foreach (var m in file.Interventions)
                        if (m.Id == r.SubjectId)
                            last = Math.Min(last, End(m.To));
                }
                else if (r.Rule is Rule.PlanInForce or Rule.PlacementRevisited or Rule.YouthPlan)
                {
                    courses ??= Courses.Of(file, catalogue, of.Until);
                    foreach (var c in courses)
                        if (c.FirstInterventionId == r.SubjectId)
                            last = Math.Min(last, c.To.DayNumber);
                }
                var next = from;
                foreach (var (begins, ends) in active)
                {
                    int b = Math.Max(from, begins),
                        t = Math.Min(last, ends);
                    if (b > t)
                        continue;
                    Missed(r.Rule, law, next, b - 1);
                    Overdue(r.Rule, law, b, t);
                    next = t + 1;
                }
                Missed(r.Rule, law, next, to);
            }
            waiting.Clear();
            Derive.CaseNotCurrent(file, catalogue, waiting);
            foreach (var (from, to) in waiting)
                Overdue(Rule.CaseCurrent, IsLaw[(int)Rule.CaseCurrent], from.DayNumber, to.DayNumber);

            Any(overdueLaw, AnyOverdueLaw);
            Any(overdueModel, AnyOverdueModel);
            Any(missedLaw, AnyMissedLaw);
            Any(missedModel, AnyMissedModel);
            var single = overdue.Count;
            if (single == 0)
                return;
            var teamsFrom = marks.Count;
            for (var i = 0; i < teamsFrom; i++)
            {
                if (marks[i].Channel < FirstTeam || marks[i].Channel >= FirstTeam + of.teams.Length)
                    continue;
                var group = marks[i];
                foreach (var (from, to) in overdue)
                    Span(of.TeamOverdue(group.Channel - FirstTeam), Math.Max(from, group.From), Math.Min(to, group.To));
            }
            Any(overdue, AnyOverdue);
        }

        void Overdue(Rule rule, bool law, int from, int to)
        {
            if (from > to)
                return;
            Span(OverdueOf + (int)rule, from, to);
            (law ? overdueLaw : overdueModel).Add((from, to));
            overdue.Add((from, to));
        }

        void Missed(Rule rule, bool law, int from, int to)
        {
            if (from > to)
                return;
            Span(MissedOf + (int)rule, from, to);
            (law ? missedLaw : missedModel).Add((from, to));
        }

        void Any(List<(int From, int To)> spans, int channel)
        {
            Union(spans);
            foreach (var (from, to) in spans)
                Span(channel, from, to);
        }

        void Money(ChildFile file)
        {
            month.Clear();
            foreach (var m in file.Interventions)
            {
                if (m.From > of.Until)
                    break;
                var end = m.To is { } ended && ended < of.Until ? ended : of.Until;
                for (var first = new DateOnly(m.From.Year, m.From.Month, 1); first <= end; first = first.AddMonths(1))
                {
                    var last = first.AddMonths(1).AddDays(-1);
                    var ore = Spending.OreIn(m, file.Prices, first, last);
                    var key = (first.Year * 12 + first.Month, ore is null ? WithoutPrice : Spending.StepIn(m, catalogue, last));
                    if (ore != 0)
                        CollectionsMarshal.GetValueRefOrAddDefault(month, key, out _) += ore ?? 1;
                }
            }
            foreach (var (key, sum) in month)
                costs.Add(new(sum, (short)key.Month, (short)key.Step));
            costs.Sort((a, b) => a.Month.CompareTo(b.Month));
        }

        static void Union(List<(int From, int To)> spans)
        {
            if (spans.Count < 2)
                return;
            spans.Sort();
            var kept = 0;
            for (var i = 1; i < spans.Count; i++)
                if (spans[i].From <= (long)spans[kept].To + 1)
                    spans[kept] = (spans[kept].From, Math.Max(spans[kept].To, spans[i].To));
                else
                    spans[++kept] = spans[i];
            spans.RemoveRange(kept + 1, spans.Count - kept - 1);
        }

        /// <summary>The days of [from, to] that no span has.</summary>
        static IEnumerable<(int From, int To)> Without(int from, int to, IReadOnlyList<(int From, int To)> spans)
        {
            foreach (var span in spans)
            {
                if (span.To < from)
                    continue;
                if (span.From > to)
                    break;
                if (span.From > from)
                    yield return (from, span.From - 1);
                from = span.To + 1;
            }
            if (from <= to)
                yield return (from, to);
        }
    }

    // --- asking -------------------------------------------------------------------------------------------------------------------

    /// <summary>The periods as day numbers, and for every day which is the first that ends on or after it.</summary>
    sealed class Days
    {
        public readonly FigurePeriod[] Periods;
        public readonly int N;
        public readonly int[] From,
            To;
        readonly Index ends,
            before,
            yearBefore;
        public readonly int FirstYear,
            LastYear;

        /// <summary>Of a calendar year, the first period whose figure of the year before is about it, and one past the last.</summary>
        public readonly (int Lo, int Hi)[] OfYear;

        // Of a month (year × 12 + month), the periods whose month it is.
        readonly int firstMonth;
        public int FirstMonth => firstMonth;
        public int LastMonth => firstMonth + ofMonth.Length - 1;
        readonly (int Lo, int Hi)[] ofMonth;

        public Days(IReadOnlyList<FigurePeriod> periods)
        {
            Periods = [.. periods];
            N = Periods.Length;
            From = [.. Periods.Select(p => p.From.DayNumber)];
            To = [.. Periods.Select(p => p.To.DayNumber)];
            for (var i = 1; i < N; i++)
                if (From[i] <= To[i - 1])
                    throw new ArgumentException("the periods overlap", nameof(periods));
            ends = new(To);
            before = new([.. Periods.Select(p => p.Before.DayNumber)]);
            yearBefore = new([.. Periods.Select(p => p.To.AddMonths(-12).DayNumber)]);
            (FirstYear, LastYear) = (Periods[0].To.Year - 1, Periods[^1].To.Year - 1);
            OfYear = new (int, int)[LastYear - FirstYear + 1];
            static int Month(DateOnly day)
            {
                var month = KeyFigures.MonthOf(day);
                return month.Year * 12 + month.Month;
            }
            firstMonth = Month(Periods[0].To);
            ofMonth = new (int, int)[Month(Periods[^1].To) - firstMonth + 1];
            for (var i = N - 1; i >= 0; i--)
            {
                ref var year = ref OfYear[Periods[i].To.Year - 1 - FirstYear];
                year = (i, year.Hi == 0 ? i + 1 : year.Hi);
                ref var of = ref ofMonth[Month(Periods[i].To) - firstMonth];
                of = (i, of.Hi == 0 ? i + 1 : of.Hi);
            }
        }

        public (int Lo, int Hi) InMonth(int month) =>
            month < firstMonth || month >= firstMonth + ofMonth.Length ? default : ofMonth[month - firstMonth];

        public int Ends(int day) => ends.On(day);

        public int Before(int day) => before.On(day);

        public int YearBefore(int day) => yearBefore.On(day);

        /// <summary>For a day: the index of the first of some rising days on or after it.</summary>
        sealed class Index
        {
            readonly int start,
                end,
                n;
            readonly int[] at;

            public Index(int[] days)
            {
                (start, end, n) = (days[0], days[^1], days.Length);
                at = new int[end - start + 1];
                for (int i = 0, d = start; d <= end; d++)
                {
                    while (days[i] < d)
                        i++;
                    at[d - start] = i;
                }
            }

            public int On(int day) =>
                day <= start ? 0
                : day > end ? n
                : at[day - start];
        }
    }

    /// <summary>What is counted on the way: per channel and period, as differences until <see cref="Accumulate"/>.</summary>
    sealed class Sums
    {
        readonly FigureColumns of;
        readonly Days days;
        public Days Days => days;
        readonly int n,
            width;

        // Of each channel: how many, and how many children.
        public readonly int[] Values,
            Children;
        public readonly int[] InGroup,
            PlacedBefore,
            StillPlaced,
            FullYearChildren,
            CourseStarts,
            StartChildren;
        public readonly long[] CourseFrom,
            FullYearDays;
        public readonly int[] Moves,
            NotifiedChildren,
            DueLaw,
            DueModel;
        public readonly long[] Ore;
        public readonly int[] OreChildren,
            OreAny,
            Unpriced,
            UnpricedChildren;
        readonly int[] dueChildren,
            stampDue;
        readonly int[] stampNotified,
            stampLaw,
            stampModel,
            stampStart;
        readonly byte[] stepBefore,
            stepNow;
        readonly List<(int Lo, int Hi)> windows = [];

        public Sums(FigureColumns of, Days days)
        {
            (this.of, this.days, n) = (of, days, days.N);
            width = n + 1;
            (Values, Children) = (new int[of.Channels * width], new int[of.Channels * width]);
            (InGroup, PlacedBefore, StillPlaced, FullYearChildren, CourseStarts, StartChildren) = (
                new int[width],
                new int[width],
                new int[width],
                new int[width],
                new int[width],
                new int[width]
            );
            (CourseFrom, FullYearDays) = (new long[width], new long[width]);
            (Moves, NotifiedChildren, DueLaw, DueModel) = (
                new int[Ladder.Steps * Ladder.Steps * width],
                new int[width],
                new int[width],
                new int[width]
            );
            (Ore, OreChildren, OreAny, Unpriced, UnpricedChildren) = (
                new long[Ladder.Steps * width],
                new int[Ladder.Steps * width],
                new int[width],
                new int[width],
                new int[width]
            );
            (stampNotified, stampLaw, stampModel, stampStart) = (Blank(), Blank(), Blank(), Blank());
            (dueChildren, stampDue) = (new int[Rules * width], Blank(Rules));
            (stepBefore, stepNow) = (new byte[n], new byte[n]);
        }

        int[] Blank(int rows = 1)
        {
            var stamps = new int[rows * width];
            Array.Fill(stamps, -1);
            return stamps;
        }

        public int Value(int channel, int at) => Values[channel * width + at];

        public int Behind(int channel, int at) => Children[channel * width + at];

        public int DueChildren(Rule rule, int at) => dueChildren[(int)rule * width + at];

        public long OreAt(int step, int at) => Ore[step * width + at];

        public int OreChildrenAt(int step, int at) => OreChildren[step * width + at];

        public int[,] MovesAt(int at)
        {
            var moves = new int[Ladder.Steps, Ladder.Steps];
            var moved = 0;
            for (var a = 0; a < Ladder.Steps; a++)
            for (var b = 0; b < Ladder.Steps; b++)
                moved += moves[a, b] = Moves[(a * Ladder.Steps + b) * width + at];
            moves[0, 0] = InGroup[at] - moved;
            return moves;
        }

        public void Add(Block block, int firstChild, Group filter)
        {
            var team = filter.TeamId is { } id ? Array.IndexOf(of.teams, id) : -1;
            for (var c = 0; c + 1 < block.MarkStart.Length; c++)
            {
                var marks = block.Marks.AsSpan(block.MarkStart[c], block.MarkStart[c + 1] - block.MarkStart[c]);
                windows.Clear();
                Windows(block.Children[c], filter, team, marks);
                if (windows.Count == 0)
                    continue;
                foreach (var (lo, hi) in windows)
                {
                    InGroup[lo]++;
                    InGroup[hi]--;
                }
                Child(marks, firstChild + c);
                if (block.CostStart[c + 1] > block.CostStart[c])
                    Costs(block.Costs.AsSpan(block.CostStart[c], block.CostStart[c + 1] - block.CostStart[c]));
            }
        }

        /// <summary>The periods in which a child is of the group.</summary>
        void Windows(in Who child, Group filter, int team, ReadOnlySpan<Mark> marks)
        {
            if (filter.DistrictId is { } district && child.DistrictId != district)
                return;
            if (filter.TargetGroup is { } group && child.TargetGroup != group)
                return;
            if (filter.Gender is { } gender && child.Gender != gender)
                return;
            int lo = 0,
                hi = n;
            if (filter.Age is { } age)
            {
                var (first, last) = Group.Years(age);
                if (first > 0)
                    lo = days.Ends(Birthday(child.BornOn, first));
                hi = days.Ends(Birthday(child.BornOn, last + 1));
                if (lo >= hi)
                    return;
            }
            if (filter.TeamId is null)
                windows.Add((lo, hi));
            if (filter.TeamId is null || team < 0)
                return;
            foreach (var mark in marks)
            {
                if (mark.Channel != TeamGroup(team))
                    continue;
                int a = Math.Max(lo, days.Ends(mark.From)),
                    b = Math.Min(hi, After(mark.To));
                if (a < b)
                    windows.Add((a, b));
            }
        }

        static int Birthday(DateOnly born, int years) =>
            born.Year + years > 9999 ? DateOnly.MaxValue.DayNumber : born.AddYears(years).DayNumber;

        int After(int lastDay) => days.Ends(lastDay + 1);

        void Child(ReadOnlySpan<Mark> marks, int child)
        {
            int channel = -1,
                reach = 0,
                lastEvent = -1,
                lowest = n,
                highest = 0;
            var whole = windows.Count == 1 && windows[0] == (0, n);
            var courses = (Start: 0, Count: 0);
            for (var k = 0; k < marks.Length; k++)
            {
                ref readonly var mark = ref marks[k];
                if (mark.Channel != channel)
                    (channel, reach, lastEvent) = (mark.Channel, 0, -1);
                var row = channel * width;
                if (channel >= FirstEvent && channel < FirstTeam)
                {
                    var i = days.Ends(mark.From);
                    if (i >= n || mark.From < days.From[i] || mark.To > days.To[i] || (!whole && !In(i)))
                        continue;
                    Values[row + i]++;
                    if (i != lastEvent)
                        Children[row + i]++;
                    lastEvent = i;
                    if (channel >= DueOnTime)
                    {
                        var rule = (channel - DueOnTime) % Rules;
                        var law = IsLaw[rule];
                        Once(stampDue, dueChildren, rule * width + i, child);
                        Once(law ? stampLaw : stampModel, law ? DueLaw : DueModel, i, child);
                    }
                    else if (channel >= NotifiedBy)
                        Once(stampNotified, NotifiedChildren, i, child);
                    continue;
                }
                int lo = days.Ends(mark.From),
                    hi = After(mark.To);
                if (channel == Course)
                {
                    courses = (courses.Count == 0 ? k : courses.Start, courses.Count + 1);
                    if (lo < n && mark.From >= days.From[lo] && (whole || In(lo)))
                    {
                        CourseStarts[lo]++;
                        Once(stampStart, StartChildren, lo, child);
                    }
                }
                if (channel < Forms)
                {
                    int b = days.Before(mark.From),
                        t = days.Before(mark.To + 1);
                    if (b < t)
                    {
                        stepBefore.AsSpan(b, t - b).Fill((byte)(channel - Steps + 1));
                        (lowest, highest) = (Math.Min(lowest, b), Math.Max(highest, t));
                    }
                    if (lo < hi)
                    {
                        stepNow.AsSpan(lo, hi - lo).Fill((byte)(channel - Steps + 1));
                        (lowest, highest) = (Math.Min(lowest, lo), Math.Max(highest, hi));
                    }
                }
                if (lo >= hi)
                    continue;
                foreach (var (from, to) in CollectionsMarshal.AsSpan(windows))
                {
                    int a = Math.Max(lo, from),
                        b = Math.Min(hi, to);
                    if (a >= b)
                        continue;
                    Values[row + a]++;
                    Values[row + b]--;
                    if (channel == Course)
                    {
                        CourseFrom[a] += mark.From;
                        CourseFrom[b] -= mark.From;
                    }
                    a = Math.Max(a, reach);
                    if (a >= b)
                        continue;
                    Children[row + a]++;
                    Children[row + b]--;
                    reach = b;
                }
            }
            if (lowest < highest)
                Move(lowest, highest);
            if (courses.Count > 0)
                Placed(marks.Slice(courses.Start, courses.Count));
        }

        bool In(int i)
        {
            foreach (var (lo, hi) in windows)
                if (lo <= i && i < hi)
                    return true;
            return false;
        }

        static void Once(int[] stamps, int[] counts, int at, int child)
        {
            if (stamps[at] == child)
                return;
            stamps[at] = child;
            counts[at]++;
        }

        /// <summary>Where the child has no step on either day nothing is written: those are the rest of the group.</summary>
        void Move(int lowest, int highest)
        {
            foreach (var (from, to) in windows)
                for (int i = Math.Max(lowest, from), end = Math.Min(highest, to); i < end; )
                {
                    // As long as both days stand as they do: a child on one step for years is one difference.
                    byte was = stepBefore[i],
                        now = stepNow[i];
                    var next = i + Math.Min(Same(stepBefore.AsSpan(i, end - i), was), Same(stepNow.AsSpan(i, end - i), now));
                    if ((was | now) != 0)
                    {
                        Moves[(was * Ladder.Steps + now) * width + i]++;
                        Moves[(was * Ladder.Steps + now) * width + next]--;
                    }
                    i = next;
                }
            stepBefore.AsSpan(lowest, highest - lowest).Clear();
            stepNow.AsSpan(lowest, highest - lowest).Clear();
        }

        static int Same(ReadOnlySpan<byte> steps, byte step) => steps.IndexOfAnyExcept(step) is >= 0 and var at ? at : steps.Length;

        void Placed(ReadOnlySpan<Mark> courses)
        {
            var lastYear = int.MinValue;
            foreach (var c in courses)
            {
                int lo = days.YearBefore(c.From),
                    hi = days.YearBefore(c.To + 1);
                foreach (var (from, to) in windows)
                {
                    int a = Math.Max(lo, from),
                        b = Math.Min(hi, to);
                    if (a >= b)
                        continue;
                    PlacedBefore[a]++;
                    PlacedBefore[b]--;
                    foreach (var now in courses)
                    {
                        int x = Math.Max(a, days.Ends(now.From)),
                            y = Math.Min(b, After(now.To));
                        if (x >= y)
                            continue;
                        StillPlaced[x]++;
                        StillPlaced[y]--;
                    }
                }
                int first = Math.Max(days.FirstYear, DateOnly.FromDayNumber(c.From).Year),
                    last = Math.Min(days.LastYear, DateOnly.FromDayNumber(c.To).Year);
                for (var year = first; year <= last; year++)
                {
                    var overlap =
                        Math.Min(c.To, new DateOnly(year, 12, 31).DayNumber) - Math.Max(c.From, new DateOnly(year, 1, 1).DayNumber) + 1;
                    var (yearLo, yearHi) = days.OfYear[year - days.FirstYear];
                    foreach (var (from, to) in windows)
                    {
                        int a = Math.Max(yearLo, from),
                            b = Math.Min(yearHi, to);
                        if (a >= b)
                            continue;
                        FullYearDays[a] += overlap;
                        FullYearDays[b] -= overlap;
                        if (year == lastYear)
                            continue;
                        FullYearChildren[a]++;
                        FullYearChildren[b]--;
                    }
                    lastYear = year;
                }
            }
        }

        void Costs(ReadOnlySpan<Cost> costs)
        {
            int k = 0,
                past = costs.Length;
            while (k < past)
            {
                var middle = (k + past) / 2;
                if (costs[middle].Month < days.FirstMonth)
                    k = middle + 1;
                else
                    past = middle;
            }
            for (; k < costs.Length && costs[k].Month <= days.LastMonth; k++)
            {
                var cost = costs[k];
                var at = days.InMonth(cost.Month);
                if (at.Lo >= at.Hi)
                    continue;
                foreach (var (from, to) in windows)
                {
                    int a = Math.Max(at.Lo, from),
                        b = Math.Min(at.Hi, to);
                    for (var i = a; i < b; i++)
                    {
                        if (cost.Step == WithoutPrice)
                        {
                            Unpriced[i] += (int)cost.Sum;
                            UnpricedChildren[i]++;
                            continue;
                        }
                        Ore[cost.Step * width + i] += cost.Sum;
                        OreChildren[cost.Step * width + i]++;
                        var met = false;
                        for (var j = k - 1; j >= 0 && costs[j].Month == cost.Month && !met; j--)
                            met = costs[j].Step != WithoutPrice;
                        if (!met)
                            OreAny[i]++;
                    }
                }
            }
        }

        /// <param name="times">1 adds, −1 takes away.</param>
        public void Add(Sums other, int times = 1)
        {
            void Into(int[] a, int[] b)
            {
                for (var i = 0; i < a.Length; i++)
                    a[i] += times * b[i];
            }
            void IntoLong(long[] a, long[] b)
            {
                for (var i = 0; i < a.Length; i++)
                    a[i] += times * b[i];
            }
            Into(Values, other.Values);
            Into(Children, other.Children);
            Into(InGroup, other.InGroup);
            Into(PlacedBefore, other.PlacedBefore);
            Into(StillPlaced, other.StillPlaced);
            Into(FullYearChildren, other.FullYearChildren);
            Into(CourseStarts, other.CourseStarts);
            Into(StartChildren, other.StartChildren);
            IntoLong(CourseFrom, other.CourseFrom);
            IntoLong(FullYearDays, other.FullYearDays);
            Into(Moves, other.Moves);
            Into(NotifiedChildren, other.NotifiedChildren);
            Into(dueChildren, other.dueChildren);
            Into(DueLaw, other.DueLaw);
            Into(DueModel, other.DueModel);
            IntoLong(Ore, other.Ore);
            Into(OreChildren, other.OreChildren);
            Into(OreAny, other.OreAny);
            Into(Unpriced, other.Unpriced);
            Into(UnpricedChildren, other.UnpricedChildren);
        }

        /// <summary>From differences to counts; once, at the end.</summary>
        public void Accumulate()
        {
            for (var channel = 0; channel < of.Channels; channel++)
            {
                if (channel >= FirstEvent && channel < FirstTeam)
                    continue;
                Run(Values.AsSpan(channel * width, width));
                Run(Children.AsSpan(channel * width, width));
            }
            for (var pair = 0; pair < Ladder.Steps * Ladder.Steps; pair++)
                Run(Moves.AsSpan(pair * width, width));
            foreach (var counts in new[] { InGroup, PlacedBefore, StillPlaced, FullYearChildren })
                Run(counts);
            for (var i = 1; i < width; i++)
            {
                CourseFrom[i] += CourseFrom[i - 1];
                FullYearDays[i] += FullYearDays[i - 1];
            }
        }

        static void Run(Span<int> counts)
        {
            for (var i = 1; i < counts.Length; i++)
                counts[i] += counts[i - 1];
        }
    }

    /// <summary>From counts to figures, in the order of <see cref="KeyFigures.Of"/>.</summary>
    sealed class Answer(FigureColumns of, Days days, Sums sums, Group filter)
    {
        static readonly (FigureDefinition Of, bool Law)[] Kept = [(KeyFigures.ComplianceLaw, true), (KeyFigures.ComplianceModel, false)];
        static readonly IReadOnlyList<Rule>[] WithCompliance =
            [KeyFigures.RulesOf(false, all: false), KeyFigures.RulesOf(true, all: false)],
            AllRules = [KeyFigures.RulesOf(false, all: true), KeyFigures.RulesOf(true, all: true)];
        static readonly string[] StepIds = [.. Enumerable.Range(0, Ladder.Steps).Select(s => KeyFigures.Id(s))],
            StepNames = [.. Enumerable.Range(0, Ladder.Steps).Select(KeyFigures.StepName)];
        static readonly (string Id, string Name)[,] MoveNames = NameMoves();

        static (string, string)[,] NameMoves()
        {
            var names = new (string, string)[Ladder.Steps, Ladder.Steps];
            for (var a = 0; a < Ladder.Steps; a++)
            for (var b = 0; b < Ladder.Steps; b++)
                names[a, b] = (KeyFigures.Move(a, b), $"{StepNames[a]} til {StepNames[b]}");
            return names;
        }

        public IReadOnlyList<KeyFigure>[] All()
        {
            // Full-time equivalents in ten-thousandths, per team of the list and in all.
            var n = days.N;
            var fte = new long[of.teams.Length + 1, n + 1];
            foreach (var post in of.Register.Staff.InForceAlways)
            {
                var e = post.Of;
                if (e.Role != Role.Caseworker)
                    continue;
                int lo = days.Ends(post.From.DayNumber),
                    hi = days.Ends(post.To.DayNumber + 1);
                if (lo >= hi)
                    continue;
                fte[of.teams.Length, lo] += e.FteTenThousandths;
                fte[of.teams.Length, hi] -= e.FteTenThousandths;
                var team = e.TeamId is { } id ? Array.IndexOf(of.teams, id) : -1;
                if (team < 0)
                    continue;
                fte[team, lo] += e.FteTenThousandths;
                fte[team, hi] -= e.FteTenThousandths;
            }
            for (var t = 0; t <= of.teams.Length; t++)
            for (var i = 1; i <= n; i++)
                fte[t, i] += fte[t, i - 1];
            var all = new IReadOnlyList<KeyFigure>[n];
            if (n == 1)
                all[0] = At(0, fte);
            else
                Parallel.For(0, n, i => all[i] = At(i, fte));
            return all;
        }

        List<KeyFigure> At(int i, long[,] fte)
        {
            var to = days.Periods[i].To;
            var list = new List<KeyFigure>(200);
            void Add(FigureDefinition figure, double? value, int rests, string? part = null, string? name = null) =>
                list.Add(new(figure, part, name, value, rests));
            void Channel(FigureDefinition figure, int channel, string? part = null, string? name = null) =>
                Add(figure, sums.Value(channel, i), sums.Behind(channel, i), part, name);
            static double? Share(int onTime, int due) => due == 0 ? null : 100.0 * onTime / due;
            IReadOnlyList<(long Id, string Name)> teams = [.. of.teamNames.Where(t => t.First <= to).Select(t => (t.Id, t.Name))];

            Channel(KeyFigures.ActiveCases, CaseActive);
            Add(KeyFigures.ChildrenWithCase, sums.Behind(CaseActive, i), sums.Behind(CaseActive, i));
            Channel(KeyFigures.Unassigned, CaseFree);
            Load(i, to, fte, teams, Add);
            Channel(KeyFigures.CasesOpened, Opened);
            Channel(KeyFigures.CasesClosed, Closed);

            var notified = 0;
            foreach (var by in Codes<Notifier>.All)
                notified += sums.Value(NotifiedBy + (int)by, i);
            Add(KeyFigures.Notifications, notified, sums.NotifiedChildren[i]);
            foreach (var by in Codes<Notifier>.All)
                Channel(KeyFigures.Notifications, NotifiedBy + (int)by, by.Danish(), by.Danish());
            Add(KeyFigures.NotifiedChildren, sums.NotifiedChildren[i], sums.NotifiedChildren[i]);
            Add(KeyFigures.RepeatShare, Share(sums.Value(Repeat, i), notified), sums.NotifiedChildren[i]);

            foreach (var (figure, law) in Kept)
            {
                int onTime = 0,
                    due = 0;
                var parts = new List<KeyFigure>();
                foreach (var rule in WithCompliance[law ? 1 : 0])
                {
                    int met = sums.Value(DueOnTime + (int)rule, i),
                        not = sums.Value(DueNot + (int)rule, i);
                    (onTime, due) = (onTime + met, due + met + not);
                    parts.Add(new(figure, rule.Danish(), NationalLaw.Of(rule, to).Title, Share(met, met + not), sums.DueChildren(rule, i)));
                }
                Add(figure, Share(onTime, due), (law ? sums.DueLaw : sums.DueModel)[i]);
                list.AddRange(parts);
            }
            Unmet(KeyFigures.OverdueLaw, true, OverdueOf, AnyOverdueLaw);
            Unmet(KeyFigures.OverdueModel, false, OverdueOf, AnyOverdueModel);
            Unmet(KeyFigures.MissedLaw, true, MissedOf, AnyMissedLaw);
            Unmet(KeyFigures.MissedModel, false, MissedOf, AnyMissedModel);
            void Unmet(FigureDefinition figure, bool law, int first, int any)
            {
                var sum = 0;
                foreach (var rule in AllRules[law ? 1 : 0])
                    sum += sums.Value(first + (int)rule, i);
                Add(figure, sum, sums.Behind(any, i));
                foreach (var rule in AllRules[law ? 1 : 0])
                    Channel(figure, first + (int)rule, rule.Danish(), NationalLaw.Of(rule, to).Title);
            }
            var overdue = 0;
            foreach (var rule in Codes<Rule>.All)
                overdue += sums.Value(OverdueOf + (int)rule, i);
            Add(KeyFigures.OverdueByTeam, overdue, sums.Behind(AnyOverdue, i));
            foreach (var (id, name) in teams)
                Channel(KeyFigures.OverdueByTeam, of.TeamOverdue(Array.IndexOf(of.teams, id)), KeyFigures.Id(id), name);

            var ladder = 0;
            for (var s = 1; s < Ladder.Steps; s++)
                ladder += sums.Value(Steps + s - 1, i);
            Add(KeyFigures.OnLadder, ladder, ladder);
            for (var s = 1; s < Ladder.Steps; s++)
                Channel(KeyFigures.OnLadder, Steps + s - 1, StepIds[s], StepNames[s]);
            var moves = sums.MovesAt(i);
            Add(KeyFigures.MovedDown, Ladder.Down(moves), Ladder.Down(moves));
            Add(KeyFigures.MovedUp, Ladder.Up(moves), Ladder.Up(moves));
            Add(KeyFigures.Movements, sums.InGroup[i], sums.InGroup[i]);
            for (var a = 0; a < Ladder.Steps; a++)
            for (var b = 0; b < Ladder.Steps; b++)
                Add(KeyFigures.Movements, moves[a, b], moves[a, b], MoveNames[a, b].Id, MoveNames[a, b].Name);

            int foster = sums.Value(Forms + (int)PlacementForm.Foster - 1, i),
                institution = sums.Value(Forms + (int)PlacementForm.Institution - 1, i),
                own = sums.Value(Forms + (int)PlacementForm.Own - 1, i);
            Add(KeyFigures.Placed, foster + institution + own, foster + institution + own);
            Add(KeyFigures.Placed, foster, foster, PlacementForm.Foster.Danish(), "pleje");
            Add(KeyFigures.Placed, institution, institution, PlacementForm.Institution.Danish(), "institution");
            Add(KeyFigures.Placed, own, own, PlacementForm.Own.Danish(), "eget værelse, kost- og efterskole");
            Add(KeyFigures.FamilyShare, Share(foster, foster + institution), foster + institution);
            Add(KeyFigures.NewPlacements, sums.CourseStarts[i], sums.StartChildren[i]);
            var courses = sums.Value(Course, i);
            Add(
                KeyFigures.MonthsPlaced,
                courses == 0 ? null : ((long)courses * (days.To[i] + 1) - sums.CourseFrom[i]) / Placements.DaysAMonth / courses,
                sums.Behind(Course, i)
            );
            Add(
                KeyFigures.NotPlacedYearAfter,
                Share(sums.PlacedBefore[i] - sums.StillPlaced[i], sums.PlacedBefore[i]),
                sums.PlacedBefore[i]
            );
            Add(
                KeyFigures.FullYear,
                sums.FullYearDays[i] / (double)(DateTime.IsLeapYear(to.Year - 1) ? 366 : 365),
                sums.FullYearChildren[i]
            );

            Channel(KeyFigures.ConferencesOffered, Offered);
            Channel(KeyFigures.ConferencesAccepted, Accepted);
            Channel(KeyFigures.ConferencesHeld, Held);
            Channel(KeyFigures.ConferencePlans, PlanApproved);
            Channel(KeyFigures.ConferencesNewCases, InNew);
            Channel(KeyFigures.ConferencesHeldNewCases, HeldInNew);
            Channel(KeyFigures.ConferencePrivateTime, PrivateTime);
            Channel(KeyFigures.ConferencesReplaced, Replaced);
            Staff(days.Periods[i].Before, to, Add);
            long ore = 0;
            for (var s = 0; s < Ladder.Steps; s++)
                ore += sums.OreAt(s, i);
            Add(KeyFigures.SpendingInMonth, ore, sums.OreAny[i]);
            for (var s = 0; s < Ladder.Steps; s++)
                Add(KeyFigures.SpendingInMonth, sums.OreAt(s, i), sums.OreChildrenAt(s, i), StepIds[s], StepNames[s]);
            Add(KeyFigures.Unpriced, sums.Unpriced[i], sums.UnpricedChildren[i]);
            return list;
        }

        void Load(
            int i,
            DateOnly to,
            long[,] fte,
            IReadOnlyList<(long Id, string Name)> teams,
            Action<FigureDefinition, double?, int, string?, string?> add
        )
        {
            double Fte(int team) => fte[team, i] / 10000.0;
            double? PerFte(int children, double of) => of > 0 ? children / of : null;
            int LoadOf(int team) => sums.Value(of.TeamLoad(team), i);
            var chosen = filter.TeamId is { } id ? Array.IndexOf(of.teams, id) : -1;
            if (filter.IsNone)
            {
                var children = sums.Behind(CaseActive, i);
                add(KeyFigures.CaseloadPerFte, PerFte(children, Fte(of.teams.Length)), children, null, null);
                add(KeyFigures.Fte, Fte(of.teams.Length), 0, null, null);
            }
            else if (filter.IsTeamOnly && chosen >= 0 && Caseload.Knows(of.Register, filter.TeamId!.Value, to, Fte(chosen), LoadOf(chosen)))
            {
                add(KeyFigures.CaseloadPerFte, PerFte(LoadOf(chosen), Fte(chosen)), LoadOf(chosen), null, null);
                add(KeyFigures.Fte, Fte(chosen), 0, null, null);
            }
            else
            {
                add(KeyFigures.CaseloadPerFte, null, 0, null, null);
                add(KeyFigures.Fte, null, 0, null, null);
            }
            add(
                KeyFigures.Ceiling,
                filter.IsTeamOnly && chosen >= 0 ? Caseload.CeilingOn(of.Register, filter.TeamId!.Value, to) : null,
                0,
                null,
                null
            );
            if (!filter.IsNone)
                return;
            foreach (var (team, name) in teams)
            {
                var at = Array.IndexOf(of.teams, team);
                add(KeyFigures.CaseloadPerFte, PerFte(LoadOf(at), Fte(at)), LoadOf(at), KeyFigures.Id(team), name);
                add(KeyFigures.Fte, Fte(at), 0, KeyFigures.Id(team), name);
                add(KeyFigures.Ceiling, Caseload.CeilingOn(of.Register, team, to), 0, KeyFigures.Id(team), name);
            }
        }

        void Staff(DateOnly before, DateOnly to, Action<FigureDefinition, double?, int, string?, string?> add)
        {
            int left = 0,
                start = 0,
                end = 0,
                a = before.DayNumber,
                b = to.DayNumber;
            foreach (var person in of.caseworkers)
            {
                if (a < person.LastBy(b) && person.LastBy(b) <= b)
                    left++;
                if (Array.Exists(person.Spans, s => s.From <= a && a <= s.To))
                    start++;
                if (Array.Exists(person.Spans, s => s.From <= b && b <= s.To))
                    end++;
            }
            add(KeyFigures.Turnover, filter.IsNone ? 100.0 * new TurnoverFigures(left, start, end).Rate : null, end, null, null);
        }
    }
}
