using System.Text.RegularExpressions;

namespace Spor.Tests;

/// <summary>How wide the text may be: CSharpier lays out code and leaves comments, long texts and markup as they are.</summary>
public partial class LayoutTests
{
    const int Code = 140,
        Markup = 160;

    static IEnumerable<(string Where, string Line)> Lines(string pattern) =>
        new[] { "src", "tests", "bench" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(FiguresTests.Root, f), pattern, SearchOption.AllDirectories))
            .Select(f => (Path: f, Short: Path.GetRelativePath(FiguresTests.Root, f)))
            .Where(f => !f.Short.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(f => File.ReadLines(f.Path).Select((line, i) => ($"{f.Short}:{i + 1}", line)));

    /// <summary>What stands between quotation marks does not count, nor do the lines of a text over several:
    /// no tool can break those.</summary>
    [Fact]
    public void No_line_of_code_and_no_comment_is_over_140_columns()
    {
        var wide = new List<string>();
        var inText = false;
        foreach (var (where, line) in Lines("*.cs"))
        {
            var began = inText;
            if (Fence().Count(line) % 2 == 1)
                inText = !inText;
            if (line.Length <= Code || began || inText)
                continue;
            var comment = line.TrimStart().StartsWith("//", StringComparison.Ordinal);
            if (comment || (!Fence().IsMatch(line) && Quoted().Replace(line, "\"\"").Length > Code))
                wide.Add(where);
        }
        Assert.False(inText);
        Assert.Equal([], wide);
    }

    [Fact]
    public void No_line_of_markup_is_over_160_columns() =>
        Assert.Equal([], Lines("*.razor").Where(l => l.Line.Length > Markup).Select(l => l.Where));

    /// <summary>Not a banned symbol: what the framework makes at build time reads the form for an endpoint that takes it.</summary>
    [Fact]
    public void An_endpoint_takes_its_form_and_never_reads_one_so_that_the_forms_token_is_asked_for() =>
        Assert.Equal(
            [],
            Lines("*.cs")
                .Where(l => l.Where.StartsWith("src", StringComparison.Ordinal) && ReadsForm().IsMatch(l.Line))
                // How a form with files is read at all; it looks at the token first.
                .Where(l => !l.Where.Contains("/SealedForms.cs:", StringComparison.Ordinal))
                .Select(l => l.Where)
        );

    [GeneratedRegex(@"\bRequest\.Form\b|ReadFormAsync\(")]
    private static partial Regex ReadsForm();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex Fence();

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"")]
    private static partial Regex Quoted();
}
