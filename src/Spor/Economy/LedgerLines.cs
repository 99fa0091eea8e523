using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>The ledger's lines as they stand on a day: a month is delivered when it has ended and has a line.</summary>
public sealed class LedgerLines(LinesOfLedger lines, DateOnly day)
{
    public LedgerLines(Register register, DateOnly day)
        : this(new LinesOfLedger(register), day) { }

    /// <summary>The lines of a month; none of one that is not delivered.</summary>
    public IEnumerable<LedgerFact> In(DateOnly first) => Delivered(first) ? lines.ByMonth[first] : [];

    /// <summary>What the lines of a month come to; nothing of one that is not delivered.</summary>
    public LedgerMonth Sums(DateOnly first) => Delivered(first) ? lines.Sums(first) : LedgerMonth.Nothing;

    /// <summary>The measures that the lines of a month name, or were put to, each once, with the place of its child.</summary>
    internal IEnumerable<(InterventionFact Measure, int Child)> Named(DateOnly first) =>
        In(first).Select(lines.MeasureOf).OfType<(InterventionFact Measure, int Child)>().DistinctBy(m => m.Measure.Id);

    /// <summary>A month is delivered when it has ended and the ledger has a line of it.</summary>
    public bool Delivered(DateOnly first) => MeasureMonths.LastOf(first) <= day && lines.ByMonth.Contains(first);

    /// <summary>The first month with a line; null without any.</summary>
    public DateOnly? FirstMonth => lines.FirstMonth;

    /// <summary>The measure that the line names, or that somebody has said it is for; null if none is known.</summary>
    public InterventionFact? MeasureOf(LedgerFact line) => lines.MeasureOf(line)?.Measure;

    /// <summary>Null = none.</summary>
    public int? StepOf(LedgerFact line) => lines.StepOf(line);

    /// <summary>A budget row names no measure. Null = none.</summary>
    public int? StepOf(BudgetFact row) => lines.StepOf(row);

    public PlacementForm FormOf(LedgerFact line) => lines.FormOf(line);

    /// <summary>A budget row names no measure.</summary>
    public PlacementForm FormOf(BudgetFact row) => lines.FormOf(row);
}

/// <summary>What the ledger's lines of a month come to.</summary>
/// <param name="BySteps">Those of no step under <see cref="MonthMoney.None"/>.</param>
/// <param name="Negative">Lines below zero.</param>
/// <param name="Unknown">How many lines name a measure that nobody knows.</param>
public sealed record LedgerMonth(
    long TotalOre,
    IReadOnlyDictionary<int, long> BySteps,
    IReadOnlyDictionary<string, long> ByAccounts,
    IReadOnlyDictionary<PlacementForm, long> ByForms,
    IReadOnlyList<LedgerFact> Negative,
    int Unknown
)
{
    public static LedgerMonth Nothing { get; } =
        new(0, new Dictionary<int, long>(), new Dictionary<string, long>(), new Dictionary<PlacementForm, long>(), [], 0);
}

/// <summary>Which measure, step and form each line of the ledger and the budget belongs to (<c>measures.md</c>, line's step and form); of
/// no day.</summary>
public sealed class LinesOfLedger
{
    readonly Catalogue catalogue;
    readonly ILookup<string, AccountFact> accounts;
    readonly Dictionary<long, (InterventionFact Measure, int Child)> measures = [];
    readonly IReadOnlyDictionary<long, long> settled;

    // Pages ask side by side.
    readonly ConcurrentDictionary<(string, DateOnly), (int? Step, PlacementForm? Form)> ofAccount = [];
    readonly ConcurrentDictionary<DateOnly, LedgerMonth> sums = [];

    public LinesOfLedger(Register register)
    {
        catalogue = register.Catalogue;
        accounts = register.Accounts.ToLookup(a => a.Account, StringComparer.Ordinal);
        ByMonth = register.Ledger.ToLookup(l => l.Month);
        FirstMonth = ByMonth.Min(m => (DateOnly?)m.Key);
        var matches = new List<LedgerMatchFact>();
        var child = 0;
        foreach (var file in register.Children)
        {
            foreach (var m in file.Interventions)
                measures[m.Id] = (m, child);
            matches.AddRange(file.Of<LedgerMatchFact>());
            child++;
        }
        settled = Settlements.Of(matches, register.Ledger, l => l.InterventionId is { } id && measures.ContainsKey(id));
    }

    /// <summary>Also of a month that has not ended.</summary>
    public ILookup<DateOnly, LedgerFact> ByMonth { get; }
    public DateOnly? FirstMonth { get; }

    /// <summary>With the place of its child in the register.</summary>
    public (InterventionFact Measure, int Child)? MeasureOf(LedgerFact line) =>
        line.InterventionId is { } id && measures.TryGetValue(id, out var named) ? named
        : settled.TryGetValue(line.Id, out var said) && measures.TryGetValue(said, out var put) ? put
        : null;

    public int? StepOf(LedgerFact line) =>
        Of(line.Account, line.Month).Step
        ?? (MeasureOf(line) is { } m ? catalogue.On(m.Measure.Code, MeasureMonths.LastOf(line.Month))?.Step : null);

    public int? StepOf(BudgetFact row) => Of(row.Account, row.Month).Step;

    public PlacementForm FormOf(LedgerFact line) =>
        Of(line.Account, line.Month).Form
        ?? (MeasureOf(line) is { } m ? catalogue.On(m.Measure.Code, m.Measure.From)?.Form : null)
        ?? PlacementForm.None;

    public PlacementForm FormOf(BudgetFact row) => Of(row.Account, row.Month).Form ?? PlacementForm.None;

    /// <summary>What the lines of a month come to, added up once.</summary>
    public LedgerMonth Sums(DateOnly month) =>
        sums.GetOrAdd(
            month,
            m =>
            {
                var lines = ByMonth[m].ToList();
                return new(
                    lines.Sum(l => l.AmountOre),
                    MonthMoney.Sums(lines, l => StepOf(l) ?? MonthMoney.None, l => l.AmountOre, []),
                    MonthMoney.Sums(lines, l => l.Account, l => l.AmountOre, []),
                    MonthMoney.Sums(lines, FormOf, l => l.AmountOre, []),
                    [.. lines.Where(l => l.AmountOre < 0)],
                    lines.Count(l => LedgerMatching.NamesUnknown(l) && MeasureOf(l) is null)
                );
            }
        );

    // What the municipality has said of the account; else the catalogue rows in force on the month's last day that carry it, if all say the
    // same.
    (int? Step, PlacementForm? Form) Of(string account, DateOnly month)
    {
        if (ofAccount.TryGetValue((account, month), out var known))
            return known;
        var last = MeasureMonths.LastOf(month);
        var rows = catalogue.Codes.Select(c => catalogue.On(c, last)).Where(r => r?.Account == account).Select(r => r!.Value).ToList();
        var steps = rows.Select(r => r.Step).Distinct().ToList();
        var forms = rows.Select(r => r.Form).Distinct().ToList();
        return ofAccount[(account, month)] = (
            StepSaid(account, last) ?? (steps.Count == 1 ? steps[0] : null),
            forms.Count == 1 ? forms[0] : null
        );
    }

    // Of rows that overlap the one that began last, then the last in the file.
    int? StepSaid(string account, DateOnly day) =>
        accounts[account].Where(a => a.HoldsOn(day)).OrderBy(a => a.From).ThenBy(a => a.Id).LastOrDefault()?.Step;
}
