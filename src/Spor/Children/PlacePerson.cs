using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Children;

/// <summary>Somebody has come nearer to the child or gone further away, from a day on.</summary>
public sealed record PlacePerson(long ChildId, long PersonId, Closeness Closeness, DateOnly On) : IAboutChild, ICommand<PlacePerson>
{
    public static Verb<PlacePerson> Verb { get; } =
        new(
            "place-person",
            Capability.Casework,
            (c, now) =>
                ChildNetwork.TieAt(now.File, c.PersonId, now.Today) is { } tie && tie.RecordedIn > now.Seen
                    ? new Refusal("placed-meanwhile")
                    : NetworkRules.Place(c, now.File, now.Today, now.NewId)
        );
}

public static partial class NetworkRules
{
    /// <param name="file">Read with everything.</param>
    public static Decision Place(PlacePerson c, ChildFile file, DateOnly today, Func<long> newId)
    {
        if (Array.Find(file.People, p => p.Id == c.PersonId) is not { } person)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (!person.AroundAt(c.On))
            wrong.Add(new("person-not-around", nameof(c.On)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Placed(file, person.Id, c.Closeness, c.On, newId) is { } placed
            ? placed
            : new Refusal("already-placed-there", nameof(c.Closeness));
    }
}
