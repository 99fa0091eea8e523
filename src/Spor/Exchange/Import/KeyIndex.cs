namespace Spor.Exchange.Import;

/// <summary>
/// From a key to the position of the first row that has it. The keys stand on the rows, so a row costs eight bytes a slot here. Rows that
/// are asked for in the order they came, as most are, are found without a look into the table.
/// </summary>
/// <param name="keyAt">The key of the row at a position.</param>
sealed class KeyIndex(Func<int, string?> keyAt)
{
    // The upper half is of the hash, the lower is the position counted from 1; 0 is free.
    ulong[] slots = new ulong[16];
    int last,
        end;
    bool repeated;

    /// <summary>How many different keys there are.</summary>
    public int Count { get; private set; }

    /// <returns>The position, or -1.</returns>
    public int Find(string key)
    {
        // Not where keys repeat: the row asked about might not be the first.
        if (!repeated)
        {
            if (last < end && keyAt(last) == key)
                return last;
            if (last + 1 < end && keyAt(last + 1) == key)
                return ++last;
        }
        var found = (int)(uint)slots[Slot(key, (uint)key.GetHashCode())] - 1;
        if (found >= 0)
            last = found;
        return found;
    }

    /// <returns>-1 if the key is new, otherwise the position of the first row that has it.</returns>
    public int Add(string key, int at)
    {
        var hash = (uint)key.GetHashCode();
        var slot = Slot(key, hash);
        if (slots[slot] != 0)
        {
            repeated = true;
            return (int)(uint)slots[slot] - 1;
        }
        slots[slot] = (ulong)hash << 32 | (uint)(at + 1);
        end = Math.Max(end, at + 1);
        if (++Count * 3L > slots.Length * 2L)
            Grow();
        return -1;
    }

    /// <summary>Where the key is, or would go.</summary>
    int Slot(string key, uint hash)
    {
        var mask = slots.Length - 1;
        for (var slot = (int)(hash & (uint)mask); ; slot = (slot + 1) & mask)
        {
            var held = slots[slot];
            if (held == 0 || (uint)(held >> 32) == hash && keyAt((int)(uint)held - 1) == key)
                return slot;
        }
    }

    void Grow()
    {
        var before = slots;
        slots = new ulong[before.Length * 2];
        var mask = slots.Length - 1;
        foreach (var held in before)
        {
            if (held == 0)
                continue;
            var slot = (int)((uint)(held >> 32) & (uint)mask);
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = held;
        }
    }

    public void Clear() => (slots, last, end, Count, repeated) = (new ulong[16], 0, 0, 0, false);

    /// <summary>The keys, each once.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (var held in slots)
                if (held != 0)
                    yield return keyAt((int)(uint)held - 1)!;
        }
    }
}
