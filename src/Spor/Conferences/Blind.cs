using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Conferences;

/// <summary>A conference as its coordinator may see it, and nothing more (<c>docs/adr/0009</c>). What a page of the coordinator shows comes
/// from here alone.</summary>
/// <param name="ChildFirstName">Whose conference it is. The surname stays out, also where the child is not protected.</param>
/// <param name="Questions">Those the family has approved; empty while they are being changed.</param>
/// <param name="Invitees">Those who may come, the child first.</param>
/// <param name="Apart">Pairs who may not be in the same room, and how they are kept apart: never why.</param>
/// <param name="TurnAway">Names of those who may not come in, so that somebody at the door knows them; without a protected person, and
/// never with a reason.</param>
/// <param name="Held">The meeting has been held; the follow-up meeting is left.</param>
/// <param name="ContactEmployeeId">The caseworker, whom the coordinator asks.</param>
/// <param name="Version">The entry the conference was last changed in, so that a calendar knows the later of two.</param>
public sealed record BlindConference(
    long Id,
    string? ChildFirstName,
    DateTime? PlannedAt,
    DateTime? EndsAt,
    string? Place,
    string? Food,
    string? ChildCare,
    string? Interpreter,
    string? Practical,
    IReadOnlyList<string> Questions,
    IReadOnlyList<BlindInvitee> Invitees,
    IReadOnlyList<BlindPair> Apart,
    IReadOnlyList<string> TurnAway,
    bool Held,
    DateOnly? FollowUpPlannedOn,
    long? ContactEmployeeId,
    long Version
);

/// <param name="Phone">Null for a person with protected name and address, who is reached through the caseworker.</param>
public sealed record BlindInvitee(
    long Id,
    string Name,
    InviteeRole Role,
    string? Relation,
    string? Phone,
    string? Address,
    bool ContactHidden,
    OfferAnswer? Answer
);

/// <param name="How">Null while nobody has said it.</param>
public sealed record BlindPair(string One, string Other, string? How);

/// <summary>A conference in the coordinator's list.</summary>
/// <param name="ChildFirstName">Null for a protected child.</param>
public sealed record BlindLine(
    long Id,
    string? ChildFirstName,
    DateTime? PlannedAt,
    DateTime? EndsAt,
    string? Place,
    bool Cancelled,
    DateOnly? HeldOn,
    DateOnly? FollowUpPlannedOn
);

/// <summary>
/// What a coordinator may see. The family has a right to a coordinator who knows the questions and not the case (domain.md 5), so each
/// property is let through by name: a property or a kind of fact that is written later stays out until somebody lets it in here. A test
/// fills every text of every kind with a mark and looks for those that come through.
/// </summary>
public static class Blind
{
    /// <summary>
    /// Whether the coordinator has the conference now. It ends when somebody else takes over or the coordinator gives it back, and when the
    /// conference is cancelled, declined or followed up.
    /// </summary>
    public static bool MaySee(NetworkConferenceFact conference, ChildFile file, long coordinatorId) =>
        ConferencePath.IsOpen(conference) && ConferencePath.CoordinatorOf(conference.Id, file)?.CoordinatorId == coordinatorId;

    /// <param name="conference">With its texts opened.</param>
    /// <param name="file">Read alone, with its texts opened.</param>
    /// <returns>Null if the coordinator does not have the conference.</returns>
    public static BlindConference? Of(NetworkConferenceFact conference, ChildFile file, long coordinatorId, Staff staff, DateOnly today)
    {
        if (!MaySee(conference, file, coordinatorId))
            return null;
        var of = Array.FindAll(file.Invitees, i => i.ConferenceId == conference.Id);
        var coming = of.Where(i => i.MayCome)
            .OrderBy(i => i.Role == InviteeRole.Child ? 0 : 1)
            .ThenBy(i => i.Role)
            .ThenBy(i => i.Id)
            .ToList();
        return new(
            conference.Id,
            // A protected name is not for somebody outside the department, whatever else the coordinator is told.
            file.Child.Protected
                ? null
                : file.Child.FirstName,
            conference.PlannedAt,
            conference.EndsAt,
            Shielded.Text(conference.Place, file),
            Shielded.Text(conference.Food, file),
            Shielded.Text(conference.ChildCare, file),
            Shielded.Text(conference.Interpreter, file),
            Shielded.Text(conference.Practical, file),
            conference.QuestionsApprovedOn is null
                ? []
                :
                [
                    .. file
                        .Questions.Where(q => q.ConferenceId == conference.Id)
                        .OrderBy(q => q.Position)
                        .Select(q => Shielded.Text(q.Text, file))
                        .OfType<string>(),
                ],
            [.. coming.Select(i => Invitee(i, file))],
            [.. Pairs(coming).Select(p => new BlindPair(Name(p.One, file), Name(p.Other, file), p.How))],
            // The interpreter and the child have no door to be turned away from.
            [.. of.Where(i => i is { MayCome: false, Role: not InviteeRole.Child } && !Protected(i, file)).Select(i => Name(i, file))],
            conference.HeldOn is not null,
            conference.FollowUpPlannedOn,
            staff.WhoHas(file, today) is [var latest, ..] ? latest : null,
            conference.RecordedIn
        );
    }

    /// <summary>A line of the coordinator's list: its own conferences, and for as long as people may turn up those that were cancelled;
    /// null for any other.</summary>
    /// <param name="conference">With its texts opened.</param>
    /// <param name="file">As it stands in the register.</param>
    /// <param name="people">Around the child, with their texts opened; the protected ones are enough.</param>
    public static BlindLine? Line(
        NetworkConferenceFact conference,
        ChildFile file,
        IEnumerable<NetworkPersonFact> people,
        long coordinatorId,
        DateOnly today
    )
    {
        var cancelled = conference.CancelledOn is not null;
        if (ConferencePath.CoordinatorOf(conference.Id, file)?.CoordinatorId != coordinatorId)
            return null;
        if (cancelled ? conference.PlannedAt is not { } at || DateOnly.FromDateTime(at) < today : !ConferencePath.IsOpen(conference))
            return null;
        var place = Shielded.Text(conference.Place, people);
        return cancelled
            ? new(conference.Id, null, conference.PlannedAt, conference.EndsAt, place, true, null, null)
            : new(
                conference.Id,
                file.Child.Protected ? null : file.Child.FirstName,
                conference.PlannedAt,
                conference.EndsAt,
                place,
                false,
                conference.HeldOn,
                conference.FollowUpPlannedOn
            );
    }

    static BlindInvitee Invitee(InviteeFact i, ChildFile file)
    {
        var hidden = Protected(i, file) || (i.Role == InviteeRole.Child && file.Child.Protected);
        // The child is reached through its family, so its own number and address stay out.
        var contact = !hidden && i.Role != InviteeRole.Child;
        return new(
            i.Id,
            Name(i, file),
            i.Role,
            i.Role == InviteeRole.Child ? null : i.Relation,
            contact ? i.Phone : null,
            contact ? i.Address : null,
            hidden,
            i.Answer
        );
    }

    static IEnumerable<(InviteeFact One, InviteeFact Other, string? How)> Pairs(List<InviteeFact> coming)
    {
        for (var i = 0; i < coming.Count; i++)
        for (var j = i + 1; j < coming.Count; j++)
        {
            var (one, other) = (coming[i], coming[j]);
            if (one.ApartFromId != other.Id && other.ApartFromId != one.Id)
                continue;
            string?[] how = [one.ApartFromId == other.Id ? one.ApartHow : null, other.ApartFromId == one.Id ? other.ApartHow : null];
            yield return (one, other, how.Any(h => h is not null) ? string.Join("\n", how.OfType<string>().Distinct()) : null);
        }
    }

    static string Name(InviteeFact i, ChildFile file) =>
        i.Role == InviteeRole.Child
            ? (file.Child.Protected ? null : file.Child.FirstName) ?? i.Role.Danish()
            : i.Name ?? i.Relation ?? i.Role.Danish();

    static bool Protected(InviteeFact i, ChildFile file) => Shielded.Is(i, file);
}
