using Spor.Assessments;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Decisions;

/// <summary>Something that a decision left to be done, as seen on a day.</summary>
/// <param name="Id">The recorded duty; null for one that follows from the child's age.</param>
/// <param name="Section">Of the law; null if none says it.</param>
/// <param name="DoneOn">Seen from the casework, or as somebody said; null while it is open.</param>
/// <param name="ByHand">No other fact can tell that it is done, so somebody says so.</param>
/// <param name="Where">Where it is done: <c>assessment</c>, <c>conversation</c>, <c>plan</c>, <c>youth-plan</c>, <c>youth-support</c>, or
/// null.</param>
public sealed record AfterDuty(
    long? Id,
    string Code,
    string Title,
    string? Section,
    bool Verified,
    DateOnly DueOn,
    DateOnly? DoneOn,
    bool ByHand,
    string? Where
);

/// <summary>What decisions leave to be done afterwards, and by when. Recorded with the decision; whether it is done is derived where a fact
/// can tell.</summary>
public static class DecisionDuties
{
    /// <summary>By due day. Duties of a child's own age (youth support) are those that hold on the day.</summary>
    public static IReadOnlyList<AfterDuty> Of(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        List<AfterDuty>? found = null;
        foreach (var duty in file.Duties)
        {
            var rule = DecisionLaw.Duties.FirstOrDefault(d => d.Code == duty.Code);
            if (rule is null || Array.Find(file.Decisions, d => d.Id == duty.DecisionId) is not { } decision || decision.On > day)
                continue;
            var (byHand, where, done) = Done(duty, decision, file, day);
            (found ??= []).Add(new(duty.Id, duty.Code, rule.Title, rule.Section, rule.Mark == "S", duty.DueOn, done, byHand, where));
        }
        if (YouthSupport(file, catalogue, day) is { } youth)
            (found ??= []).Add(youth);
        if (YouthPlan(file, catalogue, day) is { } plan)
            (found ??= []).Add(plan);
        if (ContactPerson(file, catalogue, day) is { } contact)
            (found ??= []).Add(contact);
        return found is null ? [] : [.. found.OrderBy(d => d.DueOn)];
    }

    /// <summary>Those that are to be done. With the case what its decisions left is closed too: nothing of a closed case says
    /// open.</summary>
    public static IEnumerable<AfterDuty> Open(ChildFile file, Catalogue catalogue, DateOnly day) =>
        Array.Exists(file.Cases, c => c.ActiveAt(day)) ? Of(file, catalogue, day).Where(d => d.DoneOn is null) : [];

    static (bool ByHand, string? Where, DateOnly? Done) Done(
        DecisionDutyFact duty,
        DecisionRecordFact decision,
        ChildFile file,
        DateOnly day
    )
    {
        DateOnly? First(IEnumerable<DateOnly?> days) => days.Where(d => d is not null && d <= day).Min();
        return duty.Code switch
        {
            "finish-assessment" => (
                false,
                "assessment",
                First(
                    file.Assessments.Where(a => a.Kind == AssessmentKind.Assessment && a.FinishedOn >= decision.On)
                        .Select(a => a.FinishedOn)
                )
            ),
            "hear-child" or "hear-child-after" => (
                false,
                "conversation",
                First(
                    file.Conversations.Where(c => !c.LeftOut && c.On >= decision.On && ConversationMatters.Fits(c, decision.Kind))
                        .Select(c => (DateOnly?)c.On)
                )
            ),
            // A plan that is in force already is enough.
            "make-plan" or "make-plan-after" => (
                false,
                "plan",
                First(
                    file.Plans.Where(p =>
                            p.FinishedOn is { } f && (p.ClosedOn is null || p.ClosedOn >= (f > decision.On ? f : decision.On))
                        )
                        .Select(p => p.FinishedOn)
                )
            ),
            // The preliminary decision is over when a final one is made, or the child is home again.
            "final-decision" => (
                false,
                "decision",
                First(
                    file.Decisions.Where(d =>
                            d.Id != decision.Id
                            && d.On >= decision.On
                            && d.Kind
                                is DecisionKind.Placement
                                    or DecisionKind.PlacementWithoutConsent
                                    or DecisionKind.ClosedPlacement
                                    or DecisionKind.ReturnHome
                        )
                        .Select(d => (DateOnly?)d.On)
                        .Append(Ended(file, decision))
                )
            ),
            "renew-new" or "renew-placed" => (
                false,
                "decision",
                First(
                    file.Decisions.Where(d =>
                            d.Id != decision.Id
                            && d.On > decision.On
                            && d.Kind
                                is DecisionKind.PlacementWithoutConsent
                                    or DecisionKind.Placement
                                    or DecisionKind.ContinuedPlacement
                                    or DecisionKind.ReturnHome
                        )
                        .Select(d => (DateOnly?)d.On)
                        .Append(Ended(file, decision))
                )
            ),
            _ => (true, null, duty.DoneOn <= day ? duty.DoneOn : null),
        };
    }

    /// <summary>The last day of the measure that the decision started; null while it runs.</summary>
    static DateOnly? Ended(ChildFile file, DecisionRecordFact decision) =>
        Array.Find(file.Interventions, m => m.DecisionId == decision.Id)?.To;

    /// <summary>The preliminary decisions that have lapsed by a day: a month has passed and nothing final was decided (BL 143).</summary>
    public static IEnumerable<AfterDuty> Lapsed(ChildFile file, Catalogue catalogue, DateOnly day) =>
        Of(file, catalogue, day).Where(d => d is { Code: "final-decision", DoneOn: null } && d.DueOn < day);

    /// <summary>A young person who is placed or has a contact person has a decision on youth support at the latest half a year before 18
    /// (BL 111); shown a year ahead.</summary>
    static AfterDuty? YouthSupport(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        var adult = file.Child.BornOn.AddYears(18);
        var law = DecisionLaw.Of(DecisionKind.YouthSupport, adult.AddMonths(-1));
        var due = adult.AddMonths(-law.DueMonthsBeforeAdult);
        if (
            day < due.AddYears(-1)
            || day >= adult
            || !(
                Courses.Of(file, catalogue, startedBy: day).InCourseOn(day)
                || Array.Exists(file.Interventions, m => IsContactPerson(m, day))
            )
        )
            return null;
        var done = file.Decisions.LastOrDefault(d => d.Kind == DecisionKind.YouthSupport && d.On <= day)?.On;
        return new(null, "youth-support", "Træf afgørelse om ungestøtte", law.Section, law.Verified, due, done, false, "youth-support");
    }

    /// <summary>The youth plan of one who is placed says half a year before 18 what support comes after: one that was finished within the
    /// year before that, as the first or as a later version. Shown for that year.</summary>
    static AfterDuty? YouthPlan(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        var adult = file.Child.BornOn.AddYears(18);
        if (PlanLaw.Of(PlanKind.YouthPlan, adult.AddDays(-1)) is not { SupportMonthsBeforeAdult: > 0 and var months } law)
            return null;
        var due = adult.AddMonths(-months);
        var shown = due.AddYears(-1);
        if (day < shown || day >= adult || !Courses.Of(file, catalogue, startedBy: day).InCourseOn(day))
            return null;
        var done = file
            .Plans.Where(p => p.Kind == PlanKind.YouthPlan && p.FinishedOn >= shown && p.FinishedOn <= day)
            .Min(p => p.FinishedOn);
        return new(
            null,
            "youth-plan-support",
            "Skriv i ungeplanen, hvilken støtte den unge skal have efter 18 år",
            law.Section,
            law.Mark == "S",
            due,
            done,
            false,
            "youth-plan"
        );
    }

    static bool IsContactPerson(InterventionFact m, DateOnly day) =>
        m.RunsOn(day) && m.Code.Equals("kontaktperson", StringComparison.OrdinalIgnoreCase);

    /// <summary>Who was placed without consent when turning 18, and is granted nothing, is offered a contact person (BL 111 ff.); shown
    /// until 23.</summary>
    static AfterDuty? ContactPerson(ChildFile file, Catalogue catalogue, DateOnly day)
    {
        var adult = file.Child.BornOn.AddYears(18);
        if (day < adult || day >= file.Child.BornOn.AddYears(23) || !Array.Exists(file.Cases, c => c.ActiveAt(day)))
            return null;
        if (
            !Array.Exists(
                file.Interventions,
                m => m.LegalBasis is "47" or "58" && Courses.IsPlacement(m, catalogue) && m.RunsOn(adult.AddDays(-1))
            )
        )
            return null;
        var granted = file
            .Decisions.FirstOrDefault(d => d.Kind == DecisionKind.YouthSupport && d.On >= adult.AddYears(-2) && d.On <= day)
            ?.On;
        var begun = file
            .Interventions.Where(m => IsContactPerson(m, m.From) && m.From >= adult && m.From <= day)
            .Min(m => (DateOnly?)m.From);
        return new(
            null,
            "contact-person",
            "Tilbyd en fast kontaktperson efter en anbringelse uden samtykke",
            "Barnets lov § 111",
            false,
            adult,
            granted ?? begun,
            false,
            "youth-support"
        );
    }

    /// <summary>The duties that a decision brings, each with the day it is due.</summary>
    public static IEnumerable<(DutyRule Rule, DateOnly DueOn)> Brought(
        DecisionProposalFact p,
        ChildFile file,
        Catalogue catalogue,
        DateOnly decided
    )
    {
        var law = DecisionLaw.Of(p.Kind, decided);
        var placed = Courses.Of(file, catalogue, startedBy: decided).Any(c => c.To >= decided.AddYears(-1));
        var from = p.TakesEffectAt is { } at ? DateOnly.FromDateTime(at) : decided;
        foreach (var rule in DecisionLaw.Duties)
        {
            var holds = rule.When switch
            {
                "plan-needed" => law.PlanNeed && p.PlanNeeded == true,
                "acute" => p.Acute
                    && rule.Waives switch
                    {
                        "assessment" => law.Assessment && !Gates.HasAssessment(file, decided),
                        "plan" => law.PlanBefore && !Gates.HasPlan(file, decided),
                        "hearing" => p.PartiesHeardOn is null,
                        _ => true,
                    },
                "acute-left-out" => p.Acute && law.ChildHeard && Hearing.For(file, catalogue.Bounds, decided, p.Kind) is { LeftOut: true },
                "preliminary" => law.Chair,
                "preliminary-not-heard" => law.Chair && Hearing.For(file, catalogue.Bounds, decided, p.Kind) is not { LeftOut: false },
                "without-consent-new" => p.Kind == DecisionKind.PlacementWithoutConsent && !placed,
                "without-consent-placed" => p.Kind == DecisionKind.PlacementWithoutConsent && placed,
                "returned-without-consent" => p.Kind == DecisionKind.ReturnHome
                    && Array.Find(file.Interventions, m => m.Id == p.ReplacesInterventionId) is { LegalBasis: "47" or "58" },
                _ => false,
            };
            if (holds)
                yield return (rule, rule.DueAfter(law.Chair ? from : decided));
        }
    }
}
