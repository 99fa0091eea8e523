using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Conferences;

public enum OfferAnswer
{
    [Code("ja")]
    Yes,

    [Code("nej")]
    No,
}

/// <summary>
/// A network conference (netværksrådslagning, familierådslagning): the family and its own network make the plan. From the offer to the
/// follow-up meeting; each day is empty until it has happened.
/// </summary>
public sealed class NetworkConferenceFact : ChildsFact
{
    public static FactKind<NetworkConferenceFact> Described { get; } =
        new(
            "network-conference",
            "netværksrådslagning",
            "netværksrådslagninger",
            c =>
                c.Happened(f => f.OfferedOn, "Tilbudt")
                    .Value(f => f.Answer, "Svar")
                    .Happened(f => f.HeldOn, "Holdt", notBefore: f => f.OfferedOn)
                    .Value(f => f.PlanApproved, "Plan godkendt")
                    .Happened(f => f.FollowedUpOn, "Fulgt op", notBefore: f => f.HeldOn)
                    .Value(f => f.ChildAnswer, "Barnets svar")
                    .Happened(f => f.AnsweredOn, "Svaret den", notBefore: f => f.OfferedOn)
                    .Happened(f => f.QuestionsApprovedOn, "Spørgsmålene godkendt")
                    .Value(f => f.PlannedAt, "Aftalt til")
                    .Value(f => f.EndsAt, "Slutter", notBefore: f => f.PlannedAt)
                    .Happened(f => f.CancelledOn, "Aflyst")
                    .Value(f => f.PrivateTimeUsed, "Familien havde sin egen tid")
                    .Happened(f => f.PlanPresentedOn, "Planen lagt frem", notBefore: f => f.HeldOn)
                    .Value(f => f.FollowUpPlannedOn, "Opfølgning aftalt til")
                    .Measure(f => f.ReplacedMeasureCode, "Indsats, som planen trådte i stedet for")
                    .Refers<InterventionFact>(f => f.ReplacedInterventionId, "Løbende indsats, som planen trådte i stedet for")
                    .Value(f => f.WithoutSupport, "Barnet vil ikke have en støtteperson")
                    .Words(f => f.WishedInstead, "Det, familien ønskede i stedet")
                    .Line(f => f.Place, "Sted")
                    .Line(f => f.Food, "Mad")
                    .Line(f => f.ChildCare, "Pasning")
                    .Line(f => f.Interpreter, "Tolk")
                    .Words(f => f.Practical, "Praktiske noter")
                    .Words(f => f.CancelReason, "Grund til aflysning")
                    .Words(f => f.FamilyPlan, "Familiens plan")
                    .Words(f => f.FollowUpNote, "Om opfølgningen")
                    .Words(f => f.WithoutSupportWhy, "Barnets ord om en støtteperson")
                    .Line(f => f.OfferedTo, "Fortalt til")
                    .Words(f => f.PrivateTimeNote, "Hvorfor familien ikke havde sin egen tid"),
            order: (a, b) => a.OfferedOn.CompareTo(b.OfferedOn)
        );

    public DateOnly OfferedOn { get; set; }

    /// <summary>The family's answer: of those who have custody, and of a young person of 15.</summary>
    public OfferAnswer? Answer { get; set; }
    public DateOnly? HeldOn { get; set; }

    /// <summary>Whether the caseworker has accepted the family's plan; the latest <see cref="PlanReviewFact"/> says why not.</summary>
    public bool? PlanApproved { get; set; }

    /// <summary>When the follow-up meeting was held.</summary>
    public DateOnly? FollowedUpOn { get; set; }
    public OfferAnswer? ChildAnswer { get; set; }
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>The day the family approved the questions; emptied when a question changes afterwards.</summary>
    public DateOnly? QuestionsApprovedOn { get; set; }

    /// <summary>Local wall-clock time, as people agree on it.</summary>
    public DateTime? PlannedAt { get; set; }
    public DateTime? EndsAt { get; set; }
    public DateOnly? CancelledOn { get; set; }

    /// <summary>Whether the family had its private time, without professionals.</summary>
    public bool? PrivateTimeUsed { get; set; }
    public DateOnly? PlanPresentedOn { get; set; }
    public DateOnly? FollowUpPlannedOn { get; set; }

    /// <summary>The measure that would have been granted without the family's plan, by its code in the catalogue.</summary>
    public string? ReplacedMeasureCode { get; set; }

    /// <summary>The running measure that the family's plan took the place of.</summary>
    public long? ReplacedInterventionId { get; set; }

    /// <summary>What a family that said no wished instead.</summary>
    public string? WishedInstead { get; set; }
    public string? Place { get; set; }
    public string? Food { get; set; }
    public string? ChildCare { get; set; }
    public string? Interpreter { get; set; }

    /// <summary>Other practical notes, which the coordinator reads and writes too.</summary>
    public string? Practical { get; set; }
    public string? CancelReason { get; set; }

    /// <summary>The plan in the family's own words.</summary>
    public string? FamilyPlan { get; set; }
    public string? FollowUpNote { get; set; }

    /// <summary>True when the child does not want a support person of its own; <see cref="WithoutSupportWhy"/> says it in the child's
    /// words.</summary>
    public bool? WithoutSupport { get; set; }
    public string? WithoutSupportWhy { get; set; }

    /// <summary>Who was told of the offer, in plain words.</summary>
    public string? OfferedTo { get; set; }

    /// <summary>Why the family did not have its private time.</summary>
    public string? PrivateTimeNote { get; set; }
}

/// <summary>A question that the family and its network are asked to answer, in the family's words.</summary>
public sealed class ConferenceQuestionFact : ChildsFact
{
    public static FactKind<ConferenceQuestionFact> Described { get; } =
        new(
            "conference-question",
            "spørgsmål til en rådslagning",
            "spørgsmål til en rådslagning",
            c =>
                c.Refers<NetworkConferenceFact>(f => f.ConferenceId, "Rådslagning")
                    .Value(f => f.Position, "Nummer")
                    .Words(f => f.Text, "Spørgsmålet"),
            order: (a, b) => a.ConferenceId != b.ConferenceId ? a.ConferenceId.CompareTo(b.ConferenceId) : a.Position.CompareTo(b.Position),
            keeping: Keeping.OutOfRegister
        );

    public long ConferenceId { get; set; }

    /// <summary>From 1.</summary>
    public int Position { get; set; }
    public string? Text { get; set; }
}

public enum InviteeRole
{
    [Code("barnet")]
    Child,

    [Code("familie eller netværk")]
    Network,

    [Code("støtteperson for barnet")]
    SupportPerson,

    [Code("informant")]
    Informant,

    [Code("tolk")]
    Interpreter,
}

/// <summary>Somebody who may come to a network conference or a network meeting, or who may not. Exactly one of the two ids is
/// set.</summary>
public sealed class InviteeFact : ChildsFact
{
    public static FactKind<InviteeFact> Described { get; } =
        new(
            "invitee",
            "inviteret",
            "inviterede",
            c =>
                c.Refers<NetworkConferenceFact>(f => f.ConferenceId, "Rådslagning", bond: Bond.Part)
                    .Refers<NetworkMeetingFact>(f => f.MeetingId, "Netværksmøde", bond: Bond.Part)
                    .Refers<NetworkPersonFact>(f => f.PersonId, "Person i netværket")
                    .Value(f => f.Role, "Kommer som")
                    .Value(f => f.MayCome, "Må komme")
                    .Refers<InviteeFact>(f => f.ApartFromId, "Må ikke være i rum med")
                    .Value(f => f.HolderAgrees, "Den, der har forældremyndigheden, er enig")
                    .Happened(f => f.InvitedOn, "Inviteret")
                    .Value(f => f.Answer, "Svar")
                    .Value(f => f.Came, "Kom")
                    .Value(f => f.BroughtAlong, "Kom uden at være inviteret")
                    .Line(f => f.Name, "Navn")
                    .Line(f => f.Relation, "Relation")
                    .Line(f => f.Phone, "Telefon")
                    .Line(f => f.Address, "Adresse")
                    .Words(f => f.Reason, "Begrundelse")
                    .Words(f => f.ApartHow, "Sådan holdes de hver for sig")
                    .Words(f => f.Handled, "Det, I gjorde, da personen kom alligevel"),
            keeping: Keeping.OutOfRegister
        );

    public long? ConferenceId { get; set; }
    public long? MeetingId { get; set; }

    /// <summary>The person of the child's network; null for somebody who is only here.</summary>
    public long? PersonId { get; set; }

    /// <summary>An informant is there for the first part only.</summary>
    public InviteeRole Role { get; set; }

    /// <summary>False for somebody who may not come; <see cref="Reason"/> says why, and is never shown to the coordinator.</summary>
    public bool MayCome { get; set; }

    /// <summary>Another invitee who may not be in the same room.</summary>
    public long? ApartFromId { get; set; }

    /// <summary>For a parent without custody: whether those who have it know and agree.</summary>
    public bool? HolderAgrees { get; set; }
    public DateOnly? InvitedOn { get; set; }
    public OfferAnswer? Answer { get; set; }
    public bool? Came { get; set; }

    /// <summary>Came along without being invited.</summary>
    public bool BroughtAlong { get; set; }
    public string? Name { get; set; }

    /// <summary>What the person is to the child, in plain words: mormor, klasselærer.</summary>
    public string? Relation { get; set; }
    public string? Phone { get; set; }
    public string? Address { get; set; }
    public string? Reason { get; set; }

    /// <summary>How those who may not be together are kept apart.</summary>
    public string? ApartHow { get; set; }

    /// <summary>What was done at the meeting when somebody came who may not.</summary>
    public string? Handled { get; set; }
}

/// <summary>A trained coordinator (samordner) outside the department.</summary>
public sealed class CoordinatorFact : Fact
{
    public static FactKind<CoordinatorFact> Described { get; } =
        new(
            "coordinator",
            "samordner",
            "samordnere",
            c =>
                c.Value(f => f.TrainedOn, "Uddannet")
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Value(f => f.AtMost, "Højst på én gang")
                    .Line(f => f.Name, "Navn")
                    .Line(f => f.Phone, "Telefon")
                    .Line(f => f.Email, "Mail")
                    .Line(f => f.Workplace, "Arbejdsplads")
                    .Line(f => f.Languages, "Sprog"),
            keeping: Keeping.OpenInRegister
        );

    public DateOnly TrainedOn { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>How many conferences the coordinator will have at a time; null = no limit said.</summary>
    public int? AtMost { get; set; }
    public string? Name { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Workplace { get; set; }

    /// <summary>Languages beside Danish, as people write them: arabisk, polsk.</summary>
    public string? Languages { get; set; }

    public bool ActiveAt(DateOnly day) => From <= day && (To is null || day <= To);
}

public enum ReplacedBecause
{
    [Code("kender familien")]
    KnowsTheFamily,

    [Code("kan ikke")]
    Prevented,

    [Code("familien ønsker en anden")]
    FamilyWishesAnother,

    [Code("andet")]
    Other,
}

/// <summary>A coordinator has a conference, from a day; it ends when another takes over. Only while it runs may the coordinator see
/// anything.</summary>
public sealed class CoordinationFact : ChildsFact
{
    public static FactKind<CoordinationFact> Described { get; } =
        new(
            "coordination",
            "samordner på en rådslagning",
            "samordnere på rådslagninger",
            c =>
                c.Refers<NetworkConferenceFact>(f => f.ConferenceId, "Rådslagning")
                    .Refers<CoordinatorFact>(f => f.CoordinatorId, "Samordner", bySpor: true)
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
                    .Value(f => f.Because, "Grund til skiftet")
                    .Words(f => f.Note, "Note"),
            order: (a, b) => a.From.CompareTo(b.From)
        );

    public long ConferenceId { get; set; }
    public long CoordinatorId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>The last day; access ends at the moment it is written.</summary>
    public DateOnly? To { get; set; }
    public ReplacedBecause? Because { get; set; }
    public string? Note { get; set; }
}

/// <summary>The caseworker's answer to the family's plan: accepted, or exactly what is not safe or not lawful.</summary>
public sealed class PlanReviewFact : ChildsFact
{
    public static FactKind<PlanReviewFact> Described { get; } =
        new(
            "plan-review",
            "svar på familiens plan",
            "svar på familiens plan",
            c =>
                c.Refers<NetworkConferenceFact>(f => f.ConferenceId, "Rådslagning")
                    .Happened(f => f.On, "Dag")
                    .Value(f => f.Accepted, "Godkendt")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Words(f => f.NotSafe, "Det, der ikke er trygt nok")
                    .Words(f => f.NotLawful, "Det, der ikke er lovligt")
                    .Words(f => f.Wanted, "Det, der skal til")
                    .Words(f => f.Tried, "Det, der er prøvet")
                    .Words(f => f.PlanThen, "Planen, som der blev svaret på"),
            order: (a, b) => a.On.CompareTo(b.On),
            keeping: Keeping.OutOfRegister
        );

    public long ConferenceId { get; set; }
    public DateOnly On { get; set; }
    public bool Accepted { get; set; }
    public long? EmployeeId { get; set; }
    public string? NotSafe { get; set; }
    public string? NotLawful { get; set; }

    /// <summary>What it takes for the plan to be accepted.</summary>
    public string? Wanted { get; set; }

    /// <summary>What has been tried with the family since the plan was refused before.</summary>
    public string? Tried { get; set; }

    /// <summary>The plan's words as they stood when they were answered; the family may write others afterwards.</summary>
    public string? PlanThen { get; set; }
}

/// <summary>Somebody has promised something at a conference or a network meeting. It stands on Min dag until it is done or dropped. Exactly
/// one of the two ids is set.</summary>
public sealed class AgreementFact : ChildsFact
{
    public static FactKind<AgreementFact> Described { get; } =
        new(
            "agreement",
            "aftale",
            "aftaler",
            c =>
                c.Refers<NetworkConferenceFact>(f => f.ConferenceId, "Rådslagning", bond: Bond.Part)
                    .Refers<NetworkMeetingFact>(f => f.MeetingId, "Netværksmøde", bond: Bond.Part)
                    .Refers<NetworkPersonFact>(f => f.PersonId, "Person i netværket")
                    .Value(f => f.DueOn, "Senest")
                    .Happened(f => f.DoneOn, "Gjort")
                    .Happened(f => f.AskedOn, "Spurgt")
                    .Happened(f => f.DroppedOn, "Faldt bort")
                    .Words(f => f.What, "Hvad")
                    .Line(f => f.Who, "Hvem")
                    .Words(f => f.Note, "Notat"),
            order: (a, b) => Nullable.Compare(a.DueOn, b.DueOn)
        );

    public long? ConferenceId { get; set; }
    public long? MeetingId { get; set; }

    /// <summary>Who took it on, when it is somebody of the child's network.</summary>
    public long? PersonId { get; set; }
    public DateOnly? DueOn { get; set; }
    public DateOnly? DoneOn { get; set; }

    /// <summary>When the caseworker last asked how it goes.</summary>
    public DateOnly? AskedOn { get; set; }
    public DateOnly? DroppedOn { get; set; }
    public string? What { get; set; }
    public string? Who { get; set; }

    /// <summary>What was answered, or why it was dropped.</summary>
    public string? Note { get; set; }
    public bool IsOpen => DoneOn is null && DroppedOn is null;
}

public enum EvaluatedBy
{
    [Code("barnet")]
    Child,

    [Code("familien")]
    Family,

    [Code("fagperson")]
    Professional,
}

/// <summary>What somebody thought of a conference: three short questions from 1 (not at all) to 5 (very much).</summary>
public sealed class ConferenceEvaluationFact : ChildsFact
{
    public static FactKind<ConferenceEvaluationFact> Described { get; } =
        new(
            "conference-evaluation",
            "evaluering af en rådslagning",
            "evalueringer af en rådslagning",
            c =>
                c.Refers<NetworkConferenceFact>(f => f.ConferenceId, "Rådslagning")
                    .Happened(f => f.On, "Dag")
                    .Value(f => f.By, "Svaret af")
                    .Value(f => f.OnPaper, "Udfyldt på papir")
                    .Value(f => f.Heard, "Blev jeg hørt (1–5)", range: (1, 5))
                    .Value(f => f.Decided, "Bestemte vi selv (1–5)", range: (1, 5))
                    .Value(f => f.Useful, "Kan planen bruges (1–5)", range: (1, 5))
                    .Words(f => f.Comment, "Kommentar"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    public long ConferenceId { get; set; }
    public DateOnly On { get; set; }
    public EvaluatedBy By { get; set; }

    /// <summary>Filled in on paper and typed by the caseworker.</summary>
    public bool OnPaper { get; set; }

    /// <summary>Was I listened to?</summary>
    public int? Heard { get; set; }

    /// <summary>Did we decide ourselves?</summary>
    public int? Decided { get; set; }

    /// <summary>Can the plan be used?</summary>
    public int? Useful { get; set; }
    public string? Comment { get; set; }
}

/// <summary>An inddragende netværksmøde: the private and the professional network in one meeting.</summary>
public sealed class NetworkMeetingFact : ChildsFact
{
    public static FactKind<NetworkMeetingFact> Described { get; } =
        new(
            "network-meeting",
            "netværksmøde",
            "netværksmøder",
            c =>
                c.Happened(f => f.On, "Dag")
                    .Value(f => f.Held, "Holdt")
                    .Happened(f => f.CancelledOn, "Aflyst")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Words(f => f.Purpose, "Formål")
                    .Line(f => f.Place, "Sted")
                    .Words(f => f.Agreed, "Det aftalte")
                    .Words(f => f.ChildsVoice, "Barnets ord"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    /// <summary>The day it is held or was held.</summary>
    public DateOnly On { get; set; }

    /// <summary>Held and written down; false while it is only planned.</summary>
    public bool Held { get; set; }
    public DateOnly? CancelledOn { get; set; }
    public long? EmployeeId { get; set; }
    public string? Purpose { get; set; }
    public string? Place { get; set; }

    /// <summary>What was agreed, as one text; who does what by when stands as <see cref="AgreementFact"/>.</summary>
    public string? Agreed { get; set; }
    public string? ChildsVoice { get; set; }
}
