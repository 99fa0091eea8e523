using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Decisions;

/// <summary>Proposes a decision. Within one's own level of authority it is granted at once; above it, it waits for somebody who
/// may.</summary>
/// <param name="ProposedOn">The day of the decision.</param>
/// <param name="LegalBasis">Null = the section that the measure usually rests on.</param>
/// <param name="OverlapAccepted">The proposer has seen that two placements run at once.</param>
/// <param name="ProposalId">A proposal sent back, which this one takes the place of.</param>
public sealed record ProposeDecision(long ChildId, DecisionKind Kind, DateOnly ProposedOn) : IAboutChild, ICommand<ProposeDecision>
{
    public static Verb<ProposeDecision> Verb { get; } =
        new(
            "propose-decision",
            Capability.Casework,
            (c, now) =>
                DecisionRules.Propose(
                    c,
                    now.File,
                    now.Catalogue,
                    now.Facts.All<AuthorityLimitFact>(),
                    now.Actor,
                    Earlier(c, now),
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = Earlier,
        };

    static DecisionProposalFact? Earlier(ProposeDecision c, Now now) =>
        c.ProposalId is { } id ? now.Facts.Find<DecisionProposalFact>(id) : null;

    public string? LegalBasis { get; init; }
    public string? MeasureCode { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? ExpectedTo { get; init; }
    public long? PriceOre { get; init; }
    public PriceUnit? Unit { get; init; }
    public long? QuantityHundredths { get; init; }
    public string? Provider { get; init; }
    public string? Purpose { get; init; }
    public string? Reasons { get; init; }
    public DateOnly? CustodyConsentOn { get; init; }
    public DateOnly? YoungConsentOn { get; init; }
    public string? ConsentNote { get; init; }
    public DateOnly? PartiesHeardOn { get; init; }
    public DateOnly? ChildPartyHeardOn { get; init; }

    /// <summary>What the child answered as a party, or why it was not heard as one.</summary>
    public string? ChildPartySaid { get; init; }

    /// <summary>Everybody with custody whom the file knows, each by itself; the answers for all together then say nothing.</summary>
    public IReadOnlyList<PartyAnswer> Parties { get; init; } = [];
    public string? HearingAnswer { get; init; }
    public string? HearingSkipReason { get; init; }
    public bool ComplaintGuidance { get; init; }
    public bool? PlanNeeded { get; init; }
    public string? PlanReason { get; init; }
    public bool? SiblingsConsidered { get; init; }
    public string? SiblingsNote { get; init; }
    public bool Acute { get; init; }
    public string? AcuteReason { get; init; }
    public string? SkipReason { get; init; }
    public long? ReplacesInterventionId { get; init; }
    public EndResult? ReplacedResult { get; init; }
    public DateOnly? StatementOn { get; init; }
    public DateOnly? PlanRevisedOn { get; init; }
    public string? Support { get; init; }
    public DateTime? TakesEffectAt { get; init; }
    public string? OldAssessmentReason { get; init; }

    /// <summary>Return home: why it is without a period. The child is home from the first day.</summary>
    public string? NoPeriodReason { get; init; }
    public bool OverlapAccepted { get; init; }
    public long? ProposalId { get; init; }

    /// <summary>Whether it is meant to bind, or to wait for somebody else: two legal acts. Null = whichever the author's authority gives,
    /// where nobody pressed a button.</summary>
    public bool? Binds { get; init; }
}

/// <summary>Who acts, and how far that person's authority goes.</summary>
public sealed record Actor(long? EmployeeId, AuthorityLevel Level)
{
    /// <summary>The municipality's own rows of the table of authority.</summary>
    public IEnumerable<AuthorityLimitFact> Limits { get; init; } = [];
}

public static partial class DecisionRules
{
    /// <param name="earlier">The proposal sent back that it names, if it is there.</param>
    /// <param name="next">Hands out identities.</param>
    public static Decision Propose(
        ProposeDecision c,
        ChildFile file,
        Catalogue catalogue,
        IEnumerable<AuthorityLimitFact> limits,
        Actor actor,
        DecisionProposalFact? earlier,
        DateOnly today,
        Func<long> next
    )
    {
        var law = DecisionLaw.Of(c.Kind, c.ProposedOn);
        var p = new DecisionProposalFact
        {
            ChildId = c.ChildId,
            Kind = c.Kind,
            State = ProposalState.Waiting,
            ProposedOn = c.ProposedOn,
            ProposedBy = actor.EmployeeId,
            LegalBasis =
                c.LegalBasis
                ?? (
                    c.MeasureCode is { } m ? law.Usual(m)?.Code
                    : law.Bases.Count == 1 ? law.Bases[0].Code
                    : null
                )
                ?? "",
            MeasureCode = c.MeasureCode is { } code ? catalogue.Spelled(code) : null,
            From = c.From,
            ExpectedTo = c is { Kind: DecisionKind.ReturnHome, NoPeriodReason: not null } ? c.ExpectedTo ?? c.From : c.ExpectedTo,
            PriceOre = c.PriceOre,
            Unit = c.Unit,
            QuantityHundredths = c.QuantityHundredths,
            Provider = c.Provider,
            Purpose = c.Purpose,
            Reasons = c.Reasons,
            CustodyConsentOn = c.CustodyConsentOn,
            YoungConsentOn = c.YoungConsentOn,
            ConsentNote = c.ConsentNote,
            PartiesHeardOn = c.PartiesHeardOn,
            ChildPartyHeardOn = c.ChildPartyHeardOn,
            HearingAnswer = c.HearingAnswer,
            HearingSkipReason = c.HearingSkipReason,
            ComplaintGuidance = c.ComplaintGuidance,
            PlanNeeded = c.PlanNeeded,
            PlanReason = c.PlanReason,
            SiblingsConsidered = c.SiblingsConsidered,
            SiblingsNote = c.SiblingsNote,
            Acute = c.Acute,
            AcuteReason = c.AcuteReason,
            SkipReason = c.SkipReason,
            ReplacesInterventionId = c.ReplacesInterventionId,
            ReplacedResult = c.ReplacedResult,
            StatementOn = c.StatementOn,
            PlanRevisedOn = c.PlanRevisedOn,
            Support = c.Support,
            TakesEffectAt = c.TakesEffectAt,
            OldAssessmentReason = c.OldAssessmentReason,
            NoPeriodReason = c.NoPeriodReason,
        };
        var parties = Decisions.Parties.Rows(
            [.. c.Parties.Where(a => a.PersonId is not null), new(null, c.ChildPartyHeardOn, c.ChildPartySaid, c.YoungConsentOn)],
            file
        );
        if (Decisions.Parties.Holders(file).Count > 0)
            Decisions.Parties.Sum(p, file, parties);
        var wrong = new List<Refusal>(Gates.For(p, file, catalogue, today, parties));
        ClosedSince(file, today, wrong);
        if (parties.Any(r => r.PersonId is { } id && Decisions.Parties.Holders(file).All(h => h.Id != id)))
            wrong.Add(new("thing-not-there"));
        Replaces(p, file, wrong);
        if (c.ProposalId is not null && (earlier is null || earlier.ChildId != c.ChildId || earlier.State != ProposalState.SentBack))
            wrong.Add(new("proposal-not-waiting"));
        if (!c.OverlapAccepted && Overlaps(p, file, catalogue))
            wrong.Add(new("placement-overlaps", nameof(c.OverlapAccepted)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        p.Id = earlier?.Id ?? next();
        p.NeededLevel = Authority.Needed(
            Authority.On(limits, p.ProposedOn),
            p.Kind,
            p.MeasureCode,
            Authority.OreAMonth(p.PriceOre, p.Unit, p.QuantityHundredths, p.From ?? p.ProposedOn),
            p.ProposedOn
        );
        var own = Authority.Covers(actor.Level, p.NeededLevel);
        if (c.Binds is { } binds && binds != own)
            return new Refusal(own ? "decision-is-ones-own" : "decision-is-not-ones-own");
        var events = new List<DomainEvent>();
        if (own)
            events.AddRange(Granted(p, file, catalogue, actor, p.ProposedOn, next));
        events.Insert(0, earlier is null ? new Recorded(FactKinds.DecisionProposal, p) : new Corrected(FactKinds.DecisionProposal, p));
        if (earlier is not null)
            events.AddRange(Decisions.Parties.Of(file, p.Id).Select(r => new Withdrawn(FactKinds.DecisionParty, r.Id)));
        foreach (var row in parties)
        {
            (row.Id, row.ProposalId) = (next(), p.Id);
            events.Add(new Recorded(FactKinds.DecisionParty, row));
        }
        return Decision.Of(events);
    }

    /// <summary>What is decided is carried on in a case: one that has been closed since, or earlier the same day, is taken up again
    /// first.</summary>
    static void ClosedSince(ChildFile file, DateOnly today, List<Refusal> wrong)
    {
        if (!Array.Exists(file.Cases, c => c.ClosedOn is null || c.ClosedOn > today) && !wrong.Exists(r => r.Code == "case-not-open"))
            wrong.Add(new("case-not-open"));
    }

    static void Replaces(DecisionProposalFact p, ChildFile file, List<Refusal> wrong)
    {
        if (p.ReplacesInterventionId is not { } id || p.Kind == DecisionKind.ReturnHome)
            return;
        if (Array.Find(file.Interventions, m => m.Id == id) is not { } old || !old.RunsOn(p.From?.AddDays(-1) ?? p.ProposedOn))
            wrong.Add(new("replaced-not-running", nameof(p.ReplacesInterventionId)));
        if (p.ReplacedResult is null)
            wrong.Add(new("result-missing", nameof(p.ReplacedResult)));
    }

    /// <summary>True if a placement that is proposed begins while another runs that it does not take over from.</summary>
    public static bool Overlaps(DecisionProposalFact p, ChildFile file, Catalogue catalogue) =>
        p.MeasureCode is { } code
        && p.From is { } from
        && catalogue.On(code, from) is { IsPlacement: true }
        && Array.Exists(
            file.Interventions,
            m =>
                m.Id != p.ReplacesInterventionId
                && Courses.IsPlacement(m, catalogue)
                && (m.To is null || m.To >= from)
                && !(p.ExpectedTo < m.From)
        );

    /// <summary>The events of a granted decision, besides the proposal's own: the decision, the measure or the return home, what it leaves
    /// to be done.</summary>
    static List<DomainEvent> Granted(DecisionProposalFact p, ChildFile file, Catalogue catalogue, Actor actor, DateOnly on, Func<long> next)
    {
        var events = new List<DomainEvent>();
        p.State = ProposalState.Granted;
        p.DecidedOn = on;
        p.DecidedBy = actor.EmployeeId;
        p.DecisionId = next();
        events.Add(
            new Recorded(
                FactKinds.DecisionRecord,
                new DecisionRecordFact
                {
                    Id = p.DecisionId.Value,
                    ChildId = p.ChildId,
                    On = on,
                    LegalBasis = p.LegalBasis,
                    Level = p.NeededLevel >= AuthorityLevel.Committee ? p.NeededLevel : actor.Level,
                    PartiesHeard = p.PartiesHeardOn is not null,
                    ComplaintGuidanceGiven = p.ComplaintGuidance,
                    Kind = p.Kind,
                    ProposalId = p.Id,
                }
            )
        );
        if (p.Kind == DecisionKind.ReturnHome)
            events.AddRange(Returned(p, file, on, next));
        else if (p.MeasureCode is { } code)
        {
            if (Array.Find(file.Interventions, m => m.Id == p.ReplacesInterventionId) is { } old)
            {
                var ended = (InterventionFact)old.Copy();
                ended.To = p.From!.Value.AddDays(-1);
                ended.Result = p.ReplacedResult;
                events.Add(new Corrected(FactKinds.Intervention, ended));
            }
            var begins = new InterventionFact
            {
                Id = next(),
                ChildId = p.ChildId,
                DecisionId = p.DecisionId,
                Code = code,
                LegalBasis = p.LegalBasis,
                From = p.From!.Value,
                ExpectedTo = p.ExpectedTo,
                PriceOre = p.PriceOre,
                Unit = p.Unit,
                QuantityHundredths = p.QuantityHundredths,
                Provider = p.Provider,
                SkipReason = p.SkipReason,
                FollowsId = p.ReplacesInterventionId,
            };
            events.Add(new Recorded(FactKinds.Intervention, begins));
            events.Add(
                new Recorded(
                    FactKinds.Grant,
                    new GrantFact
                    {
                        Id = next(),
                        ChildId = p.ChildId,
                        InterventionId = begins.Id,
                        From = begins.From,
                        To = p.ExpectedTo,
                        PriceOre = p.PriceOre!.Value,
                        Unit = p.Unit!.Value,
                        QuantityHundredths = p.QuantityHundredths,
                        Cause = GrantCause.Decision,
                        Level = p.NeededLevel >= AuthorityLevel.Committee ? p.NeededLevel : actor.Level,
                        GrantedOn = on,
                        GrantedBy = actor.EmployeeId,
                        ProposalId = p.Id,
                    }
                )
            );
        }
        foreach (var (rule, due) in DecisionDuties.Brought(p, file, catalogue, on))
            events.Add(
                new Recorded(
                    FactKinds.DecisionDuty,
                    new DecisionDutyFact
                    {
                        Id = next(),
                        ChildId = p.ChildId,
                        DecisionId = p.DecisionId.Value,
                        Code = rule.Code,
                        DueOn = due,
                    }
                )
            );
        return events;
    }

    /// <summary>The period continues the placement (BL 100), so the placement's last day is the period's.</summary>
    static List<DomainEvent> Returned(DecisionProposalFact p, ChildFile file, DateOnly on, Func<long> next)
    {
        var placement = (InterventionFact)file.Interventions.First(m => m.Id == p.ReplacesInterventionId).Copy();
        placement.To = placement.ExpectedTo = p.ExpectedTo;
        return
        [
            new Recorded(
                FactKinds.ReturnHome,
                new ReturnHomeFact
                {
                    Id = next(),
                    ChildId = p.ChildId,
                    InterventionId = placement.Id,
                    DecidedOn = on,
                    From = p.From!.Value,
                    To = p.ExpectedTo!.Value,
                    StatementOn = p.StatementOn,
                    PlanRevisedOn = p.PlanRevisedOn,
                    DecisionId = p.DecisionId,
                    Support = p.Support,
                }
            ),
            new Corrected(FactKinds.Intervention, placement),
        ];
    }
}
