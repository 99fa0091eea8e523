using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Decisions;

/// <summary>The municipality's own row in the table of authority, from a day. It stands in place of the default row of the same level, kind
/// and measure.</summary>
/// <param name="Kind">Null = any.</param>
/// <param name="MeasureCode">Null = any.</param>
/// <param name="MostOreAMonth">Null = any amount.</param>
public sealed record SetAuthorityLimit(
    AuthorityLevel Level,
    DecisionKind? Kind,
    string? MeasureCode,
    long? MostOreAMonth,
    DateOnly From,
    DateOnly? To
) : ICommand<SetAuthorityLimit>
{
    public static Verb<SetAuthorityLimit> Verb { get; } =
        new(
            "set-authority-limit",
            Capability.Settings,
            (c, now) => DecisionRules.SetLimit(c, now.Facts.All<AuthorityLimitFact>(), now.Catalogue, now.Today, now.NewId)
        );
}

public static partial class DecisionRules
{
    /// <param name="own">The municipality's own rows.</param>
    public static Decision SetLimit(
        SetAuthorityLimit c,
        IEnumerable<AuthorityLimitFact> own,
        Interventions.Catalogue catalogue,
        DateOnly today,
        Func<long> next
    )
    {
        var wrong = new List<Refusal>();
        if (
            c.Kind is { } kind
            && (DecisionLaw.Of(kind, c.From).Chair || DecisionLaw.Of(kind, c.From).Committee != (c.Level == AuthorityLevel.Committee))
        )
            wrong.Add(new("committee-decides-by-law", nameof(c.Level)));
        if (c.MeasureCode is { } code && !catalogue.Knows(code))
            wrong.Add(new("measure-not-in-catalogue", nameof(c.MeasureCode)));
        if (c.MostOreAMonth < 0)
            wrong.Add(new("limit-negative", nameof(c.MostOreAMonth)));
        // What was decided under the old limits was decided under them.
        if (c.From < today)
            wrong.Add(new("limit-not-backwards", nameof(c.From)));
        if (c.To < c.From)
            wrong.Add(new("end-before-start", nameof(c.To)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var same = own.FirstOrDefault(o => (o.Level, o.Kind, o.MeasureCode, o.From) == (c.Level, c.Kind, c.MeasureCode, c.From));
        var row =
            (AuthorityLimitFact?)same?.Copy()
            ?? new AuthorityLimitFact
            {
                Id = next(),
                Level = c.Level,
                Kind = c.Kind,
                MeasureCode = c.MeasureCode,
                From = c.From,
            };
        (row.MostOreAMonth, row.To) = (c.MostOreAMonth, c.To);
        return same is null ? new Recorded(FactKinds.AuthorityLimit, row) : new Corrected(FactKinds.AuthorityLimit, row);
    }
}
