using Spor.Facts;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>What allows the department to ask somebody else about a family.</summary>
public enum AskedOn
{
    /// <summary>Whoever decides for the child, or the young person, has said yes.</summary>
    [Code("med samtykke")]
    Consent,

    /// <summary>Without a yes, with the reason and the section written down.</summary>
    [Code("uden samtykke")]
    WithoutConsent,
}

/// <summary>A question to somebody outside the department who signs in to Spor, and what they answered.</summary>
public sealed class PartnerRequestFact : ChildsFact
{
    public static FactKind<PartnerRequestFact> Described { get; } =
        new(
            "partner-request",
            "spørgsmål til en samarbejdspartner",
            "spørgsmål til samarbejdspartnere",
            c =>
                c.BySpor(f => f.Person, "Til")
                    .Happened(f => f.On, "Spurgt")
                    .Refers<EmploymentFact>(f => f.AskedBy, "Spurgt af", bySpor: true)
                    .Value(f => f.DueOn, "Svar senest", notBefore: f => f.On)
                    .Value(f => f.Basis, "Grundlag")
                    .Happened(f => f.AnsweredOn, "Besvaret", notBefore: f => f.On)
                    .Words(f => f.BasisReason, "Hvorfor uden samtykke")
                    .Words(f => f.Question, "Spørgsmål")
                    .Words(f => f.Answer, "Svar"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    /// <summary>The key of who is asked.</summary>
    public string Person { get; set; } = "";
    public DateOnly On { get; set; }
    public long? AskedBy { get; set; }
    public DateOnly DueOn { get; set; }
    public AskedOn Basis { get; set; }
    public DateOnly? AnsweredOn { get; set; }
    public string? BasisReason { get; set; }
    public string? Question { get; set; }

    /// <summary>In the partner's own words.</summary>
    public string? Answer { get; set; }
}
