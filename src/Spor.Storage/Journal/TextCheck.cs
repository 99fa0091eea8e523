using System.Globalization;
using System.Security.Cryptography;
using Spor.Storage.Engine;
using Spor.Storage.Facts;

namespace Spor.Storage.Journal;

/// <summary>Opens every text of the record and asks whether it is the one that its entry was tied to.</summary>
static class TextCheck
{
    /// <param name="imports">By their first entry.</param>
    /// <returns>What the ties of each entry must be that wrote or erased texts, and of those that are the first of an import.</returns>
    public static (Dictionary<long, byte[]> Texts, Dictionary<long, byte[]> WithImports) Run(
        Link link,
        KeyRing keys,
        ChainStart? start,
        IReadOnlyDictionary<long, StoredImport> imports,
        Action<string, string> tell
    )
    {
        var (ties, withImports) = (new Dictionary<long, byte[]>(), new Dictionary<long, byte[]>());
        using var tie = new Ties();
        var written = Wrote(link, keys, start, tell);
        var erased = new Dictionary<long, List<long>>();
        using (var rows = link.Query("SELECT \"Id\", \"ErasedIn\" FROM text WHERE \"ErasedIn\" IS NOT NULL ORDER BY \"ErasedIn\", \"Id\""))
            while (rows.Next())
            {
                if (!erased.TryGetValue(rows.Long(1), out var ids))
                    erased[rows.Long(1)] = ids = [];
                ids.Add(rows.Long(0));
            }
        void Texts(long no)
        {
            foreach (var (id, mac) in written.GetValueOrDefault(no) ?? [])
                tie.Wrote(id, mac);
            foreach (var id in erased.GetValueOrDefault(no) ?? [])
                tie.Erased(id);
        }
        foreach (var no in written.Keys.Union(erased.Keys))
        {
            Texts(no);
            ties[no] = tie.Take();
        }
        foreach (var (no, import) in imports)
        {
            Texts(no);
            tie.Imported(import.Id, ImportTie.Of(import));
            withImports[no] = tie.Take();
        }
        if (start is not null && !ChainStart.Digest(link, start.No).AsSpan().SequenceEqual(start.Texts))
            tell("texts", $"those up to entry {N(start.No)} are not the ones that were signed");
        return (ties, withImports);
    }

    static Dictionary<long, List<(long Id, byte[] Mac)>> Wrote(Link link, KeyRing keys, ChainStart? start, Action<string, string> tell)
    {
        var written = new Dictionary<long, List<(long, byte[])>>();
        using var rows = link.Query("SELECT \"Id\", \"EntryNo\", \"Body\", \"Mac\", \"ErasedAt\", \"ErasedIn\" FROM text ORDER BY \"Id\"");
        while (rows.Next())
        {
            var (id, entry) = (rows.Long(0), rows.Long(1));
            var old = entry <= (start?.No ?? 0);
            var mac = rows.IsNull(3) ? null : rows.Bytes(3);
            if (!old)
            {
                if (!written.TryGetValue(entry, out var of))
                    written[entry] = of = [];
                of.Add((id, mac ?? []));
            }
            if (rows.IsNull(2))
            {
                // One that was erased before the chain had a key has no hash, and is signed as it stood.
                if (rows.IsNull(5) && !(old && mac is null && !rows.IsNull(4)))
                    tell("text " + N(id), "is empty, and no entry erased it");
                continue;
            }
            if (!rows.IsNull(5))
                tell("text " + N(id), $"was erased by entry {N(rows.Long(5))}, and is there");
            try
            {
                if (keys.MacOfSealed(id, entry, rows.Bytes(2)) is not { } own || mac is null || !own.AsSpan().SequenceEqual(mac))
                    tell("text " + N(id), $"is not the one that entry {N(entry)} wrote");
            }
            catch (CryptographicException)
            {
                tell("text " + N(id), "does not open");
            }
        }
        return written;
    }

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
}
