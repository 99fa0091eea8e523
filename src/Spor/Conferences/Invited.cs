using Spor.Children;
using Spor.Facts;

namespace Spor.Conferences;

/// <summary>How those who are invited are named, and whether a name is somebody's on the list.</summary>
public static class Invited
{
    /// <summary>The name that is written on the list, else the person's in the network; null when neither has one.</summary>
    /// <param name="file">With the people's texts opened.</param>
    public static string? NameOf(InviteeFact invitee, ChildFile file) => invitee.Name ?? (invitee.PersonId is { } id ? Array.Find(file.People, p => p.Id == id)?.Name : null);

    /// <summary>How somebody of the network stands on a paper that the family gets: <c>Karen Holm (bedsteforælder)</c>; a protected name is not written there.</summary>
    public static string Label(NetworkPersonFact person) => person.Protected || person.Name is not { } name ? person.Relation.Danish() : $"{name} ({person.Relation.Danish()})";

    /// <summary>The same name but for capitals and spaces.</summary>
    public static bool Same(string? one, string? other) => one is not null && other is not null && Words(one).SequenceEqual(Words(other), StringComparer.CurrentCultureIgnoreCase);

    /// <summary>Whether somebody called <paramref name="typed"/> may be the one on the list: every word of one name stands in the other. Kaj may be Kaj Holm.</summary>
    public static bool MayBe(string? typed, string? listed)
    {
        if (typed is null || listed is null) return false;
        var (a, b) = (Words(typed), Words(listed));
        return a.Length > 0 && b.Length > 0 && (a.All(w => b.Contains(w, StringComparer.CurrentCultureIgnoreCase)) || b.All(w => a.Contains(w, StringComparer.CurrentCultureIgnoreCase)));
    }

    static string[] Words(string name) => name.Split([' ', '\t', '-'], StringSplitOptions.RemoveEmptyEntries);
}
