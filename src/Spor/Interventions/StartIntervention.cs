using Spor.Access;
using Spor.Decisions;
using Spor.Facts;
using Spor.Insight;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Interventions;

/// <summary>Starts a measure from the range of offers: one that needs no decision, or one that a decision already made grants.</summary>
/// <param name="DecisionId">The decision it rests on; null for a measure on step 2 or lower.</param>
/// <param name="OverlapAccepted">Somebody has seen that two placements run at once.</param>
public sealed record StartIntervention(
    long ChildId,
    string? Code,
    long? DecisionId,
    DateOnly From,
    DateOnly? ExpectedTo,
    string? Provider,
    string? Place,
    long? PriceOre,
    PriceUnit? Unit,
    long? QuantityHundredths,
    string? SkipReason,
    bool OverlapAccepted = false,
    long? FollowsId = null
) : IAboutChild, ICommand<StartIntervention>
{
    public static Verb<StartIntervention> Verb { get; } =
        new(
            "start-intervention",
            Capability.Casework,
            (c, now) => InterventionRules.Start(c, now.File, now.Catalogue, now.Today, now.NewId)
        );
}

public static partial class InterventionRules
{
    /// <summary>Measures from this step on rest on a decision.</summary>
    public static bool NeedsDecision(CatalogueRow row) => row.IsPlacement || !Gates.Fits(MeasureGroup.Preventive, row);

    public static Decision Start(StartIntervention c, ChildFile file, Catalogue catalogue, DateOnly today, Func<long> next)
    {
        var wrong = new List<Refusal>();
        var started = Started(c, file, catalogue, Math.Max(1, Ladder.StepAt(file, catalogue, c.From)), wrong);
        if (c.From > today.AddYears(1))
            wrong.Add(new("start-far-ahead", nameof(c.From)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        started!.Id = next();
        return new Recorded(FactKinds.Intervention, started);
    }

    /// <param name="step">Where the child stands before it.</param>
    static InterventionFact? Started(StartIntervention c, ChildFile file, Catalogue catalogue, int step, List<Refusal> wrong)
    {
        if (!Array.Exists(file.Cases, x => x.ActiveAt(c.From)))
            wrong.Add(new("case-not-open"));
        CatalogueRow? row = null;
        if (c.Code is null)
            wrong.Add(new("measure-missing", nameof(c.Code)));
        else if ((row = catalogue.On(c.Code, c.From)) is null)
            wrong.Add(new("measure-not-in-catalogue", nameof(c.Code)));
        var decision = c.DecisionId is { } id ? Array.Find(file.Decisions, d => d.Id == id) : null;
        if (c.DecisionId is not null && decision is null)
            wrong.Add(new("thing-not-there", nameof(c.DecisionId)));
        if (row is { } measure)
        {
            if (decision is null && c.DecisionId is null && NeedsDecision(measure))
                wrong.Add(new("decision-needed", nameof(c.Code)));
            if (measure.Step > step + DecisionLaw.StepsWithoutReason && c.SkipReason is null)
                wrong.Add(new("steps-skipped-without-reason", nameof(c.SkipReason)));
            if (
                measure.IsPlacement
                && !c.OverlapAccepted
                && Array.Exists(
                    file.Interventions,
                    m => m.Id != c.FollowsId && Courses.IsPlacement(m, catalogue) && (m.To is null || m.To >= c.From)
                )
            )
                wrong.Add(new("placement-overlaps", nameof(c.OverlapAccepted)));
        }
        if (decision is not null && c.From < decision.On && Array.Find(file.Proposals, p => p.Id == decision.ProposalId)?.Acute != true)
            wrong.Add(new("start-before-decision", nameof(c.From)));
        if (c.ExpectedTo < c.From)
            wrong.Add(new("end-before-start", nameof(c.ExpectedTo)));
        Price(c.PriceOre, c.Unit, c.QuantityHundredths, needed: true, wrong);
        if (wrong.Count > 0)
            return null;
        // The section is the decision's; without one, what the measure usually rests on.
        return new InterventionFact
        {
            ChildId = c.ChildId,
            DecisionId = c.DecisionId,
            Code = catalogue.Spelled(c.Code!),
            LegalBasis = decision?.LegalBasis ?? DecisionLaw.Of(DecisionKind.Preventive, c.From).Usual(c.Code!)?.Code ?? "",
            From = c.From,
            ExpectedTo = c.ExpectedTo,
            Provider = c.Provider,
            Place = c.Place,
            PriceOre = c.PriceOre,
            Unit = c.Unit,
            QuantityHundredths = c.QuantityHundredths,
            SkipReason = c.SkipReason,
            FollowsId = c.FollowsId,
        };
    }

    static void Price(long? ore, PriceUnit? unit, long? quantity, bool needed, List<Refusal> wrong)
    {
        if (ore is null && needed)
            wrong.Add(new("price-missing", nameof(StartIntervention.PriceOre)));
        if (ore < 0)
            wrong.Add(new("price-negative", nameof(StartIntervention.PriceOre)));
        if (ore is not null && unit is null)
            wrong.Add(new("unit-missing", nameof(StartIntervention.Unit)));
        if (unit == PriceUnit.Hour && quantity is null)
            wrong.Add(new("quantity-missing", nameof(StartIntervention.QuantityHundredths)));
    }
}
