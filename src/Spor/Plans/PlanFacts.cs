using Spor.Decisions;
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
    public static FactKind<PlanFact> Described { get; } =
        new(
            "plan",
            "plan",
            "planer",
            c =>
                c.Value(f => f.Kind, "Type")
                    .Value(f => f.DecidedOn, "Besluttet")
                    .Happened(f => f.FinishedOn, "Færdig")
                    .Happened(f => f.ClosedOn, "Lukket", notBefore: f => f.DecidedOn)
                    .BySpor(f => f.SharedId, "Fælles for søskende")
                    .Refers<DecisionRecordFact>(f => f.DecisionId, "Afgørelse")
                    .Refers<PlanFact>(f => f.ReplacesId, "Afløser planen", bond: Bond.Line)
                    .Value(f => f.Needed, "Der er brug for en plan")
                    .Words(f => f.Summary, "Resumé")
                    .Words(f => f.FamilySupport, "Støtte til familien")
                    .Words(f => f.Reason, "Begrundelse"),
            order: (a, b) => a.DecidedOn.CompareTo(b.DecidedOn)
        );

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
    public static FactKind<GoalFact> Described { get; } =
        new(
            "goal",
            "mål",
            "mål",
            c =>
                c.Refers<PlanFact>(f => f.PlanId, "Plan")
                    .Value(f => f.Theme, "Tema")
                    .Happened(f => f.EndedOn, "Afsluttet")
                    .BySpor(f => f.SharedId, "Fælles for søskende")
                    .Refers<GoalFact>(f => f.ContinuesId, "Fortsætter målet", bond: Bond.Line)
                    .Words(f => f.Description, "Beskrivelse")
                    .Line(f => f.Indicator, "Tegn på fremgang")
                    .Line(f => f.Who, "Hvem")
        );

    public long PlanId { get; set; }
    public Theme? Theme { get; set; }
    public DateOnly? EndedOn { get; set; }

    /// <summary>The same goal in the plans of siblings shares a number.</summary>
    public long? SharedId { get; set; }

    /// <summary>The first goal of the line that this one carries on in a revised plan. Scores belong to that first goal, so that its line
    /// is unbroken.</summary>
    public long? ContinuesId { get; set; }
    public string? Description { get; set; }

    /// <summary>What will show that the goal is being reached.</summary>
    public string? Indicator { get; set; }
    public string? Who { get; set; }
}

/// <summary>Who does what by when.</summary>
public sealed class PlanActionFact : ChildsFact
{
    public static FactKind<PlanActionFact> Described { get; } =
        new(
            "plan-action",
            "aftale i en plan",
            "aftaler i en plan",
            c =>
                c.Refers<PlanFact>(f => f.PlanId, "Plan")
                    .Refers<GoalFact>(f => f.GoalId, "Mål")
                    .Value(f => f.DueOn, "Senest")
                    .Happened(f => f.DoneOn, "Gjort")
                    .Words(f => f.What, "Hvad")
                    .Line(f => f.Who, "Hvem"),
            order: (a, b) => Nullable.Compare(a.DueOn, b.DueOn)
        );

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
    public static FactKind<MeasurementFact> Described { get; } =
        new(
            "measurement",
            "måling",
            "målinger",
            c => c.Refers<GoalFact>(f => f.GoalId, "Mål").Happened(f => f.On, "Dag").Value(f => f.Score, "Score (1–10)", range: (1, 10)),
            order: (a, b) => a.GoalId != b.GoalId ? a.GoalId.CompareTo(b.GoalId) : a.On.CompareTo(b.On)
        );

    public long GoalId { get; set; }
    public DateOnly On { get; set; }
    public int Score { get; set; }
}
