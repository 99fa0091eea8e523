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
}

public sealed class GoalFact : ChildsFact
{
    public long PlanId { get; set; }
    public Theme? Theme { get; set; }
    public string? Description { get; set; }
}

/// <summary>A goal's score on a day, 1 to 10.</summary>
public sealed class MeasurementFact : ChildsFact
{
    public long GoalId { get; set; }
    public DateOnly On { get; set; }
    public int Score { get; set; }
}
