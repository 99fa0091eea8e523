using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;

namespace Spor.Web.Case.History;

/// <summary>How one kind of fact reads in the history.</summary>
/// <param name="many">Empty for what a child has only one of, which then stands without a number.</param>
abstract class Saying(string one, string many)
{
    public string Count(int n) =>
        many.Length == 0 ? one
        : n == 1 ? "1 " + one
        : $"{Danish.Number(n)} {many}";

    /// <param name="before">The row that the event retracted; null if none, or not found.</param>
    public abstract string Sentence(DomainEvent happened, Fact? before, Words words);

    static readonly Dictionary<FactKind, Saying> ByKind = new()
    {
        [FactKinds.Child] = ChildSayings.Child,
        [FactKinds.NetworkPerson] = ChildSayings.Person,
        [FactKinds.Case] = CaseSayings.Case,
        [FactKinds.Assignment] = CaseSayings.Assignment,
        [FactKinds.Notification] = NotificationSayings.Notification,
        [FactKinds.Assessment] = AssessmentSayings.Assessment,
        [FactKinds.Conversation] = AssessmentSayings.Conversation,
        [FactKinds.Plan] = PlanSayings.Plan,
        [FactKinds.Goal] = PlanSayings.Goal,
        [FactKinds.Measurement] = PlanSayings.Measurement,
        [FactKinds.DecisionRecord] = DecisionSayings.Decision,
        [FactKinds.Intervention] = InterventionSayings.Intervention,
        [FactKinds.FollowUp] = InterventionSayings.FollowUp,
        [FactKinds.SupervisionVisit] = InterventionSayings.Visit,
        [FactKinds.NetworkConference] = ConferenceSayings.Conference,
        [FactKinds.NetworkMeeting] = ConferenceSayings.Meeting,
        [FactKinds.ConferenceQuestion] = ConferenceSayings.Question,
        [FactKinds.Invitee] = ConferenceSayings.Invitee,
        [FactKinds.Coordination] = ConferenceSayings.Coordination,
        [FactKinds.PlanReview] = ConferenceSayings.Review,
        [FactKinds.Agreement] = ConferenceSayings.Agreement,
        [FactKinds.ConferenceEvaluation] = ConferenceSayings.Evaluation,
        [FactKinds.NetworkTie] = ConferenceSayings.Tie,
        [FactKinds.AssessmentDimension] = CaseworkSayings.Dimension,
        [FactKinds.DecisionProposal] = CaseworkSayings.Proposal,
        [FactKinds.DecisionDuty] = CaseworkSayings.Duty,
        [FactKinds.InterventionPrice] = CaseworkSayings.Price,
        [FactKinds.ReturnHome] = CaseworkSayings.Return,
        [FactKinds.PlanAction] = CaseworkSayings.Action,
        [FactKinds.Handover] = CaseworkSayings.Handover,
        [FactKinds.Move] = CaseworkSayings.Move,
        [FactKinds.JournalNote] = CaseworkSayings.Note,
        [FactKinds.Attachment] = CaseworkSayings.Attachment,
        [FactKinds.AttachmentContent] = CaseworkSayings.Content,
        [FactKinds.Letter] = CaseworkSayings.Letter,
    };

    /// <exception cref="KeyNotFoundException">A kind about a child has no words; a test goes through them all.</exception>
    public static Saying Of(FactKind kind) => ByKind[kind];

    /// <summary>The words for sentences about what is known now.</summary>
    public static Words WordsOf(ChildFile file, Viewing viewing) =>
        new(viewing.Register.Catalogue, viewing.EmployeeName, viewing.DistrictName, file.All);

    public static bool Knows(FactKind kind) => ByKind.ContainsKey(kind);
}

/// <param name="one">1 indsats</param>
/// <param name="many">3 indsatser</param>
/// <param name="thing">The thing itself as the subject of a sentence: »Indsatsen Plejefamilie«.</param>
/// <param name="recorded">The whole sentence of the day it became known.</param>
/// <param name="values">What a correction may change, each with the word for it.</param>
sealed class Saying<T>(
    string one,
    string many,
    Func<T, Words, string> thing,
    Func<T, Words, string> recorded,
    params (string Label, Func<T, Words, string?> Value)[] values
) : Saying(one, many)
    where T : Fact
{
    public override string Sentence(DomainEvent happened, Fact? before, Words words) =>
        happened switch
        {
            Recorded { Fact: T fact } => recorded(fact, words) + ".",
            Corrected { Fact: T fact } when before is T old => Changed(old, fact, words),
            Corrected { Fact: T fact } => $"{thing(fact, words)} blev rettet.",
            Withdrawn when before is T old => $"{thing(old, words)} blev trukket tilbage.",
            _ => $"En oplysning ({Count(1)}) blev trukket tilbage.",
        };

    string Changed(T old, T now, Words words)
    {
        var changes = new List<string>();
        foreach (var (label, value) in values)
        {
            string? a = value(old, words),
                b = value(now, words);
            if (a == b)
                continue;
            changes.Add(
                (a, b) switch
                {
                    (null, _) => $"{label} er {b}",
                    (_, null) => $"{label} var {a} og er fjernet",
                    _ => $"{label} var {a} og er {b}",
                }
            );
        }
        return changes.Count == 0
            ? $"{thing(now, words)} blev rettet uden ændring af det, der vises her."
            : $"{thing(now, words)} blev rettet: {string.Join("; ", changes).TrimEnd('.')}.";
    }
}
