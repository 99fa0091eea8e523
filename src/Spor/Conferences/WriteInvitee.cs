using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>Puts somebody on the list of a conference, or changes what is said about them: who may come, and who may not and why.</summary>
/// <param name="InviteeId">Null for somebody new on the list.</param>
/// <param name="PersonId">The person of the child's network; null for somebody who is not in it.</param>
/// <param name="Relation">What the person is to the child, in plain words: mormor, klasselærer.</param>
/// <param name="Reason">Why the person may not come, or why a parent without custody is invited against the wish of those who have
/// it.</param>
/// <param name="ApartFromId">Another on the list who may not be in the same room.</param>
/// <param name="ApartHow">How the two are kept apart; may come later, but nobody is invited before it is said.</param>
/// <param name="HolderAgrees">Of a parent without custody: those who have it know and agree.</param>
public sealed record WriteInvitee(
    long ConferenceId,
    long? InviteeId,
    long? PersonId,
    InviteeRole Role,
    bool MayCome,
    string? Name,
    string? Relation,
    string? Phone,
    string? Address,
    string? Reason,
    long? ApartFromId,
    string? ApartHow,
    bool? HolderAgrees,
    DateOnly? InvitedOn,
    OfferAnswer? Answer
) : IAboutChild, ICommand<WriteInvitee>
{
    public long ChildId { get; init; }

    /// <summary>Somebody new is put in the child's network too.</summary>
    public bool IntoNetwork { get; init; }

    /// <summary>Of somebody new: what they are to the child.</summary>
    public Relation? Kind { get; init; }
    public bool? HasCustody { get; init; }
    public bool Professional { get; init; }

    public static Verb<WriteInvitee> Verb { get; } =
        new(
            "write-invitee",
            Capability.Casework,
            (c, now) =>
                ConferenceRules.Write(
                    c,
                    now.Conference(c.ConferenceId),
                    now.InviteesOf(c.ConferenceId),
                    Array.Find(now.File.People, p => p.Id == c.PersonId) is { } person ? now.Facts.Opened(person) : null,
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => now.InviteesOf(c.ConferenceId).Find(i => i.Id == c.InviteeId),
        };
}

/// <summary>Takes somebody off the list who should not have been on it.</summary>
public sealed record RemoveInvitee(long ConferenceId, long InviteeId) : IAboutChild, ICommand<RemoveInvitee>
{
    public long ChildId { get; init; }

    public static Verb<RemoveInvitee> Verb { get; } =
        new(
            "remove-invitee",
            Capability.Casework,
            (c, now) => ConferenceRules.Remove(c, now.Conference(c.ConferenceId), now.InviteesOf(c.ConferenceId))
        );
}

/// <summary>Those who have been told of the conference on a day.</summary>
public sealed record MarkInvited(long ConferenceId, IReadOnlyList<long> InviteeIds, DateOnly? InvitedOn)
    : IAboutChild,
        ICommand<MarkInvited>
{
    public long ChildId { get; init; }

    public static Verb<MarkInvited> Verb { get; } =
        new(
            "mark-invited",
            Capability.Casework,
            (c, now) => ConferenceRules.Mark(c, now.Conference(c.ConferenceId), now.InviteesOf(c.ConferenceId), now.Today)
        );
}

/// <summary>The child does not want a support person of its own, in its own words; or wants one after all.</summary>
public sealed record ChooseSupport(long ConferenceId, bool? WithoutSupport, string? WithoutSupportWhy)
    : IAboutChild,
        ICommand<ChooseSupport>
{
    public long ChildId { get; init; }

    public static Verb<ChooseSupport> Verb { get; } =
        new("choose-support-person", Capability.Casework, (c, now) => ConferenceRules.Choose(c, now.Conference(c.ConferenceId)));
}

public static partial class ConferenceRules
{
    /// <summary>A parent without custody, or of whom it is not known.</summary>
    public static bool IsParentWithoutCustody(Relation? kind, bool? custody) =>
        kind is Relation.Mother or Relation.Father && custody != true;

    /// <param name="invitees">Of the conference, with their texts opened.</param>
    /// <param name="person">Of the network, with the texts opened; null if the command names none or it is not there.</param>
    public static Decision Write(
        WriteInvitee c,
        NetworkConferenceFact? conference,
        IReadOnlyList<InviteeFact> invitees,
        NetworkPersonFact? person,
        DateOnly today,
        Func<long> id
    )
    {
        if (Closed(conference) is { } closed)
            return closed;
        var before = c.InviteeId is { } was ? invitees.FirstOrDefault(i => i.Id == was) : null;
        if ((c.InviteeId is not null && before is null) || (c.PersonId is not null && person is null))
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.Name is null)
            wrong.Add(new("person-without-name", nameof(c.Name)));
        if (c.IntoNetwork && c.Kind is null)
            wrong.Add(new("choice-missing", nameof(c.Kind)));
        if (c.IntoNetwork && c is { Professional: true, HasCustody: true })
            wrong.Add(new("professional-with-custody", nameof(c.HasCustody)));
        if (
            invitees.Any(i =>
                i.Id != c.InviteeId
                && ((c.PersonId is not null && i.PersonId == c.PersonId) || (c.Role == InviteeRole.Child && i.Role == InviteeRole.Child))
            )
        )
            wrong.Add(new("on-the-list-already"));
        // The address that must not be known stays with the caseworker: the coordinator reads this list.
        if (person is { Protected: true } && (c.Phone is not null || c.Address is not null))
            wrong.Add(new("protected-contact-not-copied", c.Phone is not null ? nameof(c.Phone) : nameof(c.Address)));
        if (c.MayCome)
            CheckCustody(c, before, person, wrong);
        else
        {
            if (c.Reason is null)
                wrong.Add(new("exclusion-without-reason", nameof(c.Reason)));
            if (c.InvitedOn is not null)
                wrong.Add(new("invited-though-excluded", nameof(c.InvitedOn)));
        }
        CheckApart(c, invitees, wrong);
        if (c.InvitedOn > today)
            wrong.Add(new("day-in-future", nameof(c.InvitedOn)));
        if (c.InvitedOn < conference!.OfferedOn)
            wrong.Add(new("day-before-offer", nameof(c.InvitedOn)));
        if (c.Answer is not null && c.InvitedOn is null)
            wrong.Add(new("answer-without-invitation", nameof(c.Answer)));

        var row = before is null
            ? new InviteeFact
            {
                Id = 0,
                ChildId = conference!.ChildId,
                ConferenceId = conference.Id,
            }
            : (InviteeFact)before.Copy();
        row.TextId = null;
        (row.PersonId, row.Role, row.MayCome, row.ApartFromId, row.HolderAgrees, row.InvitedOn, row.Answer) = (
            c.PersonId,
            c.Role,
            c.MayCome,
            c.ApartFromId,
            c.HolderAgrees,
            c.InvitedOn,
            c.Answer
        );
        (row.Name, row.Relation, row.Phone, row.Address, row.Reason, row.ApartHow) = (
            c.Name,
            c.Relation ?? c.Kind?.Danish(),
            c.Phone,
            c.Address,
            c.Reason,
            c.ApartHow
        );
        IReadOnlyList<InviteeFact> after = [.. invitees.Where(i => i.Id != c.InviteeId), row];
        // What stood wrong before does not hinder a change that makes it no worse.
        if (!PrivateFirst(after) && (PrivateFirst(invitees) || (c.Role == InviteeRole.Informant && before is null)))
            wrong.Add(new("private-network-first", nameof(c.Role)));
        if (c.InvitedOn is not null && before?.InvitedOn is null)
            wrong.AddRange(NotReady(conference!, after));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var events = new List<DomainEvent>();
        if (before is null && c is { PersonId: null, IntoNetwork: true, Kind: { } kind })
        {
            var known = new NetworkPersonFact
            {
                Id = id(),
                ChildId = conference!.ChildId,
                Relation = kind,
                HasCustody = c.HasCustody,
                Professional = c.Professional,
                Name = c.Name,
                Phone = c.Phone,
                Address = c.Address,
            };
            events.Add(new Recorded(FactKinds.NetworkPerson, known));
            row.PersonId = known.Id;
        }
        if (before is null)
            row.Id = id();
        events.Add(before is null ? new Recorded(FactKinds.Invitee, row) : new Corrected(FactKinds.Invitee, row));
        return Decision.Of(events);
    }

    static void CheckCustody(WriteInvitee c, InviteeFact? before, NetworkPersonFact? person, List<Refusal> wrong)
    {
        var asked = person is not null
            ? IsParentWithoutCustody(person.Relation, person.HasCustody)
            : IsParentWithoutCustody(c.Kind, c.HasCustody) || before?.HolderAgrees is not null;
        if (!asked)
            return;
        if (c.HolderAgrees is null)
            wrong.Add(new("custody-holder-not-asked", nameof(c.HolderAgrees)));
        if (c.HolderAgrees == false && c.Reason is null)
            wrong.Add(new("custody-holder-disagrees", nameof(c.Reason)));
    }

    static void CheckApart(WriteInvitee c, IReadOnlyList<InviteeFact> invitees, List<Refusal> wrong)
    {
        if (c.ApartFromId is { } other && (other == c.InviteeId || !invitees.Any(i => i.Id == other)))
            wrong.Add(new("thing-not-there", nameof(c.ApartFromId)));
        if (c.ApartHow is not null && c.ApartFromId is null)
            wrong.Add(new("apart-from-whom", nameof(c.ApartFromId)));
    }

    /// <param name="invitees">Of the conference, with their texts opened.</param>
    public static Decision Remove(RemoveInvitee c, NetworkConferenceFact? conference, IReadOnlyList<InviteeFact> invitees)
    {
        if (Closed(conference) is { } closed)
            return closed;
        if (invitees.FirstOrDefault(i => i.Id == c.InviteeId) is not { } gone)
            return new Refusal("thing-not-there");
        if (gone.InvitedOn is not null || gone.Came is not null)
            return new Refusal("invited-already");
        List<InviteeFact> left = [.. invitees.Where(i => i.Id != gone.Id)];
        if (!PrivateFirst(left) && PrivateFirst(invitees))
            return new Refusal("private-network-first");
        var events = new List<DomainEvent> { new Withdrawn(FactKinds.Invitee, gone.Id) };
        foreach (var other in left.Where(i => i.ApartFromId == gone.Id))
            events.Add(
                Amend.Of(
                    other,
                    f =>
                    {
                        f.TextId = null;
                        (f.ApartFromId, f.ApartHow) = (null, null);
                    }
                )
            );
        return Decision.Of(events);
    }

    /// <param name="invitees">Of the conference, with their texts opened.</param>
    public static Decision Mark(MarkInvited c, NetworkConferenceFact? conference, IReadOnlyList<InviteeFact> invitees, DateOnly today)
    {
        if (Closed(conference) is { } closed)
            return closed;
        var wrong = new List<Refusal>();
        var told = invitees.Where(i => c.InviteeIds.Contains(i.Id)).ToList();
        if (told.Count == 0)
            wrong.Add(new("nobody-chosen", nameof(c.InviteeIds)));
        if (told.Exists(i => !i.MayCome))
            wrong.Add(new("invited-though-excluded", nameof(c.InviteeIds)));
        if (c.InvitedOn is not { } on)
            wrong.Add(new("day-missing", nameof(c.InvitedOn)));
        else if (on > today)
            wrong.Add(new("day-in-future", nameof(c.InvitedOn)));
        else if (on < conference!.OfferedOn)
            wrong.Add(new("day-before-offer", nameof(c.InvitedOn)));
        wrong.AddRange(NotReady(conference!, invitees));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Decision.Of([.. told.Select(i => Amend.Of(i, f => f.InvitedOn = c.InvitedOn))]);
    }

    /// <param name="conference">With its texts opened.</param>
    public static Decision Choose(ChooseSupport c, NetworkConferenceFact? conference)
    {
        if (Closed(conference) is { } closed)
            return closed;
        if (c.WithoutSupport is null)
            return new Refusal("choice-missing", nameof(c.WithoutSupport));
        if (c.WithoutSupport == true && c.WithoutSupportWhy is null)
            return new Refusal("support-wish-missing", nameof(c.WithoutSupportWhy));
        return Amend.Of(
            conference!,
            f =>
            {
                f.TextId = null;
                (f.WithoutSupport, f.WithoutSupportWhy) = (c.WithoutSupport, c.WithoutSupport == true ? c.WithoutSupportWhy : null);
            }
        );
    }
}
