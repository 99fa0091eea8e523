using System.Diagnostics;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Spor.Cases;

/// <summary>The words of a PDF file that has words; one that is a picture of a page has none.</summary>
static class PdfText
{
    /// <summary>Pages beyond these are not read.</summary>
    const int MostPages = 500;

    /// <summary>A file that takes longer is left where it is.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <returns>Empty where there are no words, or the file cannot be read.</returns>
    public static string Of(byte[] content, int most)
    {
        var since = Stopwatch.GetTimestamp();
        var words = new StringBuilder();
        try
        {
            using var file = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            for (var page = 1; page <= Math.Min(file.NumberOfPages, MostPages); page++)
            {
                if (words.Length >= most || Stopwatch.GetElapsedTime(since) > Longest)
                    break;
                words.Append(ContentOrderTextExtractor.GetText(file.GetPage(page))).Append(' ');
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It comes from outside and may be made badly in any way; what was read of it counts.
        }
        return words.ToString().Trim();
    }
}
