using Spor.Assessments;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>What tests of decisions begin with: a child with everything in order, a proposal with everything in it, and what comes of
/// them.</summary>
static class Deciding
{
    public static readonly DateOnly Today = new(2026, 10, 30);
    public static readonly Actor Caseworker = new(12, AuthorityLevel.Caseworker),
        Coordinator = new(13, AuthorityLevel.ProfessionalCoordinator),
        Head = new(null, AuthorityLevel.Leader);

    /// <summary>A girl of 14 with everything in order for a placement; the parts can be left out.</summary>
    public const string Case = "case 2026-01-05 -; ",
        Talk = "talk 2026-10-01; ",
        Bfu = "bfu 2026-01-10 2026-05-01; ",
        Plan = "plan child 2026-05-01 2026-09-01";
    public static readonly ChildFile Ready = Script.File(Case + Talk + Bfu + Plan);

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static DecisionProposalFact A(DecisionKind kind, string? measure = null, DateOnly? on = null) =>
        new()
        {
            ChildId = 1,
            Kind = kind,
            ProposedOn = on ?? Today,
            LegalBasis = DecisionLaw.Of(kind, on ?? Today).Bases[0].Code,
            MeasureCode = measure,
            From = measure is null ? null : (on ?? Today).AddDays(7),
            ExpectedTo = (on ?? Today).AddDays(180),
            PriceOre = measure is null ? null : 300_00,
            Unit = measure is null ? null : PriceUnit.Day,
            CustodyConsentOn = (on ?? Today).AddDays(-3),
            YoungConsentOn = (on ?? Today).AddDays(-3),
            PartiesHeardOn = (on ?? Today).AddDays(-2),
            ChildPartyHeardOn = (on ?? Today).AddDays(-2),
            Purpose = "Ro.",
            Reasons = "Fordi.",
            ComplaintGuidance = true,
            PlanNeeded = true,
            PlanReason = "Flere mål.",
            SiblingsConsidered = true,
            SkipReason = "Akut behov for ro.",
            Provider = measure is null ? null : "Huset",
        };

    public static string[] Codes(DecisionProposalFact p, ChildFile file) =>
        [.. Gates.For(p, file, Catalogue.Default, Today).Select(r => r.Code)];

    public static string[] Codes(DecisionProposalFact p, string script) => Codes(p, Script.File(script));

    public static string[] Placement(string script, Action<DecisionProposalFact>? but = null) =>
        Codes(With(A(DecisionKind.Placement, "plejefamilie"), but), script);

    public static string[] Support(Action<DecisionProposalFact>? but = null, string script = Case + Talk) =>
        Codes(With(A(DecisionKind.Support, "hjem"), but), script);

    public static DecisionProposalFact With(DecisionProposalFact p, Action<DecisionProposalFact>? but)
    {
        but?.Invoke(p);
        return p;
    }

    public static Func<long> Ids(long from = 9000) => () => from++;

    public static ProposeDecision Proposed(DecisionProposalFact p) =>
        new(p.ChildId, p.Kind, p.ProposedOn)
        {
            LegalBasis = p.LegalBasis,
            MeasureCode = p.MeasureCode,
            From = p.From,
            ExpectedTo = p.ExpectedTo,
            PriceOre = p.PriceOre,
            Unit = p.Unit,
            QuantityHundredths = p.QuantityHundredths,
            Provider = p.Provider,
            Purpose = p.Purpose,
            Reasons = p.Reasons,
            CustodyConsentOn = p.CustodyConsentOn,
            YoungConsentOn = p.YoungConsentOn,
            PartiesHeardOn = p.PartiesHeardOn,
            ChildPartyHeardOn = p.ChildPartyHeardOn,
            HearingSkipReason = p.HearingSkipReason,
            ComplaintGuidance = p.ComplaintGuidance,
            PlanNeeded = p.PlanNeeded,
            PlanReason = p.PlanReason,
            SiblingsConsidered = p.SiblingsConsidered,
            Acute = p.Acute,
            AcuteReason = p.AcuteReason,
            SkipReason = p.SkipReason,
            ReplacesInterventionId = p.ReplacesInterventionId,
            ReplacedResult = p.ReplacedResult,
            StatementOn = p.StatementOn,
            PlanRevisedOn = p.PlanRevisedOn,
            ConsentNote = p.ConsentNote,
            TakesEffectAt = p.TakesEffectAt,
            OldAssessmentReason = p.OldAssessmentReason,
            NoPeriodReason = p.NoPeriodReason,
        };

    public static Decision Propose(
        DecisionProposalFact p,
        ChildFile file,
        Actor actor,
        DecisionProposalFact? earlier = null,
        params AuthorityLimitFact[] limits
    ) =>
        DecisionRules.Propose(Proposed(p) with { ProposalId = earlier?.Id }, file, Catalogue.Default, limits, actor, earlier, Today, Ids());

    /// <summary>The child after a decision's events.</summary>
    public static ChildFile After(ChildFile file, Decision decision)
    {
        Assert.Equal([], decision.Refusals.Select(r => r.Code));
        var facts = file
            .Cases.Cast<ChildsFact>()
            .Concat(file.Conversations)
            .Concat(file.Assessments)
            .Concat(file.Plans)
            .Concat(file.Interventions)
            .Concat(file.Decisions)
            .Concat(file.Proposals)
            .Concat(file.Duties)
            .Concat(file.Prices)
            .Concat(file.Of<GrantFact>())
            .ToList();
        foreach (var e in decision.Events)
        {
            var fact = (ChildsFact)(e is Recorded r ? r.Fact : ((Corrected)e).Fact);
            facts.RemoveAll(f => f.Id == fact.Id && f.GetType() == fact.GetType());
            facts.Add(fact);
        }
        return ChildFile.Build(file.Child, facts, alone: true);
    }
}
