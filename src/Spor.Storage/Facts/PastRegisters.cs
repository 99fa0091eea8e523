using Spor.Facts;

namespace Spor.Storage.Facts;

/// <summary>The register as known at an earlier entry. The last one asked for is kept as long as the memory is not needed for something else.</summary>
public sealed class PastRegisters(Database database, RegisterCache current)
{
    readonly Lock gate = new();
    readonly WeakReference<Register?> held = new(null);

    /// <exception cref="StorageException">The database could not be read.</exception>
    public Register At(long entryNo)
    {
        if (current.Current is var now && now.EntryNo == entryNo)
            return now;
        // One at a time: a register is the largest thing there is in memory.
        lock (gate)
        {
            if (held.TryGetTarget(out var known) && known.EntryNo == entryNo)
                return known;
            var register = RegisterLoader.Load(database, entryNo);
            held.SetTarget(register);
            return register;
        }
    }
}
