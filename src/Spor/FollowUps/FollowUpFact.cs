using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.FollowUps;

public enum FollowUpOutcome
{
    [Code("fortsæt")]
    Continue,

    [Code("justér")]
    Adjust,

    [Code("trin ned")]
    StepDown,

    [Code("trin op")]
    StepUp,

    [Code("afslut")]
    End,
}

public sealed class FollowUpFact : ChildsFact
{
    public static FactKind<FollowUpFact> Described { get; } =
        new(
            "follow-up",
            "opfølgning",
            "opfølgninger",
            c =>
                c.Refers<InterventionFact>(f => f.InterventionId, "Indsats")
                    .Happened(f => f.On, "Dag")
                    .Value(f => f.Outcome, "Resultat")
                    .Value(f => f.NextBy, "Næste gang senest", notBefore: f => f.On)
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Words(f => f.Note, "Notat")
                    .Words(f => f.ChildsVoice, "Barnets ord")
                    .Words(f => f.ParentsVoice, "Forældrenes stemme")
                    .Words(f => f.CadenceReason, "Begrundelse for hyppigheden"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    public long InterventionId { get; set; }
    public DateOnly On { get; set; }
    public FollowUpOutcome? Outcome { get; set; }

    /// <summary>The individual cadence: the latest day of the next follow-up (BL 95). Null = cadence not decided.</summary>
    public DateOnly? NextBy { get; set; }
    public long? EmployeeId { get; set; }
    public string? Note { get; set; }
    public string? ChildsVoice { get; set; }
    public string? ParentsVoice { get; set; }

    /// <summary>Why the next follow-up is when it is (BL 95).</summary>
    public string? CadenceReason { get; set; }
}
