using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Recovery;
using Spor.Workforce;

namespace Spor.Supervision;

/// <summary>One version of what readers ask of a case. A version never changes: whoever edits it makes the next one, and a round stays on
/// the one it was drawn with.</summary>
public sealed class ReadingTemplateFact : Fact
{
    public static FactKind<ReadingTemplateFact> Described { get; } =
        new(
            "reading-template",
            "skabelon til ledelsestilsyn",
            "skabeloner til ledelsestilsyn",
            c =>
                c.BySpor(f => f.First, "Første udgave")
                    .BySpor(f => f.Version, "Udgave")
                    .BySpor(f => f.On, "Gemt")
                    .Line(f => f.Name, "Navn")
                    .Words(f => f.Questions, "Spørgsmål"),
            order: (a, b) => (a.First, a.Version).CompareTo((b.First, b.Version)),
            keeping: Keeping.OpenInRegister
        );

    /// <summary>The id of the first version: what the versions of one template share.</summary>
    public long First { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }
    public DateOnly On { get; set; }
    public string? Name { get; set; }

    /// <summary>As <see cref="ReadingSteps.Pack(IEnumerable{ReadingQuestion})"/> writes them.</summary>
    public string? Questions { get; set; }

    public IReadOnlyList<ReadingQuestion> Asks => ReadingSteps.Unpack(Questions);
}

/// <summary>A round of management supervision, or of an audit from outside: cases drawn by lot, read by a day, with one version of a
/// template.</summary>
public sealed class ReadingRoundFact : Fact
{
    public static FactKind<ReadingRoundFact> Described { get; } =
        new(
            "reading-round",
            "ledelsestilsyn",
            "ledelsestilsyn",
            c =>
                c.Refers<ReadingTemplateFact>(f => f.TemplateId, "Skabelon", bySpor: true)
                    .BySpor(f => f.DrawnOn, "Udtrukket")
                    .Value(f => f.Until, "Læses senest", notBefore: f => f.DrawnOn)
                    .Refers<TeamFact>(f => f.TeamId, "Team")
                    .Refers<RoleGrantFact>(f => f.GrantId, "Rolle", bySpor: true)
                    .Refers<ReadingRoundFact>(f => f.ComparedId, "Sammenlignes med", bySpor: true)
                    .BySpor(f => f.Seed, "Lodtrækningens tal")
                    .Happened(f => f.EndedOn, "Afsluttet", notBefore: f => f.DrawnOn)
                    .Line(f => f.Name, "Navn"),
            order: (a, b) => b.DrawnOn.CompareTo(a.DrawnOn),
            keeping: Keeping.OpenInRegister
        );

    public long TemplateId { get; set; }
    public DateOnly DrawnOn { get; set; }

    /// <summary>The last day on which its cases are read.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Only caseworkers of this team; null = all.</summary>
    public long? TeamId { get; set; }

    /// <summary>Of an audit from outside: the role that the reader was given.</summary>
    public long? GrantId { get; set; }

    /// <summary>Of a second audit: the one before.</summary>
    public long? ComparedId { get; set; }

    /// <summary>With it the same cases are drawn from the same facts (<see cref="Kernel.Lot"/>).</summary>
    public long Seed { get; set; }
    public DateOnly? EndedOn { get; set; }
    public string? Name { get; set; }

    public bool IsFromOutside => GrantId is not null;

    /// <summary>Its cases are being read on a day; on the day it is ended no more.</summary>
    public bool RunsOn(DateOnly day) => DrawnOn <= day && day <= Until && (EndedOn is null || day < EndedOn);
}

/// <summary>A case was drawn for somebody to read. A case that two read stands twice.</summary>
public sealed class DrawnCaseFact : ChildsFact
{
    public static FactKind<DrawnCaseFact> Described { get; } =
        new(
            "drawn-case",
            "sag udtrukket til ledelsestilsyn",
            "sager udtrukket til ledelsestilsyn",
            c =>
                c.Refers<ReadingRoundFact>(f => f.RoundId, "Ledelsestilsyn", bySpor: true)
                    .Refers<CaseFact>(f => f.CaseId, "Sag", bySpor: true)
                    .Refers<EmploymentFact>(f => f.CaseworkerId, "Rådgiver", bySpor: true)
                    .BySpor(f => f.Reader, "Læser")
                    .BySpor(f => f.Second, "Anden læser")
                    .BySpor(f => f.On, "Udtrukket"),
            order: (a, b) => (a.On, a.Second).CompareTo((b.On, b.Second)),
            keeping: Keeping.OwnWay
        );

    public long RoundId { get; set; }
    public long CaseId { get; set; }

    /// <summary>Who had the case when it was drawn; null for an audit of a case that nobody had.</summary>
    public long? CaseworkerId { get; set; }

    /// <summary>The key of who reads it.</summary>
    public string Reader { get; set; } = "";

    /// <summary>Read a second time, by another, to see whether two agree.</summary>
    public bool Second { get; set; }
    public DateOnly On { get; set; }

    public bool IsReadBy(string key, long? employeeId) =>
        Reader == key || (employeeId is { } me && People.EmployeeOf(Reader) is { } reader && reader == me);
}

/// <summary>What a reader found in a case.</summary>
public sealed class CaseReadingFact : ChildsFact
{
    public static FactKind<CaseReadingFact> Described { get; } =
        new(
            "case-reading",
            "læsning i ledelsestilsyn",
            "læsninger i ledelsestilsyn",
            c =>
                c.Refers<DrawnCaseFact>(f => f.DrawnId, "Udtrukket sag", bySpor: true)
                    .Happened(f => f.On, "Læst")
                    .BySpor(f => f.Answers, "Svar")
                    .BySpor(f => f.SeenOn, "Set af rådgiveren")
                    .Words(f => f.Learning, "Læringspunkter"),
            order: (a, b) => a.On.CompareTo(b.On),
            keeping: Keeping.OwnWay
        );

    public long DrawnId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>A digit for each question of the round's template (<see cref="ReadingSteps.Answers"/>).</summary>
    public string Answers { get; set; } = "";

    /// <summary>The day the caseworker saw the learning points.</summary>
    public DateOnly? SeenOn { get; set; }

    /// <summary>For the caseworker, a line each.</summary>
    public string? Learning { get; set; }
}

/// <summary>What is to be done after a round, by somebody, by a day; and when it is looked at whether it helped.</summary>
public sealed class ReadingActionFact : Fact
{
    public static FactKind<ReadingActionFact> Described { get; } =
        new(
            "reading-action",
            "handling efter ledelsestilsyn",
            "handlinger efter ledelsestilsyn",
            c =>
                c.Refers<ReadingRoundFact>(f => f.RoundId, "Ledelsestilsyn", bySpor: true)
                    .Value(f => f.Step, "Trin i sagen")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Hvem")
                    .Value(f => f.DueOn, "Senest")
                    .Value(f => f.FollowUpOn, "Følges op")
                    .Value(f => f.State, "Tilstand")
                    .Happened(f => f.DoneOn, "Gjort")
                    .Line(f => f.What, "Hvad")
                    .Words(f => f.Effect, "Hvad kom der ud af det?"),
            order: (a, b) => a.DueOn.CompareTo(b.DueOn),
            keeping: Keeping.OpenInRegister
        );

    public long RoundId { get; set; }
    public ReadingStep? Step { get; set; }
    public long EmployeeId { get; set; }
    public DateOnly DueOn { get; set; }

    /// <summary>When it is looked at whether it helped.</summary>
    public DateOnly FollowUpOn { get; set; }
    public ActionState State { get; set; }
    public DateOnly? DoneOn { get; set; }
    public string? What { get; set; }
    public string? Effect { get; set; }

    public bool IsOpen => State is ActionState.NotBegun or ActionState.Begun;
}
