using System.Text.Json;

namespace Spor.Law;

/// <summary>The dated tables of law and practice, which lie as JSON beside what reads them. Each row says from when to when it holds, where
/// it stands and how sure it is.</summary>
static class LawTable
{
    /// <param name="name">Of the table, without its ending: <c>Spor.Law.duties</c>.</param>
    /// <param name="row">Reads one row.</param>
    public static IReadOnlyList<T> Read<T>(string name, Func<JsonElement, T> row)
    {
        using var stream = typeof(LawTable).Assembly.GetManifestResourceStream(name + ".json")!;
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.EnumerateArray().Select(row)];
    }

    /// <summary>The row's first day; <see cref="DateOnly.MinValue"/> where none is given.</summary>
    public static DateOnly From(JsonElement row) => Day(row, "from", DateOnly.MinValue);

    /// <summary>The row's last day; <see cref="DateOnly.MaxValue"/> where none is given.</summary>
    public static DateOnly To(JsonElement row) => Day(row, "to", DateOnly.MaxValue);

    static DateOnly Day(JsonElement row, string name, DateOnly open) =>
        row.GetProperty(name).GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : open;
}
