using System.Globalization;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>Checks the log of looks against itself and against what was written down of it elsewhere.</summary>
static class LookCheck
{
    const int MostTold = 100;

    public static IReadOnlyList<string> Of(Link link, LookAnchors anchors, KeyRing keys)
    {
        var wrong = new List<string>();
        void Tell(string what)
        {
            if (wrong.Count < MostTold)
                wrong.Add(what);
        }
        var known = anchors.All();
        foreach (var a in known.Where(a => !anchors.IsOurs(a)))
            Tell($"the anchor at look {N(a.No)} is not signed with the key of this database");
        var first = known.FirstOrDefault(a => a.First);
        if (first is null)
            Tell("the anchor that the log began with is gone");
        var anchored = known.Where(a => !a.First).ToDictionary(a => a.No, a => a.Hash);
        using var plain = new LookChain(null);
        using var keyed = new LookChain(keys);
        long no = 0;
        var previous = new byte[32];
        var indexed = new Dictionary<long, int>();
        using (
            var rows = link.Query(
                "SELECT \"No\", \"At\", \"Author\", \"Kind\", \"Subject\", \"PrevHash\", \"Hash\" FROM access_log ORDER BY \"No\""
            )
        )
            while (rows.Next())
            {
                var found = rows.Long(0);
                if (found != no + 1)
                    Tell(found == no + 2 ? $"look {N(no + 1)} is gone" : $"looks {N(no + 1)} to {N(found - 1)} are gone");
                no = found;
                var stored = rows.Bytes(6);
                var chain = no <= (first?.No ?? 0) ? plain : keyed;
                if (!rows.Bytes(5).AsSpan().SequenceEqual(previous))
                    Tell($"look {N(no)} does not hold the hash of the look before it");
                if (!chain.Of(rows.Bytes(5), no, rows.Instant(1), rows.Text(2), rows.Text(3), rows.Text(4)).AsSpan().SequenceEqual(stored))
                    Tell($"look {N(no)} is not what its hash was made of");
                if (first?.No == no && !first.Hash.AsSpan().SequenceEqual(stored))
                    Tell($"look {N(no)} is not the one that was signed");
                if (anchored.TryGetValue(no, out var hash) && !hash.AsSpan().SequenceEqual(stored))
                    Tell($"look {N(no)} is not the one that was written down beside the journal");
                previous = stored;
                var children = LookSubject.Of(rows.Text(4)).All.Distinct().Count();
                if (children > 0)
                    indexed[no] = children;
            }
        var furthest = known.Count == 0 ? 0 : known.Max(a => a.No);
        if (furthest > no)
            Tell($"the log ends at look {N(no)}, and it once had {N(furthest)}");
        using (var rows = link.Query("SELECT \"No\", count(*) FROM access_log_child GROUP BY \"No\""))
            while (rows.Next())
                if (!indexed.Remove(rows.Long(0), out var count) || count != rows.Long(1))
                    Tell($"the index of children differs from look {N(rows.Long(0))}");
        foreach (var missing in indexed.Keys)
            Tell($"the index of children lacks look {N(missing)}");
        return wrong;
    }

    static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
}
