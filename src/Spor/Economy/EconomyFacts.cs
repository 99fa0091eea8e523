using Spor.Facts;

namespace Spor.Economy;

/// <summary>The budget of an account in a month, in øre. <see cref="Month"/> is the first of the month.</summary>
public sealed class BudgetFact : Fact
{
    public string Account { get; set; } = "";
    public DateOnly Month { get; set; }
    public long AmountOre { get; set; }
}

/// <summary>Spending from the ledger on an account in a month, in øre.</summary>
public sealed class LedgerFact : Fact
{
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
