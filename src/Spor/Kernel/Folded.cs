using System.Globalization;
using System.Text;

namespace Spor.Kernel;

/// <summary>
/// A text as searching sees it, so that what people write in two ways is found by both: capital and small letters, é and e, å and aa, ø and
/// oe, æ and ae, composed and decomposed letters, one apostrophe and another, a hyphen and a space.
/// </summary>
public sealed class Folded
{
    readonly List<int> from = [];

    public string Text { get; }

    Folded(string original)
    {
        var folded = new StringBuilder(original.Length);
        // Letter by letter with the marks that belong to it, so that each sign found leads back to where it stood.
        var letters = StringInfo.GetTextElementEnumerator(original);
        while (letters.MoveNext())
        {
            var before = folded.Length;
            Append(letters.GetTextElement(), folded);
            for (var i = before; i < folded.Length; i++)
                from.Add(letters.ElementIndex);
        }
        from.Add(original.Length);
        Text = folded.ToString();
    }

    /// <param name="original">Any text; a sign that is no letter folds to itself.</param>
    public static Folded Of(string original) => new(original);

    /// <summary>The folded text alone.</summary>
    public static string Fold(string original)
    {
        // The names of a whole municipality are folded at the start, and nearly all are written with these letters alone.
        var folded = new StringBuilder(original.Length + 4);
        foreach (var c in original)
            if (Small(c) is { } small)
                AppendPlain(small, folded);
            else
                return new Folded(original).Text;
        return folded.ToString();
    }

    /// <summary>The small letter of a sign that Danish names are written with; null for any other. The runtime asks its tables of all
    /// languages for it, which was a third of the time that all names take.</summary>
    static char? Small(char c) =>
        c switch
        {
            >= 'A' and <= 'Z' => (char)(c | 0x20),
            < '\u0080' or 'æ' or 'ø' or 'å' => c,
            'Æ' => 'æ',
            'Ø' => 'ø',
            'Å' => 'å',
            _ => null,
        };

    /// <summary>Where in the original text a place of the folded one stands; its length for the end.</summary>
    public int Original(int at) => from[at];

    static void Append(string letter, StringBuilder to)
    {
        // What is no whole letter (half an emoji, a sign that Unicode has not given out) cannot be composed.
        var composed = letter.All(c => !char.IsSurrogate(c) && c < '\ufffe') ? letter.Normalize(NormalizationForm.FormC) : letter;
        foreach (var c in composed.ToLowerInvariant())
            AppendPlain(c, to);
    }

    static void AppendPlain(char c, StringBuilder to)
    {
        switch (c)
        {
            case 'å':
                to.Append("aa");
                break;
            case 'æ' or 'ä':
                to.Append("ae");
                break;
            case 'ø' or 'ö':
                to.Append("oe");
                break;
            case 'ß':
                to.Append("ss");
                break;
            case '\u2019' or '\u2018' or '\u00b4' or '`' or '\u02bc':
                to.Append('\'');
                break;
            case '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014':
                to.Append(' ');
                break;
            case '\u00ad' or '\u200b' or '\u200d' or '\ufeff':
                break;
            case < '\u0080' or (>= '\ud800' and <= '\udfff') or >= '\ufffe':
                to.Append(c);
                break;
            default:
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
                    if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                        to.Append(char.IsWhiteSpace(part) ? ' ' : part);
                break;
        }
    }

    /// <summary>What somebody typed to search for, folded: words, and phrases that stood in quotation marks, each once.</summary>
    public static IReadOnlyList<string> Terms(string typed)
    {
        var terms = new List<string>();
        var inside = false;
        foreach (var part in typed.Split('"', '\u201d', '\u201c', '\u201e', '»', '«'))
        {
            var folded = Fold(part).Trim();
            if (folded.Length > 0)
                terms.AddRange(inside ? [folded] : folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            inside = !inside;
        }
        return [.. terms.Distinct()];
    }

    /// <summary>True if every term stands somewhere in the text, also inside a word.</summary>
    public static bool HasAll(string folded, IReadOnlyList<string> terms)
    {
        foreach (var term in terms)
            if (!folded.Contains(term, StringComparison.Ordinal))
                return false;
        return true;
    }

    /// <summary>The original text in parts, each found or not, so that what was found can be marked.</summary>
    public static IReadOnlyList<(string Text, bool Found)> Mark(string original, IReadOnlyList<string> terms)
    {
        if (terms.Count == 0)
            return [(original, false)];
        var folded = Of(original);
        var parts = new List<(string, bool)>();
        var shown = 0;
        for (var at = 0; at < folded.Text.Length; )
        {
            var length = 0;
            foreach (var term in terms)
                if (term.Length > length && string.CompareOrdinal(folded.Text, at, term, 0, term.Length) == 0)
                    length = term.Length;
            if (length == 0)
            {
                at++;
                continue;
            }
            var (first, last) = (folded.Original(at), folded.Original(at + length));
            // A term that ends inside a folded letter (å is two signs) takes the letter whole.
            for (var end = at + length; last == folded.Original(at + length - 1) && end < folded.Text.Length; )
                last = folded.Original(++end);
            if (first > shown)
                parts.Add((original[shown..first], false));
            if (last > Math.Max(first, shown))
                parts.Add((original[Math.Max(first, shown)..last], true));
            shown = Math.Max(shown, last);
            at += length;
        }
        if (shown < original.Length)
            parts.Add((original[shown..], false));
        return parts;
    }
}
