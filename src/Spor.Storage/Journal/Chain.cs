using System.Globalization;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <param name="Events">As they stand in the journal; its own copy.</param>
readonly record struct ChainedEntry(long No, byte[] Events);

/// <summary>The journal from its first entry to its last, with its chain looked at on the way.</summary>
static class Chain
{
    /// <summary>Every entry in order. What is wrong with numbers, hashes, ties, texts or the head is told; the last of it when the last
    /// entry has been taken.</summary>
    public static IEnumerable<ChainedEntry> Entries(KeyRing keys, Link original, List<Difference> differences)
    {
        var start = ChainStart.Read(original);
        if (start is null)
            Replay.Tell(differences, "chain", "where it got its key is gone");
        else if (!start.IsOurs(keys))
            Replay.Tell(differences, "chain", "where it got its key is not signed with the key of this database");
        KeySealing.Check(original, keys, (where, what) => Replay.Tell(differences, where, what));
        var imports = ImportTie.Check(original, (where, what) => Replay.Tell(differences, where, what));
        var (ties, withImports) = TextCheck.Run(original, keys, start, imports, (where, what) => Replay.Tell(differences, where, what));
        using var untied = new Ties();
        var none = untied.Take();
        using var plain = new EntryHash(null);
        using var keyed = new EntryHash(keys);
        var previous = new byte[32];
        long no = 0;
        using (
            var rows = original.Query(
                """
                SELECT "No", "At", "Author", "Intent", "ChildId", "ImportId", "Token", "ReasonTextId", "Events", "PrevHash", "Hash", "Ties" FROM journal_entry ORDER BY "No"
                """
            )
        )
            while (rows.Next())
            {
                var found = rows.Long(0);
                if (found != no + 1)
                    Replay.Tell(differences, "entry " + N(found), "follows entry " + N(no));
                no = found;
                var events = rows.Utf8(8).ToArray();
                if (!rows.Bytes(9).AsSpan().SequenceEqual(previous))
                    Replay.Tell(differences, "entry " + N(no), "does not hold the hash of the entry before it");
                var stored = rows.Bytes(10);
                var old = found <= (start?.No ?? 0);
                var tied = ties.TryGetValue(found, out var of) ? of : none;
                if (!old && Untied(rows.IsNull(11) ? [] : rows.Bytes(11), tied, withImports.GetValueOrDefault(found)) is { } wrong)
                    Replay.Tell(
                        differences,
                        imports.TryGetValue(found, out var import) && wrong == OtherImport ? "import " + N(import.Id) : "entry " + N(no),
                        wrong
                    );
                if (start?.No == found && !rows.Bytes(10).AsSpan().SequenceEqual(start.Hash))
                    Replay.Tell(differences, "entry " + N(no), "is not the one that was signed when the chain got its key");
                var own = (old ? plain : keyed).Of(
                    rows.Bytes(9),
                    no,
                    rows.Instant(1),
                    rows.Text(2),
                    rows.Text(3),
                    rows.MaybeLong(4),
                    rows.MaybeLong(5),
                    rows.MaybeText(6),
                    rows.MaybeLong(7),
                    events,
                    rows.IsNull(11) ? [] : rows.Bytes(11)
                );
                if (!own.AsSpan().SequenceEqual(stored))
                    Replay.Tell(differences, "entry " + N(no), "is not what its hash was made of");
                previous = stored;
                yield return new(no, events);
            }
        using var head = original.Query("SELECT \"No\", \"Hash\" FROM journal_head");
        head.Next();
        if (head.Long(0) != no)
            Replay.Tell(differences, "head", $"says {N(head.Long(0))}, the last entry is {N(no)}");
        if (!head.Bytes(1).AsSpan().SequenceEqual(previous))
            Replay.Tell(differences, "head", "does not hold the hash of the last entry");
    }

    const string OtherImport = "is not the row that its first entry was written with";

    /// <summary>What is wrong with the ties of an entry; null if nothing is. One that is the first of an import from before imports were
    /// tied has the texts' alone, which the entry's own hash covers.</summary>
    /// <param name="withImport">Null where the entry is no import's first.</param>
    static string? Untied(byte[] stored, byte[] texts, byte[]? withImport) =>
        stored.AsSpan().SequenceEqual(withImport ?? texts) || stored.AsSpan().SequenceEqual(texts) ? null
        : withImport is null ? "is tied to other texts than are there"
        : OtherImport;

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
}
