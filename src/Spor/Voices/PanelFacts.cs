using Spor.Facts;
using Spor.Workforce;

namespace Spor.Voices;

/// <summary>Whose voices a panel holds.</summary>
public enum Panel
{
    [Code("forældre")]
    Parents,

    [Code("unge")]
    YoungPeople,

    [Code("samarbejdspartnere")]
    Partners,
}

/// <summary>A meeting of a panel. Nobody who came is named.</summary>
public sealed class PanelMeetingFact : Fact
{
    public static FactKind<PanelMeetingFact> Described { get; } =
        new(
            "panel-meeting",
            "møde i et panel",
            "møder i paneler",
            c =>
                c.Value(f => f.Panel, "Panel")
                    .Happened(f => f.HeldOn, "Holdt")
                    .Value(f => f.Came, "Antal deltagere", range: (1, 500))
                    .Line(f => f.About, "Emne")
                    .Words(f => f.Notes, "Referat"),
            order: (a, b) => b.HeldOn.CompareTo(a.HeldOn),
            keeping: Keeping.OpenInRegister
        );

    public Panel Panel { get; set; }
    public DateOnly HeldOn { get; set; }
    public int Came { get; set; }
    public string? About { get; set; }
    public string? Notes { get; set; }
}

public enum PointState
{
    /// <summary>Raised, and not answered.</summary>
    [Code("venter")]
    Waiting,

    [Code("der er gjort noget")]
    Done,

    [Code("der gøres ikke noget")]
    NotDone,

    /// <summary>The panel took it back: its words are gone, and it counts for nothing.</summary>
    [Code("trukket tilbage")]
    Withdrawn,
}

/// <summary>Something a panel raised: what was done about it, and when the panel was told.</summary>
public sealed class PanelPointFact : Fact
{
    public static FactKind<PanelPointFact> Described { get; } =
        new(
            "panel-point",
            "punkt fra et panel",
            "punkter fra paneler",
            c =>
                c.Refers<PanelMeetingFact>(f => f.MeetingId, "Møde", bySpor: true)
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Hvem følger op?")
                    .Value(f => f.State, "Tilstand")
                    .Happened(f => f.AnsweredOn, "Besvaret")
                    .Happened(f => f.ToldOn, "Fortalt tilbage", notBefore: f => f.AnsweredOn)
                    .Line(f => f.What, "Punkt")
                    .Words(f => f.Answer, "Hvad blev der gjort?"),
            order: (a, b) => a.Id.CompareTo(b.Id),
            keeping: Keeping.OpenInRegister
        );

    public long MeetingId { get; set; }
    public long EmployeeId { get; set; }
    public PointState State { get; set; }
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>The day the panel was told what became of it.</summary>
    public DateOnly? ToldOn { get; set; }

    /// <summary>Null once it is withdrawn.</summary>
    public string? What { get; set; }
    public string? Answer { get; set; }

    public bool IsAnswered => State is PointState.Done or PointState.NotDone;
}
