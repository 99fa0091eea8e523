using Spor.Exchange.Office;
using Spor.Kernel;

namespace Spor.Letters;

/// <summary>
/// A letter as it stands on paper: the same blocks for Word and for the page. An empty line ends a paragraph, a line that begins with <c>#
/// </c> is a heading, lines that begin with <c>- </c> are a list.
/// </summary>
public static class LetterPaper
{
    public static IReadOnlyList<Block> Of(LetterFact letter, string? municipality)
    {
        var blocks = new List<Block>
        {
            new Lines([
                letter.Recipient ?? "",
                .. (letter.Address ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            ]),
            new Lines([.. new[] { municipality }.OfType<string>(), Danish.Long(letter.SentOn ?? letter.WrittenOn)], Right: true),
            new Heading(1, letter.Subject ?? ""),
        };
        foreach (
            var part in (letter.Body ?? "")
                .ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            var lines = part.Split('\n');
            if (lines.All(l => l.StartsWith("- ", StringComparison.Ordinal)))
                blocks.Add(new Bullets([.. lines.Select(l => l[2..].Trim())]));
            else if (lines.Length == 1 && part.StartsWith("# ", StringComparison.Ordinal))
                blocks.Add(new Heading(2, part[2..].Trim()));
            else
                blocks.Add(new Paragraph(part));
        }
        return blocks;
    }
}
