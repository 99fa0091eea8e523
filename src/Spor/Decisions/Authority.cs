using System.Text.Json;
using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Decisions;

/// <summary>A row of the table of authority: up to so much a month, for a kind of decision or a measure, this level decides.</summary>
/// <param name="MostOreAMonth">Øre a month; null = any amount.</param>
/// <param name="OwnId">The municipality's own row; null for a default row.</param>
/// <param name="Mark">S = stated in a source, or the municipality's own; anything else is unverified and shown so.</param>
public sealed record AuthorityRow(
    AuthorityLevel Level,
    DecisionKind? Kind,
    string? MeasureCode,
    long? MostOreAMonth,
    DateOnly From,
    DateOnly? To,
    long? OwnId,
    string Source,
    string Mark
)
{
    public bool Verified => Mark == "S";
}

/// <summary>Who may decide what (bevillingskompetence).</summary>
public static class Authority
{
    /// <summary>The default rows (<c>Law/authority.json</c>), until the municipality has its own of the same level, kind and
    /// measure.</summary>
    public static IReadOnlyList<AuthorityRow> Default { get; } = Load();

    /// <summary>The rows in force on a day: the municipality's own, and the default ones that no own row stands in place of.</summary>
    public static IReadOnlyList<AuthorityRow> On(IEnumerable<AuthorityLimitFact> own, DateOnly day)
    {
        // Of several own rows for the same, the one that began last holds.
        var mine = own.Where(o => o.From <= day && !(o.To < day))
            .GroupBy(o => (o.Level, o.Kind, o.MeasureCode))
            .Select(g => g.OrderBy(o => o.From).ThenBy(o => o.Id).Last())
            .Select(o => new AuthorityRow(o.Level, o.Kind, o.MeasureCode, o.MostOreAMonth, o.From, o.To, o.Id, "kommunen", "S"))
            .ToList();
        return [.. mine, .. Default.Where(d => !mine.Exists(m => (m.Level, m.Kind, m.MeasureCode) == (d.Level, d.Kind, d.MeasureCode)))];
    }

    /// <summary>The level that must decide: the narrowest row that fits says it; without any, the head of department.</summary>
    /// <param name="oreAMonth">Null if the decision costs nothing that is known.</param>
    public static AuthorityLevel Needed(
        IEnumerable<AuthorityRow> rows,
        DecisionKind kind,
        string? measureCode,
        long? oreAMonth,
        DateOnly day
    )
    {
        // No table of a municipality can take from the committee what the law gives it.
        if (Law.DecisionLaw.Of(kind, day).Committee)
            return AuthorityLevel.Committee;
        if (Law.DecisionLaw.Of(kind, day).Chair)
            return AuthorityLevel.Chair;
        return rows.Where(r =>
                    (r.Kind is null || r.Kind == kind)
                    && (r.MeasureCode is null || string.Equals(r.MeasureCode, measureCode, StringComparison.OrdinalIgnoreCase))
                    && (r.MostOreAMonth is null || (oreAMonth ?? 0) <= r.MostOreAMonth)
                )
                .OrderByDescending(r => (r.MeasureCode is null ? 0 : 2) + (r.Kind is null ? 0 : 1))
                .ThenBy(r => r.MostOreAMonth ?? long.MaxValue)
                .ThenBy(r => r.Level)
                .FirstOrDefault()
                ?.Level
            ?? AuthorityLevel.Leader;
    }

    /// <summary>What a decision costs in the month it starts, by the arithmetic of calculated spending; null without a price.</summary>
    public static long? OreAMonth(long? priceOre, PriceUnit? unit, long? quantityHundredths, DateOnly from) =>
        priceOre is { } p && unit is { } u ? Spending.AWholeMonth(p, u, quantityHundredths, from) : null;

    /// <summary>True if a level may decide what needs another. What the committee or its chair decides is entered by the head of
    /// department, with their day.</summary>
    public static bool Covers(AuthorityLevel own, AuthorityLevel needed) =>
        needed >= AuthorityLevel.Committee ? own >= AuthorityLevel.Leader : own >= needed;

    static List<AuthorityRow> Load()
    {
        using var stream = typeof(Authority).Assembly.GetManifestResourceStream("Spor.Law.authority.json")!;
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(e => new AuthorityRow(
                    Codes<AuthorityLevel>.TryDanish(e.GetProperty("level").GetString()!, out var level)
                        ? level
                        : throw new InvalidOperationException("Unknown level"),
                    e.GetProperty("kind").GetString() is not { } kind ? null
                        : Codes<DecisionKind>.TryDanish(kind, out var k) ? k
                        : throw new InvalidOperationException("Unknown kind " + kind),
                    null,
                    e.GetProperty("most").ValueKind == JsonValueKind.Null ? null : e.GetProperty("most").GetInt64(),
                    DateOnly.MinValue,
                    null,
                    null,
                    e.GetProperty("source").GetString()!,
                    e.GetProperty("mark").GetString()!
                )),
        ];
    }
}
