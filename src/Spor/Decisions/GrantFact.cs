using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Decisions;

/// <summary>Why a measure may cost what it costs.</summary>
public enum GrantCause
{
    /// <summary>The decision said it.</summary>
    [Code("med afgørelsen")]
    Decision,

    /// <summary>Preventive help begins without a decision, within the authority of whoever starts it.</summary>
    [Code("ved indsatsens start")]
    Start,

    /// <summary>A new price or a longer period for the same help.</summary>
    [Code("ny bevilling")]
    Renewed,

    /// <summary>The municipality's yearly regulation of rates.</summary>
    [Code("takstregulering")]
    Regulation,
}

/// <summary>
/// What a measure may cost, and for how long (bevilling). The decision says what help; the grant says to what amount. A higher price for
/// the
/// same help is a new grant, by the table of authority, and no new decision.
/// </summary>
public sealed class GrantFact : ChildsFact
{
    public static FactKind<GrantFact> Described { get; } =
        new(
            "grant",
            "bevilling",
            "bevillinger",
            c =>
                c.Refers<InterventionFact>(f => f.InterventionId, "Indsats")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Money(f => f.PriceOre, "Højst")
                    .Value(f => f.Unit, "Prisen er pr.")
                    .Hundredths(f => f.QuantityHundredths, "Antal pr. uge")
                    .Value(f => f.Cause, "Grund")
                    .Value(f => f.Level, "Bevilget af")
                    .Value(f => f.GrantedOn, "Bevilget")
                    .Refers<EmploymentFact>(f => f.GrantedBy, "Medarbejder")
                    .Refers<DecisionProposalFact>(f => f.ProposalId, "Indstilling", bySpor: true),
            order: (a, b) => a.InterventionId != b.InterventionId ? a.InterventionId.CompareTo(b.InterventionId) : a.From.CompareTo(b.From),
            keeping: Keeping.OwnWay
        );

    public long InterventionId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>The last day that is expected; null = no end was said.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Øre per unit, at most.</summary>
    public long PriceOre { get; set; }
    public PriceUnit Unit { get; set; }
    public long? QuantityHundredths { get; set; }
    public GrantCause Cause { get; set; }
    public AuthorityLevel? Level { get; set; }
    public DateOnly GrantedOn { get; set; }
    public long? GrantedBy { get; set; }

    /// <summary>The proposal it was granted by, if it waited for somebody.</summary>
    public long? ProposalId { get; set; }
}
