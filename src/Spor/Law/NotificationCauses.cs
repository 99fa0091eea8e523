namespace Spor.Law;

/// <summary>A cause of a notification to choose from.</summary>
/// <param name="Mark">S = stated in a source; anything else is unverified, and shown so to administrators.</param>
public sealed record NotificationCause(string Name, DateOnly From, DateOnly To, string Source, string Mark);

/// <summary>The causes that the form offers (<c>Law/causes.json</c>). Statistics Denmark's own list is not known yet, so what is chosen is
/// kept as words.</summary>
public static class NotificationCauses
{
    public static IReadOnlyList<NotificationCause> All { get; } = Load();

    public static IEnumerable<NotificationCause> On(DateOnly day) => All.Where(c => c.From <= day && day <= c.To);

    static IReadOnlyList<NotificationCause> Load() =>
        LawTable.Read(
            "Spor.Law.causes",
            e => new NotificationCause(
                e.GetProperty("cause").GetString()!,
                LawTable.From(e),
                LawTable.To(e),
                e.GetProperty("source").GetString()!,
                e.GetProperty("mark").GetString()!
            )
        );
}
