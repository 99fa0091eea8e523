using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Access;

/// <summary>A second person stands in for one of the widest roles. From now on it counts.</summary>
public sealed record ConfirmRole(long GrantId) : ICommand<ConfirmRole>
{
    public static Verb<ConfirmRole> Verb { get; } =
        new(
            "confirm-role",
            Capability.Roles,
            (c, now) => RoleRules.Confirm(now.Facts.Find<RoleGrantFact>(c.GrantId), now.Author.Key, now.Today)
        );
}

public static partial class RoleRules
{
    public static Decision Confirm(RoleGrantFact? grant, string by, DateOnly today)
    {
        if (grant is null)
            return new Refusal("role-not-there");
        if (!grant.Waits)
            return new Refusal("role-not-waiting");
        if (grant.GivenBy == by)
            return new Refusal("role-confirmed-by-giver");
        if (grant.Person == by)
            return new Refusal("role-to-oneself");
        var now = (RoleGrantFact)grant.Copy();
        (now.Waits, now.ConfirmedBy, now.ConfirmedOn) = (false, by, today);
        return new Corrected(FactKinds.RoleGrant, now);
    }
}
