using Spor.Facts;

namespace Spor.Assessments;

public enum AssessmentKind
{
    [Code("screening")] Screening, [Code("afdækning")] Clarification, [Code("bfu")] Assessment, [Code("målgruppevurdering")] TargetGroup, [Code("revisitation")] Revisit,
}

/// <summary>Screening, clarification, child protection assessment (bfu), target group assessment or revisit.</summary>
public sealed class AssessmentFact : ChildsFact
{
    public AssessmentKind Kind { get; set; }
    /// <summary>The day the municipality became aware of the need.</summary>
    public DateOnly KnownOn { get; set; }
    public DateOnly? StartedOn { get; set; }
    public DateOnly? FinishedOn { get; set; }
}

public enum ConversationPurpose
{
    [Code("afgørelse")] Decision, [Code("undersøgelse")] Assessment, [Code("opfølgning")] FollowUp, [Code("tilsyn")] Visit, [Code("underretning")] Notification,
}

/// <summary>A conversation with the child, or the reason for leaving it out.</summary>
public sealed class ConversationFact : ChildsFact
{
    public DateOnly On { get; set; }
    public ConversationPurpose Purpose { get; set; }
    public bool LeftOut { get; set; }
    public bool HasReason { get; set; }
    public string? Reason { get; set; }
}
