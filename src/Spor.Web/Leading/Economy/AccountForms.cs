using System.Globalization;
using Spor.Economy;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Economy;

/// <summary>The table of accounts: a row is added, changed from a day, ended, and taken back.</summary>
static class AccountForms
{
    public const string Path = "/oekonomi/konti";

    public static string Of(long id) => $"{Path}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static IResult Show(string? konto, Viewing viewing, Acting acting, FactReader reader) =>
        List(
            acting.NewForm(
                (nameof(AddAccount.Account), Known(konto, viewing)),
                (nameof(AddAccount.From), Form.Iso(new DateOnly(viewing.WorkClock.Today.Year, 1, 1)))
            ),
            viewing,
            reader
        );

    // Only an account that money is on is filled in from an address.
    static string? Known(string? konto, Viewing viewing) =>
        konto is not null
        && (viewing.Newest.Register.Ledger.Any(l => l.Account == konto) || viewing.Newest.Register.Budget.Any(b => b.Account == konto))
            ? konto
            : null;

    public static IResult Add(IFormCollection posted, Viewing viewing, Acting acting, FactReader reader)
    {
        var form = FormState.Of(posted);
        var command = new AddAccount(
            form.Text(nameof(AddAccount.Account)),
            form.Text(nameof(AddAccount.Name)),
            Step(form),
            form.Day(nameof(AddAccount.From)),
            form.Day(nameof(AddAccount.To))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(Path, "account-added") : List(form, viewing, reader);
    }

    static IResult List(FormState form, Viewing viewing, FactReader reader) =>
        ForChild.Page<AccountsPage>(form, new { View = new AccountsView(viewing, reader), Form = form });

    public static IResult ShowRow(long id, Acting acting, FactReader reader) => With(id, reader, row => Page(row, acting));

    public static IResult Change(long id, IFormCollection posted, Acting acting, FactReader reader)
    {
        var form = FormState.Of(posted);
        var command = new ChangeAccount(id, form.Text(nameof(ChangeAccount.Name)), Step(form), form.Day(nameof(ChangeAccount.From)));
        var done = acting.Do(
            command,
            form,
            (AccountFact now) => [(nameof(ChangeAccount.Name), now.Name), (nameof(ChangeAccount.Step), Typed(now.Step))]
        );
        return done.Saved ? Acting.Saved(Path, "account-changed") : With(id, reader, row => Page(row, acting, change: form));
    }

    public static IResult End(long id, IFormCollection posted, Acting acting, FactReader reader)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(
            new EndAccount(id, form.Day(nameof(EndAccount.To))),
            form,
            (AccountFact now) => [(nameof(EndAccount.To), now.To is { } to ? Form.Iso(to) : "")]
        );
        return done.Saved ? Acting.Saved(Path, "account-ended") : With(id, reader, row => Page(row, acting, end: form));
    }

    public static IResult Withdraw(long id, IFormCollection posted, Acting acting, FactReader reader)
    {
        var form = FormState.Of(posted);
        return acting.Do(new WithdrawAccount(id, form.Text(nameof(WithdrawAccount.Reason))), form).Saved
            ? Acting.Saved(Path, "account-withdrawn")
            : With(id, reader, row => Page(row, acting, withdraw: form));
    }

    static IResult With(long id, FactReader reader, Func<AccountFact, IResult> then) =>
        reader.Find<AccountFact>(id) is { } row ? then(row) : Results.NotFound();

    static IResult Page(AccountFact row, Acting acting, FormState? change = null, FormState? end = null, FormState? withdraw = null) =>
        ForChild.Page<AccountPage>(
            change ?? end ?? withdraw ?? acting.NewForm(),
            new
            {
                Row = row,
                Change = change
                    ?? acting.NewForm(
                        (nameof(ChangeAccount.Name), row.Name),
                        (nameof(ChangeAccount.Step), Typed(row.Step)),
                        (nameof(ChangeAccount.From), null)
                    ),
                End = end ?? acting.NewForm((nameof(EndAccount.To), row.To is { } to ? Form.Iso(to) : null)),
                Withdraw = withdraw ?? acting.NewForm(),
            }
        );

    static string Typed(int? step) => step?.ToString(CultureInfo.InvariantCulture) ?? "";

    static int? Step(FormState form) => form.Number(nameof(AddAccount.Step)) is { } step ? (int)Math.Clamp(step, -1, 99) : null;

    /// <summary>The ladder's steps, and those who are on none.</summary>
    public static IReadOnlyList<(string Value, string Text)> Steps { get; } =
    [
        ("", Text.AccountNoStep),
        .. Enumerable
            .Range(0, 7)
            .Select(s => (s.ToString(CultureInfo.InvariantCulture), s == 0 ? Text.StepName(0) : $"{s}: {Text.StepName(s)}")),
    ];
}
