using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Children;

/// <summary>What is known of somebody around the child has changed: a new telephone number, around the child no more, nearer than
/// before.</summary>
/// <param name="Closeness">How close from <paramref name="ClosenessOn"/> on; null if nobody has said it.</param>
public sealed record ChangePerson(
    long ChildId,
    long PersonId,
    Relation Relation,
    string? Name,
    bool? HasCustody,
    bool Professional,
    bool Protected,
    string? Phone,
    string? Address,
    DateOnly? Since,
    DateOnly? Until,
    Closeness? Closeness,
    DateOnly? ClosenessOn,
    string? Email = null,
    string? BestTime = null,
    string? Interpreter = null
) : IAboutChild, ICommand<ChangePerson>
{
    public static Verb<ChangePerson> Verb { get; } =
        new(
            "change-person",
            Capability.Casework,
            (c, now) =>
                NetworkRules.Change(
                    c,
                    now.File,
                    Array.Find(now.File.People, p => p.Id == c.PersonId) is { } person ? now.Facts.Opened(person) : null,
                    now.Today,
                    now.NewId
                )
        )
        {
            // The distance is a row of its own, and somebody may have moved the person with a button.
            Shown = (c, now) =>
                Array.Find(now.File.People, p => p.Id == c.PersonId) is not { } person ? null
                : ChildNetwork.TieAt(now.File, c.PersonId, now.Today) is { } tie && tie.RecordedIn > person.RecordedIn ? tie
                : person,
        };
}

public static partial class NetworkRules
{
    /// <param name="file">Read with everything.</param>
    /// <param name="person">The open row with its texts opened.</param>
    public static Decision Change(ChangePerson c, ChildFile file, NetworkPersonFact? person, DateOnly today, Func<long> newId)
    {
        if (person is null || person.ChildId != c.ChildId)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.Name is null)
            wrong.Add(new("person-without-name", nameof(c.Name)));
        if (c.Professional && c.HasCustody == true)
            wrong.Add(new("professional-with-custody", nameof(c.HasCustody)));
        if (c.Since > today)
            wrong.Add(new("day-in-future", nameof(c.Since)));
        if (c.Until > today)
            wrong.Add(new("day-in-future", nameof(c.Until)));
        if (c.Until < c.Since)
            wrong.Add(new("ends-before-it-starts", nameof(c.Until)));
        var phone = PhoneNumber.Asked(c.Phone, person.Phone, nameof(c.Phone), wrong);
        var email = PhoneNumber.AskedEmail(c.Email, person.Email, nameof(c.Email), wrong);
        var on = c.ClosenessOn ?? today;
        var moved = c.Closeness is { } said && ChildNetwork.TieAt(file, person.Id, on)?.Closeness != said;
        if (moved && on > today)
            wrong.Add(new("day-in-future", nameof(c.ClosenessOn)));
        if (moved && (on < c.Since || on > c.Until))
            wrong.Add(new("person-not-around", nameof(c.ClosenessOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var copy = (NetworkPersonFact)person.Copy();
        copy.Relation = c.Relation;
        copy.Name = c.Name;
        copy.HasCustody = c.HasCustody;
        // Nobody has said it of an imported teacher, and an empty box says nothing new.
        if (c.Professional != ChildNetwork.IsProfessional(person))
            copy.Professional = c.Professional;
        copy.Protected = c.Protected;
        copy.Phone = phone;
        copy.Email = email;
        copy.BestTime = c.BestTime;
        copy.Interpreter = c.Interpreter;
        copy.Address = c.Address;
        copy.Since = c.Since;
        copy.Until = c.Until;
        if (copy.Professional is null && ChildNetwork.IsProfessional(copy) != c.Professional)
            copy.Professional = c.Professional;
        var events = new List<DomainEvent>();
        if (!Alike(person, copy))
            events.Add(new Corrected(FactKinds.NetworkPerson, copy));
        if (moved && Placed(file, person.Id, c.Closeness!.Value, on, newId) is { } placed)
            events.Add(placed);
        return events.Count == 0 ? new Refusal("nothing-changed") : Decision.Of(events);
    }

    static bool Alike(NetworkPersonFact a, NetworkPersonFact b) =>
        a.Relation == b.Relation
        && a.Name == b.Name
        && a.HasCustody == b.HasCustody
        && a.Professional == b.Professional
        && a.Protected == b.Protected
        && a.Phone == b.Phone
        && a.Email == b.Email
        && a.BestTime == b.BestTime
        && a.Interpreter == b.Interpreter
        && a.Address == b.Address
        && a.Since == b.Since
        && a.Until == b.Until;
}
