using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Exchange.Import;

/// <summary>
/// Tables of which several rows have one key: a team's ceilings, an account's steps, a month's bills. The rows of a key are compared
/// together, and like any other three ways: what a person has changed or taken back is never overwritten unasked, and neither is what a
/// person has written of the same thing (<see cref="ImportTable.Says"/>).
/// </summary>
public sealed partial class Plan
{
    static void CompareShared(
        ImportTable table,
        Known known,
        Choices choices,
        List<object> into,
        Counts count,
        List<RowName> vanished,
        List<RowName> conflicts,
        Goners gone
    )
    {
        var kind = table.Kind;
        var said = table.KnowsEntered ? known.Open(kind).ToLookup(f => table.Says(f).Key) : null;
        var waiting = kind == FactKinds.Ledger ? known.WaitingLines().Select(l => l.Id).ToHashSet() : [];
        foreach (var group in Extract.Kept(table).GroupBy(f => f.SourceKey!))
        {
            var rows = known.Of(kind).With(group.Key).ToList();
            var before = rows.Where(r => !r.Withdrawn).ToList();
            var takenBack = rows.Where(r => r.TakenBack).ToList();
            var open = said?[group.Key].ToList() ?? [];
            var fresh = new List<Fact>();
            foreach (var fact in group)
            {
                if (Same(before, fact) is { } same)
                {
                    open.RemoveAll(f => f.Id == same.Id);
                    // The same line as before, and the measure that it names is known by now.
                    if (fact is LedgerFact { InterventionId: not null } && waiting.Contains(same.Id))
                    {
                        fact.Id = same.Id;
                        into.Add(new Corrected(kind, fact));
                        count.Changed++;
                    }
                    else
                        count.Unchanged++;
                }
                else if (Same(takenBack, fact) is not null)
                    count.Unchanged++;
                else
                    fresh.Add(fact);
            }
            // What Spor says already, whoever wrote it, is no news.
            foreach (var fact in fresh.ToList())
                if (open.Find(f => table.Says(f).Equals(table.Says(fact))) is { } already)
                {
                    open.Remove(already);
                    before.RemoveAll(r => r.Id == already.Id);
                    fresh.Remove(fact);
                    count.Unchanged++;
                }
            var own = open.Where(f => f.SourceKey is null).ToList();
            var name = new RowName(table.Name, group.Key);
            var touched =
                before.Exists(r => r.Touched)
                || (fresh.Count > 0 && (own.Count > 0 || (takenBack.Count > 0 && before.Count < fresh.Count)));
            if (touched && !choices.TakeSource.Contains(name))
            {
                conflicts.Add(name);
                count.Conflicts++;
                continue;
            }
            foreach (var fact in fresh)
            {
                if (before.Count > 0)
                {
                    fact.Id = before[0].Id;
                    before.RemoveAt(0);
                    into.Add(new Corrected(kind, fact));
                    count.Changed++;
                }
                else if (takenBack.Count > 0)
                {
                    fact.Id = takenBack[0].Id;
                    takenBack.RemoveAt(0);
                    into.Add(new Recorded(kind, fact));
                    count.Changed++;
                }
                else
                {
                    into.Add(fact);
                    count.New++;
                }
            }
            // The rows of one key are compared together: one fewer than before is a change, not a row that vanished.
            foreach (var left in before)
            {
                into.Add(With(kind, left));
                count.Changed++;
            }
            // The source was chosen: what was written here of the same thing goes.
            if (touched)
                foreach (var left in own)
                {
                    into.Add(new Withdrawal(kind, left.Id, 0));
                    count.Changed++;
                }
        }
        foreach (var was in known.Of(kind).Rows)
            if (!was.Withdrawn && !was.Erased && table.Find(was.Key) is null && gone.Expected(was))
                Gone(table, was, choices, into, count, vanished);
    }

    /// <summary>The row that the source gave these values before, taken out of those that are left.</summary>
    static KnownRow? Same(List<KnownRow> rows, Fact fact)
    {
        var at = rows.FindIndex(r => r.SourceHash == fact.SourceHash);
        if (at < 0)
            return null;
        var same = rows[at];
        rows.RemoveAt(at);
        return same;
    }

    /// <summary>A line of the ledger that came before the measure it names is put to it when the measure comes.</summary>
    void MeetLedger(Known known)
    {
        var told = aboutChildren.OfType<InterventionFact>().ToList();
        if (told.Count == 0)
            return;
        // A line that the same delivery tells again is met by what it names there.
        var done = shared
            .Where(s => s.Kind == FactKinds.Ledger)
            .SelectMany(s => s.Events)
            .Select(e => e is Corrected c ? c.Fact.Id : (e as Withdrawal)?.Id)
            .ToHashSet();
        var lines = known.WaitingLines().Where(l => l.NamesHash is not null && !done.Contains(l.Id)).ToLookup(l => l.NamesHash!.Value);
        if (lines.Count == 0)
            return;
        var into = Target(FactKinds.Ledger);
        foreach (var measure in told)
        foreach (var line in lines[Extract.Hash.OfText(LedgerFact.Naming(measure.SourceKey!))])
        {
            (line.InterventionId, line.NamesUnknown, line.NamesHash) = (measure.Id, null, null);
            into.Add(new Corrected(FactKinds.Ledger, line));
        }
    }
}
