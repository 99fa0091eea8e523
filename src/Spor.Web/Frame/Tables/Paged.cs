namespace Spor.Web.Frame.Tables;

/// <summary>One page of a list. No page of Spor shows more than <see cref="Most"/> rows: what is not shown is not made, and the log of
/// looks names what is shown.</summary>
/// <param name="Rows">Those of this page.</param>
/// <param name="Page">From 1.</param>
/// <param name="Count">Rows of the whole list.</param>
/// <param name="Size">Rows a page.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Page, int Count, int Size)
{
    public int Pages => Math.Max(1, (Count + Size - 1) / Size);

    /// <summary>What stands on other pages.</summary>
    public int Left => Count - Rows.Count;
}

public static class Paged
{
    /// <summary>Rows on a page at the most.</summary>
    public const int Most = 100;

    /// <summary>The name of the page's number in an address.</summary>
    public const string Key = "side";

    /// <summary>What an address asks for; 1 where it says nothing that can be understood.</summary>
    public static int Asked(IQueryCollection query) => Forms.Form.Whole(query[Key]) is { } page and >= 1 ? page : 1;

    /// <param name="page">One beyond the end gives the last page.</param>
    public static Paged<T> Of<T>(IReadOnlyList<T> all, int page = 1, int size = Most)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var at = (Math.Clamp(page, 1, pages) - 1) * size;
        return new([.. Enumerable.Range(at, Math.Min(size, all.Count - at)).Select(i => all[i])], at / size + 1, all.Count, size);
    }
}

/// <summary>Which page is asked for where a page has several lists: one of them is turned, the others stand at their first.</summary>
public sealed record Sides(string? List, int Page)
{
    /// <summary>The name of the list in an address, and of the place on the page where it stands.</summary>
    public const string Key = "liste";

    public static Sides First { get; } = new(null, 1);

    public static Sides Asked(IQueryCollection query) => new(query[Key] is [{ Length: > 0 } list] ? list : null, Paged.Asked(query));

    public Paged<T> Of<T>(string list, IReadOnlyList<T> all) => Paged.Of(all, list == List ? Page : 1);

    /// <param name="also">What else the address asks, for example <c>som=12</c>.</param>
    public static Func<int, string> Href(string path, string list, string? also = null) =>
        side => $"{path}?{(also is null ? "" : also + "&")}{Key}={list}&{Paged.Key}={side}#{list}";
}
