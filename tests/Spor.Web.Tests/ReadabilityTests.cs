using System.Text.RegularExpressions;
using Spor.Letters;
using LettersText = Spor.Web.Case.Letters.Text;

namespace Spor.Web.Tests;

/// <summary>A letter is read by whoever gets it: LIX is the words of a sentence and the share of long words, and stays at 30.</summary>
public sealed partial class ReadabilityTests
{
    public static TheoryData<string> Codes => [.. Templates.Defaults.Select(t => t.Code)];

    /// <summary>Words in a sentence, and words of more than six letters in a hundred.</summary>
    static double Lix(string text)
    {
        // A point after a number or in a shortened word ends no sentence.
        var plain = NoSentence().Replace(text, "$1");
        var words = Word().Matches(plain);
        var sentences = End().Split(plain).Count(s => Word().IsMatch(s));
        return (double)words.Count / sentences + 100.0 * words.Count(w => w.Length > 6) / words.Count;
    }

    [Fact]
    public void The_measure_is_the_one_that_is_known()
    {
        // 9 words, 2 sentences, 1 long word.
        Assert.Equal(4.5 + 100.0 / 9, Lix("Vi ses kl. 9 hos os. Barnets mor kommer."), 3);
        Assert.True(Lix("Forvaltningen foretager partshøring vedrørende anbringelsesgrundlaget forinden sagsbehandlingen afsluttes.") > 60);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_letter_is_easy_to_read(string code)
    {
        var template = Templates.Default(code)!;
        var text = LetterText.Fill(template.Body, LettersText.Examples).Split("Venlig hilsen")[0];
        Assert.InRange(Lix(text), 5, 30);
    }

    [GeneratedRegex(@"(\d|\b(?:kl|stk|nr|tlf|ca))\.")]
    private static partial Regex NoSentence();

    [GeneratedRegex(@"[\p{L}\d-]*[\p{L}\d]")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:\n]+")]
    private static partial Regex End();
}
