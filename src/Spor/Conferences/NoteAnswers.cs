using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>What the invited people have answered: comes, does not come, or nothing yet.</summary>
public sealed record NoteAnswers(long ConferenceId, IReadOnlyList<(long InviteeId, OfferAnswer? Answer)> Answers)
    : ICoordinate,
        ICommand<NoteAnswers>
{
    public static Verb<NoteAnswers> Verb { get; } =
        new(
            "note-answers",
            Coordinating.Admission,
            (c, now) => ConferenceRules.Answers(c, now.Conference(c.ConferenceId)!, now.InviteesOf(c.ConferenceId), now.Today)
        )
        {
            // The answers that somebody else has written meanwhile, and otherwise than here.
            Shown = (c, now) =>
                ConferenceKnown.Latest(
                    now.InviteesOf(c.ConferenceId).Where(i => c.Answers.Any(a => a.InviteeId == i.Id && a.Answer != i.Answer))
                ),
            ChildOf = (_, now) => now.File.Id,
        };
}

public static partial class ConferenceRules
{
    /// <summary>Who answers has been told: without a day of invitation it is today, so nobody is told before the list is ready
    /// (<see cref="NotReady"/>).</summary>
    /// <param name="invitees">Of the conference, with their texts opened.</param>
    public static Decision Answers(NoteAnswers c, NetworkConferenceFact conference, IReadOnlyList<InviteeFact> invitees, DateOnly today)
    {
        if (!ConferencePath.IsOpen(conference) || conference.HeldOn is not null)
            return new Refusal("answers-too-late");
        var changed = new List<DomainEvent>();
        var told = false;
        foreach (var (id, answer) in c.Answers.DistinctBy(a => a.Item1))
        {
            // Who may not come is not asked, and is no secret to be guessed at by its id.
            if (invitees.FirstOrDefault(i => i.Id == id && i.ConferenceId == c.ConferenceId && i.MayCome) is not { } invitee)
                return new Refusal("invitee-not-there");
            if (invitee.Answer == answer)
                continue;
            told |= answer is not null && invitee.InvitedOn is null;
            changed.Add(Amend.Of(invitee, i => (i.Answer, i.InvitedOn) = (answer, answer is null ? i.InvitedOn : i.InvitedOn ?? today)));
        }
        if (changed.Count == 0)
            return new Refusal("answers-as-before");
        return told && NotReady(conference, invitees) is { Count: > 0 } wrong ? Decision.No(wrong) : Decision.Of(changed);
    }
}
