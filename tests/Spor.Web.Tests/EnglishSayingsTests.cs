using System.Text.RegularExpressions;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The English sayings, which no page of today shows, say what the Danish ones say: as far as words, fields and numbers can
/// tell.</summary>
public sealed partial class EnglishSayingsTests
{
    /// <summary>Common words of one language that the other has no use for.</summary>
    static readonly HashSet<string> OnlyDanish =
    [
        .. (
            "af afgørelse barn barnet blev bliver dag den der det du en er et eller fra før gem gemt hvem hvad hvor "
            + "hvorfor ikke kan med når"
        ).Split(' '),
        .. "og også på på sagen senest senere skal skriv som til uden vælg være har".Split(' '),
    ];

    static readonly HashSet<string> OnlyEnglish =
    [
        .. (
            "already and are been before cannot case child choose day enter from been must no that the there this "
            + "was what when which who"
        ).Split(' '),
        .. "with without write you your".Split(' '),
    ];

    /// <summary>A word of the field in Danish, and one of those that must answer it in English (docs/glossary.md).</summary>
    static readonly (string Danish, string English)[] Terms =
    [
        (@"barn(et)?", "child|it"),
        (@"afgørelse\w*", "deci"),
        (@"indsats\w*", "measure"),
        (@"underretning\w*", "notif"),
        (@"undersøgelse\w*", "assessment"),
        (@"brev(et|e)?", "letter|recipient"),
        (@"netværksrådslagning\w*|rådslagning\w*", "conference"),
        (@"samordner\w*", "coordinat"),
        (@"samtale\w*", "conversation|spoken"),
        (@"netværksmøde\w*", "network meeting"),
        (@"mål(et|ene)?", "goal"),
        (@"plan(en|er)?", "plan"),
        (@"adresse\w*", "address"),
        (@"basislinje\w*", "baseline"),
        (@"skabelon\w*", "template"),
        (@"støtteperson\w*", "support person|want one"),
        (@"forældrene", "parents"),
        (@"forældremyndighed\w*", "custody"),
        (@"tilsyn\w*", "visit|supervision"),
        (@"fravær\w*", "absence|away"),
    ];

    [GeneratedRegex(@"\{\w+\}|»[^«]*«|""[^""]*""|Barnets lov|Spor\b")]
    private static partial Regex NotWords();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Field();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    static IEnumerable<string> Words(string text) =>
        Word().Matches(NotWords().Replace(text, " ")).Select(m => m.Value.ToLowerInvariant()).Distinct();

    static IEnumerable<string> Found(Func<(string Code, string Da, string En), IEnumerable<string>> faults) =>
        Sayings.All.SelectMany(s => faults(s).Select(f => $"{s.Code}: {f}: {s.Da} | {s.En}"));

    [Fact]
    public void Every_saying_stands_in_both_languages_and_ends_alike()
    {
        Assert.True(Sayings.All.Count() > 500);
        Assert.Equal(
            [],
            Found(s =>
            {
                if (string.IsNullOrWhiteSpace(s.Da) || string.IsNullOrWhiteSpace(s.En))
                    return ["empty"];
                // A refusal and an answer are sentences, an intention is a heading.
                var sentence = !s.Code.StartsWith("intent ", StringComparison.Ordinal);
                return
                [
                    .. new[] { s.Da, s.En }
                        .Where(t => t != t.Trim() || t.Contains("  ", StringComparison.Ordinal) || (t[^1] is '.' or '?' or '!') != sentence)
                        .Select(t => "does not end as it should"),
                ];
            })
        );
    }

    [Fact]
    public void Both_languages_name_the_same_fields_and_numbers()
    {
        static string All(Regex what, string text) =>
            string.Join(' ', what.Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));
        Assert.Equal(
            [],
            Found(s =>
                All(Field(), s.Da) != All(Field(), s.En) ? ["other fields"]
                : All(Digits(), s.Da) != All(Digits(), s.En) ? ["other numbers"]
                : []
            )
        );
    }

    [Fact]
    public void Neither_language_has_words_of_the_other()
    {
        Assert.Empty(OnlyDanish.Intersect(OnlyEnglish));
        Assert.Equal(
            [],
            Found(s => Words(s.En).Where(w => OnlyDanish.Contains(w) || w.Any(c => c > 127)).Select(w => $"»{w}« in English"))
        );
        Assert.Equal([], Found(s => Words(s.Da).Where(OnlyEnglish.Contains).Select(w => $"»{w}« in Danish")));
        Assert.Equal([], Found(s => s.Da == s.En ? ["the same text"] : []));
        // Half as long or twice as long is another text.
        Assert.Equal([], Found(s => s.En.Length > 2 * s.Da.Length + 5 || s.Da.Length > 2 * s.En.Length + 5 ? ["of another length"] : []));
    }

    [Fact]
    public void What_the_Danish_is_about_the_English_is_about()
    {
        Assert.Equal(
            [],
            Found(s =>
                Terms
                    .Where(t =>
                        Regex.IsMatch(NotWords().Replace(s.Da, " "), $@"\b({t.Danish})\b", RegexOptions.IgnoreCase)
                        && !Regex.IsMatch(s.En, $@"\b({t.English})", RegexOptions.IgnoreCase)
                    )
                    .Select(t => "nothing of " + t.English)
            )
        );
        // Each of these words is used, so that a term which has gone is taken off the list.
        Assert.Equal(
            [],
            Terms
                .Where(t => !Sayings.All.Any(s => Regex.IsMatch(s.Da, $@"\b({t.Danish})\b", RegexOptions.IgnoreCase)))
                .Select(t => t.Danish)
        );
    }
}
