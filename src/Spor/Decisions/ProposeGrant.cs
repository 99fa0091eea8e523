using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Decisions;

/// <summary>
/// A higher price, or a longer time, for help that is decided already: a new grant by the table of authority, without a new hearing. Within
/// one's own authority it holds at once; above it, it waits for somebody who may.
/// </summary>
/// <param name="From">The day the new price holds from.</param>
/// <param name="ExpectedTo">The last day that is expected; null = no end.</param>
/// <param name="ProposalId">A proposal sent back, which this one takes the place of.</param>
public sealed record ProposeGrant(
    long ChildId,
    long InterventionId,
    DateOnly From,
    long? PriceOre,
    PriceUnit? Unit,
    long? QuantityHundredths,
    DateOnly? ExpectedTo,
    string? Reasons,
    long? ProposalId = null
) : IAboutChild, ICommand<ProposeGrant>
{
    /// <summary>The button pressed: to grant it oneself, or to ask whoever may; null where nobody was asked which.</summary>
    public bool? Binds { get; init; }

    public static Verb<ProposeGrant> Verb { get; } =
        new(
            "propose-grant",
            Capability.Casework,
            (c, now) =>
                DecisionRules.Propose(
                    c,
                    now.Facts.FindOpened<InterventionFact>(c.InterventionId),
                    now.File,
                    now.Catalogue,
                    now.Actor,
                    Earlier(c, now),
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => Earlier(c, now) ?? (Fact?)now.Facts.Find<InterventionFact>(c.InterventionId),
        };

    static DecisionProposalFact? Earlier(ProposeGrant c, Now now) =>
        c.ProposalId is { } id ? now.Facts.Find<DecisionProposalFact>(id) : null;
}

public static partial class DecisionRules
{
    /// <param name="measure">With its texts; null if there is none.</param>
    /// <param name="earlier">The proposal sent back that it names, if it is there.</param>
    public static Decision Propose(
        ProposeGrant c,
        InterventionFact? measure,
        ChildFile file,
        Catalogue catalogue,
        Actor actor,
        DecisionProposalFact? earlier,
        DateOnly today,
        Func<long> next
    )
    {
        if (measure is null || measure.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var decision = Array.Find(file.Decisions, d => d.Id == measure.DecisionId);
        var p = new DecisionProposalFact
        {
            ChildId = c.ChildId,
            Kind = catalogue.On(measure.Code, measure.From) is { } row ? Covered.KindFor(row, decision) : DecisionKind.Support,
            State = ProposalState.Waiting,
            ProposedOn = today,
            ProposedBy = actor.EmployeeId,
            LegalBasis = measure.LegalBasis,
            MeasureCode = measure.Code,
            From = c.From,
            ExpectedTo = c.ExpectedTo,
            PriceOre = c.PriceOre,
            Unit = c.Unit,
            QuantityHundredths = c.QuantityHundredths,
            Reasons = c.Reasons,
            GrantForId = measure.Id,
        };
        var wrong = new List<Refusal>(GrantGates(p, measure));
        if (c.ProposalId is not null && (earlier is null || earlier.GrantForId != measure.Id || earlier.State != ProposalState.SentBack))
            wrong.Add(new("proposal-not-waiting"));
        if (Array.Exists(file.Proposals, x => x.GrantForId == measure.Id && x.State == ProposalState.Waiting && x.Id != c.ProposalId))
            wrong.Add(new("grant-waits-already"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        p.Id = earlier?.Id ?? next();
        p.NeededLevel = Authority.Needed(
            Authority.On(actor.Limits, today),
            p.Kind,
            p.MeasureCode,
            Authority.OreAMonth(p.PriceOre, p.Unit, p.QuantityHundredths, c.From),
            today
        );
        var own = Authority.Covers(actor.Level, p.NeededLevel);
        if (c.Binds is { } binds && binds != own)
            return new Refusal(own ? "grant-is-ones-own" : "grant-is-not-ones-own");
        var events = new List<DomainEvent>();
        if (own)
            events.AddRange(GrantedMore(p, measure, file, actor, today, next));
        events.Insert(0, earlier is null ? new Recorded(FactKinds.DecisionProposal, p) : new Corrected(FactKinds.DecisionProposal, p));
        return Decision.Of(events);
    }

    /// <summary>What a grant alone asks: the help is decided already, so nobody is heard again.</summary>
    static List<Refusal> GrantGates(DecisionProposalFact p, InterventionFact? measure)
    {
        var wrong = new List<Refusal>();
        if (measure is null)
            return [new("thing-not-there")];
        if (p.From is not { } from || !measure.RunsOn(from))
            wrong.Add(new("measure-not-running-then", nameof(p.From)));
        Gates.Price(p, wrong);
        if (p.ExpectedTo < p.From)
            wrong.Add(new("end-before-start", nameof(p.ExpectedTo)));
        if (p.Reasons is null)
            wrong.Add(new("reasons-missing", nameof(p.Reasons)));
        return wrong;
    }

    /// <summary>The events of a grant that is given, besides the proposal's own: the grant, the price from its day, the expected
    /// end.</summary>
    static List<DomainEvent> GrantedMore(
        DecisionProposalFact p,
        InterventionFact measure,
        ChildFile file,
        Actor actor,
        DateOnly on,
        Func<long> next
    )
    {
        p.State = ProposalState.Granted;
        p.DecidedOn = on;
        p.DecidedBy = actor.EmployeeId;
        var events = new List<DomainEvent>
        {
            new Recorded(
                FactKinds.Grant,
                new GrantFact
                {
                    Id = next(),
                    ChildId = p.ChildId,
                    InterventionId = measure.Id,
                    From = p.From!.Value,
                    To = p.ExpectedTo,
                    PriceOre = p.PriceOre!.Value,
                    Unit = p.Unit!.Value,
                    QuantityHundredths = p.QuantityHundredths,
                    Cause = GrantCause.Renewed,
                    Level = actor.Level,
                    GrantedOn = on,
                    GrantedBy = actor.EmployeeId,
                    ProposalId = p.Id,
                }
            ),
        };
        if (Grants.PriceOn(measure, file, p.From.Value) != new Price(p.PriceOre.Value, p.Unit.Value, p.QuantityHundredths))
            events.Add(InterventionRules.NewPrice(measure, p.From.Value, p.PriceOre.Value, p.Unit.Value, p.QuantityHundredths, file, next));
        if (p.ExpectedTo != measure.ExpectedTo)
        {
            var after = (InterventionFact)measure.Copy();
            after.ExpectedTo = p.ExpectedTo;
            events.Add(new Corrected(FactKinds.Intervention, after));
        }
        return events;
    }
}
