using System.Text.RegularExpressions;
using Spor.Children;
using Spor.Facts;

namespace Spor.Conferences;

/// <summary>
/// What must not reach a coordinator, an invitee or a list: how to find somebody who is protected. Also where it was typed by hand: then
/// nobody said that the one on the list is the one of the network, and the name, the number or the address says it.
/// </summary>
public static partial class Shielded
{
    /// <summary>What stands where a number or an address was.</summary>
    public const string Mark = "[beskyttet]";

    /// <summary>A street and a number are enough to find somebody; less than this is found everywhere (letters).</summary>
    const int ShortestAddress = 6;

    /// <summary>Whether somebody on a list is protected, or would lead to somebody who is.</summary>
    /// <param name="file">With the people's texts opened.</param>
    public static bool Is(InviteeFact i, ChildFile file) =>
        Array.Exists(
            file.People,
            p =>
                p.Protected
                && (
                    p.Id == i.PersonId
                    || SamePerson.ByName(p.Name, i.Name)
                    || SamePerson.ByPhone(p.Phone, i.Phone)
                    || (
                        i.Address is { } address
                        && Street(p.Address) is { } street
                        && address.Contains(street, StringComparison.OrdinalIgnoreCase)
                    )
                )
        );

    /// <summary>A text without the numbers and addresses of protected people.</summary>
    /// <param name="file">With the people's texts opened.</param>
    public static string? Text(string? text, ChildFile file) => Text(text, file.People);

    /// <param name="people">Around the child, with their texts opened; those who are not protected hide nothing.</param>
    public static string? Text(string? text, IEnumerable<NetworkPersonFact> people)
    {
        if (text is null)
            return null;
        foreach (var person in people)
        {
            if (!person.Protected)
                continue;
            if (Street(person.Address) is { } street)
                text = text.Replace(street, Mark, StringComparison.OrdinalIgnoreCase);
            if (person.Phone is { } phone)
                text = Number().Replace(text, m => SamePerson.ByPhone(m.Value, phone) ? Mark : m.Value);
        }
        return text;
    }

    // The street and the number: the town may be written or not.
    static string? Street(string? address) => address?.Split(',', '\n')[0].Trim() is { Length: >= ShortestAddress } street ? street : null;

    [GeneratedRegex(@"\+?\d[\d ]{6,14}\d")]
    private static partial Regex Number();
}
