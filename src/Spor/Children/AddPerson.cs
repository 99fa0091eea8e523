using Spor.Access;
using Spor.Cases;
using Spor.Corrections;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Children;

/// <summary>Somebody around the child: a parent, kin, a teacher. Letters, consents and conferences need to know who has custody.</summary>
/// <param name="Since">From when the person is around the child; null = since before the case.</param>
/// <param name="Closeness">How close from today on; null if nobody has said it.</param>
public sealed record AddPerson(
    long ChildId,
    Relation Relation,
    string? Name,
    bool? HasCustody,
    bool Professional,
    bool Protected,
    string? Phone,
    string? Address,
    DateOnly? Since = null,
    Closeness? Closeness = null,
    string? Email = null,
    string? BestTime = null,
    string? Interpreter = null
) : IAboutChild, ICommand<AddPerson>
{
    public static Verb<AddPerson> Verb { get; } =
        new("add-person", Capability.Casework, (c, now) => NetworkRules.Add(c, now.Today, now.NewId));
}

public static partial class NetworkRules
{
    public static Decision Add(AddPerson c, DateOnly today, Func<long> newId)
    {
        var wrong = new List<Refusal>();
        if (c.Name is null)
            wrong.Add(new("person-without-name", nameof(c.Name)));
        if (c.Professional && c.HasCustody == true)
            wrong.Add(new("professional-with-custody", nameof(c.HasCustody)));
        if (c.Since > today)
            wrong.Add(new("day-in-future", nameof(c.Since)));
        var phone = PhoneNumber.Asked(c.Phone, null, nameof(c.Phone), wrong);
        var email = PhoneNumber.AskedEmail(c.Email, null, nameof(c.Email), wrong);
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var id = newId();
        var added = new Recorded(
            FactKinds.NetworkPerson,
            new NetworkPersonFact
            {
                Id = id,
                ChildId = c.ChildId,
                Relation = c.Relation,
                Name = c.Name,
                HasCustody = c.HasCustody,
                Professional = c.Professional,
                Protected = c.Protected,
                Phone = phone,
                Email = email,
                Address = c.Address,
                BestTime = c.BestTime,
                Interpreter = c.Interpreter,
                Since = c.Since,
            }
        );
        if (c.Closeness is not { } closeness)
            return added;
        return Decision.Of([
            added,
            new Recorded(
                FactKinds.NetworkTie,
                new NetworkTieFact
                {
                    Id = newId(),
                    ChildId = c.ChildId,
                    PersonId = id,
                    On = today,
                    Closeness = closeness,
                }
            ),
        ]);
    }
}
