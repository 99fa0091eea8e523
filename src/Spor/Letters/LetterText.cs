using System.Text.RegularExpressions;

namespace Spor.Letters;

/// <summary>Texts with named fields in braces.</summary>
public static partial class LetterText
{
    /// <summary>Puts values in the place of their fields. A field without a value stays, so that it can be seen and filled by
    /// hand.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string?> values) =>
        Named().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value.Trim()) is { Length: > 0 } value ? value : m.Value);

    /// <summary>The names of the fields that stand in a text, each once, as they come. A brace that nobody closed is a field too.</summary>
    public static IReadOnlyList<string> Open(params ReadOnlySpan<string?> texts)
    {
        var names = new List<string>();
        foreach (var text in texts)
        foreach (Match m in AnyBrace().Matches(text ?? ""))
            if (m.Groups[1].Value.Trim() is var name && !names.Contains(name))
                names.Add(name);
        return names;
    }

    /// <summary>For a sentence: {a}, {b} og {c}.</summary>
    public static string InBraces(IEnumerable<string> names)
    {
        var all = names.Select(n => "{" + n + "}").ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Count - 1)) + " og " + all[^1];
    }

    [GeneratedRegex(@"\{([^{}\n]{1,80})\}")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{([^{}\n]{0,80})\}?")]
    private static partial Regex AnyBrace();
}
