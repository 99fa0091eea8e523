using Spor.Decisions;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Interventions;

public enum PriceUnit
{
    [Code("dag")]
    Day,

    [Code("uge")]
    Week,

    [Code("14 dage")]
    Fortnight,

    [Code("måned")]
    Month,

    [Code("kvartal")]
    Quarter,

    [Code("år")]
    Year,

    [Code("time")]
    Hour,

    [Code("engang", Said = "samlet beløb")]
    Once,
}

public enum EndResult
{
    [Code("målene er nået")]
    Reached,

    [Code("målene er delvist nået")]
    Partly,

    [Code("målene er ikke nået")]
    NotReached,

    [Code("afbrudt")]
    BrokenOff,
}

public enum Nearness
{
    [Code("eget distrikt")]
    OwnDistrict,

    [Code("kommunen")]
    Municipality,

    [Code("uden for")]
    Outside,
}

/// <summary>What is done for the child: a measure from the catalogue, with provider, days and price.</summary>
public sealed class InterventionFact : ChildsFact
{
    public static FactKind<InterventionFact> Described { get; } =
        new(
            "intervention",
            "indsats",
            "indsatser",
            c =>
                c.Refers<DecisionRecordFact>(f => f.DecisionId, "Afgørelse")
                    .Measure(f => f.Code, "Indsats")
                    .Section(f => f.LegalBasis, "Lovgrundlag")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Value(f => f.ExpectedTo, "Forventet til", notBefore: f => f.From)
                    .Money(f => f.PriceOre, "Pris")
                    .Value(f => f.Unit, "Prisen er pr.")
                    .Hundredths(f => f.QuantityHundredths, "Antal pr. uge")
                    .Value(f => f.Result, "Resultat")
                    .Refers<InterventionFact>(f => f.FollowsId, "Efterfølger indsatsen")
                    .Value(f => f.Nearness, "Nærhed")
                    .Line(f => f.Provider, "Leverandør")
                    .Line(f => f.Place, "Sted")
                    .Words(f => f.SkipReason, "Grund til at springe trin over")
                    .Words(f => f.EndNote, "Om afslutningen")
                    .Words(f => f.NextStep, "Næste skridt"),
            order: (a, b) => a.From.CompareTo(b.From)
        );

    public long? DecisionId { get; set; }

    /// <summary>The code in the catalogue, for example <c>plejefamilie</c>.</summary>
    public string Code { get; set; } = "";
    public string LegalBasis { get; set; } = "";
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public DateOnly? ExpectedTo { get; set; }

    /// <summary>Øre per unit; negative where a parent pays.</summary>
    public long? PriceOre { get; set; }
    public PriceUnit? Unit { get; set; }

    /// <summary>In hundredths: hours a week, for <see cref="PriceUnit.Hour"/>; else how many at that price, one if it is not
    /// given.</summary>
    public long? QuantityHundredths { get; set; }

    /// <summary>A foster family is a person, so the provider is personal text.</summary>
    public string? Provider { get; set; }
    public EndResult? Result { get; set; }

    /// <summary>The measure it took over from.</summary>
    public long? FollowsId { get; set; }

    /// <summary>How near home the help is given; null where nobody has said it.</summary>
    public Nearness? Nearness { get; set; }
    public string? Place { get; set; }

    /// <summary>Why steps were skipped upward.</summary>
    public string? SkipReason { get; set; }
    public string? EndNote { get; set; }
    public string? NextStep { get; set; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

public enum PlacementForm
{
    [Code("nej")]
    None,

    [Code("pleje")]
    Foster,

    [Code("institution")]
    Institution,

    [Code("egen")]
    Own,
}

/// <summary>A kind of measure with its dated step, form and account.</summary>
public sealed class CatalogueFact : Fact
{
    public static FactKind<CatalogueFact> Described { get; } =
        new(
            "catalogue-entry",
            "ydelse",
            "ydelser",
            c =>
                c.Value(f => f.Code, "Ydelse")
                    .Value(f => f.Name, "Navn")
                    .Value(f => f.Step, "Trin", range: (1, 6))
                    .Value(f => f.Form, "Anbringelsesform")
                    .Value(f => f.Account, "Konto")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
        );

    public string Code { get; set; } = "";
    public string Name { get; set; } = "";

    /// <summary>1 to 6; 0 = not on the ladder.</summary>
    public int Step { get; set; }
    public PlacementForm Form { get; set; }
    public string? Account { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>A supervision visit at the place of placement.</summary>
public sealed class SupervisionVisitFact : ChildsFact
{
    public static FactKind<SupervisionVisitFact> Described { get; } =
        new(
            "supervision-visit",
            "tilsyn",
            "tilsyn",
            c =>
                c.Refers<InterventionFact>(f => f.InterventionId, "Indsats")
                    .Happened(f => f.On, "Dag")
                    .Value(f => f.SpokeWithChild, "Samtale med barnet")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Words(f => f.Note, "Notat")
                    .Line(f => f.Present, "Til stede"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    public long InterventionId { get; set; }
    public DateOnly On { get; set; }
    public bool SpokeWithChild { get; set; }
    public long? EmployeeId { get; set; }
    public string? Note { get; set; }
    public string? Present { get; set; }
}

/// <summary>A new price of a measure from a day. Before its first row the measure's own price holds.</summary>
public sealed class InterventionPriceFact : ChildsFact
{
    public static FactKind<InterventionPriceFact> Described { get; } =
        new(
            "intervention-price",
            "prisændring",
            "prisændringer",
            c =>
                c.Refers<InterventionFact>(f => f.InterventionId, "Indsats")
                    .Value(f => f.From, "Fra")
                    .Money(f => f.PriceOre, "Pris")
                    .Value(f => f.Unit, "Prisen er pr.")
                    .Hundredths(f => f.QuantityHundredths, "Antal pr. uge"),
            order: (a, b) => a.InterventionId != b.InterventionId ? a.InterventionId.CompareTo(b.InterventionId) : a.From.CompareTo(b.From)
        );

    public long InterventionId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>Øre per unit.</summary>
    public long PriceOre { get; set; }
    public PriceUnit Unit { get; set; }
    public long? QuantityHundredths { get; set; }
}

/// <summary>A decision that a placed child goes home, with its period of at most six months, which continues the placement (BL
/// 100).</summary>
public sealed class ReturnHomeFact : ChildsFact
{
    public static FactKind<ReturnHomeFact> Described { get; } =
        new(
            "return-home",
            "hjemgivelse",
            "hjemgivelser",
            c =>
                c.Refers<InterventionFact>(f => f.InterventionId, "Indsats")
                    .Value(f => f.DecidedOn, "Besluttet")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Happened(f => f.StatementOn, "Udtalelse fra anbringelsesstedet")
                    .Happened(f => f.PlanRevisedOn, "Plan revideret")
                    .Refers<DecisionRecordFact>(f => f.DecisionId, "Afgørelse")
                    .Words(f => f.Support, "Støtte"),
            order: (a, b) => a.DecidedOn.CompareTo(b.DecidedOn)
        );

    public long InterventionId { get; set; }
    public DateOnly DecidedOn { get; set; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>When the place of placement gave its statement.</summary>
    public DateOnly? StatementOn { get; set; }
    public DateOnly? PlanRevisedOn { get; set; }
    public long? DecisionId { get; set; }
    public string? Support { get; set; }
}
