using Spor.Facts;
using Spor.Kernel;

namespace Spor.Children;

/// <summary>What may be changed in a child's network.</summary>
public static partial class NetworkRules
{
    /// <summary>The event that puts a person at a distance from a day on; null if that is so already.</summary>
    static DomainEvent? Placed(ChildFile file, long personId, Closeness closeness, DateOnly on, Func<long> newId)
    {
        var tie = ChildNetwork.TieAt(file, personId, on);
        if (tie?.Closeness == closeness)
            return null;
        if (tie?.On != on)
            return new Recorded(
                FactKinds.NetworkTie,
                new NetworkTieFact
                {
                    Id = newId(),
                    ChildId = file.Id,
                    PersonId = personId,
                    On = on,
                    Closeness = closeness,
                }
            );
        // Two answers on one day: the later one is what was meant.
        var copy = (NetworkTieFact)tie.Copy();
        copy.Closeness = closeness;
        return new Corrected(FactKinds.NetworkTie, copy);
    }
}
