namespace Spor.Law;

/// <summary>What a section tells the municipality to do where no requirement is derived from it: what letters quote and steps rest
/// on.</summary>
/// <param name="Duty">For example <c>complaint</c>.</param>
/// <param name="Weeks">A deadline in weeks; 0 = none.</param>
/// <param name="WorkingDays">A deadline in <em>arbejdsdage</em>, Saturdays not counted; 0 = none.</param>
/// <param name="Months">A deadline in months; 0 = none.</param>
/// <param name="Authority">Who decides a complaint; null where there is none.</param>
/// <param name="Mark">S = stated in a source; I, M, NF = unverified, and shown so to administrators.</param>
public sealed record DutyInForce(
    string Duty,
    string Section,
    int Weeks,
    int WorkingDays,
    int Months,
    string? Authority,
    DateOnly From,
    DateOnly To,
    string Source,
    string Mark
)
{
    public bool Verified => Mark == "S";
}

/// <summary>Duties as dated rows (<c>Law/duties.json</c>).</summary>
public static class Duties
{
    public const string Complaint = "complaint",
        Feedback = "feedback",
        FileAccess = "file-access",
        Lawyer = "lawyer",
        NotifyMunicipality = "notify-municipality",
        Objection = "objection";

    public static IReadOnlyList<DutyInForce> All { get; } = Load();

    /// <summary>The row in force on a day.</summary>
    /// <exception cref="InvalidOperationException">There is no such duty, or none in force.</exception>
    public static DutyInForce On(string duty, DateOnly day) => All.First(d => d.Duty == duty && d.From <= day && day <= d.To);

    static IReadOnlyList<DutyInForce> Load() =>
        LawTable.Read(
            "Spor.Law.duties",
            e => new DutyInForce(
                e.GetProperty("duty").GetString()!,
                e.GetProperty("section").GetString()!,
                e.TryGetProperty("weeks", out var w) ? w.GetInt32() : 0,
                e.TryGetProperty("workingDays", out var days) ? days.GetInt32() : 0,
                e.TryGetProperty("months", out var months) ? months.GetInt32() : 0,
                e.TryGetProperty("authority", out var a) ? a.GetString() : null,
                LawTable.From(e),
                LawTable.To(e),
                e.GetProperty("source").GetString()!,
                e.GetProperty("mark").GetString()!
            )
        );
}
