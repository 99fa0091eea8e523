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

    /// <summary>The names of all who are employed on a day.</summary>
    public static HashSet<string> Colleagues(Register register, DateOnly day) =>
        [.. register.Employments.Where(e => e.RunsOn(day) && e.Name is not null).Select(e => SamePerson.Key(e.Name!))];

    /// <summary>Whether anybody who is employed on a day is called as a person around a child is: such a child opens for those alone who
    /// answer for it, or who are named.</summary>
    public static Func<ChildFile, bool> Anybody(KnownFacts facts, Register register, DateOnly day)
    {
        HashSet<string>? colleagues = null;
        return file =>
        {
            colleagues ??= Colleagues(register, day);
            var known = facts.Child(file.Id)!;
            return Around(facts.Opened(known.Child), known.People.Select(facts.Opened)).Overlaps(colleagues);
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
