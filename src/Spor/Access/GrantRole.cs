using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Access;

/// <summary>Gives somebody a role, for the whole municipality or a part of it. The widest wait for a second person.</summary>
/// <param name="Person">The key of an employee or a user.</param>
public sealed record GrantRole(
    string Person,
    ViewerRole Role,
    DateOnly From,
    DateOnly? To,
    long? TeamId = null,
    long? DistrictId = null,
    TargetGroup? TargetGroup = null,
    int? AgeFrom = null,
    int? AgeTo = null,
    bool WithNames = false
) : ICommand<GrantRole>
{
    public static Verb<GrantRole> Verb { get; } =
        new(
            "grant-role",
            Capability.Roles,
            (c, now) =>
                RoleRules.Grant(
                    c,
                    now.Facts.All<RoleGrantFact>(),
                    now.Facts.All<EmploymentFact>(),
                    now.Facts.All<UserFact>(),
                    now.Author,
                    now.Today,
                    now.NewId
                )
        );
}

/// <summary>Who may have which role, and who may say so.</summary>
public static partial class RoleRules
{
    /// <summary>An auditor's role lasts at most this long (days).</summary>
    public const int LongestAudit = 366;

    /// <summary>So wide that one person alone cannot give it.</summary>
    public static bool NeedsSecond(ViewerRole role, bool withNames) =>
        Roles.Of(role).Second || (role == ViewerRole.Controller && withNames);

    public static Decision Grant(
        GrantRole c,
        IEnumerable<RoleGrantFact> known,
        IEnumerable<EmploymentFact> employments,
        IEnumerable<UserFact> users,
        Author author,
        DateOnly today,
        Func<long> newId
    )
    {
        var grants = known.ToList();
        var role = Roles.Of(c.Role);
        var narrowed =
            c.TeamId is not null || c.DistrictId is not null || c.TargetGroup is not null || c.AgeFrom is not null || c.AgeTo is not null;
        var wrong = new List<Refusal>();
        if (c.Person == author.Key)
            wrong.Add(new("role-to-oneself", nameof(c.Person)));
        if (!IsThere(c.Person, c.From, employments, users))
            wrong.Add(new("person-not-there-then", nameof(c.Person)));
        if (!role.Given)
            wrong.Add(new("role-not-given", nameof(c.Role)));
        // Whoever is employed here has the case itself to see, and is asked in the corridor.
        if (c.Role == ViewerRole.Partner && People.UserOf(c.Person) is null)
            wrong.Add(new("partner-is-user", nameof(c.Person)));
        // What somebody saw was seen under the roles of that day.
        if (c.From < today)
            wrong.Add(new("role-not-backwards", nameof(c.From)));
        if (c.To < c.From)
            wrong.Add(new("end-before-start", nameof(c.To)));
        if (role.Reach == Reach.Team && c.Role != ViewerRole.Caseworker && !narrowed)
            wrong.Add(new("role-without-scope", nameof(c.TeamId)));
        if (role.Reach is Reach.Nobody or Reach.Sampled && narrowed)
            wrong.Add(new("role-has-no-scope", nameof(c.TeamId)));
        if (c.AgeFrom is < 0 or > 23 || c.AgeTo is < 0 or > 23 || c.AgeTo < c.AgeFrom)
            wrong.Add(new("ages-not-possible", nameof(c.AgeFrom)));
        if (c.WithNames && c.Role != ViewerRole.Controller)
            wrong.Add(new("names-for-controllers", nameof(c.WithNames)));
        if (c.Role == ViewerRole.Auditor && (c.To is not { } last || last.DayNumber - c.From.DayNumber > LongestAudit))
            wrong.Add(new("audit-without-end", nameof(c.To)));
        if (
            grants.Exists(g =>
                (g.Person, g.Role, g.TeamId, g.DistrictId, g.TargetGroup, g.AgeFrom, g.AgeTo, g.WithNames)
                    == (c.Person, c.Role, c.TeamId, c.DistrictId, c.TargetGroup, c.AgeFrom, c.AgeTo, c.WithNames)
                && (g.To is null || g.To >= c.From)
                && (c.To is null || c.To >= g.From)
            )
        )
            wrong.Add(new("role-known", nameof(c.Role)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.RoleGrant,
            new RoleGrantFact
            {
                Id = newId(),
                Person = c.Person,
                Role = c.Role,
                From = c.From,
                To = c.To,
                TeamId = c.TeamId,
                DistrictId = c.DistrictId,
                TargetGroup = c.TargetGroup,
                AgeFrom = c.AgeFrom,
                AgeTo = c.AgeTo,
                WithNames = c.WithNames,
                GivenBy = author.Key,
                Waits = NeedsSecond(c.Role, c.WithNames) && !(author.AtTheMachine && Givers(grants, today) < 2),
            }
        );
    }

    // Until there are two who can watch each other, whoever has the machine in hand sets Spor up.
    static int Givers(IEnumerable<RoleGrantFact> grants, DateOnly today) =>
        grants.Where(g => g.RunsOn(today) && Roles.Of(g.Role).May.Contains(Capability.Roles)).Select(g => g.Person).Distinct().Count();

    static bool IsThere(string person, DateOnly day, IEnumerable<EmploymentFact> employments, IEnumerable<UserFact> users) =>
        People.EmployeeOf(person) is { } employee
            ? employments.Any(e => e.EmployeeId == employee && (e.To is null || e.To >= day))
            : People.UserOf(person) is { } user && users.Any(u => u.Id == user && (u.To is null || u.To >= day));
}
