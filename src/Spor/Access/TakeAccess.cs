using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Access;

/// <summary>Opens a closed case, or somebody over 22, for a stated reason.</summary>
public sealed record OpenWithReason(long ChildId, string? Reason) : IAboutChild, ICommand<OpenWithReason>
{
    public static Verb<OpenWithReason> Verb { get; } =
        new(
            "open-with-reason",
            new(Capability.Children)
            {
                // The child is one of those one sees; that it is shut is why one is here.
                Narrow = static (c, now) => now.Author.Sees(((OpenWithReason)c).ChildId) ? null : new Refusal("child-not-yours"),
            },
            (c, now) =>
                AccessRules.Open(c.ChildId, CaseAccessKind.Stated, AccessRules.ForAReason, c.Reason, now.Author.Key, now.Time, now.NewId)
        );
}

/// <summary>Opens a child that one may not see, for an hour, because somebody must. The leader is told at once.</summary>
public sealed record TakeAccess(long ChildId, string? Reason) : IAboutChild, ICommand<TakeAccess>
{
    public static Verb<TakeAccess> Verb { get; } =
        new(
            "take-exceptional-access",
            new(Capability.Casework) { Narrow = static (_, _) => null },
            (c, now) =>
                AccessRules.Open(
                    c.ChildId,
                    CaseAccessKind.Exceptional,
                    AccessRules.Exceptional,
                    c.Reason,
                    now.Author.Key,
                    now.Time,
                    now.NewId
                )
        );
}

/// <summary>A leader names somebody who may open a protected child, or one around whom a colleague is found.</summary>
/// <param name="Person">The key of an employee.</param>
public sealed record NameForCase(long ChildId, string Person, string? Reason) : IAboutChild, ICommand<NameForCase>
{
    public static Verb<NameForCase> Verb { get; } =
        new(
            "name-for-case",
            Capability.Leadership,
            (c, now) => AccessRules.Name(c, now.File, now.Staff, now.Author.Key, now.Time, now.NewId)
        );
}

/// <summary>Somebody is named no more.</summary>
public sealed record EndCaseAccess(long ChildId, long AccessId) : IAboutChild, ICommand<EndCaseAccess>
{
    public static Verb<EndCaseAccess> Verb { get; } =
        new(
            "end-case-access",
            Capability.Leadership,
            (c, now) => AccessRules.End(Array.Find(now.File.Of<CaseAccessFact>(), a => a.Id == c.AccessId), now.Time)
        );
}

/// <summary>A leader, or the caseworker where a protection was lifted, has seen what was told.</summary>
public sealed record AcknowledgeAccess(long ChildId, long AccessId) : IAboutChild, ICommand<AcknowledgeAccess>
{
    public static Verb<AcknowledgeAccess> Verb { get; } =
        new(
            "acknowledge-access",
            Capability.Casework,
            (c, now) =>
                AccessRules.Acknowledge(
                    Array.Find(now.File.Of<CaseAccessFact>(), a => a.Id == c.AccessId),
                    now.Author,
                    now.Author.EmployeeId is { } me && now.Staff.Has(me, now.File, now.Today)
                )
        );
}

/// <summary>Access to one child beside what the roles give.</summary>
public static class AccessRules
{
    /// <summary>How long exceptional access lasts.</summary>
    public static readonly TimeSpan Exceptional = TimeSpan.FromHours(1);

    /// <summary>How long a shut case stays open for whoever stated a reason: a working day.</summary>
    public static readonly TimeSpan ForAReason = TimeSpan.FromHours(8);

    /// <summary>A reason of fewer letters says nothing.</summary>
    public const int ShortestReason = 10;

    public static Decision Open(long child, CaseAccessKind kind, TimeSpan lasts, string? reason, string by, DateTime now, Func<long> newId)
    {
        if (reason is null || reason.Length < ShortestReason)
            return new Refusal("access-without-reason", "Reason");
        return new Recorded(
            FactKinds.CaseAccess,
            new CaseAccessFact
            {
                Id = newId(),
                ChildId = child,
                Person = by,
                Kind = kind,
                At = now,
                Until = now + lasts,
                Reason = reason,
            }
        );
    }

    public static Decision Name(NameForCase c, ChildFile file, Workforce.Staff staff, string by, DateTime now, Func<long> newId)
    {
        var wrong = new List<Refusal>();
        if (c.Person == by)
            wrong.Add(new("names-oneself", nameof(c.Person)));
        if (People.EmployeeOf(c.Person) is not { } employee || !staff.IsEmployed(employee, DateOnly.FromDateTime(now)))
            wrong.Add(new("person-not-there-then", nameof(c.Person)));
        if (c.Reason is null || c.Reason.Length < ShortestReason)
            wrong.Add(new("access-without-reason", nameof(c.Reason)));
        if (Array.Exists(file.Of<CaseAccessFact>(), a => a.Kind == CaseAccessKind.Named && a.Person == c.Person && a.RunsAt(now)))
            wrong.Add(new("named-already", nameof(c.Person)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.CaseAccess,
            new CaseAccessFact
            {
                Id = newId(),
                ChildId = file.Id,
                Person = c.Person,
                Kind = CaseAccessKind.Named,
                At = now,
                GivenBy = by,
                Reason = c.Reason,
            }
        );
    }

    public static Decision End(CaseAccessFact? access, DateTime now)
    {
        if (access is null || access.Kind != CaseAccessKind.Named || !access.RunsAt(now))
            return new Refusal("access-not-there");
        return Amended(access, a => a.Until = now);
    }

    /// <param name="hasTheCase">The author has the child's case.</param>
    public static Decision Acknowledge(CaseAccessFact? access, Verbs.Author author, bool hasTheCase)
    {
        if (access is null || access.Kind == CaseAccessKind.Named)
            return new Refusal("access-not-there");
        if (access.Person == author.Key)
            return new Refusal("access-was-your-own");
        if (author.Leads && access.SeenBy is null)
            return Amended(access, a => a.SeenBy = author.Key);
        if (hasTheCase && access is { Kind: CaseAccessKind.ProtectionLifted, NotedBy: null })
            return Amended(access, a => a.NotedBy = author.Key);
        return new Refusal("access-not-told-to-you");
    }

    /// <summary>A leader still has to see it.</summary>
    public static bool WaitsForLeader(CaseAccessFact access) => access.Kind != CaseAccessKind.Named && access.SeenBy is null;

    /// <summary>The caseworker still has to see it.</summary>
    public static bool WaitsForCaseworker(CaseAccessFact access) => access is { Kind: CaseAccessKind.ProtectionLifted, NotedBy: null };

    static Corrected Amended(CaseAccessFact access, Action<CaseAccessFact> change)
    {
        var now = (CaseAccessFact)access.Copy();
        change(now);
        return new(FactKinds.CaseAccess, now);
    }
}
