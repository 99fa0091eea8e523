namespace Spor.Web.Access;

/// <summary>The children that a page links to: every <c>/barn/7</c> in it. Whoever names a child on a page links to it, so this finds what
/// a page forgot to say.</summary>
static class LinkedChildren
{
    public static HashSet<long> In(ReadOnlySpan<byte> html)
    {
        var found = new HashSet<long>();
        var mark = "/barn/"u8;
        while (html.IndexOf(mark) is >= 0 and var at)
        {
            html = html[(at + mark.Length)..];
            long id = 0;
            var digits = 0;
            while (digits < html.Length && digits < 18 && html[digits] is >= (byte)'0' and <= (byte)'9')
                id = id * 10 + html[digits++] - '0';
            if (digits > 0)
                found.Add(id);
        }
        return found;
    }
}
