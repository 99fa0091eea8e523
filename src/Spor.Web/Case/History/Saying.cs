using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;

namespace Spor.Web.Case.History;

/// <summary>How one kind of fact reads in the history. What changed is told column by column, by the labels of its description.</summary>
abstract class Saying
{
    /// <summary>The thing itself as the subject of a sentence: »Indsatsen Plejefamilie«.</summary>
    public abstract string Thing(Fact fact, Words words);

    /// <summary>The whole sentence of the day it became known, without the full stop.</summary>
    protected abstract string Recorded(Fact fact, Words words);

    /// <param name="before">The row that the event retracted; null if none, or not found.</param>
    public string Sentence(DomainEvent happened, Fact? before, Words words) =>
        happened switch
        {
            Recorded { Fact: var fact } => Recorded(fact, words) + ".",
            Corrected { Fact: var fact } when before is not null => Changed(before, fact, words),
            Corrected { Fact: var fact } => $"{Thing(fact, words)} blev rettet.",
            Withdrawn when before is not null => $"{Thing(before, words)} blev trukket tilbage.",
            _ => $"En oplysning ({Count(happened.Kind, 1)}) blev trukket tilbage.",
        };

    string Changed(Fact old, Fact now, Words words)
    {
        var changes = new List<string>();
        foreach (var column in FactKinds.Of(now).Columns)
        {
            // What follows another value has no label: the other one tells it.
            if (column.Label.Length == 0 || Equals(column.Get(old), column.Get(now)))
                continue;
            var label = column.Label;
            string? a = words.Value(column, old),
                b = words.Value(column, now);
            changes.Add(
                (a, b) switch
                {
                    _ when column is { BySpor: true, IsReference: false } || a == b => $"{label}: ændret.",
                    (null, _) => $"{label}: nu {Told(column, now, b!)}.",
                    (_, null) => $"{label}: før {Told(column, old, a)}, nu fjernet.",
                    _ => $"{label}: før {Told(column, old, a)}, nu {Told(column, now, b)}.",
                }
            );
        }
        return changes.Count == 0
            ? $"{Thing(now, words)} blev rettet. Ændringen vises ikke her."
            : $"{Thing(now, words)} blev rettet. {string.Join(" ", changes)}";
    }

    /// <summary>What stood or stands: words in quotes, days and numbers as they are, without a full stop of its own.</summary>
    static string Told(Column column, Fact fact, string value) =>
        column.Get(fact) is string or bool or Enum ? Words.Quoted(value) : value.TrimEnd('.');

    /// <summary>1 indsats, 3 indsatser; what a child has only one of stands without a number.</summary>
    public static string Count(FactKind kind, int n) =>
        kind.IsTheChild ? kind.One
        : n == 1 ? "1 " + kind.One
        : $"{Danish.Number(n)} {kind.Many}";

    static readonly Dictionary<FactKind, Saying> ByKind = new()
    {
        [FactKinds.Child] = ChildSayings.Child,
        [FactKinds.ChildRecord] = ChildSayings.Record,
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
        [FactKinds.Grant] = CaseworkSayings.Grant,
        [FactKinds.ReturnHome] = CaseworkSayings.Return,
        [FactKinds.PlanAction] = CaseworkSayings.Action,
        [FactKinds.HandoverProposal] = CaseworkSayings.HandoverProposal,
        [FactKinds.Handover] = CaseworkSayings.Handover,
        [FactKinds.Move] = CaseworkSayings.Move,
        [FactKinds.JournalNote] = CaseworkSayings.Note,
        [FactKinds.Attachment] = CaseworkSayings.Attachment,
        [FactKinds.AttachmentContent] = CaseworkSayings.Content,
        [FactKinds.Letter] = CaseworkSayings.Letter,
    };

    static readonly Saying Plain = new PlainSaying();

    /// <summary>The kind's own sentences, or plain ones from its description.</summary>
    public static Saying Of(FactKind kind) => ByKind.GetValueOrDefault(kind, Plain);

    /// <summary>The words for sentences about what is known now.</summary>
    public static Words WordsOf(ChildFile file, Viewing viewing) =>
        new(viewing.Register.Catalogue, viewing.EmployeeName, viewing.DistrictName, file.All);
}

/// <param name="thing">»Indsatsen Plejefamilie«.</param>
/// <param name="recorded">The whole sentence of the day it became known.</param>
sealed class Saying<T>(Func<T, Words, string> thing, Func<T, Words, string> recorded) : Saying
    where T : Fact
{
    public override string Thing(Fact fact, Words words) => thing((T)fact, words);

    protected override string Recorded(Fact fact, Words words) => recorded((T)fact, words);
}

/// <summary>A kind that has no sentences of its own yet: its name, and what it says.</summary>
sealed class PlainSaying : Saying
{
    public override string Thing(Fact fact, Words words) =>
        Danish.Capital(FactKinds.Of(fact).One) + (Words.DayOf(fact) is { } on ? " " + Danish.Long(on) : "");

    protected override string Recorded(Fact fact, Words words)
    {
        var said = FactKinds
            .Of(fact)
            .Columns.Where(c => c is { Label.Length: > 0, BySpor: false })
            .Select(c => words.Value(c, fact) is { } value ? $"{Words.Small(c.Label)}: {value}" : null)
            .OfType<string>()
            .ToList();
        return $"{Danish.Capital(FactKinds.Of(fact).One)} blev registreret" + (said.Count > 0 ? $" ({string.Join("; ", said)})" : "");
    }
}
