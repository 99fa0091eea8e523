using System.Buffers;

namespace Spor.Kernel;

/// <summary>Text whose æ, ø and å were written in UTF-8, taken for Windows-1252, and written in UTF-8 again on the way here.</summary>
public static class EncodedTwice
{
    /// <summary>All begin with this, which is looked for first.</summary>
    const char First = 'Ã';
    static readonly SearchValues<string> Pairs = SearchValues.Create(
        ["Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…", "Ã©", "Ã¶", "Ã¤"],
        StringComparison.Ordinal
    );

    public static bool Is(string? text) =>
        text is not null && text.Contains(First, StringComparison.Ordinal) && text.AsSpan().ContainsAny(Pairs);
}
