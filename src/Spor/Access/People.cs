using System.Globalization;
using Spor.Facts;

namespace Spor.Access;

/// <summary>Where people come from: the register, the demo's inventions, the local analyst, later a sign-in. A source knows people; what
/// they may do is not its own to say.</summary>
/// <param name="Find">The person a key stands for, past ones too; null if it is none of the source's.</param>
/// <param name="All">Those with a role on a day.</param>
public sealed record PeopleSource(Func<string, Register, Person?> Find, Func<Register, DateOnly, IEnumerable<Person>> All);

/// <summary>Who somebody is: the one answer to whom a key stands for, from all sources, the first that knows it.</summary>
public sealed class People(params IReadOnlyList<PeopleSource> sources)
{
    const string EmployeePrefix = "medarbejder-",
        CoordinatorPrefix = "samordner-",
        UserPrefix = "bruger-";

    /// <summary>The program itself, where it writes on its own.</summary>
    public const string ProgramKey = "spor";

    public Person? Find(string key, Register register)
    {
        foreach (var source in sources)
            if (source.Find(key, register) is { } person)
                return person;
        return null;
    }

    /// <summary>Everybody with a role on a day.</summary>
    public IEnumerable<Person> On(Register register, DateOnly day) => sources.SelectMany(s => s.All(register, day));

    /// <summary>What a key's person is called, also after the last day; the key itself if nobody knows it.</summary>
    public string Name(string key, Register register) => key == ProgramKey ? "Spor selv" : Find(key, register)?.Name ?? key;

    public static string EmployeeKey(long id) => EmployeePrefix + Text(id);

    /// <summary>The employee a key stands for; null if it stands for none.</summary>
    public static long? EmployeeOf(string key) => Number(key, EmployeePrefix);

    public static string UserKey(long id) => UserPrefix + Text(id);

    /// <summary>The user a key stands for; null if it stands for none.</summary>
    public static long? UserOf(string key) => Number(key, UserPrefix);

    /// <summary>The coordinator a key stands for; null if it stands for none.</summary>
    public static long? CoordinatorOf(string key) => Number(key, CoordinatorPrefix);

    public static string CoordinatorKey(long id) => CoordinatorPrefix + Text(id);

    /// <summary>The register's employees: their posts give their roles, from the first to the last day of each.</summary>
    public static PeopleSource Employees { get; } =
        new(
            (key, register) => Number(key, EmployeePrefix) is { } id ? Employee(id, register) : null,
            (register, day) =>
                register
                    .Employments.Where(e => e.RunsOn(day))
                    .Select(e => e.EmployeeId)
                    .Distinct()
                    .Select(id => Employee(id, register)!)
                    .Where(p => p.Grants.Any(g => g.RunsOn(day)))
        );

    /// <summary>The coordinators of network conferences that the municipality keeps a list of.</summary>
    public static PeopleSource Coordinators { get; } =
        new(
            (key, register) =>
                Number(key, CoordinatorPrefix) is { } id && register.Coordinators.FirstOrDefault(c => c.Id == id) is { } row
                    ? Coordinator(row)
                    : null,
            (register, day) => register.Coordinators.Where(c => c.ActiveAt(day)).Select(Coordinator)
        );

    /// <summary>Those who are on the list of users: what they may is given to them, and holds no longer than they are on it.</summary>
    public static PeopleSource Users { get; } =
        new(
            (key, register) =>
                Number(key, UserPrefix) is { } id && register.Of<UserFact>().FirstOrDefault(u => u.Id == id) is { } row
                    ? User(row, register)
                    : null,
            (register, day) =>
                register
                    .Of<UserFact>()
                    .Where(u => u.RunsOn(day))
                    .Select(u => User(u, register))
                    .Where(p => p.Grants.Any(g => g.RunsOn(day)))
        );

    static Person User(UserFact row, Register register)
    {
        var key = UserKey(row.Id);
        return new(key, row.Name ?? "Bruger " + Text(row.Id), [.. Given(key, register, row.From, row.To)], Place: row.Workplace ?? "");
    }

    // A given role holds while the one who has it is there, and no longer: whoever leaves has none, though nobody ended it.
    static IEnumerable<Grant> Given(string key, Register register, DateOnly from, DateOnly? to)
    {
        foreach (var grant in register.Of<RoleGrantFact>())
            if (grant.Person == key && !grant.Waits && (to is null || grant.From <= to) && (grant.To is null || from <= grant.To))
                yield return grant.ToGrant(
                    grant.From > from ? grant.From : from,
                    to is null ? grant.To
                        : grant.To is null || to < grant.To ? to
                        : grant.To
                );
    }

    static Person? Employee(long id, Register register)
    {
        var posts = register.Staff.Posts(id);
        if (posts.Count == 0)
            return null;
        var grants = new List<Grant>();
        // A leader's or coordinator's post counts for what it leads: without a team it leads none.
        foreach (var e in posts)
            if (Roles.OfPost(e.Role) is { } role && (e.TeamId is not null || role.Role == ViewerRole.Caseworker))
                grants.Add(new(role.Role, e.From, e.To, e.TeamId));
        // What is given counts on every day of some employment.
        foreach (var e in posts)
            grants.AddRange(Given(EmployeeKey(id), register, e.From, e.To));
        // The widest is the one named.
        grants.Sort((a, b) => Roles.Of(b.Role).May.Count.CompareTo(Roles.Of(a.Role).May.Count));
        var last = posts.MaxBy(e => e.From)!;
        return new(
            EmployeeKey(id),
            register.Staff.Name(id) ?? "Medarbejder " + Text(id),
            grants,
            id,
            Place: register.Teams.LastOrDefault(t => t.TeamId == last.TeamId)?.Name ?? ""
        );
    }

    static Person Coordinator(Conferences.CoordinatorFact row) =>
        new(
            CoordinatorKey(row.Id),
            row.Name ?? "Samordner",
            [new(ViewerRole.Coordinator, row.From, row.To)],
            CoordinatorId: row.Id,
            Place: row.Workplace ?? ""
        );

    static long? Number(string key, string prefix) =>
        key.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
