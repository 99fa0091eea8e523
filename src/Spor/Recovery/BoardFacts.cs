using Spor.Facts;
using Spor.Workforce;

namespace Spor.Recovery;

/// <summary>What a recovery has to do with beside the cases.</summary>
public enum RecoveryTheme
{
    [Code("medarbejdere")]
    Staff,

    [Code("faglig ledelse")]
    Leadership,

    [Code("systematik og it")]
    Systematic,

    [Code("gamle sager efter en plan")]
    OldCases,

    [Code("information til samarbejdspartnere")]
    Partners,

    [Code("andet")]
    Other,
}

public enum ActionState
{
    [Code("ikke begyndt")]
    NotBegun,

    [Code("i gang")]
    Begun,

    [Code("gjort")]
    Done,

    [Code("opgivet")]
    GivenUp,
}

/// <summary>Something that is to be done under one of the six themes, by somebody, by a day.</summary>
public sealed class RecoveryActionFact : Fact
{
    public static FactKind<RecoveryActionFact> Described { get; } =
        new(
            "recovery-action",
            "handling i genopretningen",
            "handlinger i genopretningen",
            c =>
                c.Refers<RecoveryProgrammeFact>(f => f.ProgrammeId, "Genopretning", bySpor: true)
                    .Value(f => f.Theme, "Tema")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Hvem")
                    .Value(f => f.DueOn, "Senest")
                    .Value(f => f.State, "Tilstand")
                    .Happened(f => f.DoneOn, "Gjort")
                    .Line(f => f.What, "Hvad"),
            order: (a, b) => (a.Theme, a.DueOn).CompareTo((b.Theme, b.DueOn)),
            keeping: Keeping.OpenInRegister
        );

    public long ProgrammeId { get; set; }
    public RecoveryTheme Theme { get; set; }
    public long EmployeeId { get; set; }
    public DateOnly DueOn { get; set; }
    public ActionState State { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? What { get; set; }

    public bool IsOpen => State is ActionState.NotBegun or ActionState.Begun;
}

/// <summary>The leadership team met at the board: what was decided in a week. One for each week.</summary>
public sealed class RecoveryBoardFact : Fact
{
    public static FactKind<RecoveryBoardFact> Described { get; } =
        new(
            "recovery-board",
            "ugens tavle",
            "ugens tavler",
            c =>
                c.Refers<RecoveryProgrammeFact>(f => f.ProgrammeId, "Genopretning", bySpor: true)
                    .BySpor(f => f.Week, "Ugen, der begynder")
                    .Happened(f => f.HeldOn, "Holdt")
                    .Words(f => f.Present, "Til stede")
                    .Words(f => f.Decisions, "Beslutninger"),
            order: (a, b) => a.Week.CompareTo(b.Week),
            keeping: Keeping.OpenInRegister
        );

    public long ProgrammeId { get; set; }

    /// <summary>The Monday of the week in which it was held.</summary>
    public DateOnly Week { get; set; }
    public DateOnly HeldOn { get; set; }
    public string? Present { get; set; }
    public string? Decisions { get; set; }
}
