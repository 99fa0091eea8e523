using Spor.Facts;

namespace Spor.Interventions;

public enum PriceUnit { [Code("dag")] Day, [Code("uge")] Week, [Code("måned")] Month, [Code("time")] Hour, [Code("engang")] Once }

/// <summary>What is done for the child: a measure from the catalogue, with provider, days and price.</summary>
public sealed class InterventionFact : ChildsFact
{
    public long? DecisionId { get; set; }
    /// <summary>The code in the catalogue, for example <c>plejefamilie</c>.</summary>
    public string Code { get; set; } = "";
    public string LegalBasis { get; set; } = "";
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
    public DateOnly? ExpectedTo { get; set; }
    /// <summary>Øre per unit.</summary>
    public long? PriceOre { get; set; }
    public PriceUnit? Unit { get; set; }
    /// <summary>Units per week in hundredths, for <see cref="PriceUnit.Hour"/>.</summary>
    public long? QuantityHundredths { get; set; }
    /// <summary>A foster family is a person, so the provider is personal text.</summary>
    public string? Provider { get; set; }
    public bool RunsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

public enum PlacementForm { [Code("nej")] None, [Code("pleje")] Foster, [Code("institution")] Institution, [Code("egen")] Own }

/// <summary>A kind of measure with its dated step, form and account.</summary>
public sealed class CatalogueFact : Fact
{
    public string Code { get; set; } = "";
    public string Name { get; set; } = "";
    /// <summary>1 to 6.</summary>
    public int Step { get; set; }
    public PlacementForm Form { get; set; }
    public string? Account { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>A supervision visit at the place of placement.</summary>
public sealed class SupervisionVisitFact : ChildsFact
{
    public long InterventionId { get; set; }
    public DateOnly On { get; set; }
    public bool SpokeWithChild { get; set; }
}
