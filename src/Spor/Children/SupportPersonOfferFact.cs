using Spor.Facts;

namespace Spor.Children;

/// <summary>The parents of a placed child were offered a support person (SEL 54, BL 75).</summary>
public sealed class SupportPersonOfferFact : ChildsFact
{
    public static FactKind<SupportPersonOfferFact> Described { get; } =
        new(
            "support-person-offer",
            "tilbud om støtteperson",
            "tilbud om støtteperson",
            c => c.Happened(f => f.OfferedOn, "Tilbudt").Value(f => f.Accepted, "Tog imod"),
            order: (a, b) => a.OfferedOn.CompareTo(b.OfferedOn)
        );

    public DateOnly OfferedOn { get; set; }

    /// <summary>Null = nobody has written down what the parents answered.</summary>
    public bool? Accepted { get; set; }
}
