using System.Text.Json;
using Spor.Facts;

namespace Spor.Law;

public enum AssessmentTopic
{
    [Code("screening")]
    Screening,

    [Code("clarification")]
    Clarification,

    [Code("assessment")]
    Assessment,

    [Code("target-group")]
    TargetGroup,

    [Code("revisit")]
    Revisit,

    [Code("siblings")]
    Siblings,

    [Code("two-caseworkers")]
    TwoCaseworkers,

    [Code("hearing")]
    Hearing,

    [Code("leaving-out")]
    LeavingOut,

    [Code("suspicion")]
    Suspicion,
}

/// <summary>How much of a set of dimensions an assessment writes.</summary>
public enum DimensionUse
{
    [Code("none")]
    None,

    [Code("some")]
    Some,

    [Code("all")]
    All,
}

/// <summary>What the law or the model says about assessing and hearing a child, in force from one day to another.</summary>
/// <param name="Section">Null in the model layer.</param>
/// <param name="Text">Danish, shown where it applies.</param>
/// <param name="MonthsFrom">The child's age in months from which it may be done; 0 = no limit.</param>
/// <param name="MonthsTo">The age at which it is due; 0 = no limit.</param>
/// <param name="Mark">S = stated in a source; anything else is unverified.</param>
public sealed record AssessmentLaw(
    AssessmentTopic Topic,
    bool IsLaw,
    string? Section,
    string Text,
    DimensionUse Dimensions,
    int MonthsFrom,
    int MonthsTo,
    DateOnly From,
    DateOnly To,
    string Source,
    string Mark
)
{
    public bool Verified => Mark == "S";

    public static IReadOnlyList<AssessmentLaw> All { get; } = Load();

    /// <summary>The row in force on a day; null when nothing asked for it then.</summary>
    public static AssessmentLaw? Of(AssessmentTopic topic, DateOnly day)
    {
        foreach (var row in All)
            if (row.Topic == topic && row.From <= day && day <= row.To)
                return row;
        return null;
    }

    static List<AssessmentLaw> Load()
    {
        using var stream = typeof(AssessmentLaw).Assembly.GetManifestResourceStream("Spor.Law.assessments.json")!;
        using var json = JsonDocument.Parse(stream);
        static int Number(JsonElement e, string name) => e.TryGetProperty(name, out var n) ? n.GetInt32() : 0;
        static T Value<T>(JsonElement e, string name)
            where T : struct, Enum =>
            !e.TryGetProperty(name, out var v) ? default
            : Codes<T>.TryDanish(v.GetString()!, out var found) ? found
            : throw new InvalidOperationException($"Unknown {name} {v.GetString()}");
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(e => new AssessmentLaw(
                    Value<AssessmentTopic>(e, "topic"),
                    e.GetProperty("layer").GetString() == "law",
                    e.GetProperty("section").GetString(),
                    e.GetProperty("text").GetString()!,
                    Value<DimensionUse>(e, "dimensions"),
                    Number(e, "monthsFrom"),
                    Number(e, "monthsTo"),
                    LawTable.From(e),
                    LawTable.To(e),
                    e.GetProperty("source").GetString()!,
                    e.GetProperty("mark").GetString()!
                )),
        ];
    }
}
