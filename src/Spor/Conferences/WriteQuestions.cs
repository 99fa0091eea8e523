using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <param name="Id">Null for a new question.</param>
/// <param name="Text">Null = there is no question here; one that was there is taken out.</param>
public sealed record QuestionLine(long? Id, string? Text);

/// <summary>Writes the questions of a conference, in the family's words, or says that the family has approved them.</summary>
/// <param name="Approve">The family has approved them as they stand here.</param>
public sealed record WriteQuestions(long ConferenceId, IReadOnlyList<QuestionLine> Questions, bool Approve, DateOnly? ApprovedOn)
    : IAboutChild,
        ICommand<WriteQuestions>
{
    public long ChildId { get; init; }

    public static Verb<WriteQuestions> Verb { get; } =
        new(
            "write-conference-questions",
            Capability.Casework,
            (c, now) => ConferenceRules.Write(c, now.Conference(c.ConferenceId), Written(c, now), now.Today, now.NewId)
        )
        {
            // Somebody else wrote questions that the form has not seen.
            Shown = (c, now) =>
                Written(c, now).Exists(q => !c.Questions.Any(l => l.Id == q.Id && l.Text == q.Text))
                    ? ConferenceKnown.Latest(Written(c, now))
                    : null,
            OtherName = "approve-conference-questions",
            OtherWhen = (c, _) => c.Approve,
        };

    static List<ConferenceQuestionFact> Written(WriteQuestions c, Now now) =>
        [.. now.File.Questions.Where(q => q.ConferenceId == c.ConferenceId).OrderBy(q => q.Position).Select(now.Facts.Opened)];
}

public static partial class ConferenceRules
{
    /// <summary>A question that changes after the family approved them empties the approval: they have not approved those words.</summary>
    /// <param name="written">The conference's questions, with their texts opened.</param>
    public static Decision Write(
        WriteQuestions c,
        NetworkConferenceFact? conference,
        IReadOnlyList<ConferenceQuestionFact> written,
        DateOnly today,
        Func<long> id
    )
    {
        if (Closed(conference) is { } closed)
            return closed;
        var wrong = new List<Refusal>();
        if (c.Approve)
        {
            if (c.ApprovedOn is not { } on)
                wrong.Add(new("day-missing", nameof(c.ApprovedOn)));
            else if (on > today)
                wrong.Add(new("day-in-future", nameof(c.ApprovedOn)));
            else if (on < conference!.OfferedOn)
                wrong.Add(new("day-before-offer", nameof(c.ApprovedOn)));
            if (c.Questions.All(q => q.Text is null))
                wrong.Add(new("no-question-to-approve"));
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var events = new List<DomainEvent>();
        var position = 0;
        foreach (var line in c.Questions)
        {
            var before = line.Id is { } was ? written.FirstOrDefault(q => q.Id == was) : null;
            if (line.Text is null)
            {
                if (before is not null)
                    events.Add(new Withdrawn(FactKinds.ConferenceQuestion, before.Id));
                continue;
            }
            position++;
            if (before is null)
                events.Add(
                    new Recorded(
                        FactKinds.ConferenceQuestion,
                        new ConferenceQuestionFact
                        {
                            Id = id(),
                            ChildId = conference!.ChildId,
                            ConferenceId = conference.Id,
                            Position = position,
                            Text = line.Text,
                        }
                    )
                );
            else if (before.Text != line.Text || before.Position != position)
                events.Add(
                    Amend.Of(
                        before,
                        f =>
                        {
                            f.TextId = null;
                            (f.Position, f.Text) = (position, line.Text);
                        }
                    )
                );
        }
        var approvedOn =
            c.Approve ? c.ApprovedOn
            : events.Count > 0 ? null
            : conference!.QuestionsApprovedOn;
        if (approvedOn != conference!.QuestionsApprovedOn)
            events.Add(Amend.Of(conference, f => f.QuestionsApprovedOn = approvedOn));
        return Decision.Of(events);
    }
}
