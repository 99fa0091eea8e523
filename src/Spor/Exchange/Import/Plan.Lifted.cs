using Spor.Access;
using Spor.Children;
using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>
/// A protection of name and address that the source no longer has. That is the source's to answer for, so it is not refused; but the
/// child's caseworker and a leader are told, as they are when a person lifts it, for names that were hidden are shown from now on.
/// </summary>
public sealed partial class Plan
{
    const string WhyLifted = "Udtrækket siger, at beskyttelsen ikke gælder længere.";

    readonly List<(long Id, long ChildId)> lifted = [];

    void FindLifted(Known known, ref long next)
    {
        foreach (var kind in new FactKind[] { FactKinds.Child, FactKinds.NetworkPerson })
        {
            var open = aboutChildren.OfType<Corrected>().Where(c => c.Kind == kind && !IsProtected(c.Fact)).ToDictionary(c => c.Fact.Id);
            if (open.Count == 0)
                continue;
            foreach (var before in known.Open(kind))
                if (IsProtected(before) && open.TryGetValue(before.Id, out var after))
                    lifted.Add((next++, ChildOf(after.Fact)));
        }
    }

    static bool IsProtected(Fact fact) => fact is ChildFact { Protected: true } or NetworkPersonFact { Protected: true };

    void TellLifted(string author, DateTime at)
    {
        foreach (var (id, child) in lifted)
            aboutChildren.Add(
                new CaseAccessFact
                {
                    Id = id,
                    ChildId = child,
                    Person = author,
                    Kind = CaseAccessKind.ProtectionLifted,
                    At = at,
                    Reason = WhyLifted,
                }
            );
    }
}
