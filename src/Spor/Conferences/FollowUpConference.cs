using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

public enum AgreementOutcome
{
    [Code("gjort")]
    Done,

    [Code("ikke endnu")]
    NotYet,

    [Code("falder bort")]
    Dropped,
}

/// <summary>How an agreement goes, as it was said at a meeting.</summary>
public sealed record AgreementSeen(long AgreementId, AgreementOutcome Outcome, string? Note);

/// <summary>The follow-up meeting of a conference: what was said, and how each agreement goes.</summary>
public sealed record FollowUpConference(long ConferenceId, DateOnly On, string? FollowUpNote, IReadOnlyList<AgreementSeen> Agreements)
    : IAboutChild,
        ICommand<FollowUpConference>
{
    public long ChildId { get; init; }

    public static Verb<FollowUpConference> Verb { get; } =
        new(
            "follow-up-conference",
            Capability.Casework,
            (c, now) => ConferenceRules.FollowUp(c, now.WithConference(c.ConferenceId), now.Today)
        )
        {
            Shown = (c, now) => ConferenceKnown.LatestOfPlan(now, c.ConferenceId),
        };
}

public static partial class ConferenceRules
{
    /// <param name="file">With the conference and its agreements opened.</param>
    public static Decision FollowUp(FollowUpConference c, ChildFile file, DateOnly today)
    {
        if (Array.Find(file.Conferences, f => f.Id == c.ConferenceId) is not { } conference)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (conference.FollowedUpOn is not null)
            wrong.Add(new("followed-up-already"));
        // A plan that was refused is met about too: what is to happen then is told to the family face to face.
        else if (conference.PlanApproved is null)
            wrong.Add(new("follow-up-without-answer"));
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.On < conference.HeldOn)
            wrong.Add(new("day-before-meeting", nameof(c.On)));
        if (c.FollowUpNote is null)
            wrong.Add(new("follow-up-empty", nameof(c.FollowUpNote)));
        var events = new List<DomainEvent>();
        foreach (var seen in c.Agreements)
        {
            if (
                Array.Find(file.Agreements, a => a.Id == seen.AgreementId && a.ConferenceId == conference.Id && a.IsOpen)
                is not { } agreement
            )
            {
                wrong.Add(new("thing-not-there"));
                continue;
            }
            if (seen is { Outcome: AgreementOutcome.Dropped, Note: null })
                wrong.Add(new("dropped-without-reason", Field(nameof(seen.Note), agreement.Id)));
            events.Add(
                Amend.Of(
                    agreement,
                    f =>
                    {
                        if (seen.Outcome == AgreementOutcome.Done)
                            f.DoneOn = c.On;
                        else if (seen.Outcome == AgreementOutcome.Dropped)
                            f.DroppedOn = c.On;
                        f.AskedOn = c.On;
                        f.Note = seen.Note ?? f.Note;
                    }
                )
            );
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Decision.Of([Amend.Of(conference, f => (f.FollowedUpOn, f.FollowUpNote) = (c.On, c.FollowUpNote)), .. events]);
    }
}
