using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Economy;

/// <summary>
/// What the books of every day share, since it is of no day: what every measure costs in every month, where every child has been placed,
/// and what the ledger's lines belong to. Kept with the snapshot; after an entry the children whose money is other are counted out and in
/// again, and after one that is not about money it is the very same.
/// </summary>
public sealed class SharedBooks
{
    public static Derived<SharedBooks> Of { get; } =
        new((s, before) => before?.Next(s.Register, s.Day.Year) ?? new(s.Register, s.Day.Year, kept: true));

    /// <summary>With more changed children all is worked out anew.</summary>
    const int Few = 2000;

    readonly Lazy<CostTable> costs;
    readonly Lazy<PlacedRuns> placed;
    readonly Lazy<LinesOfLedger> lines;

    public SharedBooks(Register register, int year, bool kept = false)
        : this(register, year, kept, new(() => CostTable.Of(register, year)), new(() => PlacedRuns.Of(register))) { }

    SharedBooks(Register register, int year, bool kept, Lazy<CostTable> costs, Lazy<PlacedRuns> placed)
    {
        (Register, Year, IsKept, this.costs, this.placed) = (register, year, kept, costs, placed);
        lines = new(() => new(register));
    }

    public Register Register { get; }

    /// <summary>The last year that costs are counted in.</summary>
    public int Year { get; }

    /// <summary>Kept with a snapshot, so that it pays to work all months out at once.</summary>
    public bool IsKept { get; }

    public CostTable Costs => costs.Value;
    public PlacedRuns Placed => placed.Value;
    public LinesOfLedger Lines => lines.Value;

    SharedBooks? Next(Register register, int year)
    {
        if (year != Year || Changed(register) is not { } changed)
            return null;
        if (changed.Count == 0)
            return this;
        return new(
            register,
            year,
            IsKept,
            new(() => costs.IsValueCreated ? costs.Value.With(register, changed) : CostTable.Of(register, year)),
            new(() => placed.IsValueCreated ? placed.Value.With(register, changed) : PlacedRuns.Of(register))
        );
    }

    /// <summary>The places of the children whose money is other in another register; null if more than a few children's is.</summary>
    public List<int>? Changed(Register other)
    {
        if (
            !ReferenceEquals(other.Of<LedgerFact>(), Register.Of<LedgerFact>())
            || !ReferenceEquals(other.Of<BudgetFact>(), Register.Of<BudgetFact>())
            || !ReferenceEquals(other.Of<AccountFact>(), Register.Of<AccountFact>())
            || !ReferenceEquals(other.Catalogue, Register.Catalogue)
            || other.Children.Count != Register.Children.Count
        )
            return null;
        var unlike =
            other.Children is Blocks<ChildFile> now && Register.Children is Blocks<ChildFile> then
                ? Blocks.Unlike(now, then)!
                : [.. Enumerable.Range(0, other.Children.Count)];
        var changed = unlike.FindAll(i =>
            !ReferenceEquals(other.Children[i], Register.Children[i]) && !SameMoney(Register.Children[i], other.Children[i])
        );
        return changed.Count > Few ? null : changed;
    }

    static bool SameMoney(ChildFile a, ChildFile b) =>
        Same<Children.ChildFact>([a.Child], [b.Child])
        && Same(a.Interventions, b.Interventions)
        && Same(a.Prices, b.Prices)
        && Same(a.Decisions, b.Decisions)
        && Same(a.Of<LedgerMatchFact>(), b.Of<LedgerMatchFact>());

    static bool Same<T>(T[] a, T[] b)
        where T : Fact
    {
        if (a.Length != b.Length)
            return false;
        for (var i = 0; i < a.Length; i++)
            if (a[i].Id != b[i].Id || a[i].RecordedIn != b[i].RecordedIn)
                return false;
        return true;
    }
}
