using System.Text.Json;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Law;

/// <summary>A section that a decision may rest on.</summary>
/// <param name="Code">As sources write it: <c>32.1.5</c>.</param>
/// <param name="Measures">The measures that usually rest on it, by their codes in the catalogue.</param>
public sealed record LegalBasis(string Code, string Text, IReadOnlyList<string> Measures);

/// <summary>Which measures a kind of decision may grant: by the step and form that the catalogue gives them.</summary>
public enum MeasureGroup
{
    [Code("none")]
    None,

    [Code("preventive")]
    Preventive,

    [Code("support")]
    Support,

    [Code("placement")]
    Placement,

    [Code("any")]
    Any,

    /// <summary>Not on the ladder: extra costs, lost earnings and other help by reason of a disability.</summary>
    [Code("disability")]
    Disability,
}

/// <summary>What the law asks of a kind of decision on a day.</summary>
/// <param name="ChildHeard">The child is heard before it (BL 5).</param>
/// <param name="PartyAge">From this age the child is a party of its own (BL 3); null = never.</param>
/// <param name="YoungConsentAge">From this age the young person's own consent is needed; null = never.</param>
/// <param name="Assessment">Needs a finished child protection assessment (bfu), unless acute.</param>
/// <param name="PlanBefore">The plan is ready before it (BL 91, of § 47).</param>
/// <param name="PlanNeed">It says whether a plan is needed, and why (BL 91, of § 32).</param>
/// <param name="Chair">The committee's chair decides it alone, since it cannot wait (BL 143); everything that a placement asks for is owed
/// afterwards.</param>
/// <param name="ConsentSought">It says how consent was sought first.</param>
/// <param name="MostMonths">The period is at most so many months; 0 = no limit.</param>
/// <param name="FromAge">Its measure begins at this age at the earliest; 0 = no limit.</param>
/// <param name="DueMonthsBeforeAdult">It is made at the latest so many months before the 18th birthday; 0 = no such rule.</param>
/// <param name="Mark">S = stated in a source; I, M, NF = unverified, and shown so to administrators.</param>
public sealed record DecisionKindInForce(
    DecisionKind Kind,
    DateOnly From,
    DateOnly To,
    string Section,
    MeasureGroup Measures,
    bool MeasureNeeded,
    bool ChildHeard,
    int? PartyAge,
    bool CustodyConsent,
    int? YoungConsentAge,
    bool Assessment,
    bool PlanBefore,
    bool PlanNeed,
    bool Purpose,
    bool Duration,
    bool Siblings,
    bool Committee,
    bool Chair,
    bool ConsentSought,
    int MostMonths,
    bool Statement,
    bool PlanRevised,
    bool YouthPlan,
    int FromAge,
    int DueMonthsBeforeAdult,
    IReadOnlyList<LegalBasis> Bases,
    string Source,
    string Mark
)
{
    public bool Verified => Mark == "S";

    /// <summary>The section that a measure usually rests on; null if the law's table does not say.</summary>
    public LegalBasis? Usual(string measureCode) =>
        Bases.FirstOrDefault(b => b.Measures.Contains(measureCode, StringComparer.OrdinalIgnoreCase))
        ?? (Bases.Count == 1 ? Bases[0] : null);
}

/// <summary>Something a decision leaves to be done afterwards.</summary>
/// <param name="When"><c>acute</c>, <c>acute-left-out</c> (the child was not heard), <c>preliminary</c> (of the committee's chair),
/// <c>without-consent-new</c> and <c>-placed</c> (whether the child was placed in the year before), <c>plan-needed</c> …</param>
/// <param name="Waives">The gate that it takes the place of: <c>assessment</c>, <c>plan</c>, <c>hearing</c>; null for none.</param>
public sealed record DutyRule(
    string Code,
    string When,
    string? Waives,
    int Days,
    int Months,
    string Title,
    string? Section,
    string Source,
    string Mark
)
{
    public DateOnly DueAfter(DateOnly decided) => DanishCalendar.AddMonths(decided, Months).AddDays(Days);
}

/// <summary>What the law asks of decisions, as dated rows (<c>Law/decisions.json</c>). The law in force on the decision's day
/// decides.</summary>
public static class DecisionLaw
{
    static readonly List<DecisionKindInForce> Kinds = [];

    static DecisionLaw()
    {
        using var stream = typeof(DecisionLaw).Assembly.GetManifestResourceStream("Spor.Law.decisions.json")!;
        using var json = JsonDocument.Parse(stream);
        foreach (var e in json.RootElement.GetProperty("kinds").EnumerateArray())
            Kinds.Add(Kind(e));
        Duties =
        [
            .. json
                .RootElement.GetProperty("duties")
                .EnumerateArray()
                .Select(e => new DutyRule(
                    Text(e, "code")!,
                    Text(e, "when")!,
                    Text(e, "waives"),
                    Number(e, "days") ?? 0,
                    Number(e, "months") ?? 0,
                    Text(e, "title")!,
                    Text(e, "section"),
                    Text(e, "source")!,
                    Text(e, "mark")!
                )),
        ];
        ComplaintWeeks = Number(json.RootElement.GetProperty("complaint"), "weeks")!.Value;
        StepsWithoutReason = Number(json.RootElement.GetProperty("skipReasonOver"), "steps")!.Value;
    }

    public static IReadOnlyList<DecisionKindInForce> All => Kinds;
    public static IReadOnlyList<DutyRule> Duties { get; }

    /// <summary>The complaint's deadline, from when the decision is received.</summary>
    public static int ComplaintWeeks { get; }

    /// <summary>A measure may be so many steps higher than where the child stands without a reason for it.</summary>
    public static int StepsWithoutReason { get; }

    /// <summary>Whether some section says that the measure usually rests on it; a municipality's own measures are on none.</summary>
    public static bool Lists(string measureCode) =>
        Kinds.Exists(k => k.Bases.Any(b => b.Measures.Contains(measureCode, StringComparer.OrdinalIgnoreCase)));

    /// <summary>The row in force on a day; the kind's first, on a day before there was such a decision.</summary>
    public static DecisionKindInForce Of(DecisionKind kind, DateOnly on) =>
        Kinds.Find(k => k.Kind == kind && k.From <= on && on <= k.To) ?? Kinds.First(k => k.Kind == kind);

    static DecisionKindInForce Kind(JsonElement e)
    {
        if (
            !Codes<DecisionKind>.TryDanish(Text(e, "kind")!, out var kind)
            || !Codes<MeasureGroup>.TryDanish(Text(e, "measures")!, out var measures)
        )
            throw new InvalidOperationException("Unknown kind " + Text(e, "kind"));
        return new(
            kind,
            Day(e, "from", DateOnly.MinValue),
            Day(e, "to", DateOnly.MaxValue),
            Text(e, "section")!,
            measures,
            Flag(e, "measureNeeded"),
            Flag(e, "childHeard"),
            Number(e, "partyAge"),
            Flag(e, "custodyConsent"),
            Number(e, "youngConsentAge"),
            Flag(e, "assessment"),
            Flag(e, "planBefore"),
            Flag(e, "planNeed"),
            Flag(e, "purpose"),
            Flag(e, "duration"),
            Flag(e, "siblings"),
            Flag(e, "committee"),
            Flag(e, "chair"),
            Flag(e, "consentSought"),
            Number(e, "mostMonths") ?? 0,
            Flag(e, "statement"),
            Flag(e, "planRevised"),
            Flag(e, "youthPlan"),
            Number(e, "fromAge") ?? 0,
            Number(e, "dueMonthsBeforeAdult") ?? 0,
            [
                .. e.GetProperty("bases")
                    .EnumerateArray()
                    .Select(b => new LegalBasis(
                        Text(b, "code")!,
                        Text(b, "text")!,
                        b.TryGetProperty("measures", out var m) ? [.. m.EnumerateArray().Select(x => x.GetString()!)] : []
                    )),
            ],
            Text(e, "source")!,
            Text(e, "mark")!
        );
    }

    // A promise of the municipality's, not the law's: it may be set as the municipality likes.
    static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var v) ? v.GetString() : null;

    static bool Flag(JsonElement e, string name) => e.TryGetProperty(name, out var v) && v.GetBoolean();

    static int? Number(JsonElement e, string name) => e.TryGetProperty(name, out var v) ? v.GetInt32() : null;

    static DateOnly Day(JsonElement e, string name, DateOnly open) =>
        e.GetProperty(name).GetString() is { } t ? DateOnly.ParseExact(t, "yyyy-MM-dd") : open;
}
