using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>Time, place and the rest of what it takes to meet. The caseworker and the coordinator write it by the same rule.</summary>
/// <param name="PlannedAt">Local wall-clock time; null while it is not agreed.</param>
public sealed record PlanPractical(
    long ConferenceId,
    DateTime? PlannedAt,
    DateTime? EndsAt,
    string? Place,
    string? Food,
    string? ChildCare,
    string? Interpreter,
    string? Practical
) : IAboutChild, ICommand<PlanPractical>
{
    public long ChildId { get; init; }

    public static Verb<PlanPractical> Verb { get; } =
        new(
            "plan-conference",
            Capability.Casework,
            (c, now) =>
                now.Conference(c.ConferenceId) is { CancelledOn: not null } cancelled
                    ? ConferenceRules.Replan(c, cancelled, now.InviteesOf(c.ConferenceId), now.File.Conferences, now.Time)
                    : ConferenceRules.Plan(c, now.Conference(c.ConferenceId), now.InviteesOf(c.ConferenceId), now.Time)
        )
        {
            Shown = (c, now) => now.Conference(c.ConferenceId),
            OtherName = "replan-conference",
            OtherWhen = (c, now) => Array.Exists(now.File.Conferences, f => f.Id == c.ConferenceId && f.CancelledOn is not null),
        };
}

/// <summary>The conference is called off, also on the day itself. Questions and invitees stay.</summary>
public sealed record CancelConference(long ConferenceId, DateOnly CancelledOn, string? CancelReason)
    : IAboutChild,
        ICommand<CancelConference>
{
    public long ChildId { get; init; }

    public static Verb<CancelConference> Verb { get; } =
        new("cancel-conference", Capability.Casework, (c, now) => ConferenceRules.Cancel(c, now.Conference(c.ConferenceId), now.Today));
}

public static partial class ConferenceRules
{
    /// <summary>Moving it to another day makes the invitations and answers void: they were for the day before.</summary>
    /// <param name="conference">With its texts opened.</param>
    /// <param name="invitees">Of the conference, with their texts opened.</param>
    /// <param name="now">Local wall-clock time.</param>
    public static Decision Plan(PlanPractical c, NetworkConferenceFact? conference, IReadOnlyList<InviteeFact> invitees, DateTime now)
    {
        if (Closed(conference) is { } closed)
            return closed;
        var wrong = TimeWrong(c, conference!, now);
        // Food and place may be seen to meanwhile; a time is an appointment with people.
        if (c.PlannedAt is not null && c.PlannedAt != conference!.PlannedAt)
            wrong.AddRange(NotReady(conference, invitees));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Arranged(c, conference!, invitees);
    }

    /// <summary>A cancelled conference gets a new time. The questions and the list of invitees are as they were; everybody is invited
    /// anew.</summary>
    /// <param name="conference">With its texts opened.</param>
    /// <param name="invitees">Of the conference, with their texts opened.</param>
    /// <param name="all">All conferences of the child.</param>
    /// <param name="now">Local wall-clock time.</param>
    public static Decision Replan(
        PlanPractical c,
        NetworkConferenceFact? conference,
        IReadOnlyList<InviteeFact> invitees,
        IEnumerable<NetworkConferenceFact> all,
        DateTime now
    )
    {
        if (conference is null)
            return new Refusal("thing-not-there");
        if (conference.CancelledOn is null)
            return new Refusal("conference-not-cancelled");
        if (conference.Answer != OfferAnswer.Yes)
            return new Refusal("offer-not-accepted");
        var wrong = TimeWrong(c, conference, now);
        if (c.PlannedAt is null)
            wrong.Add(new("day-missing", nameof(c.PlannedAt)));
        else
            wrong.AddRange(NotReady(conference, invitees));
        if (Waiting(all, conference.Id) is not null)
            wrong.Add(new("conference-open-already"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Arranged(c, conference, invitees);
    }

    static List<Refusal> TimeWrong(PlanPractical c, NetworkConferenceFact conference, DateTime now)
    {
        var wrong = new List<Refusal>();
        if (c.PlannedAt is { } at)
        {
            // What was planned before and has passed may still get its notes.
            if (at < now && (at != conference.PlannedAt || conference.CancelledOn is not null))
                wrong.Add(new("planned-in-the-past", nameof(c.PlannedAt)));
            if (c.EndsAt is { } end && (end <= at || end.Date != at.Date))
                wrong.Add(new("ends-before-it-begins", nameof(c.EndsAt)));
        }
        else if (c.EndsAt is not null)
            wrong.Add(new("day-missing", nameof(c.PlannedAt)));
        return wrong;
    }

    static Decision Arranged(PlanPractical c, NetworkConferenceFact conference, IReadOnlyList<InviteeFact> invitees)
    {
        var moved = conference.CancelledOn is not null || (conference.PlannedAt is { } was && was.Date != c.PlannedAt?.Date);
        var events = new List<DomainEvent>
        {
            Amend.Of(
                conference,
                f =>
                {
                    f.TextId = null;
                    (f.PlannedAt, f.EndsAt, f.Place, f.Food, f.ChildCare, f.Interpreter, f.Practical) = (
                        c.PlannedAt,
                        c.EndsAt,
                        c.Place,
                        c.Food,
                        c.ChildCare,
                        c.Interpreter,
                        c.Practical
                    );
                    (f.CancelledOn, f.CancelReason) = (null, null);
                }
            ),
        };
        if (moved)
            events.AddRange(
                invitees.Where(i => i.InvitedOn is not null).Select(i => Amend.Of(i, f => (f.InvitedOn, f.Answer) = (null, null)))
            );
        return Decision.Of(events);
    }

    /// <param name="conference">With its texts opened.</param>
    public static Decision Cancel(CancelConference c, NetworkConferenceFact? conference, DateOnly today)
    {
        if (conference is null)
            return new Refusal("thing-not-there");
        if (conference.CancelledOn is not null)
            return new Refusal("conference-cancelled-already");
        if (conference.HeldOn is not null)
            return new Refusal("conference-held-already");
        if (conference.Answer == OfferAnswer.No)
            return new Refusal("offer-not-accepted");
        var wrong = new List<Refusal>();
        if (c.CancelledOn > today)
            wrong.Add(new("day-in-future", nameof(c.CancelledOn)));
        if (c.CancelledOn < conference.OfferedOn)
            wrong.Add(new("day-before-offer", nameof(c.CancelledOn)));
        if (c.CancelReason is null)
            wrong.Add(new("cancelled-without-reason", nameof(c.CancelReason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Amend.Of(
            conference,
            f =>
            {
                f.TextId = null;
                (f.CancelledOn, f.CancelReason) = (c.CancelledOn, c.CancelReason);
            }
        );
    }
}
