using System.Text.RegularExpressions;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Tests;

/// <summary>How many rows each table and each list of a page has: none has more than <see cref="Paged.Most"/>.</summary>
static partial class RowsOnAPage
{
    [GeneratedRegex(@"<(/?)(tbody|ul|ol|tr|li)\b[^>]*>")]
    private static partial Regex Tag();

    /// <summary>Each table's body and each list with what it has of rows, in the order in which they end.</summary>
    public static IReadOnlyList<(string List, int Rows)> In(string html)
    {
        var open = new Stack<(string List, int Rows)>();
        var found = new List<(string, int)>();
        foreach (Match tag in Tag().Matches(html))
        {
            var (ends, name) = (tag.Groups[1].Length > 0, tag.Groups[2].Value);
            if (name is "tr" or "li")
            {
                if (!ends && open.TryPeek(out var of) && of.List == "tbody" == (name == "tr"))
                    open.Push(open.Pop() with { Rows = of.Rows + 1 });
            }
            else if (!ends)
                open.Push((name, 0));
            else if (open.TryPop(out var last))
                found.Add(last);
        }
        return found;
    }

    public static IEnumerable<int> TooMany(string html) => In(html).Where(l => l.Rows > Paged.Most).Select(l => l.Rows);
}

public sealed class RowsOnAPageTests
{
    static string Rows(int count, string tag) => string.Concat(Enumerable.Repeat($"<{tag} class=\"x\">et</{tag}>", count));

    [Theory]
    [InlineData(100, 100, new int[0])]
    [InlineData(101, 100, new[] { 101 })]
    [InlineData(100, 101, new[] { 101 })]
    [InlineData(205, 300, new[] { 205, 300 })]
    public void A_table_and_a_list_of_more_than_a_hundred_rows_are_found(int table, int list, int[] found) =>
        Assert.Equal(
            found,
            RowsOnAPage.TooMany(
                $"<table><thead><tr><th>A</th></tr></thead><tbody>{Rows(table, "tr")}</tbody></table><ol class='x'>{Rows(list, "li")}</ol>"
            )
        );

    [Fact]
    public void What_stands_in_a_row_is_counted_by_itself() =>
        Assert.Equal(
            [("ul", 3), ("tbody", 2), ("ul", 1)],
            RowsOnAPage.In($"<ul><li><table><tbody><tr><td><ul>{Rows(3, "li")}</ul></td></tr><tr></tr></tbody></table></li></ul>")
        );
}
