using Spor.Facts;

namespace Spor.Plans;

public enum PlanKind
{
    [Code("handleplan")]
    ActionPlan,

    [Code("barnets plan")]
    ChildsPlan,

    [Code("ungeplan")]
    YouthPlan,
}

public enum Theme
{
    [Code("sundhed")]
    Health,

    [Code("udvikling og adfærd")]
    Development,

    [Code("skole og læring")]
    School,

    [Code("fritid og venskaber")]
    Leisure,

    [Code("familie")]
    Family,
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

    /// <summary>The version of the plan that this one takes over from when it is finished.</summary>
    public long? ReplacesId { get; set; }

    /// <summary>False: it was decided that no plan is needed, for <see cref="Reason"/> (BL 91, BL 108). Otherwise null or true.</summary>
    public bool? Needed { get; set; }
    public string? Summary { get; set; }
    public string? FamilySupport { get; set; }

    /// <summary>Why a plan is not needed, or why it is revised or closed.</summary>
    public string? Reason { get; set; }
}

public sealed class GoalFact : ChildsFact
{
    public long PlanId { get; set; }
    public Theme? Theme { get; set; }
    public DateOnly? EndedOn { get; set; }

    /// <summary>The same goal in the plans of siblings shares a number.</summary>
    public long? SharedId { get; set; }

    /// <summary>The first goal of the line that this one carries on in a revised plan. Scores belong to that first goal, so that its line is unbroken.</summary>
    public long? ContinuesId { get; set; }
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
