using Spor.Facts;

namespace Spor.Decisions;

public enum AuthorityLevel
{
    [Code("rådgiver")] Caseworker, [Code("team")] Team, [Code("faglig koordinator")] ProfessionalCoordinator, [Code("leder")] Leader,
    [Code("børne- og ungeudvalg")] Committee,
}

public enum DecisionKind
{
    [Code("støttende indsats")] Support, [Code("anbringelse med samtykke")] Placement, [Code("anbringelse uden samtykke")] PlacementWithoutConsent,
    [Code("forebyggende indsats")] Preventive, [Code("hjemgivelse")] ReturnHome, [Code("ungestøtte")] YouthSupport, [Code("ingen indsats")] Refusal, [Code("anden afgørelse")] Other,
}

public enum ProposalState { [Code("venter")] Waiting, [Code("bevilget")] Granted, [Code("afvist")] Rejected, [Code("trukket tilbage")] Withdrawn }

/// <summary>What a caseworker proposes to decide. Within one's own level it is granted at once; above it, it waits on the right person's list.</summary>
public sealed class DecisionProposalFact : ChildsFact
{
    public DecisionKind Kind { get; set; }
    public ProposalState State { get; set; }
    public DateOnly ProposedOn { get; set; }
    public long? ProposedBy { get; set; }
    /// <summary>Section, for example <c>32.1.5</c>.</summary>
    public string LegalBasis { get; set; } = "";
    /// <summary>The code in the catalogue, if it grants a measure.</summary>
    public string? MeasureCode { get; set; }
    public DateOnly? From { get; set; }
    /// <summary>The expected duration, which the decision must state (BL 32, 46, 47).</summary>
    public DateOnly? ExpectedTo { get; set; }
    /// <summary>Øre per unit.</summary>
    public long? PriceOre { get; set; }
    public Interventions.PriceUnit? Unit { get; set; }
    public long? QuantityHundredths { get; set; }
    public DateOnly? CustodyConsentOn { get; set; }
    /// <summary>The young person's own consent, from 15 years.</summary>
    public DateOnly? YoungConsentOn { get; set; }
    public DateOnly? PartiesHeardOn { get; set; }
    public bool Acute { get; set; }
    /// <summary>BL 91: whether a plan is needed.</summary>
    public bool? PlanNeeded { get; set; }
    public AuthorityLevel NeededLevel { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public long? DecidedBy { get; set; }
    /// <summary>The decision it became.</summary>
    public long? DecisionId { get; set; }
    /// <summary>The measure that it is to follow.</summary>
    public long? ReplacesInterventionId { get; set; }
    public string? Purpose { get; set; }
    public string? Reasons { get; set; }
    public string? HearingAnswer { get; set; }
    public string? ConsentNote { get; set; }
    public string? Provider { get; set; }
    public string? PlanReason { get; set; }
    /// <summary>Why it was rejected, or what the one who granted it added.</summary>
    public string? Answer { get; set; }
}

/// <summary>How far a level may grant. The narrowest row that fits a decision says which level it needs.</summary>
public sealed class AuthorityLimitFact : Fact
{
    public AuthorityLevel Level { get; set; }
    /// <summary>Null = any.</summary>
    public DecisionKind? Kind { get; set; }
    /// <summary>Null = any.</summary>
    public string? MeasureCode { get; set; }
    /// <summary>Up to so many øre a month; null = any amount.</summary>
    public long? MostOreAMonth { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>A decision in law.</summary>
public sealed class DecisionRecordFact : ChildsFact
{
    public DateOnly On { get; set; }
    /// <summary>Section as the source writes it, for example <c>52.3.7</c> or <c>46</c>.</summary>
    public string LegalBasis { get; set; } = "";
    public AuthorityLevel? Level { get; set; }
    public bool? PartiesHeard { get; set; }
    public bool? ComplaintGuidanceGiven { get; set; }
    public DecisionKind? Kind { get; set; }
    /// <summary>The proposal it came from, with its purpose and reasons; null for an imported decision.</summary>
    public long? ProposalId { get; set; }
}
