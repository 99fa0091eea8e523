using Spor.Children;
using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>
/// A child that two records of the source are about, merged in Spor. What the source says of the merged record's own row (its name, its
/// number) changes nothing: the kept record's does. But a protection that either has holds.
/// </summary>
public sealed partial class Plan
{
    /// <summary>The merged records that the extract tells of, each with the child it is.</summary>
    readonly List<(long Child, ChildFact Told)> merged = [];

    void KeepProtected(Known known)
    {
        var hidden = merged.Where(m => m.Told.Protected).Select(m => m.Child).ToHashSet();
        if (hidden.Count == 0)
            return;
        foreach (var happened in aboutChildren)
            if (happened is Corrected { Fact: ChildFact now } && hidden.Remove(now.Id))
                now.Protected = true;
        if (hidden.Count > 0)
            foreach (var child in known.Open(FactKinds.Child).Cast<ChildFact>().Where(c => hidden.Contains(c.Id) && !c.Protected))
            {
                child.Protected = true;
                aboutChildren.Add(new Corrected(FactKinds.Child, child));
            }
    }
}
