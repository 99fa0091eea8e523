using Spor.Kernel;

namespace Spor.Tests;

public class FoldedTests
{
    [Theory]
    [InlineData("José", "jose")]
    [InlineData("Aase", "Åse")]
    [InlineData("Søren", "Soeren")]
    [InlineData("Kærgård", "KAERGAARD")]
    [InlineData("O’Neill", "O'Neill")]
    [InlineData("Anne-Marie", "Anne Marie")]
    [InlineData("Jürgen", "jurgen")]
    [InlineData("e\u0301n", "én")]
    [InlineData("A\u030Age", "Åge")]
    [InlineData("😀 Ida", "😀 ida")]
    public void What_people_write_in_two_ways_is_one(string one, string other) => Assert.Equal(Folded.Fold(other), Folded.Fold(one));

    [Fact]
    public void Words_may_stand_anywhere_and_a_quoted_phrase_together()
    {
        Assert.Equal(["traet", "skole", "mor og far"], Folded.Terms("træt  SKOLE \"mor og far\" træt"));
        Assert.Equal(["mor og far"], Folded.Terms("»Mor og far«"));
        Assert.True(
            Folded.HasAll(Folded.Fold("Noah er træt. Klasselæreren har set mor og far."), Folded.Terms("klasselærer \"mor og far\""))
        );
        Assert.False(Folded.HasAll(Folded.Fold("far og mor"), Folded.Terms("\"mor og far\"")));
        Assert.Empty(Folded.Terms(" - \"\" "));
    }

    [Theory]
    [InlineData("Åse og åben", "aa", "[Å]se og [å]ben")]
    [InlineData("Han er træt, meget TRÆT.", "træt", "Han er [træt], meget [TRÆT].")]
    [InlineData("Anne-Marie", "anne marie", "[Anne]-[Marie]")]
    [InlineData("én to", "en", "[én] to")]
    [InlineData("intet her", "andet", "intet her")]
    public void What_is_found_is_marked_where_it_stands_in_the_text_as_written(string text, string typed, string marked) =>
        Assert.Equal(marked, string.Concat(Folded.Mark(text, Folded.Terms(typed)).Select(p => p.Found ? $"[{p.Text}]" : p.Text)));

    [Fact]
    public void Marking_loses_nothing_of_any_text()
    {
        foreach (var text in new[] { "", "å", "aåa", "e\u0301", "👨‍👩‍👧 Ærø", "\u202Eabc", "Ånd-å-å", "\ud83d Ida \ufffe" })
        foreach (var typed in new[] { "a", "aa", "e", "aer", "abc d", "å å" })
            Assert.Equal(text, string.Concat(Folded.Mark(text, Folded.Terms(typed)).Select(p => p.Text)));
    }
}
