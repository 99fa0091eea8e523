using Spor.Facts;
using Spor.Kernel;

namespace Spor.Conferences;

/// <summary>What the invited people have answered: comes, does not come, or nothing yet.</summary>
public sealed record NoteAnswers(long ConferenceId, IReadOnlyList<(long InviteeId, OfferAnswer? Answer)> Answers);

public static partial class ConferenceRules
{
    /// <param name="invitees">The child's invitees, of those that change with their texts opened.</param>
    public static Decision Answers(NoteAnswers c, NetworkConferenceFact conference, IReadOnlyList<InviteeFact> invitees)
    {
        if (!ConferencePath.IsOpen(conference) || conference.HeldOn is not null) return new Refusal("answers-too-late");
        var changed = new List<DomainEvent>();
        foreach (var (id, answer) in c.Answers)
        {
            // Who may not come is not asked, and is no secret to be guessed at by its id.
            if (invitees.FirstOrDefault(i => i.Id == id && i.ConferenceId == c.ConferenceId && i.MayCome) is not { } invitee) return new Refusal("invitee-not-there");
            if (invitee.Answer == answer) continue;
            var now = (InviteeFact)invitee.Copy();
            now.Answer = answer;
            changed.Add(new Corrected(FactKinds.Invitee, now));
        }
        return changed.Count > 0 ? Decision.Of(changed) : new Refusal("answers-as-before");
    }
}
