using Spor.Facts;

namespace Spor.Plans;

public enum PlanKind { [Code("handleplan")] ActionPlan, [Code("barnets plan")] ChildsPlan, [Code("ungeplan")] YouthPlan }

public enum Theme
{
    [Code("sundhed")] Health, [Code("udvikling og adfærd")] Development, [Code("skole og læring")] School, [Code("fritid og venskaber")] Leisure, [Code("familie")] Family,
}

public sealed class PlanFact : ChildsFact
{
    public PlanKind Kind { get; set; }
    public DateOnly DecidedOn { get; set; }
    public DateOnly? FinishedOn { get; set; }
    public DateOnly? ClosedOn { get; set; }
    /// <summary>The plans of siblings that are one joint plan share a number (BL 91).</summary>
    public long? SharedId { get; set; }
    public long? DecisionId { get; set; }
    public string? Summary { get; set; }
    public string? FamilySupport { get; set; }
}

public sealed class GoalFact : ChildsFact
{
    public long PlanId { get; set; }
    public Theme? Theme { get; set; }
    public DateOnly? EndedOn { get; set; }
    public string? Description { get; set; }
    /// <summary>What will show that the goal is being reached.</summary>
    public string? Indicator { get; set; }
    public string? Who { get; set; }
}

/// <summary>Who does what by when.</summary>
public sealed class PlanActionFact : ChildsFact
{
    public long PlanId { get; set; }
    public long? GoalId { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? What { get; set; }
    public string? Who { get; set; }
}

/// <summary>A goal's score on a day, 1 to 10.</summary>
public sealed class MeasurementFact : ChildsFact
{
    public long GoalId { get; set; }
    public DateOnly On { get; set; }
    public int Score { get; set; }
}
