using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;

namespace Spor.Letters;

/// <summary>Somebody a letter about the child may go to.</summary>
/// <param name="Key">What a form posts: <c>person-12</c>, <c>barnet</c>, <c>underretter</c>, <c>inviteret-12</c>, <c>andre</c>.</param>
/// <param name="Address">Null if none is known.</param>
/// <param name="Protected">Its address is shown to nobody else.</param>
/// <param name="PersonId">The person of the network, if it is one.</param>
public sealed record Recipient(
    string Key,
    string Name,
    string? Address,
    bool Protected = false,
    long? PersonId = null,
    Relation? Relation = null,
    bool HasCustody = false
)
{
    /// <summary>Of an invitation to a conference: the row on its list.</summary>
    public long? InviteeId { get; init; }
}

public static class Recipients
{
    /// <summary>The key of somebody who is not in the file.</summary>
    public const string Other = "andre";

    /// <summary>The key of the child itself.</summary>
    public const string Child = "barnet";

    /// <summary>How one is addressed who told and whose name is not known.</summary>
    public const string Notifier = "underretter";

    /// <summary>The age from which any letter may go to the young person itself (years). A party of a decision has that decision's letters
    /// earlier.</summary>
    public const int Young = 15;

    /// <summary>A child that is a party of the decision, proposed or made, has its own letter, whatever its age.</summary>
    static bool IsParty(Fact? about, ChildFile file)
    {
        var (kind, on) = about switch
        {
            DecisionRecordFact d => (d.Kind, d.On),
            DecisionProposalFact p => (p.Kind, p.DecidedOn ?? p.ProposedOn),
            _ => ((DecisionKind?)null, default),
        };
        return kind is { } k && DecisionLaw.Of(k, on).PartyAge is { } age && file.Child.AgeAt(on) >= age;
    }

    /// <summary>Those a letter may go to: the custody holders first, then the young person, the notifier of the notification it is about,
    /// and the others of the network.</summary>
    public static IReadOnlyList<Recipient> Of(ChildFile file, Fact? about, DateOnly today)
    {
        var all = new List<Recipient>();
        if (about is NetworkConferenceFact conference)
        {
            // Who may not come is not written to, and who is not on the list is not invited by a slip.
            foreach (var i in file.Invitees.Where(i => i.ConferenceId == conference.Id && i is { MayCome: true, Name: not null }))
                all.Add(Of(i, file));
            return all;
        }
        foreach (
            var p in file
                .People.Where(p => p.Name is not null)
                .OrderByDescending(p => p.HasCustody == true)
                .ThenBy(p => p.Relation)
                .ThenBy(p => p.Id)
        )
            all.Add(
                new(
                    "person-" + p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    p.Name!,
                    p.Address
                        ?? (
                            p.Protected
                                ? null
                                : Array
                                    .FindLast(file.Letters, l => l.PersonId == p.Id && l is { SentOn: not null, Address: not null })
                                    ?.Address
                        ),
                    p.Protected,
                    p.Id,
                    p.Relation,
                    p.HasCustody == true
                )
            );
        var custody = all.Count(r => r.HasCustody);
        if (file.Child.AgeAt(today) >= Young || IsParty(about, file))
            all.Insert(custody, new(Child, file.Child.Name, null, file.Child.Protected));
        // Somebody who is not in the file, and was written to before: the address stands as it was typed.
        foreach (
            var l in file
                .Letters.Where(l =>
                    l is { SentOn: not null, PersonId: null, ToChild: not true, Recipient: not null, Address: not null }
                    && l.AboutKind != "notification"
                )
                .GroupBy(l => l.Recipient!)
                .Select(g => g.Last())
                .Where(l => all.TrueForAll(r => r.Name != l.Recipient))
        )
            all.Add(new("brev-" + l.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), l.Recipient!, l.Address));
        if (about is NotificationFact { Notifier: not Spor.Notifications.Notifier.Anonymous } n)
            all.Insert(0, new("underretter", n.NotifierName ?? Notifier, n.NotifierContact));
        return all;
    }

    /// <summary>Somebody on the list of a conference. The address is the network's own: a protected one is not on the list.</summary>
    static Recipient Of(InviteeFact i, ChildFile file)
    {
        if (i.Role == InviteeRole.Child)
            return new(Child, i.Name!, null, file.Child.Protected) { InviteeId = i.Id };
        var person = i.PersonId is { } p ? Array.Find(file.People, x => x.Id == p) : null;
        return new(
            person is null
                ? "inviteret-" + i.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : "person-" + person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            i.Name!,
            i.Address ?? person?.Address,
            person?.Protected == true,
            person?.Id,
            person?.Relation,
            person?.HasCustody == true
        )
        {
            InviteeId = i.Id,
        };
    }

    /// <summary>Those whom a kind of letter usually goes to.</summary>
    public static IEnumerable<Recipient> Usual(string template, IReadOnlyList<Recipient> all) =>
        template switch
        {
            Templates.Acknowledgement or Templates.Feedback => all.Where(r => r.Key == "underretter"),
            Templates.Move => [],
            Templates.ConferenceInvitation => all,
            Templates.Decision or Templates.Hearing => all.Where(r => r.HasCustody || r.Key == Child),
            _ => all.Where(r => r.HasCustody),
        };
}
