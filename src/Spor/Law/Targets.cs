using System.Text.Json;

namespace Spor.Law;

/// <summary>A target that the model itself states for a figure, in force from one day to another.</summary>
/// <param name="Figure">The figure's code.</param>
/// <param name="Percent">In whole percent.</param>
/// <param name="Mark">S = stated in a source; anything else is unverified.</param>
public sealed record Target(string Figure, int Percent, DateOnly From, DateOnly To, string Source, string Mark);

/// <summary>How many a month the model itself states for a figure, in force from one day to another.</summary>
/// <param name="Figure">The figure's code.</param>
/// <param name="Mark">S = stated in a source; anything else is unverified.</param>
public sealed record MonthlyTarget(string Figure, int Least, int Most, DateOnly From, DateOnly To, string Source, string Mark);

/// <summary>The model's own targets as dated rows (<c>Law/targets.json</c>).</summary>
public static class Targets
{
    public static IReadOnlyList<Target> All { get; } = Load();

    /// <summary>The target of a figure on a day; null without one.</summary>
    public static Target? On(string figure, DateOnly day)
    {
        foreach (var t in All)
            if (t.Figure == figure && t.From <= day && day <= t.To)
                return t;
        return null;
    }

    public static IReadOnlyList<MonthlyTarget> Monthly { get; } =
        Rows(
            "least",
            (e, figure, from, to, source, mark) =>
                new MonthlyTarget(figure, e.GetProperty("least").GetInt32(), e.GetProperty("most").GetInt32(), from, to, source, mark)
        );

    /// <summary>How many a month of a figure are wanted on a day; null if nothing is stated.</summary>
    public static MonthlyTarget? MonthlyOn(string figure, DateOnly day)
    {
        foreach (var t in Monthly)
            if (t.Figure == figure && t.From <= day && day <= t.To)
                return t;
        return null;
    }

    static List<Target> Load() =>
        Rows(
            "percent",
            (e, figure, from, to, source, mark) => new Target(figure, e.GetProperty("percent").GetInt32(), from, to, source, mark)
        );

    /// <summary>The rows that have a value of the name.</summary>
    static List<T> Rows<T>(string value, Func<JsonElement, string, DateOnly, DateOnly, string, string, T> make)
    {
        using var stream = typeof(Targets).Assembly.GetManifestResourceStream("Spor.Law.targets.json")!;
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Where(e => e.TryGetProperty(value, out _))
                .Select(e =>
                    make(
                        e,
                        e.GetProperty("figure").GetString()!,
                        LawTable.From(e),
                        LawTable.To(e),
                        e.GetProperty("source").GetString()!,
                        e.GetProperty("mark").GetString()!
                    )
                ),
        ];
    }
}
