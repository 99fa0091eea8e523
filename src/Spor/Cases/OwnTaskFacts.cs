using Spor.Facts;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>What a caseworker will remember about a child: »ring til skolen torsdag«. No law asks for it and no figure counts it.</summary>
public sealed class OwnTaskFact : ChildsFact
{
    public static FactKind<OwnTaskFact> Described { get; } =
        new(
            "own-task",
            "opgave",
            "opgaver",
            c =>
                c.Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.DueOn, "Dag")
                    .Happened(f => f.DoneOn, "Gjort")
                    .Line(f => f.What, "Opgave"),
            order: (a, b) => (a.DueOn ?? DateOnly.MaxValue).CompareTo(b.DueOn ?? DateOnly.MaxValue)
        );

    /// <summary>Whose it is.</summary>
    public long EmployeeId { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? What { get; set; }
}

/// <summary>What somebody will remember that is about no child: »bestil mødelokale«.</summary>
public sealed class OwnReminderFact : Fact
{
    public static FactKind<OwnReminderFact> Described { get; } =
        new(
            "own-reminder",
            "påmindelse",
            "påmindelser",
            c =>
                c.Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.DueOn, "Dag")
                    .Happened(f => f.DoneOn, "Gjort")
                    .Line(f => f.What, "Opgave"),
            order: (a, b) => (a.DueOn ?? DateOnly.MaxValue).CompareTo(b.DueOn ?? DateOnly.MaxValue)
        );

    /// <summary>Whose it is; nobody else sees it.</summary>
    public long EmployeeId { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? What { get; set; }
}

/// <summary>An address by which somebody's calendar is read elsewhere. The address itself is worked out from the row and the key ring; it
/// is not kept.</summary>
public sealed class CalendarFeedFact : Fact
{
    public static FactKind<CalendarFeedFact> Described { get; } =
        new(
            "calendar-feed",
            "kalenderadresse",
            "kalenderadresser",
            c =>
                c.Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Happened(f => f.From, "Åbnet")
                    .Happened(f => f.ClosedOn, "Lukket", notBefore: f => f.From)
        );

    public long EmployeeId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>Closed by its owner; it also ends with the job.</summary>
    public DateOnly? ClosedOn { get; set; }
}
