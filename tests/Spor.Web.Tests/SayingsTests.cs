using System.Text.RegularExpressions;
using Spor.Verbs;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>A rule that says no says why, in both languages, and some test has heard it.</summary>
public sealed partial class SayingsTests
{
    static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(System.IO.Path.Combine(Site.Root(), folder), "*.*", SearchOption.AllDirectories)
            .Where(f =>
                (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
                && !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal)
            );

    /// <summary>Codes are written as kebab-case literals where a refusal is made.</summary>
    static HashSet<string> Used { get; } =
    [
        .. Files("src")
            .SelectMany(f => Literals().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Where(c => RefusalText.Codes.Contains(c)),
    ];

    /// <summary>In a rule <c>new("code", field)</c> is a refusal; elsewhere it is written out.</summary>
    static IEnumerable<string> Made =>
        Files("src")
            .Where(f => !f.Contains("/Import/", StringComparison.Ordinal) && !f.Contains("/Facts/", StringComparison.Ordinal))
            .SelectMany(f =>
                (
                    File.ReadAllText(f) is var text
                    && f.Contains("/Spor/", StringComparison.Ordinal)
                    && text.Contains("Refusal", StringComparison.Ordinal)
                        ? Refused().Matches(text)
                        : Spelled().Matches(text)
                ).Select(m => m.Groups[1].Value)
            )
            .Distinct()
            .Except(Verb.All.SelectMany(v => v.Names));

    [Fact]
    public void Every_refusal_that_is_made_has_a_Danish_and_an_English_text()
    {
        Assert.NotEmpty(Made);
        Assert.Equal([], Made.Where(c => !RefusalText.Codes.Contains(c)));
        Assert.Equal(
            [],
            RefusalText.Codes.Where(c => string.IsNullOrWhiteSpace(RefusalText.Of(c).Da) || string.IsNullOrWhiteSpace(RefusalText.Of(c).En))
        );
        Assert.Equal([], RefusalText.Codes.Where(c => (RefusalText.Of(c).Where is null) != (RefusalText.Of(c).WhereText is null)));
    }

    [Fact]
    public void No_code_has_words_in_two_files() => Assert.Equal([], RefusalText.Codes.Any() ? Sayings.Twice : ["none"]);

    [Fact]
    public void No_text_is_kept_for_a_refusal_that_nobody_makes() => Assert.Equal([], RefusalText.Codes.Except(Used));

    [Fact]
    public void Every_intention_and_every_saved_message_that_is_used_has_its_words()
    {
        var sources = Files("src/Spor.Web").Select(File.ReadAllText).ToList();
        var intents = Verb.All.SelectMany(v => v.Names).ToList();
        Assert.NotEmpty(intents);
        Assert.Equal([], intents.Where(i => Sayings.Intent(i) is null));
        Assert.Equal(
            [],
            sources.SelectMany(s => SavedCode().Matches(s).Select(m => m.Groups[1].Value)).Distinct().Where(c => Sayings.Saved(c) is null)
        );
    }

    [GeneratedRegex("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"")]
    private static partial Regex Literals();

    [GeneratedRegex("(?:new Refusal\\(|Refuse\\(|new\\()\"([a-z0-9]+(?:-[a-z0-9]+)+)\"")]
    private static partial Regex Refused();

    [GeneratedRegex("(?:new Refusal\\(|Refuse\\(|Refusals\\.Add\\(new\\()\"([a-z0-9]+(?:-[a-z0-9]+)+)\"")]
    private static partial Regex Spelled();

    [GeneratedRegex("Acting\\.Saved\\([^;]*?, \"([a-z-]+)\"\\)")]
    private static partial Regex SavedCode();
}
