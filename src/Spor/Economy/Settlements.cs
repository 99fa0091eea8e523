using Spor.Facts;

namespace Spor.Economy;

/// <summary>
/// Which measure each line of the ledger was put to. A settlement is of a bill, not of a row: in the next delivery the same bill may stand
/// under another id, and another bill under its id.
/// </summary>
public static class Settlements
{
    /// <summary>By line: the id of the measure.</summary>
    /// <param name="named">The line names a known measure itself, and waits for nobody.</param>
    public static IReadOnlyDictionary<long, long> Of(
        IReadOnlyCollection<LedgerMatchFact> matches,
        IEnumerable<LedgerFact> ledger,
        Func<LedgerFact, bool> named
    )
    {
        var settled = new Dictionary<long, long>();
        if (matches.Count == 0)
            return settled;
        var byLine = matches.ToLookup(m => m.LedgerId);
        var lines = ledger as IReadOnlyList<LedgerFact> ?? [.. ledger];
        var found = new HashSet<long>();
        foreach (var line in lines)
        foreach (var match in byLine[line.Id])
            if (IsOf(match, line))
            {
                settled[line.Id] = match.InterventionId;
                found.Add(match.Id);
            }
        // Those whose line is gone, or says something else now: the same bill under another id. Bills alike in all are alike in this too.
        var lost = matches
            .Where(m => !found.Contains(m.Id) && m.Account is not null)
            .OrderBy(m => m.Id)
            .GroupBy(m => (m.Month, m.Account!, m.AmountOre ?? 0))
            .ToDictionary(g => g.Key, g => new Queue<LedgerMatchFact>(g));
        if (lost.Count > 0)
            foreach (var line in lines)
                if (
                    lost.TryGetValue((line.Month, line.Account, line.AmountOre), out var waiting)
                    && waiting.Count > 0
                    && !settled.ContainsKey(line.Id)
                    && !named(line)
                )
                    settled[line.Id] = waiting.Dequeue().InterventionId;
        return settled;
    }

    static bool IsOf(LedgerMatchFact match, LedgerFact line) =>
        match.Account is null || (match.Account == line.Account && match.AmountOre == line.AmountOre && match.Month == line.Month);
}
