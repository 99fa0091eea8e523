using System.Text.RegularExpressions;

namespace Spor.Web.Case.FileAccess;

/// <summary>Takes words out of texts for good: what is written is the bar, and its length says nothing of what stood there.</summary>
public sealed class Blackout
{
    public const string Bar = "█████";

    readonly Regex? words;

    /// <param name="words">Found in upper and lower case, and only where they stand as words of their own.</param>
    public Blackout(IEnumerable<string> words)
    {
        var all = words
            .Select(w => w.Trim())
            .Where(w => w.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(w => w.Length)
            .Select(w => string.Join(@"\s+", w.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)))
            .ToList();
        // A name's genitive goes with it: »Karens«.
        if (all.Count > 0)
            this.words = new(
                $@"(?<![\p{{L}}\p{{Nd}}])(?:{string.Join('|', all)})(?:s|'s|’s)?(?![\p{{L}}\p{{Nd}}])",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(10)
            );
    }

    public string Of(string text) => words?.Replace(text, Bar) ?? text;
}
