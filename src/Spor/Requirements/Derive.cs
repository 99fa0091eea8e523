using System.Globalization;
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
/// From a child's facts to what is owed (<c>measures.md</c> section 1). Pure: the file, the catalogue and a day go in. Only facts dated on
/// or before the day are looked at.
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

    /// <summary>The days of all time on which a case is not current (<see cref="Rule.CaseCurrent"/> overdue), one span for each case that
    /// waits.</summary>
    internal static void CaseNotCurrent(ChildFile file, Catalogue catalogue, List<(DateOnly From, DateOnly To)> into) =>
        new View(file, catalogue, DateOnly.MaxValue, null!).CurrentOverdue(into);

    [ThreadStatic]
    static List<DateOnly>? dated;

    /// <summary>The days of a child's dated facts, in no order: what keeps its case current. One list for each thread, filled
    /// anew.</summary>
    static List<DateOnly> Dated(ChildFile file)
    {
        var days = dated ??= [];
        days.Clear();
        void Maybe(DateOnly? on)
        {
            if (on is { } day)
                days.Add(day);
        }
        foreach (var c in file.Cases)
            days.Add(c.OpenedOn);
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
        }
        foreach (var n in file.Notes)
            days.Add(n.On);
        return days;
    }

    /// <summary>Where the distance to the next follow-up was decided for the child, its rounds are at least so many days apart.</summary>
    const int FewestDays = 30;

    /// <summary>The distance from one round to the next.</summary>
    readonly record struct Interval(int Months = 0, int Days = 0)
    {
        public DateOnly After(DateOnly day) => Months > 0 ? DanishCalendar.AddMonths(day, Months) : day.AddDays(Days);
    }

    /// <summary>One child seen on one day.</summary>
    readonly ref struct View(ChildFile file, Catalogue catalogue, DateOnly day, List<Requirement> into)
    {
        static readonly DateOnly ChildrensActInForce = new(2024, 1, 1);

        /// <summary>Youth support goes on until then (BL 113 to 120).</summary>
        const int YouthSupportEnds = 23;

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

        // A day in [trigger, due) on which a case closes and no other case runs past it, or the birthday with which it ends: the 18th
        // unless said.
        bool LapsesWithChild(DateOnly trigger, DateOnly due, DateOnly? birthday = null)
        {
            var last = birthday ?? adult;
            if (trigger <= last && last < due)
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

        void Add(
            Rule rule,
            DateOnly trigger,
            DateOnly due,
            DateOnly? fulfilled,
            long subject,
            bool canStill,
            bool leftOut = false,
            DateOnly? exists = null,
            int round = 1,
            DateOnly? first = null
        )
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
            into.Add(
                new(file.Id, rule, state, trigger, due, null, fulfilled, subject, leftOut)
                {
                    Since = exists ?? trigger,
                    Round = round,
                    First = first ?? trigger,
                }
            );
        }

        public void Notifications()
        {
            foreach (var n in file.Notifications)
            {
                var received = n.ReceivedOn;
                if (received > day)
                    continue;
                var dueAt = DanishCalendar.HoursAfter(n.ReceivedAt, catalogue.Bounds.On(received).Of(Rule.NotificationAssessed).Hours);
                DateOnly due = DateOnly.FromDateTime(dueAt);
                DateOnly? met = n.AssessedAt is { } at && DateOnly.FromDateTime(at) <= day ? DateOnly.FromDateTime(at) : null;
                var state = met is not null
                    ? InTime(n.AssessedAt!.Value, n.ReceivedAt)
                        ? RequirementState.OnTime
                        : RequirementState.Late
                    : due >= day
                        ? RequirementState.Upcoming
                        : RequirementState.Overdue;
                into.Add(
                    new(file.Id, Rule.NotificationAssessed, state, received, due, dueAt, met, n.Id, false)
                    {
                        Since = received,
                        First = received,
                    }
                );

                if (n.Notifier == Notifier.Anonymous)
                    continue;
                var by = Weekdays.After(received, catalogue.Bounds.On(received).Of(Rule.NotificationAcknowledged).Weekdays);
                Add(Rule.NotificationAcknowledged, received, by, Known(n.AcknowledgedOn), n.Id, canStill: true);
            }
        }

        // By the minute, in elapsed hours: the clock changes of March and October count.
        bool InTime(DateTime assessed, DateTime received) =>
            DanishCalendar.ToUtc(assessed)
            <= DanishCalendar
                .ToUtc(received)
                .AddHours(catalogue.Bounds.On(DateOnly.FromDateTime(received)).Of(Rule.NotificationAssessed).Hours);

        DateOnly? Known(DateOnly? on) => on <= day ? on : null;

        public void Assessments()
        {
            foreach (var a in file.Assessments)
            {
                if (a.Kind != AssessmentKind.Assessment || a.KnownOn > day)
                    continue;
                var due = DanishCalendar.AddMonths(a.KnownOn, catalogue.Bounds.On(a.KnownOn).Of(Rule.AssessmentCompleted).Months);
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
                var heard = Hearing.For(file, catalogue.Bounds, d.On, d.Kind);
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
                    if (f.InterventionId == m.Id && f.On <= day && Counts(m, f.On))
                        FollowUpsFrom(m, f.On, isStart: false, f.NextBy, placement);
                if (!placement)
                    continue;
                VisitsFrom(m, m.From);
                foreach (var v in file.Visits)
                    if (v.InterventionId == m.Id && v.SpokeWithChild && v.On <= day && Counts(m, v.On))
                        VisitsFrom(m, v.On);
            }
        }

        // On the first day nothing can be followed up yet, so what is held on it triggers and fulfils nothing; nor does what lies outside
        // the measure.
        static bool Counts(InterventionFact m, DateOnly on) => on > m.From && m.RunsOn(on);

        void FollowUpsFrom(InterventionFact m, DateOnly trigger, bool isStart, DateOnly? nextBy, bool placement)
        {
            if (!ActiveOn(file, trigger))
                return;
            var step = catalogue.On(m.Code, trigger)?.Step ?? 0;
            DateOnly? met = null;
            foreach (var f in file.FollowUps)
                if (f.InterventionId == m.Id && f.On <= day && f.On > trigger && Counts(m, f.On))
                {
                    met = f.On;
                    break;
                }

            if (step is >= 3 and <= 6)
                if (isStart)
                    About(Rule.FirstFollowUp, m, trigger, FirstFollowUpDue(m), met, default);
                else if (trigger < ChildrensActInForce)
                {
                    var months = catalogue.Bounds.On(trigger).Of(Rule.NextFollowUp).Months;
                    About(Rule.NextFollowUp, m, trigger, DanishCalendar.AddMonths(trigger, months), met, new(Months: months));
                }
                else if (nextBy is { } by)
                    // The distance was decided for the child; what is decided as tomorrow does not come back every day.
                    About(Rule.NextFollowUp, m, trigger, by, met, new(Days: Math.Max(FewestDays, by.DayNumber - trigger.DayNumber)));

            if (placement)
                Every(Rule.PlacementFollowUp, m, trigger, met);
            else if (step is 2 or 3)
                Every(Rule.PreventiveFollowUp, m, trigger, met);
        }

        // Months after the start; earlier when an assessment that ran beside it has been finished, which is when there is something to
        // follow up on.
        DateOnly FirstFollowUpDue(InterventionFact m)
        {
            var due = DanishCalendar.AddMonths(m.From, catalogue.Bounds.On(m.From).Of(Rule.FirstFollowUp).Months);
            if (m.From < ChildrensActInForce)
                return due;
            foreach (var a in file.Assessments)
                if (
                    a.Kind is AssessmentKind.Clarification or AssessmentKind.Assessment
                    && (a.StartedOn ?? a.KnownOn) <= m.From
                    && a.FinishedOn is { } finished
                    && finished > m.From
                    && finished <= day
                    && finished < due
                )
                    due = finished;
            return due;
        }

        void VisitsFrom(InterventionFact m, DateOnly trigger)
        {
            if (!ActiveOn(file, trigger))
                return;
            DateOnly? met = null;
            foreach (var v in file.Visits)
                if (v.InterventionId == m.Id && v.SpokeWithChild && v.On <= day && v.On > trigger && Counts(m, v.On))
                {
                    met = v.On;
                    break;
                }
            Every(Rule.SupervisionVisit, m, trigger, met);
        }

        void Every(Rule rule, InterventionFact m, DateOnly trigger, DateOnly? met)
        {
            var days = catalogue.Bounds.On(trigger).Of(rule).Days;
            About(rule, m, trigger, trigger.AddDays(days), met, new(Days: days));
        }

        /// <summary>One about a measure, and the rounds that follow while nobody comes: each begins on the due day of the one
        /// before.</summary>
        /// <param name="interval">From one due day to the next; nothing = it comes once.</param>
        void About(Rule rule, InterventionFact m, DateOnly first, DateOnly due, DateOnly? met, Interval interval)
        {
            var canStill = activeNow && !(m.To < day);
            var ends =
                rule is Rule.FirstFollowUp or Rule.NextFollowUp && IsYouthSupport(m) ? file.Child.BornOn.AddYears(YouthSupportEnds) : adult;
            var trigger = first;
            for (var round = 1; ; round++)
            {
                // A later round exists once it too was missed.
                if (round > 1 && (due >= day || met <= due || !ActiveOn(file, trigger)))
                    return;
                if ((m.To is { } end && EndsWithin(end, trigger, due)) || LapsesWithChild(trigger, due, ends))
                    return;
                Add(rule, trigger, due, met, m.Id, canStill, exists: round > 1 ? due.AddDays(1) : first, round: round, first: first);
                if (interval == default)
                    return;
                (trigger, due) = (due, interval.After(due));
            }
        }

        // The measure's first day decides which paragraphs these are, also when the decision is older.
        static bool IsYouthSupport(InterventionFact m)
        {
            var dot = m.LegalBasis.IndexOf('.', StringComparison.Ordinal);
            var number = dot < 0 ? m.LegalBasis : m.LegalBasis[..dot];
            return int.TryParse(
                    number,
                    NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture,
                    out var paragraph
                ) && (m.From < ChildrensActInForce ? paragraph == 76 : paragraph is >= 113 and <= 120);
        }

        public void CoursesAndYouth()
        {
            foreach (var course in courses)
            {
                // On the day it was decided the plan is owed; the course's start is only when that is known to have come to something.
                var trigger = DecidedOn(course);
                if (!ActiveOn(file, trigger))
                    continue;
                var due = DanishCalendar.AddMonths(trigger, catalogue.Bounds.On(trigger).Of(Rule.PlanInForce).Months);
                About(Rule.PlanInForce, course, trigger, due, PlanFrom(trigger), course.From);
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
                About(Rule.PlacementRevisited, course, trigger, until, met, trigger);
                break;
            }

            YouthPlan(sixteen);
        }

        // Of the course that runs on the 16th birthday; else of the first that starts after it and before the 18th.
        void YouthPlan(DateOnly sixteen)
        {
            if (sixteen > day)
                return;
            Course? owes = null;
            foreach (var course in courses)
                if (sixteen >= ChildrensActInForce && course.RunsOn(sixteen))
                    owes = course;
            foreach (var course in courses)
                if (course.From > sixteen && course.From < adult && course.From >= ChildrensActInForce)
                    owes ??= course;
            if (owes is not { } of)
                return;
            var decided = DecidedOn(of);
            var trigger = decided > sixteen ? decided : sixteen;
            if (!ActiveOn(file, trigger))
                return;
            DateOnly? met = null;
            foreach (var p in file.Plans)
                if (p.Kind == PlanKind.YouthPlan && p.FinishedOn <= day && (met is null || p.FinishedOn < met))
                    met = p.FinishedOn;
            var due = DanishCalendar.AddMonths(trigger, catalogue.Bounds.On(trigger).Of(Rule.YouthPlan).Months);
            About(Rule.YouthPlan, of, trigger, due, met, of.From > trigger ? of.From : trigger);
        }

        /// <summary>The earliest decision that a placement starting on the course's first day names, if it is not after that day; else the
        /// first day.</summary>
        DateOnly DecidedOn(Course course)
        {
            DateOnly? earliest = null;
            foreach (var m in file.Interventions)
            {
                if (m.From != course.From || m.DecisionId is not { } id || !Courses.IsPlacement(m, catalogue))
                    continue;
                foreach (var d in file.Decisions)
                    if (d.Id == id && !(d.On >= earliest))
                        earliest = d.On;
            }
            return earliest <= course.From ? earliest.Value : course.From;
        }

        // The first day from the day it was decided on, also after the course's end, on which a finished plan is not yet closed.
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

        /// <param name="exists">The first day it exists: a course that was decided owes nothing until it has begun.</param>
        void About(Rule rule, Course course, DateOnly trigger, DateOnly due, DateOnly? met, DateOnly exists)
        {
            if (EndsWithin(course.To, trigger, due) || LapsesWithChild(trigger, due))
                return;
            Add(rule, trigger, due, met, course.FirstInterventionId, activeNow && course.To >= day, exists: exists);
        }

        public void Cases()
        {
            foreach (var c in file.Cases)
            {
                if (c.OpenedOn > day)
                    continue;
                if (file.Child.TargetGroup == TargetGroup.Disability)
                {
                    var due = DanishCalendar.AddMonths(c.OpenedOn, catalogue.Bounds.On(c.OpenedOn).Of(Rule.TargetGroupAssessed).Months);
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
                    var due = last.AddDays(catalogue.Bounds.On(last).Of(Rule.CaseCurrent).Days);
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

        /// <summary>When an active case waits for its next dated fact, past the day it should have come by. Give the last day there is as
        /// the view's.</summary>
        public void CurrentOverdue(List<(DateOnly From, DateOnly To)> spans)
        {
            var days = Dated(file);
            days.Sort();
            for (var i = 0; i < days.Count; i++)
            {
                if (i + 1 < days.Count && days[i + 1] == days[i] || !ActiveOn(file, days[i]))
                    continue;
                var due = days[i].AddDays(catalogue.Bounds.On(days[i]).Of(Rule.CaseCurrent).Days);
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
