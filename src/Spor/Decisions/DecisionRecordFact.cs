using Spor.Facts;

namespace Spor.Decisions;

public enum AuthorityLevel
{
    [Code("rådgiver")] Caseworker, [Code("team")] Team, [Code("faglig koordinator")] ProfessionalCoordinator, [Code("leder")] Leader,
    [Code("børne- og ungeudvalg")] Committee,
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
}
