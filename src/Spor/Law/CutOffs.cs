using System.Text.Json;

namespace Spor.Law;

/// <summary>A day of the year on which the national ladder tool's indicators are counted.</summary>
/// <param name="Mark">S = stated in a source; anything else is unverified and shown so.</param>
public sealed record CutOff(int Month, int Day, DateOnly From, DateOnly To, string Source, string Mark)
{
    public bool Verified => Mark == "S";
}

/// <summary>The cut-off days as dated rows (<c>Law/cut-offs.json</c>).</summary>
public static class CutOffs
{
    public static IReadOnlyList<CutOff> All { get; } = Load();

    /// <summary>Every cut-off day in [<paramref name="a"/>, <paramref name="b"/>], earliest first.</summary>
    public static IReadOnlyList<DateOnly> Between(DateOnly a, DateOnly b)
    {
        var days = new List<DateOnly>();
        for (var year = a.Year; year <= b.Year; year++)
            foreach (var c in All)
                if (new DateOnly(year, c.Month, c.Day) is var day && a <= day && day <= b && c.From <= day && day <= c.To)
                    days.Add(day);
        days.Sort();
        return days;
    }

    static CutOff[] Load()
    {
        using var stream = typeof(CutOffs).Assembly.GetManifestResourceStream("Spor.Law.cut-offs.json")!;
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(e => new CutOff(
                    e.GetProperty("month").GetInt32(),
                    e.GetProperty("day").GetInt32(),
                    LawTable.From(e),
                    LawTable.To(e),
                    e.GetProperty("source").GetString()!,
                    e.GetProperty("mark").GetString()!
                )),
        ];
    }
}
