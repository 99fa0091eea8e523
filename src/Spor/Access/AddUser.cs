using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Access;

/// <summary>Puts somebody on the list who is to sign in and is not employed in the department. It opens nothing: a role does.</summary>
public sealed record AddUser(string? Name, string? Workplace, DateOnly From, DateOnly? To) : ICommand<AddUser>
{
    public static Verb<AddUser> Verb { get; } =
        new(
            "add-user",
            Capability.Roles,
            (c, now) => RoleRules.Add(c, now.Facts.All<EmploymentFact>().Select(now.Facts.Opened), now.Author.Key, now.Today, now.NewId)
        );
}

/// <summary>Somebody is to sign in no more, whatever roles they had.</summary>
public sealed record EndUser(long UserId, DateOnly LastDay) : ICommand<EndUser>
{
    public static Verb<EndUser> Verb { get; } =
        new(
            "end-user",
            Capability.Roles,
            (c, now) =>
                RoleRules.End(c, now.Facts.Find<UserFact>(c.UserId) is { } row ? now.Facts.Opened(row) : null, now.Author.Key, now.Today)
        );
}

public static partial class RoleRules
{
    /// <param name="employments">With their names opened.</param>
    public static Decision Add(AddUser c, IEnumerable<EmploymentFact> employments, string by, DateOnly today, Func<long> newId)
    {
        var wrong = new List<Refusal>();
        if (c.Name is null)
            wrong.Add(new("user-without-name", nameof(c.Name)));
        else if (employments.Any(e => e.RunsOn(today) && Conferences.SamePerson.ByName(e.Name, c.Name)))
            wrong.Add(new("user-is-employee", nameof(c.Name)));
        if (c.Workplace is null)
            wrong.Add(new("user-without-workplace", nameof(c.Workplace)));
        if (c.To < c.From)
            wrong.Add(new("end-before-start", nameof(c.To)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.User,
            new UserFact
            {
                Id = newId(),
                Name = c.Name,
                Workplace = c.Workplace,
                From = c.From,
                To = c.To,
                AddedBy = by,
            }
        );
    }

    /// <param name="user">With its texts opened.</param>
    public static Decision End(EndUser c, UserFact? user, string by, DateOnly today)
    {
        if (user is null)
            return new Refusal("role-not-there");
        if (People.UserKey(user.Id) == by)
            return new Refusal("ends-oneself");
        if (c.LastDay < today.AddDays(-1))
            return new Refusal("role-not-backwards", nameof(c.LastDay));
        if (c.LastDay < user.From)
            return new Withdrawn(FactKinds.User, user.Id);
        var now = (UserFact)user.Copy();
        now.To = c.LastDay;
        return new Corrected(FactKinds.User, now);
    }
}
