using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Recovery;

/// <summary>Which of the old cases are taken first: a leader's rule, and never a score of a child.</summary>
public enum RecoveryOrder
{
    [Code("anbragte først")]
    PlacedFirst,

    [Code("flest mangler først")]
    MostMissing,

    [Code("tættest på i orden")]
    NearestDone,

    [Code("ældste sager først")]
    OldestCases,

    [Code("de yngste børn først")]
    YoungestChildren,
}

/// <summary>
/// A plan to bring old cases up to the standard: those that were active on its first day, no matter what is known of them later. What they
/// lacked on that day is to recover; what is lacking otherwise is new backlog, and the two are never put together.
/// </summary>
public sealed class RecoveryProgrammeFact : Fact
{
    public static FactKind<RecoveryProgrammeFact> Described { get; } =
        new(
            "recovery-programme",
            "genopretning",
            "genopretninger",
            c =>
                c.Value(f => f.From, "Første dag")
                    .Value(f => f.TargetOn, "I orden senest", notBefore: f => f.From)
                    .Value(f => f.EndedOn, "Afsluttet", notBefore: f => f.From)
                    .Refers<TeamFact>(f => f.TeamId, "Team")
                    .Listed(f => f.Elements, "Det, der skal være på plads", RecoveryElements.Names)
                    .Value(f => f.Order, "Rækkefølge")
                    .Line(f => f.Name, "Navn")
                    .Words(f => f.Standard, "Standard"),
            order: (a, b) => b.From.CompareTo(a.From),
            keeping: Keeping.OpenInRegister
        );

    public DateOnly From { get; set; }

    /// <summary>The day on which everything is to be in order.</summary>
    public DateOnly TargetOn { get; set; }

    /// <summary>The last day of a programme that is ended.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Only the cases that were this team's on the first day; null = all.</summary>
    public long? TeamId { get; set; }

    /// <summary>Codes of <see cref="RecoveryElement"/> (<see cref="RecoveryElements.Pack"/>).</summary>
    public string Elements { get; set; } = "";
    public RecoveryOrder Order { get; set; }
    public string? Name { get; set; }

    /// <summary>What »in order« is to mean here, in the municipality's own words.</summary>
    public string? Standard { get; set; }

    public IReadOnlyList<RecoveryElement> Chosen => RecoveryElements.Unpack(Elements);

    public bool RunsOn(DateOnly day) => From <= day && (EndedOn is null || day <= EndedOn);

    /// <summary>Whether a case is one of the programme's old cases: active on the first day, and then the team's if there is one.</summary>
    public bool Covers(ChildFile file, CaseFact of, Staff staff) =>
        of.ActiveAt(From) && (TeamId is not { } team || RecoveryScan.TeamsOf(staff, file, of, From).Any(t => t.Id == team));
}

/// <summary>How far somebody is with an old case, beside what the facts of the case say by themselves.</summary>
public enum RecoveryWork
{
    [Code("planlagt")]
    Planned,

    [Code("i gang")]
    Working,

    [Code("venter på andre")]
    Waiting,
}

/// <summary>
/// Somebody's promise about an old case: what is to be in order by the end of a week. A new promise about the case takes the place of the
/// one before and leaves it standing, so that last week's promises can be looked at. Whether it was kept is read from the case.
/// </summary>
public sealed class RecoveryPromiseFact : ChildsFact
{
    public static FactKind<RecoveryPromiseFact> Described { get; } =
        new(
            "recovery-promise",
            "løfte om en gammel sag",
            "løfter om gamle sager",
            c =>
                c.Refers<RecoveryProgrammeFact>(f => f.ProgrammeId, "Genopretning", bySpor: true)
                    .Refers<CaseFact>(f => f.CaseId, "Sag")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Hvem")
                    .Value(f => f.Week, "Ugen, der begynder")
                    .Listed(f => f.Element, "Hvad", RecoveryElements.Names)
                    .Value(f => f.Work, "Tilstand")
                    .BySpor(f => f.MadeOn, "Lovet"),
            order: (a, b) => a.MadeOn.CompareTo(b.MadeOn),
            keeping: Keeping.OwnWay
        );

    public long ProgrammeId { get; set; }
    public long CaseId { get; set; }
    public long EmployeeId { get; set; }

    /// <summary>The Monday of the week.</summary>
    public DateOnly Week { get; set; }

    /// <summary>The code of the element that is promised; null = everything that the programme asks for.</summary>
    public string? Element { get; set; }
    public RecoveryWork Work { get; set; }
    public DateOnly MadeOn { get; set; }

    /// <summary>The Sunday of the week.</summary>
    public DateOnly By => Week.AddDays(6);
}

public enum StaffingKind
{
    [Code("vikarer")]
    Temporary,

    [Code("ændrede opgaver")]
    ChangedTasks,

    [Code("færre medarbejdere")]
    Fewer,
}

/// <summary>People came, went or were given other tasks, so that the pace before and after can be compared.</summary>
public sealed class RecoveryStaffingFact : Fact
{
    public static FactKind<RecoveryStaffingFact> Described { get; } =
        new(
            "recovery-staffing",
            "ændring i bemandingen",
            "ændringer i bemandingen",
            c =>
                c.Refers<RecoveryProgrammeFact>(f => f.ProgrammeId, "Genopretning", bySpor: true)
                    .Value(f => f.On, "Fra")
                    .Value(f => f.Kind, "Hvad")
                    .Value(f => f.People, "Antal medarbejdere", range: (1, 99))
                    .Listed(f => f.Element, "Del", RecoveryElements.Names)
                    .Words(f => f.Note, "Bemærkning"),
            order: (a, b) => a.On.CompareTo(b.On),
            keeping: Keeping.OpenInRegister
        );

    public long ProgrammeId { get; set; }
    public DateOnly On { get; set; }
    public StaffingKind Kind { get; set; }
    public int People { get; set; }

    /// <summary>The element they work on; null = all.</summary>
    public string? Element { get; set; }
    public string? Note { get; set; }
}

/// <summary>Numbers that were published about the recovery, as they stood in the paper, to be held against each other and against
/// Spor's own.</summary>
public sealed class PublishedNumbersFact : Fact
{
    public static FactKind<PublishedNumbersFact> Described { get; } =
        new(
            "published-numbers",
            "offentliggjorte tal",
            "offentliggjorte tal",
            c =>
                c.Refers<RecoveryProgrammeFact>(f => f.ProgrammeId, "Genopretning", bySpor: true)
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til", notBefore: f => f.From)
                    .Value(f => f.AtStart, "Sager fra start", range: (0, 999_999))
                    .Value(f => f.Closed, "Lukket af dem", range: (0, 999_999))
                    .Hundredths(f => f.NewAMonthHundredths, "Nye om måneden")
                    .Value(f => f.AtEnd, "Sager til sidst", range: (0, 999_999))
                    .Hundredths(f => f.LoadAtStartHundredths, "Sager pr. årsværk fra start")
                    .Hundredths(f => f.LoadAtEndHundredths, "Sager pr. årsværk til sidst")
                    .Line(f => f.Source, "Hvor tallene står"),
            order: (a, b) => a.To.CompareTo(b.To),
            keeping: Keeping.OpenInRegister
        );

    public long ProgrammeId { get; set; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }
    public int AtStart { get; set; }
    public int Closed { get; set; }
    public long NewAMonthHundredths { get; set; }
    public int AtEnd { get; set; }
    public long? LoadAtStartHundredths { get; set; }
    public long? LoadAtEndHundredths { get; set; }
    public string? Source { get; set; }
}
