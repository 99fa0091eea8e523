using Spor.Children;
using Spor.Facts;

namespace Spor.Cases;

/// <summary>What somebody asks for.</summary>
public enum ObjectionKind
{
    /// <summary>That data about them is not used so (databeskyttelsesforordningen, article 21).</summary>
    [Code("indsigelse")]
    Objection,

    /// <summary>That what is wrong is put right (article 16).</summary>
    [Code("berigtigelse")]
    Rectification,
}

public enum ObjectionOutcome
{
    [Code("imødekommet")]
    Met,

    [Code("delvis imødekommet")]
    Partly,

    [Code("afslag")]
    Refused,
}

/// <summary>Somebody objects to what the file holds or how it is used, or asks for it to be put right.</summary>
public sealed class ObjectionFact : ChildsFact
{
    public static FactKind<ObjectionFact> Described { get; } =
        new(
            "objection",
            "indsigelse eller berigtigelse",
            "indsigelser og berigtigelser",
            c =>
                c.Value(f => f.Kind, "Slags")
                    .Happened(f => f.ReceivedOn, "Modtaget")
                    .Happened(f => f.AnsweredOn, "Besvaret", notBefore: f => f.ReceivedOn)
                    .Value(f => f.Outcome, "Svar")
                    .Line(f => f.AskedBy, "Hvem har bedt om det")
                    .Words(f => f.About, "Hvad det handler om")
                    .Words(f => f.Answer, "Svarets begrundelse"),
            order: (a, b) => a.ReceivedOn.CompareTo(b.ReceivedOn)
        );

    public ObjectionKind Kind { get; set; }
    public DateOnly ReceivedOn { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public ObjectionOutcome? Outcome { get; set; }
    public string? AskedBy { get; set; }
    public string? About { get; set; }

    /// <summary>What the person was told.</summary>
    public string? Answer { get; set; }
}
