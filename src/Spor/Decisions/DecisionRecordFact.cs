using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Decisions;

public enum AuthorityLevel
{
    [Code("rådgiver")]
    Caseworker,

    [Code("team", Said = "teamleder")]
    Team,

    [Code("faglig koordinator")]
    ProfessionalCoordinator,

    [Code("leder", Said = "afdelingsleder")]
    Leader,

    [Code("børne- og ungeudvalg")]
    Committee,

    /// <summary>The committee's chair alone, or the deputy in the chair's absence [M], when it cannot wait.</summary>
    [Code("formand")]
    Chair,
}

public enum DecisionKind
{
    [Code("støttende indsats")]
    Support,

    [Code("anbringelse med samtykke")]
    Placement,

    [Code("anbringelse uden samtykke")]
    PlacementWithoutConsent,

    [Code("forebyggende indsats")]
    Preventive,

    [Code("hjemgivelse")]
    ReturnHome,

    [Code("ungestøtte")]
    YouthSupport,

    [Code("ingen indsats", Said = "afslag på hjælp")]
    Refusal,

    [Code("anden afgørelse")]
    Other,

    [Code("støtte uden samtykke")]
    SupportWithoutConsent,

    [Code("misbrugsbehandling til den unge")]
    DrugTreatment,

    [Code("økonomisk støtte")]
    EconomicSupport,

    [Code("pålæg til forældrene")]
    OrderToParents,

    [Code("pålæg til den unge")]
    OrderToYoung,

    [Code("støtteperson eller venskabsfamilie")]
    SupportPerson,

    [Code("undersøgelse uden samtykke")]
    AssessmentWithoutConsent,

    [Code("lægelig undersøgelse eller behandling")]
    MedicalTreatment,

    [Code("privat familiepleje")]
    PrivateCare,

    /// <summary>Of the committee's chair, when it cannot wait (BL 143).</summary>
    [Code("foreløbig anbringelse")]
    Preliminary,

    [Code("fastholdelse af anbringelse")]
    KeepPlacement,

    [Code("delvis lukket eller sikret anbringelse")]
    ClosedPlacement,

    [Code("videreført anbringelse")]
    ContinuedPlacement,

    [Code("valg af anbringelsessted")]
    ChoiceOfPlace,

    [Code("behandling eller undervisning under anbringelsen")]
    TreatmentInPlacement,

    [Code("ændret anbringelsessted uden samtykke")]
    OtherPlace,

    [Code("samvær og kontakt")]
    Contact,

    [Code("afbrudt samvær")]
    ContactBroken,

    [Code("hjælp ved funktionsnedsættelse")]
    Disability,
}

public enum ProposalState
{
    [Code("venter")]
    Waiting,

    [Code("bevilget")]
    Granted,

    [Code("afvist")]
    Rejected,

    [Code("trukket tilbage")]
    Withdrawn,

    [Code("sendt tilbage")]
    SentBack,
}

/// <summary>What a caseworker proposes to decide. Within one's own level it is granted at once; above it, it waits on the right person's
/// list.</summary>
public sealed class DecisionProposalFact : ChildsFact
{
    public static FactKind<DecisionProposalFact> Described { get; } =
        new(
            "decision-proposal",
            "forslag",
            "forslag",
            c =>
                c.Value(f => f.Kind, "Afgørelsens type")
                    .Value(f => f.State, "Status")
                    .Value(f => f.ProposedOn, "Foreslået")
                    .Refers<EmploymentFact>(f => f.ProposedBy, "Foreslået af")
                    .Section(f => f.LegalBasis, "Lovgrundlag")
                    .Measure(f => f.MeasureCode, "Indsats")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.ExpectedTo, "Forventet til", notBefore: f => f.From)
                    .Money(f => f.PriceOre, "Pris")
                    .Value(f => f.Unit, "Prisen er pr.")
                    .Hundredths(f => f.QuantityHundredths, "Antal pr. uge")
                    .Value(f => f.CustodyConsentOn, "Samtykke fra den, der har forældremyndigheden")
                    .Value(f => f.YoungConsentOn, "Den unges samtykke")
                    .Value(f => f.PartiesHeardOn, "Parterne hørt")
                    .Value(f => f.Acute, "Akut")
                    .Value(f => f.PlanNeeded, "Brug for en plan")
                    .Value(f => f.NeededLevel, "Kræver kompetence")
                    .Value(f => f.DecidedOn, "Besluttet")
                    .Refers<EmploymentFact>(f => f.DecidedBy, "Afgjort af")
                    .Refers<DecisionRecordFact>(f => f.DecisionId, "Afgørelse")
                    .Refers<InterventionFact>(f => f.ReplacesInterventionId, "Afløser indsatsen")
                    .Value(f => f.ReplacedResult, "Resultat af den afløste")
                    .Value(f => f.ChildPartyHeardOn, "Barnet hørt som part")
                    .Value(f => f.ComplaintGuidance, "Klagevejledning givet")
                    .Value(f => f.SiblingsConsidered, "Søskende overvejet")
                    .Happened(f => f.StatementOn, "Udtalelse fra anbringelsesstedet")
                    .Happened(f => f.PlanRevisedOn, "Plan revideret")
                    .Value(f => f.TakesEffectAt, "Sættes i værk")
                    .Refers<InterventionFact>(f => f.GrantForId, "Bevilling til indsatsen", bySpor: true)
                    .Words(f => f.Purpose, "Formål")
                    .Words(f => f.Reasons, "Begrundelse")
                    .Words(f => f.HearingAnswer, "Svar på høringen")
                    .Words(f => f.ConsentNote, "Om samtykket")
                    .Line(f => f.Provider, "Leverandør")
                    .Words(f => f.PlanReason, "Begrundelse om plan")
                    .Words(f => f.Answer, "Svar")
                    .Words(f => f.HearingSkipReason, "Hvorfor parterne ikke er hørt")
                    .Words(f => f.SkipReason, "Grund til at springe trin over")
                    .Words(f => f.AcuteReason, "Hvorfor det er akut")
                    .Words(f => f.SiblingsNote, "Om søskende")
                    .Words(f => f.Support, "Støtte")
                    .Words(f => f.OldAssessmentReason, "Hvorfor den ældre undersøgelse stadig bærer afgørelsen")
                    .Words(f => f.NoPeriodReason, "Hvorfor hjemgivelsen sker uden en periode"),
            order: (a, b) => a.ProposedOn.CompareTo(b.ProposedOn),
            keeping: Keeping.OwnWay
        );

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

    /// <summary>How the measure that it is to follow went, which ending it asks for.</summary>
    public Interventions.EndResult? ReplacedResult { get; set; }

    /// <summary>The child as a party (BL 3): when it was heard as one.</summary>
    public DateOnly? ChildPartyHeardOn { get; set; }
    public bool ComplaintGuidance { get; set; }

    /// <summary>The other children of the family were considered (BL 21).</summary>
    public bool? SiblingsConsidered { get; set; }

    /// <summary>Return home: when the place of placement gave its statement (BL 100).</summary>
    public DateOnly? StatementOn { get; set; }

    /// <summary>Return home and youth support: when the plan was revised for it (BL 100, 111).</summary>
    public DateOnly? PlanRevisedOn { get; set; }

    /// <summary>Of a preliminary decision: the point of time it is put into effect, local; its deadlines run from there.</summary>
    public DateTime? TakesEffectAt { get; set; }

    /// <summary>The measure that a new grant is asked for; null for a proposal of a decision.</summary>
    public long? GrantForId { get; set; }
    public string? Purpose { get; set; }
    public string? Reasons { get; set; }
    public string? HearingAnswer { get; set; }
    public string? ConsentNote { get; set; }
    public string? Provider { get; set; }
    public string? PlanReason { get; set; }

    /// <summary>Why it was rejected, or what the one who granted it added.</summary>
    public string? Answer { get; set; }

    /// <summary>Why the parties were not heard.</summary>
    public string? HearingSkipReason { get; set; }

    /// <summary>Why steps were skipped upward.</summary>
    public string? SkipReason { get; set; }
    public string? AcuteReason { get; set; }
    public string? SiblingsNote { get; set; }

    /// <summary>Return home: the help to the family in the period.</summary>
    public string? Support { get; set; }

    /// <summary>Why an assessment more than a year old still carries it.</summary>
    public string? OldAssessmentReason { get; set; }

    /// <summary>Return home in special cases (BL 100): why there is no period before it.</summary>
    public string? NoPeriodReason { get; set; }
}

/// <summary>What an acute decision leaves to be done afterwards, and by when. Whether it is done is seen from the casework where it can be
/// (<see cref="DecisionDuties"/>).</summary>
public sealed class DecisionDutyFact : ChildsFact
{
    public static FactKind<DecisionDutyFact> Described { get; } =
        new(
            "decision-duty",
            "opgave efter en afgørelse",
            "opgaver efter afgørelser",
            c =>
                c.Refers<DecisionRecordFact>(f => f.DecisionId, "Afgørelse")
                    .Listed(f => f.Code, "Opgave", c => Law.DecisionLaw.Duties.FirstOrDefault(d => d.Code == c)?.Title ?? c)
                    .Value(f => f.DueOn, "Senest")
                    .Happened(f => f.DoneOn, "Gjort")
                    .Words(f => f.Note, "Notat"),
            order: (a, b) => a.DueOn.CompareTo(b.DueOn),
            keeping: Keeping.OwnWay
        );

    public long DecisionId { get; set; }

    /// <summary>In <c>Law/decisions.json</c>, for example <c>finish-assessment</c>.</summary>
    public string Code { get; set; } = "";
    public DateOnly DueOn { get; set; }

    /// <summary>The day somebody said it was done, for what no other fact tells.</summary>
    public DateOnly? DoneOn { get; set; }
    public string? Note { get; set; }
}

/// <summary>How far a level may grant. The narrowest row that fits a decision says which level it needs.</summary>
public sealed class AuthorityLimitFact : Fact
{
    public static FactKind<AuthorityLimitFact> Described { get; } =
        new(
            "authority-limit",
            "kompetencegrænse",
            "kompetencegrænser",
            c =>
                c.Value(f => f.Level, "Afgøres af")
                    .Value(f => f.Kind, "Type")
                    .Measure(f => f.MeasureCode, "Indsats")
                    .Money(f => f.MostOreAMonth, "Højst om måneden")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
        );

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
    public static FactKind<DecisionRecordFact> Described { get; } =
        new(
            "decision-record",
            "afgørelse",
            "afgørelser",
            c =>
                c.Happened(f => f.On, "Dag")
                    .Section(f => f.LegalBasis, "Lovgrundlag")
                    .Value(f => f.Level, "Besluttet af")
                    .Value(f => f.PartiesHeard, "Parterne hørt")
                    .Value(f => f.ComplaintGuidanceGiven, "Klagevejledning givet")
                    .Value(f => f.Kind, "Type")
                    .Value(f => f.Consent, "Samtykke")
                    .Refers<DecisionProposalFact>(f => f.ProposalId, "Indstilling", bySpor: true),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    public DateOnly On { get; set; }

    /// <summary>Section as the source writes it, for example <c>52.3.7</c> or <c>46</c>.</summary>
    public string LegalBasis { get; set; } = "";
    public AuthorityLevel? Level { get; set; }
    public bool? PartiesHeard { get; set; }
    public bool? ComplaintGuidanceGiven { get; set; }
    public DecisionKind? Kind { get; set; }

    /// <summary>Whether those who must consent did; null where the source does not say.</summary>
    public bool? Consent { get; set; }

    /// <summary>The proposal it came from, with its purpose and reasons; null for an imported decision.</summary>
    public long? ProposalId { get; set; }
}
