using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Somebody has said which measure a line of the ledger is for, where the ledger does not say it itself.</summary>
public sealed class LedgerMatchFact : ChildsFact
{
    public static FactKind<LedgerMatchFact> Described { get; } =
        new(
            "ledger-match",
            "bogføring knyttet til en indsats",
            "bogføringer knyttet til indsatser",
            c =>
                c.Refers<LedgerFact>(f => f.LedgerId, "Regnskabslinje")
                    .Refers<InterventionFact>(f => f.InterventionId, "Indsats")
                    .Value(f => f.Month, "Måned")
                    .Happened(f => f.On, "Knyttet den")
                    .Value(f => f.Account, "Konto")
                    .Money(f => f.AmountOre, "Beløb"),
            order: (a, b) => a.Month.CompareTo(b.Month)
        );

    public long LedgerId { get; set; }
    public long InterventionId { get; set; }

    /// <summary>The line's month, its first day.</summary>
    public DateOnly Month { get; set; }
    public DateOnly On { get; set; }

    /// <summary>What the line said then, so that it is known again under another id and not mistaken for another bill; null in what was
    /// settled before this was kept.</summary>
    public string? Account { get; set; }
    public long? AmountOre { get; set; }
}
