using System.Collections.Concurrent;
using System.Reflection;
using Spor.Cases;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Corrections;

/// <summary>One value of a fact that a correction may change.</summary>
/// <param name="Property">Its property on the fact, which is also the form's field.</param>
/// <param name="Personal">Free text or a name, kept apart and encrypted.</param>
/// <param name="RefersTo">The kind of fact whose id it holds; null if it is a value of its own.</param>
public sealed record CorrectableValue(PropertyInfo Property, bool Nullable, bool Personal, FactKind? RefersTo)
{
    public string Name => Property.Name;
    public Type Type => System.Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;
}

/// <summary>Which facts and which of their values can be corrected on the common page, and what hangs on what.</summary>
public static class Correctable
{
    /// <summary>
    /// What has a way of its own: a note is corrected by a new note, a sent letter never changes, a proposal is decided by whoever has the authority,
    /// and a file is withdrawn with the attachment that it belongs to.
    /// </summary>
    static readonly FactKind[] HasItsOwnWay =
    [
        FactKinds.JournalNote,
        FactKinds.Letter,
        FactKinds.DecisionProposal,
        FactKinds.DecisionDuty,
        FactKinds.AttachmentContent,
    ];

    /// <summary>Set by Spor, not by people.</summary>
    static readonly string[] Fixed =
    [
        nameof(Children.ChildFact.CprHash),
        nameof(Children.ChildFact.FamilyId),
        nameof(Plans.PlanFact.SharedId),
        nameof(Decisions.DecisionRecordFact.ProposalId),
        nameof(AttachmentFact.ContentType),
        nameof(AttachmentFact.Bytes),
        nameof(AttachmentFact.AboutKind),
        nameof(AttachmentFact.AboutId),
        nameof(Conferences.CoordinationFact.CoordinatorId),
        nameof(Assessments.ConversationFact.HasReason),
    ];

    static readonly Dictionary<string, FactKind> References = new()
    {
        ["CaseId"] = FactKinds.Case,
        ["ContinuesCaseId"] = FactKinds.Case,
        ["InterventionId"] = FactKinds.Intervention,
        ["FollowsId"] = FactKinds.Intervention,
        ["ReplacesInterventionId"] = FactKinds.Intervention,
        ["PlanId"] = FactKinds.Plan,
        ["GoalId"] = FactKinds.Goal,
        ["DecisionId"] = FactKinds.DecisionRecord,
        ["ProposalId"] = FactKinds.DecisionProposal,
        ["AssessmentId"] = FactKinds.Assessment,
        ["CarriedFromId"] = FactKinds.AssessmentDimension,
        ["NotificationId"] = FactKinds.Notification,
        ["AttachmentId"] = FactKinds.Attachment,
        ["CorrectsId"] = FactKinds.JournalNote,
        ["EmployeeId"] = FactKinds.Employment,
        ["AssessedBy"] = FactKinds.Employment,
        ["SecondReader"] = FactKinds.Employment,
        ["ResponsibleId"] = FactKinds.Employment,
        ["SecondCaseworkerId"] = FactKinds.Employment,
        ["FromEmployeeId"] = FactKinds.Employment,
        ["ToEmployeeId"] = FactKinds.Employment,
        ["DecidedBy"] = FactKinds.Employment,
        ["ProposedBy"] = FactKinds.Employment,
        ["DistrictId"] = FactKinds.District,
        ["ReplacedInterventionId"] = FactKinds.Intervention,
        ["ConferenceId"] = FactKinds.NetworkConference,
        ["MeetingId"] = FactKinds.NetworkMeeting,
        ["PersonId"] = FactKinds.NetworkPerson,
        ["ApartFromId"] = FactKinds.Invitee,
    };

    static readonly ConcurrentDictionary<FactKind, CorrectableValue[]> Known = new();

    /// <summary>True if a fact of the kind is corrected on the common page.</summary>
    public static bool Is(FactKind kind) => kind.IsAboutAChild && !HasItsOwnWay.Contains(kind);

    /// <summary>The values that may be changed, in the order of the fact's properties.</summary>
    public static IReadOnlyList<CorrectableValue> ValuesOf(FactKind kind) =>
        Known.GetOrAdd(
            kind,
            static k =>
            {
                var columns = k.Shape.ToDictionary(c => c.Name);
                string[] life =
                [
                    nameof(Fact.Id),
                    nameof(ChildsFact.ChildId),
                    nameof(Fact.RecordedIn),
                    nameof(Fact.RetractedIn),
                    nameof(Fact.SourceKey),
                    nameof(Fact.SourceHash),
                    nameof(Fact.Touched),
                    nameof(Fact.TextId),
                ];
                return
                [
                    .. k
                        .Row.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                        .Where(p =>
                            p.CanWrite
                            && !life.Contains(p.Name)
                            && !Fixed.Contains(p.Name)
                            && (columns.ContainsKey(p.Name) || p.PropertyType == typeof(string))
                        )
                        .OrderBy(p => p.MetadataToken)
                        .Select(p =>
                            columns.TryGetValue(p.Name, out var column)
                                ? new CorrectableValue(p, column.Nullable, false, References.GetValueOrDefault(p.Name))
                                : new CorrectableValue(p, true, true, null)
                        ),
                ];
            }
        );

    /// <summary>What of the child hangs on a fact, directly or through others: it cannot stay when the fact is withdrawn.</summary>
    public static IReadOnlyList<Fact> Dependents(ChildFile file, Fact of)
    {
        var found = new List<Fact>();
        var waiting = new Queue<Fact>([of]);
        while (waiting.TryDequeue(out var fact))
        {
            var kind = FactKinds.Of(fact);
            foreach (var other in file.All)
            {
                if (ReferenceEquals(other, of) || found.Contains(other) || !Needs(other, kind, fact))
                    continue;
                found.Add(other);
                waiting.Enqueue(other);
            }
        }
        return found;
    }

    static readonly ConcurrentDictionary<FactKind, (PropertyInfo Property, FactKind To, bool Must)[]> ReferencesOf = new();

    static (PropertyInfo Property, FactKind To, bool Must)[] ReferencesIn(FactKind kind) =>
        ReferencesOf.GetOrAdd(
            kind,
            static k =>
                [
                    .. k
                        .Row.GetProperties()
                        .Where(p => References.ContainsKey(p.Name))
                        .Select(p => (p, References[p.Name], System.Nullable.GetUnderlyingType(p.PropertyType) is null)),
                ]
        );

    /// <summary>Copies of the child's facts that can do without what is withdrawn, with their reference to it emptied.</summary>
    internal static IEnumerable<Fact> Loosened(ChildFile file, IReadOnlyCollection<Fact> withdrawn)
    {
        foreach (var other in file.All.Except(withdrawn))
        {
            // A letter that is sent never changes, also when a person it went to was a mistake.
            if (other is Letters.LetterFact)
                continue;
            Fact? copy = null;
            foreach (var (property, to, must) in ReferencesIn(FactKinds.Of(other)))
                if (!must && property.GetValue(other) is long id && withdrawn.Any(w => w.Id == id && FactKinds.Of(w) == to))
                    property.SetValue(copy ??= other.Copy(), null);
            if (copy is not null)
                yield return copy;
        }
    }

    static bool Needs(Fact other, FactKind kind, Fact fact)
    {
        if (kind == FactKinds.Child)
            return other is ChildsFact;
        foreach (var (property, to, must) in ReferencesIn(FactKinds.Of(other)))
            if (must && to == kind && property.GetValue(other) is long id && id == fact.Id)
                return true;
        return other switch
        {
            AttachmentFact a => a.AboutKind == kind.Name && a.AboutId == fact.Id,
            // They belong to a conference or to a meeting, whichever is set.
            Conferences.InviteeFact i => kind == FactKinds.NetworkConference
                ? i.ConferenceId == fact.Id
                : kind == FactKinds.NetworkMeeting && i.MeetingId == fact.Id,
            Conferences.AgreementFact a => kind == FactKinds.NetworkConference
                ? a.ConferenceId == fact.Id
                : kind == FactKinds.NetworkMeeting && a.MeetingId == fact.Id,
            _ => false,
        };
    }

    /// <summary>Pairs of days of which the second may not come before the first.</summary>
    internal static readonly (string First, string Last)[] Periods =
    [
        (nameof(InterventionFact.From), nameof(InterventionFact.To)),
        (nameof(InterventionFact.From), nameof(InterventionFact.ExpectedTo)),
        ("OpenedOn", "ClosedOn"),
        ("KnownOn", "FinishedOn"),
        ("StartedOn", "FinishedOn"),
        ("DecidedOn", "ClosedOn"),
        ("ReceivedAt", "AssessedAt"),
        ("OfferedOn", "HeldOn"),
        ("HeldOn", "FollowedUpOn"),
        ("On", "NextBy"),
        ("WrittenOn", "SentOn"),
        ("OfferedOn", "AnsweredOn"),
        ("HeldOn", "PlanPresentedOn"),
        ("PlannedAt", "EndsAt"),
        ("Since", "Until"),
    ];

    /// <summary>Days on which something has happened, so that they cannot lie ahead.</summary>
    internal static readonly string[] Happened =
    [
        "On",
        "OpenedOn",
        "ClosedOn",
        "ParentsInformedOn",
        "ReceivedAt",
        "AssessedAt",
        "AcknowledgedOn",
        "FeedbackOn",
        "KnownOn",
        "StartedOn",
        "FinishedOn",
        "HeldOn",
        "OfferedOn",
        "FollowedUpOn",
        "StatementOn",
        "PlanRevisedOn",
        "DoneOn",
        "MovedOn",
        "NotifiedOn",
        "MaterialSentOn",
        "ConfirmedOn",
        "MetFamilyOn",
        "EndedOn",
        "AnsweredOn",
        "QuestionsApprovedOn",
        "CancelledOn",
        "PlanPresentedOn",
        "InvitedOn",
        "AskedOn",
        "DroppedOn",
    ];
}
