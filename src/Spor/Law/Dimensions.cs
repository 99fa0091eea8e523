using System.Text.Json;

namespace Spor.Law;

/// <summary>One thing an assessment looks at.</summary>
/// <param name="Code">Never reused for something else; a row of an assessment carries it.</param>
/// <param name="Title">Danish.</param>
/// <param name="Continues">Codes of an older set whose conclusions can be carried forward to it (unverified: our own reading of the two
/// sets).</param>
public sealed record Dimension(string Code, string Title, IReadOnlyList<string> Continues);

public sealed record DimensionDomain(string Title, IReadOnlyList<Dimension> Dimensions);

/// <summary>The dimensions of assessments whose need was known in a period.</summary>
/// <param name="Mark">S = stated in a source; anything else is unverified.</param>
public sealed record DimensionSet(
    string Code,
    string Title,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<DimensionDomain> Domains,
    string Source,
    string Mark
)
{
    public IEnumerable<Dimension> All => Domains.SelectMany(d => d.Dimensions);

    public Dimension? Find(string code) => All.FirstOrDefault(d => d.Code == code);
}

/// <summary>The ICS dimensions as dated sets (<c>Law/dimensions.json</c>): an old case carries the old ones.</summary>
public static class DimensionSets
{
    public static IReadOnlyList<DimensionSet> All { get; } = Load();

    /// <summary>The set in force on the day the need was known.</summary>
    public static DimensionSet On(DateOnly day) => All.First(s => s.From <= day && day <= s.To);

    /// <summary>A dimension's title, also of an older set; the code itself if no set knows it.</summary>
    public static string Title(string code) => All.Select(s => s.Find(code)).FirstOrDefault(d => d is not null)?.Title ?? code;

    static List<DimensionSet> Load()
    {
        using var stream = typeof(DimensionSets).Assembly.GetManifestResourceStream("Spor.Law.dimensions.json")!;
        using var json = JsonDocument.Parse(stream);
        static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
        static List<string> Codes(JsonElement e) =>
            e.TryGetProperty("continues", out var c) ? [.. c.EnumerateArray().Select(x => x.GetString()!)] : [];
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(s => new DimensionSet(
                    Text(s, "set"),
                    Text(s, "title"),
                    LawTable.From(s),
                    LawTable.To(s),
                    [
                        .. s.GetProperty("domains")
                            .EnumerateArray()
                            .Select(d => new DimensionDomain(
                                Text(d, "title"),
                                [
                                    .. d.GetProperty("dimensions")
                                        .EnumerateArray()
                                        .Select(x => new Dimension(Text(x, "code"), Text(x, "title"), Codes(x))),
                                ]
                            )),
                    ],
                    Text(s, "source"),
                    Text(s, "mark")
                )),
        ];
    }
}
