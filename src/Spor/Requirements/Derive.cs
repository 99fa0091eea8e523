using Spor.Assessments;
using Spor.Children;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Plans;

namespace Spor.Requirements;

/// <summary>
/// From a child's facts to what is owed (<c>measures.md</c> section 1). Pure: the file, the catalogue and a day go in. Only facts dated on or
/// before the day are looked at.
/// </summary>
public static class Derive
{
    /// <summary>All requirements of all children at a day, by child.</summary>
    public static List<Requirement> All(Register register, DateOnly day) => [.. Each(register.Children, register.Catalogue, day)];

    /// <summary>The same one by one, for those who keep only some: of 100,000 children all of them are a hundred megabytes.</summary>
    public static IEnumerable<Requirement> Each(IEnumerable<ChildFile> children, Catalogue catalogue, DateOnly day)
    {
        var one = new List<Requirement>();
        foreach (var file in children)
        {
            one.Clear();
            Of(file, catalogue, day, one);
            foreach (var requirement in one)
                yield return requirement;
        }
    }

    /// <summary>Adds one child's requirements that exist at <paramref name="day"/> and have not lapsed.</summary>
    public static void Of(ChildFile file, Catalogue catalogue, DateOnly day, List<Requirement> into)
    {
        var at = new View(file, catalogue, day, into);
        at.Notifications();
        at.Assessments();
        at.Decisions();
        at.Measures();
        at.CoursesAndYouth();
        at.Cases();
    }

    /// <summary>The days of all time on which a case is not current (<see cref="Rule.CaseCurrent"/> overdue), one span for each case that waits.</summary>
    internal static void CaseNotCurrent(ChildFile file, Catalogue catalogue, List<(DateOnly From, DateOnly To)> into) =>
        new View(file, catalogue, DateOnly.MaxValue, null!).CurrentOverdue(into);

    [ThreadStatic]
    static List<DateOnly>? dated;

    /// <summary>The days of a child's dated facts, in no order: what keeps its case current. One list for each thread, filled anew.</summary>
    static List<DateOnly> Dated(ChildFile file)
    {
        var days = dated ??= [];
        days.Clear();
        void Maybe(DateOnly? on)
        {
            if (on is { } day)
                days.Add(day);
        }
        foreach (var n in file.Notifications)
            days.Add(n.ReceivedOn);
        foreach (var a in file.Assessments)
            Maybe(a.FinishedOn);
        foreach (var c in file.Conversations)
            days.Add(c.On);
        foreach (var p in file.Plans)
        {
            days.Add(p.DecidedOn);
            Maybe(p.FinishedOn);
            Maybe(p.ClosedOn);
        }
        foreach (var m in file.Measurements)
            days.Add(m.On);
        foreach (var d in file.Decisions)
            days.Add(d.On);
        foreach (var m in file.Interventions)
        {
            days.Add(m.From);
            Maybe(m.To);
        }
        foreach (var f in file.FollowUps)
            days.Add(f.On);
        foreach (var v in file.Visits)
            days.Add(v.On);
        foreach (var c in file.Conferences)
        {
            days.Add(c.OfferedOn);
            Maybe(c.HeldOn);
            Maybe(c.FollowedUpOn);
        }
        foreach (var n in file.Notes)
            days.Add(n.On);
        return days;
    }

    /// <summary>One child seen on one day.</summary>
    readonly ref struct View(ChildFile file, Catalogue catalogue, DateOnly day, List<Requirement> into)
    {
        static readonly DateOnly ChildrensActInForce = new(2024, 1, 1);

        readonly DateOnly adult = file.Child.BornOn.AddYears(18);
        readonly IReadOnlyList<Course> courses = Courses.Of(file, catalogue, startedBy: day);
        readonly bool activeNow = ActiveOn(file, day);

        static bool ActiveOn(ChildFile file, DateOnly on)
        {
            foreach (var c in file.Cases)
                if (c.ActiveAt(on))
                    return true;
            return false;
        }

        // A day in [trigger, due) on which a case closes and no other case runs past it, or the 18th birthday.
        bool LapsesWithChild(DateOnly trigger, DateOnly due)
        {
            if (trigger <= adult && adult < due)
                return true;
            foreach (var closing in file.Cases)
            {
                if (closing.ClosedOn is not { } on || on > day || on < trigger || on >= due)
                    continue;
                var goesOn = false;
                foreach (var other in file.Cases)
                    if (!ReferenceEquals(other, closing) && other.OpenedOn <= on && (other.ClosedOn is null || other.ClosedOn > on))
                        goesOn = true;
                if (!goesOn)
                    return true;
            }
            return false;
        }

        bool EndsWithin(DateOnly end, DateOnly trigger, DateOnly due) => end <= day && trigger <= end && end < due;

        void Add(Rule rule, DateOnly trigger, DateOnly due, DateOnly? fulfilled, long subject, bool canStill, bool leftOut = false)
        {
            var state = fulfilled is { } met
                ? met <= due
                    ? RequirementState.OnTime
                    : RequirementState.Late
                : due >= day
                    ? RequirementState.Upcoming
                    : canStill
                        ? RequirementState.Overdue
                        : RequirementState.Missed;
            into.Add(new(file.Id, rule, state, trigger, due, null, fulfilled, subject, leftOut));
        }

        public void Notifications()
        {
            foreach (var n in file.Notifications)
            {
                var received = n.ReceivedOn;
                if (received > day)
                    continue;
                var dueAt = DanishCalendar.HoursAfter(n.ReceivedAt, NationalLaw.Of(Rule.NotificationAssessed, received).Hours);
                DateOnly due = DateOnly.FromDateTime(dueAt);
                DateOnly? met = n.AssessedAt is { } at && DateOnly.FromDateTime(at) <= day ? DateOnly.FromDateTime(at) : null;
                var state = met is not null
                    ? InTime(n.AssessedAt!.Value, n.ReceivedAt)
                        ? RequirementState.OnTime
                        : RequirementState.Late
                    : due >= day
                        ? RequirementState.Upcoming
                        : RequirementState.Overdue;
                into.Add(new(file.Id, Rule.NotificationAssessed, state, received, due, dueAt, met, n.Id, false));

                if (n.Notifier == Notifier.Anonymous)
                    continue;
                var by = DanishCalendar.WorkingDaysAfter(received, NationalLaw.Of(Rule.NotificationAcknowledged, received).WorkingDays);
                Add(Rule.NotificationAcknowledged, received, by, Known(n.AcknowledgedOn), n.Id, canStill: true);
            }
        }

        // By the minute, in elapsed hours: the clock changes of March and October count.
        static bool InTime(DateTime assessed, DateTime received) =>
            DanishCalendar.ToUtc(assessed)
            <= DanishCalendar.ToUtc(received).AddHours(NationalLaw.Of(Rule.NotificationAssessed, DateOnly.FromDateTime(received)).Hours);

        DateOnly? Known(DateOnly? on) => on <= day ? on : null;

        public void Assessments()
        {
            foreach (var a in file.Assessments)
            {
                if (a.Kind != AssessmentKind.Assessment || a.KnownOn > day)
                    continue;
                var due = DanishCalendar.AddMonths(a.KnownOn, NationalLaw.Of(Rule.AssessmentCompleted, a.KnownOn).Months);
                if (!LapsesWithChild(a.KnownOn, due))
                    Add(Rule.AssessmentCompleted, a.KnownOn, due, Known(a.FinishedOn), a.Id, activeNow);
            }
        }

        public void Decisions()
        {
            foreach (var d in file.Decisions)
            {
                if (d.On > day || !Grants(d.Id, d.On))
                    continue;
                var heard = Hearing.For(file, d.On);
                Add(Rule.ChildHeard, d.On, d.On, heard?.On, d.Id, canStill: false, heard?.LeftOut ?? false);
            }
        }

        // A decision that some measure on steps 3 to 6 names, whenever that measure starts.
        bool Grants(long decisionId, DateOnly on)
        {
            foreach (var m in file.Interventions)
                if (m.DecisionId == decisionId && catalogue.On(m.Code, on) is { Step: >= 3 })
                    return true;
            return false;
        }

        public void Measures()
        {
            foreach (var m in file.Interventions)
            {
                if (m.From > day)
                    continue;
                var placement = Courses.IsPlacement(m, catalogue);
                FollowUpsFrom(m, m.From, isStart: true, nextBy: null, placement);
                foreach (var f in file.FollowUps)
                    if (f.InterventionId == m.Id && f.On <= day && m.RunsOn(f.On))
                        FollowUpsFrom(m, f.On, isStart: false, f.NextBy, placement);
                if (!placement)
                    continue;
                VisitsFrom(m, m.From, isStart: true);
                foreach (var v in file.Visits)
                    if (v.InterventionId == m.Id && v.SpokeWithChild && v.On <= day && m.RunsOn(v.On))
                        VisitsFrom(m, v.On, isStart: false);
            }
        }

        void FollowUpsFrom(InterventionFact m, DateOnly trigger, bool isStart, DateOnly? nextBy, bool placement)
        {
            if (!ActiveOn(file, trigger))
                return;
            var step = catalogue.On(m.Code, trigger)?.Step ?? 0;
            var lawApplies = step is >= 3 and <= 6;
            DateOnly? met = null;
            foreach (var f in file.FollowUps)
                if (f.InterventionId == m.Id && f.On <= day && m.RunsOn(f.On) && (f.On > trigger || (isStart && f.On == trigger)))
                {
                    met = f.On;
                    break;
                }

            if (lawApplies && isStart)
                Measure(
                    Rule.FirstFollowUp,
                    m,
                    trigger,
                    DanishCalendar.AddMonths(trigger, NationalLaw.Of(Rule.FirstFollowUp, trigger).Months),
                    met
                );
            else if (lawApplies && trigger < ChildrensActInForce)
                Measure(
                    Rule.NextFollowUp,
                    m,
                    trigger,
                    DanishCalendar.AddMonths(trigger, NationalLaw.Of(Rule.NextFollowUp, trigger).Months),
                    met
                );
            else if (lawApplies && nextBy is { } by)
                Measure(Rule.NextFollowUp, m, trigger, by, met);

            if (placement)
                Measure(Rule.PlacementFollowUp, m, trigger, trigger.AddDays(NationalLaw.Of(Rule.PlacementFollowUp, trigger).Days), met);
            else if (step is 2 or 3)
                Measure(Rule.PreventiveFollowUp, m, trigger, trigger.AddDays(NationalLaw.Of(Rule.PreventiveFollowUp, trigger).Days), met);
        }

        void VisitsFrom(InterventionFact m, DateOnly trigger, bool isStart)
        {
            if (!ActiveOn(file, trigger))
                return;
            DateOnly? met = null;
            foreach (var v in file.Visits)
                if (
                    v.InterventionId == m.Id
                    && v.SpokeWithChild
                    && v.On <= day
                    && m.RunsOn(v.On)
                    && (v.On > trigger || (isStart && v.On == trigger))
                )
                {
                    met = v.On;
                    break;
                }
            Measure(Rule.SupervisionVisit, m, trigger, trigger.AddDays(NationalLaw.Of(Rule.SupervisionVisit, trigger).Days), met);
        }

        void Measure(Rule rule, InterventionFact m, DateOnly trigger, DateOnly due, DateOnly? met)
        {
            if ((m.To is { } end && EndsWithin(end, trigger, due)) || LapsesWithChild(trigger, due))
                return;
            Add(rule, trigger, due, met, m.Id, activeNow && !(m.To < day));
        }

        public void CoursesAndYouth()
        {
            foreach (var course in courses)
            {
                if (course.From > day || !ActiveOn(file, course.From))
                    continue;
                var due = DanishCalendar.AddMonths(course.From, NationalLaw.Of(Rule.PlanInForce, course.From).Months);
                About(Rule.PlanInForce, course, course.From, due, PlanFrom(course.From));
            }
            if (courses.Count == 0)
                return;

            var sixteen = file.Child.BornOn.AddYears(16);
            var until = file.Child.BornOn.AddMonths(17 * 12 + 6);
            foreach (var course in courses)
            {
                if (course.To < sixteen || course.From > until)
                    continue;
                var trigger = course.From > sixteen ? course.From : sixteen;
                if (trigger > day || !ActiveOn(file, trigger))
                    break;
                DateOnly? met = null;
                foreach (var a in file.Assessments)
                    if (
                        a.Kind == AssessmentKind.Revisit
                        && a.FinishedOn >= sixteen
                        && a.FinishedOn <= day
                        && (met is null || a.FinishedOn < met)
                    )
                        met = a.FinishedOn;
                About(Rule.PlacementRevisited, course, trigger, until, met);
                break;
            }

            if (sixteen < ChildrensActInForce || sixteen > day || !ActiveOn(file, sixteen))
                return;
            foreach (var course in courses)
            {
                if (!course.RunsOn(sixteen))
                    continue;
                DateOnly? met = null;
                foreach (var p in file.Plans)
                    if (p.Kind == PlanKind.YouthPlan && p.FinishedOn <= day && (met is null || p.FinishedOn < met))
                        met = p.FinishedOn;
                About(
                    Rule.YouthPlan,
                    course,
                    sixteen,
                    DanishCalendar.AddMonths(sixteen, NationalLaw.Of(Rule.YouthPlan, sixteen).Months),
                    met
                );
            }
        }

        // The first day from the course start on, also after the course's end, on which a finished plan is not yet closed.
        DateOnly? PlanFrom(DateOnly start)
        {
            DateOnly? first = null;
            foreach (var p in file.Plans)
            {
                if (p.FinishedOn is not { } finished)
                    continue;
                var on = finished > start ? finished : start;
                if (on <= day && (p.ClosedOn is null || p.ClosedOn >= on) && (first is null || on < first))
                    first = on;
            }
            return first;
        }

        void About(Rule rule, Course course, DateOnly trigger, DateOnly due, DateOnly? met)
        {
            if (EndsWithin(course.To, trigger, due) || LapsesWithChild(trigger, due))
                return;
            Add(rule, trigger, due, met, course.FirstInterventionId, activeNow && course.To >= day);
        }

        public void Cases()
        {
            foreach (var c in file.Cases)
            {
                if (c.OpenedOn > day)
                    continue;
                if (file.Child.TargetGroup == TargetGroup.Disability)
                {
                    var due = DanishCalendar.AddMonths(c.OpenedOn, NationalLaw.Of(Rule.TargetGroupAssessed, c.OpenedOn).Months);
                    DateOnly? met = null;
                    foreach (var a in file.Assessments)
                        if (
                            a.Kind == AssessmentKind.TargetGroup
                            && a.FinishedOn >= c.OpenedOn
                            && a.FinishedOn <= day
                            && (met is null || a.FinishedOn < met)
                        )
                            met = a.FinishedOn;
                    if (!LapsesWithChild(c.OpenedOn, due))
                        Add(Rule.TargetGroupAssessed, c.OpenedOn, due, met, c.Id, activeNow);
                }
                if (c.ClosedOn is { } closed && closed <= day)
                    Add(
                        Rule.ParentsInformed,
                        closed,
                        closed,
                        c.ParentsInformedOn <= closed ? c.ParentsInformedOn : null,
                        c.Id,
                        canStill: false
                    );
                if (c.ActiveAt(day) && LastDated() is { } last && ActiveOn(file, last))
                {
                    var due = last.AddDays(NationalLaw.Of(Rule.CaseCurrent, last).Days);
                    if (!LapsesWithChild(last, due))
                        Add(Rule.CaseCurrent, last, due, null, c.Id, canStill: true);
                }
            }
        }

        DateOnly? LastDated()
        {
            DateOnly? last = null;
            foreach (var on in Dated(file))
                if (on <= day && (last is null || on > last))
                    last = on;
            return last;
        }

        /// <summary>When an active case waits for its next dated fact, past the day it should have come by. Give the last day there is as the view's.</summary>
        public void CurrentOverdue(List<(DateOnly From, DateOnly To)> spans)
        {
            var days = Dated(file);
            days.Sort();
            for (var i = 0; i < days.Count; i++)
            {
                if (i + 1 < days.Count && days[i + 1] == days[i] || !ActiveOn(file, days[i]))
                    continue;
                var due = days[i].AddDays(NationalLaw.Of(Rule.CaseCurrent, days[i]).Days);
                var until = i + 1 < days.Count ? days[i + 1].AddDays(-1) : DateOnly.MaxValue;
                if (due >= until || LapsesWithChild(days[i], due))
                    continue;
                foreach (var c in file.Cases)
                {
                    var from = c.OpenedOn > due ? c.OpenedOn : due.AddDays(1);
                    var to = c.ClosedOn < until ? c.ClosedOn.Value : until;
                    if (from <= to)
                        spans.Add((from, to));
                }
            }
        }
    }
}
