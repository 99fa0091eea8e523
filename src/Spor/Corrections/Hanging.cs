using Spor.Children;
using Spor.Facts;

namespace Spor.Corrections;

/// <summary>What hangs on a fact, read from the descriptions: what goes with it when it is withdrawn, what stands in the way, and what can
/// do without.</summary>
public static class Hanging
{
    /// <summary>What is a part of a fact, directly or through others: it goes with it when it is withdrawn.</summary>
    public static IReadOnlyList<Fact> PartsOf(ChildFile file, Fact of)
    {
        if (of is ChildFact)
            return [.. file.All.Where(f => f is ChildsFact)];
        var found = new List<Fact>();
        var waiting = new Queue<Fact>([of]);
        while (waiting.TryDequeue(out var fact))
            foreach (var other in file.All)
            {
                if (ReferenceEquals(other, of) || found.Contains(other) || !Points(other, fact, Bond.Part))
                    continue;
                found.Add(other);
                waiting.Enqueue(other);
            }
        return found;
    }

    /// <summary>What carries on a fact or a part of it, and is not itself a part: a newer plan, a goal in it. As long as it is there, the
    /// fact cannot be withdrawn.</summary>
    public static IReadOnlyList<Fact> CarriedOnBy(ChildFile file, Fact of)
    {
        if (of is ChildFact)
            return [];
        Fact[] gone = [of, .. PartsOf(file, of)];
        return [.. file.All.Except(gone).Where(other => Array.Exists(gone, g => Points(other, g, Bond.Line)))];
    }

    /// <summary>Copies of the child's facts that can do without what is withdrawn, with their reference to it emptied.</summary>
    internal static IEnumerable<Fact> Loosened(ChildFile file, IReadOnlyCollection<Fact> withdrawn)
    {
        foreach (var other in file.All.Except(withdrawn))
        {
            Fact? copy = null;
            foreach (var reference in FactKinds.Of(other).References)
                if (reference.Bond == Bond.Loose && withdrawn.Any(w => Points(reference, other, w)))
                    reference.Set(copy ??= other.Copy(), null);
            if (copy is not null)
                yield return copy;
        }
    }

    static bool Points(Fact from, Fact to, Bond bond)
    {
        foreach (var reference in FactKinds.Of(from).References)
            if (reference.Bond == bond && Points(reference, from, to))
                return true;
        return false;
    }

    static bool Points(Column reference, Fact from, Fact to) =>
        reference.Points(from) is { } at
        && at.Id == to.Id
        && FactKinds.Of(to) is var kind
        && (kind == at.Kind || reference.RefersToOneOf.Contains(kind));
}
