using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Access;

/// <summary>A role ends. Yesterday as its last day ends it at once.</summary>
public sealed record EndRole(long GrantId, DateOnly LastDay) : ICommand<EndRole>
{
    public static Verb<EndRole> Verb { get; } =
        new(
            "end-role",
            Capability.Roles,
            (c, now) => RoleRules.End(c, now.Facts.Find<RoleGrantFact>(c.GrantId), now.Facts.All<RoleGrantFact>(), now.Author, now.Today)
        );
}

public static partial class RoleRules
{
    public static Decision End(EndRole c, RoleGrantFact? grant, IEnumerable<RoleGrantFact> all, Author author, DateOnly today)
    {
        if (grant is null)
            return new Refusal("role-not-there");
        if (grant.To < today)
            return new Refusal("role-ended-already");
        if (c.LastDay < today.AddDays(-1))
            return new Refusal("role-not-backwards", nameof(c.LastDay));
        // Nobody would be left to give the next one.
        if (
            grant.RunsOn(today)
            && !author.AtTheMachine
            && Roles.Of(grant.Role).May.Contains(Capability.Roles)
            && Givers(all.Where(g => g.Id != grant.Id), today) == 0
        )
            return new Refusal("last-who-gives-roles");
        // It came to nothing.
        if (c.LastDay < grant.From)
            return new Withdrawn(FactKinds.RoleGrant, grant.Id);
        var now = (RoleGrantFact)grant.Copy();
        (now.To, now.EndedBy) = (c.LastDay, author.Key);
        return new Corrected(FactKinds.RoleGrant, now);
    }
}
