using Spor.Facts;
using Spor.Kernel;

namespace Spor.Conferences;

/// <summary>What must be in order before a conference goes a step further. The same question is answered the same way for the caseworker,
/// the coordinator and a letter.</summary>
public static partial class ConferenceRules
{
    /// <summary>Why nothing may be prepared for a conference: it is not there, cancelled, held or not accepted; null if it may.</summary>
    static Refusal? Closed(NetworkConferenceFact? conference) =>
        conference switch
        {
            null => new("thing-not-there"),
            { CancelledOn: not null } => new("conference-cancelled-already"),
            { HeldOn: not null } => new("conference-held-already"),
            { Answer: not OfferAnswer.Yes } => new("offer-not-accepted"),
            _ => null,
        };

    /// <summary>The child has a support person who may come, or has said that it does not want one.</summary>
    public static bool SupportIsSettled(NetworkConferenceFact conference, IEnumerable<InviteeFact> invitees) =>
        conference.WithoutSupport == true
        || invitees.Any(i => i.ConferenceId == conference.Id && i is { MayCome: true, Role: InviteeRole.SupportPerson });

    /// <summary>Those who may both come, may not be together, and nobody has said how they are kept apart; each pair once.</summary>
    /// <param name="invitees">Of the conference, with their texts opened.</param>
    public static IReadOnlyList<(InviteeFact One, InviteeFact Other)> ApartUnarranged(IReadOnlyList<InviteeFact> invitees) =>
        [.. ApartPairs(invitees).Where(p => !IsArranged(p.One, p.Other) && !IsArranged(p.Other, p.One))];

    /// <summary>Those who may both come and may not be together; each pair once.</summary>
    public static IEnumerable<(InviteeFact One, InviteeFact Other)> ApartPairs(IReadOnlyList<InviteeFact> invitees)
    {
        for (var i = 0; i < invitees.Count; i++)
        for (var j = i + 1; j < invitees.Count; j++)
        {
            var (one, other) = (invitees[i], invitees[j]);
            if (one.MayCome && other.MayCome && (one.ApartFromId == other.Id || other.ApartFromId == one.Id))
                yield return (one, other);
        }
    }

    static bool IsArranged(InviteeFact one, InviteeFact other) => one.ApartFromId == other.Id && one.ApartHow is not null;

    /// <summary>
    /// What stands in the way of inviting anybody or setting a time: those who may not meet have no arrangement, or the child has no
    /// support person and has not said that it wants none.
    /// </summary>
    /// <param name="invitees">Of the conference, with their texts opened.</param>
    public static IReadOnlyList<Refusal> NotReady(NetworkConferenceFact conference, IReadOnlyList<InviteeFact> invitees)
    {
        var wrong = new List<Refusal>();
        if (ApartUnarranged(invitees).Count > 0)
            wrong.Add(new("apart-without-arrangement"));
        if (!SupportIsSettled(conference, invitees))
            wrong.Add(new("child-without-support-person"));
        return wrong;
    }

    /// <summary>Why no invitation may be sent: nothing is prepared for the conference any more, or it is not ready.</summary>
    /// <param name="invitees">Of the conference, with their texts opened.</param>
    public static IReadOnlyList<Refusal> NotToInvite(NetworkConferenceFact conference, IReadOnlyList<InviteeFact> invitees) =>
        Closed(conference) is { } closed ? [closed] : NotReady(conference, invitees);

    /// <summary>How many of the family's own network and how many informants may come. The private network should not be
    /// outnumbered.</summary>
    public static (int Private, int Professional) Balance(IReadOnlyList<InviteeFact> invitees) =>
        (
            invitees.Count(i => i is { MayCome: true, Role: InviteeRole.Network }),
            invitees.Count(i => i is { MayCome: true, Role: InviteeRole.Informant })
        );

    /// <summary>Professionals come as guests of the family: some of its own network must be on the list first.</summary>
    static bool PrivateFirst(IReadOnlyList<InviteeFact> invitees) => Balance(invitees) is not (0, > 0);
}
