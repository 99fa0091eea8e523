using Spor.Access;
using Spor.Decisions;
using Spor.Facts;
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
            (c, now) =>
            {
                Open(c.DecisionId, now);
                return InterventionRules.Start(c, now.File, now.Catalogue, now.Actor, now.Today, now.NewId);
            }
        );

    /// <summary>The place that the decision names is a text of its proposal.</summary>
    internal static void Open(long? decision, Now now)
    {
        if (
            decision is not null
            && Array.Find(now.File.Decisions, d => d.Id == decision) is { ProposalId: { } id }
            && Array.Find(now.File.Proposals, p => p.Id == id) is { } proposal
        )
            now.Facts.Opened(proposal);
    }
}

public static partial class InterventionRules
{
    /// <summary>Measures that rest on a decision.</summary>
    public static bool NeedsDecision(CatalogueRow row) => Covered.NeedsDecision(row);

    public static Decision Start(StartIntervention c, ChildFile file, Catalogue catalogue, Actor actor, DateOnly today, Func<long> next)
    {
        var wrong = new List<Refusal>();
        var started = Started(c, file, catalogue, Math.Max(1, Ladder.StepAt(file, catalogue, c.From)), actor, today, wrong, next);
        if (c.From > today.AddYears(1))
            wrong.Add(new("start-far-ahead", nameof(c.From)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Decision.Of([new Recorded(FactKinds.Intervention, started!.Value.Measure), .. started.Value.Granted()]);
    }

    /// <summary>A measure that begins, and the grant it begins with.</summary>
    readonly record struct Beginning(InterventionFact Measure, GrantFact? Grant)
    {
        public IEnumerable<DomainEvent> Granted() => Grant is null ? [] : [new Recorded(FactKinds.Grant, Grant)];
    }

    /// <param name="step">Where the child stands before it.</param>
    static Beginning? Started(
        StartIntervention c,
        ChildFile file,
        Catalogue catalogue,
        int step,
        Actor actor,
        DateOnly today,
        List<Refusal> wrong,
        Func<long> next
    )
    {
        // What was begun in a case that has been closed since waits until the case is taken up again.
        if (!Array.Exists(file.Cases, x => x.ActiveAt(c.From)) || !Array.Exists(file.Cases, x => x.ClosedOn is null || x.ClosedOn > today))
            wrong.Add(new("case-not-open"));
        CatalogueRow? row = null;
        if (c.Code is null)
            wrong.Add(new("measure-missing", nameof(c.Code)));
        else if ((row = catalogue.On(c.Code, c.From)) is null)
            wrong.Add(new("measure-not-in-catalogue", nameof(c.Code)));
        var decision = c.DecisionId is { } id ? Array.Find(file.Decisions, d => d.Id == id) : null;
        var proposal = decision?.ProposalId is { } from ? Array.Find(file.Proposals, p => p.Id == from) : null;
        // What the decision has said is not typed again.
        var expected = c.ExpectedTo ?? proposal?.ExpectedTo;
        GrantFact? grant = null;
        if (row is not null)
            grant = Covered.Ask(
                new(
                    c.Code!,
                    c.From,
                    expected,
                    c.DecisionId,
                    c.From,
                    c is { PriceOre: { } ore, Unit: { } unit } ? new Price(ore, unit, c.QuantityHundredths) : null,
                    c.Provider,
                    c.Place,
                    null
                ),
                file,
                catalogue,
                actor,
                today,
                wrong
            );
        if (row is { } measure)
        {
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
        if (c.ExpectedTo < c.From)
            wrong.Add(new("end-before-start", nameof(c.ExpectedTo)));
        Price(c.PriceOre, c.Unit, c.QuantityHundredths, needed: true, wrong);
        if (wrong.Count > 0)
            return null;
        // The section is the decision's; without one, what the measure usually rests on.
        var started = new InterventionFact
        {
            Id = next(),
            ChildId = c.ChildId,
            DecisionId = c.DecisionId,
            Code = catalogue.Spelled(c.Code!),
            LegalBasis = decision?.LegalBasis ?? DecisionLaw.Of(DecisionKind.Preventive, c.From).Usual(c.Code!)?.Code ?? "",
            From = c.From,
            ExpectedTo = expected,
            Provider = c.Provider ?? proposal?.Provider,
            Place = c.Place,
            PriceOre = c.PriceOre,
            Unit = c.Unit,
            QuantityHundredths = c.QuantityHundredths,
            SkipReason = c.SkipReason,
            FollowsId = c.FollowsId,
        };
        if (grant is not null)
            (grant.Id, grant.ChildId, grant.InterventionId) = (next(), c.ChildId, started.Id);
        return new(started, grant);
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
