using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>Which step and form a line of the ledger or the budget belongs to (<c>measures.md</c>, line's step and form).</summary>
public sealed class LedgerLines
{
    readonly Catalogue catalogue;
    readonly ILookup<string, AccountFact> accounts;
    readonly ILookup<DateOnly, LedgerFact> byMonth;
    readonly Dictionary<long, InterventionFact> measures = [];
    readonly IReadOnlyDictionary<long, long> settled;
    readonly Dictionary<(string, DateOnly), (int? Step, PlacementForm? Form)> ofAccount = [];
    readonly DateOnly day;

    public LedgerLines(Register register, DateOnly day)
    {
        (catalogue, this.day) = (register.Catalogue, day);
        accounts = register.Accounts.ToLookup(a => a.Account, StringComparer.Ordinal);
        byMonth = register.Ledger.ToLookup(l => l.Month);
        var matches = new List<LedgerMatchFact>();
        foreach (var file in register.Children)
        {
            foreach (var m in file.Interventions)
                measures[m.Id] = m;
            matches.AddRange(file.Of<LedgerMatchFact>());
        }
        settled = Settlements.Of(matches, register.Ledger, l => l.InterventionId is { } id && measures.ContainsKey(id));
    }

    /// <summary>The lines of a month; none of one that is not delivered.</summary>
    public IEnumerable<LedgerFact> In(DateOnly first) => Delivered(first) ? byMonth[first] : [];

    /// <summary>A month is delivered when it has ended and the ledger has a line of it.</summary>
    public bool Delivered(DateOnly first) => MeasureMonths.LastOf(first) <= day && byMonth.Contains(first);

    /// <summary>The measure that the line names, or that somebody has said it is for; null if none is known.</summary>
    public InterventionFact? MeasureOf(LedgerFact line) =>
        (line.InterventionId is { } id ? measures.GetValueOrDefault(id) : null)
        ?? (settled.TryGetValue(line.Id, out var said) ? measures.GetValueOrDefault(said) : null);

    /// <summary>Null = none.</summary>
    public int? StepOf(LedgerFact line) =>
        Of(line.Account, line.Month).Step
        ?? (MeasureOf(line) is { } m ? catalogue.On(m.Code, MeasureMonths.LastOf(line.Month))?.Step : null);

    /// <summary>A budget row names no measure. Null = none.</summary>
    public int? StepOf(BudgetFact row) => Of(row.Account, row.Month).Step;

    public PlacementForm FormOf(LedgerFact line) =>
        Of(line.Account, line.Month).Form ?? (MeasureOf(line) is { } m ? catalogue.On(m.Code, m.From)?.Form : null) ?? PlacementForm.None;

    /// <summary>A budget row names no measure.</summary>
    public PlacementForm FormOf(BudgetFact row) => Of(row.Account, row.Month).Form ?? PlacementForm.None;

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
