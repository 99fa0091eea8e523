using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>The budget of an account in a month, in øre. <see cref="Month"/> is the first of the month.</summary>
public sealed class BudgetFact : Fact
{
    public static FactKind<BudgetFact> Described { get; } =
        new(
            "budget-line",
            "budgetlinje",
            "budgetlinjer",
            c => c.Value(f => f.Account, "Konto").Value(f => f.Month, "Måned").Money(f => f.AmountOre, "Beløb")
        );

    public string Account { get; set; } = "";
    public DateOnly Month { get; set; }
    public long AmountOre { get; set; }
}

/// <summary>Spending from the ledger on an account in a month, in øre.</summary>
public sealed class LedgerFact : Fact
{
    public static FactKind<LedgerFact> Described { get; } =
        new(
            "ledger-line",
            "regnskabslinje",
            "regnskabslinjer",
            c =>
                c.Value(f => f.Account, "Konto")
                    .Value(f => f.Month, "Måned")
                    .Money(f => f.AmountOre, "Beløb")
                    .Refers<InterventionFact>(f => f.InterventionId, "Indsats", bond: Bond.Outlives)
        );

    public string Account { get; set; } = "";
    public DateOnly Month { get; set; }
    public long AmountOre { get; set; }
    public long? InterventionId { get; set; }

    /// <summary>
    /// The line named a measure that nobody knows. Known while an extract is read, and not kept: in a database such a line names none.
    /// </summary>
    public bool NamesUnknown => namesUnknown;
    bool namesUnknown;

    internal void NamedUnknown() => namesUnknown = true;
}
