using Spor.Conferences;
using Spor.Facts;

namespace Spor.Children;

/// <summary>What became of somebody at a network conference or a network meeting.</summary>
public enum Attendance
{
    NotInvited,
    MayNotCome,
    Invited,
    Came,
    StayedAway,
}

/// <summary>The latest network conference or network meeting of a child: planned or held, not cancelled.</summary>
/// <param name="On">The day it was held, or is planned for.</param>
/// <param name="IsConference">False = an inddragende netværksmøde.</param>
public sealed record Gathering(long Id, bool IsConference, DateOnly On, bool Held);

/// <summary>A person of the child's network on a day.</summary>
/// <param name="Closeness">Null until somebody has said it.</param>
/// <param name="PlacedOn">From which day the closeness holds.</param>
/// <param name="Attendance">At the latest gathering.</param>
public sealed record NetworkPlace(NetworkPersonFact Person, Closeness? Closeness, DateOnly? PlacedOn, Attendance Attendance)
{
    public bool Professional => ChildNetwork.IsProfessional(Person);
}

public enum NetworkMove
{
    Arrived,
    Left,
    Nearer,
    Further,
}

/// <summary>What has changed for one person between two days.</summary>
/// <param name="On">The day it changed: of several moves the last.</param>
public sealed record NetworkChange(NetworkMove Move, NetworkPersonFact Person, DateOnly On, Closeness? Before, Closeness? Now);

/// <summary>The child's network on any day, and what has changed between two: from people, when they are around the child, and how close
/// they stand.</summary>
public static class ChildNetwork
{
    /// <summary>What was said, or what the relation says when nobody did.</summary>
    public static bool IsProfessional(NetworkPersonFact person) =>
        person.Professional ?? person.Relation is Relation.Teacher or Relation.Pedagogue or Relation.HealthVisitor;

    /// <summary>The tie in force on a day: the latest at or before it; null if nobody has said how close.</summary>
    public static NetworkTieFact? TieAt(ChildFile file, long personId, DateOnly day)
    {
        NetworkTieFact? found = null;
        foreach (var tie in file.Ties)
            if (tie.PersonId == personId && tie.On <= day && (found is null || tie.On >= found.On))
                found = tie;
        return found;
    }

    /// <summary>Everybody around the child on a day: the nearest first, those nobody has placed last, private before
    /// professional.</summary>
    /// <param name="file">Read alone (<see cref="ChildFile.All"/>): people and ties are not in the register.</param>
    public static IReadOnlyList<NetworkPlace> At(ChildFile file, DateOnly day)
    {
        var gathering = LatestGathering(file);
        return
        [
            .. file
                .People.Where(p => p.AroundAt(day))
                .Select(p =>
                    TieAt(file, p.Id, day) is { } tie
                        ? new NetworkPlace(p, tie.Closeness, tie.On, AttendanceOf(file, gathering, p.Id))
                        : new(p, null, null, AttendanceOf(file, gathering, p.Id))
                )
                .OrderBy(p => p.Closeness is { } c ? (int)c : int.MaxValue)
                .ThenBy(p => p.Professional)
                .ThenByDescending(p => p.Person.HasCustody == true)
                .ThenBy(p => p.Person.Relation)
                .ThenBy(p => p.Person.Id),
        ];
    }

    /// <summary>Who came, who left, who moved nearer or further away after one day and up to another. Being placed for the first time is
    /// not a move.</summary>
    public static IReadOnlyList<NetworkChange> Between(ChildFile file, DateOnly before, DateOnly now)
    {
        var changes = new List<NetworkChange>();
        foreach (var p in file.People)
        {
            bool was = p.AroundAt(before),
                @is = p.AroundAt(now);
            Closeness? then = TieAt(file, p.Id, before)?.Closeness,
                today = TieAt(file, p.Id, now)?.Closeness;
            if (!was && @is && p.Since is { } since)
                changes.Add(new(NetworkMove.Arrived, p, since, null, today));
            else if (was && !@is && p.Until is { } until)
                changes.Add(new(NetworkMove.Left, p, until, then, null));
            else if (was && @is && then is { } a && today is { } b && a != b)
                changes.Add(new(b < a ? NetworkMove.Nearer : NetworkMove.Further, p, TieAt(file, p.Id, now)!.On, a, b));
        }
        return [.. changes.OrderBy(c => c.On).ThenBy(c => c.Person.Id)];
    }

    /// <summary>The day that a network is compared with when nobody has chosen one: when the child's open case began, else its
    /// last.</summary>
    public static DateOnly? CaseBegan(ChildFile file, DateOnly day) =>
        (Array.Find(file.Cases, c => c.ActiveAt(day)) ?? Array.FindLast(file.Cases, c => c.OpenedOn <= day))?.OpenedOn;

    /// <summary>The latest network conference or network meeting that somebody is invited to; null without one.</summary>
    public static Gathering? LatestGathering(ChildFile file)
    {
        Gathering? latest = null;
        void Try(Gathering g)
        {
            if (latest is null || g.On >= latest.On)
                latest = g;
        }
        foreach (var c in file.Conferences)
            if (
                c is { CancelledOn: null }
                && (c.HeldOn ?? (c.PlannedAt is { } at ? DateOnly.FromDateTime(at) : null)) is { } on
                && Array.Exists(file.Invitees, i => i.ConferenceId == c.Id)
            )
                Try(new(c.Id, true, on, c.HeldOn is not null));
        foreach (var m in file.NetworkMeetings)
            if (m.CancelledOn is null && Array.Exists(file.Invitees, i => i.MeetingId == m.Id))
                Try(new(m.Id, false, m.On, m.Held));
        return latest;
    }

    static bool IsOf(InviteeFact i, Gathering g) => g.IsConference ? i.ConferenceId == g.Id : i.MeetingId == g.Id;

    static Attendance AttendanceOf(ChildFile file, Gathering? gathering, long personId) =>
        gathering is null || Array.FindLast(file.Invitees, i => i.PersonId == personId && IsOf(i, gathering)) is not { } i
            ? Attendance.NotInvited
        : i.Came == true ? Attendance.Came
        : !i.MayCome ? Attendance.MayNotCome
        : gathering.Held ? Attendance.StayedAway
        : Attendance.Invited;

    /// <summary>Those of conferences and meetings, the cancelled too, who are not among the people of the network yet. Interpreters and the
    /// child itself are not.</summary>
    public static IReadOnlyList<InviteeFact> NotInNetwork(ChildFile file) =>
        [.. file.Invitees.Where(i => i.PersonId is null && i.Role is not (InviteeRole.Child or InviteeRole.Interpreter))];
}
