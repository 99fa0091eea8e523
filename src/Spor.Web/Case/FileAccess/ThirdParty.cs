using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;

namespace Spor.Web.Case.FileAccess;

/// <summary>Somebody else whom the record tells of, for a person to decide whether it is blacked out.</summary>
/// <param name="Key">How the form names it.</param>
/// <param name="Suggested">Neither a parent, nor one with custody, nor there for their work; or protected.</param>
/// <param name="Words">The name with its first name, telephone, address, e-mail: what is replaced.</param>
public sealed record ThirdParty(string Key, string Name, string Why, bool Suggested, IReadOnlyList<string> Words)
{
    /// <param name="file">With its texts.</param>
    public static IReadOnlyList<ThirdParty> Of(ChildFile file, ChildState state, Viewing viewing)
    {
        var found = new List<ThirdParty>();
        foreach (var p in file.Of<NetworkPersonFact>())
            if (p.Name is { Length: > 0 } name)
                found.Add(
                    new(
                        "person-" + Frame.Forms.Form.Invariant(p.Id),
                        name,
                        p.Relation.Danish() + (p.Protected ? ", beskyttet" : ""),
                        p.Protected
                            || !(p.HasCustody == true || p.Professional == true || p.Relation is Relation.Mother or Relation.Father),
                        [.. WordsOf(name), .. new[] { p.Phone, p.Address, p.Email }.OfType<string>().Where(t => t.Trim().Length > 0)]
                    )
                );
        if (state.Child.FamilyId is { } family)
            foreach (var sibling in viewing.Family(family).Where(s => s.File.Id != file.Id))
                found.Add(
                    new(
                        "barn-" + Frame.Forms.Form.Invariant(sibling.File.Id),
                        Viewing.ListName(sibling.Child),
                        "søskende med egen sag",
                        true,
                        [.. WordsOf(sibling.Child.Name)]
                    )
                );
        return found;
    }

    static IEnumerable<string> WordsOf(string name)
    {
        yield return name;
        if (name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [{ Length: > 2 } first, _, ..])
            yield return first;
    }
}
