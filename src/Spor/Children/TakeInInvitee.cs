using Spor.Access;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Children;

/// <summary>Somebody who was invited to a conference or a meeting, and is only there, is taken into the child's network.</summary>
public sealed record TakeInInvitee(long ChildId, long InviteeId) : IAboutChild, ICommand<TakeInInvitee>
{
    public static Verb<TakeInInvitee> Verb { get; } =
        new(
            "take-in-invitee",
            Capability.Casework,
            (c, now) =>
                NetworkRules.TakeIn(
                    c,
                    Array.Find(now.File.Invitees, i => i.Id == c.InviteeId) is { } invitee ? now.Facts.Opened(invitee) : null,
                    now.NewId()
                )
        );
}

public static partial class NetworkRules
{
    /// <summary>What people say somebody is to the child, and the relation it is.</summary>
    static readonly Dictionary<string, Relation> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mor"] = Relation.Mother,
        ["far"] = Relation.Father,
        ["søskende"] = Relation.Sibling,
        ["søster"] = Relation.Sibling,
        ["bror"] = Relation.Sibling,
        ["storesøster"] = Relation.Sibling,
        ["storebror"] = Relation.Sibling,
        ["mormor"] = Relation.Grandparent,
        ["morfar"] = Relation.Grandparent,
        ["farmor"] = Relation.Grandparent,
        ["farfar"] = Relation.Grandparent,
        ["bedsteforælder"] = Relation.Grandparent,
        ["moster"] = Relation.Kin,
        ["faster"] = Relation.Kin,
        ["onkel"] = Relation.Kin,
        ["farbror"] = Relation.Kin,
        ["morbror"] = Relation.Kin,
        ["fætter"] = Relation.Kin,
        ["kusine"] = Relation.Kin,
        ["slægt"] = Relation.Kin,
        ["ven"] = Relation.Friend,
        ["veninde"] = Relation.Friend,
        ["lærer"] = Relation.Teacher,
        ["klasselærer"] = Relation.Teacher,
        ["pædagog"] = Relation.Pedagogue,
        ["kontaktpædagog"] = Relation.Pedagogue,
        ["sundhedsplejerske"] = Relation.HealthVisitor,
        ["frivillig"] = Relation.Volunteer,
        ["stedmor"] = Relation.StepParent,
        ["stedfar"] = Relation.StepParent,
        ["stedforælder"] = Relation.StepParent,
        ["plejemor"] = Relation.FosterFamily,
        ["plejefar"] = Relation.FosterFamily,
        ["plejefamilie"] = Relation.FosterFamily,
        ["nabo"] = Relation.Neighbour,
    };

    /// <summary>The relation that plain words name; other when they name none or several.</summary>
    public static Relation RelationOf(string? words)
    {
        var found = (words ?? "")
            .Split([' ', ',', '/', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Where(Words.ContainsKey)
            .Select(w => Words[w])
            .Distinct()
            .ToList();
        return found.Count == 1 ? found[0] : Relation.Other;
    }

    /// <param name="invitee">The open row with its texts opened.</param>
    public static Decision TakeIn(TakeInInvitee c, InviteeFact? invitee, long id)
    {
        if (invitee is null || invitee.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        if (invitee.PersonId is not null)
            return new Refusal("invitee-in-network");
        if (invitee.Name is null)
            return new Refusal("person-without-name");
        var person = new NetworkPersonFact
        {
            Id = id,
            ChildId = c.ChildId,
            Relation = RelationOf(invitee.Relation),
            Name = invitee.Name,
            Professional = invitee.Role is InviteeRole.Informant,
            Phone = invitee.Phone,
            Address = invitee.Address,
        };
        var linked = (InviteeFact)invitee.Copy();
        linked.PersonId = id;
        return Decision.Of([new Recorded(FactKinds.NetworkPerson, person), new Corrected(FactKinds.Invitee, linked)]);
    }
}
