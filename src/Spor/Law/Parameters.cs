using Spor.Facts;
using Spor.Requirements;

namespace Spor.Law;

/// <summary>What a parameter's number counts.</summary>
public enum ParameterUnit
{
    [Code("timer")]
    Hours,

    [Code("dage")]
    Days,

    [Code("hverdage")]
    Weekdays,

    [Code("måneder")]
    Months,

    [Code("år")]
    Years,
}

/// <summary>A number that a municipality may set for itself from a day on. A smaller number is always the stricter one.</summary>
/// <param name="Code">Stands in the journal for good.</param>
/// <param name="Title">Danish, as a caseworker says it.</param>
/// <param name="On">What law or model say on a day; null where they fix no number that day.</param>
public sealed record Parameter(string Code, string Title, Func<DateOnly, Standard?> On);

/// <summary>What law or model say of a parameter on a day.</summary>
/// <param name="IsLaw">The law's: a municipality may promise more, never less. The model's own it may change as it likes.</param>
/// <param name="Mark">S = stated in a source; I, M, NF = unverified, and shown so to administrators.</param>
public sealed record Standard(int Number, ParameterUnit Unit, bool IsLaw, string? Section, string Source, string Mark);

/// <summary>Every parameter there is. A new one is a line here, its standard as a dated row of <c>standards.json</c>, and the
/// rule that asks <see cref="BoundsOnDay.Number"/>.</summary>
public static class Parameters
{
    // Before the parameters, which are read from it.
    static readonly Lazy<ILookup<string, (DateOnly From, DateOnly To, Standard Standard)>> Standards = new(() =>
        LawTable
            .Read(
                "Spor.Law.standards",
                e =>
                    (
                        Of: e.GetProperty("parameter").GetString()!,
                        Row: (
                            LawTable.From(e),
                            LawTable.To(e),
                            new Standard(
                                e.GetProperty("number").GetInt32(),
                                Codes<ParameterUnit>.TryDanish(e.GetProperty("unit").GetString()!, out var unit)
                                    ? unit
                                    : throw new FormatException("standards.json: an unknown unit"),
                                e.GetProperty("law").GetBoolean(),
                                e.GetProperty("section").GetString(),
                                e.GetProperty("source").GetString()!,
                                e.GetProperty("mark").GetString()!
                            )
                        )
                    )
            )
            .ToLookup(r => r.Of, r => r.Row)
    );

    /// <summary>A placement may rest on an assessment of this age (months) without a reason.</summary>
    public static Parameter AssessmentAge { get; } =
        Standing("assessment-age", "En undersøgelse, som en anbringelse hviler på, er højst så gammel uden en begrundelse");

    /// <summary>The next follow-up further ahead than this asks why.</summary>
    public static Parameter NextFollowUpReason { get; } =
        Standing("next-follow-up-reason", "Næste opfølgning længere fremme kræver en begrundelse");

    /// <summary>The next follow-up further ahead than this is for a leader to say.</summary>
    public static Parameter NextFollowUpLeader { get; } =
        Standing("next-follow-up-leader", "Næste opfølgning længere fremme bestemmer en leder");

    /// <summary>Where the youngest of the municipality's own age groups ends (years).</summary>
    public static Parameter OwnAgesYoungest { get; } =
        new("own-ages-youngest", "Egne aldersgrupper: den yngste er fra 0 år til og med", OwnAges.YoungestOn);

    /// <summary>Where the one after it ends (years).</summary>
    public static Parameter OwnAgesOldest { get; } =
        new("own-ages-oldest", "Egne aldersgrupper: den anden er derfra til og med", OwnAges.OldestOn);

    /// <summary>Where each of the others ends (years), which are there once the municipality has set them.</summary>
    public static IReadOnlyList<Parameter> OwnAgesOlder { get; } =
    [Older("third", "tredje"), Older("fourth", "fjerde"), Older("fifth", "femte"), Older("sixth", "sjette")];

    static Parameter Older(string code, string name) =>
        new($"own-ages-{code}", $"Egne aldersgrupper: den {name} er derfra til og med (0 = bruges ikke)", OwnAges.UnusedOn);

    public static IReadOnlyList<Parameter> All { get; } =
    [
        .. Codes<Rule>.All.Where(r => NationalLaw.Rows(r).Any(row => row.Standard is not null)).Select(Of),
        AssessmentAge,
        NextFollowUpReason,
        NextFollowUpLeader,
        OwnAgesYoungest,
        OwnAgesOldest,
        .. OwnAgesOlder,
    ];

    public static Parameter? Find(string code) => All.FirstOrDefault(p => p.Code == code);

    static Parameter Of(Rule rule) =>
        new(rule.Danish(), NationalLaw.Of(rule, DateOnly.MaxValue).Title, day => NationalLaw.Of(rule, day).Standard);

    /// <summary>Its standard stands in <c>standards.json</c>, under its code.</summary>
    static Parameter Standing(string code, string title)
    {
        var rows = Standards.Value[code].ToList();
        return new(code, title, day => rows.Find(r => r.From <= day && day <= r.To).Standard);
    }
}
