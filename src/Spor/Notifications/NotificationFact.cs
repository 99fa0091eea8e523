using Spor.Facts;
using Spor.Workforce;

namespace Spor.Notifications;

public enum Notifier
{
    [Code("skole")]
    School,

    [Code("dagtilbud")]
    DayCare,

    [Code("sundhedspleje")]
    HealthVisitor,

    [Code("sygehus")]
    Hospital,

    [Code("læge")]
    Doctor,

    [Code("politi", Said = "politiet")]
    Police,

    [Code("kommune", Said = "en anden kommune")]
    Municipality,

    [Code("forælder")]
    Parent,

    [Code("barnet selv")]
    ChildItself,

    [Code("borger")]
    Citizen,

    [Code("anonym")]
    Anonymous,

    [Code("anden", Said = "en anden")]
    Other,
}

public enum NotificationOutcome
{
    [Code("ingen sag")]
    NoCase,

    [Code("eksisterende sag", Said = "indgår i den sag, der er i gang")]
    ExistingCase,

    [Code("screening")]
    Screening,

    [Code("afdækning")]
    Clarification,

    [Code("undersøgelse", Said = "børnefaglig undersøgelse")]
    Assessment,

    [Code("akut")]
    Acute,
}

/// <summary>What the assessment within 24 hours says about the child's health and development.</summary>
public enum Danger
{
    [Code("ingen tegn på fare")]
    None,

    [Code("måske i fare")]
    Possible,

    [Code("i fare")]
    Serious,
}

/// <summary>Somebody's worry about a child, received by the municipality. Points of time are local wall-clock time.</summary>
public sealed class NotificationFact : ChildsFact
{
    public static FactKind<NotificationFact> Described { get; } =
        new(
            "notification",
            "underretning",
            "underretninger",
            c =>
                c.Happened(f => f.ReceivedAt, "Modtaget")
                    .Value(f => f.Notifier, "Underretter")
                    .Happened(f => f.AssessedAt, "Vurderet", notBefore: f => f.ReceivedAt)
                    .Happened(f => f.AcknowledgedOn, "Kvitteret")
                    .Happened(f => f.FeedbackOn, "Tilbagemeldt")
                    .Value(f => f.Outcome, "Resultat")
                    .Refers<EmploymentFact>(f => f.AssessedBy, "Vurderet af")
                    .Refers<EmploymentFact>(f => f.SecondReader, "Anden vurderer")
                    .Value(f => f.Acute, "Akut")
                    .Value(f => f.Danger, "Fare")
                    .Refers<SentNotificationFact>(f => f.SentId, "Sendt af en samarbejdspartner", Bond.Outlives, bySpor: true)
                    .Words(f => f.Causes, "Årsager")
                    .Words(f => f.Description, "Beskrivelse")
                    .Line(f => f.NotifierName, "Underretterens navn")
                    .Line(f => f.NotifierContact, "Underretterens kontakt")
                    .Words(f => f.FirstSteps, "Første skridt")
                    .Words(f => f.AssessmentReason, "Begrundelse for vurderingen"),
            order: (a, b) => a.ReceivedAt.CompareTo(b.ReceivedAt)
        );

    public DateTime ReceivedAt { get; set; }
    public Notifier Notifier { get; set; }
    public DateTime? AssessedAt { get; set; }
    public DateOnly? AcknowledgedOn { get; set; }
    public DateOnly? FeedbackOn { get; set; }
    public NotificationOutcome? Outcome { get; set; }

    /// <summary>As the source lists them, separated by comma; kept as personal text until a code list is known.</summary>
    public string? Causes { get; set; }

    /// <summary>The employee who assessed it.</summary>
    public long? AssessedBy { get; set; }

    /// <summary>On a child with an active measure: the person not involved before who took part (BL 137).</summary>
    public long? SecondReader { get; set; }
    public bool? Acute { get; set; }
    public Danger? Danger { get; set; }

    /// <summary>What it was made of, where somebody outside the department wrote it in Spor.</summary>
    public long? SentId { get; set; }

    /// <summary>The worry in the notifier's words.</summary>
    public string? Description { get; set; }
    public string? NotifierName { get; set; }
    public string? NotifierContact { get; set; }
    public string? FirstSteps { get; set; }
    public string? AssessmentReason { get; set; }
    public DateOnly ReceivedOn => DateOnly.FromDateTime(ReceivedAt);
}
