using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Casework;

/// <summary>Somebody around the child: a parent, kin, a teacher. Letters, consents and conferences need to know who has custody.</summary>
public sealed record AddPerson(long ChildId, Relation Relation, string? Name, bool? HasCustody, bool Professional, bool Protected, string? Phone, string? Address);

public static partial class Rules
{
    public static Decision Add(AddPerson c, long id)
    {
        var wrong = new List<Refusal>();
        if (c.Name is null) wrong.Add(new("person-without-name", nameof(c.Name)));
        if (c.Professional && c.HasCustody == true) wrong.Add(new("professional-with-custody", nameof(c.HasCustody)));
        if (wrong.Count > 0) return Decision.No(wrong);
        return new Recorded(FactKinds.NetworkPerson, new NetworkPersonFact
        {
            Id = id,
            ChildId = c.ChildId,
            Relation = c.Relation,
            Name = c.Name,
            HasCustody = c.HasCustody,
            Professional = c.Professional,
            Protected = c.Protected,
            Phone = c.Phone,
            Address = c.Address,
        });
    }
}
