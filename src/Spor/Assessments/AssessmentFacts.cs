using Spor.Facts;
using Spor.Notifications;
using Spor.Workforce;

namespace Spor.Assessments;

public enum AssessmentKind
{
    [Code("screening")]
    Screening,

    [Code("afdækning")]
    Clarification,

    [Code("bfu", Said = "børnefaglig undersøgelse")]
    Assessment,

    [Code("målgruppevurdering")]
    TargetGroup,

    [Code("revisitation")]
    Revisit,
}

public enum AssessmentOutcome
{
    [Code("ingen sag")]
    NoCase,

    [Code("sag åbnes")]
    OpenCase,

    [Code("afdækning")]
    Clarification,

    [Code("børnefaglig undersøgelse")]
    Assessment,

    [Code("støtte")]
    Support,

    [Code("ingen støtte")]
    NoSupport,
}

/// <summary>Screening, clarification, child protection assessment (bfu), target group assessment or revisit.</summary>
public sealed class AssessmentFact : ChildsFact
{
    public static FactKind<AssessmentFact> Described { get; } =
        new(
            "assessment",
            "undersøgelse eller vurdering",
            "undersøgelser og vurderinger",
            c =>
                c.Value(f => f.Kind, "Type")
                    .Happened(f => f.KnownOn, "Kendt")
                    .Happened(f => f.StartedOn, "Påbegyndt")
                    .Happened(f => f.FinishedOn, "Færdig", notBefore: f => f.KnownOn, norBefore: f => f.StartedOn)
                    .Value(f => f.Outcome, "Resultat")
                    .Value(f => f.SiblingsConsidered, "Søskende overvejet")
                    .Refers<EmploymentFact>(f => f.ResponsibleId, "Ansvarlig")
                    .Refers<EmploymentFact>(f => f.SecondCaseworkerId, "Anden rådgiver")
                    .Refers<NotificationFact>(f => f.NotificationId, "Underretning")
                    .BySpor(f => f.SharedId, "Fælles for søskende")
                    .Words(f => f.Reason, "Begrundelse")
                    .Words(f => f.Conclusion, "Konklusion")
                    .Words(f => f.ChildsView, "Barnets holdning")
                    .Words(f => f.ParentsView, "Forældrenes syn")
                    .Words(f => f.SiblingsNote, "Om søskende")
                    .Words(f => f.Occasion, "Anledning")
                    .Words(f => f.UnfinishedReason, "Begrundelse for det, der ikke er skrevet"),
            order: (a, b) => a.KnownOn.CompareTo(b.KnownOn)
        );

    public AssessmentKind Kind { get; set; }

    /// <summary>The day the municipality became aware of the need.</summary>
    public DateOnly KnownOn { get; set; }
    public DateOnly? StartedOn { get; set; }
    public DateOnly? FinishedOn { get; set; }
    public AssessmentOutcome? Outcome { get; set; }

    /// <summary>Whether the other children of the family were considered (BL 21).</summary>
    public bool? SiblingsConsidered { get; set; }
    public long? ResponsibleId { get; set; }

    /// <summary>In a family's first case the key meetings are held by two caseworkers (BL 21).</summary>
    public long? SecondCaseworkerId { get; set; }

    /// <summary>The notification it answers.</summary>
    public long? NotificationId { get; set; }

    /// <summary>The assessments of siblings that are one joint assessment share a number (BL 21).</summary>
    public long? SharedId { get; set; }

    /// <summary>Why there is no case or no support.</summary>
    public string? Reason { get; set; }
    public string? Conclusion { get; set; }
    public string? ChildsView { get; set; }
    public string? ParentsView { get; set; }
    public string? SiblingsNote { get; set; }

    /// <summary>Why it was begun, and what it is to find out.</summary>
    public string? Occasion { get; set; }

    /// <summary>Why it was finished with dimensions unwritten.</summary>
    public string? UnfinishedReason { get; set; }
}

/// <summary>What is known of one dimension of an assessment. Each is a row of its own, so that two caseworkers write different ones at
/// once.</summary>
public sealed class AssessmentDimensionFact : ChildsFact
{
    public static FactKind<AssessmentDimensionFact> Described { get; } =
        new(
            "assessment-dimension",
            "del af en undersøgelse",
            "dele af en undersøgelse",
            c =>
                c.Refers<AssessmentFact>(f => f.AssessmentId, "Undersøgelse")
                    .Listed(f => f.Dimension, "Del", Law.DimensionSets.Title)
                    .Refers<AssessmentDimensionFact>(f => f.CarriedFromId, "Ført videre fra", or: typeof(AssessmentFact))
                    .Words(f => f.Resources, "Ressourcer")
                    .Words(f => f.Worries, "Bekymringer")
                    .Words(f => f.Conclusion, "Konklusion"),
            order: (a, b) => a.AssessmentId.CompareTo(b.AssessmentId),
            keeping: Keeping.OutOfRegister
        );

    public long AssessmentId { get; set; }

    /// <summary>The code in the set of dimensions in force (<c>Law/dimensions.json</c>).</summary>
    public string Dimension { get; set; } = "";

    /// <summary>The dimension of an earlier assessment, or the earlier assessment itself, whose conclusion was carried forward.</summary>
    public long? CarriedFromId { get; set; }
    public string? Resources { get; set; }
    public string? Worries { get; set; }
    public string? Conclusion { get; set; }
}

public enum ConversationPurpose
{
    [Code("afgørelse")]
    Decision,

    [Code("undersøgelse")]
    Assessment,

    [Code("opfølgning")]
    FollowUp,

    [Code("tilsyn")]
    Visit,

    [Code("underretning")]
    Notification,

    [Code("plan")]
    Plan,

    [Code("andet")]
    Other,
}

/// <summary>A conversation with the child, or the reason for leaving it out.</summary>
public sealed class ConversationFact : ChildsFact
{
    public static FactKind<ConversationFact> Described { get; } =
        new(
            "conversation",
            "samtale med barnet",
            "samtaler med barnet",
            c =>
                c.Happened(f => f.On, "Dag")
                    .Value(f => f.Purpose, "Formål")
                    .Value(f => f.Matter, "Afgørelsen handler om")
                    .Value(f => f.LeftOut, "Udeladt")
                    .BySpor(f => f.HasReason, "")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder")
                    .Value(f => f.WithoutParents, "Uden forældre")
                    .Value(f => f.ParentsSuspected, "Mistanke om vold eller overgreb fra en forælder")
                    .Words(f => f.Reason, "Begrundelse")
                    .Line(f => f.Place, "Sted")
                    .Words(f => f.ChildsWords, "Barnets ord")
                    .Line(f => f.Present, "Til stede"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    public DateOnly On { get; set; }
    public ConversationPurpose Purpose { get; set; }

    /// <summary>Of one about a decision: which; null where another system, or Spor before it was asked, does not say.</summary>
    public ConversationMatter? Matter { get; set; }
    public bool LeftOut { get; set; }
    public bool HasReason { get; set; }

    /// <summary>Who spoke with the child.</summary>
    public long? EmployeeId { get; set; }
    public bool? WithoutParents { get; set; }

    /// <summary>There is a suspicion of violence or abuse by a parent.</summary>
    public bool? ParentsSuspected { get; set; }

    /// <summary>Why the conversation was left out.</summary>
    public string? Reason { get; set; }
    public string? Place { get; set; }

    /// <summary>What the child said, in the child's own words.</summary>
    public string? ChildsWords { get; set; }
    public string? Present { get; set; }
}
