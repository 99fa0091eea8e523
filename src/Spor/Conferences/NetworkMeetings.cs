using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>Somebody who is not in the child's network and comes to a meeting.</summary>
/// <param name="Row">Of the form, from 0.</param>
public sealed record Guest(int Row, string? Name, string? Relation, bool Professional);

/// <summary>Plans a network meeting (inddragende netværksmøde), or tells of one that was held.</summary>
/// <param name="People">Of the child's network.</param>
public sealed record PlanNetworkMeeting(
    DateOnly On,
    string? Purpose,
    string? Place,
    IReadOnlyList<long> People,
    IReadOnlyList<Guest> Guests
) : IAboutChild, ICommand<PlanNetworkMeeting>
{
    public long ChildId { get; init; }

    public static Verb<PlanNetworkMeeting> Verb { get; } =
        new("plan-network-meeting", Capability.Casework, (c, now) => ConferenceRules.Plan(c, now.File, now.Author.EmployeeId, now.NewId));
}

/// <summary>The network meeting has been held.</summary>
/// <param name="Came">The invitees who came.</param>
/// <param name="ChildsVoice">What the child said, or how its view was brought in.</param>
public sealed record HoldNetworkMeeting(
    long MeetingId,
    DateOnly On,
    IReadOnlyList<long> Came,
    string? ChildsVoice,
    string? Agreed,
    IReadOnlyList<Promise> Promises
) : IAboutChild, ICommand<HoldNetworkMeeting>
{
    public long ChildId { get; init; }

    public static Verb<HoldNetworkMeeting> Verb { get; } =
        new(
            "hold-network-meeting",
            Capability.Casework,
            (c, now) => ConferenceRules.Hold(c, now.WithMeeting(c.MeetingId), now.Today, now.NewId)
        )
        {
            Shown = (c, now) =>
                ConferenceKnown.Latest([
                    .. now.File.Agreements.Where(a => a.MeetingId == c.MeetingId),
                    Array.Find(now.File.NetworkMeetings, m => m.Id == c.MeetingId),
                ]),
        };
}

/// <summary>The network meeting is called off.</summary>
public sealed record CancelNetworkMeeting(long ChildId, long MeetingId) : IAboutChild, ICommand<CancelNetworkMeeting>
{
    public static Verb<CancelNetworkMeeting> Verb { get; } =
        new(
            "cancel-network-meeting",
            Capability.Casework,
            (c, now) => ConferenceRules.Cancel(Array.Find(now.File.NetworkMeetings, m => m.Id == c.MeetingId), now.Today)
        );
}

public static partial class ConferenceRules
{
    public static Decision Plan(PlanNetworkMeeting c, ChildFile file, long? author, Func<long> id)
    {
        var wrong = new List<Refusal>();
        if (c.Purpose is null)
            wrong.Add(new("network-meeting-without-purpose", nameof(c.Purpose)));
        if (c.People.Count + c.Guests.Count == 0)
            wrong.Add(new("network-meeting-without-people", nameof(c.People)));
        foreach (var guest in c.Guests)
            if (guest.Name is null)
                wrong.Add(new("guest-without-name", Field(nameof(guest.Name), guest.Row)));
        var people = c.People.Select(p => Array.Find(file.People, n => n.Id == p)).ToList();
        if (people.Contains(null))
            wrong.Add(new("thing-not-there"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var meeting = new NetworkMeetingFact
        {
            Id = id(),
            ChildId = file.Id,
            On = c.On,
            EmployeeId = author,
            Purpose = c.Purpose,
            Place = c.Place,
        };
        return Decision.Of([
            new Recorded(FactKinds.NetworkMeeting, meeting),
            .. people.Select(p => Invite(new() { PersonId = p!.Id, Role = RoleOf(p) })),
            .. c.Guests.Select(g =>
                Invite(
                    new()
                    {
                        Name = g.Name,
                        Relation = g.Relation,
                        Role = g.Professional ? InviteeRole.Informant : InviteeRole.Network,
                    }
                )
            ),
        ]);

        Recorded Invite(InviteeFact invitee)
        {
            (invitee.Id, invitee.ChildId, invitee.MeetingId, invitee.MayCome) = (id(), file.Id, meeting.Id, true);
            return new(FactKinds.Invitee, invitee);
        }
    }

    /// <param name="file">With the meeting, its agreements and the people opened.</param>
    public static Decision Hold(HoldNetworkMeeting c, ChildFile file, DateOnly today, Func<long> id)
    {
        if (Array.Find(file.NetworkMeetings, m => m.Id == c.MeetingId) is not { } meeting)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (meeting.CancelledOn is not null)
            wrong.Add(new("network-meeting-cancelled"));
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.Came.Count == 0)
            wrong.Add(new("network-meeting-nobody-came", nameof(c.Came)));
        if (c.ChildsVoice is null)
            wrong.Add(new("network-meeting-without-voice", nameof(c.ChildsVoice)));
        if (c.Agreed is null)
            wrong.Add(new("network-meeting-without-outcome", nameof(c.Agreed)));
        var invited = file.Invitees.Where(i => i.MeetingId == meeting.Id).ToList();
        if (c.Came.Any(i => !invited.Exists(v => v.Id == i)))
            wrong.Add(new("thing-not-there"));
        var events = Promises.Of(c.Promises, [.. file.Agreements.Where(a => a.MeetingId == meeting.Id)], file, null, meeting.Id, id, wrong);
        if (wrong.Count > 0)
            return Decision.No([.. wrong.DistinctBy(w => (w.Code, w.Field))]);
        return Decision.Of([
            Amend.Of(meeting, f => (f.On, f.Held, f.ChildsVoice, f.Agreed) = (c.On, true, c.ChildsVoice, c.Agreed)),
            .. invited.Where(i => i.Came != c.Came.Contains(i.Id)).Select(i => Amend.Of(i, f => f.Came = c.Came.Contains(i.Id))),
            .. events,
        ]);
    }

    public static Decision Cancel(NetworkMeetingFact? meeting, DateOnly today) =>
        meeting switch
        {
            null => new Refusal("thing-not-there"),
            { Held: true } => new Refusal("network-meeting-held"),
            { CancelledOn: not null } => new Refusal("network-meeting-cancelled"),
            _ => Amend.Of(meeting, f => f.CancelledOn = today),
        };

    static InviteeRole RoleOf(NetworkPersonFact person) =>
        person.Professional ?? person.Relation is Relation.Teacher or Relation.Pedagogue or Relation.HealthVisitor
            ? InviteeRole.Informant
            : InviteeRole.Network;
}
