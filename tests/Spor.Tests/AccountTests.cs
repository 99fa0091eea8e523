using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Tests;

public sealed class AccountTests
{
    long last = 900;

    long Next() => ++last;

    static DateOnly D(int year, int month, int day) => new(year, month, day);

    static AccountFact Row(int? step, DateOnly from, DateOnly? to = null, long id = 1) =>
        new()
        {
            Id = id,
            Account = "5.28.22.002",
            Name = "Plejefamilier",
            Step = step,
            From = from,
            To = to,
        };

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    static AddAccount New(Func<AddAccount, AddAccount>? but = null)
    {
        var c = new AddAccount(" 5.28.22.002 ", "Plejefamilier", 5, D(2026, 1, 1), null);
        return but is null ? c : but(c);
    }

    [Fact]
    public void An_account_is_written_whole_and_once_for_each_day()
    {
        var made = (AccountFact)((Recorded)AccountRules.Add(New(), [], Next).Events.Single()).Fact;
        Assert.Equal(("5.28.22.002", "Plejefamilier", 5, D(2026, 1, 1)), (made.Account, made.Name, made.Step, made.From));
        string[] Of(Func<AddAccount, AddAccount> but, params AccountFact[] known) => Codes(AccountRules.Add(New(but), known, Next));
        Assert.Equal(
            ["account-number-missing", "account-name-missing", "account-step-out-of-range", "account-from-missing"],
            Of(_ => new(" ", null, 7, null, null))
        );
        Assert.Equal(["end-before-start"], Of(c => c with { To = D(2025, 12, 31) }));
        Assert.Empty(Of(c => c with { Step = null }));
        Assert.Equal(["account-row-overlaps"], Of(c => c, Row(4, D(2020, 1, 1))));
        Assert.Equal(["account-row-overlaps"], Of(c => c, Row(4, D(2027, 1, 1))));
        Assert.Empty(Of(c => c, Row(4, D(2020, 1, 1), D(2025, 12, 31))));
        Assert.Empty(Of(c => c with { To = D(2026, 12, 31) }, Row(4, D(2027, 1, 1))));
    }

    [Fact]
    public void A_change_holds_from_its_day_and_from_the_first_day_the_row_itself_is_put_right()
    {
        var row = Row(4, D(2020, 1, 1), D(2027, 12, 31));
        Decision Change(ChangeAccount c) => AccountRules.Change(c, row, Next);
        var events = Change(new(1, "Plejefamilier", 5, D(2026, 1, 1))).Events;
        var (before, after) = ((AccountFact)((Corrected)events[0]).Fact, (AccountFact)((Recorded)events[1]).Fact);
        Assert.Equal((D(2020, 1, 1), D(2025, 12, 31), 4), (before.From, before.To!.Value, before.Step));
        Assert.Equal((D(2026, 1, 1), D(2027, 12, 31), 5), (after.From, after.To!.Value, after.Step));
        var right = (AccountFact)((Corrected)Change(new(1, "Pleje", null, row.From)).Events.Single()).Fact;
        Assert.Equal(("Pleje", null, row.From, row.To), (right.Name, right.Step, right.From, right.To));
        Assert.Equal(["account-unchanged"], Codes(Change(new(1, " Plejefamilier ", 4, D(2026, 1, 1)))));
        Assert.Equal(["account-change-outside"], Codes(Change(new(1, "Pleje", 4, D(2019, 12, 31)))));
        Assert.Equal(["account-change-outside"], Codes(Change(new(1, "Pleje", 4, D(2028, 1, 1)))));
        Assert.Equal(["account-name-missing", "account-from-missing"], Codes(Change(new(1, "", 4, null))));
        Assert.Equal(["account-not-there"], Codes(AccountRules.Change(new(1, "Pleje", 4, D(2026, 1, 1)), null, Next)));
    }

    [Fact]
    public void A_row_ends_goes_on_after_all_and_is_withdrawn_with_a_reason()
    {
        AccountFact row = Row(5, D(2020, 1, 1)),
            later = Row(4, D(2026, 1, 1), id: 2),
            ended = Row(5, D(2020, 1, 1), D(2025, 12, 31));
        Decision End(AccountFact of, DateOnly? to) => AccountRules.End(new(of.Id, to), of, [of, later]);
        Assert.Equal(
            D(2026, 6, 30),
            ((AccountFact)((Corrected)AccountRules.End(new(1, D(2026, 6, 30)), row, [row]).Events.Single()).Fact).To
        );
        Assert.Null(((AccountFact)((Corrected)AccountRules.End(new(1, null), ended, [ended]).Events.Single()).Fact).To);
        Assert.Equal(["account-row-overlaps"], Codes(End(ended, null)));
        // Two that overlap already are parted by it.
        Assert.Empty(End(row, D(2026, 3, 31)).Refusals);
        Assert.Equal(["end-before-start"], Codes(End(ended, D(2019, 12, 31))));
        Assert.Equal(["account-unchanged"], Codes(End(ended, D(2025, 12, 31))));
        Assert.Equal(["account-not-there"], Codes(AccountRules.End(new(1, null), null, [])));
        Assert.Equal(["account-reason-missing"], Codes(AccountRules.Withdraw(new(1, " "), row)));
        Assert.Equal(["account-not-there"], Codes(AccountRules.Withdraw(new(1, "Tastefejl"), null)));
        Assert.IsType<Withdrawn>(AccountRules.Withdraw(new(1, "Tastefejl"), row).Events.Single());
    }

    [Fact]
    public void The_lines_of_exactly_the_months_from_the_day_get_the_new_step()
    {
        Register Of(params AccountFact[] rows) =>
            new()
            {
                Accounts = rows,
                Catalogue = Catalogue.Default,
                Children = [],
                Ledger =
                [
                    .. Enumerable
                        .Range(1, 12)
                        .Select(m => new LedgerFact
                        {
                            Id = m,
                            Account = "5.28.22.002",
                            Month = D(2026, m, 1),
                            AmountOre = m * 100_03,
                        }),
                ],
            };
        int?[] Steps(Register register) => [.. register.Ledger.Select(l => new LedgerLines(register, D(2026, 12, 31)).StepOf(l))];
        var row = Row(4, D(2020, 1, 1));
        // In the middle of a month: the row in force on its last day says the step.
        var events = AccountRules.Change(new(1, row.Name, 6, D(2026, 7, 15)), row, Next).Events;
        AccountFact[] now = [(AccountFact)((Corrected)events[0]).Fact, (AccountFact)((Recorded)events[1]).Fact];
        Assert.Equal(Enumerable.Range(1, 12).Select(m => (int?)(m < 7 ? 4 : 6)), Steps(Of(now)));
        Assert.Equal(Enumerable.Repeat<int?>(4, 12), Steps(Of(row)));
        // Nothing is lost: the year by step is the year.
        var books = new Books(Of(now), D(2026, 12, 31), D(2025, 12, 31));
        var months = books.MonthsOfYear.Select(m => MonthMoney.ActualIn(books, m)!).ToList();
        Assert.Equal(books.Register.Ledger.Sum(l => l.AmountOre), months.Sum(m => m.BySteps.Values.Sum()));
    }
}
