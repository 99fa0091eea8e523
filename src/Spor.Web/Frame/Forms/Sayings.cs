using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Spor.Kernel;

namespace Spor.Web.Frame.Forms;

/// <summary>
/// What Spor says about an intention: why it was refused, that it is saved, how it reads in the history. In Danish and in English, one file
/// per topic:
/// <c>Sayings/*.json</c>.
/// </summary>
public static class Sayings
{
    sealed record Topic(
        Dictionary<string, RefusalSaying>? Refusals,
        Dictionary<string, Saying>? Saved,
        Dictionary<string, Saying>? Intents
    );

    public sealed record Saying(string Da, string En);

    /// <summary>Codes that two files give words to: the first file's hold, and a test says so.</summary>
    internal static readonly List<string> Twice = [];
    static readonly Topic[] Topics = Load();
    internal static readonly FrozenDictionary<string, RefusalSaying> Refusals = Together(t => t.Refusals);
    static readonly FrozenDictionary<string, Saying> SavedTexts = Together(t => t.Saved);
    static readonly FrozenDictionary<string, Saying> Intents = Together(t => t.Intents);

    /// <summary>Shown on the page one comes to after saving; null for an unknown code.</summary>
    public static string? Saved(string? code) => code is not null && SavedTexts.TryGetValue(code, out var saying) ? saying.Da : null;

    /// <summary>The intention as the heading of its entry in the history, for example <c>Fulgte op på en indsats</c>; null for an unknown
    /// one.</summary>
    public static string? Intent(string name) => Intents.TryGetValue(name, out var saying) ? saying.Da : null;

    /// <summary>Every text in both languages, by what it is and its code.</summary>
    internal static IEnumerable<(string Code, string Da, string En)> All =>
        [
            .. Refusals.Select(r => ("refusal " + r.Key, r.Value.Da, r.Value.En)),
            .. SavedTexts.Select(s => ("saved " + s.Key, s.Value.Da, s.Value.En)),
            .. Intents.Select(i => ("intent " + i.Key, i.Value.Da, i.Value.En)),
        ];

    public static IEnumerable<string> AllIntents => Intents.Keys;
    public static IEnumerable<string> AllSaved => SavedTexts.Keys;

    static FrozenDictionary<string, T> Together<T>(Func<Topic, Dictionary<string, T>?> part)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var topic in Topics)
        foreach (var (code, saying) in part(topic) ?? [])
            if (!all.TryAdd(code, saying))
                Twice.Add(code);
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static Topic[] Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true };
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith("Spor.Web.Frame.Sayings.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var stream = assembly.GetManifestResourceStream(name)!;
                    return JsonSerializer.Deserialize<Topic>(stream, options)!;
                }),
        ];
    }
}

/// <param name="Da">What is wrong and what to do, as one would say it.</param>
/// <param name="Where">
/// The page where what is missing is done, with <c>{child}</c> for the child's id, <c>{named}</c> for what the refusal names and
/// <c>{typed}</c>
/// for what stands in the form about a measure; null if it is this form.
/// </param>
/// <param name="WhereText">The link's text.</param>
public sealed record RefusalSaying(string Da, string En, string? Where = null, string? WhereText = null);

/// <summary>What a refusal says to people.</summary>
public static class RefusalText
{
    public static IEnumerable<string> Codes => Sayings.Refusals.Keys;

    /// <exception cref="KeyNotFoundException">The code has no text; a test goes through them all.</exception>
    public static RefusalSaying Of(string code) => Sayings.Refusals[code];

    public static string Danish(Refusal refusal) => Of(refusal.Code).Da.Replace("{named}", refusal.Named, StringComparison.Ordinal);

    /// <summary>What a measure's form carries over to the form that is the right one. No names and no texts: they do not stand in
    /// addresses.</summary>
    static readonly (string Field, string Query)[] Carried =
    [
        ("Code", "indsats"),
        ("MeasureCode", "indsats"),
        ("From", "fra"),
        ("ExpectedTo", "til"),
        ("PriceOre", "pris"),
        ("Unit", "pr"),
        ("QuantityHundredths", "antal"),
        ("FollowsId", "afloeser"),
    ];

    /// <summary>The link to where a gate's missing thing is done, or null.</summary>
    /// <param name="form">Where it was refused: what was typed is filled in there.</param>
    public static string? Href(Refusal refusal, long? childId, FormState? form = null) =>
        Of(refusal.Code).Where is { } where && (childId is not null || !where.Contains("{child}", StringComparison.Ordinal))
            ? where
                .Replace("{child}", childId?.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{named}", refusal.Named?.Replace(' ', '-'), StringComparison.Ordinal)
                .Replace("{typed}", Typed(form), StringComparison.Ordinal)
            : null;

    static string Typed(FormState? form) =>
        form is null
            ? ""
            : string.Join(
                '&',
                Carried.Where(c => form.Filled(c.Field)).Select(c => $"{c.Query}={Uri.EscapeDataString(form.Value(c.Field).Trim())}")
            );
}
