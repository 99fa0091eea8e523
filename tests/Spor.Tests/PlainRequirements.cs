using Spor.Assessments;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>
/// Section 1 of <c>measures.md</c> read by hand: slow, day by day where a sentence speaks of days, and written without a look at
/// <see cref="Derive"/>. Only facts dated on or before the day are there: the file is cut to them first.
/// </summary>
sealed class PlainRequirements(ChildFile file, Catalogue catalogue, DateOnly day)
{
    public sealed record Owed(Rule Rule, DateOnly Trigger, DateOnly Due, DateOnly? Met, RequirementState State, int Round);

    static readonly DateOnly BarnetsLov = new(2024, 1, 1);
    static readonly DateOnly Never = DateOnly.MaxValue;
    readonly List<Owed> all = [];

    DateOnly Birthday(int years) => file.Child.BornOn.AddYears(years);

    bool Active(DateOnly on) => file.Cases.Any(c => c.OpenedOn <= on && !(c.ClosedOn < on));

    InterventionFact[] Begun => [.. file.Interventions.Where(m => m.From <= day)];

    static IEnumerable<DateOnly> From(DateOnly first, DateOnly before)
    {
        for (var d = first; d < before; d = d.AddDays(1))
            yield return d;
    }

    bool CaseCloses(DateOnly on) =>
        on <= day
        && file.Cases.Any(c => c.ClosedOn == on)
        && !file.Cases.Any(c => c.OpenedOn <= on && (c.ClosedOn is null || c.ClosedOn > on));

    bool Lapses(DateOnly trigger, DateOnly due, Func<DateOnly, bool> ends, DateOnly birthday) =>
        From(trigger, due).Any(d => d == birthday || (d <= day && ends(d)) || CaseCloses(d));

    void Say(Rule rule, DateOnly trigger, DateOnly due, DateOnly? met, bool canStill, int round = 1)
    {
        var state =
            met is { } on ? (on <= due ? RequirementState.OnTime : RequirementState.Late)
            : due >= day ? RequirementState.Upcoming
            : canStill ? RequirementState.Overdue
            : RequirementState.Missed;
        all.Add(new(rule, trigger, due, met, state, round));
    }

    static bool Placement(InterventionFact m, Catalogue catalogue) =>
        catalogue.On(m.Code, m.From) is { } row && row.Form != PlacementForm.None;

    bool PlacedOn(DateOnly on) => Begun.Any(m => Placement(m, catalogue) && m.From <= on && !(m.To < on));

    public List<Owed> All()
    {
        foreach (var d in file.Decisions.Where(d => d.On <= day))
        {
            if (!file.Interventions.Any(m => m.DecisionId == d.Id && catalogue.On(m.Code, d.On) is { Step: >= 3 }))
                continue;
            var talks = file.Conversations.Where(c =>
                // What it says it is about, where it says so: the walk's conversations do not.
                c.Purpose
                    is ConversationPurpose.Decision
                        or ConversationPurpose.Assessment
                && c.Matter is null
                && c.On >= d.On.AddDays(-182)
                && c.On <= d.On
                && (!c.LeftOut || c.HasReason)
            );
            // A real conversation before one left out, a later before an earlier.
            var heard = talks.OrderByDescending(c => !c.LeftOut).ThenByDescending(c => c.On).FirstOrDefault();
            Say(Rule.ChildHeard, d.On, d.On, heard?.On, canStill: false);
        }
        foreach (var m in Begun)
            Measure(m);
        Courses();
        return all;
    }

    void Measure(InterventionFact m)
    {
        var ended = m.To <= day ? m.To : null;
        // Outside the measure, or on its first day, a follow-up is nothing.
        bool Counts(DateOnly on) => on <= day && on > m.From && !(m.To < on);
        FollowUpFact[] held = [.. file.FollowUps.Where(f => f.InterventionId == m.Id && Counts(f.On))];
        DateOnly[] visits = [.. file.Visits.Where(v => v.InterventionId == m.Id && v.SpokeWithChild && Counts(v.On)).Select(v => v.On)];
        int StepOn(DateOnly on) => catalogue.On(m.Code, on)?.Step ?? 0;
        var canStill = Active(day) && !(m.To < day);
        var number = m.LegalBasis.Split('.')[0].Trim();
        var youth = m.From < BarnetsLov ? number == "76" : number is "113" or "114" or "115" or "116" or "117" or "118" or "119" or "120";

        void Row(Rule rule, DateOnly first, DateOnly due, IEnumerable<DateOnly> came, Func<DateOnly, DateOnly>? again)
        {
            if (!Active(first))
                return;
            DateOnly? met = came.Where(d => d > first).Select(d => (DateOnly?)d).Min();
            var trigger = first;
            var birthday = Birthday(youth && rule is Rule.FirstFollowUp or Rule.NextFollowUp ? 23 : 18);
            for (var round = 1; ; round++)
            {
                if (round > 1 && !(due < day && !(met <= due) && Active(trigger)))
                    break;
                if (Lapses(trigger, due, d => d == ended, birthday))
                    break;
                Say(rule, trigger, due, met, canStill, round);
                if (again is null)
                    break;
                (trigger, due) = (due, again(due));
            }
        }

        var heldOn = held.Select(f => f.On).ToArray();
        if (StepOn(m.From) >= 3)
        {
            var due = m.From.AddMonths(3);
            if (m.From >= BarnetsLov)
                foreach (var a in file.Assessments)
                    if (
                        a.Kind is AssessmentKind.Clarification or AssessmentKind.Assessment
                        && (a.StartedOn ?? a.KnownOn) <= m.From
                        && a.FinishedOn > m.From
                        && a.FinishedOn <= day
                        && a.FinishedOn < due
                    )
                        due = a.FinishedOn.Value;
            Row(Rule.FirstFollowUp, m.From, due, heldOn, null);
        }
        foreach (var f in held.Where(f => StepOn(f.On) >= 3))
            if (f.On < BarnetsLov)
                Row(Rule.NextFollowUp, f.On, f.On.AddMonths(6), heldOn, d => d.AddMonths(6));
            else if (f.NextBy is { } by)
                Row(Rule.NextFollowUp, f.On, by, heldOn, d => d.AddDays(Math.Max(30, by.DayNumber - f.On.DayNumber)));
        foreach (var trigger in heldOn.Prepend(m.From))
            if (Placement(m, catalogue))
                Row(Rule.PlacementFollowUp, trigger, trigger.AddDays(121), heldOn, d => d.AddDays(121));
            else if (StepOn(trigger) is 2 or 3)
                Row(Rule.PreventiveFollowUp, trigger, trigger.AddDays(91), heldOn, d => d.AddDays(91));
        if (Placement(m, catalogue))
            foreach (var trigger in visits.Prepend(m.From))
                Row(Rule.SupervisionVisit, trigger, trigger.AddDays(182), visits, d => d.AddDays(182));
    }

    void Courses()
    {
        // A course is a maximal run of placed days; one still running is placed on the day and ends nowhere.
        var courses = new List<(DateOnly First, DateOnly Last)>();
        var ends = Begun.Where(m => Placement(m, catalogue)).Select(m => m.To ?? Never).DefaultIfEmpty(DateOnly.MinValue).Max();
        var until = ends < Never && ends > day ? ends : day;
        DateOnly? start = null;
        if (Begun.Length > 0)
            foreach (var d in From(Begun.Min(m => m.From), until.AddDays(2)))
            {
                if (PlacedOn(d) && start is null)
                    start = d;
                if (!PlacedOn(d) && start is { } began)
                {
                    courses.Add((began, d.AddDays(-1)));
                    start = null;
                }
            }
        if (start is { } running)
            courses.Add((running, Never));

        DateOnly Decided((DateOnly First, DateOnly Last) c)
        {
            var named = Begun
                .Where(m => Placement(m, catalogue) && m.From == c.First)
                .SelectMany(m => file.Decisions.Where(d => d.Id == m.DecisionId))
                .Select(d => d.On)
                .ToList();
            return named.Count > 0 && named.Min() <= c.First ? named.Min() : c.First;
        }
        void About(Rule rule, (DateOnly First, DateOnly Last) c, DateOnly trigger, DateOnly due, DateOnly? met)
        {
            if (trigger > day || !Active(trigger) || Lapses(trigger, due, d => d == c.Last, Birthday(18)))
                return;
            Say(rule, trigger, due, met, Active(day) && c.Last >= day);
        }
        DateOnly? First(IEnumerable<DateOnly> days) => days.Select(d => (DateOnly?)d).Min();

        foreach (var c in courses)
        {
            var decided = Decided(c);
            var inForce = From(decided, day.AddDays(1))
                .Where(d => file.Plans.Any(p => p.FinishedOn <= d && (p.ClosedOn is null || p.ClosedOn >= d)));
            About(Rule.PlanInForce, c, decided, decided.AddMonths(3), First(inForce.Take(1)));
        }
        DateOnly sixteen = Birthday(16),
            half = file.Child.BornOn.AddMonths(17 * 12 + 6);
        foreach (var c in courses.Where(c => c.First <= half && c.Last >= sixteen).Take(1))
            About(
                Rule.PlacementRevisited,
                c,
                c.First > sixteen ? c.First : sixteen,
                half,
                First(
                    file.Assessments.Where(a => a.Kind == AssessmentKind.Revisit && a.FinishedOn >= sixteen && a.FinishedOn <= day)
                        .Select(a => a.FinishedOn!.Value)
                )
            );
        if (sixteen > day)
            return;
        var owes = courses.Where(c => sixteen >= BarnetsLov && c.First <= sixteen && c.Last >= sixteen).ToList();
        if (owes.Count == 0)
            owes = [.. courses.Where(c => c.First > sixteen && c.First < Birthday(18) && c.First >= BarnetsLov).Take(1)];
        foreach (var c in owes)
        {
            var trigger = Decided(c) > sixteen ? Decided(c) : sixteen;
            About(
                Rule.YouthPlan,
                c,
                trigger,
                trigger.AddMonths(3),
                First(file.Plans.Where(p => p.Kind == PlanKind.YouthPlan && p.FinishedOn <= day).Select(p => p.FinishedOn!.Value))
            );
        }
    }
}
