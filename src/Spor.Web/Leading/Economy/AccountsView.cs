using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Economy;

/// <summary>An account that money is on, and of which no row is in force on the day.</summary>
/// <param name="Step">What the catalogue says of it; null = nothing, or several things.</param>
public sealed record UnnamedAccount(string Account, int? Step);

/// <summary>Which step each account belongs to, from when to when, and who wrote it. It tells of no child, so it is shown as it is
/// now.</summary>
public sealed class AccountsView
{
    readonly Viewing viewing;
    readonly IReadOnlyDictionary<long, (string Author, DateTime At, bool Imported)> entries;
    readonly HashSet<string> used;

    public AccountsView(Viewing viewing, FactReader reader)
    {
        this.viewing = viewing.Newest;
        var register = this.viewing.Register;
        Rows = [.. register.Accounts.OrderBy(a => a.Account, StringComparer.Ordinal).ThenBy(a => a.From).ThenBy(a => a.Id)];
        entries = reader.Entries(Rows.Select(r => r.RecordedIn));
        used = [.. register.Ledger.Select(l => l.Account), .. register.Budget.Select(b => b.Account)];
        var lines = new LedgerLines(register, this.viewing.Today);
        var month = Books.LastEnded(this.viewing.Today);
        Unnamed =
        [
            .. used.Where(a => !Rows.Any(r => r.Account == a && r.HoldsOn(this.viewing.Today)))
                .Order(StringComparer.Ordinal)
                .Select(a => new UnnamedAccount(a, lines.StepOf(new BudgetFact { Account = a, Month = month }))),
        ];
    }

    public IReadOnlyList<AccountFact> Rows { get; }
    public IReadOnlyList<UnnamedAccount> Unnamed { get; }
    public DateOnly Today => viewing.Today;
    public bool MayWrite => viewing.Viewer.May(Spor.Access.Capability.Economy);

    /// <summary>Ledger or budget has the account, written the same.</summary>
    public bool IsUsed(AccountFact row) => used.Contains(row.Account);

    public string State(AccountFact row) => Text.AccountState(row, Today);

    /// <summary>Who wrote the row as it stands, and the day.</summary>
    public string Written(AccountFact row) =>
        !entries.TryGetValue(row.RecordedIn, out var by) ? ""
        : by.Imported ? Text.AccountImported(LocalTime.Day(by.At))
        : Text.AccountWritten(viewing.AuthorName(by.Author), LocalTime.Day(by.At));

    /// <summary>As <c>konti.csv</c> has them, so that the file can be read in again.</summary>
    public PageTables ToTables() =>
        new(
            "konti",
            Text.AccountRowsTitle,
            Today,
            [
                new(
                    "",
                    Text.AccountRowsTitle,
                    [
                        new("Konto", Width: 18),
                        new("Navn", Width: 40),
                        new("Trin", ColumnKind.Whole),
                        new("Fra", ColumnKind.Day),
                        new("Til", ColumnKind.Day),
                    ],
                    [.. Rows.Select(r => (IReadOnlyList<object?>)[r.Account, r.Name, r.Step, r.From, r.To])]
                ),
            ]
        );

    public static string Label(string column) => AccountFact.Described.LabelOf(column);
}
