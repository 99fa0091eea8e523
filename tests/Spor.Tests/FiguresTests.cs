using System.Text.Json;
using System.Text.Json.Nodes;
using Spor.Exchange.Import;
using Spor.Figures;

namespace Spor.Tests;

public class FiguresTests
{
    internal static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Spor.slnx")))
            at = Path.GetDirectoryName(at)!;
        return at;
    }

    internal static Extract Read(string example) =>
        Extract.Read(new FolderSource(Path.Combine(Root, "examples", example)), new NothingKnown(), new SourceHash(new byte[32]));

    [Theory]
    [InlineData("aakaer", "2026-10-31", "2025-10-31")]
    [InlineData("lergaard", "2017-01-31", "2016-06-07")]
    public void Every_figure_equals_that_of_an_independent_program(string example, string day, string baseline)
    {
        var extract = Read(example);
        Assert.Equal([], extract.Problems.All.Where(p => p.Severity == Severity.Error));
        var figures = FiguresFile.Of(extract.ToRegister(), DateOnly.Parse(day), DateOnly.Parse(baseline));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            figures.WriteJson(json);
        var ours = JsonNode.Parse(stream.ToArray())!.AsObject();
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "examples", example, "expected.json")))!.AsObject();
        Assert.Equal(expected.Select(p => p.Key).Order(), ours.Select(p => p.Key).Order());
        Assert.Equal(
            "",
            string.Join(
                "\n",
                expected
                    .Where(p => !Same(p.Value, ours[p.Key]))
                    .Select(p => $"{p.Key}: expected {p.Value?.ToJsonString()}\n ours {ours[p.Key]?.ToJsonString()}")
            )
        );
    }

    /// <summary>Every value that differs, with where it stands.</summary>
    internal static IEnumerable<string> Differences(JsonNode? expected, JsonNode? ours, string at)
    {
        if (expected is JsonObject a && ours is JsonObject b)
            return a.Select(p => p.Key).Union(b.Select(p => p.Key)).SelectMany(k => Differences(a[k], b[k], $"{at}/{k}"));
        return Same(expected, ours) ? [] : [$"{at}: expected {expected?.ToJsonString()}, ours {ours?.ToJsonString()}"];
    }

    // 16.0 and 16 are one number; the order of keys says nothing.
    static bool Same(JsonNode? a, JsonNode? b) =>
        (a, b) switch
        {
            (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(p => y.ContainsKey(p.Key) && Same(p.Value, y[p.Key])),
            (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
            (JsonValue x, JsonValue y) => x.GetValueKind() == JsonValueKind.Number
                ? x.GetValue<decimal>() == y.GetValue<decimal>()
                : x.ToJsonString() == y.ToJsonString(),
            _ => a is null && b is null,
        };
}
