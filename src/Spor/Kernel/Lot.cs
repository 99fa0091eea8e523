using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Spor.Kernel;

/// <summary>Draws by lot so that it can be drawn again and checked: the same seed gives things the same order, and nobody can foresee
/// it from their numbers.</summary>
public static class Lot
{
    /// <summary>The place of a thing in the drawing; the lowest is drawn first.</summary>
    public static ulong Of(long seed, long thing)
    {
        Span<byte> both = stackalloc byte[16],
            hash = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(both, seed);
        BinaryPrimitives.WriteInt64LittleEndian(both[8..], thing);
        SHA256.HashData(both, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>A seed that nobody chose: of the thing that draws and the day.</summary>
    public static long Seed(long thing, DateOnly day) => (long)(Of(thing, day.DayNumber) >> 1);
}
