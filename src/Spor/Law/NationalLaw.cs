using System.Text.Json;
using Spor.Facts;
using Spor.Requirements;

namespace Spor.Law;

/// <summary>A rule as it stands on a day: its section, layer and parameters, with where they come from.</summary>
/// <param name="Id">For example <c>child-heard</c>.</param>
/// <param name="IsLaw">Layer law; false = the municipality's own, stricter promise.</param>
/// <param name="Section">For example <c>Barnets lov § 5</c>; null in the model layer.</param>
/// <param name="Title">Danish, as a caseworker says it.</param>
/// <param name="Fulfils">Danish: what would fulfil it.</param>
/// <param name="Mark">S = stated in a source; I, M, NF = unverified, and shown so to administrators.</param>
public sealed record RuleInForce(
    string Id,
    bool IsLaw,
    string? Section,
    int Hours,
    int Days,
    int Weekdays,
    int Months,
    DateOnly From,
    DateOnly To,
    string Title,
    string Fulfils,
    string Source,
    string Mark
)
{
    public bool Verified => Mark == "S";

    /// <summary>What the law or the model say, where the number is the municipality's own; null where it is theirs.</summary>
    public Standard? Replaces { get; init; }

    /// <summary>The number with its unit; null where the rule has none.</summary>
    public Standard? Standard =>
        Hours > 0 ? new(Hours, ParameterUnit.Hours, IsLaw, Section, Source, Mark)
        : Days > 0 ? new(Days, ParameterUnit.Days, IsLaw, Section, Source, Mark)
        : Weekdays > 0 ? new(Weekdays, ParameterUnit.Weekdays, IsLaw, Section, Source, Mark)
        : Months > 0 ? new(Months, ParameterUnit.Months, IsLaw, Section, Source, Mark)
        : null;

    /// <summary>The row with the municipality's own number, if that is the stricter or the row is the model's.</summary>
    internal RuleInForce With(int? own)
    {
        if (Standard is not { } standard || Bounds.Stricter(standard, own) is var number && number == standard.Number)
            return this;
        var row = standard.Unit switch
        {
            ParameterUnit.Hours => this with { Hours = number },
            ParameterUnit.Days => this with { Days = number },
            ParameterUnit.Weekdays => this with { Weekdays = number },
            _ => this with { Months = number },
        };
        return row with { Replaces = standard };
    }
}

/// <summary>National rule parameters and sections as dated rows (<c>Law/requirements.json</c>). The law in force on the trigger's day
/// decides. A municipality's own numbers are in <see cref="Bounds"/>.</summary>
public static class NationalLaw
{
    static readonly RuleInForce[][] ByRule = Load();

    public static IEnumerable<RuleInForce> All => ByRule.SelectMany(r => r);

    /// <summary>A rule's rows, the earliest first.</summary>
    public static IReadOnlyList<RuleInForce> Rows(Rule rule) => ByRule[(int)rule];

    /// <summary>The row in force on the trigger's day; the nearest one before or after, if none is.</summary>
    public static RuleInForce Of(Rule rule, DateOnly trigger)
    {
        var rows = ByRule[(int)rule];
        foreach (var row in rows)
            if (trigger <= row.To)
                return row;
        return rows[^1];
    }

    static RuleInForce[][] Load()
    {
        using var stream = typeof(NationalLaw).Assembly.GetManifestResourceStream("Spor.Law.requirements.json")!;
        using var json = JsonDocument.Parse(stream);
        using var danish = typeof(NationalLaw).Assembly.GetManifestResourceStream("Spor.Law.danish.json")!;
        using var texts = JsonDocument.Parse(danish);
        var rows = new List<RuleInForce>[Enum.GetValues<Rule>().Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = [];
        foreach (var e in json.RootElement.EnumerateArray())
        {
            int Number(string name) => e.TryGetProperty(name, out var n) ? n.GetInt32() : 0;
            DateOnly Day(string name, DateOnly open) =>
                e.GetProperty(name).GetString() is { } t ? DateOnly.ParseExact(t, "yyyy-MM-dd") : open;
            var id = e.GetProperty("rule").GetString()!;
            if (!Codes<Rule>.TryDanish(id, out var rule))
                throw new InvalidOperationException("Unknown rule " + id);
            rows[(int)rule]
                .Add(
                    new(
                        id,
                        e.GetProperty("layer").GetString() == "law",
                        e.GetProperty("section").GetString(),
                        Number("hours"),
                        Number("days"),
                        Number("weekdays"),
                        Number("months"),
                        Day("from", DateOnly.MinValue),
                        Day("to", DateOnly.MaxValue),
                        texts.RootElement.GetProperty(id).GetProperty("title").GetString()!,
                        texts.RootElement.GetProperty(id).GetProperty("fulfils").GetString()!,
                        e.GetProperty("source").GetString()!,
                        e.GetProperty("mark").GetString()!
                    )
                );
        }
        return [.. rows.Select(r => r.OrderBy(x => x.From).ToArray())];
    }
}
