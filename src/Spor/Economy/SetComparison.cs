using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Economy;

/// <summary>What another municipality, or a group of them, had in a year, typed in.</summary>
/// <param name="ValueHundredths">Null takes back what was told.</param>
public sealed record SetComparison(int? Year, string? Municipality, ComparedFigure? Figure, long? ValueHundredths, string? Source)
    : ICommand<SetComparison>
{
    public static Verb<SetComparison> Verb { get; } =
        new("set-comparison", Capability.Economy, (c, now) => ComparisonRules.Set(c, now.Facts.All<ComparisonFact>(), now.NewId));
}

public static class ComparisonRules
{
    /// <summary>From and to, in whole units: what lies outside is written in thousands, or in øre.</summary>
    public static (long Least, long Most) Bounds(ComparedFigure figure) =>
        figure switch
        {
            ComparedFigure.FosterPrice or ComparedFigure.InstitutionPrice or ComparedFigure.PlacementPrice => (50_000, 10_000_000),
            ComparedFigure.FullYears => (0, 200),
            _ => (100, 100_000),
        };

    /// <param name="known">Every row there is.</param>
    public static Decision Set(SetComparison c, IEnumerable<ComparisonFact> known, Func<long> next)
    {
        var wrong = new List<Refusal>();
        if (c.Year is not (>= 2000 and <= 2100))
            wrong.Add(new("comparison-year-missing", nameof(c.Year)));
        if (string.IsNullOrWhiteSpace(c.Municipality))
            wrong.Add(new("comparison-place-missing", nameof(c.Municipality)));
        if (c.Figure is null)
            wrong.Add(new("comparison-figure-missing", nameof(c.Figure)));
        var before = known.LastOrDefault(k =>
            k.Year == c.Year
            && string.Equals(k.Municipality.Trim(), c.Municipality?.Trim(), StringComparison.OrdinalIgnoreCase)
            && ComparedFigures.Of(k) == c.Figure
        );
        if (c.ValueHundredths is not { } value)
        {
            if (wrong.Count == 0 && before is not null)
                return new Withdrawn(FactKinds.Comparison, before.Id);
            wrong.Add(new("comparison-value-missing", nameof(c.ValueHundredths)));
            return Decision.No(wrong);
        }
        if (c.Figure is { } figure && Bounds(figure) is var (least, most) && (value < least * 100 || value > most * 100))
            wrong.Add(new("comparison-wrong-unit", nameof(c.ValueHundredths)));
        if (string.IsNullOrWhiteSpace(c.Source))
            wrong.Add(new("comparison-source-missing", nameof(c.Source)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = new ComparisonFact
        {
            Id = before?.Id ?? next(),
            Year = c.Year!.Value,
            Municipality = c.Municipality!.Trim(),
            Figure = c.Figure!.Value.Danish(),
            ValueTenThousandths = value * 100,
            Source = c.Source!.Trim(),
        };
        return before is null ? new Recorded(FactKinds.Comparison, row) : new Corrected(FactKinds.Comparison, row);
    }
}
