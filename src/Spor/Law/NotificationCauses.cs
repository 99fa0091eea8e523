using System.Text.Json;

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

    static List<NotificationCause> Load()
    {
        using var stream = typeof(NotificationCauses).Assembly.GetManifestResourceStream("Spor.Law.causes.json")!;
        using var json = JsonDocument.Parse(stream);
        static DateOnly Day(JsonElement e, string name, DateOnly open) =>
            e.GetProperty(name).GetString() is { } t ? DateOnly.ParseExact(t, "yyyy-MM-dd") : open;
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(e => new NotificationCause(
                    e.GetProperty("cause").GetString()!,
                    Day(e, "from", DateOnly.MinValue),
                    Day(e, "to", DateOnly.MaxValue),
                    e.GetProperty("source").GetString()!,
                    e.GetProperty("mark").GetString()!
                )),
        ];
    }
}
