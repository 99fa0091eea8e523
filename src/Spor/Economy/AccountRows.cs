using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Economy;

/// <summary>Says which step an account belongs to from a day on.</summary>
/// <param name="Step">0 to 6; null where the account belongs to no step of its own.</param>
public sealed record AddAccount(string? Account, string? Name, int? Step, DateOnly? From, DateOnly? To) : ICommand<AddAccount>
{
    public static Verb<AddAccount> Verb { get; } =
        new("add-account", Capability.Economy, (c, now) => AccountRules.Add(c, now.Facts.All<AccountFact>(), now.NewId));
}

/// <summary>The account has another name or step from a day on; from the row's own first day, the row itself is put right.</summary>
public sealed record ChangeAccount(long Id, string? Name, int? Step, DateOnly? From) : ICommand<ChangeAccount>
{
    public static Verb<ChangeAccount> Verb { get; } =
        new("change-account", Capability.Economy, (c, now) => AccountRules.Change(c, now.Facts.Find<AccountFact>(c.Id), now.NewId))
        {
            Shown = (c, now) => now.Facts.Find<AccountFact>(c.Id),
        };
}

/// <summary>The row holds to a day, and that day too; or, without one, it has no end after all.</summary>
public sealed record EndAccount(long Id, DateOnly? To) : ICommand<EndAccount>
{
    public static Verb<EndAccount> Verb { get; } =
        new(
            "end-account",
            Capability.Economy,
            (c, now) => AccountRules.End(c, now.Facts.Find<AccountFact>(c.Id), now.Facts.All<AccountFact>())
        )
        {
            Shown = (c, now) => now.Facts.Find<AccountFact>(c.Id),
        };
}

/// <summary>The row was a mistake: it never held.</summary>
public sealed record WithdrawAccount(long Id, string? Reason) : ICommand<WithdrawAccount>
{
    public static Verb<WithdrawAccount> Verb { get; } =
        new("withdraw-account", Capability.Economy, (c, now) => AccountRules.Withdraw(c, now.Facts.Find<AccountFact>(c.Id)))
        {
            Shown = (c, now) => now.Facts.Find<AccountFact>(c.Id),
            Reason = c => c.Reason,
        };
}

public static class AccountRules
{
    /// <summary>As long as an account and its name may be, in characters: what the import takes too.</summary>
    public const int Longest = 80;

    public static Decision Add(AddAccount c, IEnumerable<AccountFact> known, Func<long> next)
    {
        var wrong = new List<Refusal>();
        var account = c.Account?.Trim() ?? "";
        if (account.Length is 0 or > Longest)
            wrong.Add(new("account-number-missing", nameof(c.Account)));
        SaidWell(c.Name, c.Step, nameof(c.Name), nameof(c.Step), wrong);
        if (c.From is not { } from)
        {
            wrong.Add(new("account-from-missing", nameof(c.From)));
            return Decision.No(wrong);
        }
        if (c.To < from)
            wrong.Add(new("end-before-start", nameof(c.To)));
        else if (known.Any(k => k.Account == account && Overlap(k, from, c.To)))
            wrong.Add(new("account-row-overlaps", nameof(c.From)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.Account,
            new AccountFact
            {
                Id = next(),
                Account = account,
                Name = c.Name!.Trim(),
                Step = c.Step,
                From = from,
                To = c.To,
            }
        );
    }

    public static Decision Change(ChangeAccount c, AccountFact? row, Func<long> next)
    {
        if (row is null)
            return new Refusal("account-not-there");
        var wrong = new List<Refusal>();
        SaidWell(c.Name, c.Step, nameof(c.Name), nameof(c.Step), wrong);
        if (c.From is not { } from)
            wrong.Add(new("account-from-missing", nameof(c.From)));
        else if (!row.HoldsOn(from))
            wrong.Add(new("account-change-outside", nameof(c.From)));
        if (wrong.Count == 0 && c.Name!.Trim() == row.Name && c.Step == row.Step)
            wrong.Add(new("account-unchanged", nameof(c.Step)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var changed = (AccountFact)row.Copy();
        if (c.From == row.From)
        {
            (changed.Name, changed.Step) = (c.Name!.Trim(), c.Step);
            return new Corrected(FactKinds.Account, changed);
        }
        changed.To = c.From!.Value.AddDays(-1);
        return Decision.Of([
            new Corrected(FactKinds.Account, changed),
            new Recorded(
                FactKinds.Account,
                new AccountFact
                {
                    Id = next(),
                    Account = row.Account,
                    Name = c.Name!.Trim(),
                    Step = c.Step,
                    From = c.From.Value,
                    To = row.To,
                }
            ),
        ]);
    }

    /// <param name="known">Every row there is.</param>
    public static Decision End(EndAccount c, AccountFact? row, IEnumerable<AccountFact> known)
    {
        if (row is null)
            return new Refusal("account-not-there");
        if (c.To < row.From)
            return new Refusal("end-before-start", nameof(c.To));
        if (c.To == row.To)
            return new Refusal("account-unchanged", nameof(c.To));
        if (known.Any(k => k.Id != row.Id && k.Account == row.Account && Overlap(k, row.From, c.To) && !Overlap(k, row.From, row.To)))
            return new Refusal("account-row-overlaps", nameof(c.To));
        var ended = (AccountFact)row.Copy();
        ended.To = c.To;
        return new Corrected(FactKinds.Account, ended);
    }

    public static Decision Withdraw(WithdrawAccount c, AccountFact? row) =>
        row is null ? new Refusal("account-not-there")
        : string.IsNullOrWhiteSpace(c.Reason) ? new Refusal("account-reason-missing", nameof(c.Reason))
        : new Withdrawn(FactKinds.Account, row.Id);

    static void SaidWell(string? name, int? step, string nameField, string stepField, List<Refusal> wrong)
    {
        if (name?.Trim().Length is not (> 0 and <= Longest))
            wrong.Add(new("account-name-missing", nameField));
        if (step is not (null or >= 0 and <= 6))
            wrong.Add(new("account-step-out-of-range", stepField));
    }

    static bool Overlap(AccountFact row, DateOnly from, DateOnly? to) =>
        (to is not { } end || row.From <= end) && (row.To is not { } last || from <= last);
}
