using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Access;

/// <summary>
/// Whoever lifts the protection of a name and address, by whatever form: the caseworker who has the case, or a leader; and both are told.
/// Asked of what any verb decided, so that no form can forget it. What another system reports lifted is not
/// refused, and is told all the same (<c>Exchange/Import/Plan.Lifted.cs</c>).
/// </summary>
public static class Protection
{
    public static Decision Watch(Decision decision, Now now) =>
        Watch(
            decision,
            now.Facts,
            now.Author,
            child => now.Author.EmployeeId is { } me && now.Facts.Child(child) is { } file && now.Staff.Has(me, file, now.Today),
            now.Time,
            now.NewId
        );

    /// <param name="facts">What is known before.</param>
    /// <param name="hasTheCase">Whether the author has the case of a child.</param>
    public static Decision Watch(
        Decision decision,
        KnownFacts facts,
        Author author,
        Func<long, bool> hasTheCase,
        DateTime now,
        Func<long> newId
    )
    {
        if (decision.Refused)
            return decision;
        List<DomainEvent>? told = null;
        foreach (var happened in decision.Events)
        {
            if (happened is not Corrected { Fact: var after } || ChildUnprotected(after) is not { } child)
                continue;
            var before = facts.Find(FactKinds.Of(after), after.Id);
            if (before is not (ChildFact { Protected: true } or NetworkPersonFact { Protected: true }))
                continue;
            if (!author.Leads && !hasTheCase(child))
                return new Refusal("protection-not-yours-to-lift", nameof(ChildFact.Protected));
            (told ??= [.. decision.Events]).Add(
                new Recorded(
                    FactKinds.CaseAccess,
                    new CaseAccessFact
                    {
                        Id = newId(),
                        ChildId = child,
                        Person = author.Key,
                        Kind = CaseAccessKind.ProtectionLifted,
                        At = now,
                        SeenBy = author.Leads ? author.Key : null,
                        NotedBy = hasTheCase(child) ? author.Key : null,
                    }
                )
            );
        }
        return told is null ? decision : Decision.Of(told);
    }

    static long? ChildUnprotected(Fact fact) =>
        fact switch
        {
            ChildFact { Protected: false } c => c.Id,
            NetworkPersonFact { Protected: false } p => p.ChildId,
            _ => null,
        };
}
