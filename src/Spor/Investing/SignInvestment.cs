using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Reports;
using Spor.Verbs;

namespace Spor.Investing;

/// <summary>Signs a case by name: what it promises is kept with a baseline, and from then on it never changes.</summary>
/// <param name="Name">Who answers for it, as it stands in the minutes.</param>
public sealed record SignInvestment(long CaseId, string? Name) : ICommand<SignInvestment>
{
    public static Verb<SignInvestment> Verb { get; } =
        new(
            "sign-investment",
            Capability.Economy,
            (c, now) =>
                InvestmentRules.Sign(
                    c,
                    InvestmentKnown.Of(now, c.CaseId),
                    now.Today,
                    now.Facts.EntryNo,
                    [.. now.Facts.All<BaselineFact>().Select(b => now.Facts.Opened(b).Name).OfType<string>()],
                    now.NewId
                )
        );
}

/// <summary>Notes what was spent on a signed investment in a month.</summary>
public sealed record NoteInvestmentSpent(long CaseId, DateOnly Month, long? AmountOre, string? What) : ICommand<NoteInvestmentSpent>
{
    public static Verb<NoteInvestmentSpent> Verb { get; } =
        new(
            "note-investment-spent",
            Capability.Economy,
            (c, now) => InvestmentRules.Spent(c, InvestmentKnown.Of(now, c.CaseId), now.Today, now.NewId)
        );
}

/// <summary>Takes back an amount that was noted by mistake.</summary>
public sealed record WithdrawInvestmentSpent(long SpentId) : ICommand<WithdrawInvestmentSpent>
{
    public static Verb<WithdrawInvestmentSpent> Verb { get; } =
        new(
            "withdraw-investment-spent",
            Capability.Economy,
            (c, now) =>
                now.Facts.Find<InvestmentSpentFact>(c.SpentId) is { } row
                    ? new Withdrawn(FactKinds.InvestmentSpent, row.Id)
                    : new Refusal("thing-not-there")
        );
}

public static partial class InvestmentRules
{
    /// <param name="headNo">What the baseline knows.</param>
    /// <param name="baselines">The names of those there are.</param>
    public static Decision Sign(
        SignInvestment c,
        InvestmentKnown known,
        DateOnly today,
        long headNo,
        IReadOnlyList<string> baselines,
        Func<long> next
    )
    {
        if (known.Case is not { } of)
            return new Refusal("thing-not-there");
        if (known.Signed is not null)
            return new Refusal("investment-signed-already");
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.Name))
            wrong.Add(new("investment-signer-missing", nameof(c.Name)));
        else if (c.Name.Trim().Length > LongestName)
            wrong.Add(new("investment-name-too-long", nameof(c.Name)));
        var made = new InvestmentCase(of, known.Lines);
        if (!made.Costs.Any())
            wrong.Add(new("investment-without-costs"));
        if (!made.Savings.Any())
            wrong.Add(new("investment-without-savings"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var name = "Investering: " + of.Name;
        for (var again = 2; baselines.Contains(name, StringComparer.OrdinalIgnoreCase); again++)
            name = $"Investering: {of.Name} ({again})";
        var baseline = new BaselineFact
        {
            Id = next(),
            Day = today,
            EntryNo = headNo,
            Name = name,
        };
        return Decision.Of([
            new Recorded(FactKinds.Baseline, baseline),
            new Recorded(
                FactKinds.InvestmentSigned,
                new InvestmentSignedFact
                {
                    Id = next(),
                    CaseId = of.Id,
                    On = today,
                    BaselineId = baseline.Id,
                    InOre = made.InOre,
                    OutOre = made.OutOre,
                    Name = c.Name!.Trim(),
                }
            ),
        ]);
    }

    public static Decision Spent(NoteInvestmentSpent c, InvestmentKnown known, DateOnly today, Func<long> next)
    {
        if (known.Case is not { } of)
            return new Refusal("thing-not-there");
        if (known.Signed is null)
            return new Refusal("investment-not-signed");
        var wrong = new List<Refusal>();
        var month = new DateOnly(c.Month.Year, c.Month.Month, 1);
        if (month > today)
            wrong.Add(new("day-in-future", nameof(c.Month)));
        if (month < of.First || month > of.Last)
            wrong.Add(new("investment-month-outside", nameof(c.Month)));
        if (c.AmountOre is not { } ore || ore == 0)
            wrong.Add(new("investment-amount-missing", nameof(c.AmountOre)));
        else if (ore is < -10_000_000_000 * Kroner or > 10_000_000_000 * Kroner)
            wrong.Add(new("investment-amount", nameof(c.AmountOre)));
        if (string.IsNullOrWhiteSpace(c.What))
            wrong.Add(new("value-missing", nameof(c.What)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.InvestmentSpent,
            new InvestmentSpentFact
            {
                Id = next(),
                CaseId = of.Id,
                Month = month,
                AmountOre = c.AmountOre!.Value,
                What = c.What!.Trim(),
            }
        );
    }
}
