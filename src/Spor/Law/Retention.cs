using Spor.Facts;

namespace Spor.Law;

/// <summary>How long something is kept, and what may be erased when.</summary>
/// <param name="Rule">Kebab-case: <c>child-record</c>.</param>
/// <param name="Years">Whole years; 0 = the rule gives no number.</param>
/// <param name="Mark">S = stated in a source; I, M, NF = unverified, and shown so to administrators.</param>
public sealed record RetentionRule(
    string Rule,
    string Title,
    string Says,
    int Years,
    string Section,
    DateOnly From,
    DateOnly To,
    string Source,
    string Mark
)
{
    public bool Verified => Mark == "S";
}

/// <summary>The register of what is kept how long, as dated rows (<c>Law/retention.json</c>). No rule erases anything by itself: a person
/// does, and says by which.</summary>
public static class Retention
{
    /// <summary>A child's names and texts.</summary>
    public const string ChildRecord = "child-record";

    /// <summary>What a partner sent that became no notification.</summary>
    public const string SentSetAside = "sent-set-aside";

    public static IReadOnlyList<RetentionRule> All { get; } = Load();

    /// <summary>The row in force on a day.</summary>
    /// <exception cref="InvalidOperationException">There is no such rule, or none in force.</exception>
    public static RetentionRule On(string rule, DateOnly day) => All.First(r => r.Rule == rule && r.From <= day && day <= r.To);

    /// <summary>The first day on which a child's record may be erased, by the rule in force on a day; null while a case is open, and where
    /// there never was one.</summary>
    public static DateOnly? RecordFrom(ChildFile file, DateOnly day)
    {
        if (file.Cases.Length == 0 || Array.Exists(file.Cases, c => c.ClosedOn is null || c.ClosedOn > day))
            return null;
        // A notification that nobody has answered is work that waits.
        if (Array.Exists(file.Notifications, n => n.Outcome is null && n.ReceivedOn > file.Cases.Max(c => c.ClosedOn)))
            return null;
        return file.Cases.Max(c => c.ClosedOn)!.Value.AddYears(On(ChildRecord, day).Years);
    }

    /// <summary>The first day on which what a partner sent, and somebody set aside, may be erased; null for what waits, and for what became
    /// a notification, which goes with the child.</summary>
    public static DateOnly? SentFrom(Notifications.SentNotificationFact sent, DateOnly day) =>
        sent.SetAsideOn is { } on ? on.AddYears(On(SentSetAside, day).Years) : null;

    static IReadOnlyList<RetentionRule> Load() =>
        LawTable.Read(
            "Spor.Law.retention",
            e => new RetentionRule(
                e.GetProperty("rule").GetString()!,
                e.GetProperty("title").GetString()!,
                e.GetProperty("says").GetString()!,
                e.TryGetProperty("years", out var years) ? years.GetInt32() : 0,
                e.GetProperty("section").GetString()!,
                LawTable.From(e),
                LawTable.To(e),
                e.GetProperty("source").GetString()!,
                e.GetProperty("mark").GetString()!
            )
        );
}
