namespace Spor.Web.Frame;

/// <summary>Where a form or an address asks to be sent back to: one of Spor's own pages, or nowhere.</summary>
static class LocalPath
{
    public const int Longest = 200;

    /// <returns>Null for whatever a browser could take for somebody else's address.</returns>
    public static string? Of(string? text) =>
        text is { Length: > 0 and < Longest }
        && text[0] == '/'
        // A browser drops tabs and line ends, and takes a backslash for a slash: /\t/evil is //evil.
        && !text.Any(c => char.IsControl(c) || c == '\\' || char.IsWhiteSpace(c))
        && !text.StartsWith("//", StringComparison.Ordinal)
        && !text.Contains("..", StringComparison.Ordinal)
            ? text
            : null;
}
