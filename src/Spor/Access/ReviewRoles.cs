using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Access;

/// <summary>Somebody has looked the whole list of roles through, and says so.</summary>
public sealed record ReviewRoles : ICommand<ReviewRoles>
{
    public static Verb<ReviewRoles> Verb { get; } =
        new(
            "review-roles",
            Capability.SeeRoles,
            (_, now) => RoleRules.Review(now.Facts.All<RoleGrantFact>(), now.Author.Key, now.Today, now.NewId)
        );
}

public static partial class RoleRules
{
    /// <summary>The list is looked through this often (days): twice a year.</summary>
    public const int ReviewEvery = 182;

    public static Decision Review(IEnumerable<RoleGrantFact> grants, string by, DateOnly today, Func<long> newId) =>
        new Recorded(
            FactKinds.RoleReview,
            new RoleReviewFact
            {
                Id = newId(),
                On = today,
                By = by,
                Running = grants.Count(g => g.RunsOn(today)),
            }
        );

    /// <summary>The day by which the list is to be looked through; null while no role has been given.</summary>
    public static DateOnly? ReviewDue(IEnumerable<RoleGrantFact> grants, IEnumerable<RoleReviewFact> reviews)
    {
        var last = reviews.Select(r => (DateOnly?)r.On).Max() ?? grants.Select(g => (DateOnly?)g.From).Min();
        return last?.AddDays(ReviewEvery);
    }
}
