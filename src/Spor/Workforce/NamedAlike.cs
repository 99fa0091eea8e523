using Spor.Children;
using Spor.Conferences;
using Spor.Facts;

namespace Spor.Workforce;

/// <summary>
/// Whether somebody who is employed is called as a person around a child is (forvaltningsloven § 3). Names alone are compared; it is a
/// leader's to say, in writing, that they are two.
/// </summary>
public static class NamedAlike
{
    /// <summary>Asked for an employee.</summary>
    /// <param name="facts">Opens the names around the child.</param>
    public static Func<long, bool> In(KnownFacts facts, ChildFile file, Staff staff)
    {
        HashSet<string>? around = null;
        return employee =>
        {
            if (staff.Name(employee) is not { } name)
                return false;
            around ??= Around(facts.Opened(facts.Child(file.Id)!.Child), file.People.Select(facts.Opened));
            return around.Contains(SamePerson.Key(name));
        };
    }

    /// <summary>The names of the child and of those around it who are not there by their work.</summary>
    public static HashSet<string> Around(ChildFact child, IEnumerable<NetworkPersonFact> people) =>
        [
            .. people
                .Where(p => p is { Professional: not true, Name: not null })
                .Select(p => SamePerson.Key(p.Name!))
                .Append(SamePerson.Key(child.Name)),
        ];
}
