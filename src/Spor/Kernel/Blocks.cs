using System.Collections;

namespace Spor.Kernel;

/// <summary>
/// A list that never changes, held in blocks, so that the next one, in which a few items are others, shares all blocks but theirs. What has
/// a line for each child is kept so: after an entry on one child neither the other children are copied, nor need they be compared one by
/// one.
/// </summary>
public sealed class Blocks<T> : IReadOnlyList<T>
{
    readonly T[][] blocks;

    internal Blocks(T[][] blocks, int count) => (this.blocks, Count) = (blocks, count);

    public int Count { get; }

    public T this[int index] => blocks[index / Blocks.Size][index % Blocks.Size];

    /// <summary>The list with other items at some places.</summary>
    public Blocks<T> With(IEnumerable<(int At, T Item)> others)
    {
        T[][]? next = null;
        foreach (var (at, item) in others)
        {
            next ??= (T[][])blocks.Clone();
            var block = at / Blocks.Size;
            if (ReferenceEquals(next[block], blocks[block]))
                next[block] = (T[])blocks[block].Clone();
            next[block][at % Blocks.Size] = item;
        }
        return next is null ? this : new(next, Count);
    }

    /// <summary>Whether a block of this list is the very block of another.</summary>
    public bool Shares(int block, Blocks<T> other) => block < other.blocks.Length && ReferenceEquals(blocks[block], other.blocks[block]);

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var block in blocks)
        foreach (var item in block)
            yield return item;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class Blocks
{
    public const int Size = 512;

    public static Blocks<T> Of<T>(IEnumerable<T> items)
    {
        if (items is Blocks<T> already)
            return already;
        var all = items as T[] ?? [.. items];
        return Made(all.Length, i => all[i]);
    }

    /// <summary>A list with an item for each place, the blocks made side by side.</summary>
    public static Blocks<T> Made<T>(int count, Func<int, T> item)
    {
        var blocks = new T[(count + Size - 1) / Size][];
        Parallel.For(
            0,
            blocks.Length,
            b =>
            {
                var block = new T[Math.Min(Size, count - b * Size)];
                for (var i = 0; i < block.Length; i++)
                    block[i] = item(b * Size + i);
                blocks[b] = block;
            }
        );
        return new(blocks, count);
    }

    /// <summary>Where two lists of equally many items have not the very same one; null if they are not of one length, or if there are more
    /// such places than <paramref name="most"/>.</summary>
    public static List<int>? Unlike<T>(Blocks<T> now, Blocks<T> then, int most = int.MaxValue)
        where T : class
    {
        if (now.Count != then.Count)
            return null;
        var found = new List<int>();
        for (var start = 0; start < now.Count; start += Size)
        {
            if (now.Shares(start / Size, then))
                continue;
            for (var i = start; i < Math.Min(now.Count, start + Size); i++)
                if (!ReferenceEquals(now[i], then[i]))
                {
                    if (found.Count == most)
                        return null;
                    found.Add(i);
                }
        }
        return found;
    }
}
