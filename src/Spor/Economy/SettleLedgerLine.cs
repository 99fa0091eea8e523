using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Economy;

/// <summary>Says which measure a line of the ledger is for.</summary>
public sealed record SettleLedgerLine(long ChildId, long LedgerId, long InterventionId) : IAboutChild, ICommand<SettleLedgerLine>
{
    public static Verb<SettleLedgerLine> Verb { get; } =
        new(
            "settle-ledger-line",
            Capability.Economy,
            (c, now) =>
                LedgerRules.Settle(
                    now.Facts.Find<LedgerFact>(c.LedgerId),
                    Array.Find(now.File.Interventions, m => m.Id == c.InterventionId),
                    now.Facts.Find<LedgerFact>(c.LedgerId)?.InterventionId is { } named
                        && now.Facts.Find<InterventionFact>(named) is not null,
                    IsSettled(c, now),
                    now.Today,
                    now.NewId
                )
        );

    static bool IsSettled(SettleLedgerLine c, Now now)
    {
        var others = now.Register.Children.Where(f => f.Id != now.File.Id).SelectMany(f => f.Of<LedgerMatchFact>());
        // Whether a line names a measure is asked before; of the others only those that name none can be settled.
        return Settlements
            .Of([.. others, .. now.File.Of<LedgerMatchFact>()], now.Register.Ledger, l => l.InterventionId is not null)
            .ContainsKey(c.LedgerId);
    }
}

public static class LedgerRules
{
    /// <param name="named">The ledger itself names a measure that is known.</param>
    /// <param name="settled">Somebody has said already what the line is for.</param>
    public static Decision Settle(LedgerFact? line, InterventionFact? measure, bool named, bool settled, DateOnly today, Func<long> next) =>
        line is null || measure is null ? new Refusal("thing-not-there")
        : named || settled ? new Refusal("ledger-line-settled-already")
        : measure.From > MeasureMonths.LastOf(line.Month) || measure.To < line.Month ? new Refusal("measure-not-in-that-month")
        : new Recorded(
            FactKinds.LedgerMatch,
            new LedgerMatchFact
            {
                Id = next(),
                ChildId = measure.ChildId,
                LedgerId = line.Id,
                InterventionId = measure.Id,
                Month = line.Month,
                On = today,
                Account = line.Account,
                AmountOre = line.AmountOre,
            }
        );
}

/// <summary>A line without a measure and the measure-month without a line that it probably is for.</summary>
public sealed record LikelyMatch(LedgerFact Line, MeasureMonth For);

public static class LikelyMatches
{
    /// <summary>
    /// Lines that name no known measure, each with the one measure-month of the same month that no line names and that is granted the same
    /// amount to the øre, on the same account. Where two fit one line, or two lines one measure-month, it is not likely but a guess, and
    /// none is given.
    /// </summary>
    public static IReadOnlyList<LikelyMatch> Of(LedgerMatching matching)
    {
        var waiting = matching.NoLine.ToLookup(m => (m.First, m.Account, m.Ore!.Value));
        return
        [
            .. matching
                .Without.Concat(matching.Unknown)
                .GroupBy(l => (l.Month, (string?)l.Account, l.AmountOre))
                .Where(lines => lines.Count() == 1 && waiting[lines.Key].Count() == 1)
                .Select(lines => new LikelyMatch(lines.First(), waiting[lines.Key].First())),
        ];
    }
}
