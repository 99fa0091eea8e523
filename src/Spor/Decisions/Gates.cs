using Spor.Assessments;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Decisions;

/// <summary>
/// What must be in order before a decision: the child heard, the assessment finished, the plan ready, consent, party hearing, reasons. One
/// function, asked when a decision is proposed and again when it is granted, because what was in order may have become too old. It judges
/// what is decided in Spor, never what another system reports.
/// </summary>
public static class Gates
{
    /// <summary>Everything that is missing, by the law in force on the day of the decision (<see cref="DecisionProposalFact.DecidedOn"/>,
    /// before it <c>ProposedOn</c>).</summary>
    /// <param name="p">With its texts.</param>
    /// <param name="parties">Each party by itself, as it is proposed; null = as it stands in the file. A proposal from before each was
    /// asked by itself, of which the file has none, is judged by what was asked then.</param>
    public static IReadOnlyList<Refusal> For(
        DecisionProposalFact p,
        ChildFile file,
        Catalogue catalogue,
        DateOnly today,
        IReadOnlyList<DecisionPartyFact>? parties = null
    )
    {
        var on = p.DecidedOn ?? p.ProposedOn;
        var law = DecisionLaw.Of(p.Kind, on);
        var wrong = new List<Refusal>();
        void Missing(bool missing, string code, string? field = null)
        {
            if (missing)
                wrong.Add(new(code, field));
        }

        if (on > today)
            wrong.Add(new("day-in-future", nameof(p.ProposedOn)));
        if (!Array.Exists(file.Cases, c => c.ActiveAt(on)))
            wrong.Add(new("case-not-open"));
        if (on < law.From || !law.Bases.Any(b => b.Code == p.LegalBasis))
            wrong.Add(new("legal-basis-not-for-kind", nameof(p.LegalBasis)));

        var row = p.MeasureCode is { } code ? catalogue.On(code, p.From ?? on) : null;
        Measure(p, law, row, wrong);

        // What cannot wait is decided by the chair, and everything else is owed afterwards.
        var urgent = p.Acute || law.Chair;
        Missing(p.Acute && law.Committee, "acute-is-preliminary", nameof(p.Acute));
        Missing(law.ConsentSought && p.ConsentNote is null, "consent-not-sought", nameof(p.ConsentNote));
        Missing(law.Chair && p.TakesEffectAt is null, "effect-time-missing", nameof(p.TakesEffectAt));

        // The child
        var heard = (law.ChildHeard || row is { Step: >= 3 }) && !law.Chair;
        if (heard && Hearing.For(file, catalogue.Bounds, on, p.Kind) is null)
            wrong.Add(new("child-not-heard", null, ConversationMatters.Of(p.Kind)[0].Danish()));
        var rows = parties ?? Parties.Of(file, p.Id);
        var byItself = parties is not null ? Parties.Holders(file).Count > 0 : rows.Any(r => r.PersonId is not null);
        if (byItself)
            Parties.Ask(law, file, on, urgent, rows, wrong);
        else if (rows.Count > 0 || parties is not null)
            Parties.Child(law, file, on, urgent && p.PartiesHeardOn is null, rows, wrong);
        else if (Parties.ChildIs(law, file, on) && p.HearingSkipReason is null && !(urgent && p.PartiesHeardOn is null))
            Missing(!(p.ChildPartyHeardOn <= on), "child-is-a-party", nameof(p.ChildPartyHeardOn));

        // Assessment, plan, siblings
        if (law.Assessment && !p.Acute && !HasAssessment(file, on))
            wrong.Add(new("placement-without-assessment"));
        else
            Missing(
                law.Assessment
                    && !p.Acute
                    && p.OldAssessmentReason is null
                    && !HasAssessment(file, on, catalogue.Bounds.On(on).Number(Parameters.AssessmentAge)!.Value),
                "assessment-is-old",
                nameof(p.OldAssessmentReason)
            );
        if (law.PlanBefore && !HasPlan(file, on))
            wrong.Add(new("plan-not-ready"));
        Missing(law.PlanNeed && p.PlanNeeded is null, "plan-need-not-decided", nameof(p.PlanNeeded));
        Missing(law.PlanNeed && p.PlanNeeded is not null && p.PlanReason is null, "plan-reason-missing", nameof(p.PlanReason));
        Missing(
            law.Siblings && p.SiblingsConsidered != true && !SiblingsConsidered(file, on),
            "siblings-not-considered",
            nameof(p.SiblingsConsidered)
        );
        Missing(p.Acute && p.AcuteReason is null, "acute-without-reason", nameof(p.AcuteReason));

        // Consent
        if (law.CustodyConsent && !byItself && !(p.CustodyConsentOn <= on))
            wrong.Add(new("custody-consent-missing", nameof(p.CustodyConsentOn), Parties.WithoutConsent(p.Kind)?.Danish()));
        if (
            law.YoungConsentAge is { } young
            && AgeOn(file, on) >= young
            && (p.Kind != DecisionKind.YouthSupport || p.MeasureCode is not null)
        )
            Missing(!(p.YoungConsentOn <= on), "young-consent-missing", nameof(p.YoungConsentOn));

        // Party hearing, reasons, guidance
        if (!byItself)
        {
            Missing(p.PartiesHeardOn is null && p.HearingSkipReason is null && !urgent, "parties-not-heard", nameof(p.PartiesHeardOn));
            Missing(p.PartiesHeardOn > on, "hearing-after-decision", nameof(p.PartiesHeardOn));
        }
        Missing(law.Purpose && p.Purpose is null, "purpose-missing", nameof(p.Purpose));
        Missing(p.Reasons is null, "reasons-missing", nameof(p.Reasons));
        Missing(law.Duration && p.ExpectedTo is null, "expected-duration-missing", nameof(p.ExpectedTo));
        Missing(!p.ComplaintGuidance, "complaint-guidance-missing", nameof(p.ComplaintGuidance));
        Missing(p.ExpectedTo < p.From, "end-before-start", nameof(p.ExpectedTo));
        if (p.From is { } from)
            Missing(
                from < on && !urgent,
                p.Kind == DecisionKind.ReturnHome ? "return-before-decision" : "start-before-decision",
                nameof(p.From)
            );

        // Up the ladder a step at a time, or with a reason
        if (
            row is { } measure
            && !law.Chair
            && measure.Step > Math.Max(1, Ladder.StepAt(file, catalogue, on)) + DecisionLaw.StepsWithoutReason
        )
            Missing(p.SkipReason is null, "steps-skipped-without-reason", nameof(p.SkipReason));

        if (p.Kind == DecisionKind.ReturnHome)
            ReturnHome(p, law, file, catalogue, on, wrong);
        if (law.YouthPlan)
        {
            Missing(!HasYouthPlan(file, on), "youth-plan-not-ready");
            Missing(!(p.PlanRevisedOn <= on), "youth-plan-not-revised", nameof(p.PlanRevisedOn));
            Missing(p.From < file.Child.BornOn.AddYears(law.FromAge), "youth-support-too-early", nameof(p.From));
        }
        return wrong;
    }

    static void Measure(DecisionProposalFact p, DecisionKindInForce law, CatalogueRow? row, List<Refusal> wrong)
    {
        if (law.MeasureNeeded && p.MeasureCode is null)
            wrong.Add(new("measure-missing", nameof(p.MeasureCode)));
        if (p.MeasureCode is null)
            return;
        if (row is not { } measure)
            wrong.Add(new("measure-not-in-catalogue", nameof(p.MeasureCode)));
        else if (!Fits(law.Measures, measure))
            wrong.Add(new("measure-not-for-kind", nameof(p.MeasureCode)));
        if (p.From is null)
            wrong.Add(new("start-missing", nameof(p.From)));
        // A placement is at a place, and another place is another decision.
        if (law.Measures == MeasureGroup.Placement && p.Provider is null)
            wrong.Add(new("place-missing", nameof(p.Provider)));
        Price(p, wrong);
    }

    internal static void Price(DecisionProposalFact p, List<Refusal> wrong)
    {
        if (p.PriceOre is null)
            wrong.Add(new("price-missing", nameof(p.PriceOre)));
        else if (p.PriceOre < 0)
            wrong.Add(new("price-negative", nameof(p.PriceOre)));
        if (p.PriceOre is not null && p.Unit is null)
            wrong.Add(new("unit-missing", nameof(p.Unit)));
        if (p.Unit == PriceUnit.Hour && p.QuantityHundredths is null)
            wrong.Add(new("quantity-missing", nameof(p.QuantityHundredths)));
    }

    static void ReturnHome(
        DecisionProposalFact p,
        DecisionKindInForce law,
        ChildFile file,
        Catalogue catalogue,
        DateOnly on,
        List<Refusal> wrong
    )
    {
        var placement = Array.Find(file.Interventions, m => m.Id == p.ReplacesInterventionId);
        if (placement is null || !Courses.IsPlacement(placement, catalogue) || !placement.RunsOn(p.From ?? on))
            wrong.Add(new("placement-not-running"));
        if (p.From is null)
            wrong.Add(new("start-missing", nameof(p.From)));
        else if (p.ExpectedTo > DanishCalendar.AddMonths(p.From.Value, law.MostMonths).AddDays(-1))
            wrong.Add(new("return-period-too-long", nameof(p.ExpectedTo)));
        if (law.Statement && !(p.StatementOn <= on))
            wrong.Add(new("place-statement-missing", nameof(p.StatementOn)));
        if (law.PlanRevised && !HasPlan(file, on))
            wrong.Add(new("plan-not-ready"));
        if (law.PlanRevised && !(p.PlanRevisedOn <= on))
            wrong.Add(new("plan-not-revised", nameof(p.PlanRevisedOn)));
    }

    static int AgeOn(ChildFile file, DateOnly day) => file.Child.AgeAt(day);

    static bool InForce(PlanFact plan, DateOnly on) => plan.FinishedOn <= on && (plan.ClosedOn is null || plan.ClosedOn >= on);

    /// <summary>A finished child protection assessment (bfu) that is about the child's situation now: finished since the case
    /// opened.</summary>
    /// <param name="withinMonths">0 = however old.</param>
    public static bool HasAssessment(ChildFile file, DateOnly on, int withinMonths = 0)
    {
        DateOnly? since = null;
        foreach (var c in file.Cases)
            if (c.ActiveAt(on) && (since is null || c.OpenedOn < since))
                since = c.OpenedOn;
        return Array.Exists(
            file.Assessments,
            a =>
                a.Kind == AssessmentKind.Assessment
                && a.FinishedOn <= on
                && (since is null || a.FinishedOn >= since)
                && (withinMonths == 0 || a.FinishedOn >= on.AddMonths(-withinMonths))
        );
    }

    /// <summary>A plan of any type that is finished and not closed.</summary>
    public static bool HasPlan(ChildFile file, DateOnly on) => Array.Exists(file.Plans, p => InForce(p, on));

    public static bool HasYouthPlan(ChildFile file, DateOnly on) =>
        Array.Exists(file.Plans, p => p.Kind == PlanKind.YouthPlan && InForce(p, on));

    static bool SiblingsConsidered(ChildFile file, DateOnly on) =>
        file.Assessments.LastOrDefault(a => a.Kind == AssessmentKind.Assessment && a.FinishedOn <= on)?.SiblingsConsidered == true;

    /// <summary>True if a kind of decision may grant a measure of the catalogue.</summary>
    public static bool Fits(MeasureGroup group, CatalogueRow measure) =>
        group switch
        {
            MeasureGroup.Preventive => measure is { IsPlacement: false, Step: 1 or 2 },
            MeasureGroup.Disability => measure is { IsPlacement: false, Step: 0 },
            MeasureGroup.Support => measure is { IsPlacement: false, Step: >= 3 },
            MeasureGroup.Placement => measure.IsPlacement,
            MeasureGroup.Any => true,
            _ => false,
        };
}
