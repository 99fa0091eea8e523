using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Decisions;

/// <summary>The rates rise from a day, by so much; or a regulation of that day for the same is put right.</summary>
/// <param name="PercentHundredths">Percent, in hundredths. 0 takes back one that stands.</param>
/// <param name="MeasureCode">Null = not one measure alone.</param>
/// <param name="Account">How the accounts begin; null = whatever account.</param>
public sealed record SetRateRegulation(DateOnly From, long? PercentHundredths, string? MeasureCode, string? Account)
    : ICommand<SetRateRegulation>
{
    public static Verb<SetRateRegulation> Verb { get; } =
        new(
            "set-rate-regulation",
            Capability.Settings,
            (c, now) =>
                DecisionRules.SetRegulation(
                    c,
                    now.Facts.All<RateRegulationFact>(),
                    now.Catalogue,
                    regulated => now.Register.Children.Any(f => f.Interventions.Any(m => WouldCostMore(m, f, now.Catalogue, regulated))),
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => DecisionRules.SameRegulation(c, now.Facts.All<RateRegulationFact>()),
        };

    static bool WouldCostMore(InterventionFact m, ChildFile file, Catalogue now, Catalogue then) =>
        Grants.Beyond(m, file, then) is not null && Grants.Beyond(m, file, now) is null;
}

public static partial class DecisionRules
{
    /// <summary>More than this is typed wrong: hundredths of a percent.</summary>
    public const long MostRegulation = 25_00;

    internal static RateRegulationFact? SameRegulation(SetRateRegulation c, IReadOnlyList<RateRegulationFact> own) =>
        own.FirstOrDefault(r => (r.From, r.MeasureCode, r.Account) == (c.From, c.MeasureCode, c.Account));

    /// <param name="own">The municipality's regulations.</param>
    /// <param name="costsMore">Whether some measure would cost more than is granted if the rates were those of another catalogue.</param>
    public static Decision SetRegulation(
        SetRateRegulation c,
        IReadOnlyList<RateRegulationFact> own,
        Catalogue catalogue,
        Func<Catalogue, bool> costsMore,
        DateOnly today,
        Func<long> next
    )
    {
        var wrong = new List<Refusal>();
        var same = SameRegulation(c, own);
        if (c.PercentHundredths is not { } percent)
            wrong.Add(new("regulation-percent-missing", nameof(c.PercentHundredths)));
        else if (percent < 0 || percent > MostRegulation || (percent == 0 && same is null))
            wrong.Add(new("regulation-out-of-range", nameof(c.PercentHundredths)));
        // The rates of a year are often known some time into it.
        if (c.From < today.AddYears(-1) || c.From > today.AddYears(1))
            wrong.Add(new("regulation-day-far", nameof(c.From)));
        if (c.MeasureCode is not null && c.Account is not null)
            wrong.Add(new("regulation-for-both", nameof(c.Account)));
        if (c.MeasureCode is { } code && !catalogue.Knows(code))
            wrong.Add(new("measure-not-in-catalogue", nameof(c.MeasureCode)));
        if (c.Account is { } account && !catalogue.Rows.Any(r => r.Account?.StartsWith(account, StringComparison.Ordinal) == true))
            wrong.Add(new("regulation-account-unknown", nameof(c.Account)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row =
            (RateRegulationFact?)same?.Copy()
            ?? new RateRegulationFact
            {
                Id = next(),
                From = c.From,
                MeasureCode = c.MeasureCode,
                Account = c.Account,
            };
        row.PercentHundredths = c.PercentHundredths!.Value;
        if (costsMore(catalogue.Regulated([.. own.Where(r => r != same), row])))
            return new Refusal("regulation-is-used", nameof(c.PercentHundredths));
        return same is null ? new Recorded(FactKinds.RateRegulation, row) : new Corrected(FactKinds.RateRegulation, row);
    }
}
