using Spor.Children;
using Spor.Facts;

namespace Spor.Conferences;

/// <summary>How those who are invited are named.</summary>
public static class Invited
{
    /// <summary>The name that is written on the list, else the person's in the network; null when neither has one.</summary>
    /// <param name="file">With the people's texts opened.</param>
    public static string? NameOf(InviteeFact invitee, ChildFile file) =>
        invitee.Name ?? (invitee.PersonId is { } id ? Array.Find(file.People, p => p.Id == id)?.Name : null);

    /// <summary>How somebody of the network stands on a paper that the family gets: <c>Karen Holm (bedsteforælder)</c>; a protected name is
    /// not written there.</summary>
    public static string Label(NetworkPersonFact person) =>
        person.Protected || person.Name is not { } name ? person.Relation.Danish() : $"{name} ({person.Relation.Danish()})";
}
